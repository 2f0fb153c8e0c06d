import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { BatchLoader } from './batch-loader.ts'

/** A database that refuses a statement for one bad key in it, as Postgres does; `statements` is what it was asked. */
function source(fault: () => Error) {
  const statements: string[][] = []
  const loader = new BatchLoader<string, string>(async (keys) => {
    statements.push([...keys])
    if (keys.some((key) => key.startsWith('bad'))) throw fault()
    return await Promise.resolve(keys.map((key) => `row of ${key}`))
  })
  return { loader, statements }
}

const keys = fc.uniqueArray(
  fc.tuple(fc.constantFrom('good', 'bad'), fc.nat(1000)).map(([kind, number]) => `${kind}-${number}`),
  { minLength: 1, maxLength: 60 },
)
const faults = [
  () => Object.assign(new Error('invalid byte sequence'), { code: '22021' }),
  () =>
    Object.assign(new Error('query failed'), { cause: Object.assign(new Error('out of range'), { code: '22003' }) }),
  () => new AppError('BAD_USER_INPUT', { public: 'no cursor' }),
]

describe('BatchLoader', () => {
  it('answers every good key and refuses every bad one, whatever else is in the batch', async () => {
    await fc.assert(
      fc.asyncProperty(keys, fc.constantFrom(...faults), async (asked, fault) => {
        const { loader, statements } = source(fault)
        const settled = await Promise.allSettled(asked.map((key) => loader.load(key)))
        for (const [index, key] of asked.entries()) {
          const { status, ...rest } = settled[index]!
          if (key.startsWith('bad')) expect(status).toBe('rejected')
          else expect(rest).toEqual({ value: `row of ${key}` })
        }
        const bad = asked.filter((key) => key.startsWith('bad')).length
        const levels = Math.ceil(Math.log2(asked.length)) + 1
        expect(statements.length).toBeLessThanOrEqual(1 + 2 * bad * levels)
      }),
    )
  })

  it('fails a batch as a whole for what is no fault of a key, and asks once', async () => {
    const { loader, statements } = source(() => Object.assign(new Error('gone'), { code: '57P01' }))
    const settled = await Promise.allSettled(['good-1', 'bad-1', 'good-2'].map((key) => loader.load(key)))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(statements).toHaveLength(1)
  })
})
