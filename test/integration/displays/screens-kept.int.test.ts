import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pruneInteractions, pruneSessions } from '../../../services/runtime/store/displays/prune-screens.sql.ts'
import { bareInstance } from '../../support/bare-instance.ts'
import { emit, writes } from '../../support/graph/graph-data.ts'
import { Installation } from '../../support/installation.ts'

const report =
  'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { instance { presence } } }'
const presence = 'query ($id: ID!) { instance(id: $id) { presence } }'

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
})
afterAll(() => home.stop())

async function create(): Promise<string> {
  const { createInstance } = await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
    input: bareInstance,
  })
  return createInstance.instance.id
}
const say = (id: string, event: string) => home.ask(emit, { input: { id, event } })
const said = async (id: string) =>
  (
    await home.pool.query<{ event: string }>(
      'SELECT event FROM runtime.interaction_event WHERE instance_id = $1 ORDER BY at, id',
      [id],
    )
  ).rows.map(({ event }) => event)

it('of what the components of an instance said the newest are kept, as long as the log is', async () => {
  const [one, other, silent] = [await create(), await create(), await create()]
  for (const event of ['a', 'b', 'c', 'd']) await say(one, event)
  for (const event of ['a', 'b', 'c']) await say(other, event)
  for (const event of ['a', 'b', 'c', 'd']) await say(silent, event)
  const daysAgo = (id: string, event: string, days: number) =>
    home.pool.query(
      'UPDATE runtime.interaction_event SET at = at - make_interval(days => $3) WHERE instance_id = $1 AND event = $2',
      [id, event, days],
    )
  await daysAgo(other, 'a', 31)
  await daysAgo(other, 'b', 29)
  for (const event of ['a', 'b', 'c', 'd']) await daysAgo(silent, event, 1)
  const since = new Date(Date.now() - 3_600_000)
  await pruneInteractions(home.pool, { keepDays: 30, kept: 3, since })
  expect(await said(one)).toEqual(['b', 'c', 'd'])
  expect(await said(other)).toEqual(['b', 'c'])
  // Nothing came of it since the last look: it was pruned then, and is left alone.
  expect(await said(silent)).toHaveLength(4)
  await pruneInteractions(home.pool, { keepDays: 30, kept: 3, since: new Date(0) })
  expect(await said(silent)).toEqual(['b', 'c', 'd'])
})

it('removes more than one batch, also of what was said at the same moment', async () => {
  const id = await create()
  await home.pool.query(
    `INSERT INTO runtime.interaction_event (id, tenant_id, instance_id, event, change_id)
     SELECT 'evt-' || $2 || n, 't', $1, 'tap', 'chg' FROM generate_series(1, 12000) n`,
    [id, randomUUID()],
  )
  await pruneInteractions(home.pool, { keepDays: 30, kept: 500, since: new Date(0) })
  expect(await said(id)).toHaveLength(500)
})

it('of the screens of an instance those that were heard of last are remembered', async () => {
  const id = await create()
  const devices = ['k1', 'k2', 'k3', 'k4']
  for (const device of devices) await home.ask(report, { input: { id, revision: 1, device } })
  const silentFor = (device: string, days: number) =>
    home.pool.query(
      "UPDATE runtime.display_session SET last_seen_at = now() - make_interval(days => $3), presence = 'OFFLINE' WHERE instance_id = $1 AND device_id = $2",
      [id, device, days],
    )
  const known = async () =>
    (
      await home.pool.query<{ device: string }>(
        'SELECT device_id AS device FROM runtime.display_session WHERE instance_id = $1 ORDER BY 1',
        [id],
      )
    ).rows.map(({ device }) => device)
  await silentFor('k1', 31)
  await silentFor('k2', 29)
  await pruneSessions(home.pool, { keepDays: 30, kept: 4 })
  expect(await known()).toEqual(['k2', 'k3', 'k4'])
  await pruneSessions(home.pool, { keepDays: 30, kept: 2 })
  expect(await known()).toEqual(['k3', 'k4'])
  await silentFor('k3', 32)
  await silentFor('k4', 31)
  await pruneSessions(home.pool, { keepDays: 30, kept: 2 })
  expect(await known()).toEqual(['k4'])
  expect(await home.ask(presence, { id })).toEqual({ instance: { presence: 'OFFLINE' } })
})
