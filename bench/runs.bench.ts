import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { createPool, withTransaction } from '../kit/db/pool.ts'
import { createLogger } from '../kit/log.ts'
import { newId } from '../kit/pure/ids/id-format.ts'
import type { JsonObject } from '../schema/events.ts'
import { newRun } from '../services/runtime/domain/runs/new-run.ts'
import { createGraphileEngine } from '../services/runtime/engine/flows/graphile-engine.ts'
import { insertRuns } from '../services/runtime/store/runs/run-writes.ts'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { seedFlows, type SeededFlow } from './lib/flows.ts'
import { ask, startMarquee, type Marquee } from './lib/marquee.ts'
import { spawnServer, type ServerProcess } from './lib/processes.ts'
import { median, medianRatio, percentile } from './lib/statistics.ts'

/** Runs of an executor that does nothing, from the queue to their end, against graphile-worker with a task that does nothing. */
export const runs: Bench = { name: 'runs', run }

/** As many as a worker takes on of runs that need no process (services/runtime/engine/flows/graphile-engine.ts). */
const atOnce = 128
/** As many processes as a worker keeps busy unless it is told otherwise. */
const processes = 4
const flowCount = 200
const waitMs = 120_000
const trigger = 'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }'
const bareWorker = fileURLToPath(new URL('servers/bare-worker.ts', import.meta.url))

async function run(context: BenchContext): Promise<Row[]> {
  const { quick, infrastructure } = context
  const marquee = await startMarquee(context, 'embedded')
  const pool = createPool(marquee.databaseUrl, {
    max: 2,
    name: 'bench',
    log: createLogger({ level: 'warn', name: 'bench' }),
  })
  let bare: ServerProcess | null = null
  try {
    const env = { DATABASE_URL: await infrastructure.database('bench_bare_worker'), CONCURRENCY: String(atOnce) }
    bare = await spawnServer({ args: [bareWorker], env, inspect: false, ready: /(http:\/\/\S+)/ })
    const flows = await seedFlows(marquee, flowCount)
    const [rounds, jobs, singles] = quick ? [2, 200, 20] : [4, 400, 60]
    await drainOurs(pool, flows, jobs)
    await call<{ ms: number }>(bare, '/drain', { jobs })
    const ours: number[] = []
    const theirs: number[] = []
    const cpu = marquee.edge.cpuMs()
    for (let round = 0; round < rounds; round++) {
      ours.push((jobs / (await drainOurs(pool, flows, jobs))) * 1000)
      theirs.push((jobs / (await call<{ ms: number }>(bare, '/drain', { jobs })).ms) * 1000)
    }
    const cpuPerRun = (marquee.edge.cpuMs() - cpu) / (rounds * jobs)
    if (context.profileDir) {
      const profile = await marquee.edge.profile()
      await drainOurs(pool, flows, jobs)
      context.say((await profile.stop(path.join(context.profileDir, 'runs-embedded.cpuprofile'))).join('\n'))
    }
    const inProcesses = await inProcessesOurs(pool, flows, jobs / 2)
    const single = await singleOurs(marquee, pool, flows, singles)
    const { times } = await call<{ times: number[] }>(bare, '/single', { rounds: singles })
    const above = median(single) - median(times)
    return [
      {
        name: `runs, from queue to end, ${atOnce} at once`,
        figure: medianRatio(ours, theirs),
        unit: 'x',
        goal: { least: 0.6 },
        detail: `${median(ours).toFixed(0)}/s against ${median(theirs).toFixed(0)}/s; ${cpuPerRun.toFixed(1)} ms of the server's CPU for each, Postgres and executors besides`,
      },
      {
        name: `runs of an executor in processes, ${processes} at once, per second`,
        figure: inProcesses,
        unit: '',
        goal: null,
        detail: `a sum, computed in one of ${processes} warm processes`,
      },
      {
        name: 'runs, one alone, p50 above',
        figure: above,
        unit: 'ms',
        goal: { most: 30 },
        detail: `p50 ${median(single).toFixed(1)} ms (p99 ${percentile(single, 0.99).toFixed(1)}) against ${median(times).toFixed(1)} ms`,
      },
    ]
  } finally {
    await pool.end()
    await bare?.stop()
    await marquee.stop()
  }
}

