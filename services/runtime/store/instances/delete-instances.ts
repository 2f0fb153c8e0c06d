import type { Sql } from '../../../../kit/db/pool.ts'
import type { ActivityEntry } from '../changes/commit-changes.ts'

type Deletion = {
  ids: readonly string[]
  actorId: string | null
  reason: string | null
  changeId: string
  activity: ActivityEntry
}

/**
 * Makes tombstones of instances whose rows the caller has locked, with a DELETED row for each in the log and the
 * mutation's one activity. Their rows stay, so that what refers to them can still say what they were. Returns when.
 */
export async function deleteInstances(
  tx: Sql,
  { ids, actorId, reason, changeId, activity }: Deletion,
): Promise<string> {
  const { rows } = await tx.query<{ at: string }>({
    name: 'delete-instances',
    text: deleteSql,
    values: [
      ids,
      actorId,
      reason,
      changeId,
      activity.id,
      activity.tenantId,
      activity.action,
      activity.resourceId,
      JSON.stringify(activity.before),
      JSON.stringify(activity.after),
    ],
  })
  return (rows[0] as { at: string }).at
}

const deleteSql = `
WITH gone AS (
  UPDATE runtime.instance SET deleted_at = now(), updated_at = now(), revision = revision + 1
  WHERE id = ANY($1::text[]) AND deleted_at IS NULL
  RETURNING id, tenant_id, revision
), logged AS (
  INSERT INTO runtime.instance_event (instance_id, revision, tenant_id, type, patch, undo, actor_id, reason, change_id)
  SELECT id, revision, tenant_id, 'DELETED', NULL, NULL, $2, $3, $4 FROM gone
), recorded AS (
  INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id)
  VALUES ($5, $6, $2, $7, 'Instance', $8, $9::jsonb, $10::jsonb, $4)
)
SELECT now() AS at`
