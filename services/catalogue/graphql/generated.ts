import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CredentialRow } from '../store/organisation/credentials.sql.ts';
import type { DefinitionRow, DefinitionVersionRow, PrincipalRow, ProjectRow, SpaceRow, SubspaceRow, ViewerRow } from './rows.ts';
import type { Reference } from '../../../kit/graphql/subgraph.ts';
import type { CatalogueContext } from './context.ts';
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

/** Configuration that definitions and instances refer to. It has no instances. */
export type ConfigResource = {
  /** Its content. */
  body: Scalars['JSONObject']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Id of the config resource. */
  id: Scalars['ID']['output'];
  /** Unique per tenant and kind. */
  key: Scalars['String']['output'];
  /** What it describes. */
  kind: ConfigKind;
  /** Where it came from. */
  provisioningSource: ProvisioningSource;
  /** Number of committed changes. */
  revision: Scalars['Int']['output'];
  /** Name for people. */
  title?: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of config resources. */
export type ConfigResourceConnection = {
  /** The config resources of this page with their cursors. */
  edges: Array<ConfigResourceEdge>;
  /** The config resources of this page. */
  nodes: Array<ConfigResource>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of config resources on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's config resources with its cursor. */
export type ConfigResourceEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: ConfigResource;
};

/** The config resource after the change. */
export type ConfigResourcePayload = {
  /** The config resource in its new state. */
  configResource: ConfigResource;
};

/** What a sync did with a version. */
export type ContentSyncOutcome =
  /** Not published; see problems. */
  | 'FAILED'
  /** New; it was published. */
  | 'PUBLISHED'
  /** Already published with the same content. */
  | 'UNCHANGED';

/** Result of a sync. */
export type ContentSyncPayload = {
  /** Name of the package. */
  package: Scalars['String']['output'];
  /** Version of the package. */
  packageVersion: Scalars['SemVer']['output'];
  /** One entry per version in the package. */
  results: Array<ContentSyncResult>;
  /** SYNCED, or SYNC_FAILED when any version failed. */
  status: SyncStatus;
};

/** What happened to one version of a content package. */
export type ContentSyncResult = {
  /** The version; null when it could not be created. */
  definitionVersion?: Maybe<DefinitionVersion>;
  /** What happened. */
  outcome: ContentSyncOutcome;
  /** { pointer, message } each; pointers lead into the manifest's definition. */
  problems: Array<Scalars['JSONObject']['output']>;
  /** Type key of the definition. */
  typeKey: Scalars['String']['output'];
  /** Number of the version. */
  version: Scalars['SemVer']['output'];
};

/** What to copy, and where to. */
export type CopyResourceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Id of the definition to copy. */
  resourceId: Scalars['ID']['input'];
  /** Project of the copy. */
  targetProjectId: Scalars['ID']['input'];
  /** Title of the copy. Default: the original's. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Type key of the copy; it must be free. */
  typeKey: Scalars['String']['input'];
};

/** A project to create. */
export type CreateProjectInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name for people. */
  name: Scalars['String']['input'];
  /** Subspace of the project. */
  subspaceId: Scalars['ID']['input'];
};

/** A space to create. */
export type CreateSpaceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** PERSONAL or TEAM. */
  kind?: InputMaybe<SpaceKind>;
  /** Name for people. */
  name: Scalars['String']['input'];
  /** The principal that owns it. */
  ownerPrincipalId: Scalars['ID']['input'];
};

/** A TEAM space to create. */
export type CreateTeamSpaceInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Principals that get the role OPERATOR on it. */
  memberPrincipalIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Name for people. */
  name: Scalars['String']['input'];
  /** The principal that owns it. */
  ownerPrincipalId: Scalars['ID']['input'];
};

