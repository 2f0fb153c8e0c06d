import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../log.ts'
import { errorCode } from '../errors/system-error.ts'
import { jsonValueOf } from '../pure/json/json-value-of.ts'

/** A statement with a name is prepared once per connection; the name must stand for one text only. */
export type Statement = { name?: string; text: string; values?: unknown[] }

/** What a store needs of a connection. A pool, a client and a transaction all are one. */
export type Sql = {
  query<R extends object = Record<string, unknown>>(
    statement: string | Statement,
    values?: unknown[],
  ): Promise<{ rows: R[]; rowCount: number | null }>
}

/** A connection inside a transaction. While it lasts, nothing else may be used in its place. */
export type Tx = Sql

const RETRIES_MAX = 3
const RETRYABLE = new Set(['40001', '40P01'])

/**
 * A pool whose connections give up rather than hang, and read rows the way the domain wants them: int8 as a number
 * (a value that a number cannot hold is an error), timestamptz as ISO-8601 in UTC with milliseconds, date and
 * timestamp as the text Postgres sends, numeric as text. Prisma can share it: it brings its own reading per query.
 */
export function createPool(connectionString: string, options: { max: number; name: string; log: Logger }): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // The server's limit is the shorter one: it leaves the connection usable. Ours is for a server that went silent,
    // and how long a write may stay without an answer then.
    statement_timeout: 12_000,
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  })
  // Without a listener, the loss of a connection that nobody uses would end the process. One that is being closed is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) options.log.warn({ err: error }, 'lost an idle database connection')
  })
  statements.set(pool, 0)
  const clients = new Set<pg.PoolClient>()
  openClients.set(pool, clients)
  pool.on('remove', (client) => clients.delete(client))
  pool.on('connect', (client) => {
    clients.add(client)
    // A client that is out of the pool reports through its query; the event besides must find a listener too.
    client.on('error', () => {})
    countStatements(pool, client)
  })
  return pool
}

/** Ends a pool. Statements that are still running after `limitMs` are cut, with their connections; their callers are told. */
export async function endPool(pool: pg.Pool, limitMs: number): Promise<void> {
  const clients = openClients.get(pool) ?? new Set()
  const ended = pool.end()
  await Promise.race([ended, sleep(limitMs, undefined, { ref: false })])
  // A client with a statement on its way destroys its socket.
  for (const client of clients) (client as pg.PoolClient & { end(): Promise<void> }).end().catch(() => {})
  await Promise.race([ended, sleep(limitMs, undefined, { ref: false })])
}

const openClients = new WeakMap<pg.Pool, Set<pg.PoolClient>>()

const statements = new WeakMap<pg.Pool, number>()

/** How many statements the pool's connections have sent, BEGIN and COMMIT included; what a test or a metric compares. */
export const statementCount = (pool: pg.Pool): number => statements.get(pool) ?? 0

function countStatements(pool: pg.Pool, client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    statements.set(pool, statementCount(pool) + 1)
    return query(...args)
  }) as typeof client.query
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws. After a deadlock or a
 * serialization failure it runs again, at most three times more, so everything in it must go through `tx` alone.
 */
export async function withTransaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  options: { isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE' } = {},
): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await runOnce(pool, work, `BEGIN ISOLATION LEVEL ${options.isolation ?? 'READ COMMITTED'}`)
    } catch (error) {
      if (retry >= RETRIES_MAX || !RETRYABLE.has(errorCode(error))) throw error
      await sleep(randomInt(1, 10 * 2 ** retry))
    }
  }
}

async function runOnce<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, begin: string): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(client)
    const end = await client.query('COMMIT')
    // Postgres answers COMMIT with ROLLBACK, and no error, when an error inside was swallowed.
    if (end.command !== 'COMMIT')
      throw new Error('the transaction was rolled back because a statement in it had failed')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    // A connection that could not be rolled back must not meet the next user.
    client.release(broken)
  }
}

const { builtins } = pg.types
const OWN_PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, readInt8],
  [builtins.TIMESTAMPTZ, readTimestamp],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
  [builtins.JSON, jsonValueOf],
  [builtins.JSONB, jsonValueOf],
])

function getTypeParser(oid: number, format?: string): (text: string) => unknown {
  const own = format === 'binary' ? undefined : OWN_PARSERS.get(oid)
  return own ?? (pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as (text: string) => unknown)
}

function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database returned ${text}, which a number cannot hold exactly`)
  return value
}

/** "2026-11-21 10:51:58.123456+00" as "2026-11-21T10:51:58.123Z"; microseconds are cut off, not rounded. */
export function readTimestamp(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::?(\d\d))?$/.exec(text)
  // Infinity, years before Christ or after 9999: no ISO form of that shape, so the caller sees what is there.
  if (!found) return text
  const [, day, time, fraction = '', hours, minutes = '00'] = found
  const millis = fraction.padEnd(3, '0').slice(0, 3)
  if (hours === '+00' && minutes === '00') return `${day}T${time}.${millis}Z`
  return new Date(`${day}T${time}.${millis}${hours}:${minutes}`).toISOString()
}
