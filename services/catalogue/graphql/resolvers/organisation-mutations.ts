import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { grantRole, revokeRole, type ChangeRole } from '../../actions/organisation/change-role.ts'
import { createProject } from '../../actions/organisation/create-project.ts'
import { createSpaceWithSubspaces, createTeamSpace } from '../../actions/organisation/create-space.ts'
import { createUserWithPersonalSpace } from '../../actions/organisation/create-user.ts'
import type { CatalogueDeps } from '../../actions/deps.ts'
import { issueToken } from '../../actions/organisation/issue-token.ts'
import type { CatalogueContext } from '../context.ts'
import { existing } from '../existing.ts'
import type { MutationResolvers } from '../generated.ts'

type Changes =
  | 'createSpaceWithSubspaces'
  | 'createUserWithPersonalSpace'
  | 'createTeamSpace'
  | 'createProject'
  | 'grantRole'
  | 'revokeRole'
  | 'issueToken'

export const organisationMutations: Pick<MutationResolvers, Changes> = {
  createSpaceWithSubspaces: (_, { input }, context) => makeSpace(context, createSpaceWithSubspaces, input),

  createTeamSpace: (_, { input }, context) => makeSpace(context, createTeamSpace, input),

  async createUserWithPersonalSpace(_, { input }, context) {
    const { space } = await makeSpace(context, createUserWithPersonalSpace, input)
    const { loaders } = context.catalogue
    const subspaces = await loaders.subspacesOfSpace.load(space.id)
    const subspace = (kind: string) => existing(subspaces.find((each) => each.kind === kind) ?? null, 'subspace')
    const principal = existing(await loaders.principal.load(space.ownerPrincipalId), 'principal')
    return { principal, space, officialSubspace: subspace('OFFICIAL'), stagingSubspace: subspace('STAGING') }
  },

  async createProject(_, { input }, { catalogue, viewer }) {
    const id = await createProject(catalogue.deps, viewer, input)
    catalogue.forgetLoaded()
    return { project: existing(await catalogue.loaders.project.load(id), 'project') }
  },

  grantRole: (_, { input }, context) => changeRole(context, grantRole, input),

  revokeRole: (_, { input }, context) => changeRole(context, revokeRole, input),

  async issueToken(_, { input }, { catalogue, viewer }) {
    const { id, token, role, expiresAt } = await issueToken(catalogue.deps, viewer, input)
    return {
      id,
      token,
      role,
      expiresAt,
      principal: existing(await catalogue.loaders.principal.load(input.principalId), 'principal'),
    }
  },
}

type Action<Input> = (deps: CatalogueDeps, viewer: Viewer, input: Input) => Promise<string>

async function makeSpace<Input>({ catalogue, viewer }: CatalogueContext, make: Action<Input>, input: Input) {
  const id = await make(catalogue.deps, viewer, input)
  catalogue.forgetLoaded()
  return { space: existing(await catalogue.loaders.space.load(id), 'space') }
}

async function changeRole({ catalogue, viewer }: CatalogueContext, change: Action<ChangeRole>, input: ChangeRole) {
  const id = await change(catalogue.deps, viewer, input)
  catalogue.forgetLoaded()
  const { nodeType, nodeId, role } = input
  return {
    grant: { principal: existing(await catalogue.loaders.principal.load(id), 'principal'), nodeType, nodeId, role },
  }
}
