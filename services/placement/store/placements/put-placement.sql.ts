import type { Sql } from '../../../../kit/db/pool.ts'
import type { Placement } from '../../domain/placements/placement.ts'
import { toPlacement, type PlacementColumns } from './placement-columns.ts'

/**
 * Makes or replaces the placement of an instance and returns what was there and what is there now. Without a time
 * zone it takes that of the Location that `location` names, if there is one.
 *
 * One statement, because it runs while the instance's row is locked: reading first would hold the lock for one more
 * round trip. All parts of it see the row as it was before, so `before` is just a read. An equal row is not written.
 */
export async function putPlacement(
  sql: Sql,
  tenantId: string,
  instanceId: string,
  placement: Placement,
): Promise<{ before: Placement | null; after: Placement }> {
  const { location, device, geo, timezone, tags } = placement
  const { rows } = await sql.query<{ before: PlacementColumns | null; after: PlacementColumns }>({
    name: 'placement.put-placement',
    text: `
      WITH old AS (
        SELECT location, device_id, lat, lng, timezone, tags FROM placement.placement WHERE instance_id = $1
      ), put AS (
        INSERT INTO placement.placement AS p (instance_id, tenant_id, location, device_id, lat, lng, timezone, tags)
        VALUES ($1, $2, $3, $4, $5, $6,
                COALESCE($7, (SELECT l.timezone FROM placement.location l WHERE l.tenant_id = $2 AND l.id = $3)), $8::text[])
        ON CONFLICT (instance_id) DO UPDATE
           SET location = EXCLUDED.location, device_id = EXCLUDED.device_id, lat = EXCLUDED.lat, lng = EXCLUDED.lng,
               timezone = EXCLUDED.timezone, tags = EXCLUDED.tags, updated_at = now()
         WHERE (p.location, p.device_id, p.lat, p.lng, p.timezone, p.tags)
               IS DISTINCT FROM
               (EXCLUDED.location, EXCLUDED.device_id, EXCLUDED.lat, EXCLUDED.lng, EXCLUDED.timezone, EXCLUDED.tags)
        RETURNING location, device_id, lat, lng, timezone, tags
      )
      SELECT (SELECT to_jsonb(old) FROM old) AS before,
             COALESCE((SELECT to_jsonb(put) FROM put), (SELECT to_jsonb(old) FROM old)) AS after`,
    values: [instanceId, tenantId, location, device, geo?.lat ?? null, geo?.lng ?? null, timezone, tags],
  })
  const { before, after } = rows[0]!
  return { before: before && toPlacement(before), after: toPlacement(after) }
}
