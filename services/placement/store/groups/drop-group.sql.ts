import type { Sql } from '../../../../kit/db/pool.ts'
import type { Group } from '../../domain/groups/check-group.ts'

/** The groups below it come to stand below its parent, so that what that one holds stays in it. */
export async function dropGroup(sql: Sql, tenantId: string, { id, parentId }: Group): Promise<void> {
  await sql.query(
    'UPDATE placement.instance_group SET parent_id = $3, updated_at = now() WHERE tenant_id = $1 AND parent_id = $2',
    [tenantId, id, parentId],
  )
  await sql.query('DELETE FROM placement.instance_group WHERE tenant_id = $1 AND id = $2', [tenantId, id])
}
