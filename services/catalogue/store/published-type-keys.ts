import type { CatalogueDb } from './client.ts'

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
