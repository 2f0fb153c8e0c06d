import type { Bus, Unsubscribe } from '../../../kit/bus/bus.ts'
import { runTopic, type RunChange, type RunFeedRequest, type RunFeedSlice } from '../../../schema/events.ts'
import type { BatchedReads } from '../reading/batched-reads.ts'
import { RetryingSubscription } from '../reading/retrying-subscription.ts'
import { SingleFlight } from '../reading/single-flight.ts'
import { RecentEvents } from '../reading/recent-events.ts'
import { fromRunChange, type RunLiveEvent } from './run-event.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'

export type RunReader = BatchedReads<RunFeedRequest, RunFeedSlice>
export type RunTarget = { instanceId: string | null; runId: string | null }

export type RunListener = {
  /** The next event, in order. */
  event(event: RunLiveEvent): void
  /** The log does not lead from what was passed on to the present: who follows starts over. */
  restart(): void
  /** The instance is gone. */
  gone(): void
}

/**
 * The runs of one instance, or one run of it, as this process follows them. Like InstanceFeed it knows one number, the
 * newest position of the instance that it has dealt with: the next one on the bus is passed on, an older one dropped,
 * any other makes it read the log.
 */
export class RunFeed {
  readonly listeners = new Set<RunListener>()
  readonly ready: Promise<void>
  /** Null until somebody's snapshot says it. */
  position: number | null = null
  epoch = ''
  instanceId: string | null
  readonly #runId: string | null
  readonly #bus: Bus
  readonly #reader: RunReader
  readonly #bound: RetryingSubscription
  readonly #recent = new RecentEvents<RunLiveEvent>()
  readonly #reading = new SingleFlight(() => this.#readLog())
  #heard = 0
  #closed = false

  constructor({ instanceId, runId }: RunTarget, bus: Bus, reader: RunReader) {
    this.instanceId = instanceId
    this.#runId = runId
    this.#bus = bus
    this.#reader = reader
    this.#bound = new RetryingSubscription(
      () => this.#open(),
      () => void this.catchUp(),
    )
    this.ready = this.#bound.tried
  }

  read(since: RunFeedRequest['since']): Promise<RunFeedSlice> {
    return this.#reader.read({ instanceId: this.#runId === null ? this.instanceId : null, runId: this.#runId, since })
  }

  /** Keeps what passes from now on until `release`; `since` answers what follows on the given position. */
  hold(): { since(epoch: string, position: number): RunLiveEvent[]; release(): void } {
    const { events, release } = this.#recent.hold()
    return {
      since: (epoch, position) => events().filter((event) => event.epoch === epoch && event.position > position),
      release,
    }
  }

  /** A reader has read the log up to here: nothing older needs passing on. */
  known(epoch: string, position: number): void {
    if (this.position === null) {
      this.position = position
      this.epoch = epoch
      if (this.#heard > position) void this.catchUp()
    } else if (position > this.position || epoch !== this.epoch) void this.catchUp()
  }

  /** Reads the log from where it stands. Calls while it reads make it look once more afterwards. */
  async catchUp(): Promise<void> {
    if (this.position !== null && !this.#closed) await this.#reading.ask()
  }

  /** Where the log cannot be read now, the next sweep tries again. */
  async #readLog(): Promise<void> {
    const slice = await this.read({ epoch: this.epoch, position: this.position as number })
    if (this.#closed) return
    if (slice.instanceId === null) for (const listener of [...this.listeners]) listener.gone()
    else if (slice.resync) this.#startOver(slice)
    else {
      for (const change of slice.changes) this.#pass(fromRunChange(change))
      this.position = Math.max(this.position as number, slice.position)
    }
  }

  close(): void {
    this.#closed = true
    this.#reading.close()
    this.#bound.close()
  }

  #startOver({ epoch, position }: RunFeedSlice): void {
    this.position = position
    this.epoch = epoch
    for (const listener of [...this.listeners]) listener.restart()
  }

  /** Of a run that does not exist there is no topic: whoever joins is told so by its slice. */
  async #open(): Promise<Unsubscribe | null> {
    this.instanceId ??= (await this.read(null)).instanceId
    if (this.instanceId === null) return null
    return await this.#bus.subscribe(runTopic(this.instanceId), {
      message: (payload) => this.#message(parseOwnJson(payload) as RunChange),
      onResync: () => void this.catchUp(),
    })
  }

  #message(change: RunChange): void {
    if (this.position === null) {
      this.#heard = Math.max(this.#heard, change.position)
      return
    }
    if (change.epoch === this.epoch && change.position <= this.position) return
    if (change.epoch === this.epoch && change.position === this.position + 1 && !this.#reading.isBusy)
      this.#pass(fromRunChange(change))
    else void this.catchUp()
  }

  #pass(event: RunLiveEvent): void {
    if (event.epoch === this.epoch && event.position <= (this.position ?? 0)) return
    this.position = event.position
    this.epoch = event.epoch
    if (this.#runId !== null && event.run.id !== this.#runId) return
    this.#recent.push(event)
    for (const listener of [...this.listeners]) listener.event(event)
  }
}
