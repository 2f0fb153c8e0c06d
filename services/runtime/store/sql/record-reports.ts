import { presenceLimits } from '../../domain/presence.ts'
import { instanceColumns } from '../instance-row.ts'

/**
 * What screens said, many in one statement: 5,000 that come back at once are a few of these. Sessions are no part of an
 * instance's state, so its row is neither locked nor written. A report for an instance that is not there, not the
 * tenant's, or not yet at that revision, is left out; the answer has the instance (or not) beside every report.
 * In the order of the key, so that two processes wait for each other instead of deadlocking. The presence is that of
 * domain/presence.ts afterReport.
 *
 * $1 text[]  instance ids
 * $2 text[]  tenants of those who report
 * $3 text[]  devices
 * $4 int8[]  revisions shown
 * $5 text[]  errors, or null
 */
export const recordReportsSql = `
WITH report AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int8[], $5::text[])
    WITH ORDINALITY AS r(instance_id, tenant_id, device_id, revision, error, position)
), told AS (
  INSERT INTO runtime.display_session AS s
    (instance_id, device_id, connected_at, last_seen_at, applied_revision, error, presence)
  SELECT r.instance_id, r.device_id, now(), now(), r.revision, r.error, 'ONLINE'
  FROM report r
  JOIN runtime.instance i ON i.id = r.instance_id AND i.tenant_id = r.tenant_id AND i.deleted_at IS NULL AND r.revision <= i.revision
  ORDER BY r.instance_id, r.device_id
  ON CONFLICT (instance_id, device_id) DO UPDATE SET
    connected_at = CASE WHEN s.presence = 'OFFLINE' THEN EXCLUDED.connected_at ELSE s.connected_at END,
    last_seen_at = EXCLUDED.last_seen_at,
    applied_revision = EXCLUDED.applied_revision,
    error = EXCLUDED.error,
    presence = CASE
      WHEN s.presence = 'STALE' AND now() - s.last_seen_at > interval '${presenceLimits.onlineWithinMs} milliseconds' THEN 'STALE'
      ELSE 'ONLINE' END
)
SELECT ${instanceColumns}
FROM report r
LEFT JOIN runtime.instance i ON i.id = r.instance_id AND i.tenant_id = r.tenant_id AND i.deleted_at IS NULL
ORDER BY r.position`
