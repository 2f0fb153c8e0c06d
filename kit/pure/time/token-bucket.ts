/** How often something may happen: `burst` times at once, `perSecond` in the long run. */
export type Rate = { perSecond: number; burst: number }

/** What sums of fractions may be wrong by: who comes when they were told to is not sent away for it. */
const error = 1e-9

/** Counts against a rate; the caller brings the time, in milliseconds of a clock that never goes back. */
export class TokenBucket {
  readonly #rate: Rate
  #tokens: number
  #filledAt: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#tokens = rate.burst
    this.#filledAt = now
  }

  /** False, and nothing is taken, where it would be once too often. */
  take(now: number, cost = 1): boolean {
    if (this.waitMs(now, cost) > 0) return false
    this.#tokens -= cost
    return true
  }

  /** How long until `cost` may be taken: 0 where it may be now, Infinity where it is more than a full bucket holds. */
  waitMs(now: number, cost = 1): number {
    const { perSecond, burst } = this.#rate
    if (cost > burst) return Infinity
    const missing = cost - this.#fill(now)
    return missing > error ? (missing / perSecond) * 1000 : 0
  }

  /** Has at most `tokens` from now on, which may be fewer than none: what others took from what they share. */
  lower(now: number, tokens: number): void {
    this.#tokens = Math.min(this.#fill(now), tokens)
  }

  #fill(now: number): number {
    const { perSecond, burst } = this.#rate
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond)
    this.#filledAt = now
    return this.#tokens
  }
}
