/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from './typed-document.ts';
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

/** A date of a calendar. */
export type CalendarDateInput = {
  /** The date: '2027-12-25'. */
  date: string;
  /** What day it is. */
  name?: string | null | undefined;
};

/** What to do with ticks that were missed while no scheduler was running. */
export type CatchUp =
  /** Run all of them in order, at most the newest hundred. */
  | 'ALL'
  /** Run the latest one. */
  | 'LATEST'
  /** Skip them. */
  | 'NONE';

/** What a worker can carry out. */
export type ClaimRunInput = {
  /** Keys of the executors it has, 1 to 100. */
  codeRefs: Array<string>;
  /** 5 to 3600. A worker silent for longer loses the run, which is CRASHED and retried. */
  leaseSeconds?: number | null | undefined;
  /** Name of the worker, shown on the run. */
  worker: string;
};

/** Results of a run. */
export type CompleteRunInput = {
  /** Id of the run. */
  id: string;
  /** The lease from claimRun. */
  lease: string;
  /** Measurements. */
  metrics?: Record<string, unknown> | null | undefined;
  /** At most 8 MB. */
  outputs?: Record<string, unknown> | null | undefined;
};

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

/** What a config resource describes. */
export type ConfigKind =
  /** Default access rules for the instances of a definition. */
  | 'AUTHORIZATION_POLICY'
  /** An environment that sessions are delivered in. */
  | 'DELIVERY_ENVIRONMENT'
  /** A site that hosts pods. */
  | 'HOSTING_SITE_LOCATION'
  /** A place where labs are held. */
  | 'LAB_LOCATION';

/** Which screen shows which instance. */
export type ConfirmEnrolmentInput = {
  /** The code on the screen; upper and lower case, spaces and dashes do not matter. */
  code: string;
  /** Id of the instance that it shows from now on. */
  instanceId: string;
  /** What the screen is called among the credentials. 1 to 200 characters. */
  name?: string | null | undefined;
  /** How long its key works, in seconds, 60 to 315360000 (10 years). Default: until it is revoked. */
  ttlSeconds?: number | null | undefined;
};

/** What a sync did with a version. */
export type ContentSyncOutcome =
  /** Not published; see problems. */
  | 'FAILED'
  /** New; it was published. */
  | 'PUBLISHED'
  /** Already published with the same content. */
  | 'UNCHANGED';

/** What to copy, and where to. */
export type CopyResourceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the definition to copy. */
  resourceId: string;
  /** Project of the copy. */
  targetProjectId: string;
  /** Title of the copy. Default: the original's. */
  title?: string | null | undefined;
  /** Type key of the copy; it must be free. */
  typeKey: string;
};

/** A calendar, from a list of dates or from an iCalendar text. */
export type CreateCalendarInput = {
  /** Its dates. Either dates or ics. */
  dates?: Array<CalendarDateInput> | null | undefined;
  /** An iCalendar text (RFC 5545): the days of its all-day events in this year, the last and the next ten, those that recur expanded. */
  ics?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Unique in the tenant; CONFLICT when it is taken. 1 to 200 characters. */
  name: string;
};

/** An instance to create. */
export type CreateInstanceInput = {
  /** Props that follow a source; at most 50. */
  bindings?: Array<BindingInput> | null | undefined;
  /** How it works, validated by parametersSchema. */
  config?: Record<string, unknown> | null | undefined;
  /** Type key of its definition; required for kinds that have definitions. */
  definitionTypeKey?: string | null | undefined;
  /** Version to start with. Default: the greatest published one. */
  definitionVersion?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Its kind. */
  kind?: InstanceKind | null | undefined;
  /** The greatest version it may follow. */
  maxVersion?: string | null | undefined;
  /** Free-form data that Marquee stores and never interprets. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Unique per project and scope among instances that are not archived. */
  name?: string | null | undefined;
  /** Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
  parentId?: string | null | undefined;
  /** How long it lives. */
  persistence?: Persistence | null | undefined;
  /** Where it is. */
  placement?: PlacementInput | null | undefined;
  /** Default: the system project. */
  projectId?: string | null | undefined;
  /** Its own props, validated by propsSchema. */
  props?: Record<string, unknown> | null | undefined;
  /** What slow or reconnecting subscribers of displayChanged get. */
  runtime?: InstanceRuntime | null | undefined;
  /** Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
  schedule?: InstanceScheduleInput | null | undefined;
  /** How far it reaches. */
  scope?: Scope | null | undefined;
  /** The window in which it lives; not for untimed kinds. */
  timeslot?: TimeslotInput | null | undefined;
  /** Which new versions it follows by itself. */
  upgradeStrategy?: UpgradeStrategy | null | undefined;
  /** Who may read it without a credential. */
  visibility?: Visibility | null | undefined;
  /** Addresses to tell of events. */
  webhooks?: WebhooksInput | null | undefined;
};

/** A programme for one display, or for all that a filter matches. */
export type CreateProgrammeInput = {
  /** What it shows in which windows. */
  entries: Array<ProgrammeEntryInput>;
  /** The displays that it is for, evaluated live, as far as the writer may patch their props. Must narrow (EMPTY_SELECTOR) and not ask for propsContain, presence or readiness. A display that an entry does not fit keeps what it has and gets the condition ProgrammeBlocked. */
  filter?: InstanceFilter | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The display that it is for. Entries that do not fit its definition are SCHEMA_VIOLATION, with pointers. Either instanceId or filter. */
  instanceId?: string | null | undefined;
  /** Unique in the tenant; CONFLICT when it is taken. 1 to 200 characters. */
  name: string;
  /** IANA time zone of windows on displays whose place says none. Default: UTC. */
  timezone?: string | null | undefined;
};

/** A project to create. */
export type CreateProjectInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name for people. */
  name: string;
  /** Subspace of the project. */
  subspaceId: string;
};

/** A space to create. */
export type CreateSpaceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** PERSONAL or TEAM. */
  kind?: SpaceKind | null | undefined;
  /** Name for people. */
  name: string;
  /** The principal that owns it. */
  ownerPrincipalId: string;
};

/** A TEAM space to create. */
export type CreateTeamSpaceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Principals that get the role OPERATOR on it. */
  memberPrincipalIds?: Array<string> | null | undefined;
  /** Name for people. */
  name: string;
  /** The principal that owns it. */
  ownerPrincipalId: string;
};

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

/** What a credential is. */
export type CredentialKind =
  /** The key of an instance's screen. */
  | 'DISPLAY'
  /** A token sent as authorization: Bearer. */
  | 'TOKEN';

