import { boxContains, distanceMeters } from '../../../kit/pure/geo.ts'
import type { Presence } from '../../../schema/enums.ts'
import type { InstanceState, Json, PlaceFacts } from '../../../schema/events.ts'
import type { Filter } from '../live-query/filter-keys.ts'

/** What a filter is about: an instance, and what is kept beside its state. `sets` are zones and groups by what they hold. */
type Subject = {
  state: InstanceState
  place: PlaceFacts | null
  presence: Presence
  sets: ReadonlyMap<string, readonly string[] | object>
}

/** Whether an instance matches a filter, as the database says it, for tests; any other member is one of the state. */
export function fitsFilter(filter: object, subject: Subject): boolean {
  return Object.entries(filter).every(
    ([member, value]) => value === null || value === undefined || fits(member, value, filter as Filter, subject),
  )
}

const listed = { ids: 'id', kinds: 'kind', scopes: 'scope', lifecycles: 'lifecycle', readiness: 'readiness' } as const

function fits(member: string, value: unknown, filter: Filter, subject: Subject): boolean {
  const { state, place, presence, sets } = subject
  if (member in listed) return (value as unknown[]).includes(state[listed[member as keyof typeof listed]])
  switch (member) {
    case 'presence':
      return (value as string[]).includes(presence)
    case 'name':
      return state.name === (value as string).trim().normalize('NFC')
    case 'nameContains':
      return state.name !== null && state.name.toLowerCase().includes((value as string).toLowerCase())
    case 'propsContain':
      return contains(state.effectiveProps, value as Json)
    case 'location':
      return place?.location === value
    case 'device':
      return place?.deviceId === value
    case 'tags':
      return fitsTags(filter.tags, place?.tags ?? null)
    case 'near':
      return isPlaced(place) && distanceMeters(place, filter.near!) <= filter.near!.radiusMeters
    case 'within':
      return isPlaced(place) && boxContains(filter.within!, place)
    case 'zoneId':
    case 'groupId': {
      const set = sets.get(value as string)
      if (Array.isArray(set)) return set.includes(state.id)
      return set !== undefined && fitsFilter(set, subject)
    }
    default:
      return state[member as keyof InstanceState] === value
  }
}

function fitsTags(asked: Filter['tags'], tags: readonly string[] | null): boolean {
  const has = (tag: string) => tags?.includes(tag) === true
  return (asked?.all ?? []).every(has) && (asked?.any?.some(has) ?? true) && !(asked?.none ?? []).some(has)
}

function isPlaced(place: PlaceFacts | null): place is PlaceFacts & { lat: number; lng: number } {
  return place !== null && place.lat !== null && place.lng !== null
}

/** As `@>` of Postgres. */
function contains(value: Json | undefined, part: Json): boolean {
  if (Array.isArray(part))
    return Array.isArray(value) && part.every((wanted) => value.some((one) => contains(one, wanted)))
  if (typeof part !== 'object' || part === null) return value === part
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(part).every(([name, wanted]) => Object.hasOwn(value, name) && contains(value[name], wanted))
}
