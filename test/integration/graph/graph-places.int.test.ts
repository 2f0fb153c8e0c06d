import { beforeAll, describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

const places: Record<string, [lat: number, lng: number]> = {
  fiji: [-17.8, 178.0],
  taveuni: [-16.8, -179.9],
  samoa: [-13.8, -171.8],
  wrangel: [71.2, -179.9],
  northPole: [90, 0],
  alert: [82.5, -62.3],
  southPole: [-90, 77],
  vostok: [-78.5, 106.8],
  lisboa: [38.72, -9.14],
  null: [0, 0],
}

eachMode('where instances stand', (marquee) => {
  let screen: Definition
  const create = (name: string, input: object = {}) =>
    write(marquee, 'createInstance', { definitionTypeKey: screen.typeKey, visibility: 'PUBLIC', name, ...input })

  beforeAll(async () => {
    screen = await publishScreen(marquee)
    for (const [name, [lat, lng]] of Object.entries(places))
      await create(name, { placement: { geo: { lat, lng }, tags: ['place'] } })
    await create('hidden', {
      visibility: 'UNLISTED',
      placement: { geo: { lat: 38.72, lng: -9.14 }, tags: ['place', 'hidden'] },
    })
    await create('nowhere', { placement: { tags: ['place'] } })
  })

  describe('nearby', () => {
    const query = `query ($lat: Float!, $lng: Float!, $radius: Float, $filter: InstanceFilter, $first: Int) {
      nearby(lat: $lat, lng: $lng, radiusMeters: $radius, filter: $filter, first: $first) { distanceMeters instance { name definition { title } placement { geo { lat lng } } } } }`
    type Found = {
      distanceMeters: number
      instance: { name: string; definition: { title: string }; placement: { geo: object } }
    }
    const nearby = async (variables: object, key?: null) =>
      (await ask<{ nearby: Found[] }>(marquee, query, variables, key)).nearby
    const namesOf = (found: Found[]) => found.map(({ instance }) => instance.name)

    it('answers nearest first with great-circle metres, the fields of all subgraphs beside them', async () => {
      const [first, second] = await nearby({ lat: 38.72, lng: -9.14, filter: { tags: { none: ['hidden'] } } })
      expect(first).toEqual({
        distanceMeters: 0,
        instance: { name: 'lisboa', definition: { title: 'A screen' }, placement: { geo: { lat: 38.72, lng: -9.14 } } },
      })
      expect(second?.instance.name).toBe('null')
      expect(second?.distanceMeters).toBeCloseTo(greatCircle([38.72, -9.14], [0, 0]), -1)
    })

    it('looks over the whole earth without a radius, and no further than `first`', async () => {
      expect(await nearby({ lat: 0, lng: 0 })).toHaveLength(11)
      expect(namesOf(await nearby({ lat: 0, lng: 0, first: 1 }))).toEqual(['null'])
    })

    it('looks across the antimeridian', async () => {
      const found = await nearby({ lat: -17, lng: 179.9, radius: 400_000 })
      expect(namesOf(found)).toEqual(['taveuni', 'fiji'])
      for (const { distanceMeters, instance } of found) {
        expect(distanceMeters / greatCircle([-17, 179.9], places[instance.name]!)).toBeCloseTo(1, 4)
      }
    })

    it.each([
      ['north', 90, ['northPole', 'alert']],
      ['south', -90, ['southPole', 'vostok']],
    ])('looks over the %s pole from any longitude', async (_, lat, expected) => {
      for (const lng of [-180, 0, 123, 180])
        expect(namesOf(await nearby({ lat, lng, radius: 1_500_000 }))).toEqual(expected)
    })

    it('takes a filter beside the point, and shows an anonymous reader PUBLIC ones only', async () => {
      expect(namesOf(await nearby({ lat: 38.72, lng: -9.14, radius: 10 })).sort()).toEqual(['hidden', 'lisboa'])
      expect(namesOf(await nearby({ lat: 38.72, lng: -9.14, radius: 10 }, null))).toEqual(['lisboa'])
      expect(namesOf(await nearby({ lat: 0, lng: 0, filter: { nameContains: 'pole' } })).sort()).toEqual([
        'northPole',
        'southPole',
      ])
      expect(await nearby({ lat: 0, lng: 0, filter: { nameContains: 'no such place' } })).toEqual([])
    })
  })

  describe('within', () => {
    const within = async (bounds: object) =>
      (
        await ask<{ instances: { nodes: { name: string }[] } }>(
          marquee,
          'query ($f: InstanceFilter) { instances(filter: $f) { nodes { name } } }',
          { f: { within: bounds, tags: { none: ['hidden'] } } },
        )
      ).instances.nodes
        .map(({ name }) => name)
        .sort()

    it('crosses the antimeridian where west is east of east', async () => {
      expect(await within({ south: -20, north: -10, west: 170, east: -170 })).toEqual(['fiji', 'samoa', 'taveuni'])
      expect(await within({ south: -20, north: -10, west: -175, east: -170 })).toEqual(['samoa'])
      expect(await within({ south: -90, north: 90, west: 177, east: -179 })).toEqual([
        'fiji',
        'northPole',
        'southPole',
        'taveuni',
        'wrangel',
      ])
    })

    it('takes the poles, which lie at every longitude, with the latitudes that reach them, and the whole earth', async () => {
      expect(await within({ south: 80, north: 90, west: -180, east: 180 })).toEqual(['alert', 'northPole'])
      expect(await within({ south: -90, north: -75, west: -180, east: 180 })).toEqual(['southPole', 'vostok'])
      expect(await within({ south: -90, north: 90, west: -180, east: 180 })).toEqual(Object.keys(places).sort())
    })

    it('holds its own edges, and 180 is -180', async () => {
      expect(await within({ south: 0, north: 0, west: 0, east: 0 })).toEqual(['null'])
      const { instance } = await create(unique(), { placement: { geo: { lat: 50, lng: 180 } } })
      expect(await within({ south: 50, north: 50, west: -180, east: -179 })).toEqual([instance.name])
      expect(await within({ south: 50, north: 50, west: 179, east: 180 })).toEqual([instance.name])
      await write(marquee, 'setPlacement', { id: instance.id, placement: {} })
    })
  })

  describe('tags', () => {
    type Tags = { tags: { tag: string; count: number }[] }
    const tags = async (prefix: string | null, first = 100, key?: null) =>
      (
        await ask<Tags>(
          marquee,
          'query ($p: String, $n: Int) { tags(prefix: $p, first: $n) { tag count } }',
          { p: prefix, n: first },
          key,
        )
      ).tags

    it('counts the tags in use that begin so, most used first, of what the reader may list', async () => {
      const start = unique()
      for (const [name, used] of [
        ['a', [`${start}:x`, `${start}:y`]],
        ['b', [`${start}:y`]],
        ['c', ['other']],
      ] as const)
        await create(`${start}${name}`, { placement: { tags: used } })
      await create(`${start}d`, { visibility: 'PRIVATE', placement: { tags: [`${start}:z`, `${start}:y`] } })
      expect(await tags(start)).toEqual([
        { tag: `${start}:y`, count: 3 },
        { tag: `${start}:x`, count: 1 },
        { tag: `${start}:z`, count: 1 },
      ])
      expect(await tags(start, 1)).toEqual([{ tag: `${start}:y`, count: 3 }])
      expect(await tags(start, 100, null)).toEqual([
        { tag: `${start}:y`, count: 2 },
        { tag: `${start}:x`, count: 1 },
      ])
      expect(await tags(start.toUpperCase())).toEqual([])
      expect(await tags('%')).toEqual([])
      expect((await tags(null)).find(({ tag }) => tag === 'place')?.count).toBe(12)
    })
  })

  describe('locations', () => {
    const upsert =
      'mutation ($i: UpsertLocationInput!) { upsertLocation(input: $i) { location { id name timezone geo { lat lng } parent { id parent { id } } } } }'
    const put = async (i: object) =>
      (await ask<{ upsertLocation: { location: object } }>(marquee, upsert, { i })).upsertLocation.location

    it('stand in a tree, know their time zone, are replaced by an upsert and listed by name in pages', async () => {
      expect(await put({ id: 'pt', name: 'Portugal', timezone: 'Europe/Lisbon' })).toEqual({
        id: 'pt',
        name: 'Portugal',
        timezone: 'Europe/Lisbon',
        geo: null,
        parent: null,
      })
      expect(
        await put({ id: 'pt/lisboa', name: 'Lisboa', geo: { lat: 38.72, lng: -9.14 }, parentId: 'pt' }),
      ).toMatchObject({ timezone: 'Europe/Lisbon', parent: { id: 'pt', parent: null } })
      expect(
        await put({ id: 'pt/lisboa', name: 'Lisbon', geo: { lat: 38.7, lng: -9.1 }, parentId: 'pt' }),
      ).toMatchObject({ name: 'Lisbon' })
      await put({ id: 'jp', name: 'Japan', geo: { lat: 35.7, lng: 139.7 } })
      type Locations = {
        locations: {
          totalCount: number
          pageInfo: { hasNextPage: boolean; endCursor: string }
          nodes: { name: string }[]
        }
      }
      const query =
        'query ($first: Int, $after: String) { locations(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { name } } }'
      const first = (await ask<Locations>(marquee, query, { first: 2 })).locations
      expect(first).toMatchObject({
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        nodes: [{ name: 'Japan' }, { name: 'Lisbon' }],
      })
      expect(
        (await ask<Locations>(marquee, query, { first: 2, after: first.pageInfo.endCursor })).locations,
      ).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false }, nodes: [{ name: 'Portugal' }] })
    })

    it('give their time zone to what stands there', async () => {
      await put({ id: 'ke', name: 'Kenya', timezone: 'Africa/Nairobi' })
      expect((await create(unique(), { placement: { location: 'ke' } })).instance.placement?.timezone).toBe(
        'Africa/Nairobi',
      )
      expect(
        (await create(unique(), { placement: { location: 'ke', timezone: 'UTC' } })).instance.placement?.timezone,
      ).toBe('UTC')
    })

    it('lie neither in themselves nor in what is not there, and are named by slugs', async () => {
      await put({ id: 'a', name: 'A' })
      await put({ id: 'a/b', name: 'B', parentId: 'a' })
      expect((await refusal(marquee, upsert, { i: { id: 'a', name: 'A', parentId: 'a/b' } })).extensions.code).toBe(
        'CYCLE',
      )
      expect(pointersOf(await refusal(marquee, upsert, { i: { id: 'c', name: 'C', parentId: 'none' } }))).toEqual([
        '/parentId',
      ])
      expect(
        pointersOf(
          await refusal(marquee, upsert, {
            i: { id: 'Not A Slug', name: ' ', geo: { lat: 91, lng: 0 }, timezone: 'Mars' },
          }),
        ),
      ).toEqual(['/geo/lat', '/id', '/name', '/timezone'])
      expect((await refusal(marquee, upsert, { i: { id: 'x', name: 'X' } }, null)).extensions.code).toBe(
        'UNAUTHENTICATED',
      )
    })
  })

  it('setPlacement replaces all of it, the tags too', async () => {
    const {
      instance: { id },
    } = await create(unique(), { placement: { location: 'x', device: 'd', geo: { lat: 1, lng: 1 }, tags: ['t'] } })
    const { instance } = await write(marquee, 'setPlacement', { id, placement: { device: 'e' } })
    expect(instance.placement).toEqual({ location: null, device: 'e', geo: null, timezone: null, tags: [] })
    expect(
      (await refusal(marquee, writes.setPlacement, { input: { id, placement: { geo: { lat: 1 } } } })).extensions.code,
    ).toBe('BAD_USER_INPUT')
  })
})

/** The haversine, on the sphere that the schema names. */
function greatCircle([lat1, lng1]: [number, number], [lat2, lng2]: [number, number]): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lng2 - lng1) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h))
}
