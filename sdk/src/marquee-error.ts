import { toErrorCode, type ErrorCode } from './error-codes.ts'

/** One entry of a GraphQL answer's `errors`, as it comes over the wire: nothing in it can be relied on. */
export type WireError = { message?: unknown; path?: unknown; extensions?: unknown }

export type MarqueeErrorOptions = {
  retryable?: boolean
  requestId?: string | undefined
  details?: Record<string, unknown> | undefined
  data?: unknown
  cause?: unknown
}

/**
 * The only error that the clients throw or report. A server that cannot be reached is UNAVAILABLE, like one that says
 * so itself. `data` is what a query answered beside its errors, for callers that can live with a part.
 */
export class MarqueeError extends Error {
  readonly code: ErrorCode
  /** The same request, sent again unchanged after a pause, may succeed. */
  readonly retryable: boolean
  readonly requestId: string | undefined
  readonly details: Record<string, unknown>
  readonly data: unknown

  constructor(code: ErrorCode, message: string, options: MarqueeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'MarqueeError'
    this.code = code
    this.retryable = options.retryable ?? code === 'UNAVAILABLE'
    this.requestId = options.requestId
    this.details = options.details ?? {}
    this.data = options.data
  }

  /** For RATE_LIMITED: the milliseconds after which the same request may be sent again; undefined elsewhere. */
  get retryAfterMs(): number | undefined {
    const asked = this.details.retryAfterMs
    return typeof asked === 'number' && asked >= 0 ? asked : undefined
  }
}

export function isMarqueeError(error: unknown): error is MarqueeError {
  return error instanceof MarqueeError
}

/** Makes the first of an answer's errors an exception. */
export function fromWireErrors(errors: readonly WireError[], data?: unknown): MarqueeError {
  const [first] = errors
  const extensions = isRecord(first?.extensions) ? first.extensions : {}
  return new MarqueeError(
    toErrorCode(extensions.code),
    typeof first?.message === 'string' ? first.message : 'The server answered with an error it did not explain.',
    {
      ...(typeof extensions.retryable === 'boolean' ? { retryable: extensions.retryable } : {}),
      requestId: typeof extensions.requestId === 'string' ? extensions.requestId : undefined,
      details: isRecord(extensions.details) ? extensions.details : undefined,
      data: data ?? undefined,
    },
  )
}

/** Whether `value` is an object as JSON knows it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
