import type { Sql } from '../../../../kit/db/pool.ts'

export type BulkChange = { id: string; targeted: number; changed: number; status: 'RUNNING' | 'DONE' }

/** Notes a write over many instances before its first row changes, so that a repeated request can go on with it. */
export async function startChange(
  tx: Sql,
  change: { id: string; tenantId: string; kind: string; selector: unknown; body: unknown; actorId: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO runtime.change (id, tenant_id, kind, selector, body, actor_id, status)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, 'RUNNING')`,
    [
      change.id,
      change.tenantId,
      change.kind,
      JSON.stringify(change.selector),
      JSON.stringify(change.body),
      change.actorId,
    ],
  )
}

export async function findChange(sql: Sql, tenantId: string, id: string): Promise<BulkChange | null> {
  const { rows } = await sql.query<BulkChange>(
    'SELECT id, targeted, changed, status FROM runtime.change WHERE tenant_id = $1 AND id = $2',
    [tenantId, id],
  )
  return rows[0] ?? null
}

/** Ends it: how many it meant and how many it changed (as the log says), with its one activity. */
export async function finishChange(
  sql: Sql,
  change: {
    id: string
    tenantId: string
    targeted: number
    actorId: string | null
    activityId: string
    action: string
  },
): Promise<number> {
  const { rows } = await sql.query<{ changed: number }>(
    `WITH counted AS (SELECT count(DISTINCT instance_id)::int AS changed FROM runtime.instance_event WHERE change_id = $1),
     done AS (
       UPDATE runtime.change c SET status = 'DONE', targeted = $2, changed = counted.changed, updated_at = now()
       FROM counted WHERE c.id = $1 AND c.status = 'RUNNING' RETURNING c.selector, c.body, c.changed
     ), recorded AS (
       INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id)
       SELECT $3, $4, $5, $6, 'Change', $1, selector, body, $1 FROM done)
     SELECT changed FROM counted`,
    [change.id, change.targeted, change.activityId, change.tenantId, change.actorId, change.action],
  )
  return (rows[0] as { changed: number }).changed
}

/** Ids of the instances that a change really changed, in id order. */
export async function changedInstances(
  sql: Sql,
  query: { tenantId: string; changeId: string; first: number; after: string | null },
): Promise<string[]> {
  const { rows } = await sql.query<{ instance_id: string }>(
    `SELECT DISTINCT instance_id FROM runtime.instance_event
     WHERE change_id = $1 AND tenant_id = $2 AND ($3::text IS NULL OR instance_id > $3) ORDER BY instance_id LIMIT $4`,
    [query.changeId, query.tenantId, query.after, query.first],
  )
  return rows.map((row) => row.instance_id)
}
