import type { DefinitionVersionRow } from '../domain/definition.ts'
import type { CatalogueTx } from "./client.ts"
import type { Reading } from './definition-reads.ts'
import { toVersion } from './row-mapping.ts'

export async function versionsByIds(db: CatalogueTx, reading: Reading, ids: readonly string[]): Promise<DefinitionVersionRow[]> {
  const { tenantId, unpublished } = reading
  const rows = await db.definitionVersion.findMany({
    where: { tenantId, id: { in: [...ids] }, ...(unpublished ? {} : { publishedAt: { not: null } }) },
  })
  return rows.map(toVersion)
}

/** The source of a bundle; null when there is none of that hash. */
export async function bundleSource(db: CatalogueTx, hash: string): Promise<string | null> {
  const bundle = await db.bundle.findUnique({ where: { hash }, select: { source: true } })
  return bundle?.source ?? null
}
