import type { Sql } from '../../../kit/db/pool.ts'

/** Keys are good for a day. There are few of them, so that whoever brings a new one may as well clear the old ones away. */
export async function pruneIdempotency(sql: Sql, tenantId: string): Promise<void> {
  await sql.query(`DELETE FROM placement.idempotency WHERE tenant_id = $1 AND created_at < now() - interval '1 day'`, [
    tenantId,
  ])
}
