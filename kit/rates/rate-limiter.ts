import { AppError } from '../errors/app-error.ts'
import { TokenBucket, type Rate } from '../pure/time/token-bucket.ts'

/** What something costs one of those who pay for it. A key always comes with the same rate. */
export type Charge = { key: string; cost: number; rate: Rate }

/** Buckets that several processes fill and empty together. */
export type SharedBuckets = {
  /** Takes what was spent already; answers what each bucket has left, less than nothing where too much was spent. Rejects where nobody answers. */
  debit(charges: readonly Charge[]): Promise<number[]>
}

export type RateLimiterOptions = {
  /** Of how many keys this process remembers the bucket. */
  keysMax: number
  /** Null: this process counts for itself. */
  shared?: SharedBuckets | null
  /** How long what was spent is gathered before the shared buckets hear of it. */
  gatherMs?: number
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
}

/** `spent` is what the shared bucket has not heard of. */
type Entry = { bucket: TokenBucket; rate: Rate; spent: number }

/**
 * Token buckets by key. Whether something may happen is decided at once, by the buckets of this process. Where there
 * are shared buckets they hear of it soon after, and what they have left is the most that this process goes on with: a
 * key that others have emptied is refused here too. One that is used in several processes at the same moment is given
 * at most a full bucket in each before they know of each other; the shared bucket is then below zero, so that the excess
 * is paid off before anything more is given. While the shared buckets are away each process counts for itself.
 */
export class RateLimiter {
  readonly #options: RateLimiterOptions
  readonly #now: () => number
  /** Of the keys that were used last, up to half of those that are remembered; then they become `#older`, and what was older is forgotten. */
  #recent = new Map<string, Entry>()
  #older = new Map<string, Entry>()
  readonly #spending = new Map<string, Entry>()
  #timer: NodeJS.Timeout | undefined
  #flushing: Promise<void> | undefined

  constructor(options: RateLimiterOptions) {
    this.#options = options
    this.#now = options.now ?? (() => performance.now())
  }

  /**
   * Charges all of them, or nobody. Throws RATE_LIMITED with the time until there is enough, LIMIT_REACHED where there
   * never is.
   */
  take(charges: readonly Charge[]): void {
    const now = this.#now()
    const entries = this.#assertEnough(charges, now)
    charges.forEach(({ key, cost }, index) => {
      const entry = entries[index] as Entry
      entry.bucket.take(now, cost)
      if (!this.#options.shared) return
      entry.spent += cost
      this.#spending.set(key, entry)
    })
    if (this.#spending.size > 0)
      this.#timer ??= setTimeout(() => void this.flush(), this.#options.gatherMs ?? 100).unref()
  }

  /** Throws as `take` would, and charges nobody. */
  assertEnough(charges: readonly Charge[]): void {
    this.#assertEnough(charges, this.#now())
  }

  #assertEnough(charges: readonly Charge[], now: number): Entry[] {
    const entries = charges.map((charge) => this.#entryOf(charge, now))
    charges.forEach(({ cost, rate }, index) => {
      const waitMs = (entries[index] as Entry).bucket.waitMs(now, cost)
      if (waitMs === Infinity) throw tooMuch(cost, rate)
      if (waitMs > 0) throw tooOften(rate, waitMs)
    })
    return entries
  }

  /** Tells the shared buckets what was spent so far, and learns what they have left. Never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    // One at a time, so that answers come in the order of the debits.
    while (this.#flushing) await this.#flushing
    this.#flushing = this.#debit().finally(() => (this.#flushing = undefined))
    await this.#flushing
  }

  async #debit(): Promise<void> {
    const { shared } = this.#options
    if (!shared || this.#spending.size === 0) return
    const spending = [...this.#spending]
    this.#spending.clear()
    const charges = spending.map(([key, { rate, spent }]): Charge => ({ key, cost: spent, rate }))
    for (const [, entry] of spending) entry.spent = 0
    // What cannot be told is forgotten: this process has counted it.
    const left = await shared.debit(charges).catch(() => null)
    const now = this.#now()
    spending.forEach(([, entry], index) => {
      const tokens = left?.[index]
      if (tokens !== undefined) entry.bucket.lower(now, tokens - entry.spent)
    })
  }

  #entryOf({ key, rate }: Charge, now: number): Entry {
    const recent = this.#recent.get(key)
    if (recent) return recent
    const entry = this.#older.get(key) ?? { bucket: new TokenBucket(rate, now), rate, spent: 0 }
    if (this.#recent.size >= this.#options.keysMax / 2) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(key, entry)
    return entry
  }
}

const tooOften = ({ perSecond, burst }: Rate, waitMs: number): AppError => {
  const retryAfterMs = Math.ceil(waitMs)
  return new AppError('RATE_LIMITED', {
    public: `Too many requests: at most ${burst} at once and ${perSecond} per second are taken. Come back in ${retryAfterMs} ms.`,
    details: { retryAfterMs, perSecond, atOnce: burst },
  })
}

const tooMuch = (cost: number, { burst }: Rate): AppError =>
  new AppError('LIMIT_REACHED', {
    public: `The request counts as ${Math.ceil(cost)}, and at most ${burst} are taken at once: ask for less in one.`,
    details: { cost: Math.ceil(cost), limit: burst },
  })
