import type { Sql } from '../../../../kit/db/pool.ts'
import type { ScheduleSpec } from '../../domain/schedules/schedule-input.ts'
import type { ScheduleType } from '../../domain/schedules/schedule-ticks.ts'

/** `nextTickAt` is null while it is not enabled, and when its last tick has been. */
export type ScheduleRecord = ScheduleSpec & {
  id: string
  flowId: string
  instanceId: string
  tenantId: string
  type: ScheduleType
  nextTickAt: string | null
  lastTickAt: string | null
}

const columns = `s.id, s.flow_id AS "flowId", s.instance_id AS "instanceId", s.tenant_id AS "tenantId", s.expression, s.timezone,
  s.type, s.enabled, s.catch_up AS "catchUp", s.concurrency, s.next_tick_at AS "nextTickAt", s.last_tick_at AS "lastTickAt"`

/** The schedules of flows that have one, by flow. */
export async function schedulesOfFlows(sql: Sql, flowIds: readonly string[]): Promise<Map<string, ScheduleRecord>> {
  const { rows } = await sql.query<ScheduleRecord>({
    name: 'schedules-of-flows',
    text: `SELECT ${columns} FROM runtime.schedule s WHERE s.flow_id = ANY($1::text[])`,
    values: [flowIds],
  })
  return new Map(rows.map((row) => [row.flowId, row]))
}

/** Under its row's lock, so that neither a scheduler nor another writer is between the reading and the writing of it. */
export async function lockSchedule(tx: Sql, flowId: string): Promise<ScheduleRecord | null> {
  const { rows } = await tx.query<ScheduleRecord>({
    name: 'lock-schedule',
    text: `SELECT ${columns} FROM runtime.schedule s WHERE s.flow_id = $1 FOR UPDATE`,
    values: [flowId],
  })
  return rows[0] ?? null
}

export type NewSchedule = Omit<ScheduleRecord, 'lastTickAt'>

/** Makes the schedule of a flow, or makes it another; `id` is for a new one. */
export async function putSchedule(tx: Sql, schedule: NewSchedule): Promise<ScheduleRecord> {
  const { id, flowId, instanceId, tenantId, expression, timezone, type, enabled, catchUp, concurrency, nextTickAt } =
    schedule
  const { rows } = await tx.query<ScheduleRecord>({
    name: 'put-schedule',
    text: `
      INSERT INTO runtime.schedule AS s (id, flow_id, instance_id, tenant_id, expression, timezone, type, enabled, catch_up, concurrency, next_tick_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (flow_id) DO UPDATE
      SET expression = EXCLUDED.expression, timezone = EXCLUDED.timezone, type = EXCLUDED.type, enabled = EXCLUDED.enabled,
          catch_up = EXCLUDED.catch_up, concurrency = EXCLUDED.concurrency, next_tick_at = EXCLUDED.next_tick_at, updated_at = now()
      RETURNING ${columns}`,
    values: [id, flowId, instanceId, tenantId, expression, timezone, type, enabled, catchUp, concurrency, nextTickAt],
  })
  return rows[0] as ScheduleRecord
}

export async function removeSchedule(tx: Sql, flowId: string): Promise<void> {
  await tx.query({ name: 'remove-schedule', text: 'DELETE FROM runtime.schedule WHERE flow_id = $1', values: [flowId] })
}

/** What the database's clock shows: the only one that all schedulers share. */
export async function databaseNow(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ now: string }>({ name: 'database-now', text: 'SELECT clock_timestamp() AS now' })
  return (rows[0] as { now: string }).now
}
