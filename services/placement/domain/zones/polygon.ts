import { validPoint, type Bounds } from '../../../../kit/pure/geo.ts'
import type { Checked, Problem } from '../placements/placement.ts'

/** Degrees, in the order of GeoJSON. */
export type Position = [lng: number, lat: number]

/**
 * A polygon as it can be compared with a point on a plain map of degrees: without a jump at the antimeridian, so that
 * it begins between -180 and 180 and may go on eastwards beyond 180, and closed over the pole where it goes round one.
 */
export type Outline = [x: number, y: number][]

export type Polygon = { polygon: Position[]; outline: Outline; bbox: Bounds }

export const POINTS_MAX = 1000
const POINTS_MIN = 3

/** A polygon with its outline, or what is wrong with it. Its edges are straight in degrees and go the shorter way round the earth. */
export function checkPolygon(given: readonly (readonly number[])[], pointer: string): Checked<Polygon> {
  const refuse = (...problems: Problem[]): Checked<Polygon> => ({ ok: false, problems })
  if (given.length > POINTS_MAX + 1)
    return refuse({ pointer, message: `has ${given.length} corners; at most ${POINTS_MAX} are allowed` })
  const misplaced = given.flatMap((position, index) => positionProblems(position, `${pointer}/${index}`))
  if (misplaced.length > 0) return refuse(...misplaced)
  // Adding zero turns -0 into 0, which JSON cannot tell apart.
  const polygon = withoutClosing(given.map(([lng, lat]): Position => [(lng as number) + 0, (lat as number) + 0]))
  if (polygon.length < POINTS_MIN) return refuse({ pointer, message: `needs at least ${POINTS_MIN} different corners` })
  if (polygon.length > POINTS_MAX)
    return refuse({ pointer, message: `has ${polygon.length} corners; at most ${POINTS_MAX} are allowed` })

  const unrolled = unroll(polygon, pointer)
  if (!unrolled.ok) return unrolled
  const outline = unrolled.value
  const crossing = findCrossing(outline)
  if (crossing) {
    const [edge, other] = crossing.map((index) => indexOf(polygon, outline[index % outline.length] as [number, number]))
    return refuse({
      pointer: `${pointer}/${edge}`,
      message: `begins an edge that crosses, touches or goes back along the one from corner ${other}`,
    })
  }
  return { ok: true, value: { polygon, outline, bbox: boundsOf(outline) } }
}

function positionProblems(position: readonly number[], pointer: string): Problem[] {
  if (position.length !== 2) return [{ pointer, message: 'must be [lng, lat]' }]
  const [lng, lat] = position as Position
  const problems: Problem[] = []
  if (!validPoint({ lat: 0, lng }))
    problems.push({ pointer: `${pointer}/0`, message: 'must be a longitude from -180 to 180' })
  if (!validPoint({ lat, lng: 0 }))
    problems.push({ pointer: `${pointer}/1`, message: 'must be a latitude from -90 to 90' })
  return problems
}

function withoutClosing(polygon: Position[]): Position[] {
  const [first, last] = [polygon[0], polygon.at(-1)]
  return polygon.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? polygon.slice(0, -1) : polygon
}

/** How often the way round the earth is counted from one corner to the next; null where both ways are as long. */
function turn(from: number, to: number): number | null {
  const span = to - from
  if (Math.abs(span) === 180) return null
  return span > 180 ? -1 : span < -180 ? 1 : 0
}

/**
 * The ring of a polygon round a pole ends a whole turn beside its beginning. It is opened at its corner nearest to that
 * pole, where the way up to it can meet no edge.
 */
