import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { addResolversToSchema } from '@graphql-tools/schema'
import {
  GraphQLError,
  buildSchema,
  execute as executeHere,
  getOperationAST,
  getVariableValues,
  print,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
} from 'graphql'
import { AppError } from '../kit/errors/app-error.ts'
import { clientAddressHeader } from '../kit/http/request/client-address.ts'
import { scalarResolvers } from '../kit/graphql/scalars.ts'
import type { Caller, Graph } from './graph.ts'
import { rootFieldsOf, selectingOnly } from './selections.ts'
import type { SubgraphClient } from './subgraph-client.ts'

type SubgraphRequest = {
  document: DocumentNode
  variables?: unknown
  operationName?: string
  context?: { caller: Caller; address: string | null }
}
/** Where the planner's requests to one subgraph go. */
export type Subgraph = Pick<SubgraphClient, 'post' | 'ready' | 'close'>
type Executor = (request: object) => Promise<ExecutionResult>

/**
 * The graph over subgraph processes: the Rust planner decides who is asked what, this sends it. Every request carries
 * the caller's own authorization, which each subgraph checks again, and the request's id for the logs.
 */
export async function distributedGraph(options: {
  supergraphSdl: string
  apiSdl: string
  clients: ReadonlyMap<string, Subgraph>
}): Promise<Graph> {
  const { supergraphSdl, clients } = options
  const { executor } = await unifiedGraphHandler({
    unifiedGraph: buildSchema(supergraphSdl, { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: ((name: string, request: SubgraphRequest) => send(clientOf(clients, name), request)) as never,
  })
  if (!executor) throw new Error('the planner offers no executor')
  const schema = addResolversToSchema({
    schema: buildSchema(options.apiSdl),
    resolvers: { ...scalarResolvers },
    // Of the scalars of ours those that the schema has.
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  })
  return {
    schema,
    async execute({ document, operationName, variables, caller, address = null }) {
      // Refused here as one process refuses it; a subgraph would see only what JSON made of it.
      const operation = getOperationAST(document, operationName)
      const { errors, coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables ?? {}, {
        maxErrors: 50,
      })
      if (errors) return { errors }
      const plan = async (planned: DocumentNode): Promise<ExecutionResult> => {
        try {
          const result = await (executor as unknown as Executor)({
            document: planned,
            operationName: operationName ?? undefined,
            variables: variables ?? {},
            context: { caller, address },
          })
          // The planner leaves an empty answer out; graphql-js says that it is null.
          return { ...result, data: result.data ?? null }
        } catch (error) {
          return { errors: [error instanceof GraphQLError ? error : wrapped(error)] }
        }
      }
      if (!operation) return plan(document)
      // The planner fails at an operation of which nothing is left, and where `__schema` stands beside other fields.
      const roots = [...rootFieldsOf(document, operation, coerced)]
      const own = roots.filter(([, [field]]) => isIntrospection(field))
      if (own.length === 0 && roots.length > 0) return plan(document)
      const only = (fields: typeof roots) =>
        selectingOnly(
          fields.flatMap(([, nodes]) => nodes),
          document,
          operation,
        )
      const introspected = await executeHere({ schema, document: only(own), operationName, variableValues: variables })
      if (own.length === roots.length) return introspected
      const planned = await plan(only(roots.filter(([, [field]]) => !isIntrospection(field))))
      if (!planned.data) return planned
      const both = { ...planned.data, ...introspected.data }
      return { ...planned, data: Object.fromEntries(roots.map(([name]) => [name, both[name]])) }
    },
    ready: async () => (await Promise.all([...clients.values()].map((client) => client.ready()))).every(Boolean),
    stop: async () => void (await Promise.all([...clients.values()].map((client) => client.close()))),
  }
}

const isIntrospection = (field: FieldNode | undefined): boolean =>
  field?.name.value === '__schema' || field?.name.value === '__type'

const wrapped = (error: unknown) =>
  new GraphQLError(error instanceof Error ? error.message : String(error), {
    originalError: error instanceof Error ? error : undefined,
  })

/** Names in the supergraph are written by the composer in its own case. */
function clientOf(clients: ReadonlyMap<string, Subgraph>, name: string): Subgraph {
  const client = clients.get(name.toLowerCase())
  if (!client) throw new Error(`no address for subgraph ${name}`)
  return client
}

// A plan keeps its documents, so each is printed once for as long as the plan lives.
const printedDocuments = new WeakMap<DocumentNode, string>()

function printed(document: DocumentNode): string {
  let text = printedDocuments.get(document)
  if (text === undefined) printedDocuments.set(document, (text = print(document)))
  return text
}

async function send(client: Subgraph, request: SubgraphRequest): Promise<ExecutionResult> {
  const caller = request.context?.caller
  const headers: Record<string, string> = {}
  if (caller?.authorization) headers['authorization'] = caller.authorization
  if (caller) headers['x-request-id'] = caller.requestId
  if (request.context?.address) headers[clientAddressHeader] = request.context.address
  try {
    const body = JSON.stringify({ query: printed(request.document), variables: request.variables ?? {} })
    return (await client.post('/graphql', body, headers)) as ExecutionResult
  } catch (error) {
    const message = error instanceof AppError ? error.message : 'A part of the graph is away. Try again in a moment.'
    return {
      errors: [
        new GraphQLError(message, {
          originalError: error instanceof Error ? error : undefined,
          extensions: { code: 'UNAVAILABLE' },
        }),
      ],
    }
  }
}
