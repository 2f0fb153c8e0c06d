import type { Sql } from '../../../../kit/db/pool.ts'
import type { Zone } from '../../domain/zones/check-zone.ts'
import { toZone, zoneColumns, type ZoneColumns } from './zone-columns.ts'

/** Those of the zones that exist. */
export async function zonesOf(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, Zone>> {
  const { rows } = await sql.query<ZoneColumns>({
    name: 'placement.zones-of',
    text: `SELECT ${zoneColumns} FROM placement.zone z WHERE z.tenant_id = $1 AND z.id = ANY($2::text[])`,
    values: [tenantId, ids],
  })
  return new Map(rows.map((row) => [row.id, toZone(row)]))
}
