/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type BindingInput = {
  /** POLL: at least 1. */
  intervalSeconds?: number | null | undefined;
  /** A top-level prop. */
  key: string;
  /** 'alerts:42', 'https://host/path#/next', 'inst-a1b2c3d4#/title', or a JSON text for STATIC. Instead of a JSON pointer a JMESPath expression may pick: 'https://host/path#jmespath:next[0].time' (percent-encoded like every fragment, at most 500 characters). */
  path: string;
  /** WEBHOOK: 16 to 200 characters, or 'whsec_' and base64. Never shown again; left out, the earlier one stays. */
  secret?: string | null | undefined;
  source: BindingSource;
  /** Default: STATIC. */
  strategy?: BindingStrategy | null | undefined;
  /** SSE: the stream, where it is another address than the path's. */
  url?: string | null | undefined;
};

/** KV: a key of this installation. API: an address that answers JSON. DO: another instance. STATIC: the path itself, as JSON. */
export type BindingSource =
  | 'API'
  | 'DO'
  | 'KV'
  | 'STATIC';

/** STATIC: once per write; a key is followed all the same. POLL: every intervalSeconds, once for all who follow an address. SSE: messages of an event stream. WEBHOOK: pushed to POST /bindings/{instance}/{key}, signed as Standard Webhooks says. DURABLE: every change of a key or an instance. */
export type BindingStrategy =
  | 'DURABLE'
  | 'POLL'
  | 'SSE'
  | 'STATIC'
  | 'WEBHOOK';

/** Crossing the antimeridian is allowed: west > east. */
export type BoundsInput = {
  east: number;
  north: number;
  south: number;
  west: number;
};

export type BulkPatchPropsInput = {
  filter: InstanceFilter;
  idempotencyKey?: string | null | undefined;
  patch: Record<string, unknown>;
};

/** What was missed while no scheduler was running: NONE of it, the LATEST tick only, or ALL (the newest hundred), in order. */
export type CatchUp =
  | 'ALL'
  | 'LATEST'
  | 'NONE';

/** A tick whose flow has a run that has not ended: ALLOW runs both, FORBID leaves the tick out (its run is SKIPPED), REPLACE cancels what goes on, ENQUEUE lets the tick wait until it is over. */
export type ConcurrencyPolicy =
  | 'ALLOW'
  | 'ENQUEUE'
  | 'FORBID'
  | 'REPLACE';

export type CreateInstanceInput = {
  /** At most 50. */
  bindings?: Array<BindingInput> | null | undefined;
  config?: Record<string, unknown> | null | undefined;
  definitionTypeKey?: string | null | undefined;
  /** Default: the greatest published version. */
  definitionVersion?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  kind?: InstanceKind | null | undefined;
  maxVersion?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  /** Unique per project and scope among the living. */
  name?: string | null | undefined;
  /** Default: none, it stands at the top; but a HOPPER of scope ORCHESTRATION below that of its project, which is made where the GLOBAL one says so (delegation.auto_create_project_instances). */
  parentId?: string | null | undefined;
  persistence?: Persistence | null | undefined;
  placement?: PlacementInput | null | undefined;
  /** Default: the system project. */
  projectId?: string | null | undefined;
  props?: Record<string, unknown> | null | undefined;
  runtime?: InstanceRuntime | null | undefined;
  /** The schedule of its flow, in the same change: what setSchedule would refuse makes no instance. Its ticks fire once it is started. */
  schedule?: InstanceScheduleInput | null | undefined;
  scope?: Scope | null | undefined;
  timeslot?: TimeslotInput | null | undefined;
  upgradeStrategy?: UpgradeStrategy | null | undefined;
  visibility?: Visibility | null | undefined;
  webhooks?: WebhooksInput | null | undefined;
};

export type DefinitionFilter = {
  kinds?: Array<DefinitionKind> | null | undefined;
  projectId?: string | null | undefined;
  /** Part of the type key or the title, in any case. */
  search?: string | null | undefined;
  statuses?: Array<DefinitionStatus> | null | undefined;
};

