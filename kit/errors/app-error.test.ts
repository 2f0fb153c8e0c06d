import { describe, expect, it } from 'vitest'
import { AppError, errorCodes, isAppError, isErrorCode } from './app-error.ts'

describe('AppError', () => {
  it('keeps what the caller may see apart from what the log should know', () => {
    const cause = new Error('duplicate key')
    const details = { currentRevision: 8 }
    const error = new AppError('CONFLICT', { public: 'It changed.', internal: 'rev 7', details, cause })
    expect(error.message).toBe('It changed.')
    expect(error.internal).toBe('rev 7')
    expect(error.details).toEqual(details)
    expect(error.cause).toBe(cause)
    expect(error.retryable).toBe(false)
    expect(error.httpStatus).toBe(409)
    expect(isAppError(error)).toBe(true)
    expect(isAppError(cause)).toBe(false)
    expect('cause' in new AppError('NOT_FOUND', { public: 'No.' })).toBe(false)
  })
})

describe('the registry', () => {
  it('has a sentence and an error status for every code', () => {
    for (const [code, { meaning, httpStatus }] of Object.entries(errorCodes)) {
      expect(code).toMatch(/^[A-Z_]+$/)
      expect(meaning).toMatch(/^[A-Z].*\.$/)
      expect(httpStatus).toBeGreaterThanOrEqual(400)
    }
  })

  it('knows its own names and no inherited ones', () => {
    expect(isErrorCode('NOT_FOUND')).toBe(true)
    expect(isErrorCode('toString')).toBe(false)
    expect(isErrorCode(undefined)).toBe(false)
  })
})
