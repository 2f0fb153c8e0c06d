import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Tally } from './tally.ts'

describe('Tally', () => {
  it('admits as many as the maximum and not one more, each holder for itself', () => {
    const tally = new Tally()
    expect([tally.take('a', 2), tally.take('a', 2), tally.take('a', 2), tally.take('b', 2)]).toEqual([
      true,
      true,
      false,
      true,
    ])
    tally.release('a')
    expect([tally.take('a', 2), tally.take('a', 2)]).toEqual([true, false])
  })

  it('counts what was taken and not released, and forgets holders that have none', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ holder: fc.constantFrom('a', 'b', 'c'), takes: fc.boolean() })), (steps) => {
        const tally = new Tally()
        const counts: Record<string, number> = { a: 0, b: 0, c: 0 }
        for (const { holder, takes } of steps) {
          const count = counts[holder] as number
          if (takes) counts[holder] = tally.take(holder, 3) ? count + 1 : count
          else {
            tally.release(holder)
            counts[holder] = Math.max(0, count - 1)
          }
          expect(tally.of(holder)).toBe(counts[holder])
          expect(tally.of(holder)).toBeLessThanOrEqual(3)
        }
        expect(tally.size).toBe(Object.values(counts).filter((count) => count > 0).length)
      }),
    )
  })
})
