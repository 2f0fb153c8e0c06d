import type { Pool } from 'pg'
import type { SecretBox } from '../../../../kit/secret-box.ts'
import { bindingSecretContext } from '../bindings/binding-secrets.ts'
import { webhookSecretContext } from './webhook-secrets.ts'

const pageRows = 500

/**
 * Seals under the present key whatever is still sealed under an earlier one. Only a value that nobody has replaced
 * meanwhile is written. Answers how many were.
 */
export async function renewSecrets(pool: Pool, box: SecretBox): Promise<number> {
  return (await renewBindings(pool, box)) + (await renewWebhooks(pool, box))
}

async function renewBindings(pool: Pool, box: SecretBox): Promise<number> {
  let renewed = 0
  for (let after = ['', '']; ;) {
    const { rows } = await pool.query<{ id: string; key: string; sealed: string }>(
      `SELECT instance_id AS id, key, secret_sealed AS sealed FROM runtime.binding_secret
       WHERE (instance_id, key) > ($1, $2) ORDER BY instance_id, key LIMIT $3`,
      [...after, pageRows],
    )
    for (const { id, key, sealed } of rows) {
      const next = box.renew(sealed, bindingSecretContext(id, key))
      if (next === null) continue
      const { rowCount } = await pool.query(
        'UPDATE runtime.binding_secret SET secret_sealed = $4 WHERE instance_id = $1 AND key = $2 AND secret_sealed = $3',
        [id, key, sealed, next],
      )
      renewed += rowCount ?? 0
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return renewed
    after = [last.id, last.key]
  }
}

async function renewWebhooks(pool: Pool, box: SecretBox): Promise<number> {
  let renewed = 0
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ id: string; sealed: string; previous: string | null }>(
      `SELECT owner_id AS id, secret_sealed AS sealed, previous_sealed AS previous FROM runtime.webhook_secret
       WHERE owner_id > $1 ORDER BY owner_id LIMIT $2`,
      [after, pageRows],
    )
    for (const { id, sealed, previous } of rows) {
      const context = webhookSecretContext(id)
      const [next, nextPrevious] = [box.renew(sealed, context), previous === null ? null : box.renew(previous, context)]
      if (next === null && nextPrevious === null) continue
      const { rowCount } = await pool.query(
        `UPDATE runtime.webhook_secret SET secret_sealed = $3, previous_sealed = $4
         WHERE owner_id = $1 AND secret_sealed = $2`,
        [id, sealed, next ?? sealed, nextPrevious ?? previous],
      )
      renewed += rowCount ?? 0
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return renewed
    after = last.id
  }
}
