import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { JsonObject, RunState } from '../../../schema/events.ts'
import type { RuntimeDeps } from '../engine/runtime-deps.ts'
import { downstreamsOf, flowsOfInstances, loadFlows, upstreamsOf } from '../store/flows/flow-reads.ts'
import { modelVersionsOf, type ModelVersionRow } from '../store/flows/model-versions.ts'
import type { FlowRecord } from '../store/flows/flow-row.ts'
import { runLogCounts, runLogs, type LogPageQuery, type RunLogEntry } from '../store/runs/run-feed.ts'
import {
  lastRuns,
  loadRuns,
  retriesOf,
  runConfigs,
  runCounts,
  runResults,
  runsOfInstances,
  type RunsQuery,
} from '../store/runs/run-reads.ts'
import { schedulesOfFlows, type ScheduleRecord } from '../store/schedules/schedules.ts'

/** What a page of instances, flows or runs asks, one statement for each kind of question. */
export type FlowLoaders = {
  ofInstance: DataLoader<string, FlowRecord[]>
  flows: DataLoader<string, FlowRecord | null>
  upstreams: DataLoader<string, { role: string; flow: FlowRecord }[]>
  downstreams: DataLoader<string, FlowRecord[]>
  lastRuns: DataLoader<string, RunState | null>
  runs: DataLoader<string, RunState | null>
  retries: DataLoader<string, RunState | null>
  configs: DataLoader<string, JsonObject | null>
  fullOutputs: DataLoader<string, JsonObject | null>
  fullMetrics: DataLoader<string, JsonObject | null>
  /** One more than `first` where there are more. */
  pages: DataLoader<RunsQuery, RunState[], string>
  counts: DataLoader<string, number>
  schedules: DataLoader<string, ScheduleRecord | null>
  models: DataLoader<{ instanceId: string; first: number }, ModelVersionRow[], string>
  /** One more than `first` where there are more. */
  logs: DataLoader<LogPageQuery, RunLogEntry[], string>
  logCounts: DataLoader<string, number>
}

export function flowLoaders({ pool }: RuntimeDeps): FlowLoaders {
  const each = <Value>(load: (ids: readonly string[]) => Promise<Map<string, Value>>, none: Value) =>
    new BatchLoader<string, Value>(async (ids) => {
      const found = await load(ids)
      return ids.map((id) => found.get(id) ?? none)
    })
  return {
    ofInstance: each((ids) => flowsOfInstances(pool, ids), []),
    flows: each<FlowRecord | null>((ids) => loadFlows(pool, ids), null),
    upstreams: each((ids) => upstreamsOf(pool, ids), []),
    downstreams: each((ids) => downstreamsOf(pool, ids), []),
    lastRuns: each<RunState | null>((ids) => lastRuns(pool, ids), null),
    runs: each<RunState | null>((ids) => loadRuns(pool, ids), null),
    retries: each<RunState | null>((ids) => retriesOf(pool, ids), null),
    configs: each<JsonObject | null>((ids) => runConfigs(pool, ids), null),
    fullOutputs: each<JsonObject | null>((ids) => runResults(pool, ids, 'outputs'), null),
    fullMetrics: each<JsonObject | null>((ids) => runResults(pool, ids, 'metrics'), null),
    pages: new BatchLoader<RunsQuery, RunState[], string>((queries) => runsOfInstances(pool, queries), {
      cacheKeyFn: (query) => JSON.stringify(query),
    }),
    counts: each((ids) => runCounts(pool, ids), 0),
    schedules: each<ScheduleRecord | null>((ids) => schedulesOfFlows(pool, ids), null),
    models: new BatchLoader<{ instanceId: string; first: number }, ModelVersionRow[], string>(
      (queries) => modelVersionsOf(pool, queries),
      { cacheKeyFn: ({ instanceId, first }) => `${instanceId} ${first}` },
    ),
    logs: new BatchLoader<LogPageQuery, RunLogEntry[], string>((queries) => runLogs(pool, queries), {
      cacheKeyFn: (query) => JSON.stringify(query),
    }),
    logCounts: each((ids) => runLogCounts(pool, ids), 0),
  }
}
