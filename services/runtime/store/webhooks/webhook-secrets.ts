import { randomBytes } from 'node:crypto'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { SecretBox } from '../../../../kit/secret-box.ts'

/*
 * What the webhooks of an instance are signed with, and the hooks of a definition. Made when the first message is signed or when its owner asks for
 * one, sealed under the installation's key (kit/secret-box.ts), and shown once, by the mutation that makes it. After a
 * rotation messages carry both signatures for a day, so that no receiver misses one while it changes over.
 */

export type SealedSecrets = { sealed: string | null; previous: string | null }

export const webhookSecretContext = (ownerId: string) => `webhooks of ${ownerId}`
const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`

/** A new secret in the place of the earlier one, which still signs for a day. */
export async function rotateSecret(tx: Sql, box: SecretBox, ownerId: string): Promise<string> {
  const secret = newSecret()
  await tx.query(
    `INSERT INTO runtime.webhook_secret AS s (owner_id, secret_sealed, rotated_at) VALUES ($1, $2, now())
     ON CONFLICT (owner_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, previous_sealed = s.secret_sealed, rotated_at = now()`,
    [ownerId, box.seal(secret, webhookSecretContext(ownerId))],
  )
  return secret
}

/**
 * The secrets to sign a message of an instance or a definition with, the present one first; the first is made when there is none.
 * Null where they were sealed under another key.
 */
export async function signingSecrets(sql: Sql, box: SecretBox, ownerId: string): Promise<string[] | null> {
  const find = async () => {
    const { rows } = await sql.query<SealedSecrets>({
      name: 'webhook-secrets',
      text: `SELECT secret_sealed AS sealed, CASE WHEN rotated_at > now() - interval '1 day' THEN previous_sealed END AS previous
             FROM runtime.webhook_secret WHERE owner_id = $1`,
      values: [ownerId],
    })
    return rows[0]
  }
  let found = await find()
  if (!found) {
    await sql.query(
      'INSERT INTO runtime.webhook_secret (owner_id, secret_sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [ownerId, box.seal(newSecret(), webhookSecretContext(ownerId))],
    )
    found = await find()
  }
  const open = (sealed: string | null | undefined) =>
    sealed == null ? null : box.open(sealed, webhookSecretContext(ownerId))
  const present = open(found?.sealed)
  if (present === null) return null
  const previous = open(found?.previous)
  return previous === null ? [present] : [present, previous]
}
