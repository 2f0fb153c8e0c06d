/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Selects activities. All given members must hold. */
export type ActivityFilter = {
  /** One of these actions. */
  actions?: Array<string> | null | undefined;
  /** Done by this principal. */
  actorId?: string | null | undefined;
  /** Part of this change. */
  changeId?: string | null | undefined;
  /** Done to this thing. */
  resourceId?: string | null | undefined;
  /** Done to things of this type. */
  resourceType?: string | null | undefined;
  /** Done at or after this time. */
  since?: string | null | undefined;
  /** Done before this time. */
  until?: string | null | undefined;
};

/** A binding. */
export type BindingInput = {
  /** For POLL: seconds between reads, at least 1. */
  intervalSeconds?: number | null | undefined;
  /** The top-level prop to fill. */
  key: string;
  /** 'alerts:42', 'https://host/path#/next', 'inst-a1b2c3d4#/title', or JSON text for STATIC. Instead of a JSON pointer, a JMESPath expression can select: 'https://host/path#jmespath:next[0].time' (percent-encoded as in any fragment, at most 500 characters). */
  path: string;
  /** For WEBHOOK: 16 to 200 characters, or 'whsec_' followed by base64. Never returned; when left out, the previous one stays. */
  secret?: string | null | undefined;
  /** Where to read. */
  source: BindingSource;
  /** How to follow the source. Default: STATIC. */
  strategy?: BindingStrategy | null | undefined;
  /** For SSE: address of the stream, when it differs from the path's. */
  url?: string | null | undefined;
};

/** Where a binding reads its value. */
export type BindingSource =
  /** An HTTP address that answers with JSON. */
  | 'API'
  /** The props of another instance. */
  | 'DO'
  /** A key of this installation; see setKv. */
  | 'KV'
  /** The path itself, as JSON text. */
  | 'STATIC';

/** Whether a binding has its value. */
export type BindingState =
  /** The last read failed; the last good value stays, lastError says why. */
  | 'FAILING'
  /** The last read succeeded. */
  | 'OK'
  /** Not read yet. */
  | 'PENDING';

/** How a binding follows its source. */
export type BindingStrategy =
  /** Every change of a key or an instance, in order. */
  | 'DURABLE'
  /** Every intervalSeconds, with one request for all bindings of the same address. */
  | 'POLL'
  /** Messages of an event stream. */
  | 'SSE'
  /** Once per write; a KV key is followed nevertheless. */
  | 'STATIC'
  /** Values pushed to POST /bindings/{instance}/{key}, signed as Standard Webhooks defines. */
  | 'WEBHOOK';

/** A bounding box in degrees. It crosses the antimeridian when west > east. */
export type BoundsInput = {
  /** Eastern longitude. */
  east: number;
  /** Northern latitude. */
  north: number;
  /** Southern latitude. */
  south: number;
  /** Western longitude. */
  west: number;
};

/** One patch for many instances. */
export type BulkPatchPropsInput = {
  /** Selects the instances; must not be empty. */
  filter: InstanceFilter;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
  patch: Record<string, unknown>;
  /** Answers when so many screens show it, or when the time is over. `change` tells how it goes on. */
  waitFor?: WaitForShownInput | null | undefined;
};

/** What to do with ticks that were missed while no scheduler was running. */
export type CatchUp =
  /** Run all of them in order, at most the newest hundred. */
  | 'ALL'
  /** Run the latest one. */
  | 'LATEST'
  /** Skip them. */
  | 'NONE';

/** What to do with a tick while an earlier run of the flow is unfinished. */
export type ConcurrencyPolicy =
  /** Run both. */
  | 'ALLOW'
  /** Wait until the earlier run has ended. */
  | 'ENQUEUE'
  /** Leave the tick out; its run is SKIPPED. */
  | 'FORBID'
  /** Cancel the earlier run. */
  | 'REPLACE';

/** A principal to create. */
export type CreateUserInput = {
  /** Name for people. */
  displayName: string;
  /** Email address; unique per tenant, ignoring case. */
  email: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** What kind of actor it is. */
  kind?: PrincipalKind | null | undefined;
  /** Also grants the role VIEWER on the system space. */
  viewSystemSpace?: boolean | null | undefined;
};

/** Selects definitions. All given members must hold. */
export type DefinitionFilter = {
  /** Has one of these kinds. */
  kinds?: Array<DefinitionKind> | null | undefined;
  /** Belongs to this project. */
  projectId?: string | null | undefined;
  /** The type key or title contains this text, ignoring case. */
  search?: string | null | undefined;
  /** Has one of these statuses. */
  statuses?: Array<DefinitionStatus> | null | undefined;
};

/** What a definition describes. It decides which kinds of instance can be made from it. */
export type DefinitionKind =
  /** Reads the rows of a dataset. */
  | 'ACCESSOR'
  /** The code of a screen; makes DISPLAY instances. */
  | 'COMPONENT'
  /** A form that a session part presents; it has no instances of its own. */
  | 'FORM'
  /** A template for hosts. */
  | 'HOST'
  /** A template for jobs. */
  | 'JOB'
  /** Code and configuration of a machine-learning model; makes MODEL instances. */
  | 'ML_MODULE'
  /** An operator for expressions. */
  | 'OP'
  /** A saved expression, reusable in EXPERIMENT instances. */
  | 'OP_MACRO'
  /** A template for session parts. */
  | 'PART'
  /** Loads rows for a dataset. */
  | 'PIPELINE'
  /** A template for pods. */
  | 'POD'
  /** Code that computes portfolio weights. */
  | 'PORTFOLIO_OPTIMIZER'
  /** A template for reports. */
  | 'REPORT'
  /** Configuration of a scope; makes HOPPER instances. */
  | 'SCOPE_CONFIG'
  /** A template for sessions. */
  | 'SESSION'
  /** Keeps the rows of a dataset. */
  | 'STORE';

/** How far a definition or version has come on its way to use. */
export type DefinitionStatus =
  /** New instances use it only when they name its version. */
  | 'DEPRECATED'
  /** May still change; not evaluated, or the evaluation failed. */
  | 'DRAFT'
  /** Immutable and available for new instances. */
  | 'PUBLISHED'
  /** Takes no new instances; existing ones continue. */
  | 'RETIRED'
  /** Passed its evaluation and may be published; may still change. */
  | 'SUBMITTED';

/** Names the instance whose key is issued or revoked. */
export type DisplayKeyInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** How long an issued key works, in seconds, 60 to 315360000 (10 years). Default: until it is revoked. */
  ttlSeconds?: number | null | undefined;
};

/** How a change of the clocks affects a tick. */
export type DstKind =
  /** The clocks show `local` twice that day. Times of day fire the first time, intervals within the hour both times. */
  | 'FOLD'
  /** The clocks skip the intended time; the tick fires at the first moment after the gap. */
  | 'GAP'
  /** Not at all. */
  | 'NONE';

/** Outcome of an evaluation. */
export type EvaluationStatus =
  /** At least one check failed. */
  | 'FAILED'
  /** No check failed. */
  | 'PASSED';

/** Names a flow of an instance. */
export type FlowInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** The instance. */
  instanceId: string;
};

/** A point in WGS 84 degrees. */
export type GeoInput = {
  /** Latitude, -90 to 90. */
  lat: number;
  /** Longitude, -180 to 180. */
  lng: number;
};

/** Where a health problem was seen. */
export type HealthSource =
  /** In a condition. */
  | 'CONDITION'
  /** In the lifecycle. */
  | 'LIFECYCLE'
  /** In the presence. */
  | 'PRESENCE'
  /** In the readiness. */
  | 'READINESS';

/** How an instance is, for monitoring. */
export type HealthStatus =
  /** It does its work, but something needs attention. */
  | 'DEGRADED'
  /** Nothing needs attention. */
  | 'HEALTHY'
  /** It does not do its work. */
  | 'UNHEALTHY';

