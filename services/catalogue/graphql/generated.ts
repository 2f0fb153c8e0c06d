import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DefinitionRow, DefinitionVersionRow, PrincipalRow, ProjectRow, SpaceRow, SubspaceRow, ViewerRow } from './rows.ts';
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

export type ConfigKind =
  | 'AUTHORIZATION_POLICY'
  | 'DELIVERY_ENVIRONMENT'
  | 'HOSTING_SITE_LOCATION'
  | 'LAB_LOCATION';

/** Configuration that others refer to and nothing is instantiated from. */
export type ConfigResource = {
  body: Scalars['JSONObject']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Unique per tenant and kind. */
  key: Scalars['String']['output'];
  kind: ConfigKind;
  provisioningSource: ProvisioningSource;
  /** +1 for every change. */
  revision: Scalars['Int']['output'];
  title?: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
};

export type ConfigResourceConnection = {
  edges: Array<ConfigResourceEdge>;
  nodes: Array<ConfigResource>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ConfigResourceEdge = {
  cursor: Scalars['String']['output'];
  node: ConfigResource;
};

export type ConfigResourcePayload = {
  configResource: ConfigResource;
};

export type ContentSyncOutcome =
  | 'FAILED'
  | 'PUBLISHED'
  | 'UNCHANGED';

export type ContentSyncPayload = {
  package: Scalars['String']['output'];
  packageVersion: Scalars['SemVer']['output'];
  results: Array<ContentSyncResult>;
  /** SYNCED, or SYNC_FAILED when anything has failed. */
  status: SyncStatus;
};

/** What became of one version in a content package. */
export type ContentSyncResult = {
  /** Null where there is none. */
  definitionVersion?: Maybe<DefinitionVersion>;
  outcome: ContentSyncOutcome;
  /** { pointer, message } each; pointers lead into the manifest's definition. */
  problems: Array<Scalars['JSONObject']['output']>;
  typeKey: Scalars['String']['output'];
  version: Scalars['SemVer']['output'];
};

export type CopyResourceInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A definition. */
  resourceId: Scalars['ID']['input'];
  targetProjectId: Scalars['ID']['input'];
  /** Default: the original's. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Of the copy: it has to be free. */
  typeKey: Scalars['String']['input'];
};

export type CreateProjectInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  subspaceId: Scalars['ID']['input'];
};

export type CreateSpaceInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** PERSONAL or TEAM. */
  kind?: InputMaybe<SpaceKind>;
  name: Scalars['String']['input'];
  ownerPrincipalId: Scalars['ID']['input'];
};

export type CreateTeamSpaceInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  memberPrincipalIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  name: Scalars['String']['input'];
  ownerPrincipalId: Scalars['ID']['input'];
};

