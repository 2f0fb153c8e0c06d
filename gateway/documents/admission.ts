import { getOperationAST, type GraphQLSchema } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../kit/limits.ts'
import type { GraphRequest } from '../graph.ts'
import { QueryCost } from './query-cost.ts'

export type CostLimits = Pick<Limits, 'costAnonymous' | 'costToken' | 'costAdmin'>

/** What an operation costs, and what its viewer may spend on one. */
export type Price = { cost: number; limit: number }

/** Prices operations before they are executed or subscribed to. */
export class Admission {
  readonly #costs: QueryCost
  readonly #limits: CostLimits

  constructor(schema: GraphQLSchema, limits: CostLimits) {
    this.#costs = new QueryCost(schema)
    this.#limits = limits
  }

  /** Throws QUERY_TOO_EXPENSIVE above the viewer's limit. A name that no operation has costs nothing. */
  admit({ document, operationName, variables, caller }: GraphRequest): Price {
    const operation = getOperationAST(document, operationName)
    const cost = operation ? this.#costs.of(document, operation, variables ?? {}) : 0
    const limit = this.#limitOf(caller.viewer)
    if (cost > limit) {
      throw new AppError('QUERY_TOO_EXPENSIVE', {
        public: `The operation costs ${cost} points, and at most ${limit} may be spent on one: ask for smaller pages, or for less in each row.`,
        details: { cost, limit },
      })
    }
    return { cost, limit }
  }

  #limitOf({ isAdmin, principalId }: Viewer): number {
    if (isAdmin) return this.#limits.costAdmin
    return principalId === null ? this.#limits.costAnonymous : this.#limits.costToken
  }
}
