import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { RoleGrantRow } from '../../domain/organisation/organisation.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { notFound } from '../../errors.ts'
import { deleteGrant, hasNode, knownPrincipals } from '../../store/organisation/organisation-writes.ts'
import { giveRole } from './create-space.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'

export type ChangeRole = RoleGrantRow & { idempotencyKey?: string | null }

/** Gives a principal a role on a node; one that is held already is no change. Answers the principal's id. */
export function grantRole(deps: CatalogueDeps, viewer: Viewer, input: ChangeRole): Promise<string> {
  return runChange(deps, viewer, { operation: 'grantRole', input }, async (change) => {
    const grant = grantOf(input)
    const known = await knownPrincipals(change.tx, change.tenantId, [grant.principalId])
    if (!known.has(grant.principalId)) throw notFound('principal')
    if (!(await isNode(change, grant))) throw notFound(grant.nodeType.toLowerCase())
    await giveRole(change, grant)
    return grant.principalId
  })
}

/** Takes a role away again; NOT_FOUND unless it is held on that very node. Answers the principal's id. */
export function revokeRole(deps: CatalogueDeps, viewer: Viewer, input: ChangeRole): Promise<string> {
  return runChange(deps, viewer, { operation: 'revokeRole', input }, async (change) => {
    const grant = grantOf(input)
    if (!(await deleteGrant(change.tx, change.tenantId, grant))) throw notFound('role of this principal on this node')
    const { nodeType, nodeId, ...before } = grant
    await change.record({ action: 'role.revoked', resourceType: nodeType.toLowerCase(), resourceId: nodeId, before })
    return grant.principalId
  })
}

const grantOf = ({ principalId, nodeType, nodeId, role }: ChangeRole): RoleGrantRow => ({
  principalId,
  nodeType,
  nodeId,
  role,
})

async function isNode({ tx, tenantId }: Change, { nodeType, nodeId }: RoleGrantRow): Promise<boolean> {
  if (nodeType === 'TENANT') return nodeId === tenantRootOf(tenantId)
  // Instances are another service's: a role on one that is not there opens nothing.
  if (nodeType === 'RESOURCE' && matchesId('inst', 8, nodeId)) return true
  return hasNode(tx, tenantId, nodeType, nodeId)
}
