import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import {
  boundingBoxes,
  boundsToBoxes,
  earthdistanceToMeters,
  earthRadiusMeters,
  type Box,
  type GeoPoint,
} from '../../../../kit/pure/geo.ts'
import type { InstanceFilterSpec } from '../../domain/instances/instance-filter.ts'
import type { GroupArm, NamedSets, ZoneArea } from '../../domain/instances/named-sets.ts'
import type { Permission } from '../../../../schema/access/permissions.ts'
import { listedFor } from '../../domain/access/reader-scopes.ts'

/** Collects the values of a statement; `add` returns the placeholder. Every value carries its type: `$3::text[]`. */
export class Params {
  readonly values: unknown[] = []

  add(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

/** What the viewer may list, and what a caller asks for besides the filter. */
export type Search = {
  viewer: Viewer
  /** Only where the viewer holds this; default: what they may list. */
  permission?: Permission | undefined
  filter: InstanceFilterSpec
  /** Another filter, which has to hold as well. */
  also?: InstanceFilterSpec | undefined
  /** The zones and groups that the filters name, as namedSets() found them. One that is not among them holds nothing. */
  sets?: NamedSets | null
  /** Only these. */
  ids?: readonly string[] | undefined
  definitionId?: string | undefined
  /** The same as an expression over the statement around it. */
  definitionSql?: string
  /** Only placed ones, and within this of the point; null means the whole earth. */
  around?: (GeoPoint & { radiusMeters: number | null }) | undefined
}

/**
 * FROM and WHERE of a search over runtime.instance `i`. The placement view joins as `p` only where a condition needs
 * it. The text depends on which members are present (and on how many boxes an area falls into), never on their values.
 */
export function searchFrom(params: Params, search: Search, { placed = false } = {}): string {
  const { viewer, permission, ids, definitionId, definitionSql, around } = search
  const tenant = params.add(viewer.tenantId, 'text')
  const where = [`i.tenant_id = ${tenant}`, 'i.deleted_at IS NULL', ...listed(params, viewer, permission)]
  if (ids) where.push(`i.id = ANY(${params.add(ids, 'text[]')})`)
  if (definitionId !== undefined) where.push(`i.definition_id = ${params.add(definitionId, 'text')}`)
  if (definitionSql !== undefined) where.push(`i.definition_id = ${definitionSql}`)
  const { filters, conditions } = spelledOut(params, search)
  where.push(...conditions, ...filters.flatMap((filter) => instanceConditions(params, filter)))
  const place = [
    ...filters.flatMap((filter) => placeConditions(params, filter, search.sets)),
    ...aroundConditions(params, around),
  ]
  const joined = placed || place.length > 0
  if (joined) where.push(`p.tenant_id = ${tenant}`, ...place)
  for (const none of filters.flatMap(({ tags }) => (tags?.none ? [tags.none] : []))) {
    where.push(joined ? noneOf(params, none) : withoutTags(params.add(none, 'text[]')))
  }
  const join = joined ? '\n  JOIN placement.instance_placement_v1 p ON p.instance_id = i.id' : ''
  return `FROM runtime.instance i${join}\n  WHERE ${where.join('\n    AND ')}`
}

/**
 * The filters with what their groups mean. A group that is one selector is one more filter, which has to hold as well
 * and finds its index as if it had been asked itself; a group of several parts is a subquery over them.
 */
function spelledOut(params: Params, search: Search): { filters: InstanceFilterSpec[]; conditions: string[] } {
  const filters = [search.filter, ...(search.also ? [search.also] : [])]
  const conditions: string[] = []
  // The loop goes on to what is added meanwhile. Groups have no cycles, so it ends.
  for (const { groupId } of filters) {
    if (groupId === undefined) continue
    const arms = search.sets?.groups.get(groupId) ?? []
    const [only] = arms
    if (only === undefined) conditions.push('false')
    else if (arms.length > 1)
      conditions.push(`i.id IN (${arms.map((arm) => `(${armSql(params, search, arm)})`).join(' UNION ALL ')})`)
    else if ('memberIds' in only) conditions.push(`i.id = ANY(${params.add(only.memberIds, 'text[]')})`)
    else filters.push(only.selector)
  }
  return { filters, conditions }
}

/**
 * For each of the instances that the viewer may list, which of the filters it matches, as a list of their keys. Over a
 * page of rows at hand each filter is an expression: as searches of their own, the planner began some of twenty with
 * their tags or places, and a page of 100 out of 100,000 took 320 ms instead of 6.
 */
export function matchedSql(
  params: Params,
  viewer: Viewer,
  ids: readonly string[],
  filters: ReadonlyMap<string, InstanceFilterSpec>,
  sets: NamedSets,
): string {
  const matched = [...filters].map(([key, filter]) => {
    return `CASE WHEN ${rowConditions(params, filter, sets)} THEN ${params.add(key, 'text')} END`
  })
  const where = [
    `i.tenant_id = ${params.add(viewer.tenantId, 'text')}`,
    'i.deleted_at IS NULL',
    ...listed(params, viewer),
    `i.id = ANY(${params.add(ids, 'text[]')})`,
  ]
  return `SELECT i.id, array_remove(ARRAY[${matched.join(',\n    ')}]::text[], NULL) AS keys
  FROM runtime.instance i LEFT JOIN placement.instance_placement_v1 p ON p.instance_id = i.id AND p.tenant_id = i.tenant_id
  WHERE ${where.join(' AND ')}`
}

/** All that a filter asks of one row of `i` and `p` at hand. Groups have no cycles, so it ends. */
function rowConditions(params: Params, filter: InstanceFilterSpec, sets: NamedSets): string {
  const { tags, groupId } = filter
  const conditions = [
    ...instanceConditions(params, filter, { atHand: true }),
    ...placeConditions(params, filter, sets),
    ...(tags?.none ? [noneOf(params, tags.none)] : []),
  ]
  if (groupId !== undefined) {
    const arms = (sets.groups.get(groupId) ?? []).map((arm) =>
      'memberIds' in arm
        ? `i.id = ANY(${params.add(arm.memberIds, 'text[]')})`
        : `(${rowConditions(params, arm.selector, sets)})`,
    )
    conditions.push(arms.length === 0 ? 'false' : `(${arms.join(' OR ')})`)
  }
  return conditions.join(' AND ') || 'true'
}

/** Only of `ids`, where it is they that are asked about: a live query asks of few, and a group may be large. */
function armSql(params: Params, { viewer, sets = null, ids }: Search, arm: GroupArm): string {
  if ('memberIds' in arm) return `SELECT unnest(${params.add(arm.memberIds, 'text[]')})`
  return `SELECT i.id ${searchFrom(params, { viewer, filter: arm.selector, sets, ids })}`
}

/**
 * The straight line through the earth from the point to `p`, in metres of the extension's own radius: in order of
 * great-circle distance, and what the GiST index can produce in order.
 */
export function chordSql(params: Params, { lat, lng }: GeoPoint): string {
  const [fromLat, fromLng] = [lat, lng].map((degrees) => params.add(withoutUnderflow(degrees), 'float8'))
  return `(public.ll_to_earth(p.lat, p.lng) OPERATOR(public.<->) public.ll_to_earth(${fromLat}, ${fromLng}))`
}

/**
 * Great-circle metres of a chord, as kit/pure/geo.ts measures them. Not the haversine formula: Postgres raises an error
 * where a square underflows, and one instance placed at 1e-200 degrees would break every search around it.
 */
export function distanceSql(chord: string): string {
  return `${2 * earthRadiusMeters} * asin(least(1, ${chord} * ${earthdistanceToMeters / (2 * earthRadiusMeters)}))`
}

/** Less than a tenth of a millimetre from zero is zero: radians() of 5e-324 is an error. */
const withoutUnderflow = (degrees: number) => (Math.abs(degrees) < 1e-9 ? 0 : degrees)

/** Spelled out instead of listedSql: the planner may then begin with what is PUBLIC or with the nodes. */
function listed(params: Params, viewer: Viewer, permission?: Permission): string[] {
  const { all, nodes } = listedFor(viewer, permission)
  if (all) return []
  const at = nodes.length === 0 ? null : params.add(nodes, 'text[]')
  const ways = [
    ...(permission === undefined ? [`i.visibility = 'PUBLIC'`] : []),
    ...(at === null ? [] : [`i.project_id = ANY(${at})`, `i.id = ANY(${at})`]),
  ]
  return [ways.length === 0 ? 'false' : `(${ways.join(' OR ')})`]
}

function instanceConditions(params: Params, filter: InstanceFilterSpec, { atHand = false } = {}): string[] {
  const where: string[] = []
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values) where.push(`i.${column} = ANY(${params.add(values, 'text[]')})`)
  }
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) where.push(`i.${column} = ${params.add(value, 'text')}`)
  }
  among('id', filter.ids)
  among('kind', filter.kinds)
  equal('definition_type_key', filter.definitionTypeKey)
  equal('owner_id', filter.ownerId)
  equal('project_id', filter.projectId)
  among('scope', filter.scopes)
  among('lifecycle', filter.lifecycles)
  among('readiness', filter.readiness)
  if (filter.presence) where.push(...present(params, filter.presence, atHand))
  equal('parent_id', filter.parentId)
  equal('name', filter.name)
  if (filter.nameContains !== undefined) {
    const pattern = `%${filter.nameContains.replaceAll(/[\\%_]/g, '\\$&')}%`
    where.push(`i.name ILIKE ${params.add(pattern, 'text')}`)
  }
  if (filter.propsContain)
    where.push(`i.effective_props @> ${params.add(JSON.stringify(filter.propsContain), 'jsonb')}`)
  return where
}

