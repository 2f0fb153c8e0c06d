import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient, rawSocket, type RawSocket } from '../../support/graph/graph-socket.ts'

const feed = (id: string) => ({
  query: 'subscription ($id: ID!) { instanceChanged(id: $id) { type revision } }',
  variables: { id },
})

eachMode('graphql-transport-ws', (marquee) => {
  let id: string
  const open: RawSocket[] = []
  const socket = async (options?: Parameters<typeof rawSocket>[1]) => {
    const opened = await rawSocket(marquee, options)
    open.push(opened)
    return opened
  }
  const acknowledged = async (payload: object | undefined = { authorization: `Bearer ${marquee.adminKey}` }) => {
    const opened = await socket()
    opened.send({ type: 'connection_init', ...(payload ? { payload } : {}) })
    expect(await opened.message()).toEqual({ type: 'connection_ack' })
    return opened
  }

  beforeAll(async () => {
    const { typeKey } = await publishScreen(marquee)
    id = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PUBLIC' })).instance.id
  })
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.terminate()
  })

  describe('closes with the code of the protocol', () => {
    it.each([
      ['no JSON', '{'],
      ['no object', '[]'],
      ['no type', '{}'],
      ['an unknown type', '{"type":"start"}'],
      ['a subscribe without an id', '{"type":"subscribe","payload":{"query":"{ me { tenantId } }"}}'],
      ['a subscribe without a query', '{"type":"subscribe","id":"1","payload":{}}'],
      [
        'a subscribe whose variables are a list',
        '{"type":"subscribe","id":"1","payload":{"query":"{ me { tenantId } }","variables":[]}}',
      ],
      ['an id that is a number', '{"type":"complete","id":1}'],
      ['an empty id', '{"type":"subscribe","id":"","payload":{"query":"{ me { tenantId } }"}}'],
    ])('4400 for a message that is %s', async (_, text) => {
      const bad = await acknowledged()
      bad.send(text)
      expect((await bad.closed).code).toBe(4400)
    })

    it('4400 for a binary message', async () => {
      const bad = await acknowledged()
      bad.send(Buffer.from('{"type":"ping"}'))
      expect((await bad.closed).code).toBe(4400)
    })

    it('4401 for a subscribe before the acknowledgement', async () => {
      const early = await socket()
      early.send({ type: 'subscribe', id: '1', payload: feed(id) })
      expect((await early.closed).code).toBe(4401)
    })

    it('4403 for a key that nobody knows', async () => {
      const stranger = await socket()
      stranger.send({ type: 'connection_init', payload: { authorization: 'Bearer wrong' } })
      expect((await stranger.closed).code).toBe(4403)
    })

    it('4406 for another subprotocol', async () => {
      expect((await (await socket({ protocols: [] })).closed).code).toBe(4406)
    })

    it('4408 where connection_init does not come', async () => {
      expect((await (await socket()).closed).code).toBe(4408)
    })

    it('4409 for an operation id that is in use, and only while it is', async () => {
      const twice = await acknowledged()
      twice.send({ type: 'subscribe', id: 'a', payload: feed(id) })
      expect(await twice.message()).toMatchObject({ id: 'a', type: 'next' })
      twice.send({ type: 'complete', id: 'a' })
      twice.send({ type: 'subscribe', id: 'a', payload: feed(id) })
      expect(await twice.message()).toMatchObject({ id: 'a', type: 'next' })
      twice.send({ type: 'subscribe', id: 'a', payload: feed(id) })
      expect((await twice.closed).code).toBe(4409)
    })

    it('4429 for a second connection_init', async () => {
      const eager = await acknowledged()
      eager.send({ type: 'connection_init' })
      expect((await eager.closed).code).toBe(4429)
    })

    it('4429 for a socket that never stops talking, and other sockets do not notice', async () => {
      const [loud, quiet] = [await acknowledged(), await acknowledged()]
      for (let count = 0; count < 12_000; count++) loud.send({ type: 'pong' })
      expect((await loud.closed).code).toBe(4429)
      quiet.send({ type: 'ping' })
      expect(await quiet.message()).toEqual({ type: 'pong' })
    })

    it('1009 for a message of more than 1 MB', async () => {
      const large = await acknowledged()
      large.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(1024 * 1024) } }))
      expect((await large.closed).code).toBe(1009)
    })
  })

  it('answers ping with pong and its payload, before the acknowledgement too', async () => {
    const early = await socket()
    early.send({ type: 'ping', payload: { at: 1 } })
    expect(await early.message()).toEqual({ type: 'pong', payload: { at: 1 } })
    early.send({ type: 'pong' })
    early.send({ type: 'connection_init' })
    expect(await early.message()).toEqual({ type: 'connection_ack' })
  })

  it('takes the key from the header of the upgrade where connection_init brings none', async () => {
    const opened = await socket({ headers: { authorization: `Bearer ${marquee.adminKey}` } })
    opened.send({ type: 'connection_init' })
    await opened.message()
    opened.send({ type: 'subscribe', id: '1', payload: { query: '{ me { principal { id } } }' } })
    expect(await opened.message()).toMatchObject({ type: 'next', payload: { data: { me: { principal: {} } } } })
  })

  it('knows no other path for sockets', async () => {
    await expect(rawSocket({ url: `${marquee.url}/elsewhere` })).rejects.toThrow('404')
  })

  it('carries many operations on one socket, each to its own id', async () => {
    const client = liveClient(marquee)
    const query =
      'subscription ($id: ID!, $n: Boolean!) { instanceChanged(id: $id) { revision type @include(if: $n) instance { id } } }'
    const feeds = Array.from({ length: 60 }, (_, index) =>
      follow<{ instanceChanged: { revision: number; type?: string } }>(client, query, { id, n: index % 2 === 0 }),
    )
    const firsts = await Promise.all(feeds.map((feed) => feed.take(1)))
    const { revision } = await write(marquee, 'patchProps', {
      id,
      patch: { count: firsts[0]![0]!.instanceChanged.revision },
    })
    for (const [index, feed] of feeds.entries()) {
      const [{ instanceChanged }] = (await feed.take(1)) as [{ instanceChanged: { revision: number; type?: string } }]
      expect(instanceChanged).toEqual({ revision, ...(index % 2 === 0 ? { type: 'PROPS' } : {}), instance: { id } })
    }
    for (const feed of feeds) feed.stop()
    await client.dispose()
  })

  it('refuses more than 1,000 operations on one socket with LIMIT_REACHED, and keeps those it has', async () => {
    const opened = await acknowledged()
    for (let index = 0; index <= 1000; index++) opened.send({ type: 'subscribe', id: `${index}`, payload: feed(id) })
    const answers: Record<string, unknown>[] = []
    while (answers.length < 1001) answers.push(await opened.message())
    const [error, ...more] = answers.filter(({ type }) => type === 'error')
    expect(more).toEqual([])
    expect(error).toMatchObject({
      id: '1000',
      payload: [{ extensions: { code: 'LIMIT_REACHED', details: { limit: 1000 } } }],
    })
  })

  describe('queries and mutations', () => {
    it('are answered once and completed', async () => {
      const client = liveClient(marquee)
      const asked = follow<{ instance: unknown }>(
        client,
        'query ($id: ID!) { instance(id: $id) { id definition { kind } placement { tags } } }',
        { id },
      )
      expect((await asked.next()).data).toEqual({
        instance: { id, definition: { kind: 'COMPONENT' }, placement: null },
      })
      expect(await asked.ended).toBeNull()
      const patched = follow<{ patchProps: { revision: number } }>(
        client,
        'mutation ($i: PatchPropsInput!) { patchProps(input: $i) { revision } }',
        { i: { id, patch: { level: 'info' } } },
      )
      expect((await patched.next()).data?.patchProps.revision).toBeGreaterThan(1)
      expect(await patched.ended).toBeNull()
      await client.dispose()
    })

    it('carry their errors in the answer, formatted', async () => {
      const client = liveClient(marquee, null)
      const refused = follow(client, 'mutation ($i: PatchPropsInput!) { patchProps(input: $i) { revision } }', {
        i: { id, patch: { level: 'info' } },
      })
      const { data, errors } = await refused.next()
      expect(data ?? null).toBeNull()
      expect(errors).toEqual([
        {
          message: expect.any(String),
          path: ['patchProps'],
          extensions: {
            code: 'UNAUTHENTICATED',
            service: expect.any(String),
            retryable: false,
            requestId: expect.any(String),
          },
        },
      ])
      await client.dispose()
    })
  })

  describe('what is refused before it starts is an error frame, formatted, and the socket goes on', () => {
    it.each([
      ['a syntax error', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
      ['an unknown field', { query: 'subscription { nothingChanged { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
      ['a missing variable', { query: feed('').query }, 'BAD_USER_INPUT'],
      ['a variable of the wrong type', { query: feed('').query, variables: { id: {} } }, 'BAD_USER_INPUT'],
      [
        'a cursor that is none',
        {
          query: 'subscription ($id: ID!) { instanceChanged(id: $id, since: "nonsense") { type } }',
          variables: { id: 'inst-00000000' },
        },
        'BAD_USER_INPUT',
      ],
      [
        'a filter that is wrong',
        { query: 'subscription { instancesChanged(filter: { ids: ["x"] }) { change } }' },
        'BAD_USER_INPUT',
      ],
      [
        'two root fields',
        {
          query:
            'subscription { a: instanceChanged(id: "inst-00000000") { type } b: instanceChanged(id: "inst-00000000") { type } }',
        },
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        'an operation that is not there',
        { query: 'query A { me { tenantId } }', operationName: 'B' },
        'OPERATION_RESOLUTION_FAILURE',
      ],
    ])('%s', async (_, payload, code) => {
      const opened = await acknowledged()
      opened.send({ type: 'subscribe', id: 'x', payload })
      const frame = await opened.message()
      expect(frame).toMatchObject({
        id: 'x',
        type: 'error',
        payload: [
          {
            message: expect.any(String),
            extensions: { code, retryable: false, requestId: expect.any(String), service: 'gateway' },
          },
        ],
      })
      opened.send({ type: 'subscribe', id: 'x', payload: feed(id) })
      expect(await opened.message()).toMatchObject({ id: 'x', type: 'next' })
    })
  })
})
