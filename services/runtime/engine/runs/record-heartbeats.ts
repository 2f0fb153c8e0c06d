import { withTransaction } from '../../../../kit/db/pool.ts'
import type { RunState } from '../../../../schema/events.ts'
import { reportRuns, type RunReport } from '../../store/runs/run-reports.ts'
import { logRunEvents, type Happened } from '../../store/runs/run-writes.ts'
import type { Publisher } from '../changes/publisher.ts'
import type { Pool } from 'pg'

/** That a worker still carries out a run, how far it is, and what it has logged since. */
export type WorkerReport = RunReport & { lines: readonly string[] }

/**
 * Takes in what workers report, renews their leases, and tells those who follow the runs. Answers the runs that are
 * theirs to go on with; a heartbeat alone leaves no event.
 */
export async function recordHeartbeats(
  { pool, publisher }: { pool: Pool; publisher: Publisher },
  reports: readonly WorkerReport[],
  leaseMs: number,
): Promise<Map<string, RunState>> {
  if (reports.length === 0) return new Map()
  const { found, events } = await withTransaction(pool, async (tx) => {
    const found = await reportRuns(tx, reports, leaseMs)
    const happened = reports.flatMap(({ runId, lines }): Happened[] => {
      const reported = found.get(runId)
      if (!reported) return []
      const { run, progressed, at } = reported
      return [
        ...(lines.length > 0 ? [{ type: 'LOG' as const, at, body: { lines: [...lines] }, run }] : []),
        ...(progressed ? [{ type: 'PROGRESS' as const, at, body: {}, run }] : []),
      ]
    })
    return { found, events: await logRunEvents(tx, happened) }
  })
  publisher.publishRuns(
    events.flatMap((event) => {
      const instance = found.get(event.runId)
      return instance ? [{ event, instance }] : []
    }),
  )
  return new Map([...found].map(([id, { run }]) => [id, run]))
}
