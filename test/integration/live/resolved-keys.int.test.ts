import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createVersionedKeys, type VersionedKeys } from '../../../kit/cache/versioned-keys.ts'
import type { BindingState } from '../../../schema/events.ts'
import type { ResolvedState } from '../../../schema/resolved-keys.ts'
import { build } from '../../../tools/build.ts'
import { FeedServer } from '../../support/feed-server.ts'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { adminKey, startMarquee, startPart, stopPart, type Part, type RunningMarquee } from '../../support/marquee.ts'
import { testDatabase } from '../../support/postgres.ts'
import { startRedis, type RedisServer } from '../../support/redis-server.ts'
import { describeRedis } from '../../support/redis.ts'

type Json = Record<string, unknown>
type Page = {
  status: number
  title: string
  ms: number
  body: string
  state: (Json & { props: Json }) | null
  card: Json | null
}

const soon = { timeout: 10_000, interval: 25 }
const keyNames = ['props', 'bindings', 'resolved', 'resolved:ttl'] as const
const placement = { location: 'harbour-road', geo: { lat: 38.7, lng: -9.14 }, tags: ['bus'] }

async function openPage(at: { url: string }, id: string): Promise<Page> {
  const start = performance.now()
  const response = await fetch(`${at.url}/live/${id}`)
  const body = await response.text()
  const [, title = ''] = /<title>(.*)<\/title>/.exec(body) ?? []
  const [, text = 'null'] = /<script type="application\/json" id="hydration">(.*)<\/script>/.exec(body) ?? []
  const read = JSON.parse(text) as { state: Page['state']; card: Json | null } | null
  return {
    status: response.status,
    title,
    ms: performance.now() - start,
    body,
    state: read?.state ?? null,
    card: read?.card ?? null,
  }
}

const seen = ({ status, title, state, card }: Page) => ({ status, title, state, card })

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-test-'))
  folders.push(folder)
  return folder
}

