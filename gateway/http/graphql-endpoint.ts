import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  getOperationAST,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql'
import { AppError, errorCodes, isAppError, isErrorCode } from '../../kit/errors/app-error.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { callerOf } from '../../kit/graphql/viewer/http-caller.ts'
import { readParams } from '../../kit/graphql/http-params.ts'
import { noOperation } from '../../kit/graphql/operation.ts'
import type { AllowedOrigins } from '../../kit/http/request/allowed-origins.ts'
import type { ClientAddress } from '../../kit/http/request/client-address.ts'
import type { DocumentCache } from '../document-cache.ts'
import type { ClientRequest } from '../documents/admission.ts'
import type { Admitted, GuardedGraph } from '../documents/guarded-graph.ts'
import { streamFormats, streamTypes, type StreamType } from '../live/streams/stream-format.ts'
import type { StreamServer } from '../live/streams/stream-server.ts'
import { negotiate } from './accept.ts'
import { registerCors } from './cors.ts'
import { registerGraphiqlFiles, sendGraphiql } from './graphiql.ts'
import { PersistedQueries } from './persisted-queries.ts'

export type EndpointOptions = {
  graph: Pick<GuardedGraph, 'admit' | 'execute'>
  documents: DocumentCache
  /** Where subscriptions go. */
  streams: Pick<StreamServer, 'open'>
  authenticate: Authenticate
  origins: AllowedOrigins
  addresses: ClientAddress
  format(errors: readonly unknown[], requestId: string): GraphQLFormattedError[]
}

/** One result may also come as a stream of one. */
const resultTypes = ['application/json', 'application/graphql-response+json', ...streamTypes] as const
type ResultType = (typeof resultTypes)[number]

type Refused = { errors: readonly unknown[] }
type Prepared = ClientRequest & { operation: OperationDefinitionNode }

/**
 * GraphQL over HTTP at /graphql, by the specification of that name: POST with JSON, GET for queries. GET needs no header
 * of its own against forgery, because nothing that a form or an image can send has an effect: mutations over GET and
 * bodies of other types are refused, and there are no cookies. Documents come out of the cache that sockets use too.
 * Subscriptions are answered as streams, by the hub that serves sockets.
 */
export function registerGraphqlEndpoint(app: FastifyInstance, options: EndpointOptions): void {
  const { graph, documents, streams, authenticate, origins, addresses, format } = options
  const persisted = new PersistedQueries()

  /** What is to be executed. Throws what is refused with an HTTP status; GraphQL's own refusals are errors of the answer. */
  async function prepare(request: FastifyRequest, reply: FastifyReply): Promise<Prepared | Refused> {
    const caller = await callerOf(request, authenticate)
    const params = readParams(request)
    const checked = documents.check(persisted.textOf(params))
    if (!checked.ok) return { errors: checked.errors }
    const { document } = checked
    const { operationName, variables, extensions } = params
    const operation = getOperationAST(document, operationName)
    if (!operation) return { errors: [noOperation(operationName)] }
    if (request.method !== 'POST' && operation.operation === OperationTypeNode.MUTATION) {
      void reply.header('allow', 'POST')
      throw new AppError('METHOD_NOT_ALLOWED', { public: 'A mutation is sent by POST.' })
    }
    return { document, operationName, variables, extensions, caller, address: addresses.of(request.raw), operation }
  }

  /** Throws RATE_LIMITED: that is for HTTP to say, as a status and a header. */
  function admit(prepared: Prepared | Refused): Admitted<Prepared> | Refused {
    if ('errors' in prepared) return prepared
    try {
      return graph.admit(prepared)
    } catch (error) {
      if (isAppError(error) && error.code === 'RATE_LIMITED') throw error
      return { errors: [error] }
    }
  }

  async function execute(admitted: Admitted | Refused): Promise<ExecutionResult | Refused> {
    if ('errors' in admitted) return admitted
    try {
      return await graph.execute(admitted)
    } catch (error) {
      return { errors: [error] }
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> {
    if (request.method === 'GET' && request.headers.accept?.includes('text/html'))
      return await sendGraphiql(request, reply)
    void reply.header('cache-control', 'no-store').header('vary', 'accept, origin')
    const prepared = await prepare(request, reply)
    const isSubscription = 'operation' in prepared && prepared.operation.operation === OperationTypeNode.SUBSCRIPTION
    const type = negotiate(request.headers.accept, isSubscription ? streamTypes : resultTypes)
    if (type === null) throw isSubscription ? subscriptionNotAcceptable() : notAcceptable('The answer', resultTypes)
    const admitted = admit(prepared)
    if (isSubscription && !isJson(type) && 'request' in admitted)
      return streams.open(admitted.request, reply, streamFormats[type])
    const { errors, ...result } = await execute(admitted)
    const formatted = errors?.length ? format(errors, request.id) : undefined
    const text = JSON.stringify({ ...(formatted ? { errors: formatted } : {}), ...result })
    if (isJson(type))
      return reply
        .status(statusOf(type, result, formatted))
        .type(`${type}; charset=utf-8`)
        .send(text)
    const { contentType, opening, result: frame, end } = streamFormats[type]
    return reply.type(contentType).send(Buffer.concat([opening, frame(Buffer.from(text)), end()]))
  }

  registerGraphiqlFiles(app)
  void app.register(async (scope) => {
    registerCors(scope, origins, new Map([['/graphql', ['GET', 'POST']]]))
    scope.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler: answer })
  })
}

const isJson = (type: ResultType): type is Exclude<ResultType, StreamType> => type.endsWith('json')

/** application/json says everything in the body; graphql-response+json also in the status, where nothing was executed. */
function statusOf(type: ResultType, result: object, errors: readonly GraphQLFormattedError[] | undefined): number {
  if (type === 'application/json' || 'data' in result) return 200
  const code = errors?.[0]?.extensions?.['code']
  return isErrorCode(code) ? errorCodes[code].httpStatus : 400
}

const notAcceptable = (what: string, types: readonly string[], more = '') =>
  new AppError('NOT_ACCEPTABLE', { public: `${what} is ${types.join(' or ')}: name one in Accept${more}.` })

const subscriptionNotAcceptable = () =>
  notAcceptable('A subscription', streamTypes, ', or a WebSocket that speaks graphql-transport-ws at this same path')
