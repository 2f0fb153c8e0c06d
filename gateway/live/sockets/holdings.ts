import { AppError } from '../../../kit/errors/app-error.ts'
import { budgetHolder, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../../kit/limits.ts'
import { Tally } from '../../../kit/pure/tally.ts'

export type HoldingLimits = Pick<Limits, 'socketsPerAddress' | 'socketsPerPrincipal' | 'subscriptionsPerViewer'>

/** Takes back what was counted; harmless the second time. */
export type Release = () => void

const retryAfterMs = 5000

/**
 * What clients hold open in this process, over sockets and over HTTP streams alike, by those whom budgets count it
 * for. A refusal counts nothing.
 */
export class Holdings {
  readonly #limits: HoldingLimits
  readonly #addresses = new Tally()
  readonly #principals = new Tally()
  readonly #subscriptions = new Tally()

  constructor(limits: HoldingLimits) {
    this.#limits = limits
  }

  /** Throws RATE_LIMITED where the address has as many connections as it may. */
  requireRoom(address: string): void {
    const limit = this.#limits.socketsPerAddress
    if (this.#addresses.of(address) < limit) return
    throw new AppError('RATE_LIMITED', {
      public: `One address has at most ${limit} connections open.`,
      details: { limit, retryAfterMs },
    })
  }

  connection(address: string): Release {
    this.#addresses.take(address, Infinity)
    return once(() => this.#addresses.release(address))
  }

  /** Null where the viewer's principal or display key has as many connections as it may; an anonymous one is nobody's. */
  principal(viewer: Viewer): Release | null {
    const holder = budgetHolder(viewer)
    if (holder === null) return () => {}
    return this.#principals.take(holder, this.#limits.socketsPerPrincipal)
      ? once(() => this.#principals.release(holder))
      : null
  }

  /** Throws LIMIT_REACHED. Anonymous viewers are told apart by their address. */
  subscription(viewer: Viewer, address: string): Release {
    const holder = budgetHolder(viewer) ?? `address:${address}`
    const limit = this.#limits.subscriptionsPerViewer
    if (this.#subscriptions.take(holder, limit)) return once(() => this.#subscriptions.release(holder))
    throw new AppError('LIMIT_REACHED', {
      public: `One viewer has at most ${limit} subscriptions open at once.`,
      details: { limit },
    })
  }
}

function once(release: Release): Release {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    release()
  }
}
