import type { Sql } from '../../../../kit/db/pool.ts'

export type PublishedVersion = { id: string; definitionId: string; version: string }

/** All published versions of these definitions that are not retired, in no order. What is deprecated draws nobody any more. */
export async function publishedVersions(sql: Sql, definitionIds: readonly string[]): Promise<PublishedVersion[]> {
  const { rows } = await sql.query<PublishedVersion>({
    name: 'catalogue-published-versions',
    text: `
      SELECT v.id, v.definition_id AS "definitionId", v.version
      FROM catalogue.definition_version AS v JOIN catalogue.definition AS d ON d.id = v.definition_id
      WHERE v.definition_id = ANY($1::text[]) AND v.status = 'PUBLISHED' AND d.status <> 'RETIRED'`,
    values: [definitionIds],
  })
  return rows
}
