import type { Visibility } from '../../../../schema/enums.ts'
import type { Pool } from 'pg'
import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import type {
  JsonObject,
  LoggedRunEvent,
  RunChange,
  RunEventType,
  RunFeedRequest,
  RunFeedSlice,
  RunState,
} from '../../../../schema/events.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'
import { loadRuns } from './run-reads.ts'
import { runFeedsSql } from './run-feeds.sql.ts'

/** So many events are replayed; who missed more starts over with the present state, which is quicker. */
const replayMax = 1000

type Logged = { position: number; runId: string; type: RunEventType; at: string; body: JsonObject; run: JsonObject }
type SliceRow = {
  epoch: string
  instance_id: string | null
  tenant_id: string
  project_id: string | null
  visibility: Visibility
  head: number
  resumes: boolean
  events: Logged[] | null
  present: string[] | null
}

/**
 * For each request the present state, or what happened since, in one snapshot of the database: the changes lead exactly
 * to `position`. `resync` where they would not: another epoch, a position from the future, a log that no longer reaches
 * back, or more than a thousand changes. Answers in the order of the requests.
 */
export async function readRunFeeds(pool: Pool, requests: readonly RunFeedRequest[]): Promise<RunFeedSlice[]> {
  if (requests.length === 0) return []
  return await withTransaction(pool, (tx) => readAt(tx, requests), { isolation: 'REPEATABLE READ' })
}

async function readAt(tx: Sql, requests: readonly RunFeedRequest[]): Promise<RunFeedSlice[]> {
  const { rows } = await tx.query<SliceRow>({
    name: 'run-feeds',
    text: runFeedsSql,
    values: [
      requests.map(({ instanceId }) => instanceId),
      requests.map(({ runId }) => runId),
      requests.map(({ since }) => since?.position ?? null),
      requests.map(({ since }) => since?.epoch ?? null),
      replayMax,
    ],
  })
  const ids = rows.flatMap(({ events, present }) => [...(events ?? []).map(({ runId }) => runId), ...(present ?? [])])
  const runs = await loadRuns(tx, [...new Set(ids)])
  return rows.map((row, index) => toSlice(row, requests[index] as RunFeedRequest, runs))
}

function toSlice(row: SliceRow, { runId, since }: RunFeedRequest, states: ReadonlyMap<string, RunState>): RunFeedSlice {
  const slice: RunFeedSlice = {
    instanceId: row.instance_id,
    epoch: row.epoch,
    position: row.head,
    readers: [],
    resync: false,
    runs: [],
    ended: false,
    changes: [],
  }
  if (row.instance_id === null) return slice
  const found = (ids: readonly string[]) => ids.flatMap((id) => states.get(id) ?? [])
  const present = found(row.present ?? [])
  const instance = {
    id: row.instance_id,
    projectId: row.project_id,
    visibility: row.visibility,
    tenantId: row.tenant_id,
  }
  const known = {
    ...slice,
    readers: readersOf(instance),
    ended: runId !== null && present[0]?.endedAt != null,
  }
  if (since === null || !row.resumes) return { ...known, resync: since !== null, runs: present }
  // The log does not say whether its instance was public then: those who may read it in any case surely might.
  const readers = readersOf({ ...instance, visibility: 'PRIVATE' })
  const changes = (row.events ?? []).flatMap((event): RunChange[] => {
    const state = states.get(event.runId)
    return state
      ? [
          {
            ...(event satisfies Partial<LoggedRunEvent>),
            instanceId: state.instanceId,
            epoch: row.epoch,
            readers,
            run: runAt(state, event.run),
          },
        ]
      : []
  })
  return { ...known, changes }
}

/** A run as it was when an event happened, by what the event kept of it. Results come with the end, and never change. */
function runAt(state: RunState, kept: JsonObject): RunState {
  const then = { ...state, ...(kept as Partial<RunState>) }
  return then.endedAt === null ? { ...then, outputs: null, metrics: null } : then
}

/** Positions of the newest events of the instances that have any. */
export async function runHeads(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ instance_id: string; position: number }>({
    name: 'run-heads',
    text: 'SELECT f.instance_id, f.position FROM runtime.run_feed f WHERE f.instance_id = ANY($1::text[])',
    values: [instanceIds],
  })
  return new Map(rows.map((row) => [row.instance_id, row.position]))
}

export type LogPageQuery = { runId: string; first: number; after: number }
export type RunLogEntry = { position: number; at: string; lines: string[] }

/** What executors wrote, oldest first: a page of each run in one statement, one more than `first` where there are more. */
export async function runLogs(sql: Sql, queries: readonly LogPageQuery[]): Promise<RunLogEntry[][]> {
  const { rows } = await sql.query<RunLogEntry & { ordinal: number }>({
    name: 'run-logs',
    text: `
      SELECT q.ordinal::int AS ordinal, e.position, e.at, e.body -> 'lines' AS lines
      FROM unnest($1::text[], $2::int[], $3::int8[]) WITH ORDINALITY AS q(run_id, first, after, ordinal)
      CROSS JOIN LATERAL (
        SELECT * FROM runtime.run_event e WHERE e.run_id = q.run_id AND e.type = 'LOG' AND e.position > q.after
        ORDER BY e.position LIMIT q.first + 1
      ) e
      ORDER BY q.ordinal, e.position`,
    values: [queries.map(({ runId }) => runId), queries.map(({ first }) => first), queries.map(({ after }) => after)],
  })
  const pages = queries.map((): RunLogEntry[] => [])
  for (const { ordinal, ...entry } of rows) pages[ordinal - 1]?.push(entry)
  return pages
}

/** How many entries the log of each run has. */
export async function runLogCounts(sql: Sql, runIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ run_id: string; count: number }>({
    name: 'run-log-counts',
    text: `SELECT e.run_id, count(*) AS count FROM runtime.run_event e WHERE e.run_id = ANY($1::text[]) AND e.type = 'LOG' GROUP BY e.run_id`,
    values: [runIds],
  })
  return new Map(rows.map((row) => [row.run_id, row.count]))
}
