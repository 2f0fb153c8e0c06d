import { afterAll, describe, expect, it } from 'vitest'
import { AllowedOrigins } from '../../kit/http/request/allowed-origins.ts'
import { createApp } from '../../kit/http/create-app.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { registerCors } from './cors.ts'

const app = createApp({
  log: createLogger({ level: 'silent', name: 'test' }),
  service: 'gateway',
  limits: defaultLimits,
})
void app.register(async (scope) => {
  registerCors(scope, new AllowedOrigins(['https://dashboards.test']), new Map([['/graphql', ['GET', 'POST']]]))
  scope.get('/graphql', () => ({ data: {} }))
})
app.get('/elsewhere', () => ({}))
afterAll(() => app.close())

const host = 'marquee.test'
const listed = 'https://dashboards.test'

describe('registerCors', () => {
  it('answers the preflight of a listed origin with the methods and the headers that it asks for', async () => {
    const headers = {
      host,
      origin: listed,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type,x-request-id',
    }
    const answer = await app.inject({ method: 'OPTIONS', url: '/graphql', headers })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': headers['access-control-request-headers'],
      vary: 'origin',
    })
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
  })

  it('lets pages of a listed origin read answers and request ids', async () => {
    const { statusCode, headers } = await app.inject({ url: '/graphql', headers: { host, origin: listed } })
    expect([statusCode, headers]).toMatchObject([
      200,
      {
        'access-control-allow-origin': listed,
        'access-control-expose-headers': expect.stringContaining('x-request-id'),
      },
    ])
  })

  it('refuses pages of other origins, their preflights included', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const answer = await app.inject({
        method,
        url: '/graphql',
        headers: { host, origin: 'https://elsewhere.test', 'access-control-request-method': 'POST' },
      })
      expect([answer.statusCode, answer.json<object>()]).toMatchObject([
        403,
        {
          errors: [
            {
              message: expect.stringContaining('MARQUEE_ALLOWED_ORIGINS'),
              extensions: { code: 'FORBIDDEN', service: 'gateway' },
            },
          ],
        },
      ])
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  it('says nothing of origins to who has none, and nothing at other addresses', async () => {
    const plain = await app.inject({ method: 'OPTIONS', url: '/graphql', headers: { host } })
    expect([plain.statusCode, plain.headers['allow'], plain.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, POST, OPTIONS',
      undefined,
    ])
    expect(
      (await app.inject({ url: '/elsewhere', headers: { host, origin: 'https://elsewhere.test' } })).statusCode,
    ).toBe(200)
  })
})
