import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { checkPlacement } from '../../domain/placements/check-placement.ts'
import type { PlacementFields } from '../../domain/placements/placement.ts'
import { refuseOnInstances } from '../../domain/access/may-write.ts'
import type { InstanceService, WriteGuard, WriteResult } from '../../ports.ts'
import { putPlacement } from '../../store/placements/put-placement.sql.ts'
import { accept, assertMay } from '../refuse.ts'
import { withZone } from '../zones/time-zone-at.ts'

/** Replaces the placement of an instance: one revision of the instance, or none where it is the same. */
export async function setPlacement(
  instances: InstanceService,
  viewer: Viewer,
  request: { instanceId: string; placement: PlacementFields; guard: WriteGuard },
): Promise<WriteResult> {
  assertMay(refuseOnInstances(viewer, 'setPlacement'))
  const { instanceId, guard } = request
  const given = accept(checkPlacement(request.placement))
  const change = { instanceId, mutation: 'setPlacement' as const, input: { id: instanceId, placement: given }, guard }
  return instances.changePlacement(viewer, change, (tx, tenantId) =>
    putPlacement(tx, tenantId, instanceId, withZone(given)),
  )
}
