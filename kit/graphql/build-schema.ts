import { buildSubgraphSchema } from '@apollo/subgraph'
import { isScalarType, Kind, parse, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql'
import { badInput } from './bad-input.ts'
import { scalars } from './scalars.ts'
import { isReference, type BaseContext, type Reference, type Subgraph } from './subgraph.ts'

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], unknown[]>
type Resolvers = NonNullable<Extract<Modules[number], { resolvers?: unknown }>['resolvers']>

/**
 * The executable schema of one subgraph, as its own server runs it: resolvers, our scalars, and `_entities`, which
 * loads the rows of types that the service owns and hands the references of all others through.
 */
export function buildSubgraph<Part extends object>(subgraph: Subgraph<Part>, sdl: string): GraphQLSchema {
  const document = parse(sdl)
  const resolvers = {
    ...scalars,
    ...subgraph.resolvers,
    Query: queryWithEntities(subgraph, entityTypesOf(document)),
    _Entity: { __resolveType: typeNameOf },
  }
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as Resolvers }])
  for (const type of Object.values(schema.getTypeMap())) {
    // A scalar that nobody gave a meaning to would let everything through.
    if (isScalarType(type) && !isKnownScalar(type.name)) throw new Error(`The scalar ${type.name} has no resolver.`)
  }
  return schema
}

const builtIn = new Set(['Int', 'Float', 'String', 'Boolean', 'ID', '_Any', '_FieldSet'])
const isKnownScalar = (name: string) => Object.hasOwn(scalars, name) || builtIn.has(name) || name.includes('__')

/** Types with a key: what a representation may be of. */
const entityTypesOf = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions.flatMap((node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      node.directives?.some(({ name }) => name.value === 'key')
        ? [node.name.value]
        : [],
    ),
  )

/**
 * Our own instead of the library's, which writes `__typename` on every row it returns: rows are shared by a
 * request's loaders, and a `__typename` is how our resolvers tell a reference from a row.
 */
function queryWithEntities<Part extends object>(subgraph: Subgraph<Part>, types: ReadonlySet<string>): object {
  return {
    ...(subgraph.resolvers['Query'] as object | undefined),
    _entities: (_: unknown, { representations }: { representations: unknown[] }, context: BaseContext & Part) =>
      representations.map((representation) => resolveEntity(subgraph, types, representation, context)),
  }
}

const typeNames = new WeakMap<object, string>()

const typeNameOf = (entity: object) => (isReference(entity) ? entity.__typename : typeNames.get(entity))

function resolveEntity<Part extends object>(
  subgraph: Subgraph<Part>,
  types: ReadonlySet<string>,
  representation: unknown,
  context: BaseContext & Part,
): Reference | Promise<object | null> | GraphQLError {
  // Returned, not thrown: one that is wrong fails alone, not its neighbours in the list.
  if (!isReference(representation) || !types.has(representation.__typename) || typeof representation.id !== 'string')
    return badInput('A representation needs the __typename of a type with a key, and an id.')
  // What the database cannot take would fail the whole batch.
  if (representation.id.includes('\0') || !representation.id.isWellFormed())
    return badInput('An id must be well-formed text without U+0000.')
  const { __typename, id } = representation
  const load = Object.hasOwn(subgraph.entities, __typename) ? subgraph.entities[__typename] : undefined
  if (load === undefined) return { __typename, id }
  return load({ __typename, id }, context).then((row) => {
    if (row !== null) typeNames.set(row, __typename)
    return row
  })
}