/** Which rows to read. */
export type DatasetPreviewInput = {
  /** Rows as they were known at this time; requires the accessor data/pit. */
  asOf?: string | null | undefined;
  /** Columns to read; requires the accessor data/field. */
  columns?: Array<string> | null | undefined;
  /** First date. */
  from?: string | null | undefined;
  /** 1 to 1000. */
  limit?: number | null | undefined;
  /** Number of rows to skip. */
  offset?: number | null | undefined;
  /** Rows as this run left them. Default: the last successful run. CONDITION_FAILED when that version has been deleted. */
  runId?: string | null | undefined;
  /** Last date, inclusive. */
  to?: string | null | undefined;
  /** Values that columns must equal. */
  where?: Record<string, unknown> | null | undefined;
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

/** Names a calendar. */
export type DeleteCalendarInput = {
  /** Id of the calendar. */
  id: string;
};

/** The group to delete. */
export type DeleteGroupInput = {
  /** Id of the group. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** Names a programme. */
export type DeleteProgrammeInput = {
  /** Id of the programme. */
  id: string;
};

/** The zone to delete. */
export type DeleteZoneInput = {
  /** Id of the zone. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

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

/** An event from a component. */
export type EmitInstanceEventInput = {
  /** Data of the event. */
  data?: unknown;
  /** Name of the event. */
  event: string;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** How an enrolment stands. */
export type EnrolmentStatus =
  /** The screen's key opens its instance. */
  | 'CONFIRMED'
  /** Nobody confirmed the code in time. */
  | 'EXPIRED'
  /** The code waits to be confirmed. */
  | 'PENDING';

/** Outcome of an evaluation. */
export type EvaluationStatus =
  /** At least one check failed. */
  | 'FAILED'
  /** No check failed. */
  | 'PASSED';

/** Why a run failed. */
export type FailRunInput = {
  /** { code, message } and any further facts. */
  error: Record<string, unknown>;
  /** Id of the run. */
  id: string;
  /** The lease from claimRun. */
  lease: string;
  /** Whether another attempt may succeed. */
  retryable?: boolean | null | undefined;
};

/** Names a flow of an instance. */
export type FlowInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** The instance. */
  instanceId: string;
};

/** A flow that every instance of the version gets. */
export type FlowTemplateInput = {
  /** Age in seconds after which its results count as stale. */
  freshnessSlaSeconds?: number | null | undefined;
  /** Memory limit of one run in megabytes; past it the run fails as OUT_OF_MEMORY. At most MARQUEE_RUN_MEMORY_MB_MAX. Default: 512. */
  memoryMb?: number | null | undefined;
  /** Name of the flow, unique within the version. */
  name: string;
  /** Asks for the network for its runs. BAD_USER_INPUT where MARQUEE_EXECUTOR_NETWORK does not name the codeRef. */
  network?: boolean | null | undefined;
  /** Kind of its runs, such as PipelineRun. */
  runKind: string;
  /** Whether the flow may have a schedule. */
  schedulable?: boolean | null | undefined;
  /** Time limit of one run in seconds; past it the run fails as TIMED_OUT. At most MARQUEE_RUN_TIMEOUT_SECONDS_MAX. Default: 900. */
  timeoutSeconds?: number | null | undefined;
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

/** A sign of life from a worker. */
export type HeartbeatRunInput = {
  /** Id of the run. */
  id: string;
  /** The lease from claimRun. */
  lease: string;
  /** At most 500 lines of 4000 characters. */
  log?: Array<string> | null | undefined;
  /** 0 to 1. */
  progress?: number | null | undefined;
};

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

/** Order of a list of instances. */
export type InstanceOrder =
  /** Oldest first. */
  | 'CREATED_ASC'
  /** Newest first. */
  | 'CREATED_DESC'
  /** Nearest first; requires filter.near. */
  | 'DISTANCE_ASC'
  /** By name. */
  | 'NAME_ASC'
  /** Last changed first. */
  | 'UPDATED_DESC';

/** What displayChanged sends to a subscriber that is slow or reconnects. */
export type InstanceRuntime =
  /** Every change in order, replayed from the log. */
  | 'DURABLE'
  /** The latest state; states in between are skipped. */
  | 'EDGE';

/** Schedule of a flow of a new instance; see SetScheduleInput. */
export type InstanceScheduleInput = {
  /** What to do with missed ticks. */
  catchUp?: CatchUp | null | undefined;
  /** What to do while an earlier run is unfinished. */
  concurrency?: ConcurrencyPolicy | null | undefined;
  /** Whether it fires. */
  enabled?: boolean | null | undefined;
  /** As for setSchedule. */
  expression: string;
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** IANA time zone. Default: the zone of the placement in the same input, else UTC. */
  timezone?: string | null | undefined;
};

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

/** Which way to follow lineage. */
export type LineageDirection =
  /** Both ways. */
  | 'BOTH'
  /** Towards what was derived from it. */
  | 'DOWN'
  /** Towards what it was derived from. */
  | 'UP';

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

/** Stage of a model version. Each stage holds at most one version per training flow. */
export type ModelStage =
  /** Used by every flow that has the training flow as an upstream. If no version is in production, those flows use the newest. */
  | 'PRODUCTION'
  /** Under evaluation. */
  | 'STAGING';

/** Where to move an instance. */
export type MoveInstanceInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The new parent; null makes it a root. */
  parentId?: string | null | undefined;
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

/** One item of a playlist. */
export type PlaylistItemInput = {
  /** Merge patch of the props, without null. */
  props: Record<string, unknown>;
  /** How long it is shown: the budget programmeItemSeconds (10) to 86400. */
  seconds: number;
};

/** In which order the items of a playlist come. The clock alone says which one it is, so that displays are in step. */
export type PlaylistOrder =
  /** As listed. */
  | 'FIXED'
  /** Each round in another order, which follows from the seed. */
  | 'SHUFFLE';

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

/** An entry of a programme: a window, and what is shown in it. */
export type ProgrammeEntryInput = {
  /** ISO 8601 duration of each window, on the clock: 'PT3H' from 11:00 ends at 14:00. Required with rrule. */
  duration?: string | null | undefined;
  /** End of a window that comes once, in local time. Default: it has none. */
  end?: string | null | undefined;
  /** Ids of calendars on whose dates no window starts. */
  exceptCalendars?: Array<string> | null | undefined;
  /** Local dates on which no window starts: '2027-12-24'. At most 1000. */
  exceptDates?: Array<string> | null | undefined;
  /** Wins over every entry that does not interrupt. */
  interrupt?: boolean | null | undefined;
  /** A playlist, from its first item at the start of each window on. */
  items?: Array<PlaylistItemInput> | null | undefined;
  /** Unique in the programme. 1 to 200 characters. */
  name: string;
  /** Order of the playlist. */
  order?: PlaylistOrder | null | undefined;
  /** The higher wins; of two equal ones the one whose window began later. */
  priority?: number | null | undefined;
  /** Merge patch of the props, without null: a programme shows other values, it removes none. Either props or items. */
  props?: Record<string, unknown> | null | undefined;
  /** RRULE of RFC 5545 without its property name: 'FREQ=WEEKLY;BYDAY=MO,TU'. HOURLY at most; the time of day is that of start; UNTIL is in local time. */
  rrule?: string | null | undefined;
  /** Seed of a shuffled order. */
  seed?: number | null | undefined;
  /** Start of the (first) window in the display's local time, without offset: '2027-01-04T11:00'. A time that the clocks skip is the first moment after the gap, one that they show twice the first of the two. */
  start: string;
};

/** Which programmes. */
export type ProgrammeFilter = {
  /** Is for this display, by itself or by its filter. */
  instanceId?: string | null | undefined;
  /** Has this name. */
  name?: string | null | undefined;
};

/** The dataset to promote. */
export type PromoteInstanceInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the dataset. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name of the signal. */
  name?: string | null | undefined;
};

/** A model version and its stage. */
export type PromoteModelInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The training run that made the version. */
  runId: string;
  /** The new stage; null takes the version out of its stage. */
  stage?: ModelStage | null | undefined;
};

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

/** What a screen shows. */
export type ReportDisplayStateInput = {
  /** The screen's own clock. */
  clock?: string | null | undefined;
  /** Which of several screens of the instance reports. */
  device?: string | null | undefined;
  /** What went wrong lately; leave it out when nothing did. */
  error?: string | null | undefined;
  /** Id of the instance. */
  id: string;
  /** The newest revision that has arrived. Default: `revision`. */
  receivedRevision?: number | null | undefined;
  /** The revision that was painted; leave it out while nothing is shown. */
  revision?: number | null | undefined;
  /** How the component stands. Default: FAILED with an error, SHOWN otherwise. */
  state?: ScreenState | null | undefined;
  /** The browser. */
  userAgent?: string | null | undefined;
};

/** What a screen says of itself when it asks to be enrolled. */
export type RequestEnrolmentInput = {
  /** What kind of device it is, for whoever confirms it. At most 200 characters. */
  device?: string | null | undefined;
};

/** Names the delivery to send again. */
export type ResendWebhookDeliveryInput = {
  /** Id of the delivery. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** Names the definition to retire. */
export type RetireDefinitionInput = {
  /** Id of the definition. */
  definitionId: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Recorded in the activity. */
  reason?: string | null | undefined;
};

/** Names the credential to end. */
export type RevokeCredentialInput = {
  /** Id of the credential. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
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

/** When a rollout aborts by itself. */
export type RolloutAbortInput = {
  /** At so many percent of a wave's instances whose upgrade failed, whose screens failed, or that were not shown in time: 1 to 100. */
  failedPercent: number;
};

/** Which rollouts. */
export type RolloutFilter = {
  /** Is of this definition. */
  definitionTypeKey?: string | null | undefined;
  /** Stands so. */
  status?: RolloutStatus | null | undefined;
};

/** Names a rollout. */
export type RolloutInput = {
  /** Id of the rollout. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why; shown in the rollout and its activity. */
  reason?: string | null | undefined;
};

/** How an instance of a rollout stands. */
export type RolloutInstanceStatus =
  /** The upgrade was refused, or a screen cannot show the version. */
  | 'FAILED'
  /** It could not be returned, and stays where it is: error says why. */
  | 'KEPT'
  /** It is back at its version and props. */
  | 'RETURNED'
  /** All of its living screens have painted the version, or it never had a screen. */
  | 'SHOWN'
  /** It was at the version already, is archived or deleted, or the rollout aborted before its turn. */
  | 'SKIPPED'
  /** Its screens did not show the version within the wave's time. Counts as failed. */
  | 'TIMED_OUT'
  /** It is moved; not all of its screens have painted the version. */
  | 'UPGRADED'
  /** Its turn has not come. */
  | 'WAITING';

/** How far a rollout has come. */
export type RolloutStatus =
  /** Everything that was moved is back, but for conflicts that are named. */
  | 'ABORTED'
  /** Returns what was moved. */
  | 'ABORTING'
  /** The last wave is over. */
  | 'DONE'
  /** Waits to be resumed. */
  | 'PAUSED'
  /** Upgrades a wave, or waits for its screens. */
  | 'RUNNING';

/** A wave: exactly one of its fields. */
export type RolloutWaveInput = {
  /** So many instances. */
  count?: number | null | undefined;
  /** Share of all instances of the rollout, rounded up: 1 to 100. */
  percent?: number | null | undefined;
  /** Those that carry this tag, of the instances that no earlier wave has. */
  tag?: string | null | undefined;
};

/** Names the credential to replace. */
export type RotateCredentialInput = {
  /** Id of the credential. */
  id: string;
  /** How long the old one works on, in seconds, 0 to 604800 (7 days). */
  overlapSeconds?: number | null | undefined;
};

/** Names whose secret is rotated. */
export type RotateWebhookSecretInput = {
  /** An instance, or a definition whose lifecycle hooks are signed with the secret. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
};

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

/** The experiment to save. */
export type SaveExperimentAsMacroInput = {
  /** What it is for. */
  description?: string | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the experiment. */
  instanceId: string;
  /** Name for people. */
  title?: string | null | undefined;
  /** Type key of the new definition. */
  typeKey: string;
  /** Number of its first version. */
  version?: string | null | undefined;
};

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

/** The lifecycle state to reach. */
export type SetDesiredLifecycleInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** A state that allowed moves lead to. */
  lifecycle: Lifecycle;
  /** Shown in the history; at most 500 characters. */
  reason?: string | null | undefined;
};

/** Ids that external systems use for a flow. */
export type SetFlowHandlesInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** Merge patch over the handles, by provider: { prefect: { deployment_id }, mlflow: { experiment_id } }. null deletes. */
  handles: Record<string, unknown>;
  /** Id of the instance. */
  id: string;
};

/** A value for a key. */
export type SetKvInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** 1 to 200 characters, without '#'. */
  key: string;
  /** The value; null deletes the key. */
  value?: unknown;
};

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

/** The principal to disable or to enable. */
export type SetPrincipalDisabledInput = {
  /** Whether they may do nothing from now on. */
  disabled: boolean;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the principal. */
  principalId: string;
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

/** All upstreams of one flow, at most 50. */
export type SetUpstreamsInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: string | null | undefined;
  /** Id of the instance. */
  id: string;
  /** All upstreams. */
  upstreams: Array<UpstreamInput>;
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

/** The rollout to start. */
export type StartRolloutInput = {
  /** Default: never by itself. */
  abortWhen?: RolloutAbortInput | null | undefined;
  /** Type key of the definition. */
  definitionTypeKey: string;
  /** Default: all living instances of the definition that you may write. At most MARQUEE_LIMIT_ROLLOUT_INSTANCES. */
  filter?: InstanceFilter | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Moves pinned instances too, as upgradeInstance does. */
  includePinned?: boolean | null | undefined;
  /** A published version; an earlier one too, for pinned instances. */
  toVersion: string;
  /** How long each wave waits for its screens: 1 to 86400. */
  waveTimeoutSeconds?: number | null | undefined;
  /** In order; what is left after the last one is one more wave. Default: one wave. */
  waves?: Array<RolloutWaveInput> | null | undefined;
};

/** A version to submit. */
export type SubmitDefinitionInput = {
  /** A config resource of kind AUTHORIZATION_POLICY; it applies to the definition, not to the version. */
  authorizationPolicyId?: string | null | undefined;
  /** For a COMPONENT: source of the ES module, at most 1 MB. */
  bundle?: string | null | undefined;
  /** Children that an instance needs; see DefinitionVersion. */
  childRequirements?: Array<Record<string, unknown>> | null | undefined;
  /** Key of the executor that carries out its flows. */
  codeRef?: string | null | undefined;
  /** The version claims to need no props from its instances and to have a bundle; its evaluation fails otherwise. */
  complete?: boolean | null | undefined;
  /** Lowest layer of an instance's effective props. Default: {}. */
  defaultProps?: Record<string, unknown> | null | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** Flows that every instance gets. */
  flowTemplates?: Array<FlowTemplateInput> | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** What the definition describes; fixed by its first version. */
  kind: DefinitionKind;
  /** Restrictions and hooks of the lifecycle; see DefinitionVersion. */
  lifecycleTemplate?: Record<string, unknown> | null | undefined;
  /** JSON Schema 2020-12. Default: any object. */
  parametersSchema?: Record<string, unknown> | null | undefined;
  /** Project of a new definition. Default: the system project. */
  projectId?: string | null | undefined;
  /** Steps from the props of earlier versions; see DefinitionVersion. BAD_USER_INPUT for a malformed one; the evaluation fails where a valid test case of the version before does not fit afterwards. */
  propsMigration?: Array<Record<string, unknown>> | null | undefined;
  /** JSON Schema 2020-12. Default: any object. */
  propsSchema?: Record<string, unknown> | null | undefined;
  /** How flows combine into readiness; see DefinitionVersion. */
  statusAggregationContract?: Record<string, unknown> | null | undefined;
  /** Test cases, [{ name, props, valid }], checked before publishing. */
  tests?: Array<Record<string, unknown>> | null | undefined;
  /** Name for people. */
  title?: string | null | undefined;
  /** Lower-case words joined by '/' and '-', such as 'display/bus-stop'. */
  typeKey: string;
  /** Number of the version. */
  version: string;
};

/** What a subspace holds. */
export type SubspaceKind =
  /** Resources that users made. */
  | 'CUSTOM'
  /** Resources in production. */
  | 'OFFICIAL'
  /** Resources under review. */
  | 'STAGING';

/** Names a content package. */
export type SyncDefinitionContentInput = {
  /** Name of the folder, or of the archive without its extension; it must be the package's name. */
  package: string;
  /** Project of new definitions. Default: the system project. */
  projectId?: string | null | undefined;
};

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

/** Tags to add or remove. */
export type TagsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: number | null | undefined;
  /** Id of the instance. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The tags. */
  tags: Array<string>;
};

/** The window in which a timed instance lives. */
export type TimeslotInput = {
  /** First moment after it. */
  end: string;
  /** First moment. */
  start: string;
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

/** Another state of a calendar. What is left out stays. */
export type UpdateCalendarInput = {
  /** All dates, in place of those it has. */
  dates?: Array<CalendarDateInput> | null | undefined;
  /** Makes the write conditional: CONFLICT when the calendar is at another revision. */
  expectedRevision?: number | null | undefined;
  /** As for createCalendar; in place of the dates it has. */
  ics?: string | null | undefined;
  /** Id of the calendar. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** As for createCalendar. */
  name?: string | null | undefined;
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

/** Another state of a programme. What is left out stays. */
export type UpdateProgrammeInput = {
  /** All entries, in place of those it has. */
  entries?: Array<ProgrammeEntryInput> | null | undefined;
  /** Makes the write conditional: CONFLICT when the programme is at another revision. */
  expectedRevision?: number | null | undefined;
  /** As for createProgramme; replaces an instance. */
  filter?: InstanceFilter | null | undefined;
  /** Id of the programme. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** As for createProgramme; replaces a filter. */
  instanceId?: string | null | undefined;
  /** As for createProgramme. */
  name?: string | null | undefined;
  /** As for createProgramme; null clears it. */
  timezone?: string | null | undefined;
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

/** What an upgrade would meet at an instance. */
export type UpgradeVerdict =
  /** Its upgrade strategy or its maxVersion does not lead there. */
  | 'BLOCKED_BY_POLICY'
  /** It is at the version already. */
  | 'CURRENT'
  /** It is in another rollout, or the upgrade would change a path that is locked against you. */
  | 'LOCKED'
  /** Only required props are missing: upgradeInstance with a propsPatch moves it, or a default or a props migration in the version. */
  | 'NEEDS_PATCH'
  /** It fits and its policy allows it: a rollout moves it. */
  | 'OK'
  /** It fits and is pinned: it moves by hand only, and by a rollout unless includePinned is false. */
  | 'PINNED'
  /** Its props or config do not fit, after the props migrations. */
  | 'PROPS_INVALID';

/** The config resource to create or change. */
export type UpsertConfigResourceInput = {
  /** Its content. */
  body: Record<string, unknown>;
  /** CONFLICT unless it is at this revision; 0 means that it does not exist yet. */
  expectedRevision?: number | null | undefined;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Lower-case words joined by '/' and '-'; unique per tenant and kind. */
  key: string;
  /** What it describes. */
  kind: ConfigKind;
  /** Name for people. */
  title?: string | null | undefined;
};

/** A group to create or replace: either a selector or a list of members, or neither when it only contains subgroups. */
export type UpsertGroupInput = {
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Ids of the members, at most 1,000. */
  memberIds?: Array<string> | null | undefined;
  /** Name for people. */
  name: string;
  /** The group that contains this one; it must exist. */
  parentId?: string | null | undefined;
  /** Instances that match are in the group for as long as they match. May name a zone or another group. */
  selector?: InstanceFilter | null | undefined;
};

/** A location to create or replace. */
export type UpsertLocationInput = {
  /** Coordinates. */
  geo?: GeoInput | null | undefined;
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: string;
  /** Name for people. */
  name: string;
  /** The location that contains this one; it must exist. */
  parentId?: string | null | undefined;
  /** IANA time zone. Default: derived from `geo`. */
  timezone?: string | null | undefined;
};

/** A zone to create or replace: either a centre with a radius, or a polygon. */
export type UpsertZoneInput = {
  /** Centre of a circle. */
  center?: GeoInput | null | undefined;
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: string;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name for people. */
  name: string;
  /** 3 to 1,000 corners as [lng, lat], in either direction; the first may be repeated at the end. An edge takes the shorter way around the earth, so a zone may cross the antimeridian; a ring around a pole contains the pole. Edges must not cross or touch. */
  polygon?: Array<Array<number>> | null | undefined;
  /** Radius of a circle in metres; greater than 0, at most half the circumference of the earth. */
  radiusMeters?: number | null | undefined;
};

/** An upstream flow. */
export type UpstreamInput = {
  /** Name of the flow; required when that instance has several. */
  flow?: string | null | undefined;
  /** The instance that has the flow. */
  instanceId: string;
  /** What it is to the flow: 'input', 'covariance', 'primary'. */
  role?: string | null | undefined;
};

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

/** Selects deliveries. All given members must hold. */
export type WebhookDeliveryFilter = {
  /** Tells of one of these events. */
  events?: Array<WebhookEvent> | null | undefined;
  /** Has one of these ids. */
  ids?: Array<string> | null | undefined;
  /** Belongs to this instance. */
  instanceId?: string | null | undefined;
  /** Is in one of these states. */
  states?: Array<WebhookDeliveryState> | null | undefined;
};

/** State of a delivery. */
export type WebhookDeliveryState =
  /** Given up after ten attempts, a day, or an answer of 410. */
  | 'DEAD'
  /** The receiver accepted it. */
  | 'DELIVERED'
  /** In progress, or waiting for an earlier delivery of the same instance and event. */
  | 'PENDING';

/** What a webhook is told of. */
export type WebhookEvent =
  /** A lifecycle move, for a hook of the definition's lifecycleTemplate. */
  | 'AFTER_HOOK'
  /** A condition, a failed run or an error that a screen reports. */
  | 'ERROR'
  /** An event that a component emitted. */
  | 'INTERACTION'
  /** effectiveProps changed. */
  | 'PROPS_CHANGED';

/** Addresses to tell of events, signed as Standard Webhooks defines (docs/guides/webhooks.md). null removes one. */
export type WebhooksInput = {
  /** Told of conditions such as BindingFailing, failed runs and errors that a screen reports. */
  onError?: string | null | undefined;
  /** Told of events that a component emits (emitInstanceEvent). */
  onInteraction?: string | null | undefined;
  /** Told when effectiveProps change. */
  onPropsChange?: string | null | undefined;
};

/** How a change of the clocks touches the start or the end of a window. */
export type WindowDst =
  /** The clocks show that time twice: it is the first of the two. */
  | 'FOLD'
  /** The clocks skip that time: it is the first moment after the gap. */
  | 'GAP';

/** What happened in a zone. */
export type ZoneEventType =
  /** Everything that was in the zone at the start has been sent. */
  | 'CAUGHT_UP'
  /** An instance came into the zone, or became visible in it. */
  | 'ENTERED'
  /** An instance left the zone, is gone, or is no longer visible. */
  | 'LEFT'
  /** The feed starts over; SNAPSHOTs follow. */
  | 'RESYNC'
  /** An instance that is in the zone at the start. */
  | 'SNAPSHOT';

/** Shape of a zone. */
export type ZoneShape =
  /** A centre and a radius. */
  | 'CIRCLE'
  /** A ring of corners. */
  | 'POLYGON';

export type DatasetPreviewQueryVariables = Exact<{
  id: string;
  request?: DatasetPreviewInput | null | undefined;
}>;


export type DatasetPreviewQuery = { datasetPreview: { rows: Array<Record<string, unknown>>, total: number, isTruncated: boolean, columns: Array<{ name: string, type: string }> } };

export type RunOutputQueryVariables = Exact<{
  id: string;
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunOutputQuery = { runOutput: { name: string, rows: Array<Record<string, unknown>>, totalCount: number, url: string | null, columns: Array<{ name: string, type: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type OperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsQuery = { operators: Array<{ name: string, title: string, description: string, semantics: string, isCrossSection: boolean, periods: string | null, example: string, typeKey: string, parameters: Array<{ name: string, kind: string, min: number | null, max: number | null }> }> };

export type OperatorQueryVariables = Exact<{
  name: string;
}>;


export type OperatorQuery = { operator: { name: string, title: string, description: string, semantics: string, isCrossSection: boolean, periods: string | null, example: string, typeKey: string, parameters: Array<{ name: string, kind: string, min: number | null, max: number | null }> } | null };

export type EvaluateExpressionQueryVariables = Exact<{
  expression: string;
  inputs?: Record<string, unknown> | null | undefined;
}>;


export type EvaluateExpressionQuery = { evaluateExpression: { preview: Array<Record<string, unknown>>, rows: number, lastDate: string | null, lastValue: number | null, statistics: Record<string, unknown> } };

export type ValidateSignalQueryVariables = Exact<{
  id: string;
}>;


export type ValidateSignalQuery = { validateSignal: { valid: boolean, checks: Array<{ name: string, ok: boolean, message: string | null }> } };

export type UpstreamFreshnessQueryVariables = Exact<{
  flowId: string;
}>;


export type UpstreamFreshnessQuery = { upstreamFreshness: { ready: boolean, blockers: Array<{ id: string, name: string, runKind: string, status: Readiness, staleReason: StaleReason | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> }> } };

export type LineageQueryVariables = Exact<{
  id: string;
  direction?: LineageDirection | null | undefined;
  depth?: number | null | undefined;
}>;


export type LineageQuery = { lineage: { truncated: boolean, nodes: Array<{ id: string, flow: { id: string, name: string, status: Readiness } | null, instance: { id: string, name: string | null, kind: InstanceKind } | null, definition: { id: string, typeKey: string } | null }>, edges: Array<{ from: string, to: string, type: string, role: string | null }> } | null };

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

export type DefinitionVersionQueryVariables = Exact<{
  id: string;
}>;


export type DefinitionVersionQuery = { definitionVersion: { parametersSchema: Record<string, unknown>, codeRef: string | null, statusAggregationContract: Record<string, unknown>, lifecycleTemplate: Record<string, unknown>, childRequirements: Array<Record<string, unknown>>, tests: Array<Record<string, unknown>>, complete: boolean, propsMigration: Array<Record<string, unknown>>, createdAt: string, id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null, flowTemplates: Array<{ name: string, runKind: string, schedulable: boolean, freshnessSlaSeconds: number | null, timeoutSeconds: number | null, memoryMb: number | null, network: boolean }>, evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> } | null } | null };

export type DefinitionVersionsQueryVariables = Exact<{
  id?: string | null | undefined;
  typeKey?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DefinitionVersionsQuery = { definition: { id: string, typeKey: string, kind: DefinitionKind, title: string | null, description: string | null, status: DefinitionStatus, provisioningSource: ProvisioningSource, project: { id: string, name: string, subspace: { id: string, kind: SubspaceKind, name: string, space: { id: string, kind: SpaceKind, name: string } } }, versions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ parametersSchema: Record<string, unknown>, codeRef: string | null, statusAggregationContract: Record<string, unknown>, lifecycleTemplate: Record<string, unknown>, childRequirements: Array<Record<string, unknown>>, tests: Array<Record<string, unknown>>, complete: boolean, propsMigration: Array<Record<string, unknown>>, createdAt: string, id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null, flowTemplates: Array<{ name: string, runKind: string, schedulable: boolean, freshnessSlaSeconds: number | null, timeoutSeconds: number | null, memoryMb: number | null, network: boolean }>, evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> } | null }> } } | null };

export type CheckDefinitionVersionQueryVariables = Exact<{
  definitionVersionId: string;
}>;


export type CheckDefinitionVersionQuery = { checkDefinitionVersion: { moves: number, breaks: number, stays: number, instances: Array<{ verdict: string, problems: Array<unknown>, instance: { id: string, name: string | null } }> } };

export type EvaluateDefinitionVersionMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type EvaluateDefinitionVersionMutation = { evaluateDefinitionVersion: { evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> }, definitionVersion: { id: string, version: string, status: DefinitionStatus } } };

export type DeprecateDefinitionVersionMutationVariables = Exact<{
  input: PublishDefinitionVersionInput;
}>;


export type DeprecateDefinitionVersionMutation = { deprecateDefinitionVersion: { definitionVersion: { id: string, version: string, status: DefinitionStatus } } };

export type RetireDefinitionMutationVariables = Exact<{
  input: RetireDefinitionInput;
}>;


export type RetireDefinitionMutation = { retireDefinition: { definition: { id: string, typeKey: string, status: DefinitionStatus } } };

export type SyncDefinitionContentMutationVariables = Exact<{
  input: SyncDefinitionContentInput;
}>;


export type SyncDefinitionContentMutation = { syncDefinitionContent: { package: string, packageVersion: string, status: SyncStatus, results: Array<{ typeKey: string, version: string, outcome: ContentSyncOutcome, problems: Array<Record<string, unknown>> }> } };

export type CopyResourceMutationVariables = Exact<{
  input: CopyResourceInput;
}>;


export type CopyResourceMutation = { copyResource: { definition: { id: string, typeKey: string, title: string | null, status: DefinitionStatus } } };

export type SaveExperimentAsMacroMutationVariables = Exact<{
  input: SaveExperimentAsMacroInput;
}>;


export type SaveExperimentAsMacroMutation = { saveExperimentAsMacro: { definitionVersion: { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null } } };

export type IssueDisplayKeyMutationVariables = Exact<{
  input: DisplayKeyInput;
}>;


export type IssueDisplayKeyMutation = { issueDisplayKey: { key: string, credentialId: string, revision: number, changeId: string, instance: { id: string, url: string, hasDisplayKey: boolean } } };

export type RevokeDisplayKeyMutationVariables = Exact<{
  input: DisplayKeyInput;
}>;


export type RevokeDisplayKeyMutation = { revokeDisplayKey: { revision: number, changeId: string, instance: { id: string, hasDisplayKey: boolean } } };

export type EmitInstanceEventMutationVariables = Exact<{
  input: EmitInstanceEventInput;
}>;


export type EmitInstanceEventMutation = { emitInstanceEvent: { changeId: string } };

export type ReportDisplayStateMutationVariables = Exact<{
  input: ReportDisplayStateInput;
}>;


export type ReportDisplayStateMutation = { reportDisplayState: { revision: number } };

export type ChangeQueryVariables = Exact<{
  changeId: string;
  first?: number | null | undefined;
}>;


export type ChangeQuery = { change: { id: string, convergence: { targeted: number, delivered: number, shown: number, failed: number, unreachable: number, p50Ms: number | null, p95Ms: number | null, unreachableInstances: Array<{ id: string, name: string | null }> } } | null };

export type RequestEnrolmentMutationVariables = Exact<{
  input: RequestEnrolmentInput;
}>;


export type RequestEnrolmentMutation = { requestEnrolment: { id: string, code: string, key: string, expiresAt: string } };

export type ConfirmEnrolmentMutationVariables = Exact<{
  input: ConfirmEnrolmentInput;
}>;


export type ConfirmEnrolmentMutation = { confirmEnrolment: { credentialId: string, revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, hasDisplayKey: boolean } } };

export type EnrolmentQueryVariables = Exact<{ [key: string]: never; }>;


export type EnrolmentQuery = { enrolment: { id: string, status: EnrolmentStatus, instanceId: string | null, expiresAt: string } | null };

export type PendingEnrolmentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PendingEnrolmentsQuery = { pendingEnrolments: { totalCount: number, nodes: Array<{ id: string, device: string | null, address: string | null, requestedAt: string, expiresAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

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

export type ZoneChangedSubscriptionVariables = Exact<{
  zoneId: string;
  since?: string | null | undefined;
}>;


export type ZoneChangedSubscription = { zoneChanged: { type: ZoneEventType, cursor: string, changeId: string | null, at: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } | null } };

export type InstanceStateFragment = { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string };

export type PlacementFieldsFragment = { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null };

export type InstanceFieldsFragment = { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null };

export type DefinitionVersionFieldsFragment = { id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null };

export type DefinitionVersionContentFragment = { parametersSchema: Record<string, unknown>, codeRef: string | null, statusAggregationContract: Record<string, unknown>, lifecycleTemplate: Record<string, unknown>, childRequirements: Array<Record<string, unknown>>, tests: Array<Record<string, unknown>>, complete: boolean, propsMigration: Array<Record<string, unknown>>, createdAt: string, id: string, version: string, status: DefinitionStatus, propsSchema: Record<string, unknown>, defaultProps: Record<string, unknown>, bundleUrl: string | null, contentHash: string, publishedAt: string | null, flowTemplates: Array<{ name: string, runKind: string, schedulable: boolean, freshnessSlaSeconds: number | null, timeoutSeconds: number | null, memoryMb: number | null, network: boolean }>, evaluation: { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> } | null };

export type EvaluationFieldsFragment = { status: EvaluationStatus, evaluatedAt: string, checks: Array<{ name: string, ok: boolean, message: string | null, pointer: string | null }> };

export type PrincipalFieldsFragment = { id: string, kind: PrincipalKind, displayName: string, email: string | null };

export type ProjectFieldsFragment = { id: string, name: string, subspace: { id: string, kind: SubspaceKind, name: string, space: { id: string, kind: SpaceKind, name: string } } };

export type SpaceFieldsFragment = { id: string, kind: SpaceKind, name: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string }> };

export type RoleGrantFieldsFragment = { nodeType: RoleNode, nodeId: string, role: Role, principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } };

export type ConfigResourceFieldsFragment = { id: string, kind: ConfigKind, key: string, title: string | null, body: Record<string, unknown>, provisioningSource: ProvisioningSource, revision: number, createdAt: string, updatedAt: string };

export type LocationFieldsFragment = { id: string, name: string, timezone: string | null, geo: { lat: number, lng: number } | null, parent: { id: string } | null };

export type ZoneFieldsFragment = { id: string, name: string, shape: ZoneShape, radiusMeters: number | null, polygon: Array<Array<number>> | null, center: { lat: number, lng: number } | null };

export type GroupFieldsFragment = { id: string, name: string, selector: Record<string, unknown> | null, memberIds: Array<string> | null, parent: { id: string } | null };

export type InstanceSettingsFragment = { config: Record<string, unknown>, metadata: Record<string, unknown>, scope: Scope, persistence: Persistence, upgradeStrategy: UpgradeStrategy, maxVersion: string | null, runtime: InstanceRuntime, id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, project: { id: string, name: string } | null, parent: { id: string, name: string | null } | null, promotedFrom: { id: string, name: string | null } | null, components: Array<{ role: string, instance: { id: string, name: string | null } }>, timeslot: { start: string, end: string } | null, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }>, webhooks: { onPropsChange: string | null, onError: string | null, onInteraction: string | null } | null, flows: Array<{ id: string, name: string, upstreamRefs: Array<{ role: string, flow: { id: string, name: string, instance: { id: string, name: string | null } } }>, schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null };

export type BindingFieldsFragment = { key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null };

export type KvFieldsFragment = { key: string, value: unknown, revision: number, updatedAt: string };

export type WebhookDeliveryFieldsFragment = { id: string, event: WebhookEvent, url: string, body: Record<string, unknown>, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastStatus: number | null, lastError: string | null, createdAt: string, deliveredAt: string | null, instance: { id: string, name: string | null } | null };

export type LifecycleFieldsFragment = { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } };

export type PropsChangeFragment = { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } };

export type OperatorFieldsFragment = { name: string, title: string, description: string, semantics: string, isCrossSection: boolean, periods: string | null, example: string, typeKey: string, parameters: Array<{ name: string, kind: string, min: number | null, max: number | null }> };

export type ScheduleFieldsFragment = { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null };

export type ScheduleChangeFragment = { schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null, flow: { id: string } };

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

export type InstanceDetailQueryVariables = Exact<{
  id: string;
}>;


export type InstanceDetailQuery = { instance: { shownRevision: number | null, hasDisplayKey: boolean, generation: number, observedGeneration: number, startedAt: string | null, stoppedAt: string | null, archivedAt: string | null, config: Record<string, unknown>, metadata: Record<string, unknown>, scope: Scope, persistence: Persistence, upgradeStrategy: UpgradeStrategy, maxVersion: string | null, runtime: InstanceRuntime, id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, zones: Array<{ id: string, name: string }>, groups: Array<{ id: string, name: string }>, effectiveWindow: { start: string, end: string } | null, conditions: Array<{ type: string, message: string, since: string, details: unknown }>, health: { status: HealthStatus, problems: Array<{ severity: HealthStatus, source: HealthSource, message: string }> }, project: { id: string, name: string } | null, parent: { id: string, name: string | null } | null, promotedFrom: { id: string, name: string | null } | null, components: Array<{ role: string, instance: { id: string, name: string | null } }>, timeslot: { start: string, end: string } | null, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }>, webhooks: { onPropsChange: string | null, onError: string | null, onInteraction: string | null } | null, flows: Array<{ id: string, name: string, upstreamRefs: Array<{ role: string, flow: { id: string, name: string, instance: { id: string, name: string | null } } }>, schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } | null };

export type InstanceSettingsQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
  orderBy?: InstanceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InstanceSettingsQuery = { instances: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ config: Record<string, unknown>, metadata: Record<string, unknown>, scope: Scope, persistence: Persistence, upgradeStrategy: UpgradeStrategy, maxVersion: string | null, runtime: InstanceRuntime, id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, project: { id: string, name: string } | null, parent: { id: string, name: string | null } | null, promotedFrom: { id: string, name: string | null } | null, components: Array<{ role: string, instance: { id: string, name: string | null } }>, timeslot: { start: string, end: string } | null, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }>, webhooks: { onPropsChange: string | null, onError: string | null, onInteraction: string | null } | null, flows: Array<{ id: string, name: string, upstreamRefs: Array<{ role: string, flow: { id: string, name: string, instance: { id: string, name: string | null } } }>, schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null }>, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null }> } };

