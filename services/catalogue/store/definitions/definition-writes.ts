import type { Sql } from '../../../../kit/db/pool.ts'
import { sortKey } from '../../../../kit/pure/ids/semver.ts'
import { Prisma } from '../../../../prisma/generated/client.ts'
import type {
  DefinitionKind,
  DefinitionRow,
  DefinitionStatus,
  DefinitionVersionRow,
  ProvisioningSource,
  SyncStatus,
  VersionContent,
} from '../../domain/definitions/definition.ts'
import type { EvaluationReport } from '../../domain/evaluation/report.ts'
import type { VersionSummary } from '../../domain/definitions/version-status.ts'
import type { CatalogueTx } from '../client.ts'
import { toDefinition, toVersion } from './row-mapping.ts'

/**
 * Every write takes the definition's row lock first, so that whoever decides about one of its versions sees all the
 * others as they are, and as they stay until the commit.
 */
export async function lockDefinition(
  tx: CatalogueTx,
  sql: Sql,
  tenantId: string,
  id: string,
): Promise<DefinitionRow | null> {
  const lock = 'SELECT id FROM catalogue.definition WHERE tenant_id = $1 AND id = $2 FOR UPDATE'
  const { rows } = await sql.query(lock, [tenantId, id])
  return rows.length === 0 ? null : toDefinition(await tx.definition.findUniqueOrThrow({ where: { id } }))
}

export type NewDefinition = {
  id: string
  tenantId: string
  projectId: string
  typeKey: string
  kind: DefinitionKind
  title: string | null
  description: string | null
  ownerId: string
  provisioningSource: ProvisioningSource
  derivedFromId: string | null
  contentPackage: string | null
  syncStatus: SyncStatus | null
  createdAt: Date
}

/** The definition of that type key, made if there is none yet, and locked. Of two who make it, one finds the other's. */
export async function lockOrMakeDefinition(tx: CatalogueTx, sql: Sql, made: NewDefinition): Promise<DefinitionRow> {
  await tx.definition.createMany({ data: [{ ...made, updatedAt: made.createdAt }], skipDuplicates: true })
  const lock = 'SELECT id FROM catalogue.definition WHERE tenant_id = $1 AND type_key = $2 FOR UPDATE'
  const { rows } = await sql.query<{ id: string }>(lock, [made.tenantId, made.typeKey])
  return toDefinition(await tx.definition.findUniqueOrThrow({ where: { id: rows[0]?.id ?? made.id } }))
}

export type HeadChange = {
  status?: DefinitionStatus
  latestVersionId?: string | null
  title?: string
  description?: string
  authorizationPolicyId?: string
  updatedAt: Date
}

export async function changeHead(tx: CatalogueTx, id: string, change: HeadChange): Promise<DefinitionRow> {
  return toDefinition(await tx.definition.update({ where: { id }, data: change }))
}

export async function versionById(tx: CatalogueTx, tenantId: string, id: string): Promise<DefinitionVersionRow | null> {
  const row = await tx.definitionVersion.findFirst({ where: { tenantId, id } })
  return row === null ? null : toVersion(row)
}

export async function versionByNumber(
  tx: CatalogueTx,
  definitionId: string,
  version: string,
): Promise<DefinitionVersionRow | null> {
  const row = await tx.definitionVersion.findUnique({ where: { definitionId_version: { definitionId, version } } })
  return row === null ? null : toVersion(row)
}

export async function versionSummaries(tx: CatalogueTx, definitionId: string): Promise<VersionSummary[]> {
  const select = { id: true, version: true, status: true, publishedAt: true } as const
  const rows = await tx.definitionVersion.findMany({ where: { definitionId }, select })
  return rows.map((row) => ({
    ...row,
    status: row.status as DefinitionStatus,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }))
}

type VersionWrite = { status: DefinitionStatus; contentHash: string; content: VersionContent; now: Date }

export async function insertVersion(
  tx: CatalogueTx,
  owner: { id: string; tenantId: string; definitionId: string },
  { status, contentHash, content, now }: VersionWrite,
): Promise<DefinitionVersionRow> {
  const versionOrder = sortKey(content.version)
  const data = { ...owner, ...content, versionOrder, status, contentHash, createdAt: now, updatedAt: now }
  return toVersion(await tx.definitionVersion.create({ data }))
}

export async function replaceVersion(
  tx: CatalogueTx,
  id: string,
  { status, contentHash, content, now }: VersionWrite,
): Promise<DefinitionVersionRow> {
  // What has been said of the old content does not hold for the new one.
  const data = { ...content, evaluation: Prisma.DbNull, status, contentHash, updatedAt: now }
  return toVersion(await tx.definitionVersion.update({ where: { id }, data }))
}

export async function setVersionStatus(
  tx: CatalogueTx,
  id: string,
  change: { status: DefinitionStatus; evaluation?: EvaluationReport; publishedAt?: Date; updatedAt: Date },
): Promise<DefinitionVersionRow> {
  return toVersion(await tx.definitionVersion.update({ where: { id }, data: change }))
}

export async function retireVersions(tx: CatalogueTx, ids: readonly string[], now: Date): Promise<void> {
  const data = { status: 'RETIRED', updatedAt: now }
  await tx.definitionVersion.updateMany({ where: { id: { in: [...ids] } }, data })
}

/** Bundles are addressed by content: one that is there already is the same. */
export async function keepBundle(
  tx: CatalogueTx,
  bundle: { hash: string; source: string; createdAt: Date },
): Promise<void> {
  await tx.bundle.createMany({ data: [bundle], skipDuplicates: true })
}

/** `fromId` is the newer one. */
export async function insertLineage(
  tx: CatalogueTx,
  edge: { fromId: string; toId: string; type: 'DERIVED_FROM'; tenantId: string; createdAt: Date },
): Promise<void> {
  await tx.lineageEdge.create({ data: edge })
}
