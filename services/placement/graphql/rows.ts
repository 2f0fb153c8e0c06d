import type { Group } from '../domain/groups/check-group.ts'
import type { Location } from '../domain/locations/check-location.ts'
import type { Zone } from '../domain/zones/check-zone.ts'
import type { Placement } from '../domain/placements/placement.ts'

/** What resolvers get as the parent of each GraphQL type that is not plain. */
export type PlacementRow = Placement
export type LocationRow = Location
export type ZoneRow = Zone
export type GroupRow = Group
