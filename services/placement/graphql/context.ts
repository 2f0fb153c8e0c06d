import type DataLoader from 'dataloader'
import type pg from 'pg'
import type { Bus } from '../../../kit/bus/bus.ts'
import type { BaseContext } from '../../../kit/graphql/subgraph.ts'
import type { Logger } from '../../../kit/log.ts'
import type { ActivitySink, InstanceService } from '../ports.ts'
import type { GroupRow, LocationRow, PlacementRow, ZoneRow } from './rows.ts'

/** Placement's part of the context: made anew for each request, so that no loader outlives what it has read. */
export type PlacementContextPart = {
  pool: pg.Pool
  bus: Bus
  log: Logger
  instances: InstanceService
  activities: ActivitySink
  placements: DataLoader<string, PlacementRow | null>
  locations: DataLoader<string, LocationRow | null>
  zones: DataLoader<string, ZoneRow | null>
  groups: DataLoader<string, GroupRow | null>
  /** What an instance stands in and belongs to, by its id. */
  zonesAround: DataLoader<string, ZoneRow[] | null>
  groupsAround: DataLoader<string, GroupRow[] | null>
}

export type PlacementContext = BaseContext & { placement: PlacementContextPart }
