import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import { mayRead, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { RunFeedRequest, RunFeedSlice } from '../../../schema/events.ts'
import type { Membership, Sink } from './member.ts'
import type { Renderer } from '../rendering/renderer.ts'
import { fromRunChange, isEnd, runSnapshots, type RunLiveEvent } from '../feeds/run-event.ts'
import type { RunFeed } from '../feeds/run-feed.ts'
import type { SharedPayload } from '../rendering/shared-payload.ts'

type Since = RunFeedRequest['since']

/** A reader's place, as in InstanceGroup: only followers get what the group sends, the others read the log when ready. */
type Member = {
  sink: Sink
  state: 'starting' | 'following' | 'lagging' | 'left'
  /** What it has been sent; null before the first snapshot. */
  since: Since
  /** How many events had passed when it began to follow: an answer that is fetched for long may come out later. */
  from: number
  /** The log stopped leading on while it was starting: what it was sent is not followed by what the feed has passed since. */
  isCutOff: boolean
}

const pendingMax = 64

export type RunGroupOptions = {
  feed: RunFeed
  renderer: Renderer<RunLiveEvent>
  viewer: Viewer
  /** The feed of one run ends with the run. */
  endsWithRun: boolean
  format: (error: unknown) => GraphQLFormattedError
  /** The last reader has left. */
  onEmpty: () => void
}

/** All readers of the same runs with the same document, variables and reach: one execution per event for all of them. */
export class RunGroup {
  readonly #options: RunGroupOptions
  readonly #members = new Set<Member>()
  /** Events whose answers are still being fetched; they go out in order. */
  #pending: Promise<void> = Promise.resolve()
  #pendingCount = 0
  #count = 0

  constructor(options: RunGroupOptions) {
    this.#options = options
    options.feed.listeners.add(this)
  }

  join(sink: Sink, since: Since): Membership {
    const member: Member = { sink, state: 'starting', since, from: 0, isCutOff: false }
    this.#members.add(member)
    void this.#start(member)
    return {
      drained: () => {
        if (member.state === 'lagging') this.#resume(member)
      },
      stop: () => this.#leave(member),
    }
  }

  event(event: RunLiveEvent): void {
    // The log does not say who might read an event when it happened: those who may not be sure start over.
    if (!mayRead(this.#options.viewer, event.readers)) return this.restart()
    const number = ++this.#count
    if (this.#pendingCount >= pendingMax) {
      // Fetching does not keep up with the runs: those who follow read the log once it is quiet.
      for (const member of this.#members) if (member.state === 'following') member.state = 'lagging'
      return
    }
    this.#pendingCount++
    const rendering = this.#options.renderer.render(event)
    this.#pending = this.#pending
      .then(async () => this.#broadcast(event, number, await rendering))
      .finally(() => {
        if (--this.#pendingCount > 0) return
        for (const member of this.#members) if (member.state === 'lagging') this.#resume(member)
      })
  }

  restart(): void {
    for (const member of this.#members) {
      if (member.state === 'following') this.#resume(member)
      else member.isCutOff = true
    }
  }

  gone(): void {
    for (const member of [...this.#members]) this.#end(member, [this.#options.format(notFound())])
  }

  #broadcast(event: RunLiveEvent, number: number, payload: SharedPayload): void {
    for (const member of [...this.#members]) {
      if (member.state !== 'following' || number <= member.from) continue
      // Of another epoch it does not follow on what the reader has had: a late message from before a restore.
      if (event.epoch === member.since?.epoch) this.#deliver(member, event, payload)
      else this.#resume(member)
    }
  }

  #resume(member: Member): void {
    member.state = 'starting'
    void this.#start(member)
  }

  /** False where the reader is not to get more now. */
  #deliver(member: Member, event: RunLiveEvent, payload: SharedPayload): boolean {
    const { since } = member
    const isNew =
      event.type === 'SNAPSHOT' ||
      event.type === 'RESYNC' ||
      since === null ||
      since.epoch !== event.epoch ||
      event.position > since.position
    if (!isNew) return true
    if (!member.sink.send(payload)) {
      member.state = 'lagging'
      return false
    }
    if (event.type === 'SNAPSHOT' || event.type === 'RESYNC') return true
    member.since = { epoch: event.epoch, position: event.position }
    if (!this.#options.endsWithRun || !isEnd(event)) return true
    this.#end(member)
    return false
  }

  async #start(member: Member): Promise<void> {
    const { feed, renderer, format } = this.#options
    const held = feed.hold()
    member.isCutOff = false
    try {
      await feed.ready
      const slice = await this.#read(member.since)
      if (member.state !== 'starting') return
      if (slice === null) return this.#end(member, [format(notFound())])
      feed.known(slice.epoch, slice.position)
      const isReplay = member.since !== null && !slice.resync
      let events = isReplay ? slice.changes.map(fromRunChange) : runSnapshots(slice)
      for (let isFirst = true; isFirst || events.length > 0; isFirst = false) {
        for (const event of events) {
          if (!mayRead(this.#options.viewer, event.readers)) return this.#resume(member)
          const rendered = renderer.render(event)
          const payload = rendered instanceof Promise ? await rendered : rendered
          if (member.state !== 'starting' || !this.#deliver(member, event, payload)) return
        }
        // What the slice told lies behind it as a whole, also where the newest event was another run's.
        if (isFirst) member.since = { epoch: slice.epoch, position: slice.position }
        if (member.isCutOff) return this.#resume(member)
        const { epoch, position } = member.since as NonNullable<Since>
        events = held.since(epoch, position)
      }
      if (this.#options.endsWithRun && slice.ended) return this.#end(member)
      member.from = this.#count
      member.state = 'following'
    } catch (error) {
      if (member.state === 'starting') this.#end(member, [format(error)])
    } finally {
      held.release()
    }
  }

  /** Null where there is nothing that the viewer may read. What they may not surely have read then is no replay for them. */
  async #read(since: Since): Promise<RunFeedSlice | null> {
    const { feed, viewer } = this.#options
    const slice = await feed.read(since)
    if (slice.instanceId === null || !mayRead(viewer, slice.readers)) return null
    if (slice.changes.every(({ readers }) => mayRead(viewer, readers))) return slice
    return { ...(await feed.read(null)), resync: true }
  }

  #end(member: Member, errors?: readonly GraphQLFormattedError[]): void {
    this.#leave(member)
    member.sink.end(errors)
  }

  #leave(member: Member): void {
    if (member.state === 'left') return
    member.state = 'left'
    this.#members.delete(member)
    if (this.#members.size > 0) return
    this.#options.feed.listeners.delete(this)
    this.#options.onEmpty()
  }
}

const notFound = () =>
  new AppError('NOT_FOUND', { public: 'There is no such run or instance, or it is not yours to see.' })
