import fc from 'fast-check'
import { getIntrospectionQuery, GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../kit/errors/app-error.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { readDocument, type DocumentLimits } from './read-document.ts'

/** The budget that refuses a text, with what was counted; null where it is let through. */
function refusedBy(source: string, limits: Partial<DocumentLimits> = {}) {
  try {
    readDocument(source, { ...defaultLimits, ...limits })
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.code).toBe('QUERY_TOO_EXPENSIVE')
    return error.details
  }
}

/** A document of `fields` levels. */
const nested = (fields: number) => `${'{ self '.repeat(fields - 1)}{ a }${' }'.repeat(fields - 1)}`
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const aliases = (count: number) => times(count, (index) => `a${index}: a`)
/** Fragments each of which spreads the next twice: 2 to the power of `levels` selections. */
const doubling = (levels: number, field = 'self') =>
  `${times(levels, (index) => `fragment F${index} on Query { ${index === levels - 1 ? 'a' : `...F${index + 1} ...F${index + 1}`} }`)} query { ${field} { ...F0 } }`

describe('readDocument', () => {
  const budgets: [keyof DocumentLimits, number, (count: number) => string][] = [
    ['documentTokens', 100, (count) => `{ ${times(count - 2, (index) => `f${index}`)} }`],
    ['documentNesting', 20, (count) => `{ a(v: ${'['.repeat(count - 2)}${']'.repeat(count - 2)}) }`],
    ['documentDirectives', 20, (count) => `{ ${times(count, (index) => `a${index} @skip(if: true)`)} }`],
    ['documentOperations', 20, (count) => times(count, (index) => `query Q${index} { a }`)],
    ['documentFragments', 20, (count) => `{ a } ${times(count, (index) => `fragment F${index} on Query { a }`)}`],
    ['documentDepth', 16, nested],
    ['documentRootFields', 20, (count) => `{ ${aliases(count)} }`],
    ['documentSelections', 100, (count) => `{ self { ${aliases(count - 1)} } }`],
    ['documentRepeats', 20, (count) => `{ ${times(count + 1, () => 'a')} }`],
  ]

  it.each(budgets)('%s: lets a document at the limit through, and refuses one more', (budget, limit, source) => {
    const limits = { documentRootFields: 1000, [budget]: limit }
    expect(refusedBy(source(limit - 1), limits)).toBeNull()
    expect(refusedBy(source(limit), limits)).toBeNull()
    expect(refusedBy(source(limit + 1), limits)).toEqual({ budget, cost: limit + 1, limit })
  })

  it('sees through fragments, which add no level of their own', () => {
    const spread = (levels: number) =>
      `fragment Deep on Query ${nested(levels)} { ... { ... on Query { self { ...Deep } } } }`
    expect([refusedBy(spread(15)), refusedBy(spread(16))?.['budget']]).toEqual([null, 'documentDepth'])
    expect(refusedBy(`fragment Fifty on Query { ${aliases(51)} } { ...Fifty ... { ...Fifty } }`)).toEqual({
      budget: 'documentRootFields',
      cost: 102,
      limit: 100,
    })
  })

  it('measures every operation of a document by itself, and repeats over all of them', () => {
    expect(refusedBy(`query A ${nested(17)} query B { a } query C ${nested(16)}`)).toMatchObject({
      budget: 'documentDepth',
    })
    expect(refusedBy(`query A { ${aliases(60)} } query B { ${aliases(60)} }`)).toBeNull()
    expect(refusedBy('query A { a a a } query B { a a a }', { documentRepeats: 3 })).toMatchObject({
      budget: 'documentRepeats',
    })
  })

  it('counts repeats below repeats, where validation compares each with each again', () => {
    expect(refusedBy('{ s: self { a b } s: self { a b } }', { documentRepeats: 3 })).toBeNull()
    expect(refusedBy('{ s: self { a b } s: self { a b } s: self { a } }', { documentRepeats: 3 })).toMatchObject({
      budget: 'documentRepeats',
    })
    expect(refusedBy('fragment F on Query { self { a } } { ...F ...F self { a } }', { documentRepeats: 2 })).toBeNull()
  })

  it('lets introspection through', () => {
    expect(refusedBy(getIntrospectionQuery())).toBeNull()
  })

  it('counts a document of doubling fragments without opening them, and refuses it', () => {
    expect(refusedBy(doubling(10))).toBeNull()
    expect(refusedBy(doubling(90))).toMatchObject({ budget: 'documentSelections' })
    expect(refusedBy(doubling(60, '__schema'))).toMatchObject({ budget: 'documentSelections' })
  })

  it('leaves fragments that lead back to themselves, or nowhere, to validation', () => {
    expect(
      refusedBy('fragment A on Query { self { ...B } } fragment B on Query { self { ...A } } { ...A ...C }'),
    ).toBeNull()
    const clique = times(90, (one) => `fragment F${one} on Query { self { ${times(30, (other) => `...F${other}`)} } }`)
    expect(refusedBy(`${clique} { ...F0 }`)).not.toBeUndefined()
  })

  it('answers any text with a document, a budget or a syntax error, and nothing else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '(',
        ')',
        '@',
        '...',
        'on',
        'query',
        'fragment',
        'F',
        'a',
        ':',
        '$',
        '!',
        '"',
        '"""',
        '#',
        '\n',
        '\\',
        '0',
        '-',
        '.5',
        'é',
      ),
      fc.string({ maxLength: 4 }),
      fc
        .tuple(fc.constantFrom('{a', '[', '(', '@a', 'a ', '...F '), fc.integer({ min: 1, max: 20_000 }))
        .map(([text, count]) => text.repeat(count)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          readDocument(pieces.join(' '), defaultLimits)
        } catch (error) {
          expect(error instanceof AppError || error instanceof GraphQLError).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
