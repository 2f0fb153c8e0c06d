import type { Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState, JsonObject, LoggedChange } from '../../../../schema/events.ts'
import { rewind, undoChange, type Undoable } from '../../domain/state/rewind.ts'
import { stateDocument } from '../../domain/state/state-document.ts'
import { toInstanceState, type InstanceRow } from '../instances/instance-row.ts'
import { historyPagesSql, historyStatesSql } from './history.sql.ts'

/** How far back the states of old revisions can be told: each costs the reading of every change after it. */
export const rewindMax = 10_000

type LogEntry = Omit<LoggedChange, 'instanceId'> & Undoable

export type HistoryQuery = { instanceId: string; first: number; beforeRevision: number | null }
export type HistoryEntry = { change: LoggedChange; state: InstanceState }
/** `isCut`: the page ends early, because its changes would be too many bytes. */
export type HistoryPage = { changes: HistoryEntry[]; totalCount: number; isCut: boolean }

const noPage: HistoryPage = { changes: [], totalCount: 0, isCut: false }

/**
 * For each query recorded changes, newest first and below `beforeRevision` if it is given, each with the state it led
 * to; nothing for an instance that is not there. One statement for all pages, and one more where a page does not begin
 * at the present. `pageBytes` is shared by the pages of one call. An Error in place of a page: LIMIT_REACHED where it
 * begins more than `rewindMax` revisions back.
 */
export async function historyPages(
  sql: Sql,
  queries: readonly HistoryQuery[],
  pageBytes: number,
): Promise<(HistoryPage | Error)[]> {
  const bytes = Math.floor(pageBytes / Math.max(queries.length, 1))
  const { rows } = await sql.query<
    InstanceRow & { ordinal: number; total_count: number; available: number; changes: LogEntry[] | null }
  >({
    name: 'history-pages',
    text: historyPagesSql,
    values: [
      queries.map(({ instanceId }) => instanceId),
      queries.map(({ beforeRevision }) => beforeRevision),
      queries.map(({ first }) => first),
      bytes,
    ],
  })
  const pages = queries.map((): HistoryPage | Error => noPage)
  const begun: { index: number; row: (typeof rows)[number]; walk: Walk }[] = []
  for (const row of rows) {
    const index = row.ordinal - 1
    const head = toInstanceState(row)
    const newest = row.changes?.[0]?.revision
    if (newest === undefined) pages[index] = { ...noPage, totalCount: row.total_count }
    else if (head.revision - newest > rewindMax) pages[index] = tooFarBack(head.revision, newest)
    else
      begun.push({ index, row, walk: { id: head.id, document: stateDocument(head), reached: head.revision, newest } })
  }
  await walkBack(
    sql,
    begun.map(({ walk }) => walk),
    bytes,
  )
  for (const { index, row, walk } of begun) {
    const entries = row.changes ?? []
    const states = [...rewind(walk.document, entries)]
    const changes = entries.map(({ undo: _undo, ...change }, place) => ({
      change: { instanceId: walk.id, ...change },
      state: states[place] as InstanceState,
    }))
    pages[index] = { changes, totalCount: row.total_count, isCut: entries.length < row.available }
  }
  return pages
}

/** A state on its way from the head to the newest change of a page. */
type Walk = { id: string; document: JsonObject; reached: number; newest: number }

/** In steps, so that what lies between is never in memory at once. A log row never changes: a later statement reads the same. */
async function walkBack(sql: Sql, walks: readonly Walk[], bytes: number): Promise<void> {
  for (;;) {
    const under = walks.filter(({ reached, newest }) => reached > newest)
    if (under.length === 0) return
    const { rows } = await sql.query<Undoable & { ordinal: number }>({
      name: 'history-states',
      text: historyStatesSql,
      values: [
        under.map(({ id }) => id),
        under.map(({ newest }) => newest),
        under.map(({ reached }) => reached),
        bytes,
      ],
    })
    const before = new Map(under.map((walk) => [walk, walk.reached]))
    for (const { ordinal, ...change } of rows) {
      const walk = under[ordinal - 1] as Walk
      walk.document = undoChange(walk.document, change)
      walk.reached = change.revision - 1
    }
    if (under.some((walk) => walk.reached === before.get(walk)))
      throw new Error(`the log of ${under.map(({ id }) => id).join(', ')} has a gap`)
  }
}

const tooFarBack = (currentRevision: number, revision: number) =>
  new AppError('LIMIT_REACHED', {
    public: `The states of the newest ${rewindMax} revisions can be told; revision ${revision} is older.`,
    details: { limit: rewindMax, currentRevision },
  })
