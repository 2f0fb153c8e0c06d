import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../kit/db/pool.ts'
import { adminViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../../../kit/log.ts'
import { distanceMeters, type GeoPoint } from '../../../kit/pure/geo.ts'
import { checkZone, type ZoneFields } from '../../../services/placement/domain/zones/check-zone.ts'
import type { Outline } from '../../../services/placement/domain/zones/polygon.ts'
import { putZone } from '../../../services/placement/store/zones/put-zone.sql.ts'
import { zonesAround } from '../../../services/placement/store/zones/zones-around.sql.ts'
import { matchingIds } from '../../../services/runtime/store/instances/instance-search.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'
import { idOf, insertSamples, makeSamples, randomSource, type Sample } from '../instances/instance-search.model.ts'

const admin = adminViewer('t1', 'someone')
const { next, pick } = randomSource(11)
/** A sphere's worth of screens, and crowds where the map is awkward. */
const centers: GeoPoint[] = [
  { lat: 48.85, lng: 2.35 },
  { lat: -18, lng: 179.99 },
  { lat: 0, lng: -180 },
  { lat: 89, lng: 10 },
  { lat: -90, lng: 0 },
  { lat: 0, lng: 0 },
]
const spreads = [1e-4, 1e-2, 1, 30]
const within = (lat: number) => Math.max(-90, Math.min(90, lat))
const wrapped = (lng: number) => (lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng)
const near = ({ lat, lng }: GeoPoint, spread: number): GeoPoint => ({
  lat: within(lat + (next() - 0.5) * spread),
  lng: wrapped(lng + (next() - 0.5) * spread),
})
const samples = makeSamples(12_000).map((sample): Sample => {
  const at = near(pick(centers), pick(spreads))
  return {
    ...sample,
    tenant_id: 't1',
    deleted_at: null,
    placement: { location: null, device_id: null, tags: [], ...at },
  }
})

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.url, { max: 2, name: 'test', log: createLogger({ level: 'warn', name: 'test' }) })
  await insertSamples(pool, samples)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function draw(fields: Omit<ZoneFields, 'id' | 'name'>): Promise<Outline | null> {
  const checked = checkZone({ id: 'drawn', name: 'Drawn', ...fields })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  await putZone(pool, 't1', checked.value.zone, checked.value.outline)
  return checked.value.outline
}
const found = () => matchingIds(pool, { viewer: admin, filter: { zoneId: 'drawn' }, limit: 20_000 })
const pointOf = ({ placement }: Sample) => ({ lat: placement?.lat as number, lng: placement?.lng as number })

/** Places the first sample there and asks both who asks: the filter, and the zones of an instance. */
async function holds(at: GeoPoint): Promise<boolean> {
  await pool.query('UPDATE placement.placement SET lat = $2, lng = $3 WHERE instance_id = $1', [
    idOf(0),
    at.lat,
    at.lng,
  ])
  const byFilter =
    (await matchingIds(pool, { viewer: admin, filter: { zoneId: 'drawn', ids: [idOf(0)] }, limit: 1 })).length === 1
  expect((await zonesAround(pool, 't1', [idOf(0)])).has(idOf(0))).toBe(byFilter)
  return byFilter
}