export type InstanceTreeQueryVariables = Exact<{
  rootId: string;
  maxDepth?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InstanceTreeQuery = { instanceTree: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, parent: { id: string } | null }> } };

export type GlobalInstanceQueryVariables = Exact<{ [key: string]: never; }>;


export type GlobalInstanceQuery = { globalInstance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } | null };

export type ExplainPropQueryVariables = Exact<{
  id: string;
  path: string;
}>;


export type ExplainPropQuery = { instance: { id: string, revision: number, explainProp: { path: string, value: unknown, layers: Array<{ layer: string, value: unknown, writerId: string | null, since: string | null, expiresAt: string | null }> } } | null };

export type SetOverrideMutationVariables = Exact<{
  input: SetOverrideInput;
}>;


export type SetOverrideMutation = { setOverride: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type ClearOverrideMutationVariables = Exact<{
  input: PropPathInput;
}>;


export type ClearOverrideMutation = { clearOverride: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type LockPathMutationVariables = Exact<{
  input: LockPathInput;
}>;


export type LockPathMutation = { lockPath: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type UnlockPathMutationVariables = Exact<{
  input: PropPathInput;
}>;


export type UnlockPathMutation = { unlockPath: { revision: number, changeId: string, instance: { id: string, revision: number, props: Record<string, unknown>, effectiveProps: Record<string, unknown> } } };

export type StartInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type StartInstanceMutation = { startInstance: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type PauseInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type PauseInstanceMutation = { pauseInstance: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type ResumeInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type ResumeInstanceMutation = { resumeInstance: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type StopInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type StopInstanceMutation = { stopInstance: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type ArchiveInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type ArchiveInstanceMutation = { archiveInstance: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type DeleteInstanceMutationVariables = Exact<{
  input: TransitionInput;
}>;


export type DeleteInstanceMutation = { deleteInstance: { id: string, changeId: string } };

export type SetDesiredLifecycleMutationVariables = Exact<{
  input: SetDesiredLifecycleInput;
}>;


export type SetDesiredLifecycleMutation = { setDesiredLifecycle: { revision: number, changeId: string, instance: { id: string, name: string | null, revision: number, lifecycle: Lifecycle, desiredLifecycle: Lifecycle } } };

export type MoveInstanceMutationVariables = Exact<{
  input: MoveInstanceInput;
}>;


export type MoveInstanceMutation = { moveInstance: { revision: number, changeId: string, instance: { id: string, revision: number, parent: { id: string, name: string | null } | null } } };

export type UpgradeInstanceMutationVariables = Exact<{
  input: UpgradeInstanceInput;
}>;


export type UpgradeInstanceMutation = { upgradeInstance: { revision: number, changeId: string, instance: { id: string, revision: number, effectiveProps: Record<string, unknown>, definitionVersion: { id: string, version: string } | null } } };

export type PromoteInstanceMutationVariables = Exact<{
  input: PromoteInstanceInput;
}>;


export type PromoteInstanceMutation = { promoteInstance: { revision: number, changeId: string, instance: { id: string, kind: InstanceKind, name: string | null, visibility: Visibility, lifecycle: Lifecycle, desiredLifecycle: Lifecycle, readiness: Readiness | null, presence: Presence, revision: number, cursor: string, props: Record<string, unknown>, effectiveProps: Record<string, unknown>, url: string, createdAt: string, updatedAt: string, placement: { location: string | null, device: string | null, timezone: string | null, tags: Array<string>, geo: { lat: number, lng: number } | null } | null, definition: { id: string, typeKey: string, title: string | null } | null, definitionVersion: { id: string, version: string, bundleUrl: string | null } | null } } };

export type MyPermissionsQueryVariables = Exact<{
  resourceId: string;
}>;


export type MyPermissionsQuery = { myPermissions: Array<string> };

export type SpacesQueryVariables = Exact<{ [key: string]: never; }>;


export type SpacesQuery = { spaces: Array<{ id: string, kind: SpaceKind, name: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string, projects: Array<{ id: string, name: string }> }> }> };

export type ConfigResourceQueryVariables = Exact<{
  id?: string | null | undefined;
  kind?: ConfigKind | null | undefined;
  key?: string | null | undefined;
}>;


export type ConfigResourceQuery = { configResource: { id: string, kind: ConfigKind, key: string, title: string | null, body: Record<string, unknown>, provisioningSource: ProvisioningSource, revision: number, createdAt: string, updatedAt: string } | null };

export type ConfigResourcesQueryVariables = Exact<{
  kind?: ConfigKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConfigResourcesQuery = { configResources: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ConfigKind, key: string, title: string | null, body: Record<string, unknown>, provisioningSource: ProvisioningSource, revision: number, createdAt: string, updatedAt: string }> } };

export type ActivitiesQueryVariables = Exact<{
  filter?: ActivityFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ActivitiesQuery = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, action: string, resourceType: string, resourceId: string, before: unknown, after: unknown, changeId: string, at: string, actor: { id: string, kind: PrincipalKind, displayName: string, email: string | null } | null }> } };

export type CreateSpaceWithSubspacesMutationVariables = Exact<{
  input: CreateSpaceInput;
}>;


export type CreateSpaceWithSubspacesMutation = { createSpaceWithSubspaces: { space: { id: string, kind: SpaceKind, name: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string }> } } };

export type CreateTeamSpaceMutationVariables = Exact<{
  input: CreateTeamSpaceInput;
}>;


export type CreateTeamSpaceMutation = { createTeamSpace: { space: { id: string, kind: SpaceKind, name: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string }> } } };

export type CreateUserWithPersonalSpaceMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserWithPersonalSpaceMutation = { createUserWithPersonalSpace: { principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, space: { id: string, kind: SpaceKind, name: string, owner: { id: string, kind: PrincipalKind, displayName: string, email: string | null }, subspaces: Array<{ id: string, kind: SubspaceKind, name: string }> }, officialSubspace: { id: string, name: string }, stagingSubspace: { id: string, name: string } } };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { createProject: { project: { id: string, name: string, subspace: { id: string, kind: SubspaceKind, name: string, space: { id: string, kind: SpaceKind, name: string } } } } };

export type GrantRoleMutationVariables = Exact<{
  input: RoleGrantInput;
}>;


export type GrantRoleMutation = { grantRole: { grant: { nodeType: RoleNode, nodeId: string, role: Role, principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } } } };

export type RevokeRoleMutationVariables = Exact<{
  input: RoleGrantInput;
}>;


export type RevokeRoleMutation = { revokeRole: { grant: { nodeType: RoleNode, nodeId: string, role: Role, principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } } } };

