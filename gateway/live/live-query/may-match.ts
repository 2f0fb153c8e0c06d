import { boundingBoxes, boundsToBoxes, boxContains, type Box } from '../../../kit/pure/geo.ts'
import type { InstanceState, PlaceFacts } from '../../../schema/events.ts'
import type { Facts, Filter } from './filter-keys.ts'

/** Members of an InstanceFilter that ask for one of several values of a state's member, and those that ask for one. */
const oneOf = { ids: 'id', kinds: 'kind', scopes: 'scope', lifecycles: 'lifecycle', readiness: 'readiness' } as const
const equal = {
  definitionTypeKey: 'definitionTypeKey',
  ownerId: 'ownerId',
  projectId: 'projectId',
  parentId: 'parentId',
} as const

/**
 * Whether an instance may match a filter: false is certain, true is for the database to judge. Presence, texts, props,
 * zones and groups are not looked at, nor places that are not known; null asks for nothing.
 */
export function mayMatch(filter: unknown, { state, place }: Facts): boolean {
  const asked = filter as Filter
  return mayMatchState(asked, state) && (place === 'unknown' || mayMatchPlace(asked, place))
}

function mayMatchState(asked: Filter, state: InstanceState): boolean {
  for (const [member, of] of Object.entries(oneOf)) {
    const values = asked[member]
    if (Array.isArray(values) && !values.includes(state[of])) return false
  }
  for (const [member, of] of Object.entries(equal)) {
    const value = asked[member]
    if (typeof value === 'string' && value !== state[of]) return false
  }
  return true
}

function mayMatchPlace({ location, device, tags, near, within }: Filter, place: PlaceFacts | null): boolean {
  const has = (tag: string) => place?.tags.includes(tag) === true
  if (typeof location === 'string' && location !== place?.location) return false
  if (typeof device === 'string' && device !== place?.deviceId) return false
  if (tags?.all?.some((tag) => !has(tag)) || tags?.none?.some(has)) return false
  if (tags?.any && !tags.any.some(has)) return false
  if (near && !isIn(boundingBoxes(near.lat, near.lng, near.radiusMeters), place)) return false
  return !within || isIn(boundsToBoxes(within), place)
}

function isIn(boxes: readonly Box[], place: PlaceFacts | null): boolean {
  const { lat = null, lng = null } = place ?? {}
  return lat !== null && lng !== null && boxes.some((box) => boxContains(box, { lat, lng }))
}
