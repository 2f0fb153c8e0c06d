import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { createMemoryBus } from '../kit/bus/memory-bus.ts'
import { createRedisBus } from '../kit/bus/redis-bus.ts'
import { untilReady, type Bus } from '../kit/bus/bus.ts'
import { createVersionedKeys, type VersionedKeys } from '../kit/cache/versioned-keys.ts'
import { createRedisBuckets } from '../kit/rates/redis-buckets.ts'
import { ViewerRates } from '../kit/rates/viewer-rates.ts'
import { loadKeys, type AdminKey } from '../kit/installation-keys.ts'
import { startEmbeddedPostgres } from '../kit/db/embedded-postgres.ts'
import { applyMigrations, pendingMigrations } from '../kit/db/migrate.ts'
import { createPool, endPool, statementCount } from '../kit/db/pool.ts'
import { StartupError, type Env } from '../kit/env.ts'
import { createAccessTokens } from '../kit/graphql/viewer/access-token.ts'
import { CredentialUse } from '../kit/graphql/viewer/credential-use.ts'
import { Principals } from '../kit/graphql/viewer/principals.ts'
import { createAuthenticate } from '../kit/graphql/viewer/authenticate.ts'
import { createServiceCalls } from '../kit/http/service-calls.ts'
import { createApp } from '../kit/http/create-app.ts'
import { createDrain, type Drain } from '../kit/http/drain.ts'
import { addGauge } from '../kit/http/gauge.ts'
import { registerHealth, type Checks } from '../kit/http/health.ts'
import type { Logger } from '../kit/log.ts'
import type { How, Stops } from '../kit/stops.ts'
import { SubgraphClient } from '../gateway/subgraph-client.ts'
import { READ } from '../schema/access/permissions.ts'
import { adoptIdentity, readPrincipals, SYSTEM_PRINCIPAL_ID, SYSTEM_TENANT_ID } from '../services/catalogue/index.ts'
import { recordActivity } from '../services/runtime/index.ts'
import { tellUses, writeUses } from './links/credential-use.ts'
import { adoptElsewhere, oidcIssuers, outsidePrincipals, type Adopt } from './links/outside-tokens.ts'
import { httpPrincipalSource, tellPrincipals } from './links/principals.ts'
import { registerRole, type Role } from './roles.ts'

const migrationsDir = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

export type Started = { url: string; admin: AdminKey }

export type StartOptions = {
  /** Where whatever is started is registered, and what interrupts the start. */
  stops: Stops
  /** What has to hold besides before the process says that it is ready. */
  checks?: Checks
  sweepMs?: number
}

/** What running requests, and after them running statements, may still take when the process is to end. */
const patienceMs = { embedded: { requests: 1000, statements: 200 }, distributed: { requests: 3000, statements: 500 } }

/**
 * Starts the part that `env` says, on its own database and bus or on the given ones. Rejects with a StartupError, one
 * sentence, when it cannot; the caller stops what was started by then.
 */
export async function start(env: Env, log: Logger, { stops, ...options }: StartOptions): Promise<Started> {
  const issuers = oidcIssuers(env.oidc)
  const installation = await loadKeys({ ...env, isEmbedded: env.external === null })
  const { admin, adminKeys, secrets } = installation
  const calls = createServiceCalls(secrets)
  const { pool, bus, keys, rates } = await infrastructure(env, log, stops)
  const tokens = createAccessTokens({ secrets, tenantId: SYSTEM_TENANT_ID })
  const answering = (): SubgraphClient =>
    new SubgraphClient('runtime', [env.subgraphs?.runtime ?? ''], () => calls.headersTo('runtime'))
  const principals = new Principals({
    tenantId: SYSTEM_TENANT_ID,
    source: pool ? (tenantId, ids) => readPrincipals(pool, tenantId, ids) : httpPrincipalSource(answering()),
    bus,
    log,
    maxAgeMs: env.limits.accessMaxAgeMs,
  })
  stops.add('principals', () => principals.stop())
  const uses = new CredentialUse({ write: pool ? writeUses(pool) : tellUses(answering()), log })
  stops.add('credential uses', () => uses.flush())
  const adopt = pool ? adoptHere(pool, bus, log) : adoptElsewhere(answering())
  const { outsideTokenBytes: bytesMax } = env.limits
  const authenticate = createAuthenticate({
    adminKeys,
    tenantId: SYSTEM_TENANT_ID,
    adminPrincipalId: SYSTEM_PRINCIPAL_ID,
    tokens,
    principals,
    readPermission: READ,
    noteUse: uses.note,
    outside: issuers.length === 0 ? null : outsidePrincipals(issuers, { adopt, log, bytesMax }),
  })
  const app = createApp({ log, service: env.role === 'all' ? 'gateway' : env.role, limits: env.limits })
  const drain = createDrain(app)
  const checks: Checks = { bus: () => bus.ready(), ...options.checks }
  if (pool) {
    checks['database'] = async () => (await pool.query('SELECT 1')).rowCount === 1
    checks['migrations'] = async () => (await pendingMigrations(pool, migrationsDir)).length === 0
  }
  const registry = registerHealth(app, checks, {
    isLeaving: () => drain.isDraining,
    token: env.monitoringToken,
  })
  if (pool) registerPoolMetrics(registry, pool)
  const { sweepMs } = options
  const role = await stops.unlessStopped(
    registerRole({
      app,
      env,
      log,
      pool,
      bus,
      keys,
      rates,
      authenticate,
      principals,
      adopt,
      secrets,
      calls,
      registry,
      checks,
      ...(sweepMs === undefined ? {} : { sweepMs }),
    }),
  )
  stops.add('role', () => role.stop())
  stops.add('http', (how) => leave(app, drain, role, { env, log, how }), { limitMs: env.drainSeconds * 1000 + 10_000 })
  const url = await listen(app, env)
  return { url, admin }
}

