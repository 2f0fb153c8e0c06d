import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { emptyPlacement, type Checked } from '../../domain/placements/placement.ts'
import { checkTags, withoutTags, withTags } from '../../domain/placements/tags.ts'
import { refuseOnInstances } from '../../domain/access/may-write.ts'
import type { InstanceService, WriteGuard, WriteResult } from '../../ports.ts'
import { placementsOf } from '../../store/placements/placements-of.sql.ts'
import { putTags } from '../../store/placements/put-tags.sql.ts'
import { accept, assertMay } from '../refuse.ts'

export type TagsRequest = { instanceId: string; tags: readonly string[]; guard: WriteGuard }

/** Adds tags; those that are there already change nothing. */
export function addTags(instances: InstanceService, viewer: Viewer, request: TagsRequest): Promise<WriteResult> {
  return changeTags(instances, viewer, 'addTags', request, (present, given) => withTags(present, given, '/tags'))
}

/** Removes tags; those that are not there change nothing. */
export function removeTags(instances: InstanceService, viewer: Viewer, request: TagsRequest): Promise<WriteResult> {
  return changeTags(instances, viewer, 'removeTags', request, (present, given) => ({
    ok: true,
    value: withoutTags(present, given),
  }))
}

async function changeTags(
  instances: InstanceService,
  viewer: Viewer,
  mutation: 'addTags' | 'removeTags',
  request: TagsRequest,
  decide: (present: readonly string[], given: readonly string[]) => Checked<string[]>,
): Promise<WriteResult> {
  assertMay(refuseOnInstances(viewer, mutation))
  const { instanceId, guard } = request
  const given = accept(checkTags(request.tags, '/tags'))
  const change = { instanceId, mutation, input: { id: instanceId, tags: given }, guard }
  return instances.changePlacement(viewer, change, async (tx, tenantId) => {
    // The door holds the instance's row locked, so what is read here is still true when it is written.
    const before = (await placementsOf(tx, tenantId, [instanceId])).get(instanceId) ?? null
    const tags = accept(decide(before?.tags ?? [], given))
    if (tags.length === (before?.tags.length ?? 0)) return { before, after: before }
    await putTags(tx, tenantId, instanceId, tags)
    return { before, after: { ...(before ?? emptyPlacement), tags } }
  })
}
