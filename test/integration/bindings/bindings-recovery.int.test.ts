import { afterAll, beforeAll, expect, it } from 'vitest'
import { unique } from '../../support/graph/graph-client.ts'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { Installation } from '../../support/installation.ts'

let home: Installation
let typeKey: string

beforeAll(async () => {
  home = await Installation.start()
  typeKey = `test/${unique()}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind: 'COMPONENT', version: '1.0.0' },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
})
afterAll(() => home.stop())

const create = async (bindings: object[]): Promise<string> => {
  const input = { definitionTypeKey: typeKey, bindings }
  return (await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, { input }))
    .createInstance.instance.id
}
const shown = async (id: string) => {
  const query = 'query ($id: ID!) { instance(id: $id) { effectiveProps } }'
  return (await home.ask<{ instance: { effectiveProps: unknown } }>(query, { id })).instance.effectiveProps
}
const setKv = (key: string, value: unknown) =>
  home.ask('mutation ($input: SetKvInput!) { setKv(input: $input) { entry { revision } } }', { input: { key, value } })
const soon = { timeout: 15_000, interval: 100 }

it('a worker tells what a writer of a key wrote and died before telling, and one that starts tells followers what they missed', async () => {
  const key = unique()
  await setKv(key, 1)
  const target = await create([{ key: 'n', source: 'KV', path: key }])
  const follower = await create([{ key: 'seen', source: 'DO', path: `${target}#/n`, strategy: 'DURABLE' }])
  expect([await shown(target), await shown(follower)]).toEqual([{ n: 1 }, { seen: 1 }])
  // What stands in the table after a crash between the write and the telling.
  await home.pool.query(
    `UPDATE runtime.kv_entry SET value = '2', revision = revision + 1, updated_at = now() - interval '10 seconds' WHERE key = $1`,
    [key],
  )
  await home.restart()
  expect(await shown(target)).toEqual({ n: 1 })
  home.startWorker()
  await expect.poll(() => shown(target), soon).toEqual({ n: 2 })
  await expect.poll(() => shown(follower), soon).toEqual({ seen: 2 })
  const { rows } = await home.pool.query<{ untold: number }>(
    'SELECT count(*)::int AS untold FROM runtime.kv_entry WHERE told_revision < revision',
  )
  await expect.poll(() => rows[0]?.untold, soon).toBe(0)
})

it('a source that a dead worker held is asked again when its lease is over, and told although it says the same', async () => {
  const id = await create([])
  const { rows } = await home.pool.query<{ tenant_id: string }>(
    'SELECT tenant_id FROM runtime.instance WHERE id = $1',
    [id],
  )
  const key = unique()
  await setKv(key, 5)
  await home.ask('mutation ($input: SetBindingsInput!) { setBindings(input: $input) { revision } }', {
    input: { id, bindings: [{ key: 'n', source: 'KV', path: key, strategy: 'POLL', intervalSeconds: 3600 }] },
  })
  // Taken, and its value stored but not told: where a worker can die.
  await home.pool.query(
    `UPDATE runtime.binding_source SET holder = 'dead', leased_until = now() + interval '2 seconds', next_at = now(), applied = false WHERE tenant_id = $1 AND address = $2`,
    [rows[0]?.tenant_id, key],
  )
  await home.pool.query(`UPDATE runtime.kv_entry SET value = '6', told_revision = revision WHERE key = $1`, [key])
  await home.restart()
  home.startWorker()
  await expect.poll(() => shown(id), soon).toEqual({ n: 6 })
  const source = async () =>
    (
      await home.pool.query<{ holder: string | null; applied: boolean }>(
        'SELECT holder, applied FROM runtime.binding_source WHERE address = $1',
        [key],
      )
    ).rows[0]
  await expect.poll(source, soon).toEqual({ holder: null, applied: true })
})
