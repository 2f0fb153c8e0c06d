import type { Sql } from '../../../../kit/db/pool.ts'

/** Replaces the tags and nothing else; an instance that had no placement gets one that holds only these. */
export async function putTags(sql: Sql, tenantId: string, instanceId: string, tags: readonly string[]): Promise<void> {
  await sql.query({
    name: 'placement.put-tags',
    text: `INSERT INTO placement.placement (instance_id, tenant_id, tags) VALUES ($1, $2, $3::text[])
           ON CONFLICT (instance_id) DO UPDATE SET tags = EXCLUDED.tags, updated_at = now()`,
    values: [instanceId, tenantId, tags],
  })
}
