import type DataLoader from 'dataloader'
import type pg from 'pg'
import type { BaseContext } from '../../../kit/graphql/subgraph.ts'
import type { ActivitySink, InstanceDoor } from '../ports.ts'
import type { LocationRow, PlacementRow } from './rows.ts'

/** Placement's part of the context: made anew for each request, so that no loader outlives what it has read. */
export type PlacementContextPart = {
  pool: pg.Pool
  instances: InstanceDoor
  activities: ActivitySink
  placements: DataLoader<string, PlacementRow | null>
  locations: DataLoader<string, LocationRow | null>
}

export type PlacementContext = BaseContext & { placement: PlacementContextPart }
