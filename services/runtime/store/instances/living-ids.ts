import type { Sql } from '../../../../kit/db/pool.ts'

/** A page of the ids of the instances of one definition that are neither deleted nor archived, in id order. */
export async function livingIdsOf(
  sql: Sql,
  { tenantId, definitionId, after, limit }: { tenantId: string; definitionId: string; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'living-ids-of',
    text: `SELECT id FROM runtime.instance
           WHERE definition_id = $1 AND tenant_id = $2 AND id > $3 AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL
           ORDER BY id LIMIT $4`,
    values: [definitionId, tenantId, after, limit],
  })
  return rows.map(({ id }) => id)
}
