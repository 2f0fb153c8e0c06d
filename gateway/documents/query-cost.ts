import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import {
  fieldWeights,
  introspectionShare,
  listSize,
  listSizes,
  mutationWeight,
  pageArguments,
  pageSizeMax,
} from './field-costs.ts'

type Variables = Readonly<Record<string, unknown>>

/** How a field's cost is made up. `page`: the argument that holds the number of rows; null where `size` is all that is known. */
type FieldRule = {
  weight: number
  below: GraphQLCompositeType | null
  page: { argument: string; fallback: number } | null
  size: number
  /** `nodes` or `edges` of a connection: as many as the connection's own field was asked for. */
  isPageOfParent: boolean
}

/** The cost of a selection set: `once`, and `perRow` of the page where it selects on a connection. `introspection` is the part of `once` below its own `__schema` and `__type`. */
type SetCost = { once: number; perRow: number; introspection: number }

/** What an operation costs, and how much of that is introspection. */
export type OperationCost = { cost: number; introspection: number }

/**
 * The static cost of an operation, before anything of it is executed. Every field costs one point (or its weight) and
 * what is selected below it, times the rows of its page: nested lists multiply. Page sizes are the arguments'
 * literals, variables or defaults. What a directive may leave out counts as if it were asked for.
 *
 * Linear in the document: a fragment is priced once, however often it is spread. Where no variable says a page size,
 * the price is kept with the document.
 */
export class QueryCost {
  readonly #schema: GraphQLSchema
  readonly #rules = new Map<GraphQLCompositeType, Map<string, FieldRule>>()
  readonly #constants = new WeakMap<OperationDefinitionNode, OperationCost>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): OperationCost {
    const known = this.#constants.get(operation)
    if (known !== undefined) return known
    const root = this.#schema.getRootType(operation.operation)
    if (!root) return { cost: 0, introspection: 0 }
    const pricing = new Pricing({
      document,
      operation,
      variables,
      ruleOf: (type, field) => this.#ruleOf(type, field),
      typeNamed: (name) => compositeOrNull(this.#schema.getType(name)),
    })
    const { once, perRow, introspection } = pricing.ofSet(operation.selectionSet, root)
    const cost = { cost: Math.ceil(once + perRow), introspection: Math.ceil(introspection) }
    if (!pricing.readsVariables) this.#constants.set(operation, cost)
    return cost
  }

  #ruleOf(type: GraphQLCompositeType, name: string): FieldRule {
    let rules = this.#rules.get(type)
    if (!rules) this.#rules.set(type, (rules = new Map()))
    let rule = rules.get(name)
    if (!rule) rules.set(name, (rule = this.#makeRule(type, name)))
    return rule
  }

  #makeRule(type: GraphQLCompositeType, name: string): FieldRule {
    const field = fieldOf(type, name)
    const path = `${type.name}.${name}`
    const isIntrospection = type.name.startsWith('__') || isIntrospectionRoot(name)
    const isMutation = type === this.#schema.getMutationType()
    const weight = fieldWeights[path] ?? (isMutation ? mutationWeight : isIntrospection ? introspectionShare : 1)
    const named = field && getNamedType(field.type)
    const below = named && isCompositeType(named) ? named : null
    if (!field || !below) return { weight, below: null, page: null, size: 1, isPageOfParent: false }
    const argument = field.args.find((each) => pageArguments.includes(each.name))
    const isList = isListOf(field.type)
    const isPageOfParent = isList && isConnection(type) && (name === 'nodes' || name === 'edges')
    const isPaged = isConnection(below) || (isList && !isPageOfParent)
    const size = listSizes[path] ?? (isPaged ? listSize : 1)
    const fallback = typeof argument?.defaultValue === 'number' ? argument.defaultValue : size
    return {
      weight,
      below,
      page: argument && isPaged ? { argument: argument.name, fallback } : null,
      size,
      isPageOfParent,
    }
  }
}

