import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../kit/limits.ts'
import { apiSdl } from '../../schema/load.ts'
import { fieldWeights, listSizes } from './field-costs.ts'
import { QueryCost } from './query-cost.ts'

const schema = buildSchema(apiSdl())
const costs = new QueryCost(schema)

function costOf(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source)
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!
  const [first, again] = [costs.of(document, operation, variables), costs.of(document, operation, variables)]
  expect(again).toBe(first)
  return first
}

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

  it('lets an anonymous viewer introspect once, and not forty times in one document', () => {
    const once = costOf(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true }),
    )
    expect(once).toBeGreaterThan(5000)
    expect(once).toBeLessThan(defaultLimits.costAnonymous)
    const all = '{ types { name fields { name args { name type { name } } type { name } } } }'
    expect(
      costOf(`{ ${Array.from({ length: 40 }, (_, index) => `a${index}: __schema ${all}`).join(' ')} }`),
    ).toBeGreaterThan(defaultLimits.costAnonymous)
  })

  it('has a table whose names are fields of the graph', () => {
    const known = (path: string) => {
      const [type, field] = path.split('.') as [string, string]
      const found = schema.getType(type)
      return found && 'getFields' in found && field in found.getFields()
    }
    expect([...Object.keys(fieldWeights), ...Object.keys(listSizes)].filter((path) => !known(path))).toEqual([])
  })
})
