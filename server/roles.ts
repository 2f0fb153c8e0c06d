import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { execute } from 'graphql'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { Graph } from '../gateway/graph.ts'
import { countRequests } from '../gateway/http/count-requests.ts'
import type { FeedSource } from '../gateway/live/reading/feed-source.ts'
import type { RunSource } from '../gateway/live/reading/run-source.ts'
import { refusedForItsBytes } from '../gateway/documents/guarded-graph.ts'
import { SubgraphClient } from '../gateway/subgraph-client.ts'
import type { Bus } from '../kit/bus/bus.ts'
import type { VersionedKeys } from '../kit/cache/versioned-keys.ts'
import type { Env } from '../kit/env.ts'
import type { Principals } from '../kit/graphql/viewer/principals.ts'
import type { Authenticate } from '../kit/graphql/viewer/authenticate.ts'
import type { Checks } from '../kit/http/health.ts'
import type { ServiceCalls } from '../kit/http/service-calls.ts'
import type { Logger } from '../kit/log.ts'
import type { ViewerRates } from '../kit/rates/viewer-rates.ts'
import { apiSdl, subgraphNames, subgraphSdl, supergraphSdl, type SubgraphName } from '../schema/load.ts'
import { forwardActivityExport, registerActivityExport } from './links/activity-export.ts'
import { forwardBindingPushes, registerBindingPushes } from './links/binding-pushes.ts'
import { registerCredentialUse } from './links/credential-use.ts'
import { forwardRunOutputs, registerRunOutputs } from './links/run-outputs.ts'
import { refuseStrangers, type IsPart } from './links/internal.ts'
import { registerIdentities, type Adopt } from './links/outside-tokens.ts'
import { registerPrincipalsRoute } from './links/principals.ts'
import { httpFeedSource, registerFeedRoutes } from './links/runtime-feeds.ts'
import { readPrincipals, SYSTEM_TENANT_ID } from '../services/catalogue/index.ts'
import { createServices } from './services.ts'

const builtApps = fileURLToPath(new URL('../dist/apps', import.meta.url))

export type RoleOptions = {
  app: FastifyInstance
  env: Env
  log: Logger
  pool: Pool | null
  bus: Bus
  /** Where what /live reads is kept besides; null: nowhere. */
  keys: VersionedKeys | null
  /** What clients may ask, write and subscribe to. */
  rates: ViewerRates
  authenticate: Authenticate
  principals: Principals
  /** Makes principals of those whom issuers outside speak of. */
  adopt: Adopt
  /** What signs and seals, the present one first. */
  secrets: readonly string[]
  calls: ServiceCalls
  registry: Registry
  checks: Checks
  sweepMs?: number
}

/** What a process does besides answering requests. */
export type Role = {
  /** Before requests are refused: sends away who is connected, takes on no more work and gives back what it has. */
  leave(): Promise<void>
  /** When no request is running any more. */
  stop(): Promise<void>
}

/** Puts on `app` what this process's role serves. What only some roles need is loaded by them. */
export function registerRole(options: RoleOptions): Promise<Role> {
  const { role } = options.env
  if (role === 'gateway' || role === 'all')
    countRequests(options.app, { ...options, tenantId: SYSTEM_TENANT_ID, trustedProxies: options.env.trustedProxies })
  if (role === 'gateway') return registerRemoteGateway(options)
  if (role === 'all') return registerEverything(options)
  return role === 'worker' ? registerWorker(options) : registerSubgraph(options, role)
}

async function registerEverything(options: RoleOptions): Promise<Role> {
  const { log } = options
  const { mergedGraph } = await import('../gateway/merged-graph.ts')
  const { catalogue, runtime, subgraphs } = await createServices(serviceOptions(options))
  const edge = await registerEdge(options, mergedGraph(Object.values(subgraphs), apiSdl(), log), runtime, (hash) =>
    catalogue.bundle(hash),
  )
  registerBindingPushes(options.app, runtime)
  registerActivityExport(options.app, runtime, options.authenticate)
  registerRunOutputs(options.app, runtime, options.authenticate)
  const stopWorker = runtime.startWorker()
  return {
    leave: async () => void (await Promise.all([edge.leave(), stopWorker()])),
    async stop() {
      await edge.stop()
      await runtime.stop()
    },
  }
}

async function registerRemoteGateway(options: RoleOptions): Promise<Role> {
  const { env, calls } = options
  const addresses = env.subgraphs as NonNullable<Env['subgraphs']>
  const clients = new Map(
    subgraphNames.map((name) => [name, new SubgraphClient(name, [addresses[name]], () => calls.headersTo(name))]),
  )
  const { distributedGraph } = await import('../gateway/distributed-graph.ts')
  const graph = await distributedGraph({ supergraphSdl: supergraphSdl(), apiSdl: apiSdl(), clients })
  options.checks['subgraphs'] = () => graph.ready()
  const source = httpFeedSource(clients.get('runtime') as SubgraphClient)
  const runtime = { url: addresses.runtime, headers: () => calls.headersTo('runtime') }
  forwardBindingPushes(options.app, runtime)
  forwardActivityExport(options.app, runtime)
  forwardRunOutputs(options.app, runtime)
  return await registerEdge(options, graph, source, async (hash) => {
    const response = await fetch(`${addresses.catalogue}/bundles/${hash}.js`, { headers: calls.headersTo('catalogue') })
    return response.ok ? await response.text() : null
  })
}

