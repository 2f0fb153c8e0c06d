import type { Readiness } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { UpstreamFact } from '../../domain/runs/run-gate.ts'
import { flowColumns, toFlow, type FlowRecord, type FlowRow } from './flow-row.ts'

/** The flows of each instance in the order of its templates; without those that an upgrade took away. */
export async function flowsOfInstances(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, FlowRecord[]>> {
  const { rows } = await sql.query<FlowRow>({
    name: 'flows-of-instances',
    text: `SELECT ${flowColumns} FROM runtime.flow f
      WHERE f.instance_id = ANY($1::text[]) AND f.removed_at IS NULL ORDER BY f.instance_id, f.position, f.name`,
    values: [instanceIds],
  })
  return grouped(rows.map((row): [string, FlowRecord] => [row.instance_id, toFlow(row)]))
}

/** Those that exist, by id; also such as an upgrade took away. */
export async function loadFlows(sql: Sql, ids: readonly string[]): Promise<Map<string, FlowRecord>> {
  const { rows } = await sql.query<FlowRow>({
    name: 'load-flows',
    text: `SELECT ${flowColumns} FROM runtime.flow f WHERE f.id = ANY($1::text[])`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, toFlow(row)]))
}

/** What each flow works on, in the order that was given. */
export async function upstreamsOf(
  sql: Sql,
  flowIds: readonly string[],
): Promise<Map<string, { role: string; flow: FlowRecord }[]>> {
  const { rows } = await sql.query<FlowRow & { downstream_id: string; role: string }>({
    name: 'upstreams-of-flows',
    text: `SELECT u.flow_id AS downstream_id, u.role, ${flowColumns}
      FROM runtime.upstream_ref u JOIN runtime.flow f ON f.id = u.upstream_flow_id
      WHERE u.flow_id = ANY($1::text[]) ORDER BY u.flow_id, u.position, u.upstream_flow_id, u.role`,
    values: [flowIds],
  })
  return grouped(
    rows.map((row): [string, { role: string; flow: FlowRecord }] => [
      row.downstream_id,
      { role: row.role, flow: toFlow(row) },
    ]),
  )
}

/** What works on each flow. */
export async function downstreamsOf(sql: Sql, flowIds: readonly string[]): Promise<Map<string, FlowRecord[]>> {
  const { rows } = await sql.query<FlowRow & { upstream_id: string }>({
    name: 'downstreams-of-flows',
    text: `SELECT DISTINCT u.upstream_flow_id AS upstream_id, ${flowColumns}
      FROM runtime.upstream_ref u JOIN runtime.flow f ON f.id = u.flow_id
      WHERE u.upstream_flow_id = ANY($1::text[]) AND f.removed_at IS NULL ORDER BY 1, f.id`,
    values: [flowIds],
  })
  return grouped(rows.map((row): [string, FlowRecord] => [row.upstream_id, toFlow(row)]))
}

/**
 * The upstreams of flows as the gate sees them, by flow. The success of a training flow that counts is the version that
 * stands in PRODUCTION, if one does: it is READY, whatever is being trained. With `hold`, their rows stay as they are until the transaction
 * ends: an upstream that becomes READY meanwhile waits, and then finds the run that it blocked.
 */
export async function upstreamFacts(
  sql: Sql,
  flowIds: readonly string[],
  { hold }: { hold: boolean },
): Promise<Map<string, UpstreamFact[]>> {
  const { rows } = await sql.query<{
    downstream_id: string
    role: string
    id: string
    instance_id: string
    name: string
    status: Readiness
    last_success_run_id: string | null
    removed: boolean
  }>({
    name: hold ? 'upstream-facts-held' : 'upstream-facts',
    text: `SELECT u.flow_id AS downstream_id, u.role, f.id, f.instance_id, f.name,
        CASE WHEN m.run_id IS NULL THEN f.status ELSE 'READY' END AS status,
        COALESCE(m.run_id, f.last_success_run_id) AS last_success_run_id, f.removed_at IS NOT NULL AS removed
      FROM runtime.upstream_ref u JOIN runtime.flow f ON f.id = u.upstream_flow_id
        LEFT JOIN runtime.model_version m ON m.flow_id = f.id AND m.stage = 'PRODUCTION'
      WHERE u.flow_id = ANY($1::text[]) ORDER BY f.id, u.flow_id, u.role${hold ? ' FOR SHARE OF f' : ''}`,
    values: [flowIds],
  })
  return grouped(
    rows.map((row): [string, UpstreamFact] => [
      row.downstream_id,
      {
        flowId: row.id,
        instanceId: row.instance_id,
        name: row.name,
        role: row.role,
        status: row.status,
        removed: row.removed,
        lastSuccessRunId: row.last_success_run_id,
      },
    ]),
  )
}

function grouped<Value>(entries: readonly [string, Value][]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
