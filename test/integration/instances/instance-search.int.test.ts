import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../kit/db/pool.ts'
import { adminViewer, anonymousViewer, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../../../kit/log.ts'
import { distanceMeters } from '../../../kit/pure/geo.ts'
import { encodePageCursor } from '../../../kit/pure/ids/page-cursor.ts'
import type { InstanceState } from '../../../schema/events.ts'
import {
  parseInstanceFilter,
  type InstanceFilterSpec,
} from '../../../services/runtime/domain/instances/instance-filter.ts'
import {
  matchAmong,
  matchingIds,
  nearestInstances,
  pageStatement,
  searchInstances,
  tagCounts,
  type InstanceOrder,
  type InstancePage,
  type InstanceQuery,
} from '../../../services/runtime/store/instances/instance-search.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'
import { idOf, insertSamples, listedTo, makeSamples, matches, tagNames, type Sample } from './instance-search.model.ts'

const samples = makeSamples(20_000)
const byId = new Map(samples.map((sample) => [sample.id, sample]))
const admin = adminViewer('t1', 'someone')
const anonymous = anonymousViewer('t1')

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

const expected = (viewer: Viewer, filter: InstanceFilterSpec) =>
  samples.filter((sample) => listedTo(viewer, sample) && matches(sample, filter))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

async function walk(
  viewer: Viewer,
  filter: InstanceFilterSpec,
  orderBy: InstanceOrder | null,
  first: number,
): Promise<InstanceState[]> {
  const seen: InstanceState[] = []
  let after: string | null = null
  do {
    const page: InstancePage = await searchInstances(pool, { viewer, filter, orderBy, first, after, withTotal: false })
    seen.push(...page.rows.slice(0, first))
    after = page.rows.length > first ? (page.cursors[first - 1] as string) : null
  } while (after !== null)
  return seen
}

const some = <T>(items: readonly T[], max = 3) => fc.uniqueArray(fc.constantFrom(...items), { maxLength: max })
const point = fc.oneof(
  fc.constantFrom(
    { lat: 48.85, lng: 2.35 },
    { lat: -18, lng: 179.99 },
    { lat: 0, lng: 180 },
    { lat: 0, lng: -180 },
    { lat: 5e-324, lng: -1e-200 },
    { lat: 90, lng: 5 },
    { lat: -89.99, lng: -60 },
  ),
  fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
)
const radiusMeters = fc.constantFrom(0, 100, 5000, 150_000, 2_000_000, 30_000_000)
const bounds = fc
  .tuple(point, point)
  .map(([a, b]) => ({ south: Math.min(a.lat, b.lat), north: Math.max(a.lat, b.lat), west: a.lng, east: b.lng }))
const anyFilter = fc.record(
  {
    ids: fc.array(fc.nat(20_100).map(idOf), { maxLength: 200 }),
    kinds: some(['DISPLAY', 'SIGNAL', 'DATASET', 'POD']),
    definitionTypeKey: fc.constantFrom('display/bus-stop', 'display/menu', 'nowhere'),
    ownerId: fc.constantFrom('owner-1', 'owner-2'),
    projectId: fc.constantFrom('proj-1', 'proj-3'),
    scopes: some(['PROJECT', 'ORCHESTRATION', 'GLOBAL']),
    lifecycles: some(['ACTIVE', 'PAUSED', 'STOPPED']),
    parentId: fc.constantFrom(idOf(0), idOf(3)),
    name: fc.constantFrom('Stop 17', 'stop 17', 'nowhere'),
    nameContains: fc.constantFrom('', 'STOP', 'top 1', '%', '_', '\\', 'É', '100% stop_ 1', 'e 19'),
    propsContain: fc.constantFrom(
      {},
      { route: '7' },
      { theme: { dark: true } },
      { theme: { tags: [1] } },
      { route: null },
    ),
    location: fc.constantFrom('town-1', 'town-299', 'nowhere'),
    device: fc.constantFrom('kiosk-1', 'kiosk-4000'),
    tags: fc.record({ all: some(tagNames), any: some(tagNames), none: some(tagNames) }, { requiredKeys: [] }),
    near: fc.tuple(point, radiusMeters).map(([at, radius]) => ({ ...at, radiusMeters: radius })),
    within: bounds,
  },
  { requiredKeys: [] },
)
// Fifteen members at once match nothing nearly always: a few at a time.
const fewMembers = fc.tuple(anyFilter, fc.nat(), fc.integer({ min: 0, max: 4 })).map(([filter, start, count]) => {
  const members = Object.entries(filter)
  const chosen = Array.from(
    { length: Math.min(count, members.length) },
    (_, index) => members[(start + index) % members.length],
  )
  return Object.fromEntries(chosen as [string, unknown][])
})
const anyViewer = fc.constantFrom(admin, anonymous, adminViewer('t2', 'other'))

describe('a search', () => {
  it('finds exactly what a loop over all rows finds, for any filter and viewer, and counts it', async () => {
    let hits = 0
    await fc.assert(
      fc.asyncProperty(fewMembers, anyViewer, async (input, viewer) => {
        const filter = parseInstanceFilter(input)
        const wanted = ids(expected(viewer, filter))
        expect(await matchingIds(pool, { viewer, filter, limit: 20_000 })).toEqual(wanted)
        const page = await searchInstances(pool, { viewer, filter, first: 50 })
        expect(page.totalCount).toBe(wanted.length)
        expect(page.rows.length).toBe(Math.min(51, wanted.length))
        expect(ids(page.rows).filter((id) => !wanted.includes(id))).toEqual([])
        if (wanted.length > 0) hits++
      }),
      { seed: 1, numRuns: 400 },
    )
    expect(hits).toBeGreaterThan(100)
  })

  it('tells the total on a page that is empty', async () => {
    const filter = { kinds: ['SIGNAL'] }
    const after = encodePageCursor('CREATED_ASC', ['2090-01-01T00:00:00.000Z', idOf(0)])
    const page = await searchInstances(pool, { viewer: admin, filter, orderBy: 'CREATED_ASC', first: 5, after })
    expect(page).toEqual({ rows: [], cursors: [], totalCount: expected(admin, filter).length })
  })

  it('shows anonymous viewers PUBLIC instances only, even when asked for others by id', async () => {
    const unlisted = samples
      .filter((sample) => sample.visibility !== 'PUBLIC' && sample.deleted_at === null)
      .slice(0, 50)
    expect(
      (await searchInstances(pool, { viewer: anonymous, filter: { ids: ids(unlisted) }, first: 50 })).totalCount,
    ).toBe(0)
  })

  it('for instances without a tag also finds those that stand nowhere', async () => {
    const found = await matchingIds(pool, { viewer: admin, filter: { tags: { none: tagNames } }, limit: 20_000 })
    expect(found.some((id) => byId.get(id)?.placement === null)).toBe(true)
    expect(found).toEqual(ids(expected(admin, { tags: { none: tagNames } })))
  })

  it('for an empty list of allowed values finds nothing', async () => {
    for (const filter of [{ ids: [] }, { kinds: [] }, { tags: { any: [] } }]) {
      expect(await matchingIds(pool, { viewer: admin, filter: parseInstanceFilter(filter), limit: 10 })).toEqual([])
    }
  })

  it('tells which of some ids match', async () => {
    const filter = { lifecycles: ['ACTIVE'], tags: { any: ['indoor'] } }
    const asked = ids(samples.slice(0, 500))
    const wanted = ids(expected(anonymous, filter)).filter((id) => asked.includes(id))
    expect(await matchAmong(pool, [{ viewer: anonymous, filter, ids: asked }])).toEqual([new Set(wanted)])
  })
})

describe('many live queries that ask at once', () => {
  const question = fc.record({ input: fewMembers, viewer: anyViewer, from: fc.nat(400), count: fc.nat(60) })

  it('are each answered as if they had asked alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 12 }), async (asked) => {
        const questions = asked.map(({ input, viewer, from, count }) => ({
          viewer,
          filter: parseInstanceFilter(input),
          ids: ids(samples.slice(from, from + count)),
        }))
        const wanted = questions.map(({ viewer, filter, ids: among }) => {
          const found = new Set(ids(expected(viewer, filter)))
          return new Set(among.filter((id) => found.has(id)))
        })
        expect(await matchAmong(pool, questions)).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  it('are one statement, whatever their number', async () => {
    let statements = 0
    const counting = {
      query: (...args: Parameters<typeof pool.query>) => (statements++, pool.query(...args)),
    } as unknown as typeof pool
    const questions = tagNames.flatMap((tag) =>
      ['ACTIVE', 'PAUSED'].map((lifecycle) => ({
        viewer: anonymous,
        filter: { lifecycles: [lifecycle], tags: { any: [tag] } },
        ids: ids(samples.slice(0, 100)),
      })),
    )
    await matchAmong(counting, questions)
    expect(statements).toBe(1)
  })
})

describe('the order of a list', () => {
  const orders: [InstanceOrder, (a: Sample, b: Sample) => number][] = [
    ['CREATED_ASC', (a, b) => compare(a.created_at, b.created_at) || compare(a.id, b.id)],
    ['CREATED_DESC', (a, b) => compare(b.created_at, a.created_at) || compare(b.id, a.id)],
    ['UPDATED_DESC', (a, b) => compare(b.updated_at, a.updated_at) || compare(b.id, a.id)],
  ]
  const filter: InstanceFilterSpec = { kinds: ['SIGNAL', 'DATASET'], lifecycles: ['ACTIVE'] }

  it.each(orders)('%s is kept over all pages, each instance once', async (order, by) => {
    expect(ids(await walk(admin, filter, order, 173))).toEqual(ids(expected(admin, filter).sort(by)))
  })

  it('NAME_ASC is kept over all pages, each instance once, those without a name last', async () => {
    const walked = await walk(admin, filter, 'NAME_ASC', 173)
    const { rows } = await pool.query<{ id: string }>(
      `SELECT i.id FROM runtime.instance i ORDER BY name NULLS LAST, id`,
    )
    const wanted = new Set(ids(expected(admin, filter)))
    expect(ids(walked)).toEqual(ids(rows).filter((id) => wanted.has(id)))
    const firstNameless = walked.findIndex(({ name }) => name === null)
    expect(firstNameless).toBeGreaterThan(0)
    expect(walked.slice(firstNameless).every(({ name }) => name === null)).toBe(true)
  })

  it.each([[{ lat: 0, lng: 179.9 }], [{ lat: 90, lng: 0 }], [{ lat: 48.85, lng: 2.35 }]])(
    'DISTANCE_ASC from %j is kept over all pages, and is the default with near',
    async (center) => {
      const near = { ...center, radiusMeters: 1_500_000 }
      const walked = await walk(admin, { near }, null, 199)
      expect(new Set(ids(walked))).toEqual(new Set(ids(expected(admin, { near }))))
      expect(walked.length).toBe(new Set(ids(walked)).size)
      expect(isAscending(walked.map(({ id }) => distanceOf(center, id)))).toBe(true)
    },
  )

  it('skips and repeats nothing while instances are added and removed between pages', async () => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const query = { viewer: admin, filter, orderBy: 'CREATED_ASC' as const, first: 100, withTotal: false as const }
      const before = await searchInstances(client, query)
      await client.query(`UPDATE runtime.instance SET deleted_at = now() WHERE id = ANY($1)`, [
        ids(before.rows.slice(90)),
      ])
      const next = await searchInstances(client, { ...query, after: before.cursors[99] as string })
      const wanted = ids(expected(admin, filter).sort(orders[0]?.[1])).slice(101, 202)
      expect(ids(next.rows)).toEqual(wanted)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })

  it('by distance needs near, and a cursor belongs to its order and point', async () => {
    const near = { lat: 0, lng: 0, radiusMeters: 1e6 }
    const page = await searchInstances(pool, { viewer: admin, filter: { near }, first: 5 })
    const after = page.cursors[0] as string
    const bad = { code: 'BAD_USER_INPUT' }
    const refused = (query: Partial<InstanceQuery>) =>
      expect(searchInstances(pool, { viewer: admin, filter: {}, first: 5, ...query })).rejects.toMatchObject(bad)
    await refused({ orderBy: 'DISTANCE_ASC' })
    await refused({ after })
    await refused({ filter: { near: { ...near, lat: 1 } }, after })
    const broken: [InstanceOrder, (string | number | null)[]][] = [
      ['CREATED_DESC', ['yesterday', idOf(1)]],
      ['CREATED_DESC', [1, idOf(1)]],
      ['CREATED_DESC', []],
      ['NAME_ASC', ['a\0', idOf(1)]],
      ['NAME_ASC', ['\ud800', idOf(1)]],
      ['CREATED_DESC', ['2026-99-01T00:00:00.000Z', idOf(1)]],
      ['CREATED_DESC', ['2026-02-31T00:00:00.000Z', idOf(1)]],
    ]
    for (const [orderBy, keys] of broken) await refused({ orderBy, after: encodePageCursor(orderBy, keys) })
  })
})

describe('nearest first', () => {
  it.each([
    [{ lat: -17.9, lng: 179.95 }, 60_000],
    [{ lat: 0, lng: -180 }, 500],
    [{ lat: 90, lng: -77 }, 30_000],
    [{ lat: -90, lng: 0 }, null],
    [{ lat: 12, lng: 77 }, null],
    [{ lat: 48.85, lng: 2.35 }, 0],
  ])('from %j within %s m is what measuring every distance finds', async (center, radiusMeters) => {
    const filter = { kinds: ['DISPLAY'], tags: { none: ['indoor'] } }
    const found = await nearestInstances(pool, { viewer: anonymous, ...center, radiusMeters, filter, first: 200 })
    const wanted = expected(anonymous, filter)
      .map(({ id }) => distanceOf(center, id))
      .filter((distance) => distance <= (radiusMeters ?? Infinity) && Number.isFinite(distance))
      .sort((a, b) => a - b)
      .slice(0, 200)
    expect(found.length).toBe(wanted.length)
    found.forEach(({ instanceId, distanceMeters: distance }, index) => {
      expect(distance).toBeCloseTo(distanceOf(center, instanceId), 1)
      expect(Math.abs(distance - (wanted[index] as number))).toBeLessThan(0.1)
    })
  })
})

describe('tags in use', () => {
  it('are counted over what the viewer may list, most used first', async () => {
    const counts = new Map<string, number>()
    const tags = expected(anonymous, {}).flatMap(({ placement }) => placement?.tags ?? [])
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    const all = [...counts]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || compare(a.tag, b.tag))
    expect(await tagCounts(pool, anonymous, null, 100)).toEqual(all)
    expect(await tagCounts(pool, anonymous, 'country:', 1)).toEqual(
      all.filter(({ tag }) => tag.startsWith('country:')).slice(0, 1),
    )
    expect(await tagCounts(pool, anonymous, '%\0', 9)).toEqual([])
  })
})

