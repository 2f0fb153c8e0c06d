import { addResolversToSchema } from '@graphql-tools/schema'
import {
  buildASTSchema,
  execute,
  getNamedType,
  getOperationAST,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { scalarResolvers } from '../kit/graphql/scalars.ts'
import { isReference, type BaseContext, type Reference, type Subgraph } from '../kit/graphql/subgraph.ts'
import type { Logger } from '../kit/log.ts'
import type { Graph } from './graph.ts'
import { fieldsIn, fragmentsOf } from './selections.ts'

type Resolver = GraphQLFieldResolver<unknown, object>
type EntityLoader = (reference: Reference, context: BaseContext) => Promise<object | null>
type ResolverMap = Record<string, Record<string, unknown>>

/**
 * All subgraphs in this process as one executable schema. Resolvers are the same as in a subgraph process; what a
 * planner does between processes happens here where a field hands out a reference to another subgraph's thing: it is
 * looked up through the owner's loaders at once (they batch within a tick), unless nothing but its key is asked for.
 * The parity suite holds this and the distributed graph to the same answers.
 */
export function mergedGraph(subgraphs: readonly Subgraph[], apiSdl: string, log: Logger): Graph {
  const schema = linkEntities(executableSchema(subgraphs, apiSdl), subgraphs)
  const raisedBy = new WeakMap<GraphQLError, string>()
  return {
    schema,
    async execute({ document, operationName, variables, caller, address = null }) {
      const base: BaseContext = { viewer: caller.viewer, requestId: caller.requestId, log, address }
      const contextValue = Object.assign({ ...base }, ...subgraphs.map((subgraph) => subgraph.context(base)))
      const result = await execute({ schema, document, operationName, variableValues: variables, contextValue })
      for (const error of result.errors ?? []) {
        const service = ownerOf(subgraphs, fieldsOn(error.path ?? [], schema, document, operationName))
        if (service) raisedBy.set(error, service)
      }
      return result
    },
    serviceOf: (error) => raisedBy.get(error),
    ready: () => Promise.resolve(true),
    stop: () => Promise.resolve(),
  }
}

function executableSchema(subgraphs: readonly Subgraph[], apiSdl: string): GraphQLSchema {
  const resolvers: ResolverMap = { ...scalarResolvers }
  for (const subgraph of subgraphs) {
    for (const [type, fields] of Object.entries(subgraph.resolvers as ResolverMap)) {
      resolvers[type] = { ...resolvers[type], ...fields }
    }
  }
  return addResolversToSchema({ schema: buildASTSchema(parse(apiSdl)), resolvers: resolvers as never })
}

type FieldName = { type: string; field: string }

/** The fields that a path of response keys leads through, from the root on. */
function fieldsOn(
  path: readonly (string | number)[],
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): FieldName[] {
  const operation = getOperationAST(document, operationName)
  const fragments = fragmentsOf(document)
  const found: FieldName[] = []
  let type: unknown = operation && schema.getRootType(operation.operation)
  let sets = operation ? [operation.selectionSet] : []
  for (const key of path) {
    // An index into a list stays at the same field.
    if (typeof key === 'number') continue
    const nodes = fieldsIn(sets, fragments).filter(({ alias, name }) => (alias ?? name).value === key)
    const field = nodes[0]?.name.value
    if (field === undefined || !isObjectType(type)) break
    found.push({ type: type.name, field })
    const output = type.getFields()[field]?.type
    type = output && getNamedType(output)
    sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  }
  return found
}

/** Whoever resolves the innermost field that anybody resolves; the others only read a member of its row. */
function ownerOf(subgraphs: readonly Subgraph[], path: readonly FieldName[]): string | undefined {
  for (const { type, field } of path.toReversed()) {
    const owner = subgraphs.find(({ resolvers }) => field in ((resolvers as ResolverMap)[type] ?? {}))
    if (owner) return owner.name
  }
  return undefined
}

/** Wraps every field that may return a reference, so that its value is the owner's row. */
function linkEntities(schema: GraphQLSchema, subgraphs: readonly Subgraph[]): GraphQLSchema {
  const loaders = new Map<string, EntityLoader>()
  for (const subgraph of subgraphs) {
    for (const [type, load] of Object.entries(subgraph.entities)) loaders.set(type, load as EntityLoader)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const load = loaders.get(getNamedType(field.type).name)
      if (load)
        field.resolve = following(
          field.resolve,
          load,
          isListType(isNonNullType(field.type) ? field.type.ofType : field.type),
        )
    }
  }
  return schema
}

function following(
  resolve: GraphQLFieldResolver<unknown, unknown> | undefined,
  load: EntityLoader,
  isList: boolean,
): Resolver {
  return (parent, args, context, info) => {
    const value = resolve ? resolve(parent, args, context, info) : (parent as Record<string, unknown>)[info.fieldName]
    const keyOnly = info.fieldNodes.every((node) => asksForKeyOnly(node, info.fragments))
    const follow = (one: unknown): unknown => {
      if (!isReference(one) || keyOnly) return one
      // A reference that leads nowhere stays one: its other fields are null, as a planner would answer.
      return load(one, context as BaseContext).then((row) => row ?? one)
    }
    const followAll = (found: unknown) => (isList && Array.isArray(found) ? found.map(follow) : follow(found))
    return value instanceof Promise ? value.then(followAll) : followAll(value)
  }
}

type Fragments = Record<string, { selectionSet: SelectionSetNode }>
const keyOnlyNodes = new WeakMap<FieldNode, boolean>()

function asksForKeyOnly(node: FieldNode, fragments: Fragments): boolean {
  let known = keyOnlyNodes.get(node)
  if (known === undefined)
    keyOnlyNodes.set(node, (known = node.selectionSet === undefined || onlyKeys(node.selectionSet, fragments)))
  return known
}

function onlyKeys({ selections }: SelectionSetNode, fragments: Fragments): boolean {
  return selections.every((selection) => {
    if (selection.kind === 'Field') return selection.name.value === 'id' || selection.name.value === '__typename'
    if (selection.kind === 'InlineFragment') return onlyKeys(selection.selectionSet, fragments)
    const fragment = fragments[selection.name.value]
    return fragment !== undefined && onlyKeys(fragment.selectionSet, fragments)
  })
}
