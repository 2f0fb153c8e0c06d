import type { Sql } from '../../../../kit/db/pool.ts'
import type { Json } from '../../../../schema/events.ts'

/** A deleted key keeps its row, with the value null, so that its revisions count on when it comes back. */
export type KvRow = { key: string; value: Json; revision: number; updatedAt: string }

type Row = { key: string; value: Json; revision: number; updated_at: string }

const toKv = ({ key, value, revision, updated_at: updatedAt }: Row): KvRow => ({ key, value, revision, updatedAt })

export async function findKv(sql: Sql, tenantId: string, key: string): Promise<KvRow | null> {
  const { rows } = await sql.query<Row>({
    name: 'find-kv',
    text: 'SELECT key, value, revision, updated_at FROM runtime.kv_entry WHERE tenant_id = $1 AND key = $2',
    values: [tenantId, key],
  })
  return rows[0] ? toKv(rows[0]) : null
}

/**
 * The values of these keys, which no writer can change before the transaction ends: then a binding that is written in
 * it is either there when the next writer looks who is bound, or was read after that writer. A key that nobody has
 * written gets an empty row, for there is nothing else to hold on to.
 */
export async function holdKv(tx: Sql, tenantId: string, keys: readonly string[]): Promise<Map<string, Json>> {
  if (keys.length === 0) return new Map()
  const sorted = [...new Set(keys)].sort()
  await tx.query(
    `INSERT INTO runtime.kv_entry (tenant_id, key, value, revision) SELECT $1, key, 'null'::jsonb, 0 FROM unnest($2::text[]) AS k(key)
     ORDER BY key ON CONFLICT DO NOTHING`,
    [tenantId, sorted],
  )
  const { rows } = await tx.query<{ key: string; value: Json }>(
    'SELECT key, value FROM runtime.kv_entry WHERE tenant_id = $1 AND key = ANY($2::text[]) ORDER BY key FOR SHARE',
    [tenantId, sorted],
  )
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** Writes a key; an equal value leaves the row as it is. Returns what stood there before as well. */
export async function putKv(
  tx: Sql,
  tenantId: string,
  key: string,
  value: Json,
): Promise<{ before: Json; entry: KvRow; changed: boolean }> {
  await tx.query(
    `INSERT INTO runtime.kv_entry (tenant_id, key, value, revision) VALUES ($1, $2, 'null'::jsonb, 0) ON CONFLICT DO NOTHING`,
    [tenantId, key],
  )
  const { rows: held } = await tx.query<Row>(
    'SELECT key, value, revision, updated_at FROM runtime.kv_entry WHERE tenant_id = $1 AND key = $2 FOR UPDATE',
    [tenantId, key],
  )
  const before = held[0] as Row
  const { rows } = await tx.query<Row>(
    `UPDATE runtime.kv_entry SET value = $3::jsonb, revision = revision + 1, updated_at = now()
     WHERE tenant_id = $1 AND key = $2 AND value <> $3::jsonb RETURNING key, value, revision, updated_at`,
    [tenantId, key, JSON.stringify(value)],
  )
  return { before: before.value, entry: toKv(rows[0] ?? before), changed: rows.length === 1 }
}

/** Notes that all who are bound know this revision. */
export async function markTold(sql: Sql, tenantId: string, key: string, revision: number): Promise<void> {
  await sql.query({
    name: 'mark-kv-told',
    text: 'UPDATE runtime.kv_entry SET told_revision = $3 WHERE tenant_id = $1 AND key = $2 AND told_revision < $3',
    values: [tenantId, key, revision],
  })
}

/** Keys whose newest value was written a while ago and never told to the end: their writer has died. */
export async function untoldKeys(sql: Sql, olderThanSeconds: number): Promise<{ tenantId: string; key: string }[]> {
  const { rows } = await sql.query<{ tenant_id: string; key: string }>({
    name: 'untold-kv',
    text: `SELECT tenant_id, key FROM runtime.kv_entry
           WHERE told_revision < revision AND updated_at < now() - make_interval(secs => $1) ORDER BY updated_at LIMIT 100`,
    values: [olderThanSeconds],
  })
  return rows.map(({ tenant_id: tenantId, key }) => ({ tenantId, key }))
}
