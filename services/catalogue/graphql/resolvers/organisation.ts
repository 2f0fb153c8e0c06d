import { may } from '../../domain/access/access.ts'
import { assertMay } from '../../errors.ts'
import { existing } from '../existing.ts'
import type {
  PrincipalResolvers,
  ProjectResolvers,
  SpaceResolvers,
  SubspaceResolvers,
  ViewerResolvers,
} from '../generated.ts'

export const Principal: PrincipalResolvers = {
  email: ({ id, email }, _, { viewer }) => (may(viewer, { readEmailOf: id }) ? email : null),
}

export const Project: ProjectResolvers = {
  async subspace({ subspaceId }, _, { catalogue, viewer }) {
    // The way up from a definition, which everybody may see, into the tree, which not everybody may.
    assertMay(viewer, 'read-spaces')
    return existing(await catalogue.loaders.subspace.load(subspaceId), 'subspace')
  },
}

export const Subspace: SubspaceResolvers = {
  space: async ({ spaceId }, _, { catalogue }) => existing(await catalogue.loaders.space.load(spaceId), 'space'),
  projects: ({ id }, _, { catalogue }) => catalogue.loaders.projectsOfSubspace.load(id),
}

export const Space: SpaceResolvers = {
  owner: async ({ ownerPrincipalId }, _, { catalogue }) =>
    existing(await catalogue.loaders.principal.load(ownerPrincipalId), 'principal'),
  subspaces: ({ id }, _, { catalogue }) => catalogue.loaders.subspacesOfSpace.load(id),
}

export const Viewer: ViewerResolvers = {
  principal: async ({ principalId }, _, { catalogue }) =>
    existing(await catalogue.loaders.principal.load(principalId), 'principal'),
  roles: ({ principalId }, _, { catalogue }) => catalogue.loaders.rolesOfPrincipal.load(principalId),
}
