import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState, PlaceFacts } from '../../../../schema/events.ts'
import { instanceColumns, toInstanceState, type InstanceRow } from './instance-row.ts'

const livingSql = `SELECT ${instanceColumns} FROM runtime.instance i WHERE i.id = ANY($1::text[]) AND i.deleted_at IS NULL`

/**
 * The states of those that exist and are not deleted, by id. `forUpdate` locks their rows until the transaction ends,
 * in id order, so that two writers over the same instances wait for each other instead of deadlocking.
 */
export async function loadStates(
  sql: Sql,
  ids: readonly string[],
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<Map<string, InstanceState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<InstanceRow>(
    forUpdate
      ? { name: 'lock-states', text: `${livingSql} ORDER BY i.id FOR UPDATE`, values: [ids] }
      : { name: 'load-states', text: livingSql, values: [ids] },
  )
  return new Map(rows.map((row) => [row.id, toInstanceState(row)]))
}

/** The newest revisions of those that exist and are not deleted, by id. */
export async function loadHeads(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<{ id: string; revision: number }>({
    name: 'load-heads',
    text: 'SELECT i.id, i.revision FROM runtime.instance i WHERE i.id = ANY($1::text[]) AND i.deleted_at IS NULL',
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row.revision]))
}

/** Where those of the tenant's instances stand that have a placement. */
export async function loadPlaces(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, PlaceFacts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<PlaceFacts & { id: string }>({
    name: 'load-places',
    text: `SELECT p.instance_id AS id, p.location, p.device_id AS "deviceId", p.lat, p.lng, p.tags
      FROM placement.instance_placement_v1 p WHERE p.tenant_id = $1 AND p.instance_id = ANY($2::text[])`,
    values: [tenantId, ids],
  })
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** Those of the ids that no instance of the tenant has. */
export async function findMissing(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql.query<{ id: string }>({
    name: 'known-ids',
    text: 'SELECT i.id FROM runtime.instance i WHERE i.id = ANY($1::text[]) AND i.tenant_id = $2 AND i.deleted_at IS NULL',
    values: [ids, tenantId],
  })
  const unknown = new Set(ids)
  for (const { id } of rows) unknown.delete(id)
  return unknown
}

/** Positions of another epoch mean nothing: it changes when the log is truncated or the database restored. */
export async function currentEpoch(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ epoch: string }>({
    name: 'feed-epoch',
    text: 'SELECT epoch FROM runtime.feed_epoch',
  })
  if (!rows[0]) throw new Error('runtime.feed_epoch is empty: migration 0001 fills it')
  return rows[0].epoch
}
