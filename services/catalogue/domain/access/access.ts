/** What the rules ask of a viewer. */
type Asking = { principalId: string | null; isAdmin: boolean }

/** Everything one can want of the catalogue that not everybody may. */
export type CatalogueRight = 'change' | 'read-unpublished' | 'read-spaces' | 'read-config' | { readEmailOf: string }

export type AccessRefusal = 'UNAUTHENTICATED' | 'FORBIDDEN'

/**
 * Null when the viewer may. What has been published is for everybody; the rest is for those who are known, and
 * changes are for administrators. An anonymous viewer is told to come back with a key, a known one that it is no use.
 */
export function refuseAccess(viewer: Asking, right: CatalogueRight): AccessRefusal | null {
  if (viewer.isAdmin) return null
  if (viewer.principalId === null) return 'UNAUTHENTICATED'
  if (right === 'read-spaces' || right === 'read-config') return null
  if (typeof right === 'object' && right.readEmailOf === viewer.principalId) return null
  return 'FORBIDDEN'
}

export const may = (viewer: Asking, right: CatalogueRight) => refuseAccess(viewer, right) === null
