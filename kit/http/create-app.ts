import { randomUUID } from 'node:crypto'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { Logger } from '../log.ts'

/** Bundles (1 MB of source, escaped as JSON) are the largest things that come in. */
const bodyBytesMax = 4 * 1024 * 1024
const requestIdPattern = /^[\w.:-]{1,100}$/
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * An HTTP server with our habits: a request id (the caller's, if it is a sane one) in every log line and answer,
 * strict JSON (bytes that are no UTF-8 are refused, not replaced), and errors in the shape that GraphQL callers know.
 */
export function createApp(log: Logger): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logger: undefined,
    // One line per request would drown what matters; errors and slow things log themselves.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytesMax,
    forceCloseConnections: true,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID()
    },
  }) as unknown as FastifyInstance
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      const text = utf8.decode(body as Buffer)
      // An empty body is Apollo's to explain.
      done(null, text === '' ? undefined : JSON.parse(text))
    } catch (cause) {
      done(new AppError('BAD_USER_INPUT', { public: 'The body is not JSON in UTF-8.', cause }))
    }
  })
  app.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const shown = toAppError(error)
    if (shown.code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error }, 'unexpected error')
    const { code, retryable, message, details } = shown
    void reply.status(shown.httpStatus).send({
      errors: [{ message, extensions: { code, retryable, requestId: request.id, ...(details ? { details } : {}) } }],
    })
  })
  app.setNotFoundHandler((request, reply) => {
    void reply
      .status(404)
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND', retryable: false, requestId: request.id } }] })
  })
  return app
}

function toAppError(error: Error & { statusCode?: number; code?: string }): AppError {
  if (error instanceof AppError) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new AppError('PAYLOAD_TOO_LARGE', { public: `A request has at most ${bodyBytesMax} bytes.`, details: { limitBytes: bodyBytesMax } })
  }
  if (error.statusCode !== undefined && error.statusCode < 500) return new AppError('BAD_USER_INPUT', { public: error.message, cause: error })
  return new AppError('INTERNAL_SERVER_ERROR', { public: 'Something went wrong on our side.', cause: error })
}