/** Puts runs into the queue as a scheduler does; milliseconds from the first one's start to the last one's end. */
async function drainOurs(
  pool: pg.Pool,
  flows: readonly SeededFlow[],
  count: number,
  parameters: JsonObject = {},
): Promise<number> {
  const engine = createGraphileEngine(pool, createLogger({ level: 'warn', name: 'bench' }), { runsAtOnce: 1 })
  const now = new Date().toISOString()
  const order = { trigger: 'MANUAL', gate: { open: true }, now, parameters } as const
  const queued = Array.from({ length: count }, (_, index) =>
    newRun({ id: newId('run', 12), flow: flows[index % flows.length]!, ...order }),
  )
  await withTransaction(pool, async (tx) => {
    await insertRuns(tx, queued)
    await engine.enqueue(
      tx,
      queued.map(({ id, codeRef }) => ({ type: 'run', runId: id, codeRef })),
    )
  })
  const { ms } = await untilEnded(
    pool,
    queued.map(({ id }) => id),
  )
  return ms
}

/** Runs per second of an executor that needs a process and has next to nothing to do. */
async function inProcessesOurs(pool: pg.Pool, flows: readonly SeededFlow[], count: number): Promise<number> {
  const turnInto = (codeRef: string) =>
    pool.query('UPDATE runtime.flow SET code_ref = $1 WHERE id = ANY($2)', [codeRef, flows.map(({ id }) => id)])
  await turnInto('expression.preview')
  const others = flows.map((flow) => ({ ...flow, codeRef: 'expression.preview' }))
  const parameters = { expression: 'a + 1', inputs: { a: [2] }, keep: false }
  await drainOurs(pool, others, 4 * processes, parameters)
  const perSecond = (count / (await drainOurs(pool, others, count, parameters))) * 1000
  await turnInto(flows[0]!.codeRef)
  return perSecond
}

type Ended = { ms: number; alone: number }

async function untilEnded(pool: pg.Pool, ids: readonly string[], everyMs = 50): Promise<Ended> {
  const start = performance.now()
  while (performance.now() - start < waitMs) {
    const { rows } = await pool.query<Ended & { ended: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE ended_at IS NOT NULL)::int AS ended, count(*) FILTER (WHERE status NOT IN ('QUEUED', 'RUNNING', 'SUCCEEDED'))::int AS failed,
         (extract(epoch FROM max(ended_at) - min(started_at)) * 1000)::float8 AS ms, (extract(epoch FROM max(ended_at) - min(created_at)) * 1000)::float8 AS alone
       FROM runtime.run WHERE id = ANY($1)`,
      [ids],
    )
    const { ended, failed, ms, alone } = rows[0]!
    if (failed > 0) throw new Error(`${failed} of ${ids.length} runs did not succeed`)
    if (ended === ids.length) return { ms, alone }
    await sleep(everyMs)
  }
  throw new Error(`${ids.length} runs have not ended after ${waitMs} ms`)
}

/** From the order by triggerRun to the end, by the database's clock, while nothing else goes on. */
async function singleOurs(
  { edge }: Marquee,
  pool: pg.Pool,
  flows: readonly SeededFlow[],
  rounds: number,
): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { triggerRun } = await ask<{ triggerRun: { run: { id: string } } }>(edge.url, trigger, {
      input: { instanceId: flows[round % flows.length]!.instanceId },
    })
    times.push((await untilEnded(pool, [triggerRun.run.id], 5)).alone)
  }
  return times
}

async function call<Answer>({ url }: ServerProcess, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as Answer
}
