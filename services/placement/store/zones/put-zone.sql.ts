import type { Sql } from '../../../../kit/db/pool.ts'
import type { Zone } from '../../domain/zones/check-zone.ts'
import type { Outline } from '../../domain/zones/polygon.ts'

/** Makes the zone or replaces all that is known of it. */
export async function putZone(sql: Sql, tenantId: string, zone: Zone, outline: Outline | null): Promise<void> {
  const { id, name, shape, center, radiusMeters, polygon, bbox } = zone
  await sql.query(
    `INSERT INTO placement.zone
       (tenant_id, id, name, shape, center_lat, center_lng, radius_meters, polygon, outline, south, west, north, east)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::polygon, $10, $11, $12, $13)
     ON CONFLICT (tenant_id, id) DO UPDATE
        SET name = EXCLUDED.name, shape = EXCLUDED.shape, center_lat = EXCLUDED.center_lat, center_lng = EXCLUDED.center_lng,
            radius_meters = EXCLUDED.radius_meters, polygon = EXCLUDED.polygon, outline = EXCLUDED.outline,
            south = EXCLUDED.south, west = EXCLUDED.west, north = EXCLUDED.north, east = EXCLUDED.east, updated_at = now()`,
    [
      tenantId,
      id,
      name,
      shape,
      center?.lat ?? null,
      center?.lng ?? null,
      radiusMeters,
      polygon && JSON.stringify(polygon),
      outline && inMillionths(outline),
      bbox.south,
      bbox.west,
      bbox.north,
      bbox.east,
    ],
  )
}

/** The unit of zone_holds_v1 (see the migration that made it). */
function inMillionths(outline: Outline): string {
  return `(${outline.map(([x, y]) => `(${x * 1e6},${y * 1e6})`).join(',')})`
}