/** Lets nobody into the database and puts out who is there, or lets everybody in again. */
async function setDatabase(url: string, isOpen: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer').adminUrl })
  await client.connect()
  const name = new URL(url).pathname.slice(1)
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${String(isOpen)}`)
  if (!isOpen) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await client.end()
}

describeRedis('what /live reads from Redis (distributed)', (redisUrl) => {
  let marquee: RunningMarquee
  let feed: FeedServer
  let redis: Redis
  let late: VersionedKeys
  let typeKey: string

  beforeAll(async () => {
    await build()
    feed = await FeedServer.start()
    redis = new Redis(redisUrl)
    late = createVersionedKeys({ url: redisUrl })
    marquee = await startMarquee({ mode: 'distributed', env: { MARQUEE_FETCH_ALLOW: feed.host } })
    typeKey = (
      await publishVersion(marquee, { defaultProps: { title: 'Default' }, bundle: 'export const mount = () => {}' })
    ).typeKey
  }, 180_000)
  afterAll(async () => {
    redis.disconnect()
    await late.close()
    await marquee?.stop()
    await feed.stop()
  })

  /** Of the instance that was made last. */
  let name: string
  const create = async (input: Json = {}): Promise<string> =>
    (
      await write(marquee, 'createInstance', {
        definitionTypeKey: typeKey,
        name: (name = `Harbour Road ${unique()}`),
        visibility: 'PUBLIC',
        props: { text: 'first' },
        ...input,
      })
    ).instance.id
  const patch = (id: string, props: Json) => write(marquee, 'patchProps', { id, patch: props })
  const move = (action: string, id: string) =>
    ask(marquee, `mutation ($id: ID!) { ${action}(input: { id: $id }) { changeId } }`, { id })
  const setVisibility = (id: string, visibility: string) => write(marquee, 'updateInstance', { id, visibility })
  const key = (id: string, of: (typeof keyNames)[number]) => `instance:${id}:${of}`
  const kept = async <T>(id: string, of: (typeof keyNames)[number]): Promise<T | null> => {
    const text = await redis.get(key(id, of))
    return text === null ? null : (JSON.parse(text) as T)
  }
  const resolved = (id: string) => kept<ResolvedState>(id, 'resolved')
  const keptRevision = (id: string, revision: number) =>
    expect.poll(async () => (await resolved(id))?.revision, soon).toBe(revision)
  const page = (id: string) => openPage(marquee, id)
  /** Starts a part anew on the port it had. */
  const comeBack = async (part: Part) => {
    const env = {
      DATABASE_URL: marquee.databaseUrl as string,
      REDIS_URL: redisUrl,
      MARQUEE_ADMIN_KEY: adminKey,
      LOG_LEVEL: 'info',
      MARQUEE_FETCH_ALLOW: feed.host,
    }
    const dataDir = await dataFolder()
    marquee.parts.push(
      await startPart(part.role, { ...env, MARQUEE_ROLE: part.role, DATA_DIR: dataDir, PORT: String(part.port) }),
    )
    marquee.parts.splice(marquee.parts.indexOf(part), 1)
  }
  /** As if a writer had died before it wrote: the copy of an older state. */
  const keepOld = async (id: string, part: Partial<ResolvedState>) => {
    await redis.set(key(id, 'resolved'), JSON.stringify({ ...(await resolved(id)), ...part }))
  }

  it('S4-35: instance:{id}:props has its own props after each change, of every process that writes', async () => {
    const id = await create()
    await expect.poll(() => kept(id, 'props'), soon).toEqual({ text: 'first' })
    await patch(id, { text: 'second', more: [1] })
    await expect.poll(() => kept(id, 'props'), soon).toEqual({ text: 'second', more: [1] })
    await Promise.all(Array.from({ length: 50 }, (_, index) => patch(id, { n: index })))
    const { instance } = await ask<{ instance: { revision: number; props: Json } }>(
      marquee,
      `{ instance(id: "${id}") { revision props } }`,
    )
    await keptRevision(id, instance.revision)
    expect(await kept(id, 'props')).toEqual(instance.props)
    expect(await redis.ttl(key(id, 'props'))).toBeGreaterThan(24 * 3600)
  })

  it('S4-36 S4-38: instance:{id}:bindings has the bindings with state and last value, instance:{id}:resolved:ttl when the first is due', async () => {
    feed.put('/list?token=of-the-operator', { next: [1, 2] })
    const kv = unique()
    await ask(marquee, 'mutation ($input: SetKvInput!) { setKv(input: $input) { entry { revision } } }', {
      input: { key: kv, value: 'told' },
    })
    const id = await create({ bindings: [{ key: 'alert', source: 'KV', path: kv }] })
    await expect
      .poll(() => kept<BindingState[]>(id, 'bindings'), soon)
      .toMatchObject([{ key: 'alert', source: 'KV', state: 'OK', value: 'told' }])
    expect(await redis.exists(key(id, 'resolved:ttl'))).toBe(0)

    const bindings = [
      {
        key: 'list',
        source: 'API',
        path: `${feed.url('/list?token=of-the-operator')}#/next`,
        strategy: 'POLL',
        intervalSeconds: 60,
      },
    ]
    await ask(marquee, 'mutation ($input: SetBindingsInput!) { setBindings(input: $input) { revision } }', {
      input: { id, bindings },
    })
    await expect
      .poll(() => kept<BindingState[]>(id, 'bindings'), soon)
      .toMatchObject([{ key: 'list', state: 'OK', value: [1, 2], lastError: null }])
    expect(await redis.get(key(id, 'bindings'))).not.toContain('of-the-operator')
    expect(await resolved(id)).toMatchObject({ effectiveProps: { title: 'Default', text: 'first', list: [1, 2] } })
    const [{ lastResolvedAt }] = (await kept<BindingState[]>(id, 'bindings')) as [BindingState]
    expect(await redis.get(key(id, 'resolved:ttl'))).toBe(
      new Date(Date.parse(lastResolvedAt as string) + 60_000).toISOString(),
    )
  })

  it('S4-37: instance:{id}:resolved has what a screen shows, and where it stands', async () => {
    const id = await create({ placement })
    await keptRevision(id, 1)
    expect(await resolved(id)).toMatchObject({
      id,
      revision: 1,
      visibility: 'PUBLIC',
      isPublic: true,
      lifecycle: 'CREATED',
      name,
      effectiveProps: { title: 'Default', text: 'first' },
      placement: { ...placement, device: null },
    })
    await write(marquee, 'setPlacement', { id, placement: { ...placement, location: 'elsewhere' } })
    await keptRevision(id, 2)
    expect(await resolved(id)).toMatchObject({ placement: { location: 'elsewhere' } })
  })

  it('S4-53: /live/{id} is served with the state that the feed begins with, and goes on from its cursor', async () => {
    const id = await create({ placement })
    await patch(id, { text: '</script><b>second' })
    const served = await page(id)
    const { instance } = await ask<{ instance: Json & { revision: number } }>(
      marquee,
      `{ instance(id: "${id}") { revision cursor effectiveProps lifecycle definitionVersion { bundleUrl } } }`,
    )
    expect(served).toMatchObject({ status: 200, title: name })
    expect(served.state).toMatchObject({
      revision: 2,
      cursor: instance['cursor'],
      props: instance['effectiveProps'],
      lifecycle: 'CREATED',
      deleted: false,
      bundleUrl: (instance['definitionVersion'] as { bundleUrl: string }).bundleUrl,
    })
    expect(served.card).toEqual({
      id,
      name,
      placement: {
        location: 'harbour-road',
        device: null,
        geo: placement.geo,
        timezone: expect.any(String),
        tags: ['bus'],
      },
    })
    // From the copy it is the same.
    await keptRevision(id, 2)
    expect(seen(await page(id))).toEqual(seen(served))
  })

  it('a copy that the truth is ahead of is never served', async () => {
    const id = await create()
    await patch(id, { text: 'second' })
    await keptRevision(id, 2)
    await keepOld(id, { revision: 1, effectiveProps: { text: 'old' } })
    const served = await page(id)
    expect(served.state).toMatchObject({ revision: 2, props: { text: 'second' } })
    expect(served.body).not.toContain('old')
    // What was read is the copy again.
    await keptRevision(id, 2)
  })

  it('a screen that nobody wrote for long, or whose keys Redis lost, gets its state and its keys back', async () => {
    const id = await create({ placement })
    await keptRevision(id, 1)
    await redis.del(...keyNames.map((each) => key(id, each)))
    expect((await page(id)).state).toMatchObject({ revision: 1 })
    await keptRevision(id, 1)
    expect(await kept(id, 'props')).toEqual({ text: 'first' })
  })

  it('PRIVATE: not a byte of state, also right after it was PUBLIC, and from the first page on when it is PUBLIC again', async () => {
    const id = await create({ props: { text: 'confidential' } })
    await keptRevision(id, 1)
    expect((await page(id)).body).toContain('confidential')
    await setVisibility(id, 'PRIVATE')
    for (let tries = 0; tries < 10; tries += 1) {
      const { status, body, title } = await page(id)
      expect([status, title]).toEqual([200, `Screen ${id}`])
      for (const word of ['confidential', 'Harbour Road', 'hydration']) expect(body).not.toContain(word)
    }
    await keptRevision(id, 2)
    expect(await resolved(id)).toMatchObject({ isPublic: false })
    await setVisibility(id, 'UNLISTED')
    expect((await page(id)).state).toMatchObject({ revision: 3, props: { text: 'confidential' } })
  })

  it('what is not there is served as a page without state, whatever the copy says', async () => {
    const id = await create()
    await keptRevision(id, 1)
    const unknown = 'inst-00000000'
    await redis.set(key(unknown, 'resolved'), JSON.stringify({ ...(await resolved(id)), id: unknown }))
    const { status, state } = await page(unknown)
    await redis.del(key(unknown, 'resolved'))
    expect([status, state]).toEqual([200, null])
    expect((await page('inst-abc')).status).toBe(404)
  })

  it('all keys vanish when the instance is archived, and an older state that is written late does not bring them back', async () => {
    const id = await create()
    await move('startInstance', id)
    await keptRevision(id, 2)
    await patch(id, { text: 'last words' })
    await keptRevision(id, 3)
    const { epoch } = (await resolved(id)) as ResolvedState
    await move('stopInstance', id)
    await move('archiveInstance', id)
    await expect.poll(() => redis.exists(...keyNames.map((each) => key(id, each))), soon).toBe(0)
    // As by a writer that was held up with what it had to say of revision 3.
    await late.write([
      {
        mark: `${key(id, 'resolved')}:revision`,
        epoch,
        version: 3,
        values: [
          [key(id, 'resolved'), '{}'],
          [key(id, 'props'), '{}'],
        ],
      },
    ])
    expect(await redis.exists(...keyNames.map((each) => key(id, each)))).toBe(0)
    expect((await page(id)).state).toMatchObject({ lifecycle: 'ARCHIVED' })
    await move('deleteInstance', id)
    expect((await page(id)).state).toBeNull()
  })

  it('a writer that is killed right after its commit leaves no older keys behind', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => create()))
    await Promise.all(ids.map((id) => keptRevision(id, 1)))
    const runtime = marquee.parts.find(({ role }) => role === 'runtime') as Part
    // The copy of a writer that died: the last of these commits are not a batch's length old.
    await Promise.all(ids.map((id) => setVisibility(id, 'PRIVATE')))
    await stopPart(runtime, 'SIGKILL')
    for (const id of ids) await expect.poll(async () => (await resolved(id))?.isPublic, soon).toBe(false)
    await comeBack(runtime)
  })

  it('a page carries its state while the database is away, and while the runtime is; a PRIVATE one carries nothing then either', async () => {
    const id = await create({ placement })
    const secret = await create({ visibility: 'PRIVATE', props: { text: 'confidential' } })
    await patch(id, { text: 'before the outage' })
    await keptRevision(id, 2)
    await keptRevision(secret, 1)
    const before = await page(id)
    const expectCopies = async () => {
      const [open, shut] = await Promise.all([page(id), page(secret)])
      expect(seen(open)).toEqual(seen(before))
      expect(open.state).toMatchObject({ revision: 2, props: { text: 'before the outage' } })
      expect(open.ms).toBeLessThan(2000)
      expect([shut.status, shut.state]).toEqual([200, null])
      expect(shut.body).not.toContain('confidential')
    }
    await setDatabase(marquee.databaseUrl as string, false)
    try {
      await expectCopies()
      const runtime = marquee.parts.find(({ role }) => role === 'runtime') as Part
      await stopPart(runtime, 'SIGKILL')
      await expectCopies()
    } finally {
      await setDatabase(marquee.databaseUrl as string, true)
    }
  })
})