/** What a definition describes; decides which kinds of instance can be made from it. */
export type DefinitionKind =
  | 'ACCESSOR'
  | 'COMPONENT'
  | 'FORM'
  | 'HOST'
  | 'JOB'
  | 'ML_MODULE'
  | 'OP'
  | 'OP_MACRO'
  | 'PART'
  | 'PIPELINE'
  | 'POD'
  | 'PORTFOLIO_OPTIMIZER'
  | 'REPORT'
  | 'SCOPE_CONFIG'
  | 'SESSION'
  | 'STORE';

/** DRAFT and SUBMITTED may still change; PUBLISHED never changes; DEPRECATED takes no new instances unasked; RETIRED takes none. */
export type DefinitionStatus =
  | 'DEPRECATED'
  | 'DRAFT'
  | 'PUBLISHED'
  | 'RETIRED'
  | 'SUBMITTED';

export type EmitInstanceEventInput = {
  data?: unknown;
  event: string;
  id: string;
  idempotencyKey?: string | null | undefined;
};

export type FlowTemplateInput = {
  freshnessSlaSeconds?: number | null | undefined;
  /** How much memory one run may take before it is ended, OUT_OF_MEMORY. At most what the installation allows (MARQUEE_RUN_MEMORY_MB_MAX). Default: 512. */
  memoryMb?: number | null | undefined;
  name: string;
  runKind: string;
  schedulable?: boolean | null | undefined;
  /** After how long one run is ended, TIMED_OUT. At most what the installation allows (MARQUEE_RUN_TIMEOUT_SECONDS_MAX). Default: 900. */
  timeoutSeconds?: number | null | undefined;
};

export type GeoInput = {
  lat: number;
  lng: number;
};

export type InstanceEventType =
  | 'BINDINGS'
  | 'CONDITION'
  | 'CONFIG'
  | 'CREATED'
  | 'DELETED'
  | 'LIFECYCLE'
  | 'PLACEMENT'
  | 'PRESENCE'
  | 'PROPS'
  | 'READINESS'
  /** The feed cannot be resumed from `since` (too old, or another epoch): a SNAPSHOT follows. */
  | 'RESYNC'
  | 'SNAPSHOT'
  | 'VERSION';

/** All given members must hold. */
export type InstanceFilter = {
  definitionTypeKey?: string | null | undefined;
  device?: string | null | undefined;
  /** Is in this group, or in one below it. A group that is not there holds nothing. */
  groupId?: string | null | undefined;
  ids?: Array<string> | null | undefined;
  kinds?: Array<InstanceKind> | null | undefined;
  lifecycles?: Array<Lifecycle> | null | undefined;
  location?: string | null | undefined;
  /** Part of the name, in any case. */
  nameContains?: string | null | undefined;
  near?: NearFilter | null | undefined;
  ownerId?: string | null | undefined;
  parentId?: string | null | undefined;
  presence?: Array<Presence> | null | undefined;
  projectId?: string | null | undefined;
  /** effectiveProps contains this JSON (as Postgres @>). */
  propsContain?: Record<string, unknown> | null | undefined;
  readiness?: Array<Readiness> | null | undefined;
  scopes?: Array<Scope> | null | undefined;
  tags?: TagFilter | null | undefined;
  within?: BoundsInput | null | undefined;
  /** Stands in this zone, as it is drawn now. A zone that is not there holds nothing. */
  zoneId?: string | null | undefined;
};

/** What an instance is; one table in code says what each kind may do. */
export type InstanceKind =
  | 'ACCESSOR'
  | 'BACKTEST'
  | 'DATASET'
  | 'DISPLAY'
  | 'EXPERIMENT'
  | 'HOPPER'
  | 'HOST'
  | 'JOB'
  | 'MODEL'
  | 'PIPELINE'
  | 'POD'
  | 'PORTFOLIO_OPTIMIZER'
  | 'REPORT'
  | 'SESSION'
  | 'SESSION_PART'
  | 'SIGNAL'
  | 'STORE';

export type InstanceOrder =
  | 'CREATED_ASC'
  | 'CREATED_DESC'
  /** Needs filter.near. */
  | 'DISTANCE_ASC'
  | 'NAME_ASC'
  | 'UPDATED_DESC';

/** What a screen gets that does not keep up, or comes back: see displayChanged. */
export type InstanceRuntime =
  /** Every change in order, from the log: for chats, games and whatever counts its steps. */
  | 'DURABLE'
  /** The newest state; what lies between is of no use to it. */
  | 'EDGE';

