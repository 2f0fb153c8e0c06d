import type { Sql } from '../../../../kit/db/pool.ts'
import type { Position } from './display-keys.sql.ts'

export type EnrolmentRow = {
  id: string
  device: string | null
  address: string | null
  requestedAt: string
  expiresAt: string
  confirmedAt: string | null
  instanceId: string | null
}

const columns = `e.id, e.device, e.address, e.requested_at AS "requestedAt", e.expires_at AS "expiresAt",
  e.confirmed_at AS "confirmedAt", e.instance_id AS "instanceId"`

/** How long a screen may ask what came of its code. */
const keptFor = `interval '1 day'`

export async function pruneEnrolments(sql: Sql, tenantId: string): Promise<void> {
  await sql.query(`DELETE FROM runtime.enrolment WHERE tenant_id = $1 AND expires_at < now() - ${keptFor}`, [tenantId])
}

/** Those that wait: of all, and of one address. */
export async function countPending(
  sql: Sql,
  tenantId: string,
  address: string | null,
): Promise<{ total: number; ofAddress: number }> {
  const { rows } = await sql.query<{ total: number; ofAddress: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE e.address = $2)::int AS "ofAddress"
     FROM runtime.enrolment e WHERE e.tenant_id = $1 AND e.expires_at > now() AND e.confirmed_at IS NULL`,
    [tenantId, address],
  )
  return rows[0] as { total: number; ofAddress: number }
}

/** One at a time may be counted and inserted, until the transaction ends. */
export async function lockEnrolments(sql: Sql, tenantId: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`runtime.enrolment:${tenantId}`])
}

export type NewEnrolment = {
  id: string
  tenantId: string
  codeHash: string
  keyHash: string
  device: string | null
  address: string | null
  seconds: number
}

/** When it expires; null where another screen shows the same code, or has done so lately. */
export async function insertEnrolment(sql: Sql, row: NewEnrolment): Promise<string | null> {
  const { rows } = await sql.query<{ expiresAt: string }>(
    `INSERT INTO runtime.enrolment (id, tenant_id, code_hash, key_hash, device, address, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7)) ON CONFLICT DO NOTHING
     RETURNING expires_at AS "expiresAt"`,
    [row.id, row.tenantId, row.codeHash, row.keyHash, row.device, row.address, row.seconds],
  )
  return rows[0]?.expiresAt ?? null
}

/** Takes the code: of several who confirm it one gets it. Null where nobody shows it any more. */
export async function takeEnrolment(
  sql: Sql,
  tenantId: string,
  { codeHash, instanceId }: { codeHash: string; instanceId: string },
): Promise<{ id: string; keyHash: string; device: string | null } | null> {
  const { rows } = await sql.query<{ id: string; keyHash: string; device: string | null }>(
    `UPDATE runtime.enrolment SET confirmed_at = now(), instance_id = $3
     WHERE tenant_id = $1 AND code_hash = $2 AND confirmed_at IS NULL AND expires_at > now()
     RETURNING id, key_hash AS "keyHash", device`,
    [tenantId, codeHash, instanceId],
  )
  return rows[0] ?? null
}

/** Lets the code wait on: the instance did not take the screen. */
export async function releaseEnrolment(sql: Sql, tenantId: string, id: string): Promise<void> {
  await sql.query(
    'UPDATE runtime.enrolment SET confirmed_at = NULL, instance_id = NULL WHERE tenant_id = $1 AND id = $2',
    [tenantId, id],
  )
}

export async function enrolmentOfKey(sql: Sql, tenantId: string, keyHash: string): Promise<EnrolmentRow | null> {
  const { rows } = await sql.query<EnrolmentRow>(
    `SELECT ${columns} FROM runtime.enrolment e WHERE e.tenant_id = $1 AND e.key_hash = $2`,
    [tenantId, keyHash],
  )
  return rows[0] ?? null
}

/** Newest first. */
export async function listPending(
  sql: Sql,
  tenantId: string,
  { first, after }: { first: number; after: Position | null },
): Promise<EnrolmentRow[]> {
  const { rows } = await sql.query<EnrolmentRow>(
    `SELECT ${columns} FROM runtime.enrolment e
     WHERE e.tenant_id = $1 AND e.expires_at > now() AND e.confirmed_at IS NULL
       AND ($2::timestamptz IS NULL OR (e.requested_at, e.id) < ($2::timestamptz, $3))
     ORDER BY e.requested_at DESC, e.id DESC LIMIT $4`,
    [tenantId, after?.at ?? null, after?.id ?? null, first],
  )
  return rows
}
