/** Every code that the server answers with; docs/guides/errors.md says what each means. */
export const errorCodes = [
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

/**
 * The code that a server's `extensions.code` stands for. GraphQL's own refusals (GRAPHQL_VALIDATION_FAILED and its
 * like) say that the request is wrong; anything else unknown comes from a server newer than this file.
 */
export function toErrorCode(code: unknown): ErrorCode {
  if (typeof code !== 'string') return 'INTERNAL_SERVER_ERROR'
  if (known.has(code)) return code as ErrorCode
  return /^(GRAPHQL_|PERSISTED_QUERY_|OPERATION_RESOLUTION)/.test(code) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'
}
