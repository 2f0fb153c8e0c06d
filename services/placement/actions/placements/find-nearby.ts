import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { checkSearch } from '../../domain/placements/check-placement.ts'
import type { InstanceService } from '../../ports.ts'
import { refuseProblems } from '../refuse.ts'

export type NearbyQuery = { lat: number; lng: number; radiusMeters: number | null; filter: unknown; first: number }

/** The instances that the viewer may list, nearest first; the filter is checked by who knows its words. */
export async function findNearby(
  instances: InstanceService,
  viewer: Viewer,
  query: NearbyQuery,
): Promise<{ instanceId: string; distanceMeters: number }[]> {
  refuseProblems(checkSearch(query))
  return instances.nearest(viewer, query)
}