/** The schedule that an instance is made with: what SetScheduleInput says, of a flow that is made with it. */
export type InstanceScheduleInput = {
  catchUp?: CatchUp | null | undefined;
  concurrency?: ConcurrencyPolicy | null | undefined;
  enabled?: boolean | null | undefined;
  /** As for setSchedule. */
  expression: string;
  /** Its name; required where the instance has several. */
  flow?: string | null | undefined;
  /** IANA. Default: that of the placement in the same input, else UTC. */
  timezone?: string | null | undefined;
};

export type Lifecycle =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CREATED'
  | 'PAUSED'
  | 'STOPPED';

export type NearFilter = {
  lat: number;
  lng: number;
  radiusMeters: number;
};

export type PatchPropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  patch: Record<string, unknown>;
};

export type Persistence =
  | 'EPHEMERAL'
  | 'PERSISTENT'
  | 'SINGLETON';

export type PlacementInput = {
  device?: string | null | undefined;
  geo?: GeoInput | null | undefined;
  location?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  timezone?: string | null | undefined;
};

/** Whether a screen is there: one that shows the instance has reported lately (ONLINE), is late (STALE), is given up (OFFLINE). */
export type Presence =
  | 'NEVER'
  | 'OFFLINE'
  | 'ONLINE'
  | 'STALE';

export type PrincipalKind =
  | 'AI'
  | 'DISPLAY'
  | 'HUMAN'
  | 'SERVICE';

export type PublishDefinitionVersionInput = {
  definitionVersionId: string;
  idempotencyKey?: string | null | undefined;
};

export type Readiness =
  | 'ERROR'
  | 'READY'
  | 'RUNNING'
  | 'STALE';

export type ReplacePropsInput = {
  expectedRevision?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  props: Record<string, unknown>;
};

export type ReportDisplayStateInput = {
  /** Which of several screens of one instance it is. */
  device?: string | null | undefined;
  /** What went wrong lately; absent: nothing. */
  error?: string | null | undefined;
  id: string;
  /** What it shows. */
  revision: number;
};

export type RunInput = {
  id: string;
  /** At most 500 characters. */
  reason?: string | null | undefined;
};

/** Where a run is. The last five are ends, and an end never changes. */
export type RunStatus =
  /** Waits for an upstream, or for a paused instance, as blockedBy says; goes on by itself. */
  | 'BLOCKED'
  | 'CANCELLED'
  /** Its worker fell silent. */
  | 'CRASHED'
  | 'FAILED'
  /** Waits for a worker. */
  | 'QUEUED'
  | 'RUNNING'
  /** Waits until its schedule's policy lets it go. */
  | 'SCHEDULED'
  /** Left out by its schedule's policy. */
  | 'SKIPPED'
  | 'SUCCEEDED';

/** How far an instance reaches: GLOBAL belongs to the tenant, the others to a project. */
export type Scope =
  | 'GLOBAL'
  | 'ORCHESTRATION'
  | 'PROJECT';

export type SetChange =
  /** All that matched at the start has been sent. */
  | 'CAUGHT_UP'
  | 'ENTER'
  | 'LEAVE'
  | 'RESYNC'
  | 'SNAPSHOT'
  | 'UPDATE';

export type SetPlacementInput = {
  expectedRevision?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  placement: PlacementInput;
};

export type SetScheduleInput = {
  /** Default: as before; LATEST for a new one. */
  catchUp?: CatchUp | null | undefined;
  /** Default: as before; FORBID for a new one. */
  concurrency?: ConcurrencyPolicy | null | undefined;
  /** Default: as before, so that a paused schedule stays paused; a new one is enabled. */
  enabled?: boolean | null | undefined;
  /** 5-field cron ('0 6 * * 1-5'); @hourly, @daily, @weekly, @monthly, @yearly; an ISO 8601 duration ('PT15M', counted from 1970, or 'R/2027-01-01T06:00:00Z/PT15M'); a date and time for once ('2027-01-01T06:00:00', in the zone unless it says). */
  expression: string;
  /** Its name; required where the instance has several. */
  flow?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  instanceId: string;
  /** IANA. Default: as before; for a new one the placement's, else UTC. */
  timezone?: string | null | undefined;
};

