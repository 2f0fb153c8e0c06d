import type { Sql } from '../../../../kit/db/pool.ts'

/** Sort keys of the last thing of the page before. */
export type NamePosition = { name: string; id: string }

/** A tenant's things of one table by name from `after` on, at most `limit`, and how many there are in all: one snapshot. */
export async function pageByName<Columns extends { id: string }>(
  sql: Sql,
  tenantId: string,
  { table, alias, columns }: { table: string; alias: string; columns: string },
  page: { after: NamePosition | null; limit: number },
): Promise<{ rows: Columns[]; totalCount: number }> {
  const { rows } = await sql.query<{ total: number } & (Columns | { id: null })>({
    name: `placement.page-of-${table}`,
    text: `
      SELECT counted.total, page.*
        FROM (SELECT count(*) AS total FROM placement.${table} WHERE tenant_id = $1) counted
        LEFT JOIN LATERAL (
          SELECT ${columns} FROM placement.${table} ${alias}
           WHERE ${alias}.tenant_id = $1 AND ($2::text IS NULL OR (${alias}.name, ${alias}.id) > ($2, $3))
           ORDER BY ${alias}.name, ${alias}.id LIMIT $4
        ) page ON true
       ORDER BY page.name, page.id`,
    values: [tenantId, page.after?.name ?? null, page.after?.id ?? null, page.limit],
  })
  // The count is there even where the page is empty, in one row without a thing.
  return {
    rows: rows.filter((row): row is { total: number } & Columns => row.id !== null),
    totalCount: rows[0]?.total ?? 0,
  }
}
