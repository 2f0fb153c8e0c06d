import type { Sql } from '../../../../kit/db/pool.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'

export type ForeignActivity = {
  tenantId: string
  actorId: string | null
  action: string
  resourceType: string
  resourceId: string
  before?: unknown
  after?: unknown
  changeId: string
}

/** The one activity of a mutation of another service, in that mutation's own transaction (S1-24). */
export async function recordActivity(tx: Sql, activity: ForeignActivity): Promise<void> {
  const { tenantId, actorId, action, resourceType, resourceId, before, after, changeId } = activity
  await tx.query(
    `INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9)`,
    [newId('act', 16), tenantId, actorId, action, resourceType, resourceId, json(before), json(after), changeId],
  )
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))