/** What changed. */
export type InstanceEventType =
  /** Bindings or their values. */
  | 'BINDINGS'
  /** A condition began or ended. */
  | 'CONDITION'
  /** Config, metadata, name or another setting. */
  | 'CONFIG'
  /** The instance was created. */
  | 'CREATED'
  /** The instance was deleted; the feed ends. */
  | 'DELETED'
  /** The lifecycle or the desired lifecycle. */
  | 'LIFECYCLE'
  /** The placement. */
  | 'PLACEMENT'
  /** Presence or shownRevision; makes no revision. */
  | 'PRESENCE'
  /** Props, overrides or inherited values. */
  | 'PROPS'
  /** The readiness. */
  | 'READINESS'
  /** The feed cannot be resumed from `since` (too old, or another epoch); a SNAPSHOT follows. */
  | 'RESYNC'
  /** The present state; nothing changed. */
  | 'SNAPSHOT'
  /** The definition version or the upgrade policy. */
  | 'VERSION';

/** Selects instances. All given members must hold. */
export type InstanceFilter = {
  /** Was made from the definition with this type key. */
  definitionTypeKey?: string | null | undefined;
  /** Its placement names this device. */
  device?: string | null | undefined;
  /** Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
  groupId?: string | null | undefined;
  /** Has one of these ids. */
  ids?: Array<string> | null | undefined;
  /** Has one of these kinds. */
  kinds?: Array<InstanceKind> | null | undefined;
  /** Is in one of these lifecycle states. */
  lifecycles?: Array<Lifecycle> | null | undefined;
  /** Its placement names this location. */
  location?: string | null | undefined;
  /** Has exactly this name; a name is kept without the space around it, in NFC. */
  name?: string | null | undefined;
  /** The name contains this text, ignoring case. */
  nameContains?: string | null | undefined;
  /** Is within a distance of a point. */
  near?: NearFilter | null | undefined;
  /** Is owned by this principal. */
  ownerId?: string | null | undefined;
  /** Is a direct child of this instance. */
  parentId?: string | null | undefined;
  /** Has one of these presence values. */
  presence?: Array<Presence> | null | undefined;
  /** Belongs to this project. */
  projectId?: string | null | undefined;
  /** effectiveProps contains this JSON (Postgres `@>`). */
  propsContain?: Record<string, unknown> | null | undefined;
  /** Has one of these readiness values. */
  readiness?: Array<Readiness> | null | undefined;
  /** Has one of these scopes. */
  scopes?: Array<Scope> | null | undefined;
  /** Its tags match. */
  tags?: TagFilter | null | undefined;
  /** Is inside a bounding box. */
  within?: BoundsInput | null | undefined;
  /** Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
  zoneId?: string | null | undefined;
};

/** The kind of an instance. It decides which definitions fit, which flows exist and what may be scheduled. */
export type InstanceKind =
  /** How a dataset's rows are read; part of a DATASET. */
  | 'ACCESSOR'
  /** Simulates a strategy over past prices, on demand. */
  | 'BACKTEST'
  /** Rows that a pipeline loads and a store keeps. */
  | 'DATASET'
  /** A screen or widget that shows its props through a component. */
  | 'DISPLAY'
  /** An expression over datasets, evaluated on demand. */
  | 'EXPERIMENT'
  /** The root instance of a scope; it holds the scope's configuration. */
  | 'HOPPER'
  /** A machine of a POD. */
  | 'HOST'
  /** A one-off task; always the child of another instance. */
  | 'JOB'
  /** A machine-learning model with training, inference and monitoring flows. */
  | 'MODEL'
  /** The source of a dataset's rows; part of a DATASET. */
  | 'PIPELINE'
  /** A group of hosts that serves a session. */
  | 'POD'
  /** Computes portfolio weights from signals. */
  | 'PORTFOLIO_OPTIMIZER'
  /** A document made on request; always the child of another instance. */
  | 'REPORT'
  /** A scheduled event, such as a lab session, made of parts. */
  | 'SESSION'
  /** A part of a SESSION. */
  | 'SESSION_PART'
  /** A dataset that was promoted for use by models and backtests. */
  | 'SIGNAL'
  /** Where a dataset's rows are kept; part of a DATASET. */
  | 'STORE';

/** What displayChanged sends to a subscriber that is slow or reconnects. */
export type InstanceRuntime =
  /** Every change in order, replayed from the log. */
  | 'DURABLE'
  /** The latest state; states in between are skipped. */
  | 'EDGE';

/** Whom the token is for. */
export type IssueTokenInput = {
  /** The only permissions it may use; default: all that the principal holds, now and later. */
  permissions?: Array<string> | null | undefined;
  /** The principal that acts with it. */
  principalId: string;
  /** Lifetime in seconds, 1 to 2592000 (30 days). */
  ttlSeconds?: number | null | undefined;
};

/** Where an instance is in its life, as decided by people or policies. */
export type Lifecycle =
  /** Running: screens show it, schedules fire. */
  | 'ACTIVE'
  /** Kept for the record; it can be read and deleted. */
  | 'ARCHIVED'
  /** Made, not started yet. */
  | 'CREATED'
  /** Suspended; it can be resumed. */
  | 'PAUSED'
  /** Ended for good; it can only be archived. */
  | 'STOPPED';

/** A path to lock. */
export type LockPathInput = {
  /** Id of the instance. */
  id: string;
  /** JSON pointer into the props: '/alert/message'. */
  path: string;
  /** Why it is locked; shown in the history. */
  reason?: string | null | undefined;
  /** Lifetime in seconds, 1 to 31536000 (a year). Default: until it is unlocked. */
  ttlSeconds?: number | null | undefined;
};

/** Within a distance of a point. */
export type NearFilter = {
  /** Latitude of the point in degrees. */
  lat: number;
  /** Longitude of the point in degrees. */
  lng: number;
  /** Great-circle distance in metres. */
  radiusMeters: number;
};

/** A patch for one instance's props. */
export type PatchPropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
  patch: Record<string, unknown>;
};

/** How long instances live, and how many there may be. */
export type Persistence =
  /** Archived by itself after its last run or at the end of its timeslot. */
  | 'EPHEMERAL'
  /** Lives until it is archived. */
  | 'PERSISTENT'
  /** At most one per definition and project that is not archived. */
  | 'SINGLETON';

/** Where an instance is, for createInstance and setPlacement. */
export type PlacementInput = {
  /** Id of the device that shows it. */
  device?: string | null | undefined;
  /** Coordinates; they decide the time zone when none is given. */
  geo?: GeoInput | null | undefined;
  /** Slug of a Location, or any slug of your own. */
  location?: string | null | undefined;
  /** Labels to find it by; duplicates are removed. */
  tags?: Array<string> | null | undefined;
  /** IANA time zone. Default: derived from `geo`, else from the location. */
  timezone?: string | null | undefined;
};

/** Whether a screen that shows the instance has reported lately. */
export type Presence =
  /** No screen has ever reported. */
  | 'NEVER'
  /** No report for so long that the screen counts as gone. */
  | 'OFFLINE'
  /** A screen reported within the expected interval. */
  | 'ONLINE'
  /** The last report is overdue. */
  | 'STALE';

/** What kind of actor a principal is. */
export type PrincipalKind =
  /** An AI agent; locks hold it off. */
  | 'AI'
  /** A screen. */
  | 'DISPLAY'
  /** A person. */
  | 'HUMAN'
  /** A program that acts for an organisation. */
  | 'SERVICE';

/** A path in an instance's props. */
export type PropPathInput = {
  /** Id of the instance. */
  id: string;
  /** JSON pointer into the props: '/alert/message'. */
  path: string;
};

/** Where a definition came from. */
export type ProvisioningSource =
  /** Synced from a content package. */
  | 'CONTENT_PACKAGE'
  /** Copied from another definition. */
  | 'COPY'
  /** Submitted through the API. */
  | 'PLUGIN'
  /** Shipped with Marquee. */
  | 'SEED';

