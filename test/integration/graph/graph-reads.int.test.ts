import { beforeAll, describe, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, readInstance, write, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Page = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  edges: { cursor: string; node: { id: string; name: string } }[]
  nodes: { id: string; name: string }[]
}
const list = `query ($filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int, $after: String) {
  instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id name } } nodes { id name } } }`

eachMode('reading instances', (marquee) => {
  let screen: Definition
  let other: Definition
  const ids: Record<string, string> = {}
  const page = async (variables: object, key?: null) =>
    (await ask<{ instances: Page }>(marquee, list, variables, key)).instances
  const names = async (filter: object, orderBy: string | null = 'NAME_ASC', key?: null) =>
    (await page({ filter, orderBy, first: 200 }, key)).nodes.map(({ name }) => name)
  const create = async (name: string, input: object) => {
    ids[name] = (
      await write(marquee, 'createInstance', {
        definitionTypeKey: screen.typeKey,
        name,
        visibility: 'PUBLIC',
        ...input,
      })
    ).instance.id
  }

  beforeAll(async () => {
    screen = await publishScreen(marquee)
    other = await publishScreen(marquee)
    await create('delta', {
      props: { title: 'Red', alert: { text: 'late' } },
      placement: { location: 'lisboa', geo: { lat: 38.72, lng: -9.14 }, tags: ['bus', 'indoor'] },
    })
    await create('Alpha', {
      placement: { location: 'lisboa', device: 'kiosk-7', geo: { lat: 38.75, lng: -9.1 }, tags: ['bus'] },
    })
    await create('charlie_100%', {
      definitionTypeKey: other.typeKey,
      parentId: ids['delta'],
      placement: { geo: { lat: 41.15, lng: -8.61 }, tags: ['tram', 'indoor'] },
    })
    await create('bravo', { visibility: 'UNLISTED', placement: { geo: { lat: 38.72, lng: -9.14 } } })
    await create('Echo', { visibility: 'PRIVATE', scope: 'ORCHESTRATION' })
    await write(marquee, 'patchProps', { id: ids['Alpha'], patch: { count: 5 } })
  })

  describe('instances(filter)', () => {
    it('narrows by each member of the filter', async () => {
      const all = ['Alpha', 'bravo', 'charlie_100%', 'delta', 'Echo']
      const expected: [object, string[]][] = [
        [{}, all],
        [{ ids: [ids['delta'], ids['Echo'], 'inst-00000000'] }, ['delta', 'Echo']],
        [{ ids: [] }, []],
        [{ kinds: ['DISPLAY', 'MODEL'] }, all],
        [{ kinds: ['MODEL'] }, []],
        [{ definitionTypeKey: other.typeKey }, ['charlie_100%']],
        [{ scopes: ['ORCHESTRATION'] }, ['Echo']],
        [{ lifecycles: ['CREATED'] }, all],
        [{ lifecycles: ['ACTIVE'] }, []],
        [{ parentId: ids['delta'] }, ['charlie_100%']],
        [{ nameContains: 'LPH' }, ['Alpha']],
        [{ nameContains: '_100%' }, ['charlie_100%']],
        [{ nameContains: '%' }, ['charlie_100%']],
        [{ propsContain: { title: 'Untitled' } }, ['Alpha', 'bravo', 'charlie_100%', 'Echo']],
        [{ propsContain: { alert: { text: 'late' } } }, ['delta']],
        [{ propsContain: { count: 5 } }, ['Alpha']],
        [{ location: 'lisboa' }, ['Alpha', 'delta']],
        [{ device: 'kiosk-7' }, ['Alpha']],
        [{ tags: { all: ['bus', 'indoor'] } }, ['delta']],
        [{ tags: { any: ['tram', 'bus'] } }, ['Alpha', 'charlie_100%', 'delta']],
        [{ tags: { none: ['indoor'] } }, ['Alpha', 'bravo', 'Echo']],
        [{ tags: { any: [] } }, []],
        [{ tags: { all: ['indoor'], any: ['bus', 'tram'], none: ['tram'] } }, ['delta']],
        [{ near: { lat: 38.72, lng: -9.14, radiusMeters: 10_000 } }, ['Alpha', 'bravo', 'delta']],
        [{ near: { lat: 38.72, lng: -9.14, radiusMeters: 0 } }, ['bravo', 'delta']],
        [{ within: { south: 40, north: 42, west: -9, east: -8 } }, ['charlie_100%']],
        [
          {
            location: 'lisboa',
            tags: { any: ['bus'] },
            nameContains: 'a',
            propsContain: { title: 'Red' },
            kinds: ['DISPLAY'],
          },
          ['delta'],
        ],
      ]
      for (const [filter, found] of expected) {
        expect((await names(filter)).map((name) => name.toLowerCase()).sort(), JSON.stringify(filter)).toEqual(
          found.map((name) => name.toLowerCase()).sort(),
        )
        expect((await page({ filter, first: 1 })).totalCount, JSON.stringify(filter)).toBe(found.length)
      }
    })

    it('narrows by owner and project', async () => {
      const { me } = await ask<{ me: { principal: { id: string } } }>(marquee, '{ me { principal { id } } }')
      const { instance } = await ask<{ instance: { project: { id: string } } }>(
        marquee,
        `{ instance(id: "${ids['delta']}") { project { id } } }`,
      )
      expect(await names({ ownerId: me.principal.id, projectId: instance.project.id })).toHaveLength(5)
      expect(await names({ ownerId: 'nobody' })).toEqual([])
      expect(await names({ projectId: 'nowhere' })).toEqual([])
    })

    it('shows an anonymous reader PUBLIC ones only, in rows and in totals', async () => {
      const { totalCount, nodes } = await page({ orderBy: 'CREATED_ASC' }, null)
      expect([totalCount, nodes.map(({ name }) => name)]).toEqual([3, ['delta', 'Alpha', 'charlie_100%']])
      expect(await names({ near: { lat: 38.72, lng: -9.14, radiusMeters: 10 } }, null, null)).toEqual(['delta'])
      expect(await names({ ids: [ids['bravo'], ids['Echo']] }, null, null)).toEqual([])
      const query = `{ definition(typeKey: "${screen.typeKey}") { instances { totalCount nodes { name } } } }`
      expect(await ask(marquee, query, {}, null)).toMatchObject({ definition: { instances: { totalCount: 2 } } })
      expect(await ask(marquee, query)).toMatchObject({ definition: { instances: { totalCount: 4 } } })
    })
  })

  describe('instance(id)', () => {
    const byId = async (id: string | undefined, key?: null) =>
      (
        await ask<{ instance: { name: string } | null }>(
          marquee,
          'query ($id: ID!) { instance(id: $id) { name } }',
          { id },
          key,
        )
      ).instance?.name ?? null

    it('shows an anonymous reader PUBLIC and UNLISTED ones, and never a PRIVATE one', async () => {
      expect(await byId(ids['delta'], null)).toBe('delta')
      expect(await byId(ids['bravo'], null)).toBe('bravo')
      expect(await byId(ids['Echo'], null)).toBeNull()
      expect(await byId(ids['Echo'])).toBe('Echo')
    })

    it('is null where there is none, whatever the id looks like', async () => {
      for (const id of ['inst-00000000', 'x', '', "'; DROP TABLE runtime.instance; --", 'inst-\u0000', 'é'.repeat(500)])
        expect(await byId(id), id).toBeNull()
    })

    it('leads nobody to a PRIVATE one over another: neither as a parent nor in a list', async () => {
      const child = await write(marquee, 'createInstance', {
        definitionTypeKey: screen.typeKey,
        visibility: 'PUBLIC',
        scope: 'ORCHESTRATION',
        parentId: ids['Echo'],
        name: unique(),
        placement: { location: 'apart' },
      })
      const query = 'query ($id: ID!) { instance(id: $id) { parent { id name } } }'
      expect(await ask(marquee, query, { id: child.instance.id }, null)).toEqual({ instance: { parent: null } })
      expect(await ask(marquee, query, { id: child.instance.id })).toEqual({
        instance: { parent: { id: ids['Echo'], name: 'Echo' } },
      })
      // The lists of this file count five.
      await write(marquee, 'updateInstance', { id: child.instance.id, visibility: 'PRIVATE' })
    })
  })

  describe('orders and pages', () => {
    const five = () => ({ ids: ['delta', 'Alpha', 'charlie_100%', 'bravo', 'Echo'].map((name) => ids[name]) })

    it('offers every order', async () => {
      const created = ['delta', 'Alpha', 'charlie_100%', 'bravo', 'Echo']
      expect(await names(five(), 'CREATED_ASC')).toEqual(created)
      expect(await names(five(), 'CREATED_DESC')).toEqual([...created].reverse())
      expect(await names(five(), null)).toEqual([...created].reverse())
      expect((await names(five(), 'UPDATED_DESC'))[0]).toBe('Alpha')
      const near = { near: { lat: 38.76, lng: -9.1, radiusMeters: 1_000_000 } }
      const nearest = await names(near, 'DISTANCE_ASC')
      expect([nearest[0], new Set(nearest.slice(1, 3)), nearest[3]]).toEqual([
        'Alpha',
        new Set(['delta', 'bravo']),
        'charlie_100%',
      ])
      expect(await names(near, null)).toEqual(nearest)
      const byName = await names(five(), 'NAME_ASC')
      expect([...byName].sort()).toEqual([...created].sort())
      expect(byName.indexOf('bravo')).toBeLessThan(byName.indexOf('charlie_100%'))
    })

    it.each(['CREATED_ASC', 'CREATED_DESC', 'NAME_ASC', 'UPDATED_DESC', 'DISTANCE_ASC'])(
      '%s: pages join without gap or double, the total on each',
      async (orderBy) => {
        const filter = orderBy === 'DISTANCE_ASC' ? { near: { lat: 0, lng: 0, radiusMeters: 10_000_000 } } : five()
        const whole = await page({ filter, orderBy, first: 200 })
        const seen: string[] = []
        let after: string | null = null
        do {
          const part: Page = await page({ filter, orderBy, first: 2, after })
          expect(part.totalCount).toBe(whole.totalCount)
          expect(part.pageInfo.hasPreviousPage).toBe(after !== null)
          expect(part.pageInfo).toMatchObject({
            startCursor: part.edges[0]?.cursor,
            endCursor: part.edges.at(-1)?.cursor,
          })
          expect(part.nodes).toEqual(part.edges.map(({ node }) => node))
          seen.push(...part.nodes.map(({ id }) => id))
          after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null
        } while (after !== null && seen.length < 20)
        expect(seen).toEqual(whole.nodes.map(({ id }) => id))
      },
    )
  })

  describe('history', () => {
    it('tells every change, newest first, each with the state it led to, in pages', async () => {
      const {
        instance: { id },
      } = await write(marquee, 'createInstance', {
        definitionTypeKey: screen.typeKey,
        name: unique(),
        props: { count: 1 },
      })
      await write(marquee, 'patchProps', { id, patch: { count: 2, alert: { text: 'a' } } })
      await write(marquee, 'updateInstance', { id, visibility: 'PUBLIC' })
      await write(marquee, 'replaceProps', { id, props: { title: 'New' } })
      type History = {
        totalCount: number
        pageInfo: { hasNextPage: boolean; endCursor: string }
        nodes: { revision: number; type: string; instance: object }[]
      }
      const query = `query ($id: ID!, $first: Int, $after: String) { instance(id: $id) { history(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { revision type instance { id revision visibility props effectiveProps } } } } }`
      const read = async (variables: object) =>
        (await ask<{ instance: { history: History } }>(marquee, query, { id, ...variables })).instance.history
      const state = (revision: number, type: string, visibility: string, props: object) => ({
        revision,
        type,
        instance: { id, revision, visibility, props, effectiveProps: { title: 'Untitled', ...props } },
      })
      const all = [
        state(4, 'PROPS', 'PUBLIC', { title: 'New' }),
        state(3, 'CONFIG', 'PUBLIC', { count: 2, alert: { text: 'a' } }),
        state(2, 'PROPS', 'PRIVATE', { count: 2, alert: { text: 'a' } }),
        state(1, 'CREATED', 'PRIVATE', { count: 1 }),
      ]
      expect(await read({})).toMatchObject({ totalCount: 4, nodes: all })
      const first = await read({ first: 3 })
      expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true }, nodes: all.slice(0, 3) })
      expect(await read({ first: 3, after: first.pageInfo.endCursor })).toMatchObject({
        totalCount: 4,
        pageInfo: { hasNextPage: false },
        nodes: all.slice(3),
      })
      expect((await readInstance(marquee, id))?.revision).toBe(4)
      await write(marquee, 'updateInstance', { id, visibility: 'PRIVATE' })
    })
  })
})
