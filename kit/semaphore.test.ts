import { describe, expect, it } from 'vitest'
import { Semaphore } from './semaphore.ts'

describe('pieces of work, some at a time', () => {
  it('never run more at once, begin in the order they came, and hand their places on when they fail', async () => {
    const places = new Semaphore(2)
    const begun: number[] = []
    const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
    const ended = gates.map(({ promise }, index) =>
      places.run(async () => {
        begun.push(index)
        await promise
        return index
      }),
    )
    expect([begun, places.waiting]).toEqual([[0, 1], 3])
    gates[1]!.reject(new Error('mine'))
    await expect(ended[1]).rejects.toThrow('mine')
    expect([begun, places.waiting]).toEqual([[0, 1, 2], 2])
    for (const { resolve } of gates) resolve()
    expect(await Promise.allSettled(ended)).toMatchObject([
      { value: 0 },
      { status: 'rejected' },
      { value: 2 },
      { value: 3 },
      { value: 4 },
    ])
    expect([await places.run(() => Promise.resolve('next')), places.waiting]).toEqual(['next', 0])
  })
})
