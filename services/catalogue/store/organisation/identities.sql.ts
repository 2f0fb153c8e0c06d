import type { Sql } from '../../../../kit/db/pool.ts'
import type { RoleGrantRow } from '../../domain/organisation/organisation.ts'

type Key = { tenantId: string; issuer: string; subject: string }
type Grant = Omit<RoleGrantRow, 'principalId'>

/** One token of a subject at a time, until the transaction ends: two first ones make one principal. */
export async function lockIdentity(sql: Sql, { tenantId, issuer, subject }: Key): Promise<void> {
  const key = JSON.stringify(['catalogue.identity', tenantId, issuer, subject])
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS held', [key])
}

export async function findIdentity(
  sql: Sql,
  { tenantId, issuer, subject }: Key,
): Promise<{ principalId: string; claimsAt: string } | null> {
  const { rows } = await sql.query<{ principalId: string; claimsAt: string }>(
    `SELECT d.principal_id AS "principalId", d.claims_at AS "claimsAt" FROM catalogue.identity d
     WHERE d.tenant_id = $1 AND d.issuer = $2 AND d.subject = $3`,
    [tenantId, issuer, subject],
  )
  return rows[0] ?? null
}

type Row = Key & { principalId: string; displayName: string; kind: string; issuedAt: string }

export async function insertIdentity(sql: Sql, row: Row): Promise<void> {
  await sql.query(
    `WITH made AS (
       INSERT INTO catalogue.principal (id, tenant_id, kind, display_name) VALUES ($1, $2, $3, $4))
     INSERT INTO catalogue.identity (tenant_id, issuer, subject, principal_id, claims_at)
     VALUES ($2, $5, $6, $1, $7::timestamptz)`,
    [row.principalId, row.tenantId, row.kind, row.displayName, row.issuer, row.subject, row.issuedAt],
  )
}

export async function updateIdentity(sql: Sql, row: Row): Promise<void> {
  await sql.query(
    `WITH named AS (
       UPDATE catalogue.principal SET display_name = $5, updated_at = now()
       WHERE tenant_id = $1 AND id = $4 AND display_name <> $5)
     UPDATE catalogue.identity SET claims_at = $6::timestamptz
     WHERE tenant_id = $1 AND issuer = $2 AND subject = $3 AND claims_at < $6::timestamptz`,
    [row.tenantId, row.issuer, row.subject, row.principalId, row.displayName, row.issuedAt],
  )
}

/** Roles that this issuer's claims have given. */
export async function claimedGrants(sql: Sql, tenantId: string, principalId: string, issuer: string): Promise<Grant[]> {
  const { rows } = await sql.query<Grant>(
    `SELECT g.node_type AS "nodeType", g.node_id AS "nodeId", g.role FROM catalogue.role_grant g
     WHERE g.tenant_id = $1 AND g.principal_id = $2 AND g.issuer = $3`,
    [tenantId, principalId, issuer],
  )
  return rows
}

/** False where the principal holds the role there already: then whoever gave it decides on it. */
export async function insertClaimedGrant(
  sql: Sql,
  tenantId: string,
  { principalId, nodeType, nodeId, role, issuer }: RoleGrantRow & { issuer: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO catalogue.role_grant (principal_id, tenant_id, node_type, node_id, role, issuer)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [principalId, tenantId, nodeType, nodeId, role, issuer],
  )
  return rowCount === 1
}

export async function dropClaimedGrant(sql: Sql, tenantId: string, grant: RoleGrantRow): Promise<void> {
  await sql.query(
    `DELETE FROM catalogue.role_grant
     WHERE tenant_id = $1 AND principal_id = $2 AND node_type = $3 AND node_id = $4 AND role = $5`,
    [tenantId, grant.principalId, grant.nodeType, grant.nodeId, grant.role],
  )
}

/** Those whose node is there: a role on a project that is not made yet comes with a later token. */
export async function nodesThatExist(sql: Sql, tenantId: string, grants: readonly Grant[]): Promise<Grant[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM catalogue.space WHERE tenant_id = $1 AND id = ANY($2::text[])
     UNION ALL SELECT id FROM catalogue.subspace WHERE tenant_id = $1 AND id = ANY($2::text[])
     UNION ALL SELECT id FROM catalogue.project WHERE tenant_id = $1 AND id = ANY($2::text[])`,
    [tenantId, grants.map(({ nodeId }) => nodeId)],
  )
  const known = new Set(rows.map(({ id }) => id))
  return grants.filter(({ nodeType, nodeId }) => nodeType === 'TENANT' || known.has(nodeId))
}
