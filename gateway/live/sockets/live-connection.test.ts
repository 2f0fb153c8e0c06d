import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  adminAuthorization,
  clientFrame,
  LiveServer,
  tokenOf,
  type LiveServerOptions,
  type Message,
  type TestClient,
} from '../testing/test-sockets.ts'

const ID = 'inst-0000000a'
const feed = `subscription { instanceChanged(id: "${ID}") { revision } }`

let server: LiveServer
afterEach(() => server.stop())

const start = async (options: LiveServerOptions = {}) => {
  server = await LiveServer.start(options)
  server.change(ID)
  return server
}

/** An honest neighbour still gets what happens. */
async function expectServed(neighbour: TestClient): Promise<void> {
  server.change(ID)
  const { revision } = server.log.head(ID)!
  await neighbour.next(({ payload }) => JSON.stringify(payload).includes(`"revision":${revision}`))
}

const ofType = (type: string, id?: string) => (message: Message) =>
  message['type'] === type && (id === undefined || message['id'] === id)
const errorOf = (message: Message) =>
  (message['payload'] as { message: string; extensions: Record<string, unknown> }[])[0]!

describe('an input ends no more than its own operation or socket', () => {
  it.each([
    [
      '@skip by a variable',
      `subscription($s:Boolean!){displayChanged(instanceId:"${ID}") @skip(if:$s){type}}`,
      { s: true },
    ],
    [
      '@include by a variable',
      `subscription($s:Boolean!){displayChanged(instanceId:"${ID}") @include(if:$s){type}}`,
      { s: true },
    ],
    ['@skip without if', `subscription{displayChanged(instanceId:"${ID}") @skip{type}}`, {}],
    ['@include with a text as if', `subscription{displayChanged(instanceId:"${ID}") @include(if:"x"){type}}`, {}],
    [
      '@skip on a fragment of the root',
      `subscription($s:Boolean!){...F @skip(if:$s)} fragment F on Subscription{displayChanged(instanceId:"${ID}"){type}}`,
      { s: true },
    ],
    ['@include with a list as if', `subscription{displayChanged(instanceId:"${ID}") @include(if:[true]){type}}`, {}],
    [
      'a list literal of 4,000 levels',
      `{ instances(filter:{ids:${'['.repeat(4000)}${']'.repeat(4000)}}){nodes{id}} }`,
      {},
    ],
    ['selections of 4,000 levels', `${'{a'.repeat(4000)}${'}'.repeat(4000)}`, {}],
  ])('%s is an error of that operation', async (_what, query, variables) => {
    await start()
    const [hostile, neighbour] = [await server.acknowledged(), await server.acknowledged()]
    neighbour.subscribe('n', feed)
    hostile.subscribe('x', query, variables)
    const { extensions } = errorOf(await hostile.next(ofType('error', 'x')))
    expect(extensions).toMatchObject({
      code: expect.stringMatching(/^[A-Z_]+$/) as string,
      service: 'gateway',
      retryable: false,
      requestId: expect.any(String) as string,
    })
    expect(extensions['code']).not.toBe('INTERNAL_SERVER_ERROR')
    hostile.subscribe('x', feed)
    await hostile.next(ofType('next', 'x'))
    await expectServed(neighbour)
  })

  it.each([
    [
      'a ping of 100,000 levels before connection_init',
      [`{"type":"ping","payload":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
      4400,
    ],
    [
      'an id of 200 characters used twice',
      Array.from({ length: 2 }, () =>
        JSON.stringify({ type: 'subscribe', id: 'ü'.repeat(200), payload: { query: feed } }),
      ),
      4409,
    ],
    [
      'half a surrogate pair as an id, used twice',
      Array.from(
        { length: 2 },
        () => `{"type":"subscribe","id":"\\ud800","payload":{"query":${JSON.stringify(feed)}}}`,
      ),
      4409,
    ],
  ])('%s closes that socket', async (what, texts, code) => {
    await start()
    const neighbour = await server.acknowledged()
    neighbour.subscribe('n', feed)
    const hostile = what.includes('before') ? await server.open() : await server.acknowledged()
    for (const text of texts) hostile.send(text)
    expect((await hostile.closed).code).toBe(code)
    await expectServed(neighbour)
  })

  it('a fault of ours closes with 4500, and is logged once with its cause', async () => {
    // An answer that JSON cannot write.
    await start({ roots: { instance: { props: { count: 1n } } } })
    const [unlucky, neighbour] = [await server.acknowledged(), await server.acknowledged()]
    neighbour.subscribe('n', feed)
    unlucky.subscribe('x', `{ instance(id: "${ID}") { props } }`)
    expect(await unlucky.closed).toEqual({ code: 4500, reason: 'Internal server error' })
    expect(server.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { msg: 'unexpected error on a socket', err: { message: expect.stringContaining('BigInt') as string } },
    ])
    await expectServed(neighbour)
  })
})

describe('after the close frame', () => {
  it('nothing that arrives is looked at, and the socket is cut', async () => {
    const asked: string[] = []
    await start({ limits: { closeMs: 300 }, roots: { me: () => void asked.push('me') } })
    const client = await server.raw()
    client.upgrade()
    await client.until('\r\n\r\n')
    client.socket.write(clientFrame(JSON.stringify({ type: 'connection_init' })))
    await client.until('connection_ack')
    const query = clientFrame(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ me { tenantId } }' } }))
    client.socket.write(Buffer.concat([query, clientFrame('{'), query, query]))
    await client.until('Invalid message')
    client.socket.write(query)
    await client.closed
    expect(asked).toEqual(['me'])
    await vi.waitUntil(() => server.sockets.size === 0)
  })

  it('a token that has expired executes nothing more', async () => {
    const asked: string[] = []
    await start({ roots: { me: () => void asked.push('me') } })
    const client = await server.raw()
    client.upgrade()
    await client.until('\r\n\r\n')
    client.socket.write(
      clientFrame(
        JSON.stringify({
          type: 'connection_init',
          payload: { authorization: tokenOf('prin-1', new Date(Date.now() + 2000)) },
        }),
      ),
    )
    await client.until('Token expired')
    client.socket.write(
      clientFrame(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ me { tenantId } }' } })),
    )
    await client.closed
    expect(asked).toEqual([])
  })

  it('subscriptions have ended although the client does not answer it', async () => {
    await start({ limits: { closeMs: 5000 } })
    const client = await server.raw()
    client.upgrade()
    await client.until('\r\n\r\n')
    client.socket.write(clientFrame(JSON.stringify({ type: 'connection_init' })))
    client.socket.write(clientFrame(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: feed } })))
    await client.until('"revision":1')
    expect(server.sockets.operations).toBe(1)
    client.socket.write(clientFrame('no message'))
    await client.until('Invalid message')
    expect([server.sockets.operations, server.hub.stats().feeds]).toEqual([0, 0])
  })
})

describe('a client that does not read', () => {
  it('is not read from, so that its pings cost no memory, and is closed with 1013', async () => {
    await start({ limits: { unreadMs: 300, closeMs: 2000 } })
    const client = await server.open()
    client.socket.pause()
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(200_000) } })
    let unsent = 0
    for (let count = 0; count < 100; count++) {
      unsent++
      client.socket.send(ping, () => unsent--)
    }
    await vi.waitUntil(() => server.lines.some(({ code }) => code === 1013), { timeout: 20_000 })
    // Of the 20 MB the kernel takes some; the rest never left the client, because the server stopped reading.
    expect(unsent).toBeGreaterThan(0)
    await vi.waitUntil(() => server.sockets.size === 0, { timeout: 20_000 })
  })

  it.each([
    ['below', 3, null],
    ['above', 8, 1013],
  ])('may leave answers %s the budget unread: %i of a megabyte', async (_what, answers, code) => {
    await start({
      limits: { unreadBytes: 8_000_000, unreadMs: 60_000, closeMs: 200 },
      roots: { me: { tenantId: 'x'.repeat(2_000_000) } },
    })
    const client = await server.acknowledged()
    client.socket.pause()
    for (let index = 0; index < answers; index++) client.subscribe(`${index}`, '{ me { tenantId } }')
    if (code === null) {
      client.socket.resume()
      for (let index = 0; index < answers; index++) await client.next(ofType('complete'))
      return
    }
    await vi.waitUntil(() => server.lines.some((line) => line.code === code), { timeout: 20_000 })
    await vi.waitUntil(() => server.sockets.size === 0, { timeout: 20_000 })
  })

  it('is served on when it reads again in time', async () => {
    await start({ roots: { me: { tenantId: 'x'.repeat(1_000_000) } } })
    const client = await server.acknowledged()
    client.subscribe('n', feed)
    await client.next(ofType('next', 'n'))
    client.socket.pause()
    for (let index = 0; index < 6; index++) client.subscribe(`${index}`, '{ me { tenantId } }')
    client.socket.resume()
    for (let index = 0; index < 6; index++) await client.next(ofType('complete'))
    await expectServed(client)
  })
})

describe('budgets of a socket, below, at and above', () => {
  it('messages at once', async () => {
    await start({ limits: { messagesAtOnce: 5, messagesPerSecond: 1 } })
    const [fine, loud] = [await server.open(), await server.open()]
    for (let count = 0; count < 5; count++) fine.send({ type: 'ping' })
    for (let count = 0; count < 5; count++) expect(await fine.next()).toEqual({ type: 'pong' })
    for (let count = 0; count < 4; count++) loud.send({ type: 'ping' })
    // Pings of the WebSocket protocol count as well.
    loud.socket.ping()
    loud.socket.ping()
    expect(await loud.closed).toEqual({ code: 4429, reason: 'Too many messages' })
  })

  it('operations of a socket: the one too many is refused, and there is room again when one ends', async () => {
    await start({ limits: { operationsPerSocket: 2 } })
    const client = await server.acknowledged()
    for (const id of ['a', 'b', 'c']) client.subscribe(id, feed)
    expect(errorOf(await client.next(ofType('error', 'c'))).extensions).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { limit: 2 },
    })
    client.send({ type: 'complete', id: 'a' })
    client.subscribe('c', feed)
    await client.next(ofType('next', 'c'))
  })

  it('subscriptions of a viewer: over all sockets of a principal or, of the anonymous, of an address', async () => {
    await start({ limits: { subscriptionsPerViewer: 2 } })
    const viewer = { authorization: adminAuthorization }
    const [first, second, anonymous] = [
      await server.acknowledged(viewer),
      await server.acknowledged(viewer),
      await server.acknowledged(),
    ]
    first.subscribe('a', feed)
    second.subscribe('a', feed)
    await Promise.all([first.next(ofType('next')), second.next(ofType('next'))])
    second.subscribe('b', feed)
    expect(errorOf(await second.next(ofType('error', 'b'))).extensions).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { limit: 2 },
    })
    anonymous.subscribe('a', feed)
    await anonymous.next(ofType('next'))
    first.socket.close()
    await first.closed
    await vi.waitUntil(() => server.sockets.size === 2)
    second.subscribe('b', feed)
    await second.next(ofType('next', 'b'))
  })

  it('sockets of a principal', async () => {
    await start({ limits: { socketsPerPrincipal: 2 } })
    const authorization = tokenOf('prin-1', new Date(Date.now() + 60_000))
    const clients = [await server.acknowledged({ authorization }), await server.acknowledged({ authorization })]
    const third = await server.open()
    third.send({ type: 'connection_init', payload: { authorization } })
    expect(await third.closed).toEqual({ code: 4429, reason: 'Too many connections of this principal' })
    await server.acknowledged({ authorization: tokenOf('prin-2', new Date(Date.now() + 60_000)) })
    clients[0]!.socket.close()
    await clients[0]!.closed
    await vi.waitUntil(() => server.sockets.size === 2)
    await server.acknowledged({ authorization })
  })

  it('the time to connection_init', async () => {
    await start({ limits: { connectionInitMs: 100 } })
    const prompt = await server.acknowledged()
    expect(await (await server.open()).closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
    prompt.send({ type: 'ping' })
    expect(await prompt.next()).toEqual({ type: 'pong' })
  })

  it('the time without an operation', async () => {
    await start({ limits: { idleMs: 200, pingMs: 50 } })
    const [busy, idle] = [await server.acknowledged(), await server.acknowledged()]
    busy.subscribe('a', feed)
    expect(await idle.closed).toEqual({ code: 1001, reason: 'Idle' })
    await expectServed(busy)
    busy.send({ type: 'complete', id: 'a' })
    expect((await busy.closed).code).toBe(1001)
  })

  it('the time to answer a ping: a peer that is gone is cut although its connection stands', async () => {
    await start({ limits: { pingMs: 50 } })
    const alive = await server.acknowledged()
    alive.subscribe('a', feed)
    const dead = await server.open({ autoPong: false } as object)
    expect((await dead.closed).code).toBe(1006)
    await expectServed(alive)
  })
})

describe('a refusal', () => {
  it('of an operation has all four members, and its request id finds its line in the log', async () => {
    await start()
    const client = await server.acknowledged()
    for (const query of [
      '{',
      '{ nothing }',
      'query A { me { tenantId } } query B { me { tenantId } }',
      'subscription($id: ID!) { instanceChanged(id: $id) { type } }',
    ]) {
      client.subscribe('x', query)
      const { extensions } = errorOf(await client.next(ofType('error', 'x')))
      expect(extensions).toEqual({
        code: expect.any(String) as string,
        service: 'gateway',
        retryable: false,
        requestId: expect.any(String) as string,
      })
      expect(server.lines.filter(({ requestId }) => requestId === extensions['requestId'])).toHaveLength(1)
    }
  })

  it('of a socket is a line in the log, with its code and reason', async () => {
    await start()
    const client = await server.open({ headers: { 'x-request-id': 'mine-1' } })
    client.subscribe('x', feed)
    expect(await client.closed).toEqual({ code: 4401, reason: 'Unauthorized' })
    expect(server.lines).toMatchObject([{ level: 'info', msg: 'socket refused', requestId: 'mine-1', code: 4401 }])
  })
})
