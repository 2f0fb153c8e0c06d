import {
  GraphQLError,
  Kind,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { isSelected } from '../../selections.ts'
import { carriedBy, type CarriedReader } from './carried-fields.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

/** One member of the answer: read from the event, or taken from what was fetched for it. */
export type PlannedField =
  | { key: string; from: 'event'; read: CarriedReader; fields: PlannedField[] | null; isList: boolean }
  | { key: string; from: 'fetch'; fetchKey: string }

/** The thing that the events of a feed are about, which is fetched where they do not answer: as a type and as a field. */
export type Subject = { type: string; field: string }

const instanceSubject: Subject = { type: 'Instance', field: 'instance' }
const subjects: Record<string, Subject> = { RunEvent: { type: 'Run', field: 'run' } }

/** What must be fetched of the subject besides the event: the caller's own nodes, with all that they refer to. */
export type FetchPlan = {
  subject: Subject
  nodes: FieldNode[]
  fragments: FragmentDefinitionNode[]
  operation: OperationDefinitionNode
}

/** A subscription, compiled once per document and variables that shape it. */
export type Plan = {
  field: string
  key: string
  fields: PlannedField[]
  /** Null where the event itself answers everything. */
  fetch: FetchPlan | null
  /** The root field's arguments, from variables that were read. */
  argumentsOf(variables: Record<string, unknown>): Record<string, unknown>
}

/** Variables as the schema reads them. Throws the first GraphQLError where they do not fit. */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Record<string, unknown>,
): Record<string, unknown> {
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], raw)
  if (errors) throw errors[0] as GraphQLError
  return coerced
}

/**
 * Reads a validated document: which feed it wants, and how to answer its selection from an event. The plan depends on
 * `variables` only where @skip or @include use them. Throws a GraphQLError for anything but exactly one root field.
 */
export function planSubscription(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Plan {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
  const rootType = schema.getSubscriptionType() as GraphQLObjectType
  const collector = new Collector(schema, fragments, variables)
  const roots = [...collector.collect(rootType, [operation.selectionSet])]
  const [root] = roots
  if (!root || roots.length > 1)
    throw new GraphQLError('A subscription has exactly one root field.', { nodes: [operation] })
  const [key, nodes] = root
  const [node] = nodes as [FieldNode, ...FieldNode[]]
  const definition = rootType.getFields()[node.name.value]
  if (!definition) throw new GraphQLError(`There is no feed ${node.name.value}.`, { nodes: [node] })
  const fetched: FieldNode[] = []
  const eventType = getNamedType(definition.type) as GraphQLObjectType
  const subject = ownMember(subjects, eventType.name) ?? instanceSubject
  const fields = planFields(collector, eventType, selectionsOf(nodes), fetched, subject)
  const fetch =
    fetched.length === 0 ? null : { subject, nodes: fetched, fragments: usedFragments(fetched, fragments), operation }
  return {
    field: node.name.value,
    key,
    fields,
    fetch,
    argumentsOf: (values) => getArgumentValues(definition, node, values),
  }
}

/** The answer to `source` (an event or a part of one), with members in the order they were asked for. */
export function project(
  fields: readonly PlannedField[],
  source: unknown,
  fetched: Record<string, unknown> | null,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const field of fields) {
    result[field.key] = field.from === 'fetch' ? (fetched?.[field.fetchKey] ?? null) : carried(field, source, fetched)
  }
  return result
}

/** The same as JSON, where nothing is fetched: what is text already is not parsed and written again. */
export function projectText(fields: readonly PlannedField[], source: unknown): string {
  const members = fields.map((field) => {
    const text =
      field.from === 'event' && field.read.isText ? ((field.read(source as never) as string | null) ?? 'null') : null
    return `${JSON.stringify(field.key)}:${text ?? JSON.stringify(field.from === 'event' ? carried(field, source, null) : null)}`
  })
  return `{${members.join(',')}}`
}

