import { setTimeout as sleep } from 'node:timers/promises'
import { Logger as GraphileLogger, run, runMigrations, type Runner, type Task, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { isLight } from '../../../../executors/registry.ts'
import { Semaphore } from '../../../../kit/semaphore.ts'
import type { Logger } from '../../../../kit/log.ts'
import type { EngineHandlers, EngineJob, FlowEngine } from './flow-engine.ts'

/** Looking again at flows is a transaction each; more at a time would only wait for each other's rows. */
const lookersMax = 2
/** What takes milliseconds is taken on many at once: what happens to them is a few statements for all (run-door.ts). */
const quickMax = 128
const pollIntervalMs = 2000
/** What this process has taken on and has no time for goes back to where others find it. */
const givenBackAfterMs = 5000
/** How long runs may go on when the process is to end. */
const graceMs = 800
const againAfterMs = 1000
const taskPrefix = 'marquee:'

/**
 * Graphile Worker behind the port: LISTEN/NOTIFY brings a job to a worker within milliseconds, and add_jobs works in the
 * caller's transaction. What is hidden here: its tables are made under a lock of ours, because several processes start at
 * once; it neither listens to signals nor to a crontab; a job that is taken while it is added again becomes a second job,
 * which finds the run started and does nothing.
 */
export function createGraphileEngine(pool: Pool, log: Logger, { runsAtOnce }: { runsAtOnce: number }): FlowEngine {
  const logger = new GraphileLogger(() => (level, message, meta) => {
    // What goes wrong with a run stands in the run; its own chatter is for whoever looks for trouble in it.
    const write = level === 'error' ? log.warn.bind(log) : log.debug.bind(log)
    write({ engine: meta }, message)
  })
  const shared = { pgPool: pool, logger }
  return {
    async prepare() {
      const client = await pool.connect()
      try {
        await client.query(`SELECT pg_advisory_lock(hashtextextended('graphile_worker', 0))`)
        await runMigrations({ ...shared, noHandleSignals: true })
      } finally {
        await client.query(`SELECT pg_advisory_unlock(hashtextextended('graphile_worker', 0))`).catch(() => {})
        client.release()
      }
    },
    // Its deployments are the tasks that every worker knows.
    pair: (_tx, _instanceId, { codeRef }) => Promise.resolve({ 'graphile-worker': { task: runTask(codeRef) } }),
    async enqueue(tx, jobs) {
      if (jobs.length === 0) return
      await tx.query({ name: 'enqueue-jobs', text: enqueueSql, values: [JSON.stringify(jobs.map(toSpec))] })
    },
    async cancel(tx, runIds) {
      if (runIds.length === 0) return
      await tx.query({
        name: 'cancel-jobs',
        text: 'SELECT graphile_worker.remove_job(id) FROM unnest($1::text[]) AS id',
        values: [runIds],
      })
    },
    async heartbeat(sql, runIds) {
      const { rows } = await sql.query<{ key: string }>({
        name: 'jobs-in-hand',
        text: inHandSql,
        values: [runIds, startedWithinSeconds],
      })
      return new Set(rows.map(({ key }) => key))
    },
    async start(handlers) {
      const { slow, quick } = tasksOf(handlers)
      // Together, what is done at the same moment is one statement. Alone, a failure to write it down ends in a rejection that
      // nobody handles, and that in the end of the process.
      const together = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }
      const many = { ...together, localQueue: { size: quickMax, ttl: givenBackAfterMs } }
      const options = {
        ...shared,
        pollInterval: pollIntervalMs,
        gracefulShutdownAbortTimeout: graceMs,
        noHandleSignals: true,
        parsedCronItems: [],
      }
      // Two, because long runs must not keep waiting what takes milliseconds.
      const stops = [
        await keepRunning(
          () => run({ ...options, preset: { worker: together }, concurrency: runsAtOnce, taskList: slow }),
          log,
        ),
        await keepRunning(
          () => run({ ...options, preset: { worker: many }, concurrency: quickMax, taskList: quick }),
          log,
        ),
      ]
      return async () => {
        await Promise.all(stops.map((stop) => stop()))
      }
    },
  }
}

/**
 * It gives up for good when it cannot say that a job is done, as when the database is away at that moment: then another
 * one is started in its place. Rejects if the first cannot be started.
 */
async function keepRunning(make: () => Promise<Runner>, log: Logger): Promise<() => Promise<void>> {
  const ending = new AbortController()
  let runner: Runner | null = await make()
  const keeping = (async () => {
    while (!ending.signal.aborted) {
      await runner?.promise.catch((error: unknown) =>
        log.warn({ err: error }, 'the engine has given up; it is started again'),
      )
      if (ending.signal.aborted) return
      await sleep(againAfterMs, undefined, { signal: ending.signal }).catch(() => {})
      runner = ending.signal.aborted ? null : await make().catch(() => null)
    }
  })()
  return async () => {
    ending.abort()
    await runner?.stop().catch((error: unknown) => log.debug({ err: error }, 'the engine was stopping already'))
    await keeping
  }
}

/** What a worker took it starts, or is dead. */
const startedWithinSeconds = 15

const inHandSql = `
SELECT key FROM graphile_worker.jobs
WHERE key = ANY($1::text[]) AND attempts < max_attempts AND (locked_at IS NULL OR locked_at > now() - make_interval(secs => $2))`

const enqueueSql = `
SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
  SELECT (j.identifier, j.payload, NULL, j.run_at, 25, j.key, 0, NULL)::graphile_worker.job_spec
  FROM jsonb_to_recordset($1::jsonb) AS j(identifier text, payload json, run_at timestamptz, key text)))`

const runTask = (codeRef: string | null): string => taskPrefix + (isLight(codeRef) ? 'light-run' : 'run')

function toSpec(job: EngineJob) {
  switch (job.type) {
    case 'run':
      return {
        identifier: runTask(job.codeRef),
        payload: { runId: job.runId, codeRef: job.codeRef },
        run_at: job.runAt ?? null,
        key: job.runId,
      }
    case 'flows':
      return { identifier: `${taskPrefix}flows`, payload: { flowIds: job.flowIds }, run_at: null, key: null }
    case 'instances':
      return {
        identifier: `${taskPrefix}instances`,
        payload: { instanceIds: job.instanceIds },
        run_at: null,
        key: null,
      }
  }
}

function tasksOf(handlers: EngineHandlers): Record<'slow' | 'quick', TaskList> {
  const run: Task = async (payload, { abortSignal }) =>
    await handlers.run(
      payload as { runId: string; codeRef: string | null },
      abortSignal ?? new AbortController().signal,
    )
  const lookers = new Semaphore(lookersMax)
  return {
    slow: { [`${taskPrefix}run`]: run },
    quick: {
      [`${taskPrefix}light-run`]: run,
      [`${taskPrefix}flows`]: (payload) =>
        lookers.run(() => handlers.flows((payload as { flowIds: string[] }).flowIds)),
      [`${taskPrefix}instances`]: (payload) =>
        lookers.run(() => handlers.instances((payload as { instanceIds: string[] }).instanceIds)),
    },
  }
}
