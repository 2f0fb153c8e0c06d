import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signWebhook } from '../../../kit/standard-webhooks.ts'
import { FeedServer } from '../../support/feed-server.ts'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishVersion, write, writes } from '../../support/graph/graph-data.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { startMarquee, type Mode, type RunningMarquee } from '../../support/marquee.ts'
import { describeRedis } from '../../support/redis.ts'

type Json = Record<string, unknown>
type Binding = {
  key: string
  source: string
  path: string
  strategy: string
  intervalSeconds: number | null
  state: string
  value: unknown
  lastResolvedAt: string | null
  lastError: string | null
}
type Shown = {
  id: string
  revision: number
  effectiveProps: Json
  bindings: Binding[]
  conditions: { type: string; details: unknown }[]
}
type Payload = { revision: number; changeId: string; instance: Shown }

const fields = `id revision effectiveProps conditions { type details }
  bindings { key source path strategy intervalSeconds state value lastResolvedAt lastError }`
const setMutation = `mutation ($input: SetBindingsInput!) { setBindings(input: $input) { revision changeId instance { ${fields} } } }`
const kvMutation = 'mutation ($input: SetKvInput!) { setKv(input: $input) { entry { key value revision updatedAt } } }'
const history = 'query ($id: ID!) { instance(id: $id) { history { nodes { revision type actorId changeId patch } } } }'
const propsSchema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    list: { type: 'array', items: { type: 'integer' } },
    n: { type: 'integer' },
    alert: { type: 'object' },
  },
  additionalProperties: false,
}
const soon = { timeout: 10_000, interval: 50 }

describe('bindings (embedded)', () => suite('embedded'))
describeRedis('bindings (distributed)', () => suite('distributed'))