/** Even and odd crossings, and how far from the nearest edge, in degrees: on the edge rounding may decide either way. */
function judge(outline: Outline, { lat, lng }: GeoPoint): { isIn: boolean; fromEdge: number } {
  let isIn = false
  let fromEdge = Infinity
  for (const x of [lng - 360, lng, lng + 360]) {
    outline.forEach(([ax, ay], index) => {
      const [bx, by] = outline[(index + 1) % outline.length] as [number, number]
      if (ay > lat !== by > lat && x < ax + ((lat - ay) / (by - ay)) * (bx - ax)) isIn = !isIn
      const along = Math.max(
        0,
        Math.min(1, ((x - ax) * (bx - ax) + (lat - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
      )
      fromEdge = Math.min(fromEdge, Math.hypot(x - ax - along * (bx - ax), lat - ay - along * (by - ay)))
    })
  }
  return { isIn, fromEdge }
}

describe('a zone that is a circle', () => {
  it('holds what `near` finds, and what the distance says', async () => {
    let hits = 0
    for (const center of centers) {
      for (const radiusMeters of [5, 500, 60_000, 3_000_000, 20_015_000]) {
        await draw({ center, radiusMeters })
        const expected = samples
          .filter((sample) => distanceMeters(center, pointOf(sample)) <= radiusMeters)
          .map(({ id }) => id)
        expect(await found()).toEqual(expected)
        expect(
          await matchingIds(pool, { viewer: admin, filter: { near: { ...center, radiusMeters } }, limit: 20_000 }),
        ).toEqual(expected)
        hits += expected.length
      }
    }
    expect(hits).toBeGreaterThan(20_000)
  })
})

describe('a zone that is a polygon', () => {
  it('holds exactly what lies in it, of a few metres or of a continent, also across the antimeridian', async () => {
    let hits = 0
    for (const center of centers) {
      for (const size of [2e-5, 3e-3, 0.3, 12]) {
        // A star: round its middle, its corners now far and now near.
        const reach = Math.min(size, 89.9 - Math.abs(center.lat))
        if (reach <= 0) continue
        const polygon = Array.from({ length: 24 }, (_, index) => {
          const [angle, far] = [(2 * Math.PI * index) / 24, reach * (0.3 + 0.7 * next())]
          return [wrapped(center.lng + far * Math.cos(angle)), within(center.lat + far * Math.sin(angle))]
        })
        const outline = (await draw({ polygon })) as Outline
        const ids = new Set(await found())
        for (const sample of samples) {
          const { isIn, fromEdge } = judge(outline, pointOf(sample))
          if (fromEdge > 1e-11) expect([sample.placement, ids.has(sample.id)]).toEqual([sample.placement, isIn])
        }
        hits += ids.size
      }
    }
    expect(hits).toBeGreaterThan(3000)
  })

  it('of 100 m does not hold what stands beside its slanted edges', async () => {
    await draw({
      polygon: [
        [0, 0],
        [0.001, 0.001],
        [0, 0.001],
      ],
    })
    expect(await holds({ lat: 0.0004, lng: 0.0006 })).toBe(false)
    expect(await holds({ lat: 0.00049, lng: 0.00051 })).toBe(false)
    expect(await holds({ lat: 0.00051, lng: 0.00049 })).toBe(true)
  })

  it('holds its corners and its straight edges, and nothing a metre beside them', async () => {
    await draw({
      polygon: [
        [10, 50],
        [10.1, 50],
        [10.1, 50.1],
        [10, 50.1],
      ],
    })
    for (const at of [
      { lat: 50, lng: 10 },
      { lat: 50.1, lng: 10.1 },
      { lat: 50, lng: 10.05 },
      { lat: 50.07, lng: 10.1 },
    ])
      expect([at, await holds(at)]).toEqual([at, true])
    for (const at of [
      { lat: 49.99999, lng: 10.05 },
      { lat: 50.05, lng: 10.10002 },
      { lat: 50.05, lng: 9.99998 },
      { lat: 50.10001, lng: 10 },
    ])
      expect([at, await holds(at)]).toEqual([at, false])
  })

  it('across the antimeridian holds both sides and the line itself, said in either way', async () => {
    await draw({
      polygon: [
        [178, -20],
        [-178, -20],
        [-178, -15],
        [178, -15],
      ],
    })
    for (const lng of [178, 179.5, 180, -180, -179.5, -178])
      expect([lng, await holds({ lat: -17, lng })]).toEqual([lng, true])
    for (const lng of [177.9, 0, -177.9]) expect([lng, await holds({ lat: -17, lng })]).toEqual([lng, false])
  })

  it.each([
    [
      'ends at 180',
      [
        [179, 0],
        [180, 0],
        [180, 1],
        [179, 1],
      ],
    ],
    [
      'begins at -180',
      [
        [-179, 0],
        [-180, 0],
        [-180, 1],
        [-179, 1],
      ],
    ],
  ])('that %s holds the line, said in either way', async (_, polygon) => {
    await draw({ polygon })
    for (const lng of [180, -180]) expect([lng, await holds({ lat: 0.5, lng })]).toEqual([lng, true])
    expect(await holds({ lat: 2, lng: 180 })).toBe(false)
  })

  it('round a pole holds the pole and all that is nearer to it, from any longitude', async () => {
    for (const sign of [1, -1]) {
      await draw({
        polygon: [
          [0, 60 * sign],
          [120, 80 * sign],
          [-120, 70 * sign],
        ],
      })
      for (const lng of [-180, -120, -60, 0, 60, 119, 120, 121, 180]) {
        expect([lng, await holds({ lat: 90 * sign, lng })]).toEqual([lng, true])
        expect([lng, await holds({ lat: 85 * sign, lng })]).toEqual([lng, true])
        expect([lng, await holds({ lat: 59 * sign, lng })]).toEqual([lng, false])
        expect([lng, await holds({ lat: -85 * sign, lng })]).toEqual([lng, false])
      }
      expect(await holds({ lat: 69 * sign, lng: 60 })).toBe(false)
      expect(await holds({ lat: 71 * sign, lng: 60 })).toBe(true)
    }
  })

  it('that reaches a pole holds it at every longitude, and the whole earth holds everything', async () => {
    await draw({
      polygon: [
        [0, 80],
        [10, 80],
        [10, 90],
        [0, 90],
      ],
    })
    expect(await holds({ lat: 90, lng: -77 })).toBe(true)
    expect(await holds({ lat: 89.9, lng: -77 })).toBe(false)
    await draw({
      polygon: [
        [-180, -90],
        [-60, -90],
        [60, -90],
        [180, -90],
        [180, 90],
        [60, 90],
        [-60, 90],
        [-180, 90],
      ],
    })
    expect(await found()).toEqual(samples.map(({ id }) => id))
  })
})
