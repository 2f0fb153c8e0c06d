import { afterEach, describe, expect, it, vi } from 'vitest'
import { LiveServer, type LiveServerOptions, type Message, type RawClient } from '../testing/test-sockets.ts'

/*
 * PROTOCOL.md of graphql-ws 6.4.2, sentence by sentence: every one that says what a server must, should or will do, with
 * frames written byte by byte. The names of the tests are the sentences, numbered in their order. What depends on how
 * an operation is executed is in test/integration/live-protocol.int.test.ts, in both modes.
 */

const ID = 'inst-0000000a'
const feed = { query: `subscription { instanceChanged(id: "${ID}") { revision } }` }
const query = { query: '{ me { tenantId } }' }

let server: LiveServer
afterEach(() => server.stop())

async function opened(options: LiveServerOptions = {}, headers: Record<string, string> = {}): Promise<RawClient> {
  server = await LiveServer.start({ roots: { me: { tenantId: 't1' } }, ...options })
  server.change(ID)
  return await another(headers)
}

async function another(headers: Record<string, string> = {}): Promise<RawClient> {
  const client = await server.raw()
  client.upgrade('/graphql', headers)
  await client.until('\r\n\r\n')
  client.takeHead()
  return client
}

async function acknowledged(options: LiveServerOptions = {}): Promise<RawClient> {
  const client = await opened(options)
  client.say({ type: 'connection_init' })
  expect(await client.hear()).toEqual({ type: 'connection_ack' })
  return client
}

const subscribe = (id: string, payload: object): Message => ({ type: 'subscribe', id, payload })

/** What the server says until it answers a ping. */
async function quiet(client: RawClient): Promise<Message[]> {
  client.say({ type: 'ping', payload: { last: true } })
  const heard: Message[] = []
  for (let message = await client.hear(); message['type'] !== 'pong'; message = await client.hear()) heard.push(message)
  return heard
}

describe('Communication', () => {
  it('1. The WebSocket sub-protocol for this specification is: graphql-transport-ws', async () => {
    const client = await opened(
      { limits: { closeMs: 300 } },
      { 'Sec-WebSocket-Protocol': 'graphql-ws, graphql-transport-ws' },
    )
    expect(client.head.toLowerCase()).toContain('sec-websocket-protocol: graphql-transport-ws\r\n')
    expect(await (await another({ 'Sec-WebSocket-Protocol': 'graphql-ws' })).closeFrame()).toEqual({
      code: 4406,
      reason: 'Subprotocol not acceptable',
    })
  })

  it('2. All messages contain the type field, and messages corresponding to operations must contain the id field', async () => {
    const client = await acknowledged()
    client.say(subscribe('q', query))
    client.say(subscribe('s', feed))
    client.say(subscribe('e', { query: '{' }))
    const heard = [await client.hear(), await client.hear(), await client.hear(), await client.hear()]
    expect(heard.map(({ id, type }) => `${String(id)} ${String(type)}`).sort()).toEqual([
      'e error',
      'q complete',
      'q next',
      's next',
    ])
  })

  it('3. Multiple operations identified with separate IDs can be active at any time and their messages can be interleaved on the connection', async () => {
    const client = await acknowledged()
    for (const id of ['a', 'b', 'c']) client.say(subscribe(id, feed))
    const ids = async () =>
      [(await client.hear())['id'], (await client.hear())['id'], (await client.hear())['id']].sort()
    expect(await ids()).toEqual(['a', 'b', 'c'])
    server.change(ID)
    expect(await ids()).toEqual(['a', 'b', 'c'])
  })
})

