import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { listedFor } from '../../domain/access/reader-scopes.ts'
import { loadStates } from '../instances/instance-reads.ts'
import {
  chainsSql,
  childCountsSql,
  childrenSql,
  pausedAboveSql,
  subtreeIdsSql,
  treePagesSql,
  treeSizesSql,
  windowsSql,
} from './tree.sql.ts'

/** The instance and all below it, in no order; nothing where it is not there. */
export async function subtreeIds(sql: Sql, rootId: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({ name: 'subtree-ids', text: subtreeIdsSql, values: [rootId] })
  return rows.map(({ id }) => id)
}

/**
 * The instance and all below it, locked in id order until the transaction ends. What was attached between the reading
 * of the tree and its locking is found by reading again: who attaches a child holds its parent's row meanwhile. Its own
 * parent is locked along with them where it is asked for.
 */
export async function lockSubtree(
  tx: Sql,
  rootId: string,
  parentId: string | null = null,
): Promise<{ root: InstanceState; descendants: InstanceState[]; parent: InstanceState | null } | null> {
  let ids = await subtreeIds(tx, rootId)
  for (;;) {
    const states = await loadStates(tx, parentId === null ? ids : [...ids, parentId], { forUpdate: true })
    ids = await subtreeIds(tx, rootId)
    if (!ids.every((id) => states.has(id))) continue
    const root = states.get(rootId)
    if (!root) return null
    const descendants = ids.filter((id) => id !== rootId).map((id) => states.get(id) as InstanceState)
    return { root, descendants, parent: (parentId !== null && states.get(parentId)) || null }
  }
}

/** Ids of the ancestors of each, nearest first. */
export async function ancestorIds(sql: Sql, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<{ origin: string; id: string; distance: number }>({
    name: 'ancestor-ids',
    text: chainsSql,
    values: [ids],
  })
  const chains = new Map<string, string[]>()
  for (const { origin, id, distance } of rows) {
    const chain = chains.get(origin) ?? []
    chain[distance - 1] = id
    chains.set(origin, chain)
  }
  return chains
}

export type Window = { start: string; end: string }

/** The own timeslot of each, or that of its nearest ancestor that has one; those without are missing. */
export async function effectiveWindows(sql: Sql, ids: readonly string[]): Promise<Map<string, Window>> {
  const { rows } = await sql.query<Window & { origin: string }>({
    name: 'effective-windows',
    text: windowsSql,
    values: [ids],
  })
  return new Map(rows.map(({ origin, start, end }) => [origin, { start, end }]))
}

/** Whose pause it is that the nearest paused ancestor of `id` is in; null where none is paused. */
export async function pausedAbove(sql: Sql, id: string): Promise<string | null> {
  const { rows } = await sql.query<{ cause: string }>({ name: 'paused-above', text: pausedAboveSql, values: [id] })
  return rows[0]?.cause ?? null
}

/** Where a page begins or ended: the keys that order a row among its siblings, and how deep it is. */
export type TreePosition = { id: string; parentId: string | null; createdAt: string; depth: number }

type WalkRow = { id: string; parent_id: string | null; created_at: string; depth: number }

/** deeper than any tree, and small enough for Postgres to add to. */
export const depthMax = 1_000_000

export type TreeQuery = { from: TreePosition; isShown: boolean; maxDepth: number; first: number }

/**
 * A page of a subtree for each query, parents before children, siblings by age, one row more than `first` where there
 * are more. Begins with `from`, which is shown only if `isShown`. What the viewer may not list is passed by, not what
 * is below it.
 */
export async function treePages(sql: Sql, viewer: Viewer, queries: readonly TreeQuery[]): Promise<TreePosition[][]> {
  const pages = queries.map((): TreePosition[] => [])
  const { all, nodes } = listedFor(viewer)
  const { rows } = await sql.query<WalkRow & { ordinal: number }>({
    name: 'tree-pages',
    text: treePagesSql,
    values: [
      queries.map(({ from }) => from.id),
      queries.map(({ from }) => from.parentId),
      queries.map(({ from }) => from.createdAt),
      queries.map(({ from }) => from.depth),
      queries.map(({ maxDepth }) => maxDepth),
      queries.map(({ isShown }) => isShown),
      all,
      queries.map(({ first }) => first + 1),
      nodes,
    ],
  })
  for (const row of rows)
    pages[row.ordinal - 1]?.push({ id: row.id, parentId: row.parent_id, createdAt: row.created_at, depth: row.depth })
  return pages
}

