import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { StartupError } from '../env.ts'
import type { Logger } from '../log.ts'
import { errorCode } from '../errors/system-error.ts'
import type { Sql } from './pool.ts'

type Migration = { name: string; sql: string; checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: string | null }

// The number Prisma's own tool locks, so that it and we exclude each other too.
const LOCK = 72_707_369
const UNDEFINED_TABLE = '42P01'

// The table as Prisma makes it: `prisma migrate status` reads it and agrees with what we did.
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the database to the newest migration below `dir` and returns the names applied, in order. Each migration is
 * one transaction, with its row in `_prisma_migrations` written first. Processes that start together wait for one
 * another and apply each once. Throws a StartupError when a migration fails or an applied one has been changed.
 */
export async function applyMigrations(pool: pg.Pool, dir: string, log: Logger): Promise<string[]> {
  const migrations = await readMigrations(dir)
  // A connection of its own: a migration, and the wait for another process's, may take longer than the pool allows,
  // and the lock goes with the connection whatever happens to us.
  const client = new pg.Client({
    ...pool.options,
    statement_timeout: 0,
    query_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(CREATE_TABLE)
    const pending = findPending(migrations, await readApplied(client), log)
    for (const migration of pending) {
      await applyOne(client, migration)
      log.debug({ migration: migration.name }, 'applied a migration')
    }
    if (pending.length > 0) log.info({ count: pending.length, newest: pending.at(-1)?.name }, 'migrations applied')
    return pending.map(({ name }) => name)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The names below `dir` that the database does not have yet; empty means it is ready for this program. */
export async function pendingMigrations(sql: Sql, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir)
  const applied = await readApplied(sql)
  const done = new Set(applied.filter((row) => row.finished_at !== null).map((row) => row.migration_name))
  return migrations.map(({ name }) => name).filter((name) => !done.has(name))
}

function findPending(migrations: Migration[], applied: Applied[], log: Logger): Migration[] {
  const rows = new Map(applied.map((row) => [row.migration_name, row]))
  const failed = applied.find((row) => row.finished_at === null)
  if (failed)
    throw new StartupError(
      `Migration ${failed.migration_name} is recorded as failed; repair the database and resolve it with "prisma migrate resolve".`,
    )
  for (const { name, checksum } of migrations) {
    const row = rows.get(name)
    if (row && row.checksum !== checksum)
      throw new StartupError(
        `Migration ${name} was changed after it had been applied; restore the file and write a new migration instead.`,
      )
  }
  const known = new Set(migrations.map(({ name }) => name))
  const ahead = applied.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name)
  // While versions are rolled out side by side, the older program meets a newer database; that has to work.
  if (ahead.length > 0) log.warn({ migrations: ahead }, 'the database has migrations that this version does not know')
  return migrations.filter(({ name }) => !rows.has(name))
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query(sql)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new StartupError(`Migration ${name} failed and was rolled back: ${(error as Error).message}.`, {
      cause: error,
    })
  }
}

async function readApplied(sql: Sql): Promise<Applied[]> {
  try {
    const { rows } = await sql.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    return rows
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return []
    throw error
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  let entries
  try {
    entries = await readdir(dir, { withFileTypes: true })
  } catch (error) {
    throw new StartupError(`The migrations in ${dir} cannot be read (${errorCode(error)}).`)
  }
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(dir, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
}
