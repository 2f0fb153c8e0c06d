import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulk, publish, screenSchema, submit, writes } from '../../support/graph/graph-data.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { admin, artificial, Installation } from '../../support/installation.ts'

type Json = Record<string, unknown>
type Shown = { id: string; revision: number; props: Json; effectiveProps: Json }
type Payload = { revision: number; changeId: string; instance: Shown }
type Layer = { layer: string; value: unknown; writerId: string | null; since: string | null; expiresAt: string | null }

const input = {
  setOverride: 'SetOverrideInput',
  clearOverride: 'PropPathInput',
  lockPath: 'LockPathInput',
  unlockPath: 'PropPathInput',
} as const
const mutation = (name: keyof typeof input) =>
  `mutation ($input: ${input[name]}!) { ${name}(input: $input) { revision changeId instance { id revision props effectiveProps } } }`
const read = 'query ($id: ID!) { instance(id: $id) { id revision props effectiveProps } }'
const explain = `query ($id: ID!, $path: String!) { instance(id: $id) {
  explainProp(path: $path) { path value layers { layer value writerId since expiresAt } } } }`
const history =
  'query ($id: ID!) { instance(id: $id) { history { nodes { revision type actorId reason at changeId patch } } } }'

let home: Installation
let typeKey: string

beforeAll(async () => {
  home = await Installation.start()
  typeKey = `test/${unique()}`
  const definition = {
    typeKey,
    kind: 'COMPONENT',
    version: '1.0.0',
    propsSchema: screenSchema,
    defaultProps: { title: 'Untitled' },
  }
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: definition,
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
})
afterAll(() => home.stop())

async function create(more: Json = {}): Promise<string> {
  const { createInstance } = await home.ask<{ createInstance: Payload }>(writes.createInstance, {
    input: { definitionTypeKey: typeKey, ...more },
  })
  return createInstance.instance.id
}
const change = async (name: keyof typeof input, given: Json, viewer = admin) =>
  (await home.ask<Record<string, Payload>>(mutation(name), { input: given }, viewer))[name] as Payload
const patch = (id: string, patch: Json, viewer = admin) => home.ask(writes.patchProps, { input: { id, patch } }, viewer)
const shown = async (id: string) => (await home.ask<{ instance: Shown }>(read, { id })).instance
const layersOf = async (id: string, path: string) =>
  (await home.ask<{ instance: { explainProp: { value: unknown; layers: Layer[] } } }>(explain, { id, path })).instance
    .explainProp
const historyOf = async (id: string) =>
  (await home.ask<{ instance: { history: { nodes: Json[] } } }>(history, { id })).instance.history.nodes
const activitiesOf = async (changeId: string) =>
  (
    await home.pool.query<{ action: string; actor_id: string | null }>(
      'SELECT action, actor_id FROM runtime.activity WHERE change_id = $1',
      [changeId],
    )
  ).rows