describe('the plan', () => {
  const near = { lat: 48.85, lng: 2.35, radiusMeters: 5000 }
  const mixed = { definitionTypeKey: 'display/bus-stop', lifecycles: ['ACTIVE'], tags: { all: ['rare'] }, near }
  it.each<[string, InstanceFilterSpec, InstanceOrder | null]>([
    ['tags, near, type key and lifecycle', mixed, null],
    ['a circle', { near }, null],
    [
      'a box over the antimeridian',
      { within: { south: -18.2, west: 178.4, north: -18.1, east: -179.9 } },
      'CREATED_DESC',
    ],
    ['a rare tag', { tags: { any: ['rare'] } }, 'CREATED_DESC'],
  ])('of %s reads indexes of both tables in one statement', async (_, filter, orderBy) => {
    const { text, values } = pageStatement({ viewer: admin, filter, orderBy, first: 50 })
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN ${text}`, values })
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toMatch(/placement_(lat_lng|tags|earth)_idx/)
    expect(plan).toMatch(/instance_(pkey|tenant_id_\w+_idx)/)
  })

  it('does not touch placement where no condition needs it', () => {
    const { text } = pageStatement({ viewer: admin, filter: { lifecycles: ['ACTIVE'], nameContains: 'x' }, first: 50 })
    expect(text).not.toContain('placement')
  })

  it('depends on which members are there, not on their values', () => {
    const texts = [
      { tags: { any: ['a'] }, kinds: ['POD'] },
      { tags: { any: ['b', 'c'] }, kinds: [] },
    ].map((filter) => pageStatement({ viewer: admin, filter, first: 50 }).text)
    expect(texts[0]).toBe(texts[1])
  })
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isAscending = (list: number[]) =>
  list.every((value, index) => index === 0 || value >= (list[index - 1] as number) - 1e-3)

function distanceOf(center: { lat: number; lng: number }, id: string): number {
  const { lat = null, lng = null } = byId.get(id)?.placement ?? {}
  return lat === null || lng === null ? NaN : distanceMeters(center, { lat, lng })
}
