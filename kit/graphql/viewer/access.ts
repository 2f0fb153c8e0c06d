/**
 * What a viewer may do: names of permissions that they hold in the whole tenant, and at nodes of its tree. What the
 * names mean is the services' matter; `*` is all of them. Plain JSON, because a viewer travels between processes.
 *
 * One decision, in three forms that must agree: `holds` decides on one thing, `nodesWith` says the same to a database,
 * and `readerScopes` says it to whoever compares a viewer with the readers of a thing.
 */
export type Access = {
  readonly tenant: readonly string[]
  /** By the id of a node; what is held further up is repeated at every node below. */
  readonly nodes: Readonly<Record<string, readonly string[]>>
}

const everything = '*'

export const noAccess: Access = Object.freeze({ tenant: [], nodes: {} })
export const fullAccess: Access = Object.freeze({ tenant: [everything], nodes: {} })

const includes = (held: readonly string[], permission: string) => held.includes(permission) || held.includes(everything)

/** Whether a permission is held on a thing: in the whole tenant, or at one of the nodes that the thing is in or is. */
export const holds = (access: Access, permission: string, path: readonly (string | null)[] = []): boolean =>
  includes(access.tenant, permission) ||
  path.some(
    (node) => node !== null && Object.hasOwn(access.nodes, node) && includes(access.nodes[node] ?? [], permission),
  )

/** Where a permission is held: everywhere in the tenant, or at these nodes. */
export function nodesWith(access: Access, permission: string): 'ALL' | string[] {
  if (includes(access.tenant, permission)) return 'ALL'
  return Object.entries(access.nodes).flatMap(([node, held]) => (includes(held, permission) ? [node] : []))
}

/** Whether it is held anywhere at all. */
export function holdsSomewhere(access: Access, permission: string): boolean {
  const nodes = nodesWith(access, permission)
  return nodes === 'ALL' || nodes.length > 0
}

/** All that is held at a thing, in order. */
export const heldAt = (access: Access, path: readonly (string | null)[]): string[] =>
  [
    ...new Set([
      ...access.tenant,
      ...path.flatMap((node) => (node !== null && Object.hasOwn(access.nodes, node) ? (access.nodes[node] ?? []) : [])),
    ]),
  ].sort()

/** Whether whoever holds `held` holds everything of `wanted`. */
export const coversAll = (held: readonly string[], wanted: readonly string[]): boolean =>
  held.includes(everything) || wanted.every((permission) => held.includes(permission))

/** What is left of an access where only some permissions count; null: all of them. */
export function restricted(access: Access, scope: readonly string[] | null): Access {
  if (scope === null || scope.includes(everything)) return access
  const cut = (held: readonly string[]) => scope.filter((permission) => includes(held, permission))
  return {
    tenant: cut(access.tenant),
    nodes: Object.fromEntries(Object.entries(access.nodes).map(([node, held]) => [node, cut(held)])),
  }
}
