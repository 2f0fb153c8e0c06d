import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { Membership, Sink } from '../groups/member.ts'
import type { Renderer } from '../rendering/renderer.ts'
import { setSizeMax } from '../reading/search-all.ts'
import type { SetEvent } from './set-event.ts'
import type { SetFeed } from './set-feed.ts'

/** `from`: how many events the feed had told when its snapshot was read; those are in the snapshot. */
type Member = { sink: Sink; state: 'starting' | 'following' | 'left'; held: SetEvent[]; from: number }

/** Readers of one live query with the same document. Every event matters to them: one that is too slow is ended. */
export class SetGroup {
  readonly #feed: SetFeed
  readonly #renderer: Renderer<SetEvent>
  readonly #format: (error: unknown) => GraphQLFormattedError
  readonly #onEmpty: () => void
  readonly #heldMax: number
  readonly #members = new Set<Member>()
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
    this.#onEmpty = options.onEmpty
    this.#heldMax = options.heldMax ?? 2 * setSizeMax
    this.#feed.listeners.add(this)
  }

  join(sink: Sink, resync: boolean): Membership {
    const member: Member = { sink, state: 'starting', held: [], from: Infinity }
    this.#members.add(member)
    void this.#start(member, resync)
    return { drained: () => void this.#flush(member), stop: () => this.#leave(member) }
  }

  event(event: SetEvent): void {
    const number = ++this.#count
    this.#pending = this.#pending.then(async () => {
      const payload = await this.#renderer.render(event)
      for (const member of [...this.#members]) {
        if (number <= member.from) continue
        if (member.held.length > 0) this.#hold(member, event)
        else if (!member.sink.send(payload)) this.#hold(member, event)
      }
    })
  }

  /** What a reader could not take yet; its newest state per instance, in order of first change. */
  #hold(member: Member, event: SetEvent): void {
    // What was told before a new start means nothing after it.
    if (event.change === 'RESYNC') member.held = []
    const id = event.state?.id
    const at = id === undefined ? -1 : member.held.findLastIndex((held) => held.state?.id === id)
    const earlier = member.held[at]
    if (earlier && event.change !== 'LEAVE' && earlier.change !== 'LEAVE') {
      // Still ENTER if it has not been told of: the newest state wins, the first change says what it is.
      member.held[at] = { ...event, change: earlier.change }
    } else {
      member.held.push(event)
    }
    if (member.held.length > this.#heldMax) {
      this.#end(member, [
        this.#format(
          new AppError('SLOW_CONSUMER', { public: 'The reader does not keep up.', details: { cursor: event.cursor } }),
        ),
      ])
    }
  }

  async #start(member: Member, resync: boolean): Promise<void> {
    try {
      await this.#feed.snapshot((events) => {
        if (member.state !== 'starting') return
        const caughtUp = events.at(-1) as SetEvent
        member.held = [...(resync ? [{ ...caughtUp, change: 'RESYNC' as const }] : []), ...events]
        // Nothing was told since the reading ended: the feed goes on only after this.
        member.from = this.#count
        member.state = 'following'
      })
      await this.#flush(member)
    } catch (error) {
      if (member.state !== 'left') this.#end(member, [this.#format(error)])
    }
  }

  async #flush(member: Member): Promise<void> {
    let next: SetEvent | undefined
    while (member.state === 'following' && (next = member.held[0])) {
      const payload = await this.#renderer.render(next)
      if (member.held[0] !== next) continue
      if (!member.sink.send(payload)) return
      member.held.shift()
    }
  }

  #end(member: Member, errors: readonly GraphQLFormattedError[]): void {
    this.#leave(member)
    member.sink.end(errors)
  }

  #leave(member: Member): void {
    if (member.state === 'left') return
    member.state = 'left'
    member.held = []
    this.#members.delete(member)
    if (this.#members.size > 0) return
    this.#feed.listeners.delete(this)
    this.#onEmpty()
  }
}
