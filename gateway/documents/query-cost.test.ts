import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../kit/limits.ts'
import { apiSdl } from '../../schema/load.ts'
import { fieldWeights, listSizes } from './field-costs.ts'
import { QueryCost, type OperationCost } from './query-cost.ts'

const schema = buildSchema(apiSdl())
const costs = new QueryCost(schema)

function priceOf(source: string, variables: Record<string, unknown> = {}): OperationCost {
  const document = parse(source)
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!
  const [first, again] = [costs.of(document, operation, variables), costs.of(document, operation, variables)]
  expect(again).toEqual(first)
  return first
}

const costOf = (source: string, variables?: Record<string, unknown>) => priceOf(source, variables).cost

describe('QueryCost', () => {
  it('adds fields, and multiplies what a page selects by its size', () => {
    expect(costOf('{ instance(id: "x") { id name } }')).toBe(3)
    expect(costOf('{ instances(first: 7) { nodes { id name } } }')).toBe(10 + 7 * 3)
    expect(costOf('{ instances(first: 7) { edges { cursor node { id } } pageInfo { endCursor } } }')).toBe(
      10 + 7 * 4 + 2,
    )
    expect(costOf('{ nearby(lat: 1, lng: 2, first: 7) { distanceMeters instance { id } } }')).toBe(10 + 7 * 3)
  })

  it('multiplies over nested pages, round a cycle of types too', () => {
    const twice = '{ instances(first: 200) { nodes { definition { instances(first: 200) { nodes { id } } } } } }'
    expect(costOf(twice)).toBe(10 + 200 * (1 + 1 + (1 + 200 * 2)))
  })

  it('takes a page size from a variable, its default, or the default of the schema', () => {
    const query = (definition: string) => `query (${definition}) { instances(first: $n) { nodes { id } } }`
    expect([costOf(query('$n: Int'), { n: 3 }), costOf(query('$n: Int'), { n: 30 })]).toEqual([16, 70])
    expect([costOf(query('$n: Int = 4')), costOf(query('$n: Int = 4'), { n: null })]).toEqual([18, 110])
    expect([costOf(query('$n: Int')), costOf('{ instances { nodes { id } } }')]).toEqual([110, 110])
  })

  it('prices a page that is refused later no lower than one row and no higher than a thousand', () => {
    const page = (first: number) => costOf(`{ instances(first: ${first}) { nodes { id } } }`)
    expect([page(-5), page(0), page(1), page(1_000_000)]).toEqual([12, 12, 12, 2010])
    expect(costOf('query ($n: Int) { instances(first: $n) { nodes { id } } }', { n: 'ten' })).toBe(110)
  })

  it('prices the same selection the same through fragments and under aliases', () => {
    const plain = costOf(
      '{ a: instances(first: 9) { nodes { id name } } b: instances(first: 9) { nodes { id name } } }',
    )
    const spread =
      'fragment P on InstanceConnection { ...N } fragment N on InstanceConnection { nodes { ... on Instance { id name } } }'
    expect(costOf(`${spread} { a: instances(first: 9) { ...P } b: instances(first: 9) { ... { ...P } } }`)).toBe(plain)
  })

  it('counts lists without a page argument, and what the table says of fields', () => {
    expect(costOf('{ instance(id: "x") { ancestors { id } } }')).toBe(1 + 1 + 10)
    expect(costOf('{ lineage(id: "x") { nodes { id } } }')).toBe(1000 + 1 + 1000)
    expect(costOf('{ instance(id: "x") { history(first: 5) { nodes { patch } } } }')).toBe(1 + 2000 + 5 * 2)
    expect(costOf('mutation { patchProps(input: { id: "x", patch: {} }) { revision } }')).toBe(11)
    expect(costOf('{ instances(first: 1) { totalCount } }')).toBe(60)
  })

  it('lets anybody introspect once, and nobody twice or under many names', () => {
    const standard = getIntrospectionQuery({
      inputValueDeprecation: true,
      specifiedByUrl: true,
      schemaDescription: true,
      oneOf: true,
    })
    const once = priceOf(standard)
    expect(once.introspection).toBe(once.cost)
    expect(once.introspection).toBeGreaterThan(defaultLimits.costIntrospection / 2)
    expect(once.introspection).toBeLessThanOrEqual(defaultLimits.costIntrospection)
    const many = (times: number, field: string) =>
      Array.from({ length: times }, (_, index) => `a${index}: ${field}`).join(' ')
    const all = '{ name fields { name args { name } type { name ofType { name } } } }'
    const tooMuch = [
      `{ ${many(12, `__schema { types ${all} }`)} }`,
      `{ __schema { ${many(12, `types ${all}`)} } }`,
      `{ ...S } fragment S on Query { ... { ${many(12, `__schema { ...T }`)} } } fragment T on __Schema { types ${all} }`,
      '{ __schema { types { fields { type { fields { type { name fields { name } } } } } } } }',
      `{ ${many(100, '__type(name: "Query") { fields { name args { name type { name } } type { fields { name type { name } } } } }')} }`,
    ]
    for (const source of tooMuch) expect(priceOf(source).introspection).toBeGreaterThan(defaultLimits.costIntrospection)
  })

  it('counts __typename as any other value, and not as introspection', () => {
    expect(priceOf('{ __typename instances(first: 7) { nodes { a: __typename b: __typename } } }')).toEqual({
      cost: 1 + 10 + 7 * 3,
      introspection: 0,
    })
  })

  it('has a table whose names are fields of the graph', () => {
    const known = (path: string) => {
      const [type, field] = path.split('.') as [string, string]
      if (path === 'Query.__type') return true
      const found = schema.getType(type)
      return found && 'getFields' in found && field in found.getFields()
    }
    expect([...Object.keys(fieldWeights), ...Object.keys(listSizes)].filter((path) => !known(path))).toEqual([])
  })
})
