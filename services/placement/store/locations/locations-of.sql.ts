import type { Sql } from '../../../../kit/db/pool.ts'
import type { Location } from '../../domain/locations/check-location.ts'
import { toLocation, type LocationColumns } from './location-columns.ts'

/** Those of the locations that exist. */
export async function locationsOf(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, Location>> {
  const { rows } = await sql.query<LocationColumns>({
    name: 'placement.locations-of',
    text: `SELECT id, name, parent_id, lat, lng, timezone FROM placement.location WHERE tenant_id = $1 AND id = ANY($2::text[])`,
    values: [tenantId, ids],
  })
  return new Map(rows.map((row) => [row.id, toLocation(row)]))
}
