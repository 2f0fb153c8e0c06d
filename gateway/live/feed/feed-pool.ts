import { Feed } from './feed.ts'
import type { Log, LogEvent } from './log.ts'
import { SubscriberGroup, type GroupOptions } from './subscriber-group.ts'

/** Feeds without a subscriber are kept for their past alone: the newest few are enough. */
const lingeringMax = 1000

/** The feeds of one kind that this process follows, for as long as somebody subscribes, and `lingerMs` longer. */
export class FeedPool<Event extends LogEvent> {
  readonly #feeds = new Map<string, Feed<Event>>()
  readonly #lingerMs: number
  readonly #lingering = new Map<string, NodeJS.Timeout>()

  constructor({ lingerMs = 0 } = {}) {
    this.#lingerMs = lingerMs
  }

  get size(): number {
    return this.#feeds.size
  }

  get(name: string): Feed<Event> | undefined {
    return this.#feeds.get(name)
  }

  /** A new group of subscribers; groups of the same `name` share one feed. */
  group(name: string, open: () => Log<Event>, options: Omit<GroupOptions<Event>, 'feed'>): SubscriberGroup<Event> {
    this.#stay(name)
    const feed = this.#feeds.get(name) ?? new Feed(open())
    this.#feeds.set(name, feed)
    const onEmpty = () => {
      options.onEmpty()
      if (feed.listeners.size === 0) this.#linger(name)
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

  #linger(name: string): void {
    if (this.#lingerMs === 0) return this.#release(name)
    const timer = setTimeout(() => this.#release(name), this.#lingerMs)
    this.#lingering.set(name, timer.unref())
    const [oldest] = this.#lingering.keys()
    if (this.#lingering.size > lingeringMax) this.#release(oldest as string)
  }

  #release(name: string): void {
    this.#stay(name)
    this.#feeds.get(name)?.close()
    this.#feeds.delete(name)
  }

  #stay(name: string): void {
    clearTimeout(this.#lingering.get(name))
    this.#lingering.delete(name)
  }
}
