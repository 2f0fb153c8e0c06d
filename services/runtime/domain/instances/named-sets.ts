import type { Bounds } from '../../../../kit/pure/geo.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { parseInstanceFilter, type InstanceFilterSpec } from './instance-filter.ts'

/** A zone, as far as a search needs it: `outline` as Postgres writes it, or a circle. */
export type ZoneArea = {
  bbox: Bounds
  outline: string | null
  center: { lat: number; lng: number } | null
  radiusMeters: number | null
}

/** One of the parts whose union a group is. */
export type GroupArm = { selector: InstanceFilterSpec } | { memberIds: string[] }

/** The zones and groups that a filter names, itself or through selectors; by id. */
export type NamedSets = { zones: ReadonlyMap<string, ZoneArea>; groups: ReadonlyMap<string, GroupArm[]> }

/** A group as placement keeps it: its members are those that it finds or lists, and those of the groups below it. */
export type GroupRecord = { id: string; parentId: string | null; selector: JsonObject | null; memberIds: string[] }

/** The parts of each group, its own and those of all below it; all lists are one. */
export function groupClauses(groups: readonly GroupRecord[]): Map<string, GroupArm[]> {
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  return new Map(groups.map((group) => [group.id, armsOf(withAllBelow(group, below))]))
}

function armsOf(parts: readonly GroupRecord[]): GroupArm[] {
  const selectors = parts.flatMap(({ selector }) =>
    selector === null ? [] : [{ selector: parseInstanceFilter(selector) }],
  )
  const memberIds = [...new Set(parts.flatMap((part) => part.memberIds))]
  return memberIds.length > 0 ? [...selectors, { memberIds }] : selectors
}

function withAllBelow(group: GroupRecord, below: ReadonlyMap<string | null, GroupRecord[]>): GroupRecord[] {
  const found = new Set([group])
  // A set goes on to what is added meanwhile, and to nothing twice.
  for (const { id } of found) for (const child of below.get(id) ?? []) found.add(child)
  return [...found]
}

/**
 * The groups that each instance is in, from those whose own selector or list holds it: a group also holds what the
 * groups below it hold, and a selector that names a group only what that one holds as well. `own` leaves the latter
 * open: it is by group what the rest of a selector finds.
 */
export function groupsByInstance(
  groups: readonly GroupRecord[],
  own: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string[]> {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  const known = new Map<string, ReadonlySet<string>>()
  const membersOf = (id: string): ReadonlySet<string> => {
    const present = known.get(id)
    if (present) return present
    // In case there were a cycle after all: what is under way holds nothing yet.
    known.set(id, new Set())
    const selected = byId.get(id)?.selector?.['groupId']
    const within = typeof selected === 'string' ? membersOf(selected) : null
    const members = new Set([...(own.get(id) ?? [])].filter((member) => within === null || within.has(member)))
    for (const child of below.get(id) ?? []) for (const member of membersOf(child.id)) members.add(member)
    known.set(id, members)
    return members
  }
  const result = new Map<string, string[]>()
  for (const { id } of groups)
    for (const instanceId of membersOf(id)) result.set(instanceId, [...(result.get(instanceId) ?? []), id])
  return result
}
