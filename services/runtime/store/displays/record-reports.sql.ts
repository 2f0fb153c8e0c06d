import { presenceLimits } from '../../domain/displays/presence.ts'
import { instanceColumns } from '../instances/instance-row.ts'
import { screenGroups } from './screen-columns.ts'

/** How far back a change can be asked how long it took to be shown. */
const shownKept = 20

/** Living, of the tenant, and for who reports with a key one that names it. */
const theirs =
  "i.id = r.instance_id AND i.tenant_id = r.tenant_id AND i.deleted_at IS NULL AND (r.key_hash IS NULL OR r.key_hash = ANY(string_to_array(i.display_key_hash, ' ')))"

/**
 * What screens said, many in one statement: 5,000 that come back at once are a few of these. Sessions are no part of an
 * instance's state, so its row is neither locked nor written. A report for an instance that is not there, not the
 * tenant's, not the key's, or not yet at that revision, is left out; the answer has the instance (or not) beside every report.
 * Beside it stand all its screens before and after: who follows them is told of the difference. In the order of the
 * key, so that two processes wait for each other instead of deadlocking. The presence is that of domain/presence.ts
 * afterReport. The version is that of the instance at the revision that was painted, as the log says.
 *
 * $1 text[]  instance ids
 * $2 text[]  tenants of those who report
 * $3 text[]  devices
 * $4 int8[]  revisions painted, or null
 * $5 text[]  errors, or null
 * $6 text[]  hashes of the keys that they report with, or null
 * $7 int8[]  revisions received, or null
 * $8 text[]  states of the component
 * $9 int4[]  milliseconds that their clocks are ahead, or null
 * $10 text[] browsers, or null
 */
export const recordReportsSql = `
WITH report AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int8[], $5::text[], $6::text[], $7::int8[], $8::text[],
      $9::int4[], $10::text[])
    WITH ORDINALITY AS r(instance_id, tenant_id, device_id, revision, error, key_hash, received, state,
      clock_offset_ms, user_agent, position)
), told AS (
  INSERT INTO runtime.display_session AS s
    (instance_id, device_id, connected_at, last_seen_at, applied_revision, error, presence, received_revision, state,
     state_since, version_id, clock_offset_ms, user_agent, shown_revisions, shown_times)
  SELECT DISTINCT ON (r.instance_id, r.device_id) r.instance_id, r.device_id, now(), now(), r.revision, r.error, 'ONLINE',
    greatest(r.received, r.revision), r.state, now(),
    CASE WHEN r.revision = i.revision THEN i.resolved_version_id WHEN r.revision < i.revision THEN COALESCE((
      SELECT e.undo->>'resolvedVersionId' FROM runtime.instance_event e
      WHERE e.instance_id = i.id AND e.revision > r.revision AND e.undo ? 'resolvedVersionId'
      ORDER BY e.revision LIMIT 1), i.resolved_version_id) END,
    r.clock_offset_ms, r.user_agent,
    CASE WHEN r.revision IS NULL THEN '{}' ELSE ARRAY[r.revision] END,
    CASE WHEN r.revision IS NULL THEN '{}'::timestamptz[] ELSE ARRAY[now()] END
  FROM report r
  JOIN runtime.instance i ON ${theirs} AND greatest(r.received, r.revision, 0) <= i.revision
  ORDER BY r.instance_id, r.device_id, r.position DESC
  ON CONFLICT (instance_id, device_id) DO UPDATE SET
    connected_at = CASE WHEN s.presence = 'OFFLINE' THEN EXCLUDED.connected_at ELSE s.connected_at END,
    last_seen_at = EXCLUDED.last_seen_at,
    applied_revision = EXCLUDED.applied_revision,
    error = EXCLUDED.error,
    received_revision = EXCLUDED.received_revision,
    state = EXCLUDED.state,
    state_since = CASE
      WHEN s.state = EXCLUDED.state AND (s.error IS NULL) = (EXCLUDED.error IS NULL) THEN s.state_since ELSE now() END,
    version_id = EXCLUDED.version_id,
    behind_since = CASE WHEN s.applied_revision = EXCLUDED.applied_revision THEN s.behind_since END,
    clock_offset_ms = EXCLUDED.clock_offset_ms,
    user_agent = EXCLUDED.user_agent,
    shown_revisions = CASE WHEN EXCLUDED.applied_revision IS NULL OR s.shown_revisions[1] = EXCLUDED.applied_revision
      THEN s.shown_revisions ELSE (EXCLUDED.shown_revisions || s.shown_revisions)[1:${shownKept}] END,
    shown_times = CASE WHEN EXCLUDED.applied_revision IS NULL OR s.shown_revisions[1] = EXCLUDED.applied_revision
      THEN s.shown_times ELSE (EXCLUDED.shown_times || s.shown_times)[1:${shownKept}] END,
    presence = CASE
      WHEN s.presence = 'STALE' AND now() - s.last_seen_at > interval '${presenceLimits.onlineWithinMs} milliseconds' THEN 'STALE'
      ELSE 'ONLINE' END
  RETURNING s.*
), known AS (
  SELECT s.* FROM runtime.display_session s WHERE s.instance_id IN (SELECT instance_id FROM told)
), session AS (
  SELECT 'after' AS moment, * FROM told
  UNION ALL SELECT 'before', * FROM known
  UNION ALL SELECT 'after', k.* FROM known k
    WHERE NOT EXISTS (SELECT FROM told t WHERE t.instance_id = k.instance_id AND t.device_id = k.device_id)
), seen AS (
  SELECT instance_id,
    COALESCE(jsonb_agg(screens) FILTER (WHERE moment = 'before'), '[]') AS before,
    COALESCE(jsonb_agg(screens) FILTER (WHERE moment = 'after'), '[]') AS after
  FROM (${screenGroups('instance_id, moment', 'session')}) grouped GROUP BY instance_id
)
SELECT ${instanceColumns}, seen.before AS screens_before, seen.after AS screens_after
FROM report r
LEFT JOIN seen ON seen.instance_id = r.instance_id
LEFT JOIN runtime.instance i ON ${theirs}
ORDER BY r.position`
