import type { Job, JobDeps } from '../job.ts'
import { reevaluateFlows } from '../flows/reevaluate-flows.ts'

const batchSize = 200
const lostBatchSize = 2000
/** A job that was taken and started nothing for this long was a dead worker's. */
const lostAfterSeconds = 15
const lostEveryMs = 10_000

/**
 * What nobody says, because it is time that says it: workers that fell silent, flows whose SLA has passed, runs of
 * instances that ended, jobs that a worker took into its grave. Each is found by an index that holds nothing else.
 */
export function sweepRuns(deps: JobDeps): Job {
  const { pool, publisher, runs, engine, executors } = deps
  let lostAt = 0
  /** Where the next look for lost runs goes on: many may wait for long, and none of them is lost. */
  let lostAfter = ''

  const ids = async (name: string, text: string, values: unknown[]): Promise<string[]> =>
    (await pool.query<{ id: string }>({ name, text, values })).rows.map(({ id }) => id)

  async function crashSilent(): Promise<void> {
    const silent = await ids(
      'silent-runs',
      `SELECT id FROM runtime.run WHERE status = 'RUNNING' AND lease_expires_at < now() ORDER BY lease_expires_at LIMIT $1`,
      [batchSize],
    )
    const error = { code: 'WORKER_LOST', message: 'Its worker has fallen silent.', retryable: true }
    await Promise.all(silent.map((runId) => runs.submit({ runId, command: { type: 'CRASH', error } })))
  }

  async function cancelWanted(): Promise<void> {
    const { rows } = await pool.query<{ id: string; status: string }>({
      name: 'cancelling-runs',
      text: cancellingSql,
      values: [batchSize],
    })
    const running = rows.flatMap(({ id, status }) => (status === 'RUNNING' ? [id] : []))
    const waiting = rows.flatMap(({ id, status }) => (status === 'RUNNING' ? [] : [id]))
    await Promise.all(waiting.map((runId) => runs.submit({ runId, command: { type: 'CANCEL', reason: null } })))
    publisher.cancelRuns(running)
  }

  async function findLost(): Promise<void> {
    if (Date.now() - lostAt < lostEveryMs) return
    lostAt = Date.now()
    const { rows } = await pool.query<{ code_ref: string }>(
      `SELECT DISTINCT code_ref FROM runtime.run WHERE status = 'QUEUED' AND code_ref IS NOT NULL LIMIT 1000`,
    )
    const served = rows.map((row) => row.code_ref).filter((codeRef) => executors.serves(codeRef))
    if (served.length === 0) return
    const { rows: waiting } = await pool.query<{ id: string; code_ref: string }>({
      name: 'long-queued-runs',
      text: longQueuedSql,
      values: [served, lostAfterSeconds, lostAfter, lostBatchSize],
    })
    lostAfter = waiting.length < lostBatchSize ? '' : (waiting.at(-1)?.id ?? '')
    const inHand = await engine.heartbeat(
      pool,
      waiting.map(({ id }) => id),
    )
    const lost = waiting.filter(({ id }) => !inHand.has(id))
    await engine.enqueue(
      pool,
      lost.map(({ id, code_ref: codeRef }) => ({ type: 'run', runId: id, codeRef })),
    )
  }

  return {
    name: 'sweep-runs',
    everyMs: 1000,
    async run() {
      await crashSilent()
      await cancelWanted()
      const overdue = await ids(
        'overdue-flows',
        `SELECT id FROM runtime.flow WHERE stale_at <= now() AND removed_at IS NULL ORDER BY stale_at LIMIT $1`,
        [batchSize],
      )
      await reevaluateFlows(deps, overdue)
      await findLost()
    },
  }
}

const cancellingSql = `
SELECT id, status FROM runtime.run
WHERE cancel_requested_at IS NOT NULL AND status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING')
ORDER BY cancel_requested_at LIMIT $1`

const longQueuedSql = `
SELECT r.id, r.code_ref FROM runtime.run r
WHERE r.status = 'QUEUED' AND r.code_ref = ANY($1::text[]) AND GREATEST(r.queued_at, r.run_at) < now() - make_interval(secs => $2) AND r.id > $3
ORDER BY r.id LIMIT $4`
