import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import type { FormatOptions } from '../../kit/graphql/format-error.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { callerOf } from '../../kit/graphql/viewer/http-caller.ts'
import { addJsonParser } from '../../kit/http/create-app.ts'
import type { AllowedOrigins } from '../../kit/http/request/allowed-origins.ts'
import type { ClientAddress } from '../../kit/http/request/client-address.ts'
import { createRefuse } from '../../kit/http/request/refusals.ts'
import type { Limits } from '../../kit/limits.ts'
import type { Logger } from '../../kit/log.ts'
import type { GuardedGraph } from '../documents/guarded-graph.ts'
import { negotiate } from '../http/accept.ts'
import { registerCors } from '../http/cors.ts'
import type { StreamServer } from '../live/streams/stream-server.ts'
import { run, type Answer, type Sender } from '../trusted/run.ts'
import type { CompiledEndpoint } from './endpoint.ts'
import { compileEndpoints } from './endpoints/index.ts'
import { etagOf, isKnown } from './etag.ts'
import { openApiDocument } from './openapi.ts'
import { problemAnswer, problemType } from './problem.ts'
import { variablesOf } from './request.ts'
import { nested, pageOf, type Connection } from './shape.ts'
import { streamEvents } from './stream-events.ts'

export type RestOptions = {
  graph: Pick<GuardedGraph, 'admit' | 'execute' | 'schema'>
  streams: Pick<StreamServer, 'open'>
  authenticate: Authenticate
  origins: AllowedOrigins
  addresses: ClientAddress
  limits: Limits
  log: Logger
  service: FormatOptions['service']
}

const mergePatch = 'application/merge-patch+json'
const documentUrl = '/api/openapi.json'
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * The REST endpoints: addresses of trusted documents, executed as POST /graphql executes a client's own. Refusals are
 * problem details (RFC 9457). What is below `/api/instances` is below `/api/v1/instances` too, because the sources write
 * both.
 */
export function registerRest(app: FastifyInstance, options: RestOptions): void {
  const { graph, origins, limits, log, service } = options
  const compiled = compileEndpoints(graph.schema)
  const byUrl = new Map<string, CompiledEndpoint[]>()
  for (const endpoint of compiled)
    for (const url of addressesOf(endpoint.path)) byUrl.set(url, [...(byUrl.get(url) ?? []), endpoint])
  const document = Buffer.from(JSON.stringify(openApiDocument(graph.schema, compiled)))

  void app.register(async (scope) => {
    scope.setErrorHandler(createRefuse({ log, service, bodyBytesMax: limits.bodyBytes, body: problemAnswer }))
    addJsonParser(scope, mergePatch, limits)
    registerCors(
      scope,
      origins,
      new Map([
        [documentUrl, ['GET']],
        ...[...byUrl].map(([url, all]) => [url, all.map(({ method }) => method)] as const),
      ]),
    )
    scope.get(documentUrl, async (_request, reply) => reply.type('application/json; charset=utf-8').send(document))
    for (const [url, all] of byUrl) {
      for (const endpoint of all) registerEndpoint(scope, url, endpoint, options)
      refuseOthers(scope, url, all)
    }
    scope.all('/api/*', { config: { isRefusal: true } }, async () => {
      throw new AppError('NOT_FOUND', { public: `There is nothing here: ${documentUrl} lists what there is.` })
    })
  })
}

/** As Fastify writes them. */
function addressesOf(path: string): string[] {
  const url = path.replaceAll(/\{(\w+)\}/g, ':$1')
  const [, version = '', rest] = /^\/api(\/v1)?(\/instances.*)$/.exec(url) ?? []
  return rest === undefined ? [url] : [url, version === '' ? `/api/v1${rest}` : `/api${rest}`]
}

function refuseOthers(scope: FastifyInstance, url: string, all: readonly CompiledEndpoint[]): void {
  const taken = new Set<string>(all.map(({ method }) => method))
  if (taken.has('GET')) taken.add('HEAD')
  const refused = methods.filter((method) => !taken.has(method))
  const allow = [...taken, 'OPTIONS'].sort().join(', ')
  scope.route({
    method: refused,
    url,
    config: { isRefusal: true },
    async onRequest(_request, reply) {
      void reply.header('allow', allow)
      throw new AppError('METHOD_NOT_ALLOWED', { public: `This address takes ${allow}.` })
    },
    handler: async () => {},
  })
}

function registerEndpoint(
  scope: FastifyInstance,
  url: string,
  endpoint: CompiledEndpoint,
  { graph, streams, authenticate, addresses }: RestOptions,
): void {
  const type = endpoint.shape === 'stream' ? 'text/event-stream' : 'application/json'
  scope.route({
    method: endpoint.method,
    url,
    async handler(request, reply) {
      void reply.header('cache-control', 'no-store').header('vary', 'accept, authorization, origin')
      if (negotiate(request.headers.accept, [type, problemType]) === null)
        throw new AppError('NOT_ACCEPTABLE', { public: `The answer is ${type}: name it in Accept.` })
      requireBodyType(endpoint, request)
      const sender: Sender = { caller: await callerOf(request, authenticate), address: addresses.of(request.raw) }
      const variables = variablesOf(endpoint, request)
      if (endpoint.shape === 'stream')
        return await streamEvents({ graph, streams, endpoint, variables, sender, request, reply })
      return answer(endpoint, request, reply, await run(graph, endpoint.operation, variables, sender))
    },
  })
}

/** A merge patch is a body of PATCH; DELETE has none. */
function requireBodyType({ method }: CompiledEndpoint, { headers, body }: FastifyRequest): void {
  if (method === 'DELETE' && body !== undefined)
    throw new AppError('BAD_REQUEST', { public: 'DELETE takes no body: what it takes stands in the query.' })
  if (method !== 'PATCH' && headers['content-type']?.startsWith(mergePatch))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', {
      public: `${mergePatch} is for PATCH; this address takes application/json.`,
    })
}

/** Headers that follow from what is answered: the revision as ETag, the next page as Link, the place of what was made. */
function answer(endpoint: CompiledEndpoint, request: FastifyRequest, reply: FastifyReply, { value, changeId }: Answer) {
  if (changeId !== undefined) void reply.header('x-change-id', changeId)
  void reply.type('application/json; charset=utf-8')
  if (endpoint.shape !== undefined) {
    const { items, ...rest } = pageOf(value as Connection)
    if (rest.nextCursor !== null) void reply.header('link', `<${nextPage(request.url, rest.nextCursor)}>; rel="next"`)
    return reply.send(JSON.stringify({ items: endpoint.shape === 'tree' ? nested(items) : items, ...rest }))
  }
  const { revision } = value as { revision?: unknown }
  if (typeof revision === 'number') {
    const etag = etagOf(revision)
    void reply.header('etag', etag)
    if (endpoint.method === 'GET' && isKnown(request.headers['if-none-match'], etag)) return reply.status(304).send()
  }
  if (endpoint.created !== undefined) {
    const location = endpoint.created.replace(/\{(\w+)\}/g, (_, member: string) =>
      encodeURIComponent(String((value as Record<string, unknown>)[member])),
    )
    void reply.status(201).header('location', location)
  }
  return reply.send(JSON.stringify(value))
}

function nextPage(address: string, after: string): string {
  const [path = '', search = ''] = address.split('?')
  const parameters = new URLSearchParams(search)
  parameters.set('after', after)
  return `${path}?${parameters.toString()}`
}
