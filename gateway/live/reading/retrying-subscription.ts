import type { Unsubscribe } from '../../../kit/bus/bus.ts'

const againMs = 1000

/**
 * A subscription to the bus that waits for a broker that is away: without it the sweep still brings every change, later,
 * so nobody need know. `open` is tried every second until it succeeds (null: there is nothing to follow); `late` is
 * called when that was not at once, because something may have been missed until then.
 */
export class RetryingSubscription {
  /** Resolves when the first try is over, whatever came of it. */
  readonly tried: Promise<void>
  readonly #open: () => Promise<Unsubscribe | null>
  #leave: Unsubscribe | null = null
  #again: NodeJS.Timeout | undefined
  #closed = false

  constructor(open: () => Promise<Unsubscribe | null>, late: () => void) {
    this.#open = open
    this.tried = this.#try(late)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#again)
    void this.#leave?.().catch(() => {})
  }

  async #try(late: () => void): Promise<void> {
    try {
      const leave = await this.#open()
      if (this.#closed) await leave?.()
      else this.#leave = leave
    } catch {
      if (!this.#closed) this.#again = setTimeout(() => void this.#try(late).then(late), againMs).unref()
    }
  }
}
