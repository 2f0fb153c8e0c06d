import { afterEach, describe, expect, it, vi } from 'vitest'
import { LiveServer, type LiveServerOptions, type RawClient } from '../testing/test-sockets.ts'

let server: LiveServer
afterEach(() => server.stop())

const start = async (options: LiveServerOptions = {}) => (server = await LiveServer.start(options))

/** What came back over HTTP. */
async function answerOf(
  client: RawClient,
): Promise<{ status: number; headers: string; errors: { extensions: Record<string, unknown> }[] }> {
  await client.closed
  const [headers = '', body = '{}'] = client.received.toString().split('\r\n\r\n')
  return {
    status: Number(headers.split(' ')[1]),
    headers: headers.toLowerCase(),
    errors: (JSON.parse(body) as { errors: [] }).errors,
  }
}

async function refusalOf(path?: string, headers?: Record<string, string>) {
  const client = await server.raw()
  client.upgrade(path, headers)
  return await answerOf(client)
}

describe('an upgrade that is refused', () => {
  it.each([
    ['another path', '/elsewhere', {}, 404, 'NOT_FOUND'],
    ['no key', '/graphql', { 'Sec-WebSocket-Key': 'short' }, 400, 'BAD_USER_INPUT'],
    ['an old version', '/graphql', { 'Sec-WebSocket-Version': '7' }, 400, 'BAD_USER_INPUT'],
    ['another protocol', '/graphql', { Upgrade: 'h2c' }, 400, 'BAD_USER_INPUT'],
    ['subprotocols that are none', '/graphql', { 'Sec-WebSocket-Protocol': ',,' }, 400, 'BAD_USER_INPUT'],
    ['a page of another origin', '/graphql', { Origin: 'https://evil.test' }, 403, 'FORBIDDEN'],
  ])(
    'for %s is answered as JSON with all members, and its request id is in the log',
    async (_what, path, headers, status, code) => {
      await start()
      const answer = await refusalOf(path, { 'X-Request-Id': 'mine-1', ...headers })
      expect(answer.status).toBe(status)
      expect(answer.errors).toMatchObject([
        { extensions: { code, service: 'gateway', retryable: false, requestId: 'mine-1' } },
      ])
      expect(answer.headers).toContain('x-request-id: mine-1')
      expect(server.lines.filter(({ requestId }) => requestId === 'mine-1')).toHaveLength(1)
    },
  )

  it('and reset by its client ends nothing, on any path, at any moment', async () => {
    await start()
    for (const path of ['/elsewhere', '/graphql', '/']) {
      for (const headers of [{}, { 'Sec-WebSocket-Key': 'short' }, { 'Sec-WebSocket-Protocol': 'other' }] as Record<
        string,
        string
      >[]) {
        const client = await server.raw()
        client.upgrade(path, headers)
        client.socket.resetAndDestroy()
      }
    }
    const honest = await server.acknowledged()
    honest.send({ type: 'ping' })
    expect(await honest.next()).toEqual({ type: 'pong' })
  })

  it('does not keep the connection of a client that never closes it', async () => {
    await start()
    const client = await server.raw()
    client.socket.pause()
    client.upgrade('/elsewhere')
    client.socket.resume()
    await client.closed
    expect(client.received.toString()).toContain('404')
  })
})

describe('sockets', () => {
  it('of an address are so many, and there is room again when one is gone', async () => {
    await start({ limits: { socketsPerAddress: 2 } })
    const [first] = [await server.open(), await server.open()]
    const refused = await refusalOf()
    expect([refused.status, refused.errors[0]?.extensions]).toMatchObject([
      429,
      { code: 'RATE_LIMITED', retryable: true, details: { limit: 2 } },
    ])
    expect(refused.headers).toContain('retry-after: 5')
    first.socket.terminate()
    await vi.waitUntil(() => server.sockets.size === 1)
    await server.open()
  })

  it('behind a trusted proxy are counted for the clients it names; others cannot name one', async () => {
    await start({ limits: { socketsPerAddress: 1 }, trustedProxies: ['127.0.0.1'] })
    await server.open({ headers: { 'x-forwarded-for': '198.51.100.1' } })
    await server.open({ headers: { 'x-forwarded-for': '198.51.100.2' } })
    expect((await refusalOf('/graphql', { 'X-Forwarded-For': '203.0.113.7, 198.51.100.2' })).status).toBe(429)
  })

  it('that speak another subprotocol are closed with 4406, and counted until they are gone', async () => {
    await start({ limits: { socketsPerAddress: 1, closeMs: 200 } })
    const other = await server.raw()
    other.upgrade('/graphql', { 'Sec-WebSocket-Protocol': 'graphql-ws' })
    await other.until('Subprotocol not acceptable')
    expect((await refusalOf()).status).toBe(429)
    await other.closed
    await server.open()
  })

  it('of a process are so many, and may be opened so fast', async () => {
    await start({ limits: { socketsPerProcess: 1 } })
    await server.open()
    expect(await refusalOf()).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'UNAVAILABLE', retryable: true } }],
    })
    await server.stop()
    await start({ limits: { socketsOpenedAtOnce: 2, socketsOpenedPerSecond: 1 } })
    await server.open()
    await server.open()
    expect((await refusalOf()).status).toBe(503)
  })

  it('of pages: of this server and of listed origins', async () => {
    await start({ allowedOrigins: ['https://dashboards.test'] })
    await server.open({ origin: 'https://dashboards.test' })
    await server.open({ origin: `http://127.0.0.1:${server.port}` })
    await expect(server.open({ origin: 'https://evil.test' })).rejects.toThrow('403')
  })

  it('that send a message in ever more pieces are closed with 1008', async () => {
    await start()
    const client = await server.open()
    for (let count = 0; count < 5000; count++) client.socket.send('', { fin: false })
    expect((await client.closed).code).toBe(1008)
  })
})
