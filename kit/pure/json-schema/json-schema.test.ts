import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
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
    expect(validate(strictTree, { label: 'a', children: [{ label: 'b', daat: 1 }] })[0]?.pointer).toBe(
      '/children/0/daat',
    )
  })

  it('answers a value too deep for recursion with a problem, not with an exception', () => {
    const schema = { type: ['array', 'number'], items: { $ref: '#' } }
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
    expect(validate(schema, [[1]])).toEqual([])
    expect(validate(schema, deep)).toEqual([{ pointer: '', message: 'is nested too deeply to be checked' }])
  })

  it('stops counting problems at a thousand', () => {
    const problems = validate(
      { items: { type: 'string' } },
      Array.from({ length: 5000 }, (_, index) => index),
    )
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

describe('our own keywords', () => {
  it.each([
    [19.99, 0.01],
    [1.11, 0.01],
    [4.02, 0.01],
    [-0.3, 0.1],
    [1e300, 1e-300],
    [0, 0.7],
    [1.5, 0.5],
    [123456.789, 0.001],
  ])('%d is a multiple of %d', (value, multipleOf) => {
    expect(validate({ multipleOf }, value)).toEqual([])
  })

  it.each([
    [19.995, 0.01],
    [0.3, 0.2],
    [7, 2],
    [1e-9, 1e-8],
    [1, 1e300],
  ])('%d is no multiple of %d', (value, multipleOf) => {
    expect(validate({ multipleOf }, value)).toMatchObject([
      { keyword: 'multipleOf', message: `must be a multiple of ${multipleOf}` },
    ])
  })

  it("every decimal with the divisor's places is a multiple of it", () => {
    const decimal = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(decimal, ([digits, places]) => {
        expect(validate({ multipleOf: Number(`1e-${places}`) }, Number(`${digits}e-${places}`))).toEqual([])
        expect(validate({ multipleOf: Number(`1e-${places}`) }, Number(`${digits}5e-${places + 1}`))).toHaveLength(1)
      }),
    )
  })

  it('judge as Ajv does, alone and together, whatever the value', () => {
    const scalar = fc.constantFrom<unknown>(null, true, 0, -0, 1, 1.5, 2, '', 'a', 'aa', '😀', '😀a', 'abc')
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).any
    const schema = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>(
          true,
          {},
          { type: 'string' },
          { type: ['array', 'object'] },
          { uniqueItems: true },
          { uniqueItems: false },
          { minLength: 2 },
          { maxLength: 1 },
          { minLength: 1, maxLength: 2 },
          { pattern: '^a+$' },
        ),
        fc.array(value, { minLength: 1, maxLength: 3 }).map((list) => ({ enum: list })),
        value.map((one) => ({ const: one })),
        fc.constantFrom({ multipleOf: 2 }, { multipleOf: 1.5 }),
        fc
          .tuple(
            fc.constantFrom(
              'items',
              'contains',
              'not',
              'additionalProperties',
              'propertyNames',
              'unevaluatedProperties',
              'if',
            ),
            tie('any'),
          )
          .map(([keyword, child]) => ({ [keyword]: child })),
        fc
          .tuple(
            fc.constantFrom('anyOf', 'oneOf', 'allOf', 'prefixItems'),
            fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
          )
          .map(([keyword, list]) => ({ [keyword]: list })),
        fc.tuple(fc.constantFrom('a', 'b'), tie('any'), tie('any')).map(([name, one, other]) => ({
          properties: { [name]: one },
          patternProperties: { '^[bc]': other },
          required: [name],
          additionalProperties: false,
        })),
        fc.tuple(tie('any'), tie('any')).map(([one, other]) => ({
          dependentSchemas: { a: one },
          dependentRequired: { b: ['a'] },
          items: other,
          unevaluatedItems: false,
        })),
      ),
    })).any
    const plain = new Ajv2020({ strict: false, allErrors: true, ownProperties: true, logger: false })
    fc.assert(
      fc.property(schema, value, (given, one) => {
        // Ajv refuses an enum whose items repeat only where it checks schemas; the meaning is the same.
        expect(validate(given, one).length === 0, JSON.stringify([given, one])).toBe(
          plain.compile(given as object)(one),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('a validation that costs too much', () => {
  const spent = [
    {
      pointer: '',
      message: 'takes more than 20000 steps to check: make it smaller, or its schema simpler',
      keyword: 'steps',
    },
  ]
  const within = (schema: unknown, value: unknown) => {
    const compiled = compileJsonSchema(schema, { steps: 20_000 })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    return compiled.validate(value)
  }
  const list = (length: number, item: (index: number) => unknown = (index) => index) =>
    Array.from({ length }, (_, index) => item(index))
  const doubling = { anyOf: list(2, () => ({ properties: { a: { $ref: '#' } }, required: ['b'] })) }
  const chain = (levels: number): unknown => (levels === 0 ? {} : { a: chain(levels - 1) })
  const keys = Object.fromEntries(list(3000, (index) => [`k${index}`, 1]) as [string, number][])

  it.each<[string, unknown, unknown, unknown]>([
    ['recursion that doubles at every level', doubling, chain(5), chain(30)],
    [
      'equal items sought in a long list',
      { uniqueItems: true },
      list(500, (id) => ({ id })),
      list(5000, (id) => ({ id })),
    ],
    ['a pattern over a long text', { pattern: '^(a+)+$' }, 'a'.repeat(1000), 'a'.repeat(500_000)],
    [
      'a name pattern over many members',
      { patternProperties: { '(x|y)+z$': true } },
      { a: 1 },
      Object.fromEntries(list(3000, (index) => [`k${index}`.padEnd(50, 'x'), 1]) as [string, number][]),
    ],
    ['a format of a long text', { format: 'uri' }, 'urn:a:b', `urn:${'a'.repeat(500_000)}`],
    [
      'lengths counted over and over',
      { allOf: list(30, () => ({ maxLength: 90_000 })) },
      'x'.repeat(1000),
      'x'.repeat(100_000),
    ],
    [
      'members gone over by each of many branches',
      { anyOf: list(20, () => ({ additionalProperties: false })) },
      { a: 1 },
      keys,
    ],
    [
      'names that are missing, over and over',
      { items: { required: list(300, (index) => `k${index}`) } },
      [],
      list(1000, () => ({})),
    ],
    [
      'items sought by each of many branches',
      { allOf: list(50, () => ({ contains: { const: -1 } })) },
      [-1],
      list(1000),
    ],
    [
      'large constants compared',
      { items: { enum: list(20, (index) => list(100, (item) => item + index)) } },
      [list(100)],
      list(1000, () => list(100, () => 0)),
    ],
  ])('%s: taken below its steps, given up above', (_, schema, small, large) => {
    expect(within(schema, small)).not.toContainEqual(spent[0])
    expect(within(schema, large)).toEqual(spent)
    // The budget is one validation's, not the schema's.
    expect(within(schema, small)).not.toContainEqual(spent[0])
  })

  it('does not answer with more text than a caller can read', () => {
    const problems = validate(
      { items: { enum: list(5000) } },
      list(2000, () => 'x'),
    )
    expect(JSON.stringify(problems).length).toBeLessThan(200_000)
    expect(problems.at(-1)?.message).toMatch(/^and \d+ more problems$/)
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
    ['when a pattern looks ahead', { properties: { a: { pattern: '(?=a)b' } } }, '/properties/a/pattern'],
    [
      'when it has too many patterns',
      { allOf: Array.from({ length: 201 }, () => ({ pattern: 'a' })) },
      '/allOf/200/pattern',
    ],
    [
      'when its patterns are too large together',
      { allOf: Array.from({ length: 30 }, () => ({ pattern: 'a{1000}' })) },
      '/allOf/19/pattern',
    ],
    ['when it has too many subschemas', { allOf: Array.from({ length: 2000 }, () => ({})) }, ''],
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

  it('knows expressions, and says where one cannot be read', () => {
    const compiled = compileJsonSchema({ type: 'object', properties: { e: { type: 'string', format: 'expression' } } })
    const check = (e: string) => (compiled.ok ? compiled.validate({ e }) : [])
    expect(check('MEAN(price, 5) / REF(price, 1)')).toEqual([])
    expect(check('MEAN(price')).toMatchObject([
      { pointer: '/e', message: expect.stringContaining('cannot be read at 10') as string },
    ])
    expect(check('FOO(')).toMatchObject([{ pointer: '/e', message: expect.stringContaining('FOO') as string }])
  })
})
