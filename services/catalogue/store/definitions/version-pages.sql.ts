import type { Sql } from '../../../../kit/db/pool.ts'

/** Whether the definition of a version is at one of the nodes. */
export const isAtNode = (nodes: string) => `EXISTS (
        SELECT 1 FROM catalogue.definition d WHERE d.id = definition_id
          AND (d.project_id = ANY(${nodes}::text[]) OR d.id = ANY(${nodes}::text[])))`

export type VersionPosition = { definitionId: string; id: string; versionOrder: string; totalCount: number }

/**
 * One page of versions, greatest first, for each of many definitions: by hand, because Prisma can neither page per
 * parent nor order with a collation. In any collation but "C" the order of version_order is not that of versions.
 */
export async function versionPages(
  sql: Sql,
  page: {
    tenantId: string
    definitionIds: readonly string[]
    unpublished: boolean
    nodes: readonly string[]
    after: string | null
    limit: number
  },
): Promise<VersionPosition[]> {
  const { rows } = await sql.query<VersionPosition>({
    name: 'catalogue-version-pages',
    text: `
      SELECT "definitionId", id, "versionOrder", "totalCount"
      FROM (
        SELECT *, row_number() OVER (PARTITION BY "definitionId" ORDER BY "versionOrder" COLLATE "C" DESC) AS place
        FROM (
          SELECT definition_id AS "definitionId", id, version_order AS "versionOrder",
                 count(*) OVER (PARTITION BY definition_id)::int AS "totalCount"
          FROM catalogue.definition_version
          WHERE tenant_id = $1 AND definition_id = ANY($2::text[]) AND ($3::boolean OR published_at IS NOT NULL OR ${isAtNode('$6')})
        ) AS readable
        WHERE $4::text IS NULL OR "versionOrder" < $4::text COLLATE "C"
      ) AS placed
      WHERE place <= $5
      ORDER BY "definitionId", place`,
    values: [page.tenantId, page.definitionIds, page.unpublished, page.after, page.limit, page.nodes],
  })
  return rows
}