describe('ConnectionInit', () => {
  it('4. If the client does not request a connection within the allowed timeout, the server will close the socket with the event: 4408: Connection initialisation timeout', async () => {
    const client = await opened({ limits: { connectionInitMs: 50 } })
    expect(await client.closeFrame()).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  it('5. If the server receives more than one ConnectionInit message at any given time, the server will close the socket with the event 4429: Too many initialisation requests', async () => {
    const client = await opened()
    client.say({ type: 'connection_init' }, { type: 'connection_init' })
    expect(await client.hear()).toEqual({ type: 'connection_ack' })
    expect(await client.closeFrame()).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
  })

  it('6. If the server wishes to reject the connection, for example during authentication, it is recommended to close the socket with 4403: Forbidden', async () => {
    for (const payload of [
      { authorization: 'Bearer nobody' },
      { headers: { authorization: 'Bearer nobody' } },
      { authorization: ['x'] },
    ]) {
      const client =
        server === undefined || payload.authorization === 'Bearer nobody' ? await opened() : await another()
      client.say({ type: 'connection_init', payload })
      expect(await client.closeFrame()).toEqual({ code: 4403, reason: 'Forbidden' })
    }
  })

  it('7. payload?: Record<string, unknown> | null; the expected response is ConnectionAck', async () => {
    await opened()
    for (const payload of [undefined, null, {}, { any: ['thing'] }]) {
      const client = await another()
      client.say({ type: 'connection_init', payload })
      expect(await client.hear()).toEqual({ type: 'connection_ack' })
    }
    for (const payload of [[], 'text', 7, true]) {
      const client = await another()
      client.say({ type: 'connection_init', payload })
      expect((await client.closeFrame()).code).toBe(4400)
    }
  })
})

describe('Ping and Pong', () => {
  it('8. A Pong must be sent in response from the receiving party as soon as possible; the payload may transfer details', async () => {
    const client = await acknowledged()
    client.say({ type: 'ping' }, { type: 'ping', payload: { at: 1 } }, { type: 'ping', payload: null })
    expect([await client.hear(), await client.hear(), await client.hear()]).toEqual([
      { type: 'pong' },
      { type: 'pong', payload: { at: 1 } },
      { type: 'pong' },
    ])
  })

  it('9. The Ping message can be sent at any time within the established socket', async () => {
    const client = await opened()
    client.say({ type: 'ping' })
    expect(await client.hear()).toEqual({ type: 'pong' })
    client.say({ type: 'connection_init' })
    expect(await client.hear()).toEqual({ type: 'connection_ack' })
  })

  it('10. The Pong message may even be sent unsolicited as an unidirectional heartbeat', async () => {
    const client = await opened()
    client.say({ type: 'pong' }, { type: 'pong', payload: { a: 1 } }, { type: 'connection_init' }, { type: 'pong' })
    expect(await client.hear()).toEqual({ type: 'connection_ack' })
    expect(await quiet(client)).toEqual([])
  })
})

describe('Subscribe', () => {
  it('11. If there is already an active subscriber for an operation matching the provided ID, regardless of the operation type, the server must close the socket immediately with the event 4409: Subscriber for <unique-operation-id> already exists', async () => {
    const client = await acknowledged({ roots: { me: () => new Promise(() => {}) } })
    client.say(subscribe('a-1', query), subscribe('a-1', feed))
    expect(await client.closeFrame()).toEqual({ code: 4409, reason: 'Subscriber for a-1 already exists' })
    const second = await another()
    second.say({ type: 'connection_init' }, subscribe('b', feed), subscribe('b', query))
    expect(await second.closeFrame()).toEqual({ code: 4409, reason: 'Subscriber for b already exists' })
  })

  it('12. Once a client completes an operation, it is free to re-use that ID', async () => {
    const client = await acknowledged()
    for (let round = 0; round < 3; round++) {
      client.say(subscribe('a', feed))
      expect(await client.hear()).toMatchObject({ id: 'a', type: 'next' })
      client.say({ type: 'complete', id: 'a' })
    }
    client.say(subscribe('a', query))
    expect([await client.hear(), await client.hear()]).toMatchObject([
      { id: 'a', type: 'next' },
      { id: 'a', type: 'complete' },
    ])
    client.say(subscribe('a', { query: '{' }))
    expect(await client.hear()).toMatchObject({ id: 'a', type: 'error' })
    client.say(subscribe('a', feed))
    expect(await client.hear()).toMatchObject({ id: 'a', type: 'next' })
  })

  it('13. Executing operations is allowed only after the server has acknowledged the connection; if it is not acknowledged, the socket will be closed immediately with the event 4401: Unauthorized', async () => {
    const asked: string[] = []
    const client = await opened({ roots: { me: () => void asked.push('me') } })
    client.say(subscribe('a', query))
    expect(await client.closeFrame()).toEqual({ code: 4401, reason: 'Unauthorized' })
    expect(asked).toEqual([])
  })

  it('14. operationName, variables and extensions are of their types or null', async () => {
    await acknowledged()
    const named = { query: 'query A { me { tenantId } } query B { me { tenantId } }' }
    for (const members of [
      { operationName: 'A' },
      { operationName: 'B', variables: null, extensions: null },
      { operationName: 'A', variables: {}, extensions: { a: 1 } },
    ]) {
      const client = await another()
      client.say({ type: 'connection_init' }, subscribe('a', { ...named, ...members }))
      expect([await client.hear(), await client.hear()]).toMatchObject([{}, { type: 'next', payload: { data: {} } }])
    }
    for (const members of [
      { operationName: 1 },
      { variables: [] },
      { variables: '{}' },
      { extensions: [] },
      { extensions: 'x' },
      { query: null },
    ]) {
      const client = await another()
      client.say({ type: 'connection_init' }, subscribe('a', { ...named, ...members }))
      expect((await client.closeFrame()).code).toBe(4400)
    }
  })
})

describe('Next, Error and Complete', () => {
  it('15. After all results have been emitted, the Complete message will follow; a single result operation has at most one Next', async () => {
    const client = await acknowledged()
    client.say(subscribe('a', query))
    expect([await client.hear(), await client.hear()]).toEqual([
      { id: 'a', type: 'next', payload: { data: { me: { tenantId: 't1' } } } },
      { id: 'a', type: 'complete' },
    ])
    expect(await quiet(client)).toEqual([])
  })

  it('16. The Error message terminates the operation and no further messages will be sent; no Complete message will be emitted', async () => {
    const client = await acknowledged()
    client.say(subscribe('a', { query: '{ nothing }' }))
    expect(await client.hear()).toMatchObject({
      id: 'a',
      type: 'error',
      payload: [{ message: expect.any(String) as string }],
    })
    expect(await quiet(client)).toEqual([])
    client.say(subscribe('b', { query: 'subscription { instanceChanged(id: "inst-99999999") { revision } }' }))
    expect(await client.hear()).toMatchObject({
      id: 'b',
      type: 'error',
      payload: [{ extensions: { code: 'NOT_FOUND' } }],
    })
    expect(await quiet(client)).toEqual([])
  })

  it('17. Once the client has completed a subscription no further events should be sent through', async () => {
    const client = await acknowledged()
    client.say(subscribe('a', feed))
    await client.hear()
    client.say({ type: 'complete', id: 'a' })
    expect(await quiet(client)).toEqual([])
    server.change(ID)
    expect(await quiet(client)).toEqual([])
  })

  it('18. Even if the client sent a Complete message for a single-result-operation before it resolved, the result should not be sent through once it does', async () => {
    let answer = (_me: object) => {}
    const client = await acknowledged({ roots: { me: () => new Promise((resolve) => (answer = resolve)) } })
    client.say(subscribe('a', query), { type: 'complete', id: 'a' })
    expect(await quiet(client)).toEqual([])
    answer({ tenantId: 'late' })
    expect(await quiet(client)).toEqual([])
  })

  it('19. The server must be prepared to receive (and ignore) messages for operations that it considers already completed; all unknown IDs are ignored', async () => {
    const client = await acknowledged()
    client.say(subscribe('a', query))
    await client.hear()
    await client.hear()
    client.say({ type: 'complete', id: 'a' }, { type: 'complete', id: 'a' }, { type: 'complete', id: 'never' })
    expect(await quiet(client)).toEqual([])
  })

  it('20. Single result operations share the same name-space for IDs as streaming operations and can be multiplexed with them', async () => {
    const client = await acknowledged()
    client.say(subscribe('s', feed), subscribe('q', query))
    const types = [await client.hear(), await client.hear(), await client.hear()].map(
      ({ id, type }) => `${String(id)} ${String(type)}`,
    )
    expect(types.sort()).toEqual(['q complete', 'q next', 's next'])
    client.say(subscribe('s', query))
    expect((await client.closeFrame()).code).toBe(4409)
  })
})

describe('Invalid message', () => {
  it('21. Receiving a message of a type or format which is not specified will result in an immediate socket closure with the event 4400: <error-message>', async () => {
    await opened()
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '"ping"',
      '{}',
      '{"type":"start","id":"1"}',
      '{"type":"next","id":"1","payload":{}}',
      '{"type":"connection_ack"}',
      '{"type":"ping","payload":[]}',
      '{"type":"complete"}',
      '{"type":"complete","id":7}',
      '{"type":"subscribe","payload":{"query":"{a}"}}',
      '{"type":"subscribe","id":"1"}',
    ]
    for (const text of texts) {
      const client = await another()
      client.say(text)
      expect(await client.closeFrame(), text).toEqual({
        code: 4400,
        reason: expect.stringMatching(/^Invalid message: ./) as string,
      })
    }
  })

  it('22. The client closes the socket and the connection by dispatching a 1000: Normal Closure close event to the server', async () => {
    const client = await acknowledged()
    client.say(subscribe('a', feed))
    await client.hear()
    client.sayClose(1000)
    expect((await client.closeFrame()).code).toBe(1000)
    await client.closed
    await vi.waitUntil(() => server.sockets.operations === 0)
    expect(server.hub.stats().feeds).toBe(0)
  })
})
