import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writes } from '../../support/graph/graph-data.ts'
import { Installation } from '../../support/installation.ts'
import { bareInstance } from '../../support/bare-instance.ts'

type Json = Record<string, unknown>
type Shown = { id: string; revision: number; presence: string; shownRevision: number | null }

const fields = 'id revision presence shownRevision'
const report = `mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision changeId instance { ${fields} } } }`
const read = `query ($id: ID!) { instance(id: $id) { ${fields} } }`
const list = `query ($filter: InstanceFilter) { instances(filter: $filter) { totalCount nodes { ${fields} } } }`

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
})
afterAll(() => home.stop())

async function create(): Promise<string> {
  const { createInstance } = await home.ask<{ createInstance: { instance: Shown } }>(writes.createInstance, {
    input: bareInstance,
  })
  return createInstance.instance.id
}
const shown = async (id: string) => (await home.ask<{ instance: Shown }>(read, { id })).instance
const say = async (input: Json) =>
  (await home.ask<{ reportDisplayState: { revision: number; instance: Shown } }>(report, { input })).reportDisplayState
const patch = (id: string, patch: Json) => home.ask(writes.patchProps, { input: { id, patch } })
/** What the clock would do. */
const silentFor = (id: string, seconds: number, device = '') =>
  home.pool.query(
    `UPDATE runtime.display_session SET last_seen_at = now() - make_interval(secs => $2) WHERE instance_id = $1 AND device_id = $3`,
    [id, seconds, device],
  )
const presenceOf = async (id: string) => (await shown(id)).presence

describe('reportDisplayState', () => {
  it('makes a screen ONLINE and says what it shows, without revision, log row or activity', async () => {
    const id = await create()
    expect(await shown(id)).toMatchObject({ presence: 'NEVER', shownRevision: null })
    await patch(id, { a: 1 })
    expect(await say({ id, revision: 1 })).toMatchObject({
      revision: 2,
      instance: { revision: 2, presence: 'ONLINE', shownRevision: 1 },
    })
    await say({ id, revision: 2, device: 'kiosk-1' })
    await say({ id, revision: 1, device: 'kiosk-2', error: 'the bundle does not load' })
    // What every one of them shows at least.
    expect(await shown(id)).toEqual({ id, revision: 2, presence: 'ONLINE', shownRevision: 1 })
    const count = async (table: string, column: string) =>
      (await home.pool.query(`SELECT count(*)::int AS n FROM runtime.${table} WHERE ${column} = $1`, [id])).rows
    expect(await count('instance_event', 'instance_id')).toEqual([{ n: 2 }])
    expect(await count('activity', 'resource_id')).toEqual([{ n: 2 }])
    const { rows } = await home.pool.query(
      'SELECT device_id, applied_revision, error FROM runtime.display_session WHERE instance_id = $1 ORDER BY 1',
      [id],
    )
    expect(rows).toEqual([
      { device_id: '', applied_revision: 1, error: null },
      { device_id: 'kiosk-1', applied_revision: 2, error: null },
      { device_id: 'kiosk-2', applied_revision: 1, error: 'the bundle does not load' },
    ])
  })

  it('of a thousand screens at once is a handful of statements', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, create))
    const all = ids.flatMap((id) =>
      Array.from({ length: 100 }, (_, index) => ({ id, revision: 1, device: `kiosk-${index}` })),
    )
    const only = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision } }'
    await Promise.all(all.map((input) => home.ask(only, { input })))
    const { rows } = await home.pool.query<{ sessions: number; statements: number }>(
      `SELECT count(*)::int AS sessions, count(DISTINCT last_seen_at)::int AS statements FROM runtime.display_session WHERE instance_id = ANY($1)`,
      [ids],
    )
    expect(rows[0]?.sessions).toBe(1000)
    expect(rows[0]?.statements).toBeLessThanOrEqual(3)
  })

  it('is refused for a revision that is not there yet, a bad device and a missing instance, and then says nothing', async () => {
    const id = await create()
    const refusal = (more: Json) => home.refusal(report, { input: { id, revision: 1, ...more } })
    expect(await refusal({ revision: 2 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { currentRevision: 1, problems: [{ pointer: '/revision' }] },
    })
    expect(await refusal({ revision: 0, device: '', error: 'x'.repeat(2001) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/revision' }, { pointer: '/device' }, { pointer: '/error' }] },
    })
    expect(await refusal({ id: 'inst-00000000' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await presenceOf(id)).toBe('NEVER')
  })
})

describe('presence', () => {
  it('goes from ONLINE to STALE with silence, and not to OFFLINE while the watcher has just begun to look', async () => {
    const id = await create()
    await say({ id, revision: 1 })
    await silentFor(id, 3600)
    home.startWorker()
    await expect.poll(() => presenceOf(id), { timeout: 15_000 }).toBe('STALE')
  })

  it('is back with two reports in good time after STALE, with one after OFFLINE', async () => {
    const [stale, offline] = [await create(), await create()]
    for (const [id, presence] of [
      [stale, 'STALE'],
      [offline, 'OFFLINE'],
    ] as const) {
      await say({ id, revision: 1 })
      await silentFor(id, 200)
      await home.pool.query('UPDATE runtime.display_session SET presence = $2 WHERE instance_id = $1', [id, presence])
      await say({ id, revision: 1 })
    }
    expect([await presenceOf(stale), await presenceOf(offline)]).toEqual(['STALE', 'ONLINE'])
    await say({ id: stale, revision: 1 })
    expect(await presenceOf(stale)).toBe('ONLINE')
  })

  it('and readiness are filters of instances', async () => {
    const [never, online, both] = [await create(), await create(), await create()]
    await say({ id: online, revision: 1 })
    await say({ id: both, revision: 1, device: 'a' })
    await say({ id: both, revision: 1, device: 'b' })
    await home.pool.query(`UPDATE runtime.display_session SET presence = 'OFFLINE' WHERE device_id = 'a'`)
    const ids = [never, online, both]
    const found = async (filter: Json) => {
      const { instances } = await home.ask<{ instances: { totalCount: number; nodes: Shown[] } }>(list, {
        filter: { ids, ...filter },
      })
      expect(instances.totalCount).toBe(instances.nodes.length)
      return instances.nodes.map(({ id }) => id).sort()
    }
    expect(await found({ presence: ['ONLINE'] })).toEqual([online, both].sort())
    expect(await found({ presence: ['NEVER'] })).toEqual([never])
    expect(await found({ presence: ['NEVER', 'OFFLINE', 'STALE'] })).toEqual([never])
    expect(await found({ presence: [] })).toEqual([])
    await home.pool.query(`UPDATE runtime.display_session SET presence = 'STALE' WHERE device_id = 'b'`)
    expect(await found({ presence: ['STALE', 'OFFLINE'] })).toEqual([both])
    await home.pool.query(
      `UPDATE runtime.instance SET readiness = CASE WHEN id = $1 THEN 'ERROR' END WHERE id = ANY($2)`,
      [never, ids],
    )
    expect(await found({ readiness: ['ERROR', 'STALE'] })).toEqual([never])
    expect(await found({ readiness: ['READY'] })).toEqual([])
  })
})
