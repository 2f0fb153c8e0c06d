import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { times, type Random } from './random.ts'
import { scalarValue } from './scalar-values.ts'

export type Operation = 'query' | 'mutation' | 'subscription'
/** `variables` is JSON text. */
export type GeneratedDocument = { operation: Operation; query: string; variables: string; operationName: string | null }

/** How often something is wrong at each place where it could be. */
type Wish = { wrong: number; fieldsMax: number }

const unknownDirectives = [
  '@nope',
  '@deprecated',
  '@specifiedBy(url: "x")',
  '@defer',
  '@stream(initialCount: -1)',
  '@skip',
  '@include',
  '@skip(if: null)',
  '@include(if: "true")',
  '@skip(unless: true)',
  '@include(if: $missing)',
  '@skip(if: 1)',
]

/** Writes documents that the schema allows, or nearly allows. */
export class DocumentWriter {
  readonly #schema: GraphQLSchema
  readonly #random: Random
  readonly #wish: Wish
  readonly #variables = new Map<string, { type: string; value: string; fallback: string | null }>()
  readonly #fragments: string[] = []
  #fields = 0

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema
    this.#random = random
    this.#wish = { wrong: random.pick([0, 0, 0.01, 0.05, 0.3]), fieldsMax: random.pick([5, 20, 60, 300]) }
  }

  write(operation: Operation): GeneratedDocument {
    const random = this.#random
    const root = this.#schema.getRootType(operation as never) as GraphQLObjectType
    const fields = Object.values(root.getFields())
    const selections = times(operation === 'query' ? random.int(1, 4) : 1, () =>
      this.#field(random.pick(fields), random.int(1, 7)),
    )
    if (this.#isWrong())
      selections.push(
        random.pick([
          'nope',
          '__schema { types { name } }',
          '__typename',
          '...Missing',
          'x: __typename @skip(if: $missing)',
          '',
        ]),
      )
    const name = random.pick(['', 'Q', 'Q', 'query'])
    const head = `${operation} ${name}${this.#definitions()}${this.#directives()}`
    const others = this.#isWrong()
      ? [
          random.pick([
            'query Q { me { tenantId } }',
            '{ me { tenantId } }',
            'type X { a: Int }',
            'fragment Unused on Instance { id }',
            'subscription { displayChanged(instanceId: "x") { type } }',
          ]),
        ]
      : []
    return {
      operation,
      query: [`${head} { ${selections.join(' ')} }`, ...this.#fragments, ...others].join('\n'),
      variables: `{${[...this.#variables]
        .filter(() => !this.#isWrong())
        .map(([key, { value }]) => `"${key}":${value}`)
        .join(',')}}`,
      operationName: this.#isWrong() ? random.pick(['Q', 'nope', '', '__proto__']) : null,
    }
  }

  #isWrong(): boolean {
    return this.#random.chance(this.#wish.wrong)
  }

  #definitions(): string {
    if (this.#variables.size === 0) return this.#isWrong() ? '($unused: Int)' : ''
    const definitions = [...this.#variables].map(
      ([name, { type, fallback }]) =>
        `$${name}: ${this.#isWrong() ? this.#random.pick(['Int', '[String!]!', 'Instance', 'Nope', 'Boolean!']) : type}${fallback === null ? '' : ` = ${fallback}`}`,
    )
    return `(${definitions.join(', ')})`
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const random = this.#random
    this.#fields++
    const alias = random.chance(0.15) ? `${random.pick(['a', 'b', 'x', '__a', 'id'])}${random.int(0, 9)}: ` : ''
    const given = field.args
      .filter(({ type }) => (isNonNullType(type) ? !this.#isWrong() : random.chance(0.4)))
      .map(({ name, type }) => `${name}: ${this.#argument(name, type)}`)
    if (this.#isWrong())
      given.push(random.pick(['nope: 1', 'first: 1, first: 2', 'id: $missing', 'first: 99999999999']))
    const head = `${alias}${this.#isWrong() ? 'nope' : field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${this.#directives()}`
    const type = getNamedType(field.type)
    if (isObjectType(type) || isInterfaceType(type) || isUnionType(type))
      return this.#isWrong() ? head : `${head} ${this.#selection(type as GraphQLObjectType, depth)}`
    return this.#isWrong() ? `${head} { id }` : head
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const random = this.#random
    const fields = Object.values(type.getFields())
    const leaves = fields.filter((field) => !isObjectType(getNamedType(field.type)))
    const isFull = depth <= 0 || this.#fields >= this.#wish.fieldsMax
    const from = isFull && leaves.length > 0 ? leaves : fields
    const chosen = times(random.int(1, isFull ? 1 : 4), () => this.#field(random.pick(from), depth - 1))
    if (random.chance(0.1))
      chosen.push(
        `... on ${this.#isWrong() ? 'Run' : type.name}${this.#directives()} { ${this.#field(random.pick(leaves.length > 0 ? leaves : fields), 0)} }`,
      )
    if (random.chance(0.06)) chosen.push(`...${this.#fragment(type, depth)}${this.#directives()}`)
    return `{ ${chosen.join(' ')} }`
  }

  #fragment(type: GraphQLObjectType, depth: number): string {
    const name = `F${this.#fragments.length}`
    const slot = this.#fragments.push('') - 1
    const cycle = this.#isWrong() ? ` ...${name}` : ''
    const body = this.#selection(type, Math.min(depth - 1, 2))
    this.#fragments[slot] =
      `fragment ${name} on ${this.#isWrong() ? 'Nope' : type.name} { ${body.slice(2, -2)}${cycle} }`
    return name
  }

  #directives(): string {
    const random = this.#random
    if (this.#isWrong()) return ` ${random.pick(unknownDirectives)}`
    if (!random.chance(0.08)) return ''
    const name = random.pick(['skip', 'include'])
    if (random.chance(0.4)) return ` @${name}(if: ${random.pick(['true', 'false'])})`
    return ` @${name}(if: ${this.#variable('Boolean!', this.#isWrong() ? random.pick(['null', '"x"', '1', '{}']) : random.pick(['true', 'false']), null)})`
  }

  #argument(name: string, type: GraphQLInputType): string {
    if (this.#isWrong())
      return this.#random.pick([
        'null',
        '"x"',
        '1',
        '-1',
        '{}',
        '[]',
        'RED',
        '1e400',
        '$missing',
        '{ a: { b: [[[1]]] } }',
        '"""block"""',
      ])
    if (this.#random.chance(0.5)) return this.#literal(name, type, 4)
    return this.#variable(String(type), this.#json(name, type, 4), null)
  }

  #variable(type: string, value: string, fallback: string | null): string {
    const name = `v${this.#variables.size}`
    this.#variables.set(name, { type, value, fallback })
    return `$${name}`
  }

  #literal(name: string, type: GraphQLInputType, depth: number): string {
    return asLiteral(this.#json(name, type, depth), type)
  }

  /** A value for the input type as JSON text. */
  #json(name: string, type: GraphQLInputType, depth: number): string {
    const random = this.#random
    if (isNonNullType(type)) return this.#isWrong() ? 'null' : this.#json(name, type.ofType as GraphQLInputType, depth)
    if (random.chance(0.03)) return 'null'
    if (isListType(type)) {
      const count = random.chance(0.02) ? random.int(50, 2000) : random.int(0, 3)
      return `[${times(count, () => this.#json(name, type.ofType as GraphQLInputType, depth - 1)).join(',')}]`
    }
    if (isEnumType(type)) return `"${this.#isWrong() ? 'NOPE' : random.pick(type.getValues()).name}"`
    if (isScalarType(type)) return scalarValue(random, name, type.name)
    if (!isInputObjectType(type)) return 'null'
    const fields = Object.values(type.getFields()).filter((field) =>
      isNonNullType(field.type) ? !this.#isWrong() : depth > 0 && random.chance(0.35),
    )
    const members = fields.map((field) => `"${field.name}":${this.#json(field.name, field.type, depth - 1)}`)
    if (this.#isWrong()) members.push('"nope":1')
    return `{${members.join(',')}}`
  }
}

/** JSON text as a GraphQL literal: keys lose their quotes where they are names, enum values too. */
function asLiteral(json: string, type: GraphQLInputType): string {
  try {
    return print(JSON.parse(json) as unknown, type)
  } catch {
    // Nested deeper than this parser goes: as it is, which is a syntax error that has to be answered too.
    return json
  }
}

function print(value: unknown, type: GraphQLInputType | null): string {
  if (type && isNonNullType(type)) return print(value, type.ofType as GraphQLInputType)
  if (value === null) return 'null'
  if (Array.isArray(value))
    return `[${value.map((item) => print(item, type && isListType(type) ? (type.ofType as GraphQLInputType) : null)).join(', ')}]`
  if (typeof value === 'object') {
    const fields = type && isInputObjectType(type) ? type.getFields() : null
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${print(item, fields?.[key]?.type ?? null)}`)
      .join(', ')}}`
  }
  if (typeof value === 'string' && type && isEnumType(type)) return value
  return JSON.stringify(value)
}
