/**
 * Who last wrote a place in an instance's props, as the log says it: the newest row whose patch says something there or
 * below, or replaces something above that is more than a member; or the first row, with which everything came that was
 * there from the beginning. Looks at the newest 1,000 revisions up to the one asked about, so that a place nobody ever writes
 * costs a bounded read of one index range.
 *
 * $1 jsonb  [{ position, instanceId, revision, root, path }], path without its leading root
 * $2 int    how many revisions back at most
 */
export const lastTouchesSql = `
SELECT w.position, l.actor_id, l.at
FROM jsonb_to_recordset($1::jsonb) AS w(position int, "instanceId" text, revision bigint, root text, path text[])
CROSS JOIN LATERAL (
  SELECT e.actor_id, e.at
  FROM (
    SELECT r.actor_id, r.at, r.type, r.revision, r.patch -> w.root AS patch
    FROM runtime.instance_event r
    WHERE r.instance_id = w."instanceId" AND r.revision <= w.revision AND r.revision > w.revision - $2::int
  ) e
  WHERE e.type = 'CREATED' OR EXISTS (
    SELECT 1 FROM generate_series(1, cardinality(w.path)) AS k
    WHERE (e.patch #> w.path[1:k]) IS NOT NULL
      AND (k = cardinality(w.path) OR jsonb_typeof(e.patch #> w.path[1:k]) <> 'object')
  )
  ORDER BY e.revision DESC LIMIT 1
) l`
