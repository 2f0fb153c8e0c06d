import { encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { displayPayloadOf, type DisplayPayload } from '../../../schema/change-message.ts'
import {
  INSTANCE_FEED,
  type ChangeEvent,
  type FeedSlice,
  type InstanceState,
  type JsonObject,
} from '../../../schema/events.ts'

/** An event of one instance's feed, as selections read it. Selections never see an older state than `revision`. */
export type LiveEvent = {
  type: ChangeEvent['type'] | 'SNAPSHOT' | 'RESYNC'
  revision: number
  epoch: string
  cursor: string
  /** `patch` and `state` of what came over the bus are parsed when a selection asks for them; `face` never is. */
  patch: JsonObject | null
  changeId: string | null
  actorId: string | null
  reason: string | null
  at: string
  readers: readonly string[]
  state: InstanceState
  face: DisplayPayload
}

/** The state of an instance at a revision, and who may see it. */
export type Snapshot = Pick<LiveEvent, 'revision' | 'epoch' | 'readers' | 'state'>

type Facts = Omit<LiveEvent, 'cursor' | 'patch' | 'state' | 'face'>
type Source = { readonly patch: JsonObject | null; readonly state: InstanceState; readonly face?: DisplayPayload }

export const cursorOf = (epoch: string, revision: number) =>
  encodeCursor({ kind: INSTANCE_FEED, epoch, position: revision })

class InstanceLiveEvent implements LiveEvent {
  readonly type: LiveEvent['type']
  readonly revision: number
  readonly epoch: string
  readonly cursor: string
  readonly changeId: string | null
  readonly actorId: string | null
  readonly reason: string | null
  readonly at: string
  readonly readers: readonly string[]
  readonly #source: Source
  #face: DisplayPayload | undefined

  constructor(facts: Facts, source: Source) {
    this.type = facts.type
    this.revision = facts.revision
    this.epoch = facts.epoch
    this.cursor = cursorOf(facts.epoch, facts.revision)
    this.changeId = facts.changeId
    this.actorId = facts.actorId
    this.reason = facts.reason
    this.at = facts.at
    this.readers = facts.readers
    this.#source = source
    this.#face = source.face
  }

  get patch(): JsonObject | null {
    return this.#source.patch
  }

  get state(): InstanceState {
    return this.#source.state
  }

  get face(): DisplayPayload {
    return (this.#face ??= displayPayloadOf(this.state, this.patch))
  }
}

export const fromChange = (change: ChangeEvent & { readonly face?: DisplayPayload }): LiveEvent =>
  new InstanceLiveEvent(change, change)

/** What a reader gets who starts here, or starts over: the present state (after RESYNC, which says so). */
export function snapshotEvents(slice: FeedSlice): LiveEvent[] {
  if (!slice.head) return []
  const { state, readers } = slice.head
  const facts = { ...unchanged, revision: state.revision, epoch: slice.epoch, at: state.updatedAt, readers }
  const snapshot = new InstanceLiveEvent({ ...facts, type: 'SNAPSHOT' }, { patch: null, state })
  return slice.resync
    ? [new InstanceLiveEvent({ ...facts, type: 'RESYNC' }, { patch: null, state }), snapshot]
    : [snapshot]
}

const unchanged = { changeId: null, actorId: null, reason: null }

/** What is observed of an instance's screens has changed: the present state once more, under the revision of the moment. */
export function presenceEvent({ revision, epoch, readers, state }: Snapshot): LiveEvent {
  return new InstanceLiveEvent(
    { ...unchanged, type: 'PRESENCE', revision, epoch, readers, at: new Date().toISOString() },
    { patch: null, state },
  )
}

/** What a slice means to a reader that asked for it with `since` (or without). */
export function sliceEvents(slice: FeedSlice, since: unknown): LiveEvent[] {
  return since === null || slice.resync ? snapshotEvents(slice) : slice.changes.map(fromChange)
}
