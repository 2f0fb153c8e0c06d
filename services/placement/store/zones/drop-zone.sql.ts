import type { Sql } from '../../../../kit/db/pool.ts'

export async function dropZone(sql: Sql, tenantId: string, id: string): Promise<void> {
  await sql.query('DELETE FROM placement.zone WHERE tenant_id = $1 AND id = $2', [tenantId, id])
}