/**
 * What is observed of an instance's screens is kept beside its row. The presence is that of domain/presence.ts
 * presenceOf; where NEVER is not asked for, those that ever had a screen are looked up first, unless the rows are at hand.
 */
function present(params: Params, presence: readonly string[], atHand: boolean): string[] {
  const ever =
    atHand || presence.includes('NEVER') ? [] : ['i.id IN (SELECT d.instance_id FROM runtime.display_session d)']
  return [
    ...ever,
    `COALESCE((
      SELECT CASE WHEN bool_or(s.presence = 'ONLINE') THEN 'ONLINE' WHEN bool_or(s.presence = 'STALE') THEN 'STALE'
        WHEN count(*) > 0 THEN 'OFFLINE' END
      FROM runtime.display_session s WHERE s.instance_id = i.id
    ), 'NEVER') = ANY(${params.add(presence, 'text[]')})`,
  ]
}

function placeConditions(params: Params, filter: InstanceFilterSpec, sets: NamedSets | null | undefined): string[] {
  const { location, device, tags, near, within, zoneId } = filter
  const where: string[] = []
  if (location !== undefined) where.push(`p.location = ${params.add(location, 'text')}`)
  if (device !== undefined) where.push(`p.device_id = ${params.add(device, 'text')}`)
  if (tags?.all) where.push(`p.tags @> ${params.add(tags.all, 'text[]')}`)
  if (tags?.any) where.push(`p.tags && ${params.add(tags.any, 'text[]')}`)
  if (within) where.push(inBoxes(params, boundsToBoxes(within)))
  if (near) where.push(...inCircle(params, near, near.radiusMeters))
  if (zoneId !== undefined) {
    const zone = sets?.zones.get(zoneId)
    where.push(...(zone ? inZone(params, zone) : ['false']))
  }
  return where
}

