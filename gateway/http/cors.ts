import type { FastifyInstance } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import type { AllowedOrigins } from '../../kit/http/request/allowed-origins.ts'

/** What browsers may keep the answer to a preflight for. */
const preflightSeconds = 7200
const exposed = 'x-request-id, x-change-id, retry-after, etag, link, location, mcp-session-id'
const headerNames = /^[\w-]+( *, *[\w-]+)*$/

/**
 * Cross-origin rules of the given addresses and all that is registered on `scope`: pages of listed origins are answered, with
 * any header they ask to send (nothing here is authorised by being a browser); pages of others are refused with 403,
 * because a query costs even where its answer cannot be read.
 */
export function registerCors(
  scope: FastifyInstance,
  origins: AllowedOrigins,
  methodsByUrl: ReadonlyMap<string, readonly string[]>,
): void {
  scope.addHook('onRequest', async ({ headers }, reply) => {
    void reply.header('vary', 'origin')
    if (!origins.admits(headers)) {
      throw new AppError('FORBIDDEN', {
        public: `Pages of ${headers.origin?.slice(0, 200)} may not ask this server. Its operator lists origins in MARQUEE_ALLOWED_ORIGINS.`,
      })
    }
    const allowed = origins.crossOrigin(headers)
    if (allowed !== null)
      void reply.headers({ 'access-control-allow-origin': allowed, 'access-control-expose-headers': exposed })
  })
  for (const [url, methods] of methodsByUrl)
    scope.options(url, async ({ headers }, reply) => {
      const asked = headers['access-control-request-headers']
      return reply
        .status(204)
        .headers({
          allow: [...methods, 'OPTIONS'].join(', '),
          ...(reply.hasHeader('access-control-allow-origin')
            ? {
                'access-control-allow-methods': methods.join(', '),
                ...(asked && headerNames.test(asked) ? { 'access-control-allow-headers': asked } : {}),
                'access-control-max-age': preflightSeconds,
              }
            : {}),
        })
        .send()
    })
}
