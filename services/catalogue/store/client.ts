import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '../../../prisma/generated/client.ts'
import type { Sql } from '../../../kit/db/pool.ts'

type Models =
  | 'tenant'
  | 'principal'
  | 'space'
  | 'subspace'
  | 'project'
  | 'roleGrant'
  | 'rolePermission'
  | 'definition'
  | 'definitionVersion'
  | 'bundle'
  | 'configResource'
  | 'lineageEdge'

/** The Prisma client as this service may use it: its own tables only, another's is a type error. */
export type CatalogueDb = Pick<PrismaClient, Models | '$transaction'>

/** The same inside a transaction. */
export type CatalogueTx = Pick<PrismaClient, Models>

/** Brings no connections of its own: everything goes through the pool, which stays the caller's to end. */
export function createCatalogueDb(pool: pg.Pool): CatalogueDb {
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}

/** Seeding a first start on a busy machine takes longer than any request. */
const transactionMsMax = 60_000

/**
 * Runs `work` in one transaction, in which the models and hand-written statements see the same connection.
 * READ COMMITTED: a statement after a lock has been waited for sees what the other transaction did.
 */
export function inTransaction<T>(db: CatalogueDb, work: (tx: CatalogueTx, sql: Sql) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work(tx, sqlOf(tx)), {
    isolationLevel: 'ReadCommitted',
    maxWait: 5000,
    timeout: transactionMsMax,
  })
}

type RawClient = { $queryRawUnsafe<T>(text: string, ...values: unknown[]): Promise<T> }

/**
 * A Prisma transaction as a connection. Differences that it cannot hide: `rowCount` is that of the rows returned, and
 * times come as dates. Objects become JSON text, as pg would have it; Prisma would refuse some of them.
 */
function sqlOf(tx: RawClient): Sql {
  return {
    async query<R extends object>(statement: string | { text: string; values?: unknown[] }, values?: unknown[]) {
      const { text, values: own = [] } = typeof statement === 'string' ? { text: statement, values } : statement
      const rows = await tx.$queryRawUnsafe<R[]>(text, ...(values ?? own).map(toParameter))
      return { rows, rowCount: rows.length }
    },
  }
}

function toParameter(value: unknown): unknown {
  if (value === undefined) return null
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined
  const isPlain = prototype === Object.prototype || prototype === null
  return isPlain ? JSON.stringify(value) : value
}
