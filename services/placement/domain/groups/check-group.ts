import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { checkName } from '../locations/check-location.ts'
import { isSlug, SLUG_RULE } from '../placements/check-placement.ts'
import type { Checked, Problem } from '../placements/placement.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

/** `selector`: an InstanceFilter; null where the group is a list. */
export type Group = {
  id: string
  name: string
  selector: JsonObject | null
  memberIds: string[]
  parentId: string | null
}

export type GroupFields = {
  id: string
  name: string
  selector?: object | null
  memberIds?: readonly string[] | null
  parentId?: string | null
}

const MEMBERS_MAX = 1000
/** What one search for a group may put together, and how many a tenant may have. */
export const GROUP_SIZE_MAX = 200
export const GROUPS_MAX = 500

/** A group as it would be kept, or everything that is wrong with it but its selector, which the runtime judges. */
export function checkGroup(fields: GroupFields): Checked<Group> {
  const { selector = null, memberIds = null, parentId = null } = fields
  const name = checkName(fields.name, '/name')
  const members = [...new Set(memberIds ?? [])].sort()
  const problems: Problem[] = isSlug(fields.id) ? [] : [{ pointer: '/id', message: SLUG_RULE }]
  if (!name.ok) problems.push(...name.problems)
  if (parentId !== null && !isSlug(parentId)) problems.push({ pointer: '/parentId', message: SLUG_RULE })
  if (selector !== null && memberIds !== null)
    problems.push({ pointer: '/memberIds', message: 'cannot be given with a selector' })
  if (members.length > MEMBERS_MAX)
    problems.push({ pointer: '/memberIds', message: `has ${members.length} ids; at most ${MEMBERS_MAX} are allowed` })
  for (const [index, id] of (memberIds ?? []).slice(0, MEMBERS_MAX).entries()) {
    if (!matchesId('inst', 8, id))
      problems.push({ pointer: `/memberIds/${index}`, message: "must be 'inst-' and 8 characters of base 36" })
  }
  if (problems.length > 0 || !name.ok) return { ok: false, problems }
  return {
    ok: true,
    value: {
      id: fields.id,
      name: name.value,
      selector: selector && withoutNulls(selector),
      memberIds: members,
      parentId,
    },
  }
}

/** As a filter means it: a member that is null is not there. Nulls further in mean something: `propsContain: {a: null}`. */
function withoutNulls(selector: object): JsonObject {
  const members = Object.entries(parseOwnJson(JSON.stringify(selector)) as JsonObject)
  return Object.fromEntries(members.filter(([, value]) => value !== null))
}
