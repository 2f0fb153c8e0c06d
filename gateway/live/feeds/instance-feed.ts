import type { Bus, Unsubscribe } from '../../../kit/bus/bus.ts'
import { readChange } from '../../../schema/change-message.ts'
import { instanceTopic, observationTopic, type FeedSlice, type Observation } from '../../../schema/events.ts'
import type { FeedReader } from '../reading/feed-reader.ts'
import { RetryingSubscription } from '../reading/retrying-subscription.ts'
import { fromChange, presenceEvent, sliceEvents, type LiveEvent } from './live-event.ts'
import { sameObservation } from './observation.ts'
import { SingleFlight } from '../reading/single-flight.ts'
import { RecentEvents } from '../reading/recent-events.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'

export type FeedListener = {
  /** The next event of the instance; revisions come without gaps, except after RESYNC. */
  event(event: LiveEvent): void
  /** The instance is gone. */
  gone(): void
}

/**
 * One instance as this process follows it, for all who watch it here.
 *
 *   opening --bus live--> following --gap, onResync, sweep--> catching up --log read--> following
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
  readonly #bound: RetryingSubscription
  readonly #recent = new RecentEvents<LiveEvent>()
  readonly #reading = new SingleFlight(() => this.#readLog())
  /** Newest revision heard of while there was no state to follow from. */
  #heard = 0
  #observers = 0
  #leaveObservations: Unsubscribe | undefined
  /** What was told of the screens last, and what is to be told when the log has been read up to the present. */
  #observation: Observation | null = null
  #observed: Observation | 'unknown' | null = null
  #closed = false

  constructor(id: string, bus: Bus, reader: FeedReader) {
    this.id = id
    this.#bus = bus
    this.#reader = reader
    const listener = { message: (payload: string) => this.#message(payload), onResync: () => void this.catchUp() }
    this.#bound = new RetryingSubscription(
      () => bus.subscribe(instanceTopic(id), listener),
      () => void this.catchUp(),
    )
    this.ready = this.#bound.tried
  }

  /** Keeps what passes from now on until `release`; `since` answers what follows on the given position. */
  hold(): { since(epoch: string, revision: number): LiveEvent[]; release(): void } {
    const { events, release } = this.#recent.hold()
    return { since: (epoch, revision) => eventsAfter(events(), epoch, revision), release }
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

  /** From now on, until the answer is called, what is observed of the instance's screens is passed on as well. */
  observe(): () => void {
    if (this.#observers++ === 0) void this.#followObservations()
    return () => {
      if (--this.#observers > 0) return
      void this.#leaveObservations?.().catch(() => {})
      this.#leaveObservations = undefined
      this.#observation = this.#observed = null
    }
  }

  get isObserved(): boolean {
    return this.#observers > 0
  }

  /** What is observed now; 'unknown' where something may have been missed. */
  observed(observation: Observation | 'unknown'): void {
    if (this.#observers === 0 || this.revision === null) return
    if (observation !== 'unknown' && this.#observation && sameObservation(observation, this.#observation)) return
    this.#observed = observation
    void this.catchUp()
  }

  /** The sweep's: what is not known is taken to be what readers were told with the present state. */
  compareScreens(observation: Observation): void {
    if (this.#observation) this.observed(observation)
    else this.#observation = observation
  }

  /** Reads the log from the newest revision passed on. Calls while it reads make it look once more afterwards. */
  async catchUp(): Promise<void> {
    if (this.revision !== null && !this.#closed) await this.#reading.ask()
  }

  /** Where the log cannot be read now, the next sweep tries again. */
  async #readLog(): Promise<void> {
    const since = { epoch: this.epoch, revision: this.revision as number }
    const slice = await this.#reader.read({ instanceId: this.id, since })
    if (this.#closed) return
    if (!slice.head) for (const listener of [...this.listeners]) listener.gone()
    if (slice.resync) this.revision = null
    for (const event of sliceEvents(slice, since)) this.#pass(event)
    this.#passObserved(slice)
  }

  close(): void {
    this.#closed = true
    this.#reading.close()
    this.#bound.close()
    void this.#leaveObservations?.().catch(() => {})
  }

  /** Without a bus the sweep brings what is observed, later. */
  async #followObservations(): Promise<void> {
    try {
      const leave = await this.#bus.subscribe(observationTopic(this.id), {
        message: (payload) => this.observed(parseOwnJson(payload) as Observation),
        onResync: () => this.observed('unknown'),
      })
      if (this.#closed || this.#observers === 0 || this.#leaveObservations) await leave()
      else this.#leaveObservations = leave
    } catch {
      // The broker is away.
    }
  }

  /** After the changes that led to the present: it comes with the revision of the moment. */
  #passObserved({ head, epoch }: FeedSlice): void {
    const observed = this.#observed
    if (!head || observed === null) return
    this.#observed = null
    if (observed !== 'unknown') this.#observation = observed
    this.#pass(presenceEvent({ revision: head.state.revision, epoch, readers: head.readers, state: head.state }))
  }

  #message(payload: string): void {
    const change = readChange(payload)
    if (this.revision === null) {
      // Nobody has a state yet to which it could be a change.
      this.#heard = Math.max(this.#heard, change.revision)
      return
    }
    if (change.epoch === this.epoch && change.revision <= this.revision) return
    if (change.epoch === this.epoch && change.revision === this.revision + 1 && !this.#reading.isBusy)
      this.#pass(fromChange(change))
    else void this.catchUp()
  }

  #pass(event: LiveEvent): void {
    const { revision } = this
    const isOld = revision !== null && event.epoch === this.epoch && event.revision <= revision
    if (isOld && event.type !== 'SNAPSHOT' && event.type !== 'PRESENCE') return
    this.revision = event.revision
    this.epoch = event.epoch
    if (event.type !== 'PRESENCE') this.#recent.push(event)
    for (const listener of [...this.listeners]) listener.event(event)
  }
}

/** Positions of two epochs cannot be compared: where a feed has started over, everything from there on is new. */
function eventsAfter(events: readonly LiveEvent[], epoch: string, revision: number): LiveEvent[] {
  if (events.at(-1)?.epoch === epoch)
    return events.filter((event) => event.epoch === epoch && event.revision > revision)
  const restart = events.findLastIndex(({ type }) => type === 'RESYNC')
  return restart === -1 ? [] : events.slice(restart)
}
