import type { Bus } from '../../../kit/bus/bus.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../kit/pure/json/canonical-json.ts'
import type { Observation } from '../../../schema/events.ts'
import type { FeedReader } from '../reading/feed-reader.ts'
import type { Followed } from '../feed/sweep.ts'
import type { FeedSource } from '../reading/feed-source.ts'
import { MatchReader } from '../reading/match-reader.ts'
import type { Observes } from '../feeds/observed-screens.ts'
import { SetDispatcher } from './set-dispatcher.ts'
import { SetFeed } from './set-feed.ts'

/** The live queries that this process follows, and who hears of changes for those of one tenant. */
export class OpenQueries implements Followed {
  readonly log = 'instances'
  readonly #bus: Bus
  readonly #source: FeedSource
  readonly #reader: FeedReader
  readonly #matches: MatchReader
  readonly #dispatchers = new Map<string, SetDispatcher>()
  readonly #feeds = new Map<string, SetFeed>()

  constructor({ bus, source, reader }: { bus: Bus; source: FeedSource; reader: FeedReader }) {
    this.#bus = bus
    this.#source = source
    this.#reader = reader
    this.#matches = new MatchReader(source)
  }

  get size(): number {
    return this.#feeds.size
  }

  /** What the same viewers follow by the same filter is one feed. `release` closes it when nobody listens any more. */
  open({ viewer, filter, observes }: { viewer: Viewer; filter: unknown; observes: Observes }) {
    const name = `${viewer.tenantId} ${viewer.scopes.join(',')} ${canonicalJson([filter, observes])}`
    const dispatcher = this.#dispatcher(viewer.tenantId)
    const feed = this.#feeds.get(name) ?? new SetFeed({ dispatcher, source: this.#source, viewer, filter, observes })
    this.#feeds.set(name, feed)
    const release = () => {
      if (feed.listeners.size > 0) return
      this.#feeds.delete(name)
      feed.close()
      if (dispatcher.size > 0) return
      this.#dispatchers.delete(viewer.tenantId)
      dispatcher.close()
    }
    return { feed, release }
  }

  relayed(heads: readonly (readonly [instanceId: string, revision: number, tenantId: string])[]): void {
    for (const dispatcher of this.#dispatchers.values()) dispatcher.relayed(heads)
  }

  *ids(): Iterable<string> {
    for (const feed of this.#feeds.values()) yield* feed.memberIds
  }

  /** The sweep: what is followed, against its newest revisions. */
  compare(heads: ReadonlyMap<string, number>): void {
    for (const feed of this.#feeds.values()) feed.stale(heads)
  }

  /** Ids of those whose screens somebody asks about. */
  *observedIds(): Iterable<string> {
    for (const feed of this.#feeds.values()) if (feed.isObserving) yield* feed.memberIds
  }

  compareScreens(id: string, observation: Observation): void {
    for (const dispatcher of this.#dispatchers.values()) {
      for (const holder of dispatcher.holders(id)) if (holder.isObserving) holder.compareScreens(id, observation)
    }
  }

  /** What no revision tells: presences, and zones and groups that were edited. */
  compareRest(): void {
    for (const feed of this.#feeds.values()) if (feed.filtersByScreens || feed.filtersBySets) feed.refresh()
  }

  close(): void {
    for (const feed of this.#feeds.values()) feed.close()
    for (const dispatcher of this.#dispatchers.values()) dispatcher.close()
  }

  #dispatcher(tenantId: string): SetDispatcher {
    let dispatcher = this.#dispatchers.get(tenantId)
    if (!dispatcher) {
      dispatcher = new SetDispatcher({
        tenantId,
        bus: this.#bus,
        source: this.#source,
        reader: this.#reader,
        matches: this.#matches,
      })
      this.#dispatchers.set(tenantId, dispatcher)
    }
    return dispatcher
  }
}
