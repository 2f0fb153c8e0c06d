import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { InstanceState } from '../../../schema/events.ts';
import type { BindingRow, InstanceEventRow, BulkChangeRow, ConvergenceRow, FlowRow, LineageNodeRow, UpstreamRefRow, RunRow, RunLogRow, ScheduleRow, ProgrammeRow, ProgrammeEntryRow, ProgrammeSegmentRow, InstanceProgrammeRow, PropLayerRow } from './rows.ts';
import type { ActivityRow } from '../store/activities/activity-log.ts';
import type { RolloutRow } from '../store/rollouts/rollouts.ts';
import type { RolloutInstanceRow } from '../store/rollouts/rollout-instances.ts';
import type { Plan } from '../actions/rollouts/plan-upgrade.ts';
import type { WebhookDeliveryRow } from '../store/webhooks/webhook-deliveries.ts';
import type { ModelVersionRow } from '../store/flows/model-versions.ts';
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

/** One thing that was done, or refused. Never changed; removed only when its retention ends. */
export type Activity = {
  /** What was done: the subject and a past participle, such as 'instance.props-patched'. 'mutation.refused' is an attempt that was forbidden. */
  action: Scalars['String']['output'];
  /** Who did it; null for an anonymous viewer, a screen, and Marquee itself. */
  actor?: Maybe<Principal>;
  /** What was there after; null where nothing was, or where it is not recorded. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** What was there before; null where nothing was, or where it is not recorded. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** Shared by everything that one mutation did. */
  changeId: Scalars['ID']['output'];
  /** Id of the activity. */
  id: Scalars['ID']['output'];
  /** Id of what it was done to; name of the mutation for a refused one. */
  resourceId: Scalars['String']['output'];
  /** What it was done to: 'Instance', 'Run', 'Definition' and so on; 'Mutation' for a refused one. */
  resourceType: Scalars['String']['output'];
};

/** A page of activities. */
export type ActivityConnection = {
  /** The activities of this page with their cursors. */
  edges: Array<ActivityEdge>;
  /** The activities of this page. */
  nodes: Array<Activity>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of activities on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's activities with its cursor. */
export type ActivityEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Activity;
};

