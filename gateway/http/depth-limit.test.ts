import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { depthLimit } from './depth-limit.ts'

const schema = buildSchema('type Query { a: Int self: Query }')
const problems = (source: string) => validate(schema, parse(source), [depthLimit]).map(({ message }) => message)

/** A document of `fields` levels. */
const nested = (fields: number) => `${'{ self '.repeat(fields - 1)}{ a }${' }'.repeat(fields - 1)}`
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: a`).join(' ')
/** Fragments each of which spreads the next twice: 2 to the power of `levels` selections. */
const doubling = (levels: number, field = 'self') =>
  Array.from({ length: levels }, (_, index) => `fragment F${index} on Query { ${index === levels - 1 ? 'a' : `...F${index + 1} ...F${index + 1}`} }`).join(' ') +
  ` query { ${field} { ...F0 } }`

describe('depthLimit', () => {
  it('lets 16 levels and 100 root fields through, and not one more', () => {
    expect([problems(nested(16)), problems(`{ ${aliases(100)} }`)]).toEqual([[], []])
    expect(problems(nested(17))).toEqual(['An operation is nested at most 16 levels deep.'])
    expect(problems(`{ ${aliases(101)} }`)).toEqual(['An operation has at most 100 root fields; this one has 101.'])
  })

  it('sees through fragments, which add no level of their own', () => {
    const spread = (levels: number) => `fragment Deep on Query ${nested(levels)} { ... { ... on Query { self { ...Deep } } } }`
    expect([problems(spread(15)), problems(spread(16)).length]).toEqual([[], 1])
    expect(problems(`fragment Fifty on Query { ${aliases(51)} } { ...Fifty ... { ...Fifty } }`)[0]).toContain('this one has 102')
  })

  it('weighs every operation of a document by itself', () => {
    expect(problems(`query A ${nested(17)} query B { a } query C ${nested(16)}`)).toHaveLength(1)
    expect(problems(`query A { ${aliases(60)} } query B { ${aliases(60)} }`)).toEqual([])
  })

  it('lets introspection through', () => {
    expect(problems(getIntrospectionQuery())).toEqual([])
  })

  it('counts a document of doubling fragments without opening them, and refuses it', () => {
    expect(problems(doubling(10))).toEqual([])
    expect(problems(doubling(1000))).toEqual(['An operation has at most 10000 selections, its fragments opened.'])
    expect(problems(doubling(60, '__schema'))).toHaveLength(1)
  })

  it('leaves fragments that lead back to themselves, or nowhere, to the rules that know them', () => {
    expect(problems('fragment A on Query { self { ...B } } fragment B on Query { self { ...A } } { ...A ...C }')).toEqual([])
  })
})
