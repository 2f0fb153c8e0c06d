import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { EvaluationReport } from '../evaluation/report.ts'

export const definitionKinds = [
  'COMPONENT',
  'PIPELINE',
  'STORE',
  'ACCESSOR',
  'OP',
  'OP_MACRO',
  'ML_MODULE',
  'PORTFOLIO_OPTIMIZER',
  'SESSION',
  'PART',
  'POD',
  'HOST',
  'FORM',
  'JOB',
  'REPORT',
  'SCOPE_CONFIG',
] as const
export type DefinitionKind = (typeof definitionKinds)[number]

export type SyncStatus = 'NOT_SYNCED' | 'SYNCING' | 'SYNCED' | 'SYNC_FAILED'
export type DefinitionStatus = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED' | 'DEPRECATED' | 'RETIRED'
export type ProvisioningSource = 'SEED' | 'CONTENT_PACKAGE' | 'PLUGIN' | 'COPY'

/** The mutable head. */
export type DefinitionRow = {
  id: string
  tenantId: string
  projectId: string
  typeKey: string
  kind: DefinitionKind
  title: string | null
  description: string | null
  provisioningSource: ProvisioningSource
  status: DefinitionStatus
  latestVersionId: string | null
  derivedFromId: string | null
  ownerId: string
  authorizationPolicyId: string | null
  /** These three are null unless a content package brought the definition. */
  contentPackage: string | null
  syncStatus: SyncStatus | null
  syncReport: JsonObject | null
  createdAt: string
  updatedAt: string
}

export type FlowTemplate = {
  name: string
  runKind: string
  schedulable: boolean
  freshnessSlaSeconds: number | null
  /** These are left out where they say nothing: versions from before there were any keep their hashes. */
  timeoutSeconds?: number
  memoryMb?: number
  network?: true
}

/** What defines a version, and so goes into its content hash. Everything about it that stays when it is published. */
export type VersionContent = {
  version: string
  codeRef: string | null
  bundleHash: string | null
  propsSchema: JsonObject
  parametersSchema: JsonObject
  defaultProps: JsonObject
  flowTemplates: FlowTemplate[]
  statusAggregationContract: JsonObject
  lifecycleTemplate: JsonObject
  childRequirements: JsonObject[]
  tests: JsonObject[]
  complete: boolean
  /** How the props of an instance that comes from an earlier version are led to this one. */
  propsMigration: ReshapeStep[]
}

/** The content of a version, and nothing else that its row has. */
export function contentOf(row: VersionContent): VersionContent {
  const { version, codeRef, bundleHash, propsSchema, parametersSchema, defaultProps } = row
  const { flowTemplates, statusAggregationContract, lifecycleTemplate, childRequirements, tests, complete } = row
  const { propsMigration } = row
  return {
    version,
    codeRef,
    bundleHash,
    propsSchema,
    parametersSchema,
    defaultProps,
    flowTemplates,
    statusAggregationContract,
    lifecycleTemplate,
    childRequirements,
    tests,
    complete,
    propsMigration,
  }
}

export type DefinitionVersionRow = VersionContent & {
  id: string
  tenantId: string
  definitionId: string
  status: DefinitionStatus
  contentHash: string
  evaluation: EvaluationReport | null
  createdAt: string
  publishedAt: string | null
}

/** Where the module of a bundle is served. Named by content, so a response may be kept for ever. */
export const bundleUrl = (hash: string | null) => (hash === null ? null : `/bundles/${hash}.js`)
