import { describe, expect, it } from 'vitest'
import { fullJitter } from './backoff.ts'

describe('fullJitter', () => {
  const bounds = { baseMs: 100, capMs: 3000 }

  it('doubles its bound with every attempt, up to the cap', () => {
    const almostOne = () => 1 - Number.EPSILON
    expect([0, 1, 2, 3, 4, 5, 6, 2000].map((attempt) => fullJitter(attempt, bounds, almostOne))).toEqual([
      99, 199, 399, 799, 1599, 2999, 2999, 2999,
    ])
  })

  it('may wait for nothing at all', () => {
    expect(fullJitter(9, bounds, () => 0)).toBe(0)
    expect(fullJitter(-1, bounds, () => 0.5)).toBe(50)
  })
})