/** Names a version. */
export type PublishDefinitionVersionInput = {
  /** Id of the version. */
  definitionVersionId: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** How usable an instance's results are, aggregated from its flows. */
export type Readiness =
  /** The last run of a flow failed or crashed. */
  | 'ERROR'
  /** The results are current. */
  | 'READY'
  /** A run is in progress. */
  | 'RUNNING'
  /** A flow has never run, or its results are out of date. */
  | 'STALE';

/** Names the instance whose bindings are read again. */
export type RefreshBindingsInput = {
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** New props for one instance. */
export type ReplacePropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** All props. */
  props: Record<string, unknown>;
};

/** What a principal may do on a node of the tree and everything below it. */
export type Role =
  /** Read, including activities. */
  | 'AUDITOR'
  /** Change props, lifecycles and runs. */
  | 'OPERATOR'
  /** Everything. */
  | 'OWNER'
  /** Read. */
  | 'VIEWER';

/** A role on a node. */
export type RoleGrantInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the node. */
  nodeId: string;
  /** Type of the node. */
  nodeType: RoleNode;
  /** Who holds the role. */
  principalId: string;
  /** The role. */
  role: Role;
};

/** Where in the tree a role is granted. */
export type RoleNode =
  /** A project and everything in it. */
  | 'PROJECT'
  /** A single definition or instance. */
  | 'RESOURCE'
  /** A space and everything in it. */
  | 'SPACE'
  /** A subspace and everything in it. */
  | 'SUBSPACE'
  /** The whole tenant. */
  | 'TENANT';

/** What happened to a run. */
export type RunEventType =
  /** Waits for an upstream or a paused instance. */
  | 'BLOCKED'
  /** Ended on request. */
  | 'CANCELLED'
  /** Cancellation was requested. */
  | 'CANCEL_REQUESTED'
  /** Its worker went silent. */
  | 'CRASHED'
  /** Ended with an error. */
  | 'FAILED'
  /** Its executor logged `lines`. */
  | 'LOG'
  /** Its executor reported progress. */
  | 'PROGRESS'
  /** Waits for a worker. */
  | 'QUEUED'
  /** The feed cannot be resumed from `since` (too old, or another epoch); SNAPSHOTs follow. */
  | 'RESYNC'
  /** Created; waits for its schedule's concurrency policy. */
  | 'SCHEDULED'
  /** Left out by its schedule's policy. */
  | 'SKIPPED'
  /** The present state; nothing happened. */
  | 'SNAPSHOT'
  /** A worker started it. */
  | 'STARTED'
  /** Ended well. */
  | 'SUCCEEDED';

/** Selects runs. All given members must hold. */
export type RunFilter = {
  /** Belongs to this instance. */
  instanceId?: string | null | undefined;
  /** Has one of these kinds. */
  kinds?: Array<string> | null | undefined;
  /** Has one of these states. */
  statuses?: Array<RunStatus> | null | undefined;
};

/** Names a run. */
export type RunInput = {
  /** Id of the run. */
  id: string;
  /** Recorded in the activity; at most 500 characters. */
  reason?: string | null | undefined;
};

/** State of a run. The last five are final. */
export type RunStatus =
  /** Waiting for an upstream or a paused instance (see blockedBy); continues by itself. */
  | 'BLOCKED'
  /** Ended on request. */
  | 'CANCELLED'
  /** Its worker went silent. */
  | 'CRASHED'
  /** Ended with an error. */
  | 'FAILED'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** A worker is carrying it out. */
  | 'RUNNING'
  /** Waiting until its schedule's concurrency policy lets it start. */
  | 'SCHEDULED'
  /** Left out by its schedule's policy. */
  | 'SKIPPED'
  /** Ended well. */
  | 'SUCCEEDED';

/** What started a run. */
export type RunTrigger =
  /** triggerRun. */
  | 'MANUAL'
  /** The failure of an earlier attempt, or retryRun. */
  | 'RETRY'
  /** A tick of its schedule. */
  | 'SCHEDULE'
  /** A success of an upstream. */
  | 'UPSTREAM';

/** How a schedule's expression is read. */
export type ScheduleType =
  /** A cron expression. */
  | 'CRON'
  /** A duration. */
  | 'INTERVAL'
  /** A date and time. */
  | 'ONCE';

/** How far an instance reaches. */
export type Scope =
  /** Belongs to the tenant; there is at most one that is not archived. */
  | 'GLOBAL'
  /** Belongs to one orchestration within a project. */
  | 'ORCHESTRATION'
  /** Belongs to a project. */
  | 'PROJECT';

/** How a component stands on a screen. */
export type ScreenState =
  /** The component threw, navigated away or does not load; what was shown well last is shown in its place. */
  | 'FAILED'
  /** The component took the props, and a frame with them was painted. */
  | 'SHOWN'
  /** Nothing was painted yet. */
  | 'STARTING'
  /** The component does not answer; what was shown well last is shown in its place. */
  | 'STUCK';

/** New bindings for one instance. */
export type SetBindingsInput = {
  /** All bindings, at most 50. */
  bindings: Array<BindingInput>;
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** One step of a live query. */
export type SetChange =
  /** Everything that matched at the start has been sent. */
  | 'CAUGHT_UP'
  /** An instance started to match. */
  | 'ENTER'
  /** An instance stopped matching. */
  | 'LEAVE'
  /** The feed starts over; SNAPSHOTs follow. */
  | 'RESYNC'
  /** An instance that matches at the start. */
  | 'SNAPSHOT'
  /** A matching instance changed. */
  | 'UPDATE';

/** A value above all other layers. */
export type SetOverrideInput = {
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** JSON pointer into the props: '/alert/message'. */
  path: string;
  /** Why it is set; shown in the history. */
  reason?: string | null | undefined;
  /** Lifetime in seconds, 1 to 31536000 (a year). Default: until it is cleared. */
  ttlSeconds?: number | null | undefined;
  /** Anything but null. */
  value: unknown;
};

/** A new placement. */
export type SetPlacementInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Where it is; replaces the present placement. */
  placement: PlacementInput;
};

/** Pauses or resumes a schedule. */
export type SetScheduleEnabledInput = {
  /** Whether it fires. */
  enabled: boolean;
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The instance. */
  instanceId: string;
};

/** The schedule of a flow. Members left out keep their value. */
export type SetScheduleInput = {
  /** Default: unchanged; LATEST for a new one. */
  catchUp?: CatchUp | null | undefined;
  /** Default: unchanged; FORBID for a new one. */
  concurrency?: ConcurrencyPolicy | null | undefined;
  /** Default: unchanged, so a paused schedule stays paused; true for a new one. */
  enabled?: boolean | null | undefined;
  /** 5-field cron ('0 6 * * 1-5'); @hourly, @daily, @weekly, @monthly, @yearly; an ISO 8601 duration ('PT15M', counted from 1970, or 'R/2027-01-01T06:00:00Z/PT15M'); a date and time for a single tick ('2027-01-01T06:00:00', in `timezone` unless it has an offset). */
  expression: string;
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The instance. */
  instanceId: string;
  /** IANA time zone. Default: unchanged; for a new schedule the placement's zone, else UTC. */
  timezone?: string | null | undefined;
};

/** Whom a space belongs to. */
export type SpaceKind =
  /** One person. */
  | 'PERSONAL'
  /** The installation. */
  | 'SYSTEM'
  /** A team. */
  | 'TEAM';

/** Why a flow's results are out of date. */
export type StaleReason =
  /** The instance's config has changed since. */
  | 'CONFIG_CHANGED'
  /** No run has succeeded yet. */
  | 'NEVER_RUN'
  /** Older than freshnessSlaSeconds. */
  | 'SLA'
  /** An upstream has succeeded since. */
  | 'UPSTREAM_NEWER'
  /** The instance has followed another version since. */
  | 'VERSION_CHANGED';

/** What a subspace holds. */
export type SubspaceKind =
  /** Resources that users made. */
  | 'CUSTOM'
  /** Resources in production. */
  | 'OFFICIAL'
  /** Resources under review. */
  | 'STAGING';

