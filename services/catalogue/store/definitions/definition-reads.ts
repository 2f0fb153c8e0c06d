import type { DefinitionKind, DefinitionRow, DefinitionStatus } from '../../domain/definitions/definition.ts'
import type { CatalogueDb, CatalogueTx } from '../client.ts'
import { toDefinition } from './row-mapping.ts'

/** Whose definitions; those that were never published are among them all, or where they are at one of the nodes. */
export type Reading = { tenantId: string; unpublished: boolean; nodes: readonly string[] }

export type DefinitionQuery = {
  kinds: DefinitionKind[] | null
  statuses: DefinitionStatus[] | null
  projectId: string | null
  search: string | null
}

/** Where a page begins: after this definition, newest first. */
export type DefinitionPosition = { createdAt: string; id: string }

export async function definitionById(tx: CatalogueTx, tenantId: string, id: string): Promise<DefinitionRow | null> {
  const row = await tx.definition.findFirst({ where: { tenantId, id } })
  return row === null ? null : toDefinition(row)
}

/** Up to `limit` definitions and how many there are on all pages together. */
export async function definitionPage(
  db: CatalogueDb,
  reading: Reading,
  query: DefinitionQuery,
  page: { after: DefinitionPosition | null; limit: number },
): Promise<{ rows: DefinitionRow[]; totalCount: number }> {
  const where = { ...readable(reading), AND: conditions(query) }
  const rows = await db.definition.findMany({
    where: page.after === null ? where : { ...where, AND: [...where.AND, isOlder(page.after)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  })
  return { rows: rows.map(toDefinition), totalCount: await db.definition.count({ where }) }
}

function readable({ tenantId, unpublished, nodes }: Reading) {
  if (unpublished) return { tenantId }
  const at = [...nodes]
  const published = { versions: { some: { publishedAt: { not: null } } } }
  return { tenantId, OR: [published, ...(at.length > 0 ? [{ projectId: { in: at } }, { id: { in: at } }] : [])] }
}

function conditions({ kinds, statuses, projectId, search }: DefinitionQuery) {
  const contains = search === null ? null : { contains: asLiteral(search), mode: 'insensitive' as const }
  return [
    ...(kinds === null ? [] : [{ kind: { in: kinds } }]),
    ...(statuses === null ? [] : [{ status: { in: statuses } }]),
    ...(projectId === null ? [] : [{ projectId }]),
    ...(contains === null ? [] : [{ OR: [{ typeKey: contains }, { title: contains }] }]),
  ]
}

function isOlder({ createdAt, id }: DefinitionPosition) {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }
}

/** Prisma hands `contains` to LIKE as it is, in which % and _ stand for anything. */
function asLiteral(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
