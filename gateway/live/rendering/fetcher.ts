import {
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type SelectionNode,
} from 'graphql'
import type { Caller, Graph } from '../../graph.ts'
import type { FetchPlan } from './plan.ts'

export type Fetched = {
  value: Record<string, unknown> | null
  errors: { error: GraphQLError | Error; path: (string | number)[] }[]
}

type Waiting = { id: string; resolve(fetched: Fetched): void; reject(error: unknown): void }

const batchMax = 64

/**
 * Fetches, through the whole graph, what an event does not carry, for one plan and one kind of viewer: all that a
 * burst of events touches goes into one operation of aliased `instance(id)` (or `run(id)`) fields. The document for n of
 * them (n rounded up to a power of two) is made once, so that planners and parsers see few documents.
 */
export class Fetcher {
  readonly #graph: Graph
  readonly #plan: FetchPlan
  readonly #variables: Record<string, unknown>
  readonly #caller: Caller
  readonly #documents = new Map<number, DocumentNode>()
  #waiting: Waiting[] = []

  constructor(graph: Graph, plan: FetchPlan, variables: Record<string, unknown>, caller: Caller) {
    this.#graph = graph
    this.#plan = plan
    this.#variables = variables
    this.#caller = caller
  }

  fetch(id: string): Promise<Fetched> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#flush())
    })
  }

  #flush(): void {
    const all = this.#waiting
    this.#waiting = []
    for (let from = 0; from < all.length; from += batchMax) void this.#run(all.slice(from, from + batchMax))
  }

  async #run(batch: Waiting[]): Promise<void> {
    const size = 2 ** Math.ceil(Math.log2(batch.length))
    const variables: Record<string, unknown> = { ...this.#variables }
    for (let index = 0; index < size; index++) variables[`liveId${index}`] = (batch[index] ?? batch[0])?.id
    try {
      const result = await this.#graph.execute({ document: this.#document(size), variables, caller: this.#caller })
      batch.forEach(({ resolve }, index) => {
        const alias = `live${index}`
        const errors = (result.errors ?? []).flatMap((error) =>
          error.path === undefined || error.path[0] === alias
            ? [{ error, path: [...(error.path ?? []).slice(1)] }]
            : [],
        )
        resolve({ value: (result.data?.[alias] ?? null) as Record<string, unknown> | null, errors })
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  #document(size: number): DocumentNode {
    let document = this.#documents.get(size)
    if (!document) this.#documents.set(size, (document = fetchDocument(this.#plan, size)))
    return document
  }
}

function fetchDocument({ subject, nodes, fragments, operation }: FetchPlan, size: number): DocumentNode {
  const indices = Array.from({ length: size }, (_, index) => index)
  const frame = parse(
    `query (${indices.map((index) => `$liveId${index}: ID!`).join(' ')}) {
      ${indices.map((index) => `live${index}: ${subject.field}(id: $liveId${index}) { __typename }`).join('\n')}
    }`,
    { noLocation: true },
  )
  const [query] = frame.definitions
  if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the frame is an operation')
  const used = usedVariables([...nodes, ...fragments])
  const kept = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value))
  const withSelection = (selection: SelectionNode): SelectionNode =>
    selection.kind === Kind.FIELD
      ? { ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } }
      : selection
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...query,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: [...(query.variableDefinitions ?? []), ...kept],
        selectionSet: { ...query.selectionSet, selections: query.selectionSet.selections.map(withSelection) },
      },
      ...fragments,
    ],
  }
}

function usedVariables(nodes: readonly (FieldNode | FetchPlan['fragments'][number])[]): Set<string> {
  const used = new Set<string>()
  JSON.stringify(nodes, (key, value: unknown) => {
    if (key === 'loc') return undefined
    if (typeof value === 'object' && value !== null && (value as { kind?: string }).kind === Kind.VARIABLE) {
      used.add((value as { name: { value: string } }).name.value)
    }
    return value
  })
  return used
}