export type IssueTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;


export type IssueTokenMutation = { issueToken: { id: string, token: string, expiresAt: string, role: Role | null, principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } } };

export type UpsertConfigResourceMutationVariables = Exact<{
  input: UpsertConfigResourceInput;
}>;


export type UpsertConfigResourceMutation = { upsertConfigResource: { configResource: { id: string, kind: ConfigKind, key: string, title: string | null, body: Record<string, unknown>, provisioningSource: ProvisioningSource, revision: number, createdAt: string, updatedAt: string } } };

export type ListCredentialsQueryVariables = Exact<{
  kind?: CredentialKind;
  principalId?: string | null | undefined;
  instanceId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListCredentialsQuery = { listCredentials: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: CredentialKind, permissions: Array<string> | null, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, name: string | null, instance: { id: string, name: string | null } | null, principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } | null, createdBy: { id: string, kind: PrincipalKind, displayName: string, email: string | null } | null }> } };

export type RevokeCredentialMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeCredentialMutation = { revokeCredential: { id: string } };

export type RotateCredentialMutationVariables = Exact<{
  input: RotateCredentialInput;
}>;


export type RotateCredentialMutation = { rotateCredential: { id: string, token: string, expiresAt: string | null } };

export type SetPrincipalDisabledMutationVariables = Exact<{
  input: SetPrincipalDisabledInput;
}>;


export type SetPrincipalDisabledMutation = { setPrincipalDisabled: { principal: { id: string, kind: PrincipalKind, displayName: string, email: string | null } } };

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

export type LocationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LocationsQuery = { locations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, timezone: string | null, geo: { lat: number, lng: number } | null, parent: { id: string } | null }> } };

export type ZoneQueryVariables = Exact<{
  id: string;
}>;


export type ZoneQuery = { zone: { id: string, name: string, shape: ZoneShape, radiusMeters: number | null, polygon: Array<Array<number>> | null, center: { lat: number, lng: number } | null } | null };

export type ZonesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ZonesQuery = { zones: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, shape: ZoneShape, radiusMeters: number | null, polygon: Array<Array<number>> | null, center: { lat: number, lng: number } | null }> } };

export type GroupQueryVariables = Exact<{
  id: string;
}>;


export type GroupQuery = { group: { id: string, name: string, selector: Record<string, unknown> | null, memberIds: Array<string> | null, parent: { id: string } | null } | null };

export type GroupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GroupsQuery = { groups: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, selector: Record<string, unknown> | null, memberIds: Array<string> | null, parent: { id: string } | null }> } };

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

export type UpsertLocationMutationVariables = Exact<{
  input: UpsertLocationInput;
}>;


export type UpsertLocationMutation = { upsertLocation: { location: { id: string, name: string, timezone: string | null, geo: { lat: number, lng: number } | null, parent: { id: string } | null } } };

export type UpsertZoneMutationVariables = Exact<{
  input: UpsertZoneInput;
}>;


export type UpsertZoneMutation = { upsertZone: { changeId: string, zone: { id: string, name: string, shape: ZoneShape, radiusMeters: number | null, polygon: Array<Array<number>> | null, center: { lat: number, lng: number } | null } } };

export type DeleteZoneMutationVariables = Exact<{
  input: DeleteZoneInput;
}>;


export type DeleteZoneMutation = { deleteZone: { id: string, changeId: string } };

export type UpsertGroupMutationVariables = Exact<{
  input: UpsertGroupInput;
}>;


export type UpsertGroupMutation = { upsertGroup: { changeId: string, group: { id: string, name: string, selector: Record<string, unknown> | null, memberIds: Array<string> | null, parent: { id: string } | null } } };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { deleteGroup: { id: string, changeId: string } };

export type ProgrammePartsFragment = { id: string, name: string, filter: Record<string, unknown> | null, timezone: string | null, targetCount: number, revision: number, instance: { id: string } | null, entries: Array<{ name: string, start: string, end: string | null, rrule: string | null, duration: string | null, priority: number, interrupt: boolean, props: Record<string, unknown> | null, order: PlaylistOrder, seed: number, exceptDates: Array<string>, exceptCalendars: Array<string>, items: Array<{ props: Record<string, unknown>, seconds: number }> | null }> };

export type ProgrammeQueryVariables = Exact<{
  id: string;
}>;


export type ProgrammeQuery = { programme: { id: string, name: string, filter: Record<string, unknown> | null, timezone: string | null, targetCount: number, revision: number, instance: { id: string } | null, entries: Array<{ name: string, start: string, end: string | null, rrule: string | null, duration: string | null, priority: number, interrupt: boolean, props: Record<string, unknown> | null, order: PlaylistOrder, seed: number, exceptDates: Array<string>, exceptCalendars: Array<string>, items: Array<{ props: Record<string, unknown>, seconds: number }> | null }> } | null };

