import type { Sql } from '../../../../kit/db/pool.ts'
import type { Location } from '../../domain/check-location.ts'
import { toLocation, type LocationColumns } from '../location-columns.ts'

/** Sort keys of the last location of the page before. */
export type LocationPosition = { name: string; id: string }

/** Locations by name from `after` on, at most `limit` of them, and how many there are in all: one snapshot. */
export async function locationsPage(
  sql: Sql,
  tenantId: string,
  page: { after: LocationPosition | null; limit: number },
): Promise<{ rows: Location[]; totalCount: number }> {
  const { rows } = await sql.query<{ total: number } & (LocationColumns | { id: null })>({
    name: 'placement.locations-page',
    text: `
      SELECT counted.total, page.*
        FROM (SELECT count(*) AS total FROM placement.location WHERE tenant_id = $1) counted
        LEFT JOIN LATERAL (
          SELECT id, name, parent_id, lat, lng, timezone FROM placement.location
           WHERE tenant_id = $1 AND ($2::text IS NULL OR (name, id) > ($2, $3))
           ORDER BY name, id LIMIT $4
        ) page ON true
       ORDER BY page.name, page.id`,
    values: [tenantId, page.after?.name ?? null, page.after?.id ?? null, page.limit],
  })
  // The count is there even where the page is empty, in one row without a location.
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [toLocation(row)])), totalCount: rows[0]?.total ?? 0 }
}
