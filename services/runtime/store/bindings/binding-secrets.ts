import type { Sql } from '../../../../kit/db/pool.ts'
import type { SecretBox } from '../../../../kit/secret-box.ts'

/*
 * Secrets of webhook bindings. They sign, so they must be there in clear when a signature is checked and cannot be
 * hashed: they are sealed under a key of the installation (kit/secret-box.ts), each for its own binding,
 * and never leave the store but to the check. Where that key is gone every push is refused until the binding's
 * secret is set anew.
 */

export const bindingSecretContext = (instanceId: string, key: string) => `binding ${instanceId} ${key}`

/** The keys of an instance's bindings that have a secret. */
export async function keysWithSecret(sql: Sql, instanceId: string): Promise<Set<string>> {
  const { rows } = await sql.query<{ key: string }>('SELECT key FROM runtime.binding_secret WHERE instance_id = $1', [
    instanceId,
  ])
  return new Set(rows.map((row) => row.key))
}

/** Puts the given ones in place and removes those of keys that are not in `keys`. */
export async function putSecrets(
  tx: Sql,
  box: SecretBox,
  instanceId: string,
  { keys, secrets }: { keys: readonly string[]; secrets: ReadonlyMap<string, string> },
): Promise<void> {
  await tx.query('DELETE FROM runtime.binding_secret WHERE instance_id = $1 AND NOT key = ANY($2::text[])', [
    instanceId,
    keys,
  ])
  if (secrets.size === 0) return
  const sealed = [...secrets].map(([key, secret]) => box.seal(secret, bindingSecretContext(instanceId, key)))
  await tx.query(
    `INSERT INTO runtime.binding_secret (instance_id, key, secret_sealed) SELECT $1, * FROM unnest($2::text[], $3::text[])
     ON CONFLICT (instance_id, key) DO UPDATE SET secret_sealed = excluded.secret_sealed`,
    [instanceId, [...secrets.keys()], sealed],
  )
}

/** The secret of a living instance's webhook binding, with its tenant; null where there is no such binding. */
export async function pushSecret(
  sql: Sql,
  box: SecretBox,
  instanceId: string,
  key: string,
): Promise<{ tenantId: string; secret: string } | null> {
  const { rows } = await sql.query<{ tenant_id: string; secret_sealed: string }>({
    name: 'push-secret',
    text: `SELECT i.tenant_id, s.secret_sealed FROM runtime.binding_secret s JOIN runtime.instance i ON i.id = s.instance_id
           WHERE s.instance_id = $1 AND s.key = $2 AND i.deleted_at IS NULL
             AND i.bindings @> jsonb_build_array(jsonb_build_object('key', $2::text, 'strategy', 'WEBHOOK'))`,
    values: [instanceId, key],
  })
  const [row] = rows
  const secret = row && box.open(row.secret_sealed, bindingSecretContext(instanceId, key))
  return row && secret != null ? { tenantId: row.tenant_id, secret } : null
}
