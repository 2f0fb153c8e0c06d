import { connect } from 'node:net'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { defaultLimits } from '../limits.ts'
import { createLogger } from '../log.ts'
import { createApp } from './create-app.ts'

const apps: FastifyInstance[] = []
afterEach(async () => void (await Promise.all(apps.splice(0).map((app) => app.close()))))

/** An app that echoes what it is sent, and what it wrote to its log. */
function echo() {
  const lines: string[] = []
  const app = createApp({
    log: createLogger({ level: 'info', name: 'test', destination: { write: (line) => void lines.push(line) } }),
    service: 'catalogue',
    limits: defaultLimits,
  })
  apps.push(app)
  app.post('/echo', (request) => ({ body: request.body ?? null }))
  app.get('/known', () =>
    Promise.reject(
      new AppError('CONFLICT', { public: 'Too late.', internal: 'row 7', details: { currentRevision: 7 } }),
    ),
  )
  app.get('/bug', () => Promise.reject(new Error('password=hunter2 at row 7')))
  const send = async (options: InjectOptions) => {
    const response = await app.inject(options)
    return { status: response.statusCode, id: response.headers['x-request-id'], json: response.json() }
  }
  const post = (payload: string | Buffer, type = 'application/json') =>
    send({ method: 'POST', url: '/echo', payload, headers: { 'content-type': type } })
  return { app, send, post, lines }
}

const problem = (code: string) => ({ errors: [{ extensions: { code } }] })

describe('createApp', () => {
  it('reads JSON in UTF-8, and nothing where there is no body', async () => {
    const { post } = echo()
    expect((await post('{"a":"Ünï 🚏"}')).json).toEqual({ body: { a: 'Ünï 🚏' } })
    expect((await post('')).json).toEqual({ body: null })
  })

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['an encoded surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['half of a JSON text', '{"a":'],
    ['a text that is no JSON', 'hello'],
    ['NaN', '{"a":NaN}'],
  ])('refuses %s', async (_what, payload) => {
    const { status, json } = await echo().post(payload)
    expect([status, json]).toMatchObject([400, problem('BAD_USER_INPUT')])
  })

  it('refuses other types of body, and bodies beyond 4 MiB, with what is allowed', async () => {
    const { post } = echo()
    expect(await post('a=1', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
      json: problem('UNSUPPORTED_MEDIA_TYPE'),
    })
    expect(await post('{}', 'text/plain')).toMatchObject({ status: 415, json: problem('UNSUPPORTED_MEDIA_TYPE') })
    const { status, json } = await post(`"${'x'.repeat(4 * 1024 * 1024)}"`)
    expect([status, json]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE', details: { limitBytes: 4 * 1024 * 1024 } } }] },
    ])
  })

  it('answers with the request id that the caller gave, if it is a sane one, and with a new one otherwise', async () => {
    const { send } = echo()
    const idFor = async (given: string) => (await send({ url: '/known', headers: { 'x-request-id': given } })).id
    expect(await idFor('trace-1:a.b_c')).toBe('trace-1:a.b_c')
    for (const insane of ['', 'a b', '<script>', 'x'.repeat(101)])
      expect(await idFor(insane)).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('shows a coded error with its code, status and details, and keeps what is internal', async () => {
    const { status, id, json } = await echo().send({ url: '/known' })
    expect([status, json]).toEqual([
      409,
      {
        errors: [
          {
            message: 'Too late.',
            extensions: {
              code: 'CONFLICT',
              service: 'catalogue',
              retryable: false,
              requestId: id,
              details: { currentRevision: 7 },
            },
          },
        ],
      },
    ])
  })

  it('masks every other error, and logs it under the request id that the caller sees', async () => {
    const { send, lines } = echo()
    const { status, id, json } = await send({ url: '/bug' })
    expect([status, json]).toMatchObject([500, problem('INTERNAL_SERVER_ERROR')])
    expect(JSON.stringify(json)).not.toContain('hunter2')
    expect(lines.filter((line) => line.includes('row 7') && line.includes(String(id)))).toHaveLength(1)
  })

  it.each([
    ['HTTP/1.1 without a host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'BAD_REQUEST'],
    ['CONNECT', 'CONNECT elsewhere HTTP/1.1\r\nhost: a\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
    [
      'an encoded body',
      'POST /echo HTTP/1.1\r\nhost: a\r\ncontent-encoding: gzip\r\ncontent-length: 0\r\n\r\n',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an expectation that nobody knows', 'GET /none HTTP/1.1\r\nhost: a\r\nexpect: banana\r\n\r\n', 404, 'NOT_FOUND'],
  ])('answers %s with every member, and not as Node would', async (_, request, status, code) => {
    const { port } = new URL(await echo().app.listen({ port: 0, host: '127.0.0.1' }))
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8')
    let answer = ''
    socket.on('data', (text: string) => (answer += text)).write(request)
    await expect.poll(() => answer).toContain('"requestId"')
    socket.destroy()
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer.toLowerCase()).toContain('x-request-id: ')
    expect(answer).toContain(`"code":"${code}"`)
  })

  it('refuses an address that is none in the same shape', async () => {
    const { status, id, json } = await echo().send({ url: '/%' })
    expect([status, id, json]).toMatchObject([400, expect.any(String), problem('BAD_USER_INPUT')])
  })

  it('says NOT_FOUND in the same shape where there is nothing', async () => {
    const { status, json } = await echo().send({ url: '/nowhere' })
    expect([status, json]).toMatchObject([404, problem('NOT_FOUND')])
  })
})
