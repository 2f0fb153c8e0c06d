import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FeedServer } from '../../support/feed-server.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { admin, Installation } from '../../support/installation.ts'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'

type Json = Record<string, unknown>
type Shown = {
  id: string
  revision: number
  effectiveProps: Json
  bindings: { state: string; value: unknown; lastError: string | null; path: string }[]
}

const fields = 'id revision effectiveProps bindings { state value lastError path }'
const refresh = `mutation ($input: RefreshBindingsInput!) { refreshBindings(input: $input) { revision changeId instance { ${fields} } } }`
const set = `mutation ($input: SetBindingsInput!) { setBindings(input: $input) { revision instance { ${fields} } } }`
const setKv = 'mutation ($input: SetKvInput!) { setKv(input: $input) { entry { key } } }'
const soon = { timeout: 20_000, interval: 50 }

let feed: FeedServer
let home: Installation
let typeKey: string

beforeAll(async () => {
  feed = await FeedServer.start()
  home = await Installation.start({ fetchAllow: [feed.host] })
  home.startWorker()
  typeKey = `test/${unique()}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: {
      typeKey,
      kind: 'COMPONENT',
      version: '1.0.0',
      propsSchema: { type: 'object', properties: { time: { type: 'string' } } },
    },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
})
afterAll(async () => {
  await home?.stop()
  await feed?.stop()
})

const create = async (input: Json = {}): Promise<string> =>
  (
    await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
      input: { definitionTypeKey: typeKey, ...input },
    })
  ).createInstance.instance.id
const read = async (id: string) =>
  (await home.ask<{ instance: Shown }>(`query ($id: ID!) { instance(id: $id) { ${fields} } }`, { id })).instance
const refreshed = async (id: string, more: Json = {}) =>
  (
    await home.ask<{ refreshBindings: { revision: number; changeId: string; instance: Shown } }>(refresh, {
      input: { id, ...more },
    })
  ).refreshBindings
const until = <T>(poll: () => T | Promise<T>) => expect.poll(poll, soon)

describe('refreshBindings', () => {
  it('S4-47: asks an address again long before its interval is over, for all who follow it', async () => {
    const path = `/${unique()}`
    feed.put(path, { time: '08:00' })
    const bindings = [
      { key: 'time', source: 'API', path: `${feed.url(path)}#/time`, strategy: 'POLL', intervalSeconds: 3600 },
    ]
    const [id, other] = [await create({ bindings }), await create({ bindings })]
    for (const one of [id, other]) await until(async () => (await read(one)).effectiveProps['time']).toBe('08:00')
    feed.put(path, { time: '08:12' })
    const { revision } = await refreshed(id)
    expect(revision).toBe((await read(id)).revision)
    for (const one of [id, other]) await until(async () => (await read(one)).effectiveProps['time']).toBe('08:12')
    expect(feed.hits(path)).toBe(2)
    const { rows } = await home.pool.query(
      `SELECT actor_id FROM runtime.activity WHERE resource_id = $1 AND action = 'instance.bindings-refreshed'`,
      [id],
    )
    expect(rows).toEqual([{ actor_id: admin.principalId }])
  })

  it('reads an instance that is not followed live at once, in one revision; nothing new makes none', async () => {
    const target = await create({ props: { time: 'early' } })
    const id = await create({ bindings: [{ key: 'time', source: 'DO', path: `${target}#/time` }] })
    await home.ask(writes.patchProps, { input: { id: target, patch: { time: 'late' } } })
    expect((await read(id)).effectiveProps['time']).toBe('early')
    const idempotencyKey = unique()
    const first = await refreshed(id, { idempotencyKey })
    expect([first.revision, first.instance.effectiveProps['time']]).toEqual([2, 'late'])
    await home.ask(writes.patchProps, { input: { id: target, patch: { time: 'later' } } })
    expect(await refreshed(id, { idempotencyKey })).toMatchObject({
      revision: 2,
      changeId: first.changeId,
      instance: { effectiveProps: { time: 'late' } },
    })
    expect((await refreshed(id)).revision).toBe(3)
    expect((await refreshed(id)).revision).toBe(3)
    expect((await refreshed(target)).revision).toBe(3)
  })

  it('is refused to the anonymous, and for what is not there', async () => {
    const input = { id: 'inst-00000000' }
    expect([
      (await home.refusal(refresh, { input })).code,
      (await home.refusal(refresh, { input }, anonymousViewer(admin.tenantId))).code,
    ]).toEqual(['NOT_FOUND', 'UNAUTHENTICATED'])
  })
})

describe('a part that a JMESPath expression picks', () => {
  const path = `/${unique()}`
  const at = (expression: string) => `${feed.url(path)}?key=secret#jmespath:${encodeURIComponent(expression)}`

  it('is shown, follows what the source says, and fails with its reason where it does not fit', async () => {
    const source = `${path}?key=secret`
    feed.put(source, {
      next: [
        { line: '7', time: '08:01' },
        { line: '42', time: '08:05' },
      ],
    })
    const id = await create({
      bindings: [
        { key: 'time', source: 'API', path: at("next[?line=='42'] | [0].time"), strategy: 'POLL', intervalSeconds: 1 },
      ],
    })
    await until(async () => (await read(id)).effectiveProps['time']).toBe('08:05')
    feed.put(source, { next: [] })
    await until(async () => (await read(id)).bindings[0]).toMatchObject({ state: 'OK', value: null })
    feed.put(source, { next: [{ line: '42', time: 805 }] })
    await until(async () => (await read(id)).bindings[0]).toMatchObject({
      state: 'FAILING',
      lastError: expect.stringContaining('/time'),
    })
    const hidden = await home.ask<{ instance: Shown | null }>(
      `query ($id: ID!) { instance(id: $id) { ${fields} } }`,
      { id },
      anonymousViewer(admin.tenantId),
    )
    expect(hidden.instance).toBeNull()
    const visible = await create({
      visibility: 'PUBLIC',
      bindings: [{ key: 'time', source: 'API', path: at("next[?line=='42']") }],
    })
    const seen = await home.ask<{ instance: Shown }>(
      `query ($id: ID!) { instance(id: $id) { ${fields} } }`,
      { id: visible },
      anonymousViewer(admin.tenantId),
    )
    expect(decodeURIComponent(seen.instance.bindings[0]?.path ?? '')).toBe(
      `${feed.url(path)}?…#jmespath:next[?line=='42']`,
    )
  })

  it('works on keys too, and an expression that cannot be read is refused where it stands', async () => {
    const key = unique()
    const id = await create({ bindings: [{ key: 'time', source: 'KV', path: `${key}#jmespath:max_by(@, &n).time` }] })
    await home.ask(setKv, {
      input: {
        key,
        value: [
          { n: 1, time: 'one' },
          { n: 3, time: 'three' },
        ],
      },
    })
    expect((await read(id)).effectiveProps['time']).toBe('three')
    await home.ask(setKv, { input: { key, value: 'no list' } })
    expect((await read(id)).bindings[0]).toMatchObject({
      state: 'FAILING',
      value: 'three',
      lastError: expect.stringContaining('max_by'),
    })
    const refused = await home.refusal(set, {
      input: {
        id,
        bindings: [
          { key: 'time', source: 'KV', path: `${key}#jmespath:a[` },
          { key: 'b', source: 'KV', path: `${key}#jmespath:[@,@]|[@,@]|[@,@]|[@,@]|[@,@]|[@,@]|[@,@]` },
        ],
      },
    })
    expect(refused).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/bindings/0/path' }, { pointer: '/bindings/1/path' }] },
    })
  })
})
