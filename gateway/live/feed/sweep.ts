import type { Logger } from '../../../kit/log.ts'
import type { Observation } from '../../../schema/events.ts'
import type { FeedSource } from '../reading/feed-source.ts'
import type { RunSource } from '../reading/run-source.ts'

/** What one kind of feed follows, as the sweep and the statistics see it. */
export type Followed = {
  /** Whose newest positions its ids are asked for. */
  readonly log: 'instances' | 'runs'
  /** How many feeds. */
  readonly size: number
  /** Questions to a log beside the shared reader's. */
  readonly queries?: number
  ids(): Iterable<string>
  /** Newest positions of the ids, of those that have any. */
  compare(heads: ReadonlyMap<string, number>): void
  /** Newest revisions that were committed, of which nobody may have been told. */
  relayed?(heads: readonly (readonly [instanceId: string, revision: number, tenantId: string])[]): void
  /** Ids of those whose screens somebody asks about. */
  observedIds?(): Iterable<string>
  compareScreens?(id: string, observation: Observation): void
  /** What no position tells. */
  compareRest?(): void
  close(): void
}

/** Screens are compared more seldom than positions: what is observed of them is seldom lost, and nobody acts on it within seconds. */
const sweepsPerObservation = 10

/**
 * Anti-entropy: one question per log for everything that is followed here. What the bus lost without anybody noticing
 * is found within one interval.
 */
export class Sweep {
  readonly #followed: readonly Followed[]
  readonly #source: FeedSource & RunSource
  readonly #log: Logger
  readonly #timer: NodeJS.Timeout
  readonly #busy = new Set<Followed['log']>()
  #sweeps = 0

  constructor(followed: readonly Followed[], source: FeedSource & RunSource, { log, ms }: { log: Logger; ms: number }) {
    this.#followed = followed
    this.#source = source
    this.#log = log
    this.#timer = setInterval(() => {
      void this.#compare('instances', (ids) => source.heads(ids))
      void this.#compare('runs', (ids) => source.runHeads(ids))
    }, ms)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #compare(
    log: Followed['log'],
    headsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>,
  ): Promise<void> {
    // A live query without a member is swept as well: an instance may have started matching without an event.
    const followed = this.#followed.filter((each) => each.log === log && each.size > 0)
    if (followed.length === 0 || this.#busy.has(log)) return
    this.#busy.add(log)
    try {
      const ids = new Set(followed.flatMap((each) => [...each.ids()]))
      const heads = ids.size > 0 ? await headsOf([...ids]) : new Map<string, number>()
      for (const each of followed) each.compare(heads)
      if (log === 'instances' && ++this.#sweeps % sweepsPerObservation === 0) await this.#compareScreens(followed)
    } catch (error) {
      this.#log.warn({ err: error, log }, 'the sweep could not read the newest positions')
    } finally {
      this.#busy.delete(log)
    }
  }

  /** What the bus lost of the screens that somebody asks about, and of edited zones and groups. */
  async #compareScreens(followed: readonly Followed[]): Promise<void> {
    const ids = new Set(followed.flatMap((each) => [...(each.observedIds?.() ?? [])]))
    if (ids.size > 0) {
      for (const [id, observation] of await this.#source.observed([...ids]))
        for (const each of followed) each.compareScreens?.(id, observation)
    }
    for (const each of followed) each.compareRest?.()
  }
}
