import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import { mayRead, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import type { Renderer } from '../rendering/renderer.ts'
import type { SharedPayload } from '../rendering/shared-payload.ts'
import type { Feed } from './feed.ts'
import type { LogEvent, Slice } from './log.ts'
import type { Membership, Sink } from './sink.ts'
import { Subscribers } from './subscribers.ts'

/**
 * A subscriber's place in the feed.
 *
 *   starting --slice sent--> following --socket full--> lagging --drained--> starting
 *   following --an event that does not follow on its own position, restart--> starting
 *
 * Only followers get what the group sends; the others read the log when ready.
 */
type Subscriber = {
  sink: Sink
  state: 'starting' | 'following' | 'lagging' | 'left'
  /** What it has been sent; null before the first snapshot. */
  at: FeedPosition | null
  /** How many events had passed when it began to follow: an answer that is fetched for long may come out later. */
  from: number
  /** The log stopped leading on while it was starting: what the feed has passed since does not follow on what it was sent. */
  isCutOff: boolean
  /** Something that no log tells was told without it. */
  missedUnlogged: boolean
}

/** How the events of one field are told. */
export type GroupRules<Event> = {
  /** What a viewer is told where there is nothing, or nothing for them. */
  notFound: string
  /** Where this holds, a slow subscriber is sent the present state, not every change on the way to it. */
  newestWins?(event: Event): boolean
  /** Nothing follows on this event: whoever was sent it is done. */
  isLast?(event: Event): boolean
  /** The present, with what no log tells. Without it ephemeral events are not told. */
  unlogged?(present: Event): Event
  /** Whoever resumes is told the present again by `unlogged`: it may have changed meanwhile. */
  resumesWithUnlogged?: boolean
}

export type GroupOptions<Event extends LogEvent> = {
  feed: Feed<Event>
  rules: GroupRules<Event>
  renderer: Renderer<Event>
  viewer: Viewer
  format: (error: unknown) => GraphQLFormattedError
  /** The last subscriber has left. */
  onEmpty: () => void
}

const pendingMax = 64

/** All subscribers to one feed with the same document, variables and reach: one execution per event for all of them. */
export class SubscriberGroup<Event extends LogEvent> {
  readonly #options: GroupOptions<Event>
  readonly #subscribers: Subscribers<Subscriber>
  /** Events whose answers are still being fetched; they go out in order. */
  #pending: Promise<void> = Promise.resolve()
  #pendingCount = 0
  #count = 0
  #newestWins = false
  #hasEnded = false

  constructor(options: GroupOptions<Event>) {
    this.#options = options
    options.feed.listeners.add(this)
    this.#subscribers = new Subscribers(() => {
      options.feed.listeners.delete(this)
      options.onEmpty()
    })
  }

  get feed(): Feed<Event> {
    return this.#options.feed
  }

  join(sink: Sink, since: FeedPosition | null): Membership {
    const missedUnlogged = since !== null && this.#options.rules.resumesWithUnlogged === true
    const subscriber: Subscriber = { sink, state: 'starting', at: since, from: 0, isCutOff: false, missedUnlogged }
    this.#subscribers.add(subscriber)
    void this.#start(subscriber, since)
    return {
      drained: () => {
        if (subscriber.state === 'lagging') this.#resume(subscriber)
      },
      stop: () => this.#subscribers.leave(subscriber),
    }
  }

  event(event: Event): void {
    const { rules, viewer } = this.#options
    if (event.isEphemeral) {
      if (!rules.unlogged) return
      for (const subscriber of this.#subscribers) if (subscriber.state !== 'following') subscriber.missedUnlogged = true
    }
    if (rules.newestWins) this.#newestWins = rules.newestWins(event)
    // What may be read now the log tells; a viewer who may read nothing any more is told so.
    if (!mayRead(viewer, event.readers)) return this.restart()
    if (rules.isLast?.(event)) this.#hasEnded = true
    this.#send(event)
  }

  restart(): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber.state === 'following') void this.#start(subscriber, subscriber.at)
      else subscriber.isCutOff = true
    }
  }

  gone(): void {
    this.#subscribers.endAll(this.#goneErrors())
  }

  #send(event: Event): void {
    const number = ++this.#count
    const rendered = this.#pendingCount === 0 ? this.#options.renderer.render(event) : null
    if (rendered && !(rendered instanceof Promise)) return this.#broadcast(event, number, rendered)
    if (this.#pendingCount >= pendingMax) {
      // Fetching does not keep up with the changes: those who follow read the log once it is quiet.
      for (const subscriber of this.#subscribers) if (subscriber.state === 'following') holdUp(subscriber, event)
      return
    }
    this.#pendingCount++
    const rendering = rendered ?? this.#options.renderer.render(event)
    this.#pending = this.#pending
      .then(async () => this.#broadcast(event, number, await rendering))
      .finally(() => {
        if (--this.#pendingCount === 0) this.#wakeLagging()
      })
  }

  /** Those that were held up by us, not by their socket, go on. */
  #wakeLagging(): void {
    for (const subscriber of this.#subscribers) if (subscriber.state === 'lagging') this.#resume(subscriber)
  }

  #broadcast(event: Event, number: number, payload: SharedPayload): void {
    const at = { epoch: event.epoch, position: event.position }
    for (const subscriber of this.#subscribers) {
      if (event.isEphemeral && subscriber.state !== 'following') subscriber.missedUnlogged = true
      if (subscriber.state !== 'following' || number <= subscriber.from) continue
      if (this.#followsOn(subscriber, event)) this.#deliver(subscriber, event, payload, at)
      else {
        if (event.isEphemeral) subscriber.missedUnlogged = true
        this.#resume(subscriber)
      }
    }
  }

  /** Whether a subscriber may be sent this without missing anything: what it has had counts too. */
  #followsOn({ at }: Subscriber, { epoch, position, isEphemeral }: Event): boolean {
    if (at?.epoch !== epoch) return false
    // Where a log is of more than the subject, the feed alone knows what lies between.
    return this.#options.feed.log.concerns !== undefined || position <= at.position + (isEphemeral ? 0 : 1)
  }

  /** False where the subscriber is not to get more now. */
  #deliver(subscriber: Subscriber, event: Event, payload: SharedPayload, at: FeedPosition): boolean {
    const tellsPresent = event.type === 'SNAPSHOT' || event.type === 'RESYNC'
    if (!tellsPresent && subscriber.at?.epoch === at.epoch) {
      const { position } = subscriber.at
      if (at.position < position || (at.position === position && !event.isEphemeral)) return true
    }
    if (!subscriber.sink.send(payload)) {
      holdUp(subscriber, event)
      return false
    }
    // A snapshot may be several events: whoever is cut off among them starts over.
    if (tellsPresent) return true
    subscriber.at = at
    if (!this.#options.rules.isLast?.(event)) return true
    this.#subscribers.end(subscriber)
    return false
  }

  /** From the log, after what it was sent last; the newest state only where that is all that matters. */
  #resume(subscriber: Subscriber): void {
    void this.#start(subscriber, this.#newestWins ? null : subscriber.at)
  }

  async #start(subscriber: Subscriber, since: FeedPosition | null): Promise<void> {
    const { feed, rules, format } = this.#options
    subscriber.state = 'starting'
    subscriber.isCutOff = false
    const held = feed.hold()
    try {
      await feed.ready
      const slice = await this.#read(since)
      if (subscriber.state !== 'starting') return
      if (slice === null) return this.#subscribers.end(subscriber, this.#goneErrors())
      feed.known(slice)
      // A snapshot that is older than what was sent, or of another epoch, would be dropped as old: it starts over.
      const startsOver = slice.resync || (subscriber.at !== null && isBefore(slice, subscriber.at))
      const isReplay = since !== null && !startsOver
      // A snapshot is answered from now on, and tells what no log does.
      if (!isReplay) subscriber.missedUnlogged = false
      let present = slice.restart.at(-1)
      let events = isReplay ? slice.changes : slice.restart.slice(startsOver ? 0 : 1)
      let isSlice = true
      do {
        if (!(await this.#tell(subscriber, events))) return
        // What the slice told lies behind it as a whole, also where the newest event was of another subject.
        if (isSlice) subscriber.at = { epoch: slice.epoch, position: slice.position }
        isSlice = false
        if (subscriber.isCutOff) return void this.#start(subscriber, subscriber.at)
        present = events.at(-1) ?? present
        events = held.since(subscriber.at as FeedPosition)
        if (events.length > 0 || !subscriber.missedUnlogged || !rules.unlogged || !present) continue
        subscriber.missedUnlogged = false
        events = [rules.unlogged(present)]
      } while (events.length > 0)
      if (slice.hasEnded) return this.#subscribers.end(subscriber)
      subscriber.from = this.#count
      subscriber.state = 'following'
    } catch (error) {
      if (subscriber.state === 'starting') this.#subscribers.end(subscriber, [format(error)])
    } finally {
      held.release()
    }
  }

  /** False where the subscriber is not to get more now. */
  async #tell(subscriber: Subscriber, events: readonly Event[]): Promise<boolean> {
    const { renderer, viewer } = this.#options
    for (const event of events) {
      if (!mayRead(viewer, event.readers)) {
        void this.#start(subscriber, subscriber.at)
        return false
      }
      const rendered = renderer.render(event)
      const payload = rendered instanceof Promise ? await rendered : rendered
      const at = { epoch: event.epoch, position: event.position }
      if (subscriber.state !== 'starting' || !this.#deliver(subscriber, event, payload, at)) return false
    }
    return true
  }

  /** Null where there is nothing that the viewer may read. States that were not theirs to see when they were the present are no replay for them. */
  async #read(since: FeedPosition | null): Promise<Slice<Event> | null> {
    const { feed, rules, viewer } = this.#options
    const slice = await feed.log.read(since)
    if (slice.readers === null || !mayRead(viewer, slice.readers)) return null
    const present = slice.restart.at(-1)
    if (rules.newestWins && present) this.#newestWins = rules.newestWins(present)
    if (slice.changes.every(({ readers }) => mayRead(viewer, readers))) return slice
    const snapshot = await this.#read(null)
    return snapshot && { ...snapshot, resync: true }
  }

  #goneErrors(): GraphQLFormattedError[] | undefined {
    const { rules, format } = this.#options
    return this.#hasEnded ? undefined : [format(new AppError('NOT_FOUND', { public: rules.notFound }))]
  }
}

function holdUp(subscriber: Subscriber, event: LogEvent): void {
  subscriber.state = 'lagging'
  if (event.isEphemeral) subscriber.missedUnlogged = true
}

const isBefore = (slice: FeedPosition, at: FeedPosition) => slice.epoch !== at.epoch || slice.position < at.position
