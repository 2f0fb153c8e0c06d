import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, errorCodes, isErrorCode } from '../../errors/app-error.ts'
import { formatError, type FormatOptions } from '../../graphql/format-error.ts'
import type { Logger } from '../../log.ts'
import { KnownRoutes } from './known-routes.ts'
import { apiHeaders } from '../security-headers.ts'

type FastifyError = Error & { statusCode?: number; code?: string }

export type Refuse = (error: Error, request: FastifyRequest, reply: FastifyReply) => void

export type RefuseOptions = {
  log: Logger
  service: FormatOptions['service']
  bodyBytesMax: number
  /** The body of a refusal, and its status where that is not its code's. Default: as GraphQL's callers know it. */
  body?: (error: Formatted, request: FastifyRequest) => { type: string; status?: number; content: object }
}

type Formatted = ReturnType<typeof formatError>

const graphqlBody = (error: Formatted) => ({ type: 'application/json; charset=utf-8', content: { errors: [error] } })

/** Answers an error as docs/guides/errors.md says; an address that is not one, which no hook sees, too. */
export function createRefuse({ log, service, bodyBytesMax, body = graphqlBody }: RefuseOptions): Refuse {
  return (error, request, reply) => {
    const formatted = formatError(asRefusal(error, bodyBytesMax), {
      service: request.routeOptions.config?.service ?? service,
      log,
      requestId: request.id,
    })
    const answer: ReturnType<NonNullable<RefuseOptions['body']>> = body(formatted, request)
    const { code, details } = formatted.extensions as { code: string; details?: { retryAfterMs?: unknown } }
    if (code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer')
    if (typeof details?.retryAfterMs === 'number')
      void reply.header('retry-after', Math.ceil(details.retryAfterMs / 1000))
    void reply
      .headers({ ...apiHeaders, 'x-request-id': request.id })
      .status(answer.status ?? (isErrorCode(code) ? errorCodes[code].httpStatus : 500))
      .header('cache-control', 'no-store')
      .type(answer.type)
      .send(JSON.stringify(answer.content))
  }
}

/** Refuses whatever a route throws and what no route takes. */
export function registerRefusals(app: FastifyInstance, refuse: Refuse): void {
  const routes = new KnownRoutes(app)
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsOf(request.url)
    if (methods.length === 0)
      return refuse(new AppError('NOT_FOUND', { public: 'There is nothing here.' }), request, reply)
    const allow = methods.join(', ')
    void reply.header('allow', allow)
    refuse(new AppError('METHOD_NOT_ALLOWED', { public: `This address takes ${allow}.` }), request, reply)
  })
}

/** What Fastify itself refuses, in our words; its other errors as they are. */
function asRefusal(error: FastifyError, bodyBytesMax: number): unknown {
  if (error.statusCode === undefined || error.statusCode >= 500 || error instanceof AppError) return error
  switch (error.code ?? '') {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('PAYLOAD_TOO_LARGE', {
        public: `A request has at most ${bodyBytesMax} bytes.`,
        details: { limitBytes: bodyBytesMax },
        cause: error,
      })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError('UNSUPPORTED_MEDIA_TYPE', {
        public: 'The body must be application/json, and Content-Type must say so.',
        cause: error,
      })
    default:
      return new AppError('BAD_USER_INPUT', { public: error.message, cause: error })
  }
}
