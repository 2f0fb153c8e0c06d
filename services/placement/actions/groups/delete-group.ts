import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { dropGroup } from '../../store/groups/drop-group.sql.ts'
import { groupsOf } from '../../store/groups/groups-of.sql.ts'
import { changeNamedSet, type NamedSetDeps } from '../named-sets/change-named-set.ts'

/** Its instances stay as they are, and the groups below it move up to its parent. Throws NOT_FOUND where there is none. */
export async function deleteGroup(
  deps: NamedSetDeps,
  viewer: Viewer,
  input: { id: string; idempotencyKey?: string | null },
): Promise<{ id: string; changeId: string }> {
  const { id } = input
  const request = { mutation: 'deleteGroup' as const, input, named: { groupId: id } }
  const { changeId } = await changeNamedSet(deps, viewer, request, async (tx) => {
    const before = id.includes('\0') ? undefined : (await groupsOf(tx, viewer.tenantId, [id])).get(id)
    if (!before) throw new AppError('NOT_FOUND', { public: 'There is no such group.' })
    await dropGroup(tx, viewer.tenantId, before)
    return { result: id, trace: { action: 'group.deleted', resourceType: 'group', resourceId: id, before } }
  })
  return { id, changeId }
}