/** How a definition compares to the content package it came from. */
export type SyncStatus =
  /** The package no longer contains it. */
  | 'NOT_SYNCED'
  /** It matches the package. */
  | 'SYNCED'
  /** A sync is in progress; an interrupted one is continued by the next sync. */
  | 'SYNCING'
  /** The last sync failed; see syncReport. */
  | 'SYNC_FAILED';

/** Conditions on tags. All given members must hold. */
export type TagFilter = {
  /** Has all of these tags. */
  all?: Array<string> | null | undefined;
  /** Has at least one of these tags. */
  any?: Array<string> | null | undefined;
  /** Has none of these tags. */
  none?: Array<string> | null | undefined;
};

/** Names the instance to move. */
export type TransitionInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Shown in the history; at most 500 characters. */
  reason?: string | null | undefined;
};

/** A run to start. */
export type TriggerRunInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The instance. */
  instanceId: string;
  /** Passed to the executor. */
  parameters?: Record<string, unknown> | null | undefined;
};

/** What to change. Members left out stay as they are. */
export type UpdateInstanceInput = {
  /** Replaces the config; validated by parametersSchema. */
  config?: Record<string, unknown> | null | undefined;
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The greatest version it may follow. */
  maxVersion?: string | null | undefined;
  /** Replaces the metadata. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Name for people. */
  name?: string | null | undefined;
  /** What slow or reconnecting subscribers of displayChanged get. */
  runtime?: InstanceRuntime | null | undefined;
  /** Which new versions it follows by itself. */
  upgradeStrategy?: UpgradeStrategy | null | undefined;
  /** Who may read it without a credential. */
  visibility?: Visibility | null | undefined;
  /** Replaces the webhooks. */
  webhooks?: WebhooksInput | null | undefined;
};

/** The version to move to. */
export type UpgradeInstanceInput = {
  /** The whole config, in the same revision. Default: it stays. */
  config?: Record<string, unknown> | null | undefined;
  /** Returns the state it would lead to, at the present revision, or the refusal; changes nothing. */
  dryRun?: boolean | null | undefined;
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Merge patch over the migrated props, in the same revision: a member that is null is removed. */
  propsPatch?: Record<string, unknown> | null | undefined;
  /** A published version, an earlier one too. On the way up the props migrations of the versions between are applied in order. */
  targetVersion: string;
};

/** Which new versions an instance follows by itself. maxVersion limits them all. */
export type UpgradeStrategy =
  /** Every version. */
  | 'LATEST'
  /** Versions with the same major number. */
  | 'MINOR'
  /** Versions with the same major and minor numbers. */
  | 'PATCH'
  /** None. */
  | 'PIN';

/** Who may read an instance without a credential. */
export type Visibility =
  /** Nobody. */
  | 'PRIVATE'
  /** Everyone; it appears in lists. */
  | 'PUBLIC'
  /** Anyone who knows its id; it appears in no list. */
  | 'UNLISTED';

/** What to wait for. */
export type WaitForShownInput = {
  /** 1 to 100, of the instances that changed. */
  percent?: number | null | undefined;
  /** SHOWN is all that can be waited for. */
  state?: ScreenState | null | undefined;
  /** 1 to 10. */
  timeoutSeconds?: number | null | undefined;
};

/** Addresses to tell of events, signed as Standard Webhooks defines (docs/guides/webhooks.md). null removes one. */
export type WebhooksInput = {
  /** Told of conditions such as BindingFailing, failed runs and errors that a screen reports. */
  onError?: string | null | undefined;
  /** Told of events that a component emits (emitInstanceEvent). */
  onInteraction?: string | null | undefined;
  /** Told when effectiveProps change. */
  onPropsChange?: string | null | undefined;
};

export type ActivityPageFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, action: string, resourceType: string, resourceId: string, before: unknown, after: unknown, changeId: string, at: string, actor: { id: string, displayName: string, kind: PrincipalKind } | null }> };

export type AuditPageQueryVariables = Exact<{
  filter?: ActivityFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditPageQuery = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, action: string, resourceType: string, resourceId: string, before: unknown, after: unknown, changeId: string, at: string, actor: { id: string, displayName: string, kind: PrincipalKind } | null }> } };

export type SpacesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SpacesPageQuery = { spaces: Array<{ id: string, kind: SpaceKind, name: string, owner: { id: string, displayName: string }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string, projects: Array<{ id: string, name: string }> }> }> };

export type GrantMutationVariables = Exact<{
  input: RoleGrantInput;
}>;


export type GrantMutation = { grantRole: { grant: { role: Role, nodeType: RoleNode, nodeId: string, principal: { id: string, displayName: string } } } };

export type RevokeMutationVariables = Exact<{
  input: RoleGrantInput;
}>;


export type RevokeMutation = { revokeRole: { grant: { role: Role, nodeType: RoleNode, nodeId: string, principal: { id: string, displayName: string } } } };

export type NewTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;


export type NewTokenMutation = { issueToken: { token: string, expiresAt: string, role: Role | null, principal: { id: string, displayName: string } } };

export type NewUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type NewUserMutation = { createUserWithPersonalSpace: { principal: { id: string, displayName: string } } };

export type DefinitionsPageQueryVariables = Exact<{
  filter?: DefinitionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DefinitionsPageQuery = { definitions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, typeKey: string, kind: DefinitionKind, title: string | null, status: DefinitionStatus, updatedAt: string, latestVersion: { id: string, version: string } | null, instances: { totalCount: number } }> } };

export type DefinitionPageQueryVariables = Exact<{
  id: string;
}>;


export type DefinitionPageQuery = { definition: { id: string, typeKey: string, kind: DefinitionKind, title: string | null, description: string | null, status: DefinitionStatus, provisioningSource: ProvisioningSource, syncStatus: SyncStatus | null, createdAt: string, updatedAt: string, project: { id: string, name: string }, owner: { id: string, displayName: string }, derivedFrom: { id: string, typeKey: string } | null, latestVersion: { id: string, version: string } | null, instances: { totalCount: number }, versions: { totalCount: number, nodes: Array<{ id: string, version: string, status: DefinitionStatus, codeRef: string | null, bundleUrl: string | null, contentHash: string, createdAt: string, publishedAt: string | null, propsSchema: Record<string, unknown>, parametersSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, lifecycleTemplate: Record<string, unknown>, childRequirements: Array<Record<string, unknown>>, flowTemplates: Array<{ name: string, runKind: string, schedulable: boolean }>, evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> } | null }> } } | null };

export type VersionFieldsFragment = { id: string, version: string, status: DefinitionStatus, codeRef: string | null, bundleUrl: string | null, contentHash: string, createdAt: string, publishedAt: string | null, propsSchema: Record<string, unknown>, parametersSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, lifecycleTemplate: Record<string, unknown>, childRequirements: Array<Record<string, unknown>>, flowTemplates: Array<{ name: string, runKind: string, schedulable: boolean }>, evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> } | null };

export type ImpactQueryVariables = Exact<{
  id: string;
}>;


export type ImpactQuery = { checkDefinitionVersion: { moves: number, breaks: number, stays: number, instances: Array<{ verdict: string, problems: Array<unknown>, instance: { id: string, name: string | null } }> } };

export type EvaluateMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type EvaluateMutation = { evaluateDefinitionVersion: { evaluation: { status: EvaluationStatus } } };

export type PublishMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type PublishMutation = { publishDefinitionVersion: { definitionVersion: { id: string, status: DefinitionStatus } } };

export type DeprecateMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type DeprecateMutation = { deprecateDefinitionVersion: { definitionVersion: { id: string, status: DefinitionStatus } } };

export type FleetRowFragment = { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, scope: Scope, upgradeStrategy: UpgradeStrategy, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, shownRevision: number | null, revision: number, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, conditions: Array<{ type: string, message: string, since: string }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string } | null };

export type FleetChangedSubscriptionVariables = Exact<{
  filter: InstanceFilter;
  since?: string | null | undefined;
}>;


