import type { Bus, Unsubscribe } from '../../../kit/bus/bus.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'
import { observationTopic, sameObservation, type Observation } from '../../../schema/events.ts'
import type { Feed } from '../feed/feed.ts'
import { presenceEvent, type LiveEvent } from './live-event.ts'

/** What is observed of an instance's screens, passed on in its feed beside its log, as long as somebody follows it. */
export class ScreenWatch {
  readonly #id: string
  readonly #feed: Feed<LiveEvent>
  readonly #bus: Bus
  #followers = 0
  #leave: Unsubscribe | undefined
  /** What subscribers were told last. */
  #told: Observation | null = null

  constructor(id: string, feed: Feed<LiveEvent>, bus: Bus) {
    this.#id = id
    this.#feed = feed
    this.#bus = bus
  }

  /** Until the answer is called. */
  follow(): () => void {
    if (this.#followers++ === 0) void this.#subscribe()
    return () => {
      if (--this.#followers > 0) return
      void this.#leave?.().catch(() => {})
      this.#leave = undefined
      this.#told = null
    }
  }

  get isFollowed(): boolean {
    return this.#followers > 0
  }

  /** The sweep's: what is not known is taken to be what subscribers were told with the present state. */
  compare(observation: Observation): void {
    if (this.#told) this.#observed(observation)
    else this.#told = observation
  }

  /** What is observed now; 'unknown' where something may have been missed. */
  #observed(observation: Observation | 'unknown'): void {
    if (this.#followers === 0 || this.#feed.position === null) return
    if (observation !== 'unknown' && this.#told && sameObservation(observation, this.#told)) return
    this.#feed.tellUnlogged(presenceEvent, () => {
      if (observation !== 'unknown') this.#told = observation
    })
  }

  /** Without a bus the sweep brings what is observed, later. */
  async #subscribe(): Promise<void> {
    try {
      const leave = await this.#bus.subscribe(observationTopic(this.#id), {
        message: (payload) => this.#observed(parseOwnJson(payload) as Observation),
        onResync: () => this.#observed('unknown'),
      })
      if (this.#followers === 0 || this.#leave) await leave()
      else this.#leave = leave
    } catch {
      // The broker is away.
    }
  }
}
