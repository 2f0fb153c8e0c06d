import type { Visibility } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { RunState } from '../../../../schema/events.ts'
import { runColumns, toRunState, type RunRow } from './run-row.ts'

export type RunReport = { runId: string; lease: string; progress: number | null }

export type ReportedRun = {
  run: RunState
  progressed: boolean
  tenantId: string
  projectId: string | null
  visibility: Visibility
  at: string
}

/**
 * What workers say of runs that they carry out: that they still do, and how far they are. Renews the leases, all in one
 * statement. A run that is missing from the answer has ended, or is somebody else's now.
 */
export async function reportRuns(
  tx: Sql,
  reports: readonly RunReport[],
  leaseMs: number,
): Promise<Map<string, ReportedRun>> {
  const rows = reports.map(({ runId, lease, progress }) => ({ id: runId, lease, progress }))
  const found = await tx.query<
    RunRow & { progressed: boolean; project_id: string | null; visibility: Visibility; at: string }
  >({
    name: 'report-runs',
    text: reportSql,
    values: [JSON.stringify(rows), leaseMs],
  })
  return new Map(
    found.rows.map((row) => [
      row.id,
      {
        run: toRunState(row),
        progressed: row.progressed,
        tenantId: row.tenant_id,
        projectId: row.project_id,
        visibility: row.visibility,
        at: row.at,
      },
    ]),
  )
}

const reportSql = `
WITH report AS MATERIALIZED (
  SELECT n.*, r.progress AS before
  FROM jsonb_to_recordset($1::jsonb) AS n(id text, lease text, progress float8)
  JOIN runtime.run r ON r.id = n.id AND r.lease = n.lease AND r.status = 'RUNNING'
  ORDER BY r.id FOR NO KEY UPDATE OF r
)
UPDATE runtime.run r SET
  heartbeat_at = now(), lease_expires_at = now() + make_interval(secs => $2::float8 / 1000), progress = COALESCE(n.progress, r.progress)
FROM report n JOIN runtime.run o ON o.id = n.id JOIN runtime.instance i ON i.id = o.instance_id
WHERE r.id = n.id
RETURNING ${runColumns}, n.progress IS NOT NULL AND n.progress IS DISTINCT FROM n.before AS progressed, i.project_id, i.visibility,
  date_trunc('milliseconds', clock_timestamp()) AS at`
