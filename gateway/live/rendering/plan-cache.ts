import { Kind, visit, type ASTNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { canonicalJson } from '../../../kit/pure/json/canonical-json.ts'
import { planSubscription, type Plan } from './plan.ts'

const plansMax = 1000

/** What is known of a document: a number for its name, which variables shape its answers, and its plans by their values. */
type Known = { id: number; shaping: string[]; plans: Map<string, Plan> }

/** Plans of subscriptions, compiled once per document and per values of the variables that shape the answer. */
export class PlanCache {
  readonly #schema: GraphQLSchema
  readonly #known = new WeakMap<DocumentNode, Known>()
  #documents = 0

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  plan(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): Plan {
    const { plans, shaping } = this.#of(document)
    const key = nameOf(operation, shaping, variables)
    let plan = plans.get(key)
    if (!plan) {
      plan = planSubscription(this.#schema, document, operation, variables)
      if (plans.size >= plansMax) plans.clear()
      plans.set(key, plan)
    }
    return plan
  }

  /** The name of a shape: the same for two subscriptions whose answers to the same event are the same text. */
  shape(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): string {
    const { id, shaping } = this.#of(document)
    return `${id} ${nameOf(operation, shaping, variables)}`
  }

  #of(document: DocumentNode): Known {
    let known = this.#known.get(document)
    if (!known)
      this.#known.set(
        document,
        (known = { id: ++this.#documents, shaping: shapingVariables(document), plans: new Map() }),
      )
    return known
  }
}

const nameOf = (
  { name }: OperationDefinitionNode,
  shaping: readonly string[],
  variables: Record<string, unknown>,
): string =>
  `${name?.value ?? ''} ${canonicalJson(Object.fromEntries(shaping.map((variable) => [variable, variables[variable]])))}`

/** Names of the variables that an answer depends on beyond the root field's arguments, which say what is followed. */
function shapingVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  const collect = (node: ASTNode) =>
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value)
      },
      VariableDefinition: () => false,
    })
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) {
      collect(definition)
      continue
    }
    for (const root of definition.selectionSet.selections)
      collect(root.kind === Kind.FIELD ? { ...root, arguments: [] } : root)
  }
  return [...names].sort()
}
