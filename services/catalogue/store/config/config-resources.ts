import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ConfigKind, ConfigResourceRow } from '../../domain/config/config-resource.ts'
import type { CatalogueDb, CatalogueTx } from '../client.ts'
import { toConfigResource } from '../definitions/row-mapping.ts'

/** Where a page begins: after this one, by kind and key. */
export type ConfigPosition = { kind: string; key: string }

export async function configResourcesByIds(
  db: CatalogueDb,
  tenantId: string,
  ids: readonly string[],
): Promise<ConfigResourceRow[]> {
  const rows = await db.configResource.findMany({ where: { tenantId, id: { in: [...ids] } } })
  return rows.map(toConfigResource)
}

export async function configResourceByKey(
  db: CatalogueTx,
  tenantId: string,
  kind: ConfigKind,
  key: string,
): Promise<ConfigResourceRow | null> {
  const row = await db.configResource.findUnique({ where: { tenantId_kind_key: { tenantId, kind, key } } })
  return row === null ? null : toConfigResource(row)
}

/** Whether a definition may name it as its authorization policy. */
export async function isPolicy(tx: CatalogueTx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.configResource.count({ where: { tenantId, id, kind: 'AUTHORIZATION_POLICY' } })) > 0
}

/** Up to `limit` of them by kind and key, and how many there are on all pages together. */
export async function configResourcePage(
  db: CatalogueDb,
  query: { tenantId: string; kind: ConfigKind | null },
  page: { after: ConfigPosition | null; limit: number },
): Promise<{ rows: ConfigResourceRow[]; totalCount: number }> {
  const where = { tenantId: query.tenantId, ...(query.kind === null ? {} : { kind: query.kind }) }
  const { after } = page
  const rest =
    after === null ? {} : { OR: [{ kind: { gt: after.kind } }, { kind: after.kind, key: { gt: after.key } }] }
  const rows = await db.configResource.findMany({
    where: { ...where, ...rest },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
    take: page.limit,
  })
  return { rows: rows.map(toConfigResource), totalCount: await db.configResource.count({ where }) }
}

/** The one of that kind and key as it is while its row is locked; null when there is none. */
export async function lockConfigResource(
  tx: CatalogueTx,
  sql: Sql,
  tenantId: string,
  kind: ConfigKind,
  key: string,
): Promise<ConfigResourceRow | null> {
  await sql.query(
    'SELECT id FROM catalogue.config_resource WHERE tenant_id = $1 AND kind = $2 AND key = $3 FOR UPDATE',
    [tenantId, kind, key],
  )
  return configResourceByKey(tx, tenantId, kind, key)
}

type ConfigWrite = { title: string | null; body: JsonObject; now: Date }

/** False when somebody else has just made one of that kind and key. */
export async function insertConfigResource(
  tx: CatalogueTx,
  owner: { id: string; tenantId: string; kind: ConfigKind; key: string },
  { title, body, now }: ConfigWrite,
): Promise<boolean> {
  const data = [{ ...owner, title, body, createdAt: now, updatedAt: now }]
  return (await tx.configResource.createMany({ data, skipDuplicates: true })).count > 0
}

export async function changeConfigResource(
  tx: CatalogueTx,
  id: string,
  { title, body, now }: ConfigWrite,
): Promise<void> {
  await tx.configResource.update({ where: { id }, data: { title, body, revision: { increment: 1 }, updatedAt: now } })
}
