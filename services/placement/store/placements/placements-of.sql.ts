import type { Sql } from '../../../../kit/db/pool.ts'
import type { Placement } from '../../domain/placements/placement.ts'
import { toPlacement, type PlacementColumns } from './placement-columns.ts'

/** The placements of those of the instances that have one: one statement for a page of them. */
export async function placementsOf(
  sql: Sql,
  tenantId: string,
  instanceIds: readonly string[],
): Promise<Map<string, Placement>> {
  const { rows } = await sql.query<PlacementColumns & { instance_id: string }>({
    name: 'placement.placements-of',
    text: `SELECT instance_id, location, device_id, lat, lng, timezone, tags
             FROM placement.placement WHERE instance_id = ANY($1::text[]) AND tenant_id = $2`,
    values: [instanceIds, tenantId],
  })
  return new Map(rows.map((row) => [row.instance_id, toPlacement(row)]))
}
