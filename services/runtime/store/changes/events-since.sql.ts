import { instanceColumns } from '../instances/instance-row.ts'
import { logEntriesJson } from '../runs/log-entries.sql.ts'

/**
 * Heads and missed changes of many instances. Two index probes per request; the log is not touched where nothing was
 * missed, nor where so much was missed that the reader has to start over, so a screen that comes back after a month
 * costs as little as one that comes back after a second. The LIMIT tells the planner that there is one epoch: it
 * guesses 1,330 in a table without statistics, and the plan's cost then passes the threshold for JIT compilation.
 *
 * $1 text[]  ids
 * $2 int8[]  known revision of each, or null: only the head
 * $3 text[]  epoch of that revision
 * $4 int     how many changes of one instance at most
 */
export const eventsSinceSql = `
SELECT w.id AS wanted, f.epoch AS current_epoch, l.changes, ${instanceColumns}
FROM unnest($1::text[], $2::int8[], $3::text[]) WITH ORDINALITY AS w(id, revision, epoch, position)
CROSS JOIN (SELECT epoch FROM runtime.feed_epoch LIMIT 1) f
LEFT JOIN runtime.instance i ON i.id = w.id AND i.deleted_at IS NULL
LEFT JOIN LATERAL (
  SELECT ${logEntriesJson} AS changes
  FROM runtime.instance_event e
  WHERE e.instance_id = i.id AND e.revision > w.revision AND e.revision <= i.revision
    AND w.epoch = f.epoch AND i.revision - w.revision BETWEEN 1 AND $4::int
) l ON true
ORDER BY w.position`
