import type { ConfigResource, Definition, DefinitionVersion } from '../../../../prisma/generated/client.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { ConfigKind, ConfigResourceRow } from '../../domain/config/config-resource.ts'
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

// The columns are text and jsonb; only this service writes them, and what it writes has been checked.

export function toDefinition(row: Definition): DefinitionRow {
  const { id, tenantId, projectId, typeKey, title, description, latestVersionId, derivedFromId, ownerId } = row
  return {
    id,
    tenantId,
    projectId,
    typeKey,
    title,
    description,
    latestVersionId,
    derivedFromId,
    ownerId,
    authorizationPolicyId: row.authorizationPolicyId,
    contentPackage: row.contentPackage,
    syncStatus: row.syncStatus as SyncStatus | null,
    syncReport: row.syncReport as JsonObject | null,
    kind: row.kind as DefinitionKind,
    status: row.status as DefinitionStatus,
    provisioningSource: row.provisioningSource as ProvisioningSource,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export function toVersion(row: DefinitionVersion): DefinitionVersionRow {
  const { id, tenantId, definitionId, version, codeRef, bundleHash, contentHash } = row
  return {
    id,
    tenantId,
    definitionId,
    version,
    codeRef,
    bundleHash,
    contentHash,
    status: row.status as DefinitionStatus,
    propsSchema: row.propsSchema as JsonObject,
    parametersSchema: row.parametersSchema as JsonObject,
    defaultProps: row.defaultProps as JsonObject,
    flowTemplates: row.flowTemplates as FlowTemplate[],
    statusAggregationContract: row.statusAggregationContract as JsonObject,
    lifecycleTemplate: row.lifecycleTemplate as JsonObject,
    childRequirements: row.childRequirements as JsonObject[],
    tests: row.tests as JsonObject[],
    complete: row.complete,
    propsMigration: row.propsMigration as ReshapeStep[],
    evaluation: row.evaluation as EvaluationReport | null,
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}

export function toConfigResource({ id, key, title, revision, ...row }: ConfigResource): ConfigResourceRow {
  return {
    id,
    key,
    title,
    revision,
    kind: row.kind as ConfigKind,
    body: row.body as JsonObject,
    provisioningSource: row.provisioningSource as ProvisioningSource,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
