import { encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { SET_FEED, type InstanceState } from '../../../schema/events.ts'
import { cursorOf } from '../feeds/live-event.ts'

/** An event of a live query, as selections read it. */
export type SetEvent = {
  change: 'SNAPSHOT' | 'ENTER' | 'UPDATE' | 'LEAVE' | 'CAUGHT_UP' | 'RESYNC'
  cursor: string
  changeId: string | null
  at: string
  state: InstanceState | null
  instanceCursor: string | null
}

export const setEvent = (
  change: SetEvent['change'],
  epoch: string,
  state: InstanceState | null,
  changeId: string | null,
): SetEvent => ({
  change,
  state,
  changeId,
  cursor: encodeCursor({ kind: SET_FEED, epoch, position: 0 }),
  at: state?.updatedAt ?? new Date().toISOString(),
  instanceCursor: state && cursorOf(state.id, epoch, state.revision),
})

/** What a LEAVE tells of an instance that is gone: nobody needs its documents, and there may be thousands of members. */
export const withoutDocuments = (state: InstanceState): InstanceState => ({
  ...state,
  config: {},
  metadata: {},
  props: {},
  inheritedProps: {},
  effectiveProps: {},
  webhooks: {},
  bindings: [],
  programme: null,
  overrides: [],
  locks: [],
  conditions: [],
})
