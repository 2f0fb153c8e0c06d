import type { Sql } from '../../../../kit/db/pool.ts'
import { AppError, sentences } from '../../../../kit/errors/app-error.ts'

export type StoredResult = { instanceId: string; revision: number; changeId: string; runId?: string }

/**
 * What the first write with this key returned, or null if there was none. IDEMPOTENCY_MISMATCH where the key came with
 * another input then.
 */
export async function findStoredResult(
  sql: Sql,
  tenantId: string,
  { key, inputHash }: { key: string; inputHash: string },
): Promise<StoredResult | null> {
  const { rows } = await sql.query<{ input_hash: string; result: StoredResult }>(
    'SELECT input_hash, result FROM runtime.idempotency WHERE tenant_id = $1 AND key = $2',
    [tenantId, key],
  )
  const [row] = rows
  if (!row) return null
  if (row.input_hash !== inputHash) throw mismatch()
  return row.result
}

/**
 * Notes the result of a write that goes with the caller's transaction. Waits for a racing write with the same key, and
 * refuses if that one was first: run again, the caller then finds its result.
 */
export async function rememberResult(
  tx: Sql,
  tenantId: string,
  { key, inputHash }: { key: string; inputHash: string },
  { instanceId, revision, changeId, runId }: StoredResult,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO runtime.idempotency (tenant_id, key, input_hash, result) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT DO NOTHING`,
    [tenantId, key, inputHash, JSON.stringify({ instanceId, revision, changeId, runId })],
  )
  return rowCount === 1
}

export const mismatch = () => new AppError('IDEMPOTENCY_MISMATCH', { public: sentences.IDEMPOTENCY_MISMATCH })
