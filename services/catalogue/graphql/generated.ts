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

/** A template with a mutable head (status, title, latest version) and immutable published versions. */
export type Definition = {
  createdAt: Scalars['DateTime']['output'];
  /** The definition that this one was copied from. */
  derivedFrom?: Maybe<Definition>;
  description?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: DefinitionKind;
  /** The greatest published version. */
  latestVersion?: Maybe<DefinitionVersion>;
  /** The project that the definition lives in. */
  project: Project;
  provisioningSource: ProvisioningSource;
  status: DefinitionStatus;
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
  childRequirements: Array<Scalars['JSONObject']['output']>;
  /** Key into the executor registry, for kinds whose flows run code. */
  codeRef?: Maybe<Scalars['String']['output']>;
  /** SHA-256 over everything above: a published version never changes. */
  contentHash: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** The lowest layer of an instance's effective props. */
  defaultProps: Scalars['JSONObject']['output'];
  definition: Definition;
  flowTemplates: Array<FlowTemplate>;
  id: Scalars['ID']['output'];
  lifecycleTemplate: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 that an instance's config obeys. */
  parametersSchema: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 that an instance's props obey. */
  propsSchema: Scalars['JSONObject']['output'];
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  status: DefinitionStatus;
  statusAggregationContract: Scalars['JSONObject']['output'];
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

/** A flow that every instance of the version gets. */
export type FlowTemplate = {
  freshnessSlaSeconds?: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  runKind: Scalars['String']['output'];
  schedulable: Scalars['Boolean']['output'];
};

export type FlowTemplateInput = {
  freshnessSlaSeconds?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  runKind: Scalars['String']['input'];
  schedulable?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Mutation = {
  /** No new instances unless the version is asked for by number. */
  deprecateDefinitionVersion: DefinitionVersionPayload;
  /** Immutable from here on. The version must be greater than every published one. */
  publishDefinitionVersion: DefinitionVersionPayload;
  /** No new instances at all; those that live go on. */
  retireDefinition: DefinitionPayload;
  /** A new version, DRAFT until published; the first one makes the definition. A DRAFT of the same version is replaced. */
  submitDefinition: DefinitionVersionPayload;
};


export type MutationDeprecateDefinitionVersionArgs = {
  input: PublishDefinitionVersionInput;
};


export type MutationPublishDefinitionVersionArgs = {
  input: PublishDefinitionVersionInput;
};


export type MutationRetireDefinitionArgs = {
  input: RetireDefinitionInput;
};


export type MutationSubmitDefinitionArgs = {
  input: SubmitDefinitionInput;
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

export type SubmitDefinitionInput = {
  /** COMPONENT: the ES module's source, at most 1 MB. */
  bundle?: InputMaybe<Scalars['String']['input']>;
  childRequirements?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  codeRef?: InputMaybe<Scalars['String']['input']>;
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
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Definition: ResolverTypeWrapper<DefinitionRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  FlowTemplate: ResolverTypeWrapper<FlowTemplate>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  FlowTemplateInput: FlowTemplateInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Principal: ResolverTypeWrapper<PrincipalRow>;
  PrincipalKind: PrincipalKind;
  Project: ResolverTypeWrapper<ProjectRow>;
  ProvisioningSource: ProvisioningSource;
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetireDefinitionInput: RetireDefinitionInput;
  SemVer: ResolverTypeWrapper<Scalars['SemVer']['output']>;
  Space: ResolverTypeWrapper<SpaceRow>;
  SpaceKind: SpaceKind;
  SubmitDefinitionInput: SubmitDefinitionInput;
  Subspace: ResolverTypeWrapper<SubspaceRow>;
  SubspaceKind: SubspaceKind;
  Viewer: ResolverTypeWrapper<ViewerRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Definition: DefinitionRow;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  DefinitionConnection: Omit<DefinitionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DefinitionEdge']>, nodes: Array<ResolversParentTypes['Definition']> };
  DefinitionEdge: Omit<DefinitionEdge, 'node'> & { node: ResolversParentTypes['Definition'] };
  DefinitionFilter: DefinitionFilter;
  DefinitionPayload: Omit<DefinitionPayload, 'definition'> & { definition: ResolversParentTypes['Definition'] };
  DefinitionVersion: DefinitionVersionRow;
  DefinitionVersionConnection: Omit<DefinitionVersionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DefinitionVersionEdge']>, nodes: Array<ResolversParentTypes['DefinitionVersion']> };
  DefinitionVersionEdge: Omit<DefinitionVersionEdge, 'node'> & { node: ResolversParentTypes['DefinitionVersion'] };
  DefinitionVersionPayload: Omit<DefinitionVersionPayload, 'definitionVersion'> & { definitionVersion: ResolversParentTypes['DefinitionVersion'] };
  FlowTemplate: FlowTemplate;
  Boolean: Scalars['Boolean']['output'];
  FlowTemplateInput: FlowTemplateInput;
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Principal: PrincipalRow;
  Project: ProjectRow;
  PublishDefinitionVersionInput: PublishDefinitionVersionInput;
  Query: Record<PropertyKey, never>;
  RetireDefinitionInput: RetireDefinitionInput;
  SemVer: Scalars['SemVer']['output'];
  Space: SpaceRow;
  SubmitDefinitionInput: SubmitDefinitionInput;
  Subspace: SubspaceRow;
  Viewer: ViewerRow;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DefinitionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Definition'] = ResolversParentTypes['Definition'], FederationReferenceType extends FederationReferenceTypes['Definition'] = FederationReferenceTypes['Definition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Definition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  derivedFrom?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DefinitionKind'], ParentType, ContextType>;
  latestVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  provisioningSource?: Resolver<ResolversTypes['ProvisioningSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DefinitionStatus'], ParentType, ContextType>;
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
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  defaultProps?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['Definition'], ParentType, ContextType>;
  flowTemplates?: Resolver<Array<ResolversTypes['FlowTemplate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lifecycleTemplate?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  parametersSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  propsSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DefinitionStatus'], ParentType, ContextType>;
  statusAggregationContract?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
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

export type FlowTemplateResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['FlowTemplate'] = ResolversParentTypes['FlowTemplate']> = {
  freshnessSlaSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedulable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type MutationResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deprecateDefinitionVersion?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationDeprecateDefinitionVersionArgs, 'input'>>;
  publishDefinitionVersion?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationPublishDefinitionVersionArgs, 'input'>>;
  retireDefinition?: Resolver<ResolversTypes['DefinitionPayload'], ParentType, ContextType, RequireFields<MutationRetireDefinitionArgs, 'input'>>;
  submitDefinition?: Resolver<ResolversTypes['DefinitionVersionPayload'], ParentType, ContextType, RequireFields<MutationSubmitDefinitionArgs, 'input'>>;
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

export type QueryResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  definition?: Resolver<Maybe<ResolversTypes['Definition']>, ParentType, ContextType, Partial<QueryDefinitionArgs>>;
  definitionVersion?: Resolver<Maybe<ResolversTypes['DefinitionVersion']>, ParentType, ContextType, RequireFields<QueryDefinitionVersionArgs, 'id'>>;
  definitions?: Resolver<ResolversTypes['DefinitionConnection'], ParentType, ContextType, RequireFields<QueryDefinitionsArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  spaces?: Resolver<Array<ResolversTypes['Space']>, ParentType, ContextType>;
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

export type SubspaceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Subspace'] = ResolversParentTypes['Subspace']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SubspaceKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  space?: Resolver<ResolversTypes['Space'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tenantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CatalogueContext> = {
  DateTime?: GraphQLScalarType;
  Definition?: DefinitionResolvers<ContextType>;
  DefinitionConnection?: DefinitionConnectionResolvers<ContextType>;
  DefinitionEdge?: DefinitionEdgeResolvers<ContextType>;
  DefinitionPayload?: DefinitionPayloadResolvers<ContextType>;
  DefinitionVersion?: DefinitionVersionResolvers<ContextType>;
  DefinitionVersionConnection?: DefinitionVersionConnectionResolvers<ContextType>;
  DefinitionVersionEdge?: DefinitionVersionEdgeResolvers<ContextType>;
  DefinitionVersionPayload?: DefinitionVersionPayloadResolvers<ContextType>;
  FlowTemplate?: FlowTemplateResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  Space?: SpaceResolvers<ContextType>;
  Subspace?: SubspaceResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