/** Selects activities. All given members must hold. */
export type ActivityFilter = {
  /** One of these actions. */
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Done by this principal. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of this change. */
  changeId?: InputMaybe<Scalars['ID']['input']>;
  /** Done to this thing. */
  resourceId?: InputMaybe<Scalars['String']['input']>;
  /** Done to things of this type. */
  resourceType?: InputMaybe<Scalars['String']['input']>;
  /** Done at or after this time. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Done before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A prop that follows a source. */
export type Binding = {
  /** For POLL: seconds between reads. */
  intervalSeconds?: Maybe<Scalars['Int']['output']>;
  /** The top-level prop it fills. */
  key: Scalars['String']['output'];
  /** Why the last read failed. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** When this value was first read; reading an equal value again changes nothing. */
  lastResolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it reads, and after '#' a JSON pointer to a part of it, or 'jmespath:' and an expression. In feeds, and for viewers who may not write, an address is shown without its query. */
  path: Scalars['String']['output'];
  /** Where it reads. */
  source: BindingSource;
  /** Whether the last read succeeded. */
  state: BindingState;
  /** How it follows the source. */
  strategy: BindingStrategy;
  /** The last good value; null when lower layers are shown. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** A binding. */
export type BindingInput = {
  /** For POLL: seconds between reads, at least 1. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The top-level prop to fill. */
  key: Scalars['String']['input'];
  /** 'alerts:42', 'https://host/path#/next', 'inst-a1b2c3d4#/title', or JSON text for STATIC. Instead of a JSON pointer, a JMESPath expression can select: 'https://host/path#jmespath:next[0].time' (percent-encoded as in any fragment, at most 500 characters). */
  path: Scalars['String']['input'];
  /** For WEBHOOK: 16 to 200 characters, or 'whsec_' followed by base64. Never returned; when left out, the previous one stays. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Where to read. */
  source: BindingSource;
  /** How to follow the source. Default: STATIC. */
  strategy?: InputMaybe<BindingStrategy>;
  /** For SSE: address of the stream, when it differs from the path's. */
  url?: InputMaybe<Scalars['String']['input']>;
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
  east: Scalars['Float']['input'];
  /** Northern latitude. */
  north: Scalars['Float']['input'];
  /** Southern latitude. */
  south: Scalars['Float']['input'];
  /** Western longitude. */
  west: Scalars['Float']['input'];
};

/** Result of a bulk change. */
export type BulkChangePayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** How many of them the patch changed. */
  changed: Scalars['Int']['output'];
  /** How far it has come on their screens, after `waitFor`. */
  convergence: ChangeConvergence;
  /** The changed instances. */
  instances: InstanceConnection;
  /** How many instances matched. */
  targeted: Scalars['Int']['output'];
};


/** Result of a bulk change. */
export type BulkChangePayloadInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One patch for many instances. */
export type BulkPatchPropsInput = {
  /** Selects the instances; must not be empty. */
  filter: InstanceFilter;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
  patch: Scalars['JSONObject']['input'];
  /** Answers when so many screens show it, or when the time is over. `change` tells how it goes on. */
  waitFor?: InputMaybe<WaitForShownInput>;
};

/** A named list of dates that windows leave out, such as public holidays. */
export type Calendar = {
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Its dates, in order. */
  dates: Array<CalendarDate>;
  /** Id of the calendar. */
  id: Scalars['ID']['output'];
  /** Its name; unique in the tenant. */
  name: Scalars['String']['output'];
  /** Counts its changes, from 1. */
  revision: Scalars['Int']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of calendars. */
export type CalendarConnection = {
  /** The calendars of this page with their cursors. */
  edges: Array<CalendarEdge>;
  /** The calendars of this page. */
  nodes: Array<Calendar>;
  /** Position of the page in the whole list. */
  pageInfo: PageInfo;
  /** Number of calendars over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A date of a calendar. */
export type CalendarDate = {
  /** The date: '2027-12-25'. */
  date: Scalars['String']['output'];
  /** What day it is. */
  name?: Maybe<Scalars['String']['output']>;
};

/** A date of a calendar. */
export type CalendarDateInput = {
  /** The date: '2027-12-25'. */
  date: Scalars['String']['input'];
  /** What day it is. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A calendar in a page. */
export type CalendarEdge = {
  /** Its position. */
  cursor: Scalars['String']['output'];
  /** The calendar. */
  node: Calendar;
};

/** A calendar after a change. */
export type CalendarPayload = {
  /** The calendar. */
  calendar: Calendar;
  /** Id of the change. */
  changeId: Scalars['ID']['output'];
};

/** What to do with ticks that were missed while no scheduler was running. */
export type CatchUp =
  /** Run all of them in order, at most the newest hundred. */
  | 'ALL'
  /** Run the latest one. */
  | 'LATEST'
  /** Skip them. */
  | 'NONE';

/** A change, as far as the viewer may see what it changed. */
export type Change = {
  /** How far it has come on screens. */
  convergence: ChangeConvergence;
  /** Its id, as every mutation returns it. */
  id: Scalars['ID']['output'];
};

/** How far a change has come on the screens of the instances that it changed. */
export type ChangeConvergence = {
  /** How many of them whose living screens have all received it. */
  delivered: Scalars['Int']['output'];
  /** How many of them do not show it and have a screen that is FAILED or STUCK. */
  failed: Scalars['Int']['output'];
  /** Milliseconds until half of those that show it had painted it, the slowest screen of each counted; null where none does. */
  p50Ms?: Maybe<Scalars['Int']['output']>;
  /** The same for 95 percent of them. */
  p95Ms?: Maybe<Scalars['Int']['output']>;
  /** How many of them whose living screens have all painted it, or something newer. */
  shown: Scalars['Int']['output'];
  /** How many instances it changed. */
  targeted: Scalars['Int']['output'];
  /** How many of them have no screen that reports. */
  unreachable: Scalars['Int']['output'];
  /** Those without a screen that reports, by id. */
  unreachableInstances: Array<Instance>;
};


/** How far a change has come on the screens of the instances that it changed. */
export type ChangeConvergenceUnreachableInstancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a worker can carry out. */
export type ClaimRunInput = {
  /** Keys of the executors it has, 1 to 100. */
  codeRefs: Array<Scalars['String']['input']>;
  /** 5 to 3600. A worker silent for longer loses the run, which is CRASHED and retried. */
  leaseSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the worker, shown on the run. */
  worker: Scalars['String']['input'];
};

/** The leased run. */
export type ClaimRunPayload = {
  /** { run, config, props, parameters, upstreams, components, previous }. */
  input?: Maybe<Scalars['JSONObject']['output']>;
  /** Send it with every report about the run. */
  lease?: Maybe<Scalars['String']['output']>;
  /** Null when nothing can start. */
  run?: Maybe<Run>;
};

/** Results of a run. */
export type CompleteRunInput = {
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** The lease from claimRun. */
  lease: Scalars['String']['input'];
  /** Measurements. */
  metrics?: InputMaybe<Scalars['JSONObject']['input']>;
  /** At most 8 MB. */
  outputs?: InputMaybe<Scalars['JSONObject']['input']>;
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

/** A problem that holds until it is resolved. */
export type Condition = {
  /** Facts for programs. */
  details?: Maybe<Scalars['JSON']['output']>;
  /** What is wrong. */
  message: Scalars['String']['output'];
  /** When it began. */
  since: Scalars['DateTime']['output'];
  /** What kind of problem, such as UpgradeBlocked or BindingFailing. */
  type: Scalars['String']['output'];
};

/** Which screen shows which instance. */
export type ConfirmEnrolmentInput = {
  /** The code on the screen; upper and lower case, spaces and dashes do not matter. */
  code: Scalars['String']['input'];
  /** Id of the instance that it shows from now on. */
  instanceId: Scalars['ID']['input'];
  /** What the screen is called among the credentials. 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How long its key works, in seconds, 60 to 315360000 (10 years). Default: until it is revoked. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The enrolled screen. */
export type ConfirmEnrolmentPayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** Id of the screen's key among the credentials, for revokeCredential. */
  credentialId: Scalars['ID']['output'];
  /** The instance in its new state. */
  instance: Instance;
  /** The revision that the change made. */
  revision: Scalars['Int']['output'];
};

/** A calendar, from a list of dates or from an iCalendar text. */
export type CreateCalendarInput = {
  /** Its dates. Either dates or ics. */
  dates?: InputMaybe<Array<CalendarDateInput>>;
  /** An iCalendar text (RFC 5545): the days of its all-day events in this year, the last and the next ten, those that recur expanded. */
  ics?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Unique in the tenant; CONFLICT when it is taken. 1 to 200 characters. */
  name: Scalars['String']['input'];
};

/** An instance to create. */
export type CreateInstanceInput = {
  /** Props that follow a source; at most 50. */
  bindings?: InputMaybe<Array<BindingInput>>;
  /** How it works, validated by parametersSchema. */
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Type key of its definition; required for kinds that have definitions. */
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  /** Version to start with. Default: the greatest published one. */
  definitionVersion?: InputMaybe<Scalars['SemVer']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its kind. */
  kind?: InputMaybe<InstanceKind>;
  /** The greatest version it may follow. */
  maxVersion?: InputMaybe<Scalars['SemVer']['input']>;
  /** Free-form data that Marquee stores and never interprets. */
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Unique per project and scope among instances that are not archived. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Default: none, except that a HOPPER of scope ORCHESTRATION is placed below the HOPPER of its project, which is created when the GLOBAL one says so (delegation.auto_create_project_instances). */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** How long it lives. */
  persistence?: InputMaybe<Persistence>;
  /** Where it is. */
  placement?: InputMaybe<PlacementInput>;
  /** Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Its own props, validated by propsSchema. */
  props?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What slow or reconnecting subscribers of displayChanged get. */
  runtime?: InputMaybe<InstanceRuntime>;
  /** Schedule of its flow, created in the same change. Whatever setSchedule would refuse refuses the instance. It fires once the instance is started. */
  schedule?: InputMaybe<InstanceScheduleInput>;
  /** How far it reaches. */
  scope?: InputMaybe<Scope>;
  /** The window in which it lives; not for untimed kinds. */
  timeslot?: InputMaybe<TimeslotInput>;
  /** Which new versions it follows by itself. */
  upgradeStrategy?: InputMaybe<UpgradeStrategy>;
  /** Who may read it without a credential. */
  visibility?: InputMaybe<Visibility>;
  /** Addresses to tell of events. */
  webhooks?: InputMaybe<WebhooksInput>;
};

/** A programme for one display, or for all that a filter matches. */
export type CreateProgrammeInput = {
  /** What it shows in which windows. */
  entries: Array<ProgrammeEntryInput>;
  /** The displays that it is for, evaluated live, as far as the writer may patch their props. Must narrow (EMPTY_SELECTOR) and not ask for propsContain, presence or readiness. A display that an entry does not fit keeps what it has and gets the condition ProgrammeBlocked. */
  filter?: InputMaybe<InstanceFilter>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The display that it is for. Entries that do not fit its definition are SCHEMA_VIOLATION, with pointers. Either instanceId or filter. */
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  /** Unique in the tenant; CONFLICT when it is taken. 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** IANA time zone of windows on displays whose place says none. Default: UTC. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** A column of the rows. */
export type DatasetColumn = {
  /** Name of the column. */
  name: Scalars['String']['output'];
  /** Type of the column in DuckDB's terms: DATE, DOUBLE, VARCHAR. */
  type: Scalars['String']['output'];
};

/** Rows of a dataset. */
export type DatasetPreview = {
  /** The columns of the rows. */
  columns: Array<DatasetColumn>;
  /** Whether rows were left out because of the byte limit. */
  isTruncated: Scalars['Boolean']['output'];
  /** Oldest first. Fewer than requested when they would exceed the byte limit; see isTruncated. */
  rows: Array<Scalars['JSONObject']['output']>;
  /** Number of rows that match, on all pages. */
  total: Scalars['Int']['output'];
};

/** Which rows to read. */
export type DatasetPreviewInput = {
  /** Rows as they were known at this time; requires the accessor data/pit. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** Columns to read; requires the accessor data/field. */
  columns?: InputMaybe<Array<Scalars['String']['input']>>;
  /** First date. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1000. */
  limit?: InputMaybe<Scalars['Int']['input']>;
  /** Number of rows to skip. */
  offset?: InputMaybe<Scalars['Int']['input']>;
  /** Rows as this run left them. Default: the last successful run. CONDITION_FAILED when that version has been deleted. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** Last date, inclusive. */
  to?: InputMaybe<Scalars['String']['input']>;
  /** Values that columns must equal. */
  where?: InputMaybe<Scalars['JSONObject']['input']>;
};

export type Definition = {
  /** Id of the definition. */
  id: Scalars['ID']['output'];
  /** Who uses it. */
  instances: InstanceConnection;
};


export type DefinitionInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Effect of a version on existing instances. All are counted; the first 200 of each verdict are listed. */
export type DefinitionImpact = {
  /** How many would follow it but cannot, because their props or config do not fit. */
  breaks: Scalars['Int']['output'];
  /** Those that break first, then those that move, then those that stay. */
  instances: Array<ImpactedInstance>;
  /** How many follow it. */
  moves: Scalars['Int']['output'];
  /** How many stay: pinned, limited by maxVersion, or already there. */
  stays: Scalars['Int']['output'];
};

export type DefinitionVersion = {
  /** Id of the version. */
  id: Scalars['ID']['output'];
};

/** Names a calendar. */
export type DeleteCalendarInput = {
  /** Id of the calendar. */
  id: Scalars['ID']['input'];
};

/** The calendar that was deleted. */
export type DeleteCalendarPayload = {
  /** Id of the change. */
  changeId: Scalars['ID']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
};

/** What was deleted. */
export type DeletePayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** Id of the deleted object. */
  id: Scalars['ID']['output'];
};

/** Names a programme. */
export type DeleteProgrammeInput = {
  /** Id of the programme. */
  id: Scalars['ID']['input'];
};

/** The programme that was deleted. */
export type DeleteProgrammePayload = {
  /** Id of the change. */
  changeId: Scalars['ID']['output'];
  /** Id of the deleted programme. */
  id: Scalars['ID']['output'];
};

/** One screen of an instance, as it reported last. */
export type Display = {
  /** Since when a newer revision waits to be painted, for longer than 15 seconds; null otherwise. */
  behindSince?: Maybe<Scalars['DateTime']['output']>;
  /** How far its clock is ahead of the server's, in milliseconds, the way of the report included. */
  clockOffsetMs?: Maybe<Scalars['Int']['output']>;
  /** The name that the screen gives itself; null for one without, and for viewers who may not read the instance by a role. */
  device?: Maybe<Scalars['String']['output']>;
  /** What went wrong; null when nothing did. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it reported last. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Whether it reports. */
  presence: Presence;
  /** The newest revision that has arrived there. */
  receivedRevision?: Maybe<Scalars['Int']['output']>;
  /** The revision that it has painted. */
  shownRevision?: Maybe<Scalars['Int']['output']>;
  /** The version of the component that it has painted; null where that is not known. */
  shownVersion?: Maybe<DefinitionVersion>;
  /** When it first reported since it was away. */
  since: Scalars['DateTime']['output'];
  /** How the component stands on it. */
  state: ScreenState;
  /** Since when it stands so. */
  stateSince: Scalars['DateTime']['output'];
  /** Its browser; null for viewers who may not read the instance by a role. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** What a screen needs to follow its instance. */
export type DisplayEvent = {
  /** When it was committed. */
  at: Scalars['DateTime']['output'];
  /** Address of the component's module; null without a component. */
  bundleUrl?: Maybe<Scalars['String']['output']>;
  /** Resumes after this event. */
  cursor: Scalars['Cursor']['output'];
  /** Everything to show; null when `patch` is enough. */
  effectiveProps?: Maybe<Scalars['JSONObject']['output']>;
  /** The lifecycle state. */
  lifecycle: Lifecycle;
  /** Merge patch over effectiveProps against the previous state. */
  patch?: Maybe<Scalars['JSONObject']['output']>;
  /** The revision that the change made. */
  revision: Scalars['Int']['output'];
  /** What changed. */
  type: InstanceEventType;
};

/** Names the instance whose key is issued or revoked. */
export type DisplayKeyInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** How long an issued key works, in seconds, 60 to 315360000 (10 years). Default: until it is revoked. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The issued key. */
export type DisplayKeyPayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** Id of the key among the credentials, for revokeCredential. */
  credentialId: Scalars['ID']['output'];
  /** The instance in its new state. */
  instance: Instance;
  /** For the address of the screen's page: /live/{id}#key={key}. */
  key: Scalars['String']['output'];
  /** The revision that the change made. */
  revision: Scalars['Int']['output'];
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
  data?: InputMaybe<Scalars['JSON']['input']>;
  /** Name of the event. */
  event: Scalars['String']['input'];
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Confirms an event. */
export type EmitPayload = {
  /** Identifies the event in activities and deliveries. */
  changeId: Scalars['ID']['output'];
};

/** The enrolment of the screen that asks. */
export type Enrolment = {
  /** When the code stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id of the enrolment. */
  id: Scalars['ID']['output'];
  /** The instance that the screen shows; null until it is confirmed. */
  instanceId?: Maybe<Scalars['ID']['output']>;
  /** How it stands. */
  status: EnrolmentStatus;
};

/** A code to show, and the key that opens an instance once the code is confirmed. */
export type EnrolmentRequestPayload = {
  /** Six letters and digits. The only time it is told. */
  code: Scalars['String']['output'];
  /** When the code stops working: ask again then. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id of the enrolment. */
  id: Scalars['ID']['output'];
  /** The screen's display key. It opens nothing until the code is confirmed. The only time it is told. */
  key: Scalars['String']['output'];
};

/** How an enrolment stands. */
export type EnrolmentStatus =
  /** The screen's key opens its instance. */
  | 'CONFIRMED'
  /** Nobody confirmed the code in time. */
  | 'EXPIRED'
  /** The code waits to be confirmed. */
  | 'PENDING';

/** Value of an expression. */
export type ExpressionResult = {
  /** Date of the latest value. */
  lastDate?: Maybe<Scalars['String']['output']>;
  /** The latest value. */
  lastValue?: Maybe<Scalars['Float']['output']>;
  /** The latest values, at most 200, oldest first: {date, value}; without dates when the inputs were plain numbers. */
  preview: Array<Scalars['JSONObject']['output']>;
  /** Number of values. */
  rows: Scalars['Int']['output'];
  /** count, nulls, min, max and mean of all values. */
  statistics: Scalars['JSONObject']['output'];
};

/** Why a run failed. */
export type FailRunInput = {
  /** { code, message } and any further facts. */
  error: Scalars['JSONObject']['input'];
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** The lease from claimRun. */
  lease: Scalars['String']['input'];
  /** Whether another attempt may succeed. */
  retryable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Something an instance can execute repeatedly; each execution is a Run. */
export type Flow = {
  /** Key of the executor that carries out its runs; null: any worker that claims them. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** The time up to which its data reach, as reported by its executor. */
  dataTime?: Maybe<Scalars['DateTime']['output']>;
  /** Flows that use its results. */
  downstreams: Array<Flow>;
  /** Age in seconds after which its results count as stale; null: never. */
  freshnessSlaSeconds?: Maybe<Scalars['Int']['output']>;
  /** Ids that external systems use for it, by provider. Its executor can set them through the output `handles`. */
  handles: Scalars['JSONObject']['output'];
  /** Id of the flow. */
  id: Scalars['ID']['output'];
  /** The instance it belongs to. */
  instance: Instance;
  /** The newest run. */
  lastRun?: Maybe<Run>;
  /** When a run last succeeded. */
  lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  /** Memory limit in megabytes of a run that Marquee carries out; null: 512. */
  memoryMb?: Maybe<Scalars['Int']['output']>;
  /** Unique within its instance: 'refresh', 'training'. */
  name: Scalars['String']['output'];
  /** Whether its template asks for the network. */
  network: Scalars['Boolean']['output'];
  /** Kind of its runs: 'PipelineRun', 'TrainingRun'. */
  runKind: Scalars['String']['output'];
  /** Whether it may have a schedule. */
  schedulable: Scalars['Boolean']['output'];
  /** When it runs by itself; null: only on request. */
  schedule?: Maybe<Schedule>;
  /** Why it is stale; null when it is not. */
  staleReason?: Maybe<StaleReason>;
  /** When it became stale. */
  staleSince?: Maybe<Scalars['DateTime']['output']>;
  /** RUNNING while a run is in progress, ERROR when the last one failed or crashed, STALE for the reason in staleReason, else READY. */
  status: Readiness;
  /** Time limit in seconds of a run that Marquee carries out; null: 900. */
  timeoutSeconds?: Maybe<Scalars['Int']['output']>;
  /** The same flows with their roles. */
  upstreamRefs: Array<UpstreamRef>;
  /** Flows whose results it uses. Runs start only while all of them are READY. */
  upstreams: Array<Flow>;
};

/** Names a flow of an instance. */
export type FlowInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** The instance. */
  instanceId: Scalars['ID']['input'];
};

/** A point in WGS 84 degrees. */
export type GeoInput = {
  /** Latitude, -90 to 90. */
  lat: Scalars['Float']['input'];
  /** Longitude, -180 to 180. */
  lng: Scalars['Float']['input'];
};

/** A named set of instances: those that its selector matches or its list names, and those of its subgroups. InstanceFilter.groupId finds them. */
export type Group = {
  /** A slug, unique per tenant. */
  id: Scalars['ID']['output'];
  /** What is in it or in a subgroup now and visible to the viewer in lists. */
  instances: InstanceConnection;
};


/** A named set of instances: those that its selector matches or its list names, and those of its subgroups. InstanceFilter.groupId finds them. */
export type GroupInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};

/** Something that keeps an instance from being HEALTHY. */
export type HealthProblem = {
  /** What is wrong. */
  message: Scalars['String']['output'];
  /** DEGRADED or UNHEALTHY. */
  severity: HealthStatus;
  /** Where it was seen. */
  source: HealthSource;
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
  id: Scalars['ID']['input'];
  /** The lease from claimRun. */
  lease: Scalars['String']['input'];
  /** At most 500 lines of 4000 characters. */
  log?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 0 to 1. */
  progress?: InputMaybe<Scalars['Float']['input']>;
};

/** An instance and what a version means to it. */
export type ImpactedInstance = {
  /** The instance. */
  instance: Instance;
  /** What does not fit: { pointer, message }, with a pointer below /props or /config. */
  problems: Array<Scalars['JSON']['output']>;
  /** BREAKS, MOVES or STAYS. */
  verdict: Scalars['String']['output'];
};

/** A living thing made from a definition version. */
export type Instance = {
  /** Its parent, that one's parent and so on. */
  ancestors: Array<Instance>;
  /** When it was archived. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Props that follow a source. */
  bindings: Array<Binding>;
  /** Direct children, oldest first. */
  children: InstanceConnection;
  /** The instances it is composed of: a dataset's pipeline, store and accessor. */
  components: Array<InstanceComponent>;
  /** Problems that hold until they are resolved. ScreenError, ScreenStuck and ScreenBehind are observed: they change without a revision. */
  conditions: Array<Condition>;
  /** How it works, set by its owner and validated by parametersSchema. `inheritToChildren: ['title']` passes these top-level props on to the children. */
  config: Scalars['JSONObject']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Resume token for instanceChanged at this revision. */
  cursor: Scalars['Cursor']['output'];
  /** The definition it was made from; null for kinds without definitions. */
  definition?: Maybe<Definition>;
  /** The version it currently follows. */
  definitionVersion?: Maybe<DefinitionVersion>;
  /** Everything below it, parents before children. */
  descendants: InstanceConnection;
  /** The lifecycle state it is to reach. */
  desiredLifecycle: Lifecycle;
  /** Its screens, each apart, those that were heard of last first. */
  displays: Array<Display>;
  /** What a screen shows: defaults < inherited < props < bindings < programme < overrides. */
  effectiveProps: Scalars['JSONObject']['output'];
  /** Its timeslot, or that of the nearest ancestor that has one. */
  effectiveWindow?: Maybe<Timeslot>;
  /** Why a prop has its value: what every layer says about it. */
  explainProp: PropExplanation;
  /** What it can execute, made from its definition's templates, in their order. */
  flows: Array<Flow>;
  /** Number of changes of config or desired lifecycle. */
  generation: Scalars['Int']['output'];
  /** Whether a display key exists (issueDisplayKey). */
  hasDisplayKey: Scalars['Boolean']['output'];
  /** Lifecycle, readiness, presence and conditions in one status for monitoring. */
  health: InstanceHealth;
  /** Recorded changes, newest first. */
  history: InstanceEventConnection;
  /** 'inst-' followed by 8 characters of base 36. */
  id: Scalars['ID']['output'];
  /** Its kind; fixed at creation. */
  kind: InstanceKind;
  /** Its lifecycle state. */
  lifecycle: Lifecycle;
  /** The greatest version it may follow; null: no limit. */
  maxVersion?: Maybe<Scalars['SemVer']['output']>;
  /** Free-form data that Marquee stores and never interprets. */
  metadata: Scalars['JSONObject']['output'];
  /** Versions made by successful training runs, newest first. Empty for instances that are not models. */
  modelVersions: Array<ModelVersion>;
  /** Name for people; unique per project and scope among instances that are not archived. */
  name?: Maybe<Scalars['String']['output']>;
  /** The generation that has been carried out; less than `generation` while the lifecycle is on its way. */
  observedGeneration: Scalars['Int']['output'];
  /** The principal it belongs to. */
  owner: Principal;
  /** The instance it is below; null at the top. */
  parent?: Maybe<Instance>;
  /** The ancestor whose pause it shares; resuming that one resumes it. Null for viewers who may not read that ancestor. */
  pausedByAncestorId?: Maybe<Scalars['ID']['output']>;
  /** How long it lives. */
  persistence: Persistence;
  /** Whether its screens report; changes without a revision. */
  presence: Presence;
  /** What its programmes show now and when that changes; null where it has none. */
  programme?: Maybe<InstanceProgramme>;
  /** The project it belongs to; null for GLOBAL instances. */
  project?: Maybe<Project>;
  /** The instance it was promoted from. */
  promotedFrom?: Maybe<Instance>;
  /** Its own props. A member set to null counts as absent. */
  props: Scalars['JSONObject']['output'];
  /** Aggregated from the flows by the definition's contract; null without flows. */
  readiness?: Maybe<Readiness>;
  /** Why readiness is what it is: the flow, its runs, its upstreams. */
  readinessExplanation?: Maybe<Scalars['JSON']['output']>;
  /** Number of committed changes, without gaps. */
  revision: Scalars['Int']['output'];
  /** Runs of its flows, newest first. */
  runs: RunConnection;
  /** What slow or reconnecting subscribers of displayChanged get. */
  runtime: InstanceRuntime;
  /** The schedule of its only flow. Null when it has several flows; each has its own schedule. */
  schedule?: Maybe<Schedule>;
  /** How far it reaches. */
  scope: Scope;
  /** The revision that its screens have painted; with several living screens, the oldest. Null when one of them has painted nothing, or none has reported. */
  shownRevision?: Maybe<Scalars['Int']['output']>;
  /** When it first became ACTIVE. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was stopped. */
  stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The window in which it lives; null: no limits. */
  timeslot?: Maybe<Timeslot>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Which new versions it follows by itself. */
  upgradeStrategy: UpgradeStrategy;
  /** Path of its page, '/live/{id}'. */
  url: Scalars['String']['output'];
  /** Who may read it without a credential. */
  visibility: Visibility;
  /** Addresses that are told of events; null for viewers who may not write, because an address can contain a key. */
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
export type InstanceDisplaysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
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
export type InstanceModelVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A living thing made from a definition version. */
export type InstanceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A component of an instance. A component can serve several instances. */
export type InstanceComponent = {
  /** The instance that has the role. */
  instance: Instance;
  /** PIPELINE, STORE or ACCESSOR. */
  role: Scalars['String']['output'];
};

/** A page of instances. */
export type InstanceConnection = {
  /** The instances of this page with their cursors. */
  edges: Array<InstanceEdge>;
  /** The instances of this page. */
  nodes: Array<Instance>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of instances on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's instances with its cursor. */
export type InstanceEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Instance;
};

/** One change of one instance, with the state it led to. */
export type InstanceEvent = {
  /** The principal that made the change. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** When it was committed. */
  at: Scalars['DateTime']['output'];
  /** Identifies the change; equal for all instances of a bulk change or a cascade. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** Resumes after this event. */
  cursor: Scalars['Cursor']['output'];
  /** The state at this revision. Fields of other subgraphs show the present. */
  instance: Instance;
  /** Merge patch over the instance's fields against the previous state; null on SNAPSHOT. */
  patch?: Maybe<Scalars['JSONObject']['output']>;
  /** The reason given with the change. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The revision that the change made. */
  revision: Scalars['Int']['output'];
  /** What changed. */
  type: InstanceEventType;
};

/** A page of events. */
export type InstanceEventConnection = {
  /** The events of this page with their cursors. */
  edges: Array<InstanceEventEdge>;
  /** The events of this page. */
  nodes: Array<InstanceEvent>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of events on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's events with its cursor. */
export type InstanceEventEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: InstanceEvent;
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
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  /** Its placement names this device. */
  device?: InputMaybe<Scalars['String']['input']>;
  /** Is in this group or in one of its subgroups. A group that does not exist contains nothing. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Has one of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Has one of these kinds. */
  kinds?: InputMaybe<Array<InstanceKind>>;
  /** Is in one of these lifecycle states. */
  lifecycles?: InputMaybe<Array<Lifecycle>>;
  /** Its placement names this location. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Has exactly this name; a name is kept without the space around it, in NFC. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The name contains this text, ignoring case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  /** Is within a distance of a point. */
  near?: InputMaybe<NearFilter>;
  /** Is owned by this principal. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Is a direct child of this instance. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Has one of these presence values. */
  presence?: InputMaybe<Array<Presence>>;
  /** Belongs to this project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** effectiveProps contains this JSON (Postgres `@>`). */
  propsContain?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Has one of these readiness values. */
  readiness?: InputMaybe<Array<Readiness>>;
  /** Has one of these scopes. */
  scopes?: InputMaybe<Array<Scope>>;
  /** Its tags match. */
  tags?: InputMaybe<TagFilter>;
  /** Is inside a bounding box. */
  within?: InputMaybe<BoundsInput>;
  /** Is inside this zone as currently drawn. A zone that does not exist contains nothing. */
  zoneId?: InputMaybe<Scalars['ID']['input']>;
};

/** Health of an instance. Only ACTIVE instances are expected to work; one paused on purpose is healthy. */
export type InstanceHealth = {
  /** What keeps it from being HEALTHY. */
  problems: Array<HealthProblem>;
  /** The worst severity among the problems. */
  status: HealthStatus;
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

/** The instance after a change. */
export type InstancePayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** The instance in its new state. */
  instance: Instance;
  /** The revision that the change made, or the present one where it changed nothing. */
  revision: Scalars['Int']['output'];
};

/** What the programmes of a display show now. */
export type InstanceProgramme = {
  /** Why it is not shown although it is its time: its props do not fit, or somebody locked them against an AI. Null where it is. */
  blockedBecause?: Maybe<Scalars['String']['output']>;
  /** The name of its entry; null where none has its window. */
  entry?: Maybe<Scalars['String']['output']>;
  /** Of a playlist: the position of the item, from 0. */
  item?: Maybe<Scalars['Int']['output']>;
  /** What follows; null: nothing within a month. */
  next?: Maybe<ProgrammeSegment>;
  /** The programme that shows something; null where none has its window, or the viewer may not read it. */
  programme?: Maybe<Programme>;
  /** Since when it is shown; null where nothing is. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** When something else is shown; null: not within a month. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** What displayChanged sends to a subscriber that is slow or reconnects. */
export type InstanceRuntime =
  /** Every change in order, replayed from the log. */
  | 'DURABLE'
  /** The latest state; states in between are skipped. */
  | 'EDGE';

/** Schedule of a flow of a new instance; see SetScheduleInput. */
export type InstanceScheduleInput = {
  /** What to do with missed ticks. */
  catchUp?: InputMaybe<CatchUp>;
  /** What to do while an earlier run is unfinished. */
  concurrency?: InputMaybe<ConcurrencyPolicy>;
  /** Whether it fires. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** As for setSchedule. */
  expression: Scalars['String']['input'];
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** IANA time zone. Default: the zone of the placement in the same input, else UTC. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** One step of a live query. */
export type InstanceSetEvent = {
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What happened. */
  change: SetChange;
  /** Identifies the change that caused it. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** Resumes after this event. */
  cursor: Scalars['Cursor']['output'];
  /** Null on CAUGHT_UP and RESYNC. */
  instance?: Maybe<Instance>;
};

/** A value that KV bindings follow. */
export type KvEntry = {
  /** The key. */
  key: Scalars['String']['output'];
  /** Number of changes of the key, deletions included. */
  revision: Scalars['Int']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The value. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** The entry after the change. */
export type KvPayload = {
  /** Null when the key was deleted. */
  entry?: Maybe<KvEntry>;
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

/** Where something stands among its sources and derivatives. */
export type Lineage = {
  /** How the nodes are related. */
  edges: Array<LineageEdge>;
  /** What was found, nearest first. */
  nodes: Array<LineageNode>;
  /** Whether nodes were left out because there are more than 1,000. */
  truncated: Scalars['Boolean']['output'];
};

/** Which way to follow lineage. */
export type LineageDirection =
  /** Both ways. */
  | 'BOTH'
  /** Towards what was derived from it. */
  | 'DOWN'
  /** Towards what it was derived from. */
  | 'UP';

/** Leads from the derived node to its source. */
export type LineageEdge = {
  /** Id of the derived node. */
  from: Scalars['ID']['output'];
  /** Role of an UPSTREAM; null otherwise. */
  role?: Maybe<Scalars['String']['output']>;
  /** Id of the source. */
  to: Scalars['ID']['output'];
  /** UPSTREAM between flows; FLOW_OF, INSTANCE_OF; DERIVED_FROM, PROMOTED_FROM, SAVED_AS_MACRO. */
  type: Scalars['String']['output'];
};

/** A flow, an instance or a definition; exactly one of the three is set. */
export type LineageNode = {
  /** The definition. */
  definition?: Maybe<Definition>;
  /** The flow. */
  flow?: Maybe<Flow>;
  /** Id of the flow, instance or definition. */
  id: Scalars['ID']['output'];
  /** The instance. */
  instance?: Maybe<Instance>;
};

/** A path to lock. */
export type LockPathInput = {
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** JSON pointer into the props: '/alert/message'. */
  path: Scalars['String']['input'];
  /** Why it is locked; shown in the history. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Lifetime in seconds, 1 to 31536000 (a year). Default: until it is unlocked. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The saved macro. */
export type MacroPayload = {
  /** Its published version. */
  definitionVersion: DefinitionVersion;
};

/** Stage of a model version. Each stage holds at most one version per training flow. */
export type ModelStage =
  /** Used by every flow that has the training flow as an upstream. If no version is in production, those flows use the newest. */
  | 'PRODUCTION'
  /** Under evaluation. */
  | 'STAGING';

/** A trained model, made by a successful training run. Only its stage changes. */
export type ModelVersion = {
  /** When the training run ended. */
  createdAt: Scalars['DateTime']['output'];
  /** Id of the version. */
  id: Scalars['ID']['output'];
  /** Metrics of the training run. */
  metrics?: Maybe<Scalars['JSONObject']['output']>;
  /** Numbered per training flow, from 1. */
  number: Scalars['Int']['output'];
  /** The training run: its config, upstream runs, parameters, metrics and artifact. */
  run: Run;
  /** SHA-256 of the artifact, as 64 hexadecimal digits. */
  sha256: Scalars['String']['output'];
  /** Its stage; null if it is in none. */
  stage?: Maybe<ModelStage>;
  /** When its stage last changed; null if it never did. */
  stagedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who changed it last. */
  stagedBy?: Maybe<Principal>;
};

/** A model version after the change. */
export type ModelVersionPayload = {
  /** The version. */
  modelVersion: ModelVersion;
};

/** Where to move an instance. */
export type MoveInstanceInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The new parent; null makes it a root. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  /** Returns every instance that was moved to its version and props, in one revision each, with the edits made meanwhile; an edit that cannot be kept is named as a conflict of its instance. INVALID_TRANSITION when it is over. */
  abortRollout: RolloutPayload;
  /** STOPPED to ARCHIVED, with all descendants. */
  archiveInstance: InstancePayload;
  /** Applies one patch to all instances that match, as one change. EMPTY_SELECTOR when the filter is empty. */
  bulkPatchProps: BulkChangePayload;
  /** Cancels a run. A waiting run is CANCELLED at once; a running one when its worker confirms or goes silent. A finished run stays as it is. */
  cancelRun: RunPayload;
  /** For external workers: leases the next startable run of these code refs. `run` is null when there is none. */
  claimRun: ClaimRunPayload;
  /** Clears the override at exactly this path; changes nothing when there is none. */
  clearOverride: InstancePayload;
  /** Removes a schedule; runs already started continue. */
  clearSchedule: SchedulePayload;
  /** Ends a run as SUCCEEDED. If it has ended already, changes nothing and returns it. */
  completeRun: RunPayload;
  /** Gives the screen that shows this code to an instance: its key opens that one from now on. Requires key.issue on the instance. NOT_FOUND for a code that no screen shows any more; RATE_LIMITED after too many wrong ones. */
  confirmEnrolment: ConfirmEnrolmentPayload;
  /** Creates a calendar. */
  createCalendar: CalendarPayload;
  /** Creates an instance from a definition version. */
  createInstance: InstancePayload;
  /** Creates a programme. What it shows now is shown at once. */
  createProgramme: ProgrammePayload;
  /** Deletes a calendar. CONFLICT while an entry of a programme names it. */
  deleteCalendar: DeleteCalendarPayload;
  /** Deletes an ARCHIVED or EPHEMERAL instance with all descendants. */
  deleteInstance: DeletePayload;
  /** Deletes a programme; its displays show what they have without it at once. */
  deleteProgramme: DeleteProgrammePayload;
  /** Records an event from a component (host.emit) once and passes it to the instance's webhook. */
  emitInstanceEvent: EmitPayload;
  /** Ends a run as FAILED, or CANCELLED when that was requested; retried later if `retryable`. If it has ended already, changes nothing and returns it. */
  failRun: RunPayload;
  /** Renews the lease. Stop working when the run is no longer RUNNING or has cancelRequestedAt. */
  heartbeatRun: RunPayload;
  /** Issues a key for the instance's screen and revokes all it had. The key allows following this instance, PRIVATE or not, and reporting for its screen (reportDisplayState, emitInstanceEvent), nothing else. Returned once; only its hash is stored. */
  issueDisplayKey: DisplayKeyPayload;
  /** Locks a path: AI principals cannot write it until it is unlocked or the lock expires. */
  lockPath: InstancePayload;
  /** Moves an instance with its descendants below another parent. */
  moveInstance: InstancePayload;
  /** Applies an RFC 7396 merge patch to the props; null deletes. An equal write makes no revision and no event. */
  patchProps: InstancePayload;
  /** ACTIVE to PAUSED, with all ACTIVE descendants. On an instance paused by an ancestor, makes the pause its own. */
  pauseInstance: InstancePayload;
  /** Begins no further upgrades until it is resumed; what is moved stays moved. INVALID_TRANSITION unless it is RUNNING. */
  pauseRollout: RolloutPayload;
  /** Creates a SIGNAL from a DATASET, with the same components and flows of its own. The dataset stays. CONDITION_FAILED names what is missing. */
  promoteInstance: InstancePayload;
  /** Moves a model version to a stage and takes out the version that held it. CONDITION_FAILED lists the metrics that break the bounds in the instance's `config.promotion`. */
  promoteModel: ModelVersionPayload;
  /** Reads the sources of all bindings again: keys and instances at once, addresses within a second. */
  refreshBindings: InstancePayload;
  /** Replaces all own props. */
  replaceProps: InstancePayload;
  /** Reports the revision that a screen shows: at once for a new one and every 30 seconds. Makes no revision and no activity. */
  reportDisplayState: InstancePayload;
  /** Asks for a screen to be enrolled; nobody needs a credential for it. The screen shows the code and waits (enrolment) until an operator has confirmed it. LIMIT_REACHED while too many wait. */
  requestEnrolment: EnrolmentRequestPayload;
  /** Sends a delivery again with the same id, whatever its state. */
  resendWebhookDelivery: WebhookDeliveryPayload;
  /** PAUSED to ACTIVE, with the descendants that its pause had paused. */
  resumeInstance: InstancePayload;
  /** Goes on with a paused rollout; the present wave gets its time anew. INVALID_TRANSITION unless it is PAUSED. */
  resumeRollout: RolloutPayload;
  /** Starts a new attempt of a run that FAILED, CRASHED or was CANCELLED. CONFLICT when it has been retried already. */
  retryRun: RunPayload;
  /** Revokes all display keys of the instance; feeds opened with them end at once. revokeCredential revokes a single one. */
  revokeDisplayKey: InstancePayload;
  /** Makes a new signing secret for an instance's webhooks or a definition's hooks and returns it once. The previous one also signs for a day. */
  rotateWebhookSecret: WebhookSecretPayload;
  /** Publishes the expression of an EXPERIMENT as an OP_MACRO definition. */
  saveExperimentAsMacro: MacroPayload;
  /** Replaces all bindings, at most 50. An unchanged binding keeps its value. */
  setBindings: InstancePayload;
  /** Sets the lifecycle state to reach; the instance takes the allowed moves that lead there. */
  setDesiredLifecycle: InstancePayload;
  /** Sets the ids that external systems use for a flow. */
  setFlowHandles: InstancePayload;
  /** Sets a key's value. Returns when every instance bound to the key has it. */
  setKv: KvPayload;
  /** Sets a value above all other layers; it can expire by itself. */
  setOverride: InstancePayload;
  /** Creates or changes a schedule. Ticks before the edit do not fire. Members left out stay as they are. */
  setSchedule: SchedulePayload;
  /** Pauses or resumes a schedule. Ticks missed meanwhile do not fire; runs already started continue. */
  setScheduleEnabled: SchedulePayload;
  /** Replaces the upstreams of a flow. CYCLE when the flow would depend on itself. Makes a revision only when readiness changes. */
  setUpstreams: InstancePayload;
  /** CREATED to ACTIVE. */
  startInstance: InstancePayload;
  /** Brings a version to many instances in waves. Each wave is upgraded, then waited for until its screens show the version or its time is over; instances that never had a screen count as shown at once. The set of instances is fixed at the start. UPGRADE_BLOCKED when none can move; CONFLICT when another rollout has just taken some. */
  startRollout: RolloutPayload;
  /** ACTIVE or PAUSED to STOPPED, for good, with all running descendants. */
  stopInstance: InstancePayload;
  /** Starts a run by hand, also before the instance is started. BLOCKED while an upstream is not READY or the instance is PAUSED; it then starts by itself. INVALID_TRANSITION when the instance is STOPPED or ARCHIVED. */
  triggerRun: RunPayload;
  /** Removes the lock at exactly this path; changes nothing when there is none. */
  unlockPath: InstancePayload;
  /** Changes a calendar; displays whose programmes leave its dates out show the result at once. An equal write changes nothing. */
  updateCalendar: CalendarPayload;
  /** Changes name, visibility, config, metadata, webhooks or upgrade policy. Members left out stay as they are. */
  updateInstance: InstancePayload;
  /** Changes a programme; its displays show the result at once. An equal write changes nothing. */
  updateProgramme: ProgrammePayload;
  /** Moves an instance to any published version, newer or older, even beyond its upgrade policy. UPGRADE_BLOCKED when props or config do not fit. */
  upgradeInstance: InstancePayload;
};


export type MutationAbortRolloutArgs = {
  input: RolloutInput;
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


export type MutationConfirmEnrolmentArgs = {
  input: ConfirmEnrolmentInput;
};


export type MutationCreateCalendarArgs = {
  input: CreateCalendarInput;
};


export type MutationCreateInstanceArgs = {
  input: CreateInstanceInput;
};


export type MutationCreateProgrammeArgs = {
  input: CreateProgrammeInput;
};


export type MutationDeleteCalendarArgs = {
  input: DeleteCalendarInput;
};


export type MutationDeleteInstanceArgs = {
  input: TransitionInput;
};


export type MutationDeleteProgrammeArgs = {
  input: DeleteProgrammeInput;
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


export type MutationPauseRolloutArgs = {
  input: RolloutInput;
};


export type MutationPromoteInstanceArgs = {
  input: PromoteInstanceInput;
};


export type MutationPromoteModelArgs = {
  input: PromoteModelInput;
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


export type MutationRequestEnrolmentArgs = {
  input: RequestEnrolmentInput;
};


export type MutationResendWebhookDeliveryArgs = {
  input: ResendWebhookDeliveryInput;
};


export type MutationResumeInstanceArgs = {
  input: TransitionInput;
};


export type MutationResumeRolloutArgs = {
  input: RolloutInput;
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


export type MutationStartRolloutArgs = {
  input: StartRolloutInput;
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


export type MutationUpdateCalendarArgs = {
  input: UpdateCalendarInput;
};


export type MutationUpdateInstanceArgs = {
  input: UpdateInstanceInput;
};


export type MutationUpdateProgrammeArgs = {
  input: UpdateProgrammeInput;
};


export type MutationUpgradeInstanceArgs = {
  input: UpgradeInstanceInput;
};

/** Within a distance of a point. */
export type NearFilter = {
  /** Latitude of the point in degrees. */
  lat: Scalars['Float']['input'];
  /** Longitude of the point in degrees. */
  lng: Scalars['Float']['input'];
  /** Great-circle distance in metres. */
  radiusMeters: Scalars['Float']['input'];
};

/** A function that expressions may call. */
export type Operator = {
  /** What it computes, and where its result is null. */
  description: Scalars['String']['output'];
  /** An expression that uses it. */
  example: Scalars['String']['output'];
  /** Whether it compares the symbols of a panel with each other on each date. */
  isCrossSection: Scalars['Boolean']['output'];
  /** Name as written in expressions: MEAN. */
  name: Scalars['String']['output'];
  /** What it takes, in this order. */
  parameters: Array<OperatorParameter>;
  /** How many periods it takes, as text; null: none. */
  periods?: Maybe<Scalars['String']['output']>;
  /** The same in pandas, numpy or Qlib. */
  semantics: Scalars['String']['output'];
  /** Name for people. */
  title: Scalars['String']['output'];
  /** The OP definition whose instances are this operator alone: ops/mean. */
  typeKey: Scalars['String']['output'];
};

/** What an operator takes at one place. */
export type OperatorParameter = {
  /** number, boolean or any: values of a series or panel; periods: a whole number; number: a number, both written out. */
  kind: Scalars['String']['output'];
  /** Greatest value of a number. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Least value of a number. */
  min?: Maybe<Scalars['Float']['output']>;
  /** Its name: that of an input, or of a member of the config of an instance. */
  name: Scalars['String']['output'];
};

/** Position of a page within a list, as Relay defines it. */
export type PageInfo = {
  /** Cursor of the page's last item; pass it as `after` to read the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the page's first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A patch for one instance's props. */
export type PatchPropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** RFC 7396 merge patch; null deletes a member, arrays are replaced whole. */
  patch: Scalars['JSONObject']['input'];
};

/** A screen that waits to be enrolled. Its code is on its glass and nowhere else. */
export type PendingEnrolment = {
  /** The client address that it asked from; null without the permission audit.read. */
  address?: Maybe<Scalars['String']['output']>;
  /** What the screen says that it is. */
  device?: Maybe<Scalars['String']['output']>;
  /** When its code stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id of the enrolment. */
  id: Scalars['ID']['output'];
  /** When it asked. */
  requestedAt: Scalars['DateTime']['output'];
};

/** A page of screens that wait to be enrolled. */
export type PendingEnrolmentConnection = {
  /** The screens of this page with their cursors. */
  edges: Array<PendingEnrolmentEdge>;
  /** The screens of this page. */
  nodes: Array<PendingEnrolment>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of screens on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's waiting screens with its cursor. */
export type PendingEnrolmentEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PendingEnrolment;
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
  device?: InputMaybe<Scalars['String']['input']>;
  /** Coordinates; they decide the time zone when none is given. */
  geo?: InputMaybe<GeoInput>;
  /** Slug of a Location, or any slug of your own. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Labels to find it by; duplicates are removed. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** IANA time zone. Default: derived from `geo`, else from the location. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** An instance and what an upgrade would meet at it. */
export type PlannedInstance = {
  /** The instance. */
  instance: Instance;
  /** Why it does not move, at most 20: { pointer, message }, with a pointer below /props or /config where the content is to blame. */
  problems: Array<Scalars['JSON']['output']>;
  /** What an upgrade would meet. */
  verdict: UpgradeVerdict;
};

/** A page of planned instances. */
export type PlannedInstanceConnection = {
  /** The instances of this page. */
  nodes: Array<PlannedInstance>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of instances on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a playlist. */
export type PlaylistItem = {
  /** Merge patch of the props. */
  props: Scalars['JSONObject']['output'];
  /** How long it is shown. */
  seconds: Scalars['Int']['output'];
};

/** One item of a playlist. */
export type PlaylistItemInput = {
  /** Merge patch of the props, without null. */
  props: Scalars['JSONObject']['input'];
  /** How long it is shown: the budget programmeItemSeconds (10) to 86400. */
  seconds: Scalars['Int']['input'];
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

export type Principal = {
  /** Id of the principal. */
  id: Scalars['ID']['output'];
};

/** What displays show when: entries with a window each, for one display or for all that a filter matches. */
export type Programme = {
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What it shows in which windows. */
  entries: Array<ProgrammeEntry>;
  /** The InstanceFilter whose displays it is for, evaluated live; null where it is for one. */
  filter?: Maybe<Scalars['JSONObject']['output']>;
  /** Id of the programme. */
  id: Scalars['ID']['output'];
  /** The display that it is for; null where it has a filter, or the viewer may not read it. */
  instance?: Maybe<Instance>;
  /** Its name; unique in the tenant. */
  name: Scalars['String']['output'];
  /** Counts its changes, from 1. */
  revision: Scalars['Int']['output'];
  /** How many displays it is for now. */
  targetCount: Scalars['Int']['output'];
  /** IANA time zone of windows on displays whose place says none; null: UTC. */
  timezone?: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of programmes. */
export type ProgrammeConnection = {
  /** The programmes of this page with their cursors. */
  edges: Array<ProgrammeEdge>;
  /** The programmes of this page. */
  nodes: Array<Programme>;
  /** Position of the page in the whole list. */
  pageInfo: PageInfo;
  /** Number of programmes over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A programme in a page. */
export type ProgrammeEdge = {
  /** Its position. */
  cursor: Scalars['String']['output'];
  /** The programme. */
  node: Programme;
};

/** What a programme shows in a window. */
export type ProgrammeEntry = {
  /** ISO 8601 duration of a window that recurs, on the clock. */
  duration?: Maybe<Scalars['String']['output']>;
  /** End of a window that comes once; null where it has none, or recurs. */
  end?: Maybe<Scalars['String']['output']>;
  /** Ids of calendars on whose dates no window starts. */
  exceptCalendars: Array<Scalars['ID']['output']>;
  /** Local dates on which no window starts. */
  exceptDates: Array<Scalars['String']['output']>;
  /** Wins over every entry that does not interrupt. */
  interrupt: Scalars['Boolean']['output'];
  /** A playlist; null where it has props. */
  items?: Maybe<Array<PlaylistItem>>;
  /** Its name; unique in the programme. */
  name: Scalars['String']['output'];
  /** Order of the playlist. */
  order: PlaylistOrder;
  /** The higher wins. */
  priority: Scalars['Int']['output'];
  /** Merge patch of the props; null where it has items. */
  props?: Maybe<Scalars['JSONObject']['output']>;
  /** RRULE of RFC 5545 by which the window recurs. */
  rrule?: Maybe<Scalars['String']['output']>;
  /** Seed of a shuffled order. */
  seed: Scalars['Int']['output'];
  /** Start of the first window, in the display's local time: '2027-01-04T11:00:00'. */
  start: Scalars['String']['output'];
};

/** An entry of a programme: a window, and what is shown in it. */
export type ProgrammeEntryInput = {
  /** ISO 8601 duration of each window, on the clock: 'PT3H' from 11:00 ends at 14:00. Required with rrule. */
  duration?: InputMaybe<Scalars['String']['input']>;
  /** End of a window that comes once, in local time. Default: it has none. */
  end?: InputMaybe<Scalars['String']['input']>;
  /** Ids of calendars on whose dates no window starts. */
  exceptCalendars?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Local dates on which no window starts: '2027-12-24'. At most 1000. */
  exceptDates?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Wins over every entry that does not interrupt. */
  interrupt?: InputMaybe<Scalars['Boolean']['input']>;
  /** A playlist, from its first item at the start of each window on. */
  items?: InputMaybe<Array<PlaylistItemInput>>;
  /** Unique in the programme. 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Order of the playlist. */
  order?: InputMaybe<PlaylistOrder>;
  /** The higher wins; of two equal ones the one whose window began later. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** Merge patch of the props, without null: a programme shows other values, it removes none. Either props or items. */
  props?: InputMaybe<Scalars['JSONObject']['input']>;
  /** RRULE of RFC 5545 without its property name: 'FREQ=WEEKLY;BYDAY=MO,TU'. HOURLY at most; the time of day is that of start; UNTIL is in local time. */
  rrule?: InputMaybe<Scalars['String']['input']>;
  /** Seed of a shuffled order. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** Start of the (first) window in the display's local time, without offset: '2027-01-04T11:00'. A time that the clocks skip is the first moment after the gap, one that they show twice the first of the two. */
  start: Scalars['String']['input'];
};

/** Which programmes. */
export type ProgrammeFilter = {
  /** Is for this display, by itself or by its filter. */
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  /** Has this name. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A programme after a change. */
export type ProgrammePayload = {
  /** Id of the change. */
  changeId: Scalars['ID']['output'];
  /** The programme. */
  programme: Programme;
};

/** Why an entry of a programme is shown and not another that has its window at the same time. */
export type ProgrammeReason =
  /** It interrupts. */
  | 'INTERRUPT'
  /** Its window began later. */
  | 'LATER_START'
  /** No other has. */
  | 'ONLY'
  /** All else is equal: it comes first in the order of programmes by id and of their entries. */
  | 'ORDER'
  /** Its priority is higher. */
  | 'PRIORITY';

/** What a display shows between two moments. */
export type ProgrammeSegment = {
  /** Why it will not be shown, as the display is now; null where it will. */
  blockedBecause?: Maybe<Scalars['String']['output']>;
  /** Whether a change of the clocks touches the start or the end of the entry's window; null where none does. */
  dst?: Maybe<WindowDst>;
  /** The name of its entry; null where no entry has its window. */
  entry?: Maybe<Scalars['String']['output']>;
  /** When it begins; a preview's first segment begins with the preview. */
  from: Scalars['DateTime']['output'];
  /** Of a playlist: the position of the item, from 0. */
  item?: Maybe<Scalars['Int']['output']>;
  /** The programme that is shown; null where none is, or the viewer may not read it. */
  programme?: Maybe<Programme>;
  /** Merge patch that is shown; null where none is. */
  props?: Maybe<Scalars['JSONObject']['output']>;
  /** When it ends; a preview's last segment ends with the preview. */
  to: Scalars['DateTime']['output'];
};

export type Project = {
  /** Id of the project. */
  id: Scalars['ID']['output'];
};

/** The dataset to promote. */
export type PromoteInstanceInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the dataset. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the signal. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A model version and its stage. */
export type PromoteModelInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The training run that made the version. */
  runId: Scalars['ID']['input'];
  /** The new stage; null takes the version out of its stage. */
  stage?: InputMaybe<ModelStage>;
};

/** What the layers say about one path of the props. */
export type PropExplanation = {
  /** Highest first; the first one wins. */
  layers: Array<PropLayer>;
  /** JSON pointer into the props. */
  path: Scalars['String']['output'];
  /** The effective value; null when there is none. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** One layer's value of a prop. */
export type PropLayer = {
  /** Of a programme: the name of its entry. */
  entry?: Maybe<Scalars['String']['output']>;
  /** When an override ends by itself, or a programme shows something else. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** override, programme, binding, own, inherited or default. */
  layer: Scalars['String']['output'];
  /** Of a programme: which one; null where the viewer may not read it. */
  programme?: Maybe<Programme>;
  /** Of a programme: why this entry is shown and no other. */
  reason?: Maybe<ProgrammeReason>;
  /** When it was written. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** The value on this layer. */
  value?: Maybe<Scalars['JSON']['output']>;
  /** Who wrote it; null for defaults and bindings, or when the log no longer tells. */
  writerId?: Maybe<Scalars['ID']['output']>;
};

/** A path in an instance's props. */
export type PropPathInput = {
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** JSON pointer into the props: '/alert/message'. */
  path: Scalars['String']['input'];
};

export type Query = {
  /** What was done in the tenant, newest first, refused attempts included. Requires the role AUDITOR or OWNER. Exported whole by GET /activities.ndjson. */
  activities: ActivityConnection;
  /** A calendar; null where there is none, or for whoever may read nothing of the tenant. */
  calendar?: Maybe<Calendar>;
  /** Calendars by name. */
  calendars: CalendarConnection;
  /** A change by the id that its mutation returned; null where you may see nothing that it changed. */
  change?: Maybe<Change>;
  /** The effect of publishing this version on existing instances. */
  checkDefinitionVersion: DefinitionImpact;
  /** Rows of a DATASET or SIGNAL as its last successful run left them, read through its accessor. */
  datasetPreview: DatasetPreview;
  /** The enrolment of the screen whose key asks; null for a key that asked for none, or did so long ago. */
  enrolment?: Maybe<Enrolment>;
  /** Evaluates an expression without an instance. Requires write access. */
  evaluateExpression: ExpressionResult;
  /** The GLOBAL instance of the viewer's tenant. */
  globalInstance?: Maybe<Instance>;
  /** An instance by id; null when it does not exist or is not visible to you. */
  instance?: Maybe<Instance>;
  /** An instance and its descendants, parents before children. */
  instanceTree: InstanceConnection;
  /** Instances that match a filter, a page at a time. */
  instances: InstanceConnection;
  /** A KV entry by key; null when the key has no value or is not visible to you. */
  kv?: Maybe<KvEntry>;
  /** What a flow, instance or definition was derived from and what was derived from it: upstream flows, copies and promotions. Null when it does not exist or is not visible to you. */
  lineage?: Maybe<Lineage>;
  /** An operator by name; null when there is none. */
  operator?: Maybe<Operator>;
  /** Operators that expressions may call. */
  operators: Array<Operator>;
  /** Screens that wait to be enrolled, newest first. Requires key.issue somewhere. */
  pendingEnrolments: PendingEnrolmentConnection;
  /** What a rollout of this version would meet at each instance of the definition that matches and that you may write. Changes nothing. */
  planUpgrade: UpgradePlan;
  /** A programme; null where there is none that the viewer may read. */
  programme?: Maybe<Programme>;
  /** What the programmes of a display show from `from` on, computed by the worker's own code; empty where it has none. */
  programmePreview: Array<ProgrammeSegment>;
  /** Programmes by name. */
  programmes: ProgrammeConnection;
  /** A rollout by id. Ask again to follow it: there is no subscription. Null when it does not exist or is not yours to see: whoever writes instances in the whole tenant sees all, others those that they started. */
  rollout?: Maybe<Rollout>;
  /** Rollouts, newest first. */
  rollouts: RolloutConnection;
  /** A run by id; null when it does not exist or is not visible to you. */
  run?: Maybe<Run>;
  /** Rows of a table that a run gave: equity_curve, trades, values, weights ...; rows are those of a dataset. Null when the run does not exist or is not visible to you. GET /runs/{id}/outputs/{name}?format=csv answers all of them as a file (csv, parquet, ndjson or json) and takes range requests. */
  runOutput?: Maybe<RunOutput>;
  /** Runs, newest first. */
  runs: RunConnection;
  /** The next ticks of an expression, computed by the scheduler's own code. BAD_USER_INPUT when it never fires. */
  schedulePreview: Array<ScheduledTick>;
  /** Whether a run of this flow could start now, and which upstreams it would wait for. */
  upstreamFreshness: UpstreamFreshness;
  /** The checks that promoteInstance would make. */
  validateSignal: SignalValidation;
  /** Webhook deliveries, pending and past, newest first. Requires write access. */
  webhookDeliveries: WebhookDeliveryConnection;
};


export type QueryActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActivityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCalendarArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCalendarsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};


export type QueryChangeArgs = {
  changeId: Scalars['ID']['input'];
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


export type QueryPendingEnrolmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPlanUpgradeArgs = {
  definitionTypeKey: Scalars['String']['input'];
  filter?: InputMaybe<InstanceFilter>;
  toVersion: Scalars['SemVer']['input'];
};


export type QueryProgrammeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProgrammePreviewArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  hours?: InputMaybe<Scalars['Float']['input']>;
  instanceId: Scalars['ID']['input'];
};


export type QueryProgrammesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProgrammeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRolloutArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRolloutsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RolloutFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRunOutputArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
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
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** New props for one instance. */
export type ReplacePropsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** All props. */
  props: Scalars['JSONObject']['input'];
};

/** What a screen shows. */
export type ReportDisplayStateInput = {
  /** The screen's own clock. */
  clock?: InputMaybe<Scalars['DateTime']['input']>;
  /** Which of several screens of the instance reports. */
  device?: InputMaybe<Scalars['String']['input']>;
  /** What went wrong lately; leave it out when nothing did. */
  error?: InputMaybe<Scalars['String']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** The newest revision that has arrived. Default: `revision`. */
  receivedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** The revision that was painted; leave it out while nothing is shown. */
  revision?: InputMaybe<Scalars['Int']['input']>;
  /** How the component stands. Default: FAILED with an error, SHOWN otherwise. */
  state?: InputMaybe<ScreenState>;
  /** The browser. */
  userAgent?: InputMaybe<Scalars['String']['input']>;
};

/** What a screen says of itself when it asks to be enrolled. */
export type RequestEnrolmentInput = {
  /** What kind of device it is, for whoever confirms it. At most 200 characters. */
  device?: InputMaybe<Scalars['String']['input']>;
};

/** Names the delivery to send again. */
export type ResendWebhookDeliveryInput = {
  /** Id of the delivery. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A version on its way to a fixed set of instances. */
export type Rollout = {
  /** The changeId of the way back; nothing has it unless the rollout aborts. */
  backChangeId: Scalars['ID']['output'];
  /** The upgrades' changeId: change(changeId) tells how far they have come on the screens. */
  changeId: Scalars['ID']['output'];
  /** When it was started. */
  createdAt: Scalars['DateTime']['output'];
  /** Its definition. */
  definition: Definition;
  /** Type key of the definition. */
  definitionTypeKey: Scalars['String']['output'];
  /** When it was over; null before. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A wave aborts when so many percent of its instances have failed; null: never by itself. */
  failedPercent?: Maybe<Scalars['Int']['output']>;
  /** The filter that it was started with. */
  filter: Scalars['JSONObject']['output'];
  /** Id of the rollout. */
  id: Scalars['ID']['output'];
  /** Its instances, in order of their ids. */
  instances: RolloutInstanceConnection;
  /** Why it was paused or aborted, when that was said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  status: RolloutStatus;
  /** The version that it brings. */
  toVersion: Scalars['SemVer']['output'];
  /** When it last moved on. */
  updatedAt: Scalars['DateTime']['output'];
  /** Number of the present wave, from 1. */
  wave: Scalars['Int']['output'];
  /** How long a wave waits for its screens, in seconds. */
  waveTimeoutSeconds: Scalars['Int']['output'];
  /** All waves in order. */
  waves: Array<RolloutWave>;
};


/** A version on its way to a fixed set of instances. */
export type RolloutInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<Array<RolloutInstanceStatus>>;
};

/** When a rollout aborts by itself. */
export type RolloutAbortInput = {
  /** At so many percent of a wave's instances whose upgrade failed, whose screens failed, or that were not shown in time: 1 to 100. */
  failedPercent: Scalars['Int']['input'];
};

/** A page of rollouts. */
export type RolloutConnection = {
  /** The rollouts of this page. */
  nodes: Array<Rollout>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
};

/** How many instances of a wave stand so. */
export type RolloutCount = {
  /** How many. */
  count: Scalars['Int']['output'];
  /** How they stand. */
  status: RolloutInstanceStatus;
};

/** Which rollouts. */
export type RolloutFilter = {
  /** Is of this definition. */
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  /** Stands so. */
  status?: InputMaybe<RolloutStatus>;
};

/** Names a rollout. */
export type RolloutInput = {
  /** Id of the rollout. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; shown in the rollout and its activity. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** One instance of a rollout. */
export type RolloutInstance = {
  /** Edits made during the rollout that the way back did not keep: { pointer, value }, null for a removal. */
  conflicts: Array<Scalars['JSON']['output']>;
  /** What its screens or the upgrade complained of. */
  error?: Maybe<Scalars['String']['output']>;
  /** Null when it was deleted or is not visible to you. */
  instance?: Maybe<Instance>;
  /** The revision that the upgrade made; null before. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** How it stands. */
  status: RolloutInstanceStatus;
  /** Its wave, from 1. */
  wave: Scalars['Int']['output'];
};

/** A page of a rollout's instances. */
export type RolloutInstanceConnection = {
  /** The instances of this page. */
  nodes: Array<RolloutInstance>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
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

/** The rollout as it is afterwards. */
export type RolloutPayload = {
  /** The rollout. */
  rollout: Rollout;
};

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

/** One wave and how its instances stand. */
export type RolloutWave = {
  /** How many stand how; statuses that no instance has are left out. */
  counts: Array<RolloutCount>;
  /** From 1. */
  number: Scalars['Int']['output'];
  /** How many instances it has. */
  size: Scalars['Int']['output'];
};

/** A wave: exactly one of its fields. */
export type RolloutWaveInput = {
  /** So many instances. */
  count?: InputMaybe<Scalars['Int']['input']>;
  /** Share of all instances of the rollout, rounded up: 1 to 100. */
  percent?: InputMaybe<Scalars['Int']['input']>;
  /** Those that carry this tag, of the instances that no earlier wave has. */
  tag?: InputMaybe<Scalars['String']['input']>;
};

/** Names whose secret is rotated. */
export type RotateWebhookSecretInput = {
  /** An instance, or a definition whose lifecycle hooks are signed with the secret. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One execution of a flow. Its inputs are pinned at the start; its result never changes. */
export type Run = {
  /** 1, and one more for each retry. */
  attempt: Scalars['Int']['output'];
  /** What it waits for while BLOCKED: { flowId, instanceId, name, status, reason }; only the reason where the viewer may not read that instance. */
  blockedBy: Array<Scalars['JSONObject']['output']>;
  /** When cancellation was requested; the worker has not confirmed it yet. */
  cancelRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Key of the executor that carries it out. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** The instance's config at the start. */
  config?: Maybe<Scalars['JSONObject']['output']>;
  /** SHA-256 of the canonical JSON of config. */
  configHash?: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The version that the instance followed at the start. */
  definitionVersion?: Maybe<DefinitionVersion>;
  /** When it ended. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** { code, message, retryable } and what the executor added. */
  error?: Maybe<Scalars['JSONObject']['output']>;
  /** The flow it executes. */
  flow: Flow;
  /** Metrics, large values included. */
  fullMetrics?: Maybe<Scalars['JSONObject']['output']>;
  /** Outputs, large values included. */
  fullOutputs?: Maybe<Scalars['JSONObject']['output']>;
  /** Id of the run. */
  id: Scalars['ID']['output'];
  /** The instance it belongs to. */
  instance: Instance;
  /** Kind of the run, such as PipelineRun. */
  kind: Scalars['String']['output'];
  /** What its executor logged, oldest first; runChanged sends new entries. */
  log: RunLogConnection;
  /** Number of attempts before it is given up. */
  maxAttempts: Scalars['Int']['output'];
  /** Measurements reported by its executor. */
  metrics?: Maybe<Scalars['JSONObject']['output']>;
  /** Earliest start, because of retry back-off. */
  notBefore?: Maybe<Scalars['DateTime']['output']>;
  /** Results; null until it succeeds. Values larger than 32 KB appear as { "$ref", "bytes", "sha256" }. */
  outputs?: Maybe<Scalars['JSONObject']['output']>;
  /** Parameters given by triggerRun. */
  parameters: Scalars['JSONObject']['output'];
  /** 0 to 1, as reported by its executor. */
  progress?: Maybe<Scalars['Float']['output']>;
  /** The instance's revision at the start. */
  propsRevision?: Maybe<Scalars['Int']['output']>;
  /** When it was queued. */
  queuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run that retries this one. */
  retriedBy?: Maybe<Run>;
  /** The run that this one retries. */
  retryOf?: Maybe<Run>;
  /** The tick that started it. */
  scheduledFor?: Maybe<Scalars['DateTime']['output']>;
  /** When a worker started it. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** State of the run. */
  status: RunStatus;
  /** What started it. */
  trigger: RunTrigger;
  /** By flow, the upstream run whose outputs it used; those that the viewer may read. */
  upstreamRunIds: Scalars['JSONObject']['output'];
  /** The worker that carries it out; null for viewers who may read no more than the public. */
  worker?: Maybe<Scalars['String']['output']>;
};


/** One execution of a flow. Its inputs are pinned at the start; its result never changes. */
export type RunLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of runs. */
export type RunConnection = {
  /** The runs of this page with their cursors. */
  edges: Array<RunEdge>;
  /** The runs of this page. */
  nodes: Array<Run>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of runs on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's runs with its cursor. */
export type RunEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Run;
};

/** An event of a run. */
export type RunEvent = {
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Resumes after this event. The cursor of a RESYNC, or of a SNAPSHOT that others follow, starts over. */
  cursor: Scalars['Cursor']['output'];
  /** For LOG: what the executor logged. */
  lines: Array<Scalars['String']['output']>;
  /** The run after the event. */
  run: Run;
  /** What happened. */
  type: RunEventType;
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
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  /** Has one of these kinds. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has one of these states. */
  statuses?: InputMaybe<Array<RunStatus>>;
};

/** Names a run. */
export type RunInput = {
  /** Id of the run. */
  id: Scalars['ID']['input'];
  /** Recorded in the activity; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A page of log entries. */
export type RunLogConnection = {
  /** The log entries of this page with their cursors. */
  edges: Array<RunLogEdge>;
  /** The log entries of this page. */
  nodes: Array<RunLogEntry>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of entries. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's log entries with its cursor. */
export type RunLogEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: RunLogEntry;
};

/** What an executor logged at one moment. */
export type RunLogEntry = {
  /** When it was logged. */
  at: Scalars['DateTime']['output'];
  /** The lines. */
  lines: Array<Scalars['String']['output']>;
};

/** A page of a table that a run gave. */
export type RunOutput = {
  /** Its columns; empty for a list that stands in the outputs. */
  columns: Array<DatasetColumn>;
  /** Name of the table. */
  name: Scalars['String']['output'];
  /** Position of this page in the table. */
  pageInfo: PageInfo;
  /** The rows of this page, by date and then by the other columns; those of a table without dates as they were written. */
  rows: Array<Scalars['JSONObject']['output']>;
  /** Number of rows on all pages. */
  totalCount: Scalars['Int']['output'];
  /** Address of the whole table as a file, relative to the server; null for a list that stands in the outputs. */
  url?: Maybe<Scalars['String']['output']>;
};

/** The run after the change. */
export type RunPayload = {
  /** The run in its new state. */
  run: Run;
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
  description?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Id of the experiment. */
  instanceId: Scalars['ID']['input'];
  /** Name for people. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Type key of the new definition. */
  typeKey: Scalars['String']['input'];
  /** Number of its first version. */
  version?: InputMaybe<Scalars['SemVer']['input']>;
};

/** When a flow runs by itself. Ticks fire while the instance is ACTIVE; others are dropped. */
export type Schedule = {
  /** What to do with missed ticks. */
  catchUp: CatchUp;
  /** What to do while an earlier run is unfinished. */
  concurrency: ConcurrencyPolicy;
  /** Whether it fires. */
  enabled: Scalars['Boolean']['output'];
  /** A 5-field cron expression, a nickname such as @daily, a duration ('PT15M'), or a date and time for a single tick. */
  expression: Scalars['String']['output'];
  /** Id of the schedule. */
  id: Scalars['ID']['output'];
  /** The newest tick that was handled. */
  lastTickAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it is disabled, after its last tick, or while suspendedBecause says why it will not fire. */
  nextTickAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it will not fire although it is enabled; null where it will, or is disabled. */
  suspendedBecause?: Maybe<Scalars['String']['output']>;
  /** IANA time zone that the expression is read in. */
  timezone: Scalars['String']['output'];
  /** How the expression is read. */
  type: ScheduleType;
};

/** The flow's schedule after the change. */
export type SchedulePayload = {
  /** The flow. */
  flow: Flow;
  /** Null when the flow has no schedule. */
  schedule?: Maybe<Schedule>;
};

/** How a schedule's expression is read. */
export type ScheduleType =
  /** A cron expression. */
  | 'CRON'
  /** A duration. */
  | 'INTERVAL'
  /** A date and time. */
  | 'ONCE';

/** A moment at which a schedule fires. */
export type ScheduledTick = {
  /** The moment. */
  at: Scalars['DateTime']['output'];
  /** Whether a change of the clocks affects it. */
  dst: DstKind;
  /** The same in the schedule's zone, without offset. */
  local: Scalars['String']['output'];
};

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
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A state that allowed moves lead to. */
  lifecycle: Lifecycle;
  /** Shown in the history; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Ids that external systems use for a flow. */
export type SetFlowHandlesInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** Merge patch over the handles, by provider: { prefect: { deployment_id }, mlflow: { experiment_id } }. null deletes. */
  handles: Scalars['JSONObject']['input'];
  /** Id of the instance. */
  id: Scalars['ID']['input'];
};

/** A value for a key. */
export type SetKvInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters, without '#'. */
  key: Scalars['String']['input'];
  /** The value; null deletes the key. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** A value above all other layers. */
export type SetOverrideInput = {
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** JSON pointer into the props: '/alert/message'. */
  path: Scalars['String']['input'];
  /** Why it is set; shown in the history. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Lifetime in seconds, 1 to 31536000 (a year). Default: until it is cleared. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Anything but null. */
  value: Scalars['JSON']['input'];
};

/** Pauses or resumes a schedule. */
export type SetScheduleEnabledInput = {
  /** Whether it fires. */
  enabled: Scalars['Boolean']['input'];
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The instance. */
  instanceId: Scalars['ID']['input'];
};

/** The schedule of a flow. Members left out keep their value. */
export type SetScheduleInput = {
  /** Default: unchanged; LATEST for a new one. */
  catchUp?: InputMaybe<CatchUp>;
  /** Default: unchanged; FORBID for a new one. */
  concurrency?: InputMaybe<ConcurrencyPolicy>;
  /** Default: unchanged, so a paused schedule stays paused; true for a new one. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** 5-field cron ('0 6 * * 1-5'); @hourly, @daily, @weekly, @monthly, @yearly; an ISO 8601 duration ('PT15M', counted from 1970, or 'R/2027-01-01T06:00:00Z/PT15M'); a date and time for a single tick ('2027-01-01T06:00:00', in `timezone` unless it has an offset). */
  expression: Scalars['String']['input'];
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The instance. */
  instanceId: Scalars['ID']['input'];
  /** IANA time zone. Default: unchanged; for a new schedule the placement's zone, else UTC. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** All upstreams of one flow, at most 50. */
export type SetUpstreamsInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** All upstreams. */
  upstreams: Array<UpstreamInput>;
};

/** One condition for a signal. */
export type SignalCheck = {
  /** What is wrong; null when it holds. */
  message?: Maybe<Scalars['String']['output']>;
  /** Name of the condition. */
  name: Scalars['String']['output'];
  /** Whether it holds. */
  ok: Scalars['Boolean']['output'];
};

/** Whether an instance can be promoted to a signal. */
export type SignalValidation = {
  /** One entry per condition. */
  checks: Array<SignalCheck>;
  /** Whether all checks passed. */
  valid: Scalars['Boolean']['output'];
};

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
  abortWhen?: InputMaybe<RolloutAbortInput>;
  /** Type key of the definition. */
  definitionTypeKey: Scalars['String']['input'];
  /** Default: all living instances of the definition that you may write. At most MARQUEE_LIMIT_ROLLOUT_INSTANCES. */
  filter?: InputMaybe<InstanceFilter>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Moves pinned instances too, as upgradeInstance does. */
  includePinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** A published version; an earlier one too, for pinned instances. */
  toVersion: Scalars['SemVer']['input'];
  /** How long each wave waits for its screens: 1 to 86400. */
  waveTimeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** In order; what is left after the last one is one more wave. Default: one wave. */
  waves?: InputMaybe<Array<RolloutWaveInput>>;
};

export type Subscription = {
  /** What a screen needs to show one instance; the fastest feed. A slow subscriber skips to the latest state, except when the instance's runtime is DURABLE. */
  displayChanged: DisplayEvent;
  /** One instance: its present state, then every change in revision order, none skipped or repeated. */
  instanceChanged: InstanceEvent;
  /** A live query: what matches now, then ENTER, UPDATE and LEAVE as instances start to match, change and stop matching. */
  instancesChanged: InstanceSetEvent;
  /** One run until it ends (`id`), or the runs of one instance (`instanceId`): a SNAPSHOT of each unfinished run and of the newest run of each flow, then every event in order, none skipped or repeated. */
  runChanged: RunEvent;
  /** A zone: the instances in it now, then each that comes in or leaves, because it moved, was shown or hidden, or because the zone was edited. A zone that does not exist is empty. */
  zoneChanged: ZoneEvent;
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


export type SubscriptionZoneChangedArgs = {
  since?: InputMaybe<Scalars['Cursor']['input']>;
  zoneId: Scalars['ID']['input'];
};

/** Conditions on tags. All given members must hold. */
export type TagFilter = {
  /** Has all of these tags. */
  all?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has at least one of these tags. */
  any?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has none of these tags. */
  none?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The window in which a timed instance lives. */
export type Timeslot = {
  /** First moment after it. */
  end: Scalars['DateTime']['output'];
  /** First moment. */
  start: Scalars['DateTime']['output'];
};

/** The window in which a timed instance lives. */
export type TimeslotInput = {
  /** First moment after it. */
  end: Scalars['DateTime']['input'];
  /** First moment. */
  start: Scalars['DateTime']['input'];
};

/** Names the instance to move. */
export type TransitionInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Shown in the history; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A run to start. */
export type TriggerRunInput = {
  /** Name of the flow; required when the instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The instance. */
  instanceId: Scalars['ID']['input'];
  /** Passed to the executor. */
  parameters?: InputMaybe<Scalars['JSONObject']['input']>;
};

/** Another state of a calendar. What is left out stays. */
export type UpdateCalendarInput = {
  /** All dates, in place of those it has. */
  dates?: InputMaybe<Array<CalendarDateInput>>;
  /** Makes the write conditional: CONFLICT when the calendar is at another revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** As for createCalendar; in place of the dates it has. */
  ics?: InputMaybe<Scalars['String']['input']>;
  /** Id of the calendar. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As for createCalendar. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What to change. Members left out stay as they are. */
export type UpdateInstanceInput = {
  /** Replaces the config; validated by parametersSchema. */
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The greatest version it may follow. */
  maxVersion?: InputMaybe<Scalars['SemVer']['input']>;
  /** Replaces the metadata. */
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Name for people. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What slow or reconnecting subscribers of displayChanged get. */
  runtime?: InputMaybe<InstanceRuntime>;
  /** Which new versions it follows by itself. */
  upgradeStrategy?: InputMaybe<UpgradeStrategy>;
  /** Who may read it without a credential. */
  visibility?: InputMaybe<Visibility>;
  /** Replaces the webhooks. */
  webhooks?: InputMaybe<WebhooksInput>;
};

/** Another state of a programme. What is left out stays. */
export type UpdateProgrammeInput = {
  /** All entries, in place of those it has. */
  entries?: InputMaybe<Array<ProgrammeEntryInput>>;
  /** Makes the write conditional: CONFLICT when the programme is at another revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** As for createProgramme; replaces an instance. */
  filter?: InputMaybe<InstanceFilter>;
  /** Id of the programme. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As for createProgramme; replaces a filter. */
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  /** As for createProgramme. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** As for createProgramme; null clears it. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** How many instances have a verdict. */
export type UpgradeCount = {
  /** How many. */
  count: Scalars['Int']['output'];
  /** The verdict. */
  verdict: UpgradeVerdict;
};

/** The version to move to. */
export type UpgradeInstanceInput = {
  /** The whole config, in the same revision. Default: it stays. */
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Returns the state it would lead to, at the present revision, or the refusal; changes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Merge patch over the migrated props, in the same revision: a member that is null is removed. */
  propsPatch?: InputMaybe<Scalars['JSONObject']['input']>;
  /** A published version, an earlier one too. On the way up the props migrations of the versions between are applied in order. */
  targetVersion: Scalars['SemVer']['input'];
};

/** What a rollout of a version would meet. */
export type UpgradePlan = {
  /** How many have each verdict. */
  counts: Array<UpgradeCount>;
  /** The instances, in order of their ids. */
  instances: PlannedInstanceConnection;
  /** The version that was asked about. */
  toVersion: Scalars['SemVer']['output'];
  /** How many instances were looked at. */
  total: Scalars['Int']['output'];
};


/** What a rollout of a version would meet. */
export type UpgradePlanInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  verdict?: InputMaybe<UpgradeVerdict>;
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

/** Whether a flow's upstreams allow it to run. */
export type UpstreamFreshness = {
  /** The upstreams that are not READY. */
  blockers: Array<Flow>;
  /** Whether a run could start now. */
  ready: Scalars['Boolean']['output'];
};

/** An upstream flow. */
export type UpstreamInput = {
  /** Name of the flow; required when that instance has several. */
  flow?: InputMaybe<Scalars['String']['input']>;
  /** The instance that has the flow. */
  instanceId: Scalars['ID']['input'];
  /** What it is to the flow: 'input', 'covariance', 'primary'. */
  role?: InputMaybe<Scalars['String']['input']>;
};

/** A flow that another flow uses, and as what. */
export type UpstreamRef = {
  /** The upstream flow. */
  flow: Flow;
  /** What the upstream is to the flow: 'input', 'covariance', 'primary'. */
  role: Scalars['String']['output'];
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
  percent?: InputMaybe<Scalars['Int']['input']>;
  /** SHOWN is all that can be waited for. */
  state?: InputMaybe<ScreenState>;
  /** 1 to 10. */
  timeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** One message to a webhook. */
export type WebhookDelivery = {
  /** How often it was sent. */
  attempts: Scalars['Int']['output'];
  /** { type, timestamp, data }. */
  body: Scalars['JSONObject']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** When the receiver accepted it. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it tells of. */
  event: WebhookEvent;
  /** The message's webhook-id, the same in every attempt. */
  id: Scalars['ID']['output'];
  /** Null when it was deleted. */
  instance?: Maybe<Instance>;
  /** Why the last attempt failed. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** HTTP status of the last answer; null when there was none. */
  lastStatus?: Maybe<Scalars['Int']['output']>;
  /** When it is sent next; null when it is not. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it has come. */
  state: WebhookDeliveryState;
  /** The address it is sent to. */
  url: Scalars['String']['output'];
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  /** The deliveries of this page with their cursors. */
  edges: Array<WebhookDeliveryEdge>;
  /** The deliveries of this page. */
  nodes: Array<WebhookDelivery>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of deliveries on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's deliveries with its cursor. */
export type WebhookDeliveryEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WebhookDelivery;
};

/** Selects deliveries. All given members must hold. */
export type WebhookDeliveryFilter = {
  /** Tells of one of these events. */
  events?: InputMaybe<Array<WebhookEvent>>;
  /** Has one of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Belongs to this instance. */
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  /** Is in one of these states. */
  states?: InputMaybe<Array<WebhookDeliveryState>>;
};

/** The delivery after the change. */
export type WebhookDeliveryPayload = {
  /** The delivery in its new state. */
  delivery: WebhookDelivery;
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

/** The new secret. */
export type WebhookSecretPayload = {
  /** Identifies the change in activities. */
  changeId: Scalars['ID']['output'];
  /** Id of the instance or definition. */
  id: Scalars['ID']['output'];
  /** 'whsec_' followed by base64; null when the idempotency key was used before. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** Addresses that an instance tells of events; null: none. */
export type Webhooks = {
  /** Told of conditions, failed runs and errors that a screen reports. */
  onError?: Maybe<Scalars['String']['output']>;
  /** Told of events that a component emits. */
  onInteraction?: Maybe<Scalars['String']['output']>;
  /** Told when effectiveProps change. */
  onPropsChange?: Maybe<Scalars['String']['output']>;
};

/** Addresses to tell of events, signed as Standard Webhooks defines (docs/guides/webhooks.md). null removes one. */
export type WebhooksInput = {
  /** Told of conditions such as BindingFailing, failed runs and errors that a screen reports. */
  onError?: InputMaybe<Scalars['String']['input']>;
  /** Told of events that a component emits (emitInstanceEvent). */
  onInteraction?: InputMaybe<Scalars['String']['input']>;
  /** Told when effectiveProps change. */
  onPropsChange?: InputMaybe<Scalars['String']['input']>;
};

/** How a change of the clocks touches the start or the end of a window. */
export type WindowDst =
  /** The clocks show that time twice: it is the first of the two. */
  | 'FOLD'
  /** The clocks skip that time: it is the first moment after the gap. */
  | 'GAP';

/** An area on the map, its edge included. InstanceFilter.zoneId finds what is inside. */
export type Zone = {
  /** A slug, unique per tenant. */
  id: Scalars['ID']['output'];
  /** What is inside now and visible to the viewer in lists. */
  instances: InstanceConnection;
};


/** An area on the map, its edge included. InstanceFilter.zoneId finds what is inside. */
export type ZoneInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};

/** An instance came into a zone or left it. */
export type ZoneEvent = {
  /** When the instance changed last. */
  at: Scalars['DateTime']['output'];
  /** Identifies the change that caused it. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** Resumes after this event. */
  cursor: Scalars['Cursor']['output'];
  /** The instance; as it was last where it is no longer visible. Null on CAUGHT_UP and RESYNC. */
  instance?: Maybe<Instance>;
  /** What happened. */
  type: ZoneEventType;
};

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
  Activity: ResolverTypeWrapper<ActivityRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActivityConnection: ResolverTypeWrapper<Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActivityEdge']>, nodes: Array<ResolversTypes['Activity']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ActivityEdge: ResolverTypeWrapper<Omit<ActivityEdge, 'node'> & { node: ResolversTypes['Activity'] }>;
  ActivityFilter: ActivityFilter;
  Binding: ResolverTypeWrapper<BindingRow>;
  BindingInput: BindingInput;
  BindingSource: BindingSource;
  BindingState: BindingState;
  BindingStrategy: BindingStrategy;
  BoundsInput: BoundsInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BulkChangePayload: ResolverTypeWrapper<BulkChangeRow>;
  BulkPatchPropsInput: BulkPatchPropsInput;
  Calendar: ResolverTypeWrapper<Calendar>;
  CalendarConnection: ResolverTypeWrapper<CalendarConnection>;
  CalendarDate: ResolverTypeWrapper<CalendarDate>;
  CalendarDateInput: CalendarDateInput;
  CalendarEdge: ResolverTypeWrapper<CalendarEdge>;
  CalendarPayload: ResolverTypeWrapper<CalendarPayload>;
  CatchUp: CatchUp;
  Change: ResolverTypeWrapper<Omit<Change, 'convergence'> & { convergence: ResolversTypes['ChangeConvergence'] }>;
  ChangeConvergence: ResolverTypeWrapper<ConvergenceRow>;
  ClaimRunInput: ClaimRunInput;
  ClaimRunPayload: ResolverTypeWrapper<Omit<ClaimRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  CompleteRunInput: CompleteRunInput;
  ConcurrencyPolicy: ConcurrencyPolicy;
  Condition: ResolverTypeWrapper<Condition>;
  ConfirmEnrolmentInput: ConfirmEnrolmentInput;
  ConfirmEnrolmentPayload: ResolverTypeWrapper<Omit<ConfirmEnrolmentPayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  CreateCalendarInput: CreateCalendarInput;
  CreateInstanceInput: CreateInstanceInput;
  CreateProgrammeInput: CreateProgrammeInput;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DatasetColumn: ResolverTypeWrapper<DatasetColumn>;
  DatasetPreview: ResolverTypeWrapper<DatasetPreview>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DatasetPreviewInput: DatasetPreviewInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Definition: ResolverTypeWrapper<Reference<'Definition'>>;
  DefinitionImpact: ResolverTypeWrapper<Omit<DefinitionImpact, 'instances'> & { instances: Array<ResolversTypes['ImpactedInstance']> }>;
  DefinitionVersion: ResolverTypeWrapper<Reference<'DefinitionVersion'>>;
  DeleteCalendarInput: DeleteCalendarInput;
  DeleteCalendarPayload: ResolverTypeWrapper<DeleteCalendarPayload>;
  DeletePayload: ResolverTypeWrapper<DeletePayload>;
  DeleteProgrammeInput: DeleteProgrammeInput;
  DeleteProgrammePayload: ResolverTypeWrapper<DeleteProgrammePayload>;
  Display: ResolverTypeWrapper<Omit<Display, 'shownVersion'> & { shownVersion?: Maybe<ResolversTypes['DefinitionVersion']> }>;
  DisplayEvent: ResolverTypeWrapper<DisplayEvent>;
  DisplayKeyInput: DisplayKeyInput;
  DisplayKeyPayload: ResolverTypeWrapper<Omit<DisplayKeyPayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  DstKind: DstKind;
  EmitInstanceEventInput: EmitInstanceEventInput;
  EmitPayload: ResolverTypeWrapper<EmitPayload>;
  Enrolment: ResolverTypeWrapper<Enrolment>;
  EnrolmentRequestPayload: ResolverTypeWrapper<EnrolmentRequestPayload>;
  EnrolmentStatus: EnrolmentStatus;
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
  InstanceProgramme: ResolverTypeWrapper<InstanceProgrammeRow>;
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
  ModelStage: ModelStage;
  ModelVersion: ResolverTypeWrapper<ModelVersionRow>;
  ModelVersionPayload: ResolverTypeWrapper<Omit<ModelVersionPayload, 'modelVersion'> & { modelVersion: ResolversTypes['ModelVersion'] }>;
  MoveInstanceInput: MoveInstanceInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearFilter: NearFilter;
  Operator: ResolverTypeWrapper<Operator>;
  OperatorParameter: ResolverTypeWrapper<OperatorParameter>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PatchPropsInput: PatchPropsInput;
  PendingEnrolment: ResolverTypeWrapper<PendingEnrolment>;
  PendingEnrolmentConnection: ResolverTypeWrapper<PendingEnrolmentConnection>;
  PendingEnrolmentEdge: ResolverTypeWrapper<PendingEnrolmentEdge>;
  Persistence: Persistence;
  PlacementInput: PlacementInput;
  PlannedInstance: ResolverTypeWrapper<Omit<PlannedInstance, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  PlannedInstanceConnection: ResolverTypeWrapper<Omit<PlannedInstanceConnection, 'nodes'> & { nodes: Array<ResolversTypes['PlannedInstance']> }>;
  PlaylistItem: ResolverTypeWrapper<PlaylistItem>;
  PlaylistItemInput: PlaylistItemInput;
  PlaylistOrder: PlaylistOrder;
  Presence: Presence;
  Principal: ResolverTypeWrapper<Reference<'Principal'>>;
  Programme: ResolverTypeWrapper<ProgrammeRow>;
  ProgrammeConnection: ResolverTypeWrapper<Omit<ProgrammeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProgrammeEdge']>, nodes: Array<ResolversTypes['Programme']> }>;
  ProgrammeEdge: ResolverTypeWrapper<Omit<ProgrammeEdge, 'node'> & { node: ResolversTypes['Programme'] }>;
  ProgrammeEntry: ResolverTypeWrapper<ProgrammeEntryRow>;
  ProgrammeEntryInput: ProgrammeEntryInput;
  ProgrammeFilter: ProgrammeFilter;
  ProgrammePayload: ResolverTypeWrapper<Omit<ProgrammePayload, 'programme'> & { programme: ResolversTypes['Programme'] }>;
  ProgrammeReason: ProgrammeReason;
  ProgrammeSegment: ResolverTypeWrapper<ProgrammeSegmentRow>;
  Project: ResolverTypeWrapper<Reference<'Project'>>;
  PromoteInstanceInput: PromoteInstanceInput;
  PromoteModelInput: PromoteModelInput;
  PropExplanation: ResolverTypeWrapper<Omit<PropExplanation, 'layers'> & { layers: Array<ResolversTypes['PropLayer']> }>;
  PropLayer: ResolverTypeWrapper<PropLayerRow>;
  PropPathInput: PropPathInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Readiness: Readiness;
  RefreshBindingsInput: RefreshBindingsInput;
  ReplacePropsInput: ReplacePropsInput;
  ReportDisplayStateInput: ReportDisplayStateInput;
  RequestEnrolmentInput: RequestEnrolmentInput;
  ResendWebhookDeliveryInput: ResendWebhookDeliveryInput;
  Rollout: ResolverTypeWrapper<RolloutRow>;
  RolloutAbortInput: RolloutAbortInput;
  RolloutConnection: ResolverTypeWrapper<Omit<RolloutConnection, 'nodes'> & { nodes: Array<ResolversTypes['Rollout']> }>;
  RolloutCount: ResolverTypeWrapper<RolloutCount>;
  RolloutFilter: RolloutFilter;
  RolloutInput: RolloutInput;
  RolloutInstance: ResolverTypeWrapper<RolloutInstanceRow>;
  RolloutInstanceConnection: ResolverTypeWrapper<Omit<RolloutInstanceConnection, 'nodes'> & { nodes: Array<ResolversTypes['RolloutInstance']> }>;
  RolloutInstanceStatus: RolloutInstanceStatus;
  RolloutPayload: ResolverTypeWrapper<Omit<RolloutPayload, 'rollout'> & { rollout: ResolversTypes['Rollout'] }>;
  RolloutStatus: RolloutStatus;
  RolloutWave: ResolverTypeWrapper<RolloutWave>;
  RolloutWaveInput: RolloutWaveInput;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  Run: ResolverTypeWrapper<RunRow>;
  RunConnection: ResolverTypeWrapper<Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunEdge']>, nodes: Array<ResolversTypes['Run']> }>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunEvent: ResolverTypeWrapper<Omit<RunEvent, 'run'> & { run: ResolversTypes['Run'] }>;
  RunEventType: RunEventType;
  RunFilter: RunFilter;
  RunInput: RunInput;
  RunLogConnection: ResolverTypeWrapper<Omit<RunLogConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunLogEdge']>, nodes: Array<ResolversTypes['RunLogEntry']> }>;
  RunLogEdge: ResolverTypeWrapper<Omit<RunLogEdge, 'node'> & { node: ResolversTypes['RunLogEntry'] }>;
  RunLogEntry: ResolverTypeWrapper<RunLogRow>;
  RunOutput: ResolverTypeWrapper<RunOutput>;
  RunPayload: ResolverTypeWrapper<Omit<RunPayload, 'run'> & { run: ResolversTypes['Run'] }>;
  RunStatus: RunStatus;
  RunTrigger: RunTrigger;
  SaveExperimentAsMacroInput: SaveExperimentAsMacroInput;
  Schedule: ResolverTypeWrapper<ScheduleRow>;
  SchedulePayload: ResolverTypeWrapper<Omit<SchedulePayload, 'flow' | 'schedule'> & { flow: ResolversTypes['Flow'], schedule?: Maybe<ResolversTypes['Schedule']> }>;
  ScheduleType: ScheduleType;
  ScheduledTick: ResolverTypeWrapper<ScheduledTick>;
  Scope: Scope;
  ScreenState: ScreenState;
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
  StaleReason: StaleReason;
  StartRolloutInput: StartRolloutInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TagFilter: TagFilter;
  Timeslot: ResolverTypeWrapper<Timeslot>;
  TimeslotInput: TimeslotInput;
  TransitionInput: TransitionInput;
  TriggerRunInput: TriggerRunInput;
  UpdateCalendarInput: UpdateCalendarInput;
  UpdateInstanceInput: UpdateInstanceInput;
  UpdateProgrammeInput: UpdateProgrammeInput;
  UpgradeCount: ResolverTypeWrapper<UpgradeCount>;
  UpgradeInstanceInput: UpgradeInstanceInput;
  UpgradePlan: ResolverTypeWrapper<Plan>;
  UpgradeStrategy: UpgradeStrategy;
  UpgradeVerdict: UpgradeVerdict;
  UpstreamFreshness: ResolverTypeWrapper<Omit<UpstreamFreshness, 'blockers'> & { blockers: Array<ResolversTypes['Flow']> }>;
  UpstreamInput: UpstreamInput;
  UpstreamRef: ResolverTypeWrapper<UpstreamRefRow>;
  Visibility: Visibility;
  WaitForShownInput: WaitForShownInput;
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
  WindowDst: WindowDst;
  Zone: ResolverTypeWrapper<Reference<'Zone'>>;
  ZoneEvent: ResolverTypeWrapper<Omit<ZoneEvent, 'instance'> & { instance?: Maybe<ResolversTypes['Instance']> }>;
  ZoneEventType: ZoneEventType;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Activity: ActivityRow;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  ActivityConnection: Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActivityEdge']>, nodes: Array<ResolversParentTypes['Activity']> };
  Int: Scalars['Int']['output'];
  ActivityEdge: Omit<ActivityEdge, 'node'> & { node: ResolversParentTypes['Activity'] };
  ActivityFilter: ActivityFilter;
  Binding: BindingRow;
  BindingInput: BindingInput;
  BoundsInput: BoundsInput;
  Float: Scalars['Float']['output'];
  BulkChangePayload: BulkChangeRow;
  BulkPatchPropsInput: BulkPatchPropsInput;
  Calendar: Calendar;
  CalendarConnection: CalendarConnection;
  CalendarDate: CalendarDate;
  CalendarDateInput: CalendarDateInput;
  CalendarEdge: CalendarEdge;
  CalendarPayload: CalendarPayload;
  Change: Omit<Change, 'convergence'> & { convergence: ResolversParentTypes['ChangeConvergence'] };
  ChangeConvergence: ConvergenceRow;
  ClaimRunInput: ClaimRunInput;
  ClaimRunPayload: Omit<ClaimRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  CompleteRunInput: CompleteRunInput;
  Condition: Condition;
  ConfirmEnrolmentInput: ConfirmEnrolmentInput;
  ConfirmEnrolmentPayload: Omit<ConfirmEnrolmentPayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  CreateCalendarInput: CreateCalendarInput;
  CreateInstanceInput: CreateInstanceInput;
  CreateProgrammeInput: CreateProgrammeInput;
  Cursor: Scalars['Cursor']['output'];
  DatasetColumn: DatasetColumn;
  DatasetPreview: DatasetPreview;
  Boolean: Scalars['Boolean']['output'];
  DatasetPreviewInput: DatasetPreviewInput;
  DateTime: Scalars['DateTime']['output'];
  Definition: Reference<'Definition'>;
  DefinitionImpact: Omit<DefinitionImpact, 'instances'> & { instances: Array<ResolversParentTypes['ImpactedInstance']> };
  DefinitionVersion: Reference<'DefinitionVersion'>;
  DeleteCalendarInput: DeleteCalendarInput;
  DeleteCalendarPayload: DeleteCalendarPayload;
  DeletePayload: DeletePayload;
  DeleteProgrammeInput: DeleteProgrammeInput;
  DeleteProgrammePayload: DeleteProgrammePayload;
  Display: Omit<Display, 'shownVersion'> & { shownVersion?: Maybe<ResolversParentTypes['DefinitionVersion']> };
  DisplayEvent: DisplayEvent;
  DisplayKeyInput: DisplayKeyInput;
  DisplayKeyPayload: Omit<DisplayKeyPayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  EmitInstanceEventInput: EmitInstanceEventInput;
  EmitPayload: EmitPayload;
  Enrolment: Enrolment;
  EnrolmentRequestPayload: EnrolmentRequestPayload;
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
  InstanceProgramme: InstanceProgrammeRow;
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
  ModelVersion: ModelVersionRow;
  ModelVersionPayload: Omit<ModelVersionPayload, 'modelVersion'> & { modelVersion: ResolversParentTypes['ModelVersion'] };
  MoveInstanceInput: MoveInstanceInput;
  Mutation: Record<PropertyKey, never>;
  NearFilter: NearFilter;
  Operator: Operator;
  OperatorParameter: OperatorParameter;
  PageInfo: PageInfo;
  PatchPropsInput: PatchPropsInput;
  PendingEnrolment: PendingEnrolment;
  PendingEnrolmentConnection: PendingEnrolmentConnection;
  PendingEnrolmentEdge: PendingEnrolmentEdge;
  PlacementInput: PlacementInput;
  PlannedInstance: Omit<PlannedInstance, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  PlannedInstanceConnection: Omit<PlannedInstanceConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['PlannedInstance']> };
  PlaylistItem: PlaylistItem;
  PlaylistItemInput: PlaylistItemInput;
  Principal: Reference<'Principal'>;
  Programme: ProgrammeRow;
  ProgrammeConnection: Omit<ProgrammeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProgrammeEdge']>, nodes: Array<ResolversParentTypes['Programme']> };
  ProgrammeEdge: Omit<ProgrammeEdge, 'node'> & { node: ResolversParentTypes['Programme'] };
  ProgrammeEntry: ProgrammeEntryRow;
  ProgrammeEntryInput: ProgrammeEntryInput;
  ProgrammeFilter: ProgrammeFilter;
  ProgrammePayload: Omit<ProgrammePayload, 'programme'> & { programme: ResolversParentTypes['Programme'] };
  ProgrammeSegment: ProgrammeSegmentRow;
  Project: Reference<'Project'>;
  PromoteInstanceInput: PromoteInstanceInput;
  PromoteModelInput: PromoteModelInput;
  PropExplanation: Omit<PropExplanation, 'layers'> & { layers: Array<ResolversParentTypes['PropLayer']> };
  PropLayer: PropLayerRow;
  PropPathInput: PropPathInput;
  Query: Record<PropertyKey, never>;
  RefreshBindingsInput: RefreshBindingsInput;
  ReplacePropsInput: ReplacePropsInput;
  ReportDisplayStateInput: ReportDisplayStateInput;
  RequestEnrolmentInput: RequestEnrolmentInput;
  ResendWebhookDeliveryInput: ResendWebhookDeliveryInput;
  Rollout: RolloutRow;
  RolloutAbortInput: RolloutAbortInput;
  RolloutConnection: Omit<RolloutConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['Rollout']> };
  RolloutCount: RolloutCount;
  RolloutFilter: RolloutFilter;
  RolloutInput: RolloutInput;
  RolloutInstance: RolloutInstanceRow;
  RolloutInstanceConnection: Omit<RolloutInstanceConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['RolloutInstance']> };
  RolloutPayload: Omit<RolloutPayload, 'rollout'> & { rollout: ResolversParentTypes['Rollout'] };
  RolloutWave: RolloutWave;
  RolloutWaveInput: RolloutWaveInput;
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
  RunOutput: RunOutput;
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
  StartRolloutInput: StartRolloutInput;
  Subscription: Record<PropertyKey, never>;
  TagFilter: TagFilter;
  Timeslot: Timeslot;
  TimeslotInput: TimeslotInput;
  TransitionInput: TransitionInput;
  TriggerRunInput: TriggerRunInput;
  UpdateCalendarInput: UpdateCalendarInput;
  UpdateInstanceInput: UpdateInstanceInput;
  UpdateProgrammeInput: UpdateProgrammeInput;
  UpgradeCount: UpgradeCount;
  UpgradeInstanceInput: UpgradeInstanceInput;
  UpgradePlan: Plan;
  UpstreamFreshness: Omit<UpstreamFreshness, 'blockers'> & { blockers: Array<ResolversParentTypes['Flow']> };
  UpstreamInput: UpstreamInput;
  UpstreamRef: UpstreamRefRow;
  WaitForShownInput: WaitForShownInput;
  WebhookDelivery: WebhookDeliveryRow;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryPayload: Omit<WebhookDeliveryPayload, 'delivery'> & { delivery: ResolversParentTypes['WebhookDelivery'] };
  WebhookSecretPayload: WebhookSecretPayload;
  Webhooks: Webhooks;
  WebhooksInput: WebhooksInput;
  Zone: Reference<'Zone'>;
  ZoneEvent: Omit<ZoneEvent, 'instance'> & { instance?: Maybe<ResolversParentTypes['Instance']> };
};

export type ActivityResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Principal']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resourceType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActivityConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ActivityConnection'] = ResolversParentTypes['ActivityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Activity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActivityEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ActivityEdge'] = ResolversParentTypes['ActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Activity'], ParentType, ContextType>;
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
  convergence?: Resolver<ResolversTypes['ChangeConvergence'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<BulkChangePayloadInstancesArgs, 'first'>>;
  targeted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CalendarResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Calendar'] = ResolversParentTypes['Calendar']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dates?: Resolver<Array<ResolversTypes['CalendarDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CalendarConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['CalendarConnection'] = ResolversParentTypes['CalendarConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CalendarEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Calendar']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CalendarDateResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['CalendarDate'] = ResolversParentTypes['CalendarDate']> = {
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CalendarEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['CalendarEdge'] = ResolversParentTypes['CalendarEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Calendar'], ParentType, ContextType>;
};

export type CalendarPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['CalendarPayload'] = ResolversParentTypes['CalendarPayload']> = {
  calendar?: Resolver<ResolversTypes['Calendar'], ParentType, ContextType>;
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  convergence?: Resolver<ResolversTypes['ChangeConvergence'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChangeConvergenceResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ChangeConvergence'] = ResolversParentTypes['ChangeConvergence']> = {
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p50Ms?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p95Ms?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targeted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreachable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreachableInstances?: Resolver<Array<ResolversTypes['Instance']>, ParentType, ContextType, RequireFields<ChangeConvergenceUnreachableInstancesArgs, 'first'>>;
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

export type ConfirmEnrolmentPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ConfirmEnrolmentPayload'] = ResolversParentTypes['ConfirmEnrolmentPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  credentialId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type DeleteCalendarPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DeleteCalendarPayload'] = ResolversParentTypes['DeleteCalendarPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeletePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DeletePayload'] = ResolversParentTypes['DeletePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteProgrammePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['DeleteProgrammePayload'] = ResolversParentTypes['DeleteProgrammePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisplayResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Display'] = ResolversParentTypes['Display']> = {
  behindSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  clockOffsetMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  receivedRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shownRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shownVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ScreenState'], ParentType, ContextType>;
  stateSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  credentialId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmitPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['EmitPayload'] = ResolversParentTypes['EmitPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrolmentStatus'], ParentType, ContextType>;
};

export type EnrolmentRequestPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['EnrolmentRequestPayload'] = ResolversParentTypes['EnrolmentRequestPayload']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  network?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  runKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedulable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  staleReason?: Resolver<Maybe<ResolversTypes['StaleReason']>, ParentType, ContextType>;
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
  displays?: Resolver<Array<ResolversTypes['Display']>, ParentType, ContextType, RequireFields<InstanceDisplaysArgs, 'first'>>;
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
  modelVersions?: Resolver<Array<ResolversTypes['ModelVersion']>, ParentType, ContextType, RequireFields<InstanceModelVersionsArgs, 'first'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedGeneration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  pausedByAncestorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  persistence?: Resolver<ResolversTypes['Persistence'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['InstanceProgramme']>, ParentType, ContextType>;
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

export type InstanceProgrammeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['InstanceProgramme'] = ResolversParentTypes['InstanceProgramme']> = {
  blockedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['ProgrammeSegment']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export type ModelVersionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ModelVersion'] = ResolversParentTypes['ModelVersion']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['ModelStage']>, ParentType, ContextType>;
  stagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stagedBy?: Resolver<Maybe<ResolversTypes['Principal']>, ParentType, ContextType>;
};

export type ModelVersionPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ModelVersionPayload'] = ResolversParentTypes['ModelVersionPayload']> = {
  modelVersion?: Resolver<ResolversTypes['ModelVersion'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  abortRollout?: Resolver<ResolversTypes['RolloutPayload'], ParentType, ContextType, RequireFields<MutationAbortRolloutArgs, 'input'>>;
  archiveInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationArchiveInstanceArgs, 'input'>>;
  bulkPatchProps?: Resolver<ResolversTypes['BulkChangePayload'], ParentType, ContextType, RequireFields<MutationBulkPatchPropsArgs, 'input'>>;
  cancelRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  claimRun?: Resolver<ResolversTypes['ClaimRunPayload'], ParentType, ContextType, RequireFields<MutationClaimRunArgs, 'input'>>;
  clearOverride?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationClearOverrideArgs, 'input'>>;
  clearSchedule?: Resolver<ResolversTypes['SchedulePayload'], ParentType, ContextType, RequireFields<MutationClearScheduleArgs, 'input'>>;
  completeRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCompleteRunArgs, 'input'>>;
  confirmEnrolment?: Resolver<ResolversTypes['ConfirmEnrolmentPayload'], ParentType, ContextType, RequireFields<MutationConfirmEnrolmentArgs, 'input'>>;
  createCalendar?: Resolver<ResolversTypes['CalendarPayload'], ParentType, ContextType, RequireFields<MutationCreateCalendarArgs, 'input'>>;
  createInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationCreateInstanceArgs, 'input'>>;
  createProgramme?: Resolver<ResolversTypes['ProgrammePayload'], ParentType, ContextType, RequireFields<MutationCreateProgrammeArgs, 'input'>>;
  deleteCalendar?: Resolver<ResolversTypes['DeleteCalendarPayload'], ParentType, ContextType, RequireFields<MutationDeleteCalendarArgs, 'input'>>;
  deleteInstance?: Resolver<ResolversTypes['DeletePayload'], ParentType, ContextType, RequireFields<MutationDeleteInstanceArgs, 'input'>>;
  deleteProgramme?: Resolver<ResolversTypes['DeleteProgrammePayload'], ParentType, ContextType, RequireFields<MutationDeleteProgrammeArgs, 'input'>>;
  emitInstanceEvent?: Resolver<ResolversTypes['EmitPayload'], ParentType, ContextType, RequireFields<MutationEmitInstanceEventArgs, 'input'>>;
  failRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationFailRunArgs, 'input'>>;
  heartbeatRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationHeartbeatRunArgs, 'input'>>;
  issueDisplayKey?: Resolver<ResolversTypes['DisplayKeyPayload'], ParentType, ContextType, RequireFields<MutationIssueDisplayKeyArgs, 'input'>>;
  lockPath?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationLockPathArgs, 'input'>>;
  moveInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationMoveInstanceArgs, 'input'>>;
  patchProps?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPatchPropsArgs, 'input'>>;
  pauseInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPauseInstanceArgs, 'input'>>;
  pauseRollout?: Resolver<ResolversTypes['RolloutPayload'], ParentType, ContextType, RequireFields<MutationPauseRolloutArgs, 'input'>>;
  promoteInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationPromoteInstanceArgs, 'input'>>;
  promoteModel?: Resolver<ResolversTypes['ModelVersionPayload'], ParentType, ContextType, RequireFields<MutationPromoteModelArgs, 'input'>>;
  refreshBindings?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationRefreshBindingsArgs, 'input'>>;
  replaceProps?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationReplacePropsArgs, 'input'>>;
  reportDisplayState?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationReportDisplayStateArgs, 'input'>>;
  requestEnrolment?: Resolver<ResolversTypes['EnrolmentRequestPayload'], ParentType, ContextType, RequireFields<MutationRequestEnrolmentArgs, 'input'>>;
  resendWebhookDelivery?: Resolver<ResolversTypes['WebhookDeliveryPayload'], ParentType, ContextType, RequireFields<MutationResendWebhookDeliveryArgs, 'input'>>;
  resumeInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationResumeInstanceArgs, 'input'>>;
  resumeRollout?: Resolver<ResolversTypes['RolloutPayload'], ParentType, ContextType, RequireFields<MutationResumeRolloutArgs, 'input'>>;
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
  startRollout?: Resolver<ResolversTypes['RolloutPayload'], ParentType, ContextType, RequireFields<MutationStartRolloutArgs, 'input'>>;
  stopInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationStopInstanceArgs, 'input'>>;
  triggerRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationTriggerRunArgs, 'input'>>;
  unlockPath?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUnlockPathArgs, 'input'>>;
  updateCalendar?: Resolver<ResolversTypes['CalendarPayload'], ParentType, ContextType, RequireFields<MutationUpdateCalendarArgs, 'input'>>;
  updateInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUpdateInstanceArgs, 'input'>>;
  updateProgramme?: Resolver<ResolversTypes['ProgrammePayload'], ParentType, ContextType, RequireFields<MutationUpdateProgrammeArgs, 'input'>>;
  upgradeInstance?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationUpgradeInstanceArgs, 'input'>>;
};

export type OperatorResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Operator'] = ResolversParentTypes['Operator']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCrossSection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['OperatorParameter']>, ParentType, ContextType>;
  periods?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  semantics?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  typeKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OperatorParameterResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['OperatorParameter'] = ResolversParentTypes['OperatorParameter']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PendingEnrolmentResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PendingEnrolment'] = ResolversParentTypes['PendingEnrolment']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PendingEnrolmentConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PendingEnrolmentConnection'] = ResolversParentTypes['PendingEnrolmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PendingEnrolmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PendingEnrolment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PendingEnrolmentEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PendingEnrolmentEdge'] = ResolversParentTypes['PendingEnrolmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PendingEnrolment'], ParentType, ContextType>;
};

export type PlannedInstanceResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PlannedInstance'] = ResolversParentTypes['PlannedInstance']> = {
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['UpgradeVerdict'], ParentType, ContextType>;
};

export type PlannedInstanceConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PlannedInstanceConnection'] = ResolversParentTypes['PlannedInstanceConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['PlannedInstance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaylistItemResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['PlaylistItem'] = ResolversParentTypes['PlaylistItem']> = {
  props?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PrincipalResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['ProgrammeEntry']>, ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targetCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProgrammeConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ProgrammeConnection'] = ResolversParentTypes['ProgrammeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProgrammeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Programme']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeEdgeResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ProgrammeEdge'] = ResolversParentTypes['ProgrammeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
};

export type ProgrammeEntryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ProgrammeEntry'] = ResolversParentTypes['ProgrammeEntry']> = {
  duration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exceptCalendars?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  exceptDates?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  interrupt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['PlaylistItem']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['PlaylistOrder'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  props?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  rrule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProgrammePayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ProgrammePayload'] = ResolversParentTypes['ProgrammePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
};

export type ProgrammeSegmentResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ProgrammeSegment'] = ResolversParentTypes['ProgrammeSegment']> = {
  blockedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dst?: Resolver<Maybe<ResolversTypes['WindowDst']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  props?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  entry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  layer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ProgrammeReason']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  writerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activities?: Resolver<ResolversTypes['ActivityConnection'], ParentType, ContextType, RequireFields<QueryActivitiesArgs, 'first'>>;
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType, RequireFields<QueryCalendarArgs, 'id'>>;
  calendars?: Resolver<ResolversTypes['CalendarConnection'], ParentType, ContextType, RequireFields<QueryCalendarsArgs, 'first'>>;
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType, RequireFields<QueryChangeArgs, 'changeId'>>;
  checkDefinitionVersion?: Resolver<ResolversTypes['DefinitionImpact'], ParentType, ContextType, RequireFields<QueryCheckDefinitionVersionArgs, 'definitionVersionId'>>;
  datasetPreview?: Resolver<ResolversTypes['DatasetPreview'], ParentType, ContextType, RequireFields<QueryDatasetPreviewArgs, 'id'>>;
  enrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  evaluateExpression?: Resolver<ResolversTypes['ExpressionResult'], ParentType, ContextType, RequireFields<QueryEvaluateExpressionArgs, 'expression'>>;
  globalInstance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType, RequireFields<QueryInstanceArgs, 'id'>>;
  instanceTree?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<QueryInstanceTreeArgs, 'first' | 'rootId'>>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, RequireFields<QueryInstancesArgs, 'first'>>;
  kv?: Resolver<Maybe<ResolversTypes['KvEntry']>, ParentType, ContextType, RequireFields<QueryKvArgs, 'key'>>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<QueryLineageArgs, 'depth' | 'direction' | 'id'>>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType, RequireFields<QueryOperatorArgs, 'name'>>;
  operators?: Resolver<Array<ResolversTypes['Operator']>, ParentType, ContextType>;
  pendingEnrolments?: Resolver<ResolversTypes['PendingEnrolmentConnection'], ParentType, ContextType, RequireFields<QueryPendingEnrolmentsArgs, 'first'>>;
  planUpgrade?: Resolver<ResolversTypes['UpgradePlan'], ParentType, ContextType, RequireFields<QueryPlanUpgradeArgs, 'definitionTypeKey' | 'toVersion'>>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType, RequireFields<QueryProgrammeArgs, 'id'>>;
  programmePreview?: Resolver<Array<ResolversTypes['ProgrammeSegment']>, ParentType, ContextType, RequireFields<QueryProgrammePreviewArgs, 'hours' | 'instanceId'>>;
  programmes?: Resolver<ResolversTypes['ProgrammeConnection'], ParentType, ContextType, RequireFields<QueryProgrammesArgs, 'first'>>;
  rollout?: Resolver<Maybe<ResolversTypes['Rollout']>, ParentType, ContextType, RequireFields<QueryRolloutArgs, 'id'>>;
  rollouts?: Resolver<ResolversTypes['RolloutConnection'], ParentType, ContextType, RequireFields<QueryRolloutsArgs, 'first'>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runOutput?: Resolver<Maybe<ResolversTypes['RunOutput']>, ParentType, ContextType, RequireFields<QueryRunOutputArgs, 'first' | 'id' | 'name'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<QueryRunsArgs, 'first'>>;
  schedulePreview?: Resolver<Array<ResolversTypes['ScheduledTick']>, ParentType, ContextType, RequireFields<QuerySchedulePreviewArgs, 'count' | 'expression' | 'timezone'>>;
  upstreamFreshness?: Resolver<ResolversTypes['UpstreamFreshness'], ParentType, ContextType, RequireFields<QueryUpstreamFreshnessArgs, 'flowId'>>;
  validateSignal?: Resolver<ResolversTypes['SignalValidation'], ParentType, ContextType, RequireFields<QueryValidateSignalArgs, 'id'>>;
  webhookDeliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'first'>>;
};

export type RolloutResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Rollout'] = ResolversParentTypes['Rollout']> = {
  backChangeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['Definition'], ParentType, ContextType>;
  definitionTypeKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failedPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['RolloutInstanceConnection'], ParentType, ContextType, RequireFields<RolloutInstancesArgs, 'first'>>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RolloutStatus'], ParentType, ContextType>;
  toVersion?: Resolver<ResolversTypes['SemVer'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  wave?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waveTimeoutSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waves?: Resolver<Array<ResolversTypes['RolloutWave']>, ParentType, ContextType>;
};

export type RolloutConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutConnection'] = ResolversParentTypes['RolloutConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Rollout']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RolloutCountResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutCount'] = ResolversParentTypes['RolloutCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RolloutInstanceStatus'], ParentType, ContextType>;
};

export type RolloutInstanceResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutInstance'] = ResolversParentTypes['RolloutInstance']> = {
  conflicts?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RolloutInstanceStatus'], ParentType, ContextType>;
  wave?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RolloutInstanceConnectionResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutInstanceConnection'] = ResolversParentTypes['RolloutInstanceConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['RolloutInstance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RolloutPayloadResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutPayload'] = ResolversParentTypes['RolloutPayload']> = {
  rollout?: Resolver<ResolversTypes['Rollout'], ParentType, ContextType>;
};

export type RolloutWaveResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RolloutWave'] = ResolversParentTypes['RolloutWave']> = {
  counts?: Resolver<Array<ResolversTypes['RolloutCount']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  trigger?: Resolver<ResolversTypes['RunTrigger'], ParentType, ContextType>;
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
  type?: Resolver<ResolversTypes['RunEventType'], ParentType, ContextType>;
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

export type RunOutputResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['RunOutput'] = ResolversParentTypes['RunOutput']> = {
  columns?: Resolver<Array<ResolversTypes['DatasetColumn']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  suspendedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  zoneChanged?: SubscriptionResolver<ResolversTypes['ZoneEvent'], "zoneChanged", ParentType, ContextType, RequireFields<SubscriptionZoneChangedArgs, 'zoneId'>>;
};

export type TimeslotResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['Timeslot'] = ResolversParentTypes['Timeslot']> = {
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UpgradeCountResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['UpgradeCount'] = ResolversParentTypes['UpgradeCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['UpgradeVerdict'], ParentType, ContextType>;
};

export type UpgradePlanResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['UpgradePlan'] = ResolversParentTypes['UpgradePlan']> = {
  counts?: Resolver<Array<ResolversTypes['UpgradeCount']>, ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['PlannedInstanceConnection'], ParentType, ContextType, RequireFields<UpgradePlanInstancesArgs, 'first'>>;
  toVersion?: Resolver<ResolversTypes['SemVer'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type ZoneEventResolvers<ContextType = RuntimeContext, ParentType extends ResolversParentTypes['ZoneEvent'] = ResolversParentTypes['ZoneEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ZoneEventType'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RuntimeContext> = {
  Activity?: ActivityResolvers<ContextType>;
  ActivityConnection?: ActivityConnectionResolvers<ContextType>;
  ActivityEdge?: ActivityEdgeResolvers<ContextType>;
  Binding?: BindingResolvers<ContextType>;
  BulkChangePayload?: BulkChangePayloadResolvers<ContextType>;
  Calendar?: CalendarResolvers<ContextType>;
  CalendarConnection?: CalendarConnectionResolvers<ContextType>;
  CalendarDate?: CalendarDateResolvers<ContextType>;
  CalendarEdge?: CalendarEdgeResolvers<ContextType>;
  CalendarPayload?: CalendarPayloadResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConvergence?: ChangeConvergenceResolvers<ContextType>;
  ClaimRunPayload?: ClaimRunPayloadResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  ConfirmEnrolmentPayload?: ConfirmEnrolmentPayloadResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DatasetColumn?: DatasetColumnResolvers<ContextType>;
  DatasetPreview?: DatasetPreviewResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Definition?: DefinitionResolvers<ContextType>;
  DefinitionImpact?: DefinitionImpactResolvers<ContextType>;
  DefinitionVersion?: DefinitionVersionResolvers<ContextType>;
  DeleteCalendarPayload?: DeleteCalendarPayloadResolvers<ContextType>;
  DeletePayload?: DeletePayloadResolvers<ContextType>;
  DeleteProgrammePayload?: DeleteProgrammePayloadResolvers<ContextType>;
  Display?: DisplayResolvers<ContextType>;
  DisplayEvent?: DisplayEventResolvers<ContextType>;
  DisplayKeyPayload?: DisplayKeyPayloadResolvers<ContextType>;
  EmitPayload?: EmitPayloadResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  EnrolmentRequestPayload?: EnrolmentRequestPayloadResolvers<ContextType>;
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
  InstanceProgramme?: InstanceProgrammeResolvers<ContextType>;
  InstanceSetEvent?: InstanceSetEventResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  KvEntry?: KvEntryResolvers<ContextType>;
  KvPayload?: KvPayloadResolvers<ContextType>;
  Lineage?: LineageResolvers<ContextType>;
  LineageEdge?: LineageEdgeResolvers<ContextType>;
  LineageNode?: LineageNodeResolvers<ContextType>;
  MacroPayload?: MacroPayloadResolvers<ContextType>;
  ModelVersion?: ModelVersionResolvers<ContextType>;
  ModelVersionPayload?: ModelVersionPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operator?: OperatorResolvers<ContextType>;
  OperatorParameter?: OperatorParameterResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PendingEnrolment?: PendingEnrolmentResolvers<ContextType>;
  PendingEnrolmentConnection?: PendingEnrolmentConnectionResolvers<ContextType>;
  PendingEnrolmentEdge?: PendingEnrolmentEdgeResolvers<ContextType>;
  PlannedInstance?: PlannedInstanceResolvers<ContextType>;
  PlannedInstanceConnection?: PlannedInstanceConnectionResolvers<ContextType>;
  PlaylistItem?: PlaylistItemResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ProgrammeConnection?: ProgrammeConnectionResolvers<ContextType>;
  ProgrammeEdge?: ProgrammeEdgeResolvers<ContextType>;
  ProgrammeEntry?: ProgrammeEntryResolvers<ContextType>;
  ProgrammePayload?: ProgrammePayloadResolvers<ContextType>;
  ProgrammeSegment?: ProgrammeSegmentResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  PropExplanation?: PropExplanationResolvers<ContextType>;
  PropLayer?: PropLayerResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rollout?: RolloutResolvers<ContextType>;
  RolloutConnection?: RolloutConnectionResolvers<ContextType>;
  RolloutCount?: RolloutCountResolvers<ContextType>;
  RolloutInstance?: RolloutInstanceResolvers<ContextType>;
  RolloutInstanceConnection?: RolloutInstanceConnectionResolvers<ContextType>;
  RolloutPayload?: RolloutPayloadResolvers<ContextType>;
  RolloutWave?: RolloutWaveResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunEvent?: RunEventResolvers<ContextType>;
  RunLogConnection?: RunLogConnectionResolvers<ContextType>;
  RunLogEdge?: RunLogEdgeResolvers<ContextType>;
  RunLogEntry?: RunLogEntryResolvers<ContextType>;
  RunOutput?: RunOutputResolvers<ContextType>;
  RunPayload?: RunPayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  SchedulePayload?: SchedulePayloadResolvers<ContextType>;
  ScheduledTick?: ScheduledTickResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  SignalCheck?: SignalCheckResolvers<ContextType>;
  SignalValidation?: SignalValidationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Timeslot?: TimeslotResolvers<ContextType>;
  UpgradeCount?: UpgradeCountResolvers<ContextType>;
  UpgradePlan?: UpgradePlanResolvers<ContextType>;
  UpstreamFreshness?: UpstreamFreshnessResolvers<ContextType>;
  UpstreamRef?: UpstreamRefResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookDeliveryPayload?: WebhookDeliveryPayloadResolvers<ContextType>;
  WebhookSecretPayload?: WebhookSecretPayloadResolvers<ContextType>;
  Webhooks?: WebhooksResolvers<ContextType>;
  Zone?: ZoneResolvers<ContextType>;
  ZoneEvent?: ZoneEventResolvers<ContextType>;
};

