import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { checkZone, type Zone, type ZoneFields } from '../../domain/zones/check-zone.ts'
import { putZone } from '../../store/zones/put-zone.sql.ts'
import { zonesOf } from '../../store/zones/zones-of.sql.ts'
import { changeNamedSet, type NamedSetDeps } from '../named-sets/change-named-set.ts'
import { refuseInTenant } from '../../domain/access/may-write.ts'
import { accept, assertMay } from '../refuse.ts'

/** Makes a zone or replaces all that is known of it. An equal one is left alone and leaves no activity. */
export async function upsertZone(
  deps: NamedSetDeps,
  viewer: Viewer,
  input: ZoneFields & { idempotencyKey?: string | null },
): Promise<{ zone: Zone; changeId: string }> {
  assertMay(refuseInTenant(viewer, 'upsertZone'))
  const { zone, outline } = accept(checkZone(input))
  const { tenantId } = viewer
  const request = { mutation: 'upsertZone' as const, input, named: { zoneId: zone.id } }
  const { result, changeId } = await changeNamedSet(deps, viewer, request, async (tx) => {
    const before = (await zonesOf(tx, tenantId, [zone.id])).get(zone.id) ?? null
    if (before !== null && canonicalJson(before) === canonicalJson(zone)) return { result: zone, trace: null }
    await putZone(tx, tenantId, zone, outline)
    const action = before === null ? 'zone.created' : 'zone.changed'
    return { result: zone, trace: { action, resourceType: 'zone', resourceId: zone.id, before, after: zone } }
  })
  return { zone: result, changeId }
}
