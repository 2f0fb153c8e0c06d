import { beforeAll, describe, expect, it } from 'vitest'
import { publishScreen, write, type Definition } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'

type Data = Record<string, Record<string, unknown>>

eachMode('what a subscription may select', (marquee) => {
  let screen: Definition
  let id: string
  const patch = (value: object) => write(marquee, 'patchProps', { id, patch: value })
  const connected = async (work: (client: ReturnType<typeof liveClient>) => Promise<void>) => {
    const client = liveClient(marquee)
    try {
      await work(client)
    } finally {
      await client.dispose()
    }
  }

  beforeAll(async () => {
    screen = await publishScreen(marquee, { title: 'A screen' })
    const placement = { location: 'somewhere', geo: { lat: 1, lng: 2 }, tags: ['a'] }
    id = (
      await write(marquee, 'createInstance', {
        definitionTypeKey: screen.typeKey,
        props: { title: 'One' },
        visibility: 'PUBLIC',
        placement,
      })
    ).instance.id
  })

  it('fields of all three subgraphs, as they are when the event is sent', () =>
    connected(async (client) => {
      const feed = follow<Data>(
        client,
        `subscription ($id: ID!) { instanceChanged(id: $id) {
          type
          instance {
            id props
            definition { id typeKey title latestVersion { version } }
            definitionVersion { version status definition { typeKey } }
            placement { location geo { lat lng } tags }
            project { name subspace { kind space { name } } }
            owner { id kind displayName }
            history(first: 1) { totalCount nodes { type } }
          }
        } }`,
        { id },
      )
      const whole = (props: object, tags: string[], totalCount: number, type: string) => ({
        instance: {
          id,
          props,
          definition: {
            id: screen.definitionId,
            typeKey: screen.typeKey,
            title: 'A screen',
            latestVersion: { version: '1.0.0' },
          },
          definitionVersion: { version: '1.0.0', status: 'PUBLISHED', definition: { typeKey: screen.typeKey } },
          placement: { location: 'somewhere', geo: { lat: 1, lng: 2 }, tags },
          project: { name: expect.any(String), subspace: { kind: 'OFFICIAL', space: { name: expect.any(String) } } },
          owner: { id: expect.any(String), kind: expect.any(String), displayName: expect.any(String) },
          history: { totalCount, nodes: [{ type }] },
        },
      })
      const [snapshot] = await feed.take(1)
      expect(snapshot?.['instanceChanged']).toEqual({
        type: 'SNAPSHOT',
        ...whole({ title: 'One' }, ['a'], 1, 'CREATED'),
      })
      await patch({ count: 1 })
      expect((await feed.take(1))[0]?.['instanceChanged']).toEqual({
        type: 'PROPS',
        ...whole({ title: 'One', count: 1 }, ['a'], 2, 'PROPS'),
      })
      await write(marquee, 'addTags', { id, tags: ['b'] })
      expect((await feed.take(1))[0]?.['instanceChanged']).toEqual({
        type: 'PLACEMENT',
        ...whole({ title: 'One', count: 1 }, ['a', 'b'], 3, 'PLACEMENT'),
      })
    }))

  it('aliases, fragments named and inline, __typename and one field asked for twice', () =>
    connected(async (client) => {
      const feed = follow<Data>(
        client,
        `subscription Watch($id: ID!) { watched: instanceChanged(id: $id) { __typename what: type ...Both thing: instance { it: id } } }
         fragment Both on InstanceEvent { revision instance { ...Names ... on Instance { shown: effectiveProps } } instance { id place: placement { at: location __typename } } }
         fragment Names on Instance { __typename definition { key: typeKey } }`,
        { id },
      )
      const [{ watched }] = (await feed.take(1)) as [Data]
      expect(watched).toEqual({
        __typename: 'InstanceEvent',
        what: 'SNAPSHOT',
        revision: expect.any(Number),
        thing: { it: id },
        instance: {
          __typename: 'Instance',
          id,
          definition: { key: screen.typeKey },
          shown: expect.objectContaining({ title: 'One' }),
          place: { at: 'somewhere', __typename: 'Placement' },
        },
      })
      expect(Object.keys(watched as object)).toEqual(['__typename', 'what', 'revision', 'instance', 'thing'])
    }))

  describe('@skip and @include', () => {
    const carried =
      'subscription ($id: ID!, $yes: Boolean!) { instanceChanged(id: $id) { revision @include(if: $yes) type @skip(if: $yes) } }'
    const fetched = `subscription ($id: ID!, $yes: Boolean!) { instanceChanged(id: $id) {
      instance { id definition @include(if: $yes) { typeKey } ... on Instance @skip(if: $yes) { placement { location } } } } }`

    it('shape what the event carries, for readers of one document with different variables at a time', () =>
      connected(async (client) => {
        const [yes, no] = [true, false].map((value) => follow<Data>(client, carried, { id, yes: value }))
        const keys = async (feed: typeof yes) => Object.keys((await feed!.take(1))[0]?.['instanceChanged'] as object)
        expect([await keys(yes), await keys(no)]).toEqual([['revision'], ['type']])
        await patch({ count: Date.now() })
        expect([await keys(yes), await keys(no)]).toEqual([['revision'], ['type']])
      }))

    it('shape what is fetched', () =>
      connected(async (client) => {
        const [yes, no] = [true, false].map((value) => follow<Data>(client, fetched, { id, yes: value }))
        const read = async (feed: typeof yes) => (await feed!.take(1))[0]?.['instanceChanged']?.['instance']
        const expected = [
          { id, definition: { typeKey: screen.typeKey } },
          { id, placement: { location: 'somewhere' } },
        ]
        expect([await read(yes), await read(no)]).toEqual(expected)
        await patch({ count: Date.now() })
        expect([await read(yes), await read(no)]).toEqual(expected)
      }))
  })

  it('arguments from variables in what is fetched: readers with different ones get different answers', () =>
    connected(async (client) => {
      const query =
        'subscription ($id: ID!, $first: Int) { instanceChanged(id: $id) { instance { history(first: $first) { nodes { revision } } } } }'
      const feeds = [1, 2].map((first) => follow<Data>(client, query, { id, first }))
      for (const [index, feed] of feeds.entries()) {
        const [event] = await feed.take(1)
        expect(
          (event?.['instanceChanged'] as { instance: { history: { nodes: unknown[] } } }).instance.history.nodes,
        ).toHaveLength(index + 1)
      }
    }))

  it('an error in what is fetched comes with the event, formatted and with its path; the feed goes on', () =>
    connected(async (client) => {
      const feed = follow<Data>(
        client,
        'subscription ($id: ID!) { changed: instanceChanged(id: $id) { revision instance { id past: history(first: 0) { totalCount } } } }',
        { id },
      )
      for (const again of [false, true]) {
        if (again) await patch({ count: Date.now() })
        const { errors } = await feed.next()
        expect(errors).toEqual([
          {
            message: expect.stringContaining('first'),
            path: ['changed', 'instance', 'past'],
            extensions: {
              code: 'BAD_USER_INPUT',
              service: expect.any(String),
              retryable: false,
              requestId: expect.any(String),
              details: { first: 0, max: 200 },
            },
          },
        ])
      }
    }))
})
