/** Every code that the server answers with; docs/guides/errors.md says what each means. */
export const errorCodes = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'UNSUPPORTED_MEDIA_TYPE',
  'REQUEST_TIMEOUT',
  'BAD_USER_INPUT',
  'SCHEMA_VIOLATION',
  'NOT_FOUND',
  'CONFLICT',
  'CONDITION_FAILED',
  'INVALID_TRANSITION',
  'NOT_INSTANTIABLE',
  'UNTIMED_INSTANCE',
  'FLOW_REQUIRED',
  'SINGLETON_EXISTS',
  'SCOPE_VIOLATION',
  'CYCLE',
  'LIMIT_REACHED',
  'UPSTREAM_NOT_FRESH',
  'LOCKED_PATH',
  'UPGRADE_BLOCKED',
  'VERSION_NOT_PUBLISHED',
  'IMMUTABLE',
  'CURSOR_EXPIRED',
  'EMPTY_SELECTOR',
  'IDEMPOTENCY_MISMATCH',
  'PAYLOAD_TOO_LARGE',
  'ANSWER_TOO_LARGE',
  'SLOW_CONSUMER',
  'RATE_LIMITED',
  'QUERY_TOO_EXPENSIVE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const

export type ErrorCode = (typeof errorCodes)[number]

const known = new Set<string>(errorCodes)

/** The code that a server's `extensions.code` stands for; one that is unknown comes from a server newer than this file. */
export function toErrorCode(code: unknown): ErrorCode {
  return typeof code === 'string' && known.has(code) ? (code as ErrorCode) : 'INTERNAL_SERVER_ERROR'
}
