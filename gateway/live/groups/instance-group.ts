import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import { mayRead, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { FeedReader } from '../reading/feed-reader.ts'
import type { InstanceFeed } from '../feeds/instance-feed.ts'
import { presenceEvent, sliceEvents, type LiveEvent, type Snapshot } from '../feeds/live-event.ts'
import type { Membership, Sink } from './member.ts'
import type { Renderer } from '../rendering/renderer.ts'
import type { SharedPayload } from '../rendering/shared-payload.ts'

export type Since = { epoch: string; revision: number } | null

/**
 * A reader's place in the feed.
 *
 *   starting --slice sent--> following --socket full--> lagging --drained--> starting
 *   following --an event that does not follow on its own revision--> starting
 *
 * `revision` is what it has been sent. Only followers get what the group sends; the others read the log when ready.
 * `from`: how many events had passed when it began to follow: an answer that is fetched for long may come out later.
 * `unseen`: something was observed of the screens that it has not been told, and that no log will tell it.
 */
type Member = {
  sink: Sink
  state: 'starting' | 'following' | 'lagging' | 'left'
  revision: number
  epoch: string
  from: number
  unseen: boolean
}

const pendingMax = 64

export type InstanceGroupOptions = {
  feed: InstanceFeed
  reader: FeedReader
  renderer: Renderer<LiveEvent>
  viewer: Viewer
  /** Newest wins: a reader that was slow is sent the present state, not every change on the way to it. A DURABLE instance is told whole all the same. */
  conflates: boolean
  /** What is observed of the screens is asked for: a reader that resumes is told how it is now. */
  observes: boolean
  format: (error: unknown) => GraphQLFormattedError
  /** The last reader has left. */
  onEmpty: () => void
}

/** All readers of one instance with the same document, variables and reach: one execution per event for all of them. */
export class InstanceGroup {
  readonly #options: InstanceGroupOptions
  readonly #members = new Set<Member>()
  /** Events whose answers are still being fetched; they go out in order. */
  #pending: Promise<void> = Promise.resolve()
  #pendingCount = 0
  #count = 0
  #runtime = 'EDGE'
  readonly #stopObserving: (() => void) | null

  constructor(options: InstanceGroupOptions) {
    this.#options = options
    options.feed.listeners.add(this)
    // A screen does not care who watches it.
    this.#stopObserving = options.conflates ? null : options.feed.observe()
  }

  get size(): number {
    return this.#members.size
  }

  join(sink: Sink, since: Since): Membership {
    const unseen = since !== null && this.#options.observes
    const member: Member = {
      sink,
      state: 'starting',
      revision: since?.revision ?? 0,
      epoch: since?.epoch ?? '',
      from: 0,
      unseen,
    }
    this.#members.add(member)
    void this.#start(member, since)
    return {
      drained: () => {
        if (member.state === 'lagging') this.#resume(member)
      },
      stop: () => this.#leave(member),
    }
  }

  event(event: LiveEvent): void {
    if (event.type === 'PRESENCE') {
      if (this.#options.conflates) return
      for (const member of this.#members) if (member.state !== 'following') member.unseen = true
    }
    this.#runtime = event.face.runtime
    if (!mayRead(this.#options.viewer, event.readers)) return this.gone()
    if (event.type === 'DELETED') {
      void this.#send(event).then(() => this.#endAll())
      return
    }
    void this.#send(event)
  }

  gone(): void {
    this.#endAll([this.#options.format(notFound())])
  }

  #send(event: LiveEvent): Promise<void> {
    const number = ++this.#count
    const rendered = this.#pendingCount === 0 ? this.#options.renderer.render(event) : null
    if (rendered && !(rendered instanceof Promise)) {
      this.#broadcast(event, number, rendered)
      return Promise.resolve()
    }
    if (this.#pendingCount >= pendingMax) {
      // Fetching does not keep up with the changes: those who follow read the log once it is quiet.
      for (const member of this.#members) if (member.state === 'following') this.#holdUp(member, event)
      return this.#pending
    }
    this.#pendingCount++
    const rendering = rendered ?? this.#options.renderer.render(event)
    this.#pending = this.#pending
      .then(async () => this.#broadcast(event, number, await rendering))
      .finally(() => {
        this.#pendingCount--
        if (this.#pendingCount === 0) this.#wakeLagging()
      })
    return this.#pending
  }

  #holdUp(member: Member, event: LiveEvent): void {
    member.state = 'lagging'
    if (event.type === 'PRESENCE') member.unseen = true
  }

  /** Those that were held up by us, not by their socket, go on. */
  #wakeLagging(): void {
    for (const member of this.#members) if (member.state === 'lagging') this.#resume(member)
  }

  /** From the log, after what it was sent last; the newest state only where that is all that matters. */
  #resume(member: Member): void {
    member.state = 'starting'
    const { revision, epoch } = member
    const newestWins = this.#options.conflates && this.#runtime !== 'DURABLE'
    void this.#start(member, newestWins || revision === 0 ? null : { epoch, revision })
  }

  #broadcast(event: LiveEvent, number: number, payload: SharedPayload): void {
    for (const member of this.#members) {
      if (event.type === 'PRESENCE' && member.state !== 'following') member.unseen = true
      if (member.state !== 'following' || number <= member.from) continue
      if (followsOn(member, event)) this.#deliver(member, event, payload)
      else {
        if (event.type === 'PRESENCE') member.unseen = true
        this.#resume(member)
      }
    }
  }

  /** False where the reader is not to get more now. */
  #deliver(member: Member, event: LiveEvent, payload: SharedPayload): boolean {
    const isOld = event.epoch === member.epoch && event.revision <= member.revision
    const isPresent = event.type === 'PRESENCE' && event.revision === member.revision
    if (isOld && !isPresent && event.type !== 'SNAPSHOT' && event.type !== 'RESYNC') return true
    if (!member.sink.send(payload)) {
      this.#holdUp(member, event)
      return false
    }
    // RESYNC only announces: the state comes with the snapshot after it.
    if (event.type !== 'RESYNC') {
      member.revision = event.revision
      member.epoch = event.epoch
    }
    return true
  }

  async #start(member: Member, since: Since): Promise<void> {
    const { feed, reader, renderer, viewer, format } = this.#options
    const held = feed.hold()
    try {
      await feed.ready
      const slice = await reader.read({ instanceId: feed.id, since })
      if (member.state !== 'starting') return
      if (!slice.head || !mayRead(viewer, slice.head.readers)) return this.#end(member, [format(notFound())])
      feed.known(slice.epoch, slice.head.state.revision)
      this.#runtime = slice.head.state.runtime
      // A snapshot that is older than what was sent, or of another count, would be dropped as old: it starts over.
      const startsOver =
        member.revision > 0 && (slice.epoch !== member.epoch || slice.head.state.revision < member.revision)
      // Nor are states told that were PRIVATE when they were the present.
      const isHidden = slice.changes.some(({ readers }) => !mayRead(viewer, readers))
      let events = sliceEvents(startsOver || isHidden ? { ...slice, resync: true } : slice, since)
      let present: Snapshot = {
        revision: slice.head.state.revision,
        epoch: slice.epoch,
        readers: slice.head.readers,
        state: slice.head.state,
      }
      // A snapshot is answered from now on: it tells how the screens are.
      if (events.at(-1)?.type === 'SNAPSHOT') member.unseen = false
      do {
        for (const event of events) {
          present = event
          const rendered = renderer.render(event)
          const payload = rendered instanceof Promise ? await rendered : rendered
          if (member.state !== 'starting' || !this.#deliver(member, event, payload)) return
        }
        events = held.since(member.epoch, member.revision)
        if (events.length > 0 || !member.unseen) continue
        member.unseen = false
        events = [presenceEvent(present)]
      } while (events.length > 0)
      member.from = this.#count
      member.state = 'following'
    } catch (error) {
      if (member.state === 'starting') this.#end(member, [format(error)])
    } finally {
      held.release()
    }
  }

  #end(member: Member, errors?: readonly GraphQLFormattedError[]): void {
    this.#leave(member)
    member.sink.end(errors)
  }

  #endAll(errors?: readonly GraphQLFormattedError[]): void {
    for (const member of [...this.#members]) this.#end(member, errors)
  }

  #leave(member: Member): void {
    if (member.state === 'left') return
    member.state = 'left'
    this.#members.delete(member)
    if (this.#members.size > 0) return
    this.#options.feed.listeners.delete(this)
    this.#stopObserving?.()
    this.#options.onEmpty()
  }
}

/** Whether a reader may be sent this without missing anything: what it has had (and what starts it over) counts too. */
function followsOn({ epoch, revision }: Member, event: LiveEvent): boolean {
  const { type } = event
  if (type === 'PRESENCE') return event.epoch === epoch && event.revision <= revision
  return type === 'RESYNC' || type === 'SNAPSHOT' || (event.epoch === epoch && event.revision <= revision + 1)
}

const notFound = () => new AppError('NOT_FOUND', { public: 'There is no such instance, or it is not yours to see.' })
