import type { Sql } from '../../../kit/db/pool.ts'
import type { BindingMatch } from '../domain/commands/bindings.ts'

/** Those that still follow what they are bound to: what has ended keeps its last value. */
const following = `i.bindings <> '[]' AND i.deleted_at IS NULL AND i.lifecycle NOT IN ('STOPPED', 'ARCHIVED')`

/** Ids of the instances that have such a binding, in id order; found by instance_bindings_idx. */
export async function boundInstances(sql: Sql, tenantId: string, match: BindingMatch): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'bound-instances',
    text: `SELECT i.id FROM runtime.instance i WHERE i.bindings @> $2::jsonb AND i.tenant_id = $1 AND ${following} ORDER BY i.id`,
    values: [tenantId, JSON.stringify([match])],
  })
  return rows.map((row) => row.id)
}

export async function isAnyBound(sql: Sql, tenantId: string, match: BindingMatch): Promise<boolean> {
  const { rows } = await sql.query<{ bound: boolean }>({
    name: 'is-any-bound',
    text: `SELECT EXISTS (SELECT 1 FROM runtime.instance i WHERE i.bindings @> $2::jsonb AND i.tenant_id = $1 AND ${following}) AS bound`,
    values: [tenantId, JSON.stringify([match])],
  })
  return rows[0]?.bound === true
}

/** Instances that others follow live (source DO, strategy DURABLE), with their newest revisions; null where one is gone. */
export async function followedInstances(sql: Sql): Promise<{ id: string; tenantId: string; revision: number | null }[]> {
  const { rows } = await sql.query<{ id: string; tenant_id: string; revision: number | null }>({
    name: 'followed-instances',
    text: `WITH followed AS MATERIALIZED (
             SELECT DISTINCT b ->> 'address' AS id, i.tenant_id
             FROM runtime.instance i, jsonb_array_elements(i.bindings) b
             WHERE i.bindings @> '[{"source": "DO", "strategy": "DURABLE"}]' AND ${following}
               AND b ->> 'source' = 'DO' AND b ->> 'strategy' = 'DURABLE')
           SELECT f.id, f.tenant_id, t.revision FROM followed f
           LEFT JOIN runtime.instance t ON t.id = f.id AND t.tenant_id = f.tenant_id AND t.deleted_at IS NULL`,
  })
  return rows.map(({ id, tenant_id: tenantId, revision }) => ({ id, tenantId, revision }))
}
