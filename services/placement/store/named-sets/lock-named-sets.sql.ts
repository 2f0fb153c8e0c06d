import type { Sql } from '../../../../kit/db/pool.ts'

/**
 * Until the transaction ends nobody else changes the tenant's zones and groups. Two groups that are put into each other
 * at the same moment would otherwise both find no cycle. They change rarely; nothing that reads them waits.
 */
export async function lockNamedSets(tx: Sql, tenantId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('placement.zone ' || $1, 0))`, [tenantId])
}