/** How many instances below each root the viewer may list. */
export async function treeSizes(
  sql: Sql,
  viewer: Viewer,
  queries: readonly { rootId: string; maxDepth: number }[],
): Promise<number[]> {
  const { all, nodes } = listedFor(viewer)
  const { rows } = await sql.query<{ size: number }>({
    name: 'tree-sizes',
    text: treeSizesSql,
    values: [queries.map(({ rootId }) => rootId), queries.map(({ maxDepth }) => maxDepth), all, nodes],
  })
  return rows.map(({ size }) => size)
}

/** Ids of the children that the viewer may list, by age, of each parent one more than `first` where there are more. */
export async function childIds(
  sql: Sql,
  viewer: Viewer,
  parents: readonly string[],
  { first, after }: { first: number; after: { createdAt: string; id: string } | null },
): Promise<Map<string, string[]>> {
  const { all, nodes } = listedFor(viewer)
  const found = new Map(parents.map((id) => [id, [] as string[]]))
  const { rows } = await sql.query<{ parent_id: string; id: string }>({
    name: after ? 'children-after' : 'children',
    text: childrenSql(after !== null),
    values: [parents, first, all, nodes, ...(after ? [after.createdAt, after.id] : [])],
  })
  for (const row of rows) found.get(row.parent_id)?.push(row.id)
  return found
}

/** How many children of each the viewer may list. */
export async function childCounts(sql: Sql, viewer: Viewer, parents: readonly string[]): Promise<Map<string, number>> {
  const { all, nodes } = listedFor(viewer)
  const { rows } = await sql.query<{ id: string; count: number }>({
    name: 'child-counts',
    text: childCountsSql,
    values: [parents, all, nodes],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** How many living children it has, counted no further than `max`. Exact while the parent's row is locked. */
export async function livingChildren(sql: Sql, parentId: string, max: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>({
    name: 'living-children',
    text: `SELECT count(*)::int AS count FROM (
             SELECT FROM runtime.instance WHERE parent_id = $1 AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL LIMIT $2) c`,
    values: [parentId, max],
  })
  return (rows[0] as { count: number }).count
}

/** The living instance that stands in the way of another GLOBAL, or of another SINGLETON of its definition and project. */
export async function findSingleton(
  sql: Sql,
  { tenantId, scope, persistence, definitionId, projectId }: InstanceState,
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'find-singleton',
    text: `SELECT id FROM runtime.instance
           WHERE tenant_id = $1 AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL
             AND ((scope = 'GLOBAL' AND $2) OR (persistence = 'SINGLETON' AND $3 AND definition_id = $4 AND COALESCE(project_id, '') = COALESCE($5, '')))
           LIMIT 1`,
    values: [tenantId, scope === 'GLOBAL', persistence === 'SINGLETON', definitionId, projectId],
  })
  return rows[0]?.id ?? null
}

/** The HOPPERs of a project that are not archived: those below `parentId` first, then by age. */
export async function projectHoppers(
  sql: Sql,
  { tenantId, projectId, parentId }: Pick<InstanceState, 'tenantId' | 'projectId' | 'parentId'>,
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'project-hoppers',
    text: `SELECT id FROM runtime.instance
           WHERE tenant_id = $1 AND scope = 'PROJECT' AND kind = 'HOPPER' AND project_id = $2 AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL
           ORDER BY parent_id IS NOT DISTINCT FROM $3 DESC, created_at, id LIMIT 100`,
    values: [tenantId, projectId, parentId],
  })
  return rows.map(({ id }) => id)
}

/** The one GLOBAL instance of a tenant. */
export async function findGlobal(sql: Sql, tenantId: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'find-global',
    text: `SELECT id FROM runtime.instance WHERE tenant_id = $1 AND scope = 'GLOBAL' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL`,
    values: [tenantId],
  })
  return rows[0]?.id ?? null
}
