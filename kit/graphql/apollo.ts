import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getOperationAST, GraphQLError, OperationTypeNode, type DocumentNode, type ExecutionResult, type GraphQLSchema, type ValidationRule } from 'graphql'
import { AppError } from '../errors/app-error.ts'
import type { Logger } from '../log.ts'
import type { Authenticate } from './authenticate.ts'
import { badInput } from './bad-input.ts'
import { formatError, type FormatOptions } from './format-error.ts'
import type { Viewer } from './viewer.ts'

export type HttpCaller = { viewer: Viewer; authorization: string | null; requestId: string }

export type GraphqlOverHttp = {
  /** Who answers, for the `service` of errors. */
  service: FormatOptions['service']
  schema: GraphQLSchema
  execute(request: {
    document: DocumentNode
    operationName: string | null
    variables: Record<string, unknown>
    caller: HttpCaller
  }): Promise<ExecutionResult>
  authenticate: Authenticate
  log: Logger
  validationRules?: ValidationRule[]
}

/**
 * GraphQL over HTTP at /graphql: Apollo Server parses, validates and answers; what executes is the caller's. The same
 * for a subgraph's process and for the gateway, so that both refuse and answer alike. Returns its stop function.
 */
export async function registerGraphql(app: FastifyInstance, options: GraphqlOverHttp): Promise<() => Promise<void>> {
  const { service, schema, execute, authenticate, log } = options
  const server = new ApolloServer<HttpCaller>({
    gateway: {
      load: () =>
        Promise.resolve({
          executor: async ({ document, request, context }) => {
            // Of the request: Apollo's own is null where the name is unknown, and would run the document's only operation.
            const operationName = request.operationName ?? null
            const operation = getOperationAST(document, operationName)
            if (!operation) return { errors: [noOperation(operationName)] }
            if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [overSocketOnly()] }
            return await execute({ document, operationName, variables: request.variables ?? {}, caller: context as HttpCaller })
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
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    ...(options.validationRules ? { validationRules: options.validationRules } : {}),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorsWithRequestId(service, log),
    ],
    logger: { debug: () => {}, info: () => {}, warn: (message) => log.warn(message), error: (message) => log.error(message) },
  })
  await server.start()
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(server, { context: async (request) => callerOf(request, authenticate) }) as never,
  })
  return () => server.stop()
}

/** Apollo gives it the code OPERATION_RESOLUTION_FAILURE. */
const noOperation = (name: string | null) =>
  new GraphQLError(name === null ? 'The document has several operations: name one in operationName.' : `The document has no operation named "${name}".`)

const overSocketOnly = () => badInput('A subscription needs a WebSocket that speaks graphql-transport-ws, at this same path.')

/** Throws UNAUTHENTICATED for a credential that nobody knows. */
export function callerOf(request: FastifyRequest, authenticate: Authenticate): HttpCaller {
  const authorization = request.headers.authorization ?? null
  const viewer = authenticate(authorization)
  if (viewer) return { viewer, authorization, requestId: request.id }
  const { message, code, retryable } = new AppError('UNAUTHENTICATED', { public: 'The key is not known.' })
  throw new GraphQLError(message, { extensions: { code, retryable, requestId: request.id, http: { status: 401 } } })
}

/** Apollo's formatError does not know the request; the response does. */
function errorsWithRequestId(service: FormatOptions['service'], log: Logger): ApolloServerPlugin<HttpCaller> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, errors, contextValue }) => {
        if (response.body.kind !== 'single' || !errors) return
        const { requestId } = contextValue
        response.body.singleResult.errors = errors.map((error) => formatError(error, { service, log, requestId }))
      },
    }),
  }
}
