import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Variables } from '../trusted/bind.ts'
import type { CompiledOperation } from '../trusted/operation.ts'
import type { Answer } from '../trusted/run.ts'

/** An error of the graph as its callers see it: code, message and pointers. */
export class Refused extends Error {
  readonly error: GraphQLFormattedError

  constructor(error: GraphQLFormattedError) {
    super(error.message)
    this.name = 'Refused'
    this.error = error
  }
}

export type Watch = {
  /** Something happened after what was there at the beginning. */
  changed(): void
  /** Nothing more will come. */
  ended(): void
}

/** The graph as an MCP session has it: in this process, or behind an address. */
export type Backend<Sender> = {
  schema: GraphQLSchema
  /** Rejects with Refused. */
  run(operation: CompiledOperation, variables: Variables, sender: Sender): Promise<Answer>
  /**
   * Follows a feed until it is told to stop. Resolves once the first event is there: whatever happens from then on is
   * told. Rejects with Refused.
   */
  follow(operation: CompiledOperation, variables: Variables, sender: Sender, watch: Watch): Promise<() => void>
}
