import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { Sql } from '../../../kit/db/pool.ts'
import type { CatalogueDb } from '../store/client.ts'
import { configResourcesByIds } from '../store/config/config-resources.ts'
import type { Reading } from '../store/definitions/definition-reads.ts'
import {
  principalsByIds,
  projectsByIds,
  projectsOfSubspaces,
  rolesOf,
  spacesByIds,
  subspacesByIds,
  subspacesOfSpaces,
} from '../store/organisation/organisation-reads.ts'
import { definitionsByIds, definitionsByTypeKeys, versionsByIds } from '../store/definitions/entity-reads.sql.ts'
import { versionPages, type VersionPosition } from '../store/definitions/version-pages.sql.ts'

/** One page of one definition's versions; `after` is a sort key. */
export type VersionPageKey = { definitionId: string; after: string | null; limit: number }

export type CatalogueLoaders = ReturnType<typeof createLoaders>

/**
 * Each turns all that one request asks for at a time into one statement. Made anew for every request: a loader never
 * forgets, and what it holds is only what this viewer may read.
 */
export function createLoaders(db: CatalogueDb, sql: Sql, reading: Reading) {
  const { tenantId } = reading
  return {
    definition: byKey(
      (ids) => definitionsByIds(sql, reading, ids),
      (row) => row.id,
    ),
    definitionOfTypeKey: byKey(
      (typeKeys) => definitionsByTypeKeys(sql, reading, typeKeys),
      (row) => row.typeKey,
    ),
    version: byKey(
      (ids) => versionsByIds(sql, reading, ids),
      (row) => row.id,
    ),
    versionPage: versionPageLoader(sql, reading),
    configResource: byKey(
      (ids) => configResourcesByIds(db, tenantId, ids),
      (row) => row.id,
    ),
    principal: byKey(
      (ids) => principalsByIds(db, tenantId, ids),
      (row) => row.id,
    ),
    project: byKey(
      (ids) => projectsByIds(db, tenantId, ids),
      (row) => row.id,
    ),
    subspace: byKey(
      (ids) => subspacesByIds(db, tenantId, ids),
      (row) => row.id,
    ),
    space: byKey(
      (ids) => spacesByIds(db, tenantId, ids),
      (row) => row.id,
    ),
    subspacesOfSpace: listsByKey(
      (ids) => subspacesOfSpaces(db, tenantId, ids),
      (row) => row.spaceId,
    ),
    projectsOfSubspace: listsByKey(
      (ids) => projectsOfSubspaces(db, tenantId, ids),
      (row) => row.subspaceId,
    ),
    rolesOfPrincipal: new BatchLoader<string, string[]>(async (ids) => {
      const roles = await rolesOf(db, tenantId, ids)
      return ids.map((id) => roles.get(id) ?? [])
    }),
  }
}

function byKey<Row>(
  load: (keys: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new BatchLoader<string, Row | null>(async (keys) => {
    const found = new Map((await load(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => found.get(key) ?? null)
  })
}

function listsByKey<Row>(
  load: (keys: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new BatchLoader<string, Row[]>(async (keys) => {
    const lists = Map.groupBy(await load(keys), keyOf)
    return keys.map((key) => lists.get(key) ?? [])
  })
}

function versionPageLoader(sql: Sql, reading: Reading): DataLoader<VersionPageKey, VersionPosition[], string> {
  const pageOf = ({ after, limit }: VersionPageKey) => `${limit} ${after}`
  const load = async (keys: readonly VersionPageKey[]): Promise<VersionPosition[][]> => {
    // As a rule all keys of a batch come from one field of one document and differ in the definition only.
    const batches = [...Map.groupBy(keys, pageOf).values()].map(async (batch) => {
      const { after, limit } = batch[0]!
      const definitionIds = batch.map((key) => key.definitionId)
      return versionPages(sql, { ...reading, definitionIds, after, limit }).then((rows) => ({
        page: pageOf(batch[0]!),
        rows,
      }))
    })
    const pages = new Map(
      (await Promise.all(batches)).map(({ page, rows }) => [page, Map.groupBy(rows, (row) => row.definitionId)]),
    )
    return keys.map((key) => pages.get(pageOf(key))?.get(key.definitionId) ?? [])
  }
  return new BatchLoader(load, { cacheKeyFn: (key) => `${pageOf(key)} ${key.definitionId}` })
}