export type FleetChangedSubscription = { instancesChanged: { change: SetChange, cursor: string, changeId: string | null, at: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, scope: Scope, upgradeStrategy: UpgradeStrategy, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, shownRevision: number | null, revision: number, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, conditions: Array<{ type: string, message: string, since: string }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string } | null } | null } };

export type FleetFirstQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
}>;


export type FleetFirstQuery = { instances: { nodes: Array<{ id: string, kind: InstanceKind, name: string | null, visibility: Visibility, scope: Scope, upgradeStrategy: UpgradeStrategy, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, shownRevision: number | null, revision: number, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, conditions: Array<{ type: string, message: string, since: string }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string } | null }> } };

export type FleetCountQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
}>;


export type FleetCountQuery = { instances: { totalCount: number } };

export type FindInstancesQueryVariables = Exact<{
  text: string;
}>;


export type FindInstancesQuery = { instances: { nodes: Array<{ id: string, name: string | null, kind: InstanceKind }> } };

export type FilterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FilterChoicesQuery = { tags: Array<{ tag: string, count: number }>, zones: { nodes: Array<{ id: string, name: string }> }, groups: { nodes: Array<{ id: string, name: string }> }, locations: { nodes: Array<{ id: string, name: string }> }, definitions: { nodes: Array<{ id: string, typeKey: string, title: string | null }> } };

export type VersionSchemaQueryVariables = Exact<{
  id: string;
}>;


export type VersionSchemaQuery = { definitionVersion: { id: string, version: string, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown> } | null };

export type InstancePageQueryVariables = Exact<{
  id: string;
}>;


export type InstancePageQuery = { instance: { props: Record<string, unknown>, config: Record<string, unknown>, metadata: Record<string, unknown>, runtime: InstanceRuntime, persistence: Persistence, maxVersion: string | null, generation: number, observedGeneration: number, hasDisplayKey: boolean, pausedByAncestorId: string | null, startedAt: string | null, stoppedAt: string | null, archivedAt: string | null, id: string, kind: InstanceKind, name: string | null, visibility: Visibility, scope: Scope, upgradeStrategy: UpgradeStrategy, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, shownRevision: number | null, revision: number, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, owner: { id: string, displayName: string }, project: { id: string, name: string } | null, timeslot: { start: string, end: string } | null, effectiveWindow: { start: string, end: string } | null, health: { status: HealthStatus, problems: Array<{ severity: HealthStatus, source: HealthSource, message: string }> }, zones: Array<{ id: string, name: string }>, groups: Array<{ id: string, name: string }>, parent: { id: string, name: string | null } | null, flows: Array<{ id: string, name: string }>, webhooks: { onPropsChange: string | null, onError: string | null, onInteraction: string | null } | null, conditions: Array<{ type: string, message: string, since: string }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string } | null } | null };

export type InstanceBindingsQueryVariables = Exact<{
  id: string;
}>;


export type InstanceBindingsQuery = { instance: { id: string, revision: number, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }> } | null };

export type ExplainPropQueryVariables = Exact<{
  id: string;
  path: string;
}>;


export type ExplainPropQuery = { instance: { id: string, revision: number, explainProp: { path: string, value: unknown, layers: Array<{ layer: string, value: unknown, writerId: string | null, since: string | null, expiresAt: string | null }> } } | null };

export type InstanceHistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InstanceHistoryQuery = { instance: { id: string, history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { type: InstanceEventType, revision: number, patch: Record<string, unknown> | null, changeId: string | null, actorId: string | null, reason: string | null, at: string } }> } } | null };

export type HistoryStepQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type HistoryStepQuery = { instance: { id: string, history: { nodes: Array<{ revision: number, instance: { id: string, props: Record<string, unknown> } }> } } | null };

export type InstanceVersionsQueryVariables = Exact<{
  id: string;
}>;


export type InstanceVersionsQuery = { instance: { id: string, definitionVersion: { id: string, version: string } | null, definition: { id: string, typeKey: string, title: string | null, versions: { nodes: Array<{ id: string, version: string, status: DefinitionStatus, publishedAt: string | null }> } } | null } | null };

export type InstanceTreeQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type InstanceTreeQuery = { instanceTree: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, kind: InstanceKind, lifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, parent: { id: string } | null }> }, instance: { id: string, ancestors: Array<{ id: string, name: string | null, kind: InstanceKind }> } | null };

export type SavePlacementMutationVariables = Exact<{
  input: SetPlacementInput;
}>;


export type SavePlacementMutation = { setPlacement: { revision: number } };

export type SavePatchMutationVariables = Exact<{
  input: PatchPropsInput;
}>;


export type SavePatchMutation = { patchProps: { revision: number, changeId: string } };

export type SavePropsMutationVariables = Exact<{
  input: ReplacePropsInput;
}>;


export type SavePropsMutation = { replaceProps: { revision: number, changeId: string } };

export type BulkPatchMutationVariables = Exact<{
  input: BulkPatchPropsInput;
}>;


export type BulkPatchMutation = { bulkPatchProps: { changeId: string, targeted: number, changed: number } };

export type SaveBindingsMutationVariables = Exact<{
  input: SetBindingsInput;
}>;


export type SaveBindingsMutation = { setBindings: { revision: number } };

export type RefreshBindingsMutationVariables = Exact<{
  input: RefreshBindingsInput;
}>;


export type RefreshBindingsMutation = { refreshBindings: { revision: number } };

export type OverrideMutationVariables = Exact<{
  input: SetOverrideInput;
}>;


export type OverrideMutation = { setOverride: { revision: number } };

export type ClearOverrideMutationVariables = Exact<{
  input: PropPathInput;
}>;


export type ClearOverrideMutation = { clearOverride: { revision: number } };

export type LockMutationVariables = Exact<{
  input: LockPathInput;
}>;


export type LockMutation = { lockPath: { revision: number } };

export type UnlockMutationVariables = Exact<{
  input: PropPathInput;
}>;


export type UnlockMutation = { unlockPath: { revision: number } };

export type StartMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type StartMutation = { startInstance: { revision: number } };

export type PauseMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type PauseMutation = { pauseInstance: { revision: number } };

export type ResumeMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type ResumeMutation = { resumeInstance: { revision: number } };

export type StopMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type StopMutation = { stopInstance: { revision: number } };

export type ArchiveMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type ArchiveMutation = { archiveInstance: { revision: number } };

export type DeleteMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type DeleteMutation = { deleteInstance: { id: string } };

export type UpgradeMutationVariables = Exact<{
  input: UpgradeInstanceInput;
}>;


export type UpgradeMutation = { upgradeInstance: { revision: number, instance: { id: string, effectiveProps: Record<string, unknown>, definitionVersion: { id: string, version: string } | null } } };

export type SaveInstanceMutationVariables = Exact<{
  input: UpdateInstanceInput;
}>;


export type SaveInstanceMutation = { updateInstance: { revision: number } };

export type IssueKeyMutationVariables = Exact<{
  input: DisplayKeyInput;
}>;


export type IssueKeyMutation = { issueDisplayKey: { key: string, revision: number } };

export type RevokeKeyMutationVariables = Exact<{
  input: DisplayKeyInput;
}>;


export type RevokeKeyMutation = { revokeDisplayKey: { revision: number } };

export type RunRowFragment = { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, maxAttempts: number, progress: number | null, scheduledFor: string | null, createdAt: string, queuedAt: string | null, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, cancelRequestedAt: string | null, worker: string | null, codeRef: string | null, flow: { id: string, name: string }, instance: { id: string, name: string | null, kind: InstanceKind } };

export type RunsPageQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsPageQuery = { runs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, maxAttempts: number, progress: number | null, scheduledFor: string | null, createdAt: string, queuedAt: string | null, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, cancelRequestedAt: string | null, worker: string | null, codeRef: string | null, flow: { id: string, name: string }, instance: { id: string, name: string | null, kind: InstanceKind } }> } };

export type RunPageQueryVariables = Exact<{
  id: string;
}>;


