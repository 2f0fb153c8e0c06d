import type { Sql } from '../../../../kit/db/pool.ts'

export type LineageEdge = { from: string; to: string; type: string }

/** What these definitions came from and what came from them: `from` is the newer one. */
export async function definitionLineage(sql: Sql, tenantId: string, ids: readonly string[]): Promise<LineageEdge[]> {
  const { rows } = await sql.query<LineageEdge>({
    name: 'catalogue-definition-lineage',
    text: `SELECT e.from_id AS "from", e.to_id AS "to", e.type FROM catalogue.lineage_edge AS e
      WHERE e.tenant_id = $1 AND (e.from_id = ANY($2::text[]) OR e.to_id = ANY($2::text[])) ORDER BY 1, 2`,
    values: [tenantId, ids],
  })
  return rows
}
