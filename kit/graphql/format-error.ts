import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql'
import { errorCodes, isAppError, isErrorCode, type AppError, type ErrorCode } from '../errors/app-error.ts'
import type { Logger } from '../log.ts'
import { isUnavailable, isUnstorableText } from './unavailable.ts'

export type FormatOptions = {
  /** Who answers; a function where one process answers for several services. */
  service: string | ((error: GraphQLError) => string)
  log: Logger
  requestId: string
}

/** GraphQL's own codes: the request never reached us. Their messages are written for callers. */
const protocolCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
])

const logged = new WeakSet<object>()

/**
 * An error as a caller may see it: `{ message, path?, extensions: { code, service, retryable, requestId, details? } }`
 * with the members always in this order. What nobody meant for a caller is masked, and logged here, once.
 *
 * `locations` stay with syntax and validation errors only: an execution error is raised on the caller's document in
 * one process and on a planner's in five, and must read the same.
 */
export function formatError(error: unknown, options: FormatOptions): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : (received(error) ?? new GraphQLError('', { originalError: toError(error) }))
  const { path } = graphqlError
  const shown = judge(graphqlError, options)
  return {
    message: shown.message,
    ...(shown.located && graphqlError.locations ? { locations: graphqlError.locations } : {}),
    ...(path ? { path } : {}),
    extensions: shown.extensions,
  }
}

/** The same as an error object, for those who must hand graphql-js one (a live feed's error frame, a test). */
export function toGraphQLError(error: unknown, options: FormatOptions): GraphQLError {
  const { message, path, extensions } = formatError(error, options)
  return new GraphQLError(message, { path, extensions })
}

type Shown = { message: string; extensions: GraphQLErrorExtensions; located: boolean }

function judge(error: GraphQLError, options: FormatOptions): Shown {
  const service = typeof options.service === 'function' ? options.service(error) : options.service
  const show = (code: string, retryable: boolean, message: string, details?: unknown): Shown => ({
    message,
    extensions: { code, service, retryable, requestId: options.requestId, ...(details === undefined ? {} : { details }) },
    located: isProtocolError(code),
  })
  const ours = (code: ErrorCode, message: string, details?: unknown) =>
    show(code, errorCodes[code].retryable, message, details)

  const original = innermost(error)
  if (isAppError(original)) {
    logAppError(original, options)
    // graphql-js puts the argument's or the variable's name in front of what a scalar says.
    return ours(original.code, error.message || original.message, original.details)
  }
  const { code } = error.extensions
  // Raised by a subgraph, judged and logged there.
  if (isErrorCode(code) && original instanceof GraphQLError) {
    const { service: from = service, requestId = options.requestId, details } = error.extensions
    const shown = ours(code, error.message, details)
    return { ...shown, extensions: { ...shown.extensions, service: from, requestId } }
  }
  if (typeof code === 'string' && isProtocolError(code)) return show(code, false, error.message)
  if (original instanceof GraphQLError) {
    const derived = codeOfGraphQLError(error, original)
    if (derived !== null) return show(derived, false, error.message)
  }
  if (isUnavailable(original)) {
    logOnce(original, options, 'warn', 'something needed is away')
    return ours('UNAVAILABLE', 'Something we depend on is away. Try again in a moment.')
  }
  if (isUnstorableText(original)) return ours('BAD_USER_INPUT', 'Text must not contain the character U+0000.')
  logOnce(original, options, 'error', 'unexpected error')
  return ours('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.')
}

/** What graphql-js itself raised about the caller's request; null for what it raised about our answer. */
function codeOfGraphQLError(error: GraphQLError, original: GraphQLError): string | null {
  if (original.extensions['code'] !== undefined) return null
  if (original.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED'
  // Without a path: the document or its variables. With one: an argument, whose error knows its node, or a scalar
  // that could not write our value, whose error knows nothing.
  if (error.path === undefined) return /^Variable "\$/.test(error.message) ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED'
  return original.nodes === undefined ? null : 'BAD_USER_INPUT'
}

const isProtocolError = (code: string) => protocolCodes.has(code)

/** graphql-js, Apollo Server and the tools each wrap errors once more. */
function innermost(error: Error): Error {
  let inner = error
  for (let depth = 0; depth < 10 && inner instanceof GraphQLError && inner.originalError; depth++) inner = inner.originalError
  return inner
}

function logAppError(error: AppError, options: FormatOptions): void {
  if (error.code === 'INTERNAL_SERVER_ERROR') logOnce(error, options, 'error', 'unexpected error')
  else if (error.code === 'UNAVAILABLE') logOnce(error, options, 'warn', 'something needed is away')
  else if (error.internal !== undefined) logOnce(error, options, 'info', 'refused')
}

function logOnce(error: Error, { log, requestId }: FormatOptions, level: 'info' | 'warn' | 'error', message: string): void {
  // The same failure may reach the caller at several paths of one answer.
  if (logged.has(error)) return
  logged.add(error)
  log[level]({ err: error, requestId, ...(isAppError(error) && error.internal ? { internal: error.internal } : {}) }, message)
}

/** An error that came as JSON in a subgraph's answer. */
function received(error: unknown): GraphQLError | null {
  if (error instanceof Error || typeof error !== 'object' || error === null) return null
  const { message, path, extensions } = error as Record<string, unknown>
  if (typeof message !== 'string' || typeof extensions !== 'object') return null
  return new GraphQLError(message, { path: Array.isArray(path) ? (path as (string | number)[]) : undefined, extensions: extensions as GraphQLErrorExtensions })
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
