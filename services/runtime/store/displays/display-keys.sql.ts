import type { Sql } from '../../../../kit/db/pool.ts'

export type DisplayKeyRow = {
  id: string
  instanceId: string
  keyHash: string
  name: string | null
  createdBy: string | null
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
}

export type NewDisplayKey = Pick<DisplayKeyRow, 'id' | 'instanceId' | 'keyHash' | 'name' | 'createdBy'> & {
  tenantId: string
  expiresAt: Date | null
}

export type Position = { at: string; id: string }

/** Those of instances in these nodes, or of all. */
export type DisplayKeyQuery = {
  tenantId: string
  instanceId: string | null
  nodes: readonly string[] | 'ALL'
  first: number
  after: Position | null
}

/** Its instance names it. The end that was written down and the end of access are two statements: this is the second. */
const opens = `k.key_hash = ANY(string_to_array(i.display_key_hash, ' '))`

const columns = `k.id, k.instance_id AS "instanceId", k.key_hash AS "keyHash", k.name, k.created_by AS "createdBy",
  k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
  CASE WHEN ${opens} THEN k.revoked_at ELSE COALESCE(k.revoked_at, i.updated_at) END AS "revokedAt"`

const matching = `
  FROM runtime.display_key k JOIN runtime.instance i ON i.id = k.instance_id AND i.tenant_id = k.tenant_id
  WHERE k.tenant_id = $1 AND i.deleted_at IS NULL AND ($2::text IS NULL OR k.instance_id = $2)
    AND ($3::boolean OR i.project_id = ANY($4::text[]) OR i.id = ANY($4::text[]))`

const matchValues = ({ tenantId, instanceId, nodes }: DisplayKeyQuery) => [
  tenantId,
  instanceId,
  nodes === 'ALL',
  nodes === 'ALL' ? [] : nodes,
]

/** Newest first. */
export async function listDisplayKeys(sql: Sql, query: DisplayKeyQuery): Promise<DisplayKeyRow[]> {
  const { rows } = await sql.query<DisplayKeyRow>(
    `SELECT ${columns} ${matching}
       AND ($5::timestamptz IS NULL OR (k.created_at, k.id) < ($5::timestamptz, $6))
     ORDER BY k.created_at DESC, k.id DESC LIMIT $7`,
    [...matchValues(query), query.after?.at ?? null, query.after?.id ?? null, query.first],
  )
  return rows
}

export async function countDisplayKeys(sql: Sql, query: DisplayKeyQuery): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(`SELECT count(*)::int AS total ${matching}`, matchValues(query))
  return (rows[0] as { total: number }).total
}

export async function findDisplayKey(sql: Sql, tenantId: string, id: string): Promise<DisplayKeyRow | null> {
  const { rows } = await sql.query<DisplayKeyRow>(
    `SELECT ${columns} FROM runtime.display_key k
     JOIN runtime.instance i ON i.id = k.instance_id AND i.tenant_id = k.tenant_id
     WHERE k.tenant_id = $1 AND k.id = $2 AND i.deleted_at IS NULL`,
    [tenantId, id],
  )
  return rows[0] ?? null
}

export async function insertDisplayKey(sql: Sql, key: NewDisplayKey): Promise<void> {
  await sql.query(
    `INSERT INTO runtime.display_key (id, tenant_id, instance_id, key_hash, name, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
    [key.id, key.tenantId, key.instanceId, key.keyHash, key.name, key.createdBy, key.expiresAt],
  )
}

/** For a key that was given to nobody. */
export async function dropDisplayKey(sql: Sql, tenantId: string, id: string): Promise<void> {
  await sql.query('DELETE FROM runtime.display_key WHERE tenant_id = $1 AND id = $2', [tenantId, id])
}

/** Writes down when these end. One that ends earlier already keeps its time. */
export async function endDisplayKeys(
  sql: Sql,
  tenantId: string,
  keyHashes: readonly string[],
  at: Date,
): Promise<void> {
  await sql.query(
    `UPDATE runtime.display_key SET revoked_at = $3::timestamptz
     WHERE tenant_id = $1 AND key_hash = ANY($2::text[]) AND (revoked_at IS NULL OR revoked_at > $3::timestamptz)`,
    [tenantId, keyHashes, at],
  )
}

/** Keys whose time is over and that still open their instance. */
export async function displayKeysDue(
  sql: Sql,
  limit: number,
): Promise<{ tenantId: string; instanceId: string; keyHash: string }[]> {
  const { rows } = await sql.query<{ tenantId: string; instanceId: string; keyHash: string }>({
    name: 'display-keys-due',
    text: `
      SELECT k.tenant_id AS "tenantId", k.instance_id AS "instanceId", k.key_hash AS "keyHash"
      FROM runtime.display_key k JOIN runtime.instance i ON i.id = k.instance_id AND i.tenant_id = k.tenant_id
      WHERE (k.expires_at <= now() OR k.revoked_at <= now()) AND i.deleted_at IS NULL AND ${opens}
      ORDER BY k.id LIMIT $1`,
    values: [limit],
  })
  return rows
}

/** To the minute: a key that is used all the time is written once a minute, whichever process says so. */
export async function noteDisplayKeysUsed(sql: Sql, tenantId: string, keyHashes: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE runtime.display_key SET last_used_at = date_trunc('minute', now())
     WHERE tenant_id = $1 AND key_hash = ANY($2::text[])
       AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', now()))`,
    [tenantId, keyHashes],
  )
}