export type SubmitDefinitionInput = {
  /** A config resource of kind AUTHORIZATION_POLICY; of the definition, not of the version. */
  authorizationPolicyId?: string | null | undefined;
  /** COMPONENT: the ES module's source, at most 1 MB. */
  bundle?: string | null | undefined;
  childRequirements?: Array<Record<string, unknown>> | null | undefined;
  codeRef?: string | null | undefined;
  complete?: boolean | null | undefined;
  defaultProps?: Record<string, unknown> | null | undefined;
  description?: string | null | undefined;
  flowTemplates?: Array<FlowTemplateInput> | null | undefined;
  idempotencyKey?: string | null | undefined;
  kind: DefinitionKind;
  lifecycleTemplate?: Record<string, unknown> | null | undefined;
  /** Default: any object. */
  parametersSchema?: Record<string, unknown> | null | undefined;
  /** Default: the system project. */
  projectId?: string | null | undefined;
  /** Default: any object. */
  propsSchema?: Record<string, unknown> | null | undefined;
  statusAggregationContract?: Record<string, unknown> | null | undefined;
  /** [{ name, props, valid }]: judged before the version is published. */
  tests?: Array<Record<string, unknown>> | null | undefined;
  title?: string | null | undefined;
  /** Lower case words joined by '/' and '-': 'display/bus-stop'. */
  typeKey: string;
  version: string;
};

export type TagFilter = {
  all?: Array<string> | null | undefined;
  any?: Array<string> | null | undefined;
  none?: Array<string> | null | undefined;
};

export type TagsInput = {
  expectedRevision?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  tags: Array<string>;
};

export type TimeslotInput = {
  end: string;
  start: string;
};

export type TriggerRunInput = {
  /** Needed where the instance has several flows. */
  flow?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  instanceId: string;
  parameters?: Record<string, unknown> | null | undefined;
};

export type UpdateInstanceInput = {
  config?: Record<string, unknown> | null | undefined;
  expectedRevision?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  maxVersion?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  name?: string | null | undefined;
  runtime?: InstanceRuntime | null | undefined;
  upgradeStrategy?: UpgradeStrategy | null | undefined;
  visibility?: Visibility | null | undefined;
  webhooks?: WebhooksInput | null | undefined;
};

export type UpgradeStrategy =
  | 'LATEST'
  | 'MINOR'
  | 'PIN';

/** Who may read without a key: PUBLIC is listed, UNLISTED is found by id only, PRIVATE is neither. */
export type Visibility =
  | 'PRIVATE'
  | 'PUBLIC'
  | 'UNLISTED';

/** Where to send what happens, signed as Standard Webhooks says (docs/guides/webhooks.md); null leaves a webhook out. */
export type WebhooksInput = {
  /** A condition such as BindingFailing, a failed run, an error that a screen reports. */
  onError?: string | null | undefined;
  /** What a component says: emitInstanceEvent. */
  onInteraction?: string | null | undefined;
  /** What is shown changed. */
  onPropsChange?: string | null | undefined;
};

export type DefinitionQueryVariables = Exact<{
  id?: string | null | undefined;
  typeKey?: string | null | undefined;
}>;


export type DefinitionQuery = { definition: { id: string, typeKey: string, kind: DefinitionKind, title: string | null, description: string | null, status: DefinitionStatus, latestVersion: { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null } | null } | null };

export type DefinitionsQueryVariables = Exact<{
  filter?: DefinitionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DefinitionsQuery = { definitions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, typeKey: string, kind: DefinitionKind, title: string | null, status: DefinitionStatus, latestVersion: { id: string, version: string } | null }> } };

export type SubmitDefinitionMutationVariables = Exact<{
  input: SubmitDefinitionInput;
}>;


export type SubmitDefinitionMutation = { submitDefinition: { definitionVersion: { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null, definition: { id: string, typeKey: string } } } };

export type PublishDefinitionVersionMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type PublishDefinitionVersionMutation = { publishDefinitionVersion: { definitionVersion: { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null } } };

export type DisplayChangedSubscriptionVariables = Exact<{
  instanceId: string;
  since?: string | null | undefined;
}>;


export type DisplayChangedSubscription = { displayChanged: { type: InstanceEventType, cursor: string, revision: number, at: string, effectiveProps: Record<string, unknown> | null, patch: Record<string, unknown> | null, lifecycle: Lifecycle, bundleUrl: string | null } };