export type RunPageQuery = { run: { parameters: Record<string, unknown>, config: Record<string, unknown> | null, propsRevision: number | null, fullOutputs: Record<string, unknown> | null, fullMetrics: Record<string, unknown> | null, id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, maxAttempts: number, progress: number | null, scheduledFor: string | null, createdAt: string, queuedAt: string | null, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, cancelRequestedAt: string | null, worker: string | null, codeRef: string | null, retryOf: { id: string } | null, retriedBy: { id: string } | null, definitionVersion: { id: string, version: string } | null, flow: { id: string, name: string }, instance: { id: string, name: string | null, kind: InstanceKind } } | null };

export type RunLogQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunLogQuery = { run: { id: string, log: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, lines: Array<string> }> } } | null };

export type RunTableQueryVariables = Exact<{
  id: string;
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunTableQuery = { runOutput: { name: string, rows: Array<Record<string, unknown>>, totalCount: number, url: string | null, columns: Array<{ name: string, type: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type FollowRunsSubscriptionVariables = Exact<{
  id?: string | null | undefined;
  instanceId?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type FollowRunsSubscription = { runChanged: { type: RunEventType, cursor: string, at: string, lines: Array<string>, run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, maxAttempts: number, progress: number | null, scheduledFor: string | null, createdAt: string, queuedAt: string | null, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, cancelRequestedAt: string | null, worker: string | null, codeRef: string | null, flow: { id: string, name: string }, instance: { id: string, name: string | null, kind: InstanceKind } } } };

export type FlowsOfQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type FlowsOfQuery = { instance: { id: string, readiness: Readiness | null, readinessExplanation: unknown, flows: Array<{ id: string, name: string, runKind: string, status: Readiness, staleReason: StaleReason | null, staleSince: string | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, type: ScheduleType, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> }>, runs: { totalCount: number, nodes: Array<{ id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, maxAttempts: number, progress: number | null, scheduledFor: string | null, createdAt: string, queuedAt: string | null, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, cancelRequestedAt: string | null, worker: string | null, codeRef: string | null, flow: { id: string, name: string }, instance: { id: string, name: string | null, kind: InstanceKind } }> } } | null };

export type TicksQueryVariables = Exact<{
  expression: string;
  timezone: string;
  count?: number | null | undefined;
}>;


export type TicksQuery = { schedulePreview: Array<{ at: string, local: string, dst: DstKind }> };

export type LineageOfQueryVariables = Exact<{
  id: string;
}>;


export type LineageOfQuery = { lineage: { truncated: boolean, nodes: Array<{ id: string, flow: { id: string, name: string, status: Readiness, instance: { id: string, name: string | null, kind: InstanceKind } } | null, instance: { id: string, name: string | null, kind: InstanceKind, readiness: Readiness | null } | null, definition: { id: string, typeKey: string, title: string | null } | null }>, edges: Array<{ from: string, to: string, type: string, role: string | null }> } | null };

export type StartRunMutationVariables = Exact<{
  input: TriggerRunInput;
}>;


export type StartRunMutation = { triggerRun: { run: { id: string, status: RunStatus } } };

export type StopRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type StopRunMutation = { cancelRun: { run: { id: string, status: RunStatus } } };

export type RepeatRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type RepeatRunMutation = { retryRun: { run: { id: string, status: RunStatus } } };

export type SaveScheduleMutationVariables = Exact<{
  input: SetScheduleInput;
}>;


export type SaveScheduleMutation = { setSchedule: { flow: { id: string } } };

export type SwitchScheduleMutationVariables = Exact<{
  input: SetScheduleEnabledInput;
}>;


export type SwitchScheduleMutation = { setScheduleEnabled: { flow: { id: string } } };

export type RemoveScheduleMutationVariables = Exact<{
  input: FlowInput;
}>;


export type RemoveScheduleMutation = { clearSchedule: { flow: { id: string } } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { me: { tenantId: string, roles: Array<string>, principal: { id: string, kind: PrincipalKind, displayName: string } } | null };

export type PermissionsQueryVariables = Exact<{
  resourceId: string;
}>;


export type PermissionsQuery = { myPermissions: Array<string> };

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
export const ActivityPageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ActivityPage on ActivityConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    id
    action
    resourceType
    resourceId
    before
    after
    changeId
    at
    actor {
      id
      displayName
      kind
    }
  }
}
    `, {"fragmentName":"ActivityPage"}) as unknown as TypedDocumentString<ActivityPageFragment, unknown>;
export const VersionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment VersionFields on DefinitionVersion {
  id
  version
  status
  codeRef
  bundleUrl
  contentHash
  createdAt
  publishedAt
  propsSchema
  parametersSchema
  defaultProps
  lifecycleTemplate
  childRequirements
  flowTemplates {
    name
    runKind
    schedulable
  }
  evaluation {
    status
    evaluatedAt
    checks {
      name
      ok
      message
      pointer
    }
  }
}
    `, {"fragmentName":"VersionFields"}) as unknown as TypedDocumentString<VersionFieldsFragment, unknown>;
export const FleetRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FleetRow on Instance {
  id
  kind
  name
  visibility
  scope
  upgradeStrategy
  lifecycle
  desiredLifecycle
  readiness
  presence
  shownRevision
  revision
  conditions {
    type
    message
    since
  }
  effectiveProps
  url
  createdAt
  updatedAt
  placement {
    location
    device
    geo {
      lat
      lng
    }
    timezone
    tags
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
  }
}
    `, {"fragmentName":"FleetRow"}) as unknown as TypedDocumentString<FleetRowFragment, unknown>;
export const RunRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RunRow on Run {
  id
  kind
  status
  trigger
  attempt
  maxAttempts
  progress
  scheduledFor
  createdAt
  queuedAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  cancelRequestedAt
  worker
  codeRef
  flow {
    id
    name
  }
  instance {
    id
    name
    kind
  }
}
    `, {"fragmentName":"RunRow"}) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const AuditPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditPage($filter: ActivityFilter, $first: Int, $after: String) {
  activities(filter: $filter, first: $first, after: $after) {
    ...ActivityPage
  }
}
    fragment ActivityPage on ActivityConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    id
    action
    resourceType
    resourceId
    before
    after
    changeId
    at
    actor {
      id
      displayName
      kind
    }
  }
}`) as unknown as TypedDocumentString<AuditPageQuery, AuditPageQueryVariables>;
export const SpacesPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SpacesPage {
  spaces {
    id
    kind
    name
    owner {
      id
      displayName
    }
    subspaces {
      id
      kind
      name
      projects {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SpacesPageQuery, SpacesPageQueryVariables>;
export const GrantDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Grant($input: RoleGrantInput!) {
  grantRole(input: $input) {
    grant {
      role
      nodeType
      nodeId
      principal {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GrantMutation, GrantMutationVariables>;
export const RevokeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Revoke($input: RoleGrantInput!) {
  revokeRole(input: $input) {
    grant {
      role
      nodeType
      nodeId
      principal {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeMutation, RevokeMutationVariables>;
export const NewTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation NewToken($input: IssueTokenInput!) {
  issueToken(input: $input) {
    token
    expiresAt
    role
    principal {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<NewTokenMutation, NewTokenMutationVariables>;
export const NewUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation NewUser($input: CreateUserInput!) {
  createUserWithPersonalSpace(input: $input) {
    principal {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<NewUserMutation, NewUserMutationVariables>;
export const DefinitionsPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DefinitionsPage($filter: DefinitionFilter, $first: Int, $after: String) {
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
      updatedAt
      latestVersion {
        id
        version
      }
      instances(first: 1) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DefinitionsPageQuery, DefinitionsPageQueryVariables>;
export const DefinitionPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DefinitionPage($id: ID!) {
  definition(id: $id) {
    id
    typeKey
    kind
    title
    description
    status
    provisioningSource
    syncStatus
    createdAt
    updatedAt
    project {
      id
      name
    }
    owner {
      id
      displayName
    }
    derivedFrom {
      id
      typeKey
    }
    latestVersion {
      id
      version
    }
    instances(first: 1) {
      totalCount
    }
    versions(first: 100) {
      totalCount
      nodes {
        ...VersionFields
      }
    }
  }
}
    fragment VersionFields on DefinitionVersion {
  id
  version
  status
  codeRef
  bundleUrl
  contentHash
  createdAt
  publishedAt
  propsSchema
  parametersSchema
  defaultProps
  lifecycleTemplate
  childRequirements
  flowTemplates {
    name
    runKind
    schedulable
  }
  evaluation {
    status
    evaluatedAt
    checks {
      name
      ok
      message
      pointer
    }
  }
}`) as unknown as TypedDocumentString<DefinitionPageQuery, DefinitionPageQueryVariables>;
export const ImpactDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Impact($id: ID!) {
  checkDefinitionVersion(definitionVersionId: $id) {
    moves
    breaks
    stays
    instances {
      verdict
      problems
      instance {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImpactQuery, ImpactQueryVariables>;
export const EvaluateDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Evaluate($input: PublishDefinitionVersionInput!) {
  evaluateDefinitionVersion(input: $input) {
    evaluation {
      status
    }
  }
}
    `) as unknown as TypedDocumentString<EvaluateMutation, EvaluateMutationVariables>;
export const PublishDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Publish($input: PublishDefinitionVersionInput!) {
  publishDefinitionVersion(input: $input) {
    definitionVersion {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<PublishMutation, PublishMutationVariables>;
export const DeprecateDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Deprecate($input: PublishDefinitionVersionInput!) {
  deprecateDefinitionVersion(input: $input) {
    definitionVersion {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<DeprecateMutation, DeprecateMutationVariables>;
export const FleetChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription FleetChanged($filter: InstanceFilter!, $since: Cursor) {
  instancesChanged(filter: $filter, since: $since) {
    change
    cursor
    changeId
    at
    instance {
      ...FleetRow
    }
  }
}
    fragment FleetRow on Instance {
  id
  kind
  name
  visibility
  scope
  upgradeStrategy
  lifecycle
  desiredLifecycle
  readiness
  presence
  shownRevision
  revision
  conditions {
    type
    message
    since
  }
  effectiveProps
  url
  createdAt
  updatedAt
  placement {
    location
    device
    geo {
      lat
      lng
    }
    timezone
    tags
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
  }
}`) as unknown as TypedDocumentString<FleetChangedSubscription, FleetChangedSubscriptionVariables>;
export const FleetFirstDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FleetFirst($filter: InstanceFilter) {
  instances(filter: $filter, orderBy: NAME_ASC, first: 60) {
    nodes {
      ...FleetRow
    }
  }
}
    fragment FleetRow on Instance {
  id
  kind
  name
  visibility
  scope
  upgradeStrategy
  lifecycle
  desiredLifecycle
  readiness
  presence
  shownRevision
  revision
  conditions {
    type
    message
    since
  }
  effectiveProps
  url
  createdAt
  updatedAt
  placement {
    location
    device
    geo {
      lat
      lng
    }
    timezone
    tags
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
  }
}`) as unknown as TypedDocumentString<FleetFirstQuery, FleetFirstQueryVariables>;
export const FleetCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FleetCount($filter: InstanceFilter) {
  instances(filter: $filter, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FleetCountQuery, FleetCountQueryVariables>;
export const FindInstancesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindInstances($text: String!) {
  instances(filter: {nameContains: $text}, orderBy: NAME_ASC, first: 8) {
    nodes {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<FindInstancesQuery, FindInstancesQueryVariables>;
export const FilterChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FilterChoices {
  tags(first: 200) {
    tag
    count
  }
  zones(first: 200) {
    nodes {
      id
      name
    }
  }
  groups(first: 200) {
    nodes {
      id
      name
    }
  }
  locations(first: 200) {
    nodes {
      id
      name
    }
  }
  definitions(filter: {statuses: [PUBLISHED]}, first: 200) {
    nodes {
      id
      typeKey
      title
    }
  }
}
    `) as unknown as TypedDocumentString<FilterChoicesQuery, FilterChoicesQueryVariables>;
export const VersionSchemaDocument = /*#__PURE__*/ new TypedDocumentString(`
    query VersionSchema($id: ID!) {
  definitionVersion(id: $id) {
    id
    version
    propsSchema
    defaultProps
  }
}
    `) as unknown as TypedDocumentString<VersionSchemaQuery, VersionSchemaQueryVariables>;
export const InstancePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstancePage($id: ID!) {
  instance(id: $id) {
    ...FleetRow
    props
    config
    metadata
    runtime
    persistence
    maxVersion
    generation
    observedGeneration
    hasDisplayKey
    pausedByAncestorId
    startedAt
    stoppedAt
    archivedAt
    owner {
      id
      displayName
    }
    project {
      id
      name
    }
    timeslot {
      start
      end
    }
    effectiveWindow {
      start
      end
    }
    health {
      status
      problems {
        severity
        source
        message
      }
    }
    zones {
      id
      name
    }
    groups {
      id
      name
    }
    parent {
      id
      name
    }
    flows {
      id
      name
    }
    webhooks {
      onPropsChange
      onError
      onInteraction
    }
  }
}
    fragment FleetRow on Instance {
  id
  kind
  name
  visibility
  scope
  upgradeStrategy
  lifecycle
  desiredLifecycle
  readiness
  presence
  shownRevision
  revision
  conditions {
    type
    message
    since
  }
  effectiveProps
  url
  createdAt
  updatedAt
  placement {
    location
    device
    geo {
      lat
      lng
    }
    timezone
    tags
  }
  definition {
    id
    typeKey
    title
  }
  definitionVersion {
    id
    version
  }
}`) as unknown as TypedDocumentString<InstancePageQuery, InstancePageQueryVariables>;
export const InstanceBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceBindings($id: ID!) {
  instance(id: $id) {
    id
    revision
    bindings {
      key
      source
      path
      strategy
      intervalSeconds
      state
      value
      lastResolvedAt
      lastError
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceBindingsQuery, InstanceBindingsQueryVariables>;
export const ExplainPropDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ExplainProp($id: ID!, $path: String!) {
  instance(id: $id) {
    id
    revision
    explainProp(path: $path) {
      path
      value
      layers {
        layer
        value
        writerId
        since
        expiresAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainPropQuery, ExplainPropQueryVariables>;
export const InstanceHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceHistory($id: ID!, $first: Int, $after: String) {
  instance(id: $id) {
    id
    history(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
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
}
    `) as unknown as TypedDocumentString<InstanceHistoryQuery, InstanceHistoryQueryVariables>;
export const HistoryStepDocument = /*#__PURE__*/ new TypedDocumentString(`
    query HistoryStep($id: ID!, $after: String) {
  instance(id: $id) {
    id
    history(first: 2, after: $after) {
      nodes {
        revision
        instance {
          id
          props
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryStepQuery, HistoryStepQueryVariables>;
export const InstanceVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceVersions($id: ID!) {
  instance(id: $id) {
    id
    definitionVersion {
      id
      version
    }
    definition {
      id
      typeKey
      title
      versions(first: 100) {
        nodes {
          id
          version
          status
          publishedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceVersionsQuery, InstanceVersionsQueryVariables>;
export const InstanceTreeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceTree($id: ID!, $after: String) {
  instanceTree(rootId: $id, first: 200, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      kind
      lifecycle
      readiness
      presence
      parent {
        id
      }
    }
  }
  instance(id: $id) {
    id
    ancestors {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceTreeQuery, InstanceTreeQueryVariables>;
export const SavePlacementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SavePlacement($input: SetPlacementInput!) {
  setPlacement(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<SavePlacementMutation, SavePlacementMutationVariables>;
export const SavePatchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SavePatch($input: PatchPropsInput!) {
  patchProps(input: $input) {
    revision
    changeId
  }
}
    `) as unknown as TypedDocumentString<SavePatchMutation, SavePatchMutationVariables>;
export const SavePropsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveProps($input: ReplacePropsInput!) {
  replaceProps(input: $input) {
    revision
    changeId
  }
}
    `) as unknown as TypedDocumentString<SavePropsMutation, SavePropsMutationVariables>;
export const BulkPatchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BulkPatch($input: BulkPatchPropsInput!) {
  bulkPatchProps(input: $input) {
    changeId
    targeted
    changed
  }
}
    `) as unknown as TypedDocumentString<BulkPatchMutation, BulkPatchMutationVariables>;
