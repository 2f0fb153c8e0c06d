import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { Bus } from '../../kit/bus/bus.ts'
import type { VersionedKeys } from '../../kit/cache/versioned-keys.ts'
import type { Sql } from '../../kit/db/pool.ts'
import type { Subgraph } from '../../kit/graphql/subgraph.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../kit/limits.ts'
import type { Logger } from '../../kit/log.ts'
import type { ViewerRates } from '../../kit/rates/viewer-rates.ts'
import type {
  FeedRequest,
  FeedSlice,
  JsonObject,
  Observation,
  PlaceFacts,
  RunFeedRequest,
  RunFeedSlice,
} from '../../schema/events.ts'
import { createExecutorRunner } from '../../executors/run-isolated.ts'
import { createGuardedFetch } from '../../kit/http/fetch/guarded-fetch.ts'
import { createSecretBox } from '../../kit/secret-box.ts'
import { changePlacement, type PlacementChange } from './actions/instances/change-placement.ts'
import {
  listDisplayCredentials,
  revokeDisplayCredential,
  rotateDisplayCredential,
} from './actions/displays/display-credentials.ts'
import type { RuntimeDeps } from './engine/runtime-deps.ts'
import { exportRunOutput, type ExportFormat } from './actions/runs/run-output.ts'
import { pushBinding, type BindingPush } from './actions/bindings/push-binding.ts'
import { mayReadInstance } from './domain/access/access.ts'
import { isEmptyFilter, parseInstanceFilter, readInstanceFilter } from './domain/instances/instance-filter.ts'
import { startBackground } from './engine/background.ts'
import type { DatasetRetention } from './engine/job.ts'
import { KvNotifier } from './engine/bindings/kv-notifier.ts'
import { ChangeQueue } from './engine/changes/change-queue.ts'
import { DisplayReports } from './engine/displays/display-reports.ts'
import { DefinitionRulesCache } from './engine/versions/definition-rules.ts'
import { createGraphileEngine } from './engine/flows/graphile-engine.ts'
import { Publisher } from './engine/changes/publisher.ts'
import { ResolvedCache } from './engine/displays/resolved-cache.ts'
import { RunCommandBatcher } from './engine/runs/run-command-batcher.ts'
import { StateCache } from './engine/changes/state-cache.ts'
import { ExecutorQueries } from './engine/runs/executor-queries.ts'
import { createBeforeHooks } from './engine/webhooks/call-before-hooks.ts'
import { deliveryCounter } from './engine/webhooks/delivery-counter.ts'
import { resolvers } from './graphql/resolvers/index.ts'
import { runtimePart, type RuntimePart } from './graphql/context.ts'
import { exportActivities } from './actions/activities/read-activities.ts'
import { findRun, noRun } from './graphql/resolvers/flows/runs.ts'
import type { DefinitionSource, PlacementWriter } from './ports.ts'
import { observations } from './store/displays/display-sessions.ts'
import { eventsSince } from './store/changes/event-reads.ts'
import { readRunFeeds, runHeads } from './store/runs/run-feed.ts'
import { currentEpoch, findMissing, loadHeads, loadPlaces, loadStates } from './store/instances/instance-reads.ts'
import { matchAmong, nearestInstances, searchInstances, tagCounts } from './store/instances/instance-search.ts'
import type { ActivityFilter } from './store/activities/activity-log.ts'
import { groupsOfInstances } from './store/instances/named-sets.ts'

export { exportFormats, isExportFormat, type ExportFormat } from './actions/runs/run-output.ts'
export { noteDisplayKeysUsed } from './store/displays/display-keys.sql.ts'
export { recordActivity } from './store/changes/record-activity.ts'

export type RuntimeOptions = {
  pool: Pool
  bus: Bus
  /** Where what /live reads is kept besides, if anywhere. */
  keys?: VersionedKeys | null
  /** Counts writes by what they change. */
  rates: ViewerRates
  log: Logger
  definitions: DefinitionSource
  placements: PlacementWriter
  /** Bytes that the props (config, metadata) of one instance may have. */
  propsBytesMax: number
  limits: Limits
  /** How long the log is kept; the newest 100 revisions of an instance always are. */
  logRetentionDays: number
  /** How long activities are kept; 0: for ever. */
  activityRetentionDays: number
  /** Addresses (host:port) that bindings and webhooks may reach although they are not public. */
  fetchAllow: readonly string[]
  /** What secrets are sealed under, the present one first; the same in every process of the installation. */
  secrets: readonly string[]
  runs: RunSettings
  /** Where metrics are counted, if anywhere. */
  registry?: Registry
}

