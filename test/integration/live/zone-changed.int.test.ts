import { beforeAll, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, withClient, type Following } from '../../support/graph/graph-socket.ts'

type ZoneEvent = { type: string; cursor: string; instance: { id: string; placement: { tags: string[] } | null } | null }
type Data = { zoneChanged: ZoneEvent }

const query = `subscription ($zoneId: ID!, $since: Cursor) { zoneChanged(zoneId: $zoneId, since: $since) {
  type cursor instance { id placement { tags } } } }`

/** A square of half a degree, its south-west corner at the point. */
const square = (lat: number, lng: number) => [
  [lng, lat],
  [lng + 0.5, lat],
  [lng + 0.5, lat + 0.5],
  [lng, lat + 0.5],
]

eachMode('zoneChanged', (marquee) => {
  let screen: Definition
  const create = async (lat: number, input: object = {}) =>
    (
      await write(marquee, 'createInstance', {
        ...{ definitionTypeKey: screen.typeKey, visibility: 'PUBLIC', placement: { geo: { lat, lng: 3.1 }, tags: [] } },
        ...input,
      })
    ).instance.id
  const move = (id: string, lat: number, tags: string[] = []) =>
    write(marquee, 'setPlacement', { id, placement: { geo: { lat, lng: 3.1 }, tags } })
  const draw = (id: string, lat: number) =>
    ask(marquee, 'mutation ($i: UpsertZoneInput!) { upsertZone(input: $i) { changeId } }', {
      i: { id, name: id, polygon: square(lat, 3) },
    })
  const take = async (feed: Following<Data>, count: number) =>
    (await feed.take(count)).map(({ zoneChanged }) => zoneChanged)
  const brief = ({ type, instance }: ZoneEvent) => (instance ? `${type} ${instance.id}` : type)
  const shown = async (feed: Following<Data>, count: number) => (await take(feed, count)).map(brief)

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  it('tells who is in the zone, then who moves in and out of it, and nothing of moves within', () =>
    withClient(marquee, async (client) => {
      const zoneId = unique()
      await draw(zoneId, 10)
      const inside = await create(10.1)
      const outside = await create(11)
      const feed = follow<Data>(client, query, { zoneId })
      expect(await shown(feed, 2)).toEqual([`SNAPSHOT ${inside}`, 'CAUGHT_UP'])
      await move(outside, 10.2, ['new'])
      const [entered] = await take(feed, 1)
      expect(entered).toMatchObject({ type: 'ENTERED', instance: { id: outside, placement: { tags: ['new'] } } })
      await move(outside, 10.3)
      await move(inside, 12)
      expect(await shown(feed, 1)).toEqual([`LEFT ${inside}`])
    }))

  it('tells of all that an edit of the zone takes in and leaves out', () =>
    withClient(marquee, async (client) => {
      const zoneId = unique()
      await draw(zoneId, 20)
      const [first, second] = [await create(20.1), await create(22.1)]
      const feed = follow<Data>(client, query, { zoneId })
      expect(await shown(feed, 2)).toEqual([`SNAPSHOT ${first}`, 'CAUGHT_UP'])
      await draw(zoneId, 22)
      expect((await shown(feed, 2)).toSorted()).toEqual([`ENTERED ${second}`, `LEFT ${first}`])
    }))

  it('hides what is PRIVATE from whoever may not see it', () =>
    withClient(
      marquee,
      async (client) => {
        const zoneId = unique()
        await draw(zoneId, 30)
        const hidden = await create(30.1, { visibility: 'PRIVATE' })
        const feed = follow<Data>(client, query, { zoneId })
        expect(await shown(feed, 1)).toEqual(['CAUGHT_UP'])
        const visible = await create(30.2)
        expect(await shown(feed, 1)).toEqual([`ENTERED ${visible}`])
        await move(hidden, 30.3)
        await move(visible, 31)
        expect(await shown(feed, 1)).toEqual([`LEFT ${visible}`])
      },
      null,
    ))

  it('resumes after a cursor, and starts over with RESYNC after one that it does not know', () =>
    withClient(marquee, async (client) => {
      const zoneId = unique()
      await draw(zoneId, 40)
      const id = await create(41)
      const feed = follow<Data>(client, query, { zoneId })
      const [caughtUp] = await take(feed, 1)
      await move(id, 40.1)
      const [entered] = await take(feed, 1)
      expect([caughtUp, entered].map((event) => brief(event as ZoneEvent))).toEqual(['CAUGHT_UP', `ENTERED ${id}`])
      feed.stop()
      await move(id, 41)
      const resumed = follow<Data>(client, query, { zoneId, since: entered?.cursor })
      expect(await shown(resumed, 1)).toEqual([`LEFT ${id}`])
      const other = follow<Data>(client, query, { zoneId: unique(), since: entered?.cursor })
      expect(await shown(other, 2)).toEqual(['RESYNC', 'CAUGHT_UP'])
    }))
})
