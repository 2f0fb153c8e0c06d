import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../kit/limits.ts'
import type { ViewerRates } from '../../kit/rates/viewer-rates.ts'
import type { GraphRequest } from '../graph.ts'
import { QueryCost } from './query-cost.ts'

export type CostLimits = Pick<Limits, 'costAnonymous' | 'costToken' | 'costAdmin' | 'costIntrospection'>

/** What an operation costs, and what its viewer may spend on one. */
export type Price = { cost: number; limit: number }

const nothing = { cost: 0, introspection: 0 }

/** What a client asks, and the address that it asks from, as budgets count it. */
export type ClientRequest = GraphRequest & { address: string }

type Operation = OperationDefinitionNode | null | undefined

/** So many points of cost count as one more read. */
const costPerRead = 1000

/** Prices operations, and counts them against the rates of those who ask, before they are executed or subscribed to. */
export class Admission {
  readonly #costs: QueryCost
  readonly #limits: CostLimits
  readonly #rates: ViewerRates

  constructor(schema: GraphQLSchema, limits: CostLimits, rates: ViewerRates) {
    this.#costs = new QueryCost(schema)
    this.#limits = limits
    this.#rates = rates
  }

  /**
   * Throws QUERY_TOO_EXPENSIVE above the viewer's limit, and above the limit of introspection, which is one for every
   * viewer: who may spend much still needs the schema only once. Throws RATE_LIMITED above a rate. A name that no
   * operation has costs nothing.
   */
  admit(request: ClientRequest): Price {
    const { document, operationName, variables, caller } = request
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
    this.#count(request, operation, cost)
    return { cost, limit }
  }

  #count({ document, caller: { viewer }, address }: ClientRequest, operation: Operation, cost: number): void {
    const asking = { viewer, address }
    if (operation?.operation === 'mutation')
      this.#rates.take('Writes', asking, rootFields(operation.selectionSet, document))
    else if (operation?.operation === 'subscription') this.#rates.take('Subscriptions', asking)
    else this.#rates.take('Reads', asking, 1 + cost / costPerRead)
  }

  #limitOf({ isAdmin, principalId }: Viewer): number {
    if (isAdmin) return this.#limits.costAdmin
    return principalId === null ? this.#limits.costAnonymous : this.#limits.costToken
  }
}

/** Fields of a set with its fragments opened, each alias for itself. Documents are bounded in what they open, and in circles. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(selection.selectionSet, document)
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    )
    return sum + (fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document) : 0)
  }, 0)
}
