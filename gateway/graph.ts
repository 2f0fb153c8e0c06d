import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import type { Viewer } from '../kit/graphql/viewer/viewer.ts'

/** On whose behalf something is executed. `authorization` is what subgraph processes authenticate again. */
export type Caller = { viewer: Viewer; authorization: string | null; requestId: string }

export type GraphRequest = {
  document: DocumentNode
  operationName?: string | null
  variables?: Record<string, unknown> | null
  caller: Caller
  /** The client's address as budgets count it, for what a subgraph bounds by address. */
  address?: string | null
  /** What the client asks of the server beside the document: see guarded-graph.ts. */
  extensions?: Record<string, unknown> | null
}

/**
 * The whole federated graph behind one function: merged in process (merged-graph.ts) or planned over subgraph
 * processes (distributed-graph.ts). Documents are validated against `schema` before they come here. Errors in the
 * result are not yet formatted for clients.
 */
export type Graph = {
  /** What clients see, without federation machinery. */
  schema: GraphQLSchema
  execute(request: GraphRequest): Promise<ExecutionResult>
  /** The service that raised an error of `execute`, where the error itself does not say so. */
  serviceOf?(error: GraphQLError): string | undefined
  ready(): Promise<boolean>
  stop(): Promise<void>
}
