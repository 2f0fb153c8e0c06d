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

/** Errors about the text of the document: where in it helps. */
const locatedCodes = new Set<string>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'])

const messageLengthMax = 300

const logged = new WeakSet<object>()

/**
 * An error as a caller may see it: `{ message, path?, extensions: { code, service, retryable, requestId, details? } }`
 * with the members always in this order. What nobody meant for a caller is masked. Every refusal is in the log, once,
 * with its code and request id; of our own faults the stack is there too.
 *
 * `locations` stay with syntax and validation errors only: an execution error is raised on the caller's document in
 * one process and on a planner's in five, and must read the same.
 */
export function formatError(error: unknown, options: FormatOptions): GraphQLFormattedError {
  return formatErrors([error], options)[0] as GraphQLFormattedError
}

/** The errors of one answer; one line in the log for all of them. */
export function formatErrors(errors: readonly unknown[], options: FormatOptions): GraphQLFormattedError[] {
  const judged = errors.map((error) => judge(toGraphQLError(error), options))
  const refused = judged.filter(({ isLogged }) => !isLogged)
  if (refused.length > 0) logRefusal(refused as [Shown, ...Shown[]], options)
  return judged.map(({ formatted }) => formatted)
}

type Shown = {
  formatted: GraphQLFormattedError & { extensions: GraphQLErrorExtensions }
  isLogged: boolean
  internal?: string | undefined
}

function judge(error: GraphQLError, options: FormatOptions): Shown {
  const service = typeof options.service === 'function' ? options.service(error) : options.service
  const show = (code: ErrorCode, message: string, details?: unknown, from: object = {}): Shown => ({
    formatted: {
      message,
      ...(locatedCodes.has(code) && error.locations ? { locations: error.locations } : {}),
      ...(error.path ? { path: error.path } : {}),
      extensions: {
        code,
        service,
        retryable: errorCodes[code].retryable,
        requestId: options.requestId,
        ...from,
        ...(details === undefined ? {} : { details }),
      },
    },
    isLogged: false,
  })

  const original = innermost(error)
  if (isAppError(original)) {
    // graphql-js puts the argument's or the variable's name in front of what a scalar says.
    const shown = show(original.code, error.message || original.message, original.details)
    return { ...shown, isLogged: logFailure(original, options), internal: original.internal }
  }
  const { code } = error.extensions
  // Raised by a subgraph and judged there.
  if (isErrorCode(code) && original instanceof GraphQLError) {
    const { service: raisedBy = service, requestId = options.requestId, details } = error.extensions
    return show(code, error.message, details, { service: raisedBy, requestId })
  }
  if (original instanceof GraphQLError) {
    const derived = codeOfGraphQLError(error, original)
    if (derived !== null) return show(derived, error.message)
  }
  if (isUnavailable(original)) {
    logOnce(original, options, 'warn', 'something needed is away')
    return { ...show('UNAVAILABLE', 'Something we depend on is away. Try again in a moment.'), isLogged: true }
  }
  if (isUnstorableText(original)) return show('BAD_USER_INPUT', 'Text must not contain the character U+0000.')
  logOnce(original, options, 'error', 'unexpected error')
  return { ...show('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.'), isLogged: true }
}

/** What graphql-js itself raised about the caller's request; null for what it raised about our answer. */
function codeOfGraphQLError(error: GraphQLError, original: GraphQLError): ErrorCode | null {
  if (original.extensions['code'] !== undefined) return null
  if (original.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED'
  // Without a path: the document or its variables. With one: an argument, whose error knows its node, or a scalar
  // that could not write our value, whose error knows nothing.
  if (error.path === undefined)
    return /^(Variable "\$|Too many errors processing variables)/.test(error.message)
      ? 'BAD_USER_INPUT'
      : 'GRAPHQL_VALIDATION_FAILED'
  return original.nodes === undefined ? null : 'BAD_USER_INPUT'
}

/** graphql-js, Apollo Server and the tools each wrap errors once more. */
function innermost(error: Error): Error {
  let inner = error
  for (let depth = 0; depth < 10 && inner instanceof GraphQLError && inner.originalError; depth++)
    inner = inner.originalError
  return inner
}

/** Of what we refuse with: whether it tells of a fault of ours, which is in the log with its stack then. */
function logFailure(error: AppError, options: FormatOptions): boolean {
  if (error.code === 'INTERNAL_SERVER_ERROR') logOnce(error, options, 'error', 'unexpected error')
  else if (error.code === 'UNAVAILABLE') logOnce(error, options, 'warn', 'something needed is away')
  else return false
  return true
}

function logRefusal(refused: readonly [Shown, ...Shown[]], { log, requestId }: FormatOptions): void {
  const [
    {
      formatted: { message, path, extensions },
    },
  ] = refused
  const internal = refused.find((shown) => shown.internal !== undefined)?.internal
  const codes = [...new Set(refused.map(({ formatted }) => formatted.extensions['code'] as string))]
  log.info(
    {
      requestId,
      code: extensions['code'],
      service: extensions['service'],
      ...(codes.length > 1 ? { codes } : {}),
      ...(refused.length > 1 ? { count: refused.length } : {}),
      ...(path ? { path } : {}),
      ...(internal === undefined ? {} : { internal }),
      reason: message.slice(0, messageLengthMax),
    },
    'refused',
  )
}

function logOnce(error: Error, { log, requestId }: FormatOptions, level: 'warn' | 'error', message: string): void {
  // The same failure may reach the caller at several paths of one answer.
  if (logged.has(error)) return
  logged.add(error)
  log[level](
    { err: error, requestId, ...(isAppError(error) && error.internal ? { internal: error.internal } : {}) },
    message,
  )
}

/** An error that came as JSON in a subgraph's answer. */
function received(error: unknown): GraphQLError | null {
  if (error instanceof Error || typeof error !== 'object' || error === null) return null
  const { message, path, extensions } = error as Record<string, unknown>
  if (typeof message !== 'string' || typeof extensions !== 'object') return null
  return new GraphQLError(message, {
    path: Array.isArray(path) ? (path as (string | number)[]) : undefined,
    extensions: extensions as GraphQLErrorExtensions,
  })
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  return (
    received(error) ??
    new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) })
  )
}
