import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { InstanceState } from '../../../schema/events.ts';
import type { BindingRow, InstanceEventRow, BulkChangeRow, FlowRow, LineageNodeRow, UpstreamRefRow, RunRow, RunLogRow, ScheduleRow } from './rows.ts';
import type { WebhookDeliveryRow } from '../store/webhook-deliveries.ts';
import type { Reference } from '../../../kit/graphql/subgraph.ts';
import type { RuntimeContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Opaque resume token of a feed (epoch and position). */
  Cursor: { input: string; output: string; }
  /** RFC 3339, UTC, milliseconds. */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A JSON object. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
  /** Stored and compared as semver; 'v1', '1' and 'v1.0' are read as 1.0.0. */
  SemVer: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A prop that follows a source. */
export type Binding = {
  intervalSeconds?: Maybe<Scalars['Int']['output']>;
  /** The top-level prop that it fills. */
  key: Scalars['String']['output'];
  lastError?: Maybe<Scalars['String']['output']>;
  /** When the value was first seen: asking again and finding the same changes nothing. */
  lastResolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is read, and after '#' a JSON pointer to a part of it, or 'jmespath:' and an expression. In feeds, and for those who may not write, without the query of an address. */
  path: Scalars['String']['output'];
  source: BindingSource;
  state: BindingState;
  strategy: BindingStrategy;
  /** The last good value; null where the layers below are shown. */
  value?: Maybe<Scalars['JSON']['output']>;
};

export type BindingInput = {
  /** POLL: at least 1. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** A top-level prop. */
  key: Scalars['String']['input'];
  /** 'alerts:42', 'https://host/path#/next', 'inst-a1b2c3d4#/title', or a JSON text for STATIC. Instead of a JSON pointer a JMESPath expression may pick: 'https://host/path#jmespath:next[0].time' (percent-encoded like every fragment, at most 500 characters). */
  path: Scalars['String']['input'];
  /** WEBHOOK: 16 to 200 characters, or 'whsec_' and base64. Never shown again; left out, the earlier one stays. */
  secret?: InputMaybe<Scalars['String']['input']>;
  source: BindingSource;
  /** Default: STATIC. */
  strategy?: InputMaybe<BindingStrategy>;
  /** SSE: the stream, where it is another address than the path's. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** KV: a key of this installation. API: an address that answers JSON. DO: another instance. STATIC: the path itself, as JSON. */
export type BindingSource =
  | 'API'
  | 'DO'
  | 'KV'
  | 'STATIC';

/** FAILING: the last good value is shown, and lastError says why. */
export type BindingState =
  | 'FAILING'
  | 'OK'
  | 'PENDING';

/** STATIC: once per write; a key is followed all the same. POLL: every intervalSeconds, once for all who follow an address. SSE: messages of an event stream. WEBHOOK: pushed to POST /bindings/{instance}/{key}, signed as Standard Webhooks says. DURABLE: every change of a key or an instance. */
export type BindingStrategy =
  | 'DURABLE'
  | 'POLL'
  | 'SSE'
  | 'STATIC'
  | 'WEBHOOK';

/** Crossing the antimeridian is allowed: west > east. */
export type BoundsInput = {
  east: Scalars['Float']['input'];
  north: Scalars['Float']['input'];
  south: Scalars['Float']['input'];
  west: Scalars['Float']['input'];
};

export type BulkChangePayload = {
  changeId: Scalars['ID']['output'];
  /** How many of them the patch really changed. */
  changed: Scalars['Int']['output'];
  /** Those that it changed. */
  instances: InstanceConnection;
  /** How many matched. */
  targeted: Scalars['Int']['output'];
};


export type BulkChangePayloadInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type BulkPatchPropsInput = {
  filter: InstanceFilter;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  patch: Scalars['JSONObject']['input'];
};

/** What was missed while no scheduler was running: NONE of it, the LATEST tick only, or ALL (the newest hundred), in order. */
export type CatchUp =
  | 'ALL'
  | 'LATEST'
  | 'NONE';

export type ClaimRunInput = {
  /** 1 to 100. */
  codeRefs: Array<Scalars['String']['input']>;
  /** 5 to 3600: silent for longer, the run is CRASHED and tried again. */
  leaseSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Who carries it out; shown in the run. */
  worker: Scalars['String']['input'];
};

export type ClaimRunPayload = {
  /** { run, config, props, parameters, upstreams, components, previous }. */
  input?: Maybe<Scalars['JSONObject']['output']>;
  /** To be given with everything that is said of the run. */
  lease?: Maybe<Scalars['String']['output']>;
  run?: Maybe<Run>;
};

export type CompleteRunInput = {
  id: Scalars['ID']['input'];
  lease: Scalars['String']['input'];
  metrics?: InputMaybe<Scalars['JSONObject']['input']>;
  /** At most 8 MB. */
  outputs?: InputMaybe<Scalars['JSONObject']['input']>;
};

/** A tick whose flow has a run that has not ended: ALLOW runs both, FORBID leaves the tick out (its run is SKIPPED), REPLACE cancels what goes on, ENQUEUE lets the tick wait until it is over. */
export type ConcurrencyPolicy =
  | 'ALLOW'
  | 'ENQUEUE'
  | 'FORBID'
  | 'REPLACE';

/** Something that holds of the instance until it is mended. */
export type Condition = {
  details?: Maybe<Scalars['JSON']['output']>;
  message: Scalars['String']['output'];
  since: Scalars['DateTime']['output'];
  type: Scalars['String']['output'];
};

export type CreateInstanceInput = {
  /** At most 50. */
  bindings?: InputMaybe<Array<BindingInput>>;
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  /** Default: the greatest published version. */
  definitionVersion?: InputMaybe<Scalars['SemVer']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<InstanceKind>;
  maxVersion?: InputMaybe<Scalars['SemVer']['input']>;
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Unique per project and scope among the living. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Default: none, it stands at the top; but a HOPPER of scope ORCHESTRATION below that of its project, which is made where the GLOBAL one says so (delegation.auto_create_project_instances). */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  persistence?: InputMaybe<Persistence>;
  placement?: InputMaybe<PlacementInput>;
  /** Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  props?: InputMaybe<Scalars['JSONObject']['input']>;
  runtime?: InputMaybe<InstanceRuntime>;
  /** The schedule of its flow, in the same change: what setSchedule would refuse makes no instance. Its ticks fire once it is started. */
  schedule?: InputMaybe<InstanceScheduleInput>;
  scope?: InputMaybe<Scope>;
  timeslot?: InputMaybe<TimeslotInput>;
  upgradeStrategy?: InputMaybe<UpgradeStrategy>;
  visibility?: InputMaybe<Visibility>;
  webhooks?: InputMaybe<WebhooksInput>;
};

/** A column of the rows. */
export type DatasetColumn = {
  name: Scalars['String']['output'];
  /** As DuckDB names it: DATE, DOUBLE, VARCHAR. */
  type: Scalars['String']['output'];
};

/** Rows of a dataset. */
export type DatasetPreview = {
  columns: Array<DatasetColumn>;
  isTruncated: Scalars['Boolean']['output'];
  /** Oldest first. Fewer than were asked for where they would be too many bytes: see isTruncated. */
  rows: Array<Scalars['JSONObject']['output']>;
  /** How many there are on all pages. */
  total: Scalars['Int']['output'];
};

export type DatasetPreviewInput = {
  /** As it was known then; needs the accessor data/pit. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** Needs the accessor data/field. */
  columns?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The first date. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1000. */
  limit?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  /** As this run of the dataset left them. Default: the last successful one. Only the newest versions are kept: CONDITION_FAILED for one that was deleted. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** The last date. */
  to?: InputMaybe<Scalars['String']['input']>;
  /** Column by column, equal to these values. */
  where?: InputMaybe<Scalars['JSONObject']['input']>;
};

export type Definition = {
  id: Scalars['ID']['output'];
  /** Who uses it. */
  instances: InstanceConnection;
};


export type DefinitionInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a definition version means to the living instances of its definition. All are counted, the first 200 of each verdict named. */
export type DefinitionImpact = {
  /** How many would follow it and cannot: their props or config do not fit. */
  breaks: Scalars['Int']['output'];
  /** Those that break first, then those that move, then those that stay. */
  instances: Array<ImpactedInstance>;
  /** How many follow it. */
  moves: Scalars['Int']['output'];
  /** How many stay: pinned, capped, or there already. */
  stays: Scalars['Int']['output'];
};

export type DefinitionVersion = {
  id: Scalars['ID']['output'];
};

export type DeletePayload = {
  changeId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

/** What a screen needs to follow its instance. */
export type DisplayEvent = {
  at: Scalars['DateTime']['output'];
  bundleUrl?: Maybe<Scalars['String']['output']>;
  cursor: Scalars['Cursor']['output'];
  /** Everything to show; null where only `patch` is needed to follow. */
  effectiveProps?: Maybe<Scalars['JSONObject']['output']>;
  lifecycle: Lifecycle;
  /** Merge patch over effectiveProps from the state before. */
  patch?: Maybe<Scalars['JSONObject']['output']>;
  revision: Scalars['Int']['output'];
  type: InstanceEventType;
};

export type DisplayKeyInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type DisplayKeyPayload = {
  changeId: Scalars['ID']['output'];
  instance: Instance;
  /** For the address of the screen's page: /live/{id}#key={key}. */
  key: Scalars['String']['output'];
  revision: Scalars['Int']['output'];
};

/** NONE: an ordinary tick. GAP: the clocks skip the time that is meant, and the tick comes at the first moment after. FOLD: the clocks show `local` twice on that day; times of the day come the first time, what recurs within the hour both times. */
export type DstKind =
  | 'FOLD'
  | 'GAP'
  | 'NONE';

export type EmitInstanceEventInput = {
  data?: InputMaybe<Scalars['JSON']['input']>;
  event: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EmitPayload = {
  changeId: Scalars['ID']['output'];
};

/** An expression's value over its inputs. */
export type ExpressionResult = {
  lastDate?: Maybe<Scalars['String']['output']>;
  lastValue?: Maybe<Scalars['Float']['output']>;
  /** The youngest values, at most 200, oldest first: {date, value}; without dates where the inputs were bare numbers. */
  preview: Array<Scalars['JSONObject']['output']>;
  /** How many values there are in all. */
  rows: Scalars['Int']['output'];
  /** count, nulls, min, max, mean of all values. */
  statistics: Scalars['JSONObject']['output'];
};

export type FailRunInput = {
  /** { code, message }, and what else helps. */
  error: Scalars['JSONObject']['input'];
  id: Scalars['ID']['input'];
  lease: Scalars['String']['input'];
  /** Whether trying again may help. */
  retryable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Something an instance can do again and again; each time is a Run. */
export type Flow = {
  /** Which executor carries out its runs. Null: whoever claims them. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** Up to when its data reach, as its executor said. */
  dataTime?: Maybe<Scalars['DateTime']['output']>;
  /** Flows that work on this one. */
  downstreams: Array<Flow>;
  freshnessSlaSeconds?: Maybe<Scalars['Int']['output']>;
  /** What providers outside call it, by provider: its executor may fill it through the output `handles`. */
  handles: Scalars['JSONObject']['output'];
  id: Scalars['ID']['output'];
  instance: Instance;
  lastRun?: Maybe<Run>;
  lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  memoryMb?: Maybe<Scalars['Int']['output']>;
  /** Unique in its instance: 'refresh', 'training'. */
  name: Scalars['String']['output'];
  /** What its runs are: 'PipelineRun', 'TrainingRun'. */
  runKind: Scalars['String']['output'];
  schedulable: Scalars['Boolean']['output'];
  /** When it runs by itself. */
  schedule?: Maybe<Schedule>;
  /** NEVER_RUN; VERSION_CHANGED: the instance follows another version since; UPSTREAM_NEWER: an upstream has succeeded since; SLA: older than freshnessSlaSeconds. */
  staleReason?: Maybe<Scalars['String']['output']>;
  staleSince?: Maybe<Scalars['DateTime']['output']>;
  /** RUNNING while a run is under way; ERROR when the last one failed or crashed; STALE as staleReason says; else READY. */
  status: Readiness;
  /** What one run may take where Marquee carries it out, as its template says. Null: 900 seconds, 512 MB. */
  timeoutSeconds?: Maybe<Scalars['Int']['output']>;
  /** The same with their roles. */
  upstreamRefs: Array<UpstreamRef>;
  /** What it works on. It starts only while all of them are READY. */
  upstreams: Array<Flow>;
};

export type FlowInput = {
  /** Its name; required where the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
};

export type GeoInput = {
  lat: Scalars['Float']['input'];
  lng: Scalars['Float']['input'];
};

/** A named set of instances, found with InstanceFilter.groupId: those that its selector finds or its list names, and those of the groups below it. */
export type Group = {
  id: Scalars['ID']['output'];
  /** What is in it or in a group below it now, of what the viewer may list. */
  instances: InstanceConnection;
};


/** A named set of instances, found with InstanceFilter.groupId: those that its selector finds or its list names, and those of the groups below it. */
export type GroupInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};

/** What keeps an instance from being HEALTHY. */
export type HealthProblem = {
  message: Scalars['String']['output'];
  /** DEGRADED or UNHEALTHY. */
  severity: HealthStatus;
  source: HealthSource;
};

export type HealthSource =
  | 'CONDITION'
  | 'LIFECYCLE'
  | 'PRESENCE'
  | 'READINESS';

export type HealthStatus =
  /** What it is for happens, with something that somebody should look at. */
  | 'DEGRADED'
  | 'HEALTHY'
  /** What it is for does not happen. */
  | 'UNHEALTHY';

export type HeartbeatRunInput = {
  id: Scalars['ID']['input'];
  lease: Scalars['String']['input'];
  /** At most 500 lines of 4000 characters. */
  log?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 0 to 1. */
  progress?: InputMaybe<Scalars['Float']['input']>;
};

/** An instance that a version would move or break, and why. */
export type ImpactedInstance = {
  instance: Instance;
  /** What does not fit: { pointer, message }, the pointer below /props or /config. */
  problems: Array<Scalars['JSON']['output']>;
  /** BREAKS, MOVES or STAYS. */
  verdict: Scalars['String']['output'];
};

/** A living thing made from a definition version. */
export type Instance = {
  /** Nearest first. */
  ancestors: Array<Instance>;
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Props that follow a source. */
  bindings: Array<Binding>;
  /** By age. */
  children: InstanceConnection;
  /** What it is composed of: where the rows of a dataset come from, what they are kept in, how they are read. */
  components: Array<InstanceComponent>;
  conditions: Array<Condition>;
  /** What its owner sets, checked by the definition. `inheritToChildren: ['title']` here hands these top-level props down to the children. */
  config: Scalars['JSONObject']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Resume token for instanceChanged at this revision. */
  cursor: Scalars['Cursor']['output'];
  definition?: Maybe<Definition>;
  definitionVersion?: Maybe<DefinitionVersion>;
  /** All below it, parents before children. */
  descendants: InstanceConnection;
  desiredLifecycle: Lifecycle;
  /** What a screen shows: defaults < inherited < props < bindings < overrides. */
  effectiveProps: Scalars['JSONObject']['output'];
  /** Its own timeslot, or that of the nearest ancestor that has one. */
  effectiveWindow?: Maybe<Timeslot>;
  /** Why a value is what it is: all that the layers say of it. */
  explainProp: PropExplanation;
  /** What it can do again and again, made with it from its definition's templates, in their order. */
  flows: Array<Flow>;
  /** Counts what was asked for: every change of config or desired lifecycle. */
  generation: Scalars['Int']['output'];
  /** Whether a screen holds a key for it (issueDisplayKey). */
  hasDisplayKey: Scalars['Boolean']['output'];
  /** How it is, in one word for a monitor, and why: from lifecycle, readiness, presence and conditions. */
  health: InstanceHealth;
  /** The recorded changes, newest first. */
  history: InstanceEventConnection;
  /** 'inst-' and 8 characters of base 36. */
  id: Scalars['ID']['output'];
  kind: InstanceKind;
  lifecycle: Lifecycle;
  maxVersion?: Maybe<Scalars['SemVer']['output']>;
  metadata: Scalars['JSONObject']['output'];
  name?: Maybe<Scalars['String']['output']>;
  /** The generation that has been carried out; below `generation` while the lifecycle is on its way. */
  observedGeneration: Scalars['Int']['output'];
  owner: Principal;
  parent?: Maybe<Instance>;
  /** The ancestor whose pause it shares; that one's resume ends it. */
  pausedByAncestorId?: Maybe<Scalars['ID']['output']>;
  persistence: Persistence;
  /** An observation: it changes without a revision. */
  presence: Presence;
  project?: Maybe<Project>;
  /** The instance that it was promoted from. */
  promotedFrom?: Maybe<Instance>;
  /** The instance's own values. Null members are absent members. */
  props: Scalars['JSONObject']['output'];
  /** Aggregated from the flows by the definition's contract; null where there are none. */
  readiness?: Maybe<Readiness>;
  /** Why readiness is what it is: the flow, its runs, its upstreams. */
  readinessExplanation?: Maybe<Scalars['JSON']['output']>;
  /** +1 for every committed change, without gaps. */
  revision: Scalars['Int']['output'];
  /** Newest first. */
  runs: RunConnection;
  runtime: InstanceRuntime;
  /** When it runs by itself: the schedule of its only flow. Null where it has several flows, which have their own. */
  schedule?: Maybe<Schedule>;
  scope: Scope;
  /** The revision that the screen last said it shows; of several screens, the newest. Null where none has said anything. */
  shownRevision?: Maybe<Scalars['Int']['output']>;
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  timeslot?: Maybe<Timeslot>;
  updatedAt: Scalars['DateTime']['output'];
  upgradeStrategy: UpgradeStrategy;
  /** '/live/{id}'. */
  url: Scalars['String']['output'];
  visibility: Visibility;
  /** Whom it tells what happens; null for those who may not write, because an address may hold a key. */
  webhooks?: Maybe<Webhooks>;
};


/** A living thing made from a definition version. */
export type InstanceChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A living thing made from a definition version. */
export type InstanceDescendantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
};


/** A living thing made from a definition version. */
export type InstanceExplainPropArgs = {
  path: Scalars['String']['input'];
};


/** A living thing made from a definition version. */
export type InstanceHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A living thing made from a definition version. */
export type InstanceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of an instance. One part may serve several instances. */
export type InstanceComponent = {
  instance: Instance;
  /** PIPELINE, STORE or ACCESSOR. */
  role: Scalars['String']['output'];
};

export type InstanceConnection = {
  edges: Array<InstanceEdge>;
  nodes: Array<Instance>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InstanceEdge = {
  cursor: Scalars['String']['output'];
  node: Instance;
};

/** One change of one instance, with the state that it led to. */
export type InstanceEvent = {
  actorId?: Maybe<Scalars['ID']['output']>;
  at: Scalars['DateTime']['output'];
  changeId?: Maybe<Scalars['ID']['output']>;
  /** Resumes after this event. */
  cursor: Scalars['Cursor']['output'];
  /** The state at this revision. Fields of other subgraphs are answered as they are now. */
  instance: Instance;
  /** Merge patch over the instance's fields from the state before; null on SNAPSHOT. */
  patch?: Maybe<Scalars['JSONObject']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  revision: Scalars['Int']['output'];
  type: InstanceEventType;
};

export type InstanceEventConnection = {
  edges: Array<InstanceEventEdge>;
  nodes: Array<InstanceEvent>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InstanceEventEdge = {
  cursor: Scalars['String']['output'];
  node: InstanceEvent;
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
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  device?: InputMaybe<Scalars['String']['input']>;
  /** Is in this group, or in one below it. A group that is not there holds nothing. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kinds?: InputMaybe<Array<InstanceKind>>;
  lifecycles?: InputMaybe<Array<Lifecycle>>;
  location?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name, in any case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  near?: InputMaybe<NearFilter>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  parentId?: InputMaybe<Scalars['ID']['input']>;
  presence?: InputMaybe<Array<Presence>>;
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** effectiveProps contains this JSON (as Postgres @>). */
  propsContain?: InputMaybe<Scalars['JSONObject']['input']>;
  readiness?: InputMaybe<Array<Readiness>>;
  scopes?: InputMaybe<Array<Scope>>;
  tags?: InputMaybe<TagFilter>;
  within?: InputMaybe<BoundsInput>;
  /** Stands in this zone, as it is drawn now. A zone that is not there holds nothing. */
  zoneId?: InputMaybe<Scalars['ID']['input']>;
};

/** Only what is ACTIVE has to do something: what is paused on purpose is well. */
export type InstanceHealth = {
  problems: Array<HealthProblem>;
  status: HealthStatus;
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

/** The state that a change of an instance led to. */
export type InstancePayload = {
  changeId: Scalars['ID']['output'];
  instance: Instance;
  /** The revision that the change made, or the present one where it changed nothing. */
  revision: Scalars['Int']['output'];
};

/** What a screen gets that does not keep up, or comes back: see displayChanged. */
export type InstanceRuntime =
  /** Every change in order, from the log: for chats, games and whatever counts its steps. */
  | 'DURABLE'
  /** The newest state; what lies between is of no use to it. */
  | 'EDGE';

/** The schedule that an instance is made with: what SetScheduleInput says, of a flow that is made with it. */
export type InstanceScheduleInput = {
  catchUp?: InputMaybe<CatchUp>;
  concurrency?: InputMaybe<ConcurrencyPolicy>;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** As for setSchedule. */
  expression: Scalars['String']['input'];
  /** Its name; required where the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** IANA. Default: that of the placement in the same input, else UTC. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** One step of a live query. */
export type InstanceSetEvent = {
  at: Scalars['DateTime']['output'];
  change: SetChange;
  changeId?: Maybe<Scalars['ID']['output']>;
  cursor: Scalars['Cursor']['output'];
  /** Null on CAUGHT_UP and RESYNC. */
  instance?: Maybe<Instance>;
};

/** A value that bindings of the source KV follow. */
export type KvEntry = {
  key: Scalars['String']['output'];
  /** +1 for every change, also over a deletion. */
  revision: Scalars['Int']['output'];
  updatedAt: Scalars['DateTime']['output'];
  value?: Maybe<Scalars['JSON']['output']>;
};

export type KvPayload = {
  /** Null where the key is deleted. */
  entry?: Maybe<KvEntry>;
};

export type Lifecycle =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CREATED'
  | 'PAUSED'
  | 'STOPPED';

/** Where something stands among what it came from and what came from it. */
export type Lineage = {
  edges: Array<LineageEdge>;
  nodes: Array<LineageNode>;
  /** There are more than a thousand nodes; these are the nearest. */
  truncated: Scalars['Boolean']['output'];
};

export type LineageDirection =
  | 'BOTH'
  /** What came from it. */
  | 'DOWN'
  /** What it came from. */
  | 'UP';

/** From what came later to what it came from. */
export type LineageEdge = {
  from: Scalars['ID']['output'];
  /** Of an UPSTREAM. */
  role?: Maybe<Scalars['String']['output']>;
  to: Scalars['ID']['output'];
  /** UPSTREAM between flows; FLOW_OF, INSTANCE_OF; DERIVED_FROM, PROMOTED_FROM, SAVED_AS_MACRO. */
  type: Scalars['String']['output'];
};

/** One of the three. */
export type LineageNode = {
  definition?: Maybe<Definition>;
  flow?: Maybe<Flow>;
  id: Scalars['ID']['output'];
  instance?: Maybe<Instance>;
};

export type LockPathInput = {
  id: Scalars['ID']['input'];
  path: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 31536000 (a year). Absent: until it is unlocked. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type MacroPayload = {
  definitionVersion: DefinitionVersion;
};

export type MoveInstanceInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** null: becomes a root. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  /** STOPPED to ARCHIVED, with all below it. */
  archiveInstance: InstancePayload;
  /** One change over all that match. An empty filter is EMPTY_SELECTOR. */
  bulkPatchProps: BulkChangePayload;
  /** What waits is CANCELLED at once; what runs is told to stop, and is CANCELLED when its worker says so or falls silent. One that has ended stays as it ended. */
  cancelRun: RunPayload;
  /** For workers outside: a lease on the next run of these code refs that may start. Null where there is none. */
  claimRun: ClaimRunPayload;
  /** Changes nothing where there is none at exactly this path. */
  clearOverride: InstancePayload;
  /** Runs that it has started go on. */
  clearSchedule: SchedulePayload;
  /** SUCCEEDED. Of a run that has ended meanwhile: changes nothing and answers how it ended. */
  completeRun: RunPayload;
  createInstance: InstancePayload;
  /** Of one that is ARCHIVED or EPHEMERAL, with all below it. */
  deleteInstance: DeletePayload;
  /** What a component says back (ForgeHost.emit): recorded once, then handed to whoever listens. */
  emitInstanceEvent: EmitPayload;
  /** FAILED, or CANCELLED where that was asked for; tried again later if `retryable`. Of a run that has ended meanwhile: changes nothing. */
  failRun: RunPayload;
  /** Renews the lease. A run that is not RUNNING any more, or has cancelRequestedAt, is to be stopped. */
  heartbeatRun: RunPayload;
  /** A key for the instance's screen, in place of the one before. With it one may follow this instance, PRIVATE or not, and speak for its screen (reportDisplayState, emitInstanceEvent), and nothing else. Told once: only its hash is kept. */
  issueDisplayKey: DisplayKeyPayload;
  /** Until unlocked or expired, AI principals cannot write this path. */
  lockPath: InstancePayload;
  /** Under another parent, with all below it. */
  moveInstance: InstancePayload;
  /** RFC 7396 merge patch: null deletes. An equal write makes no revision and no event. */
  patchProps: InstancePayload;
  /** ACTIVE to PAUSED, with all that is ACTIVE below it. Of one that shares an ancestor's pause: makes the pause its own. */
  pauseInstance: InstancePayload;
  /** A new SIGNAL of a DATASET: the same parts, flows of its own. The dataset stays. CONDITION_FAILED names what is missing. */
  promoteInstance: InstancePayload;
  /** Reads every binding's source again: keys and instances at once, addresses within a second. */
  refreshBindings: InstancePayload;
  replaceProps: InstancePayload;
  /** A screen says which revision it shows, at once when it shows a new one and every 30 seconds. No change of state: no revision, no activity. */
  reportDisplayState: InstancePayload;
  /** Sends it again with the same id, whatever became of it. */
  resendWebhookDelivery: WebhookDeliveryPayload;
  /** PAUSED to ACTIVE, with those below it that its pause put to sleep. */
  resumeInstance: InstancePayload;
  /** A new run, one attempt further, of one that FAILED, CRASHED or was CANCELLED. CONFLICT where it is tried again already. */
  retryRun: RunPayload;
  /** Whoever follows the instance by the key is cut off at once. */
  revokeDisplayKey: InstancePayload;
  /** A new secret that an instance's webhooks or a definition's hooks are signed with, shown this once. The earlier one signs too for a day. */
  rotateWebhookSecret: WebhookSecretPayload;
  /** The expression of an EXPERIMENT as a published OP_MACRO definition, from which others can be made. */
  saveExperimentAsMacro: MacroPayload;
  /** Replaces all bindings, at most 50. One that is written again as it was keeps its value. */
  setBindings: InstancePayload;
  /** Where it is to be: it is taken there along allowed moves. */
  setDesiredLifecycle: InstancePayload;
  /** What providers outside call a flow. */
  setFlowHandles: InstancePayload;
  /** Answers when every instance that is bound to the key shows the value. */
  setKv: KvPayload;
  /** A value on top of all layers that leaves by itself. */
  setOverride: InstancePayload;
  /** Ticks count from now: an edit fires nothing that has been. What is left out stays as it was. */
  setSchedule: SchedulePayload;
  /** Pauses a schedule, or lets it go on: its ticks count from now. Runs that it has started go on. */
  setScheduleEnabled: SchedulePayload;
  /** What a flow works on, all of it. CYCLE where it would come to work on itself. Changes the instance only where its readiness does. */
  setUpstreams: InstancePayload;
  /** CREATED to ACTIVE. */
  startInstance: InstancePayload;
  /** ACTIVE or PAUSED to STOPPED, for good, with all below it that run. */
  stopInstance: InstancePayload;
  /** Once more by hand, also of an instance that was not started yet. BLOCKED while an upstream is not READY or the instance is PAUSED; then it starts by itself. INVALID_TRANSITION where the instance is STOPPED or ARCHIVED. */
  triggerRun: RunPayload;
  /** Changes nothing where there is none at exactly this path. */
  unlockPath: InstancePayload;
  updateInstance: InstancePayload;
  /** By hand, to any published version: forward, back, and beyond what the policy allows. UPGRADE_BLOCKED where props or config do not fit. */
  upgradeInstance: InstancePayload;
};


export type MutationArchiveInstanceArgs = {
  input: TransitionInput;
};


export type MutationBulkPatchPropsArgs = {
  input: BulkPatchPropsInput;
};


export type MutationCancelRunArgs = {
  input: RunInput;
};


export type MutationClaimRunArgs = {
  input: ClaimRunInput;
};


export type MutationClearOverrideArgs = {
  input: PropPathInput;
};


export type MutationClearScheduleArgs = {
  input: FlowInput;
};


export type MutationCompleteRunArgs = {
  input: CompleteRunInput;
};


export type MutationCreateInstanceArgs = {
  input: CreateInstanceInput;
};


export type MutationDeleteInstanceArgs = {
  input: TransitionInput;
};


export type MutationEmitInstanceEventArgs = {
  input: EmitInstanceEventInput;
};


export type MutationFailRunArgs = {
  input: FailRunInput;
};


export type MutationHeartbeatRunArgs = {
  input: HeartbeatRunInput;
};


export type MutationIssueDisplayKeyArgs = {
  input: DisplayKeyInput;
};


export type MutationLockPathArgs = {
  input: LockPathInput;
};


export type MutationMoveInstanceArgs = {
  input: MoveInstanceInput;
};


export type MutationPatchPropsArgs = {
  input: PatchPropsInput;
};


export type MutationPauseInstanceArgs = {
  input: TransitionInput;
};


export type MutationPromoteInstanceArgs = {
  input: PromoteInstanceInput;
};


export type MutationRefreshBindingsArgs = {
  input: RefreshBindingsInput;
};


export type MutationReplacePropsArgs = {
  input: ReplacePropsInput;
};


export type MutationReportDisplayStateArgs = {
  input: ReportDisplayStateInput;
};


export type MutationResendWebhookDeliveryArgs = {
  input: ResendWebhookDeliveryInput;
};


export type MutationResumeInstanceArgs = {
  input: TransitionInput;
};


export type MutationRetryRunArgs = {
  input: RunInput;
};


export type MutationRevokeDisplayKeyArgs = {
  input: DisplayKeyInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationSaveExperimentAsMacroArgs = {
  input: SaveExperimentAsMacroInput;
};


export type MutationSetBindingsArgs = {
  input: SetBindingsInput;
};


export type MutationSetDesiredLifecycleArgs = {
  input: SetDesiredLifecycleInput;
};


export type MutationSetFlowHandlesArgs = {
  input: SetFlowHandlesInput;
};


export type MutationSetKvArgs = {
  input: SetKvInput;
};


export type MutationSetOverrideArgs = {
  input: SetOverrideInput;
};


export type MutationSetScheduleArgs = {
  input: SetScheduleInput;
};


export type MutationSetScheduleEnabledArgs = {
  input: SetScheduleEnabledInput;
};


export type MutationSetUpstreamsArgs = {
  input: SetUpstreamsInput;
};


export type MutationStartInstanceArgs = {
  input: TransitionInput;
};


export type MutationStopInstanceArgs = {
  input: TransitionInput;
};


export type MutationTriggerRunArgs = {
  input: TriggerRunInput;
};


export type MutationUnlockPathArgs = {
  input: PropPathInput;
};


export type MutationUpdateInstanceArgs = {
  input: UpdateInstanceInput;
};


export type MutationUpgradeInstanceArgs = {
  input: UpgradeInstanceInput;
};

export type NearFilter = {
  lat: Scalars['Float']['input'];
  lng: Scalars['Float']['input'];
  radiusMeters: Scalars['Float']['input'];
};

/** What expressions may call. */
export type Operator = {
  /** What it means, and where it is null. */
  description: Scalars['String']['output'];
  example: Scalars['String']['output'];
  /** As it is written: MEAN. */
  name: Scalars['String']['output'];
  /** What it takes besides the series, as text; null: nothing. */
  periods?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

/** Position in a Relay connection. */
export type PageInfo = {
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PatchPropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  patch: Scalars['JSONObject']['input'];
};

export type Persistence =
  | 'EPHEMERAL'
  | 'PERSISTENT'
  | 'SINGLETON';

export type PlacementInput = {
  device?: InputMaybe<Scalars['String']['input']>;
  geo?: InputMaybe<GeoInput>;
  location?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a screen is there: one that shows the instance has reported lately (ONLINE), is late (STALE), is given up (OFFLINE). */
export type Presence =
  | 'NEVER'
  | 'OFFLINE'
  | 'ONLINE'
  | 'STALE';

export type Principal = {
  id: Scalars['ID']['output'];
};

export type Project = {
  id: Scalars['ID']['output'];
};

export type PromoteInstanceInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What stands at one place in the props, and which layers say so. */
export type PropExplanation = {
  /** Highest first; the first is what is shown. */
  layers: Array<PropLayer>;
  path: Scalars['String']['output'];
  /** What is shown; null where there is nothing. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** One layer's value of a prop. Highest first; the first is what is shown. */
export type PropLayer = {
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** override, binding, own, inherited or default. */
  layer: Scalars['String']['output'];
  since?: Maybe<Scalars['DateTime']['output']>;
  value?: Maybe<Scalars['JSON']['output']>;
  /** Null where nobody did (a default, a binding's source), or the log no longer says. */
  writerId?: Maybe<Scalars['ID']['output']>;
};

export type PropPathInput = {
  id: Scalars['ID']['input'];
  path: Scalars['String']['input'];
};

export type Query = {
  /** What publishing this version would do to live instances, or does. */
  checkDefinitionVersion: DefinitionImpact;
  /** Some rows of a DATASET or SIGNAL, read through its accessor, as its last successful run left them. */
  datasetPreview: DatasetPreview;
  /** Tries an expression without an instance. For those who may write. */
  evaluateExpression: ExpressionResult;
  /** The one GLOBAL instance of the viewer's tenant. */
  globalInstance?: Maybe<Instance>;
  /** Null where there is none, or it is not yours to see. */
  instance?: Maybe<Instance>;
  /** The root and its descendants, parents before children. */
  instanceTree: InstanceConnection;
  instances: InstanceConnection;
  /** Null where nothing stands there, or it is not yours to see. */
  kv?: Maybe<KvEntry>;
  /** What a flow, an instance or a definition came from, and what came from it: flow to flow over upstreams, copies and promotions besides. Null where there is none, or it is not yours to see. */
  lineage?: Maybe<Lineage>;
  /** Null where there is none of that name. */
  operator?: Maybe<Operator>;
  operators: Array<Operator>;
  /** Null where there is none, or it is not yours to see. */
  run?: Maybe<Run>;
  /** Newest first. */
  runs: RunConnection;
  /** The ticks that the scheduler will fire, by the same code. An expression that never fires is BAD_USER_INPUT. */
  schedulePreview: Array<ScheduledTick>;
  /** Whether a run of this flow could start now, and which upstreams it would wait for. */
  upstreamFreshness: UpstreamFreshness;
  /** What promoteInstance would ask of it. */
  validateSignal: SignalValidation;
  /** What was sent to webhooks and what is on its way, newest first. For those who may write. */
  webhookDeliveries: WebhookDeliveryConnection;
};


export type QueryCheckDefinitionVersionArgs = {
  definitionVersionId: Scalars['ID']['input'];
};


export type QueryDatasetPreviewArgs = {
  id: Scalars['ID']['input'];
  request?: InputMaybe<DatasetPreviewInput>;
};


export type QueryEvaluateExpressionArgs = {
  expression: Scalars['String']['input'];
  inputs?: InputMaybe<Scalars['JSONObject']['input']>;
};


export type QueryInstanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInstanceTreeArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  rootId: Scalars['ID']['input'];
};


export type QueryInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};


export type QueryKvArgs = {
  key: Scalars['String']['input'];
};


export type QueryLineageArgs = {
  depth?: InputMaybe<Scalars['Int']['input']>;
  direction?: InputMaybe<LineageDirection>;
  id: Scalars['ID']['input'];
};


export type QueryOperatorArgs = {
  name: Scalars['String']['input'];
};


export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySchedulePreviewArgs = {
  count?: InputMaybe<Scalars['Int']['input']>;
  expression: Scalars['String']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  timezone: Scalars['String']['input'];
};


export type QueryUpstreamFreshnessArgs = {
  flowId: Scalars['ID']['input'];
};


export type QueryValidateSignalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Readiness =
  | 'ERROR'
  | 'READY'
  | 'RUNNING'
  | 'STALE';

export type RefreshBindingsInput = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type ReplacePropsInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  props: Scalars['JSONObject']['input'];
};

export type ReportDisplayStateInput = {
  /** Which of several screens of one instance it is. */
  device?: InputMaybe<Scalars['String']['input']>;
  /** What went wrong lately; absent: nothing. */
  error?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** What it shows. */
  revision: Scalars['Int']['input'];
};

export type ResendWebhookDeliveryInput = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type RotateWebhookSecretInput = {
  /** An instance, or a definition, whose lifecycle hooks are signed with it. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One execution of a flow. What it worked with is pinned when it starts; what it led to never changes. */
export type Run = {
  /** 1, and one more for every retry. */
  attempt: Scalars['Int']['output'];
  /** What it waits for while it is BLOCKED: { flowId, instanceId, name, status, reason }. */
  blockedBy: Array<Scalars['JSONObject']['output']>;
  /** Somebody wants it to end; its worker has not said yet that it did. */
  cancelRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  codeRef?: Maybe<Scalars['String']['output']>;
  /** The instance's config as it was when the run started. */
  config?: Maybe<Scalars['JSONObject']['output']>;
  /** SHA-256 of the canonical JSON of config. */
  configHash?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  definitionVersion?: Maybe<DefinitionVersion>;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** { code, message, retryable }, and what its executor added. */
  error?: Maybe<Scalars['JSONObject']['output']>;
  flow: Flow;
  fullMetrics?: Maybe<Scalars['JSONObject']['output']>;
  /** Outputs with what is large in them, too. */
  fullOutputs?: Maybe<Scalars['JSONObject']['output']>;
  id: Scalars['ID']['output'];
  instance: Instance;
  kind: Scalars['String']['output'];
  /** What its executor wrote, oldest first; runChanged brings what it writes from now on. */
  log: RunLogConnection;
  maxAttempts: Scalars['Int']['output'];
  metrics?: Maybe<Scalars['JSONObject']['output']>;
  /** Not before: the back-off of a retry. */
  notBefore?: Maybe<Scalars['DateTime']['output']>;
  /** Null until it has succeeded. What is larger than 32 KB is { "$ref", "bytes", "sha256" } here. */
  outputs?: Maybe<Scalars['JSONObject']['output']>;
  parameters: Scalars['JSONObject']['output'];
  /** 0 to 1. */
  progress?: Maybe<Scalars['Float']['output']>;
  /** The instance's revision when the run started. */
  propsRevision?: Maybe<Scalars['Int']['output']>;
  queuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run that tries this one again. */
  retriedBy?: Maybe<Run>;
  /** The run that this one tries again. */
  retryOf?: Maybe<Run>;
  /** The tick that it is the run of. */
  scheduledFor?: Maybe<Scalars['DateTime']['output']>;
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  status: RunStatus;
  /** MANUAL, SCHEDULE, UPSTREAM or RETRY. */
  trigger: Scalars['String']['output'];
  /** By flow, the upstream run whose outputs it worked on. */
  upstreamRunIds: Scalars['JSONObject']['output'];
  /** Who carries it out. */
  worker?: Maybe<Scalars['String']['output']>;
};


/** One execution of a flow. What it worked with is pinned when it starts; what it led to never changes. */
export type RunLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RunConnection = {
  edges: Array<RunEdge>;
  nodes: Array<Run>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RunEdge = {
  cursor: Scalars['String']['output'];
  node: Run;
};

/** Something that happened to a run, with the run that it led to. */
export type RunEvent = {
  at: Scalars['DateTime']['output'];
  /** Resume token; that of a RESYNC or of a SNAPSHOT that others follow starts over. */
  cursor: Scalars['Cursor']['output'];
  /** Of LOG: what the executor wrote. */
  lines: Array<Scalars['String']['output']>;
  /** The run that it led to. */
  run: Run;
  /** What happened: QUEUED, BLOCKED, STARTED, PROGRESS, LOG, CANCEL_REQUESTED, SUCCEEDED, FAILED, CANCELLED, CRASHED, SKIPPED. SNAPSHOT: the present. RESYNC: the feed cannot be resumed from `since` (too old, or another epoch): SNAPSHOTs follow. */
  type: Scalars['String']['output'];
};

/** All given members must hold. */
export type RunFilter = {
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  statuses?: InputMaybe<Array<RunStatus>>;
};

export type RunInput = {
  id: Scalars['ID']['input'];
  /** At most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RunLogConnection = {
  edges: Array<RunLogEdge>;
  nodes: Array<RunLogEntry>;
  pageInfo: PageInfo;
  /** How many entries there are. */
  totalCount: Scalars['Int']['output'];
};

export type RunLogEdge = {
  cursor: Scalars['String']['output'];
  node: RunLogEntry;
};

/** What an executor wrote at one moment. */
export type RunLogEntry = {
  at: Scalars['DateTime']['output'];
  lines: Array<Scalars['String']['output']>;
};

export type RunPayload = {
  run: Run;
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

export type SaveExperimentAsMacroInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  typeKey: Scalars['String']['input'];
  version?: InputMaybe<Scalars['SemVer']['input']>;
};

/** When a flow runs by itself. Its ticks fire while the instance is ACTIVE; those that pass meanwhile are let go. */
export type Schedule = {
  catchUp: CatchUp;
  concurrency: ConcurrencyPolicy;
  enabled: Scalars['Boolean']['output'];
  /** 5-field cron; a nickname such as @daily; a duration ('PT15M'); a date and time for once. */
  expression: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The newest tick that was dealt with. */
  lastTickAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it is not enabled, and when its last tick has been. */
  nextTickAt?: Maybe<Scalars['DateTime']['output']>;
  /** IANA. */
  timezone: Scalars['String']['output'];
  type: ScheduleType;
};

export type SchedulePayload = {
  flow: Flow;
  /** Null where there is none (any more). */
  schedule?: Maybe<Schedule>;
};

/** CRON: a cron expression. INTERVAL: a duration. ONCE: a date and time. */
export type ScheduleType =
  | 'CRON'
  | 'INTERVAL'
  | 'ONCE';

/** A moment at which a schedule lets its flow run. */
export type ScheduledTick = {
  at: Scalars['DateTime']['output'];
  dst: DstKind;
  /** In the zone, without offset. */
  local: Scalars['String']['output'];
};

/** How far an instance reaches: GLOBAL belongs to the tenant, the others to a project. */
export type Scope =
  | 'GLOBAL'
  | 'ORCHESTRATION'
  | 'PROJECT';

export type SetBindingsInput = {
  bindings: Array<BindingInput>;
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type SetChange =
  /** All that matched at the start has been sent. */
  | 'CAUGHT_UP'
  | 'ENTER'
  | 'LEAVE'
  | 'RESYNC'
  | 'SNAPSHOT'
  | 'UPDATE';

export type SetDesiredLifecycleInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** One that allowed moves lead to. */
  lifecycle: Lifecycle;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type SetFlowHandlesInput = {
  flow?: InputMaybe<Scalars['String']['input']>;
  /** Merge patch over the handles, by provider: { prefect: { deployment_id }, mlflow: { experiment_id } }. null deletes. */
  handles: Scalars['JSONObject']['input'];
  id: Scalars['ID']['input'];
};

export type SetKvInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters, without '#'. */
  key: Scalars['String']['input'];
  /** null deletes. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** path: a JSON pointer into the props ('/alert/message'). */
export type SetOverrideInput = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  path: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 31536000 (a year). Absent: until it is cleared. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Anything but null. */
  value: Scalars['JSON']['input'];
};

export type SetScheduleEnabledInput = {
  enabled: Scalars['Boolean']['input'];
  /** Its name; required where the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
};

export type SetScheduleInput = {
  /** Default: as before; LATEST for a new one. */
  catchUp?: InputMaybe<CatchUp>;
  /** Default: as before; FORBID for a new one. */
  concurrency?: InputMaybe<ConcurrencyPolicy>;
  /** Default: as before, so that a paused schedule stays paused; a new one is enabled. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** 5-field cron ('0 6 * * 1-5'); @hourly, @daily, @weekly, @monthly, @yearly; an ISO 8601 duration ('PT15M', counted from 1970, or 'R/2027-01-01T06:00:00Z/PT15M'); a date and time for once ('2027-01-01T06:00:00', in the zone unless it says). */
  expression: Scalars['String']['input'];
  /** Its name; required where the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
  /** IANA. Default: as before; for a new one the placement's, else UTC. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** Replaces all upstreams of one flow (or of the only flow). At most 50. */
export type SetUpstreamsInput = {
  flow?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  upstreams: Array<UpstreamInput>;
};

/** One condition of being a signal. */
export type SignalCheck = {
  /** Null where it is as it should be. */
  message?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
};

/** Whether an instance may be a signal. */
export type SignalValidation = {
  checks: Array<SignalCheck>;
  valid: Scalars['Boolean']['output'];
};

export type Subscription = {
  /** What one screen needs and nothing else; the hot path. Conflates to the newest state for a reader that is slow; not so where the instance's runtime is DURABLE. */
  displayChanged: DisplayEvent;
  /** One instance: the present state at once, then every change in revision order, none skipped and none doubled. */
  instanceChanged: InstanceEvent;
  /** A live query: what matches now, then ENTER, UPDATE and LEAVE as instances come, change and go. */
  instancesChanged: InstanceSetEvent;
  /** One run until it ends (`id`), or the runs of one instance (`instanceId`): a SNAPSHOT of each run that has not ended and of the newest of each flow, then everything that happens to them in order, none skipped and none doubled. */
  runChanged: RunEvent;
};


export type SubscriptionDisplayChangedArgs = {
  instanceId: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionInstanceChangedArgs = {
  id: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionInstancesChangedArgs = {
  filter: InstanceFilter;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type SubscriptionRunChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['Cursor']['input']>;
};

export type TagFilter = {
  all?: InputMaybe<Array<Scalars['String']['input']>>;
  any?: InputMaybe<Array<Scalars['String']['input']>>;
  none?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The window in which a timed instance lives. */
export type Timeslot = {
  end: Scalars['DateTime']['output'];
  start: Scalars['DateTime']['output'];
};

export type TimeslotInput = {
  end: Scalars['DateTime']['input'];
  start: Scalars['DateTime']['input'];
};

export type TransitionInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stands in the history. At most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type TriggerRunInput = {
  /** Needed where the instance has several flows. */
  flow?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
  parameters?: InputMaybe<Scalars['JSONObject']['input']>;
};

export type UpdateInstanceInput = {
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  maxVersion?: InputMaybe<Scalars['SemVer']['input']>;
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  runtime?: InputMaybe<InstanceRuntime>;
  upgradeStrategy?: InputMaybe<UpgradeStrategy>;
  visibility?: InputMaybe<Visibility>;
  webhooks?: InputMaybe<WebhooksInput>;
};

export type UpgradeInstanceInput = {
  /** Answers the state that it would lead to, at the present revision, or the refusal; writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  targetVersion: Scalars['SemVer']['input'];
};

export type UpgradeStrategy =
  | 'LATEST'
  | 'MINOR'
  | 'PIN';

/** Whether a flow may run as far as its upstreams are concerned. */
export type UpstreamFreshness = {
  /** The upstreams that are not READY. */
  blockers: Array<Flow>;
  /** Whether a run could start now. */
  ready: Scalars['Boolean']['output'];
};

export type UpstreamInput = {
  /** Needed where that instance has several flows. */
  flow?: InputMaybe<Scalars['String']['input']>;
  instanceId: Scalars['ID']['input'];
  /** What it is to the flow: 'input', 'covariance', 'primary'. */
  role?: InputMaybe<Scalars['String']['input']>;
};

/** What a flow works on, and as what. */
export type UpstreamRef = {
  flow: Flow;
  role: Scalars['String']['output'];
};

/** Who may read without a key: PUBLIC is listed, UNLISTED is found by id only, PRIVATE is neither. */
export type Visibility =
  | 'PRIVATE'
  | 'PUBLIC'
  | 'UNLISTED';

/** One message to a webhook. */
export type WebhookDelivery = {
  attempts: Scalars['Int']['output'];
  /** { type, timestamp, data }. */
  body: Scalars['JSONObject']['output'];
  createdAt: Scalars['DateTime']['output'];
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  event: WebhookEvent;
  /** Its webhook-id, however often it is sent. */
  id: Scalars['ID']['output'];
  /** Null where it is deleted. */
  instance?: Maybe<Instance>;
  lastError?: Maybe<Scalars['String']['output']>;
  /** Of the last answer; null where there was none. */
  lastStatus?: Maybe<Scalars['Int']['output']>;
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  state: WebhookDeliveryState;
  url: Scalars['String']['output'];
};

export type WebhookDeliveryConnection = {
  edges: Array<WebhookDeliveryEdge>;
  nodes: Array<WebhookDelivery>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type WebhookDeliveryEdge = {
  cursor: Scalars['String']['output'];
  node: WebhookDelivery;
};

/** All given members must hold. */
export type WebhookDeliveryFilter = {
  events?: InputMaybe<Array<WebhookEvent>>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<WebhookDeliveryState>>;
};

export type WebhookDeliveryPayload = {
  delivery: WebhookDelivery;
};

export type WebhookDeliveryState =
  /** Given up after ten attempts, a day, or an answer of 410. */
  | 'DEAD'
  | 'DELIVERED'
  /** On its way, or waiting behind an earlier one of its instance and event. */
  | 'PENDING';

export type WebhookEvent =
  /** Asked for by the definition's lifecycleTemplate. */
  | 'AFTER_HOOK'
  | 'ERROR'
  | 'INTERACTION'
  | 'PROPS_CHANGED';

export type WebhookSecretPayload = {
  changeId: Scalars['ID']['output'];
  /** Of the instance or definition. */
  id: Scalars['ID']['output'];
  /** 'whsec_' and base64; null where the idempotency key was used before. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** Where an instance sends what happens; null where it sends nothing. */
export type Webhooks = {
  onError?: Maybe<Scalars['String']['output']>;
  onInteraction?: Maybe<Scalars['String']['output']>;
  onPropsChange?: Maybe<Scalars['String']['output']>;
};

/** Where to send what happens, signed as Standard Webhooks says (docs/guides/webhooks.md); null leaves a webhook out. */
export type WebhooksInput = {
  /** A condition such as BindingFailing, a failed run, an error that a screen reports. */
  onError?: InputMaybe<Scalars['String']['input']>;
  /** What a component says: emitInstanceEvent. */
  onInteraction?: InputMaybe<Scalars['String']['input']>;
  /** What is shown changed. */
  onPropsChange?: InputMaybe<Scalars['String']['input']>;
};

/** An area on the map. What stands in it is found with InstanceFilter.zoneId; its edge belongs to it. */
export type Zone = {
  id: Scalars['ID']['output'];
  /** What stands in it now, of what the viewer may list. */
  instances: InstanceConnection;
};


/** An area on the map. What stands in it is found with InstanceFilter.zoneId; its edge belongs to it. */
export type ZoneInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Definition: Definition;
  Group: Group;
  Instance: Instance;
  Run: Run;
  Zone: Zone;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Definition:
    ( { __typename: 'Definition' }
    & GraphQLRecursivePick<FederationTypes['Definition'], {"id":true}> );
  Group:
    ( { __typename: 'Group' }
    & GraphQLRecursivePick<FederationTypes['Group'], {"id":true}> );
  Instance:
    ( { __typename: 'Instance' }
    & GraphQLRecursivePick<FederationTypes['Instance'], {"id":true}> );
  Run:
    ( { __typename: 'Run' }
    & GraphQLRecursivePick<FederationTypes['Run'], {"id":true}> );
  Zone:
    ( { __typename: 'Zone' }
    & GraphQLRecursivePick<FederationTypes['Zone'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Binding: ResolverTypeWrapper<BindingRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  BindingInput: BindingInput;
  BindingSource: BindingSource;
  BindingState: BindingState;
  BindingStrategy: BindingStrategy;
  BoundsInput: BoundsInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BulkChangePayload: ResolverTypeWrapper<BulkChangeRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  BulkPatchPropsInput: BulkPatchPropsInput;
  CatchUp: CatchUp;
  ClaimRunInput: ClaimRunInput;
  ClaimRunPayload: ResolverTypeWrapper<Omit<ClaimRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  CompleteRunInput: CompleteRunInput;
  ConcurrencyPolicy: ConcurrencyPolicy;
  Condition: ResolverTypeWrapper<Condition>;
  CreateInstanceInput: CreateInstanceInput;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DatasetColumn: ResolverTypeWrapper<DatasetColumn>;
  DatasetPreview: ResolverTypeWrapper<DatasetPreview>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DatasetPreviewInput: DatasetPreviewInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Definition: ResolverTypeWrapper<Reference<'Definition'>>;
  DefinitionImpact: ResolverTypeWrapper<Omit<DefinitionImpact, 'instances'> & { instances: Array<ResolversTypes['ImpactedInstance']> }>;
  DefinitionVersion: ResolverTypeWrapper<Reference<'DefinitionVersion'>>;
  DeletePayload: ResolverTypeWrapper<DeletePayload>;
  DisplayEvent: ResolverTypeWrapper<DisplayEvent>;
  DisplayKeyInput: DisplayKeyInput;
  DisplayKeyPayload: ResolverTypeWrapper<Omit<DisplayKeyPayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  DstKind: DstKind;
  EmitInstanceEventInput: EmitInstanceEventInput;
  EmitPayload: ResolverTypeWrapper<EmitPayload>;
  ExpressionResult: ResolverTypeWrapper<ExpressionResult>;
  FailRunInput: FailRunInput;
  Flow: ResolverTypeWrapper<FlowRow>;
  FlowInput: FlowInput;
  GeoInput: GeoInput;
  Group: ResolverTypeWrapper<Reference<'Group'>>;
  HealthProblem: ResolverTypeWrapper<HealthProblem>;
  HealthSource: HealthSource;
  HealthStatus: HealthStatus;
  HeartbeatRunInput: HeartbeatRunInput;
  ImpactedInstance: ResolverTypeWrapper<Omit<ImpactedInstance, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  Instance: ResolverTypeWrapper<InstanceState>;
  InstanceComponent: ResolverTypeWrapper<Omit<InstanceComponent, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  InstanceConnection: ResolverTypeWrapper<Omit<InstanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['InstanceEdge']>, nodes: Array<ResolversTypes['Instance']> }>;
  InstanceEdge: ResolverTypeWrapper<Omit<InstanceEdge, 'node'> & { node: ResolversTypes['Instance'] }>;
  InstanceEvent: ResolverTypeWrapper<InstanceEventRow>;
  InstanceEventConnection: ResolverTypeWrapper<Omit<InstanceEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['InstanceEventEdge']>, nodes: Array<ResolversTypes['InstanceEvent']> }>;
  InstanceEventEdge: ResolverTypeWrapper<Omit<InstanceEventEdge, 'node'> & { node: ResolversTypes['InstanceEvent'] }>;
  InstanceEventType: InstanceEventType;
  InstanceFilter: InstanceFilter;
  InstanceHealth: ResolverTypeWrapper<InstanceHealth>;
  InstanceKind: InstanceKind;
  InstanceOrder: InstanceOrder;
  InstancePayload: ResolverTypeWrapper<Omit<InstancePayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  InstanceRuntime: InstanceRuntime;
  InstanceScheduleInput: InstanceScheduleInput;
  InstanceSetEvent: ResolverTypeWrapper<Omit<InstanceSetEvent, 'instance'> & { instance?: Maybe<ResolversTypes['Instance']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  KvEntry: ResolverTypeWrapper<KvEntry>;
  KvPayload: ResolverTypeWrapper<KvPayload>;
  Lifecycle: Lifecycle;
  Lineage: ResolverTypeWrapper<Omit<Lineage, 'nodes'> & { nodes: Array<ResolversTypes['LineageNode']> }>;
  LineageDirection: LineageDirection;
  LineageEdge: ResolverTypeWrapper<LineageEdge>;
  LineageNode: ResolverTypeWrapper<LineageNodeRow>;
  LockPathInput: LockPathInput;
  MacroPayload: ResolverTypeWrapper<Omit<MacroPayload, 'definitionVersion'> & { definitionVersion: ResolversTypes['DefinitionVersion'] }>;
  MoveInstanceInput: MoveInstanceInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearFilter: NearFilter;
  Operator: ResolverTypeWrapper<Operator>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PatchPropsInput: PatchPropsInput;
  Persistence: Persistence;
  PlacementInput: PlacementInput;
  Presence: Presence;
  Principal: ResolverTypeWrapper<Reference<'Principal'>>;
  Project: ResolverTypeWrapper<Reference<'Project'>>;
  PromoteInstanceInput: PromoteInstanceInput;
  PropExplanation: ResolverTypeWrapper<PropExplanation>;
  PropLayer: ResolverTypeWrapper<PropLayer>;
  PropPathInput: PropPathInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Readiness: Readiness;
  RefreshBindingsInput: RefreshBindingsInput;
  ReplacePropsInput: ReplacePropsInput;
  ReportDisplayStateInput: ReportDisplayStateInput;
  ResendWebhookDeliveryInput: ResendWebhookDeliveryInput;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  Run: ResolverTypeWrapper<RunRow>;
  RunConnection: ResolverTypeWrapper<Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunEdge']>, nodes: Array<ResolversTypes['Run']> }>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunEvent: ResolverTypeWrapper<Omit<RunEvent, 'run'> & { run: ResolversTypes['Run'] }>;
  RunFilter: RunFilter;
  RunInput: RunInput;
  RunLogConnection: ResolverTypeWrapper<Omit<RunLogConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunLogEdge']>, nodes: Array<ResolversTypes['RunLogEntry']> }>;
  RunLogEdge: ResolverTypeWrapper<Omit<RunLogEdge, 'node'> & { node: ResolversTypes['RunLogEntry'] }>;
  RunLogEntry: ResolverTypeWrapper<RunLogRow>;
  RunPayload: ResolverTypeWrapper<Omit<RunPayload, 'run'> & { run: ResolversTypes['Run'] }>;
  RunStatus: RunStatus;
  SaveExperimentAsMacroInput: SaveExperimentAsMacroInput;
  Schedule: ResolverTypeWrapper<ScheduleRow>;
  SchedulePayload: ResolverTypeWrapper<Omit<SchedulePayload, 'flow' | 'schedule'> & { flow: ResolversTypes['Flow'], schedule?: Maybe<ResolversTypes['Schedule']> }>;
  ScheduleType: ScheduleType;
  ScheduledTick: ResolverTypeWrapper<ScheduledTick>;
  Scope: Scope;
  SemVer: ResolverTypeWrapper<Scalars['SemVer']['output']>;
  SetBindingsInput: SetBindingsInput;
  SetChange: SetChange;
  SetDesiredLifecycleInput: SetDesiredLifecycleInput;
  SetFlowHandlesInput: SetFlowHandlesInput;
  SetKvInput: SetKvInput;
  SetOverrideInput: SetOverrideInput;
  SetScheduleEnabledInput: SetScheduleEnabledInput;
  SetScheduleInput: SetScheduleInput;
  SetUpstreamsInput: SetUpstreamsInput;
  SignalCheck: ResolverTypeWrapper<SignalCheck>;
  SignalValidation: ResolverTypeWrapper<SignalValidation>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TagFilter: TagFilter;
  Timeslot: ResolverTypeWrapper<Timeslot>;
  TimeslotInput: TimeslotInput;
  TransitionInput: TransitionInput;
  TriggerRunInput: TriggerRunInput;
  UpdateInstanceInput: UpdateInstanceInput;
  UpgradeInstanceInput: UpgradeInstanceInput;
  UpgradeStrategy: UpgradeStrategy;
  UpstreamFreshness: ResolverTypeWrapper<Omit<UpstreamFreshness, 'blockers'> & { blockers: Array<ResolversTypes['Flow']> }>;
  UpstreamInput: UpstreamInput;
  UpstreamRef: ResolverTypeWrapper<UpstreamRefRow>;
  Visibility: Visibility;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryRow>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryPayload: ResolverTypeWrapper<Omit<WebhookDeliveryPayload, 'delivery'> & { delivery: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookEvent: WebhookEvent;
  WebhookSecretPayload: ResolverTypeWrapper<WebhookSecretPayload>;
  Webhooks: ResolverTypeWrapper<Webhooks>;
  WebhooksInput: WebhooksInput;
  Zone: ResolverTypeWrapper<Reference<'Zone'>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Binding: BindingRow;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  BindingInput: BindingInput;
  BoundsInput: BoundsInput;
  Float: Scalars['Float']['output'];
  BulkChangePayload: BulkChangeRow;
  ID: Scalars['ID']['output'];
  BulkPatchPropsInput: BulkPatchPropsInput;
  ClaimRunInput: ClaimRunInput;
  ClaimRunPayload: Omit<ClaimRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  CompleteRunInput: CompleteRunInput;
  Condition: Condition;
  CreateInstanceInput: CreateInstanceInput;
  Cursor: Scalars['Cursor']['output'];
  DatasetColumn: DatasetColumn;
  DatasetPreview: DatasetPreview;
  Boolean: Scalars['Boolean']['output'];
  DatasetPreviewInput: DatasetPreviewInput;
  DateTime: Scalars['DateTime']['output'];
  Definition: Reference<'Definition'>;
  DefinitionImpact: Omit<DefinitionImpact, 'instances'> & { instances: Array<ResolversParentTypes['ImpactedInstance']> };
  DefinitionVersion: Reference<'DefinitionVersion'>;
  DeletePayload: DeletePayload;
  DisplayEvent: DisplayEvent;
  DisplayKeyInput: DisplayKeyInput;
  DisplayKeyPayload: Omit<DisplayKeyPayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  EmitInstanceEventInput: EmitInstanceEventInput;
  EmitPayload: EmitPayload;
  ExpressionResult: ExpressionResult;
  FailRunInput: FailRunInput;
  Flow: FlowRow;
  FlowInput: FlowInput;
  GeoInput: GeoInput;
  Group: Reference<'Group'>;
  HealthProblem: HealthProblem;
  HeartbeatRunInput: HeartbeatRunInput;
  ImpactedInstance: Omit<ImpactedInstance, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  Instance: InstanceState;
  InstanceComponent: Omit<InstanceComponent, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  InstanceConnection: Omit<InstanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['InstanceEdge']>, nodes: Array<ResolversParentTypes['Instance']> };
  InstanceEdge: Omit<InstanceEdge, 'node'> & { node: ResolversParentTypes['Instance'] };
  InstanceEvent: InstanceEventRow;
  InstanceEventConnection: Omit<InstanceEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['InstanceEventEdge']>, nodes: Array<ResolversParentTypes['InstanceEvent']> };
  InstanceEventEdge: Omit<InstanceEventEdge, 'node'> & { node: ResolversParentTypes['InstanceEvent'] };
  InstanceFilter: InstanceFilter;
  InstanceHealth: InstanceHealth;
  InstancePayload: Omit<InstancePayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  InstanceScheduleInput: InstanceScheduleInput;
  InstanceSetEvent: Omit<InstanceSetEvent, 'instance'> & { instance?: Maybe<ResolversParentTypes['Instance']> };
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  KvEntry: KvEntry;
  KvPayload: KvPayload;
  Lineage: Omit<Lineage, 'nodes'> & { nodes: Array<ResolversParentTypes['LineageNode']> };
  LineageEdge: LineageEdge;
  LineageNode: LineageNodeRow;
  LockPathInput: LockPathInput;
  MacroPayload: Omit<MacroPayload, 'definitionVersion'> & { definitionVersion: ResolversParentTypes['DefinitionVersion'] };
  MoveInstanceInput: MoveInstanceInput;
  Mutation: Record<PropertyKey, never>;
  NearFilter: NearFilter;
  Operator: Operator;
  PageInfo: PageInfo;
  PatchPropsInput: PatchPropsInput;
  PlacementInput: PlacementInput;
  Principal: Reference<'Principal'>;
  Project: Reference<'Project'>;
  PromoteInstanceInput: PromoteInstanceInput;
  PropExplanation: PropExplanation;
  PropLayer: PropLayer;
  PropPathInput: PropPathInput;
  Query: Record<PropertyKey, never>;
  RefreshBindingsInput: RefreshBindingsInput;
  ReplacePropsInput: ReplacePropsInput;
  ReportDisplayStateInput: ReportDisplayStateInput;
  ResendWebhookDeliveryInput: ResendWebhookDeliveryInput;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  Run: RunRow;
  RunConnection: Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RunEdge']>, nodes: Array<ResolversParentTypes['Run']> };
  RunEdge: Omit<RunEdge, 'node'> & { node: ResolversParentTypes['Run'] };
  RunEvent: Omit<RunEvent, 'run'> & { run: ResolversParentTypes['Run'] };
  RunFilter: RunFilter;
  RunInput: RunInput;
  RunLogConnection: Omit<RunLogConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RunLogEdge']>, nodes: Array<ResolversParentTypes['RunLogEntry']> };
  RunLogEdge: Omit<RunLogEdge, 'node'> & { node: ResolversParentTypes['RunLogEntry'] };
  RunLogEntry: RunLogRow;
  RunPayload: Omit<RunPayload, 'run'> & { run: ResolversParentTypes['Run'] };
  SaveExperimentAsMacroInput: SaveExperimentAsMacroInput;
  Schedule: ScheduleRow;
  SchedulePayload: Omit<SchedulePayload, 'flow' | 'schedule'> & { flow: ResolversParentTypes['Flow'], schedule?: Maybe<ResolversParentTypes['Schedule']> };
  ScheduledTick: ScheduledTick;
  SemVer: Scalars['SemVer']['output'];
  SetBindingsInput: SetBindingsInput;
  SetDesiredLifecycleInput: SetDesiredLifecycleInput;
  SetFlowHandlesInput: SetFlowHandlesInput;
  SetKvInput: SetKvInput;
  SetOverrideInput: SetOverrideInput;
  SetScheduleEnabledInput: SetScheduleEnabledInput;
  SetScheduleInput: SetScheduleInput;
  SetUpstreamsInput: SetUpstreamsInput;
  SignalCheck: SignalCheck;
  SignalValidation: SignalValidation;
  Subscription: Record<PropertyKey, never>;
  TagFilter: TagFilter;
  Timeslot: Timeslot;
  TimeslotInput: TimeslotInput;
  TransitionInput: TransitionInput;
  TriggerRunInput: TriggerRunInput;
  UpdateInstanceInput: UpdateInstanceInput;
  UpgradeInstanceInput: UpgradeInstanceInput;
  UpstreamFreshness: Omit<UpstreamFreshness, 'blockers'> & { blockers: Array<ResolversParentTypes['Flow']> };
  UpstreamInput: UpstreamInput;
  UpstreamRef: UpstreamRefRow;
  WebhookDelivery: WebhookDeliveryRow;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryPayload: Omit<WebhookDeliveryPayload, 'delivery'> & { delivery: ResolversParentTypes['WebhookDelivery'] };
  WebhookSecretPayload: WebhookSecretPayload;
  Webhooks: Webhooks;
  WebhooksInput: WebhooksInput;
  Zone: Reference<'Zone'>;
};

export type BindingResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Binding'] = ResolversParentTypes['Binding']> = {
  intervalSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastResolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['BindingSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BindingState'], ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['BindingStrategy'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type BulkChangePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['BulkChangePayload'] = ResolversParentTypes['BulkChangePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<BulkChangePayloadInstancesArgs, 'first'>>;
  targeted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimRunPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ClaimRunPayload'] = ResolversParentTypes['ClaimRunPayload']> = {
  input?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  lease?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type DatasetColumnResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DatasetColumn'] = ResolversParentTypes['DatasetColumn']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DatasetPreviewResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DatasetPreview'] = ResolversParentTypes['DatasetPreview']> = {
  columns?: Resolver<Array<ResolversTypes['DatasetColumn']>, ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DefinitionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Definition'] = ResolversParentTypes['Definition'], FederationReferenceType extends FederationReferenceTypes['Definition'] = FederationReferenceTypes['Definition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Definition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<DefinitionInstancesArgs, 'first'>>;
};

export type DefinitionImpactResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DefinitionImpact'] = ResolversParentTypes['DefinitionImpact']> = {
  breaks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  instances?: Resolver<Array<ResolversTypes['ImpactedInstance']>, ParentType, ContextType>;
  moves?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DefinitionVersionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DefinitionVersion'] = ResolversParentTypes['DefinitionVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeletePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DeletePayload'] = ResolversParentTypes['DeletePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisplayEventResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DisplayEvent'] = ResolversParentTypes['DisplayEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bundleUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  effectiveProps?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  lifecycle?: Resolver<ResolversTypes['Lifecycle'], ParentType, ContextType>;
  patch?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['InstanceEventType'], ParentType, ContextType>;
};

export type DisplayKeyPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DisplayKeyPayload'] = ResolversParentTypes['DisplayKeyPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmitPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['EmitPayload'] = ResolversParentTypes['EmitPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ExpressionResultResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ExpressionResult'] = ResolversParentTypes['ExpressionResult']> = {
  lastDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  preview?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
};

export type FlowResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Flow'] = ResolversParentTypes['Flow']> = {
  codeRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  downstreams?: Resolver<Array<ResolversTypes['Flow']>, ParentType, ContextType>;
  freshnessSlaSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  handles?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  lastRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  lastSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  memoryMb?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedulable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  staleReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  staleSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Readiness'], ParentType, ContextType>;
  timeoutSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  upstreamRefs?: Resolver<Array<ResolversTypes['UpstreamRef']>, ParentType, ContextType>;
  upstreams?: Resolver<Array<ResolversTypes['Flow']>, ParentType, ContextType>;
};

export type GroupResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group'], FederationReferenceType extends FederationReferenceTypes['Group'] = FederationReferenceTypes['Group']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Group']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<GroupInstancesArgs, 'first'>>;
};

export type HealthProblemResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['HealthProblem'] = ResolversParentTypes['HealthProblem']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['HealthSource'], ParentType, ContextType>;
};

export type ImpactedInstanceResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ImpactedInstance'] = ResolversParentTypes['ImpactedInstance']> = {
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstanceResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance'], FederationReferenceType extends FederationReferenceTypes['Instance'] = FederationReferenceTypes['Instance']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Instance']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ancestors?: Resolver<Array<ResolversTypes['Instance']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bindings?: Resolver<Array<ResolversTypes['Binding']>, ParentType, ContextType>;
  children?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<InstanceChildrenArgs, 'first'>>;
  components?: Resolver<Array<ResolversTypes['InstanceComponent']>, ParentType, ContextType>;
  conditions?: Resolver<Array<ResolversTypes['Condition']>, ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType>;
  definitionVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  descendants?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<InstanceDescendantsArgs, 'first'>>;
  desiredLifecycle?: Resolver<ResolversTypes['Lifecycle'], ParentType, ContextType>;
  effectiveProps?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  effectiveWindow?: Resolver<Maybe<ResolversTypes['Timeslot']>, ParentType, ContextType>;
  explainProp?: Resolver<ResolversTypes['PropExplanation'], ParentType, ContextType, RequireFields<InstanceExplainPropArgs, 'path'>>;
  flows?: Resolver<Array<ResolversTypes['Flow']>, ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hasDisplayKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['InstanceHealth'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['InstanceEventConnection'], ParentType, ContextType, RequireFields<InstanceHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InstanceKind'], ParentType, ContextType>;
  lifecycle?: Resolver<ResolversTypes['Lifecycle'], ParentType, ContextType>;
  maxVersion?: Resolver<Maybe<ResolversTypes['SemVer']>, ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedGeneration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  pausedByAncestorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  persistence?: Resolver<ResolversTypes['Persistence'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  promotedFrom?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  props?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  readiness?: Resolver<Maybe<ResolversTypes['Readiness']>, ParentType, ContextType>;
  readinessExplanation?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<InstanceRunsArgs, 'first'>>;
  runtime?: Resolver<ResolversTypes['InstanceRuntime'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shownRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeslot?: Resolver<Maybe<ResolversTypes['Timeslot']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  upgradeStrategy?: Resolver<ResolversTypes['UpgradeStrategy'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['Visibility'], ParentType, ContextType>;
  webhooks?: Resolver<Maybe<ResolversTypes['Webhooks']>, ParentType, ContextType>;
};

export type InstanceComponentResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceComponent'] = ResolversParentTypes['InstanceComponent']> = {
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstanceConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceConnection'] = ResolversParentTypes['InstanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InstanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Instance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstanceEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceEdge'] = ResolversParentTypes['InstanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
};

export type InstanceEventResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceEvent'] = ResolversParentTypes['InstanceEvent']> = {
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  patch?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['InstanceEventType'], ParentType, ContextType>;
};

export type InstanceEventConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceEventConnection'] = ResolversParentTypes['InstanceEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InstanceEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InstanceEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstanceEventEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceEventEdge'] = ResolversParentTypes['InstanceEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InstanceEvent'], ParentType, ContextType>;
};

export type InstanceHealthResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceHealth'] = ResolversParentTypes['InstanceHealth']> = {
  problems?: Resolver<Array<ResolversTypes['HealthProblem']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
};

export type InstancePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstancePayload'] = ResolversParentTypes['InstancePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstanceSetEventResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceSetEvent'] = ResolversParentTypes['InstanceSetEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['SetChange'], ParentType, ContextType>;
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type KvEntryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['KvEntry'] = ResolversParentTypes['KvEntry']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type KvPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['KvPayload'] = ResolversParentTypes['KvPayload']> = {
  entry?: Resolver<Maybe<ResolversTypes['KvEntry']>, ParentType, ContextType>;
};

export type LineageResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Lineage'] = ResolversParentTypes['Lineage']> = {
  edges?: Resolver<Array<ResolversTypes['LineageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LineageNode']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LineageEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['LineageEdge'] = ResolversParentTypes['LineageEdge']> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LineageNodeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['LineageNode'] = ResolversParentTypes['LineageNode']> = {
  definition?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType>;
  flow?: Resolver<Maybe<ResolversTypes['Flow']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
};

export type MacroPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['MacroPayload'] = ResolversParentTypes['MacroPayload']> = {
  definitionVersion?: Resolver<ResolversTypes['DefinitionVersion'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationArchiveInstanceArgs, 'input'>>;
  bulkPatchProps?: Resolver<ResolversTypes['BulkChangePayload'], ParentType, ContextType, RequireFields<MutationBulkPatchPropsArgs, 'input'>>;
  cancelRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  claimRun?: Resolver<ResolversTypes['ClaimRunPayload'], ParentType, ContextType, RequireFields<MutationClaimRunArgs, 'input'>>;
  clearOverride?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationClearOverrideArgs, 'input'>>;
  clearSchedule?: Resolver<ResolversTypes['SchedulePayload'], ParentType, ContextType, RequireFields<MutationClearScheduleArgs, 'input'>>;
  completeRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCompleteRunArgs, 'input'>>;
  createInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationCreateInstanceArgs, 'input'>>;
  deleteInstance?: Resolver<ResolversTypes['DeletePayload'], ParentType, ContextType, RequireFields<MutationDeleteInstanceArgs, 'input'>>;
  emitInstanceEvent?: Resolver<ResolversTypes['EmitPayload'], ParentType, ContextType, RequireFields<MutationEmitInstanceEventArgs, 'input'>>;
  failRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationFailRunArgs, 'input'>>;
  heartbeatRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationHeartbeatRunArgs, 'input'>>;
  issueDisplayKey?: Resolver<ResolversTypes['DisplayKeyPayload'], ParentType, ContextType, RequireFields<MutationIssueDisplayKeyArgs, 'input'>>;
  lockPath?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationLockPathArgs, 'input'>>;
  moveInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationMoveInstanceArgs, 'input'>>;
  patchProps?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPatchPropsArgs, 'input'>>;
  pauseInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPauseInstanceArgs, 'input'>>;
  promoteInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPromoteInstanceArgs, 'input'>>;
  refreshBindings?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationRefreshBindingsArgs, 'input'>>;
  replaceProps?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationReplacePropsArgs, 'input'>>;
  reportDisplayState?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationReportDisplayStateArgs, 'input'>>;
  resendWebhookDelivery?: Resolver<ResolversTypes['WebhookDeliveryPayload'], ParentType, ContextType, RequireFields<MutationResendWebhookDeliveryArgs, 'input'>>;
  resumeInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationResumeInstanceArgs, 'input'>>;
  retryRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationRetryRunArgs, 'input'>>;
  revokeDisplayKey?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationRevokeDisplayKeyArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['WebhookSecretPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  saveExperimentAsMacro?: Resolver<ResolversTypes['MacroPayload'], ParentType, ContextType, RequireFields<MutationSaveExperimentAsMacroArgs, 'input'>>;
  setBindings?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetBindingsArgs, 'input'>>;
  setDesiredLifecycle?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetDesiredLifecycleArgs, 'input'>>;
  setFlowHandles?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetFlowHandlesArgs, 'input'>>;
  setKv?: Resolver<ResolversTypes['KvPayload'], ParentType, ContextType, RequireFields<MutationSetKvArgs, 'input'>>;
  setOverride?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetOverrideArgs, 'input'>>;
  setSchedule?: Resolver<ResolversTypes['SchedulePayload'], ParentType, ContextType, RequireFields<MutationSetScheduleArgs, 'input'>>;
  setScheduleEnabled?: Resolver<ResolversTypes['SchedulePayload'], ParentType, ContextType, RequireFields<MutationSetScheduleEnabledArgs, 'input'>>;
  setUpstreams?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetUpstreamsArgs, 'input'>>;
  startInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationStartInstanceArgs, 'input'>>;
  stopInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationStopInstanceArgs, 'input'>>;
  triggerRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationTriggerRunArgs, 'input'>>;
  unlockPath?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUnlockPathArgs, 'input'>>;
  updateInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUpdateInstanceArgs, 'input'>>;
  upgradeInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUpgradeInstanceArgs, 'input'>>;
};

export type OperatorResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Operator'] = ResolversParentTypes['Operator']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  periods?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrincipalResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PropExplanationResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PropExplanation'] = ResolversParentTypes['PropExplanation']> = {
  layers?: Resolver<Array<ResolversTypes['PropLayer']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PropLayerResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PropLayer'] = ResolversParentTypes['PropLayer']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  layer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  writerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  checkDefinitionVersion?: Resolver<ResolversTypes['DefinitionImpact'], ParentType, ContextType, RequireFields<QueryCheckDefinitionVersionArgs, 'definitionVersionId'>>;
  datasetPreview?: Resolver<ResolversTypes['DatasetPreview'], ParentType, ContextType, RequireFields<QueryDatasetPreviewArgs, 'id'>>;
  evaluateExpression?: Resolver<ResolversTypes['ExpressionResult'], ParentType, ContextType, RequireFields<QueryEvaluateExpressionArgs, 'expression'>>;
  globalInstance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType, RequireFields<QueryInstanceArgs, 'id'>>;
  instanceTree?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<QueryInstanceTreeArgs, 'first' | 'rootId'>>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<QueryInstancesArgs, 'first'>>;
  kv?: Resolver<Maybe<ResolversTypes['KvEntry']>, ParentType, ContextType, RequireFields<QueryKvArgs, 'key'>>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<QueryLineageArgs, 'depth' | 'direction' | 'id'>>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType, RequireFields<QueryOperatorArgs, 'name'>>;
  operators?: Resolver<Array<ResolversTypes['Operator']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<QueryRunsArgs, 'first'>>;
  schedulePreview?: Resolver<Array<ResolversTypes['ScheduledTick']>, ParentType, ContextType, RequireFields<QuerySchedulePreviewArgs, 'count' | 'expression' | 'timezone'>>;
  upstreamFreshness?: Resolver<ResolversTypes['UpstreamFreshness'], ParentType, ContextType, RequireFields<QueryUpstreamFreshnessArgs, 'flowId'>>;
  validateSignal?: Resolver<ResolversTypes['SignalValidation'], ParentType, ContextType, RequireFields<QueryValidateSignalArgs, 'id'>>;
  webhookDeliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'first'>>;
};

export type RunResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run'], FederationReferenceType extends FederationReferenceTypes['Run'] = FederationReferenceTypes['Run']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Run']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blockedBy?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  cancelRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  codeRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  configHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definitionVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  flow?: Resolver<ResolversTypes['Flow'], ParentType, ContextType>;
  fullMetrics?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  fullOutputs?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['RunLogConnection'], ParentType, ContextType, RequireFields<RunLogArgs, 'first'>>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  notBefore?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outputs?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  propsRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  queuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retriedBy?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  retryOf?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  scheduledFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  upstreamRunIds?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunEventResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunEvent'] = ResolversParentTypes['RunEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunLogConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunLogConnection'] = ResolversParentTypes['RunLogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RunLogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunLogEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunLogEdge'] = ResolversParentTypes['RunLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RunLogEntry'], ParentType, ContextType>;
};

export type RunLogEntryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunLogEntry'] = ResolversParentTypes['RunLogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunPayload'] = ResolversParentTypes['RunPayload']> = {
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  catchUp?: Resolver<ResolversTypes['CatchUp'], ParentType, ContextType>;
  concurrency?: Resolver<ResolversTypes['ConcurrencyPolicy'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastTickAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextTickAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timezone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ScheduleType'], ParentType, ContextType>;
};

export type SchedulePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['SchedulePayload'] = ResolversParentTypes['SchedulePayload']> = {
  flow?: Resolver<ResolversTypes['Flow'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
};

export type ScheduledTickResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ScheduledTick'] = ResolversParentTypes['ScheduledTick']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dst?: Resolver<ResolversTypes['DstKind'], ParentType, ContextType>;
  local?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface SemVerScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SemVer'], any> {
  name: 'SemVer';
}

export type SignalCheckResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['SignalCheck'] = ResolversParentTypes['SignalCheck']> = {
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SignalValidationResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['SignalValidation'] = ResolversParentTypes['SignalValidation']> = {
  checks?: Resolver<Array<ResolversTypes['SignalCheck']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  displayChanged?: SubscriptionResolver<ResolversTypes['DisplayEvent'], "displayChanged", ParentType, ContextType, RequireFields<SubscriptionDisplayChangedArgs, 'instanceId'>>;
  instanceChanged?: SubscriptionResolver<ResolversTypes['InstanceEvent'], "instanceChanged", ParentType, ContextType, RequireFields<SubscriptionInstanceChangedArgs, 'id'>>;
  instancesChanged?: SubscriptionResolver<ResolversTypes['InstanceSetEvent'], "instancesChanged", ParentType, ContextType, RequireFields<SubscriptionInstancesChangedArgs, 'filter'>>;
  runChanged?: SubscriptionResolver<ResolversTypes['RunEvent'], "runChanged", ParentType, ContextType, Partial<SubscriptionRunChangedArgs>>;
};

export type TimeslotResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Timeslot'] = ResolversParentTypes['Timeslot']> = {
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UpstreamFreshnessResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['UpstreamFreshness'] = ResolversParentTypes['UpstreamFreshness']> = {
  blockers?: Resolver<Array<ResolversTypes['Flow']>, ParentType, ContextType>;
  ready?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpstreamRefResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['UpstreamRef'] = ResolversParentTypes['UpstreamRef']> = {
  flow?: Resolver<ResolversTypes['Flow'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['WebhookEvent'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookDeliveryPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['WebhookDeliveryPayload'] = ResolversParentTypes['WebhookDeliveryPayload']> = {
  delivery?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookSecretPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['WebhookSecretPayload'] = ResolversParentTypes['WebhookSecretPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhooksResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Webhooks'] = ResolversParentTypes['Webhooks']> = {
  onError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  onInteraction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  onPropsChange?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ZoneResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Zone'] = ResolversParentTypes['Zone'], FederationReferenceType extends FederationReferenceTypes['Zone'] = FederationReferenceTypes['Zone']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Zone']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<ZoneInstancesArgs, 'first'>>;
};

export type Resolvers<ContextType = RuntimeContext> = {
  Binding?: BindingResolvers<ContextType>;
  BulkChangePayload?: BulkChangePayloadResolvers<ContextType>;
  ClaimRunPayload?: ClaimRunPayloadResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DatasetColumn?: DatasetColumnResolvers<ContextType>;
  DatasetPreview?: DatasetPreviewResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Definition?: DefinitionResolvers<ContextType>;
  DefinitionImpact?: DefinitionImpactResolvers<ContextType>;
  DefinitionVersion?: DefinitionVersionResolvers<ContextType>;
  DeletePayload?: DeletePayloadResolvers<ContextType>;
  DisplayEvent?: DisplayEventResolvers<ContextType>;
  DisplayKeyPayload?: DisplayKeyPayloadResolvers<ContextType>;
  EmitPayload?: EmitPayloadResolvers<ContextType>;
  ExpressionResult?: ExpressionResultResolvers<ContextType>;
  Flow?: FlowResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  HealthProblem?: HealthProblemResolvers<ContextType>;
  ImpactedInstance?: ImpactedInstanceResolvers<ContextType>;
  Instance?: InstanceResolvers<ContextType>;
  InstanceComponent?: InstanceComponentResolvers<ContextType>;
  InstanceConnection?: InstanceConnectionResolvers<ContextType>;
  InstanceEdge?: InstanceEdgeResolvers<ContextType>;
  InstanceEvent?: InstanceEventResolvers<ContextType>;
  InstanceEventConnection?: InstanceEventConnectionResolvers<ContextType>;
  InstanceEventEdge?: InstanceEventEdgeResolvers<ContextType>;
  InstanceHealth?: InstanceHealthResolvers<ContextType>;
  InstancePayload?: InstancePayloadResolvers<ContextType>;
  InstanceSetEvent?: InstanceSetEventResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  KvEntry?: KvEntryResolvers<ContextType>;
  KvPayload?: KvPayloadResolvers<ContextType>;
  Lineage?: LineageResolvers<ContextType>;
  LineageEdge?: LineageEdgeResolvers<ContextType>;
  LineageNode?: LineageNodeResolvers<ContextType>;
  MacroPayload?: MacroPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operator?: OperatorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  PropExplanation?: PropExplanationResolvers<ContextType>;
  PropLayer?: PropLayerResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunEvent?: RunEventResolvers<ContextType>;
  RunLogConnection?: RunLogConnectionResolvers<ContextType>;
  RunLogEdge?: RunLogEdgeResolvers<ContextType>;
  RunLogEntry?: RunLogEntryResolvers<ContextType>;
  RunPayload?: RunPayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  SchedulePayload?: SchedulePayloadResolvers<ContextType>;
  ScheduledTick?: ScheduledTickResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  SignalCheck?: SignalCheckResolvers<ContextType>;
  SignalValidation?: SignalValidationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Timeslot?: TimeslotResolvers<ContextType>;
  UpstreamFreshness?: UpstreamFreshnessResolvers<ContextType>;
  UpstreamRef?: UpstreamRefResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookDeliveryPayload?: WebhookDeliveryPayloadResolvers<ContextType>;
  WebhookSecretPayload?: WebhookSecretPayloadResolvers<ContextType>;
  Webhooks?: WebhooksResolvers<ContextType>;
  Zone?: ZoneResolvers<ContextType>;
};

