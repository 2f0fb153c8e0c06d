import {
  getNamedType,
  getNullableType,
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isFragment } from './fragments.ts'
import type { CompiledOperation } from './operation.ts'
import { ownMember } from '../../kit/pure/json/json.ts'

export type JsonSchema = { [keyword: string]: unknown }

/** Named schemas that others refer to, as they are met. */
export type Schemas = {
  found: Map<string, JsonSchema>
  /** Where a reference to one points: `#/components/schemas/Name`. */
  ref(name: string): string
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  SemVer: { type: 'string' },
  Cursor: { type: 'string' },
  JSON: {},
  JSONObject: { type: 'object', additionalProperties: true },
}

/** A value of an input type, as its JSON Schema (2020-12). */
export function inputSchema(type: GraphQLInputType, schemas: Schemas): JsonSchema {
  return isNonNullType(type) ? present(type.ofType, schemas) : nullable(present(type, schemas))
}

/** The same without null: where leaving it out says so already, as in a query string. */
export function present(type: GraphQLInputType, schemas: Schemas): JsonSchema {
  const inner = getNullableType(type)
  if (isListType(inner)) return { type: 'array', items: inputSchema(inner.ofType, schemas) }
  if (isEnumType(inner)) return enumSchema(inner, schemas)
  if (!isInputObjectType(inner)) return ownMember(scalars, inner.name) ?? {}
  return named(inner.name, schemas, () => {
    const fields = Object.values(inner.getFields())
    const required = fields.flatMap((field) => (isRequiredInputField(field) ? [field.name] : []))
    return {
      type: 'object',
      ...described(inner.description),
      properties: Object.fromEntries(
        fields.map((field) => [
          field.name,
          { ...inputSchema(field.type, schemas), ...described(field.description), ...withDefault(field.defaultValue) },
        ]),
      ),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    }
  })
}

export const described = (description: string | null | undefined) => (description ? { description } : {})
export const withDefault = (value: unknown) => (value === undefined ? {} : { default: value })

/**
 * What an operation answers at its `result`. A selection that is one fragment is a schema of that name. Null is left
 * out at the top, where it is NOT_FOUND.
 */
export function resultSchema(
  schema: GraphQLSchema,
  { operation, document, result }: CompiledOperation,
  schemas: Schemas,
): JsonSchema {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )
  let type: GraphQLOutputType = schema.getRootType(operation.operation) as GraphQLObjectType
  let set: SelectionSetNode | undefined = operation.selectionSet
  for (const member of result) {
    const field: SelectionNode | undefined = set?.selections.find(
      (node) => node.kind === Kind.FIELD && node.name.value === member,
    )
    type = (getNamedType(type) as GraphQLObjectType).getFields()[member]?.type as GraphQLOutputType
    set = (field as FieldNode | undefined)?.selectionSet
  }
  return answered({ schema, fragments, schemas }, new GraphQLNonNull(getNullableType(type)), set)
}

type Reading = {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  schemas: Schemas
}

function selected(reading: Reading, type: GraphQLObjectType, set: SelectionSetNode): JsonSchema {
  const [only] = set.selections
  if (set.selections.length === 1 && only?.kind === Kind.FRAGMENT_SPREAD && isFragment(only.name.value)) {
    const fragment = reading.fragments.get(only.name.value) as FragmentDefinitionNode
    return named(only.name.value, reading.schemas, () => object(reading, type, fragment.selectionSet))
  }
  return object(reading, type, set)
}

function object(reading: Reading, type: GraphQLObjectType, set: SelectionSetNode): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        collect((reading.fragments.get(selection.name.value) as FragmentDefinitionNode).selectionSet)
      } else {
        const field = type.getFields()[selection.name.value]
        if (!field) continue
        const name = (selection.alias ?? selection.name).value
        properties[name] = {
          ...answered(reading, field.type, selection.selectionSet),
          ...described(field.description),
        }
        if (!selection.directives?.length) required.push(name)
      }
    }
  }
  collect(set)
  return { type: 'object', properties, required, additionalProperties: false }
}

function answered(reading: Reading, type: GraphQLOutputType, set: SelectionSetNode | undefined): JsonSchema {
  if (!isNonNullType(type)) return nullable(answered(reading, new GraphQLNonNull(type), set))
  const inner = type.ofType
  if (isListType(inner)) return { type: 'array', items: answered(reading, inner.ofType, set) }
  if (isEnumType(inner)) return enumSchema(inner, reading.schemas)
  if (isObjectType(inner) && set) return selected(reading, inner, set)
  return ownMember(scalars, (inner as { name: string }).name) ?? {}
}

function enumSchema(type: GraphQLEnumType, schemas: Schemas): JsonSchema {
  return named(type.name, schemas, () => ({
    type: 'string',
    ...described(type.description),
    enum: type.getValues().map(({ name }) => name),
  }))
}

function named(name: string, { found, ref }: Schemas, make: () => JsonSchema): JsonSchema {
  if (!found.has(name)) {
    // Before it is made: an input may be a member of itself.
    found.set(name, {})
    found.set(name, make())
  }
  return { $ref: ref(name) }
}

export function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] }
  return '$ref' in schema ? { anyOf: [schema, { type: 'null' }] } : schema
}
