import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { Sql } from '../../../kit/db/pool.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { InstanceService } from '../ports.ts'
import { groupsOf } from '../store/groups/groups-of.sql.ts'
import { locationsOf } from '../store/locations/locations-of.sql.ts'
import { placementsOf } from '../store/placements/placements-of.sql.ts'
import { zonesAround } from '../store/zones/zones-around.sql.ts'
import { zonesOf } from '../store/zones/zones-of.sql.ts'
import type { GroupRow, LocationRow, PlacementRow, ZoneRow } from './rows.ts'

/** Placements by instance id; null where an instance has none. */
export function placementLoader(sql: Sql, tenantId: string): DataLoader<string, PlacementRow | null> {
  return inOneStatement((ids) => placementsOf(sql, tenantId, ids))
}

/** Locations by slug; null where there is none. */
export function locationLoader(sql: Sql, tenantId: string): DataLoader<string, LocationRow | null> {
  return inOneStatement((ids) => locationsOf(sql, tenantId, ids))
}

/** Zones and groups by slug; null where there is none. */
export function zoneLoader(sql: Sql, tenantId: string): DataLoader<string, ZoneRow | null> {
  return inOneStatement((ids) => zonesOf(sql, tenantId, ids.filter(isStorable)))
}
export function groupLoader(sql: Sql, tenantId: string): DataLoader<string, GroupRow | null> {
  return inOneStatement((ids) => groupsOf(sql, tenantId, ids.filter(isStorable)))
}

/** The zones that an instance stands in, by its id; null where there are none. */
export function zonesAroundLoader(sql: Sql, tenantId: string): DataLoader<string, ZoneRow[] | null> {
  return inOneStatement((ids) => zonesAround(sql, tenantId, ids))
}

/** The groups that an instance is in, by its id and by name. The runtime says which, because selectors are its words. */
export function groupsAroundLoader(
  sql: Sql,
  viewer: Viewer,
  instances: InstanceService,
): DataLoader<string, GroupRow[] | null> {
  return inOneStatement(async (ids) => {
    const named = await instances.groupsOf(viewer, ids)
    const groups = await groupsOf(sql, viewer.tenantId, [...new Set([...named.values()].flat())])
    return new Map(
      [...named].map(([id, groupIds]) => [id, [...groups.values()].filter((group) => groupIds.includes(group.id))]),
    )
  })
}

/** Postgres refuses to compare a text with one that it could not keep. */
const isStorable = (id: string) => id.isWellFormed() && !id.includes('\0')

function inOneStatement<Row>(
  load: (ids: readonly string[]) => Promise<Map<string, Row>>,
): DataLoader<string, Row | null> {
  return new BatchLoader<string, Row | null>(async (ids) => {
    const rows = await load(ids)
    return ids.map((id) => rows.get(id) ?? null)
  })
}