function suite(mode: Mode): void {
  let feed: FeedServer
  let marquee: RunningMarquee
  let typeKey: string

  beforeAll(async () => {
    feed = await FeedServer.start()
    marquee = await startMarquee({ mode, env: { MARQUEE_FETCH_ALLOW: feed.host } })
    typeKey = (await publishVersion(marquee, { propsSchema, defaultProps: { title: 'Default', list: [] } })).typeKey
  })
  afterAll(async () => {
    await marquee?.stop()
    await feed.stop()
  })

  const create = async (input: Json = {}): Promise<string> =>
    (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, ...input })).instance.id
  const set = async (id: string, bindings: Json[], more: Json = {}): Promise<Payload> =>
    (await ask<{ setBindings: Payload }>(marquee, setMutation, { input: { id, bindings, ...more } })).setBindings
  const read = async (id: string, key?: null): Promise<Shown> =>
    (await ask<{ instance: Shown }>(marquee, `query ($id: ID!) { instance(id: $id) { ${fields} } }`, { id }, key))
      .instance
  const setKv = async (key: string, value: unknown, more: Json = {}) =>
    (await ask<{ setKv: { entry: Json | null } }>(marquee, kvMutation, { input: { key, value, ...more } })).setKv.entry
  const kv = async (key: string, as?: null) =>
    (
      await ask<{ kv: Json | null }>(
        marquee,
        'query ($key: String!) { kv(key: $key) { key value revision } }',
        { key },
        as,
      )
    ).kv
  const changes = async (id: string) =>
    (await ask<{ instance: { history: { nodes: Json[] } } }>(marquee, history, { id })).instance.history.nodes
  const until = <T>(poll: () => T | Promise<T>) => expect.poll(poll, soon)
  /** Until an address that is polled every second has been asked so many times more: long enough for what must not happen to happen. */
  const polls = async (count: number) => {
    const path = `/pulse-${unique()}`
    feed.put(path, [])
    await create({ bindings: [poll(path)] })
    await until(() => feed.hits(path)).toBeGreaterThan(count)
  }
  const poll = (path: string, key = 'list', pointer = '') => ({
    key,
    source: 'API',
    path: feed.url(path) + pointer,
    strategy: 'POLL',
    intervalSeconds: 1,
  })

  describe('setBindings', () => {
    it('S4-12 S4-18 S4-19 S4-20 S4-47: shows what is known of each source at once, in one revision', async () => {
      const key = unique()
      const other = await create({ props: { n: 7 } })
      await setKv(key, { deep: [1, 2] })
      const id = await create()
      const { revision, instance } = await set(id, [
        { key: 'title', source: 'STATIC', path: '"Literal"' },
        { key: 'list', source: 'KV', path: `${key}#/deep` },
        { key: 'n', source: 'DO', path: `${other}#/n` },
      ])
      expect(revision).toBe(2)
      expect(instance.effectiveProps).toEqual({ title: 'Literal', list: [1, 2], n: 7 })
      expect(instance.bindings).toMatchObject([
        {
          key: 'title',
          source: 'STATIC',
          path: '"Literal"',
          strategy: 'STATIC',
          intervalSeconds: null,
          state: 'OK',
          value: 'Literal',
          lastError: null,
        },
        { key: 'list', source: 'KV', state: 'OK', value: [1, 2] },
        { key: 'n', source: 'DO', state: 'OK', value: 7 },
      ])
      expect((await changes(id))[0]).toMatchObject({
        revision: 2,
        type: 'BINDINGS',
        patch: { effectiveProps: { title: 'Literal', list: [1, 2], n: 7 } },
      })
      expect(
        (
          await set(
            id,
            instance.bindings.map(({ key, source, path }) => ({ key, source, path })),
          )
        ).revision,
      ).toBe(2)
      expect((await set(id, [])).instance).toMatchObject({
        revision: 3,
        effectiveProps: { title: 'Default', list: [] },
        bindings: [],
      })
    })

    it('comes with a new instance, and may bring what its definition requires', async () => {
      const strict = await publishVersion(marquee, { propsSchema: { ...propsSchema, required: ['n'] } })
      const input = { definitionTypeKey: strict.typeKey, bindings: [{ key: 'n', source: 'STATIC', path: '3' }] }
      const { instance, revision } = await write(marquee, 'createInstance', input)
      expect([revision, instance.effectiveProps]).toEqual([1, { n: 3 }])
      const wrong = await refusal(marquee, writes.createInstance, {
        input: { ...input, bindings: [{ key: 'n', source: 'STATIC', path: '"x"' }] },
      })
      expect(wrong.extensions.code).toBe('SCHEMA_VIOLATION')
    })

    it('says everything that is wrong, and reaches no inner address that is not allowed by name', async () => {
      const id = await create()
      const refused = await refusal(marquee, setMutation, {
        input: {
          id,
          bindings: [
            { key: 'a', source: 'API', path: 'http://127.0.0.1:1/', strategy: 'POLL', intervalSeconds: 5 },
            { key: 'b', source: 'API', path: 'http://169.254.169.254/latest/meta-data' },
            { key: 'c', source: 'API', path: 'https://example.org/', strategy: 'SSE', url: 'http://[::1]:8080/' },
            { key: 'd', source: 'KV', path: 'k', strategy: 'SSE' },
            { key: 'd', source: 'STATIC', path: '{' },
            { key: 'e', source: 'API', path: 'https://example.org/', strategy: 'POLL', intervalSeconds: 0 },
          ],
        },
      })
      expect(refused.extensions.code).toBe('BAD_USER_INPUT')
      expect(pointersOf(refused)).toEqual([
        '/bindings/0/path',
        '/bindings/1/path',
        '/bindings/2/url',
        '/bindings/3/strategy',
        '/bindings/4/key',
        '/bindings/4/path',
        '/bindings/5/intervalSeconds',
      ])
      const missing = await refusal(marquee, setMutation, {
        input: { id, bindings: [{ key: 'n', source: 'DO', path: 'inst-00000000' }] },
      })
      expect(pointersOf(missing)).toEqual(['/bindings/0/path'])
      expect((await read(id)).revision).toBe(1)
    })

    it('heeds expectedRevision and idempotencyKey, and the anonymous may not', async () => {
      const id = await create()
      const bindings = [{ key: 'n', source: 'STATIC', path: '1' }]
      const code = async (input: Json, key?: null) =>
        (await refusal(marquee, setMutation, { input: { id, bindings, ...input } }, key)).extensions.code
      expect(await code({ expectedRevision: 9 })).toBe('CONFLICT')
      expect(await code({}, null)).toBe('UNAUTHENTICATED')
      const idempotencyKey = unique()
      const first = await set(id, bindings, { idempotencyKey })
      await set(id, [])
      expect(await set(id, bindings, { idempotencyKey })).toMatchObject({
        revision: 2,
        changeId: first.changeId,
        instance: { revision: 3 },
      })
      expect(await code({ bindings: [], idempotencyKey })).toBe('IDEMPOTENCY_MISMATCH')
    })

    it('refuses a ring of instances, also when two writers close it at the same time', async () => {
      const [a, b, c] = [await create(), await create(), await create()]
      const to = (id: string) => [{ key: 'title', source: 'DO', path: `${id}#/title`, strategy: 'DURABLE' }]
      expect((await refusal(marquee, setMutation, { input: { id: a, bindings: to(a) } })).extensions.code).toBe('CYCLE')
      await set(a, to(b))
      await set(b, to(c))
      expect((await refusal(marquee, setMutation, { input: { id: c, bindings: to(a) } })).extensions.code).toBe('CYCLE')
      const [d, e] = [await create(), await create()]
      const both = await Promise.allSettled([set(d, to(e)), set(e, to(d))])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })
  })

  describe('a key', () => {
    it('is written, read, counted, deleted and written again', async () => {
      const key = unique()
      expect(await kv(key)).toBeNull()
      expect(await setKv(key, { a: [1] })).toMatchObject({
        key,
        value: { a: [1] },
        revision: 1,
        updatedAt: expect.any(String),
      })
      expect(await setKv(key, { a: [1] })).toMatchObject({ revision: 1 })
      expect(await setKv(key, null)).toBeNull()
      expect(await kv(key)).toBeNull()
      expect(await setKv(key, 0)).toMatchObject({ value: 0, revision: 3 })
      expect(await kv(key, null)).toBeNull()
      const idempotencyKey = unique()
      await setKv(key, 4, { idempotencyKey })
      await setKv(key, 5)
      expect(await setKv(key, 4, { idempotencyKey })).toMatchObject({ value: 5 })
      const code = async (input: Json, as?: null) => (await refusal(marquee, kvMutation, { input }, as)).extensions.code
      expect(await code({ key, value: 9, idempotencyKey })).toBe('IDEMPOTENCY_MISMATCH')
      expect([await code({ key: '', value: 1 }), await code({ key: 'a#b', value: 1 })]).toEqual([
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
      ])
      expect(await code({ key, value: 'x'.repeat(300_000) })).toBe('PAYLOAD_TOO_LARGE')
      expect(await code({ key, value: 1 }, null)).toBe('UNAUTHENTICATED')
    })

    it('S4-25: changes all instances that are bound to it, with whatever strategy, by one changeId', async () => {
      const key = unique()
      const ids = await Promise.all(
        ['STATIC', 'DURABLE', undefined].map((strategy) =>
          create({ bindings: [{ key: 'n', source: 'KV', path: key, ...(strategy ? { strategy } : {}) }] }),
        ),
      )
      const bystander = await create({ bindings: [{ key: 'n', source: 'KV', path: `${key}x` }] })
      await setKv(key, 5)
      for (const id of ids) expect(await read(id)).toMatchObject({ revision: 2, effectiveProps: { n: 5 } })
      const caused = await Promise.all(ids.map(async (id) => (await changes(id))[0]))
      expect(new Set(caused.map((change) => change?.['changeId'])).size).toBe(1)
      expect(caused[0]).toMatchObject({ type: 'BINDINGS', actorId: expect.any(String) })
      await setKv(key, 5)
      await setKv(key, null)
      expect(await read(ids[0] as string)).toMatchObject({
        revision: 3,
        effectiveProps: { title: 'Default', list: [] },
        bindings: [{ state: 'OK', value: null }],
      })
      expect((await read(bystander)).revision).toBe(1)
    })

    it('ends with its newest value everywhere when many write it and bind to it at once', async () => {
      const key = unique()
      const early = await create({ bindings: [{ key: 'n', source: 'KV', path: key }] })
      const writers = Array.from({ length: 20 }, (_, n) => setKv(key, n))
      const binders = Array.from({ length: 10 }, () => create({ bindings: [{ key: 'n', source: 'KV', path: key }] }))
      const late = await Promise.all(binders)
      await Promise.all(writers)
      const { value } = (await kv(key)) as { value: number }
      for (const id of [early, ...late]) await until(async () => (await read(id)).effectiveProps['n']).toBe(value)
    })

    it('makes a binding fail where its value does not fit, keeps the last good one and recovers', async () => {
      const key = unique()
      await setKv(key, 1)
      const id = await create({ bindings: [{ key: 'n', source: 'KV', path: key }] })
      await setKv(key, 'one')
      expect(await read(id)).toMatchObject({
        effectiveProps: { n: 1 },
        bindings: [{ state: 'FAILING', value: 1, lastError: expect.stringContaining('/n') }],
        conditions: [{ type: 'BindingFailing', details: { bindings: [{ key: 'n' }] } }],
      })
      await setKv(key, 2)
      expect(await read(id)).toMatchObject({
        effectiveProps: { n: 2 },
        bindings: [{ state: 'OK', lastError: null }],
        conditions: [],
      })
    })
  })

  describe('an address', () => {
    it('S4-21: is asked once per interval for all who follow it, with its ETag, and tells only what is new', async () => {
      const path = `/shared-${unique()}`
      feed.put(path, { list: [1], n: 1 })
      const ids = await Promise.all(
        [1, 2, 3, 4, 5].map(() => create({ bindings: [poll(path, 'list', '#/list'), poll(path, 'n', '#/n')] })),
      )
      for (const id of ids) await until(async () => (await read(id)).effectiveProps).toMatchObject({ list: [1], n: 1 })
      const before = await Promise.all(ids.map(async (id) => (await read(id)).revision))
      const [hits, from] = [feed.hits(path), performance.now()]
      await until(() => feed.hits(path) - hits).toBeGreaterThanOrEqual(3)
      expect(feed.hits(path) - hits).toBeLessThanOrEqual(Math.ceil((performance.now() - from) / 900) + 1)
      expect(feed.asked.filter((request) => request.path === path).at(-1)?.headers).toHaveProperty('if-none-match')
      expect(await Promise.all(ids.map(async (id) => (await read(id)).revision))).toEqual(before)
      feed.put(path, { list: [1, 2], n: 1 })
      for (const id of ids)
        await until(async () => (await read(id)).effectiveProps).toMatchObject({ list: [1, 2], n: 1 })
      expect((await changes(ids[0] as string))[0]).toMatchObject({ type: 'BINDINGS', actorId: null })
    })

    it('is asked once per write without a strategy, until it answers', async () => {
      const path = `/once-${unique()}`
      feed.put(path, null, 503)
      const id = await create({ bindings: [{ key: 'list', source: 'API', path: feed.url(path) }] })
      await until(async () => (await read(id)).bindings[0]).toMatchObject({
        state: 'FAILING',
        lastError: 'answers with status 503',
      })
      feed.put(path, [4])
      await until(async () => (await read(id)).effectiveProps['list']).toEqual([4])
      const hits = feed.hits(path)
      feed.put(path, [5])
      await polls(2)
      expect([feed.hits(path), (await read(id)).effectiveProps['list']]).toEqual([hits, [4]])
      await set(id, [{ key: 'list', source: 'API', path: feed.url(path) }])
      await until(async () => (await read(id)).effectiveProps['list']).toEqual([5])
    })

    it('keeps the last good value through errors of every kind, says why, and is forgotten when nobody follows', async () => {
      const path = `/broken-${unique()}`
      feed.put(path, [1])
      const id = await create({ bindings: [poll(path)] })
      await until(async () => (await read(id)).effectiveProps['list']).toEqual([1])
      for (const [value, status, error] of [
        ['', 500, 'answers with status 500'],
        ['<html>', 200, 'not JSON'],
        ['{"__proto__":1}', 200, 'not allowed'],
        ['[750727362669608961]', 200, 'can hold exactly: send it as text, at /0'],
        [`${'['.repeat(33)}${']'.repeat(33)}`, 200, 'at most 32 levels deep'],
        [`"${'x'.repeat(300_000)}"`, 200, 'more than 262144 bytes'],
        ['["x"]', 200, 'does not fit the definition'],
      ] as const) {
        feed.put(path, value, status)
        await set(id, [poll(path)])
        await until(async () => (await read(id)).bindings[0]?.lastError).toContain(error)
        expect(await read(id)).toMatchObject({
          effectiveProps: { list: [1] },
          bindings: [{ state: 'FAILING', value: [1] }],
        })
      }
      feed.put(path, [2])
      await set(id, [poll(path)])
      await until(async () => (await read(id)).bindings[0]).toMatchObject({ state: 'OK', value: [2] })
      await set(id, [])
      const hits = feed.hits(path)
      await polls(3)
      expect(feed.hits(path) - hits).toBeLessThanOrEqual(1)
    }, 60_000)

    it('shows its query to those who may write only, in lists and in the log', async () => {
      const path = `/secret-${unique()}?token=hidden`
      feed.put(path, [1])
      const id = await create({ visibility: 'PUBLIC', bindings: [poll(path)] })
      await set(id, [poll(path), { key: 'n', source: 'STATIC', path: '1' }])
      expect((await read(id)).bindings[0]?.path).toContain('token=hidden')
      const seen = [await read(id, null), await ask(marquee, history, { id }, null)]
      expect(JSON.stringify(seen)).not.toContain('hidden')
      const client = liveClient(marquee, null)
      const live = follow(
        client,
        `subscription ($id: ID!) { instanceChanged(id: $id) { patch instance { bindings { key path state } } } }`,
        { id },
      )
      await live.take(1)
      await set(id, [poll(path)])
      expect(JSON.stringify(await live.take(1))).not.toContain('hidden')
      await client.dispose()
    })
  })

  describe('a stream', () => {
    it('S4-22: changes all who follow it by one connection, and is opened again when it breaks', async () => {
      const path = `/stream-${unique()}`
      feed.listeners(path)
      const bindings = [
        { key: 'n', source: 'API', path: feed.url('/unused') + '#/n', strategy: 'SSE', url: feed.url(path) },
      ]
      const ids = [await create({ bindings }), await create({ bindings })]
      await until(() => feed.listeners(path).size).toBe(1)
      feed.emit(path, { n: 1 })
      for (const id of ids) await until(async () => (await read(id)).effectiveProps['n']).toBe(1)
      for (let n = 2; n <= 50; n++) feed.emit(path, { n })
      for (const id of ids) await until(async () => (await read(id)).effectiveProps['n']).toBe(50)
      for (const listener of feed.listeners(path)) listener.destroy()
      await until(() => feed.hits(path)).toBe(2)
      await until(() => feed.listeners(path).size).toBe(1)
      feed.emit(path, { n: 51 })
      for (const id of ids) await until(async () => (await read(id)).effectiveProps['n']).toBe(51)
      expect(feed.listeners(path).size).toBe(1)
    })

    it('fails where there is none', async () => {
      const path = `/none-${unique()}`
      feed.put(path, { n: 1 })
      const id = await create({ bindings: [{ key: 'n', source: 'API', path: feed.url(path), strategy: 'SSE' }] })
      await until(async () => (await read(id)).bindings[0]).toMatchObject({
        state: 'FAILING',
        lastError: 'answers with something that is not an event stream',
      })
    })
  })

  describe('a push', () => {
    const secret = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0LXN1aXRl'
    const bound = (more: Json = {}) => ({
      key: 'n',
      source: 'API',
      path: 'https://pusher.example/#/n',
      strategy: 'WEBHOOK',
      ...more,
    })

    async function push(
      id: string,
      value: unknown,
      change: { key?: string; secret?: string; messageId?: string; at?: number; signature?: string | null } = {},
    ) {
      const body = typeof value === 'string' ? value : JSON.stringify(value)
      const messageId = change.messageId ?? randomUUID()
      const seconds = Math.floor((change.at ?? Date.now()) / 1000)
      const signature =
        change.signature === undefined
          ? signWebhook(change.secret ?? secret, messageId, seconds, body)
          : change.signature
      const response = await fetch(`${marquee.url}/bindings/${id}/${change.key ?? 'n'}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': messageId,
          'webhook-timestamp': String(seconds),
          ...(signature === null ? {} : { 'webhook-signature': signature }),
        },
        body,
      })
      const answer = (await response.json()) as { revision?: number; errors?: { extensions: { code: string } }[] }
      return { status: response.status, revision: answer.revision, code: answer.errors?.[0]?.extensions.code }
    }

    it('S4-23: sets the value of a binding whose secret it is signed with, once for each message', async () => {
      const id = await create({ bindings: [bound({ secret })] })
      expect((await read(id)).bindings[0]).toMatchObject({ state: 'PENDING', value: null })
      const messageId = randomUUID()
      expect(await push(id, { n: 1 }, { messageId })).toEqual({ status: 200, revision: 2, code: undefined })
      expect(await push(id, { n: 2 })).toMatchObject({ status: 200, revision: 3 })
      expect(await push(id, { n: 1 }, { messageId })).toMatchObject({ status: 200, revision: 2 })
      expect(await read(id)).toMatchObject({ revision: 3, effectiveProps: { n: 2 } })
      expect(await push(id, { n: 3 }, { messageId })).toMatchObject({ status: 422, code: 'IDEMPOTENCY_MISMATCH' })
    })

    it('learns nothing and changes nothing without the right signature', async () => {
      const id = await create({ bindings: [bound({ secret }), { key: 'title', source: 'STATIC', path: '"x"' }] })
      const tries = [
        await push(id, { n: 1 }, { secret: 'whsec_b3RoZXI=' }),
        await push(id, { n: 1 }, { at: Date.now() - 6 * 60_000 }),
        await push(id, { n: 1 }, { at: Date.now() + 6 * 60_000 }),
        await push(id, { n: 1 }, { signature: 'v1,nonsense' }),
        await push(id, '"y"', { key: 'title' }),
        await push('inst-00000000', { n: 1 }),
      ]
      for (const answer of tries) expect(answer).toEqual({ status: 401, revision: undefined, code: 'UNAUTHENTICATED' })
      expect(await push(id, { n: 1 }, { signature: null })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
      for (const body of ['{"n":750727362669608961}', `{"n":${'['.repeat(33)}${']'.repeat(33)}}`, '{'])
        expect(await push(id, body)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
      expect((await read(id)).revision).toBe(1)
    })

    it('says what is wrong with a value that is no JSON, does not fit or is too large, and keeps the last good one', async () => {
      const id = await create({ bindings: [bound({ secret })] })
      await push(id, { n: 1 })
      expect(await push(id, '{')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
      expect(await push(id, { n: 'one' })).toMatchObject({ status: 422, code: 'SCHEMA_VIOLATION' })
      expect(await push(id, { other: 1 })).toMatchObject({ status: 422, code: 'SCHEMA_VIOLATION' })
      expect(await push(id, 'x'.repeat(300_000))).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' })
      expect(await read(id)).toMatchObject({ effectiveProps: { n: 1 }, bindings: [{ state: 'FAILING' }] })
    })

    it('has a secret that nobody sees again, that stays until it is replaced and goes with its binding', async () => {
      const id = await create({ bindings: [bound({ secret })] })
      await set(id, [bound(), { key: 'title', source: 'STATIC', path: '"x"' }])
      expect(await push(id, { n: 1 })).toMatchObject({ status: 200 })
      await set(id, [bound({ secret: 'another secret of mine' })])
      expect([
        (await push(id, { n: 2 })).status,
        (await push(id, { n: 2 }, { secret: 'another secret of mine' })).status,
      ]).toEqual([401, 200])
      expect(JSON.stringify([await read(id), await changes(id)])).not.toMatch(/whsec|another secret/)
      await set(id, [])
      expect(pointersOf(await refusal(marquee, setMutation, { input: { id, bindings: [bound()] } }))).toEqual([
        '/bindings/0/secret',
      ])
    })
  })

  it('S4-24: an instance follows another one live, along a chain, and keeps the last value when that one is gone', async () => {
    const source = await create({ props: { title: 'One', n: 1 }, persistence: 'EPHEMERAL' })
    const to = (id: string, strategy = 'DURABLE') => [{ key: 'title', source: 'DO', path: `${id}#/title`, strategy }]
    const middle = await create({ bindings: to(source) })
    const end = await create({ bindings: to(middle) })
    const once = await create({ bindings: to(source, 'STATIC') })
    expect((await read(end)).effectiveProps['title']).toBe('One')
    await write(marquee, 'patchProps', { id: source, patch: { title: 'Two' } })
    await until(async () => (await read(end)).effectiveProps['title']).toBe('Two')
    await write(marquee, 'patchProps', { id: source, patch: { title: 'Three', n: 2 } })
    await until(async () => (await read(end)).effectiveProps['title']).toBe('Three')
    expect(await read(once)).toMatchObject({ revision: 1, effectiveProps: { title: 'One' } })
    expect((await read(middle)).revision).toBe(3)
    await ask(marquee, 'mutation ($input: TransitionInput!) { deleteInstance(input: $input) { id } }', {
      input: { id: source },
    })
    await until(async () => (await read(middle)).bindings[0]).toMatchObject({
      state: 'FAILING',
      value: 'Three',
      lastError: expect.stringContaining(source),
    })
    expect((await read(end)).effectiveProps['title']).toBe('Three')
  })
}
