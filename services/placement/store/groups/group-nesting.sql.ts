import type { Sql } from '../../../../kit/db/pool.ts'
import type { Nesting } from '../../domain/groups/group-nesting.ts'

/** How all groups of the tenant contain each other. */
export async function groupNesting(sql: Sql, tenantId: string): Promise<Nesting[]> {
  const { rows } = await sql.query<Nesting>(
    `SELECT id, parent_id AS "parentId", selector->>'groupId' AS "selectedGroupId" FROM placement.instance_group WHERE tenant_id = $1`,
    [tenantId],
  )
  return rows
}
