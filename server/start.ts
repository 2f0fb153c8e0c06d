import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { createMemoryBus } from '../kit/bus/memory-bus.ts'
import { createRedisBus } from '../kit/bus/redis-bus.ts'
import { untilReady, type Bus } from '../kit/bus/bus.ts'
import { createVersionedKeys } from '../kit/cache/versioned-keys.ts'
import { loadAdminKey, type AdminKey } from '../kit/admin-key.ts'
import { startEmbeddedPostgres } from '../kit/db/embedded-postgres.ts'
import { applyMigrations, pendingMigrations } from '../kit/db/migrate.ts'
import { createPool, statementCount } from '../kit/db/pool.ts'
import { StartupError, type Env } from '../kit/env.ts'
import { createAccessTokens } from '../kit/graphql/access-token.ts'
import { createAuthenticate } from '../kit/graphql/authenticate.ts'
import { createApp } from '../kit/http/create-app.ts'
import { addGauge } from '../kit/http/gauge.ts'
import { registerHealth, type Checks } from '../kit/http/health.ts'
import type { Logger } from '../kit/log.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_TENANT_ID } from '../services/catalogue/index.ts'
import { registerRole } from './roles.ts'

const migrationsDir = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

export type Started = {
  url: string
  admin: AdminKey
  stop(): Promise<void>
}

type Stops = { name: string; stop: () => unknown }[]

/**
 * Starts the part that `env` says, on its own database and bus or on the given ones. Rejects with a StartupError, one
 * sentence, when it cannot; whatever was started by then is stopped again.
 */
export async function start(env: Env, log: Logger, options: { sweepMs?: number } = {}): Promise<Started> {
  const stops: Stops = []
  const stop = async () => {
    for (const { stop } of stops.splice(0).reverse()) await stop()
  }
  try {
    const admin = await loadAdminKey({ dataDir: env.dataDir, given: env.adminKey })
    const { pool, bus, keys } = await infrastructure(env, log, stops)
    const tokens = createAccessTokens({ installationKey: admin.key, tenantId: SYSTEM_TENANT_ID })
    const authenticate = createAuthenticate({ adminKey: admin.key, tenantId: SYSTEM_TENANT_ID, adminPrincipalId: SYSTEM_PRINCIPAL_ID, tokens })
    const app = createApp({ log, service: env.role === 'all' ? 'gateway' : env.role, limits: env.limits })
    const checks: Checks = { bus: () => bus.ready() }
    if (pool) {
      checks['database'] = async () => (await pool.query('SELECT 1')).rowCount === 1
      checks['migrations'] = async () => (await pendingMigrations(pool, migrationsDir)).length === 0
    }
    const registry = registerHealth(app, checks)
    if (pool) registerPoolMetrics(registry, pool)
    const stopRole = await registerRole({ app, env, log, pool, bus, keys, authenticate, adminKey: admin.key, registry, checks, ...options })
    stops.push({ name: 'role', stop: stopRole })
    stops.push({ name: 'http', stop: () => app.close() })
    const url = await listen(app, env)
    return { url, admin, stop }
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

function registerPoolMetrics(registry: Registry, pool: Pool): void {
  addGauge(registry, 'marquee_db_statements', 'Statements sent to the database so far.', () => statementCount(pool))
  addGauge(registry, 'marquee_db_connections', 'Open database connections.', () => pool.totalCount)
  addGauge(registry, 'marquee_db_waiting', 'Requests that wait for a connection.', () => pool.waitingCount)
}

/** A gateway needs no database: the truth is the subgraphs'. */
async function infrastructure(env: Env, log: Logger, stops: Stops) {
  const databaseUrl = env.external?.databaseUrl ?? (await embeddedDatabase(env, log, stops))
  const bus: Bus = env.external ? createRedisBus({ url: env.external.redisUrl, log }) : createMemoryBus({ log })
  stops.push({ name: 'bus', stop: () => bus.close() })
  const keys = env.external ? createVersionedKeys({ url: env.external.redisUrl, log }) : null
  if (keys) stops.push({ name: 'keys', stop: () => keys.close() })
  if (!(await untilReady(bus, 5000))) log.warn('Redis does not answer yet: changes reach screens late until it does')
  if (env.role === 'gateway') return { pool: null, bus, keys }
  const pool = createPool(databaseUrl, { max: 16, name: `marquee-${env.role}`, log })
  stops.push({ name: 'pool', stop: () => pool.end() })
  await pool.query('SELECT 1').catch((error: unknown) => {
    throw new StartupError(`The database does not answer: ${error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error)}.`)
  })
  const applied = await applyMigrations(pool, migrationsDir, log)
  if (applied.length > 0) log.info({ applied }, 'migrations applied')
  return { pool, bus, keys }
}

async function embeddedDatabase(env: Env, log: Logger, stops: Stops): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: path.resolve(env.dataDir), log })
  stops.push({ name: 'postgres', stop: () => postgres.stop() })
  return postgres.url
}

async function listen(app: ReturnType<typeof createApp>, { host, port }: Env): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') throw new StartupError(`Port ${port} on ${host} is taken: stop what listens there, or choose another one with PORT.`)
    if (code === 'EACCES') throw new StartupError(`Port ${port} is not allowed to this user: choose another one with PORT.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartupError(`HOST ${host} is not an address of this machine.`)
    throw error
  }
  const address = app.server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shownHost}:${actual}`
}
