/** Shapes of the messages on the bus, and the names of its topics. Writers and subscribers rely on them alike. */

import type {
  BindingSource,
  BindingState as BindingStatus,
  BindingStrategy,
  InstanceEventType,
  InstanceKind,
  InstanceRuntime,
  Lifecycle,
  Persistence,
  Presence,
  Readiness,
  RunEventType as AnyRunEventType,
  RunStatus,
  RunTrigger,
  Scope,
  StaleReason,
  UpgradeStrategy,
  Visibility,
} from './enums.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export type EventType = Exclude<InstanceEventType, 'SNAPSHOT' | 'RESYNC'>

/** Whether a kind has a time of its own (model 2.4). */
export type Tier = 'TIMED' | 'UNTIMED'

/** A value on top of all others, at a JSON pointer into the props, until it expires or is cleared. */
export type PropOverride = {
  path: string
  value: Json
  writerId: string | null
  since: string
  expiresAt: string | null
  reason: string | null
}

/** Until it expires or is opened, AI principals cannot write at or below this JSON pointer. */
export type PathLock = {
  path: string
  holderId: string | null
  since: string
  expiresAt: string | null
  reason: string | null
}

/** What the programmes of an instance show at present: the winning entry's patch, between bindings and overrides. */
export type ProgrammeLayer = {
  programmeId: string
  programme: string
  entry: string
  /** Of a playlist: which item. */
  item: number | null
  props: JsonObject
  since: string
  /** Written by an AI: it changes nothing that a person locked. */
  byAi: boolean
  /** Why it is not shown although it is its time; null where it is. */
  blocked: string | null
}

/** A prop that follows a data source. `value` is the last good one; secrets are kept elsewhere. */
export type BindingState = {
  key: string
  source: BindingSource
  path: string
  /** What is read, without the pointer of `path`: bindings with one address, strategy and interval share what is read. */
  address: string
  strategy: BindingStrategy
  intervalSeconds: number | null
  url: string | null
  state: BindingStatus
  value: Json
  lastResolvedAt: string | null
  lastError: string | null
}

export type Condition = { type: string; message: string; since: string; details?: Json }

/**
 * The state document of an instance: everything the runtime knows of it at one revision, in the shapes GraphQL shows
 * (dates are RFC 3339 with milliseconds). A log row's `patch` and `undo` are merge patches over this document less
 * `revision` and `updatedAt`, which the row itself carries.
 */
export type InstanceState = {
  id: string
  tenantId: string
  kind: InstanceKind
  persistence: Persistence
  tier: Tier
  scope: Scope
  projectId: string | null
  definitionId: string | null
  definitionTypeKey: string | null
  resolvedVersionId: string | null
  bundleUrl: string | null
  upgradeStrategy: UpgradeStrategy
  maxVersion: string | null
  /** EDGE: a screen that is slow gets the newest state. DURABLE: it gets every change in order. */
  runtime: InstanceRuntime
  /** SHA-256 of the keys that its screens hold, separated by spaces; null where there is none. Whoever has such a key may read it. */
  displayKeyHash: string | null
  name: string | null
  ownerId: string
  visibility: Visibility
  parentId: string | null
  lifecycle: Lifecycle
  desiredLifecycle: Lifecycle
  /** The ancestor whose pause this one inherited: only that one's resume wakes it. */
  pausedByAncestorId: string | null
  readiness: Readiness | null
  presence: Presence
  conditions: Condition[]
  config: JsonObject
  metadata: JsonObject
  props: JsonObject
  /** What comes down from the parent, below the instance's own props. */
  inheritedProps: JsonObject
  bindings: BindingState[]
  programme: ProgrammeLayer | null
  overrides: PropOverride[]
  locks: PathLock[]
  effectiveProps: JsonObject
  webhooks: JsonObject
  timeslotStart: string | null
  timeslotEnd: string | null
  startedAt: string | null
  stoppedAt: string | null
  archivedAt: string | null
  createdAt: string
  updatedAt: string
  revision: number
}

/** One committed change, as it stands in the log. */
export type LoggedChange = {
  instanceId: string
  revision: number
  type: EventType
  patch: JsonObject | null
  changeId: string
  actorId: string | null
  reason: string | null
  at: string
}

/** What a writer publishes on the instance's topic after commit: the change and the state it led to. */
export type ChangeEvent = LoggedChange & {
  epoch: string
  /** Reader scopes that may see it: a viewer with any of them (see kit/graphql/viewer/viewer.ts). */
  readers: string[]
  state: InstanceState
}

/** A part of one instance's feed read back from the log, oldest first; `resync` where `since` cannot be resumed. */
export type FeedSlice = {
  instanceId: string
  epoch: string
  /** Null where there is no such instance. */
  head: { state: InstanceState; readers: string[] } | null
  resync: boolean
  changes: ChangeEvent[]
}

export type FeedRequest = {
  instanceId: string
  /** Null: only the present state. */
  since: { epoch: string; revision: number } | null
}

/** Topic of one instance: `ChangeEvent` as change-message.ts writes it. */
export const instanceTopic = (instanceId: string) => `instance:${instanceId}`

/** Topic of a tenant: `HeadsMessage` as JSON, one for every commit, for feeds over many instances. */
export const headsTopic = (tenantId: string) => `heads:${tenantId}`

/**
 * Newest revisions: who follows one of these instances and knows an older one looks it up. `members` are those of the
 * state (and `placement`) that the revision changed; where it is missing, any may have changed.
 */
export type HeadsMessage = { heads: [instanceId: string, revision: number, changeId: string, members?: string[]][] }

