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

/** A bounding box in degrees. It crosses the antimeridian when west > east. */
export type Bounds = {
  /** Eastern longitude. */
  east: Scalars['Float']['output'];
  /** Northern latitude. */
  north: Scalars['Float']['output'];
  /** Southern latitude. */
  south: Scalars['Float']['output'];
  /** Western longitude. */
  west: Scalars['Float']['output'];
};

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

/** The group to delete. */
export type DeleteGroupInput = {
  /** Id of the group. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What was deleted. */
export type DeletePayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** Id of the deleted object. */
  id: Scalars['ID']['output'];
};

/** The zone to delete. */
export type DeleteZoneInput = {
  /** Id of the zone. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A point in WGS 84 degrees. */
export type Geo = {
  /** Latitude. */
  lat: Scalars['Float']['output'];
  /** Longitude. */
  lng: Scalars['Float']['output'];
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
  /** Ids of its members; null when the group has a selector. Visible only to viewers who may read the whole tenant. */
  memberIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Name for people. */
  name: Scalars['String']['output'];
  /** The group that contains this one. */
  parent?: Maybe<Group>;
  /** An InstanceFilter, evaluated anew for each use; null when the group is a list. Visible only to viewers who may read the whole tenant. */
  selector?: Maybe<Scalars['JSONObject']['output']>;
};

/** A page of groups. */
export type GroupConnection = {
  /** The groups of this page with their cursors. */
  edges: Array<GroupEdge>;
  /** The groups of this page. */
  nodes: Array<Group>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of groups on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's groups with its cursor. */
export type GroupEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Group;
};

/** The group after the change. */
export type GroupPayload = {
  /** Identifies the change in activities. */
  changeId: Scalars['ID']['output'];
  /** The group. */
  group: Group;
};

export type Instance = {
  /** The groups that it is in now, also by way of a group below them, by name. */
  groups: Array<Group>;
  /** 'inst-' followed by 8 characters of base 36. */
  id: Scalars['ID']['output'];
  /** Where it stands; null where nobody said. */
  placement?: Maybe<Placement>;
  /** The zones that it stands in now, by name. */
  zones: Array<Zone>;
};

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

/** The instance after a change. */
export type InstancePayload = {
  /** Identifies the change in history, activities and events. */
  changeId: Scalars['ID']['output'];
  /** The instance in its new state. */
  instance: Instance;
  /** The revision that the change made, or the present one where it changed nothing. */
  revision: Scalars['Int']['output'];
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

/** A named place where instances can be. */
export type Location = {
  /** Coordinates. */
  geo?: Maybe<Geo>;
  /** A slug, unique per tenant. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** The location that contains this one. */
  parent?: Maybe<Location>;
  /** IANA time zone. */
  timezone?: Maybe<Scalars['String']['output']>;
};

/** A page of locations. */
export type LocationConnection = {
  /** The locations of this page with their cursors. */
  edges: Array<LocationEdge>;
  /** The locations of this page. */
  nodes: Array<Location>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of locations on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's locations with its cursor. */
export type LocationEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Location;
};

/** The location after the change. */
export type LocationPayload = {
  /** The location. */
  location: Location;
};

export type Mutation = {
  /** Adds tags to the placement. */
  addTags: InstancePayload;
  /** Deletes a group; its subgroups move to its parent. Filters that name it match nothing from then on. */
  deleteGroup: DeletePayload;
  /** Deletes a zone; filters that name it match nothing from then on. */
  deleteZone: DeletePayload;
  /** Removes tags from the placement. */
  removeTags: InstancePayload;
  /** Replaces the placement; makes one revision of the instance. */
  setPlacement: InstancePayload;
  /** Creates or replaces a group. An equal write changes nothing. CYCLE when it would contain itself through its parent or a selector; EMPTY_SELECTOR when its selector would match everything. */
  upsertGroup: GroupPayload;
  /** Creates or replaces a location. An equal write changes nothing. */
  upsertLocation: LocationPayload;
  /** Creates or replaces a zone. An equal write changes nothing. Live queries that filter by it send ENTER and LEAVE within seconds. */
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

/** Within a distance of a point. */
export type NearFilter = {
  /** Latitude of the point in degrees. */
  lat: Scalars['Float']['input'];
  /** Longitude of the point in degrees. */
  lng: Scalars['Float']['input'];
  /** Great-circle distance in metres. */
  radiusMeters: Scalars['Float']['input'];
};

/** An instance with its distance from a point. */
export type NearbyInstance = {
  /** Great-circle distance in metres on a sphere of radius 6,371,008.8 m. */
  distanceMeters: Scalars['Float']['output'];
  /** The instance. */
  instance: Instance;
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

/** Where an instance is. */
export type Placement = {
  /** Id of the device that shows it. */
  device?: Maybe<Scalars['String']['output']>;
  /** Coordinates; null when unknown. */
  geo?: Maybe<Geo>;
  /** Slug of a Location, or any slug of your own. */
  location?: Maybe<Scalars['String']['output']>;
  /** Sorted, without duplicates. */
  tags: Array<Scalars['String']['output']>;
  /** IANA time zone; null when it was not given and could not be derived from the coordinates or the location. */
  timezone?: Maybe<Scalars['String']['output']>;
};

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

export type Query = {
  /** A group by id; null when it does not exist. */
  group?: Maybe<Group>;
  /** Groups, by name. */
  groups: GroupConnection;
  /** Locations, by name. */
  locations: LocationConnection;
  /** Instances nearest to a point, with their great-circle distance. */
  nearby: Array<NearbyInstance>;
  /** Tags in use that the viewer may see, most used first. */
  tags: Array<TagCount>;
  /** A zone by id; null when it does not exist. */
  zone?: Maybe<Zone>;
  /** Zones, by name. */
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

/** How far an instance reaches. */
export type Scope =
  /** Belongs to the tenant; there is at most one that is not archived. */
  | 'GLOBAL'
  /** Belongs to one orchestration within a project. */
  | 'ORCHESTRATION'
  /** Belongs to a project. */
  | 'PROJECT';

/** A new placement. */
export type SetPlacementInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Where it is; replaces the present placement. */
  placement: PlacementInput;
};

/** A tag and how many listed instances have it. */
export type TagCount = {
  /** Number of instances. */
  count: Scalars['Int']['output'];
  /** The tag. */
  tag: Scalars['String']['output'];
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

/** Tags to add or remove. */
export type TagsInput = {
  /** CONFLICT unless the instance is at this revision. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the instance. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The tags. */
  tags: Array<Scalars['String']['input']>;
};

/** A group to create or replace: either a selector or a list of members, or neither when it only contains subgroups. */
export type UpsertGroupInput = {
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Ids of the members, at most 1,000. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Name for people. */
  name: Scalars['String']['input'];
  /** The group that contains this one; it must exist. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Instances that match are in the group for as long as they match. May name a zone or another group. */
  selector?: InputMaybe<InstanceFilter>;
};

/** A location to create or replace. */
export type UpsertLocationInput = {
  /** Coordinates. */
  geo?: InputMaybe<GeoInput>;
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  /** Name for people. */
  name: Scalars['String']['input'];
  /** The location that contains this one; it must exist. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** IANA time zone. Default: derived from `geo`. */
  timezone?: InputMaybe<Scalars['String']['input']>;
};

/** A zone to create or replace: either a centre with a radius, or a polygon. */
export type UpsertZoneInput = {
  /** Centre of a circle. */
  center?: InputMaybe<GeoInput>;
  /** A slug: lower-case letters, digits and '-', '_', '.', '/'; unique per tenant. */
  id: Scalars['ID']['input'];
  /** A repeated request with the same key changes nothing and returns the first result; IDEMPOTENCY_MISMATCH when the input differs. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name for people. */
  name: Scalars['String']['input'];
  /** 3 to 1,000 corners as [lng, lat], in either direction; the first may be repeated at the end. An edge takes the shorter way around the earth, so a zone may cross the antimeridian; a ring around a pole contains the pole. Edges must not cross or touch. */
  polygon?: InputMaybe<Array<Array<Scalars['Float']['input']>>>;
  /** Radius of a circle in metres; greater than 0, at most half the circumference of the earth. */
  radiusMeters?: InputMaybe<Scalars['Float']['input']>;
};

/** An area on the map, its edge included. InstanceFilter.zoneId finds what is inside. */
export type Zone = {
  /** Bounding box of the area. */
  bbox: Bounds;
  /** Centre of a CIRCLE; null otherwise. */
  center?: Maybe<Geo>;
  /** A slug, unique per tenant. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Corners of a POLYGON as [lng, lat], the order of GeoJSON, without repeating the first. Edges are straight in degrees. */
  polygon?: Maybe<Array<Array<Scalars['Float']['output']>>>;
  /** Great-circle radius of a CIRCLE in metres; null otherwise. */
  radiusMeters?: Maybe<Scalars['Float']['output']>;
  /** Shape of the area. */
  shape: ZoneShape;
};

/** A page of zones. */
export type ZoneConnection = {
  /** The zones of this page with their cursors. */
  edges: Array<ZoneEdge>;
  /** The zones of this page. */
  nodes: Array<Zone>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of zones on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page's zones with its cursor. */
export type ZoneEdge = {
  /** Its position in the list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Zone;
};

/** The zone after the change. */
export type ZonePayload = {
  /** Identifies the change in activities. */
  changeId: Scalars['ID']['output'];
  /** The zone. */
  zone: Zone;
};

/** Shape of a zone. */
export type ZoneShape =
  /** A centre and a radius. */
  | 'CIRCLE'
  /** A ring of corners. */
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

