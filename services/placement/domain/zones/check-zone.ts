import { boundingBoxes, earthRadiusMeters, type Bounds, type Box } from '../../../../kit/pure/geo.ts'
import { checkGeo, isSlug, SLUG_RULE } from '../placements/check-placement.ts'
import { checkName } from '../locations/check-location.ts'
import type { Checked, Geo, Problem } from '../placements/placement.ts'
import { checkPolygon, type Outline, type Position } from './polygon.ts'

/** With the members that GraphQL shows. */
export type Zone = {
  id: string
  name: string
  shape: 'CIRCLE' | 'POLYGON'
  center: Geo | null
  radiusMeters: number | null
  polygon: Position[] | null
  bbox: Bounds
}

export type ZoneFields = {
  id: string
  name: string
  center?: Geo | null
  radiusMeters?: number | null
  polygon?: readonly (readonly number[])[] | null
}

type Shape = Omit<Zone, 'id' | 'name'> & { outline: Outline | null }

const RADIUS_MAX = Math.PI * earthRadiusMeters

/** A zone as it would be kept, with the outline of its polygon; or everything that is wrong with it. */
export function checkZone(fields: ZoneFields): Checked<{ zone: Zone; outline: Outline | null }> {
  const problems: Problem[] = isSlug(fields.id) ? [] : [{ pointer: '/id', message: SLUG_RULE }]
  const name = checkName(fields.name, '/name')
  const shape = checkShape(fields)
  if (!name.ok) problems.push(...name.problems)
  if (!shape.ok) problems.push(...shape.problems)
  if (problems.length > 0 || !name.ok || !shape.ok) return { ok: false, problems }
  const { outline, ...rest } = shape.value
  return { ok: true, value: { zone: { id: fields.id, name: name.value, ...rest }, outline } }
}

function checkShape({ center = null, radiusMeters = null, polygon = null }: ZoneFields): Checked<Shape> {
  if (polygon === null) return checkCircle(center, radiusMeters)
  const problems: Problem[] = []
  const message = 'cannot be given with a polygon'
  if (center !== null) problems.push({ pointer: '/center', message })
  if (radiusMeters !== null) problems.push({ pointer: '/radiusMeters', message })
  const checked = checkPolygon(polygon, '/polygon')
  if (!checked.ok) problems.push(...checked.problems)
  if (problems.length > 0 || !checked.ok) return { ok: false, problems }
  return { ok: true, value: { shape: 'POLYGON', center: null, radiusMeters: null, ...checked.value } }
}

function checkCircle(center: Geo | null, radiusMeters: number | null): Checked<Shape> {
  if (center === null && radiusMeters === null) {
    return { ok: false, problems: [{ pointer: '', message: 'needs center and radiusMeters, or a polygon' }] }
  }
  const problems: Problem[] = []
  const at = checkGeo(center, '/center')
  if (!at.ok) problems.push(...at.problems)
  else if (at.value === null) problems.push({ pointer: '/center', message: 'must be given with radiusMeters' })
  if (radiusMeters === null) problems.push({ pointer: '/radiusMeters', message: 'must be given with center' })
  else if (!(radiusMeters > 0 && radiusMeters <= RADIUS_MAX)) {
    problems.push({
      pointer: '/radiusMeters',
      message: `must be more than 0 and at most ${Math.floor(RADIUS_MAX)}, half the way round the earth`,
    })
  }
  if (problems.length > 0 || !at.ok || at.value === null || radiusMeters === null) return { ok: false, problems }
  const middle = { lat: withoutUnderflow(at.value.lat), lng: withoutUnderflow(at.value.lng) }
  const [first, second] = boundingBoxes(middle.lat, middle.lng, radiusMeters) as [Box, Box | undefined]
  const bbox = { ...first, east: (second ?? first).east }
  return { ok: true, value: { shape: 'CIRCLE', center: middle, radiusMeters, polygon: null, outline: null, bbox } }
}

/** Less than a tenth of a millimetre from zero is zero: Postgres' radians() of 5e-324 is an error. */
const withoutUnderflow = (degrees: number) => (Math.abs(degrees) < 1e-9 ? 0 : degrees)
