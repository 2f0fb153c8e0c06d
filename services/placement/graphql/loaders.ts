import DataLoader from 'dataloader'
import type { Sql } from '../../../kit/db/pool.ts'
import { locationsOf } from '../store/sql/locations-of.ts'
import { placementsOf } from '../store/sql/placements-of.ts'
import type { LocationRow, PlacementRow } from './rows.ts'

/** Placements by instance id; null where an instance has none. */
export function placementLoader(sql: Sql, tenantId: string): DataLoader<string, PlacementRow | null> {
  return inOneStatement((ids) => placementsOf(sql, tenantId, ids))
}

/** Locations by slug; null where there is none. */
export function locationLoader(sql: Sql, tenantId: string): DataLoader<string, LocationRow | null> {
  return inOneStatement((ids) => locationsOf(sql, tenantId, ids))
}

function inOneStatement<Row>(load: (ids: readonly string[]) => Promise<Map<string, Row>>): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (ids) => {
    const rows = await load(ids)
    return ids.map((id) => rows.get(id) ?? null)
  })
}