export type ProgrammesQueryVariables = Exact<{
  filter?: ProgrammeFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgrammesQuery = { programmes: { totalCount: number, nodes: Array<{ id: string, name: string, filter: Record<string, unknown> | null, timezone: string | null, targetCount: number, revision: number, instance: { id: string } | null, entries: Array<{ name: string, start: string, end: string | null, rrule: string | null, duration: string | null, priority: number, interrupt: boolean, props: Record<string, unknown> | null, order: PlaylistOrder, seed: number, exceptDates: Array<string>, exceptCalendars: Array<string>, items: Array<{ props: Record<string, unknown>, seconds: number }> | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InstanceProgrammeQueryVariables = Exact<{
  id: string;
}>;


export type InstanceProgrammeQuery = { instance: { id: string, programme: { entry: string | null, item: number | null, since: string | null, until: string | null, blockedBecause: string | null, programme: { id: string, name: string } | null, next: { from: string, to: string, entry: string | null, item: number | null } | null } | null } | null };

export type ProgrammePreviewQueryVariables = Exact<{
  instanceId: string;
  from?: string | null | undefined;
  hours?: number | null | undefined;
}>;


export type ProgrammePreviewQuery = { programmePreview: Array<{ from: string, to: string, entry: string | null, item: number | null, props: Record<string, unknown> | null, dst: WindowDst | null, blockedBecause: string | null, programme: { id: string, name: string } | null }> };

export type CreateProgrammeMutationVariables = Exact<{
  input: CreateProgrammeInput;
}>;


export type CreateProgrammeMutation = { createProgramme: { changeId: string, programme: { id: string, name: string, filter: Record<string, unknown> | null, timezone: string | null, targetCount: number, revision: number, instance: { id: string } | null, entries: Array<{ name: string, start: string, end: string | null, rrule: string | null, duration: string | null, priority: number, interrupt: boolean, props: Record<string, unknown> | null, order: PlaylistOrder, seed: number, exceptDates: Array<string>, exceptCalendars: Array<string>, items: Array<{ props: Record<string, unknown>, seconds: number }> | null }> } } };

export type UpdateProgrammeMutationVariables = Exact<{
  input: UpdateProgrammeInput;
}>;


export type UpdateProgrammeMutation = { updateProgramme: { changeId: string, programme: { id: string, name: string, filter: Record<string, unknown> | null, timezone: string | null, targetCount: number, revision: number, instance: { id: string } | null, entries: Array<{ name: string, start: string, end: string | null, rrule: string | null, duration: string | null, priority: number, interrupt: boolean, props: Record<string, unknown> | null, order: PlaylistOrder, seed: number, exceptDates: Array<string>, exceptCalendars: Array<string>, items: Array<{ props: Record<string, unknown>, seconds: number }> | null }> } } };

export type DeleteProgrammeMutationVariables = Exact<{
  input: DeleteProgrammeInput;
}>;


export type DeleteProgrammeMutation = { deleteProgramme: { id: string, changeId: string } };

export type CalendarPartsFragment = { id: string, name: string, revision: number, dates: Array<{ date: string, name: string | null }> };

export type CalendarsQueryVariables = Exact<{
  name?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CalendarsQuery = { calendars: { totalCount: number, nodes: Array<{ id: string, name: string, revision: number, dates: Array<{ date: string, name: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateCalendarMutationVariables = Exact<{
  input: CreateCalendarInput;
}>;


export type CreateCalendarMutation = { createCalendar: { changeId: string, calendar: { id: string, name: string, revision: number, dates: Array<{ date: string, name: string | null }> } } };

export type UpdateCalendarMutationVariables = Exact<{
  input: UpdateCalendarInput;
}>;


export type UpdateCalendarMutation = { updateCalendar: { changeId: string, calendar: { id: string, name: string, revision: number, dates: Array<{ date: string, name: string | null }> } } };

export type DeleteCalendarMutationVariables = Exact<{
  input: DeleteCalendarInput;
}>;


export type DeleteCalendarMutation = { deleteCalendar: { id: string, changeId: string } };

export type CalendarQueryVariables = Exact<{
  id: string;
}>;


export type CalendarQuery = { calendar: { id: string, name: string, revision: number, dates: Array<{ date: string, name: string | null }> } | null };

export type RolloutFieldsFragment = { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> };

export type PlanUpgradeQueryVariables = Exact<{
  definitionTypeKey: string;
  toVersion: string;
  filter?: InstanceFilter | null | undefined;
  verdict?: UpgradeVerdict | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlanUpgradeQuery = { planUpgrade: { toVersion: string, total: number, counts: Array<{ verdict: UpgradeVerdict, count: number }>, instances: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ verdict: UpgradeVerdict, problems: Array<unknown>, instance: { id: string, name: string | null } }> } } };

export type RolloutQueryVariables = Exact<{
  id: string;
  statuses?: Array<RolloutInstanceStatus> | RolloutInstanceStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RolloutQuery = { rollout: { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, instances: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ wave: number, status: RolloutInstanceStatus, revision: number | null, error: string | null, conflicts: Array<unknown>, instance: { id: string, name: string | null } | null }> }, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> } | null };

export type RolloutsQueryVariables = Exact<{
  filter?: RolloutFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RolloutsQuery = { rollouts: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> }> } };

export type StartRolloutMutationVariables = Exact<{
  input: StartRolloutInput;
}>;


export type StartRolloutMutation = { startRollout: { rollout: { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> } } };

export type PauseRolloutMutationVariables = Exact<{
  input: RolloutInput;
}>;


export type PauseRolloutMutation = { pauseRollout: { rollout: { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> } } };

export type ResumeRolloutMutationVariables = Exact<{
  input: RolloutInput;
}>;


export type ResumeRolloutMutation = { resumeRollout: { rollout: { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> } } };

export type AbortRolloutMutationVariables = Exact<{
  input: RolloutInput;
}>;


export type AbortRolloutMutation = { abortRollout: { rollout: { id: string, definitionTypeKey: string, toVersion: string, status: RolloutStatus, wave: number, failedPercent: number | null, waveTimeoutSeconds: number, reason: string | null, changeId: string, backChangeId: string, createdAt: string, endedAt: string | null, waves: Array<{ number: number, size: number, counts: Array<{ status: RolloutInstanceStatus, count: number }> }> } } };

export type RunFieldsFragment = { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } };

export type FlowFieldsFragment = { id: string, name: string, runKind: string, status: Readiness, staleReason: StaleReason | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> };

export type InstanceFlowsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type InstanceFlowsQuery = { instance: { id: string, readiness: Readiness | null, readinessExplanation: unknown, flows: Array<{ id: string, name: string, runKind: string, status: Readiness, staleReason: StaleReason | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> }>, runs: { totalCount: number, nodes: Array<{ id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } }> } } | null };

export type RunChangedSubscriptionVariables = Exact<{
  id?: string | null | undefined;
  instanceId?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type RunChangedSubscription = { runChanged: { type: RunEventType, cursor: string, at: string, lines: Array<string>, run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type TriggerRunMutationVariables = Exact<{
  input: TriggerRunInput;
}>;


export type TriggerRunMutation = { triggerRun: { run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type CancelRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type RetryRunMutationVariables = Exact<{
  input: RunInput;
}>;


export type RetryRunMutation = { retryRun: { run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type RunQueryVariables = Exact<{
  id: string;
}>;


export type RunQuery = { run: { parameters: Record<string, unknown>, worker: string | null, maxAttempts: number, cancelRequestedAt: string | null, id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, instance: { id: string, name: string | null }, flow: { id: string, name: string } } | null };

export type RunsQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsQuery = { runs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, instance: { id: string, name: string | null }, flow: { id: string, name: string } }> } };

export type RunLogQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunLogQuery = { run: { id: string, status: RunStatus, log: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, lines: Array<string> }> } } | null };

export type SetUpstreamsMutationVariables = Exact<{
  input: SetUpstreamsInput;
}>;


export type SetUpstreamsMutation = { setUpstreams: { revision: number, changeId: string, instance: { id: string, revision: number, flows: Array<{ id: string, name: string, runKind: string, status: Readiness, staleReason: StaleReason | null, lastSuccessAt: string | null, dataTime: string | null, schedulable: boolean, schedule: { expression: string, timezone: string, enabled: boolean, nextTickAt: string | null } | null, upstreams: Array<{ id: string, name: string, status: Readiness, instance: { id: string, name: string | null } }> }> } } };

export type SetFlowHandlesMutationVariables = Exact<{
  input: SetFlowHandlesInput;
}>;


export type SetFlowHandlesMutation = { setFlowHandles: { revision: number, changeId: string, instance: { id: string, revision: number, flows: Array<{ id: string, name: string, handles: Record<string, unknown> }> } } };

export type ModelVersionFieldsFragment = { id: string, number: number, sha256: string, metrics: Record<string, unknown> | null, stage: ModelStage | null, stagedAt: string | null, createdAt: string, run: { id: string } };

export type ModelVersionsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type ModelVersionsQuery = { instance: { id: string, modelVersions: Array<{ id: string, number: number, sha256: string, metrics: Record<string, unknown> | null, stage: ModelStage | null, stagedAt: string | null, createdAt: string, run: { id: string } }> } | null };

export type PromoteModelMutationVariables = Exact<{
  input: PromoteModelInput;
}>;


export type PromoteModelMutation = { promoteModel: { modelVersion: { id: string, number: number, sha256: string, metrics: Record<string, unknown> | null, stage: ModelStage | null, stagedAt: string | null, createdAt: string, run: { id: string } } } };

export type SchedulePreviewQueryVariables = Exact<{
  expression: string;
  timezone: string;
  from?: string | null | undefined;
  count?: number | null | undefined;
}>;


export type SchedulePreviewQuery = { schedulePreview: Array<{ at: string, local: string, dst: DstKind }> };

export type SetScheduleMutationVariables = Exact<{
  input: SetScheduleInput;
}>;


export type SetScheduleMutation = { setSchedule: { schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null, flow: { id: string } } };

export type SetScheduleEnabledMutationVariables = Exact<{
  input: SetScheduleEnabledInput;
}>;


export type SetScheduleEnabledMutation = { setScheduleEnabled: { schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null, flow: { id: string } } };

export type ClearScheduleMutationVariables = Exact<{
  input: FlowInput;
}>;


export type ClearScheduleMutation = { clearSchedule: { schedule: { expression: string, timezone: string, type: ScheduleType, enabled: boolean, catchUp: CatchUp, concurrency: ConcurrencyPolicy, suspendedBecause: string | null, nextTickAt: string | null, lastTickAt: string | null } | null, flow: { id: string } } };

export type BindingsQueryVariables = Exact<{
  id: string;
}>;


export type BindingsQuery = { instance: { id: string, revision: number, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }>, webhooks: { onPropsChange: string | null, onError: string | null, onInteraction: string | null } | null } | null };

export type KvQueryVariables = Exact<{
  key: string;
}>;


export type KvQuery = { kv: { key: string, value: unknown, revision: number, updatedAt: string } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, event: WebhookEvent, url: string, body: Record<string, unknown>, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastStatus: number | null, lastError: string | null, createdAt: string, deliveredAt: string | null, instance: { id: string, name: string | null } | null }> } };

export type SetBindingsMutationVariables = Exact<{
  input: SetBindingsInput;
}>;


export type SetBindingsMutation = { setBindings: { revision: number, changeId: string, instance: { id: string, revision: number, effectiveProps: Record<string, unknown>, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }> } } };

export type RefreshBindingsMutationVariables = Exact<{
  input: RefreshBindingsInput;
}>;


export type RefreshBindingsMutation = { refreshBindings: { revision: number, changeId: string, instance: { id: string, revision: number, effectiveProps: Record<string, unknown>, bindings: Array<{ key: string, source: BindingSource, path: string, strategy: BindingStrategy, intervalSeconds: number | null, state: BindingState, value: unknown, lastResolvedAt: string | null, lastError: string | null }> } } };

export type SetKvMutationVariables = Exact<{
  input: SetKvInput;
}>;


export type SetKvMutation = { setKv: { entry: { key: string, value: unknown, revision: number, updatedAt: string } | null } };

export type ResendWebhookDeliveryMutationVariables = Exact<{
  input: ResendWebhookDeliveryInput;
}>;


export type ResendWebhookDeliveryMutation = { resendWebhookDelivery: { delivery: { id: string, event: WebhookEvent, url: string, body: Record<string, unknown>, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, lastStatus: number | null, lastError: string | null, createdAt: string, deliveredAt: string | null, instance: { id: string, name: string | null } | null } } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { id: string, secret: string | null, changeId: string } };

export type ClaimRunMutationVariables = Exact<{
  input: ClaimRunInput;
}>;


export type ClaimRunMutation = { claimRun: { lease: string | null, input: Record<string, unknown> | null, run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } | null } };

export type HeartbeatRunMutationVariables = Exact<{
  input: HeartbeatRunInput;
}>;


export type HeartbeatRunMutation = { heartbeatRun: { run: { id: string, status: RunStatus, cancelRequestedAt: string | null } } };

export type CompleteRunMutationVariables = Exact<{
  input: CompleteRunInput;
}>;


export type CompleteRunMutation = { completeRun: { run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

export type FailRunMutationVariables = Exact<{
  input: FailRunInput;
}>;


export type FailRunMutation = { failRun: { run: { id: string, kind: string, status: RunStatus, trigger: RunTrigger, attempt: number, progress: number | null, scheduledFor: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, outputs: Record<string, unknown> | null, metrics: Record<string, unknown> | null, error: Record<string, unknown> | null, blockedBy: Array<Record<string, unknown>>, flow: { id: string, name: string } } } };

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
export const DefinitionVersionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const EvaluationFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment EvaluationFields on EvaluationReport {
  status
  evaluatedAt
  checks {
    name
    ok
    message
    pointer
  }
}
    `, {"fragmentName":"EvaluationFields"}) as unknown as TypedDocumentString<EvaluationFieldsFragment, unknown>;
export const DefinitionVersionContentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DefinitionVersionContent on DefinitionVersion {
  ...DefinitionVersionFields
  parametersSchema
  codeRef
  flowTemplates {
    name
    runKind
    schedulable
    freshnessSlaSeconds
    timeoutSeconds
    memoryMb
    network
  }
  statusAggregationContract
  lifecycleTemplate
  childRequirements
  tests
  complete
  propsMigration
  createdAt
  evaluation {
    ...EvaluationFields
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
}
fragment EvaluationFields on EvaluationReport {
  status
  evaluatedAt
  checks {
    name
    ok
    message
    pointer
  }
}`, {"fragmentName":"DefinitionVersionContent"}) as unknown as TypedDocumentString<DefinitionVersionContentFragment, unknown>;
export const ProjectFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProjectFields on Project {
  id
  name
  subspace {
    id
    kind
    name
    space {
      id
      kind
      name
    }
  }
}
    `, {"fragmentName":"ProjectFields"}) as unknown as TypedDocumentString<ProjectFieldsFragment, unknown>;
export const PrincipalFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
    `, {"fragmentName":"PrincipalFields"}) as unknown as TypedDocumentString<PrincipalFieldsFragment, unknown>;
export const SpaceFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SpaceFields on Space {
  id
  kind
  name
  owner {
    ...PrincipalFields
  }
  subspaces {
    id
    kind
    name
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`, {"fragmentName":"SpaceFields"}) as unknown as TypedDocumentString<SpaceFieldsFragment, unknown>;
export const RoleGrantFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RoleGrantFields on RoleGrant {
  nodeType
  nodeId
  role
  principal {
    ...PrincipalFields
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`, {"fragmentName":"RoleGrantFields"}) as unknown as TypedDocumentString<RoleGrantFieldsFragment, unknown>;
export const ConfigResourceFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ConfigResourceFields on ConfigResource {
  id
  kind
  key
  title
  body
  provisioningSource
  revision
  createdAt
  updatedAt
}
    `, {"fragmentName":"ConfigResourceFields"}) as unknown as TypedDocumentString<ConfigResourceFieldsFragment, unknown>;
export const LocationFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LocationFields on Location {
  id
  name
  geo {
    lat
    lng
  }
  timezone
  parent {
    id
  }
}
    `, {"fragmentName":"LocationFields"}) as unknown as TypedDocumentString<LocationFieldsFragment, unknown>;
export const ZoneFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ZoneFields on Zone {
  id
  name
  shape
  center {
    lat
    lng
  }
  radiusMeters
  polygon
}
    `, {"fragmentName":"ZoneFields"}) as unknown as TypedDocumentString<ZoneFieldsFragment, unknown>;
export const GroupFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GroupFields on Group {
  id
  name
  selector
  memberIds
  parent {
    id
  }
}
    `, {"fragmentName":"GroupFields"}) as unknown as TypedDocumentString<GroupFieldsFragment, unknown>;
export const InstanceStateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const PlacementFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstanceFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const BindingFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BindingFields on Binding {
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
    `, {"fragmentName":"BindingFields"}) as unknown as TypedDocumentString<BindingFieldsFragment, unknown>;
export const ScheduleFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}
    `, {"fragmentName":"ScheduleFields"}) as unknown as TypedDocumentString<ScheduleFieldsFragment, unknown>;
export const InstanceSettingsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment InstanceSettings on Instance {
  ...InstanceFields
  config
  metadata
  scope
  persistence
  upgradeStrategy
  maxVersion
  runtime
  project {
    id
    name
  }
  parent {
    id
    name
  }
  promotedFrom {
    id
    name
  }
  components {
    role
    instance {
      id
      name
    }
  }
  timeslot {
    start
    end
  }
  bindings {
    ...BindingFields
  }
  webhooks {
    onPropsChange
    onError
    onInteraction
  }
  flows {
    id
    name
    upstreamRefs {
      role
      flow {
        id
        name
        instance {
          id
          name
        }
      }
    }
    schedule {
      ...ScheduleFields
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
}
fragment BindingFields on Binding {
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
fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}`, {"fragmentName":"InstanceSettings"}) as unknown as TypedDocumentString<InstanceSettingsFragment, unknown>;
export const KvFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KvFields on KvEntry {
  key
  value
  revision
  updatedAt
}
    `, {"fragmentName":"KvFields"}) as unknown as TypedDocumentString<KvFieldsFragment, unknown>;
export const WebhookDeliveryFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebhookDeliveryFields on WebhookDelivery {
  id
  event
  url
  body
  state
  attempts
  nextAttemptAt
  lastStatus
  lastError
  createdAt
  deliveredAt
  instance {
    id
    name
  }
}
    `, {"fragmentName":"WebhookDeliveryFields"}) as unknown as TypedDocumentString<WebhookDeliveryFieldsFragment, unknown>;
export const LifecycleFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}
    `, {"fragmentName":"LifecycleFields"}) as unknown as TypedDocumentString<LifecycleFieldsFragment, unknown>;
export const PropsChangeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PropsChange on InstancePayload {
  revision
  changeId
  instance {
    id
    revision
    props
    effectiveProps
  }
}
    `, {"fragmentName":"PropsChange"}) as unknown as TypedDocumentString<PropsChangeFragment, unknown>;
export const OperatorFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OperatorFields on Operator {
  name
  title
  description
  semantics
  parameters {
    name
    kind
    min
    max
  }
  isCrossSection
  periods
  example
  typeKey
}
    `, {"fragmentName":"OperatorFields"}) as unknown as TypedDocumentString<OperatorFieldsFragment, unknown>;
export const ScheduleChangeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ScheduleChange on SchedulePayload {
  schedule {
    ...ScheduleFields
  }
  flow {
    id
  }
}
    fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}`, {"fragmentName":"ScheduleChange"}) as unknown as TypedDocumentString<ScheduleChangeFragment, unknown>;
export const ProgrammePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProgrammeParts on Programme {
  id
  name
  instance {
    id
  }
  filter
  timezone
  entries {
    name
    start
    end
    rrule
    duration
    priority
    interrupt
    props
    items {
      props
      seconds
    }
    order
    seed
    exceptDates
    exceptCalendars
  }
  targetCount
  revision
}
    `, {"fragmentName":"ProgrammeParts"}) as unknown as TypedDocumentString<ProgrammePartsFragment, unknown>;
