import { addResolversToSchema } from '@graphql-tools/schema'
import {
  buildASTSchema,
  execute,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { scalars } from '../kit/graphql/scalars.ts'
import { isReference, type BaseContext, type Reference, type Subgraph } from '../kit/graphql/subgraph.ts'
import type { Logger } from '../kit/log.ts'
import type { Graph } from './graph.ts'

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
  return {
    schema,
    async execute({ document, operationName, variables, caller }) {
      const base: BaseContext = { viewer: caller.viewer, requestId: caller.requestId, log }
      const contextValue = Object.assign({ ...base }, ...subgraphs.map((subgraph) => subgraph.context(base)))
      return await execute({ schema, document, operationName, variableValues: variables, contextValue })
    },
    ready: () => Promise.resolve(true),
    stop: () => Promise.resolve(),
  }
}

function executableSchema(subgraphs: readonly Subgraph[], apiSdl: string): GraphQLSchema {
  const resolvers: ResolverMap = { ...(scalars as unknown as ResolverMap) }
  for (const subgraph of subgraphs) {
    for (const [type, fields] of Object.entries(subgraph.resolvers as ResolverMap)) {
      resolvers[type] = { ...resolvers[type], ...fields }
    }
  }
  return addResolversToSchema({ schema: buildASTSchema(parse(apiSdl)), resolvers: resolvers as never })
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
      if (load) field.resolve = following(field.resolve, load, isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
    }
  }
  return schema
}

function following(resolve: GraphQLFieldResolver<unknown, unknown> | undefined, load: EntityLoader, isList: boolean): Resolver {
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
  if (known === undefined) keyOnlyNodes.set(node, (known = node.selectionSet === undefined || onlyKeys(node.selectionSet, fragments)))
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