/** One pass over one operation with one set of variables. */
class Pricing {
  /** Whether some variable decided a page size: then the price is this request's only. */
  readsVariables = false
  readonly #variables: Variables
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #priced = new Map<string, SetCost>()
  readonly #ruleOf: (type: GraphQLCompositeType, field: string) => FieldRule
  readonly #typeNamed: (name: string) => GraphQLCompositeType | null

  constructor(options: {
    document: DocumentNode
    operation: OperationDefinitionNode
    variables: Variables
    ruleOf: (type: GraphQLCompositeType, field: string) => FieldRule
    typeNamed: (name: string) => GraphQLCompositeType | null
  }) {
    const { document, operation } = options
    this.#variables = options.variables
    this.#ruleOf = options.ruleOf
    this.#typeNamed = options.typeNamed
    this.#defaults = new Map(
      operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    )
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    )
  }

  ofSet({ selections }: SelectionSetNode, type: GraphQLCompositeType): SetCost {
    const sum: SetCost = { once: 0, perRow: 0, introspection: 0 }
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const rule = this.#ruleOf(type, selection.name.value)
        const cost = this.#ofField(selection, rule)
        sum[rule.isPageOfParent ? 'perRow' : 'once'] += cost
        if (isIntrospectionRoot(selection.name.value)) sum.introspection += cost
        continue
      }
      const { once, perRow, introspection } =
        selection.kind === Kind.INLINE_FRAGMENT
          ? this.#ofInline(selection, type)
          : this.#ofFragment(selection.name.value)
      sum.once += once
      sum.perRow += perRow
      sum.introspection += introspection
    }
    return sum
  }

  #ofField(node: FieldNode, { weight, below, page, size }: FieldRule): number {
    if (!below || !node.selectionSet) return weight
    const rows = page ? this.#pageSize(node, page) : size
    const { once, perRow } = this.ofSet(node.selectionSet, below)
    return weight + (isConnection(below) ? once + rows * perRow : rows * (once + perRow))
  }

  #ofInline({ typeCondition, selectionSet }: InlineFragmentNode, type: GraphQLCompositeType): SetCost {
    return this.ofSet(selectionSet, (typeCondition && this.#typeNamed(typeCondition.name.value)) ?? type)
  }

  #ofFragment(name: string): SetCost {
    let priced = this.#priced.get(name)
    if (priced) return priced
    const fragment = this.#fragments.get(name)
    const type = fragment && this.#typeNamed(fragment.typeCondition.name.value)
    priced = fragment && type ? this.ofSet(fragment.selectionSet, type) : { once: 0, perRow: 0, introspection: 0 }
    this.#priced.set(name, priced)
    return priced
  }

  /** What is no number is refused where it is read; here it counts as if it were not given. */
  #pageSize(node: FieldNode, { argument, fallback }: { argument: string; fallback: number }): number {
    const given = node.arguments?.find(({ name }) => name.value === argument)?.value
    const size = given?.kind === Kind.VARIABLE ? this.#variable(given.name.value) : literal(given)
    return Math.min(Math.max(size ?? fallback, 1), pageSizeMax)
  }

  #variable(name: string): number | null {
    this.readsVariables = true
    const given = this.#variables[name]
    return given === undefined ? literal(this.#defaults.get(name)) : typeof given === 'number' ? given : null
  }
}

const literal = (node: ValueNode | undefined): number | null => (node?.kind === Kind.INT ? Number(node.value) : null)

const compositeOrNull = (type: GraphQLNamedType | undefined): GraphQLCompositeType | null =>
  type && isCompositeType(type) ? type : null

const isIntrospectionRoot = (name: string): boolean =>
  name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name

const isListOf = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** A Relay page: a list of nodes with what is said of the list. */
function isConnection(type: GraphQLCompositeType): boolean {
  if (!isObjectType(type)) return false
  const { nodes, pageInfo } = type.getFields()
  return nodes !== undefined && pageInfo !== undefined
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  return 'getFields' in type ? type.getFields()[name] : undefined
}
