import type { Sql } from '../../../../kit/db/pool.ts'
import type { Zone } from '../../domain/zones/check-zone.ts'
import { toZone, zoneColumns, type ZoneColumns } from './zone-columns.ts'

/**
 * The zones that each of the instances stands in, by name: one statement for a page of them. Each zone is read once,
 * however many stand in it. The boxes sort out most pairs before zone_holds_v1 looks at a polygon; they say nothing of
 * the antimeridian and the poles, which have several longitudes.
 */
export async function zonesAround(
  sql: Sql,
  tenantId: string,
  instanceIds: readonly string[],
): Promise<Map<string, Zone[]>> {
  const { rows } = await sql.query<ZoneColumns & { instance_ids: string[] }>({
    name: 'placement.zones-around',
    text: `
      WITH held AS MATERIALIZED (
        SELECT z.id, array_agg(p.instance_id) AS instance_ids
          FROM placement.placement p
          JOIN placement.zone z ON z.tenant_id = p.tenant_id AND p.lat BETWEEN z.south AND z.north
         WHERE p.instance_id = ANY($1::text[]) AND p.tenant_id = $2
           AND (p.lng BETWEEN z.west AND z.east OR (z.west > z.east AND (p.lng >= z.west OR p.lng <= z.east)) OR abs(p.lng) = 180 OR abs(p.lat) = 90)
           AND placement.zone_holds_v1(z.outline, z.center_lat, z.center_lng, z.radius_meters, p.lat, p.lng)
         GROUP BY z.id
      )
      SELECT ${zoneColumns}, held.instance_ids FROM held JOIN placement.zone z ON z.tenant_id = $2 AND z.id = held.id
       ORDER BY z.name, z.id`,
    values: [instanceIds, tenantId],
  })
  const found = new Map<string, Zone[]>()
  for (const { instance_ids, ...row } of rows) {
    const zone = toZone(row)
    for (const id of instance_ids) found.set(id, [...(found.get(id) ?? []), zone])
  }
  return found
}
