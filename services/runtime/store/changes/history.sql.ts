import { instanceColumns } from '../instances/instance-row.ts'
import { logEntriesJson } from '../runs/log-entries.sql.ts'

/**
 * A page of the log of each of several instances, newest first, with the present state and the number of changes on
 * record. Revisions have no gaps and old rows go first, so that number is told from the oldest row instead of by
 * counting them. A page ends early where its rows are too many bytes; it has one row at least. `available` is how many
 * it would have had.
 *
 * $1 text[]  ids
 * $2 int8[]  only revisions below this one, or null
 * $3 int[]   how many at most
 * $4 int8    how many bytes of patches one page may have
 */
export const historyPagesSql = `
SELECT q.ordinal::int AS ordinal, ${instanceColumns}, p.changes, p.available,
  COALESCE(i.revision + 1 - (SELECT min(o.revision) FROM runtime.instance_event o WHERE o.instance_id = q.id), 0) AS total_count
FROM unnest($1::text[], $2::int8[], $3::int[]) WITH ORDINALITY AS q(id, before, first, ordinal)
JOIN runtime.instance i ON i.id = q.id AND i.deleted_at IS NULL
CROSS JOIN LATERAL (
  SELECT ${logEntriesJson} FILTER (WHERE e.place = 1 OR e.bytes <= $4::int8) AS changes, count(*)::int AS available
  FROM (
    SELECT r.*, row_number() OVER newest AS place,
      sum(octet_length(r.patch::text) + COALESCE(octet_length(r.undo::text), 0)) OVER newest AS bytes
    FROM (
      SELECT * FROM runtime.instance_event r
      WHERE r.instance_id = q.id AND r.revision < LEAST(q.before, i.revision + 1)
      ORDER BY r.revision DESC LIMIT q.first
    ) r
    WINDOW newest AS (ORDER BY r.revision DESC)
  ) e
) p
ORDER BY q.ordinal`

/**
 * What must be undone to come from heads to pages, newest first: of each instance the next rows, no more than the
 * bytes say and one at least.
 *
 * $1 text[]  ids
 * $2 int8[]  newest revision of the page
 * $3 int8[]  revision that has been reached
 * $4 int8    how many bytes of one instance
 */
export const historyStatesSql = `
SELECT q.ordinal::int AS ordinal, e.revision, e.at, e.undo
FROM unnest($1::text[], $2::int8[], $3::int8[]) WITH ORDINALITY AS q(id, page, reached, ordinal)
CROSS JOIN LATERAL (
  SELECT s.revision, s.at, s.undo FROM (
    SELECT r.revision, r.at, r.undo, row_number() OVER newest AS place, sum(octet_length(r.undo::text)) OVER newest AS bytes
    FROM (
      SELECT * FROM runtime.instance_event r
      WHERE r.instance_id = q.id AND r.revision > q.page AND r.revision <= q.reached
      ORDER BY r.revision DESC LIMIT 500
    ) r
    WINDOW newest AS (ORDER BY r.revision DESC)
  ) s
  WHERE s.place = 1 OR s.bytes <= $4::int8
) e
ORDER BY q.ordinal, e.revision DESC`
