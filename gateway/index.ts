import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Registry } from 'prom-client'
import type { Bus } from '../kit/bus/bus.ts'
import type { Authenticate } from '../kit/graphql/viewer/authenticate.ts'
import type { Principals } from '../kit/graphql/viewer/principals.ts'
import { formatError, formatErrors } from '../kit/graphql/format-error.ts'
import { AllowedOrigins } from '../kit/http/request/allowed-origins.ts'
import { ClientAddress } from '../kit/http/request/client-address.ts'
import { addGauge } from '../kit/http/gauge.ts'
import type { Limits } from '../kit/limits.ts'
import type { ViewerRates } from '../kit/rates/viewer-rates.ts'
import type { Logger } from '../kit/log.ts'
import { DocumentCache } from './document-cache.ts'
import { guardedGraph } from './documents/guarded-graph.ts'
import type { Graph } from './graph.ts'
import { registerGraphqlEndpoint } from './http/graphql-endpoint.ts'
import type { FeedSource } from './live/reading/feed-source.ts'
import type { RunSource } from './live/reading/run-source.ts'
import { AccessWatch } from './live/sockets/access-watch.ts'
import { Holdings } from './live/sockets/holdings.ts'
import { LiveHub } from './live/hub.ts'
import { localBackend } from './mcp/local-backend.ts'
import { registerMcp } from './mcp/register.ts'
import { registerRest } from './rest/register.ts'
import { SocketServer } from './live/sockets/socket-server.ts'
import { StreamServer } from './live/streams/stream-server.ts'

export { createAssets } from './pages/assets.ts'
export { createPresentState } from './pages/present-state.ts'
export { registerEnrolPage } from './pages/enrol-page.ts'
export { registerPages } from './pages/routes.ts'

export type GatewayOptions = {
  graph: Graph
  bus: Bus
  source: FeedSource & RunSource
  authenticate: Authenticate
  /** Tells of principals whose access may have changed. */
  principals: Pick<Principals, 'onChanged'>
  /** Origins of pages elsewhere that may ask, and connect. */
  allowedOrigins: readonly string[]
  limits: Limits
  rates: ViewerRates
  /** Proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  log: Logger
  registry: Registry
  sweepMs?: number
}

export type Gateway = {
  /** Sends everybody who is connected elsewhere and lets nobody in. Queries are still answered. */
  leave(): Promise<void>
  stop(): Promise<void>
}

/** The public edge: /graphql over HTTP (with GraphiQL for browsers) and over WebSocket. */
export async function registerGateway(app: FastifyInstance, options: GatewayOptions): Promise<Gateway> {
  const { authenticate, limits, log, registry } = options
  const graph = guardedGraph(options.graph, limits, options.rates)
  const service = (error: GraphQLError) => graph.serviceOf?.(error) ?? 'gateway'
  const format = (error: unknown, requestId: string) => formatError(error, { service, log, requestId })
  const formatAll = (errors: readonly unknown[], requestId: string) => formatErrors(errors, { service, log, requestId })
  // What the hub asks for many subscribers at once is nobody's operation.
  const hub = new LiveHub({
    graph: options.graph,
    bus: options.bus,
    source: options.source,
    log,
    format,
    limits,
    sweepMs: options.sweepMs,
  })
  const documents = new DocumentCache(graph.schema, limits)
  const origins = new AllowedOrigins(options.allowedOrigins)
  const addresses = new ClientAddress(options.trustedProxies)
  const holdings = new Holdings(limits)
  const access = new AccessWatch({
    authenticate,
    onChanged: (listener) => options.principals.onChanged(listener),
    sweepMs: limits.accessMaxAgeMs,
    log,
  })
  const sockets = new SocketServer({
    hub,
    documents,
    graph,
    authenticate,
    format: formatAll,
    limits,
    log,
    origins,
    addresses,
    holdings,
    access,
  })
  const { socketsPerProcess, streamHeartbeatMs } = options.limits
  const streams: StreamServer = new StreamServer({
    hub,
    format,
    isFull: () => sockets.size + streams.size >= socketsPerProcess,
    holdings,
    access,
    heartbeatMs: streamHeartbeatMs,
  })
  const edge = { graph, streams, authenticate, origins, addresses }
  registerGraphqlEndpoint(app, { ...edge, documents, format: formatAll })
  registerRest(app, { ...edge, limits, log, service })
  const backend = localBackend({ graph, hub, holdings, format })
  const mcp = registerMcp(app, { ...edge, backend, access, limits, log, service, bodyBytesMax: limits.bodyBytes })
  // Anything else in `Upgrade` (a client that offers h2c, say) is an ordinary request. Not set by Node before 24.9: there it is refused.
  Object.assign(app.server, {
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  })
  app.server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  registerLiveMetrics(registry, hub, sockets, streams)
  return {
    async leave() {
      mcp.stop()
      await Promise.all([sockets.stop(), streams.stop()])
    },
    async stop() {
      access.stop()
      hub.stop()
      await graph.stop()
    },
  }
}

function registerLiveMetrics(registry: Registry, hub: LiveHub, sockets: SocketServer, streams: StreamServer): void {
  addGauge(registry, 'marquee_live_sockets', 'Open WebSockets.', () => sockets.size)
  addGauge(registry, 'marquee_live_streams', 'Open subscriptions over HTTP.', () => streams.size)
  addGauge(registry, 'marquee_live_operations', 'Operations running on them.', () => sockets.operations)
  addGauge(registry, 'marquee_live_feeds', 'Instances and live queries followed.', () => hub.stats().feeds)
  addGauge(registry, 'marquee_live_groups', 'Groups of readers that share their answers.', () => hub.stats().groups)
  addGauge(registry, 'marquee_live_snapshot_queries', 'Questions to the log so far.', () => hub.stats().snapshotQueries)
}
