import type { Sql } from '../../../../kit/db/pool.ts'
import { sortKey } from '../../../../kit/pure/ids/semver.ts'
import type { DefinitionKind, ProvisioningSource, VersionContent } from '../../domain/definitions/definition.ts'
import type { EvaluationReport } from '../../domain/evaluation/report.ts'
import type { CatalogueDb, CatalogueTx } from '../client.ts'

export type PublishedDefinition = {
  definition: {
    id: string
    typeKey: string
    kind: DefinitionKind
    title: string
    description: string
    projectId: string
    ownerId: string
    provisioningSource: ProvisioningSource
  }
  version: { id: string; content: VersionContent; contentHash: string; evaluation: EvaluationReport }
}

/** Which of these versions have been published, whatever became of them: by the type keys of their definitions. */
export async function publishedTypeKeys(
  db: CatalogueDb,
  tenantId: string,
  versions: readonly { typeKey: string; version: string }[],
): Promise<Set<string>> {
  const rows = await db.definitionVersion.findMany({
    where: {
      tenantId,
      publishedAt: { not: null },
      OR: versions.map(({ typeKey, version }) => ({ version, definition: { typeKey } })),
    },
    select: { definition: { select: { typeKey: true } } },
  })
  return new Set(rows.map(({ definition }) => definition.typeKey))
}

/** New definitions, each with its first version, published: three statements for all. What is there already stays. */
export async function insertPublished(
  tx: CatalogueTx,
  sql: Sql,
  { tenantId, now }: { tenantId: string; now: Date },
  made: readonly PublishedDefinition[],
): Promise<void> {
  const dates = { createdAt: now, updatedAt: now }
  const definitions = made.map(({ definition }) => ({ ...definition, ...dates, tenantId, status: 'PUBLISHED' }))
  await tx.definition.createMany({ data: definitions, skipDuplicates: true })
  const versions = made.map(({ definition, version: { content, ...version } }) => ({
    ...version,
    ...content,
    ...dates,
    tenantId,
    definitionId: definition.id,
    versionOrder: sortKey(content.version),
    status: 'PUBLISHED',
    publishedAt: now,
  }))
  await tx.definitionVersion.createMany({ data: versions, skipDuplicates: true })
  const latest =
    'UPDATE catalogue.definition d SET latest_version_id = v.id FROM catalogue.definition_version v WHERE v.id = ANY($1::text[]) AND d.id = v.definition_id'
  await sql.query(latest, [made.map(({ version }) => version.id)])
}