async function registerEdge(
  { app, env, bus, keys, rates, authenticate, principals, log, registry, sweepMs }: RoleOptions,
  graph: Graph,
  source: FeedSource & RunSource,
  bundle: (hash: string) => Promise<string | null>,
): Promise<Role> {
  const { createAssets, createPresentState, registerEnrolPage, registerGateway, registerPages } =
    await import('../gateway/index.ts')
  const assets = createAssets(builtApps)
  registerEnrolPage(app, assets)
  registerPages(app, {
    assets,
    bundle,
    present: createPresentState({ source, graph, keys, authenticate, log }),
  })
  return await registerGateway(app, {
    graph,
    bus,
    source,
    authenticate,
    principals,
    limits: env.limits,
    rates,
    allowedOrigins: env.allowedOrigins,
    trustedProxies: env.trustedProxies,
    log,
    registry,
    sweepMs,
  })
}

async function registerSubgraph(options: RoleOptions, name: SubgraphName): Promise<Role> {
  const { app, authenticate, calls, log } = options
  if (!options.env.openSubgraphs) refuseStrangers(app, (headers) => calls.isFromPart(name, headers))
  const { catalogue, runtime, subgraphs } = await createServices(serviceOptions(options))
  const { buildSubgraph } = await import('../kit/graphql/build-schema.ts')
  const { registerSubgraphOverHttp } = await import('../kit/graphql/subgraph-over-http.ts')
  const subgraph = subgraphs[name]
  const schema = buildSubgraph(subgraph, subgraphSdl(name))
  const stopGraphql = await registerSubgraphOverHttp(app, {
    service: name,
    schema,
    authenticate,
    isPart: (headers) => calls.isFromPart(name, headers),
    log,
    execute: async ({ document, operationName, variables, caller }) => {
      const base = { viewer: caller.viewer, requestId: caller.requestId, log, address: caller.address ?? null }
      const contextValue = { ...base, ...subgraph.context(base) }
      const result = await execute({ schema, document, operationName, variableValues: variables, contextValue })
      return refusedForItsBytes(result, options.env.limits.answerBytes) ?? result
    },
  })
  if (name === 'runtime') {
    const isPart: IsPart = (headers) => calls.isFromPart('runtime', headers)
    registerFeedRoutes(app, runtime, isPart)
    registerPrincipalsRoute(app, (tenantId, ids) => readPrincipals(options.pool as Pool, tenantId, ids), isPart)
    registerIdentities(app, options.adopt, isPart)
    registerCredentialUse(app, options.pool as Pool, isPart)
    registerBindingPushes(app, runtime)
    registerActivityExport(app, runtime, authenticate)
    registerRunOutputs(app, runtime, authenticate)
  }
  if (name === 'catalogue') {
    app.get('/bundles/:file', async (request, reply) => {
      const { file } = request.params as { file: string }
      const source = await catalogue.bundle(file.replace(/\.js$/, ''))
      return source === null ? reply.callNotFound() : reply.type('text/javascript; charset=utf-8').send(source)
    })
  }
  return {
    leave: async () => {},
    async stop() {
      await stopGraphql()
      await runtime.stop()
    },
  }
}

/** Nothing is asked of a worker: it does what is due in the background. */
async function registerWorker(options: RoleOptions): Promise<Role> {
  const { runtime } = await createServices(serviceOptions(options))
  return { leave: runtime.startWorker(), stop: () => runtime.stop() }
}

const serviceOptions = ({ pool, bus, keys, rates, log, env, secrets, registry }: RoleOptions) => ({
  bootstraps: env.role === 'all' || env.role === 'catalogue',
  registry,
  pool: pool as Pool,
  bus,
  keys,
  rates,
  log,
  propsBytesMax: env.maxPropsBytes,
  limits: env.limits,
  contentDir: env.contentDir,
  logRetentionDays: env.logRetentionDays,
  activityRetentionDays: env.activityRetentionDays,
  fetchAllow: env.fetchAllow,
  secrets,
  runs: {
    dataDir: path.join(env.dataDir, 'runs'),
    filesDir: env.filesDir,
    suppliedDir: env.executorsDir,
    networkAllow: env.executorNetwork,
    sources: {
      bytesMax: env.limits.sourceBytes,
      rowsMax: env.limits.sourceRows,
      tempBytesMax: env.limits.sourceTempBytes,
    },
    folderLimits: { bytesMax: env.limits.runWrittenBytes, filesMax: env.limits.runWrittenFiles },
    leaseMs: env.runLeaseSeconds * 1000,
    atOnce: env.runsAtOnce,
    timeoutSecondsMax: env.runTimeoutSecondsMax,
    memoryMbMax: env.runMemoryMbMax,
    datasets: { versionsKept: env.datasetVersionsKept },
  },
})
