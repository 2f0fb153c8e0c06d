import type { Sql } from '../../../../kit/db/pool.ts'
import type { ChangeEvent, FeedRequest, FeedSlice, InstanceState, LoggedChange } from '../../../../schema/events.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'
import { rewind, type Undoable } from '../../domain/state/rewind.ts'
import { stateDocument } from '../../domain/state/state-document.ts'
import { toInstanceState, type InstanceRow } from '../instances/instance-row.ts'
import { eventsSinceSql } from './events-since.sql.ts'

/** What the log says of one change, without the columns that its row repeats. */
type LogEntry = Omit<LoggedChange, 'instanceId'> & Undoable

type SliceRow = { wanted: string; current_epoch: string; changes: LogEntry[] | null } & (InstanceRow | { id: null })

/**
 * For each request the present state and what happened since, in one statement and so in one snapshot: the changes
 * lead exactly to the head. `resync` where they would not: another epoch, a revision from the future, a log that no
 * longer reaches back, or more than `maxPerInstance` changes, which nobody replays faster than they take a snapshot.
 * Answers in the order of the requests.
 */
export async function eventsSince(
  sql: Sql,
  requests: readonly FeedRequest[],
  { maxPerInstance }: { maxPerInstance: number } = { maxPerInstance: 1000 },
): Promise<FeedSlice[]> {
  if (requests.length === 0) return []
  const { rows } = await sql.query<SliceRow>({
    name: 'events-since',
    text: eventsSinceSql,
    values: [
      requests.map(({ instanceId }) => instanceId),
      requests.map(({ since }) => since?.revision ?? null),
      requests.map(({ since }) => since?.epoch ?? null),
      maxPerInstance,
    ],
  })
  return rows.map((row, index) => toSlice(row, (requests[index] as FeedRequest).since))
}

function toSlice(row: SliceRow, since: FeedRequest['since']): FeedSlice {
  const slice: FeedSlice = { instanceId: row.wanted, epoch: row.current_epoch, head: null, resync: false, changes: [] }
  if (row.id === null) return slice
  const state = toInstanceState(row)
  slice.head = { state, readers: readersOf(state) }
  if (since === null) return slice
  const entries = row.changes ?? []
  const reachesBack = since.epoch === row.current_epoch && entries.length === state.revision - since.revision
  if (!reachesBack) return { ...slice, resync: true }
  const events = withStates(state, entries).map(({ change, state }): ChangeEvent => {
    return { ...change, epoch: row.current_epoch, readers: readersOf(state), state }
  })
  return { ...slice, changes: events.toReversed() }
}

/** `entries` with the state that each led to; the first led to `head`. */
function withStates(head: InstanceState, entries: LogEntry[]): { change: LoggedChange; state: InstanceState }[] {
  const states = [...rewind(stateDocument(head), entries)]
  return entries.map(({ undo: _undo, ...change }, index) => ({
    change: { instanceId: head.id, ...change },
    state: states[index] as InstanceState,
  }))
}