export type CreateUserInput = {
  displayName: Scalars['String']['input'];
  /** Unique per tenant, in any case. */
  email: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<PrincipalKind>;
  /** Gives the role VIEWER on the system space as well. */
  viewSystemSpace?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A template with a mutable head (status, title, latest version) and immutable published versions. */
export type Definition = {
  /** The rules that its instances begin with; null for those who may not see config resources. */
  authorizationPolicy?: Maybe<ConfigResource>;
  createdAt: Scalars['DateTime']['output'];
  /** The definition that this one was copied from. */
  derivedFrom?: Maybe<Definition>;
  description?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: DefinitionKind;
  /** The greatest published version. */
  latestVersion?: Maybe<DefinitionVersion>;
  /** Whoever submitted the first version, or copied it. */
  owner: Principal;
  /** The project that the definition lives in. */
  project: Project;
  provisioningSource: ProvisioningSource;
  status: DefinitionStatus;
  /** What the last sync of its package did: { package, packageVersion, at, versions: [{ version, outcome, problems }] }. */
  syncReport?: Maybe<Scalars['JSONObject']['output']>;
  /** Null unless a content package brought it. */
  syncStatus?: Maybe<SyncStatus>;
  title?: Maybe<Scalars['String']['output']>;
  /** Unique per tenant: 'display/bus-stop'. */
  typeKey: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** All versions, greatest first. */
  versions: DefinitionVersionConnection;
};


/** A template with a mutable head (status, title, latest version) and immutable published versions. */
export type DefinitionVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type DefinitionConnection = {
  edges: Array<DefinitionEdge>;
  nodes: Array<Definition>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DefinitionEdge = {
  cursor: Scalars['String']['output'];
  node: Definition;
};

export type DefinitionFilter = {
  kinds?: InputMaybe<Array<DefinitionKind>>;
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the type key or the title, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  statuses?: InputMaybe<Array<DefinitionStatus>>;
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

export type DefinitionPayload = {
  definition: Definition;
};

/** DRAFT and SUBMITTED may still change; PUBLISHED never changes; DEPRECATED takes no new instances unasked; RETIRED takes none. */
export type DefinitionStatus =
  | 'DEPRECATED'
  | 'DRAFT'
  | 'PUBLISHED'
  | 'RETIRED'
  | 'SUBMITTED';

/** One version of a definition. A published version never changes; the database refuses it too. */
export type DefinitionVersion = {
  /** COMPONENT: an ES module that exports mount(host, element); served by content hash. */
  bundleUrl?: Maybe<Scalars['String']['output']>;
  /** Which children belong to an instance: [{ role, kind, selector: { definitionTypeKey, nameContains, propsContain }, min, max }]. */
  childRequirements: Array<Scalars['JSONObject']['output']>;
  /** Key into the executor registry, for kinds whose flows run code. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** An instance of it needs no props of its own and has a bundle to show them: then what is missing fails the evaluation. */
  complete: Scalars['Boolean']['output'];
  /** SHA-256 over everything above: a published version never changes. */
  contentHash: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** The lowest layer of an instance's effective props. */
  defaultProps: Scalars['JSONObject']['output'];
  definition: Definition;
  /** The last evaluation; a published version keeps the one it was published with. */
  evaluation?: Maybe<EvaluationReport>;
  flowTemplates: Array<FlowTemplate>;
  id: Scalars['ID']['output'];
  /** What instances may not do although the lifecycle allows it: { forbid: [START | PAUSE | RESUME | STOP | ARCHIVE] }. */
  lifecycleTemplate: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 that an instance's config obeys. */
  parametersSchema: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 that an instance's props obey. */
  propsSchema: Scalars['JSONObject']['output'];
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  status: DefinitionStatus;
  /** How flows make readiness: {} or { aggregation_method: 'min_severity', status_priority: [worst, ..., best] }. */
  statusAggregationContract: Scalars['JSONObject']['output'];
  /** The definition's own cases, [{ name, props, valid }]: props as an instance would have them, and whether they should fit. */
  tests: Array<Scalars['JSONObject']['output']>;
  version: Scalars['SemVer']['output'];
};

export type DefinitionVersionConnection = {
  edges: Array<DefinitionVersionEdge>;
  nodes: Array<DefinitionVersion>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DefinitionVersionEdge = {
  cursor: Scalars['String']['output'];
  node: DefinitionVersion;
};

export type DefinitionVersionPayload = {
  definitionVersion: DefinitionVersion;
};

/** What one check says of one place in a version. */
export type EvaluationCheck = {
  message?: Maybe<Scalars['String']['output']>;
  /** The part of the version that was looked at: propsSchema, defaultProps, bundle, tests, ... */
  name: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
  /** A JSON pointer into the version. */
  pointer?: Maybe<Scalars['String']['output']>;
};

export type EvaluationPayload = {
  definitionVersion: DefinitionVersion;
  evaluation: EvaluationReport;
};

/** Whether a version is fit to be published. */
export type EvaluationReport = {
  /** At least one for each rule; those with ok: true and a message are warnings. */
  checks: Array<EvaluationCheck>;
  evaluatedAt: Scalars['DateTime']['output'];
  status: EvaluationStatus;
};

export type EvaluationStatus =
  | 'FAILED'
  | 'PASSED';

/** A flow that every instance of the version gets. */
export type FlowTemplate = {
  freshnessSlaSeconds?: Maybe<Scalars['Int']['output']>;
  /** Null: 512. */
  memoryMb?: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  runKind: Scalars['String']['output'];
  schedulable: Scalars['Boolean']['output'];
  /** Null: 900. */
  timeoutSeconds?: Maybe<Scalars['Int']['output']>;
};

export type FlowTemplateInput = {
  freshnessSlaSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How much memory one run may take before it is ended, OUT_OF_MEMORY. At most what the installation allows (MARQUEE_RUN_MEMORY_MB_MAX). Default: 512. */
  memoryMb?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  runKind: Scalars['String']['input'];
  schedulable?: InputMaybe<Scalars['Boolean']['input']>;
  /** After how long one run is ended, TIMED_OUT. At most what the installation allows (MARQUEE_RUN_TIMEOUT_SECONDS_MAX). Default: 900. */
  timeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type IssueTokenInput = {
  principalId: Scalars['ID']['input'];
  /** 1 second to 30 days. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  /** A definition of the viewer's own in another project: the latest version of the original, as a DRAFT. */
  copyResource: DefinitionPayload;
  createProject: ProjectPayload;
  /** A space with its OFFICIAL and STAGING subspaces; the owner gets the role OWNER on it. */
  createSpaceWithSubspaces: SpacePayload;
  /** A TEAM space; its members get the role OPERATOR on it. */
  createTeamSpace: SpacePayload;
  /** A principal and their PERSONAL space, which they own. */
  createUserWithPersonalSpace: UserPayload;
  /** No new instances unless the version is asked for by number. */
  deprecateDefinitionVersion: DefinitionVersionPayload;
  /** Runs all checks that publishing runs. PASSED makes a DRAFT SUBMITTED, FAILED makes a SUBMITTED one a DRAFT again. */
  evaluateDefinitionVersion: EvaluationPayload;
  /** A role that is held already is no change. */
  grantRole: RoleGrantPayload;
  /** A token with which a principal may act until it expires, as the strongest role they hold on the tenant: OWNER may do all, OPERATOR change instances, VIEWER and AUDITOR read. Shown once; it cannot be taken back. A socket opened with it is closed with 4403 when it expires. CONDITION_FAILED where they hold no role on the tenant. */
  issueToken: TokenPayload;
  /** Immutable from here on. The version must pass its evaluation and be greater than every published one. */
  publishDefinitionVersion: DefinitionVersionPayload;
  /** No new instances at all; those that live go on. */
  retireDefinition: DefinitionPayload;
  /** NOT_FOUND unless the role is held on that very node. */
  revokeRole: RoleGrantPayload;
  /** A new version, DRAFT until published; the first one makes the definition. A DRAFT of the same version is replaced. */
  submitDefinition: DefinitionVersionPayload;
  /** Publishes what is new in a content package: a folder of that name below MARQUEE_CONTENT_DIR, or a tar archive (.tgz, .tar.gz, .tar), with a manifest.json. Any number of times: what is there with the same content is left alone, a published version with other content makes its definition SYNC_FAILED. Problems of single definitions are in the answer. */
  syncDefinitionContent: ContentSyncPayload;
  /** Makes or changes the config resource of that kind and key; equal content is no change. */
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


export type MutationRevokeRoleArgs = {
  input: RoleGrantInput;
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

/** Position in a Relay connection. */
export type PageInfo = {
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Somebody or something that acts. */
export type Principal = {
  displayName: Scalars['String']['output'];
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: PrincipalKind;
};

export type PrincipalKind =
  | 'AI'
  | 'DISPLAY'
  | 'HUMAN'
  | 'SERVICE';

/** What definitions and instances belong to. */
export type Project = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  subspace: Subspace;
};

export type ProjectPayload = {
  project: Project;
};

/** Where a definition came from. */
export type ProvisioningSource =
  | 'CONTENT_PACKAGE'
  | 'COPY'
  | 'PLUGIN'
  | 'SEED';

export type PublishDefinitionVersionInput = {
  definitionVersionId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  /** By id, or by kind and key. */
  configResource?: Maybe<ConfigResource>;
  /** By kind and key, for those who are known; an anonymous viewer sees none. */
  configResources: ConfigResourceConnection;
  /** By id or by typeKey: exactly one of them. */
  definition?: Maybe<Definition>;
  definitionVersion?: Maybe<DefinitionVersion>;
  /** Newest first. */
  definitions: DefinitionConnection;
  /** Null for an anonymous viewer. */
  me?: Maybe<Viewer>;
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

export type RetireDefinitionInput = {
  definitionId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a principal may do with a node of the tree and everything below it. */
export type Role =
  | 'AUDITOR'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

/** A role that a principal holds on a node. */
export type RoleGrant = {
  nodeId: Scalars['ID']['output'];
  nodeType: RoleNode;
  principal: Principal;
  role: Role;
};

export type RoleGrantInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  nodeId: Scalars['ID']['input'];
  nodeType: RoleNode;
  principalId: Scalars['ID']['input'];
  role: Role;
};

export type RoleGrantPayload = {
  grant: RoleGrant;
};

export type RoleNode =
  | 'PROJECT'
  /** A definition or an instance. */
  | 'RESOURCE'
  | 'SPACE'
  | 'SUBSPACE'
  | 'TENANT';

/** The top of the tree space > subspace > project. */
export type Space = {
  id: Scalars['ID']['output'];
  kind: SpaceKind;
  name: Scalars['String']['output'];
  owner: Principal;
  subspaces: Array<Subspace>;
};

export type SpaceKind =
  | 'PERSONAL'
  | 'SYSTEM'
  | 'TEAM';

export type SpacePayload = {
  space: Space;
};

export type SubmitDefinitionInput = {
  /** A config resource of kind AUTHORIZATION_POLICY; of the definition, not of the version. */
  authorizationPolicyId?: InputMaybe<Scalars['ID']['input']>;
  /** COMPONENT: the ES module's source, at most 1 MB. */
  bundle?: InputMaybe<Scalars['String']['input']>;
  childRequirements?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  codeRef?: InputMaybe<Scalars['String']['input']>;
  complete?: InputMaybe<Scalars['Boolean']['input']>;
  defaultProps?: InputMaybe<Scalars['JSONObject']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  flowTemplates?: InputMaybe<Array<FlowTemplateInput>>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: DefinitionKind;
  lifecycleTemplate?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Default: any object. */
  parametersSchema?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Default: any object. */
  propsSchema?: InputMaybe<Scalars['JSONObject']['input']>;
  statusAggregationContract?: InputMaybe<Scalars['JSONObject']['input']>;
  /** [{ name, props, valid }]: judged before the version is published. */
  tests?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  /** Lower case words joined by '/' and '-': 'display/bus-stop'. */
  typeKey: Scalars['String']['input'];
  version: Scalars['SemVer']['input'];
};

/** OFFICIAL holds production, STAGING what is under review, CUSTOM what users made. */
export type Subspace = {
  id: Scalars['ID']['output'];
  kind: SubspaceKind;
  name: Scalars['String']['output'];
  projects: Array<Project>;
  space: Space;
};

export type SubspaceKind =
  | 'CUSTOM'
  | 'OFFICIAL'
  | 'STAGING';

export type SyncDefinitionContentInput = {
  /** The folder's name, or the archive's without its ending, which is the package's. */
  package: Scalars['String']['input'];
  /** Where new definitions go. Default: the system project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
};

/** Where a definition stands with the content package that it came from. */
export type SyncStatus =
  /** The package no longer holds it. */
  | 'NOT_SYNCED'
  | 'SYNCED'
  /** A sync has begun; one that was interrupted leaves this behind, and the next one goes on. */
  | 'SYNCING'
  /** See syncReport. */
  | 'SYNC_FAILED';

export type TokenPayload = {
  expiresAt: Scalars['DateTime']['output'];
  principal: Principal;
  role: Role;
  /** Sent as `authorization: Bearer`. */
  token: Scalars['String']['output'];
};

export type UpsertConfigResourceInput = {
  body: Scalars['JSONObject']['input'];
  /** CONFLICT unless this is the present revision; 0 means that there is none yet. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Lower case words joined by '/' and '-'. */
  key: Scalars['String']['input'];
  kind: ConfigKind;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UserPayload = {
  officialSubspace: Subspace;
  principal: Principal;
  space: Space;
  stagingSubspace: Subspace;
};

/** Who is asking. */
export type Viewer = {
  principal: Principal;
  roles: Array<Scalars['String']['output']>;
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
  IssueTokenInput: IssueTokenInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Principal: ResolverTypeWrapper<PrincipalRow>;
  PrincipalKind: PrincipalKind;
  Project: ResolverTypeWrapper<ProjectRow>;
  ProjectPayload: ResolverTypeWrapper<Omit<ProjectPayload, 'project'> & { project: ResolversTypes['Project'] }>;
  ProvisioningSource: ProvisioningSource;
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetireDefinitionInput: RetireDefinitionInput;
  Role: Role;
  RoleGrant: ResolverTypeWrapper<Omit<RoleGrant, 'principal'> & { principal: ResolversTypes['Principal'] }>;
  RoleGrantInput: RoleGrantInput;
  RoleGrantPayload: ResolverTypeWrapper<Omit<RoleGrantPayload, 'grant'> & { grant: ResolversTypes['RoleGrant'] }>;
  RoleNode: RoleNode;
  SemVer: ResolverTypeWrapper<Scalars['SemVer']['output']>;
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
  IssueTokenInput: IssueTokenInput;
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Principal: PrincipalRow;
  Project: ProjectRow;
  ProjectPayload: Omit<ProjectPayload, 'project'> & { project: ResolversParentTypes['Project'] };
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: Record<PropertyKey, never>;
  RetireDefinitionInput: RetireDefinitionInput;
  RoleGrant: Omit<RoleGrant, 'principal'> & { principal: ResolversParentTypes['Principal'] };
  RoleGrantInput: RoleGrantInput;
  RoleGrantPayload: Omit<RoleGrantPayload, 'grant'> & { grant: ResolversParentTypes['RoleGrant'] };
  SemVer: Scalars['SemVer']['output'];
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
  runKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedulable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeoutSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  revokeRole?: Resolver<ResolversTypes['RoleGrantPayload'], ParentType, ContextType, RequireFields<MutationRevokeRoleArgs, 'input'>>;
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
  me?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
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
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
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
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectPayload?: ProjectPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RoleGrant?: RoleGrantResolvers<ContextType>;
  RoleGrantPayload?: RoleGrantPayloadResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  Space?: SpaceResolvers<ContextType>;
  SpacePayload?: SpacePayloadResolvers<ContextType>;
  Subspace?: SubspaceResolvers<ContextType>;
  TokenPayload?: TokenPayloadResolvers<ContextType>;
  UserPayload?: UserPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