function aroundConditions(params: Params, around: Search['around']): string[] {
  if (!around) return []
  // The nearest-first index holds placed ones only, and the planner must see that no other is asked for.
  const circle = around.radiusMeters === null ? [] : inCircle(params, around, around.radiusMeters)
  return ['p.lat IS NOT NULL', ...circle]
}

/** The boxes for the btree, and then placement's own word. */
function inZone(params: Params, { bbox, outline, center, radiusMeters }: ZoneArea): string[] {
  const [lat, lng, radius] = [center?.lat ?? null, center?.lng ?? null, radiusMeters].map((value) =>
    params.add(value, 'float8'),
  )
  const holds = `placement.zone_holds_v1(${params.add(outline, 'polygon')}, ${lat}, ${lng}, ${radius}, p.lat, p.lng)`
  return [inBoxes(params, boundsToBoxes(bbox)), holds]
}

function inCircle(params: Params, center: GeoPoint, radiusMeters: number): string[] {
  const boxes = boundingBoxes(center.lat, center.lng, radiusMeters)
  return [inBoxes(params, boxes), `${distanceSql(chordSql(params, center))} <= ${params.add(radiusMeters, 'float8')}`]
}

function inBoxes(params: Params, boxes: readonly Box[]): string {
  const texts = boxes.map(({ south, west, north, east }) => {
    const [s, n, w, e] = [south, north, west, east].map((degrees) => params.add(degrees, 'float8'))
    return `(p.lat BETWEEN ${s} AND ${n} AND p.lng BETWEEN ${w} AND ${e})`
  })
  return texts.length === 1 ? (texts[0] as string) : `(${texts.join(' OR ')})`
}

const noneOf = (params: Params, tags: readonly string[]) => `(p.tags && ${params.add(tags, 'text[]')}) IS NOT TRUE`

/** Also true of instances that have no placement, so a join would not do. */
function withoutTags(tags: string): string {
  return `NOT EXISTS (SELECT 1 FROM placement.instance_placement_v1 q WHERE q.instance_id = i.id AND q.tags && ${tags})`
}
