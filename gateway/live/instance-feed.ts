import type { Bus, Unsubscribe } from '../../kit/bus/bus.ts'
import { instanceTopic, type ChangeEvent } from '../../schema/events.ts'
import type { FeedReader } from './feed-reader.ts'
import { fromChange, sliceEvents, type LiveEvent } from './live-event.ts'

export type FeedListener = {
  /** The next event of the instance; revisions come without gaps, except after RESYNC. */
  event(event: LiveEvent): void
  /** The instance is gone. */
  gone(): void
}

const resubscribeMs = 1000

/**
 * One instance as this process follows it, for all who watch it here.
 *
 *   opening --bus live--> following --gap, lookAgain, sweep--> catching up --log read--> following
 *
 * It knows one number, the newest revision it has passed on (null until somebody's snapshot or the bus says it). A bus
 * message with the next revision is passed on, an older one dropped, any other makes it read the log.
 */
export class InstanceFeed {
  readonly id: string
  readonly listeners = new Set<FeedListener>()
  readonly ready: Promise<void>
  revision: number | null = null
  epoch = ''
  readonly #bus: Bus
  readonly #reader: FeedReader
  /** Events that passed while somebody was starting: what their snapshot may not have seen. */
  #recent: LiveEvent[] = []
  /** Newest revision heard of while there was no state to follow from. */
  #heard = 0
  #starting = 0
  #catchingUp = false
  #behind = false
  #closed = false
  #unsubscribe: Unsubscribe | undefined
  #retry: NodeJS.Timeout | undefined

  constructor(id: string, bus: Bus, reader: FeedReader) {
    this.id = id
    this.#bus = bus
    this.#reader = reader
    this.ready = this.#open()
  }

  /** Keeps what passes from now on until `release`; `since` answers what follows on the given position. */
  hold(): { since(epoch: string, revision: number): LiveEvent[]; release(): void } {
    this.#starting++
    return {
      since: (epoch, revision) => eventsAfter(this.#recent, epoch, revision),
      release: () => {
        if (--this.#starting === 0) this.#recent = []
      },
    }
  }

  /** A reader has read the log up to here: nothing older needs passing on. */
  known(epoch: string, revision: number): void {
    if (this.revision === null) {
      this.revision = revision
      this.epoch = epoch
      if (this.#heard > revision) void this.catchUp()
    } else if (revision > this.revision || epoch !== this.epoch) {
      // The bus is behind the log, or has lost something. Those who follow get it from the log, RESYNC included.
      void this.catchUp()
    }
  }

  /** Reads the log from the newest revision passed on. Calls while it reads make it look once more afterwards. */
  async catchUp(): Promise<void> {
    if (this.revision === null || this.#closed) return
    this.#behind = true
    if (this.#catchingUp) return
    this.#catchingUp = true
    try {
      while (this.#behind && !this.#closed) {
        this.#behind = false
        const since = { epoch: this.epoch, revision: this.revision as number }
        const slice = await this.#reader.read({ instanceId: this.id, since })
        if (this.#closed) return
        if (!slice.head) for (const listener of [...this.listeners]) listener.gone()
        if (slice.resync) this.revision = null
        for (const event of sliceEvents(slice, since)) this.#pass(event)
      }
    } catch {
      // The log cannot be read now; the next sweep tries again.
    } finally {
      this.#catchingUp = false
    }
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#retry)
    void this.#unsubscribe?.().catch(() => {})
  }

  async #open(): Promise<void> {
    try {
      const unsubscribe = await this.#bus.subscribe(instanceTopic(this.id), {
        message: (payload) => this.#message(payload),
        lookAgain: () => void this.catchUp(),
      })
      if (this.#closed) await unsubscribe()
      else this.#unsubscribe = unsubscribe
    } catch {
      // Without a bus the sweep still brings every change, later; go on trying.
      if (this.#closed) return
      this.#retry = setTimeout(() => void this.#open().then(() => this.catchUp()), resubscribeMs)
    }
  }

  #message(payload: string): void {
    const change = JSON.parse(payload) as ChangeEvent
    if (this.revision === null) {
      // Nobody has a state yet to which it could be a change.
      this.#heard = Math.max(this.#heard, change.revision)
      return
    }
    if (change.epoch === this.epoch && change.revision <= this.revision) return
    if (change.epoch === this.epoch && change.revision === this.revision + 1 && !this.#catchingUp) this.#pass(fromChange(change))
    else void this.catchUp()
  }

  #pass(event: LiveEvent): void {
    const { revision } = this
    if (revision !== null && event.epoch === this.epoch && event.revision <= revision && event.type !== 'SNAPSHOT') return
    this.revision = event.revision
    this.epoch = event.epoch
    if (this.#starting > 0) this.#recent.push(event)
    for (const listener of [...this.listeners]) listener.event(event)
  }
}

/** Positions of two epochs cannot be compared: where a feed has started over, everything from there on is new. */
function eventsAfter(events: readonly LiveEvent[], epoch: string, revision: number): LiveEvent[] {
  if (events.at(-1)?.epoch === epoch) return events.filter((event) => event.epoch === epoch && event.revision > revision)
  const restart = events.findLastIndex(({ type }) => type === 'RESYNC')
  return restart === -1 ? [] : events.slice(restart)
}
