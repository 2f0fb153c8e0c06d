import type { DefinitionKind } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { DefinitionStatus, FlowTemplate } from '../../domain/definitions/definition.ts'

/** `id` is null when the definition exists but has no such version, or none that is published. */
export type FoundVersion = {
  tenantId: string
  definitionId: string
  typeKey: string
  definitionKind: DefinitionKind
  definitionStatus: DefinitionStatus
  id: string | null
  version: string
  status: DefinitionStatus
  publishedAt: string | null
  propsSchema: JsonObject
  parametersSchema: JsonObject
  defaultProps: JsonObject
  lifecycleTemplate: JsonObject
  bundleHash: string | null
  codeRef: string | null
  flowTemplates: FlowTemplate[]
  statusAggregationContract: JsonObject
  childRequirements: JsonObject[]
  propsMigration: ReshapeStep[]
}

const columns = `
  d.tenant_id AS "tenantId", d.id AS "definitionId", d.type_key AS "typeKey", d.kind AS "definitionKind", d.status AS "definitionStatus",
  v.id, v.version, v.status, v.published_at AS "publishedAt", v.props_schema AS "propsSchema",
  v.parameters_schema AS "parametersSchema", v.default_props AS "defaultProps", v.lifecycle_template AS "lifecycleTemplate",
  v.bundle_hash AS "bundleHash", v.code_ref AS "codeRef", v.flow_templates AS "flowTemplates",
  v.status_aggregation_contract AS "statusAggregationContract", v.child_requirements AS "childRequirements",
  v.props_migration AS "propsMigration"`

/**
 * The version of that number, or the greatest published release, or pre-release where there is none; undefined when there is no such definition. One
 * statement on the shared pool rather than two of Prisma's: it stands in the way of every createInstance.
 */
export async function versionForNewInstance(
  sql: Sql,
  tenantId: string,
  typeKey: string,
  version: string | null,
): Promise<FoundVersion | undefined> {
  const { rows } = await sql.query<FoundVersion>({
    name: 'catalogue-version-for-new-instance',
    text: `
      SELECT ${columns}
      FROM catalogue.definition AS d
      LEFT JOIN LATERAL (
        SELECT * FROM catalogue.definition_version
        WHERE definition_id = d.id AND CASE WHEN $3::text IS NULL THEN status = 'PUBLISHED' ELSE version = $3::text END
        ORDER BY version_order LIKE '%~' DESC, version_order COLLATE "C" DESC LIMIT 1
      ) AS v ON true
      WHERE d.tenant_id = $1 AND d.type_key = $2`,
    values: [tenantId, typeKey, version],
  })
  return rows[0]
}

export async function versionWithDefinition(sql: Sql, versionId: string): Promise<FoundVersion | undefined> {
  const { rows } = await sql.query<FoundVersion>({
    name: 'catalogue-version-with-definition',
    text: `
      SELECT ${columns}
      FROM catalogue.definition_version AS v JOIN catalogue.definition AS d ON d.id = v.definition_id
      WHERE v.id = $1`,
    values: [versionId],
  })
  return rows[0]
}
