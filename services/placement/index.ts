import type pg from 'pg'
import type { Bus } from '../../kit/bus/bus.ts'
import type { Subgraph } from '../../kit/graphql/subgraph.ts'
import type { Logger } from '../../kit/log.ts'
import { placementWriter, type PlacementWriter } from './actions/placements/place-instance.ts'
import type { PlacementContextPart } from './graphql/context.ts'
import { Group } from './graphql/group.ts'
import { Instance } from './graphql/instance.ts'
import {
  groupLoader,
  groupsAroundLoader,
  locationLoader,
  placementLoader,
  zoneLoader,
  zonesAroundLoader,
} from './graphql/loaders.ts'
import { Location } from './graphql/location.ts'
import { Mutation } from './graphql/mutation.ts'
import { Query } from './graphql/query.ts'
import type { ActivitySink, InstanceService } from './ports.ts'

export type PlacementDeps = {
  pool: pg.Pool
  bus: Bus
  log: Logger
  instances: InstanceService
  activities: ActivitySink
}

export type PlacementService = { subgraph: Subgraph<{ placement: PlacementContextPart }>; writer: PlacementWriter }

/**
 * The service that knows where instances stand. It holds nothing that would have to be started or stopped: the pool
 * belongs to the caller. `writer` needs none of the deps, so it may be handed out before `instances` exists.
 */
export function createPlacement(deps: PlacementDeps): PlacementService {
  return {
    writer: placementWriter,
    subgraph: {
      name: 'placement',
      resolvers: { Query, Mutation, Instance, Location, Group },
      // Instances are the runtime's: this service only adds fields to them.
      entities: {
        Zone: ({ id }, { placement }) => placement.zones.load(id),
        Group: ({ id }, { placement }) => placement.groups.load(id),
      },
      context: ({ viewer }) => ({
        placement: {
          ...deps,
          placements: placementLoader(deps.pool, viewer.tenantId),
          locations: locationLoader(deps.pool, viewer.tenantId),
          zones: zoneLoader(deps.pool, viewer.tenantId),
          groups: groupLoader(deps.pool, viewer.tenantId),
          zonesAround: zonesAroundLoader(deps.pool, viewer.tenantId),
          groupsAround: groupsAroundLoader(deps.pool, viewer, deps.instances),
        },
      }),
    },
  }
}

export { placementWriter }
export type { PlacementContextPart, PlacementWriter }
