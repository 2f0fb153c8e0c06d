import type { Lifecycle, Visibility } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { FlowLoad } from '../../domain/schedules/schedule-plan.ts'
import { flowColumns, toFlow, type FlowRecord, type FlowRow } from '../flows/flow-row.ts'
import type { ScheduleRecord } from './schedules.ts'

export type DueRecord = {
  schedule: Pick<ScheduleRecord, 'id' | 'expression' | 'timezone' | 'catchUp' | 'concurrency'> & { nextTickAt: string }
  flow: FlowRecord
  /** Of its instance. */
  lifecycle: string
  visibility: Visibility
  projectId: string | null
}

type Row = FlowRow & {
  schedule: DueRecord['schedule']
  lifecycle: Lifecycle
  visibility: Visibility
  project_id: string | null
  now: string
  next_tick_at: string
}

/**
 * Takes schedules whose time has come, oldest first, with their instances: both rows stay as they are until the
 * transaction ends. What somebody else holds is passed over, so schedulers never wait for each other or for a writer.
 * By schedule_due_idx, so that it costs what is due and not what exists. `now` is the database's.
 */
export async function takeDue(tx: Sql, limit: number): Promise<{ due: DueRecord[]; now: string }> {
  const { rows } = await tx.query<Row>({ name: 'take-due-schedules', text: takeSql, values: [limit] })
  const due = rows.map((row): DueRecord => ({
    schedule: { ...row.schedule, nextTickAt: row.next_tick_at },
    flow: toFlow(row),
    lifecycle: row.lifecycle,
    visibility: row.visibility,
    projectId: row.project_id,
  }))
  return { due, now: rows[0]?.now ?? '' }
}

const takeSql = `
SELECT ${flowColumns}, i.lifecycle, i.visibility, i.project_id, s.next_tick_at, date_trunc('milliseconds', now()) AS now,
  json_build_object('id', s.id, 'expression', s.expression, 'timezone', s.timezone, 'catchUp', s.catch_up, 'concurrency', s.concurrency) AS schedule
FROM runtime.schedule s
JOIN runtime.flow f ON f.id = s.flow_id
JOIN runtime.instance i ON i.id = s.instance_id
WHERE s.enabled AND s.next_tick_at <= now()
ORDER BY s.next_tick_at, s.id LIMIT $1
FOR NO KEY UPDATE OF s, i SKIP LOCKED`

/** What flows have going on, by flow; one that has nothing is missing. */
export async function flowLoads(tx: Sql, flowIds: readonly string[]): Promise<Map<string, FlowLoad>> {
  if (flowIds.length === 0) return new Map()
  const { rows } = await tx.query<FlowLoad & { flow_id: string }>({
    name: 'flow-loads',
    text: `SELECT r.flow_id, count(*)::int AS open, count(*) FILTER (WHERE r.status = 'SCHEDULED')::int AS waiting
      FROM runtime.run r
      WHERE r.flow_id = ANY($1::text[]) AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') GROUP BY r.flow_id`,
    values: [flowIds],
  })
  return new Map(rows.map(({ flow_id, open, waiting }) => [flow_id, { open, waiting }]))
}

/** Runs of these flows that have not ended. */
export async function openRuns(tx: Sql, flowIds: readonly string[]): Promise<{ id: string; status: string }[]> {
  if (flowIds.length === 0) return []
  const { rows } = await tx.query<{ id: string; status: string }>({
    name: 'open-runs-of-flows',
    text: `SELECT r.id, r.status FROM runtime.run r
      WHERE r.flow_id = ANY($1::text[]) AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') ORDER BY r.id`,
    values: [flowIds],
  })
  return rows
}

export type Advance = { id: string; nextTickAt: string | null; lastTickAt: string | null }

/** Where schedules go on; a last tick that is null stays what it was. */
export async function advanceSchedules(tx: Sql, advances: readonly Advance[]): Promise<void> {
  await tx.query({
    name: 'advance-schedules',
    text: `UPDATE runtime.schedule s SET next_tick_at = n.next_tick_at, last_tick_at = COALESCE(n.last_tick_at, s.last_tick_at)
      FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS n(id, next_tick_at, last_tick_at) WHERE s.id = n.id`,
    values: [
      advances.map(({ id }) => id),
      advances.map(({ nextTickAt }) => nextTickAt),
      advances.map(({ lastTickAt }) => lastTickAt),
    ],
  })
}

/** Milliseconds until the next tick of all, by the database's clock; negative for one that is due, null for none. */
export async function untilNextTick(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ ms: number | null }>({
    name: 'until-next-tick',
    text: `SELECT (extract(epoch FROM (
        SELECT s.next_tick_at FROM runtime.schedule s WHERE s.enabled AND s.next_tick_at IS NOT NULL ORDER BY s.next_tick_at LIMIT 1
      ) - clock_timestamp()) * 1000)::float8 AS ms`,
  })
  return rows[0]?.ms ?? null
}

/** Which of these flows have ticks that wait for their turn. */
export async function flowsInLine(tx: Sql, flowIds: readonly string[]): Promise<string[]> {
  if (flowIds.length === 0) return []
  const { rows } = await tx.query<{ flow_id: string }>({
    name: 'flows-in-line',
    text: `SELECT DISTINCT r.flow_id FROM runtime.run r WHERE r.flow_id = ANY($1::text[]) AND r.status = 'SCHEDULED'`,
    values: [flowIds],
  })
  return rows.map(({ flow_id }) => flow_id)
}

/** Of each flow (of these, if any are named) whose ticks wait and that has nothing else going on, the tick whose turn it is. */
export async function nextInLine(sql: Sql, limit: number, flowIds: readonly string[] | null = null): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: flowIds ? 'next-in-line-of' : 'next-in-line',
    text: `SELECT DISTINCT ON (r.flow_id) r.id FROM runtime.run r
      WHERE r.status = 'SCHEDULED'${flowIds ? ' AND r.flow_id = ANY($2::text[])' : ''} AND NOT EXISTS (
        SELECT FROM runtime.run o WHERE o.flow_id = r.flow_id AND o.status IN ('QUEUED', 'BLOCKED', 'RUNNING'))
      ORDER BY r.flow_id, r.scheduled_for LIMIT $1`,
    values: flowIds ? [limit, flowIds] : [limit],
  })
  return rows.map(({ id }) => id)
}
