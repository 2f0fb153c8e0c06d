import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { EvaluationReport } from '../../domain/evaluation/report.ts'
import type {
  DefinitionKind,
  DefinitionRow,
  DefinitionStatus,
  DefinitionVersionRow,
  FlowTemplate,
  ProvisioningSource,
  SyncStatus,
} from '../../domain/definitions/definition.ts'
import { isAtNode } from './version-pages.sql.ts'
import type { Reading } from './definition-reads.ts'

// What entities of other subgraphs ask for, in every federated query: by hand, on the shared pool, prepared once per
// connection. Through Prisma they were a tenth of such a query.

const isPublished =
  'EXISTS (SELECT 1 FROM catalogue.definition_version p WHERE p.definition_id = d.id AND p.published_at IS NOT NULL)'
const definitionsWhere = (key: string) => `
  SELECT d.id, d.tenant_id, d.project_id, d.type_key, d.kind, d.title, d.description, d.provisioning_source, d.status,
    d.latest_version_id, d.derived_from_id, d.owner_id, d.authorization_policy_id, d.content_package, d.sync_status,
    d.sync_report, d.created_at, d.updated_at
  FROM catalogue.definition AS d
  WHERE d.tenant_id = $1 AND ($2::boolean OR ${isPublished} OR d.project_id = ANY($4::text[]) OR d.id = ANY($4::text[])) AND d.${key} = ANY($3::text[])`

const byIds = { name: 'catalogue-definitions-by-id', text: definitionsWhere('id') }
const byTypeKeys = { name: 'catalogue-definitions-by-type-key', text: definitionsWhere('type_key') }

export const definitionsByIds = (sql: Sql, reading: Reading, ids: readonly string[]) =>
  definitions(sql, byIds, reading, ids)

export const definitionsByTypeKeys = (sql: Sql, reading: Reading, typeKeys: readonly string[]) =>
  definitions(sql, byTypeKeys, reading, typeKeys)

async function definitions(
  sql: Sql,
  statement: { name: string; text: string },
  { tenantId, unpublished, nodes }: Reading,
  keys: readonly string[],
) {
  const { rows } = await sql.query<DefinitionColumns>({ ...statement, values: [tenantId, unpublished, keys, nodes] })
  return rows.map(toDefinition)
}

type DefinitionColumns = {
  id: string
  tenant_id: string
  project_id: string
  type_key: string
  kind: DefinitionKind
  title: string | null
  description: string | null
  provisioning_source: ProvisioningSource
  status: DefinitionStatus
  latest_version_id: string | null
  derived_from_id: string | null
  owner_id: string
  authorization_policy_id: string | null
  content_package: string | null
  sync_status: SyncStatus | null
  sync_report: JsonObject | null
  created_at: string
  updated_at: string
}

function toDefinition(row: DefinitionColumns): DefinitionRow {
  const { id, kind, title, description, status } = row
  return {
    id,
    kind,
    title,
    description,
    status,
    tenantId: row.tenant_id,
    projectId: row.project_id,
    typeKey: row.type_key,
    provisioningSource: row.provisioning_source,
    latestVersionId: row.latest_version_id,
    derivedFromId: row.derived_from_id,
    ownerId: row.owner_id,
    authorizationPolicyId: row.authorization_policy_id,
    contentPackage: row.content_package,
    syncStatus: row.sync_status,
    syncReport: row.sync_report,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function versionsByIds(
  sql: Sql,
  { tenantId, unpublished, nodes }: Reading,
  ids: readonly string[],
): Promise<DefinitionVersionRow[]> {
  const { rows } = await sql.query<VersionColumns>({
    name: 'catalogue-versions-by-id',
    text: `
      SELECT id, tenant_id, definition_id, version, status, code_ref, bundle_hash, content_hash, props_schema,
        parameters_schema, default_props, flow_templates, status_aggregation_contract, lifecycle_template,
        child_requirements, tests, complete, props_migration, evaluation, created_at, published_at
      FROM catalogue.definition_version
      WHERE tenant_id = $1 AND ($2::boolean OR published_at IS NOT NULL OR ${isAtNode('$4')}) AND id = ANY($3::text[])`,
    values: [tenantId, unpublished, ids, nodes],
  })
  return rows.map(toVersion)
}

type VersionColumns = {
  id: string
  tenant_id: string
  definition_id: string
  version: string
  status: DefinitionStatus
  code_ref: string | null
  bundle_hash: string | null
  content_hash: string
  props_schema: JsonObject
  parameters_schema: JsonObject
  default_props: JsonObject
  flow_templates: FlowTemplate[]
  status_aggregation_contract: JsonObject
  lifecycle_template: JsonObject
  child_requirements: JsonObject[]
  tests: JsonObject[]
  complete: boolean
  props_migration: ReshapeStep[]
  evaluation: EvaluationReport | null
  created_at: string
  published_at: string | null
}

function toVersion(row: VersionColumns): DefinitionVersionRow {
  const { id, version, status, tests, complete, evaluation } = row
  return {
    id,
    version,
    status,
    tests,
    complete,
    evaluation,
    tenantId: row.tenant_id,
    definitionId: row.definition_id,
    codeRef: row.code_ref,
    bundleHash: row.bundle_hash,
    contentHash: row.content_hash,
    propsSchema: row.props_schema,
    parametersSchema: row.parameters_schema,
    defaultProps: row.default_props,
    flowTemplates: row.flow_templates,
    statusAggregationContract: row.status_aggregation_contract,
    lifecycleTemplate: row.lifecycle_template,
    childRequirements: row.child_requirements,
    propsMigration: row.props_migration,
    createdAt: row.created_at,
    publishedAt: row.published_at,
  }
}
