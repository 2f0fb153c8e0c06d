import { GraphQLError } from 'graphql'
import type { Graph, GraphRequest } from '../graph.ts'
import { Admission, type CostLimits, type Price } from './admission.ts'

export type GuardedGraph = Graph & {
  /** What a subscription is asked before it is opened. Throws QUERY_TOO_EXPENSIVE. */
  admit(request: GraphRequest): Price
}

/**
 * The graph as clients reach it, over HTTP and over sockets: what an operation costs is checked before it is executed.
 * A request with `extensions: { cost: true }` is answered with `extensions: { cost: { cost, limit } }`.
 */
export function guardedGraph(graph: Graph, limits: CostLimits): GuardedGraph {
  const admission = new Admission(graph.schema, limits)
  return {
    ...graph,
    admit: (request) => admission.admit(request),
    async execute(request) {
      let price: Price
      try {
        price = admission.admit(request)
      } catch (error) {
        return { errors: [new GraphQLError((error as Error).message, { originalError: error as Error })] }
      }
      const result = await graph.execute(request)
      return request.extensions?.['cost'] === true ? { ...result, extensions: { ...result.extensions, cost: price } } : result
    },
  }
}
