import { connection, pageSize } from '../../../kit/graphql/connection.ts'
import { reference } from '../../../kit/graphql/subgraph.ts'
import { findNearby } from '../actions/placements/find-nearby.ts'
import { listGroups, listLocations, listZones, nameCursor, type NamedList } from '../actions/list-by-name.ts'
import type { QueryResolvers } from './generated.ts'

export const Query: QueryResolvers = {
  async nearby(_, { lat, lng, radiusMeters = null, filter = null, first }, { placement, viewer }) {
    const query = { lat, lng, radiusMeters, filter, first: pageSize(first, { fallback: 20 }) }
    const found = await findNearby(placement.instances, viewer, query)
    return found.map(({ instanceId, distanceMeters }) => ({
      distanceMeters,
      instance: reference('Instance', instanceId),
    }))
  },

  locations: (_, page, { placement, viewer }) =>
    listed('locations', page, (asked) => listLocations(placement.pool, viewer, asked)),
  zones: (_, page, { placement, viewer }) => listed('zones', page, (asked) => listZones(placement.pool, viewer, asked)),
  groups: (_, page, { placement, viewer }) =>
    listed('groups', page, (asked) => listGroups(placement.pool, viewer, asked)),
  zone: (_, { id }, { placement }) => placement.zones.load(id),
  group: (_, { id }, { placement }) => placement.groups.load(id),

  tags(_, { prefix = null, first }, { placement, viewer }) {
    return placement.instances.tagCounts(viewer, prefix, pageSize(first, { fallback: 100 }))
  },
}

async function listed<Row extends { id: string; name: string }>(
  list: NamedList,
  page: { first?: number | null; after?: string | null },
  read: (page: { first: number; after: string | null }) => Promise<{ rows: Row[]; totalCount: number }>,
) {
  const [first, after] = [pageSize(page.first, { fallback: 100 }), page.after ?? null]
  const { rows, totalCount } = await read({ first, after })
  return connection(rows, { first, totalCount, after, cursorOf: nameCursor(list) })
}
