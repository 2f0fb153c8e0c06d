import type { Sql } from '../../../../kit/db/pool.ts'

export type CredentialRow = {
  id: string
  principalId: string
  kind: 'TOKEN'
  scope: string[] | null
  createdBy: string | null
  createdAt: string
  expiresAt: string
  revokedAt: string | null
}

export type CredentialPosition = { createdAt: string; id: string }

const columns = `c.id, c.principal_id AS "principalId", c.kind, c.scope, c.created_by AS "createdBy", c.created_at AS "createdAt",
  c.expires_at AS "expiresAt", c.revoked_at AS "revokedAt"`

export async function insertCredential(
  sql: Sql,
  row: Pick<CredentialRow, 'id' | 'principalId' | 'kind' | 'scope' | 'createdBy'> & {
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
export async function listCredentials(
  sql: Sql,
  tenantId: string,
  principalId: string,
  { first, after }: { first: number; after: CredentialPosition | null },
): Promise<CredentialRow[]> {
  const { rows } = await sql.query<CredentialRow>(
    `SELECT ${columns} FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.principal_id = $2
       AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3::timestamptz, $4))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [tenantId, principalId, after?.createdAt ?? null, after?.id ?? null, first],
  )
  return rows
}

export async function countCredentials(sql: Sql, tenantId: string, principalId: string): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.principal_id = $2',
    [tenantId, principalId],
  )
  return (rows[0] as { total: number }).total
}

export async function findCredential(sql: Sql, tenantId: string, id: string): Promise<CredentialRow | null> {
  const { rows } = await sql.query<CredentialRow>(
    `SELECT ${columns} FROM catalogue.credential c WHERE c.tenant_id = $1 AND c.id = $2 FOR UPDATE`,
    [tenantId, id],
  )
  return rows[0] ?? null
}

/** False where it has ended by then already. */
export async function endCredential(
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
