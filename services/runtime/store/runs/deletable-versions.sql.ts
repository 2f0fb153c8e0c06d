import type { Sql } from '../../../../kit/db/pool.ts'

/**
 * Which of these runs of an instance nobody works with any more, so that what they stored may go: they have ended, not
 * in success; or `kept` younger successes of their flow have, all of them before any run that may still be reading.
 *
 * Who started after `cutoff` took what was the newest then or later, and that is among the kept. Runs that go on have
 * pinned their upstreams; a run of the flow itself goes on from what was its last success when it started, so the
 * oldest of them moves the cutoff. `graceSeconds` is for those who read without a run.
 */
export async function deletableVersions(
  sql: Sql,
  {
    instanceId,
    runIds,
    kept,
    graceSeconds,
  }: { instanceId: string; runIds: readonly string[]; kept: number; graceSeconds: number },
): Promise<Set<string>> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'deletable-versions',
    text,
    values: [instanceId, runIds, kept, graceSeconds],
  })
  return new Set(rows.map(({ id }) => id))
}

const text = `
WITH candidate AS (
  SELECT r.id, r.flow_id, r.status, r.ended_at FROM runtime.run r WHERE r.id = ANY($2::text[]) AND r.instance_id = $1 AND r.ended_at IS NOT NULL
), cutoff AS (
  SELECT f.id AS flow_id, f.last_success_run_id, LEAST(
    clock_timestamp() - make_interval(secs => $4::float8),
    (SELECT min(o.started_at) FROM runtime.run o WHERE o.flow_id = f.id AND o.status = 'RUNNING')) AS at
  FROM runtime.flow f WHERE f.id IN (SELECT flow_id FROM candidate)
)
SELECT c.id FROM candidate c JOIN cutoff k USING (flow_id)
WHERE c.ended_at < k.at AND (
  c.status IN ('FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED')
  OR (c.status = 'SUCCEEDED' AND c.id IS DISTINCT FROM k.last_success_run_id
    AND (SELECT count(*) FROM (
      SELECT FROM runtime.run n
      WHERE n.flow_id = c.flow_id AND n.status = 'SUCCEEDED' AND n.ended_at < k.at AND (n.ended_at, n.id) > (c.ended_at, c.id)
      ORDER BY n.created_at DESC LIMIT $3) AS newer) >= $3
    AND NOT EXISTS (SELECT FROM runtime.run u WHERE u.status = 'RUNNING' AND u.upstream_run_ids ->> c.flow_id = c.id)))`

/** Which of these runs of an instance ended so long ago. */
export async function endedRuns(
  sql: Sql,
  { instanceId, runIds, graceSeconds }: { instanceId: string; runIds: readonly string[]; graceSeconds: number },
): Promise<Set<string>> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'ended-runs',
    text: 'SELECT r.id FROM runtime.run r WHERE r.id = ANY($2::text[]) AND r.instance_id = $1 AND r.ended_at < clock_timestamp() - make_interval(secs => $3::float8)',
    values: [instanceId, runIds, graceSeconds],
  })
  return new Set(rows.map(({ id }) => id))
}
