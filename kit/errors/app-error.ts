/**
 * Every code a caller can meet, and nothing else: the SDK's union type and docs/guides/errors.md are made from this
 * table. `retryable` means that the same request, sent again unchanged after a pause, may succeed. A CONFLICT is
 * therefore not retryable: the caller has to read again and decide again.
 * `httpStatus` is what the plain HTTP routes answer; GraphQL responses keep the status of the GraphQL-over-HTTP spec.
 */
export const errorCodes = {
  BAD_REQUEST: {
    meaning: 'The request is not GraphQL over HTTP: no `query`, or a parameter of the wrong type.',
    retryable: false,
    httpStatus: 400,
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The document is not GraphQL; `locations` say where.',
    retryable: false,
    httpStatus: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: 'The document does not fit the schema; `locations` say where.',
    retryable: false,
    httpStatus: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: 'The document has no such operation, or several and none is named.',
    retryable: false,
    httpStatus: 400,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: 'No document of this hash is known here: send it again with its text.',
    retryable: false,
    httpStatus: 400,
  },
  METHOD_NOT_ALLOWED: {
    meaning: 'The address does not take this HTTP method; the header `Allow` lists those it takes.',
    retryable: false,
    httpStatus: 405,
  },
  NOT_ACCEPTABLE: { meaning: 'The answer has none of the types in `Accept`.', retryable: false, httpStatus: 406 },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: 'The body is of a type that is not taken here.',
    retryable: false,
    httpStatus: 415,
  },
  REQUEST_TIMEOUT: { meaning: 'The request did not arrive in time.', retryable: true, httpStatus: 408 },
  BAD_USER_INPUT: { meaning: 'An argument or the body is malformed.', retryable: false, httpStatus: 400 },
  SCHEMA_VIOLATION: {
    meaning: 'Props or config fail their JSON schema; details.problems[] has a JSON pointer for each.',
    retryable: false,
    httpStatus: 422,
  },
  NOT_FOUND: { meaning: 'No such thing, or not yours to see.', retryable: false, httpStatus: 404 },
  CONFLICT: {
    meaning: 'Someone changed it first; details.currentRevision. Read again, then decide again.',
    retryable: false,
    httpStatus: 409,
  },
  CONDITION_FAILED: { meaning: 'A condition sent with the request does not hold.', retryable: false, httpStatus: 412 },
  INVALID_TRANSITION: {
    meaning: 'The lifecycle forbids it; details.from, details.to and details.allowed[].',
    retryable: false,
    httpStatus: 409,
  },
  NOT_INSTANTIABLE: { meaning: 'Definitions of this kind have no instances.', retryable: false, httpStatus: 422 },
  UNTIMED_INSTANCE: {
    meaning: 'An untimed instance takes neither a timeslot nor a schedule.',
    retryable: false,
    httpStatus: 422,
  },
  FLOW_REQUIRED: { meaning: 'The instance has several flows: name one.', retryable: false, httpStatus: 422 },
  SINGLETON_EXISTS: { meaning: 'Only one may exist, and it does; details.id.', retryable: false, httpStatus: 409 },
  SCOPE_VIOLATION: { meaning: 'The scopes of parent and child do not fit.', retryable: false, httpStatus: 422 },
  CYCLE: { meaning: 'The change would make something its own ancestor.', retryable: false, httpStatus: 422 },
  LIMIT_REACHED: { meaning: 'A configured limit is reached; details.limit.', retryable: false, httpStatus: 422 },
  UPSTREAM_NOT_FRESH: {
    meaning: 'Something upstream is not ready yet; details.blockers[].',
    retryable: true,
    httpStatus: 409,
  },
  LOCKED_PATH: {
    meaning: 'Someone holds a lock on the path; details.holder and details.expiresAt.',
    retryable: false,
    httpStatus: 423,
  },
  UPGRADE_BLOCKED: {
    meaning: 'Props or config do not fit the target version; details.problems[].',
    retryable: false,
    httpStatus: 409,
  },
  VERSION_NOT_PUBLISHED: { meaning: 'The version is not published.', retryable: false, httpStatus: 409 },
  IMMUTABLE: { meaning: 'A published version never changes.', retryable: false, httpStatus: 409 },
  CURSOR_EXPIRED: {
    meaning: 'The log no longer reaches back to this cursor: start without it.',
    retryable: false,
    httpStatus: 410,
  },
  EMPTY_SELECTOR: {
    meaning: 'A bulk write, and the selector of a group, need a filter that narrows.',
    retryable: false,
    httpStatus: 400,
  },
  IDEMPOTENCY_MISMATCH: {
    meaning: 'The idempotency key was used before with another request.',
    retryable: false,
    httpStatus: 422,
  },
  PAYLOAD_TOO_LARGE: { meaning: 'Too large; details.limitBytes.', retryable: false, httpStatus: 413 },
  ANSWER_TOO_LARGE: {
    meaning:
      'The answer would have more bytes than one may; details.limitBytes. Ask for smaller pages, or for less in each row.',
    retryable: false,
    httpStatus: 400,
  },
  SLOW_CONSUMER: {
    meaning: 'The reader fell behind and the feed ended; resume from details.cursor.',
    retryable: true,
    httpStatus: 429,
  },
  RATE_LIMITED: {
    meaning: 'Too many requests; come back after details.retryAfterMs.',
    retryable: true,
    httpStatus: 429,
  },
  QUERY_TOO_EXPENSIVE: {
    meaning: 'The document would cost more than the viewer may spend; details.cost and details.limit.',
    retryable: false,
    httpStatus: 400,
  },
  UNAUTHENTICATED: { meaning: 'Credentials are missing or wrong.', retryable: false, httpStatus: 401 },
  FORBIDDEN: { meaning: 'You may see it, but not do this.', retryable: false, httpStatus: 403 },
  UNAVAILABLE: { meaning: 'The database, the bus or another service is away.', retryable: true, httpStatus: 503 },
  INTERNAL_SERVER_ERROR: {
    meaning: 'Our bug. The message is masked; quote the request id.',
    retryable: false,
    httpStatus: 500,
  },
} as const satisfies Record<string, { meaning: string; retryable: boolean; httpStatus: number }>

export type ErrorCode = keyof typeof errorCodes

/** Refusals that every service words alike. */
export const sentences = {
  UNAUTHENTICATED: 'This needs a key: send it as authorization: Bearer.',
  FORBIDDEN: 'You may not do this.',
  IDEMPOTENCY_MISMATCH: 'This idempotency key was used before, with another request.',
} as const satisfies Partial<Record<ErrorCode, string>>

export type AppErrorOptions = {
  /** A sentence for the caller. */
  public: string
  /** What the log should know and the caller should not. */
  internal?: string
  /** Facts for the caller's program; must be plain JSON. */
  details?: Record<string, unknown>
  cause?: unknown
}

/** The only error whose message reaches a caller; anything else is masked at the edge. `message` is the public one. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly internal: string | undefined
  readonly details: Record<string, unknown> | undefined

  constructor(code: ErrorCode, options: AppErrorOptions) {
    super(options.public, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.internal = options.internal
    this.details = options.details
  }

  get retryable(): boolean {
    return errorCodes[this.code].retryable
  }

  get httpStatus(): number {
    return errorCodes[this.code].httpStatus
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}

/** For codes that came over a wire: a name outside the registry is nobody's code. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(errorCodes, text)
}
