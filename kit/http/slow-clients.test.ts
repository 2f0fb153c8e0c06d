import net from 'node:net'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultLimits, limitTable, type LimitName } from '../limits.ts'
import { createLogger } from '../log.ts'
import { createApp } from './create-app.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const limits = { ...defaultLimits, headersMs: 150, requestMs: 400, keepAliveMs: 100, connectionIdleMs: 500 }

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function serve(): Promise<{ port: number; connections(): Promise<number> }> {
  const app = createApp({ log, service: 'gateway', limits })
  app.post('/echo', (request) => ({ got: request.body }))
  // More than the buffers of two kernels hold, so that who reads none of it holds the server up.
  app.get('/large', (_request, reply) => reply.type('application/octet-stream').send(Buffer.alloc(64 * 2 ** 20)))
  await app.listen({ host: '127.0.0.1', port: 0 })
  undo.push(() => app.close())
  return {
    port: (app.server.address() as net.AddressInfo).port,
    connections: () => promisify(app.server.getConnections.bind(app.server))(),
  }
}

/** Sends `pieces`, the last again and again like somebody who has all the time in the world, until the server ends it. */
async function drip({ port }: { port: number }, pieces: readonly string[]): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  let said = ''
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(said)))
  socket.on('error', () => {})
  socket.on('data', (bytes) => (said += bytes.toString('latin1').slice(0, 4000)))
  const last = pieces.at(-1)
  for (const piece of pieces) socket.write(piece)
  const timer = last === undefined ? undefined : setInterval(() => socket.writable && socket.write(last), 20)
  try {
    return await ended
  } finally {
    clearInterval(timer)
  }
}

const post = 'POST /echo HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'
const upgrade = 'GET /graphql HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n'

describe('a client with all the time in the world', () => {
  it.each<[string, LimitName, string[]]>([
    ['headers that never end', 'headersMs', [post, 'x-a: b\r\n']],
    ['a request line that never ends', 'headersMs', ['POST /', 'a']],
    ['a handshake that is never finished', 'headersMs', [upgrade, 'x-a: b\r\n']],
    ['a body that never ends', 'requestMs', [`${post}content-length: 100000\r\n\r\n"`, 'a']],
    ['chunks without a last one', 'requestMs', [`${post}transfer-encoding: chunked\r\n\r\n1\r\n"\r\n`, '1\r\na\r\n']],
  ])('%s: is told so with 408 and cut (%s)', async (_what, limit, pieces) => {
    expect(limitTable[limit].past).toContain('408')
    const said = await drip(await serve(), pieces)
    expect(said).toMatch(/^HTTP\/1.1 408 /)
    const { errors } = JSON.parse(said.slice(said.indexOf('\r\n\r\n') + 4)) as {
      errors: { extensions: { code: string; requestId: string } }[]
    }
    expect(errors[0]?.extensions).toMatchObject({ code: 'REQUEST_TIMEOUT', service: 'gateway', retryable: true })
    expect(said).toContain(`x-request-id: ${errors[0]?.extensions.requestId}`)
  })

  it('is cut where it connects and sends nothing at all', async () => {
    expect(await drip(await serve(), [])).toMatch(/^(HTTP\/1.1 408 |$)/)
  })

  it('is cut where it keeps its connection for a next request that does not come', async () => {
    const said = await drip(await serve(), [`${post}content-length: 1\r\n\r\n1`, ''])
    expect(said).toMatch(/^HTTP\/1.1 200 /)
    expect(said).toContain('{"got":1}')
  })

  it('is cut where it does not read its answer', async () => {
    const server = await serve()
    const socket = net.connect(server.port, '127.0.0.1').on('error', () => {})
    socket.write('GET /large HTTP/1.1\r\nhost: a\r\n\r\n')
    await expect.poll(server.connections).toBe(1)
    // Only the server knows: who does not read does not hear that it was cut.
    await expect.poll(server.connections, { timeout: 20_000 }).toBe(0)
    socket.destroy()
  })

  it('keeps nobody else waiting', async () => {
    const server = await serve()
    const slow = Array.from({ length: 50 }, () => drip(server, [post, 'x-a: b\r\n']))
    const answer = await fetch(`http://127.0.0.1:${server.port}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '2',
    })
    expect(await answer.json()).toEqual({ got: 2 })
    await Promise.all(slow)
  })
})
