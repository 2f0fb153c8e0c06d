import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getOperationAST, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { clientAddressHeader } from '../http/request/client-address.ts'
import type { Logger } from '../log.ts'
import type { Authenticate } from './viewer/authenticate.ts'
import { formatErrors } from './format-error.ts'
import { callerOf, type HttpCaller } from './viewer/http-caller.ts'
import { badRequest, readParams } from './http-params.ts'
import { noOperation } from './operation.ts'

export type SubgraphOverHttp = {
  /** Whose subgraph it is, for the `service` of errors. */
  service: string
  schema: GraphQLSchema
  execute(request: {
    document: DocumentNode
    operationName: string | null
    variables: Record<string, unknown>
    caller: HttpCaller
  }): Promise<ExecutionResult>
  authenticate: Authenticate
  /** Whether a request with these headers comes from another part of the installation. */
  isPart(headers: FastifyRequest['headers']): boolean
  log: Logger
}

/**
 * A subgraph over HTTP, `POST /graphql`, for the planner of a gateway: Apollo Server parses, validates and answers. What
 * is no GraphQL request, or of nobody known, is refused before it gets there, so that every refusal has the shape that
 * our callers know. Returns its stop function.
 */
export async function registerSubgraphOverHttp(
  app: FastifyInstance,
  options: SubgraphOverHttp,
): Promise<() => Promise<void>> {
  const { service, schema, execute, authenticate, isPart, log } = options
  const server = new ApolloServer<HttpCaller>({
    gateway: {
      load: () =>
        Promise.resolve({
          executor: async ({ document, request, context }) => {
            // Of the request: Apollo's own is null where the name is unknown, and would run the document's only operation.
            const operationName = request.operationName ?? null
            if (!getOperationAST(document, operationName)) return { errors: [noOperation(operationName)] }
            return await execute({
              document,
              operationName,
              variables: request.variables ?? {},
              caller: context as HttpCaller,
            })
          },
        }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' })
        return () => {}
      },
      stop: () => Promise.resolve(),
    },
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorsWithRequestId(service, log),
    ],
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  })
  await server.start()
  const callers = new WeakMap<FastifyRequest, HttpCaller>()
  app.route({
    method: 'POST',
    url: '/graphql',
    preHandler: async (request) => {
      const { query } = readParams(request)
      if (query === null) throw badRequest('The parameter `query` is missing.')
      const address = isPart(request.headers) ? request.headers[clientAddressHeader] : undefined
      callers.set(request, {
        ...(await callerOf(request, authenticate)),
        address: typeof address === 'string' ? address : null,
      })
      // Planners read JSON, whatever they say of it.
      request.headers.accept = 'application/json'
    },
    handler: fastifyApolloHandler(server, {
      context: async (request) => callers.get(request as FastifyRequest) as HttpCaller,
    }) as never,
  })
  return () => server.stop()
}

/** Apollo's formatError does not know the request; the response does. */
function errorsWithRequestId(service: string, log: Logger): ApolloServerPlugin<HttpCaller> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, errors, contextValue }) => {
        if (response.body.kind !== 'single' || !errors) return
        const { requestId } = contextValue
        response.body.singleResult.errors = formatErrors(errors, { service, log, requestId })
      },
    }),
  }
}
