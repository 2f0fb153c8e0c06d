import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { Membership, Sink } from '../feed/sink.ts'
import { Subscribers } from '../feed/subscribers.ts'
import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import type { Renderer } from '../rendering/renderer.ts'
import { setSizeMax } from '../reading/search-all.ts'
import type { SetEvent } from './set-event.ts'
import type { SetFeed } from './set-feed.ts'

/** `from`: how many events the feed had told when its snapshot was read; those are in the snapshot. */
type Subscriber = { sink: Sink; state: 'starting' | 'following' | 'left'; held: SetEvent[]; from: number }

/** Fetched fields of a snapshot are asked for so many instances at a time; one by one takes a round trip each. */
const aheadMax = 64

/**
 * Subscribers to one live query with the same document. It has no log to resume from: what a slow one could not take
 * waits for it, and one that is too slow is ended.
 */
export class QueryGroup {
  readonly #feed: SetFeed
  readonly #renderer: Renderer<SetEvent>
  readonly #format: (error: unknown) => GraphQLFormattedError
  readonly #heldMax: number
  readonly #subscribers: Subscribers<Subscriber>
  #pending: Promise<void> = Promise.resolve()
  #count = 0

  constructor(options: {
    feed: SetFeed
    renderer: Renderer<SetEvent>
    format: (error: unknown) => GraphQLFormattedError
    onEmpty: () => void
    /** What may wait for one reader: a whole snapshot, and as much again. */
    heldMax?: number
  }) {
    this.#feed = options.feed
    this.#renderer = options.renderer
    this.#format = options.format
    this.#heldMax = options.heldMax ?? 2 * setSizeMax
    this.#feed.listeners.add(this)
    this.#subscribers = new Subscribers(() => {
      this.#feed.listeners.delete(this)
      options.onEmpty()
    })
  }

  /** It cannot be resumed in the middle: `since` answers RESYNC and a new snapshot. */
  join(sink: Sink, since: FeedPosition | null): Membership {
    const subscriber: Subscriber = { sink, state: 'starting', held: [], from: Infinity }
    this.#subscribers.add(subscriber)
    void this.#start(subscriber, since !== null)
    return { drained: () => void this.#flush(subscriber), stop: () => this.#subscribers.leave(subscriber) }
  }

  event(event: SetEvent): void {
    const number = ++this.#count
    this.#pending = this.#pending.then(async () => {
      const payload = await this.#renderer.render(event)
      for (const subscriber of this.#subscribers) {
        if (number <= subscriber.from) continue
        if (subscriber.held.length > 0) this.#hold(subscriber, event)
        else if (!subscriber.sink.send(payload)) this.#hold(subscriber, event)
      }
    })
  }

  /** What a reader could not take yet; its newest state per instance, in order of first change. */
  #hold(subscriber: Subscriber, event: SetEvent): void {
    // What was told before a new start means nothing after it.
    if (event.change === 'RESYNC') subscriber.held = []
    const id = event.state?.id
    const at = id === undefined ? -1 : subscriber.held.findLastIndex((held) => held.state?.id === id)
    const earlier = subscriber.held[at]
    if (earlier && event.change !== 'LEAVE' && earlier.change !== 'LEAVE') {
      // Still ENTER if it has not been told of: the newest state wins, the first change says what it is.
      subscriber.held[at] = { ...event, change: earlier.change }
    } else {
      subscriber.held.push(event)
    }
    if (subscriber.held.length > this.#heldMax) {
      this.#subscribers.end(subscriber, [
        this.#format(
          new AppError('SLOW_CONSUMER', { public: 'The reader does not keep up.', details: { cursor: event.cursor } }),
        ),
      ])
    }
  }

  async #start(subscriber: Subscriber, resync: boolean): Promise<void> {
    try {
      await this.#feed.snapshot((events) => {
        if (subscriber.state !== 'starting') return
        const caughtUp = events.at(-1) as SetEvent
        subscriber.held = [...(resync ? [{ ...caughtUp, change: 'RESYNC' as const }] : []), ...events]
        // Nothing was told since the reading ended: the feed goes on only after this.
        subscriber.from = this.#count
        subscriber.state = 'following'
      })
      await this.#flush(subscriber)
    } catch (error) {
      if (subscriber.state !== 'left') this.#subscribers.end(subscriber, [this.#format(error)])
    }
  }

  async #flush(subscriber: Subscriber): Promise<void> {
    let next: SetEvent | undefined
    let ahead = 0
    while (subscriber.state === 'following' && (next = subscriber.held[0])) {
      if (ahead === 0) for (const soon of subscriber.held.slice(0, (ahead = aheadMax))) void this.#renderer.render(soon)
      ahead -= 1
      const payload = await this.#renderer.render(next)
      if (subscriber.state !== 'following' || subscriber.held[0] !== next) continue
      if (!subscriber.sink.send(payload)) return
      subscriber.held.shift()
    }
  }
}
