import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { parseEmail, type PrincipalRow } from '../../domain/organisation/organisation.ts'
import { SYSTEM_SPACE_ID } from '../../domain/organisation/system-ids.ts'
import { badInput, notFound } from '../../errors.ts'
import { hasNode, insertPrincipal } from '../../store/organisation/organisation-writes.ts'
import { giveRole, makeSpace, requireName } from './create-space.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'

export type CreateUser = {
  displayName: string
  email: string
  kind?: PrincipalRow['kind'] | null
  viewSystemSpace?: boolean | null
  idempotencyKey?: string | null
}

/**
 * A principal with a space of their own (S1-60, S1-64). BAD_USER_INPUT when the address is none, or somebody's.
 * Answers the space's id, whose owner is the new principal.
 */
export function createUserWithPersonalSpace(deps: CatalogueDeps, viewer: Viewer, input: CreateUser): Promise<string> {
  return runChange(deps, viewer, { mutation: 'createUserWithPersonalSpace', input, inTenant: true }, async (change) => {
    const { tx, tenantId } = change
    requireName('/displayName', input.displayName)
    const email = parseEmail(input.email)
    if (email === null) throw badInput('/email', 'is not an e-mail address')
    const principal = { id: newId('principal', 8), kind: input.kind ?? 'HUMAN', displayName: input.displayName, email }
    if (!(await insertPrincipal(tx, change, principal))) throw badInput('/email', 'belongs to another principal')
    const after = { kind: principal.kind, displayName: principal.displayName }
    await change.record({ action: 'principal.created', resourceType: 'principal', resourceId: principal.id, after })

    const spaceId = await makeSpace(change, {
      kind: 'PERSONAL',
      name: input.displayName,
      ownerPrincipalId: principal.id,
    })
    if (input.viewSystemSpace) {
      if (!(await hasNode(tx, tenantId, 'SPACE', SYSTEM_SPACE_ID))) throw notFound('system space')
      await giveRole(change, { principalId: principal.id, nodeType: 'SPACE', nodeId: SYSTEM_SPACE_ID, role: 'VIEWER' })
    }
    return spaceId
  })
}
