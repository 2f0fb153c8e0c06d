type Schema = Record<string, unknown>

/**
 * TypeScript for a JSON Schema, as far as types can say it; what they cannot say is `unknown` rather than wrong.
 * `name` is what the type is called; definitions within the schema become types of their own.
 */
export function typesOfSchema(name: string, schema: unknown): string {
  const writer = new TypeWriter(name)
  const whole = writer.type(schema, '')
  return [...writer.definitions(schema), `export type ${name} = ${whole}\n`].join('\n')
}

class TypeWriter {
  readonly #name: string
  readonly #named = new Map<string, string>()

  constructor(name: string) {
    this.#name = name
  }

  /** Types for what was referred to, and for what these refer to. */
  definitions(root: unknown): string[] {
    const written: string[] = []
    // A Map that grows while it is walked is walked to its new end.
    for (const [pointer, name] of this.#named) {
      if (pointer !== '') written.push(`type ${name} = ${this.type(at(root, pointer), '')}\n`)
    }
    return written
  }

  type(schema: unknown, indent: string): string {
    if (schema === false) return 'never'
    if (!isObject(schema)) return 'unknown'
    const { $ref, oneOf, anyOf, allOf } = schema
    const parts = [
      typeof $ref === 'string' ? this.#reference($ref) : null,
      this.#own(schema, indent),
      ...[oneOf, anyOf].map((choices) => (Array.isArray(choices) ? this.#union(choices, indent) : null)),
      ...(Array.isArray(allOf) ? allOf.map((part) => this.type(part, indent)) : []),
    ].filter((part) => part !== null && part !== 'unknown')
    if (parts.length === 0) return 'unknown'
    return parts.length === 1
      ? parts[0]!
      : parts.map((part) => (part!.includes(' | ') ? `(${part})` : part)).join(' & ')
  }

  #reference(reference: string): string {
    if (!reference.startsWith('#')) return 'unknown'
    const pointer = decodeURIComponent(reference.slice(1))
    if (pointer === '') return this.#name
    if (!pointer.startsWith('/')) return 'unknown'
    const known = this.#named.get(pointer)
    if (known !== undefined) return known
    const wanted = `${this.#name}_${typeName(pointer.split('/').at(-1)!)}`
    const isTaken = [...this.#named.values()].includes(wanted)
    const name = isTaken ? `${wanted}_${this.#named.size}` : wanted
    this.#named.set(pointer, name)
    return name
  }

  #union(choices: readonly unknown[], indent: string): string {
    const types = new Set(choices.map((choice) => this.type(choice, indent)))
    // A choice that only says what is required beside the others says nothing that a type of its own could.
    return types.has('unknown') || types.size === 0 ? 'unknown' : [...types].join(' | ')
  }

  #own(schema: Schema, indent: string): string {
    if ('const' in schema) return literal(schema.const)
    if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ') || 'never'
    const types = typeof schema.type === 'string' ? [schema.type] : Array.isArray(schema.type) ? schema.type : []
    const implied = isObject(schema.properties) ? ['object'] : 'items' in schema ? ['array'] : []
    const named = (types.length > 0 ? types : implied).map((type) => this.#typed(String(type), schema, indent))
    return named.length === 0 ? 'unknown' : [...new Set(named)].join(' | ')
  }

  #typed(type: string, schema: Schema, indent: string): string {
    switch (type) {
      case 'string':
      case 'boolean':
      case 'null':
        return type
      case 'number':
      case 'integer':
        return 'number'
      case 'array':
        return this.#array(schema, indent)
      case 'object':
        return this.#object(schema, indent)
      default:
        return 'unknown'
    }
  }

  #array({ items, prefixItems }: Schema, indent: string): string {
    const rest = this.type(items, indent)
    if (!Array.isArray(prefixItems)) return rest.includes(' ') && !rest.startsWith('{') ? `(${rest})[]` : `${rest}[]`
    // Nothing says that the first items have to be there.
    const first = prefixItems.map((item) => `(${this.type(item, indent)})?`)
    return `[${[...first, ...(items === false ? [] : [`...(${rest})[]`])].join(', ')}]`
  }

  #object({ properties, required, additionalProperties }: Schema, indent: string): string {
    const needed = new Set(Array.isArray(required) ? required : [])
    const inner = `${indent}  `
    const known = Object.entries(isObject(properties) ? properties : {})
    const lines = known.map(([key, schema]) => {
      const description = isObject(schema) && typeof schema.description === 'string' ? schema.description : null
      const comment =
        description === null ? '' : `${inner}/** ${description.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n`
      return `${comment}${inner}${JSON.stringify(key)}${needed.has(key) ? '' : '?'}: ${this.type(schema, inner)}`
    })
    // An index signature has to fit what is named too: only unknown always does.
    if (additionalProperties !== false)
      lines.push(`${inner}[key: string]: ${known.length > 0 ? 'unknown' : this.type(additionalProperties, inner)}`)
    return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('\n')}\n${indent}}`
  }
}

/** A word that TypeScript takes as the name of a type. */
export const typeName = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d|$)/, '_')

const literal = (value: unknown) => (typeof value === 'object' && value !== null ? 'unknown' : JSON.stringify(value))
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Schema)[key] : undefined,
      root,
    )
}
