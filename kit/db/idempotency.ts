import { AppError, sentences } from '../errors/app-error.ts'
import { canonicalJson } from '../pure/json/canonical-json.ts'
import { sha256Hex } from '../pure/ids/hash.ts'
import type { Tx } from './pool.ts'

export type IdempotencyTable = 'catalogue.idempotency' | 'runtime.idempotency' | 'placement.idempotency'

const keyLengthMax = 200

/** What has to be equal for two requests with one key to be the same request. `input` without the key itself. */
export function inputHash(operation: string, input: unknown): string {
  return sha256Hex(canonicalJson([operation, input]))
}

/**
 * Runs `run` at most once per key. `run` must do everything in `tx`, whose commit makes result and effects one; its
 * result must be plain JSON, because a repeat gets it from there. Without a key it simply runs.
 *
 * The key is claimed before the work: a second request with it waits at the claim until the first has committed (and
 * then gets its result) or rolled back (and then does the work itself). Needs READ COMMITTED, so that the waiter sees
 * what it has waited for. Throws IDEMPOTENCY_MISMATCH when the key belongs to another request.
 */
export async function withIdempotency<Result>(
  tx: Tx,
  table: IdempotencyTable,
  request: { tenantId: string; key: string | null | undefined; inputHash: string },
  run: () => Promise<Result>,
): Promise<Result> {
  const { tenantId, key } = request
  if (key === null || key === undefined) return run()
  if (key.length === 0 || key.length > keyLengthMax) {
    throw new AppError('BAD_USER_INPUT', { public: `An idempotency key has 1 to ${keyLengthMax} characters.` })
  }
  const claim = await tx.query(
    `INSERT INTO ${table} (tenant_id, key, input_hash, result) VALUES ($1, $2, $3, 'null'::jsonb)
     ON CONFLICT (tenant_id, key) DO NOTHING RETURNING key`,
    [tenantId, key, request.inputHash],
  )
  if (claim.rows.length === 0) return earlierResult<Result>(tx, table, request.inputHash, [tenantId, key])
  const result = await run()
  await tx.query(`UPDATE ${table} SET result = $3::jsonb WHERE tenant_id = $1 AND key = $2`, [
    tenantId,
    key,
    JSON.stringify(result),
  ])
  return result
}

async function earlierResult<Result>(tx: Tx, table: IdempotencyTable, hash: string, keys: string[]): Promise<Result> {
  const { rows } = await tx.query<{ input_hash: string; result: Result }>(
    `SELECT input_hash, result FROM ${table} WHERE tenant_id = $1 AND key = $2`,
    keys,
  )
  const [earlier] = rows
  if (earlier === undefined) {
    // Pruned in the moment between the two statements: the caller's retry will be the first of its kind again.
    throw new AppError('UNAVAILABLE', { public: 'The idempotency key has just expired. Try again.' })
  }
  if (earlier.input_hash !== hash) {
    throw new AppError('IDEMPOTENCY_MISMATCH', { public: sentences.IDEMPOTENCY_MISMATCH })
  }
  return earlier.result
}
