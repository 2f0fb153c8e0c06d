import { buildSchema, isEnumType, isInputObjectType, isObjectType, isScalarType, parse, print } from 'graphql'
import type {
  DefinitionNode,
  GraphQLArgument,
  GraphQLInputField,
  InputValueDefinitionNode,
  TypeNode,
  ValueNode,
} from 'graphql'

/** A name of the contract, in the way a schema coordinate is written, and what the graph must say about it. */
export type Promised = { name: string; says: string }

const value = (node: ValueNode | undefined | null) => (node ? ` = ${print(node)}` : '')
const slot = (type: TypeNode, fallback?: ValueNode) => `${print(type)}${value(fallback)}`
const argument = (node: InputValueDefinitionNode) => slot(node.type, node.defaultValue)

function promisesOf(node: DefinitionNode): Promised[] {
  switch (node.kind) {
    case 'ScalarTypeDefinition':
      return [{ name: node.name.value, says: 'scalar' }]
    case 'EnumTypeDefinition':
      return [
        { name: node.name.value, says: 'enum' },
        ...(node.values ?? []).map((member) => ({ name: `${node.name.value}.${member.name.value}`, says: 'value' })),
      ]
    case 'InputObjectTypeDefinition':
      return [
        { name: node.name.value, says: 'input' },
        ...(node.fields ?? []).map((field) => ({
          name: `${node.name.value}.${field.name.value}`,
          says: argument(field),
        })),
      ]
    case 'ObjectTypeDefinition':
      return [
        { name: node.name.value, says: 'type' },
        ...(node.fields ?? []).flatMap((field) => [
          { name: `${node.name.value}.${field.name.value}`, says: slot(field.type) },
          ...(field.arguments ?? []).map((arg) => ({
            name: `${node.name.value}.${field.name.value}(${arg.name.value}:)`,
            says: argument(arg),
          })),
        ]),
      ]
    default:
      throw new Error(`The contract holds a ${node.kind}, which nobody compares yet.`)
  }
}

/** Everything that the contract names: types, fields, arguments, enum values and input fields. */
export const promised = (sdl: string): Promised[] => parse(sdl).definitions.flatMap(promisesOf)

const inputSays = ({ type, astNode }: GraphQLArgument | GraphQLInputField) =>
  `${String(type)}${value(astNode?.defaultValue)}`

/** The same names as an executable schema has them. */
export function offered(sdl: string): Map<string, string> {
  const schema = buildSchema(sdl)
  const found = new Map<string, string>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) found.set(type.name, 'scalar')
    if (isEnumType(type)) {
      found.set(type.name, 'enum')
      for (const member of type.getValues()) found.set(`${type.name}.${member.name}`, 'value')
    }
    if (isInputObjectType(type)) {
      found.set(type.name, 'input')
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, inputSays(field))
    }
    if (isObjectType(type)) {
      found.set(type.name, 'type')
      for (const field of Object.values(type.getFields())) {
        found.set(`${type.name}.${field.name}`, String(field.type))
        for (const arg of field.args) found.set(`${type.name}.${field.name}(${arg.name}:)`, inputSays(arg))
      }
    }
  }
  return found
}
