import { budgetHolder, type Viewer } from '../graphql/viewer/viewer.ts'
import type { LimitName, Limits } from '../limits.ts'
import type { Rate } from '../pure/time/token-bucket.ts'
import { RateLimiter, type Charge, type RateLimiterOptions } from './rate-limiter.ts'

/** What is counted: reads in points (1 and a thousandth of the document's cost), writes by what they change, subscriptions when they begin. */
export type Counted = 'Reads' | 'Writes' | 'Subscriptions'

type Payer = 'address' | 'displayKey' | 'principal' | 'admin'
type RateLimit = `${Payer}${Counted}${'PerSecond' | 'AtOnce'}` & LimitName
export type RateLimits = Pick<Limits, RateLimit | 'rateKeys' | 'enrolmentGuessesPerMinute' | 'enrolmentGuessesAtOnce'>

/** Who pays: a principal for itself, everybody else by the address that they come from, a screen by its key as well. */
export type Asking = {
  viewer: Viewer
  /** The client's as budgets count it; null in a process that does not see it. */
  address: string | null
}

/** How often clients may ask, write and subscribe. */
export class ViewerRates {
  readonly #limiter: RateLimiter
  readonly #limits: RateLimits

  constructor(limits: RateLimits, options: Omit<RateLimiterOptions, 'keysMax'> = {}) {
    this.#limits = limits
    this.#limiter = new RateLimiter({ ...options, keysMax: limits.rateKeys })
  }

  /** Throws RATE_LIMITED, or LIMIT_REACHED where one request costs more than may be spent at once; then nothing is counted. */
  take(what: Counted, { viewer, address }: Asking, cost = 1): void {
    const holder = budgetHolder(viewer)
    const charges: Charge[] = []
    const charge = (payer: Payer, name: string) =>
      charges.push({ key: `${what}:${payer}:${name}`, cost, rate: this.#rateOf(payer, what) })
    if (viewer.principalId !== null) charge(viewer.isAdmin ? 'admin' : 'principal', viewer.principalId)
    else {
      if (holder !== null) charge('displayKey', holder)
      if (address !== null) charge('address', address)
    }
    this.#limiter.take(charges)
  }

  /** Throws RATE_LIMITED for who has given too many wrong enrolment codes lately, from whichever address, and for their address. */
  assertMayGuess(asking: Asking): void {
    this.#limiter.assertEnough(this.#guess(asking))
  }

  countWrongGuess(asking: Asking): void {
    this.#limiter.take(this.#guess(asking))
  }

  #guess({ viewer, address }: Asking): Charge[] {
    const { enrolmentGuessesPerMinute, enrolmentGuessesAtOnce: burst } = this.#limits
    const rate = { perSecond: enrolmentGuessesPerMinute / 60, burst }
    return [
      ...(viewer.principalId === null ? [] : [`principal:${viewer.principalId}`]),
      ...(address === null ? [] : [`address:${address}`]),
    ].map((payer) => ({ key: `EnrolmentGuesses:${payer}`, cost: 1, rate }))
  }

  #rateOf(payer: Payer, what: Counted): Rate {
    return { perSecond: this.#limits[`${payer}${what}PerSecond`], burst: this.#limits[`${payer}${what}AtOnce`] }
  }
}
