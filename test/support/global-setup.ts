import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../../kit/clock.ts'
import { startEmbeddedPostgres } from '../../kit/db/embedded-postgres.ts'
import { applyMigrations } from '../../kit/db/migrate.ts'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'
import { createCatalogue } from '../../services/catalogue/index.ts'
import { recordActivity } from '../../services/runtime/index.ts'
import { createGraphileEngine } from '../../services/runtime/engine/flows/graphile-engine.ts'
import type { DatabaseServer } from './provided.ts'
import { startRedis } from './redis-server.ts'

const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations')
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const log = createLogger({ level: 'warn', name: 'test' })

/** Real servers for one test run: those of DATABASE_URL and REDIS_URL, or our own, which end with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = []
  const teardown = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const adminUrl = process.env['DATABASE_URL'] ?? (await ownPostgres(undo))
    const folder = startedFolder(undo)
    project.provide('databaseServer', await makeTemplates(adminUrl, undo))
    project.provide('redisUrl', process.env['REDIS_URL'] ?? (await ownRedis(undo)))
    project.provide('startedFolder', await folder)
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}

async function ownPostgres(undo: (() => Promise<void>)[]): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'marquee-test-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  // Nothing here outlives the run, so nothing has to reach the disk.
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }
  const server = await startEmbeddedPostgres({ dataDir, log, settings })
  undo.push(() => server.stop())
  return server.url
}

async function ownRedis(undo: (() => Promise<void>)[]): Promise<string | null> {
  const server = await startRedis()
  if (server) undo.push(() => server.stop())
  return server?.url ?? null
}

/** The names begin with a mark of this run: several runs may share a server, and each removes only its own. */
async function makeTemplates(adminUrl: string, undo: (() => Promise<void>)[]): Promise<DatabaseServer> {
  const prefix = `marquee_test_${randomBytes(4).toString('hex')}_`
  const templates = { migrated: `${prefix}migrated`, seeded: `${prefix}seeded` }
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  undo.push(async () => {
    const left = await admin.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of left.rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    await admin.end()
  })
  // A template can only be copied while nobody is connected to it.
  const fill = async (name: string, work: (pool: pg.Pool) => Promise<unknown>) => {
    const url = new URL(adminUrl)
    url.pathname = `/${name}`
    const pool = createPool(url.href, { max: 2, name: 'test', log })
    await work(pool)
    await pool.end()
  }
  await admin.query(`CREATE DATABASE ${templates.migrated}`)
  await fill(templates.migrated, async (pool) => {
    if (existsSync(migrations)) await applyMigrations(pool, migrations, log)
    await createGraphileEngine(pool, log, { runsAtOnce: 1 }).prepare()
  })
  await admin.query(`CREATE DATABASE ${templates.seeded} TEMPLATE ${templates.migrated}`)
  await fill(templates.seeded, async (pool) => {
    const catalogue = createCatalogue({
      pool,
      clock: systemClock,
      activities: { record: recordActivity },
      tellAccess: async () => {},
      instances: { nodeOf: async () => ({ projectId: null }) },
    })
    await catalogue.bootstrap()
    await catalogue.seed()
  })
  return { adminUrl, templates, prefix }
}

/** A first start costs seconds; servers of the tests start from a copy of what it leaves. */
async function startedFolder(undo: (() => Promise<void>)[]): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'marquee-test-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const env = { DATA_DIR: dataDir, PORT: '0', MARQUEE_DEMO: 'off', MARQUEE_DRAIN_SECONDS: '0', LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const chunk of child.stdout) {
    output += String(chunk)
    // It says so when it is ready.
    if (output.includes('GraphQL ')) child.kill('SIGTERM')
  }
  return dataDir
}
