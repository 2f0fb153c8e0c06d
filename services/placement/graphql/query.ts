import { connection, pageSize } from '../../../kit/graphql/connection.ts'
import { reference } from '../../../kit/graphql/subgraph.ts'
import { findNearby } from '../actions/find-nearby.ts'
import { listLocations, locationCursor } from '../actions/list-locations.ts'
import type { QueryResolvers } from './generated.ts'

export const Query: QueryResolvers = {
  async nearby(_, { lat, lng, radiusMeters = null, filter = null, first }, { placement, viewer }) {
    const query = { lat, lng, radiusMeters, filter, first: pageSize(first, { fallback: 20 }) }
    const found = await findNearby(placement.instances, viewer, query)
    return found.map(({ instanceId, distanceMeters }) => ({ distanceMeters, instance: reference('Instance', instanceId) }))
  },

  async locations(_, { first: given, after = null }, { placement, viewer }) {
    const first = pageSize(given, { fallback: 100 })
    const { rows, totalCount } = await listLocations(placement.pool, viewer, { first, after })
    return connection(rows, { first, totalCount, after, cursorOf: locationCursor })
  },

  tags(_, { prefix = null, first }, { placement, viewer }) {
    return placement.instances.tagCounts(viewer, prefix, pageSize(first, { fallback: 100 }))
  },
}
