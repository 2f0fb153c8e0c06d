import { instanceColumns } from '../instances/instance-row.ts'
import { logEntriesJson } from '../runs/log-entries.sql.ts'

/**
 * One page of an instance's log, newest first, with the present state and the number of changes on record. Revisions
 * have no gaps and old rows go first, so that number is told from the oldest row instead of by counting them.
 *
 * $1 text  id
 * $2 int8  only revisions below this one, or null
 * $3 int   how many at most
 */
export const historySql = `
SELECT ${instanceColumns}, p.changes,
  COALESCE(i.revision + 1 - (SELECT min(o.revision) FROM runtime.instance_event o WHERE o.instance_id = $1), 0) AS total_count
FROM runtime.instance i
CROSS JOIN LATERAL (
  SELECT ${logEntriesJson} AS changes
  FROM (
    SELECT * FROM runtime.instance_event r
    WHERE r.instance_id = $1 AND r.revision < LEAST($2::int8, i.revision + 1)
    ORDER BY r.revision DESC LIMIT $3::int
  ) e
) p
WHERE i.id = $1 AND i.deleted_at IS NULL`

/**
 * What must be undone to come from the head to a page: no more than that of each row.
 *
 * $1 text  id
 * $2 int8  newest revision of the page
 * $3 int8  revision of the head
 */
export const historyStatesSql = `
SELECT e.revision, e.at, e.undo FROM runtime.instance_event e
WHERE e.instance_id = $1 AND e.revision > $2 AND e.revision <= $3
ORDER BY e.revision DESC`
