import type { FastifyRequest } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { errorCodes, isErrorCode } from '../../kit/errors/app-error.ts'

/** RFC 9457. `code` and what follows are the extensions of the same error in GraphQL. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: string
  service: string
  retryable: boolean
  requestId: string
  details?: Record<string, unknown>
}

export const problemType = 'application/problem+json'

/** An error of the graph as problem details. */
export function problemOf(error: GraphQLFormattedError): Omit<ProblemDetails, 'instance'> {
  const { code, service, retryable, requestId, details } = error.extensions as ProblemDetails
  const { meaning, httpStatus } = errorCodes[isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR']
  return {
    type: `urn:marquee:error:${code}`,
    title: meaning,
    status: httpStatus,
    detail: error.message,
    code,
    service,
    retryable,
    requestId,
    ...(details === undefined ? {} : { details }),
  }
}

/** The answer to a request: its status is its code's, except where the request had a precondition (RFC 9110, 13.1.1). */
export function problemAnswer(error: GraphQLFormattedError, request: FastifyRequest) {
  const problem = problemOf(error)
  const isPrecondition =
    problem.code === 'CONFLICT' && 'currentRevision' in (problem.details ?? {}) && 'if-match' in request.headers
  const status = isPrecondition ? errorCodes.CONDITION_FAILED.httpStatus : problem.status
  return { type: `${problemType}; charset=utf-8`, status, content: { ...problem, status, instance: request.url } }
}
