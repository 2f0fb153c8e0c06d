import { isKnownAt, mayReadEmail } from '../../domain/access/access.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { assertMay } from '../../errors.ts'
import type { Viewer as Asking } from '../../../../kit/graphql/viewer/viewer.ts'
import { existing } from '../existing.ts'
import type {
  PrincipalResolvers,
  ProjectResolvers,
  SpaceResolvers,
  SubspaceResolvers,
  ViewerResolvers,
} from '../generated.ts'

export const Principal: PrincipalResolvers = {
  email: ({ id, email }, _, { viewer }) => (mayReadEmail(viewer, id) ? email : null),
}

export const Project: ProjectResolvers = {
  async subspace({ subspaceId }, _, { catalogue, viewer }) {
    // The way up from a definition, which everybody may see, into the tree, which not everybody may.
    if (!isKnownAt(viewer.access, [subspaceId]))
      assertMay(viewer.principalKind === null ? 'UNAUTHENTICATED' : 'NOT_FOUND', 'subspace')
    return existing(await catalogue.loaders.subspace.load(subspaceId), 'subspace')
  },
}

export const Subspace: SubspaceResolvers = {
  space: async ({ spaceId }, _, { catalogue }) => existing(await catalogue.loaders.space.load(spaceId), 'space'),
  projects: async ({ id }, _, { catalogue, viewer }) =>
    known(viewer, await catalogue.loaders.projectsOfSubspace.load(id)),
}

export const Space: SpaceResolvers = {
  owner: async ({ ownerPrincipalId }, _, { catalogue }) =>
    existing(await catalogue.loaders.principal.load(ownerPrincipalId), 'principal'),
  subspaces: async ({ id }, _, { catalogue, viewer }) =>
    known(viewer, await catalogue.loaders.subspacesOfSpace.load(id)),
}

export const Viewer: ViewerResolvers = {
  principal: async ({ principalId }, _, { catalogue }) =>
    existing(await catalogue.loaders.principal.load(principalId), 'principal'),
  tenantId: ({ tenantId }) => tenantRootOf(tenantId),
  roles: ({ principalId }, _, { catalogue }) => catalogue.loaders.rolesOfPrincipal.load(principalId),
}

/** Of nodes, those that are there for the viewer. */
const known = <Node extends { id: string }>(viewer: Pick<Asking, 'access'>, nodes: readonly Node[]): Node[] =>
  nodes.filter(({ id }) => isKnownAt(viewer.access, [id]))
