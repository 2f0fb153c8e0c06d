import type { Sql } from '../../../../kit/db/pool.ts'
import type { Location } from '../../domain/locations/check-location.ts'

/** Makes the location or replaces all that is known of it. */
export async function putLocation(sql: Sql, tenantId: string, location: Location): Promise<void> {
  const { id, name, geo, timezone, parentId } = location
  await sql.query(
    `INSERT INTO placement.location (tenant_id, id, name, parent_id, lat, lng, timezone) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant_id, id) DO UPDATE
        SET name = EXCLUDED.name, parent_id = EXCLUDED.parent_id, lat = EXCLUDED.lat, lng = EXCLUDED.lng,
            timezone = EXCLUDED.timezone, updated_at = now()`,
    [tenantId, id, name, parentId, geo?.lat ?? null, geo?.lng ?? null, timezone],
  )
}
