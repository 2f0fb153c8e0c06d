import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPool, type Sql } from '../../../kit/db/pool.ts'
import { adminViewer, anonymousViewer, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../../../kit/log.ts'
import { distanceMeters } from '../../../kit/pure/geo.ts'
import type { JsonObject } from '../../../schema/events.ts'
import type { Group } from '../../../services/placement/domain/groups/check-group.ts'
import { checkZone } from '../../../services/placement/domain/zones/check-zone.ts'
import { putGroup } from '../../../services/placement/store/groups/put-group.sql.ts'
import { putZone } from '../../../services/placement/store/zones/put-zone.sql.ts'
import { zonesAround } from '../../../services/placement/store/zones/zones-around.sql.ts'
import {
  parseInstanceFilter,
  type InstanceFilterSpec,
} from '../../../services/runtime/domain/instances/instance-filter.ts'
import {
  searchPages,
  type CountedPage,
  type PageQuery,
} from '../../../services/runtime/store/instances/instance-pages.ts'
import {
  matchAmong,
  matchingIds,
  nearestInstances,
  searchInstances,
} from '../../../services/runtime/store/instances/instance-search.ts'
import { groupsOfInstances } from '../../../services/runtime/store/instances/named-sets.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'
import { idOf, insertSamples, listedTo, makeSamples, matches, type Sample } from '../instances/instance-search.model.ts'

const samples = makeSamples(4000)
const admin = adminViewer('t1', 'someone')
const other = adminViewer('t2', 'someone else')
const paris = { lat: 48.85, lng: 2.35 }
const fiji = { lat: -17.8, lng: -179.9 }
const circles = { paris: { center: paris, radiusMeters: 80_000 }, fiji: { center: fiji, radiusMeters: 1_500_000 } }

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.url, { max: 2, name: 'test', log: createLogger({ level: 'warn', name: 'test' }) })
  await insertSamples(pool, samples)
  for (const [id, circle] of Object.entries(circles)) await drawZone('t1', id, circle)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

beforeEach(async () => void (await pool.query('DELETE FROM placement.instance_group')))

async function drawZone(tenantId: string, id: string, circle: (typeof circles)['paris']): Promise<void> {
  const checked = checkZone({ id, name: id, ...circle })
  if (checked.ok) await putZone(pool, tenantId, checked.value.zone, checked.value.outline)
}

const group = (id: string, rest: Partial<Group> = {}): Group => ({
  id,
  name: id,
  selector: null,
  memberIds: [],
  parentId: null,
  ...rest,
})
const keep = async (tenantId: string, groups: readonly Group[]) => {
  for (const one of groups) await putGroup(pool, tenantId, one)
}
const find = (filter: object, viewer: Viewer = admin) =>
  matchingIds(pool, { viewer, filter: parseInstanceFilter(filter), limit: 20_000 })

/** The same said by a loop. */
function expected(viewer: Viewer, groups: readonly Group[], filter: JsonObject): string[] {
  const inZone = (sample: Sample, id: string) => {
    const { center, radiusMeters } = circles[id as keyof typeof circles]
    const { lat = null, lng = null } = sample.placement ?? {}
    return lat !== null && lng !== null && distanceMeters(center, { lat, lng }) <= radiusMeters
  }
  const parsed = new Map<JsonObject, InstanceFilterSpec>()
  const restOf = (given: JsonObject): InstanceFilterSpec => {
    const { zoneId: _zoneId, groupId: _groupId, ...rest } = given
    const spec = parsed.get(given) ?? parseInstanceFilter(rest)
    parsed.set(given, spec)
    return spec
  }
  const holds = (sample: Sample, given: JsonObject): boolean => {
    const { zoneId, groupId } = given
    return (
      matches(sample, restOf(given)) &&
      (zoneId === undefined || inZone(sample, zoneId as string)) &&
      (groupId === undefined || isIn(sample, groupId as string))
    )
  }
  const isIn = (sample: Sample, id: string): boolean => {
    const one = groups.find((candidate) => candidate.id === id)
    if (!one) return false
    const own = one.selector === null ? one.memberIds.includes(sample.id) : holds(sample, one.selector)
    return own || groups.some(({ id: child, parentId }) => parentId === id && isIn(sample, child))
  }
  return samples.filter((sample) => listedTo(viewer, sample) && holds(sample, filter)).map(({ id }) => id)
}