export const CalendarPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CalendarParts on Calendar {
  id
  name
  dates {
    date
    name
  }
  revision
}
    `, {"fragmentName":"CalendarParts"}) as unknown as TypedDocumentString<CalendarPartsFragment, unknown>;
export const RolloutFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}
    `, {"fragmentName":"RolloutFields"}) as unknown as TypedDocumentString<RolloutFieldsFragment, unknown>;
export const RunFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const FlowFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const ModelVersionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ModelVersionFields on ModelVersion {
  id
  number
  sha256
  metrics
  stage
  stagedAt
  createdAt
  run {
    id
  }
}
    `, {"fragmentName":"ModelVersionFields"}) as unknown as TypedDocumentString<ModelVersionFieldsFragment, unknown>;
export const DatasetPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DatasetPreview($id: ID!, $request: DatasetPreviewInput) {
  datasetPreview(id: $id, request: $request) {
    columns {
      name
      type
    }
    rows
    total
    isTruncated
  }
}
    `) as unknown as TypedDocumentString<DatasetPreviewQuery, DatasetPreviewQueryVariables>;
export const RunOutputDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunOutput($id: ID!, $name: String!, $first: Int, $after: String) {
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
    `) as unknown as TypedDocumentString<RunOutputQuery, RunOutputQueryVariables>;
export const OperatorsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Operators {
  operators {
    ...OperatorFields
  }
}
    fragment OperatorFields on Operator {
  name
  title
  description
  semantics
  parameters {
    name
    kind
    min
    max
  }
  isCrossSection
  periods
  example
  typeKey
}`) as unknown as TypedDocumentString<OperatorsQuery, OperatorsQueryVariables>;
export const OperatorDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Operator($name: String!) {
  operator(name: $name) {
    ...OperatorFields
  }
}
    fragment OperatorFields on Operator {
  name
  title
  description
  semantics
  parameters {
    name
    kind
    min
    max
  }
  isCrossSection
  periods
  example
  typeKey
}`) as unknown as TypedDocumentString<OperatorQuery, OperatorQueryVariables>;
export const EvaluateExpressionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query EvaluateExpression($expression: String!, $inputs: JSONObject) {
  evaluateExpression(expression: $expression, inputs: $inputs) {
    preview
    rows
    lastDate
    lastValue
    statistics
  }
}
    `) as unknown as TypedDocumentString<EvaluateExpressionQuery, EvaluateExpressionQueryVariables>;
export const ValidateSignalDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ValidateSignal($id: ID!) {
  validateSignal(id: $id) {
    valid
    checks {
      name
      ok
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ValidateSignalQuery, ValidateSignalQueryVariables>;
export const UpstreamFreshnessDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UpstreamFreshness($flowId: ID!) {
  upstreamFreshness(flowId: $flowId) {
    ready
    blockers {
      ...FlowFields
    }
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
}`) as unknown as TypedDocumentString<UpstreamFreshnessQuery, UpstreamFreshnessQueryVariables>;
export const LineageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Lineage($id: ID!, $direction: LineageDirection, $depth: Int) {
  lineage(id: $id, direction: $direction, depth: $depth) {
    truncated
    nodes {
      id
      flow {
        id
        name
        status
      }
      instance {
        id
        name
        kind
      }
      definition {
        id
        typeKey
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
    `) as unknown as TypedDocumentString<LineageQuery, LineageQueryVariables>;
export const DefinitionDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const DefinitionsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const SubmitDefinitionDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const PublishDefinitionVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const DefinitionVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DefinitionVersion($id: ID!) {
  definitionVersion(id: $id) {
    ...DefinitionVersionContent
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
}
fragment DefinitionVersionContent on DefinitionVersion {
  ...DefinitionVersionFields
  parametersSchema
  codeRef
  flowTemplates {
    name
    runKind
    schedulable
    freshnessSlaSeconds
    timeoutSeconds
    memoryMb
    network
  }
  statusAggregationContract
  lifecycleTemplate
  childRequirements
  tests
  complete
  propsMigration
  createdAt
  evaluation {
    ...EvaluationFields
  }
}
fragment EvaluationFields on EvaluationReport {
  status
  evaluatedAt
  checks {
    name
    ok
    message
    pointer
  }
}`) as unknown as TypedDocumentString<DefinitionVersionQuery, DefinitionVersionQueryVariables>;
export const DefinitionVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DefinitionVersions($id: ID, $typeKey: String, $first: Int, $after: String) {
  definition(id: $id, typeKey: $typeKey) {
    id
    typeKey
    kind
    title
    description
    status
    provisioningSource
    project {
      ...ProjectFields
    }
    versions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DefinitionVersionContent
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
}
fragment DefinitionVersionContent on DefinitionVersion {
  ...DefinitionVersionFields
  parametersSchema
  codeRef
  flowTemplates {
    name
    runKind
    schedulable
    freshnessSlaSeconds
    timeoutSeconds
    memoryMb
    network
  }
  statusAggregationContract
  lifecycleTemplate
  childRequirements
  tests
  complete
  propsMigration
  createdAt
  evaluation {
    ...EvaluationFields
  }
}
fragment EvaluationFields on EvaluationReport {
  status
  evaluatedAt
  checks {
    name
    ok
    message
    pointer
  }
}
fragment ProjectFields on Project {
  id
  name
  subspace {
    id
    kind
    name
    space {
      id
      kind
      name
    }
  }
}`) as unknown as TypedDocumentString<DefinitionVersionsQuery, DefinitionVersionsQueryVariables>;
export const CheckDefinitionVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CheckDefinitionVersion($definitionVersionId: ID!) {
  checkDefinitionVersion(definitionVersionId: $definitionVersionId) {
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
    `) as unknown as TypedDocumentString<CheckDefinitionVersionQuery, CheckDefinitionVersionQueryVariables>;
export const EvaluateDefinitionVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EvaluateDefinitionVersion($input: PublishDefinitionVersionInput!) {
  evaluateDefinitionVersion(input: $input) {
    evaluation {
      ...EvaluationFields
    }
    definitionVersion {
      id
      version
      status
    }
  }
}
    fragment EvaluationFields on EvaluationReport {
  status
  evaluatedAt
  checks {
    name
    ok
    message
    pointer
  }
}`) as unknown as TypedDocumentString<EvaluateDefinitionVersionMutation, EvaluateDefinitionVersionMutationVariables>;
export const DeprecateDefinitionVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeprecateDefinitionVersion($input: PublishDefinitionVersionInput!) {
  deprecateDefinitionVersion(input: $input) {
    definitionVersion {
      id
      version
      status
    }
  }
}
    `) as unknown as TypedDocumentString<DeprecateDefinitionVersionMutation, DeprecateDefinitionVersionMutationVariables>;
export const RetireDefinitionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RetireDefinition($input: RetireDefinitionInput!) {
  retireDefinition(input: $input) {
    definition {
      id
      typeKey
      status
    }
  }
}
    `) as unknown as TypedDocumentString<RetireDefinitionMutation, RetireDefinitionMutationVariables>;
export const SyncDefinitionContentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SyncDefinitionContent($input: SyncDefinitionContentInput!) {
  syncDefinitionContent(input: $input) {
    package
    packageVersion
    status
    results {
      typeKey
      version
      outcome
      problems
    }
  }
}
    `) as unknown as TypedDocumentString<SyncDefinitionContentMutation, SyncDefinitionContentMutationVariables>;
export const CopyResourceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CopyResource($input: CopyResourceInput!) {
  copyResource(input: $input) {
    definition {
      id
      typeKey
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<CopyResourceMutation, CopyResourceMutationVariables>;
export const SaveExperimentAsMacroDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveExperimentAsMacro($input: SaveExperimentAsMacroInput!) {
  saveExperimentAsMacro(input: $input) {
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
}`) as unknown as TypedDocumentString<SaveExperimentAsMacroMutation, SaveExperimentAsMacroMutationVariables>;
export const IssueDisplayKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueDisplayKey($input: DisplayKeyInput!) {
  issueDisplayKey(input: $input) {
    key
    credentialId
    revision
    changeId
    instance {
      id
      url
      hasDisplayKey
    }
  }
}
    `) as unknown as TypedDocumentString<IssueDisplayKeyMutation, IssueDisplayKeyMutationVariables>;
export const RevokeDisplayKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeDisplayKey($input: DisplayKeyInput!) {
  revokeDisplayKey(input: $input) {
    revision
    changeId
    instance {
      id
      hasDisplayKey
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeDisplayKeyMutation, RevokeDisplayKeyMutationVariables>;
export const EmitInstanceEventDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EmitInstanceEvent($input: EmitInstanceEventInput!) {
  emitInstanceEvent(input: $input) {
    changeId
  }
}
    `) as unknown as TypedDocumentString<EmitInstanceEventMutation, EmitInstanceEventMutationVariables>;
export const ReportDisplayStateDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReportDisplayState($input: ReportDisplayStateInput!) {
  reportDisplayState(input: $input) {
    revision
  }
}
    `) as unknown as TypedDocumentString<ReportDisplayStateMutation, ReportDisplayStateMutationVariables>;
export const ChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Change($changeId: ID!, $first: Int) {
  change(changeId: $changeId) {
    id
    convergence {
      targeted
      delivered
      shown
      failed
      unreachable
      p50Ms
      p95Ms
      unreachableInstances(first: $first) {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeQuery, ChangeQueryVariables>;
export const RequestEnrolmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    "A kiosk's first question: a code to show, and the key that works once somebody has confirmed it."
mutation RequestEnrolment($input: RequestEnrolmentInput!) {
  requestEnrolment(input: $input) {
    id
    code
    key
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestEnrolmentMutation, RequestEnrolmentMutationVariables>;
export const ConfirmEnrolmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmEnrolment($input: ConfirmEnrolmentInput!) {
  confirmEnrolment(input: $input) {
    credentialId
    revision
    changeId
    instance {
      id
      name
      revision
      hasDisplayKey
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmEnrolmentMutation, ConfirmEnrolmentMutationVariables>;
export const EnrolmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    "Of the screen whose key asks."
query Enrolment {
  enrolment {
    id
    status
    instanceId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<EnrolmentQuery, EnrolmentQueryVariables>;
export const PendingEnrolmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PendingEnrolments($first: Int, $after: String) {
  pendingEnrolments(first: $first, after: $after) {
    totalCount
    nodes {
      id
      device
      address
      requestedAt
      expiresAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PendingEnrolmentsQuery, PendingEnrolmentsQueryVariables>;
export const DisplayChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstanceChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstancesChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ZoneChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ZoneChanged($zoneId: ID!, $since: Cursor) {
  zoneChanged(zoneId: $zoneId, since: $since) {
    type
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
}`) as unknown as TypedDocumentString<ZoneChangedSubscription, ZoneChangedSubscriptionVariables>;
export const CreateInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const UpdateInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const PatchPropsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ReplacePropsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const BulkPatchPropsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BulkPatchProps($input: BulkPatchPropsInput!) {
  bulkPatchProps(input: $input) {
    changeId
    targeted
    changed
  }
}
    `) as unknown as TypedDocumentString<BulkPatchPropsMutation, BulkPatchPropsMutationVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstancesDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const HistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const InstanceDetailDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceDetail($id: ID!) {
  instance(id: $id) {
    ...InstanceSettings
    owner {
      ...PrincipalFields
    }
    zones {
      id
      name
    }
    groups {
      id
      name
    }
    shownRevision
    hasDisplayKey
    generation
    observedGeneration
    effectiveWindow {
      start
      end
    }
    conditions {
      type
      message
      since
      details
    }
    health {
      status
      problems {
        severity
        source
        message
      }
    }
    startedAt
    stoppedAt
    archivedAt
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
}
fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment InstanceSettings on Instance {
  ...InstanceFields
  config
  metadata
  scope
  persistence
  upgradeStrategy
  maxVersion
  runtime
  project {
    id
    name
  }
  parent {
    id
    name
  }
  promotedFrom {
    id
    name
  }
  components {
    role
    instance {
      id
      name
    }
  }
  timeslot {
    start
    end
  }
  bindings {
    ...BindingFields
  }
  webhooks {
    onPropsChange
    onError
    onInteraction
  }
  flows {
    id
    name
    upstreamRefs {
      role
      flow {
        id
        name
        instance {
          id
          name
        }
      }
    }
    schedule {
      ...ScheduleFields
    }
  }
}
fragment BindingFields on Binding {
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
fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}`) as unknown as TypedDocumentString<InstanceDetailQuery, InstanceDetailQueryVariables>;
export const InstanceSettingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceSettings($filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int, $after: String) {
  instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...InstanceSettings
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
}
fragment InstanceSettings on Instance {
  ...InstanceFields
  config
  metadata
  scope
  persistence
  upgradeStrategy
  maxVersion
  runtime
  project {
    id
    name
  }
  parent {
    id
    name
  }
  promotedFrom {
    id
    name
  }
  components {
    role
    instance {
      id
      name
    }
  }
  timeslot {
    start
    end
  }
  bindings {
    ...BindingFields
  }
  webhooks {
    onPropsChange
    onError
    onInteraction
  }
  flows {
    id
    name
    upstreamRefs {
      role
      flow {
        id
        name
        instance {
          id
          name
        }
      }
    }
    schedule {
      ...ScheduleFields
    }
  }
}
fragment BindingFields on Binding {
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
fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}`) as unknown as TypedDocumentString<InstanceSettingsQuery, InstanceSettingsQueryVariables>;
export const InstanceTreeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceTree($rootId: ID!, $maxDepth: Int, $first: Int, $after: String) {
  instanceTree(rootId: $rootId, maxDepth: $maxDepth, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...InstanceState
      parent {
        id
      }
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
}`) as unknown as TypedDocumentString<InstanceTreeQuery, InstanceTreeQueryVariables>;
export const GlobalInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query GlobalInstance {
  globalInstance {
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
}`) as unknown as TypedDocumentString<GlobalInstanceQuery, GlobalInstanceQueryVariables>;
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
export const SetOverrideDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOverride($input: SetOverrideInput!) {
  setOverride(input: $input) {
    ...PropsChange
  }
}
    fragment PropsChange on InstancePayload {
  revision
  changeId
  instance {
    id
    revision
    props
    effectiveProps
  }
}`) as unknown as TypedDocumentString<SetOverrideMutation, SetOverrideMutationVariables>;
export const ClearOverrideDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ClearOverride($input: PropPathInput!) {
  clearOverride(input: $input) {
    ...PropsChange
  }
}
    fragment PropsChange on InstancePayload {
  revision
  changeId
  instance {
    id
    revision
    props
    effectiveProps
  }
}`) as unknown as TypedDocumentString<ClearOverrideMutation, ClearOverrideMutationVariables>;
export const LockPathDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LockPath($input: LockPathInput!) {
  lockPath(input: $input) {
    ...PropsChange
  }
}
    fragment PropsChange on InstancePayload {
  revision
  changeId
  instance {
    id
    revision
    props
    effectiveProps
  }
}`) as unknown as TypedDocumentString<LockPathMutation, LockPathMutationVariables>;
export const UnlockPathDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlockPath($input: PropPathInput!) {
  unlockPath(input: $input) {
    ...PropsChange
  }
}
    fragment PropsChange on InstancePayload {
  revision
  changeId
  instance {
    id
    revision
    props
    effectiveProps
  }
}`) as unknown as TypedDocumentString<UnlockPathMutation, UnlockPathMutationVariables>;
export const StartInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartInstance($input: TransitionInput!) {
  startInstance(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<StartInstanceMutation, StartInstanceMutationVariables>;
export const PauseInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PauseInstance($input: TransitionInput!) {
  pauseInstance(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<PauseInstanceMutation, PauseInstanceMutationVariables>;
export const ResumeInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeInstance($input: TransitionInput!) {
  resumeInstance(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<ResumeInstanceMutation, ResumeInstanceMutationVariables>;
export const StopInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StopInstance($input: TransitionInput!) {
  stopInstance(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<StopInstanceMutation, StopInstanceMutationVariables>;
export const ArchiveInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveInstance($input: TransitionInput!) {
  archiveInstance(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<ArchiveInstanceMutation, ArchiveInstanceMutationVariables>;
export const DeleteInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteInstance($input: TransitionInput!) {
  deleteInstance(input: $input) {
    id
    changeId
  }
}
    `) as unknown as TypedDocumentString<DeleteInstanceMutation, DeleteInstanceMutationVariables>;
