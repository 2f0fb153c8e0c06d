import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { ask, startMarquee, type Marquee } from './lib/marquee.ts'
import { seededId } from './lib/seed.ts'

/** Many instances that poll few addresses: each address is asked once per interval, however many follow it. */
export const bindings: Bench = { name: 'bindings', run }

const urls = 100
const intervalSeconds = 2

async function run(context: BenchContext): Promise<Row[]> {
  const [instances, intervals] = context.quick ? [2000, 5] : [10_000, 15]
  const source = await startSource()
  const marquee = await startMarquee(context, 'embedded', {
    env: { MARQUEE_FETCH_ALLOW: `127.0.0.1:${source.port}` },
  }).catch(async (error: unknown) => {
    await source.stop()
    throw error
  })
  const client = new pg.Client({ connectionString: marquee.databaseUrl })
  try {
    await client.connect()
    await bind(marquee, client, source.port, instances)
    const told = (value: number) => everybodyShows(client, instances, value, 120_000)
    await told(0)
    // Nothing is new: what is asked is all that happens.
    const before = source.asked()
    const start = performance.now()
    await sleep(intervals * intervalSeconds * 1000)
    const passed = (performance.now() - start) / 1000 / intervalSeconds
    const perInterval = (source.asked() - before) / passed
    // Everything is new: all are told.
    source.say(1)
    const changedAt = performance.now()
    await told(1)
    const spreadSeconds = (performance.now() - changedAt) / 1000
    return [
      {
        name: `bindings, fetches per interval of ${urls} addresses`,
        figure: perInterval / urls,
        unit: 'x',
        goal: { most: 1.05 },
        detail: `${perInterval.toFixed(1)} fetches every ${intervalSeconds} s for ${instances} instances, over ${passed.toFixed(1)} intervals`,
      },
      {
        name: 'bindings, until all instances show a new value',
        figure: spreadSeconds,
        unit: 's',
        goal: null,
        detail: `${instances} instances, ${urls} addresses that change at once; up to ${intervalSeconds} s of it is waiting to be asked`,
      },
    ]
  } finally {
    await client.end().catch(() => {})
    await marquee.stop()
    await source.stop()
  }
}

/** Answers every address with one number, and counts how often it is asked. */
async function startSource() {
  let [asked, value] = [0, 0]
  const server = createServer((_request, response) => {
    asked++
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    say: (next: number) => void (value = next),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** One instance for each address through the API, the others as copies of their rows. */
async function bind({ edge }: Marquee, client: pg.Client, port: number, instances: number): Promise<void> {
  const create = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'
  const originals: string[] = []
  for (let index = 0; index < urls; index++) {
    const binding = {
      key: 'n',
      source: 'API',
      path: `http://127.0.0.1:${port}/${index}`,
      strategy: 'POLL',
      intervalSeconds,
    }
    const { createInstance } = await ask<{ createInstance: { instance: { id: string } } }>(edge.url, create, {
      input: { kind: 'BACKTEST', bindings: [binding] },
    })
    originals.push(createInstance.instance.id)
  }
  // Once these know their value the copies know it too, and have a log that begins where they do.
  await everybodyShows(client, urls, 0, 60_000)
  const copies = Array.from({ length: instances - urls }, (_, index) => seededId(index))
  await client.query(
    `INSERT INTO runtime.instance SELECT c.* FROM unnest($1::text[], $2::text[]) AS n(id, original)
     JOIN runtime.instance o ON o.id = n.original
     CROSS JOIN LATERAL jsonb_populate_record(o, jsonb_build_object('id', n.id)) c`,
    [copies, copies.map((_, index) => originals[index % urls])],
  )
  await client.query('ANALYZE runtime.instance')
}

async function everybodyShows(client: pg.Client, instances: number, value: number, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM runtime.instance WHERE effective_props @> $1',
      [JSON.stringify({ n: value })],
    )
    const shown = rows[0]?.n ?? 0
    if (shown >= instances) return
    if (performance.now() > deadline)
      throw new Error(`after ${withinMs} ms ${shown} of ${instances} instances show ${value}`)
    await sleep(100)
  }
}
