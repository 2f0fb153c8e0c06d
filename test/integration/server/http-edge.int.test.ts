import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isErrorCode } from '../../../kit/errors/app-error.ts'
import { refusal } from '../../support/graph/graph-client.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Refusal = { message: string; extensions: { code: string; service: string; retryable: boolean; requestId: string } }

/** Hundreds of connections, and 9 MB to compress, on a machine that does other things too. */
const patientMs = 120_000
const hash = '0'.repeat(64)
const paths = [
  '/graphql',
  '/graphql?query=%7B',
  '/healthz',
  '/readyz',
  '/metrics',
  '/dashboard',
  '/live/frame',
  '/live/sw.js',
  '/live/inst-00000000',
  '/live/none',
  `/bundles/${hash}.js`,
  '/bundles/x.js',
  '/assets/screen/none.js',
  '/assets/graphiql/none.js',
  '/bindings/inst-00000000/key',
  '/bindings/%2e%2e/graphql',
  '/bindings/inst-00000000/%2e%2e',
  '/nowhere',
  '/',
  '/%',
  '/internal/feeds',
]
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE']
const types = [
  undefined,
  'application/json',
  'application/json; charset=latin1',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'nonsense',
  '',
]
const bodies = [
  undefined,
  '',
  '{',
  '[]',
  'null',
  '{"query":5}',
  '{"query":"{"}',
  '{"query":"{ nope }"}',
  '{"query":"{ __typename }","variables":7}',
  '"\ud800"',
  '{"query":"subscription { displayChanged(instanceId: \\"x\\") { type } }"}',
]
const headers = [
  {},
  { accept: 'image/png' },
  { accept: 'text/event-stream;q=0' },
  { authorization: 'Bearer nobody' },
  { origin: 'https://elsewhere.test' },
  { 'accept-encoding': 'br' },
  { cookie: 'a=b' },
]

eachMode('the HTTP edge', (marquee) => {
  /** Over a bare socket, because fetch refuses to send much of it. */
  async function send(request: string): Promise<{ status: number; head: string; body: string }> {
    const { hostname, port } = new URL(marquee.url)
    const socket = connect(Number(port), hostname)
    socket.write(request)
    const answer = await text(socket)
    const [head = '', ...rest] = answer.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n') }
  }

  const asRequest = (
    method: string,
    path: string,
    type: string | undefined,
    body: string | undefined,
    more: object,
  ): string => {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      'host: marquee.test',
      'connection: close',
      ...(type === undefined ? [] : [`content-type: ${type}`]),
      ...Object.entries(more).map(([name, value]) => `${name}: ${value}`),
    ]
    return `${lines.join('\r\n')}\r\n${body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`}\r\n${body ?? ''}`
  }

  function wellFormed(body: string): Refusal[] {
    const { errors } = JSON.parse(body) as { errors: Refusal[] }
    for (const { message, extensions } of errors) {
      expect(message).not.toBe('')
      expect(Object.keys(extensions).slice(0, 4)).toEqual(['code', 'service', 'retryable', 'requestId'])
      expect(isErrorCode(extensions.code), extensions.code).toBe(true)
      expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
    }
    return errors
  }

  it(
    'answers whatever it is sent, and each refusal has its four members',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...methods),
          fc.constantFrom(...paths),
          fc.constantFrom(...types),
          fc.constantFrom(...bodies),
          fc.constantFrom(...headers),
          async (method, path, type, body, more) => {
            const answer = await send(asRequest(method, path, type, body, more))
            expect(answer.status).toBeGreaterThanOrEqual(200)
            expect(answer.head).toContain('x-content-type-options: nosniff')
            expect(answer.head).toMatch(/content-security-policy: [^\r]*frame-ancestors/)
            if (answer.status === 405) expect(answer.head).toMatch(/\r\nallow: [a-z]/)
            if (answer.status >= 400 && method !== 'HEAD' && path !== '/readyz') wellFormed(answer.body)
          },
        ),
        { numRuns: 300 },
      )
    },
    patientMs,
  )

  it.each([
    ['POST', '/metrics', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['HEAD', '/graphql?query=%7B__typename%7D', 405, null],
    ['GET', '/bindings/inst-00000000/key', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/nowhere', 404, 'NOT_FOUND'],
    ['POST', '/bindings/%2e%2e/graphql', 404, 'NOT_FOUND'],
    ['POST', '/bindings/inst-00000000/%2e%2e', 404, 'NOT_FOUND'],
    ['POST', '/bindings/inst-00000000/..%2f..%2fgraphql', 400, 'BAD_USER_INPUT'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    const answer = await send(asRequest(method, path, 'application/json', '{"query":"{ __typename }"}', {}))
    expect(answer.status).toBe(status)
    if (code !== null) expect(wellFormed(answer.body).map(({ extensions }) => extensions.code)).toEqual([code])
  })

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'BAD_REQUEST'],
    ['a method that is none', 'FOO / HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431, 'PAYLOAD_TOO_LARGE'],
  ])('words what is %s, and goes on', async (_, bytes, status, code) => {
    const answer = await send(bytes)
    expect([answer.status, wellFormed(answer.body)[0]?.extensions.code]).toEqual([status, code])
    expect((await fetch(`${marquee.url}/healthz`)).status).toBe(200)
  })

  it('has the refusal in the log of each process that it crossed, by its request id', async () => {
    const { extensions } = await refusal(marquee, '{ instances(first: 0) { totalCount } }')
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', service: 'runtime' })
    const lines = (role: string) => {
      const log = marquee.parts.find((part) => part.role === role)?.log() ?? ''
      return log
        .split('\n')
        .filter((line) => line.includes(extensions.requestId))
        .map((line) => JSON.parse(line) as object)
    }
    for (const role of marquee.mode === 'embedded' ? ['all'] : ['gateway', 'runtime']) {
      await expect
        .poll(() => lines(role))
        .toMatchObject([{ level: 'info', msg: 'refused', code: 'BAD_USER_INPUT', requestId: extensions.requestId }])
    }
  })

  describe('the pages', () => {
    it(
      'have GraphiQL in files that browsers keep, compressed, under a policy of its own',
      async () => {
        const page = await fetch(`${marquee.url}/graphql`, { headers: { accept: 'text/html' } })
        const html = await page.text()
        expect(html.length).toBeLessThan(20_000)
        expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/)
        const etag = page.headers.get('etag') as string
        expect(
          (await fetch(`${marquee.url}/graphql`, { headers: { accept: 'text/html', 'if-none-match': etag } })).status,
        ).toBe(304)
        const files = [...html.matchAll(/"(\/assets\/graphiql\/[^"]+)"/g)].map(([, file]) => file as string)
        expect(files).toHaveLength(2)
        for (const file of files) {
          const { status, head } = await send(
            asRequest('GET', file, undefined, undefined, { 'accept-encoding': 'gzip, br' }),
          )
          expect([status, head]).toEqual([
            200,
            expect.stringMatching(/content-encoding: br[^]*immutable|immutable[^]*content-encoding: br/),
          ])
          expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBeLessThan(3_000_000)
        }
      },
      patientMs,
    )
  })
})
