import type { Sql } from '../../../../kit/db/pool.ts'
import type { DisplayKey } from '../../ports.ts'

export type TokenRow = {
  id: string
  principalId: string
  kind: 'TOKEN'
  scope: string[] | null
  createdBy: string | null
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  lastUsedAt: string | null
}

/** A token, or a display key, which is another service's. */
export type CredentialRow = TokenRow | (DisplayKey & { kind: 'DISPLAY' })

export type CredentialPosition = { createdAt: string; id: string }

const columns = `c.id, c.principal_id AS "principalId", c.kind, c.scope, c.created_by AS "createdBy", c.created_at AS "createdAt",
  c.expires_at AS "expiresAt", c.revoked_at AS "revokedAt", c.last_used_at AS "lastUsedAt"`

export async function insertToken(
  sql: Sql,
  row: Pick<TokenRow, 'id' | 'principalId' | 'kind' | 'scope' | 'createdBy'> & {
    tenantId: string
    createdAt: Date
    expiresAt: Date
  },
): Promise<void> {
  await sql.query(
    `INSERT INTO catalogue.credential (id, tenant_id, principal_id, kind, scope, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5::text[], $6, $7::timestamptz, $8::timestamptz)`,
    [row.id, row.tenantId, row.principalId, row.kind, row.scope, row.createdBy, row.createdAt, row.expiresAt],
  )
}

/** Newest first. */
export async function listTokens(
  sql: Sql,
  tenantId: string,
  principalId: string,
  { first, after }: { first: number; after: CredentialPosition | null },
): Promise<TokenRow[]> {
  const { rows } = await sql.query<TokenRow>(
    `SELECT ${columns} FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.principal_id = $2
       AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3::timestamptz, $4))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [tenantId, principalId, after?.createdAt ?? null, after?.id ?? null, first],
  )
  return rows
}

export async function countTokens(sql: Sql, tenantId: string, principalId: string): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.principal_id = $2',
    [tenantId, principalId],
  )
  return (rows[0] as { total: number }).total
}

export async function findToken(sql: Sql, tenantId: string, id: string): Promise<TokenRow | null> {
  const { rows } = await sql.query<TokenRow>(
    `SELECT ${columns} FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.id = $2 FOR UPDATE`,
    [tenantId, id],
  )
  return rows[0] ?? null
}

/** False where it has ended by then already. */
export async function endToken(
  sql: Sql,
  tenantId: string,
  { id, at, by }: { id: string; at: Date; by: string | null },
): Promise<boolean> {
  const { rows } = await sql.query<{ id: string }>(
    `UPDATE catalogue.credential SET revoked_at = $3::timestamptz, revoked_by = $4
     WHERE tenant_id = $1 AND id = $2 AND (revoked_at IS NULL OR revoked_at > $3::timestamptz) RETURNING id`,
    [tenantId, id, at, by],
  )
  return rows.length > 0
}

/** To the minute: a token that is used all the time is written once a minute, whichever process says so. */
export async function noteTokensUsed(sql: Sql, tenantId: string, ids: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE catalogue.credential SET last_used_at = date_trunc('minute', now())
     WHERE tenant_id = $1 AND id = ANY($2::text[])
       AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', now()))`,
    [tenantId, ids],
  )
}
