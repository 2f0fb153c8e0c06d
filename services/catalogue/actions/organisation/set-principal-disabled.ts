import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { coversAccess } from '../../domain/access/access.ts'
import { assertMay, notFound } from '../../errors.ts'
import { setDisabled } from '../../store/organisation/organisation-writes.ts'
import { readPrincipals } from '../../store/organisation/principal-access.sql.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { assertOtherOwner } from './change-role.ts'

export type SetPrincipalDisabled = { principalId: string; disabled: boolean; idempotencyKey?: string | null }

/**
 * Keeps a principal from everything, or lets them in again; their grants stay. FORBIDDEN for one who holds what the
 * viewer does not hold, CONDITION_FAILED for the last OWNER of the tenant. Answers the principal's id.
 */
export function setPrincipalDisabled(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: SetPrincipalDisabled,
): Promise<string> {
  return runChange(deps, viewer, { mutation: 'setPrincipalDisabled', input, inTenant: true }, async (change) => {
    const { principalId, disabled } = input
    const { tx, sql, tenantId, now } = change
    const held = (await readPrincipals(sql, tenantId, [principalId])).get(principalId)
    if (held && !coversAccess(viewer.access, held.access)) assertMay('FORBIDDEN')
    if (disabled) await assertOtherOwner(change, principalId)
    const before = await setDisabled(tx, tenantId, { principalId, disabledAt: disabled ? now : null })
    if (before === null) throw notFound('principal')
    if (before === disabled) return principalId
    change.accessChanges([principalId])
    const action = disabled ? 'principal.disabled' : 'principal.enabled'
    await change.record({ action, resourceType: 'principal', resourceId: principalId, before: { disabled: before } })
    return principalId
  })
}
