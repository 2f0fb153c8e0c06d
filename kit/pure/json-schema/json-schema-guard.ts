import { linearPattern } from './linear-pattern.ts'
import { isJsonObject, jsonDepth, ownMember, pointerToken, type JsonObject, type JsonValue } from '../json/json.ts'

/** One thing that is wrong. For a missing or a surplus member the pointer names that member itself. */
export type Problem = { pointer: string; message: string; keyword?: string }

const draft = 'https://json-schema.org/draft/2020-12/schema'
const bytesMax = 64 * 1024
const depthMax = 100
const subschemasMax = 2000
const evaluationsMax = 10_000
const patternsMax = 200
/** Instructions of all patterns together: what compiling them costs. */
const patternSizeMax = 20_000

/** Keywords whose value is data, not a schema. */
export const dataKeywords = new Set(['const', 'enum', 'default', 'examples', 'required', 'dependentRequired', 'type'])
/** Keywords whose value maps names to schemas. */
export const mapKeywords = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
])
/** Keywords whose schemas are evaluated against the same value, not against a part of it. */
const inPlaceKeywords = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'] as const
const references = ['$ref', '$dynamicRef'] as const

/** What a schema from outside must not do, before a compiler sees it. See compileJsonSchema for the list. */
export function inspectSchema(schema: unknown): Problem[] {
  if (typeof schema === 'boolean') return []
  if (!isJsonObject(schema)) return [{ pointer: '', message: 'must be an object or a boolean' }]
  if (jsonDepth(schema, depthMax) > depthMax) {
    return [{ pointer: '', message: `is nested deeper than ${depthMax} levels` }]
  }
  if (Buffer.byteLength(JSON.stringify(schema)) > bytesMax) {
    return [{ pointer: '', message: `is larger than ${bytesMax} bytes` }]
  }
  return new Inspection(schema).problems
}

class Inspection {
  readonly problems: Problem[] = []
  private readonly anchors = new Map<string, JsonObject>()
  private readonly nodes: { node: JsonObject; pointer: string }[] = []
  /** How many schemas are evaluated for one value; 'open' while being counted. */
  private readonly evaluations = new Map<JsonObject, number | 'open'>()
  private readonly root: JsonObject
  private hasInnerIds = false
  private patterns = 0
  private patternSize = 0

  constructor(root: JsonObject) {
    this.root = root
    this.collect(root, '')
    if (this.nodes.length > subschemasMax) {
      this.problems.push({ pointer: '', message: `has more than ${subschemasMax} subschemas` })
      return
    }
    for (const { node, pointer } of this.nodes) this.checkNode(node, pointer)
    if (this.problems.length === 0) this.checkEvaluations()
  }

  private collect(node: JsonObject, pointer: string): void {
    this.nodes.push({ node, pointer })
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = ownMember(node, keyword)
      if (typeof name === 'string') this.anchors.set(name, node)
    }
    this.hasInnerIds ||= pointer !== '' && Object.hasOwn(node, '$id')
    for (const [keyword, value] of Object.entries(node)) {
      if (dataKeywords.has(keyword) || typeof value !== 'object' || value === null) continue
      const at = pointer + pointerToken(keyword)
      const isList = Array.isArray(value) || mapKeywords.has(keyword)
      for (const [key, child] of isList ? Object.entries(value) : []) {
        if (isJsonObject(child)) this.collect(child, at + pointerToken(key))
      }
      if (!isList && isJsonObject(value)) this.collect(value, at)
    }
  }

  private checkNode(node: JsonObject, pointer: string): void {
    const refuse = (keyword: string, message: string) =>
      this.problems.push({ pointer: pointer + pointerToken(keyword), message, keyword })
    const $schema = ownMember(node, '$schema')
    if ($schema !== undefined && $schema !== draft && $schema !== `${draft}#`) {
      refuse('$schema', `must be ${draft}`)
    }
    if (Object.hasOwn(node, '$async')) refuse('$async', 'is not allowed')
    if (Object.hasOwn(node, '__proto__')) refuse('__proto__', 'is not allowed')
    for (const keyword of references) {
      const reference = ownMember(node, keyword)
      if (typeof reference !== 'string') continue
      if (!reference.startsWith('#')) refuse(keyword, 'must refer to a place within this schema (#…)')
      else if (!this.hasInnerIds && this.resolve(reference) === undefined) refuse(keyword, 'refers to nothing')
    }
    for (const [keyword, pattern] of patternsOf(node)) {
      const problem = this.patternProblem(pattern)
      if (problem !== undefined) refuse(keyword, problem)
    }
    const properties = ownMember(node, 'properties')
    if (isJsonObject(properties) && Object.hasOwn(properties, '__proto__')) {
      refuse('properties', '__proto__ is not allowed')
    }
  }

  private patternProblem(pattern: string): string | undefined {
    this.patterns++
    if (this.patterns > patternsMax)
      return this.patterns === patternsMax + 1
        ? `is one pattern more than the ${patternsMax} that a schema may have`
        : undefined
    try {
      this.patternSize += linearPattern(pattern).size
    } catch (error) {
      if (error instanceof SyntaxError) return error.message
      throw error
    }
    return this.patternSize > patternSizeMax
      ? `makes the patterns of the schema too large: ${this.patternSize} instructions of ${patternSizeMax}`
      : undefined
  }

  private checkEvaluations(): void {
    for (const { node, pointer } of this.nodes) {
      const count = this.countEvaluations(node)
      if (count <= evaluationsMax) continue
      const message =
        count === Infinity ? 'leads back to itself without end' : `needs more than ${evaluationsMax} evaluations`
      this.problems.push({ pointer, message })
      return
    }
  }

  private countEvaluations(node: JsonObject): number {
    const known = this.evaluations.get(node)
    if (known !== undefined) return known === 'open' ? Infinity : known
    this.evaluations.set(node, 'open')
    let count = 1
    for (const child of this.inPlaceSchemas(node)) count += this.countEvaluations(child)
    this.evaluations.set(node, count)
    return count
  }

  private inPlaceSchemas(node: JsonObject): JsonObject[] {
    const found: (JsonValue | undefined)[] = []
    for (const keyword of inPlaceKeywords) {
      const value = ownMember(node, keyword)
      const isMap = keyword === 'dependentSchemas' && isJsonObject(value)
      found.push(...(Array.isArray(value) ? value : isMap ? Object.values(value) : [value]))
    }
    for (const keyword of references) {
      const reference = ownMember(node, keyword)
      if (typeof reference === 'string') found.push(this.resolve(reference))
    }
    return found.filter(isJsonObject)
  }

  /** Undefined for a place that does not exist. */
  private resolve(reference: string): JsonValue | undefined {
    const fragment = decodeFragment(reference.slice(1))
    if (fragment === undefined) return undefined
    if (fragment !== '' && !fragment.startsWith('/')) return this.anchors.get(fragment)
    let place: JsonValue | undefined = this.root
    for (const token of fragment.split('/').slice(1)) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
      if (Array.isArray(place)) place = place[Number(key)]
      else place = isJsonObject(place) ? ownMember(place, key) : undefined
    }
    return place
  }
}

function patternsOf(node: JsonObject): [keyword: string, pattern: string][] {
  const pattern = ownMember(node, 'pattern')
  const names = ownMember(node, 'patternProperties')
  return [
    ...(typeof pattern === 'string' ? [['pattern', pattern] as [string, string]] : []),
    ...(isJsonObject(names) ? Object.keys(names) : []).map((name): [string, string] => ['patternProperties', name]),
  ]
}

function decodeFragment(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
