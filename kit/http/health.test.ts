import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultLimits } from '../limits.ts'
import { createLogger } from '../log.ts'
import { createApp } from './create-app.ts'
import { registerHealth, type Checks } from './health.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

function appWith(checks: Checks): FastifyInstance {
  const app = createApp({
    log: createLogger({ level: 'silent', name: 'test' }),
    service: 'test',
    limits: defaultLimits,
  })
  apps.push(app)
  registerHealth(app, checks)
  return app
}

const get = async (app: FastifyInstance, url: string) => {
  const response = await app.inject({ url })
  return [response.statusCode, response.json()]
}

describe('registerHealth', () => {
  it('is ready when every part is', async () => {
    const app = appWith({ bus: () => true, database: async () => true })
    expect(await get(app, '/readyz')).toEqual([200, { status: 'ready', parts: { bus: true, database: true } }])
  })

  it('names the parts that are not ready: those that say so, that throw, and that reject', async () => {
    const throwing = () => {
      throw new Error('away')
    }
    const app = appWith({
      good: () => true,
      no: () => false,
      throwing,
      rejecting: () => Promise.reject(new Error('away')),
    })
    expect(await get(app, '/readyz')).toEqual([
      503,
      {
        status: 'not ready',
        reason: 'Not there yet: no, throwing, rejecting.',
        parts: { good: true, no: false, throwing: false, rejecting: false },
      },
    ])
  })

  it('answers 503 at once while the process leaves, and asks no part', async () => {
    let asked = 0
    const app = createApp({
      log: createLogger({ level: 'silent', name: 'test' }),
      service: 'test',
      limits: defaultLimits,
    })
    apps.push(app)
    let isLeaving = false
    registerHealth(app, { bus: () => ++asked > 0 }, { isLeaving: () => isLeaving })
    expect((await get(app, '/readyz'))[0]).toBe(200)
    isLeaving = true
    expect(await get(app, '/readyz')).toEqual([503, expect.objectContaining({ status: 'stopping', parts: {} })])
    expect((await get(app, '/healthz'))[0]).toBe(200)
    expect(asked).toBe(1)
  })

  it('shows parts and metrics only to those who send the token, where there is one', async () => {
    const app = createApp({
      log: createLogger({ level: 'silent', name: 'test' }),
      service: 'test',
      limits: defaultLimits,
    })
    apps.push(app)
    let isThere = true
    registerHealth(app, { bus: () => isThere }, { token: 'of-the-monitoring' })
    const asked = async (url: string, token?: string) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const { statusCode, body } = await app.inject({ url, headers })
      return [statusCode, body] as const
    }
    expect(await asked('/readyz')).toEqual([200, '{"status":"ready"}'])
    expect(await asked('/readyz', 'of-the-monitoring')).toEqual([200, '{"status":"ready","parts":{"bus":true}}'])
    expect((await asked('/metrics'))[0]).toBe(401)
    expect((await asked('/metrics', 'another'))[0]).toBe(401)
    expect((await asked('/metrics', 'of-the-monitoring'))[1]).toContain('marquee_http_request_seconds')
    isThere = false
    expect(await asked('/readyz')).toEqual([503, '{"status":"not ready"}'])
  })

  it('does not wait for a part that hangs', async () => {
    const app = appWith({ hanging: () => new Promise<boolean>(() => {}), good: () => true })
    await app.ready()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answer = get(app, '/readyz')
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(3000)
    expect(await answer).toEqual([
      503,
      { status: 'not ready', reason: 'Not there yet: hanging.', parts: { hanging: false, good: true } },
    ])
  })

  it('is alive whatever its parts say', async () => {
    expect(await get(appWith({ database: () => false }), '/healthz')).toEqual([200, { status: 'ok' }])
  })

  it('counts requests by route and not by address, so that strangers cannot make new series', async () => {
    const app = appWith({})
    app.get('/things/:id', () => ({}))
    for (const url of ['/things/1', '/things/2', '/nowhere/1', '/nowhere/2']) await app.inject({ url })
    const { body, headers } = await app.inject({ url: '/metrics' })
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain('marquee_http_request_seconds_count{method="GET",route="/things/:id",status="200"} 2')
    expect(body).toContain('marquee_http_request_seconds_count{method="GET",route="none",status="404"} 2')
  })
})
