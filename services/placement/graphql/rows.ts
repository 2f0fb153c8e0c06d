import type { Location } from '../domain/check-location.ts'
import type { Placement } from '../domain/placement.ts'

/** What resolvers get as the parent of each GraphQL type that is not plain. */
export type PlacementRow = Placement
export type LocationRow = Location
