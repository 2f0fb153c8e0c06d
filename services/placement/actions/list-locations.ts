import type { Sql } from '../../../kit/db/pool.ts'
import type { Viewer } from '../../../kit/graphql/viewer.ts'
import { decodePageCursor, encodePageCursor } from '../../../kit/pure/page-cursor.ts'
import type { Location } from '../domain/check-location.ts'
import { locationsPage, type LocationPosition } from '../store/sql/locations-page.ts'
import { refuseProblems } from './refuse.ts'

const ORDER = 'locations:name'

/** The tenant's locations by name, one more than `first` where there are more. */
export async function listLocations(
  sql: Sql,
  viewer: Viewer,
  page: { first: number; after: string | null },
): Promise<{ rows: Location[]; totalCount: number }> {
  return locationsPage(sql, viewer.tenantId, { after: readCursor(page.after), limit: page.first + 1 })
}

export function locationCursor(location: Location): string {
  return encodePageCursor(ORDER, [location.name, location.id])
}

function readCursor(after: string | null): LocationPosition | null {
  if (after === null) return null
  const [name, id, ...more] = decodePageCursor(after, ORDER) ?? []
  if (typeof name === 'string' && typeof id === 'string' && more.length === 0 && !`${name}${id}`.includes('\0')) return { name, id }
  refuseProblems([{ pointer: '/after', message: 'must be a cursor that this list gave' }])
  return null
}
