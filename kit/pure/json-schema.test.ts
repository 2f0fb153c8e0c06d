import { describe, expect, it } from 'vitest'
import { compileJsonSchema, type Problem } from './json-schema.ts'

function validate(schema: unknown, value: unknown): Problem[] {
  const compiled = compileJsonSchema(schema)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.validate(value)
}

function refusal(schema: unknown): Problem[] {
  const compiled = compileJsonSchema(schema)
  return compiled.ok ? [] : compiled.problems
}

const busStop = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['stop', 'line/no'],
  additionalProperties: false,
  properties: {
    stop: { type: 'string', minLength: 1 },
    'line/no': { type: 'integer' },
    at: { type: 'string', format: 'date-time' },
    color: { enum: ['red', 'blue'] },
    rows: { type: 'array', prefixItems: [{ $ref: '#/$defs/row' }], items: { $ref: '#/$defs/row' } },
    link: { type: 'object', dependentRequired: { href: ['title'] }, propertyNames: { maxLength: 5 } },
  },
  $defs: { row: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } } },
}

describe('a compiled schema', () => {
  it('has nothing to say about a fitting value', () => {
    const value = { stop: 'Zoo', 'line/no': 7, at: '2026-11-21T10:00:00Z', rows: [{ text: 'x' }] }
    expect(validate(busStop, value)).toEqual([])
  })

  it('reports every problem, each at its JSON pointer, missing and surplus members included', () => {
    const link = { href: 1, toolong: 2 }
    const value = { stop: '', at: 'noon', color: 'green', rows: [{ text: 1 }, {}], surplus: 1, link }
    const pointers = validate(busStop, value).map((problem) => problem.pointer)
    const inside = ['/rows/0/text', '/rows/1/text', '/link/title', '/link/toolong']
    expect(new Set(pointers)).toEqual(new Set(['/line~1no', '/surplus', '/stop', '/at', '/color', ...inside]))
  })

  it('says what is wrong in words', () => {
    const problems = validate(busStop, { stop: 'Zoo', color: 'green', x: 1 })
    expect(problems).toContainEqual({ pointer: '/line~1no', message: 'is required', keyword: 'required' })
    expect(problems).toContainEqual({ pointer: '/x', message: 'is not allowed here', keyword: 'additionalProperties' })
    expect(problems).toContainEqual({ pointer: '/color', message: 'must be one of ["red","blue"]', keyword: 'enum' })
  })

  it('sees only own members: names of Object.prototype are neither present nor surplus', () => {
    const schema = { required: ['constructor', 'toString'], properties: { valueOf: { type: 'string' } } }
    expect(validate(schema, {}).map((problem) => problem.pointer)).toEqual(['/constructor', '/toString'])
    const surplus = validate({ additionalProperties: false }, JSON.parse('{"__proto__":1}'))
    expect(surplus.map((problem) => problem.pointer)).toEqual(['/__proto__'])
  })

  it('knows 2020-12: prefixItems, unevaluatedProperties, $dynamicRef', () => {
    const strictTree = {
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { label: { type: 'string' }, children: { type: 'array', items: { $dynamicRef: '#node' } } },
      unevaluatedProperties: false,
    }
    expect(validate(strictTree, { label: 'a', children: [{ label: 'b', daat: 1 }] })[0]?.pointer).toBe('/children/0/daat')
  })

  it('answers a value too deep for recursion with a problem, not with an exception', () => {
    const schema = { type: ['array', 'number'], items: { $ref: '#' } }
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
    expect(validate(schema, [[1]])).toEqual([])
    expect(validate(schema, deep)).toEqual([{ pointer: '', message: 'is nested too deeply to be checked' }])
  })

  it('stops counting problems at a thousand', () => {
    const problems = validate({ items: { type: 'string' } }, Array.from({ length: 5000 }, (_, index) => index))
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)?.message).toBe('and 4000 more problems')
  })

  it('is on its own: two schemas with the same $id do not meet', () => {
    expect(validate({ $id: 'https://example.org/a', type: 'string' }, 'x')).toEqual([])
    expect(validate({ $id: 'https://example.org/a', type: 'number' }, 1)).toEqual([])
    expect(refusal({ $ref: 'https://example.org/a' })).toHaveLength(1)
  })

  it('may be a boolean, and may name a member like a keyword', () => {
    expect(validate(true, 1)).toEqual([])
    expect(validate(false, 1)).toHaveLength(1)
    expect(validate({ properties: { $ref: { type: 'string' }, pattern: true } }, { $ref: 'x' })).toEqual([])
    expect(validate({ const: { $ref: 'https://example.org' } }, { $ref: 'https://example.org' })).toEqual([])
  })
})

describe('a schema is refused', () => {
  it.each<[string, unknown, string]>([
    ['when it is no schema', 'string', ''],
    ['when a keyword has the wrong type', { properties: { a: { type: 'strnig' } } }, '/properties/a/type'],
    ['when required is no list', { required: 'a' }, '/required'],
    ['when a pattern is no regular expression', { properties: { a: { pattern: '(' } } }, '/properties/a/pattern'],
    ['when it is of another draft', { $schema: 'http://json-schema.org/draft-07/schema#' }, '/$schema'],
    ['when it refers outside', { properties: { a: { $ref: 'https://example.org/x.json' } } }, '/properties/a/$ref'],
    ['when it refers to a file', { allOf: [{ $ref: 'other.json#/a' }] }, '/allOf/0/$ref'],
    ['when it refers to nothing', { items: { $ref: '#/$defs/none' } }, '/items/$ref'],
    ['when it refers to an unknown anchor', { items: { $ref: '#none' } }, '/items/$ref'],
    ['when its reference is badly encoded', { items: { $ref: '#/%' } }, '/items/$ref'],
    ['when it is asynchronous', { $async: true }, '/$async'],
    ['when a pattern is too long', { items: { pattern: 'a'.repeat(1001) } }, '/items/pattern'],
    ['when a name pattern is too long', { patternProperties: { ['a'.repeat(1001)]: true } }, '/patternProperties'],
    ['when it names __proto__', JSON.parse('{"properties":{"__proto__":{}}}'), '/properties'],
    ['when it leads back to itself', { $ref: '#' }, ''],
    ['when it leads back on a detour', { $defs: { a: { anyOf: [true, { $ref: '#/$defs/a' }] } } }, '/$defs/a'],
    ['when it is too large', { description: 'x'.repeat(70_000) }, ''],
    ['when it is too deep', JSON.parse('{"not":'.repeat(200) + '{}' + '}'.repeat(200)), ''],
  ])('%s', (_, schema, pointer) => {
    expect(refusal(schema)[0]?.pointer).toBe(pointer)
  })

  it('when its references multiply', () => {
    const level = (index: number) => ({ allOf: [{ $ref: `#/$defs/l${index + 1}` }, { $ref: `#/$defs/l${index + 1}` }] })
    const $defs = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`l${index}`, level(index)]))
    expect(refusal({ $ref: '#/$defs/l0', $defs: { ...$defs, l30: true } })[0]?.message).toContain('evaluations')
  })

  it('with every problem at once', () => {
    const problems = refusal({ properties: { a: { type: 'x' }, b: { minLength: -1 } }, required: [1] })
    const pointers = problems.map((problem) => problem.pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/properties/a/type', '/properties/b/minLength', '/required/0']))
  })
})
