import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { AppError } from '../errors/app-error.ts'
import { sha256Hex } from '../pure/ids/hash.ts'
import { withTimeout } from '../with-timeout.ts'

export type Checks = Record<string, () => Promise<boolean> | boolean>

const checkTimeoutMs = 3000

/**
 * `/healthz`: the process answers. `/readyz`: everything it needs answers too, each part by name; 503 at once, with
 * nothing asked, while the process leaves. `/metrics`. Where there is a token, only those who send it see the parts and
 * the metrics.
 */
export function registerHealth(
  app: FastifyInstance,
  checks: Checks,
  { isLeaving = () => false, token = null }: { isLeaving?: () => boolean; token?: string | null } = {},
): Registry {
  const expected = token === null ? null : Buffer.from(sha256Hex(`Bearer ${token}`))
  const maySee = ({ headers }: FastifyRequest) =>
    expected === null || timingSafeEqual(Buffer.from(sha256Hex(headers.authorization ?? '')), expected)
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'marquee_http_request_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    if (isLeaving())
      return reply
        .status(503)
        .send({ status: 'stopping', reason: 'The process is stopping; ask another one.', parts: {} })
    const parts = Object.fromEntries(
      await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await holds(check)])),
    )
    const missing = Object.keys(parts).filter((name) => !parts[name])
    if (!maySee(request))
      return reply
        .status(missing.length === 0 ? 200 : 503)
        .send({ status: missing.length === 0 ? 'ready' : 'not ready' })
    if (missing.length === 0) return { status: 'ready', parts }
    return reply.status(503).send({ status: 'not ready', reason: `Not there yet: ${missing.join(', ')}.`, parts })
  })
  app.get('/metrics', async (request, reply) => {
    if (!maySee(request))
      throw new AppError('UNAUTHENTICATED', {
        public: 'Metrics require the monitoring token (MARQUEE_MONITORING_TOKEN).',
      })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return registry
}

async function holds(check: () => Promise<boolean> | boolean): Promise<boolean> {
  // Inside an async function, so that a check that throws at once counts like one that rejects.
  return await withTimeout((async () => await check())(), checkTimeoutMs, () => new Error('no answer')).catch(
    () => false,
  )
}
