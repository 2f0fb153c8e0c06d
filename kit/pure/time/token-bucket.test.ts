import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

describe('TokenBucket', () => {
  it('lets a burst through, then as many as the rate gives', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 3 }, 0)
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false])
    expect([99, 100, 101].map((now) => bucket.take(now))).toEqual([false, true, false])
    expect([100_000, 100_000, 100_000, 100_000].map((now) => bucket.take(now))).toEqual([true, true, true, false])
  })

  it('never lets through more than the burst and the rate together, however the calls come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (pauses, perSecond, burst) => {
          const bucket = new TokenBucket({ perSecond, burst }, 0)
          let now = 0
          let passed = 0
          for (const pause of pauses) {
            now += pause
            if (bucket.take(now)) passed++
          }
          expect(passed).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6)
        },
      ),
    )
  })
})
