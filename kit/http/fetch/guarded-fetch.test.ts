import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuardedFetch } from './guarded-fetch.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(listener: RequestListener): Promise<{ url: string; host: string; server: Server }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: `http://${host}`, host, server }
}

function guard(allow: string[], addresses: Record<string, string> = {}) {
  const made = createGuardedFetch({
    allow,
    resolve: (name, _options, callback) => callback(null, [{ address: addresses[name] ?? '127.0.0.1', family: 4 }]),
  })
  closing.push(() => made.close())
  return made
}

const limits = { timeoutMs: 2000, bytesMax: 1000 }

describe('createGuardedFetch', () => {
  it('answers status, headers and body of an address that is allowed by name', async () => {
    const { url, host } = await serve((_request, response) => response.writeHead(418, { etag: '"1"' }).end('{"a":1}'))
    const answer = await guard([host]).request({ url: `${url}/x?y=1`, ...limits })
    expect([answer.status, answer.header('etag'), answer.header('nope'), answer.body]).toEqual([
      418,
      '"1"',
      null,
      '{"a":1}',
    ])
  })

  it('never connects to an inner address, given as a literal or hidden behind a name', async () => {
    let asked = 0
    const { host } = await serve((_request, response) => (asked++, response.end('secret')))
    const port = host.split(':')[1] as string
    const fetch = guard([], { 'rebind.example': '127.0.0.1' })
    for (const url of [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://rebind.example:${port}/`,
      `http://[::1]:${port}/`,
    ]) {
      await expect(fetch.request({ url, ...limits }), url).rejects.toThrow('is not a public address')
    }
    expect(asked).toBe(0)
  })

  it('checks each redirect again, follows at most three, and drops headers on the way to another origin', async () => {
    const seen: IncomingMessage['headers'][] = []
    const inner = await serve((_request, response) => response.end('inner'))
    const other = await serve((request, response) => (seen.push(request.headers), response.end('other')))
    const first = await serve((request, response) => {
      const target =
        request.url === '/in'
          ? inner.url
          : request.url === '/out'
            ? other.url
            : request.url === '/file'
              ? 'file:///etc/passwd'
              : '/loop'
      response.writeHead(302, { location: target }).end()
    })
    const fetch = guard([first.host, other.host])
    await expect(fetch.request({ url: `${first.url}/in`, ...limits })).rejects.toThrow('is not a public address')
    await expect(fetch.request({ url: `${first.url}/file`, ...limits })).rejects.toThrow('must be an http or https URL')
    await expect(fetch.request({ url: `${first.url}/loop`, ...limits })).rejects.toThrow('redirects more than 3 times')
    const answer = await fetch.request({
      url: `${first.url}/out`,
      headers: { Authorization: 'x', 'if-none-match': '"1"', accept: 'application/json' },
      ...limits,
    })
    expect(answer.body).toBe('other')
    expect(seen[0]).toMatchObject({ accept: 'application/json' })
    expect(seen[0]).not.toHaveProperty('authorization')
    expect(seen[0]).not.toHaveProperty('if-none-match')
  })

  it('gives up on what is slow, large, compressed, no text, or not there', async () => {
    const { url, host, server } = await serve((request, response) => {
      if (request.url === '/slow') return void response.write('[')
      if (request.url === '/large') return void response.end('x'.repeat(1001))
      if (request.url === '/packed')
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'))
      response.end(Buffer.from([0xff, 0xfe]))
    })
    const fetch = guard([host])
    await expect(fetch.request({ url: `${url}/slow`, ...limits, timeoutMs: 100 })).rejects.toThrow(
      'does not answer within 100 ms',
    )
    await expect(fetch.request({ url: `${url}/large`, ...limits })).rejects.toThrow('more than 1000 bytes')
    await expect(fetch.request({ url: `${url}/packed`, ...limits })).rejects.toThrow('compressed')
    await expect(fetch.request({ url: `${url}/bytes`, ...limits })).rejects.toThrow('not UTF-8')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await expect(fetch.request({ url, ...limits })).rejects.toThrow('cannot be reached')
  })

  it('streams until it is told to stop', async () => {
    const { url, host } = await serve(
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'),
    )
    const stop = new AbortController()
    const stream = await guard([host]).stream({ url, timeoutMs: 2000, headTimeoutMs: 2000, signal: stop.signal })
    expect(stream.header('content-type')).toBe('text/event-stream')
    const read = async () => {
      for await (const chunk of stream.chunks) {
        expect(Buffer.from(chunk).toString()).toBe('data: 1\n\n')
        stop.abort()
      }
    }
    await expect(read()).rejects.toThrow()
  })
})