export type InstanceChangedSubscriptionVariables = Exact<{
  id: string;
  since?: string | null | undefined;
}>;


export type InstanceChangedSubscription = { instanceChanged: { type: InstanceEventType, cursor: string, revision: number, patch: Record<string, unknown> | null, changeId: string | null, actorId: string | null, reason: string | null, at: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string } } };

export type InstancesChangedSubscriptionVariables = Exact<{
  filter: InstanceFilter;
  since?: string | null | undefined;
}>;


export type InstancesChangedSubscription = { instancesChanged: { change: SetChange, cursor: string, changeId: string | null, at: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } | null } };

export type InstanceStateFragment = { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string };

export type PlacementFieldsFragment = { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null };

export type InstanceFieldsFragment = { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null };

export type DefinitionVersionFieldsFragment = { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null };

export type CreateInstanceMutationVariables = Exact<{
  input: CreateInstanceInput;
}>;


export type CreateInstanceMutation = { createInstance: { revision: number, changeId: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } } };

export type UpdateInstanceMutationVariables = Exact<{
  input: UpdateInstanceInput;
}>;


export type UpdateInstanceMutation = { updateInstance: { revision: number, changeId: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string } } };

export type PatchPropsMutationVariables = Exact<{
  input: PatchPropsInput;
}>;


export type PatchPropsMutation = { patchProps: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type ReplacePropsMutationVariables = Exact<{
  input: ReplacePropsInput;
}>;


export type ReplacePropsMutation = { replaceProps: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type BulkPatchPropsMutationVariables = Exact<{
  input: BulkPatchPropsInput;
}>;


export type BulkPatchPropsMutation = { bulkPatchProps: { changeId: string, targeted: number, changed: number } };

export type SetPlacementMutationVariables = Exact<{
  input: SetPlacementInput;
}>;


export type SetPlacementMutation = { setPlacement: { revision: number, changeId: string, instance: { id: string, revision: number, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null } } };

export type AddTagsMutationVariables = Exact<{
  input: TagsInput;
}>;


export type AddTagsMutation = { addTags: { revision: number, changeId: string, instance: { id: string, revision: number, placement: { tags: Array<string> } | null } } };

export type RemoveTagsMutationVariables = Exact<{
  input: TagsInput;
}>;


export type RemoveTagsMutation = { removeTags: { revision: number, changeId: string, instance: { id: string, revision: number, placement: { tags: Array<string> } | null } } };

export type EmitInstanceEventMutationVariables = Exact<{
  input: EmitInstanceEventInput;
}>;


export type EmitInstanceEventMutation = { emitInstanceEvent: { changeId: string } };

export type ReportDisplayStateMutationVariables = Exact<{
  input: ReportDisplayStateInput;
}>;


export type ReportDisplayStateMutation = { reportDisplayState: { revision: number } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { tenantId: string, roles: Array<string>, principal: { id: string, kind: PrincipalKind, displayName: string } } | null };

export type InstanceQueryVariables = Exact<{
  id: string;
}>;


export type InstanceQuery = { instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } | null };

export type InstancesQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
  orderBy?: InstanceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InstancesQuery = { instances: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null }> } };

export type HistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { instance: { id: string, history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ type: InstanceEventType, revision: number, patch: Record<string, unknown> | null, changeId: string | null, actorId: string | null, reason: string | null, at: string }> } } | null };

export type NearbyQueryVariables = Exact<{
  lat: number;
  lng: number;
  radiusMeters?: number | null | undefined;
  filter?: InstanceFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type NearbyQuery = { nearby: Array<{ distanceMeters: number, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } }> };

export type TagsQueryVariables = Exact<{
  prefix?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type TagsQuery = { tags: Array<{ tag: string, count: number }> };

export type RunFieldsFragment = { id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } };

export type FlowFieldsFragment = { id: string, name: string, runKind: string, status: Readiness, staleReason: string | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> };

export type InstanceFlowsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type InstanceFlowsQuery = { instance: { id: string, readiness: Readiness | null, readinessExplanation: unknown, flows: Array<{ id: string, name: string, runKind: string, status: Readiness, staleReason: string | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> }>, runs: { totalCount: number, nodes: Array<{ id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } }> } } | null };

