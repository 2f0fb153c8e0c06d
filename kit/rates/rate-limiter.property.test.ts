import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../errors/app-error.ts'
import { RateLimiter, type Charge, type SharedBuckets } from './rate-limiter.ts'

/** Whether it was let through. */
function tries(limiter: RateLimiter, charges: readonly Charge[]): boolean {
  try {
    limiter.take(charges)
    return true
  } catch (error) {
    if (isAppError(error) && error.code === 'RATE_LIMITED') return false
    throw error
  }
}

const rates = fc.record({ perSecond: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 5, max: 50 }) })
const keys = fc.subarray(['a', 'b', 'c'], { minLength: 1 })

/** What Redis does, by the clock of the test; `away`: it does not answer. */
class Buckets implements SharedBuckets {
  readonly left = new Map<string, { tokens: number; at: number }>()
  away = false
  now = 0

  async debit(charges: readonly Charge[]): Promise<number[]> {
    if (this.away) throw new Error('away')
    return charges.map(({ key, cost, rate: { perSecond, burst } }) => {
      const { tokens, at } = this.left.get(key) ?? { tokens: burst, at: this.now }
      const left = Math.min(burst, tokens + ((this.now - at) / 1000) * perSecond) - cost
      this.left.set(key, { tokens: left, at: this.now })
      return left
    })
  }
}

describe('RateLimiter', () => {
  it('in one process gives no key more than its burst and the rate together, and a refused charge costs nobody', () => {
    fc.assert(
      fc.property(
        rates,
        fc.array(fc.record({ pause: fc.nat(400), keys, cost: fc.integer({ min: 1, max: 5 }) }), { maxLength: 300 }),
        (rate, requests) => {
          let now = 0
          const limiter = new RateLimiter({ keysMax: 10, now: () => now })
          const model = new Map(['a', 'b', 'c'].map((key) => [key, { given: 0, tokens: rate.burst, at: 0 }]))
          for (const request of requests) {
            now += request.pause
            const asked = request.keys.map((key) => model.get(key)!)
            for (const one of asked) {
              one.tokens = Math.min(rate.burst, one.tokens + ((now - one.at) / 1000) * rate.perSecond)
              one.at = now
            }
            const isEnough = asked.every(({ tokens }) => tokens >= request.cost - 1e-9)
            expect(
              tries(
                limiter,
                request.keys.map((key) => ({ key, cost: request.cost, rate })),
              ),
            ).toBe(isEnough)
            if (!isEnough) continue
            for (const one of asked) {
              one.tokens -= request.cost
              one.given += request.cost
              expect(one.given).toBeLessThanOrEqual(rate.burst + (now / 1000) * rate.perSecond + 1e-6)
            }
          }
        },
      ),
    )
  })

  it('in several processes over the same buckets gives a key one more burst for each further process, and the rate once', async () => {
    const gatherMs = 100
    await fc.assert(
      fc.asyncProperty(
        rates,
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.record({ pause: fc.nat(gatherMs), process: fc.nat(3), count: fc.integer({ min: 1, max: 60 }) }), {
          maxLength: 300,
        }),
        async (rate, count, steps) => {
          const buckets = new Buckets()
          const now = () => buckets.now
          const processes = Array.from({ length: count }, () => ({
            limiter: new RateLimiter({ keysMax: 10, shared: buckets, gatherMs: 2 ** 30, now }),
            spentAt: Infinity,
          }))
          let given = 0
          for (const step of steps) {
            buckets.now += step.pause
            // What the timer of each does.
            for (const each of processes)
              if (buckets.now - each.spentAt >= gatherMs) {
                each.spentAt = Infinity
                await each.limiter.flush()
              }
            const process = processes[step.process % count]!
            for (let turn = 0; turn < step.count; turn++) {
              if (!tries(process.limiter, [{ key: 'a', cost: 1, rate }])) break
              given++
              process.spentAt = Math.min(process.spentAt, buckets.now)
            }
            const unheardMs = 2 * gatherMs * count
            const most = count * rate.burst + ((buckets.now + unheardMs) / 1000) * rate.perSecond
            expect(given).toBeLessThanOrEqual(most + 1e-6)
          }
        },
      ),
    )
  })

  it('counts for itself while the shared buckets are away, and takes their word again when they are back', async () => {
    const buckets = new Buckets()
    const limiter = () => new RateLimiter({ keysMax: 10, shared: buckets, gatherMs: 2 ** 30, now: () => buckets.now })
    const [one, other] = [limiter(), limiter()]
    const rate = { perSecond: 1, burst: 3 }
    const charges = [{ key: 'a', cost: 1, rate }]
    buckets.away = true
    expect([1, 2, 3, 4].map(() => tries(one, charges))).toEqual([true, true, true, false])
    await one.flush()
    buckets.now = 2000
    buckets.away = false
    expect([1, 2, 3].map(() => tries(one, charges))).toEqual([true, true, false])
    await one.flush()
    // The other has a full bucket of its own until it hears that one token is left.
    expect(tries(other, charges)).toBe(true)
    await other.flush()
    expect(tries(other, charges)).toBe(false)
  })

  it('tells when to come back, and then there is enough', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 5 }), (rate, cost) => {
        let now = 0
        const limiter = new RateLimiter({ keysMax: 10, now: () => now })
        const charges = [{ key: 'a', cost, rate }]
        for (let turn = 0; turn < 200; turn++) {
          try {
            limiter.take(charges)
          } catch (error) {
            now += (error as { details: { retryAfterMs: number } }).details.retryAfterMs
            limiter.take(charges)
          }
        }
      }),
    )
  })

  it('refuses for good what a full bucket does not hold', () => {
    const limiter = new RateLimiter({ keysMax: 10, now: () => 0 })
    const charge = { key: 'a', cost: 5, rate: { perSecond: 1, burst: 5 } }
    expect(() => limiter.take([{ ...charge, cost: 6 }])).toThrow(
      expect.objectContaining({ code: 'LIMIT_REACHED', details: { cost: 6, limit: 5 } }),
    )
    limiter.take([charge])
  })

  it('remembers half of the keys that it may, those that asked last, and no more than it may', () => {
    const limiter = new RateLimiter({ keysMax: 6, now: () => 0 })
    const once = (key: string) => tries(limiter, [{ key, cost: 1, rate: { perSecond: 1, burst: 1 } }])
    expect(['a', 'b', 'c', 'd', 'a', 'd', 'c'].map(once)).toEqual([true, true, true, true, false, false, false])
    expect(['e', 'f', 'g', 'e', 'f', 'g'].map(once)).toEqual([true, true, true, false, false, false])
    expect(['b', 'h', 'i'].map(once)).toEqual([true, true, true])
    expect(['a', 'c', 'd'].map(once)).toEqual([true, true, true])
  })
})
