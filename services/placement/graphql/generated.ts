import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Reference } from '../../../kit/graphql/subgraph.ts';
import type { PlacementRow, LocationRow, ZoneRow, GroupRow } from './rows.ts';
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

/** Crosses the antimeridian where west > east. */
export type Bounds = {
  east: Scalars['Float']['output'];
  north: Scalars['Float']['output'];
  south: Scalars['Float']['output'];
  west: Scalars['Float']['output'];
};

/** Crossing the antimeridian is allowed: west > east. */
export type BoundsInput = {
  east: Scalars['Float']['input'];
  north: Scalars['Float']['input'];
  south: Scalars['Float']['input'];
  west: Scalars['Float']['input'];
};

export type DeleteGroupInput = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type DeletePayload = {
  changeId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
};

export type DeleteZoneInput = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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

/** A named set of instances, found with InstanceFilter.groupId: those that its selector finds or its list names, and those of the groups below it. */
export type Group = {
  id: Scalars['ID']['output'];
  /** Null where the group has a selector. For those who may read the whole tenant. */
  memberIds?: Maybe<Array<Scalars['ID']['output']>>;
  name: Scalars['String']['output'];
  /** The group that this one is part of. */
  parent?: Maybe<Group>;
  /** An InstanceFilter, asked anew each time; null where the group is a list. For those who may read the whole tenant. */
  selector?: Maybe<Scalars['JSONObject']['output']>;
};

export type GroupConnection = {
  edges: Array<GroupEdge>;
  nodes: Array<Group>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type GroupEdge = {
  cursor: Scalars['String']['output'];
  node: Group;
};

export type GroupPayload = {
  changeId: Scalars['ID']['output'];
  group: Group;
};

export type Instance = {
  /** The groups that it is in now, also by way of a group below them, by name. */
  groups: Array<Group>;
  id: Scalars['ID']['output'];
  /** Where it stands; null where nobody said. */
  placement?: Maybe<Placement>;
  /** The zones that it stands in now, by name. */
  zones: Array<Zone>;
};

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
  /** The groups below it move up to its parent. Filters that name it match nothing from then on. */
  deleteGroup: DeletePayload;
  /** Filters that name it match nothing from then on. */
  deleteZone: DeletePayload;
  removeTags: InstancePayload;
  /** Replaces the placement; one revision of the instance. */
  setPlacement: InstancePayload;
  /** Makes the group, or replaces it. An equal write changes nothing. CYCLE where it would contain itself, through its parent or through selectors; EMPTY_SELECTOR where its selector would find everything. */
  upsertGroup: GroupPayload;
  /** Makes the location, or replaces what is known of it. An equal write changes nothing. */
  upsertLocation: LocationPayload;
  /** Makes the zone, or replaces it. An equal write changes nothing. Live queries that filter by it tell within seconds who came in and went out. */
  upsertZone: ZonePayload;
};


export type MutationAddTagsArgs = {
  input: TagsInput;
};


export type MutationDeleteGroupArgs = {
  input: DeleteGroupInput;
};


export type MutationDeleteZoneArgs = {
  input: DeleteZoneInput;
};


export type MutationRemoveTagsArgs = {
  input: TagsInput;
};


export type MutationSetPlacementArgs = {
  input: SetPlacementInput;
};


export type MutationUpsertGroupArgs = {
  input: UpsertGroupInput;
};


export type MutationUpsertLocationArgs = {
  input: UpsertLocationInput;
};


export type MutationUpsertZoneArgs = {
  input: UpsertZoneInput;
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
  group?: Maybe<Group>;
  /** By name. */
  groups: GroupConnection;
  /** By name. */
  locations: LocationConnection;
  /** Nearest first, with the great-circle distance. */
  nearby: Array<NearbyInstance>;
  /** The tags in use that the viewer may see, most used first. */
  tags: Array<TagCount>;
  zone?: Maybe<Zone>;
  /** By name. */
  zones: ZoneConnection;
};


export type QueryGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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


export type QueryZoneArgs = {
  id: Scalars['ID']['input'];
};


