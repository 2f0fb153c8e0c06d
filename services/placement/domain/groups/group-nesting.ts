/** Of a group, what says which other groups it contains. */
export type Nesting = { id: string; parentId: string | null; selectedGroupId: string | null }

/**
 * Groups contain the groups below them (whose parent they are) and, where a selector names one, what that one holds.
 * Whether `id` would contain itself.
 */
export function containsItself(groups: readonly Nesting[], id: string): boolean {
  const contained = containedBy(groups)
  const seen = new Set<string>()
  const waiting = contained(id)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...contained(next))
  }
  return false
}

/**
 * How many selectors and lists a search for the largest group puts together: what a selector names is put together
 * again for each selector that names it. Only of groups without a cycle.
 */
export function largestSize(groups: readonly Nesting[]): number {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  const sizes = new Map<string, number>()
  const sizeOf = (id: string): number => {
    const group = byId.get(id)
    if (!group) return 0
    const known = sizes.get(id)
    if (known !== undefined) return known
    const selected = group.selectedGroupId === null ? 0 : sizeOf(group.selectedGroupId)
    const size = (below.get(id) ?? []).reduce((sum, child) => sum + sizeOf(child.id), 1 + selected)
    sizes.set(id, size)
    return size
  }
  return Math.max(0, ...groups.map(({ id }) => sizeOf(id)))
}

function containedBy(groups: readonly Nesting[]): (id: string) => string[] {
  const selected = new Map(groups.map(({ id, selectedGroupId }) => [id, selectedGroupId]))
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  return (id) => {
    const named = selected.get(id) ?? null
    return [...(below.get(id) ?? []).map((child) => child.id), ...(named === null ? [] : [named])]
  }
}
