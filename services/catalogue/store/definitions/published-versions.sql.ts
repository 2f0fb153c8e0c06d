import type { Sql } from '../../../../kit/db/pool.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'

export type PublishedVersion = { id: string; definitionId: string; version: string }

export type PropsMigration = { version: string; steps: ReshapeStep[] }

/** The versions of a definition that carry a props migration and were ever published, in no order. */
export async function propsMigrations(sql: Sql, definitionId: string): Promise<PropsMigration[]> {
  const { rows } = await sql.query<PropsMigration>({
    name: 'catalogue-props-migrations',
    text: `
      SELECT version, props_migration AS steps FROM catalogue.definition_version
      WHERE definition_id = $1 AND published_at IS NOT NULL AND props_migration <> '[]'`,
    values: [definitionId],
  })
  return rows
}

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
