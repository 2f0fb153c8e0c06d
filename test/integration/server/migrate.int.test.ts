import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { applyMigrations, pendingMigrations } from '../../../kit/db/migrate.ts'
import { createPool, withTransaction } from '../../../kit/db/pool.ts'
import { StartupError } from '../../../kit/env.ts'
import { createLogger } from '../../../kit/log.ts'
import { testDatabase } from '../../support/postgres.ts'

const log = createLogger({ level: 'silent', name: 'test' })
let dir: string
let pool: pg.Pool
let drop: () => Promise<void>

beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'marquee-migrations-'))
  // An empty database: these tests bring migrations of their own.
  const { adminUrl, prefix } = inject('databaseServer')
  const name = `${prefix}m${path.basename(dir).slice(-6).toLowerCase()}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}"`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  pool = createPool(url.href, { max: 5, name: 'test', log })
  drop = async () => {
    await pool.end()
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    await admin.end()
    await rm(dir, { recursive: true, force: true })
  }
})
afterEach(() => drop())

async function migration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, name), { recursive: true })
  await writeFile(path.join(dir, name, 'migration.sql'), sql)
}

describe('applyMigrations', { timeout: 30_000 }, () => {
  it('applies what is missing, in order, once', async () => {
    await migration('0002_b', 'INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)')
    await migration('0001_a', 'CREATE TABLE t (n int)')
    expect(await pendingMigrations(pool, dir)).toEqual(['0001_a', '0002_b'])
    expect(await applyMigrations(pool, dir, log)).toEqual(['0001_a', '0002_b'])
    expect(await applyMigrations(pool, dir, log)).toEqual([])
    expect(await pendingMigrations(pool, dir)).toEqual([])
    await migration('0003_c', 'INSERT INTO t VALUES (3)')
    expect(await applyMigrations(pool, dir, log)).toEqual(['0003_c'])
    expect((await pool.query('SELECT n FROM t ORDER BY n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  it('applies each once when several processes start together', async () => {
    await migration('0001_a', 'CREATE TABLE t (n int); SELECT pg_sleep(0.2)')
    await migration('0002_b', 'INSERT INTO t VALUES (1)')
    const all = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(pool, dir, log)))
    expect(all.flat().sort()).toEqual(['0001_a', '0002_b'])
    expect((await pool.query('SELECT count(*) AS n FROM t')).rows).toEqual([{ n: 1 }])
  })

  it('leaves nothing of a migration that fails, and applies it when it is repaired', async () => {
    await migration('0001_a', 'CREATE TABLE t (n int)')
    await migration('0002_b', 'CREATE TABLE u (n int); SELECT nonsense')
    await expect(applyMigrations(pool, dir, log)).rejects.toThrow(
      /^Migration 0002_b failed and was rolled back: .*nonsense/,
    )
    expect((await pool.query("SELECT to_regclass('u') AS u, to_regclass('t')::text AS t")).rows).toEqual([
      { u: null, t: 't' },
    ])
    expect(await pendingMigrations(pool, dir)).toEqual(['0002_b'])
    await migration('0002_b', 'CREATE TABLE u (n int)')
    expect(await applyMigrations(pool, dir, log)).toEqual(['0002_b'])
  })

  it('refuses to go on when an applied migration was changed or one is recorded as failed', async () => {
    await migration('0001_a', 'CREATE TABLE t (n int)')
    await applyMigrations(pool, dir, log)
    await migration('0001_a', 'CREATE TABLE t (n bigint)')
    await expect(applyMigrations(pool, dir, log)).rejects.toThrow(StartupError)
    await expect(applyMigrations(pool, dir, log)).rejects.toThrow(
      'Migration 0001_a was changed after it had been applied',
    )
    await migration('0001_a', 'CREATE TABLE t (n int)')
    await pool.query('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(applyMigrations(pool, dir, log)).rejects.toThrow('Migration 0001_a is recorded as failed')
  })

  it('accepts a database that is ahead of this program', async () => {
    await migration('0001_a', 'CREATE TABLE t (n int)')
    await migration('0002_b', 'SELECT 1')
    await applyMigrations(pool, dir, log)
    await rm(path.join(dir, '0002_b'), { recursive: true })
    expect(await applyMigrations(pool, dir, log)).toEqual([])
  })
})

describe('the pool', { timeout: 30_000 }, () => {
  it('reads rows the way the domain wants them', async () => {
    const { rows } = await pool.query(
      `SELECT 9007199254740991::int8 AS big, '2026-11-21 10:51:58.123456+02'::timestamptz AS at, 1.50::numeric AS amount, '2026-11-21'::date AS day`,
    )
    expect(rows).toEqual([{ big: 9007199254740991, at: '2026-11-21T08:51:58.123Z', amount: '1.50', day: '2026-11-21' }])
    await expect(pool.query('SELECT 9007199254740992::int8')).rejects.toThrow(/cannot hold exactly/)
    expect((await pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }])
  })

  it('survives the loss of every connection', async () => {
    const busy = pool.query('SELECT pg_sleep(10)').catch((error: Error) => error.message)
    const sleeping =
      "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
    await expect.poll(async () => (await pool.query(sleeping)).rows).toEqual([{ n: 1 }])
    await pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    )
    expect(await busy).toMatch(/terminat/)
    await expect
      .poll(() =>
        pool.query('SELECT 1 AS n').then(
          ({ rows }) => rows,
          () => null,
        ),
      )
      .toEqual([{ n: 1 }])
  })

  it('rolls back what throws, and refuses to call a swallowed failure a success', async () => {
    await pool.query('CREATE TABLE t (n int PRIMARY KEY)')
    const failed = withTransaction(pool, async (tx) => {
      await tx.query('INSERT INTO t VALUES (1)')
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    const swallowed = withTransaction(pool, async (tx) => {
      await tx.query('INSERT INTO t VALUES (2)')
      await tx.query('SELECT nonsense').catch(() => {})
    })
    await expect(swallowed).rejects.toThrow('rolled back')
    expect((await pool.query('SELECT n FROM t')).rows).toEqual([])
    expect(pool.idleCount).toBe(pool.totalCount)
  })

  it('runs a transaction again after a deadlock', async () => {
    await pool.query('CREATE TABLE t (id int PRIMARY KEY, n int); INSERT INTO t VALUES (1, 0), (2, 0)')
    let arrived = 0
    let open = (): void => {}
    const barrier = new Promise<void>((resolve) => (open = resolve))
    const inOrder = (first: number, second: number) =>
      withTransaction(pool, async (tx) => {
        await tx.query('UPDATE t SET n = n + 1 WHERE id = $1', [first])
        if (++arrived >= 2) open()
        await barrier
        await tx.query({ name: 'second', text: 'UPDATE t SET n = n + 1 WHERE id = $1', values: [second] })
      })
    await Promise.all([inOrder(1, 2), inOrder(2, 1)])
    expect(arrived).toBe(3)
    expect((await pool.query('SELECT n FROM t')).rows).toEqual([{ n: 2 }, { n: 2 }])
  })
})

describe('testDatabase', () => {
  it('gives each caller a migrated database of its own', async () => {
    const both = await Promise.all([testDatabase(), testDatabase()])
    expect(both[0].url).not.toBe(both[1].url)
    const own = createPool(both[0].url, { max: 1, name: 'test', log })
    expect(await pendingMigrations(own, path.resolve(import.meta.dirname, '../../../prisma/migrations'))).toEqual([])
    await own.end()
    for (const database of both) await database.drop()
  })
})