/** A principal to create. */
export type CreateUserInput = {
  /** Name for people. */
  displayName: Scalars['String']['input'];
  /** Email address; unique per tenant, ignoring case. */
  email: Scalars['String']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What kind of actor it is. */
  kind?: InputMaybe<PrincipalKind>;
  /** Also grants the role VIEWER on the system space. */
  viewSystemSpace?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What was issued to a principal or to a screen. Its secret is shown once, when it is issued. */
export type Credential = {
  /** When it was issued. */
  createdAt: Scalars['DateTime']['output'];
  /** Who issued it; null for Marquee itself. */
  createdBy?: Maybe<Principal>;
  /** When it stops working by itself; null: it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the credential. */
  id: Scalars['ID']['output'];
  /** What a display key opens; null for a token. */
  instance?: Maybe<Instance>;
  /** What it is. */
  kind: CredentialKind;
  /** When it was last used, to the minute; null: not yet. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What whoever enrolled the screen called it. */
  name?: Maybe<Scalars['String']['output']>;
  /** The only permissions it may use; null: all that its principal holds. */
  permissions?: Maybe<Array<Scalars['String']['output']>>;
  /** Whose it is; null for a display key. */
  principal?: Maybe<Principal>;
  /** When it was ended, or is to end after a rotation; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of credentials. */
export type CredentialConnection = {
  /** The credentials of this page with their cursors. */
  edges: Array<CredentialEdge>;
  /** The credentials of this page. */
  nodes: Array<Credential>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of credentials on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's credentials with its cursor. */
export type CredentialEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Credential;
};

/** What a credential is. */
export type CredentialKind =
  /** The key of an instance's screen. */
  | 'DISPLAY'
  /** A token sent as authorization: Bearer. */
  | 'TOKEN';

/** The credential that was ended. */
export type CredentialPayload = {
  /** Id of the credential. */
  id: Scalars['ID']['output'];
};

/** A template with a mutable head (status, title, latest version) and immutable published versions. */
export type Definition = {
  /** Default access rules for its instances; null for viewers who may not see config resources. */
  authorizationPolicy?: Maybe<ConfigResource>;
  /** When the first version was submitted. */
  createdAt: Scalars['DateTime']['output'];
  /** The definition that this one was copied from. */
  derivedFrom?: Maybe<Definition>;
  /** What it is for. */
  description?: Maybe<Scalars['String']['output']>;
  /** Id of the definition. */
  id: Scalars['ID']['output'];
  /** What it describes. */
  kind: DefinitionKind;
  /** The greatest published release; a pre-release only where there is no release. */
  latestVersion?: Maybe<DefinitionVersion>;
  /** The principal who submitted the first version or made the copy. */
  owner: Principal;
  /** The project that the definition lives in. */
  project: Project;
  /** Where it came from. */
  provisioningSource: ProvisioningSource;
  /** Status of the definition as a whole. */
  status: DefinitionStatus;
  /** Result of the last sync of its package: { package, packageVersion, at, versions: [{ version, outcome, problems }] }. */
  syncReport?: Maybe<Scalars['JSONObject']['output']>;
  /** Null unless a content package brought it. */
  syncStatus?: Maybe<SyncStatus>;
  /** Name for people. */
  title?: Maybe<Scalars['String']['output']>;
  /** Unique per tenant: 'display/bus-stop'. */
  typeKey: Scalars['String']['output'];
  /** When the head last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** All versions, greatest first. */
  versions: DefinitionVersionConnection;
};


/** A template with a mutable head (status, title, latest version) and immutable published versions. */
export type DefinitionVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of definitions. */
export type DefinitionConnection = {
  /** The definitions of this page with their cursors. */
  edges: Array<DefinitionEdge>;
  /** The definitions of this page. */
  nodes: Array<Definition>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of definitions on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's definitions with its cursor. */
export type DefinitionEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Definition;
};

/** Selects definitions. All given members must hold. */
export type DefinitionFilter = {
  /** Has one of these kinds. */
  kinds?: InputMaybe<Array<DefinitionKind>>;
  /** Belongs to this project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** The type key or title contains this text, ignoring case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Has one of these statuses. */
  statuses?: InputMaybe<Array<DefinitionStatus>>;
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

/** The definition after the change. */
export type DefinitionPayload = {
  /** The definition in its new state. */
  definition: Definition;
};

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

/** One version of a definition. The database refuses changes to a published version. */
export type DefinitionVersion = {
  /** COMPONENT: an ES module that exports mount(host, element); served by content hash. */
  bundleUrl?: Maybe<Scalars['String']['output']>;
  /** Children that an instance needs: [{ role, kind, selector: { definitionTypeKey, nameContains, propsContain }, min, max }]. */
  childRequirements: Array<Scalars['JSONObject']['output']>;
  /** Key into the executor registry, for kinds whose flows run code. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** Whether it claims to need no props from its instances and to have a bundle; its evaluation fails otherwise. */
  complete: Scalars['Boolean']['output'];
  /** SHA-256 over the fields above. */
  contentHash: Scalars['String']['output'];
  /** When it was submitted. */
  createdAt: Scalars['DateTime']['output'];
  /** The lowest layer of an instance's effective props. */
  defaultProps: Scalars['JSONObject']['output'];
  /** The definition it belongs to. */
  definition: Definition;
  /** The last evaluation; a published version keeps the one it was published with. */
  evaluation?: Maybe<EvaluationReport>;
  /** The flows that every instance of this version gets. */
  flowTemplates: Array<FlowTemplate>;
  /** Id of the version. */
  id: Scalars['ID']['output'];
  /** Lifecycle moves that instances may not make: { forbid: [START | PAUSE | RESUME | STOP | ARCHIVE] }, and lifecycle hooks. */
  lifecycleTemplate: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 for an instance's config. */
  parametersSchema: Scalars['JSONObject']['output'];
  /** Applied to an instance's own props when it moves up to or past this version, in the same revision: [{ op: 'rename', from, to } | { op: 'default', path, value } | { op: 'set', path, value } | { op: 'drop', path }], places as JSON pointers. */
  propsMigration: Array<Scalars['JSONObject']['output']>;
  /** JSON Schema 2020-12 for an instance's props. */
  propsSchema: Scalars['JSONObject']['output'];
  /** When it was published; null before. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Status of this version. */
  status: DefinitionStatus;
  /** How flows combine into readiness: {} or { aggregation_method: 'min_severity', status_priority: [worst, ..., best] }. */
  statusAggregationContract: Scalars['JSONObject']['output'];
  /** Test cases, [{ name, props, valid }]: props, and whether they should pass validation. */
  tests: Array<Scalars['JSONObject']['output']>;
  /** Its number, compared as semver. */
  version: Scalars['SemVer']['output'];
};

/** A page of versions. */
export type DefinitionVersionConnection = {
  /** The versions of this page with their cursors. */
  edges: Array<DefinitionVersionEdge>;
  /** The versions of this page. */
  nodes: Array<DefinitionVersion>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of versions on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's versions with its cursor. */
export type DefinitionVersionEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: DefinitionVersion;
};

/** The version after the change. */
export type DefinitionVersionPayload = {
  /** The version in its new state. */
  definitionVersion: DefinitionVersion;
};

/** One check of one part of a version. */
export type EvaluationCheck = {
  /** What is wrong, or a warning; null when there is nothing to say. */
  message?: Maybe<Scalars['String']['output']>;
  /** The part that was checked: propsSchema, defaultProps, bundle, tests, ... */
  name: Scalars['String']['output'];
  /** Whether it passed. */
  ok: Scalars['Boolean']['output'];
  /** JSON pointer into the version. */
  pointer?: Maybe<Scalars['String']['output']>;
};

/** Result of an evaluation. */
export type EvaluationPayload = {
  /** The version in its new state. */
  definitionVersion: DefinitionVersion;
  /** The report. */
  evaluation: EvaluationReport;
};

/** Whether a version is fit to be published. */
export type EvaluationReport = {
  /** At least one per rule; checks with ok: true and a message are warnings. */
  checks: Array<EvaluationCheck>;
  /** When the checks ran. */
  evaluatedAt: Scalars['DateTime']['output'];
  /** PASSED when no check failed. */
  status: EvaluationStatus;
};

/** Outcome of an evaluation. */
export type EvaluationStatus =
  /** At least one check failed. */
  | 'FAILED'
  /** No check failed. */
  | 'PASSED';

/** A flow that every instance of the version gets. */
export type FlowTemplate = {
  /** Age in seconds after which its results count as stale; null: never. */
  freshnessSlaSeconds?: Maybe<Scalars['Int']['output']>;
  /** Memory limit of one run in megabytes; null: 512. */
  memoryMb?: Maybe<Scalars['Int']['output']>;
  /** Name of the flow, unique within the version. */
  name: Scalars['String']['output'];
  /** Whether its runs need the network. Marquee gives a supplied executor none without it, and none that the operator does not allow. */
  network: Scalars['Boolean']['output'];
  /** Kind of its runs, such as PipelineRun. */
  runKind: Scalars['String']['output'];
  /** Whether the flow may have a schedule. */
  schedulable: Scalars['Boolean']['output'];
  /** Time limit of one run in seconds; null: 900. */
  timeoutSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A flow that every instance of the version gets. */
export type FlowTemplateInput = {
  /** Age in seconds after which its results count as stale. */
  freshnessSlaSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Memory limit of one run in megabytes; past it the run fails as OUT_OF_MEMORY. At most MARQUEE_RUN_MEMORY_MB_MAX. Default: 512. */
  memoryMb?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the flow, unique within the version. */
  name: Scalars['String']['input'];
  /** Asks for the network for its runs. BAD_USER_INPUT where MARQUEE_EXECUTOR_NETWORK does not name the codeRef. */
  network?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kind of its runs, such as PipelineRun. */
  runKind: Scalars['String']['input'];
  /** Whether the flow may have a schedule. */
  schedulable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Time limit of one run in seconds; past it the run fails as TIMED_OUT. At most MARQUEE_RUN_TIMEOUT_SECONDS_MAX. Default: 900. */
  timeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** An instance; the runtime knows the rest. */
export type Instance = {
  /** Id of the instance. */
  id: Scalars['ID']['output'];
};

/** Whom the token is for. */
export type IssueTokenInput = {
  /** The only permissions it may use; default: all that the principal holds, now and later. */
  permissions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The principal that acts with it. */
  principalId: Scalars['ID']['input'];
  /** Lifetime in seconds, 1 to 2592000 (30 days). */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  /** Copies the latest version of a definition into another project, as a DRAFT owned by the viewer. */
  copyResource: DefinitionPayload;
  /** Creates a project in a subspace. */
  createProject: ProjectPayload;
  /** Creates a space with OFFICIAL and STAGING subspaces; the owner gets the role OWNER on it. */
  createSpaceWithSubspaces: SpacePayload;
  /** Creates a TEAM space; its members get the role OPERATOR on it. */
  createTeamSpace: SpacePayload;
  /** Creates a principal with a PERSONAL space that they own. */
  createUserWithPersonalSpace: UserPayload;
  /** Excludes a version from new instances that do not name it. */
  deprecateDefinitionVersion: DefinitionVersionPayload;
  /** Runs the checks that publishing requires. A DRAFT that passes becomes SUBMITTED; a SUBMITTED version that fails becomes a DRAFT. */
  evaluateDefinitionVersion: EvaluationPayload;
  /** Grants a role. Granting a role that is already held changes nothing. */
  grantRole: RoleGrantPayload;
  /** Issues a token for a principal that holds a role on the tenant; CONDITION_FAILED when it holds none. Returned once. It acts with the strongest role held until it expires; sockets opened with it are then closed with 4403. */
  issueToken: TokenPayload;
  /** Publishes a version, which is immutable from then on. It must pass its evaluation and be greater than every published version of its major.minor line. */
  publishDefinitionVersion: DefinitionVersionPayload;
  /** Stops new instances of a definition; existing ones continue. */
  retireDefinition: DefinitionPayload;
  /** Revokes a credential in every process within a second and closes the feeds opened with it. Revoking it again changes nothing. A display key requires key.issue on its instance, and its end is a revision of that. */
  revokeCredential: CredentialPayload;
  /** Revokes a role. NOT_FOUND unless it is held on exactly that node. */
  revokeRole: RoleGrantPayload;
  /** Issues a successor for the same principal or instance, with the same scope and lifetime. The old one keeps working for the overlap. */
  rotateCredential: RotatedCredentialPayload;
  /** Disables a principal, so that none of their credentials works, or enables them again. CONDITION_FAILED for the last OWNER of the tenant. */
  setPrincipalDisabled: PrincipalPayload;
  /** Submits a version as a DRAFT; the first version also creates the definition. A DRAFT with the same number is replaced. */
  submitDefinition: DefinitionVersionPayload;
  /** Publishes new versions from a content package: a folder below MARQUEE_CONTENT_DIR or a tar archive (.tgz, .tar.gz, .tar) with a manifest.json. Safe to repeat: equal content is left alone; a published version with different content makes its definition SYNC_FAILED. Problems of single definitions are in the payload. */
  syncDefinitionContent: ContentSyncPayload;
  /** Creates or changes the config resource with this kind and key. Equal content changes nothing. */
  upsertConfigResource: ConfigResourcePayload;
};


export type MutationCopyResourceArgs = {
  input: CopyResourceInput;
};


export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


export type MutationCreateSpaceWithSubspacesArgs = {
  input: CreateSpaceInput;
};


export type MutationCreateTeamSpaceArgs = {
  input: CreateTeamSpaceInput;
};


export type MutationCreateUserWithPersonalSpaceArgs = {
  input: CreateUserInput;
};


export type MutationDeprecateDefinitionVersionArgs = {
  input: PublishDefinitionVersionInput;
};


export type MutationEvaluateDefinitionVersionArgs = {
  input: PublishDefinitionVersionInput;
};


export type MutationGrantRoleArgs = {
  input: RoleGrantInput;
};


export type MutationIssueTokenArgs = {
  input: IssueTokenInput;
};


export type MutationPublishDefinitionVersionArgs = {
  input: PublishDefinitionVersionInput;
};


export type MutationRetireDefinitionArgs = {
  input: RetireDefinitionInput;
};


export type MutationRevokeCredentialArgs = {
  input: RevokeCredentialInput;
};


export type MutationRevokeRoleArgs = {
  input: RoleGrantInput;
};


export type MutationRotateCredentialArgs = {
  input: RotateCredentialInput;
};


export type MutationSetPrincipalDisabledArgs = {
  input: SetPrincipalDisabledInput;
};


export type MutationSubmitDefinitionArgs = {
  input: SubmitDefinitionInput;
};


export type MutationSyncDefinitionContentArgs = {
  input: SyncDefinitionContentInput;
};


export type MutationUpsertConfigResourceArgs = {
  input: UpsertConfigResourceInput;
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

/** An actor: a person, a service, an AI agent or a screen. */
export type Principal = {
  /** Name for people. */
  displayName: Scalars['String']['output'];
  /** Email address; unique per tenant. */
  email?: Maybe<Scalars['String']['output']>;
  /** Id of the principal. */
  id: Scalars['ID']['output'];
  /** What kind of actor it is. */
  kind: PrincipalKind;
};

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

/** The principal after the change. */
export type PrincipalPayload = {
  /** The principal. */
  principal: Principal;
};

/** What definitions and instances belong to. */
export type Project = {
  /** Id of the project. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** The subspace it belongs to. */
  subspace: Subspace;
};

/** The created project. */
export type ProjectPayload = {
  /** The project. */
  project: Project;
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
  definitionVersionId: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  /** A config resource, by id or by kind and key. */
  configResource?: Maybe<ConfigResource>;
  /** Config resources by kind and key; empty for anonymous viewers. */
  configResources: ConfigResourceConnection;
  /** A definition by id or by typeKey; give exactly one of them. */
  definition?: Maybe<Definition>;
  /** A version by id; null when it does not exist or is not visible to you. */
  definitionVersion?: Maybe<DefinitionVersion>;
  /** Definitions, newest first. */
  definitions: DefinitionConnection;
  /** Credentials, newest first; secrets are never shown. TOKEN: those of a principal; others' require the permission credential.manage. DISPLAY: display keys of the instances on which the viewer holds key.issue. */
  listCredentials: CredentialConnection;
  /** The viewer; null for anonymous requests. */
  me?: Maybe<Viewer>;
  /** What the viewer may do on a thing, as names of permissions; '*' is all of them. NOT_FOUND when it does not exist or is not visible to you. */
  myPermissions: Array<Scalars['String']['output']>;
  /** The spaces that the viewer may see. */
  spaces: Array<Space>;
};


export type QueryConfigResourceArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  key?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<ConfigKind>;
};


export type QueryConfigResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<ConfigKind>;
};


export type QueryDefinitionArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  typeKey?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDefinitionVersionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDefinitionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DefinitionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryListCredentialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  instanceId?: InputMaybe<Scalars['ID']['input']>;
  kind?: CredentialKind;
  principalId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMyPermissionsArgs = {
  resourceId: Scalars['ID']['input'];
};

/** Names the definition to retire. */
export type RetireDefinitionInput = {
  /** Id of the definition. */
  definitionId: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Recorded in the activity. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Names the credential to end. */
export type RevokeCredentialInput = {
  /** Id of the credential. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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

/** A role that a principal holds on a node. */
export type RoleGrant = {
  /** Id of the node. */
  nodeId: Scalars['ID']['output'];
  /** Type of the node. */
  nodeType: RoleNode;
  /** Who holds it. */
  principal: Principal;
  /** The role held. */
  role: Role;
};

/** A role on a node. */
export type RoleGrantInput = {
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Id of the node. */
  nodeId: Scalars['ID']['input'];
  /** Type of the node. */
  nodeType: RoleNode;
  /** Who holds the role. */
  principalId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
};

/** The grant. */
export type RoleGrantPayload = {
  /** The role on its node. */
  grant: RoleGrant;
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

/** Names the credential to replace. */
export type RotateCredentialInput = {
  /** Id of the credential. */
  id: Scalars['ID']['input'];
  /** How long the old one works on, in seconds, 0 to 604800 (7 days). */
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The token or display key that takes the place of the old one. */
export type RotatedCredentialPayload = {
  /** When it stops working by itself; null: it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the new credential. */
  id: Scalars['ID']['output'];
  /** Send it as `authorization: Bearer <token>`. Shown this once. */
  token: Scalars['String']['output'];
};

/** The principal to disable or to enable. */
export type SetPrincipalDisabledInput = {
  /** Whether they may do nothing from now on. */
  disabled: Scalars['Boolean']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Id of the principal. */
  principalId: Scalars['ID']['input'];
};

/** The top of the tree space > subspace > project. */
export type Space = {
  /** Id of the space. */
  id: Scalars['ID']['output'];
  /** Whom it belongs to. */
  kind: SpaceKind;
  /** Name for people. */
  name: Scalars['String']['output'];
  /** The principal that owns it. */
  owner: Principal;
  /** Its subspaces. */
  subspaces: Array<Subspace>;
};

/** Whom a space belongs to. */
export type SpaceKind =
  /** One person. */
  | 'PERSONAL'
  /** The installation. */
  | 'SYSTEM'
  /** A team. */
  | 'TEAM';

/** The created space. */
export type SpacePayload = {
  /** The space. */
  space: Space;
};

/** A version to submit. */
export type SubmitDefinitionInput = {
  /** A config resource of kind AUTHORIZATION_POLICY; it applies to the definition, not to the version. */
  authorizationPolicyId?: InputMaybe<Scalars['ID']['input']>;
  /** For a COMPONENT: source of the ES module, at most 1 MB. */
  bundle?: InputMaybe<Scalars['String']['input']>;
  /** Children that an instance needs; see DefinitionVersion. */
  childRequirements?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  /** Key of the executor that carries out its flows. */
  codeRef?: InputMaybe<Scalars['String']['input']>;
  /** The version claims to need no props from its instances and to have a bundle; its evaluation fails otherwise. */
  complete?: InputMaybe<Scalars['Boolean']['input']>;
  /** Lowest layer of an instance's effective props. Default: {}. */
  defaultProps?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Flows that every instance gets. */
  flowTemplates?: InputMaybe<Array<FlowTemplateInput>>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the definition describes; fixed by its first version. */
  kind: DefinitionKind;
  /** Restrictions and hooks of the lifecycle; see DefinitionVersion. */
  lifecycleTemplate?: InputMaybe<Scalars['JSONObject']['input']>;
  /** JSON Schema 2020-12. Default: any object. */
  parametersSchema?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Project of a new definition. Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Steps from the props of earlier versions; see DefinitionVersion. BAD_USER_INPUT for a malformed one; the evaluation fails where a valid test case of the version before does not fit afterwards. */
  propsMigration?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  /** JSON Schema 2020-12. Default: any object. */
  propsSchema?: InputMaybe<Scalars['JSONObject']['input']>;
  /** How flows combine into readiness; see DefinitionVersion. */
  statusAggregationContract?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Test cases, [{ name, props, valid }], checked before publishing. */
  tests?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  /** Name for people. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Lower-case words joined by '/' and '-', such as 'display/bus-stop'. */
  typeKey: Scalars['String']['input'];
  /** Number of the version. */
  version: Scalars['SemVer']['input'];
};

/** A division of a space. */
export type Subspace = {
  /** Id of the subspace. */
  id: Scalars['ID']['output'];
  /** What it holds. */
  kind: SubspaceKind;
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Its projects. */
  projects: Array<Project>;
  /** The space it belongs to. */
  space: Space;
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
  package: Scalars['String']['input'];
  /** Project of new definitions. Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
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

/** The issued token. */
export type TokenPayload = {
  /** When it stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Id of the credential, for revokeCredential. */
  id: Scalars['ID']['output'];
  /** Who acts with it. */
  principal: Principal;
  /** The strongest role its principal holds on the tenant; null for none. What it may do is looked up when it is used. */
  role?: Maybe<Role>;
  /** Send it as `authorization: Bearer <token>`. */
  token: Scalars['String']['output'];
};

/** The config resource to create or change. */
export type UpsertConfigResourceInput = {
  /** Its content. */
  body: Scalars['JSONObject']['input'];
  /** CONFLICT unless it is at this revision; 0 means that it does not exist yet. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Lower-case words joined by '/' and '-'; unique per tenant and kind. */
  key: Scalars['String']['input'];
  /** What it describes. */
  kind: ConfigKind;
  /** Name for people. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** The created principal with its space. */
export type UserPayload = {
  /** The space's OFFICIAL subspace. */
  officialSubspace: Subspace;
  /** The principal. */
  principal: Principal;
  /** Its PERSONAL space. */
  space: Space;
  /** The space's STAGING subspace. */
  stagingSubspace: Subspace;
};

/** The principal that sent the request. */
export type Viewer = {
  /** Who it is. */
  principal: Principal;
  /** Roles held on the tenant. */
  roles: Array<Scalars['String']['output']>;
  /** Id of the tenant; accepted by grantRole as nodeId with nodeType TENANT. */
  tenantId: Scalars['ID']['output'];
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
  DefinitionVersion: DefinitionVersion;
  Principal: Principal;
  Project: Project;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Definition:
    ( { __typename: 'Definition' }
    & GraphQLRecursivePick<FederationTypes['Definition'], {"id":true}> );
  DefinitionVersion:
    ( { __typename: 'DefinitionVersion' }
    & GraphQLRecursivePick<FederationTypes['DefinitionVersion'], {"id":true}> );
  Principal:
    ( { __typename: 'Principal' }
    & GraphQLRecursivePick<FederationTypes['Principal'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ConfigKind: ConfigKind;
  ConfigResource: ResolverTypeWrapper<ConfigResource>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ConfigResourceConnection: ResolverTypeWrapper<ConfigResourceConnection>;
  ConfigResourceEdge: ResolverTypeWrapper<ConfigResourceEdge>;
  ConfigResourcePayload: ResolverTypeWrapper<ConfigResourcePayload>;
  ContentSyncOutcome: ContentSyncOutcome;
  ContentSyncPayload: ResolverTypeWrapper<Omit<ContentSyncPayload, 'results'> & { results: Array<ResolversTypes['ContentSyncResult']> }>;
  ContentSyncResult: ResolverTypeWrapper<Omit<ContentSyncResult, 'definitionVersion'> & { definitionVersion?: Maybe<ResolversTypes['DefinitionVersion']> }>;
  CopyResourceInput: CopyResourceInput;
  CreateProjectInput: CreateProjectInput;
  CreateSpaceInput: CreateSpaceInput;
  CreateTeamSpaceInput: CreateTeamSpaceInput;
  CreateUserInput: CreateUserInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Credential: ResolverTypeWrapper<CredentialRow>;
  CredentialConnection: ResolverTypeWrapper<Omit<CredentialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CredentialEdge']>, nodes: Array<ResolversTypes['Credential']> }>;
  CredentialEdge: ResolverTypeWrapper<Omit<CredentialEdge, 'node'> & { node: ResolversTypes['Credential'] }>;
  CredentialKind: CredentialKind;
  CredentialPayload: ResolverTypeWrapper<CredentialPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Definition: ResolverTypeWrapper<DefinitionRow>;
  DefinitionConnection: ResolverTypeWrapper<Omit<DefinitionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DefinitionEdge']>, nodes: Array<ResolversTypes['Definition']> }>;
  DefinitionEdge: ResolverTypeWrapper<Omit<DefinitionEdge, 'node'> & { node: ResolversTypes['Definition'] }>;
  DefinitionFilter: DefinitionFilter;
  DefinitionKind: DefinitionKind;
  DefinitionPayload: ResolverTypeWrapper<Omit<DefinitionPayload, 'definition'> & { definition: ResolversTypes['Definition'] }>;
  DefinitionStatus: DefinitionStatus;
  DefinitionVersion: ResolverTypeWrapper<DefinitionVersionRow>;
  DefinitionVersionConnection: ResolverTypeWrapper<Omit<DefinitionVersionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DefinitionVersionEdge']>, nodes: Array<ResolversTypes['DefinitionVersion']> }>;
  DefinitionVersionEdge: ResolverTypeWrapper<Omit<DefinitionVersionEdge, 'node'> & { node: ResolversTypes['DefinitionVersion'] }>;
  DefinitionVersionPayload: ResolverTypeWrapper<Omit<DefinitionVersionPayload, 'definitionVersion'> & { definitionVersion: ResolversTypes['DefinitionVersion'] }>;
  EvaluationCheck: ResolverTypeWrapper<EvaluationCheck>;
  EvaluationPayload: ResolverTypeWrapper<Omit<EvaluationPayload, 'definitionVersion'> & { definitionVersion: ResolversTypes['DefinitionVersion'] }>;
  EvaluationReport: ResolverTypeWrapper<EvaluationReport>;
  EvaluationStatus: EvaluationStatus;
  FlowTemplate: ResolverTypeWrapper<FlowTemplate>;
  FlowTemplateInput: FlowTemplateInput;
  Instance: ResolverTypeWrapper<Reference<'Instance'>>;
  IssueTokenInput: IssueTokenInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Principal: ResolverTypeWrapper<PrincipalRow>;
  PrincipalKind: PrincipalKind;
  PrincipalPayload: ResolverTypeWrapper<Omit<PrincipalPayload, 'principal'> & { principal: ResolversTypes['Principal'] }>;
  Project: ResolverTypeWrapper<ProjectRow>;
  ProjectPayload: ResolverTypeWrapper<Omit<ProjectPayload, 'project'> & { project: ResolversTypes['Project'] }>;
  ProvisioningSource: ProvisioningSource;
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetireDefinitionInput: RetireDefinitionInput;
  RevokeCredentialInput: RevokeCredentialInput;
  Role: Role;
  RoleGrant: ResolverTypeWrapper<Omit<RoleGrant, 'principal'> & { principal: ResolversTypes['Principal'] }>;
  RoleGrantInput: RoleGrantInput;
  RoleGrantPayload: ResolverTypeWrapper<Omit<RoleGrantPayload, 'grant'> & { grant: ResolversTypes['RoleGrant'] }>;
  RoleNode: RoleNode;
  RotateCredentialInput: RotateCredentialInput;
  RotatedCredentialPayload: ResolverTypeWrapper<RotatedCredentialPayload>;
  SemVer: ResolverTypeWrapper<Scalars['SemVer']['output']>;
  SetPrincipalDisabledInput: SetPrincipalDisabledInput;
  Space: ResolverTypeWrapper<SpaceRow>;
  SpaceKind: SpaceKind;
  SpacePayload: ResolverTypeWrapper<Omit<SpacePayload, 'space'> & { space: ResolversTypes['Space'] }>;
  SubmitDefinitionInput: SubmitDefinitionInput;
  Subspace: ResolverTypeWrapper<SubspaceRow>;
  SubspaceKind: SubspaceKind;
  SyncDefinitionContentInput: SyncDefinitionContentInput;
  SyncStatus: SyncStatus;
  TokenPayload: ResolverTypeWrapper<Omit<TokenPayload, 'principal'> & { principal: ResolversTypes['Principal'] }>;
  UpsertConfigResourceInput: UpsertConfigResourceInput;
  UserPayload: ResolverTypeWrapper<Omit<UserPayload, 'officialSubspace' | 'principal' | 'space' | 'stagingSubspace'> & { officialSubspace: ResolversTypes['Subspace'], principal: ResolversTypes['Principal'], space: ResolversTypes['Space'], stagingSubspace: ResolversTypes['Subspace'] }>;
  Viewer: ResolverTypeWrapper<ViewerRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ConfigResource: ConfigResource;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ConfigResourceConnection: ConfigResourceConnection;
  ConfigResourceEdge: ConfigResourceEdge;
  ConfigResourcePayload: ConfigResourcePayload;
  ContentSyncPayload: Omit<ContentSyncPayload, 'results'> & { results: Array<ResolversParentTypes['ContentSyncResult']> };
  ContentSyncResult: Omit<ContentSyncResult, 'definitionVersion'> & { definitionVersion?: Maybe<ResolversParentTypes['DefinitionVersion']> };
  CopyResourceInput: CopyResourceInput;
  CreateProjectInput: CreateProjectInput;
  CreateSpaceInput: CreateSpaceInput;
  CreateTeamSpaceInput: CreateTeamSpaceInput;
  CreateUserInput: CreateUserInput;
  Boolean: Scalars['Boolean']['output'];
  Credential: CredentialRow;
  CredentialConnection: Omit<CredentialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CredentialEdge']>, nodes: Array<ResolversParentTypes['Credential']> };
  CredentialEdge: Omit<CredentialEdge, 'node'> & { node: ResolversParentTypes['Credential'] };
  CredentialPayload: CredentialPayload;
  DateTime: Scalars['DateTime']['output'];
  Definition: DefinitionRow;
  DefinitionConnection: Omit<DefinitionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DefinitionEdge']>, nodes: Array<ResolversParentTypes['Definition']> };
  DefinitionEdge: Omit<DefinitionEdge, 'node'> & { node: ResolversParentTypes['Definition'] };
  DefinitionFilter: DefinitionFilter;
  DefinitionPayload: Omit<DefinitionPayload, 'definition'> & { definition: ResolversParentTypes['Definition'] };
  DefinitionVersion: DefinitionVersionRow;
  DefinitionVersionConnection: Omit<DefinitionVersionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DefinitionVersionEdge']>, nodes: Array<ResolversParentTypes['DefinitionVersion']> };
  DefinitionVersionEdge: Omit<DefinitionVersionEdge, 'node'> & { node: ResolversParentTypes['DefinitionVersion'] };
  DefinitionVersionPayload: Omit<DefinitionVersionPayload, 'definitionVersion'> & { definitionVersion: ResolversParentTypes['DefinitionVersion'] };
  EvaluationCheck: EvaluationCheck;
  EvaluationPayload: Omit<EvaluationPayload, 'definitionVersion'> & { definitionVersion: ResolversParentTypes['DefinitionVersion'] };
  EvaluationReport: EvaluationReport;
  FlowTemplate: FlowTemplate;
  FlowTemplateInput: FlowTemplateInput;
  Instance: Reference<'Instance'>;
  IssueTokenInput: IssueTokenInput;
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Principal: PrincipalRow;
  PrincipalPayload: Omit<PrincipalPayload, 'principal'> & { principal: ResolversParentTypes['Principal'] };
  Project: ProjectRow;
  ProjectPayload: Omit<ProjectPayload, 'project'> & { project: ResolversParentTypes['Project'] };
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: Record<PropertyKey, never>;
  RetireDefinitionInput: RetireDefinitionInput;
  RevokeCredentialInput: RevokeCredentialInput;
  RoleGrant: Omit<RoleGrant, 'principal'> & { principal: ResolversParentTypes['Principal'] };
  RoleGrantInput: RoleGrantInput;
  RoleGrantPayload: Omit<RoleGrantPayload, 'grant'> & { grant: ResolversParentTypes['RoleGrant'] };
  RotateCredentialInput: RotateCredentialInput;
  RotatedCredentialPayload: RotatedCredentialPayload;
  SemVer: Scalars['SemVer']['output'];
  SetPrincipalDisabledInput: SetPrincipalDisabledInput;
  Space: SpaceRow;
  SpacePayload: Omit<SpacePayload, 'space'> & { space: ResolversParentTypes['Space'] };
  SubmitDefinitionInput: SubmitDefinitionInput;
  Subspace: SubspaceRow;
  SyncDefinitionContentInput: SyncDefinitionContentInput;
  TokenPayload: Omit<TokenPayload, 'principal'> & { principal: ResolversParentTypes['Principal'] };
  UpsertConfigResourceInput: UpsertConfigResourceInput;
  UserPayload: Omit<UserPayload, 'officialSubspace' | 'principal' | 'space' | 'stagingSubspace'> & { officialSubspace: ResolversParentTypes['Subspace'], principal: ResolversParentTypes['Principal'], space: ResolversParentTypes['Space'], stagingSubspace: ResolversParentTypes['Subspace'] };
  Viewer: ViewerRow;
};

export type ConfigResourceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ConfigResource'] = ResolversParentTypes['ConfigResource']> = {
  body?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConfigKind'], ParentType, ContextType>;
  provisioningSource?: Resolver<ResolversTypes['ProvisioningSource'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConfigResourceConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ConfigResourceConnection'] = ResolversParentTypes['ConfigResourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConfigResourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ConfigResource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConfigResourceEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ConfigResourceEdge'] = ResolversParentTypes['ConfigResourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConfigResource'], ParentType, ContextType>;
};

export type ConfigResourcePayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ConfigResourcePayload'] = ResolversParentTypes['ConfigResourcePayload']> = {
  configResource?: Resolver<ResolversTypes['ConfigResource'], ParentType, ContextType>;
};

export type ContentSyncPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ContentSyncPayload'] = ResolversParentTypes['ContentSyncPayload']> = {
  package?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packageVersion?: Resolver<ResolversTypes['SemVer'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['ContentSyncResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SyncStatus'], ParentType, ContextType>;
};

export type ContentSyncResultResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ContentSyncResult'] = ResolversParentTypes['ContentSyncResult']> = {
  definitionVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ContentSyncOutcome'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  typeKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['SemVer'], ParentType, ContextType>;
};

export type CredentialResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Credential'] = ResolversParentTypes['Credential']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Principal']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CredentialKind'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permissions?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  principal?: Resolver<Maybe<ResolversTypes['Principal']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CredentialConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CredentialConnection'] = ResolversParentTypes['CredentialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CredentialEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Credential']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CredentialEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CredentialEdge'] = ResolversParentTypes['CredentialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Credential'], ParentType, ContextType>;
};

export type CredentialPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CredentialPayload'] = ResolversParentTypes['CredentialPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DefinitionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Definition'] = ResolversParentTypes['Definition'], FederationReferenceType extends FederationReferenceTypes['Definition'] = FederationReferenceTypes['Definition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Definition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authorizationPolicy?: Resolver<Maybe<ResolversTypes['ConfigResource']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  derivedFrom?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DefinitionKind'], ParentType, ContextType>;
  latestVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  provisioningSource?: Resolver<ResolversTypes['ProvisioningSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DefinitionStatus'], ParentType, ContextType>;
  syncReport?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  syncStatus?: Resolver<Maybe<ResolversTypes['SyncStatus']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['DefinitionVersionConnection'], ParentType, ContextType, RequireFields<DefinitionVersionsArgs, 'first'>>;
};

export type DefinitionConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionConnection'] = ResolversParentTypes['DefinitionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DefinitionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Definition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DefinitionEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionEdge'] = ResolversParentTypes['DefinitionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Definition'], ParentType, ContextType>;
};

export type DefinitionPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionPayload'] = ResolversParentTypes['DefinitionPayload']> = {
  definition?: Resolver<ResolversTypes['Definition'], ParentType, ContextType>;
};

export type DefinitionVersionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionVersion'] = ResolversParentTypes['DefinitionVersion'], FederationReferenceType extends FederationReferenceTypes['DefinitionVersion'] = FederationReferenceTypes['DefinitionVersion']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DefinitionVersion']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bundleUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  childRequirements?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  codeRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  defaultProps?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['Definition'], ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['EvaluationReport']>, ParentType, ContextType>;
  flowTemplates?: Resolver<Array<ResolversTypes['FlowTemplate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lifecycleTemplate?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  parametersSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  propsMigration?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  propsSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DefinitionStatus'], ParentType, ContextType>;
  statusAggregationContract?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  tests?: Resolver<Array<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['SemVer'], ParentType, ContextType>;
};

export type DefinitionVersionConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionVersionConnection'] = ResolversParentTypes['DefinitionVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DefinitionVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DefinitionVersionEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionVersionEdge'] = ResolversParentTypes['DefinitionVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DefinitionVersion'], ParentType, ContextType>;
};

export type DefinitionVersionPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['DefinitionVersionPayload'] = ResolversParentTypes['DefinitionVersionPayload']> = {
  definitionVersion?: Resolver<ResolversTypes['DefinitionVersion'], ParentType, ContextType>;
};

export type EvaluationCheckResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['EvaluationCheck'] = ResolversParentTypes['EvaluationCheck']> = {
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pointer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EvaluationPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['EvaluationPayload'] = ResolversParentTypes['EvaluationPayload']> = {
  definitionVersion?: Resolver<ResolversTypes['DefinitionVersion'], ParentType, ContextType>;
  evaluation?: Resolver<ResolversTypes['EvaluationReport'], ParentType, ContextType>;
};

export type EvaluationReportResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['EvaluationReport'] = ResolversParentTypes['EvaluationReport']> = {
  checks?: Resolver<Array<ResolversTypes['EvaluationCheck']>, ParentType, ContextType>;
  evaluatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EvaluationStatus'], ParentType, ContextType>;
};

export type FlowTemplateResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['FlowTemplate'] = ResolversParentTypes['FlowTemplate']> = {
  freshnessSlaSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  memoryMb?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  runKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedulable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeoutSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InstanceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type MutationResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  copyResource?: Resolver<ResolversTypes['DefinitionPayload'], ParentType, ContextType, RequireFields<MutationCopyResourceArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['ProjectPayload'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  createSpaceWithSubspaces?: Resolver<ResolversTypes['SpacePayload'], ParentType, ContextType, RequireFields<MutationCreateSpaceWithSubspacesArgs, 'input'>>;
  createTeamSpace?: Resolver<ResolversTypes['SpacePayload'], ParentType, ContextType, RequireFields<MutationCreateTeamSpaceArgs, 'input'>>;
  createUserWithPersonalSpace?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationCreateUserWithPersonalSpaceArgs, 'input'>>;
  deprecateDefinitionVersion?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationDeprecateDefinitionVersionArgs, 'input'>>;
  evaluateDefinitionVersion?: Resolver<ResolversTypes['EvaluationPayload'], ParentType, ContextType, RequireFields<MutationEvaluateDefinitionVersionArgs, 'input'>>;
  grantRole?: Resolver<ResolversTypes['RoleGrantPayload'], ParentType, ContextType, RequireFields<MutationGrantRoleArgs, 'input'>>;
  issueToken?: Resolver<ResolversTypes['TokenPayload'], ParentType, ContextType, RequireFields<MutationIssueTokenArgs, 'input'>>;
  publishDefinitionVersion?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationPublishDefinitionVersionArgs, 'input'>>;
  retireDefinition?: Resolver<ResolversTypes['DefinitionPayload'], ParentType, ContextType, RequireFields<MutationRetireDefinitionArgs, 'input'>>;
  revokeCredential?: Resolver<ResolversTypes['CredentialPayload'], ParentType, ContextType, RequireFields<MutationRevokeCredentialArgs, 'input'>>;
  revokeRole?: Resolver<ResolversTypes['RoleGrantPayload'], ParentType, ContextType, RequireFields<MutationRevokeRoleArgs, 'input'>>;
  rotateCredential?: Resolver<ResolversTypes['RotatedCredentialPayload'], ParentType, ContextType, RequireFields<MutationRotateCredentialArgs, 'input'>>;
  setPrincipalDisabled?: Resolver<ResolversTypes['PrincipalPayload'], ParentType, ContextType, RequireFields<MutationSetPrincipalDisabledArgs, 'input'>>;
  submitDefinition?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationSubmitDefinitionArgs, 'input'>>;
  syncDefinitionContent?: Resolver<ResolversTypes['ContentSyncPayload'], ParentType, ContextType, RequireFields<MutationSyncDefinitionContentArgs, 'input'>>;
  upsertConfigResource?: Resolver<ResolversTypes['ConfigResourcePayload'], ParentType, ContextType, RequireFields<MutationUpsertConfigResourceArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrincipalResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal'], FederationReferenceType extends FederationReferenceTypes['Principal'] = FederationReferenceTypes['Principal']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Principal']> | FederationReferenceType, FederationReferenceType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PrincipalKind'], ParentType, ContextType>;
};

export type PrincipalPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PrincipalPayload'] = ResolversParentTypes['PrincipalPayload']> = {
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subspace?: Resolver<ResolversTypes['Subspace'], ParentType, ContextType>;
};

export type ProjectPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ProjectPayload'] = ResolversParentTypes['ProjectPayload']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  configResource?: Resolver<Maybe<ResolversTypes['ConfigResource']>, ParentType, ContextType, Partial<QueryConfigResourceArgs>>;
  configResources?: Resolver<ResolversTypes['ConfigResourceConnection'], ParentType, ContextType, RequireFields<QueryConfigResourcesArgs, 'first'>>;
  definition?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType, Partial<QueryDefinitionArgs>>;
  definitionVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType, RequireFields<QueryDefinitionVersionArgs, 'id'>>;
  definitions?: Resolver<ResolversTypes['DefinitionConnection'], ParentType, ContextType, RequireFields<QueryDefinitionsArgs, 'first'>>;
  listCredentials?: Resolver<ResolversTypes['CredentialConnection'], ParentType, ContextType, RequireFields<QueryListCredentialsArgs, 'first' | 'kind'>>;
  me?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  myPermissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryMyPermissionsArgs, 'resourceId'>>;
  spaces?: Resolver<Array<ResolversTypes['Space']>, ParentType, ContextType>;
};

