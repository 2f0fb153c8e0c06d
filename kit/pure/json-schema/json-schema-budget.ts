import { _, str, type Ajv2020, type KeywordCxt } from 'ajv/dist/2020.js'
import { operators } from 'ajv/dist/compile/codegen/index.js'
import { canonicalJson } from '../json/canonical-json.ts'
import { countJsonNodes, deepEqualJson, isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts'
import { digitsOf } from '../json/number-digits.ts'
import { dataKeywords, mapKeywords } from './json-schema-guard.ts'

/** Thrown inside a validation that has used up its steps. */
export class StepsSpent extends Error {
  override name = 'StepsSpent'
}

/**
 * What one validation may cost, in steps of roughly a tenth of a microsecond. Every subschema that is evaluated, and
 * every text and list that a keyword goes over, is paid for before the work is done: neither a recursion that doubles
 * at each level nor a wide value against a wide schema takes longer than the steps last.
 */
export class StepBudget {
  #left = 0

  refill(steps: number): void {
    this.#left = steps
  }

  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) throw new StepsSpent()
  }
}

/** Put in after a schema was checked; one of this name that was there is none of the draft's, and lost. */
const meter = 'marquee:steps'

const goesOverMembers = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
]

/** A copy of a schema in which every subschema pays when it is evaluated. */
export function metered(schema: JsonObject): JsonObject {
  const copy: JsonObject = {}
  let weight = 0
  for (const [keyword, value] of Object.entries(schema)) {
    weight++
    if (dataKeywords.has(keyword)) {
      weight += weightOf(keyword, value)
      copy[keyword] = value
    } else if (Array.isArray(value)) {
      weight += value.length / 4
      copy[keyword] = value.map((child) => (isJsonObject(child) ? metered(child) : child))
    } else if (isJsonObject(value) && mapKeywords.has(keyword)) {
      weight += Object.keys(value).length / 4
      copy[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, isJsonObject(child) ? metered(child) : child]),
      )
    } else copy[keyword] = isJsonObject(value) ? metered(value) : value
  }
  if (weight > 0)
    copy[meter] = {
      weight: Math.ceil(weight),
      members: goesOverMembers.some((keyword) => Object.hasOwn(schema, keyword)),
    }
  return copy
}

/** What a keyword is compared with, or looks for, each time; a member that is missed costs an error of its own. */
function weightOf(keyword: string, value: JsonValue): number {
  if (keyword === 'enum' && Array.isArray(value))
    return value.reduce((sum: number, one) => sum + (isContainer(one) ? countJsonNodes(one, 1e6) : 0), 0)
  if (keyword === 'const') return countJsonNodes(value, 1e6)
  return keyword === 'required' || keyword === 'dependentRequired' ? 4 * countJsonNodes(value, 1e6) : 0
}

const isContainer = (value: JsonValue) => typeof value === 'object' && value !== null

/**
 * Puts the meter in, and our own keywords in place of those whose cost grows faster than what they look at. All call
 * functions that they share: Ajv takes quadratic time over a schema that brings as many functions as subschemas.
 */
export function addMeteredKeywords(ajv: Ajv2020, budget: StepBudget): void {
  const shared = {
    pay: (value: unknown, weight: number, members: boolean) =>
      budget.spend(weight + (members && isJsonObject(value) ? Object.keys(value).length : 0)),
    areUnique: (items: JsonValue[]) => areUnique(items, budget),
    isOneOf,
    isMultiple(value: number, divisor: number) {
      budget.spend(8)
      return isMultiple(value, divisor)
    },
    lengthOf(text: string, bound: number) {
      budget.spend(Math.ceil(text.length / 64))
      return codePoints(text, bound)
    },
  }
  const call = ({ gen }: KeywordCxt, name: keyof typeof shared) => gen.scopeValue('func', { ref: shared[name] })
  ajv.addKeyword({
    keyword: meter,
    code(cxt) {
      const { weight, members } = cxt.schema as { weight: number; members: boolean }
      cxt.gen.code(_`${call(cxt, 'pay')}(${cxt.data}, ${weight}, ${members})`)
    },
  })
  for (const keyword of ['uniqueItems', 'enum', 'multipleOf', 'minLength', 'maxLength']) ajv.removeKeyword(keyword)
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    code(cxt) {
      if (cxt.schema === true) cxt.fail(_`!${call(cxt, 'areUnique')}(${cxt.data})`)
    },
    error: { message: 'must not have the same item twice' },
  })
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    code: (cxt) => cxt.fail(_`!${call(cxt, 'isOneOf')}(${cxt.data}, ${cxt.schemaCode})`),
    error: { message: 'must be one of those listed', params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}` },
  })
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    code: (cxt) => cxt.fail(_`!${call(cxt, 'isMultiple')}(${cxt.data}, ${cxt.schemaCode})`),
    error: { message: ({ schemaCode }) => str`must be a multiple of ${schemaCode}` },
  })
  for (const [keyword, exceeds, words] of lengths) {
    ajv.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'number',
      code: (cxt) => cxt.fail(_`${call(cxt, 'lengthOf')}(${cxt.data}, ${cxt.schemaCode}) ${exceeds} ${cxt.schemaCode}`),
      error: { message: ({ schemaCode }) => str`must have at ${words} ${schemaCode} characters` },
    })
  }
}

const lengths = [
  ['minLength', operators.LT, 'least'],
  ['maxLength', operators.GT, 'most'],
] as const

/** By a schema's list, which lives as long as the schema. */
const listed = new WeakMap<JsonValue[], { scalars: Set<JsonValue>; containers: JsonValue[] }>()

function isOneOf(value: JsonValue, allowed: JsonValue[]): boolean {
  let list = listed.get(allowed)
  if (list === undefined)
    listed.set(
      allowed,
      (list = {
        scalars: new Set(allowed.filter((one) => !isContainer(one))),
        containers: allowed.filter(isContainer),
      }),
    )
  return isContainer(value) ? list.containers.some((one) => deepEqualJson(one, value)) : list.scalars.has(value)
}

/** A code point is one or two code units, so that a text of more than twice the bound need not be counted. */
const codePoints = (text: string, bound: number) =>
  text.length > 2 * bound + 1 ? bound + 1 : text.length - surrogatePairs(text)

function surrogatePairs(text: string): number {
  let pairs = 0
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) as number) > 0xffff) {
      pairs++
      at++
    }
  }
  return pairs
}

/** Equal values have equal canonical texts, so that one pass finds what is there twice. */
function areUnique(items: JsonValue[], budget: StepBudget): boolean {
  const seen = new Set<JsonValue>()
  for (const item of items) {
    budget.spend(isContainer(item) ? 2 + countJsonNodes(item, 1e6) * 4 : 1)
    // A text of an array or object begins with a bracket and a marker, so that it is no item that is text.
    const key = isContainer(item) ? `\0${canonicalJson(item)}` : item
    if (seen.has(key)) return false
    seen.add(key)
  }
  return true
}

/** In decimals, as both numbers are written: 19.99 is a multiple of 0.01, though 19.99 / 0.01 is 1998.9999999999998. */
export function isMultiple(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  const [a, b] = [digitsOf(String(value)), digitsOf(String(divisor))]
  const exponent = Math.min(a.exponent, b.exponent)
  const scaled = (digits: string, power: number) => BigInt(digits) * 10n ** BigInt(power - exponent)
  return scaled(a.digits, a.exponent) % scaled(b.digits, b.exponent) === 0n
}
