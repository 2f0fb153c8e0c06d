import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { BaseContext } from '../../../kit/graphql/subgraph.ts'
import { mayRead } from '../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../schema/events.ts'
import type { RuntimeDeps } from '../engine/runtime-deps.ts'
import { readersOf } from '../domain/access/reader-scopes.ts'
import { componentsOf, originsOf, type ComponentRow } from '../store/instances/components.ts'
import {
  displaysOf,
  observations,
  type DisplayRow,
  type DisplaysQuery,
  type Observation,
} from '../store/displays/display-sessions.ts'
import { historyPages, type HistoryPage, type HistoryQuery } from '../store/changes/history-reads.ts'
import { searchPages, type CountedPage, type PageQuery } from '../store/instances/instance-pages.ts'
import { loadStates } from '../store/instances/instance-reads.ts'
import { lastTouches, type Touch, type TouchQuery } from '../store/changes/last-touches.ts'
import { flowLoaders, type FlowLoaders } from './flow-loaders.ts'
import { programmeLoaders, type ProgrammeLoaders } from './programme-loaders.ts'
import { hierarchyLoaders, type HierarchyLoaders } from './hierarchy-loaders.ts'

/** The runtime's part of a request's context. */
export type RuntimePart = {
  runtime: {
    deps: RuntimeDeps
    epoch: string
    /** Null where there is no such instance or the viewer may not read it. */
    instances: DataLoader<string, InstanceState | null>
    hierarchy: HierarchyLoaders
    flows: FlowLoaders
    /** What an instance is composed of, by its id. */
    parts: DataLoader<string, ComponentRow[]>
    /** What an instance was promoted from, by its id. */
    origins: DataLoader<string, string | null>
    /** What the screens of an instance said, by its id. */
    observations: DataLoader<string, Observation>
    /** Its screens, each apart. */
    displays: DataLoader<DisplaysQuery, DisplayRow[], string>
    /** Who last wrote a place in the props. */
    touches: DataLoader<TouchQuery, Touch | null, string>
    /** Pages of instances: one statement for those of all definitions, zones or groups of a list. */
    lists: DataLoader<PageQuery, CountedPage, string>
    history: DataLoader<HistoryQuery, HistoryPage, string>
    programmes: ProgrammeLoaders
  }
}

export type RuntimeContext = BaseContext & RuntimePart

export function runtimePart(base: BaseContext, deps: RuntimeDeps, epoch: string): RuntimePart {
  const instances = new BatchLoader<string, InstanceState | null>(async (ids) => {
    const states = await loadStates(deps.pool, ids)
    return ids.map((id) => {
      const state = states.get(id)
      return state && state.tenantId === base.viewer.tenantId && mayRead(base.viewer, readersOf(state)) ? state : null
    })
  })
  const seen = new BatchLoader<string, Observation>((ids) => observations(deps.pool, ids))
  const byText = { cacheKeyFn: (query: object) => JSON.stringify(query) }
  const displays = new BatchLoader((queries: readonly DisplaysQuery[]) => displaysOf(deps.pool, queries), byText)
  const lists = new BatchLoader<PageQuery, CountedPage, string>((queries) => searchPages(deps.pool, queries), byText)
  const history = new BatchLoader<HistoryQuery, HistoryPage, string>(
    (queries) => historyPages(deps.pool, queries, deps.historyPageBytes),
    byText,
  )
  const touches = new BatchLoader((queries: readonly TouchQuery[]) => lastTouches(deps.pool, queries), byText)
  return {
    runtime: {
      deps,
      epoch,
      instances,
      hierarchy: hierarchyLoaders(deps, base.viewer),
      flows: flowLoaders(deps),
      ...partLoaders(deps),
      observations: seen,
      displays,
      touches,
      lists,
      history,
      programmes: programmeLoaders(deps, base.viewer),
    },
  }
}

function partLoaders({ pool }: RuntimeDeps) {
  const parts = new BatchLoader<string, ComponentRow[]>(async (ids) => {
    const found = await componentsOf(pool, ids)
    return ids.map((id) => found.get(id) ?? [])
  })
  const origins = new BatchLoader<string, string | null>(async (ids) => {
    const found = await originsOf(pool, ids)
    return ids.map((id) => found.get(id) ?? null)
  })
  return { parts, origins }
}
