/**
 * Rows of runtime.instance_event `e`, newest first, as one JSON array: beside the state in the same row they need no
 * second statement and no repeating of the state. Times are written as kit/db/pool.ts reads them.
 */
export const logEntriesJson = `json_agg(json_build_object(
    'revision', e.revision, 'type', e.type, 'patch', e.patch, 'undo', e.undo, 'changeId', e.change_id,
    'actorId', e.actor_id, 'reason', e.reason,
    'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.revision DESC)`