export type RoleGrantResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['RoleGrant'] = ResolversParentTypes['RoleGrant']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeType?: Resolver<ResolversTypes['RoleNode'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RoleGrantPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['RoleGrantPayload'] = ResolversParentTypes['RoleGrantPayload']> = {
  grant?: Resolver<ResolversTypes['RoleGrant'], ParentType, ContextType>;
};

export type RotatedCredentialPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['RotatedCredentialPayload'] = ResolversParentTypes['RotatedCredentialPayload']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface SemVerScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SemVer'], any> {
  name: 'SemVer';
}

export type SpaceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Space'] = ResolversParentTypes['Space']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SpaceKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  subspaces?: Resolver<Array<ResolversTypes['Subspace']>, ParentType, ContextType>;
};

export type SpacePayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['SpacePayload'] = ResolversParentTypes['SpacePayload']> = {
  space?: Resolver<ResolversTypes['Space'], ParentType, ContextType>;
};

export type SubspaceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Subspace'] = ResolversParentTypes['Subspace']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SubspaceKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  space?: Resolver<ResolversTypes['Space'], ParentType, ContextType>;
};

export type TokenPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['TokenPayload'] = ResolversParentTypes['TokenPayload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserPayloadResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['UserPayload'] = ResolversParentTypes['UserPayload']> = {
  officialSubspace?: Resolver<ResolversTypes['Subspace'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  space?: Resolver<ResolversTypes['Space'], ParentType, ContextType>;
  stagingSubspace?: Resolver<ResolversTypes['Subspace'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tenantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CatalogueContext> = {
  ConfigResource?: ConfigResourceResolvers<ContextType>;
  ConfigResourceConnection?: ConfigResourceConnectionResolvers<ContextType>;
  ConfigResourceEdge?: ConfigResourceEdgeResolvers<ContextType>;
  ConfigResourcePayload?: ConfigResourcePayloadResolvers<ContextType>;
  ContentSyncPayload?: ContentSyncPayloadResolvers<ContextType>;
  ContentSyncResult?: ContentSyncResultResolvers<ContextType>;
  Credential?: CredentialResolvers<ContextType>;
  CredentialConnection?: CredentialConnectionResolvers<ContextType>;
  CredentialEdge?: CredentialEdgeResolvers<ContextType>;
  CredentialPayload?: CredentialPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Definition?: DefinitionResolvers<ContextType>;
  DefinitionConnection?: DefinitionConnectionResolvers<ContextType>;
  DefinitionEdge?: DefinitionEdgeResolvers<ContextType>;
  DefinitionPayload?: DefinitionPayloadResolvers<ContextType>;
  DefinitionVersion?: DefinitionVersionResolvers<ContextType>;
  DefinitionVersionConnection?: DefinitionVersionConnectionResolvers<ContextType>;
  DefinitionVersionEdge?: DefinitionVersionEdgeResolvers<ContextType>;
  DefinitionVersionPayload?: DefinitionVersionPayloadResolvers<ContextType>;
  EvaluationCheck?: EvaluationCheckResolvers<ContextType>;
  EvaluationPayload?: EvaluationPayloadResolvers<ContextType>;
  EvaluationReport?: EvaluationReportResolvers<ContextType>;
  FlowTemplate?: FlowTemplateResolvers<ContextType>;
  Instance?: InstanceResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  PrincipalPayload?: PrincipalPayloadResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectPayload?: ProjectPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RoleGrant?: RoleGrantResolvers<ContextType>;
  RoleGrantPayload?: RoleGrantPayloadResolvers<ContextType>;
  RotatedCredentialPayload?: RotatedCredentialPayloadResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  Space?: SpaceResolvers<ContextType>;
  SpacePayload?: SpacePayloadResolvers<ContextType>;
  Subspace?: SubspaceResolvers<ContextType>;
  TokenPayload?: TokenPayloadResolvers<ContextType>;
  UserPayload?: UserPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

