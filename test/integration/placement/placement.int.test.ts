import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPool, type Sql, withTransaction } from '../../../kit/db/pool.ts'
import { adminViewer, anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { listLocations, nameCursor } from '../../../services/placement/actions/list-by-name.ts'
import { upsertLocation } from '../../../services/placement/actions/locations/upsert-location.ts'
import { placementLoader } from '../../../services/placement/graphql/loaders.ts'
import { placementWriter } from '../../../services/placement/index.ts'
import type { ActivityRecord } from '../../../services/placement/ports.ts'
import { putPlacement } from '../../../services/placement/store/placements/put-placement.sql.ts'
import { putTags } from '../../../services/placement/store/placements/put-tags.sql.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

const tenantId = 'tenant-1'
const admin = adminViewer(tenantId, 'principal-1')
const recorded: ActivityRecord[] = []
const activities = { record: async (_: Sql, activity: ActivityRecord) => void recorded.push(activity) }

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.url, { max: 4, name: 'placement-test', log: pino({ level: 'silent' }) })
})

afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

beforeEach(async () => {
  recorded.length = 0
  await pool.query('TRUNCATE placement.placement, placement.location')
})

const at = (lat: number, lng: number) => ({ location: null, device: null, geo: { lat, lng }, timezone: null, tags: [] })

