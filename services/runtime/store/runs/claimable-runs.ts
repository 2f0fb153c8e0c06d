import type { Sql } from '../../../../kit/db/pool.ts'

const candidatesMax = 10

/**
 * Runs of these code refs that are due, oldest first. `free`: without those that somebody has a hand on at this moment, so
 * that racing workers do not all wait for the same one. Who finds none among them asks for all: a hand is not a claim.
 */
export async function claimableRuns(
  sql: Sql,
  tenantId: string,
  codeRefs: readonly string[],
  { free }: { free: boolean },
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: free ? 'free-claimable-runs' : 'claimable-runs',
    text: `SELECT r.id FROM runtime.run r
      WHERE r.status = 'QUEUED' AND r.code_ref = ANY($1::text[]) AND r.tenant_id = $2 AND (r.run_at IS NULL OR r.run_at <= now())
      ORDER BY r.queued_at, r.id LIMIT $3${free ? ' FOR UPDATE SKIP LOCKED' : ''}`,
    values: [codeRefs, tenantId, candidatesMax],
  })
  return rows.map(({ id }) => id)
}

/** For how long the lease under which a run is carried out was made; null where it is not carried out under this one. */
export async function leaseMsOf(sql: Sql, runId: string, lease: string): Promise<number | null> {
  const { rows } = await sql.query<{ ms: number }>({
    name: 'lease-of-run',
    text: `SELECT (extract(epoch FROM r.lease_expires_at - r.heartbeat_at) * 1000)::float8 AS ms
      FROM runtime.run r WHERE r.id = $1 AND r.lease = $2 AND r.status = 'RUNNING'`,
    values: [runId, lease],
  })
  return rows[0] ? Math.round(rows[0].ms) : null
}
