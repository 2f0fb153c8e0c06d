import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { dropZone } from '../../store/zones/drop-zone.sql.ts'
import { zonesOf } from '../../store/zones/zones-of.sql.ts'
import { changeNamedSet, type NamedSetDeps } from '../named-sets/change-named-set.ts'

/** Nobody stands in it from then on; filters and selectors that name it match nothing. Throws NOT_FOUND where there is none. */
export async function deleteZone(
  deps: NamedSetDeps,
  viewer: Viewer,
  input: { id: string; idempotencyKey?: string | null },
): Promise<{ id: string; changeId: string }> {
  const { id } = input
  const request = { mutation: 'deleteZone' as const, input, named: { zoneId: id } }
  const { changeId } = await changeNamedSet(deps, viewer, request, async (tx) => {
    const before = id.includes('\0') ? undefined : (await zonesOf(tx, viewer.tenantId, [id])).get(id)
    if (!before) throw new AppError('NOT_FOUND', { public: 'There is no such zone.' })
    await dropZone(tx, viewer.tenantId, id)
    return { result: id, trace: { action: 'zone.deleted', resourceType: 'zone', resourceId: id, before } }
  })
  return { id, changeId }
}
