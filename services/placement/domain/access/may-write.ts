import { holds, holdsSomewhere } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'

export type AccessRefusal = 'UNAUTHENTICATED' | 'FORBIDDEN'

/** Null where the viewer may change what belongs to the tenant in this way. */
export const refuseInTenant = (viewer: Viewer, mutation: MutationName): AccessRefusal | null =>
  holds(viewer.access, permissionOf(mutation)) ? null : refusalOf(viewer)

/** Null where the viewer may do this to some instance; to which is the runtime's to decide. */
export const refuseOnInstances = (viewer: Viewer, mutation: MutationName): AccessRefusal | null =>
  holdsSomewhere(viewer.access, permissionOf(mutation)) ? null : refusalOf(viewer)

const refusalOf = ({ principalKind }: Viewer): AccessRefusal =>
  principalKind === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'
