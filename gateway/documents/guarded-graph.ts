import { GraphQLError, type ExecutionResult } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Limits } from '../../kit/limits.ts'
import { jsonBytes } from '../../kit/pure/json/json-bytes.ts'
import type { ViewerRates } from '../../kit/rates/viewer-rates.ts'
import type { Graph } from '../graph.ts'
import { Admission, type ClientRequest, type CostLimits, type Price } from './admission.ts'

/** An operation that was priced and counted: it may be executed or subscribed to, once. */
export type Admitted<Request extends ClientRequest = ClientRequest> = { request: Request; price: Price }

export type GuardedGraph = Omit<Graph, 'execute'> & {
  /** What every operation is asked before anything is done for it. Throws QUERY_TOO_EXPENSIVE, RATE_LIMITED. */
  admit<Request extends ClientRequest>(request: Request): Admitted<Request>
  execute(admitted: Admitted): Promise<ExecutionResult>
}

/**
 * The graph as clients reach it, over HTTP and over sockets: what an operation costs and how often its viewer asks is
 * checked before it is executed, and how large its answer is before that is written.
 * A request with `extensions: { cost: true }` is answered with `extensions: { cost: { cost, limit } }`.
 */
export function guardedGraph(
  graph: Graph,
  limits: CostLimits & Pick<Limits, 'answerBytes'>,
  rates: ViewerRates,
): GuardedGraph {
  const admission = new Admission(graph.schema, limits, rates)
  return {
    ...graph,
    admit: (request) => ({ request, price: admission.admit(request) }),
    async execute({ request, price }) {
      const result = await graph.execute(request)
      const tooLarge = refusedForItsBytes(result, limits.answerBytes)
      if (tooLarge) return tooLarge
      return request.extensions?.['cost'] === true
        ? { ...result, extensions: { ...result.extensions, cost: price } }
        : result
    },
  }
}

const refused = (error: Error): ExecutionResult => ({
  errors: [new GraphQLError(error.message, { originalError: error })],
})

/** One answer in both modes, whether it was this process that found it too large or a subgraph with a part of it. */
export function refusedForItsBytes({ data, errors }: ExecutionResult, limitBytes: number): ExecutionResult | null {
  const inPart = errors?.some(({ extensions }) => extensions['code'] === 'ANSWER_TOO_LARGE')
  return inPart || jsonBytes(data, limitBytes) > limitBytes ? answerTooLarge(limitBytes) : null
}

const answerTooLarge = (limitBytes: number): ExecutionResult =>
  refused(
    new AppError('ANSWER_TOO_LARGE', {
      public: `The answer would have more than ${limitBytes} bytes: ask for smaller pages, or for less in each row.`,
      details: { limitBytes },
    }),
  )
