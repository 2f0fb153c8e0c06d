import type { Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { ChangeEvent, FeedRequest, FeedSlice, InstanceState, LoggedChange } from '../../../../schema/events.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'
import { rewind, type Undoable } from '../../domain/state/rewind.ts'
import { toInstanceState, type InstanceRow } from '../instances/instance-row.ts'
import { eventsSinceSql } from './events-since.sql.ts'
import { historySql, historyStatesSql } from './history.sql.ts'

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
  const events = withStates(state, [], entries).map(({ change, state }): ChangeEvent => {
    return { ...change, epoch: row.current_epoch, readers: readersOf(state), state }
  })
  return { ...slice, changes: events.toReversed() }
}

/** How far back the states of old revisions can be told: each costs the reading of every change after it. */
export const rewindMax = 10_000

export type HistoryEntry = { change: LoggedChange; state: InstanceState }
export type HistoryPage = { changes: HistoryEntry[]; totalCount: number }

/**
 * Recorded changes, newest first and below `beforeRevision` if it is given, each with the state it led to; nothing for
 * an instance that is not there. LIMIT_REACHED where the page begins more than `rewindMax` revisions back.
 */
export async function historyPage(
  sql: Sql,
  instanceId: string,
  { first, beforeRevision = null }: { first: number; beforeRevision?: number | null },
): Promise<HistoryPage> {
  const { rows } = await sql.query<InstanceRow & { total_count: number; changes: LogEntry[] | null }>({
    name: 'history-page',
    text: historySql,
    values: [instanceId, beforeRevision, first],
  })
  const [row] = rows
  if (!row) return { changes: [], totalCount: 0 }
  const head = toInstanceState(row)
  const entries = row.changes ?? []
  const newest = entries[0]
  if (!newest) return { changes: [], totalCount: row.total_count }
  const newer = newest.revision === head.revision ? [] : await changesAfter(sql, head, newest.revision)
  const changes = withStates(head, newer, entries)
  return { changes, totalCount: row.total_count }
}

/** A log row never changes, so what lies between the page and the head may be read by a statement of its own. */
async function changesAfter(sql: Sql, head: InstanceState, revision: number): Promise<Undoable[]> {
  if (head.revision - revision > rewindMax) {
    throw new AppError('LIMIT_REACHED', {
      public: `The states of the newest ${rewindMax} revisions can be told; revision ${revision} is older.`,
      details: { limit: rewindMax, currentRevision: head.revision },
    })
  }
  const { rows } = await sql.query<Undoable>({
    name: 'history-states',
    text: historyStatesSql,
    values: [head.id, revision, head.revision],
  })
  return rows
}

/** `entries` with the state that each led to; `newer` are the changes between them and the head. */
function withStates(head: InstanceState, newer: Undoable[], entries: LogEntry[]): HistoryEntry[] {
  const states = [...rewind(head, [...newer, ...entries])].slice(newer.length)
  return entries.map(({ undo: _undo, ...change }, index) => {
    return { change: { instanceId: head.id, ...change }, state: states[index] as InstanceState }
  })
}
