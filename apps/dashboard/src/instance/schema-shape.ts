import { isObject, type JsonSchema } from '../graph/json-schema.ts'

export type Shape =
  | { type: 'choice'; options: unknown[] }
  | { type: 'text'; isLong: boolean; format: string | null }
  | { type: 'number' | 'integer' | 'boolean' }
  | { type: 'object'; members: { name: string; schema: JsonSchema | null; isRequired: boolean }[] }
  | { type: 'list'; items: JsonSchema | null }
  | { type: 'json' }

/** Follows `$ref`s within the schema, and takes `anyOf: [X, null]` for X. */
export function resolved(schema: JsonSchema | null, root: JsonSchema | null): JsonSchema | null {
  let at = schema
  for (let hops = 0; at && hops < 16; hops += 1) {
    const { $ref, anyOf, oneOf, allOf } = at as Record<string, unknown>
    const others = [anyOf, oneOf].find(Array.isArray)?.filter((one: JsonSchema) => one['type'] !== 'null')
    if (typeof $ref === 'string' && $ref.startsWith('#/')) {
      const target = $ref
        .slice(2)
        .split('/')
        .reduce<unknown>((value, token) => (isObject(value) ? value[token] : undefined), root)
      at = isObject(target) ? target : null
    } else if (others?.length === 1) at = { ...at, anyOf: undefined, oneOf: undefined, ...(others[0] as JsonSchema) }
    else if (Array.isArray(allOf) && allOf.length === 1) at = { ...at, allOf: undefined, ...(allOf[0] as JsonSchema) }
    else return at
  }
  return at
}

/** How a member is edited: by its schema, and where that says nothing by what stands there. */
export function shapeOf(given: JsonSchema | null, root: JsonSchema | null, value: unknown): Shape {
  const schema = resolved(given, root)
  const options = schema?.['enum']
  if (Array.isArray(options)) return { type: 'choice', options }
  const type = typeIn(schema) ?? typeOf(value)
  if (type === 'string') {
    const format = typeof schema?.['format'] === 'string' ? schema['format'] : null
    const max = schema?.['maxLength']
    const isLong = (typeof max === 'number' && max > 200) || (typeof value === 'string' && /\n|.{90}/.test(value))
    return { type: 'text', isLong, format }
  }
  if (type === 'number' || type === 'integer' || type === 'boolean') return { type }
  if (type === 'array') return { type: 'list', items: isObject(schema?.['items']) ? schema['items'] : null }
  if (type === 'object') return { type: 'object', members: membersOf(schema, value) }
  return { type: 'json' }
}

function membersOf(schema: JsonSchema | null, value: unknown): Extract<Shape, { type: 'object' }>['members'] {
  const named = isObject(schema?.['properties']) ? (schema['properties'] as Record<string, JsonSchema>) : {}
  const required = Array.isArray(schema?.['required']) ? (schema['required'] as unknown[]) : []
  const more = isObject(schema?.['additionalProperties']) ? schema['additionalProperties'] : null
  const names = new Set([...Object.keys(named), ...(isObject(value) ? Object.keys(value) : [])])
  return [...names].map((name) => ({ name, schema: named[name] ?? more, isRequired: required.includes(name) }))
}

function typeIn(schema: JsonSchema | null): string | null {
  const type = schema?.['type']
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return (type.find((one) => one !== 'null') as string | undefined) ?? null
  return isObject(schema?.['properties']) ? 'object' : null
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'json' : typeof value
}

/** What a new item of a list, or a member that is put in, begins with. */
export function blankOf(given: JsonSchema | null, root: JsonSchema | null): unknown {
  const schema = resolved(given, root)
  if (schema && 'default' in schema) return schema['default']
  if (schema && 'const' in schema) return schema['const']
  const shape = shapeOf(schema, root, undefined)
  switch (shape.type) {
    case 'choice':
      return shape.options[0]
    case 'text':
    case 'json':
      return ''
    case 'number':
    case 'integer':
      return typeof schema?.['minimum'] === 'number' ? schema['minimum'] : 0
    case 'boolean':
      return false
    case 'list':
      return []
    case 'object':
      return Object.fromEntries(
        shape.members
          .filter(({ isRequired }) => isRequired)
          .map(({ name, schema: member }) => [name, blankOf(member, root)]),
      )
  }
}