/** How runs are carried out. */
export type RunSettings = {
  /** Where executors keep what is too large for a run's outputs. */
  dataDir: string
  /** Files that executors may read; null: there are none. */
  filesDir: string | null
  /** Executors that others supply, a file each; null: there are none. */
  suppliedDir: string | null
  /** codeRefs of supplied executors that may use the network; `*`: all. Default: none. */
  networkAllow?: readonly string[]
  /** How large the sources of datasets may be, and what reading them may keep on the disk. */
  sources?: { bytesMax: number; rowsMax: number; tempBytesMax: number }
  /** What one run of a supplied executor may write. */
  folderLimits?: { bytesMax: number; filesMax: number }
  /** How long a worker may be silent before its run counts as crashed. */
  leaseMs: number
  /** How many a worker carries out at a time. */
  atOnce: number
  /** The most that a flow template may ask for, for one run. */
  timeoutSecondsMax: number
  memoryMbMax: number
  /** How much of the datasets' past is kept. */
  datasets: Omit<DatasetRetention, 'dataDir'>
}

/** The only door to instances: its subgraph, and what other parts of the house may ask. */
export type Runtime = Awaited<ReturnType<typeof createRuntime>>

export async function createRuntime(options: RuntimeOptions) {
  const { pool, bus, log } = options
  // Read once: an epoch changes only when a database is restored or its log cut, and every process starts anew then.
  const epoch = await currentEpoch(pool)
  const resolved = options.keys
    ? new ResolvedCache({ keys: options.keys, pool, placements: options.placements, epoch, log })
    : null
  const publisher = new Publisher(
    bus,
    log,
    () => epoch,
    (changes) => resolved?.note(changes),
  )
  const cache = new StateCache()
  const facts = new DefinitionRulesCache(options.definitions, options.propsBytesMax, options.limits.validationSteps)
  const { runs: runSettings } = options
  const engine = createGraphileEngine(pool, log, { runsAtOnce: runSettings.atOnce })
  await engine.prepare()
  const queue = new ChangeQueue({ pool, facts, cache, publisher, engine })
  const executors = createExecutorRunner({
    ...runSettings,
    fetchAllow: options.fetchAllow,
    onFence: ({ missing }) => {
      if (missing.length > 0)
        log.warn({ missing }, 'executors run without a part of their fence here: see docs/guides/executors.md')
    },
  })
  const countDelivery = deliveryCounter(options.registry)
  const http = createGuardedFetch({ allow: options.fetchAllow })
  const secrets = createSecretBox(options.secrets)
  const deps: RuntimeDeps = {
    pool,
    bus,
    log,
    cache,
    facts,
    publisher,
    resolved,
    reports: new DisplayReports(pool, publisher),
    queue,
    kvNotifier: new KvNotifier({ pool, facts, cache, publisher, queue }),
    http,
    secrets,
    callBeforeHooks: createBeforeHooks({ pool, http, secrets }),
    definitions: options.definitions,
    placements: options.placements,
    rates: options.rates,
    bytesMax: options.propsBytesMax,
    displayKeysMax: options.limits.displayKeysPerInstance,
    enrolments: {
      seconds: options.limits.enrolmentSeconds,
      pendingMax: options.limits.enrolmentsPending,
      pendingPerAddressMax: options.limits.enrolmentsPendingPerAddress,
    },
    rolloutLimits: options.limits,
    historyPageBytes: options.limits.historyPageBytes,
    engine,
    executors,
    executorQueries: new ExecutorQueries(executors),
    runs: new RunCommandBatcher({ pool, facts, cache, publisher, engine }),
    runLeaseMs: runSettings.leaseMs,
    dataDir: runSettings.dataDir,
    runLimits: runSettings,
    programmes: options.limits,
  }
  const subgraph: Subgraph<RuntimePart> = {
    name: 'runtime',
    resolvers,
    entities: {
      Instance: ({ id }, { runtime }) => runtime.instances.load(id),
      Run: ({ id }, { runtime }) => findRun(runtime, id),
    },
    context: (base) => runtimePart(base, deps, epoch),
  }
  return {
    subgraph,
    epoch,
    changePlacement: (
      viewer: Viewer,
      change: PlacementChange,
      write: (tx: Sql, tenantId: string) => Promise<{ before: JsonObject | null; after: JsonObject | null }>,
    ) => changePlacement(deps, viewer, change, write),
    nearest: (
      viewer: Viewer,
      { filter, ...query }: { lat: number; lng: number; radiusMeters: number | null; filter: unknown; first: number },
    ) => nearestInstances(pool, { ...query, viewer, filter: parseInstanceFilter(filter ?? {}) }),
    tagCounts: (viewer: Viewer, prefix: string | null, first: number) => tagCounts(pool, viewer, prefix, first),
    judgeFilter: (filter: unknown) => {
      const { spec, problems } = readInstanceFilter(filter)
      return { problems, isEmpty: isEmptyFilter(spec) }
    },
    unknownAmong: (viewer: Viewer, ids: readonly string[]) => findMissing(pool, viewer.tenantId, ids),
    groupsOf: (viewer: Viewer, instanceIds: readonly string[]) => groupsOfInstances(pool, viewer, instanceIds),
    /** Display keys, as the catalogue shows them among the credentials. */
    displayKeys: {
      list: (viewer: Viewer, page: Parameters<typeof listDisplayCredentials>[2]) =>
        listDisplayCredentials(deps, viewer, page),
      revoke: (viewer: Viewer, id: string) => revokeDisplayCredential(deps, viewer, id),
      rotate: (viewer: Viewer, how: { id: string; overlapSeconds: number }) =>
        rotateDisplayCredential(deps, viewer, how),
    },
    /** A value that somebody outside pushes to a webhook binding; signed, so no viewer is asked for. */
    pushBinding: (push: BindingPush) => pushBinding(deps, push),
    /** The project that an instance is in; null where there is no instance that the viewer may read. */
    nodeOf: async (viewer: Viewer, id: string): Promise<{ projectId: string | null } | null> => {
      const state = (await loadStates(pool, [id])).get(id)
      return state && mayReadInstance(viewer, state) ? { projectId: state.projectId } : null
    },
    /** The activities that match, oldest first, as lines of JSON; throws at once where the viewer may not audit. */
    exportActivities: (viewer: Viewer, filter: ActivityFilter) => exportActivities(pool, viewer, filter),
    /** A table that a run gave, as a file. Throws NOT_FOUND for a run that the viewer may not read. */
    exportRunOutput: async (viewer: Viewer, { id, ...asked }: { id: string; name: string; format: ExportFormat }) => {
      const part = runtimePart({ viewer, requestId: id, log }, deps, epoch)
      return exportRunOutput(deps, (await findRun(part.runtime, id)) ?? noRun(id), asked)
    },
    /** Feeds of instances, read back from the log; one statement for all of them. */
    readFeeds: (requests: readonly FeedRequest[]): Promise<FeedSlice[]> => eventsSince(pool, requests),
    /** The same for runs; one snapshot for all of them. */
    readRuns: (requests: readonly RunFeedRequest[]): Promise<RunFeedSlice[]> => readRunFeeds(pool, requests),
    /** Positions of the newest events of runs, by instance. */
    runHeads: (instanceIds: readonly string[]): Promise<Map<string, number>> => runHeads(pool, instanceIds),
    /** Newest revisions, for whoever compares what it shows with the truth. */
    heads: (ids: readonly string[]): Promise<Map<string, number>> => loadHeads(pool, ids),
    /** Where those of the tenant stand that have a placement, for whoever looks up whose filter they may match. */
    places: (tenantId: string, ids: readonly string[]): Promise<Map<string, PlaceFacts>> =>
      loadPlaces(pool, tenantId, ids),
    /** What is observed of the screens of those that have any. */
    observed: async (ids: readonly string[]): Promise<Map<string, Observation>> => {
      const found = await observations(pool, ids)
      return new Map(
        ids.flatMap((id, index) =>
          found[index]?.presence === 'NEVER' ? [] : [[id, found[index] as Observation] as const],
        ),
      )
    },
    /**
     * For live queries, many at once: which of `ids` match and may be listed by the viewer. A filter that is wrong
     * matches nothing, so that it is nobody else's matter; its search says what is wrong.
     */
    matchAmong: (questions: readonly { viewer: Viewer; filter: unknown; ids: readonly string[] }[]) =>
      matchAmong(
        pool,
        questions.map(({ viewer, filter, ids }) => {
          const { spec, problems } = readInstanceFilter(filter)
          return { viewer, filter: spec, ids: problems.length > 0 ? [] : ids }
        }),
      ),
    /** A page of a live query, oldest first. */
    search: async (viewer: Viewer, filter: unknown, page: { first: number; after: string | null }) => {
      const query = {
        viewer,
        filter: parseInstanceFilter(filter),
        orderBy: 'CREATED_ASC' as const,
        withTotal: false as const,
        ...page,
      }
      const { rows, cursors } = await searchInstances(pool, query)
      return { rows, cursors, epoch }
    },
    /** Begins the background work (engine/background.ts); returns what ends it. */
    startWorker: () =>
      startBackground({
        ...deps,
        datasets: { dataDir: runSettings.dataDir, ...runSettings.datasets },
        screens: options.limits,
        logRetentionDays: options.logRetentionDays,
        activityRetentionDays: options.activityRetentionDays,
        countDelivery,
      }),
    /** Waits until what was committed has been handed to the bus. */
    stop: async () => {
      await executors.stop()
      await publisher.flush()
      await resolved?.stop()
      await deps.http.close()
    },
  }
}