function unroll(polygon: readonly Position[], pointer: string): Checked<Outline> {
  const refuse = (at: string, message: string): Checked<Outline> => ({
    ok: false,
    problems: [{ pointer: at, message }],
  })
  const turns: number[] = []
  for (const [index, [lng]] of polygon.entries()) {
    const [next] = polygon[(index + 1) % polygon.length] as Position
    const step = turn(lng, next)
    if (step === null)
      return refuse(`${pointer}/${index}`, 'is half the way round the earth from the next corner: put one between them')
    turns.push(step)
  }
  const around = turns.reduce((sum, step) => sum + step, 0)
  if (around === 0) return narrow(follow(polygon, turns, 0), pointer)

  const pole = polygon.every(([, lat]) => lat > 0) ? 90 : polygon.every(([, lat]) => lat < 0) ? -90 : null
  if (pole === null || Math.abs(around) > 1) {
    return refuse(
      pointer,
      'goes round the earth, and must do that once, on one side of the equator, to hold the pole of that side',
    )
  }
  const nearest = polygon.reduce(
    (best, [, lat], index) => (Math.abs(lat) > Math.abs((polygon[best] as Position)[1]) ? index : best),
    0,
  )
  const ring = follow(polygon, turns, nearest)
  const first = ring[0] as Corner
  const end = { ...first, turned: first.turned + around }
  const overPole =
    first.lat === pole
      ? []
      : [
          { ...end, lat: pole },
          { ...first, lat: pole },
        ]
  return narrow([...ring, end, ...overPole], pointer)
}

/** A corner, so many whole turns further east than it was given. */
type Corner = { lng: number; lat: number; turned: number }

/** The corners from `start` on, each as many turns further as the edges before it have made. */
function follow(polygon: readonly Position[], turns: readonly number[], start: number): Corner[] {
  let turned = 0
  return polygon.map((_, index) => {
    const at = (start + index) % polygon.length
    const [lng, lat] = polygon[at] as Position
    const corner = { lng, lat, turned }
    turned += turns[at] as number
    return corner
  })
}

/** Moved by whole turns to where it begins between -180 and 180. */
function narrow(corners: readonly Corner[], pointer: string): Checked<Outline> {
  const xs = corners.map(({ lng, turned }) => lng + 360 * turned)
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  if (east - west > 360) return { ok: false, problems: [{ pointer, message: 'is wider than the earth is round' }] }
  const moved = Math.floor((west + 180) / 360)
  // From the longitude itself: there and back by 360 degrees is not always the same number.
  return { ok: true, value: corners.map(({ lng, lat, turned }) => [lng + 360 * (turned - moved), lat]) }
}

function boundsOf(outline: Outline): Bounds {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  const [south, north, west, east] = [Math.min(...ys), Math.max(...ys), Math.min(...xs), Math.max(...xs)]
  if (east - west === 360) return { south, west: -180, north, east: 180 }
  return { south, west, north, east: east > 180 ? east - 360 : east }
}

/** The corner as it was given; one that closes the outline over a pole stands for the first of the ring. */
function indexOf(polygon: readonly Position[], [x, y]: [number, number]): number {
  const at = polygon.findIndex(([lng, lat]) => lat === y && (x - lng) % 360 === 0)
  return Math.max(0, at)
}

/** Two edges that have more in common than the corner between neighbours, as the indexes at which they begin. */
function findCrossing(outline: Outline): [number, number] | null {
  const count = outline.length
  const corner = (index: number) => outline[index % count] as [number, number]
  const doubled = outline.findIndex(([x, y], index) => corner(index + 1)[0] === x && corner(index + 1)[1] === y)
  if (doubled >= 0) return [doubled, doubled + 1]
  for (let first = 0; first < count; first++) {
    const [a, b] = [corner(first), corner(first + 1)]
    for (let second = first + 1; second < count; second++) {
      const [c, d] = [corner(second), corner(second + 1)]
      const follows = second === first + 1
      const closes = first === 0 && second === count - 1
      const meets = follows ? turnsBack(a, b, d) : closes ? turnsBack(c, a, b) : crosses(a, b, c, d)
      if (meets) return [first, second]
    }
  }
  return null
}

type Point = [number, number]

/** Twice the area of a triangle: its sign says on which side of the line a-b the point lies. */
const side = (a: Point, b: Point, p: Point) => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

/** Whether the edge b-c goes back along the edge a-b. */
function turnsBack(a: Point, b: Point, c: Point): boolean {
  return side(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false
  // The boxes meet: the edges do where neither lies wholly on one side of the other's line.
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}
