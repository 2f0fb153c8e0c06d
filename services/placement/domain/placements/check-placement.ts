import { isTimezone } from '../../../../kit/pure/time/time-zone.ts'
import type { Checked, Geo, Placement, PlacementFields, Problem } from './placement.ts'
import { checkTags, isPlainText } from './tags.ts'

const DEVICE_LENGTH_MAX = 120
const SLUG = /^[a-z0-9][a-z0-9\-_./]{0,119}$/
export const SLUG_RULE =
  "must be 1 to 120 lower case letters, digits, '-', '_', '.' or '/', the first a letter or digit"

/**
 * A placement as it would be kept, or everything that is wrong with it. The time zone is the given one; where none is
 * given it stays null here, because telling it from the place takes tables.
 */
export function checkPlacement(fields: PlacementFields, pointer = '/placement'): Checked<Placement> {
  const geo = checkGeo(fields.geo ?? null, `${pointer}/geo`)
  const tags = checkTags(fields.tags ?? [], `${pointer}/tags`)
  const device = fields.device?.trim() ?? null
  const location = fields.location ?? null
  const timezone = fields.timezone ?? null

  const problems: Problem[] = []
  if (location !== null && !isSlug(location)) problems.push({ pointer: `${pointer}/location`, message: SLUG_RULE })
  if (device !== null && !isDevice(device)) {
    problems.push({
      pointer: `${pointer}/device`,
      message: `must be 1 to ${DEVICE_LENGTH_MAX} characters, none of them a control character`,
    })
  }
  if (!geo.ok) problems.push(...geo.problems)
  problems.push(...checkTimezone(timezone, `${pointer}/timezone`))
  if (!tags.ok) problems.push(...tags.problems)
  if (problems.length > 0 || !geo.ok || !tags.ok) return { ok: false, problems }
  return { ok: true, value: { location, device, geo: geo.value, timezone, tags: tags.value } }
}

export function isSlug(text: string): boolean {
  return SLUG.test(text)
}

export function checkGeo(geo: Geo | null, pointer: string): Checked<Geo | null> {
  if (geo === null) return { ok: true, value: null }
  const problems = [...degrees(geo.lat, 90, `${pointer}/lat`), ...degrees(geo.lng, 180, `${pointer}/lng`)]
  // Adding zero turns -0 into 0: JSON cannot tell them apart, and a comparison of the two must not either.
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { lat: geo.lat + 0, lng: geo.lng + 0 } }
}

/** Everything wrong with the arguments of a search around a point. */
export function checkSearch(search: { lat: number; lng: number; radiusMeters: number | null }): Problem[] {
  const problems = [...degrees(search.lat, 90, '/lat'), ...degrees(search.lng, 180, '/lng')]
  const { radiusMeters } = search
  if (radiusMeters !== null && !(Number.isFinite(radiusMeters) && radiusMeters >= 0)) {
    problems.push({ pointer: '/radiusMeters', message: 'must be a number of at least 0' })
  }
  return problems
}

export function checkTimezone(timezone: string | null, pointer: string): Problem[] {
  if (timezone === null || isTimezone(timezone)) return []
  return [{ pointer, message: "must be an IANA time zone such as 'Europe/Lisbon'" }]
}

function isDevice(device: string): boolean {
  return device.length > 0 && device.length <= DEVICE_LENGTH_MAX && isPlainText(device)
}

function degrees(value: number, max: number, pointer: string): Problem[] {
  const fits = Number.isFinite(value) && Math.abs(value) <= max
  return fits ? [] : [{ pointer, message: `must be a number from -${max} to ${max}` }]
}
