import { coversAll, heldAt, holds, holdsSomewhere } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Access } from '../../../../kit/graphql/viewer/access.ts'
import { mutationRules, permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import type { Permission } from '../../../../schema/access/permissions.ts'
import type { RoleGrantRow } from '../organisation/organisation.ts'

type Asking = Pick<Viewer, 'principalId' | 'principalKind' | 'access'>
export type AccessRefusal = 'UNAUTHENTICATED' | 'FORBIDDEN'
/** Nodes that a thing is in or is, from the outside in. */
export type Path = readonly (string | null)[]

const refusalOf = ({ principalKind }: Asking): AccessRefusal =>
  principalKind === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'

/** Before anything is looked up: whether the viewer may do such a thing anywhere. Null means that it depends. */
export function refuseMutation(viewer: Asking, mutation: MutationName): AccessRefusal | null {
  if (mutationRules[mutation] === 'KNOWN') return viewer.principalId === null ? refusalOf(viewer) : null
  return holdsSomewhere(viewer.access, permissionOf(mutation)) ? null : refusalOf(viewer)
}

/**
 * Whether a permission is held on a thing. What is not for everybody to see, and where the viewer holds nothing at all,
 * is not there for them. Null means yes.
 */
export function refuseAt(
  viewer: Asking,
  permission: Permission,
  path: Path,
  { isPublic = false } = {},
): AccessRefusal | 'NOT_FOUND' | null {
  if (holds(viewer.access, permission, path)) return null
  return isPublic || isKnownAt(viewer.access, path) ? refusalOf(viewer) : 'NOT_FOUND'
}

export const refuseInTenant = (viewer: Asking, permission: Permission): AccessRefusal | null =>
  holds(viewer.access, permission) ? null : refusalOf(viewer)

/**
 * Whether a node of the tree is there for the viewer: they hold something on it, above it or below it. The tenant (an
 * empty path) is there for everybody.
 */
export const isKnownAt = ({ tenant, nodes }: Access, path: Path): boolean =>
  tenant.length > 0 || path.length === 0 || path.some((node) => node !== null && Object.hasOwn(nodes, node))

/** Addresses of people are for themselves and for those who manage principals. */
export const mayReadEmail = (viewer: Asking, principalId: string): boolean =>
  viewer.principalId === principalId || holds(viewer.access, 'principal.manage')

/** Whether the viewer may give or take a role there: nobody hands on more than they hold. Null means yes. */
export function refuseGrant(viewer: Asking, path: Path, ofRole: readonly string[]): AccessRefusal | 'NOT_FOUND' | null {
  const refusal = refuseAt(viewer, 'grant.write', path)
  if (refusal !== null) return refusal
  return coversAll(heldAt(viewer.access, path), ofRole) ? null : 'FORBIDDEN'
}

/** Whether one access holds everything that the other holds. */
export const coversAccess = (held: Access, wanted: Access): boolean =>
  coversAll(held.tenant, wanted.tenant) &&
  Object.entries(wanted.nodes).every(([node, permissions]) => coversAll(heldAt(held, [node]), permissions))

/** A node of the tree with what it is in: null for a space. */
export type TreeNode = { id: string; parentId: string | null }

/**
 * What grants come to: the permissions of their roles on their nodes and on everything below. The way up from a node is
 * known without anything being held there. `tree` holds the nodes around those of the grants.
 */
export function accessOf(
  grants: readonly Pick<RoleGrantRow, 'nodeType' | 'nodeId' | 'role'>[],
  tree: readonly TreeNode[],
  permissionsOf: (role: string) => readonly string[],
): Access {
  const tenant = new Set<string>()
  const nodes = new Map<string, Set<string>>()
  const at = (node: string) => nodes.get(node) ?? nodes.set(node, new Set()).get(node)!
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]))
  const childrenOf = Map.groupBy(tree, ({ parentId }) => parentId)
  for (const { nodeType, nodeId, role } of grants) {
    const held = permissionsOf(role)
    if (nodeType === 'TENANT') {
      for (const permission of held) tenant.add(permission)
      continue
    }
    const below = [nodeId]
    // The list grows while it is gone through; a tree has no ring.
    for (const node of below) {
      for (const permission of held) at(node).add(permission)
      below.push(...(childrenOf.get(node) ?? []).map(({ id }) => id))
    }
    for (let node = parentOf.get(nodeId) ?? null; node !== null; node = parentOf.get(node) ?? null) at(node)
  }
  return {
    tenant: [...tenant].sort(),
    nodes: Object.fromEntries([...nodes].map(([node, held]) => [node, [...held].sort()])),
  }
}