function carried(
  field: PlannedField & { from: 'event' },
  source: unknown,
  fetched: Record<string, unknown> | null,
): unknown {
  const read = field.read(source as never)
  const value = field.read.isText && read !== null ? parseOwnJson(read as string) : read
  const { fields } = field
  if (fields === null || value === null || value === undefined) return value ?? null
  return field.isList
    ? (value as unknown[]).map((item) => project(fields, item, fetched))
    : project(fields, value, fetched)
}

function planFields(
  collector: Collector,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  fetched: FieldNode[],
  subject: Subject,
): PlannedField[] {
  return [...collector.collect(type, sets)].map(([key, nodes]): PlannedField => {
    const planned = planCarried(collector, type, key, nodes, fetched, subject)
    if (planned) return planned
    const fetchKey = freeKey(key, fetched)
    fetched.push(
      ...(fetchKey === key
        ? nodes
        : nodes.map((node) => ({ ...node, alias: { kind: Kind.NAME as const, value: fetchKey } }))),
    )
    return { key, from: 'fetch', fetchKey }
  })
}

/** Two aliases of `instance` may mean different things by one name, and are fetched as one thing. */
function freeKey(key: string, fetched: readonly FieldNode[]): string {
  const isTaken = fetched.some(({ alias, name }) => (alias ?? name).value === key)
  return isTaken ? `_${fetched.length}_${key}` : key
}

/** Null where the event does not hold it, or not all that is asked of it. */
function planCarried(
  collector: Collector,
  type: GraphQLObjectType,
  key: string,
  nodes: FieldNode[],
  fetched: FieldNode[],
  subject: Subject,
): PlannedField | null {
  const name = (nodes[0] as FieldNode).name.value
  const read = name === '__typename' ? () => type.name : carriedBy(type.name, name)
  // What arguments make of a field, only its resolver knows.
  if (!read || (nodes[0] as FieldNode).arguments?.length) return null
  const outType = type.getFields()[name]?.type
  const inner = outType && getNamedType(outType)
  if (!isObjectType(inner)) return { key, from: 'event', read, fields: null, isList: false }
  // Only the subject of an event may be answered in part and fetched in part: it is the thing that is fetched.
  const below: FieldNode[] = inner.name === subject.type ? fetched : []
  const fields = planFields(collector, inner, selectionsOf(nodes), below, subject)
  if (below !== fetched && below.length > 0) return null
  const isList = isListType(isNonNullType(outType) ? outType.ofType : outType)
  return { key, from: 'event', read, fields, isList }
}

const selectionsOf = (nodes: readonly FieldNode[]) =>
  nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))

/** Flattens selection sets: fragments opened, @skip and @include weighed, equal response keys joined. */
class Collector {
  readonly #schema: GraphQLSchema
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #variables: Record<string, unknown>

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Record<string, unknown>,
  ) {
    this.#schema = schema
    this.#fragments = fragments
    this.#variables = variables
  }

  collect(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    into = new Map<string, FieldNode[]>(),
  ): Map<string, FieldNode[]> {
    for (const { selections } of sets) {
      for (const selection of selections) {
        if (!isSelected(selection, this.#variables)) continue
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value
          const nodes = into.get(key)
          if (nodes) nodes.push(selection)
          else into.set(key, [selection])
          continue
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection
        const condition = fragment?.typeCondition?.name.value
        if (fragment && (condition === undefined || this.#schema.getType(condition) === type)) {
          this.collect(type, [fragment.selectionSet], into)
        }
      }
    }
    return into
  }
}

function usedFragments(
  nodes: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Set<FragmentDefinitionNode>()
  const visitSet = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) visitSet(selection.selectionSet)
      else {
        const fragment = fragments.get(selection.name.value)
        if (!fragment || used.has(fragment)) continue
        used.add(fragment)
        visitSet(fragment.selectionSet)
      }
    }
  }
  for (const node of nodes) visitSet(node.selectionSet)
  return [...used]
}
