import { describe, expect, it } from 'vitest'
import { errorCodes as registry } from '../../kit/errors/app-error.ts'
import { errorCodes, toErrorCode } from '../../sdk/src/error-codes.ts'

describe('error codes', () => {
  it('are those of the server, no more and no fewer', () => {
    expect([...errorCodes].sort()).toEqual(Object.keys(registry).sort())
  })

  it('reads a code that nobody knows as a bug', () => {
    expect(toErrorCode('CONFLICT')).toBe('CONFLICT')
    expect(toErrorCode('GRAPHQL_VALIDATION_FAILED')).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(toErrorCode('toString')).toBe('INTERNAL_SERVER_ERROR')
    expect(toErrorCode(undefined)).toBe('INTERNAL_SERVER_ERROR')
  })
})
