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

/** What a sync did with a version. */
export type ContentSyncOutcome =
  /** Not published; see problems. */
  | 'FAILED'
  /** New; it was published. */
  | 'PUBLISHED'
  /** Already published with the same content. */
  | 'UNCHANGED';

/** What a credential is. */
export type CredentialKind =
  /** The key of an instance's screen. */
  | 'DISPLAY'
  /** A token sent as authorization: Bearer. */
  | 'TOKEN';

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

/** How a change of the clocks affects a tick. */
export type DstKind =
  /** The clocks show `local` twice that day. Times of day fire the first time, intervals within the hour both times. */
  | 'FOLD'
  /** The clocks skip the intended time; the tick fires at the first moment after the gap. */
  | 'GAP'
  /** Not at all. */
  | 'NONE';

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

/** Stage of a model version. Each stage holds at most one version per training flow. */
export type ModelStage =
  /** Used by every flow that has the training flow as an upstream. If no version is in production, those flows use the newest. */
  | 'PRODUCTION'
  /** Under evaluation. */
  | 'STAGING';

/** How long instances live, and how many there may be. */
export type Persistence =
  /** Archived by itself after its last run or at the end of its timeslot. */
  | 'EPHEMERAL'
  /** Lives until it is archived. */
  | 'PERSISTENT'
  /** At most one per definition and project that is not archived. */
  | 'SINGLETON';

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

/** Who may read an instance without a credential. */
export type Visibility =
  /** Nobody. */
  | 'PRIVATE'
  /** Everyone; it appears in lists. */
  | 'PUBLIC'
  /** Anyone who knows its id; it appears in no list. */
  | 'UNLISTED';

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
