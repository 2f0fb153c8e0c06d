import type { Sql } from '../../../../kit/db/pool.ts'
import type { SyncStatus } from '../../domain/definitions/definition.ts'

type Package = { tenantId: string; name: string }

/**
 * Tells of every definition of a package whether the sync that begins will look after it. By hand, like the next one:
 * Prisma would set updated_at, and a sync that finds everything as it was changes nothing.
 */
export async function markSyncing(sql: Sql, { tenantId, name }: Package, typeKeys: readonly string[]): Promise<void> {
  await sql.query(
    // In one order, or two syncs that begin together could each wait for the other.
    `WITH brought AS (
       SELECT id FROM catalogue.definition WHERE tenant_id = $1 AND content_package = $2 ORDER BY id FOR UPDATE
     )
     UPDATE catalogue.definition AS d
     SET sync_status = CASE WHEN d.type_key = ANY($3::text[]) THEN 'SYNCING' ELSE 'NOT_SYNCED' END
     FROM brought WHERE d.id = brought.id`,
    [tenantId, name, [...typeKeys]],
  )
}

/** The end of a sync for one definition, if it is the package's; answers its id. */
export async function markSynced(
  sql: Sql,
  { tenantId, name }: Package,
  outcome: { typeKey: string; status: SyncStatus; report: Record<string, unknown> },
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    `UPDATE catalogue.definition SET sync_status = $4, sync_report = $5::jsonb
     WHERE tenant_id = $1 AND content_package = $2 AND type_key = $3 RETURNING id`,
    [tenantId, name, outcome.typeKey, outcome.status, JSON.stringify(outcome.report)],
  )
  return rows[0]?.id ?? null
}
