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

  it('says how long until there is enough, and never is for more than it holds', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 3 }, 0)
    expect([bucket.waitMs(0, 3), bucket.waitMs(0, 3.5)]).toEqual([0, Infinity])
    expect([bucket.take(0, 2.5), bucket.waitMs(0, 3), bucket.waitMs(100, 1.5)]).toEqual([true, 250, 0])
  })

  it('has no more than it is told, from then on', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 3 }, 0)
    bucket.lower(0, -1)
    bucket.lower(0, 2)
    expect([bucket.waitMs(0, 1), bucket.take(199), bucket.take(200)]).toEqual([200, false, true])
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
