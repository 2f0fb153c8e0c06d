import { Feed } from './feed.ts'
import type { Log, LogEvent } from './log.ts'
import { SubscriberGroup, type GroupOptions } from './subscriber-group.ts'

/** The feeds of one kind that this process follows, for as long as somebody subscribes. */
export class FeedPool<Event extends LogEvent> {
  readonly #feeds = new Map<string, Feed<Event>>()

  get size(): number {
    return this.#feeds.size
  }

  get(name: string): Feed<Event> | undefined {
    return this.#feeds.get(name)
  }

  /** A new group of subscribers; groups of the same `name` share one feed. */
  group(name: string, open: () => Log<Event>, options: Omit<GroupOptions<Event>, 'feed'>): SubscriberGroup<Event> {
    const feed = this.#feeds.get(name) ?? new Feed(open())
    this.#feeds.set(name, feed)
    const onEmpty = () => {
      options.onEmpty()
      if (feed.listeners.size > 0) return
      this.#feeds.delete(name)
      feed.close()
    }
    return new SubscriberGroup({ ...options, feed, onEmpty })
  }

  /** Ids that the sweep asks about. */
  *ids(): Iterable<string> {
    for (const { log } of this.#feeds.values()) if (log.id !== null) yield log.id
  }

  /** The sweep's: what the bus lost unnoticed is read from the log. */
  compare(heads: ReadonlyMap<string, number>): void {
    for (const feed of this.#feeds.values()) if (feed.log.id !== null) feed.compare(heads.get(feed.log.id))
  }

  close(): void {
    for (const feed of this.#feeds.values()) feed.close()
  }
}
