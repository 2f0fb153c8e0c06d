import type { Sql } from '../../../../kit/db/pool.ts'

/** The location's id and those of all that it lies in, itself first; empty where there is no such location. */
export async function ancestorsOf(sql: Sql, tenantId: string, id: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id FROM placement.location WHERE tenant_id = $1 AND id = $2
       UNION
       SELECT l.id, l.parent_id FROM placement.location l JOIN up ON l.tenant_id = $1 AND l.id = up.parent_id
     )
     SELECT id FROM up`,
    [tenantId, id],
  )
  return rows.map((row) => row.id)
}