describe('placing a new instance', () => {
  it('answers with what GraphQL shows, the time zone told from the coordinates', async () => {
    const shown = await withTransaction(pool, (tx) =>
      placementWriter.place(tx, tenantId, 'inst-00000001', { geo: { lat: 35.6895, lng: 139.6917 }, tags: ['b', 'a'] }),
    )
    expect(shown).toEqual({
      location: null,
      device: null,
      geo: { lat: 35.6895, lng: 139.6917 },
      timezone: 'Asia/Tokyo',
      tags: ['a', 'b'],
    })
    expect(await placementLoader(pool, tenantId).load('inst-00000001')).toEqual(shown)
  })

  it('takes the time zone of its Location where nothing else tells one, and only that of its own tenant', async () => {
    await upsertLocation({ pool, activities }, admin, { id: 'depot', name: 'Depot', timezone: 'Africa/Nairobi' })
    const place = (tenant: string, id: string) => placementWriter.place(pool, tenant, id, { location: 'depot' })
    expect(await place(tenantId, 'inst-00000001')).toMatchObject({ timezone: 'Africa/Nairobi' })
    expect(await place('tenant-2', 'inst-00000002')).toMatchObject({ location: 'depot', timezone: null })
  })

  it('disappears with the transaction that it was part of', async () => {
    const failing = withTransaction(pool, async (tx) => {
      await placementWriter.place(tx, tenantId, 'inst-00000001', { device: 'kiosk-1' })
      throw new Error('the instance was refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await placementLoader(pool, tenantId).load('inst-00000001')).toBeNull()
  })
})

describe('changing a placement', () => {
  it('returns what was there and what is there now', async () => {
    const first = await putPlacement(pool, tenantId, 'inst-00000001', at(1, 2))
    expect(first).toEqual({ before: null, after: at(1, 2) })
    const second = await putPlacement(pool, tenantId, 'inst-00000001', { ...at(3, 4), tags: ['x'] })
    expect(second).toEqual({ before: at(1, 2), after: { ...at(3, 4), tags: ['x'] } })
  })

  it('does not write an equal one', async () => {
    const version = async () => (await pool.query('SELECT xmin::text, ctid::text FROM placement.placement')).rows
    await putPlacement(pool, tenantId, 'inst-00000001', at(0.1 + 0.2, -179.99999999999997))
    const before = await version()
    const again = await putPlacement(pool, tenantId, 'inst-00000001', at(0.1 + 0.2, -179.99999999999997))
    expect(again.after).toEqual(again.before)
    expect(await version()).toEqual(before)
  })

  it('leaves the rest alone when only tags change', async () => {
    await putPlacement(pool, tenantId, 'inst-00000001', { ...at(1, 2), timezone: 'UTC', device: 'kiosk-1' })
    await putTags(pool, tenantId, 'inst-00000001', ['a'])
    const placement = await placementLoader(pool, tenantId).load('inst-00000001')
    expect(placement).toEqual({ ...at(1, 2), timezone: 'UTC', device: 'kiosk-1', tags: ['a'] })
  })

  it('is refused by the database too where the domain would have refused it', async () => {
    await expect(putPlacement(pool, tenantId, 'inst-00000001', at(91, 0))).rejects.toThrow('placement_lat')
  })
})

describe('reading placements', () => {
  it('takes one statement for a page of a hundred, and answers in order with null where there is none', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `inst-${String(index).padStart(8, '0')}`)
    for (const id of ids.slice(0, 50)) await putTags(pool, tenantId, id, [id])
    let statements = 0
    const inner: Sql = pool
    const counting: Sql = {
      query(statement, values) {
        statements += 1
        return inner.query(statement, values)
      },
    }
    const placements = await placementLoader(counting, tenantId).loadMany(ids)
    expect(statements).toBe(1)
    expect(placements.map((one) => (one instanceof Error ? one : (one?.tags[0] ?? null)))).toEqual([
      ...ids.slice(0, 50),
      ...Array.from({ length: 50 }, () => null),
    ])
  })

  it("does not show another tenant's", async () => {
    await putTags(pool, 'tenant-2', 'inst-00000001', ['a'])
    expect(await placementLoader(pool, tenantId).load('inst-00000001')).toBeNull()
  })
})

describe('locations', () => {
  const upsert = (fields: { id: string; name?: string; parentId?: string }) =>
    upsertLocation({ pool, activities }, admin, { name: fields.id, ...fields })

  it('are listed by name, page after page without a gap, with the total', async () => {
    for (const [id, name] of [
      ['c', 'Same'],
      ['a', 'Zoo'],
      ['b', 'Same'],
      ['d', 'Alpha'],
    ] as const)
      await upsert({ id, name })
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { rows, totalCount } = await listLocations(pool, anonymousViewer(tenantId), { first: 2, after })
      expect(totalCount).toBe(4)
      const page = rows.slice(0, 2)
      seen.push(...page.map((row) => row.id))
      if (rows.length <= 2) break
      after = nameCursor('locations')(page.at(-1)!)
    }
    expect(seen).toEqual(['d', 'b', 'c', 'a'])
    const beyond = await listLocations(pool, admin, {
      first: 2,
      after: nameCursor('locations')({ id: 'z', name: 'zz' }),
    })
    expect(beyond).toEqual({ rows: [], totalCount: 4 })
  })

  it('of another tenant are not listed', async () => {
    await upsert({ id: 'a' })
    expect(await listLocations(pool, anonymousViewer('tenant-2'), { first: 10, after: null })).toEqual({
      rows: [],
      totalCount: 0,
    })
  })

  it('refuse a cursor that this list did not give', async () => {
    await expect(listLocations(pool, admin, { first: 1, after: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('written twice are one, with one activity', async () => {
    await upsert({ id: 'a', name: 'A' })
    await upsert({ id: 'a', name: 'A' })
    expect(recorded.map((activity) => activity.action)).toEqual(['location.created'])
    await upsert({ id: 'a', name: 'B' })
    expect(recorded.at(-1)).toMatchObject({
      action: 'location.changed',
      resourceId: 'a',
      actorId: 'principal-1',
      before: { name: 'A' },
      after: { name: 'B' },
    })
  })

  it('cannot lie in themselves, not even when two are written at the same moment', async () => {
    await upsert({ id: 'a' })
    await upsert({ id: 'b' })
    await expect(upsert({ id: 'a', parentId: 'a' })).rejects.toMatchObject({ code: 'CYCLE' })
    await expect(upsert({ id: 'a', parentId: 'nowhere' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const both = await Promise.allSettled([upsert({ id: 'a', parentId: 'b' }), upsert({ id: 'b', parentId: 'a' })])
    const refusals = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refusals).toEqual([expect.objectContaining({ code: 'CYCLE' })])
  })

  it('are written by an admin only', async () => {
    const write = upsertLocation({ pool, activities }, anonymousViewer(tenantId), { id: 'a', name: 'A' })
    await expect(write).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