const adoptHere =
  (pool: Pool, bus: Bus, log: Logger): Adopt =>
  (identity) =>
    adoptIdentity({ pool, activities: { record: recordActivity }, tellAccess: tellPrincipals(bus, log) }, identity)

/**
 * Leaves as a load balancer likes it: says so first, and takes what still comes; then sends sockets elsewhere and ends
 * what is running; and only when nobody is connected refuses connections.
 */
async function leave(
  app: FastifyInstance,
  drain: Drain,
  role: Role,
  { env, log, how }: { env: Env; log: Logger; how: How },
): Promise<void> {
  drain.begin()
  if (!how.hurried) await sleep(env.drainSeconds * 1000)
  await role.leave()
  const closed = app.close()
  const cut = await drain.idle(patience(env).requests)
  if (cut > 0) log.warn({ requests: cut }, 'requests that took too long were cut off')
  drain.cut()
  await closed
}

const patience = (env: Env) => (env.external ? patienceMs.distributed : patienceMs.embedded)

function registerPoolMetrics(registry: Registry, pool: Pool): void {
  addGauge(registry, 'marquee_db_statements', 'Statements sent to the database so far.', () => statementCount(pool))
  addGauge(registry, 'marquee_db_connections', 'Open database connections.', () => pool.totalCount)
  addGauge(registry, 'marquee_db_waiting', 'Requests that wait for a connection.', () => pool.waitingCount)
}

/** A gateway needs no database: the truth is the subgraphs'. */
async function infrastructure(
  env: Env,
  log: Logger,
  stops: Stops,
): Promise<{ pool: Pool | null; bus: Bus; keys: VersionedKeys | null; rates: ViewerRates }> {
  const databaseUrl = env.external?.databaseUrl ?? (await embeddedDatabase(env, log, stops))
  const bus: Bus = env.external ? createRedisBus({ url: env.external.redisUrl, log }) : createMemoryBus({ log })
  stops.add('bus', () => bus.close())
  const keys = env.external ? createVersionedKeys({ url: env.external.redisUrl, log }) : null
  if (keys) stops.add('keys', () => keys.close())
  const buckets = env.external ? createRedisBuckets({ url: env.external.redisUrl, log }) : null
  if (buckets) stops.add('rates', () => buckets.close())
  const rates = new ViewerRates(env.limits, { shared: buckets })
  if (!(await stops.unlessStopped(untilReady(bus, 5000))))
    log.warn('Redis does not answer yet: changes reach screens late until it does')
  if (env.role === 'gateway') return { pool: null, bus, keys, rates }
  const pool = createPool(databaseUrl, { max: 16, name: `marquee-${env.role}`, log })
  stops.add('pool', () => endPool(pool, patience(env).statements))
  const asked = firstAnswer(pool).catch((error: unknown) => {
    throw new StartupError(
      `The database does not answer: ${error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error)}.`,
    )
  })
  await stops.unlessStopped(asked)
  await stops.unlessStopped(applyMigrations(pool, migrationsDir, log))
  return { pool, bus, keys, rates }
}

/** A start on a busy machine may be too late to see that its connection is there: once more. */
async function firstAnswer(pool: Pool): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query('SELECT 1')
      return
    } catch (error) {
      if (attempt === 3 || !(error instanceof Error && error.message.includes('timeout'))) throw error
    }
  }
}

async function embeddedDatabase(env: Env, log: Logger, stops: Stops): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: path.resolve(env.dataDir), log, signal: stops.signal })
  stops.add('postgres', () => postgres.stop(), { limitMs: 20_000, abandon: () => postgres.abandon() })
  return postgres.url
}

async function listen(app: ReturnType<typeof createApp>, { host, port }: Env): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      throw new StartupError(
        `Port ${port} on ${host} is taken: stop what listens there, or choose another one with PORT.`,
      )
    if (code === 'EACCES')
      throw new StartupError(`Port ${port} is not allowed to this user: choose another one with PORT.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartupError(`HOST ${host} is not an address of this machine.`)
    throw error
  }
  const address = app.server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shownHost}:${actual}`
}
