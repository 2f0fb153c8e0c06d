import { describe, expect, it } from 'vitest'
import { pauseSeconds } from './poll-bindings.ts'

describe('pauseSeconds', () => {
  const poll = (intervalSeconds: number, failures: number, random: number) =>
    pauseSeconds({ strategy: 'POLL', intervalSeconds }, failures, () => random)

  it('is the interval, a tenth more or less', () => {
    expect([poll(30, 0, 0), poll(30, 0, 0.5), poll(30, 0, 1)]).toEqual([27, 30, 33])
  })

  it('doubles after each failure up to five minutes, or to the interval where that is longer', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => poll(30, failures, 1))).toEqual([30, 60, 120, 240, 300, 300, 300])
    expect([1, 2].map((failures) => poll(3600, failures, 1))).toEqual([3600, 3600])
    expect(poll(1, 1, 0)).toBe(1)
  })

  it('asks once per write until there is an answer', () => {
    const once = (failures: number) => pauseSeconds({ strategy: 'STATIC', intervalSeconds: null }, failures, () => 1)
    expect([once(0), once(1), once(9)]).toEqual([null, 2, 300])
  })
})
