import { presenceLimits } from '../../domain/displays/presence.ts'
import { instanceColumns } from '../instances/instance-row.ts'

/** Living, of the tenant, and for who reports with a key the one that names it. */
const theirs =
  'i.id = r.instance_id AND i.tenant_id = r.tenant_id AND i.deleted_at IS NULL AND (r.key_hash IS NULL OR r.key_hash = i.display_key_hash)'

/**
 * What screens said, many in one statement: 5,000 that come back at once are a few of these. Sessions are no part of an
 * instance's state, so its row is neither locked nor written. A report for an instance that is not there, not the
 * tenant's, not the key's, or not yet at that revision, is left out; the answer has the instance (or not) beside every report.
 * Beside it stand the presences and the shown revision of all its screens before and after: who follows them is told of
 * the difference. In the order of the key, so that two processes wait for each other instead of deadlocking. The presence is that of
 * domain/presence.ts afterReport.
 *
 * $1 text[]  instance ids
 * $2 text[]  tenants of those who report
 * $3 text[]  devices
 * $4 int8[]  revisions shown
 * $5 text[]  errors, or null
 * $6 text[]  hashes of the keys that they report with, or null
 */
export const recordReportsSql = `
WITH report AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int8[], $5::text[], $6::text[])
    WITH ORDINALITY AS r(instance_id, tenant_id, device_id, revision, error, key_hash, position)
), told AS (
  INSERT INTO runtime.display_session AS s
    (instance_id, device_id, connected_at, last_seen_at, applied_revision, error, presence)
  SELECT DISTINCT ON (r.instance_id, r.device_id) r.instance_id, r.device_id, now(), now(), r.revision, r.error, 'ONLINE'
  FROM report r
  JOIN runtime.instance i ON ${theirs} AND r.revision <= i.revision
  ORDER BY r.instance_id, r.device_id, r.position DESC
  ON CONFLICT (instance_id, device_id) DO UPDATE SET
    connected_at = CASE WHEN s.presence = 'OFFLINE' THEN EXCLUDED.connected_at ELSE s.connected_at END,
    last_seen_at = EXCLUDED.last_seen_at,
    applied_revision = EXCLUDED.applied_revision,
    error = EXCLUDED.error,
    presence = CASE
      WHEN s.presence = 'STALE' AND now() - s.last_seen_at > interval '${presenceLimits.onlineWithinMs} milliseconds' THEN 'STALE'
      ELSE 'ONLINE' END
  RETURNING s.instance_id, s.device_id, s.presence, s.applied_revision
), known AS (
  SELECT s.instance_id, s.device_id, s.presence, s.applied_revision
  FROM runtime.display_session s WHERE s.instance_id IN (SELECT instance_id FROM told)
), seen AS (
  SELECT instance_id,
    array_agg(presence) FILTER (WHERE is_before) AS presences_before, max(applied_revision) FILTER (WHERE is_before) AS shown_before,
    array_agg(presence) FILTER (WHERE is_after) AS presences, max(applied_revision) FILTER (WHERE is_after) AS shown
  FROM (
    SELECT instance_id, presence, applied_revision, false AS is_before, true AS is_after FROM told
    UNION ALL
    SELECT k.instance_id, k.presence, k.applied_revision, true, t.instance_id IS NULL
    FROM known k LEFT JOIN told t ON t.instance_id = k.instance_id AND t.device_id = k.device_id
  ) session GROUP BY instance_id
)
SELECT ${instanceColumns}, seen.presences_before, seen.shown_before, seen.presences, seen.shown
FROM report r
LEFT JOIN seen ON seen.instance_id = r.instance_id
LEFT JOIN runtime.instance i ON ${theirs}
ORDER BY r.position`
