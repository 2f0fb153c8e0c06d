import type { Socket } from 'node:net'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { requireJson } from '../errors/require-json.ts'
import { jsonBounds, type Limits } from '../limits.ts'
import type { Logger } from '../log.ts'
import { answerBrokenRequest } from './request/broken-request.ts'
import { registerCompression } from './compression.ts'
import { createRefuse, registerRefusals } from './request/refusals.ts'
import { requestIdOf } from './request/request-id.ts'
import { apiHeaders } from './security-headers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who raises the refusals of a route, where that is another service than the process's own. */
    service?: string
    /** A route that only says why a method is not taken. */
    isRefusal?: boolean
  }
}

export type AppOptions = {
  log: Logger
  /** Who answers, for the `service` of refusals. */
  service: string
  limits: Limits
}

/** How often Node looks for requests that are out of time. */
const timeoutCheckMs = 1000

/**
 * An HTTP server with our habits: a request id (the caller's, if it is a sane one) in every log line and answer,
 * strict JSON (bytes that are no UTF-8 are refused, not replaced), refusals in the shape that GraphQL callers know, and
 * a bound on how long a request may take to arrive.
 */
export function createApp({ log, service, limits }: AppOptions): FastifyInstance {
  const refuse = createRefuse({ log, service, bodyBytesMax: limits.bodyBytes })
  const app = Fastify({
    loggerInstance: log,
    logger: undefined,
    // One line per request would drown what matters; errors and slow things log themselves.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionTimeout: limits.connectionIdleMs,
    http: {
      headersTimeout: limits.headersMs,
      maxHeaderSize: limits.headerBytes,
      // Node would answer without a body: the hook below says it.
      requireHostHeader: false,
      connectionsCheckingInterval: Math.min(timeoutCheckMs, limits.headersMs, limits.requestMs),
    },
    frameworkErrors: refuse,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, { log, service, limits }),
    // Requests that are running are finished; createDrain cuts what is left.
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => requestIdOf(headers),
  }) as unknown as FastifyInstance
  app.removeAllContentTypeParsers()
  addJsonParser(app, 'application/json', limits)
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...apiHeaders, 'x-request-id': request.id })
    const { host, 'content-encoding': encoding } = request.headers
    if (host === undefined && request.raw.httpVersion === '1.1')
      throw new AppError('BAD_REQUEST', { public: 'A request of HTTP/1.1 names its host.' })
    if (encoding !== undefined && encoding !== 'identity')
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', {
        public: 'Bodies are sent as they are: leave content-encoding out.',
      })
  })
  // What Node answers by itself, without a body. An expectation that we do not know may be passed over.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.server.on('connect', (_request, socket) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a socket broke'))
    answerBrokenRequest(Object.assign(new Error('CONNECT'), { code: 'CONNECT' }), socket as Socket, {
      log,
      service,
      limits,
    })
  })
  registerCompression(app)
  registerRefusals(app, refuse)
  return app
}

/** Takes bodies of a type that is JSON, strictly. */
export function addJsonParser(app: FastifyInstance, type: string, limits: Limits): void {
  const json = jsonBounds(limits, limits.bodyBytes)
  app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      // That there is none is for each route to say.
      done(null, body.length === 0 ? undefined : requireJson(body as Buffer, json, 'The body'))
    } catch (refused) {
      done(refused as AppError)
    }
  })
}