export const SaveBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveBindings($input: SetBindingsInput!) {
  setBindings(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<SaveBindingsMutation, SaveBindingsMutationVariables>;
export const RefreshBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefreshBindings($input: RefreshBindingsInput!) {
  refreshBindings(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<RefreshBindingsMutation, RefreshBindingsMutationVariables>;
export const OverrideDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Override($input: SetOverrideInput!) {
  setOverride(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<OverrideMutation, OverrideMutationVariables>;
export const ClearOverrideDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ClearOverride($input: PropPathInput!) {
  clearOverride(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<ClearOverrideMutation, ClearOverrideMutationVariables>;
export const LockDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Lock($input: LockPathInput!) {
  lockPath(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<LockMutation, LockMutationVariables>;
export const UnlockDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Unlock($input: PropPathInput!) {
  unlockPath(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<UnlockMutation, UnlockMutationVariables>;
export const StartDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Start($input: TransitionInput!) {
  startInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<StartMutation, StartMutationVariables>;
export const PauseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Pause($input: TransitionInput!) {
  pauseInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<PauseMutation, PauseMutationVariables>;
export const ResumeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Resume($input: TransitionInput!) {
  resumeInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const StopDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Stop($input: TransitionInput!) {
  stopInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<StopMutation, StopMutationVariables>;
export const ArchiveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Archive($input: TransitionInput!) {
  archiveInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<ArchiveMutation, ArchiveMutationVariables>;
export const DeleteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Delete($input: TransitionInput!) {
  deleteInstance(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteMutation, DeleteMutationVariables>;
export const UpgradeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Upgrade($input: UpgradeInstanceInput!) {
  upgradeInstance(input: $input) {
    revision
    instance {
      id
      effectiveProps
      definitionVersion {
        id
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpgradeMutation, UpgradeMutationVariables>;
export const SaveInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveInstance($input: UpdateInstanceInput!) {
  updateInstance(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<SaveInstanceMutation, SaveInstanceMutationVariables>;
export const IssueKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueKey($input: DisplayKeyInput!) {
  issueDisplayKey(input: $input) {
    key
    revision
  }
}
    `) as unknown as TypedDocumentString<IssueKeyMutation, IssueKeyMutationVariables>;
export const RevokeKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeKey($input: DisplayKeyInput!) {
  revokeDisplayKey(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const RunsPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunsPage($filter: RunFilter, $first: Int, $after: String) {
  runs(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RunRow
    }
  }
}
    fragment RunRow on Run {
  id
  kind
  status
  trigger
  attempt
  maxAttempts
  progress
  scheduledFor
  createdAt
  queuedAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  cancelRequestedAt
  worker
  codeRef
  flow {
    id
    name
  }
  instance {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<RunsPageQuery, RunsPageQueryVariables>;
export const RunPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunPage($id: ID!) {
  run(id: $id) {
    ...RunRow
    parameters
    config
    propsRevision
    fullOutputs
    fullMetrics
    retryOf {
      id
    }
    retriedBy {
      id
    }
    definitionVersion {
      id
      version
    }
  }
}
    fragment RunRow on Run {
  id
  kind
  status
  trigger
  attempt
  maxAttempts
  progress
  scheduledFor
  createdAt
  queuedAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  cancelRequestedAt
  worker
  codeRef
  flow {
    id
    name
  }
  instance {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<RunPageQuery, RunPageQueryVariables>;
export const RunLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunLog($id: ID!, $first: Int, $after: String) {
  run(id: $id) {
    id
    log(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        lines
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunLogQuery, RunLogQueryVariables>;
export const RunTableDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunTable($id: ID!, $name: String!, $first: Int, $after: String) {
  runOutput(id: $id, name: $name, first: $first, after: $after) {
    name
    columns {
      name
      type
    }
    rows
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    url
  }
}
    `) as unknown as TypedDocumentString<RunTableQuery, RunTableQueryVariables>;
export const FollowRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription FollowRuns($id: ID, $instanceId: ID, $since: Cursor) {
  runChanged(id: $id, instanceId: $instanceId, since: $since) {
    type
    cursor
    at
    lines
    run {
      ...RunRow
    }
  }
}
    fragment RunRow on Run {
  id
  kind
  status
  trigger
  attempt
  maxAttempts
  progress
  scheduledFor
  createdAt
  queuedAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  cancelRequestedAt
  worker
  codeRef
  flow {
    id
    name
  }
  instance {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<FollowRunsSubscription, FollowRunsSubscriptionVariables>;
export const FlowsOfDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FlowsOf($id: ID!, $first: Int) {
  instance(id: $id) {
    id
    readiness
    readinessExplanation
    flows {
      id
      name
      runKind
      status
      staleReason
      staleSince
      lastSuccessAt
      dataTime
      schedulable
      schedule {
        expression
        timezone
        enabled
        type
        catchUp
        concurrency
        suspendedBecause
        nextTickAt
        lastTickAt
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
    runs(first: $first) {
      totalCount
      nodes {
        ...RunRow
      }
    }
  }
}
    fragment RunRow on Run {
  id
  kind
  status
  trigger
  attempt
  maxAttempts
  progress
  scheduledFor
  createdAt
  queuedAt
  startedAt
  endedAt
  outputs
  metrics
  error
  blockedBy
  cancelRequestedAt
  worker
  codeRef
  flow {
    id
    name
  }
  instance {
    id
    name
    kind
  }
}`) as unknown as TypedDocumentString<FlowsOfQuery, FlowsOfQueryVariables>;
export const TicksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Ticks($expression: String!, $timezone: String!, $count: Int) {
  schedulePreview(expression: $expression, timezone: $timezone, count: $count) {
    at
    local
    dst
  }
}
    `) as unknown as TypedDocumentString<TicksQuery, TicksQueryVariables>;
export const LineageOfDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LineageOf($id: ID!) {
  lineage(id: $id, depth: 5) {
    truncated
    nodes {
      id
      flow {
        id
        name
        status
        instance {
          id
          name
          kind
        }
      }
      instance {
        id
        name
        kind
        readiness
      }
      definition {
        id
        typeKey
        title
      }
    }
    edges {
      from
      to
      type
      role
    }
  }
}
    `) as unknown as TypedDocumentString<LineageOfQuery, LineageOfQueryVariables>;
export const StartRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartRun($input: TriggerRunInput!) {
  triggerRun(input: $input) {
    run {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const StopRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StopRun($input: RunInput!) {
  cancelRun(input: $input) {
    run {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<StopRunMutation, StopRunMutationVariables>;
export const RepeatRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RepeatRun($input: RunInput!) {
  retryRun(input: $input) {
    run {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<RepeatRunMutation, RepeatRunMutationVariables>;
export const SaveScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveSchedule($input: SetScheduleInput!) {
  setSchedule(input: $input) {
    flow {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const SwitchScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SwitchSchedule($input: SetScheduleEnabledInput!) {
  setScheduleEnabled(input: $input) {
    flow {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SwitchScheduleMutation, SwitchScheduleMutationVariables>;
export const RemoveScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveSchedule($input: FlowInput!) {
  clearSchedule(input: $input) {
    flow {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveScheduleMutation, RemoveScheduleMutationVariables>;
export const WhoAmIDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WhoAmI {
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
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const PermissionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Permissions($resourceId: ID!) {
  myPermissions(resourceId: $resourceId)
}
    `) as unknown as TypedDocumentString<PermissionsQuery, PermissionsQueryVariables>;