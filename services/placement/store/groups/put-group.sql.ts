import type { Sql } from '../../../../kit/db/pool.ts'
import type { Group } from '../../domain/groups/check-group.ts'

/** Makes the group or replaces all that is known of it. */
export async function putGroup(
  sql: Sql,
  tenantId: string,
  { id, name, selector, memberIds, parentId }: Group,
): Promise<void> {
  await sql.query(
    `INSERT INTO placement.instance_group (tenant_id, id, name, selector, member_ids, parent_id) VALUES ($1, $2, $3, $4::jsonb, $5::text[], $6)
     ON CONFLICT (tenant_id, id) DO UPDATE
        SET name = EXCLUDED.name, selector = EXCLUDED.selector, member_ids = EXCLUDED.member_ids, parent_id = EXCLUDED.parent_id, updated_at = now()`,
    [tenantId, id, name, selector && JSON.stringify(selector), memberIds, parentId],
  )
}
