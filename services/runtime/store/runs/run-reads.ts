import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'
import { listedFor } from '../../domain/access/reader-scopes.ts'
import { listedSql } from '../instances/listed.sql.ts'
import { runColumns, toRunState, type RunRow } from './run-row.ts'

/** Those that exist, by id. */
export async function loadRuns(sql: Sql, ids: readonly string[]): Promise<Map<string, RunState>> {
  const { rows } = await sql.query<RunRow>({
    name: 'load-runs',
    text: `SELECT ${runColumns} FROM runtime.run r WHERE r.id = ANY($1::text[])`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, toRunState(row)]))
}

export type RunPosition = { createdAt: string; id: string }

export type RunSearch = {
  filter: { instanceId?: string | null; statuses?: readonly string[] | null; kinds?: readonly string[] | null }
  first: number
  after: RunPosition | null
}

/** Newest first, of instances that the viewer may list; of one instance, of any that may be read by its id. */
export async function searchRuns(sql: Sql, viewer: Viewer, { filter, first, after }: RunSearch): Promise<RunState[]> {
  const values = [...searchValues(viewer, filter), after?.createdAt ?? null, after?.id ?? null, first]
  const { rows } = await sql.query<RunRow>({
    name: 'search-runs',
    text: `SELECT ${runColumns} ${searchFrom}
      AND ($7::timestamptz IS NULL OR (r.created_at, r.id) < ($7::timestamptz, $8::text))
      ORDER BY r.created_at DESC, r.id DESC LIMIT $9`,
    values,
  })
  return rows.map(toRunState)
}

export async function countRuns(sql: Sql, viewer: Viewer, filter: RunSearch['filter']): Promise<number> {
  const { rows } = await sql.query<{ count: number }>({
    name: 'count-runs',
    text: `SELECT count(*) AS count ${searchFrom}`,
    values: searchValues(viewer, filter),
  })
  return (rows[0] as { count: number }).count
}

const searchFrom = `
  FROM runtime.run r JOIN runtime.instance i ON i.id = r.instance_id
  WHERE r.tenant_id = $1 AND i.deleted_at IS NULL
    AND (${listedSql('i', '$2', '$6')} OR (i.visibility = 'UNLISTED' AND r.instance_id = $3::text))
    AND ($3::text IS NULL OR r.instance_id = $3::text)
    AND ($4::text[] IS NULL OR r.status = ANY($4::text[]))
    AND ($5::text[] IS NULL OR r.kind = ANY($5::text[]))`

function searchValues(viewer: Viewer, { instanceId, statuses, kinds }: RunSearch['filter']): unknown[] {
  const { all, nodes } = listedFor(viewer)
  return [viewer.tenantId, all, instanceId ?? null, statuses ?? null, kinds ?? null, nodes]
}

export type RunsQuery = { instanceId: string; first: number; after: RunPosition | null }

/** A page of runs of each instance, newest first; one statement for all of them. */
export async function runsOfInstances(sql: Sql, queries: readonly RunsQuery[]): Promise<RunState[][]> {
  const { rows } = await sql.query<RunRow & { ordinal: number }>({
    name: 'runs-of-instances',
    text: `
      SELECT q.ordinal::int AS ordinal, ${runColumns}
      FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[]) WITH ORDINALITY AS q(instance_id, first, created_at, id, ordinal)
      CROSS JOIN LATERAL (
        SELECT * FROM runtime.run r
        WHERE r.instance_id = q.instance_id AND (q.created_at IS NULL OR (r.created_at, r.id) < (q.created_at, q.id))
        ORDER BY r.created_at DESC, r.id DESC LIMIT q.first
      ) r
      ORDER BY q.ordinal, r.created_at DESC, r.id DESC`,
    values: [
      queries.map(({ instanceId }) => instanceId),
      queries.map(({ first }) => first),
      queries.map(({ after }) => after?.createdAt ?? null),
      queries.map(({ after }) => after?.id ?? null),
    ],
  })
  const pages = queries.map((): RunState[] => [])
  for (const row of rows) pages[row.ordinal - 1]?.push(toRunState(row))
  return pages
}

/** How many runs each instance has had. */
export async function runCounts(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ instance_id: string; count: number }>({
    name: 'run-counts',
    text: 'SELECT r.instance_id, count(*) AS count FROM runtime.run r WHERE r.instance_id = ANY($1::text[]) GROUP BY r.instance_id',
    values: [instanceIds],
  })
  return new Map(rows.map((row) => [row.instance_id, row.count]))
}

/** The newest run of each flow that has one, by flow. */
export async function lastRuns(sql: Sql, flowIds: readonly string[]): Promise<Map<string, RunState>> {
  const { rows } = await sql.query<RunRow>({
    name: 'last-runs',
    text: `SELECT ${runColumns} FROM unnest($1::text[]) AS q(flow_id) CROSS JOIN LATERAL (
        SELECT * FROM runtime.run r WHERE r.flow_id = q.flow_id ORDER BY r.created_at DESC, r.id DESC LIMIT 1
      ) r`,
    values: [flowIds],
  })
  return new Map(rows.map((row) => [row.flow_id, toRunState(row)]))
}

/** The run that tries each of these again, by the id of the one that is tried again. */
export async function retriesOf(sql: Sql, runIds: readonly string[]): Promise<Map<string, RunState>> {
  const { rows } = await sql.query<RunRow>({
    name: 'retries-of-runs',
    text: `SELECT ${runColumns} FROM runtime.run r WHERE r.retry_of_id = ANY($1::text[])`,
    values: [runIds],
  })
  return new Map(rows.map((row) => [row.retry_of_id as string, toRunState(row)]))
}

/** The configs that were pinned when these runs started. */
export async function runConfigs(sql: Sql, runIds: readonly string[]): Promise<Map<string, JsonObject>> {
  const { rows } = await sql.query<{ id: string; config: JsonObject | null }>({
    name: 'run-configs',
    text: 'SELECT r.id, r.config FROM runtime.run r WHERE r.id = ANY($1::text[])',
    values: [runIds],
  })
  return new Map(rows.flatMap(({ id, config }) => (config === null ? [] : [[id, config]])))
}

export type ResultName = 'outputs' | 'metrics'

/** What is too large for the rows of these runs, by run. */
export async function runResults(
  sql: Sql,
  runIds: readonly string[],
  name: ResultName,
): Promise<Map<string, JsonObject>> {
  const { rows } = await sql.query<{ run_id: string; body: JsonObject }>({
    name: 'run-results',
    text: 'SELECT s.run_id, s.body FROM runtime.run_result s WHERE s.run_id = ANY($1::text[]) AND s.name = $2',
    values: [runIds, name],
  })
  return new Map(rows.map((row) => [row.run_id, row.body]))
}
