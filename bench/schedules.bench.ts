import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { createPool } from '../kit/db/pool.ts'
import { createLogger } from '../kit/log.ts'
import { takeDue, untilNextTick } from '../services/runtime/store/schedules/due-schedules.ts'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { patiently, seedFlows, type SeededFlow } from './lib/flows.ts'
import { startMarquee } from './lib/marquee.ts'
import { medianRatio, median } from './lib/statistics.ts'

/** Many schedules of which few are due: how soon their runs start, and what a look costs that finds as much among more. */
export const schedules: Bench = { name: 'schedules', run }

const small = 1000
const dueAtOnce = 1000
const dueInLook = 100
const waitMs = 180_000

async function run(context: BenchContext): Promise<Row[]> {
  const { quick } = context
  const many = quick ? 20_000 : 100_000
  const marquee = await startMarquee(context, 'embedded')
  const pool = createPool(marquee.databaseUrl, {
    max: 2,
    name: 'bench',
    log: createLogger({ level: 'warn', name: 'bench' }),
  })
  try {
    const flows = await seedFlows(marquee, many)
    const rounds = quick ? 5 : 15
    await plant(marquee.databaseUrl, flows.slice(0, small))
    const few = await looks(pool, rounds)
    await plant(marquee.databaseUrl, flows.slice(small))
    const large = await looks(pool, rounds)
    const started = await burst(pool, flows.slice(0, dueAtOnce))
    return [
      {
        name: `schedules, a look that finds ${dueInLook} due, among ${many} by among ${small}`,
        figure: medianRatio(large, few),
        unit: 'x',
        goal: { most: 1.5 },
        detail: `${median(large).toFixed(1)} ms against ${median(few).toFixed(1)} ms`,
      },
      {
        name: `schedules, ${dueAtOnce} of ${many} due in one second, last run started after`,
        figure: started.lastStart,
        unit: 's',
        goal: { most: 5 },
        detail: `last run queued after ${started.lastQueued.toFixed(2)} s, half of them started after ${started.medianStart.toFixed(2)} s`,
      },
    ]
  } finally {
    await pool.end()
    await marquee.stop()
  }
}

/** Schedules that come in the far future. */
async function plant(databaseUrl: string, flows: readonly SeededFlow[]): Promise<void> {
  await patiently(databaseUrl, async (client) => {
    await client.query(
      `INSERT INTO runtime.schedule (id, flow_id, instance_id, tenant_id, expression, timezone, type, next_tick_at)
       SELECT replace(f, 'flow-', 'sch-'), f, i, $3, '0 0 1 1 *', 'UTC', 'CRON', now() + interval '300 days' + n * interval '1 second'
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS s(f, i, n)`,
      [flows.map(({ id }) => id), flows.map(({ instanceId }) => instanceId), flows[0]!.tenantId],
    )
    await client.query('VACUUM (ANALYZE) runtime.schedule')
  })
}

/** What a scheduler asks with every look, in a transaction that nothing comes of: the due ones are due in it alone. */
async function looks(pool: pg.Pool, rounds: number): Promise<number[]> {
  const times: number[] = []
  const client = await pool.connect()
  try {
    for (let round = 0; round <= rounds; round++) {
      await client.query('BEGIN')
      await client.query(
        `UPDATE runtime.schedule SET next_tick_at = now() - interval '1 second' WHERE id IN (SELECT id FROM runtime.schedule ORDER BY id LIMIT $1)`,
        [dueInLook],
      )
      const start = performance.now()
      const { due } = await takeDue(client, dueInLook * 2)
      await untilNextTick(client)
      // The first look prepares its statements.
      if (round > 0) times.push(performance.now() - start)
      await client.query('ROLLBACK')
      if (due.length !== dueInLook) throw new Error(`${due.length} schedules were due instead of ${dueInLook}`)
    }
  } finally {
    client.release()
  }
  return times
}

type Burst = { lastQueued: number; medianStart: number; lastStart: number }

/** All at the same moment, a few seconds from now; seconds from that moment, by the database's clock. */
async function burst(pool: pg.Pool, flows: readonly SeededFlow[]): Promise<Burst> {
  const ids = flows.map(({ id }) => id)
  const { rows } = await pool.query<{ at: string }>(`SELECT date_trunc('second', now()) + interval '3 seconds' AS at`)
  const { at } = rows[0]!
  await pool.query(
    `UPDATE runtime.schedule SET expression = $2::text, type = 'ONCE', next_tick_at = $2::text::timestamptz WHERE flow_id = ANY($1)`,
    [ids, at],
  )
  const start = performance.now()
  while (performance.now() - start < waitMs) {
    await sleep(250)
    const found = await pool.query<Burst & { started: number }>(
      `SELECT count(r.started_at)::int AS started, extract(epoch FROM max(r.created_at) - $2::timestamptz)::float8 AS "lastQueued",
         extract(epoch FROM percentile_disc(0.5) WITHIN GROUP (ORDER BY r.started_at) - $2::timestamptz)::float8 AS "medianStart",
         extract(epoch FROM max(r.started_at) - $2::timestamptz)::float8 AS "lastStart"
       FROM runtime.run r WHERE r.flow_id = ANY($1) AND r.scheduled_for = $2::timestamptz`,
      [ids, at],
    )
    const { started, ...times } = found.rows[0]!
    if (started === flows.length) return times
  }
  throw new Error(`not all of ${flows.length} runs have started after ${waitMs} ms`)
}
