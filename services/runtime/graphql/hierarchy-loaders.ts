import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { RuntimeDeps } from '../engine/runtime-deps.ts'
import { loadGenerations, type Generations } from '../store/instances/generations.ts'
import {
  ancestorIds,
  childCounts,
  childIds,
  effectiveWindows,
  treePages,
  treeSizes,
  type TreePosition,
  type TreeQuery,
  type Window,
} from '../store/tree/hierarchy-reads.ts'

export type ChildrenQuery = { parentId: string; first: number; after: { createdAt: string; id: string } | null }

/** What a page of instances asks of the tree, one statement for each kind of question. */
export type HierarchyLoaders = {
  /** One more than `first` where there are more. */
  children: DataLoader<ChildrenQuery, string[], string>
  childCounts: DataLoader<string, number>
  /** One more than `first` where there are more. */
  trees: DataLoader<TreeQuery, TreePosition[], string>
  treeSizes: DataLoader<{ rootId: string; maxDepth: number }, number, string>
  /** Nearest first. */
  ancestors: DataLoader<string, string[]>
  windows: DataLoader<string, Window | null>
  generations: DataLoader<string, Generations>
}

export function hierarchyLoaders({ pool }: RuntimeDeps, viewer: Viewer): HierarchyLoaders {
  const each = <Value>(load: (ids: readonly string[]) => Promise<Map<string, Value>>, none: Value) =>
    new BatchLoader<string, Value>(async (ids) => {
      const found = await load(ids)
      return ids.map((id) => found.get(id) ?? none)
    })
  return {
    children: new BatchLoader<ChildrenQuery, string[], string>(
      async (queries) => await loadChildren(pool, viewer, queries),
      { cacheKeyFn: pageKey },
    ),
    childCounts: each((ids) => childCounts(pool, viewer, ids), 0),
    trees: new BatchLoader<TreeQuery, TreePosition[], string>((queries) => treePages(pool, viewer, queries), {
      cacheKeyFn: pageKey,
    }),
    treeSizes: new BatchLoader<{ rootId: string; maxDepth: number }, number, string>(
      (queries) => treeSizes(pool, viewer, queries),
      { cacheKeyFn: pageKey },
    ),
    ancestors: each((ids) => ancestorIds(pool, ids), []),
    windows: each<Window | null>((ids) => effectiveWindows(pool, ids), null),
    generations: each((ids) => loadGenerations(pool, ids), { generation: 1, observedGeneration: 1 }),
  }
}

const pageKey = (query: object) => JSON.stringify(query)

/** Pages of the same shape are one statement: that is all of them, except where one query has the field twice. */
async function loadChildren(
  pool: RuntimeDeps['pool'],
  viewer: Viewer,
  queries: readonly ChildrenQuery[],
): Promise<string[][]> {
  const shapes = new Map<string, { page: Omit<ChildrenQuery, 'parentId'>; parents: string[] }>()
  const shapeOf = ({ first, after }: ChildrenQuery) => JSON.stringify([first, after])
  for (const { parentId, ...page } of queries) {
    const key = shapeOf({ parentId, ...page })
    const shape = shapes.get(key) ?? { page, parents: [] }
    shape.parents.push(parentId)
    shapes.set(key, shape)
  }
  const found = new Map<string, Map<string, string[]>>()
  for (const [key, { page, parents }] of shapes) found.set(key, await childIds(pool, viewer, parents, page))
  return queries.map((query) => found.get(shapeOf(query))?.get(query.parentId) ?? [])
}
