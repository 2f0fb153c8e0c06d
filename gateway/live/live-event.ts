import { encodeCursor } from '../../kit/pure/feed-cursor.ts'
import { INSTANCE_FEED, type ChangeEvent, type FeedSlice, type InstanceState, type JsonObject } from '../../schema/events.ts'

/** An event of one instance's feed, as selections read it. Selections never see an older state than `revision`. */
export type LiveEvent = {
  type: ChangeEvent['type'] | 'SNAPSHOT' | 'RESYNC'
  revision: number
  epoch: string
  cursor: string
  patch: JsonObject | null
  changeId: string | null
  actorId: string | null
  reason: string | null
  at: string
  readers: readonly string[]
  state: InstanceState
}

/** The state of an instance at a revision, and who may see it. */
export type Moment = Pick<LiveEvent, 'revision' | 'epoch' | 'readers' | 'state'>

const cursorOf = (epoch: string, revision: number) => encodeCursor({ kind: INSTANCE_FEED, epoch, position: revision })

export function fromChange(change: ChangeEvent): LiveEvent {
  const { type, revision, epoch, patch, changeId, actorId, reason, at, readers, state } = change
  return { type, revision, epoch, cursor: cursorOf(epoch, revision), patch, changeId, actorId, reason, at, readers, state }
}

/** What a reader gets who starts here, or starts over: the present state (after RESYNC, which says so). */
export function snapshotEvents(slice: FeedSlice): LiveEvent[] {
  if (!slice.head) return []
  const { state, readers } = slice.head
  const snapshot: LiveEvent = {
    type: 'SNAPSHOT',
    revision: state.revision,
    epoch: slice.epoch,
    cursor: cursorOf(slice.epoch, state.revision),
    patch: null,
    changeId: null,
    actorId: null,
    reason: null,
    at: state.updatedAt,
    readers,
    state,
  }
  return slice.resync ? [{ ...snapshot, type: 'RESYNC' }, snapshot] : [snapshot]
}

/** What is observed of an instance's screens has changed: the present state once more, under the revision of the moment. */
export const presenceEvent = (event: Moment): LiveEvent => ({
  type: 'PRESENCE',
  revision: event.revision,
  epoch: event.epoch,
  cursor: cursorOf(event.epoch, event.revision),
  patch: null,
  changeId: null,
  actorId: null,
  reason: null,
  at: new Date().toISOString(),
  readers: event.readers,
  state: event.state,
})

/** What a slice means to a reader that asked for it with `since` (or without). */
export function sliceEvents(slice: FeedSlice, since: unknown): LiveEvent[] {
  return since === null || slice.resync ? snapshotEvents(slice) : slice.changes.map(fromChange)
}
