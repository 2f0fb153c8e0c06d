/**
 * Where feeds of runs are, what happened since, and which runs tell the present of those that start here or start over:
 * all that have not ended (the newest hundred) and the newest of each flow. The log is not touched where nothing was
 * missed. The LIMIT tells the planner that there is one epoch.
 *
 * $1 text[]  instance of each request, or null
 * $2 text[]  run of each request, or null: all of the instance
 * $3 int8[]  position that is known, or null: only the present
 * $4 text[]  epoch of that position
 * $5 int     how many events at most
 */
export const runFeedsSql = `
SELECT f.epoch, i.id AS instance_id, i.tenant_id, i.project_id, i.visibility, COALESCE(h.position, 0)::bigint AS head, COALESCE(c.resumes, false) AS resumes,
  CASE WHEN c.resumes THEN e.events END AS events, p.present
FROM unnest($1::text[], $2::text[], $3::int8[], $4::text[]) WITH ORDINALITY AS w(instance_id, run_id, position, epoch, ordinal)
CROSS JOIN (SELECT epoch FROM runtime.feed_epoch LIMIT 1) f
LEFT JOIN runtime.run t ON t.id = w.run_id
LEFT JOIN runtime.instance i ON i.id = CASE WHEN w.run_id IS NULL THEN w.instance_id ELSE t.instance_id END AND i.deleted_at IS NULL
LEFT JOIN runtime.run_feed h ON h.instance_id = i.id
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object(
    'position', l.position, 'runId', l.run_id, 'type', l.type, 'body', l.body, 'run', l.run,
    'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY l.position) AS events, count(*) AS events_count
  FROM (
    SELECT * FROM runtime.run_event l
    WHERE l.instance_id = i.id AND l.position > w.position AND w.epoch = f.epoch AND (w.run_id IS NULL OR l.run_id = w.run_id)
    ORDER BY l.position LIMIT $5::int + 1
  ) l
) e ON true
LEFT JOIN LATERAL (
  SELECT w.epoch = f.epoch AND e.events_count <= $5::int AND (w.position = COALESCE(h.position, 0) OR EXISTS (
    SELECT FROM runtime.run_event n WHERE n.instance_id = i.id AND n.position = w.position + 1)) AS resumes
) c ON true
LEFT JOIN LATERAL (
  SELECT array_agg(r.id ORDER BY r.created_at, r.id) AS present
  FROM runtime.run r
  WHERE r.id = w.run_id OR (w.run_id IS NULL AND w.position IS NULL OR w.run_id IS NULL AND NOT COALESCE(c.resumes, false)) AND r.id IN (
    (SELECT o.id FROM runtime.flow x JOIN runtime.run o ON o.flow_id = x.id
     WHERE x.instance_id = i.id AND o.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') ORDER BY o.created_at DESC, o.id DESC LIMIT 100)
    UNION
    SELECT l.id FROM runtime.flow x CROSS JOIN LATERAL (
      SELECT o.id FROM runtime.run o WHERE o.flow_id = x.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1) l
    WHERE x.instance_id = i.id AND x.removed_at IS NULL)
) p ON true
ORDER BY w.ordinal`