const selectors = fc.constantFrom<JsonObject>(
  { kinds: ['SIGNAL'] },
  { zoneId: 'paris' },
  { zoneId: 'fiji', lifecycles: ['ACTIVE'] },
  { tags: { none: ['indoor', 'outdoor'] } },
  { near: { ...paris, radiusMeters: 30_000 }, propsContain: { theme: { dark: true } } },
  { ownerId: 'owner-1', tags: { any: ['rare'] } },
)
/** What a group contains comes before it: no circles. */
const anyGroups = fc
  .array(
    fc.record({
      selector: fc.option(selectors),
      members: fc.array(fc.nat(3999).map(idOf), { maxLength: 40 }),
      parent: fc.nat(6),
      selected: fc.nat(9),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((specs) =>
    specs.map(({ selector, members, parent, selected }, index): Group => {
      const named =
        selector !== null && index - selected - 1 >= 0 ? { ...selector, groupId: `g${index - selected - 1}` } : selector
      return group(`g${index}`, {
        selector: named,
        memberIds: selector === null ? members : [],
        parentId: index + parent + 1 < specs.length ? `g${index + parent + 1}` : null,
      })
    }),
  )

describe('a filter that names a group', () => {
  it('finds exactly what a loop over all rows finds, and every instance knows the groups that find it', async () => {
    let hits = 0
    await fc.assert(
      fc.asyncProperty(
        anyGroups,
        fc.constantFrom<JsonObject>({}, { kinds: ['DISPLAY'] }, { zoneId: 'fiji' }),
        fc.constantFrom(admin, anonymousViewer('t1')),
        async (groups, besides, viewer) => {
          await pool.query('DELETE FROM placement.instance_group')
          await keep('t1', groups)
          const own = new Map<string, string[]>()
          for (const { id } of groups) {
            const wanted = expected(viewer, groups, { ...besides, groupId: id })
            expect(await find({ ...besides, groupId: id }, viewer)).toEqual(wanted)
            const asked = samples.slice(0, 300).map((sample) => sample.id)
            expect(
              await matchAmong(pool, [
                { viewer, filter: parseInstanceFilter({ ...besides, groupId: id }), ids: asked },
              ]),
            ).toEqual([new Set(wanted.filter((found) => asked.includes(found)))])
            for (const found of expected(admin, groups, { groupId: id }))
              own.set(found, [...(own.get(found) ?? []), id])
            hits += wanted.length
          }
          const page = samples
            .filter((sample) => listedTo(admin, sample))
            .slice(0, 100)
            .map(({ id }) => id)
          const told = await groupsOfInstances(pool, admin, page)
          for (const id of page) expect((told.get(id) ?? []).sort()).toEqual(own.get(id) ?? [])
        },
      ),
      { seed: 3, numRuns: 60 },
    )
    expect(hits).toBeGreaterThan(10_000)
  })

  it('pages, counts and orders like any other', async () => {
    const groups = [
      group('a', { selector: { zoneId: 'paris' } }),
      group('b', { memberIds: [idOf(3), idOf(9)], parentId: 'a' }),
    ]
    await keep('t1', groups)
    const wanted = expected(admin, groups, { groupId: 'a' })
    const page = await searchInstances(pool, { viewer: admin, filter: { groupId: 'a' }, orderBy: 'NAME_ASC', first: 5 })
    expect(page.totalCount).toBe(wanted.length)
    const next = await searchInstances(pool, {
      viewer: admin,
      filter: { groupId: 'a' },
      orderBy: 'NAME_ASC',
      first: 500,
      after: page.cursors[4] as string,
      withTotal: false,
    })
    expect([...page.rows.slice(0, 5), ...next.rows].map(({ id }) => id).sort()).toEqual(wanted)
    const nearest = await nearestInstances(pool, {
      ...paris,
      viewer: admin,
      filter: { groupId: 'a' },
      radiusMeters: null,
      first: 500,
    })
    expect(nearest.map(({ instanceId }) => instanceId).sort()).toEqual(
      wanted.filter((id) => samples.find((sample) => sample.id === id)?.placement?.lat != null),
    )
  })

  it('holds besides another filter that names one too', async () => {
    const groups = [group('a', { selector: { kinds: ['DISPLAY'] } }), group('b', { selector: { zoneId: 'fiji' } })]
    await keep('t1', groups)
    const both = await searchInstances(pool, {
      viewer: admin,
      filter: { groupId: 'a' },
      also: { groupId: 'b', zoneId: 'fiji' },
      first: 200,
    })
    expect(both.totalCount).toBe(expected(admin, groups, { groupId: 'b', kinds: ['DISPLAY'] }).length)
    expect(both.totalCount).toBeGreaterThan(10)
  })
})

describe('a zone or a group', () => {
  it('that is not there holds nothing, also in the selector of one that is', async () => {
    await keep('t1', [
      group('dangling', { selector: { zoneId: 'gone' } }),
      group('empty'),
      group('nested', { selector: { groupId: 'gone' } }),
    ])
    for (const filter of [
      { zoneId: 'gone' },
      { groupId: 'gone' },
      { groupId: 'dangling' },
      { groupId: 'empty' },
      { groupId: 'nested' },
      { zoneId: '' },
    ])
      expect([filter, await find(filter)]).toEqual([filter, []])
  })

  it('of another tenant holds nothing for this one, and shows on none of its instances', async () => {
    const ours = samples.find((sample) => listedTo(admin, sample) && sample.placement?.lat != null) as Sample
    await drawZone('t2', 'theirs', { center: paris, radiusMeters: 20_000_000 })
    await keep('t2', [
      group('theirs', { selector: { tags: { none: ['nothing'] } } }),
      group('list', { memberIds: [ours.id] }),
    ])
    for (const filter of [{ zoneId: 'theirs' }, { groupId: 'theirs' }, { groupId: 'list' }])
      expect([filter, await find(filter)]).toEqual([filter, []])
    expect(await find({ groupId: 'list' }, other)).toEqual([])
    expect((await find({ zoneId: 'theirs' }, other)).length).toBeGreaterThan(50)
    expect(await groupsOfInstances(pool, admin, [ours.id])).toEqual(new Map())
    expect(((await zonesAround(pool, 't1', [ours.id])).get(ours.id) ?? []).map(({ id }) => id)).not.toContain('theirs')
    await pool.query(`DELETE FROM placement.zone WHERE tenant_id = 't2'`)
  })

  it('costs a search one statement, and a page of a hundred one for its zones and two for its groups', async () => {
    await keep(
      't1',
      [...Array(20).keys()].map((index) =>
        group(`g${index}`, {
          selector: { tags: { any: ['rare'] }, zoneId: 'fiji' },
          parentId: index > 0 ? 'g0' : null,
        }),
      ),
    )
    let statements = 0
    const counting: Sql = { query: (statement, values) => (statements++, (pool as Sql).query(statement, values)) }
    const countOf = async (work: () => Promise<unknown>) => {
      statements = 0
      await work()
      return statements
    }
    const page = samples.slice(0, 100).map(({ id }) => id)
    expect(
      await countOf(() => searchInstances(counting, { viewer: admin, filter: { kinds: ['DISPLAY'] }, first: 50 })),
    ).toBe(1)
    expect(
      await countOf(() =>
        searchInstances(counting, { viewer: admin, filter: { groupId: 'g0', zoneId: 'paris' }, first: 50 }),
      ),
    ).toBe(2)
    expect(await countOf(() => matchAmong(counting, [{ viewer: admin, filter: { groupId: 'g0' }, ids: page }]))).toBe(2)
    expect(await countOf(() => zonesAround(counting, 't1', page))).toBe(1)
    expect(await countOf(() => groupsOfInstances(counting, admin, page))).toBe(2)
  })

  it('tells pages of many definitions, zones and groups in one statement as it tells each by itself', async () => {
    const definitionIds = (
      await pool.query<{ definition_id: string }>(
        'SELECT DISTINCT definition_id FROM runtime.instance WHERE definition_id IS NOT NULL LIMIT 3',
      )
    ).rows.map((row) => row.definition_id)
    const near = { lat: 48, lng: 2, radiusMeters: 9_000_000 }
    const queries: PageQuery[] = [
      ...[...definitionIds, 'def-00000000'].flatMap((definitionId) => [
        { viewer: admin, filter: {}, first: 3, definitionId, withTotal: true },
        { viewer: admin, filter: {}, orderBy: 'NAME_ASC' as const, first: 4, definitionId, withTotal: false },
      ]),
      { viewer: admin, filter: { near }, first: 5, withTotal: true },
      { viewer: admin, filter: {}, also: { groupId: 'a' }, orderBy: 'NAME_ASC', first: 3, withTotal: true },
      { viewer: admin, filter: {}, also: { groupId: 'b' }, first: 3, withTotal: false },
      { viewer: admin, filter: {}, also: { zoneId: 'fiji' }, first: 3, withTotal: true },
      { viewer: admin, filter: {}, also: { groupId: 'nowhere' }, first: 3, withTotal: true },
    ]
    const alone = (await Promise.all(queries.map((query) => searchPages(pool, [query])))).flat()
    expect(await searchPages(pool, queries)).toEqual(alone)
    const ofGroup = (groupId: string): PageQuery => ({
      viewer: admin,
      filter: {},
      also: { groupId },
      orderBy: 'NAME_ASC',
      first: 3,
      withTotal: true,
    })
    const after = (alone.at(-4) as CountedPage).cursors[1] as string
    const following = [
      { ...ofGroup('a'), after },
      { ...ofGroup('b'), after },
    ]
    const bad = { ...ofGroup('a'), after: 'nonsense' }
    const [one, other] = (await Promise.all(following.map((query) => searchPages(pool, [query])))).flat()
    expect(await searchPages(pool, [...following, bad])).toEqual([
      one,
      other,
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    ])
  })
})
