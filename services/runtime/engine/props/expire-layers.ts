import type { Job, JobDeps } from '../job.ts'
import { bySystem, submitAll } from '../changes/submit-all.ts'

const batchSize = 250

/**
 * Overrides and locks leave by themselves: what has run out is found in the rows, so that neither a restart nor the
 * death of the process that set them makes them stay. One revision for all that runs out on an instance at a time.
 * Several workers may find the same one: the second finds nothing left to take away.
 */
export function expireLayers({ pool, queue }: JobDeps): Job {
  return {
    name: 'expire-layers',
    everyMs: 1000,
    async run() {
      const now = new Date().toISOString()
      let after = ''
      for (;;) {
        const { rows } = await pool.query<{ id: string; tenant_id: string }>({
          name: 'expired-layers',
          text: expiredSql,
          values: [now, after, batchSize],
        })
        const how = { action: 'instance.layers-expired', reason: 'expired' }
        await submitAll(
          queue,
          rows.map(({ id, tenant_id }) =>
            bySystem({ tenantId: tenant_id, instanceId: id }, { type: 'EXPIRE_LAYERS', now }, how),
          ),
        )
        if (rows.length < batchSize) return
        after = (rows.at(-1) as { id: string }).id
      }
    },
  }
}

/**
 * By instance_expiring_idx, which holds only instances that have an override or a lock. Times in state documents are
 * RFC 3339 in UTC with milliseconds, whose order as text is their order in time.
 *
 * $1 text  now
 * $2 text  only ids after this one
 * $3 int   how many at most
 */
const expiredSql = `
SELECT i.id, i.tenant_id FROM runtime.instance i
WHERE (i.overrides <> '[]' OR i.locks <> '[]') AND i.deleted_at IS NULL AND i.id > $2
  AND EXISTS (SELECT 1 FROM jsonb_array_elements(i.overrides || i.locks) l WHERE (l ->> 'expiresAt') COLLATE "C" <= $1)
ORDER BY i.id LIMIT $3`