export type RunChangedSubscriptionVariables = Exact<{
  id?: string | null | undefined;
  instanceId?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type RunChangedSubscription = { runChanged: { type: string, cursor: string, at: string, lines: Array<string>, run: { id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type TriggerRunMutationVariables = Exact<{
  input: TriggerRunInput;
}>;


export type TriggerRunMutation = { triggerRun: { run: { id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type CancelRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type RetryRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type RetryRunMutation = { retryRun: { run: { id: string, kind: string, status: RunStatus, trigger: string, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type SetScheduleMutationVariables = Exact<{
  input: SetScheduleInput;
}>;


export type SetScheduleMutation = { setSchedule: { schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, flow: { id: string } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const InstanceStateFragmentDoc = new TypedDocumentString(`
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
    `, {"fragmentName":"InstanceState"}) as unknown as TypedDocumentString<InstanceStateFragment, unknown>;
export const PlacementFieldsFragmentDoc = new TypedDocumentString(`
    fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
    `, {"fragmentName":"PlacementFields"}) as unknown as TypedDocumentString<PlacementFieldsFragment, unknown>;
export const InstanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}`, {"fragmentName":"InstanceFields"}) as unknown as TypedDocumentString<InstanceFieldsFragment, unknown>;
export const DefinitionVersionFieldsFragmentDoc = new TypedDocumentString(`
    fragment DefinitionVersionFields on DefinitionVersion {
  id
  version
  status
  propsSchema
  defaultProps
  bundleUrl
  contentHash
  publishedAt
}
    `, {"fragmentName":"DefinitionVersionFields"}) as unknown as TypedDocumentString<DefinitionVersionFieldsFragment, unknown>;
export const RunFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}
    `, {"fragmentName":"RunFields"}) as unknown as TypedDocumentString<RunFieldsFragment, unknown>;
export const FlowFieldsFragmentDoc = new TypedDocumentString(`
    fragment FlowFields on Flow {
  id
  name
  runKind
  status
  staleReason
  lastSuccessAt
  dataTime
  schedulable
  schedule {
    expression
    timezone
    enabled
    nextTickAt
  }
  upstreams {
    id
    name
    status
    instance {
      id
      name
    }
  }
}
    `, {"fragmentName":"FlowFields"}) as unknown as TypedDocumentString<FlowFieldsFragment, unknown>;
export const DefinitionDocument = new TypedDocumentString(`
    query Definition($id: ID, $typeKey: String) {
  definition(id: $id, typeKey: $typeKey) {
    id
    typeKey
    kind
    title
    description
    status
    latestVersion {
      ...DefinitionVersionFields
    }
  }
}
    fragment DefinitionVersionFields on DefinitionVersion {
  id
  version
  status
  propsSchema
  defaultProps
  bundleUrl
  contentHash
  publishedAt
}`) as unknown as TypedDocumentString<DefinitionQuery, DefinitionQueryVariables>;
export const DefinitionsDocument = new TypedDocumentString(`
    query Definitions($filter: DefinitionFilter, $first: Int, $after: String) {
  definitions(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      typeKey
      kind
      title
      status
      latestVersion {
        id
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DefinitionsQuery, DefinitionsQueryVariables>;
export const SubmitDefinitionDocument = new TypedDocumentString(`
    mutation SubmitDefinition($input: SubmitDefinitionInput!) {
  submitDefinition(input: $input) {
    definitionVersion {
      ...DefinitionVersionFields
      definition {
        id
        typeKey
      }
    }
  }
}
    fragment DefinitionVersionFields on DefinitionVersion {
  id
  version
  status
  propsSchema
  defaultProps
  bundleUrl
  contentHash
  publishedAt
}`) as unknown as TypedDocumentString<SubmitDefinitionMutation, SubmitDefinitionMutationVariables>;
export const PublishDefinitionVersionDocument = new TypedDocumentString(`
    mutation PublishDefinitionVersion($input: PublishDefinitionVersionInput!) {
  publishDefinitionVersion(input: $input) {
    definitionVersion {
      ...DefinitionVersionFields
    }
  }
}
    fragment DefinitionVersionFields on DefinitionVersion {
  id
  version
  status
  propsSchema
  defaultProps
  bundleUrl
  contentHash
  publishedAt
}`) as unknown as TypedDocumentString<PublishDefinitionVersionMutation, PublishDefinitionVersionMutationVariables>;
export const DisplayChangedDocument = new TypedDocumentString(`
    subscription DisplayChanged($instanceId: ID!, $since: Cursor) {
  displayChanged(instanceId: $instanceId, since: $since) {
    type
    cursor
    revision
    at
    effectiveProps
    patch
    lifecycle
    bundleUrl
  }
}
    `) as unknown as TypedDocumentString<DisplayChangedSubscription, DisplayChangedSubscriptionVariables>;
export const InstanceChangedDocument = new TypedDocumentString(`
    subscription InstanceChanged($id: ID!, $since: Cursor) {
  instanceChanged(id: $id, since: $since) {
    type
    cursor
    revision
    patch
    changeId
    actorId
    reason
    at
    instance {
      ...InstanceState
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<InstanceChangedSubscription, InstanceChangedSubscriptionVariables>;
export const InstancesChangedDocument = new TypedDocumentString(`
    subscription InstancesChanged($filter: InstanceFilter!, $since: Cursor) {
  instancesChanged(filter: $filter, since: $since) {
    change
    cursor
    changeId
    at
    instance {
      ...InstanceFields
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}`) as unknown as TypedDocumentString<InstancesChangedSubscription, InstancesChangedSubscriptionVariables>;
export const CreateInstanceDocument = new TypedDocumentString(`
    mutation CreateInstance($input: CreateInstanceInput!) {
  createInstance(input: $input) {
    revision
    changeId
    instance {
      ...InstanceFields
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}`) as unknown as TypedDocumentString<CreateInstanceMutation, CreateInstanceMutationVariables>;
export const UpdateInstanceDocument = new TypedDocumentString(`
    mutation UpdateInstance($input: UpdateInstanceInput!) {
  updateInstance(input: $input) {
    revision
    changeId
    instance {
      ...InstanceState
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpdateInstanceMutation, UpdateInstanceMutationVariables>;
export const PatchPropsDocument = new TypedDocumentString(`
    mutation PatchProps($input: PatchPropsInput!) {
  patchProps(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      props
      effectiveProps
    }
  }
}
    `) as unknown as TypedDocumentString<PatchPropsMutation, PatchPropsMutationVariables>;
export const ReplacePropsDocument = new TypedDocumentString(`
    mutation ReplaceProps($input: ReplacePropsInput!) {
  replaceProps(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      props
      effectiveProps
    }
  }
}
    `) as unknown as TypedDocumentString<ReplacePropsMutation, ReplacePropsMutationVariables>;
export const BulkPatchPropsDocument = new TypedDocumentString(`
    mutation BulkPatchProps($input: BulkPatchPropsInput!) {
  bulkPatchProps(input: $input) {
    changeId
    targeted
    changed
  }
}
    `) as unknown as TypedDocumentString<BulkPatchPropsMutation, BulkPatchPropsMutationVariables>;
export const SetPlacementDocument = new TypedDocumentString(`
    mutation SetPlacement($input: SetPlacementInput!) {
  setPlacement(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      placement {
        ...PlacementFields
      }
    }
  }
}
    fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}`) as unknown as TypedDocumentString<SetPlacementMutation, SetPlacementMutationVariables>;
export const AddTagsDocument = new TypedDocumentString(`
    mutation AddTags($input: TagsInput!) {
  addTags(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      placement {
        tags
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AddTagsMutation, AddTagsMutationVariables>;
export const RemoveTagsDocument = new TypedDocumentString(`
    mutation RemoveTags($input: TagsInput!) {
  removeTags(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      placement {
        tags
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveTagsMutation, RemoveTagsMutationVariables>;
export const EmitInstanceEventDocument = new TypedDocumentString(`
    mutation EmitInstanceEvent($input: EmitInstanceEventInput!) {
  emitInstanceEvent(input: $input) {
    changeId
  }
}
    `) as unknown as TypedDocumentString<EmitInstanceEventMutation, EmitInstanceEventMutationVariables>;
export const ReportDisplayStateDocument = new TypedDocumentString(`
    mutation ReportDisplayState($input: ReportDisplayStateInput!) {
  reportDisplayState(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<ReportDisplayStateMutation, ReportDisplayStateMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    tenantId
    roles
    principal {
      id
      kind
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const InstanceDocument = new TypedDocumentString(`
    query Instance($id: ID!) {
  instance(id: $id) {
    ...InstanceFields
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}`) as unknown as TypedDocumentString<InstanceQuery, InstanceQueryVariables>;
export const InstancesDocument = new TypedDocumentString(`
    query Instances($filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int, $after: String) {
  instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...InstanceFields
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}`) as unknown as TypedDocumentString<InstancesQuery, InstancesQueryVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $first: Int, $after: String) {
  instance(id: $id) {
    id
    history(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        type
        revision
        patch
        changeId
        actorId
        reason
        at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const NearbyDocument = new TypedDocumentString(`
    query Nearby($lat: Float!, $lng: Float!, $radiusMeters: Float, $filter: InstanceFilter, $first: Int) {
  nearby(
    lat: $lat
    lng: $lng
    radiusMeters: $radiusMeters
    filter: $filter
    first: $first
  ) {
    distanceMeters
    instance {
      ...InstanceFields
    }
  }
}
    fragment InstanceState on Instance {
  id
  kind
  name
  visibility
  lifecycle
  desiredLifecycle
  readiness
  presence
  revision
  cursor
  props
  effectiveProps
  url
  createdAt
  updatedAt
}
fragment PlacementFields on Placement {
  location
  device
  geo {
    lat
    lng
  }
  timezone
  tags
}
fragment InstanceFields on Instance {
  ...InstanceState
  placement {
    ...PlacementFields
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
    bundleUrl
  }
}`) as unknown as TypedDocumentString<NearbyQuery, NearbyQueryVariables>;
export const TagsDocument = new TypedDocumentString(`
    query Tags($prefix: String, $first: Int) {
  tags(prefix: $prefix, first: $first) {
    tag
    count
  }
}
    `) as unknown as TypedDocumentString<TagsQuery, TagsQueryVariables>;
export const InstanceFlowsDocument = new TypedDocumentString(`
    query InstanceFlows($id: ID!, $first: Int) {
  instance(id: $id) {
    id
    readiness
    readinessExplanation
    flows {
      ...FlowFields
    }
    runs(first: $first) {
      totalCount
      nodes {
        ...RunFields
      }
    }
  }
}
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}
fragment FlowFields on Flow {
  id
  name
  runKind
  status
  staleReason
  lastSuccessAt
  dataTime
  schedulable
  schedule {
    expression
    timezone
    enabled
    nextTickAt
  }
  upstreams {
    id
    name
    status
    instance {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<InstanceFlowsQuery, InstanceFlowsQueryVariables>;
export const RunChangedDocument = new TypedDocumentString(`
    subscription RunChanged($id: ID, $instanceId: ID, $since: Cursor) {
  runChanged(id: $id, instanceId: $instanceId, since: $since) {
    type
    cursor
    at
    lines
    run {
      ...RunFields
    }
  }
}
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}`) as unknown as TypedDocumentString<RunChangedSubscription, RunChangedSubscriptionVariables>;
export const TriggerRunDocument = new TypedDocumentString(`
    mutation TriggerRun($input: TriggerRunInput!) {
  triggerRun(input: $input) {
    run {
      ...RunFields
    }
  }
}
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}`) as unknown as TypedDocumentString<TriggerRunMutation, TriggerRunMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($input: RunInput!) {
  cancelRun(input: $input) {
    run {
      ...RunFields
    }
  }
}
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}`) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const RetryRunDocument = new TypedDocumentString(`
    mutation RetryRun($input: RunInput!) {
  retryRun(input: $input) {
    run {
      ...RunFields
    }
  }
}
    fragment RunFields on Run {
  id
  kind
  status
  trigger
  attempt
  progress
  scheduledFor
  createdAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  flow {
    id
    name
  }
}`) as unknown as TypedDocumentString<RetryRunMutation, RetryRunMutationVariables>;
export const SetScheduleDocument = new TypedDocumentString(`
    mutation SetSchedule($input: SetScheduleInput!) {
  setSchedule(input: $input) {
    schedule {
      expression
      timezone
      enabled
      nextTickAt
    }
    flow {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SetScheduleMutation, SetScheduleMutationVariables>;