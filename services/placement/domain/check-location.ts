import { checkGeo, checkTimezone, isSlug, SLUG_RULE } from './check-placement.ts'
import type { Checked, Geo, Problem } from './placement.ts'
import { isPlainText } from './tags.ts'

const NAME_LENGTH_MAX = 200

/** A named place. Its own parent or an ancestor of itself it cannot be; that takes the table to see. */
export type Location = { id: string; name: string; geo: Geo | null; timezone: string | null; parentId: string | null }

export type LocationFields = {
  id: string
  name: string
  geo?: Geo | null
  timezone?: string | null
  parentId?: string | null
}

/** A location as it would be kept, or everything that is wrong with it; the time zone only if one is given. */
export function checkLocation(fields: LocationFields): Checked<Location> {
  const geo = checkGeo(fields.geo ?? null, '/geo')
  const name = fields.name.trim()
  const timezone = fields.timezone ?? null
  const parentId = fields.parentId ?? null

  const problems: Problem[] = []
  if (!isSlug(fields.id)) problems.push({ pointer: '/id', message: SLUG_RULE })
  if (name.length === 0 || name.length > NAME_LENGTH_MAX || !isPlainText(name)) {
    problems.push({
      pointer: '/name',
      message: `must be 1 to ${NAME_LENGTH_MAX} characters, none of them a control character`,
    })
  }
  if (!geo.ok) problems.push(...geo.problems)
  problems.push(...checkTimezone(timezone, '/timezone'))
  if (parentId !== null && !isSlug(parentId)) problems.push({ pointer: '/parentId', message: SLUG_RULE })
  if (problems.length > 0 || !geo.ok) return { ok: false, problems }
  return { ok: true, value: { id: fields.id, name, geo: geo.value, timezone, parentId } }
}
