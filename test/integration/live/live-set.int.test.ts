import { beforeAll, describe, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { bulk, publishScreen, write, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, withClient, type Following } from '../../support/graph/graph-socket.ts'

type SetEvent = {
  change: string
  cursor: string
  changeId: string | null
  instance: { id: string; revision: number; props?: { count?: number }; placement?: { tags: string[] } | null } | null
}
type Data = { instancesChanged: SetEvent }

const query = `subscription ($filter: InstanceFilter!, $since: Cursor) { instancesChanged(filter: $filter, since: $since) {
  change cursor changeId instance { id revision props placement { tags } } } }`

eachMode('instancesChanged', (marquee) => {
  let screen: Definition
  const create = async (input: object = {}) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: screen.typeKey, visibility: 'PUBLIC', ...input }))
      .instance.id
  const connected = (work: Parameters<typeof withClient>[1], key?: null) => withClient(marquee, work, key)
  const take = async (feed: Following<Data>, count: number) =>
    (await feed.take(count)).map(({ instancesChanged }) => instancesChanged)
  /** What matches at the start: everything up to CAUGHT_UP. */
  const start = async (feed: Following<Data>) => {
    const events: SetEvent[] = []
    while (events.at(-1)?.change !== 'CAUGHT_UP') events.push(...(await take(feed, 1)))
    return events.slice(0, -1)
  }
  /** Up to the state at `revision`: one that changes while it is looked at is told of twice. The first says what it is. */
  const until = async (feed: Following<Data>, id: string, revision: number) => {
    const events: SetEvent[] = []
    while (events.at(-1)?.instance?.revision !== revision) events.push(...(await take(feed, 1)))
    expect(new Set(events.map(({ instance }) => instance?.id))).toEqual(new Set([id]))
    return { change: events[0]?.change, instance: events.at(-1)?.instance }
  }
  const brief = ({ change, instance }: SetEvent) => `${change} ${instance?.id}`

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  it('tells all that matches, then who comes, changes and goes, whatever the filter asks about', () =>
    connected(async (client) => {
      const [tag, other] = [unique(), unique()]
      const a = await create({ placement: { tags: [tag] }, props: { count: 1 } })
      const b = await create({ placement: { tags: [tag] } })
      const feed = follow<Data>(client, query, { filter: { tags: { all: [tag], none: [other] } } })
      const before = await start(feed)
      expect(before.map(brief)).toEqual([`SNAPSHOT ${a}`, `SNAPSHOT ${b}`])
      expect(before[0]?.instance).toEqual({ id: a, revision: 1, props: { count: 1 }, placement: { tags: [tag] } })
      const { changeId } = await write(marquee, 'patchProps', { id: a, patch: { count: 2 } })
      expect(await take(feed, 1)).toMatchObject([
        { change: 'UPDATE', changeId, instance: { id: a, revision: 2, props: { count: 2 } } },
      ])
      const c = await create()
      await write(marquee, 'addTags', { id: c, tags: [tag] })
      expect(await until(feed, c, 2)).toMatchObject({ change: 'ENTER', instance: { placement: { tags: [tag] } } })
      await write(marquee, 'addTags', { id: b, tags: [other] })
      expect((await take(feed, 1)).map(brief)).toEqual([`LEAVE ${b}`])
      await write(marquee, 'patchProps', { id: b, patch: { count: 5 } })
      await write(marquee, 'removeTags', { id: b, tags: [other] })
      expect(await until(feed, b, 4)).toMatchObject({
        change: 'ENTER',
        instance: { props: { count: 5 }, placement: { tags: [tag] } },
      })
      const d = await create({ placement: { tags: [tag] } })
      expect((await take(feed, 1)).map(brief)).toEqual([`ENTER ${d}`])
      expect(feed.waiting()).toBe(0)
    }))

  it('tells of a bulk change once per instance, with its changeId', () =>
    connected(async (client) => {
      const tag = unique()
      const ids = await Promise.all(Array.from({ length: 12 }, () => create({ placement: { tags: [tag] } })))
      const feed = follow<Data>(client, query, { filter: { tags: { any: [tag] } } })
      expect(await start(feed)).toHaveLength(12)
      const { bulkPatchProps } = await ask<{ bulkPatchProps: { changeId: string } }>(marquee, bulk, {
        input: { filter: { tags: { any: [tag] } }, patch: { count: 9 } },
      })
      const events = await take(feed, 12)
      expect(events.map(({ instance }) => instance?.id).sort()).toEqual([...ids].sort())
      expect(new Set(events.map(({ change, changeId }) => `${change} ${changeId}`))).toEqual(
        new Set([`UPDATE ${bulkPatchProps.changeId}`]),
      )
    }))

  it('names for each instance the change that led to it, whatever else changes at the same moment', () =>
    connected(async (client) => {
      const tag = unique()
      const ids = await Promise.all(Array.from({ length: 5 }, () => create({ placement: { tags: [tag] } })))
      const elsewhere = await create({ visibility: 'PRIVATE' })
      const feed = follow<Data>(client, query, { filter: { tags: { any: [tag] } } })
      await start(feed)
      const patches = await Promise.all(
        [...ids, elsewhere].map((id, count) => write(marquee, 'patchProps', { id, patch: { count } })),
      )
      const expected = ids.map((id, index) => `${id} ${patches[index]?.changeId}`)
      expect((await take(feed, 5)).map(({ instance, changeId }) => `${instance?.id} ${changeId}`).sort()).toEqual(
        expected.sort(),
      )
    }))

  it('shows those without a key what is PUBLIC, and lets go of what is no longer', () =>
    connected(async (client) => {
      const tag = unique()
      const [shown] = await Promise.all(
        (['PUBLIC', 'UNLISTED', 'PRIVATE'] as const).map((visibility) =>
          create({ visibility, placement: { tags: [tag] } }),
        ),
      )
      const feed = follow<Data>(client, query, { filter: { tags: { any: [tag] } } })
      expect((await start(feed)).map(brief)).toEqual([`SNAPSHOT ${shown}`])
      await write(marquee, 'updateInstance', { id: shown as string, visibility: 'PRIVATE', metadata: { secret: 'x' } })
      const [left] = await take(feed, 1)
      expect(left?.change).toBe('LEAVE')
      await write(marquee, 'updateInstance', { id: shown as string, visibility: 'PUBLIC' })
      expect((await take(feed, 1)).map(brief)).toEqual([`ENTER ${shown}`])
    }, null))

  it('answers `since` with RESYNC and everything anew, and refuses a cursor of another feed', () =>
    connected(async (client) => {
      const tag = unique()
      const id = await create({ placement: { tags: [tag] } })
      const filter = { tags: { any: [tag] } }
      const first = follow<Data>(client, query, { filter })
      const [{ cursor }] = (await start(first)) as [SetEvent]
      const second = follow<Data>(client, query, { filter, since: cursor })
      expect((await take(second, 3)).map(({ change, instance }) => [change, instance?.id ?? null])).toEqual([
        ['RESYNC', null],
        ['SNAPSHOT', id],
        ['CAUGHT_UP', null],
      ])
      expect((await follow(client, query, { filter, since: 'x' }).ended)?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }))

  it('a filter that matches nothing yet is caught up at once', () =>
    connected(async (client) => {
      const name = unique()
      const feed = follow<Data>(client, query, { filter: { nameContains: name } })
      expect(await start(feed)).toEqual([])
      const id = await create({ name: `${name}!` })
      expect((await take(feed, 1)).map(brief)).toEqual([`ENTER ${id}`])
      await write(marquee, 'updateInstance', { id, name: null })
      expect((await take(feed, 1)).map(brief)).toEqual([`LEAVE ${id}`])
    }))

  describe('many readers of one live query', () => {
    it('each get everything, whenever they came', () =>
      connected(async (client) => {
        const tag = unique()
        const filter = { tags: { any: [tag] } }
        const ids: string[] = []
        const feeds: Following<Data>[] = []
        for (let index = 0; index < 4; index++) {
          const feed = follow<Data>(client, query, { filter })
          expect((await start(feed)).map(({ instance }) => instance?.id).sort()).toEqual([...ids].sort())
          feeds.push(feed)
          const id = await create({ placement: { tags: [tag] } })
          ids.push(id)
          for (const reader of feeds) expect((await take(reader, 1)).map(brief)).toEqual([`ENTER ${id}`])
        }
        expect(feeds.every((feed) => feed.waiting() === 0)).toBe(true)
      }))
  })
})
