import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { untilReady } from '../../../kit/bus/bus.ts'
import { createRedisBus } from '../../../kit/bus/redis-bus.ts'
import { createLogger } from '../../../kit/log.ts'
import { decodeCursor, encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { writeChange } from '../../../schema/change-message.ts'
import { INSTANCE_FEED, instanceTopic, type InstanceState } from '../../../schema/events.ts'
import { ask } from '../../support/graph/graph-client.ts'
import { publishScreen, write, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, withClient } from '../../support/graph/graph-socket.ts'
import { redisUrl } from '../../support/redis.ts'

type Event = {
  type: string
  revision: number
  cursor: string
  patch: unknown
  changeId: string | null
  instance: { props: unknown }
}
type Display = {
  type: string
  revision: number
  cursor: string
  effectiveProps: unknown
  patch: unknown
  lifecycle: string
  bundleUrl: string | null
}

const instanceChanged = `subscription ($id: ID!, $since: Cursor) {
  instanceChanged(id: $id, since: $since) { type revision cursor patch changeId instance { props } } }`
const displayChanged = `subscription ($id: ID!, $since: Cursor) {
  displayChanged(instanceId: $id, since: $since) { type revision cursor effectiveProps patch lifecycle bundleUrl } }`

eachMode('instanceChanged and displayChanged', (marquee) => {
  let screen: Definition
  const create = async (input: object = {}) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: screen.typeKey, visibility: 'PUBLIC', ...input }))
      .instance
  const patch = (id: string, value: object) => write(marquee, 'patchProps', { id, patch: value })
  const connected = (work: Parameters<typeof withClient>[1], key?: null) => withClient(marquee, work, key)
  const events = async (feed: { take(count: number): Promise<{ instanceChanged: Event }[]> }, count: number) =>
    (await feed.take(count)).map(({ instanceChanged }) => instanceChanged)
  const database = async <Row extends pg.QueryResultRow>(statement: string, values: unknown[]): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: marquee.databaseUrl as string })
    await client.connect()
    try {
      return (await client.query<Row>(statement, values)).rows
    } finally {
      await client.end()
    }
  }

  beforeAll(async () => {
    screen = await publishScreen(marquee, { bundle: 'export function mount() {}' })
  })

  it('answers with the present state first, then with every change in order', () =>
    connected(async (client) => {
      const { id } = await create({ props: { title: 'One' } })
      await patch(id, { title: 'Two' })
      const feed = follow<{ instanceChanged: Event }>(client, instanceChanged, { id })
      expect(await events(feed, 1)).toEqual([
        {
          type: 'SNAPSHOT',
          revision: 2,
          cursor: expect.any(String),
          patch: null,
          changeId: null,
          instance: { props: { title: 'Two' } },
        },
      ])
      const { changeId } = await patch(id, { title: 'Three', count: 1 })
      await write(marquee, 'updateInstance', { id, metadata: { a: 1 } })
      await write(marquee, 'addTags', { id, tags: ['x'] })
      await patch(id, { count: 1 })
      await patch(id, { count: null })
      const [props, config, placement, deleted] = await events(feed, 4)
      expect(props).toMatchObject({
        type: 'PROPS',
        revision: 3,
        changeId,
        patch: { props: { title: 'Three', count: 1 } },
        instance: { props: { title: 'Three', count: 1 } },
      })
      expect(config).toMatchObject({ type: 'CONFIG', revision: 4, patch: { metadata: { a: 1 } } })
      expect(placement).toMatchObject({ type: 'PLACEMENT', revision: 5, patch: { placement: { tags: ['x'] } } })
      expect(deleted).toMatchObject({
        type: 'PROPS',
        revision: 6,
        patch: { props: { count: null } },
        instance: { props: { title: 'Three' } },
      })
      expect(feed.waiting()).toBe(0)
    }))

  it('resumes exactly after the cursor: of an event, of a snapshot, and of a query', () =>
    connected(async (client) => {
      const { id, cursor } = await create()
      for (const count of [1, 2, 3, 4]) await patch(id, { count })
      const first = follow<{ instanceChanged: Event }>(client, instanceChanged, { id, since: cursor })
      const seen = await events(first, 4)
      expect(seen.map(({ type, revision, instance }) => [type, revision, instance.props])).toEqual(
        [1, 2, 3, 4].map((count) => ['PROPS', count + 1, { count }]),
      )
      const second = follow<{ instanceChanged: Event }>(client, instanceChanged, { id, since: seen[1]!.cursor })
      expect(await events(second, 2)).toEqual(seen.slice(2))
      const third = follow<{ instanceChanged: Event }>(client, instanceChanged, { id, since: seen[3]!.cursor })
      await patch(id, { count: 5 })
      const [next] = await events(third, 1)
      expect(next).toMatchObject({ type: 'PROPS', revision: 6 })
      expect(await events(first, 1)).toEqual([next])
      expect(await events(second, 1)).toEqual([next])
    }))

  describe('a cursor that cannot be resumed gets RESYNC and then a snapshot', () => {
    const expectResync = async (id: string, since: string) =>
      connected(async (client) => {
        const feed = follow<{ instanceChanged: Event }>(client, instanceChanged, { id, since })
        const screenFeed = follow<{ displayChanged: Display }>(client, displayChanged, { id, since })
        const [resync, snapshot] = await events(feed, 2)
        expect([resync?.type, snapshot?.type]).toEqual(['RESYNC', 'SNAPSHOT'])
        expect((await screenFeed.take(2)).map(({ displayChanged }) => displayChanged.type)).toEqual([
          'RESYNC',
          'SNAPSHOT',
        ])
        await patch(id, { count: snapshot!.revision + 100 })
        expect(await events(feed, 1)).toMatchObject([{ type: 'PROPS', revision: snapshot!.revision + 1 }])
      })
    const cursorAt = (id: string, cursor: string, change: { epoch?: string; position?: number }) => {
      const feed = { kind: INSTANCE_FEED, subject: id }
      return encodeCursor({ ...feed, ...decodeCursor(cursor, feed)!, ...change })
    }

    it('of another epoch', async () => {
      const { id, cursor } = await create()
      await expectResync(id, cursorAt(id, cursor, { epoch: 'another' }))
    })

    it('from the future of a database that was restored', async () => {
      const { id, cursor } = await create()
      await expectResync(id, cursorAt(id, cursor, { position: 50 }))
    })

    it.runIf(marquee.mode === 'distributed')('older than what is left of the log', async () => {
      const { id, cursor } = await create()
      for (const count of [1, 2, 3]) await patch(id, { count })
      await database('DELETE FROM runtime.instance_event WHERE instance_id = $1 AND revision <= 2', [id])
      await expectResync(id, cursor)
      await connected(async (client) => {
        const feed = follow<{ instanceChanged: Event }>(client, instanceChanged, {
          id,
          since: cursorAt(id, cursor, { position: 2 }),
        })
        expect((await events(feed, 2)).map(({ revision, type }) => [revision, type])).toEqual([
          [3, 'PROPS'],
          [4, 'PROPS'],
        ])
      })
    })
  })

  it('a cursor of another feed, or of another instance, is a mistake, not a resync', () =>
    connected(async (client) => {
      const [{ id }, other] = [await create(), await create()]
      for (const since of [encodeCursor({ kind: 'other', epoch: 'e', position: 1 }), other.cursor])
        for (const document of [instanceChanged, displayChanged]) {
          const ended = await follow(client, document, { id, since }).ended
          expect(ended?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
        }
    }))

  it('a cursor from before they named their instance resumes', () =>
    connected(async (client) => {
      const { id, cursor } = await create()
      const position = decodeCursor(cursor, { kind: INSTANCE_FEED, subject: id })!
      await patch(id, { count: 7 })
      const since = encodeCursor({ kind: INSTANCE_FEED, ...position })
      expect(await events(follow<{ instanceChanged: Event }>(client, instanceChanged, { id, since }), 1)).toMatchObject(
        [{ type: 'PROPS' }],
      )
    }))

  it('displayChanged carries what a screen shows, and tells of every change', () =>
    connected(async (client) => {
      const { id } = await create({ props: { level: 'info' } })
      const feed = follow<{ displayChanged: Display }>(client, displayChanged, { id })
      const [snapshot] = (await feed.take(1)).map(({ displayChanged }) => displayChanged)
      expect(snapshot).toMatchObject({
        type: 'SNAPSHOT',
        revision: 1,
        effectiveProps: { title: 'Untitled', level: 'info' },
        patch: null,
        lifecycle: 'CREATED',
      })
      expect(snapshot?.bundleUrl).toMatch(/^\/bundles\/[0-9a-f]{64}\.js$/)
      await patch(id, { title: 'Now', level: null })
      expect((await feed.take(1))[0]?.displayChanged).toMatchObject({
        type: 'PROPS',
        revision: 2,
        effectiveProps: { title: 'Now' },
        patch: { title: 'Now', level: null },
      })
    }, null))

  it('displayChanged sends large props as the patch alone, and whole to those who start', () =>
    connected(async (client) => {
      const { id } = await create({ props: { text: 'x'.repeat(5000) } })
      const feed = follow<{ displayChanged: Display }>(client, displayChanged, { id })
      expect((await feed.take(1))[0]?.displayChanged.effectiveProps).toMatchObject({ text: 'x'.repeat(5000) })
      await patch(id, { count: 1 })
      expect((await feed.take(1))[0]?.displayChanged).toMatchObject({ effectiveProps: null, patch: { count: 1 } })
    }))

  describe('what cannot be seen', () => {
    it('is NOT_FOUND: a missing instance to everybody, a PRIVATE one to those without a key', async () => {
      const { id } = await create({ visibility: 'PRIVATE' })
      const ends = async (key: null | undefined, target: string, document: string) => {
        let code: string | undefined
        await connected(async (client) => {
          code = (await follow(client, document, { id: target }).ended)?.[0]?.extensions.code
        }, key as null)
        return code
      }
      for (const document of [instanceChanged, displayChanged]) {
        for (const target of ['inst-00000000', 'nonsense', ''])
          expect(await ends(undefined, target, document)).toBe('NOT_FOUND')
        expect(await ends(null, id, document)).toBe('NOT_FOUND')
      }
    })

    it('an UNLISTED one is followed by those who know its id, until it becomes PRIVATE', () =>
      connected(async (client) => {
        const { id } = await create({ visibility: 'UNLISTED' })
        const feed = follow<{ instanceChanged: Event }>(client, instanceChanged, { id })
        await events(feed, 1)
        await patch(id, { count: 1 })
        await events(feed, 1)
        await write(marquee, 'updateInstance', { id, visibility: 'PRIVATE' })
        expect((await feed.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
        expect(feed.waiting()).toBe(0)
      }, null))
  })

  it.runIf(marquee.mode === 'distributed')(
    'DELETED is the last thing a follower hears, and a row that is gone ends the feed',
    () =>
      connected(async (client) => {
        const [{ id }, gone] = [await create(), await create()]
        const feed = follow<{ instanceChanged: Event }>(client, instanceChanged, { id })
        const goneFeed = follow<{ instanceChanged: Event }>(client, instanceChanged, { id: gone.id })
        const [[snapshot]] = [await events(feed, 1), await events(goneFeed, 1)]
        const { epoch } = decodeCursor(snapshot!.cursor, { kind: INSTANCE_FEED, subject: id })!
        const bus = createRedisBus({ url: redisUrl() as string, log: createLogger({ level: 'silent', name: 'test' }) })
        const query = 'query ($id: ID!) { instance(id: $id) { id visibility props createdAt updatedAt } }'
        const state = (await ask<{ instance: object }>(marquee, query, { id })).instance
        const deleted = {
          instanceId: id,
          revision: 2,
          type: 'DELETED' as const,
          patch: null,
          changeId: 'chg-x',
          actorId: null,
          reason: null,
          at: new Date().toISOString(),
        }
        expect(await untilReady(bus, 5000)).toBe(true)
        const payload = writeChange({
          ...deleted,
          epoch,
          readers: ['public'],
          state: { ...state, revision: 2, effectiveProps: {} } as InstanceState,
        })
        await bus.publish([{ topic: instanceTopic(id), payload }])
        expect(await events(feed, 1)).toMatchObject([{ type: 'DELETED', revision: 2 }])
        expect(await feed.ended).toBeNull()
        await bus.close()
        // Nobody says anything: the sweep finds it.
        await database('UPDATE runtime.instance SET deleted_at = now() WHERE id = $1', [gone.id])
        expect((await goneFeed.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
      }),
  )
})
