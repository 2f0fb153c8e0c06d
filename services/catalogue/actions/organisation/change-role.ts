import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { refuseGrant, type Path } from '../../domain/access/access.ts'
import type { RoleGrantRow } from '../../domain/organisation/organisation.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { assertMay, notFound } from '../../errors.ts'
import { definitionById } from '../../store/definitions/definition-reads.ts'
import { deleteGrant, hasNode, knownPrincipals, lockOwners } from '../../store/organisation/organisation-writes.ts'
import { rolePermissions } from '../../store/organisation/principal-access.sql.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'
import { giveRole } from './create-space.ts'

export type ChangeRole = RoleGrantRow & { idempotencyKey?: string | null }

/**
 * Gives a principal a role on a node; one that is held already is no change. NOT_FOUND for a node that is not there for
 * the viewer, FORBIDDEN for a role that holds what the viewer does not hold there. Answers the principal's id.
 */
export function grantRole(deps: CatalogueDeps, viewer: Viewer, input: ChangeRole): Promise<string> {
  return runChange(deps, viewer, { mutation: 'grantRole', input }, async (change) => {
    const grant = grantOf(input)
    await assertMayGrant(deps, change, grant)
    const known = await knownPrincipals(change.tx, change.tenantId, [grant.principalId])
    if (!known.has(grant.principalId)) throw notFound('principal')
    await giveRole(change, grant)
    return grant.principalId
  })
}

/**
 * Takes a role away again; NOT_FOUND unless it is held on that very node, CONDITION_FAILED for the last OWNER of the
 * tenant. Answers the principal's id.
 */
export function revokeRole(deps: CatalogueDeps, viewer: Viewer, input: ChangeRole): Promise<string> {
  return runChange(deps, viewer, { mutation: 'revokeRole', input }, async (change) => {
    const grant = grantOf(input)
    await assertMayGrant(deps, change, grant)
    if (grant.nodeType === 'TENANT' && grant.role === 'OWNER') await assertOtherOwner(change, grant.principalId)
    if (!(await deleteGrant(change.tx, change.tenantId, grant))) throw notFound('role of this principal on this node')
    change.accessChanges([grant.principalId])
    const { nodeType, nodeId, ...before } = grant
    await change.record({ action: 'role.revoked', resourceType: nodeType.toLowerCase(), resourceId: nodeId, before })
    return grant.principalId
  })
}

/** Throws CONDITION_FAILED where nobody else would own the tenant. Of two that leave at once, the second one stays. */
export async function assertOtherOwner({ tx, sql, tenantId }: Change, principalId: string): Promise<void> {
  const owners = await lockOwners(tx, sql, tenantId, tenantRootOf(tenantId))
  if (!owners.includes(principalId) || owners.length > 1) return
  throw new AppError('CONDITION_FAILED', {
    public: 'This is the last OWNER of the tenant: make somebody else OWNER first.',
    details: { principalId },
  })
}

const grantOf = ({ principalId, nodeType, nodeId, role }: ChangeRole): RoleGrantRow => ({
  principalId,
  nodeType,
  nodeId,
  role,
})

async function assertMayGrant(deps: CatalogueDeps, change: Change, grant: RoleGrantRow): Promise<void> {
  const what = grant.nodeType.toLowerCase()
  const path = await pathOfNode(deps, change, grant)
  if (path === null) throw notFound(what)
  const permissions = (await rolePermissions(change.sql)).get(grant.role) ?? []
  assertMay(refuseGrant(change.viewer, path, permissions), what)
}

/** The nodes that a node is in, and itself; null where there is none. */
async function pathOfNode(
  deps: CatalogueDeps,
  { tx, tenantId, viewer }: Change,
  { nodeType, nodeId }: RoleGrantRow,
): Promise<Path | null> {
  if (nodeType === 'TENANT') return nodeId === tenantRootOf(tenantId) ? [] : null
  if (nodeType !== 'RESOURCE') return (await hasNode(tx, tenantId, nodeType, nodeId)) ? [nodeId] : null
  if (matchesId('inst', 8, nodeId)) {
    const node = await deps.instances.nodeOf(viewer, nodeId)
    return node && [node.projectId, nodeId]
  }
  const definition = await definitionById(tx, tenantId, nodeId)
  return definition && [definition.projectId, nodeId]
}