describe('an override', () => {
  it('is shown over everything else until it is cleared: one revision, one log row, one activity each', async () => {
    const id = await create({ props: { title: 'Own' } })
    const set = await change('setOverride', { id, path: '/alert/text', value: 'Flood', reason: 'storm' })
    expect(set).toMatchObject({
      revision: 2,
      instance: { props: { title: 'Own' }, effectiveProps: { title: 'Own', alert: { text: 'Flood' } } },
    })
    await patch(id, { alert: { text: 'Sunny' } })
    expect((await shown(id)).effectiveProps['alert']).toEqual({ text: 'Flood' })
    const cleared = await change('clearOverride', { id, path: '/alert/text' })
    expect(cleared).toMatchObject({ revision: 4, instance: { effectiveProps: { alert: { text: 'Sunny' } } } })
    expect((await historyOf(id)).map(({ revision, type, reason }) => [revision, type, reason])).toEqual([
      [4, 'PROPS', null],
      [3, 'PROPS', null],
      [2, 'PROPS', 'storm'],
      [1, 'CREATED', null],
    ])
    expect(await activitiesOf(set.changeId)).toEqual([{ action: 'instance.override-set', actor_id: admin.principalId }])
    expect(await activitiesOf(cleared.changeId)).toEqual([
      { action: 'instance.override-cleared', actor_id: admin.principalId },
    ])
  })

  it('leaves by itself when its time is over, also over a restart: one revision without an actor', async () => {
    const id = await create()
    await change('setOverride', { id, path: '/title', value: 'For a moment', ttlSeconds: 1 })
    await change('lockPath', { id, path: '/title', ttlSeconds: 1 })
    // The process that set it is gone before its time is over; another one finds what is due.
    await home.restart()
    home.startWorker()
    await expect.poll(async () => (await shown(id)).effectiveProps, { timeout: 10_000 }).toEqual({ title: 'Untitled' })
    await expect
      .poll(
        async () => (await home.pool.query(`SELECT locks, overrides FROM runtime.instance WHERE id = $1`, [id])).rows,
        { timeout: 10_000 },
      )
      .toEqual([{ locks: [], overrides: [] }])
    const [last] = await historyOf(id)
    expect(last).toMatchObject({ type: 'PROPS', actorId: null, reason: 'expired' })
    expect(await activitiesOf(last?.['changeId'] as string)).toEqual([
      { action: 'instance.layers-expired', actor_id: null },
    ])
  })

  it('runs out once when several workers find it at the same time', async () => {
    const id = await create()
    await change('setOverride', { id, path: '/title', value: 'For a moment', ttlSeconds: 1 })
    home.startWorker()
    home.startWorker()
    await expect.poll(async () => (await shown(id)).effectiveProps, { timeout: 10_000 }).toEqual({ title: 'Untitled' })
    expect(await shown(id)).toMatchObject({ revision: 3 })
  })

  it('with the same idempotency key is set once, and with another input refused', async () => {
    const id = await create()
    const given = { id, path: '/title', value: 'Once', ttlSeconds: 3600, idempotencyKey: unique() }
    const first = await change('setOverride', given)
    expect(await change('setOverride', given)).toMatchObject({ revision: first.revision, changeId: first.changeId })
    expect(await home.refusal(mutation('setOverride'), { input: { ...given, value: 'Twice' } })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
    expect((await shown(id)).revision).toBe(2)
  })

  it('is refused with where and why: schema, null, path, time, reason, missing instance', async () => {
    const id = await create()
    const refusal = (more: Json) =>
      home.refusal(mutation('setOverride'), { input: { id, path: '/title', value: 'x', ...more } })
    expect(await refusal({ value: 5 })).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/props/title' }] },
    })
    expect(await refusal({ path: '/alert/other', value: 1 })).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/props/alert/other' }] },
    })
    expect(await refusal({ path: 'title' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/path' }] },
    })
    expect(await refusal({ ttlSeconds: 0, reason: 'x'.repeat(501) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/ttlSeconds' }, { pointer: '/reason' }] },
    })
    expect(await refusal({ id: 'inst-00000000' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await home.refusal(mutation('clearOverride'), { input: { id, path: 'title' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    expect((await shown(id)).revision).toBe(1)
  })
})

describe('a locked path', () => {
  it('keeps AI principals away, not people, until it is unlocked (model R40)', async () => {
    const id = await create({ props: { title: 'Checked', level: 'info' } })
    await change('lockPath', { id, path: '/title', reason: 'checked by hand' })
    const refused = {
      code: 'LOCKED_PATH',
      details: { path: '/title', holder: admin.principalId, expiresAt: null, reason: 'checked by hand' },
    }
    const asAi = (query: string, given: Json) => home.refusal(query, { input: { id, ...given } }, artificial)
    expect(await asAi(writes.patchProps, { patch: { title: 'Mine' } })).toMatchObject(refused)
    expect(await asAi(writes.replaceProps, { props: {} })).toMatchObject(refused)
    expect(await asAi(mutation('setOverride'), { path: '/title', value: 'Mine' })).toMatchObject(refused)
    expect(await asAi(mutation('unlockPath'), { path: '/title' })).toMatchObject(refused)
    expect(await asAi(mutation('lockPath'), { path: '/level' })).toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await home.refusal(bulk, { input: { filter: { ids: [id] }, patch: { title: 'Mine' } } }, artificial),
    ).toMatchObject({ code: 'LOCKED_PATH' })
    await patch(id, { level: 'warning' }, artificial)
    await patch(id, { title: 'By a person' })
    await change('unlockPath', { id, path: '/title' })
    await patch(id, { title: 'By AI' }, artificial)
    expect((await shown(id)).props).toEqual({ title: 'By AI', level: 'warning' })
  })

  it('and a write that races for it come in one order: either the write was first, or it was refused', async () => {
    const id = await create({ props: { title: 'Start' } })
    const results = await Promise.allSettled([
      patch(id, { title: 'By AI' }, artificial),
      change('lockPath', { id, path: '/title' }),
      patch(id, { title: 'By AI again' }, artificial),
    ])
    const nodes = (await historyOf(id)).toReversed()
    const lockedAt = nodes.findIndex(({ patch }) => patch !== null && 'locks' in (patch as Json))
    expect(nodes.slice(lockedAt + 1)).toEqual([])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(nodes.length - 1)
  })
})

describe('explainProp', () => {
  it('says for each layer what it holds, since when, by whom and until when', async () => {
    const id = await create({ props: { level: 'info', alert: { text: 'Late' } } })
    await patch(id, { alert: { text: 'Very late' } }, artificial)
    await patch(id, { count: 3 })
    await change('setOverride', { id, path: '/alert', value: { text: 'Flood' }, ttlSeconds: 3600 })
    const nodes = (await historyOf(id)).toReversed()
    const { value, layers } = await layersOf(id, '/alert/text')
    expect(value).toBe('Flood')
    expect(layers).toMatchObject([
      { layer: 'override', value: 'Flood', writerId: admin.principalId, expiresAt: expect.any(String) as string },
      { layer: 'own', value: 'Very late', writerId: artificial.principalId, since: nodes[1]?.['at'], expiresAt: null },
    ])
    expect(await layersOf(id, '/level')).toMatchObject({
      value: 'info',
      layers: [{ layer: 'own', writerId: admin.principalId, since: nodes[0]?.['at'] }],
    })
    expect(await layersOf(id, '/title')).toEqual({
      path: '/title',
      value: 'Untitled',
      layers: [{ layer: 'default', value: 'Untitled', writerId: null, since: null, expiresAt: null }],
    })
    expect(await layersOf(id, '/nothing')).toMatchObject({ value: null, layers: [] })
    expect(await home.refusal(explain, { id, path: 'title' })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('tells who wrote it for a whole page with one more statement', async () => {
    for (let index = 0; index < 5; index++) await create({ name: `page-${index}-${typeKey}`, props: { level: 'info' } })
    const { instances } = await home.ask<{ instances: { nodes: { explainProp: { layers: Layer[] } }[] } }>(
      'query ($filter: InstanceFilter) { instances(filter: $filter) { nodes { explainProp(path: "/level") { layers { writerId } } } } }',
      { filter: { nameContains: typeKey } },
    )
    expect(instances.nodes.map(({ explainProp }) => explainProp.layers)).toEqual(
      Array.from({ length: 5 }, () => [{ writerId: admin.principalId }]),
    )
  })
})

describe('inherited props', () => {
  it('come down from a parent that names them in config.inheritToChildren, below the own ones, with one changeId', async () => {
    home.startWorker()
    const parent = await create({
      props: { title: 'Parent', level: 'info', count: 1 },
      config: { inheritToChildren: ['title', 'level'] },
    })
    const children = [await create({ parentId: parent }), await create({ parentId: parent, props: { title: 'Own' } })]
    const shownByBoth = async () => Promise.all(children.map(async (id) => (await shown(id)).effectiveProps))
    await expect.poll(shownByBoth, { timeout: 15_000 }).toEqual([
      { title: 'Parent', level: 'info' },
      { title: 'Own', level: 'info' },
    ])
    await patch(parent, { title: 'New', level: 'warning', count: 2 })
    await expect.poll(shownByBoth, { timeout: 15_000 }).toEqual([
      { title: 'New', level: 'warning' },
      { title: 'Own', level: 'warning' },
    ])
    const lasts = await Promise.all(children.map(async (id) => (await historyOf(id))[0]))
    expect(lasts[0]).toMatchObject({ type: 'PROPS', actorId: null, reason: `from ${parent}` })
    expect(lasts[0]?.['changeId']).toBe(lasts[1]?.['changeId'])
    expect((await layersOf(children[1] as string, '/title')).layers.map(({ layer, value }) => [layer, value])).toEqual([
      ['own', 'Own'],
      ['inherited', 'New'],
      ['default', 'Untitled'],
    ])
    await home.ask(writes.updateInstance, { input: { id: parent, config: {} } })
    await expect.poll(shownByBoth, { timeout: 15_000 }).toEqual([{ title: 'Untitled' }, { title: 'Own' }])
  })
})
