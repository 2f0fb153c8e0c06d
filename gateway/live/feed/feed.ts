import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import { RecentEvents } from '../reading/recent-events.ts'
import { RetryingSubscription } from '../reading/retrying-subscription.ts'
import { SingleFlight } from '../reading/single-flight.ts'
import type { Log, LogEvent } from './log.ts'

export type FeedListener<Event> = {
  /** The next event; positions of one epoch only grow. */
  event(event: Event): void
  /** The log does not lead from what was passed on to the present: whoever follows starts over. */
  restart(): void
  /** The subject is gone. */
  gone(): void
}

/**
 * The log of one subject as this process follows it, for all who subscribed here.
 *
 *   opening --bus live--> following --gap, onResync, sweep--> catching up --log read--> following
 *
 * It knows one number, the newest position it has dealt with (null until somebody's snapshot says it). A message with
 * the next position is passed on, an older one dropped, any other makes it read the log.
 */
export class Feed<Event extends LogEvent> {
  readonly log: Log<Event>
  readonly listeners = new Set<FeedListener<Event>>()
  readonly ready: Promise<void>
  position: number | null = null
  epoch = ''
  readonly #subscription: RetryingSubscription
  readonly #recent = new RecentEvents<Event>()
  readonly #reading = new SingleFlight(() => this.#readLog())
  /** Newest position heard of while there was no state to follow from. */
  #heard = 0
  #unlogged: { tell: (present: Event) => Event; told: () => void } | null = null
  #closed = false

  constructor(log: Log<Event>) {
    this.log = log
    const late = () => void this.catchUp()
    const listener = { event: (event: Event) => this.#received(event), onResync: late }
    this.#subscription = new RetryingSubscription(() => log.follow(listener), late)
    this.ready = this.#subscription.tried
  }

  /** Keeps what passes from now on until `release`; `since` answers what follows on the given position. */
  hold(): { since(position: FeedPosition): Event[]; release(): void } {
    const { events, release } = this.#recent.hold()
    return {
      since: ({ epoch, position }) => events().filter((event) => event.epoch === epoch && event.position > position),
      release,
    }
  }

  /** A subscriber has read the log up to here: nothing older needs passing on. */
  known({ epoch, position }: FeedPosition): void {
    if (this.position === null) {
      this.position = position
      this.epoch = epoch
      if (this.#heard > position) void this.catchUp()
    } else if (position > this.position || epoch !== this.epoch) {
      // The bus is behind the log, or has lost something. Those who follow get it from the log.
      void this.catchUp()
    }
  }

  /** The sweep's: the newest position, undefined where nothing was logged. */
  compare(head: number | undefined): void {
    if ((head ?? 0) !== this.position) void this.catchUp()
  }

  /** This position was committed, and perhaps nobody was told. */
  relayed(position: number): void {
    if (this.position !== null && this.position < position) void this.catchUp()
  }

  /** What `tell` makes of the present is passed on as soon as the log has been read up to it; then `told` is called. */
  tellUnlogged(tell: (present: Event) => Event, told: () => void): void {
    this.#unlogged = { tell, told }
    void this.catchUp()
  }

  /** Reads the log from the newest position passed on. Calls while it reads make it look once more afterwards. */
  async catchUp(): Promise<void> {
    if (this.position !== null && !this.#closed) await this.#reading.ask()
  }

  close(): void {
    this.#closed = true
    this.#reading.close()
    this.#subscription.close()
  }

  /** Where the log cannot be read now, the next sweep tries again. */
  async #readLog(): Promise<void> {
    const slice = await this.log.read({ epoch: this.epoch, position: this.position as number })
    if (this.#closed) return
    if (slice.readers === null) for (const listener of [...this.listeners]) listener.gone()
    else if (slice.resync) {
      this.position = slice.position
      this.epoch = slice.epoch
      for (const listener of [...this.listeners]) listener.restart()
    } else {
      for (const change of slice.changes) this.#pass(change)
      this.position = Math.max(this.position as number, slice.position)
    }
    const present = slice.restart.at(-1)
    if (!this.#unlogged || !present) return
    const { tell, told } = this.#unlogged
    this.#unlogged = null
    told()
    this.#pass(tell(present))
  }

  #received(event: Event): void {
    if (this.position === null) {
      // Nobody has a state yet to which it could be a change.
      this.#heard = Math.max(this.#heard, event.position)
      return
    }
    if (event.epoch === this.epoch && event.position <= this.position) return
    if (event.epoch === this.epoch && event.position === this.position + 1 && !this.#reading.isBusy) this.#pass(event)
    else void this.catchUp()
  }

  #pass(event: Event): void {
    if (!event.isEphemeral) {
      if (event.epoch === this.epoch && event.position <= (this.position ?? 0)) return
      this.position = event.position
      this.epoch = event.epoch
      if (this.log.concerns?.(event) === false) return
      this.#recent.push(event)
    }
    for (const listener of [...this.listeners]) listener.event(event)
  }
}
