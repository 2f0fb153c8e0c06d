import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { authorization, startMarquee, type Marquee } from './lib/marquee.ts'
import { openFilesMax, spawnServer, type ServerProcess } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median, percentile } from './lib/statistics.ts'
import type { OpenLoop, OpenLoopOptions, Stream } from './load/open-loop.ts'

/**
 * Patches at a steady rate, spread over as many instances as there are screens: from the moment a patch is due to its
 * frame at the screen, against the same way with pg, Redis and ws alone on it.
 */
export const propagation: Bench = { name: 'propagation', run }

const perSecond = 1000
const screensWanted = 5000
const bare = fileURLToPath(new URL('servers/bare-path.ts', import.meta.url))
const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'

type Turn = { p50: number; p99: number; keptUp: boolean; written: number; cpuMs: number }
type Side = { server: ServerProcess; turn(ms: number): Promise<OpenLoop>; turns: Turn[] }

async function run(context: BenchContext): Promise<Row[]> {
  const rows: Row[] = []
  for (const mode of ['embedded', 'distributed'] as const) {
    const load = startLoadClient()
    try {
      const marquee = await startMarquee(context, mode)
      try {
        rows.push(...(await runMode(context, marquee, load)))
      } finally {
        await marquee.stop()
      }
    } finally {
      await load.stop()
    }
  }
  return rows
}

async function runMode(context: BenchContext, marquee: Marquee, load: LoadClient): Promise<Row[]> {
  const { edge, mode, databaseUrl } = marquee
  const screens = Math.min(screensWanted, Math.floor((openFilesMax() - 1000) / 2))
  await seed(marquee, screens * 2)
  const own = Array.from({ length: screens }, (_, index) => seededId(index))
  const { ms } = await load.call('openScreens', {
    group: 'marquee',
    script: displayScript(edge),
    ids: own,
    firstFrame: true,
  })
  context.say(`${mode}: ${screens} screens open after ${(ms / 1000).toFixed(1)} s`)
  const body = JSON.stringify({
    query: patch,
    variables: { input: { id: '%ID%', patch: { destination: 'Quay %N%' } } },
  })
  const product = sideOf(load, edge, {
    group: 'marquee',
    server: { port: edge.port, path: '/graphql', authorization },
    body,
    ids: own,
  })
  // What comes first is a snapshot; the baseline sends what a change looks like.
  await product.turn(500)

  const env = { DATABASE_URL: databaseUrl, REDIS_URL: context.infrastructure.redisUrl }
  const baseline = await spawnServer({
    args: [bare],
    env,
    inspect: context.profileDir !== null,
    ready: /"url":"([^"]+)/,
  })
  try {
    // Instances of its own in the same database: what a Marquee of today writes and a bare statement are the same rows.
    const others = Array.from({ length: screens }, (_, index) => seededId(screens + index))
    const frame = (await load.call('sampleFrame', { group: 'marquee' })).replace(/"revision":\d+/, '"revision":%N%')
    for (const [to, what] of [
      ['frame', frame],
      ['ids', JSON.stringify(others)],
    ] as const)
      await fetch(`${baseline.url}/${to}`, { method: 'POST', body: what })
    const script = { port: baseline.port, path: '/', subprotocol: null, init: null, subscribe: '{"id":"%ID%"}' }
    await load.call('openScreens', { group: 'bare', script, ids: others, firstFrame: true })
    const bareBody = '{"id":"%ID%","destination":"Quay %N%"}'
    const plain = sideOf(load, baseline, {
      group: 'bare',
      server: { port: baseline.port, path: '/patch' },
      body: bareBody,
      ids: others,
    })
    return await compare(context, `propagation ${mode}`, product, plain)
  } finally {
    await baseline.stop()
  }
}

type Way = Pick<OpenLoopOptions, 'group' | 'server'> & Stream

function sideOf(load: LoadClient, process: ServerProcess, { group, server, ids, body }: Way): Side {
  const streams = [{ ids: spread(ids), body }]
  return {
    server: process,
    turns: [],
    turn: (ms) => load.call('patchOpenLoop', { group, server, streams, perSecond, ms }),
  }
}

/** Neighbours in the database are not neighbours in time. 7 divides no number of screens that is a power of ten. */
const spread = (ids: string[]): string[] => ids.map((_, index) => ids[(index * 7) % ids.length]!)

async function compare(context: BenchContext, name: string, product: Side, plain: Side): Promise<Row[]> {
  const [rounds, ms] = context.quick ? [3, 2000] : [6, 5000]
  const sides = [product, plain]
  for (const side of sides) await side.turn(ms)
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const before = side.server.cpuMs()
      const { latencies, written, keptUp } = await side.turn(ms)
      side.turns.push({
        p50: percentile(latencies, 0.5),
        p99: percentile(latencies, 0.99),
        keptUp,
        written,
        cpuMs: (side.server.cpuMs() - before) / written,
      })
    }
  }
  if (context.profileDir) {
    const running = await product.server.profile()
    await product.turn(5000)
    const lines = await running.stop(path.join(context.profileDir, `${name.replace(' ', '-')}.cpuprofile`))
    context.say(`${name}, self time:\n${lines.join('\n')}`)
  }
  return rowsOf(name, product.turns, plain.turns)
}

function rowsOf(name: string, product: Turn[], plain: Turn[]): Row[] {
  const above = (key: 'p50' | 'p99') => median(product.map((turn, round) => turn[key] - plain[round]![key]))
  const millis = (turns: Turn[], key: 'p50' | 'p99') => `${median(turns.map((turn) => turn[key])).toFixed(1)} ms`
  const cpu = (turns: Turn[]) => `${median(turns.map(({ cpuMs }) => cpuMs)).toFixed(2)} ms`
  const late = (turns: Turn[], whose: string) => {
    const failed = turns.filter(({ keptUp }) => !keptUp).length
    return failed === 0 ? '' : `; ${whose} did not keep up with ${perSecond}/s in ${failed} of ${turns.length} rounds`
  }
  // Next to something that has no end itself, nothing is slow.
  const isVoid = plain.filter(({ keptUp }) => !keptUp).length > plain.length / 2
  const lates = late(product, 'the product') + late(plain, 'the baseline')
  return [
    {
      name: `${name}: p99 above the bare path`,
      figure: isVoid ? Number.NaN : above('p99'),
      unit: 'ms',
      goal: { most: 25 },
      detail: `${millis(product, 'p99')} against ${millis(plain, 'p99')}; ${product.length} rounds at ${perSecond}/s${lates}`,
    },
    {
      name: `${name}: p50 above the bare path`,
      figure: isVoid ? Number.NaN : above('p50'),
      unit: 'ms',
      goal: null,
      detail: `${millis(product, 'p50')} against ${millis(plain, 'p50')}; CPU per change ${cpu(product)} against ${cpu(plain)}`,
    },
  ]
}
