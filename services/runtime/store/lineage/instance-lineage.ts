import type { Sql } from '../../../../kit/db/pool.ts'

/** What these instances came from and what came from them. */
export async function instanceLineage(
  sql: Sql,
  ids: readonly string[],
): Promise<{ from: string; to: string; type: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql.query<{ from: string; to: string; type: string }>({
    name: 'instance-lineage',
    text: `SELECT l.instance_id AS "from", l.origin_id AS "to", l.type FROM runtime.instance_lineage l
      WHERE l.instance_id = ANY($1::text[]) OR l.origin_id = ANY($1::text[]) ORDER BY 1, 2`,
    values: [ids],
  })
  return rows
}