/** Where an instance stands, as far as filters ask. Instances without a placement have none. */
export type PlaceFacts = {
  location: string | null
  deviceId: string | null
  lat: number | null
  lng: number | null
  tags: string[]
}

/** Topic of a tenant's zones and groups: `NamedSetMessage` as JSON, one for every edit. */
export const namedSetsTopic = (tenantId: string) => `named-sets:${tenantId}`

/** The zone or group that is another now, or gone: a live query that filters by it searches again. */
export type NamedSetMessage = { zoneId: string } | { groupId: string }

/** What is observed of an instance's screens: no state, so it has no revision and no log row. */
export type Observation = {
  presence: Presence
  shownRevision: number | null
  /** Conditions of the screens. Absent in messages of an earlier version. */
  problems?: Condition[]
}

export const sameObservation = (a: Observation, b: Observation) =>
  a.presence === b.presence && a.shownRevision === b.shownRevision && sameProblems(a, b)

export const sameProblems = (a: Observation, b: Observation) =>
  JSON.stringify(a.problems ?? []) === JSON.stringify(b.problems ?? [])

/** Topic of what is observed of one instance: `Observation` as JSON, whenever it changes. */
export const observationTopic = (instanceId: string) => `observation:${instanceId}`

/** Topic of a tenant: `ObservationsMessage` as JSON, for live queries that ask about screens. */
export const observationsTopic = (tenantId: string) => `observations:${tenantId}`

export type ObservationsMessage = { observed: [instanceId: string, observation: Observation, isPresenceNew: boolean][] }

/** Kind of the cursors of one instance's feed (kit/pure/ids/feed-cursor.ts). */
export const INSTANCE_FEED = 'i'

/** Kind of the cursors of live queries. */
export const SET_FEED = 's'

/** Topic of the relay: `RelayMessage` as JSON, for every gateway. */
export const RELAY_TOPIC = 'relay'

/** What was committed lately, told again for whoever missed it. */
export type RelayMessage = { heads: [instanceId: string, revision: number, tenantId: string][] }

/**
 * An execution of a flow, as everybody may know it. Ended, it never changes again. Large outputs and metrics are
 * `{ "$ref", "bytes", "sha256" }` here; what is behind stands in a row of its own.
 */
export type RunState = {
  id: string
  tenantId: string
  instanceId: string
  flowId: string
  kind: string
  status: RunStatus
  trigger: RunTrigger
  scheduledFor: string | null
  createdAt: string
  queuedAt: string | null
  /** Not before. */
  runAt: string | null
  startedAt: string | null
  endedAt: string | null
  actorId: string | null
  reason: string | null
  parameters: JsonObject
  codeRef: string | null
  definitionVersionId: string | null
  configHash: string | null
  propsRevision: number | null
  upstreamRunIds: JsonObject
  worker: string | null
  progress: number | null
  outputs: JsonObject | null
  metrics: JsonObject | null
  error: JsonObject | null
  blockedBy: JsonObject[]
  attempt: number
  maxAttempts: number
  retryOfId: string | null
  cancelRequestedAt: string | null
}

export type FlowState = {
  id: string
  tenantId: string
  instanceId: string
  name: string
  runKind: string
  codeRef: string | null
  schedulable: boolean
  freshnessSlaSeconds: number | null
  timeoutSeconds: number | null
  memoryMb: number | null
  network: boolean
  status: Readiness
  handles: JsonObject
  lastSuccessAt: string | null
  dataTime: string | null
  staleSince: string | null
  staleReason: StaleReason | null
  staleAt: string | null
}

export type RunEventType = Exclude<AnyRunEventType, 'SNAPSHOT' | 'RESYNC'>

/** What happened to a run, as it stands in the log of its instance's runs: positions have no gaps. */
export type LoggedRunEvent = {
  instanceId: string
  position: number
  runId: string
  type: RunEventType
  at: string
  /** What the type tells besides: `{ lines }` of LOG, `{ by, reason }` of CANCEL_REQUESTED. */
  body: JsonObject
}

/** What a writer publishes on the topic of an instance's runs after commit: the event and the run it led to. */
export type RunChange = LoggedRunEvent & { epoch: string; readers: string[]; run: RunState }

/** Topic of the runs of one instance: `RunChange` as JSON. */
export const runTopic = (instanceId: string) => `runs:${instanceId}`

/** Topic of workers: `RunCancelMessage` as JSON. Whoever carries one of these runs out stops it. */
export const RUN_CANCEL_TOPIC = 'run-cancellations'

export type RunCancelMessage = { runIds: string[] }

/** Topic on which schedulers are told to look: a schedule was set. The payload says nothing. */
export const SCHEDULE_TOPIC = 'schedules'

/** Topic on which workers are told to look: what programmes show is another now. The payload says nothing. */
export const PROGRAMME_TOPIC = 'programmes'

/** Kind of the cursors of the runs of an instance. */
export const RUN_FEED = 'r'

/** Runs of an instance (`runId` null) or one run, by its id alone. */
export type RunFeedRequest = {
  instanceId: string | null
  runId: string | null
  /** Null: only the present state. */
  since: { epoch: string; position: number } | null
}

/** A part of a feed of runs read back from the log. */
export type RunFeedSlice = {
  /** Null where there is no such instance or run. */
  instanceId: string | null
  epoch: string
  /** Of the newest event of the instance. */
  position: number
  readers: string[]
  /** `since` cannot be resumed. */
  resync: boolean
  /** Oldest first, where `since` is null or cannot be resumed: runs that have not ended, and the newest of each flow. */
  runs: RunState[]
  /** Whether it is one run that is asked for, and that one has ended: nothing will follow. */
  ended: boolean
  /** Oldest first, what happened since. */
  changes: RunChange[]
}
