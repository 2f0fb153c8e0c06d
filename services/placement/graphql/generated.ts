import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Reference } from '../../../kit/graphql/subgraph.ts';
import type { PlacementRow, LocationRow } from './rows.ts';
import type { PlacementContext } from './context.ts';
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

/** Crossing the antimeridian is allowed: west > east. */
export type BoundsInput = {
  east: Scalars['Float']['input'];
  north: Scalars['Float']['input'];
  south: Scalars['Float']['input'];
  west: Scalars['Float']['input'];
};

/** WGS 84 degrees. */
export type Geo = {
  lat: Scalars['Float']['output'];
  lng: Scalars['Float']['output'];
};

export type GeoInput = {
  lat: Scalars['Float']['input'];
  lng: Scalars['Float']['input'];
};

export type Instance = {
  id: Scalars['ID']['output'];
  /** Where it stands; null where nobody said. */
  placement?: Maybe<Placement>;
};

/** All given members must hold. */
export type InstanceFilter = {
  definitionTypeKey?: InputMaybe<Scalars['String']['input']>;
  device?: InputMaybe<Scalars['String']['input']>;
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

/** The state that a change of an instance led to. */
export type InstancePayload = {
  changeId: Scalars['ID']['output'];
  instance: Instance;
  /** The revision that the change made, or the present one where it changed nothing. */
  revision: Scalars['Int']['output'];
};

export type Lifecycle =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CREATED'
  | 'PAUSED'
  | 'STOPPED';

/** A named place that instances can stand at. */
export type Location = {
  geo?: Maybe<Geo>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  parent?: Maybe<Location>;
  timezone?: Maybe<Scalars['String']['output']>;
};

export type LocationConnection = {
  edges: Array<LocationEdge>;
  nodes: Array<Location>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type LocationEdge = {
  cursor: Scalars['String']['output'];
  node: Location;
};

export type LocationPayload = {
  location: Location;
};

export type Mutation = {
  addTags: InstancePayload;
  removeTags: InstancePayload;
  /** Replaces the placement; one revision of the instance. */
  setPlacement: InstancePayload;
  /** Makes the location, or replaces what is known of it. An equal write changes nothing. */
  upsertLocation: LocationPayload;
};


export type MutationAddTagsArgs = {
  input: TagsInput;
};


export type MutationRemoveTagsArgs = {
  input: TagsInput;
};


export type MutationSetPlacementArgs = {
  input: SetPlacementInput;
};


export type MutationUpsertLocationArgs = {
  input: UpsertLocationInput;
};

export type NearFilter = {
  lat: Scalars['Float']['input'];
  lng: Scalars['Float']['input'];
  radiusMeters: Scalars['Float']['input'];
};

/** An instance with its distance from the point that was asked about. */
export type NearbyInstance = {
  /** Great-circle distance on a sphere of 6,371,008.8 m radius. */
  distanceMeters: Scalars['Float']['output'];
  instance: Instance;
};

/** Position in a Relay connection. */
export type PageInfo = {
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Where an instance stands. */
export type Placement = {
  /** Id of the device that shows it. */
  device?: Maybe<Scalars['String']['output']>;
  geo?: Maybe<Geo>;
  /** Logical place: the slug of a Location, or any slug of yours. */
  location?: Maybe<Scalars['String']['output']>;
  /** Sorted, without doubles. */
  tags: Array<Scalars['String']['output']>;
  /** IANA zone; null where it was not given and could not be told from geo or location. */
  timezone?: Maybe<Scalars['String']['output']>;
};

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

export type Query = {
  /** By name. */
  locations: LocationConnection;
  /** Nearest first, with the great-circle distance. */
  nearby: Array<NearbyInstance>;
  /** The tags in use that the viewer may see, most used first. */
  tags: Array<TagCount>;
};


export type QueryLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNearbyArgs = {
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  lat: Scalars['Float']['input'];
  lng: Scalars['Float']['input'];
  radiusMeters?: InputMaybe<Scalars['Float']['input']>;
};


export type QueryTagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  prefix?: InputMaybe<Scalars['String']['input']>;
};

export type Readiness =
  | 'ERROR'
  | 'READY'
  | 'RUNNING'
  | 'STALE';

/** How far an instance reaches: GLOBAL belongs to the tenant, the others to a project. */
export type Scope =
  | 'GLOBAL'
  | 'ORCHESTRATION'
  | 'PROJECT';

export type SetPlacementInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  placement: PlacementInput;
};

/** How many of the listed instances carry a tag. */
export type TagCount = {
  count: Scalars['Int']['output'];
  tag: Scalars['String']['output'];
};

export type TagFilter = {
  all?: InputMaybe<Array<Scalars['String']['input']>>;
  any?: InputMaybe<Array<Scalars['String']['input']>>;
  none?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type TagsInput = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  tags: Array<Scalars['String']['input']>;
};

export type UpsertLocationInput = {
  geo?: InputMaybe<GeoInput>;
  /** A slug: lower case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  /** The location that this one lies in; it must exist. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** IANA zone. Default: told from geo. */
  timezone?: InputMaybe<Scalars['String']['input']>;
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
  Instance: Instance;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Instance:
    ( { __typename: 'Instance' }
    & GraphQLRecursivePick<FederationTypes['Instance'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BoundsInput: BoundsInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Geo: ResolverTypeWrapper<Geo>;
  GeoInput: GeoInput;
  Instance: ResolverTypeWrapper<Reference<'Instance'>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  InstanceFilter: InstanceFilter;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  InstanceKind: InstanceKind;
  InstancePayload: ResolverTypeWrapper<Omit<InstancePayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Lifecycle: Lifecycle;
  Location: ResolverTypeWrapper<LocationRow>;
  LocationConnection: ResolverTypeWrapper<Omit<LocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LocationEdge']>, nodes: Array<ResolversTypes['Location']> }>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationPayload: ResolverTypeWrapper<Omit<LocationPayload, 'location'> & { location: ResolversTypes['Location'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearFilter: NearFilter;
  NearbyInstance: ResolverTypeWrapper<Omit<NearbyInstance, 'instance'> & { instance: ResolversTypes['Instance'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Placement: ResolverTypeWrapper<PlacementRow>;
  PlacementInput: PlacementInput;
  Presence: Presence;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Readiness: Readiness;
  Scope: Scope;
  SemVer: ResolverTypeWrapper<Scalars['SemVer']['output']>;
  SetPlacementInput: SetPlacementInput;
  TagCount: ResolverTypeWrapper<TagCount>;
  TagFilter: TagFilter;
  TagsInput: TagsInput;
  UpsertLocationInput: UpsertLocationInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BoundsInput: BoundsInput;
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  Geo: Geo;
  GeoInput: GeoInput;
  Instance: Reference<'Instance'>;
  ID: Scalars['ID']['output'];
  InstanceFilter: InstanceFilter;
  String: Scalars['String']['output'];
  InstancePayload: Omit<InstancePayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Location: LocationRow;
  LocationConnection: Omit<LocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LocationEdge']>, nodes: Array<ResolversParentTypes['Location']> };
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationPayload: Omit<LocationPayload, 'location'> & { location: ResolversParentTypes['Location'] };
  Mutation: Record<PropertyKey, never>;
  NearFilter: NearFilter;
  NearbyInstance: Omit<NearbyInstance, 'instance'> & { instance: ResolversParentTypes['Instance'] };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Placement: PlacementRow;
  PlacementInput: PlacementInput;
  Query: Record<PropertyKey, never>;
  SemVer: Scalars['SemVer']['output'];
  SetPlacementInput: SetPlacementInput;
  TagCount: TagCount;
  TagFilter: TagFilter;
  TagsInput: TagsInput;
  UpsertLocationInput: UpsertLocationInput;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GeoResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Geo'] = ResolversParentTypes['Geo']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lng?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type InstanceResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance'], FederationReferenceType extends FederationReferenceTypes['Instance'] = FederationReferenceTypes['Instance']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Instance']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
};

export type InstancePayloadResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['InstancePayload'] = ResolversParentTypes['InstancePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LocationResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  geo?: Resolver<Maybe<ResolversTypes['Geo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type LocationPayloadResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['LocationPayload'] = ResolversParentTypes['LocationPayload']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addTags?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationAddTagsArgs, 'input'>>;
  removeTags?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationRemoveTagsArgs, 'input'>>;
  setPlacement?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetPlacementArgs, 'input'>>;
  upsertLocation?: Resolver<ResolversTypes['LocationPayload'], ParentType, ContextType, RequireFields<MutationUpsertLocationArgs, 'input'>>;
};

export type NearbyInstanceResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['NearbyInstance'] = ResolversParentTypes['NearbyInstance']> = {
  distanceMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlacementResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement']> = {
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  geo?: Resolver<Maybe<ResolversTypes['Geo']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  locations?: Resolver<ResolversTypes['LocationConnection'], ParentType, ContextType, RequireFields<QueryLocationsArgs, 'first'>>;
  nearby?: Resolver<Array<ResolversTypes['NearbyInstance']>, ParentType, ContextType, RequireFields<QueryNearbyArgs, 'first' | 'lat' | 'lng'>>;
  tags?: Resolver<Array<ResolversTypes['TagCount']>, ParentType, ContextType, RequireFields<QueryTagsArgs, 'first'>>;
};

export interface SemVerScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SemVer'], any> {
  name: 'SemVer';
}

export type TagCountResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['TagCount'] = ResolversParentTypes['TagCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = PlacementContext> = {
  DateTime?: GraphQLScalarType;
  Geo?: GeoResolvers<ContextType>;
  Instance?: InstanceResolvers<ContextType>;
  InstancePayload?: InstancePayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Location?: LocationResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  LocationPayload?: LocationPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NearbyInstance?: NearbyInstanceResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Placement?: PlacementResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SemVer?: GraphQLScalarType;
  TagCount?: TagCountResolvers<ContextType>;
};

