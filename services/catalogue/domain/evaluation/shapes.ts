import { compileJsonSchema, type CompiledSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import { ownMember, type JsonObject, type JsonValue } from '../../../../kit/pure/json/json.ts'
import { instanceKinds } from '../definitions/kinds.ts'
import type { Finding } from './rule.ts'

// The parts of a version that the database keeps as free JSON, and what they may say. A member that is not known here
// would be a wish that nobody hears: it is refused, so that a misspelt one is found before it is published.

const closed = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const word: JsonObject = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$' }
const someText: JsonObject = { type: 'string', minLength: 1, maxLength: 200 }
const distinct = (items: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'array',
  uniqueItems: true,
  items,
  ...more,
})

export const lifecycleEvents = ['START', 'PAUSE', 'RESUME', 'STOP', 'ARCHIVE'] as const

const hookUrl: JsonObject = { type: 'string', pattern: '^https?://', maxLength: 2000 }
const byEvent = (hook: JsonObject): JsonObject =>
  closed(Object.fromEntries(lifecycleEvents.map((event) => [event, hook])))

/** May only narrow the lifecycle: there is no way to write down that something else be allowed. Hooks may refuse a move. */
const lifecycleTemplate = closed({
  forbid: distinct({ enum: [...lifecycleEvents] }),
  hooks: closed({
    before: byEvent(
      closed(
        {
          url: hookUrl,
          timeoutSeconds: { type: 'integer', minimum: 1, maximum: 30 },
          onFailure: { enum: ['refuse', 'continue'] },
        },
        ['url'],
      ),
    ),
    after: byEvent(closed({ url: hookUrl }, ['url'])),
  }),
})

/** Nothing, or min_severity with a list from worst to best; a status that it leaves out ranks worst. */
const statusAggregationContract: JsonObject = {
  ...closed({
    aggregation_method: { const: 'min_severity' },
    status_priority: distinct({ enum: ['ERROR', 'STALE', 'RUNNING', 'READY'] }, { minItems: 1 }),
  }),
  dependentRequired: { aggregation_method: ['status_priority'], status_priority: ['aggregation_method'] },
}

/** A child fills a role when its kind is that one and it matches the selector, as in an InstanceFilter. */
const childRequirements: JsonObject = {
  type: 'array',
  maxItems: 100,
  items: closed(
    {
      role: word,
      kind: { enum: [...instanceKinds] },
      selector: closed({ definitionTypeKey: someText, nameContains: someText, propsContain: { type: 'object' } }),
      min: { type: 'integer', minimum: 0 },
      max: { type: 'integer', minimum: 1 },
    },
    ['role', 'kind'],
  ),
}

const tests: JsonObject = {
  type: 'array',
  maxItems: 500,
  items: closed({ name: someText, props: { type: 'object' }, valid: { type: 'boolean' } }, ['name', 'props', 'valid']),
}

const shapes = { lifecycleTemplate, statusAggregationContract, childRequirements, tests }
const compiled = new Map<string, CompiledSchema>()

/** What is wrong with the shape of that part; pointers lead into it. */
export function checkShape(part: keyof typeof shapes, value: JsonValue): Finding[] {
  const shape = compiled.get(part) ?? compileJsonSchema(shapes[part])
  compiled.set(part, shape)
  return shape.ok ? shape.validate(value).map(({ pointer, message }) => ({ pointer, message })) : shape.problems
}

/** What JSON Schema cannot say of childRequirements: roles are there once, and min is not above max. */
export function checkRequirements(requirements: readonly JsonObject[]): Finding[] {
  const findings = findRepeats(requirements, 'role')
  for (const [index, { min, max }] of requirements.entries()) {
    if (typeof min === 'number' && typeof max === 'number' && min > max)
      findings.push({ pointer: `/${index}/min`, message: `is greater than max (${max})` })
  }
  return findings
}

/** Items whose text of that name stands in an earlier item already. */
export function findRepeats(items: readonly JsonObject[], key: string): Finding[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const text = ownMember(item, key)
    if (typeof text !== 'string') return []
    if (seen.has(text)) return [{ pointer: `/${index}/${key}`, message: `'${text}' is there twice` }]
    seen.add(text)
    return []
  })
}
