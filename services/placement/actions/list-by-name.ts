import type { Sql } from '../../../kit/db/pool.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { decodePageCursor, encodePageCursor } from '../../../kit/pure/ids/page-cursor.ts'
import type { Group } from '../domain/groups/check-group.ts'
import type { Location } from '../domain/locations/check-location.ts'
import type { Zone } from '../domain/zones/check-zone.ts'
import { groupColumns, toGroup, type GroupColumns } from '../store/groups/group-columns.ts'
import { locationColumns, toLocation, type LocationColumns } from '../store/locations/location-columns.ts'
import { pageByName, type NamePosition } from '../store/named-sets/page-by-name.sql.ts'
import { toZone, zoneColumns, type ZoneColumns } from '../store/zones/zone-columns.ts'
import { refuseProblems } from './refuse.ts'

export type NamedList = 'locations' | 'zones' | 'groups'
type Page = { first: number; after: string | null }

/** The tenant's locations by name, one more than `first` where there are more. */
export async function listLocations(
  sql: Sql,
  viewer: Viewer,
  page: Page,
): Promise<{ rows: Location[]; totalCount: number }> {
  const from = { table: 'location', alias: 'l', columns: locationColumns }
  const { rows, totalCount } = await pageByName<LocationColumns>(
    sql,
    viewer.tenantId,
    from,
    positionOf('locations', page),
  )
  return { rows: rows.map(toLocation), totalCount }
}

export async function listZones(sql: Sql, viewer: Viewer, page: Page): Promise<{ rows: Zone[]; totalCount: number }> {
  const from = { table: 'zone', alias: 'z', columns: zoneColumns }
  const { rows, totalCount } = await pageByName<ZoneColumns>(sql, viewer.tenantId, from, positionOf('zones', page))
  return { rows: rows.map(toZone), totalCount }
}

export async function listGroups(sql: Sql, viewer: Viewer, page: Page): Promise<{ rows: Group[]; totalCount: number }> {
  const from = { table: 'instance_group', alias: 'g', columns: groupColumns }
  const { rows, totalCount } = await pageByName<GroupColumns>(sql, viewer.tenantId, from, positionOf('groups', page))
  return { rows: rows.map(toGroup), totalCount }
}

export function nameCursor(list: NamedList): (thing: NamePosition) => string {
  return ({ name, id }) => encodePageCursor(`${list}:name`, [name, id])
}

function positionOf(list: NamedList, { first, after }: Page): { after: NamePosition | null; limit: number } {
  const limit = first + 1
  if (after === null) return { after, limit }
  const [name, id, ...more] = decodePageCursor(after, `${list}:name`) ?? []
  if (typeof name === 'string' && typeof id === 'string' && more.length === 0 && !`${name}${id}`.includes('\0'))
    return { after: { name, id }, limit }
  refuseProblems([{ pointer: '/after', message: 'must be a cursor that this list gave' }])
  return { after: null, limit }
}