export type QueryZonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** Either selector or memberIds, or neither for a group that only holds others. */
export type UpsertGroupInput = {
  /** A slug: lower case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** At most 1,000. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  name: Scalars['String']['input'];
  /** The group that this one is part of; it must exist. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Who matches it is in the group, from the moment on when it does. May name a zone or another group. */
  selector?: InputMaybe<InstanceFilter>;
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

/** Either center with radiusMeters, or polygon. */
export type UpsertZoneInput = {
  center?: InputMaybe<GeoInput>;
  /** A slug: lower case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** 3 to 1,000 corners as [lng, lat], in either direction round; the first may stand at the end again. An edge goes the shorter way round the earth, so that a zone may lie across the antimeridian; a ring round a pole holds the pole. Edges neither cross nor touch each other. */
  polygon?: InputMaybe<Array<Array<Scalars['Float']['input']>>>;
  /** More than 0; at most half the way round the earth. */
  radiusMeters?: InputMaybe<Scalars['Float']['input']>;
};

/** An area on the map. What stands in it is found with InstanceFilter.zoneId; its edge belongs to it. */
export type Zone = {
  /** What holds all of it. */
  bbox: Bounds;
  /** Of a CIRCLE. */
  center?: Maybe<Geo>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Of a POLYGON: its corners as [lng, lat], the order of GeoJSON, without the first one again at the end. Edges are straight on a map of degrees. */
  polygon?: Maybe<Array<Array<Scalars['Float']['output']>>>;
  /** Of a CIRCLE: great-circle metres. */
  radiusMeters?: Maybe<Scalars['Float']['output']>;
  shape: ZoneShape;
};

export type ZoneConnection = {
  edges: Array<ZoneEdge>;
  nodes: Array<Zone>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ZoneEdge = {
  cursor: Scalars['String']['output'];
  node: Zone;
};

export type ZonePayload = {
  changeId: Scalars['ID']['output'];
  zone: Zone;
};

export type ZoneShape =
  | 'CIRCLE'
  | 'POLYGON';



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
  Group: Group;
  Instance: Instance;
  Zone: Zone;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Group:
    ( { __typename: 'Group' }
    & GraphQLRecursivePick<FederationTypes['Group'], {"id":true}> );
  Instance:
    ( { __typename: 'Instance' }
    & GraphQLRecursivePick<FederationTypes['Instance'], {"id":true}> );
  Zone:
    ( { __typename: 'Zone' }
    & GraphQLRecursivePick<FederationTypes['Zone'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bounds: ResolverTypeWrapper<Bounds>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BoundsInput: BoundsInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteGroupInput: DeleteGroupInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DeletePayload: ResolverTypeWrapper<DeletePayload>;
  DeleteZoneInput: DeleteZoneInput;
  Geo: ResolverTypeWrapper<Geo>;
  GeoInput: GeoInput;
  Group: ResolverTypeWrapper<GroupRow>;
  GroupConnection: ResolverTypeWrapper<Omit<GroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['GroupEdge']>, nodes: Array<ResolversTypes['Group']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  GroupEdge: ResolverTypeWrapper<Omit<GroupEdge, 'node'> & { node: ResolversTypes['Group'] }>;
  GroupPayload: ResolverTypeWrapper<Omit<GroupPayload, 'group'> & { group: ResolversTypes['Group'] }>;
  Instance: ResolverTypeWrapper<Reference<'Instance'>>;
  InstanceFilter: InstanceFilter;
  InstanceKind: InstanceKind;
  InstancePayload: ResolverTypeWrapper<Omit<InstancePayload, 'instance'> & { instance: ResolversTypes['Instance'] }>;
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
  UpsertGroupInput: UpsertGroupInput;
  UpsertLocationInput: UpsertLocationInput;
  UpsertZoneInput: UpsertZoneInput;
  Zone: ResolverTypeWrapper<ZoneRow>;
  ZoneConnection: ResolverTypeWrapper<Omit<ZoneConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ZoneEdge']>, nodes: Array<ResolversTypes['Zone']> }>;
  ZoneEdge: ResolverTypeWrapper<Omit<ZoneEdge, 'node'> & { node: ResolversTypes['Zone'] }>;
  ZonePayload: ResolverTypeWrapper<Omit<ZonePayload, 'zone'> & { zone: ResolversTypes['Zone'] }>;
  ZoneShape: ZoneShape;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Bounds: Bounds;
  Float: Scalars['Float']['output'];
  BoundsInput: BoundsInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteGroupInput: DeleteGroupInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  DeletePayload: DeletePayload;
  DeleteZoneInput: DeleteZoneInput;
  Geo: Geo;
  GeoInput: GeoInput;
  Group: GroupRow;
  GroupConnection: Omit<GroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['GroupEdge']>, nodes: Array<ResolversParentTypes['Group']> };
  Int: Scalars['Int']['output'];
  GroupEdge: Omit<GroupEdge, 'node'> & { node: ResolversParentTypes['Group'] };
  GroupPayload: Omit<GroupPayload, 'group'> & { group: ResolversParentTypes['Group'] };
  Instance: Reference<'Instance'>;
  InstanceFilter: InstanceFilter;
  InstancePayload: Omit<InstancePayload, 'instance'> & { instance: ResolversParentTypes['Instance'] };
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
  UpsertGroupInput: UpsertGroupInput;
  UpsertLocationInput: UpsertLocationInput;
  UpsertZoneInput: UpsertZoneInput;
  Zone: ZoneRow;
  ZoneConnection: Omit<ZoneConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ZoneEdge']>, nodes: Array<ResolversParentTypes['Zone']> };
  ZoneEdge: Omit<ZoneEdge, 'node'> & { node: ResolversParentTypes['Zone'] };
  ZonePayload: Omit<ZonePayload, 'zone'> & { zone: ResolversParentTypes['Zone'] };
};

export type BoundsResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Bounds'] = ResolversParentTypes['Bounds']> = {
  east?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  north?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  south?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  west?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeletePayloadResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['DeletePayload'] = ResolversParentTypes['DeletePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GeoResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Geo'] = ResolversParentTypes['Geo']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lng?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group'], FederationReferenceType extends FederationReferenceTypes['Group'] = FederationReferenceTypes['Group']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Group']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memberIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  selector?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
};

