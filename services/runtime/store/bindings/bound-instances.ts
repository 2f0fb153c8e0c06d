import type { Sql } from '../../../../kit/db/pool.ts'
import type { BindingMatch } from '../../domain/bindings/binding-commands.ts'

/*
 * None of these statements has a name: a prepared one would soon run by a plan for any value, and for "is anybody
 * bound" that plan reads the whole table (seen at 24,000 instances; by value it takes instance_bindings_idx).
 */

/** Those that still follow what they are bound to: what has ended keeps its last value. */
const following = `i.bindings <> '[]' AND i.deleted_at IS NULL AND i.lifecycle NOT IN ('STOPPED', 'ARCHIVED')`

const boundSql = `SELECT i.id FROM runtime.instance i WHERE i.bindings @> $2::jsonb AND i.tenant_id = $1 AND ${following}`

/** Ids of the instances that have such a binding, in id order. */
export async function boundInstances(sql: Sql, tenantId: string, match: BindingMatch): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(`${boundSql} ORDER BY i.id`, [tenantId, JSON.stringify([match])])
  return rows.map((row) => row.id)
}

export async function isAnyBound(sql: Sql, tenantId: string, match: BindingMatch): Promise<boolean> {
  // Materialized, or the planner hopes to meet the one row it wants early in a scan of the table.
  const text = `WITH bound AS MATERIALIZED (${boundSql}) SELECT EXISTS (SELECT 1 FROM bound) AS bound`
  const { rows } = await sql.query<{ bound: boolean }>(text, [tenantId, JSON.stringify([match])])
  return rows[0]?.bound === true
}

/** Instances that others follow live (source DO, strategy DURABLE), with their newest revisions; null where one is gone. */
export async function followedInstances(
  sql: Sql,
): Promise<{ id: string; tenantId: string; revision: number | null }[]> {
  const { rows } = await sql.query<{ id: string; tenant_id: string; revision: number | null }>({
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
