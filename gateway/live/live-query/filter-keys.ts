import { boundingBoxes, boundsToBoxes, type Bounds, type Box } from '../../../kit/pure/geo.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'
import type { InstanceState, Json, PlaceFacts } from '../../../schema/events.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

/** An InstanceFilter as clients send it: null asks for nothing, an empty list of allowed values lets nothing through. */
export type Filter = Readonly<{
  tags?: Partial<Record<'all' | 'any' | 'none', readonly string[] | null>> | null
  propsContain?: Readonly<Record<string, Json>> | null
  near?: { lat: number; lng: number; radiusMeters: number } | null
  within?: Bounds | null
  [member: string]: unknown
}>

/** What is known of an instance when subscribers are looked up: its place may be one that could not be read. */
export type Facts = { state: InstanceState; place: PlaceFacts | null | 'unknown' }

/** Whether a key is about the place of an instance. */
export const isPlaceKey = (key: string) => /^(device|tag|location|cell|placed)/.test(key)

/** Key of the filters that no condition narrows well. Every instance has it. */
const always = 'always'
const placed = 'placed'
/** As names are kept: what a client asks for may have space around it. */
const nameKey = (name: string) => `name:${name.trim().normalize('NFC')}`
const keyOf = (kind: string, value: unknown) => `${kind}:${value as string}`

/** Degrees of latitude and longitude are the cells of the map; an area over more of them is not looked up by place. */
const cellsMax = 64
/** Props are looked up by short values; who asks for a long text asks for something else as well, or is always asked. */
const valueMax = 200

/** How many subscribers are found by a key so far. */
type Crowd = (key: string) => number
type Condition = (filter: Filter, crowd: Crowd) => string[] | undefined

const one =
  (member: string): Condition =>
  (filter) =>
    typeof filter[member] === 'string' ? [keyOf(member, filter[member])] : undefined
const each =
  (member: string, kind: string): Condition =>
  (filter) => {
    const values = filter[member]
    return Array.isArray(values) ? values.map((value) => keyOf(kind, value)) : undefined
  }

/** What a filter can be looked up by, the condition that fewest instances meet first. */
const conditions: readonly Condition[] = [
  each('ids', 'id'),
  one('parentId'),
  ({ name }) => (typeof name === 'string' ? [nameKey(name)] : undefined),
  one('device'),
  ({ tags }, crowd) =>
    leastCrowded(
      (tags?.all ?? []).map((tag) => keyOf('tag', tag)),
      crowd,
    ),
  ({ propsContain }, crowd) =>
    leastCrowded(
      Object.entries(propsContain ?? {}).flatMap(([name, value]) => propKey(name, value) ?? []),
      crowd,
    ),
  ({ tags }) => tags?.any?.map((tag) => keyOf('tag', tag)),
  one('location'),
  ({ near }) => (near ? cells(boundingBoxes(near.lat, near.lng, near.radiusMeters)) : undefined),
  ({ within }) => (within ? cells(boundsToBoxes(within)) : undefined),
  one('ownerId'),
  one('projectId'),
  one('definitionTypeKey'),
  each('readiness', 'readiness'),
  each('lifecycles', 'lifecycle'),
  each('kinds', 'kind'),
  each('scopes', 'scope'),
  ({ near, within, zoneId }) => (near || within || typeof zoneId === 'string' ? [placed] : undefined),
]

/** Keys of which an instance that matches the filter has at least one; none where nothing can match. */
export function keysOfFilter(filter: Filter, crowd: Crowd): string[] {
  for (const condition of conditions) {
    const keys = condition(filter, crowd)
    if (keys) return [...new Set(keys)]
  }
  return [always]
}

/** All keys of an instance; of its props only those with one of these names. */
export function keysOfInstance({ state, place }: Facts, propNames: ReadonlyMap<string, unknown>): string[] {
  const keys = [
    always,
    keyOf('id', state.id),
    keyOf('parentId', state.parentId),
    nameKey(state.name ?? ''),
    keyOf('ownerId', state.ownerId),
    keyOf('projectId', state.projectId),
    keyOf('definitionTypeKey', state.definitionTypeKey),
    keyOf('readiness', state.readiness),
    keyOf('lifecycle', state.lifecycle),
    keyOf('kind', state.kind),
    keyOf('scope', state.scope),
  ]
  for (const name of propNames.keys()) {
    const key = Object.hasOwn(state.effectiveProps, name)
      ? propKey(name, state.effectiveProps[name] as Json)
      : undefined
    if (key !== undefined) keys.push(key)
  }
  if (place === null || place === 'unknown') return keys
  keys.push(
    placed,
    keyOf('device', place.deviceId),
    keyOf('location', place.location),
    ...place.tags.map((tag) => keyOf('tag', tag)),
  )
  if (place.lat !== null && place.lng !== null) keys.push(cellKey(Math.floor(place.lat), Math.floor(place.lng)))
  return keys
}

/** The name of the prop that a key is about. */
export function propNameOf(key: string): string | null {
  return key.startsWith('prop:') ? (parseOwnJson(key.slice('prop:'.length)) as [string])[0] : null
}

/** Members of a state document that each member of a filter looks at. */
const looksAt: Readonly<Record<string, string | null>> = {
  ids: null,
  kinds: 'kind',
  definitionTypeKey: 'definitionTypeKey',
  ownerId: 'ownerId',
  projectId: 'projectId',
  scopes: 'scope',
  lifecycles: 'lifecycle',
  readiness: 'readiness',
  presence: 'presence',
  parentId: 'parentId',
  name: 'name',
  nameContains: 'name',
  propsContain: 'effectiveProps',
  location: 'placement',
  device: 'placement',
  tags: 'placement',
  near: 'placement',
  within: 'placement',
  zoneId: 'placement',
}

/**
 * The members of a state (and `placement`, which stands in patches as one) that decide whether an instance matches: a
 * change of others lets nobody enter. Null where any may, as in a group, which is made of other filters.
 */
export function membersAsked(filter: Filter): ReadonlySet<string> | null {
  const members = new Set(['visibility'])
  for (const [member, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue
    const looked = ownMember(looksAt, member)
    if (looked === undefined) return null
    if (looked !== null) members.add(looked)
  }
  return members
}

/** Of a member of props that holds one plain value. */
function propKey(name: string, value: Json): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined
  if (typeof value === 'string' && value.length > valueMax) return undefined
  return keyOf('prop', JSON.stringify([name, value]))
}

/** One of several keys that an instance has to have: the one that finds fewest others. */
function leastCrowded(keys: readonly string[], crowd: Crowd): string[] | undefined {
  const [first, ...rest] = keys
  return first === undefined ? undefined : [rest.reduce((best, key) => (crowd(key) < crowd(best) ? key : best), first)]
}

const cellKey = (lat: number, lng: number) => `cell:${lat},${lng}`

/** The degrees that the boxes touch, or undefined where they are too many. */
function cells(boxes: readonly Box[]): string[] | undefined {
  const sides = boxes.map(
    ({ south, west, north, east }) => [south, west, north, east].map(Math.floor) as [number, number, number, number],
  )
  const count = sides.reduce(
    (sum, [south, west, north, east]) => sum + Math.max(0, north - south + 1) * Math.max(0, east - west + 1),
    0,
  )
  if (!(count <= cellsMax)) return undefined
  const keys: string[] = []
  for (const [south, west, north, east] of sides) {
    for (let lat = south; lat <= north; lat++) for (let lng = west; lng <= east; lng++) keys.push(cellKey(lat, lng))
  }
  return keys
}