export const SetDesiredLifecycleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetDesiredLifecycle($input: SetDesiredLifecycleInput!) {
  setDesiredLifecycle(input: $input) {
    ...LifecycleFields
  }
}
    fragment LifecycleFields on InstancePayload {
  revision
  changeId
  instance {
    id
    name
    revision
    lifecycle
    desiredLifecycle
  }
}`) as unknown as TypedDocumentString<SetDesiredLifecycleMutation, SetDesiredLifecycleMutationVariables>;
export const MoveInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveInstance($input: MoveInstanceInput!) {
  moveInstance(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      parent {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoveInstanceMutation, MoveInstanceMutationVariables>;
export const UpgradeInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpgradeInstance($input: UpgradeInstanceInput!) {
  upgradeInstance(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      effectiveProps
      definitionVersion {
        id
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpgradeInstanceMutation, UpgradeInstanceMutationVariables>;
export const PromoteInstanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PromoteInstance($input: PromoteInstanceInput!) {
  promoteInstance(input: $input) {
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
}`) as unknown as TypedDocumentString<PromoteInstanceMutation, PromoteInstanceMutationVariables>;
export const MyPermissionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPermissions($resourceId: ID!) {
  myPermissions(resourceId: $resourceId)
}
    `) as unknown as TypedDocumentString<MyPermissionsQuery, MyPermissionsQueryVariables>;
export const SpacesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Spaces {
  spaces {
    id
    kind
    name
    owner {
      ...PrincipalFields
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
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`) as unknown as TypedDocumentString<SpacesQuery, SpacesQueryVariables>;
export const ConfigResourceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConfigResource($id: ID, $kind: ConfigKind, $key: String) {
  configResource(id: $id, kind: $kind, key: $key) {
    ...ConfigResourceFields
  }
}
    fragment ConfigResourceFields on ConfigResource {
  id
  kind
  key
  title
  body
  provisioningSource
  revision
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<ConfigResourceQuery, ConfigResourceQueryVariables>;
export const ConfigResourcesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConfigResources($kind: ConfigKind, $first: Int, $after: String) {
  configResources(kind: $kind, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ConfigResourceFields
    }
  }
}
    fragment ConfigResourceFields on ConfigResource {
  id
  kind
  key
  title
  body
  provisioningSource
  revision
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<ConfigResourcesQuery, ConfigResourcesQueryVariables>;
export const ActivitiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Activities($filter: ActivityFilter, $first: Int, $after: String) {
  activities(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      action
      actor {
        ...PrincipalFields
      }
      resourceType
      resourceId
      before
      after
      changeId
      at
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`) as unknown as TypedDocumentString<ActivitiesQuery, ActivitiesQueryVariables>;
export const CreateSpaceWithSubspacesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateSpaceWithSubspaces($input: CreateSpaceInput!) {
  createSpaceWithSubspaces(input: $input) {
    space {
      ...SpaceFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment SpaceFields on Space {
  id
  kind
  name
  owner {
    ...PrincipalFields
  }
  subspaces {
    id
    kind
    name
  }
}`) as unknown as TypedDocumentString<CreateSpaceWithSubspacesMutation, CreateSpaceWithSubspacesMutationVariables>;
export const CreateTeamSpaceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateTeamSpace($input: CreateTeamSpaceInput!) {
  createTeamSpace(input: $input) {
    space {
      ...SpaceFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment SpaceFields on Space {
  id
  kind
  name
  owner {
    ...PrincipalFields
  }
  subspaces {
    id
    kind
    name
  }
}`) as unknown as TypedDocumentString<CreateTeamSpaceMutation, CreateTeamSpaceMutationVariables>;
export const CreateUserWithPersonalSpaceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateUserWithPersonalSpace($input: CreateUserInput!) {
  createUserWithPersonalSpace(input: $input) {
    principal {
      ...PrincipalFields
    }
    space {
      ...SpaceFields
    }
    officialSubspace {
      id
      name
    }
    stagingSubspace {
      id
      name
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment SpaceFields on Space {
  id
  kind
  name
  owner {
    ...PrincipalFields
  }
  subspaces {
    id
    kind
    name
  }
}`) as unknown as TypedDocumentString<CreateUserWithPersonalSpaceMutation, CreateUserWithPersonalSpaceMutationVariables>;
export const CreateProjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project {
      ...ProjectFields
    }
  }
}
    fragment ProjectFields on Project {
  id
  name
  subspace {
    id
    kind
    name
    space {
      id
      kind
      name
    }
  }
}`) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const GrantRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantRole($input: RoleGrantInput!) {
  grantRole(input: $input) {
    grant {
      ...RoleGrantFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment RoleGrantFields on RoleGrant {
  nodeType
  nodeId
  role
  principal {
    ...PrincipalFields
  }
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const RevokeRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeRole($input: RoleGrantInput!) {
  revokeRole(input: $input) {
    grant {
      ...RoleGrantFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}
fragment RoleGrantFields on RoleGrant {
  nodeType
  nodeId
  role
  principal {
    ...PrincipalFields
  }
}`) as unknown as TypedDocumentString<RevokeRoleMutation, RevokeRoleMutationVariables>;
export const IssueTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueToken($input: IssueTokenInput!) {
  issueToken(input: $input) {
    id
    token
    expiresAt
    role
    principal {
      ...PrincipalFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`) as unknown as TypedDocumentString<IssueTokenMutation, IssueTokenMutationVariables>;
export const UpsertConfigResourceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpsertConfigResource($input: UpsertConfigResourceInput!) {
  upsertConfigResource(input: $input) {
    configResource {
      ...ConfigResourceFields
    }
  }
}
    fragment ConfigResourceFields on ConfigResource {
  id
  kind
  key
  title
  body
  provisioningSource
  revision
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpsertConfigResourceMutation, UpsertConfigResourceMutationVariables>;
export const ListCredentialsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ListCredentials($kind: CredentialKind! = TOKEN, $principalId: ID, $instanceId: ID, $first: Int, $after: String) {
  listCredentials(
    kind: $kind
    principalId: $principalId
    instanceId: $instanceId
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      kind
      permissions
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      name
      instance {
        id
        name
      }
      principal {
        ...PrincipalFields
      }
      createdBy {
        ...PrincipalFields
      }
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`) as unknown as TypedDocumentString<ListCredentialsQuery, ListCredentialsQueryVariables>;
export const RevokeCredentialDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeCredential($input: RevokeCredentialInput!) {
  revokeCredential(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const RotateCredentialDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RotateCredential($input: RotateCredentialInput!) {
  rotateCredential(input: $input) {
    id
    token
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RotateCredentialMutation, RotateCredentialMutationVariables>;
export const SetPrincipalDisabledDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetPrincipalDisabled($input: SetPrincipalDisabledInput!) {
  setPrincipalDisabled(input: $input) {
    principal {
      ...PrincipalFields
    }
  }
}
    fragment PrincipalFields on Principal {
  id
  kind
  displayName
  email
}`) as unknown as TypedDocumentString<SetPrincipalDisabledMutation, SetPrincipalDisabledMutationVariables>;
export const NearbyDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const TagsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Tags($prefix: String, $first: Int) {
  tags(prefix: $prefix, first: $first) {
    tag
    count
  }
}
    `) as unknown as TypedDocumentString<TagsQuery, TagsQueryVariables>;
export const LocationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Locations($first: Int, $after: String) {
  locations(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...LocationFields
    }
  }
}
    fragment LocationFields on Location {
  id
  name
  geo {
    lat
    lng
  }
  timezone
  parent {
    id
  }
}`) as unknown as TypedDocumentString<LocationsQuery, LocationsQueryVariables>;
export const ZoneDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Zone($id: ID!) {
  zone(id: $id) {
    ...ZoneFields
  }
}
    fragment ZoneFields on Zone {
  id
  name
  shape
  center {
    lat
    lng
  }
  radiusMeters
  polygon
}`) as unknown as TypedDocumentString<ZoneQuery, ZoneQueryVariables>;
export const ZonesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Zones($first: Int, $after: String) {
  zones(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ZoneFields
    }
  }
}
    fragment ZoneFields on Zone {
  id
  name
  shape
  center {
    lat
    lng
  }
  radiusMeters
  polygon
}`) as unknown as TypedDocumentString<ZonesQuery, ZonesQueryVariables>;
export const GroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Group($id: ID!) {
  group(id: $id) {
    ...GroupFields
  }
}
    fragment GroupFields on Group {
  id
  name
  selector
  memberIds
  parent {
    id
  }
}`) as unknown as TypedDocumentString<GroupQuery, GroupQueryVariables>;
export const GroupsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Groups($first: Int, $after: String) {
  groups(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...GroupFields
    }
  }
}
    fragment GroupFields on Group {
  id
  name
  selector
  memberIds
  parent {
    id
  }
}`) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const SetPlacementDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const AddTagsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RemoveTagsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const UpsertLocationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpsertLocation($input: UpsertLocationInput!) {
  upsertLocation(input: $input) {
    location {
      ...LocationFields
    }
  }
}
    fragment LocationFields on Location {
  id
  name
  geo {
    lat
    lng
  }
  timezone
  parent {
    id
  }
}`) as unknown as TypedDocumentString<UpsertLocationMutation, UpsertLocationMutationVariables>;
export const UpsertZoneDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpsertZone($input: UpsertZoneInput!) {
  upsertZone(input: $input) {
    changeId
    zone {
      ...ZoneFields
    }
  }
}
    fragment ZoneFields on Zone {
  id
  name
  shape
  center {
    lat
    lng
  }
  radiusMeters
  polygon
}`) as unknown as TypedDocumentString<UpsertZoneMutation, UpsertZoneMutationVariables>;
export const DeleteZoneDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteZone($input: DeleteZoneInput!) {
  deleteZone(input: $input) {
    id
    changeId
  }
}
    `) as unknown as TypedDocumentString<DeleteZoneMutation, DeleteZoneMutationVariables>;
