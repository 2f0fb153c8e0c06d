import { getOperationAST, type GraphQLSchema } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../kit/limits.ts'
import type { GraphRequest } from '../graph.ts'
import { QueryCost } from './query-cost.ts'

export type CostLimits = Pick<Limits, 'costAnonymous' | 'costToken' | 'costAdmin' | 'costIntrospection'>

/** What an operation costs, and what its viewer may spend on one. */
export type Price = { cost: number; limit: number }

const nothing = { cost: 0, introspection: 0 }

/** Prices operations before they are executed or subscribed to. */
export class Admission {
  readonly #costs: QueryCost
  readonly #limits: CostLimits

  constructor(schema: GraphQLSchema, limits: CostLimits) {
    this.#costs = new QueryCost(schema)
    this.#limits = limits
  }

  /**
   * Throws QUERY_TOO_EXPENSIVE above the viewer's limit, and above the limit of introspection, which is one for every
   * viewer: who may spend much still needs the schema only once. A name that no operation has costs nothing.
   */
  admit({ document, operationName, variables, caller }: GraphRequest): Price {
    const operation = getOperationAST(document, operationName)
    const { cost, introspection } = operation ? this.#costs.of(document, operation, variables ?? {}) : nothing
    const { costIntrospection } = this.#limits
    if (introspection > costIntrospection) {
      throw new AppError('QUERY_TOO_EXPENSIVE', {
        public: `Introspection in the operation costs ${introspection} points, and at most ${costIntrospection} may be spent on it: send the standard introspection query alone, or ask for less of each type.`,
        details: { budget: 'costIntrospection', cost: introspection, limit: costIntrospection },
      })
    }
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