describeRedis('what /live serves while Redis is away', () => {
  let server: RedisServer | null
  let database: Awaited<ReturnType<typeof testDatabase>>
  let part: Part

  beforeAll(async () => {
    await build()
    server = await startRedis()
    if (server === null && process.env['CI'] === 'true') throw new Error('There is no redis-server on the PATH.')
    if (server === null) return
    database = await testDatabase()
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: server.url,
      DATA_DIR: await dataFolder(),
      PORT: '0',
      MARQUEE_ADMIN_KEY: adminKey,
      MARQUEE_DEMO: 'off',
      LOG_LEVEL: 'info',
    }
    part = await startPart('all', env)
  }, 120_000)
  afterAll(async () => {
    if (server === null) return
    await stopPart(part)
    await server.stop().catch(() => {})
    await database.drop()
  })

  it('is the truth, and soon', async ({ skip }) => {
    // A Redis at another address serves this run, and is not this test's to stop.
    if (server === null) return skip('needs a redis-server on the PATH that it may stop')
    const { typeKey } = await publishVersion(part)
    const { instance } = await write(part, 'createInstance', {
      definitionTypeKey: typeKey,
      visibility: 'PUBLIC',
      props: { text: 'first' },
    })
    await server.stop()
    await write(part, 'patchProps', { id: instance.id, patch: { text: 'second' } })
    const served = await openPage(part, instance.id)
    expect(served.state).toMatchObject({ revision: 2, props: { text: 'second' } })
    expect(served.ms).toBeLessThan(2000)
  })
})
