import type { Bus, Unsubscribe } from '../../kit/bus/bus.ts'
import { runTopic, type RunChange, type RunFeedRequest, type RunFeedSlice } from '../../schema/events.ts'
import type { BatchedReads } from './batched-reads.ts'
import { fromRunChange, type RunLiveEvent } from './run-event.ts'

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

const resubscribeMs = 1000

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
  /** What passed while somebody was starting: what their snapshot may not have seen. */
  #recent: RunLiveEvent[] = []
  #starting = 0
  #heard = 0
  #catchingUp = false
  #behind = false
  #closed = false
  #unsubscribe: Unsubscribe | undefined
  #retry: NodeJS.Timeout | undefined

  constructor({ instanceId, runId }: RunTarget, bus: Bus, reader: RunReader) {
    this.instanceId = instanceId
    this.#runId = runId
    this.#bus = bus
    this.#reader = reader
    this.ready = this.#open()
  }

  read(since: RunFeedRequest['since']): Promise<RunFeedSlice> {
    return this.#reader.read({ instanceId: this.#runId === null ? this.instanceId : null, runId: this.#runId, since })
  }

  /** Keeps what passes from now on until `release`; `since` answers what follows on the given position. */
  hold(): { since(epoch: string, position: number): RunLiveEvent[]; release(): void } {
    this.#starting++
    return {
      since: (epoch, position) => this.#recent.filter((event) => event.epoch === epoch && event.position > position),
      release: () => {
        if (--this.#starting === 0) this.#recent = []
      },
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
    if (this.position === null || this.#closed) return
    this.#behind = true
    if (this.#catchingUp) return
    this.#catchingUp = true
    try {
      while (this.#behind && !this.#closed) {
        this.#behind = false
        const slice = await this.read({ epoch: this.epoch, position: this.position })
        if (this.#closed) return
        if (slice.instanceId === null) for (const listener of [...this.listeners]) listener.gone()
        else if (slice.resync) this.#startOver(slice)
        else {
          for (const change of slice.changes) this.#pass(fromRunChange(change))
          this.position = Math.max(this.position, slice.position)
        }
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

  #startOver({ epoch, position }: RunFeedSlice): void {
    this.position = position
    this.epoch = epoch
    for (const listener of [...this.listeners]) listener.restart()
  }

  async #open(): Promise<void> {
    try {
      // Of a run that does not exist there is no topic: whoever joins is told so by its slice.
      this.instanceId ??= (await this.read(null)).instanceId
      if (this.instanceId === null) return
      const unsubscribe = await this.#bus.subscribe(runTopic(this.instanceId), {
        message: (payload) => this.#message(JSON.parse(payload) as RunChange),
        lookAgain: () => void this.catchUp(),
      })
      if (this.#closed) await unsubscribe()
      else this.#unsubscribe = unsubscribe
    } catch {
      // Without a bus the sweep still brings every event, later; go on trying.
      if (!this.#closed) this.#retry = setTimeout(() => void this.#open().then(() => this.catchUp()), resubscribeMs)
    }
  }

  #message(change: RunChange): void {
    if (this.position === null) {
      this.#heard = Math.max(this.#heard, change.position)
      return
    }
    if (change.epoch === this.epoch && change.position <= this.position) return
    if (change.epoch === this.epoch && change.position === this.position + 1 && !this.#catchingUp) this.#pass(fromRunChange(change))
    else void this.catchUp()
  }

  #pass(event: RunLiveEvent): void {
    if (event.epoch === this.epoch && event.position <= (this.position ?? 0)) return
    this.position = event.position
    this.epoch = event.epoch
    if (this.#runId !== null && event.run.id !== this.#runId) return
    if (this.#starting > 0) this.#recent.push(event)
    for (const listener of [...this.listeners]) listener.event(event)
  }
}
