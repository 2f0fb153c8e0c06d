import { checkGeo, checkTimezone, isSlug, SLUG_RULE } from '../placements/check-placement.ts'
import type { Checked, Geo, Problem } from '../placements/placement.ts'
import { isPlainText } from '../placements/tags.ts'

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
  const name = checkName(fields.name, '/name')
  const timezone = fields.timezone ?? null
  const parentId = fields.parentId ?? null

  const problems: Problem[] = []
  if (!isSlug(fields.id)) problems.push({ pointer: '/id', message: SLUG_RULE })
  if (!name.ok) problems.push(...name.problems)
  if (!geo.ok) problems.push(...geo.problems)
  problems.push(...checkTimezone(timezone, '/timezone'))
  if (parentId !== null && !isSlug(parentId)) problems.push({ pointer: '/parentId', message: SLUG_RULE })
  if (problems.length > 0 || !geo.ok || !name.ok) return { ok: false, problems }
  return { ok: true, value: { id: fields.id, name: name.value, geo: geo.value, timezone, parentId } }
}

/** A name as it is kept: trimmed, in one line. */
export function checkName(text: string, pointer: string): Checked<string> {
  const name = text.trim()
  if (name.length > 0 && name.length <= NAME_LENGTH_MAX && isPlainText(name)) return { ok: true, value: name }
  return {
    ok: false,
    problems: [{ pointer, message: `must be 1 to ${NAME_LENGTH_MAX} characters, none of them a control character` }],
  }
}
