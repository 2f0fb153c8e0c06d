import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  validate,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { withFragments } from './fragments.ts'

/**
 * A document of ours that clients execute by name, giving parameters instead of variables: a REST endpoint and an MCP
 * tool are each one of these. Everything else (access, budgets, rules, errors) is the graph's, which executes it as if
 * the client had sent the document.
 */
export type TrustedOperation = {
  /** One named operation; what it spreads of fragments.ts is appended. */
  document: string
  /** Parameters that have another name or place than by the rule: 'tags' -> 'filter.tags.all'. */
  parameters?: Readonly<Record<string, string>>
  /** Input objects whose members are parameters of their own. Default: the variables `input` and `filter`. */
  spread?: readonly string[]
  /** Values that callers cannot choose, by place: { 'input.kind': 'SIGNAL' }. */
  fixed?: Readonly<Record<string, unknown>>
  /** Where the answer to the caller is in the data: 'createInstance.instance'. */
  result: string
}

/** One value that a caller may give. */
export type Parameter = {
  name: string
  /** The variable, and the members of input objects below it. */
  path: readonly string[]
  type: GraphQLInputType
  description: string
  isRequired: boolean
  defaultValue?: unknown
}

export type CompiledOperation = {
  /** The operation's name in the document. */
  name: string
  /** The field of the graph that it asks. */
  rootField: string
  kind: OperationDefinitionNode['operation']
  document: DocumentNode
  operation: OperationDefinitionNode
  parameters: readonly Parameter[]
  variables: ReadonlyMap<string, GraphQLInputType>
  /** Input objects that are there even when no member of them is given. */
  opened: readonly (readonly string[])[]
  fixed: Readonly<Record<string, unknown>>
  result: readonly string[]
}

/** Throws where a trusted operation does not fit the schema: at start-up, and in the unit test of the tables. */
export function compile(schema: GraphQLSchema, trusted: TrustedOperation): CompiledOperation {
  const document = parse(withFragments(trusted.document))
  const [invalid] = validate(schema, document)
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (invalid || !operation?.name) throw new Error(`${trusted.document}: ${invalid?.message ?? 'has no name'}`)
  const variables = new Map<string, GraphQLInputType>()
  const { fixed = {}, parameters: renamed = {} } = trusted
  const spread = new Set(trusted.spread ?? ['input', 'filter'])
  const taken = new Set([...Object.values(renamed), ...Object.keys(fixed)])
  const found: Parameter[] = []
  const opened: (readonly string[])[] = []
  const add = (parameter: Omit<Parameter, 'isRequired'>): void => {
    const place = parameter.path.join('.')
    const named = getNullableType(parameter.type)
    if (isInputObjectType(named)) {
      if (spread.has(place)) {
        if (isNonNullType(parameter.type)) opened.push(parameter.path)
        return addMembers(named, parameter.path)
      }
      const isOpened = [...taken, ...spread].some((other) => other.startsWith(`${place}.`))
      if (isOpened) return addMembers(named, parameter.path, parameter.path.length > 1 ? `${parameter.name}.` : '')
    }
    if (taken.has(place)) return
    found.push({ ...parameter, isRequired: isNonNullType(parameter.type) && parameter.defaultValue === undefined })
  }
  const addMembers = (type: GraphQLInputObjectType, path: readonly string[], prefix = ''): void => {
    for (const field of Object.values(type.getFields()))
      add({
        name: prefix + field.name,
        path: [...path, field.name],
        type: field.type,
        description: field.description ?? '',
        defaultValue: field.defaultValue,
      })
  }
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const type = typeFromAST(schema, node as never) as unknown as GraphQLInputType
    variables.set(name, type)
    add({
      name,
      path: [name],
      type,
      description: descriptionOf(schema, operation, name),
      defaultValue: defaultValue && valueFromAST(defaultValue, type),
    })
  }
  for (const [name, place] of Object.entries(renamed)) {
    const path = place.split('.')
    const { type, description } = memberAt(schema, operation, variables, path)
    found.push({ name, path, type, description, isRequired: isNonNullType(type) })
  }
  const twice = found.find(({ name }, index) => found.findIndex((other) => other.name === name) < index)
  if (twice) throw new Error(`${operation.name.value}: two parameters are named ${twice.name}`)
  return {
    name: operation.name.value,
    rootField: rootOf(operation).name.value,
    kind: operation.operation,
    document,
    operation,
    parameters: found,
    variables,
    opened,
    fixed,
    result: trusted.result.split('.'),
  }
}

const rootOf = ({ selectionSet }: OperationDefinitionNode) => selectionSet.selections[0] as FieldNode

/** What the root field says of the argument that the variable is given to. */
function descriptionOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variable: string): string {
  const root = rootOf(operation)
  const field = schema.getRootType(operation.operation)?.getFields()[root.name.value]
  const given = root.arguments?.find(({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable)
  return field?.args.find(({ name }) => name === given?.name.value)?.description ?? ''
}

function memberAt(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: ReadonlyMap<string, GraphQLInputType>,
  [variable = '', ...members]: readonly string[],
): { type: GraphQLInputType; description: string } {
  let type = variables.get(variable)
  let description = descriptionOf(schema, operation, variable)
  for (const member of members) {
    const parent = type && getNamedType(type)
    const field = isInputObjectType(parent) ? parent.getFields()[member] : undefined
    type = field?.type
    description = field?.description ?? ''
  }
  if (!type) throw new Error(`${operation.name?.value}: there is no ${[variable, ...members].join('.')}`)
  return { type, description }
}