export const UpsertGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpsertGroup($input: UpsertGroupInput!) {
  upsertGroup(input: $input) {
    changeId
    group {
      ...GroupFields
    }
  }
}
    fragment GroupFields on Group {
  id
  name
  selector
  memberIds
  parent {
    id
  }
}`) as unknown as TypedDocumentString<UpsertGroupMutation, UpsertGroupMutationVariables>;
export const DeleteGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteGroup($input: DeleteGroupInput!) {
  deleteGroup(input: $input) {
    id
    changeId
  }
}
    `) as unknown as TypedDocumentString<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const ProgrammeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Programme($id: ID!) {
  programme(id: $id) {
    ...ProgrammeParts
  }
}
    fragment ProgrammeParts on Programme {
  id
  name
  instance {
    id
  }
  filter
  timezone
  entries {
    name
    start
    end
    rrule
    duration
    priority
    interrupt
    props
    items {
      props
      seconds
    }
    order
    seed
    exceptDates
    exceptCalendars
  }
  targetCount
  revision
}`) as unknown as TypedDocumentString<ProgrammeQuery, ProgrammeQueryVariables>;
export const ProgrammesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Programmes($filter: ProgrammeFilter, $first: Int, $after: String) {
  programmes(filter: $filter, first: $first, after: $after) {
    nodes {
      ...ProgrammeParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment ProgrammeParts on Programme {
  id
  name
  instance {
    id
  }
  filter
  timezone
  entries {
    name
    start
    end
    rrule
    duration
    priority
    interrupt
    props
    items {
      props
      seconds
    }
    order
    seed
    exceptDates
    exceptCalendars
  }
  targetCount
  revision
}`) as unknown as TypedDocumentString<ProgrammesQuery, ProgrammesQueryVariables>;
export const InstanceProgrammeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstanceProgramme($id: ID!) {
  instance(id: $id) {
    id
    programme {
      programme {
        id
        name
      }
      entry
      item
      since
      until
      blockedBecause
      next {
        from
        to
        entry
        item
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceProgrammeQuery, InstanceProgrammeQueryVariables>;
export const ProgrammePreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ProgrammePreview($instanceId: ID!, $from: DateTime, $hours: Float) {
  programmePreview(instanceId: $instanceId, from: $from, hours: $hours) {
    from
    to
    programme {
      id
      name
    }
    entry
    item
    props
    dst
    blockedBecause
  }
}
    `) as unknown as TypedDocumentString<ProgrammePreviewQuery, ProgrammePreviewQueryVariables>;
export const CreateProgrammeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateProgramme($input: CreateProgrammeInput!) {
  createProgramme(input: $input) {
    programme {
      ...ProgrammeParts
    }
    changeId
  }
}
    fragment ProgrammeParts on Programme {
  id
  name
  instance {
    id
  }
  filter
  timezone
  entries {
    name
    start
    end
    rrule
    duration
    priority
    interrupt
    props
    items {
      props
      seconds
    }
    order
    seed
    exceptDates
    exceptCalendars
  }
  targetCount
  revision
}`) as unknown as TypedDocumentString<CreateProgrammeMutation, CreateProgrammeMutationVariables>;
export const UpdateProgrammeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateProgramme($input: UpdateProgrammeInput!) {
  updateProgramme(input: $input) {
    programme {
      ...ProgrammeParts
    }
    changeId
  }
}
    fragment ProgrammeParts on Programme {
  id
  name
  instance {
    id
  }
  filter
  timezone
  entries {
    name
    start
    end
    rrule
    duration
    priority
    interrupt
    props
    items {
      props
      seconds
    }
    order
    seed
    exceptDates
    exceptCalendars
  }
  targetCount
  revision
}`) as unknown as TypedDocumentString<UpdateProgrammeMutation, UpdateProgrammeMutationVariables>;
export const DeleteProgrammeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteProgramme($input: DeleteProgrammeInput!) {
  deleteProgramme(input: $input) {
    id
    changeId
  }
}
    `) as unknown as TypedDocumentString<DeleteProgrammeMutation, DeleteProgrammeMutationVariables>;
export const CalendarsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Calendars($name: String, $first: Int, $after: String) {
  calendars(name: $name, first: $first, after: $after) {
    nodes {
      ...CalendarParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment CalendarParts on Calendar {
  id
  name
  dates {
    date
    name
  }
  revision
}`) as unknown as TypedDocumentString<CalendarsQuery, CalendarsQueryVariables>;
export const CreateCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCalendar($input: CreateCalendarInput!) {
  createCalendar(input: $input) {
    calendar {
      ...CalendarParts
    }
    changeId
  }
}
    fragment CalendarParts on Calendar {
  id
  name
  dates {
    date
    name
  }
  revision
}`) as unknown as TypedDocumentString<CreateCalendarMutation, CreateCalendarMutationVariables>;
export const UpdateCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateCalendar($input: UpdateCalendarInput!) {
  updateCalendar(input: $input) {
    calendar {
      ...CalendarParts
    }
    changeId
  }
}
    fragment CalendarParts on Calendar {
  id
  name
  dates {
    date
    name
  }
  revision
}`) as unknown as TypedDocumentString<UpdateCalendarMutation, UpdateCalendarMutationVariables>;
export const DeleteCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteCalendar($input: DeleteCalendarInput!) {
  deleteCalendar(input: $input) {
    id
    changeId
  }
}
    `) as unknown as TypedDocumentString<DeleteCalendarMutation, DeleteCalendarMutationVariables>;
export const CalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Calendar($id: ID!) {
  calendar(id: $id) {
    ...CalendarParts
  }
}
    fragment CalendarParts on Calendar {
  id
  name
  dates {
    date
    name
  }
  revision
}`) as unknown as TypedDocumentString<CalendarQuery, CalendarQueryVariables>;
export const PlanUpgradeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PlanUpgrade($definitionTypeKey: String!, $toVersion: SemVer!, $filter: InstanceFilter, $verdict: UpgradeVerdict, $first: Int, $after: String) {
  planUpgrade(
    definitionTypeKey: $definitionTypeKey
    toVersion: $toVersion
    filter: $filter
  ) {
    toVersion
    total
    counts {
      verdict
      count
    }
    instances(verdict: $verdict, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        verdict
        problems
        instance {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanUpgradeQuery, PlanUpgradeQueryVariables>;
export const RolloutDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Rollout($id: ID!, $statuses: [RolloutInstanceStatus!], $first: Int, $after: String) {
  rollout(id: $id) {
    ...RolloutFields
    instances(statuses: $statuses, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        wave
        status
        revision
        error
        conflicts
        instance {
          id
          name
        }
      }
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<RolloutQuery, RolloutQueryVariables>;
export const RolloutsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Rollouts($filter: RolloutFilter, $first: Int, $after: String) {
  rollouts(filter: $filter, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RolloutFields
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<RolloutsQuery, RolloutsQueryVariables>;
export const StartRolloutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartRollout($input: StartRolloutInput!) {
  startRollout(input: $input) {
    rollout {
      ...RolloutFields
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<StartRolloutMutation, StartRolloutMutationVariables>;
export const PauseRolloutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PauseRollout($input: RolloutInput!) {
  pauseRollout(input: $input) {
    rollout {
      ...RolloutFields
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<PauseRolloutMutation, PauseRolloutMutationVariables>;
export const ResumeRolloutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeRollout($input: RolloutInput!) {
  resumeRollout(input: $input) {
    rollout {
      ...RolloutFields
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<ResumeRolloutMutation, ResumeRolloutMutationVariables>;
export const AbortRolloutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AbortRollout($input: RolloutInput!) {
  abortRollout(input: $input) {
    rollout {
      ...RolloutFields
    }
  }
}
    fragment RolloutFields on Rollout {
  id
  definitionTypeKey
  toVersion
  status
  wave
  waves {
    number
    size
    counts {
      status
      count
    }
  }
  failedPercent
  waveTimeoutSeconds
  reason
  changeId
  backChangeId
  createdAt
  endedAt
}`) as unknown as TypedDocumentString<AbortRolloutMutation, AbortRolloutMutationVariables>;
export const InstanceFlowsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RunChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const TriggerRunDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const CancelRunDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RetryRunDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunFields
    parameters
    worker
    maxAttempts
    cancelRequestedAt
    instance {
      id
      name
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
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const RunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Runs($filter: RunFilter, $first: Int, $after: String) {
  runs(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RunFields
      instance {
        id
        name
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
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunLog($id: ID!, $first: Int, $after: String) {
  run(id: $id) {
    id
    status
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
export const SetUpstreamsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetUpstreams($input: SetUpstreamsInput!) {
  setUpstreams(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      flows {
        ...FlowFields
      }
    }
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
}`) as unknown as TypedDocumentString<SetUpstreamsMutation, SetUpstreamsMutationVariables>;
export const SetFlowHandlesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetFlowHandles($input: SetFlowHandlesInput!) {
  setFlowHandles(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      flows {
        id
        name
        handles
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SetFlowHandlesMutation, SetFlowHandlesMutationVariables>;
export const ModelVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ModelVersions($id: ID!, $first: Int) {
  instance(id: $id) {
    id
    modelVersions(first: $first) {
      ...ModelVersionFields
    }
  }
}
    fragment ModelVersionFields on ModelVersion {
  id
  number
  sha256
  metrics
  stage
  stagedAt
  createdAt
  run {
    id
  }
}`) as unknown as TypedDocumentString<ModelVersionsQuery, ModelVersionsQueryVariables>;
export const PromoteModelDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PromoteModel($input: PromoteModelInput!) {
  promoteModel(input: $input) {
    modelVersion {
      ...ModelVersionFields
    }
  }
}
    fragment ModelVersionFields on ModelVersion {
  id
  number
  sha256
  metrics
  stage
  stagedAt
  createdAt
  run {
    id
  }
}`) as unknown as TypedDocumentString<PromoteModelMutation, PromoteModelMutationVariables>;
export const SchedulePreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SchedulePreview($expression: String!, $timezone: String!, $from: DateTime, $count: Int) {
  schedulePreview(
    expression: $expression
    timezone: $timezone
    from: $from
    count: $count
  ) {
    at
    local
    dst
  }
}
    `) as unknown as TypedDocumentString<SchedulePreviewQuery, SchedulePreviewQueryVariables>;
export const SetScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetSchedule($input: SetScheduleInput!) {
  setSchedule(input: $input) {
    ...ScheduleChange
  }
}
    fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}
fragment ScheduleChange on SchedulePayload {
  schedule {
    ...ScheduleFields
  }
  flow {
    id
  }
}`) as unknown as TypedDocumentString<SetScheduleMutation, SetScheduleMutationVariables>;
export const SetScheduleEnabledDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetScheduleEnabled($input: SetScheduleEnabledInput!) {
  setScheduleEnabled(input: $input) {
    ...ScheduleChange
  }
}
    fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}
fragment ScheduleChange on SchedulePayload {
  schedule {
    ...ScheduleFields
  }
  flow {
    id
  }
}`) as unknown as TypedDocumentString<SetScheduleEnabledMutation, SetScheduleEnabledMutationVariables>;
export const ClearScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ClearSchedule($input: FlowInput!) {
  clearSchedule(input: $input) {
    ...ScheduleChange
  }
}
    fragment ScheduleFields on Schedule {
  expression
  timezone
  type
  enabled
  catchUp
  concurrency
  suspendedBecause
  nextTickAt
  lastTickAt
}
fragment ScheduleChange on SchedulePayload {
  schedule {
    ...ScheduleFields
  }
  flow {
    id
  }
}`) as unknown as TypedDocumentString<ClearScheduleMutation, ClearScheduleMutationVariables>;
export const BindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Bindings($id: ID!) {
  instance(id: $id) {
    id
    revision
    bindings {
      ...BindingFields
    }
    webhooks {
      onPropsChange
      onError
      onInteraction
    }
  }
}
    fragment BindingFields on Binding {
  key
  source
  path
  strategy
  intervalSeconds
  state
  value
  lastResolvedAt
  lastError
}`) as unknown as TypedDocumentString<BindingsQuery, BindingsQueryVariables>;
export const KvDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Kv($key: String!) {
  kv(key: $key) {
    ...KvFields
  }
}
    fragment KvFields on KvEntry {
  key
  value
  revision
  updatedAt
}`) as unknown as TypedDocumentString<KvQuery, KvQueryVariables>;
export const WebhookDeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebhookDeliveries($filter: WebhookDeliveryFilter, $first: Int, $after: String) {
  webhookDeliveries(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...WebhookDeliveryFields
    }
  }
}
    fragment WebhookDeliveryFields on WebhookDelivery {
  id
  event
  url
  body
  state
  attempts
  nextAttemptAt
  lastStatus
  lastError
  createdAt
  deliveredAt
  instance {
    id
    name
  }
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const SetBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetBindings($input: SetBindingsInput!) {
  setBindings(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      effectiveProps
      bindings {
        ...BindingFields
      }
    }
  }
}
    fragment BindingFields on Binding {
  key
  source
  path
  strategy
  intervalSeconds
  state
  value
  lastResolvedAt
  lastError
}`) as unknown as TypedDocumentString<SetBindingsMutation, SetBindingsMutationVariables>;
export const RefreshBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefreshBindings($input: RefreshBindingsInput!) {
  refreshBindings(input: $input) {
    revision
    changeId
    instance {
      id
      revision
      effectiveProps
      bindings {
        ...BindingFields
      }
    }
  }
}
    fragment BindingFields on Binding {
  key
  source
  path
  strategy
  intervalSeconds
  state
  value
  lastResolvedAt
  lastError
}`) as unknown as TypedDocumentString<RefreshBindingsMutation, RefreshBindingsMutationVariables>;
export const SetKvDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetKv($input: SetKvInput!) {
  setKv(input: $input) {
    entry {
      ...KvFields
    }
  }
}
    fragment KvFields on KvEntry {
  key
  value
  revision
  updatedAt
}`) as unknown as TypedDocumentString<SetKvMutation, SetKvMutationVariables>;
export const ResendWebhookDeliveryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResendWebhookDelivery($input: ResendWebhookDeliveryInput!) {
  resendWebhookDelivery(input: $input) {
    delivery {
      ...WebhookDeliveryFields
    }
  }
}
    fragment WebhookDeliveryFields on WebhookDelivery {
  id
  event
  url
  body
  state
  attempts
  nextAttemptAt
  lastStatus
  lastError
  createdAt
  deliveredAt
  instance {
    id
    name
  }
}`) as unknown as TypedDocumentString<ResendWebhookDeliveryMutation, ResendWebhookDeliveryMutationVariables>;
export const RotateWebhookSecretDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) {
    id
    secret
    changeId
  }
}
    `) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const ClaimRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ClaimRun($input: ClaimRunInput!) {
  claimRun(input: $input) {
    lease
    input
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
}`) as unknown as TypedDocumentString<ClaimRunMutation, ClaimRunMutationVariables>;
export const HeartbeatRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HeartbeatRun($input: HeartbeatRunInput!) {
  heartbeatRun(input: $input) {
    run {
      id
      status
      cancelRequestedAt
    }
  }
}
    `) as unknown as TypedDocumentString<HeartbeatRunMutation, HeartbeatRunMutationVariables>;
export const CompleteRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompleteRun($input: CompleteRunInput!) {
  completeRun(input: $input) {
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
}`) as unknown as TypedDocumentString<CompleteRunMutation, CompleteRunMutationVariables>;
export const FailRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FailRun($input: FailRunInput!) {
  failRun(input: $input) {
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
}`) as unknown as TypedDocumentString<FailRunMutation, FailRunMutationVariables>;