import { describe, expect, it } from 'vitest'
import { AppError } from './errors/app-error.ts'
import { createLogger } from './log.ts'

const logged = (error: Error) => {
  const lines: string[] = []
  createLogger({ level: 'warn', name: 'test', destination: { write: (line) => void lines.push(line) } }).warn(
    { err: error },
    'it failed',
  )
  return (JSON.parse(lines[0]!) as { err: Record<string, unknown> }).err
}

describe('an error in the log', () => {
  it('has its message, its stack, its code and its causes, but nothing that a library hung on it', () => {
    const error = Object.assign(new Error('the line broke', { cause: new Error('a plug was pulled') }), {
      code: '57P01',
      client: { host: 'db.internal', query: ['SELECT 1'] },
    })
    const { stack, ...rest } = logged(error)
    expect(rest).toEqual({ type: 'Error', message: 'the line broke: a plug was pulled', code: '57P01' })
    expect(stack).toMatch(/the line broke[^]*caused by: Error: a plug was pulled/)
  })

  it('keeps the details of a coded one, and each of several', () => {
    expect(
      logged(new AppError('CONFLICT', { public: 'Somebody was first.', details: { currentRevision: 3 } })),
    ).toMatchObject({ code: 'CONFLICT', details: { currentRevision: 3 } })
    expect(logged(new AggregateError([new Error('one'), new Error('two')], 'both'))['aggregateErrors']).toMatchObject([
      { message: 'one' },
      { message: 'two' },
    ])
  })
})