export type GroupConnectionResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['GroupConnection'] = ResolversParentTypes['GroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Group']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GroupEdgeResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['GroupEdge'] = ResolversParentTypes['GroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
};

export type GroupPayloadResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['GroupPayload'] = ResolversParentTypes['GroupPayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
};

export type InstanceResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance'], FederationReferenceType extends FederationReferenceTypes['Instance'] = FederationReferenceTypes['Instance']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Instance']> | FederationReferenceType, FederationReferenceType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  zones?: Resolver<Array<ResolversTypes['Zone']>, ParentType, ContextType>;
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
  deleteGroup?: Resolver<ResolversTypes['DeletePayload'], ParentType, ContextType, RequireFields<MutationDeleteGroupArgs, 'input'>>;
  deleteZone?: Resolver<ResolversTypes['DeletePayload'], ParentType, ContextType, RequireFields<MutationDeleteZoneArgs, 'input'>>;
  removeTags?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationRemoveTagsArgs, 'input'>>;
  setPlacement?: Resolver<ResolversTypes['InstancePayload'], ParentType, ContextType, RequireFields<MutationSetPlacementArgs, 'input'>>;
  upsertGroup?: Resolver<ResolversTypes['GroupPayload'], ParentType, ContextType, RequireFields<MutationUpsertGroupArgs, 'input'>>;
  upsertLocation?: Resolver<ResolversTypes['LocationPayload'], ParentType, ContextType, RequireFields<MutationUpsertLocationArgs, 'input'>>;
  upsertZone?: Resolver<ResolversTypes['ZonePayload'], ParentType, ContextType, RequireFields<MutationUpsertZoneArgs, 'input'>>;
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
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<QueryGroupArgs, 'id'>>;
  groups?: Resolver<ResolversTypes['GroupConnection'], ParentType, ContextType, RequireFields<QueryGroupsArgs, 'first'>>;
  locations?: Resolver<ResolversTypes['LocationConnection'], ParentType, ContextType, RequireFields<QueryLocationsArgs, 'first'>>;
  nearby?: Resolver<Array<ResolversTypes['NearbyInstance']>, ParentType, ContextType, RequireFields<QueryNearbyArgs, 'first' | 'lat' | 'lng'>>;
  tags?: Resolver<Array<ResolversTypes['TagCount']>, ParentType, ContextType, RequireFields<QueryTagsArgs, 'first'>>;
  zone?: Resolver<Maybe<ResolversTypes['Zone']>, ParentType, ContextType, RequireFields<QueryZoneArgs, 'id'>>;
  zones?: Resolver<ResolversTypes['ZoneConnection'], ParentType, ContextType, RequireFields<QueryZonesArgs, 'first'>>;
};

export interface SemVerScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SemVer'], any> {
  name: 'SemVer';
}

export type TagCountResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['TagCount'] = ResolversParentTypes['TagCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ZoneResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['Zone'] = ResolversParentTypes['Zone'], FederationReferenceType extends FederationReferenceTypes['Zone'] = FederationReferenceTypes['Zone']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Zone']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bbox?: Resolver<ResolversTypes['Bounds'], ParentType, ContextType>;
  center?: Resolver<Maybe<ResolversTypes['Geo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  polygon?: Resolver<Maybe<Array<Array<ResolversTypes['Float']>>>, ParentType, ContextType>;
  radiusMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shape?: Resolver<ResolversTypes['ZoneShape'], ParentType, ContextType>;
};

export type ZoneConnectionResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['ZoneConnection'] = ResolversParentTypes['ZoneConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ZoneEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Zone']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ZoneEdgeResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['ZoneEdge'] = ResolversParentTypes['ZoneEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Zone'], ParentType, ContextType>;
};

export type ZonePayloadResolvers<ContextType = PlacementContext, ParentType extends ResolversParentTypes['ZonePayload'] = ResolversParentTypes['ZonePayload']> = {
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['Zone'], ParentType, ContextType>;
};

export type Resolvers<ContextType = PlacementContext> = {
  Bounds?: BoundsResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeletePayload?: DeletePayloadResolvers<ContextType>;
  Geo?: GeoResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  GroupConnection?: GroupConnectionResolvers<ContextType>;
  GroupEdge?: GroupEdgeResolvers<ContextType>;
  GroupPayload?: GroupPayloadResolvers<ContextType>;
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
  Zone?: ZoneResolvers<ContextType>;
  ZoneConnection?: ZoneConnectionResolvers<ContextType>;
  ZoneEdge?: ZoneEdgeResolvers<ContextType>;
  ZonePayload?: ZonePayloadResolvers<ContextType>;
};

