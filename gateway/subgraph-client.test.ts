import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { SubgraphClient } from './subgraph-client.ts'

const running: Server[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An address where nobody listens. */
async function nobody(): Promise<string> {
  const url = await serve(() => {})
  await stop(running.pop() as Server)
  return url
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

afterEach(async () => void (await Promise.all(running.splice(0).map(stop))))

const answering = (name: string, seen: string[] = []): RequestListener => {
  return (request, response) => {
    seen.push(name)
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ name, path: request.url, authorization: request.headers.authorization }))
  }
}

describe('SubgraphClient', () => {
  it('sends the body and the headers it is given, and answers with what comes back', async () => {
    let body = ''
    const url = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => answering('a')(request, response))
    })
    const answer = await new SubgraphClient('runtime', [url]).post('/graphql', '{"query":"{ a }"}', {
      authorization: 'Bearer k',
    })
    expect([answer, body]).toEqual([{ name: 'a', path: '/graphql', authorization: 'Bearer k' }, '{"query":"{ a }"}'])
  })

  it('goes round its processes', async () => {
    const seen: string[] = []
    const client = new SubgraphClient('runtime', [await serve(answering('a', seen)), await serve(answering('b', seen))])
    for (let count = 0; count < 4; count++) await client.post('/', '{}', {})
    expect(seen).toEqual(['a', 'b', 'a', 'b'])
  })

  it('passes over processes that do not listen', async () => {
    const seen: string[] = []
    const client = new SubgraphClient('runtime', [await nobody(), await serve(answering('b', seen))])
    for (let count = 0; count < 3; count++) await client.post('/', '{}', {})
    expect(seen).toEqual(['b', 'b', 'b'])
    expect(await client.ready()).toBe(true)
  })

  it('does not send a request twice that may have arrived', async () => {
    const seen: string[] = []
    const hangingUp = await serve((request) => {
      seen.push('cut')
      request.socket.destroy()
    })
    const client = new SubgraphClient('runtime', [hangingUp, await serve(answering('b', seen))])
    await expect(client.post('/', '{}', {})).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(seen).toEqual(['cut'])
  })

  it('gives answers that carry errors to the caller, whatever their status', async () => {
    const url = await serve((_request, response) => void response.writeHead(400).end('{"errors":[{"message":"no"}]}'))
    expect(await new SubgraphClient('runtime', [url]).post('/', '{}', {})).toEqual({ errors: [{ message: 'no' }] })
  })

  it('is UNAVAILABLE, and tells only the log where it asked, when nobody gives a JSON answer', async () => {
    const text = await serve((_request, response) => void response.writeHead(502).end('<html>Bad gateway</html>'))
    const away = await nobody()
    for (const url of [text, away]) {
      const error = await new SubgraphClient('runtime', [url]).post('/', '{}', {}).catch((error: unknown) => error)
      expect(error).toMatchObject({ code: 'UNAVAILABLE', retryable: true, internal: expect.stringContaining(url) })
      expect((error as Error).message).not.toContain('127.0.0.1')
    }
  })

  it('is ready while one of its processes is', async () => {
    const status =
      (code: number): RequestListener =>
      (request, response) =>
        void response.writeHead(request.url === '/readyz' ? code : 404).end()
    const [ready, unready, away] = [await serve(status(200)), await serve(status(503)), await nobody()]
    expect(await new SubgraphClient('runtime', [unready, away, ready]).ready()).toBe(true)
    expect(await new SubgraphClient('runtime', [unready, away]).ready()).toBe(false)
  })
})
