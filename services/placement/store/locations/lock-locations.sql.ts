import type { Sql } from '../../../../kit/db/pool.ts'

/**
 * Until the transaction ends nobody else changes the tenant's locations. Two that are made each other's parent at the
 * same moment would otherwise both find no cycle. Locations change rarely; nothing that reads them waits.
 */
export async function lockLocations(tx: Sql, tenantId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('placement.location ' || $1, 0))`, [tenantId])
}
