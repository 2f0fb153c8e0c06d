import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { nameProblem, type RoleNode, type SpaceRow } from '../../domain/organisation/organisation.ts'
import type { Role } from '../../../../schema/access/permissions.ts'
import { badInput, notFound } from '../../errors.ts'
import {
  insertGrant,
  insertSpace,
  insertSubspace,
  knownPrincipals,
} from '../../store/organisation/organisation-writes.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'

export type CreateSpace = {
  name: string
  kind?: SpaceRow['kind'] | null
  ownerPrincipalId: string
  idempotencyKey?: string | null
}
export type CreateTeamSpace = {
  name: string
  ownerPrincipalId: string
  memberPrincipalIds?: readonly string[] | null
  idempotencyKey?: string | null
}

const membersMax = 500

/** A space with its two subspaces and its owner's role; one activity for each (S1-59). Answers the space's id. */
export function createSpaceWithSubspaces(deps: CatalogueDeps, viewer: Viewer, input: CreateSpace): Promise<string> {
  return runChange(deps, viewer, { mutation: 'createSpaceWithSubspaces', input, inTenant: true }, async (change) => {
    const kind = input.kind ?? 'TEAM'
    if (kind === 'SYSTEM') throw badInput('/kind', 'must be PERSONAL or TEAM: there is one system space')
    requireName('/name', input.name)
    await requirePrincipals(change, [input.ownerPrincipalId])
    return makeSpace(change, { kind, name: input.name, ownerPrincipalId: input.ownerPrincipalId })
  })
}

/** The same for a team, whose members may operate what is in it (S1-61, S1-65). */
export function createTeamSpace(deps: CatalogueDeps, viewer: Viewer, input: CreateTeamSpace): Promise<string> {
  return runChange(deps, viewer, { mutation: 'createTeamSpace', input, inTenant: true }, async (change) => {
    requireName('/name', input.name)
    const { ownerPrincipalId } = input
    const members = new Set(input.memberPrincipalIds ?? [])
    members.delete(ownerPrincipalId)
    if (members.size > membersMax)
      throw badInput('/memberPrincipalIds', `has more than ${membersMax} members: grant the others their role`)
    await requirePrincipals(change, [ownerPrincipalId, ...members])
    const spaceId = await makeSpace(change, { kind: 'TEAM', name: input.name, ownerPrincipalId })
    for (const principalId of members)
      await giveRole(change, { principalId, nodeType: 'SPACE', nodeId: spaceId, role: 'OPERATOR' })
    return spaceId
  })
}

/** Everything that makes a space; its owner is known to be there. */
export async function makeSpace(change: Change, space: Omit<SpaceRow, 'id'>): Promise<string> {
  const { tx } = change
  const id = newId('space', 8)
  await insertSpace(tx, change, { id, ...space })
  await change.record({ action: 'space.created', resourceType: 'space', resourceId: id, after: space })
  for (const [kind, name] of [
    ['OFFICIAL', 'Official'],
    ['STAGING', 'Staging'],
  ] as const) {
    const subspace = { id: newId('subspace', 8), spaceId: id, kind, name }
    await insertSubspace(tx, change, subspace)
    await change.record({
      action: 'subspace.created',
      resourceType: 'subspace',
      resourceId: subspace.id,
      after: { kind, spaceId: id },
    })
  }
  await giveRole(change, { principalId: space.ownerPrincipalId, nodeType: 'SPACE', nodeId: id, role: 'OWNER' })
  return id
}

/** Grants a role, with its activity unless it is held already. */
export async function giveRole(
  change: Change,
  grant: { principalId: string; nodeType: RoleNode; nodeId: string; role: Role },
): Promise<void> {
  if (!(await insertGrant(change.tx, change, grant))) return
  change.accessChanges([grant.principalId])
  const { nodeType, nodeId, ...after } = grant
  await change.record({ action: 'role.granted', resourceType: nodeType.toLowerCase(), resourceId: nodeId, after })
}

export function requireName(pointer: string, name: string): void {
  const problem = nameProblem(name)
  if (problem !== null) throw badInput(pointer, problem)
}

async function requirePrincipals({ tx, tenantId }: Change, ids: readonly string[]): Promise<void> {
  const known = await knownPrincipals(tx, tenantId, ids)
  if (ids.some((id) => !known.has(id))) throw notFound('principal')
}
