/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** Which of several screens of the instance reports. */
  device?: string | null | undefined;
  /** What went wrong lately; leave it out when nothing did. */
  error?: string | null | undefined;
  /** Id of the instance. */
  id: string;
  /** The revision on the screen. */
  revision: number;
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

/** How far an instance reaches. */
export type Scope =
  /** Belongs to the tenant; there is at most one that is not archived. */
  | 'GLOBAL'
  /** Belongs to one orchestration within a project. */
  | 'ORCHESTRATION'
  /** Belongs to a project. */
  | 'PROJECT';

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

/** Why a flow's results are out of date. */
export type StaleReason =
  /** No run has succeeded yet. */
  | 'NEVER_RUN'
  /** Older than freshnessSlaSeconds. */
  | 'SLA'
  /** An upstream has succeeded since. */
  | 'UPSTREAM_NEWER'
  /** The instance has followed another version since. */
  | 'VERSION_CHANGED';

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

/** Which new versions an instance follows by itself. maxVersion limits them all. */
export type UpgradeStrategy =
  /** Every version. */
  | 'LATEST'
  /** Versions with the same major number. */
  | 'MINOR'
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

/** Addresses to tell of events, signed as Standard Webhooks defines (docs/guides/webhooks.md). null removes one. */
export type WebhooksInput = {
  /** Told of conditions such as BindingFailing, failed runs and errors that a screen reports. */
  onError?: string | null | undefined;
  /** Told of events that a component emits (emitInstanceEvent). */
  onInteraction?: string | null | undefined;
  /** Told when effectiveProps change. */
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