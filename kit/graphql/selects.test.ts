import { buildSchema, execute, parse, type GraphQLResolveInfo } from 'graphql'
import { describe, expect, it } from 'vitest'
import { selects } from './selects.ts'

const schema = buildSchema('type Query { page: Page } type Page { total: Int items: [Item] } type Item { total: Int }')

/** Whether `page` sees that `total` is asked for. */
function seesTotal(source: string): boolean {
  let seen: boolean | undefined
  const page = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    seen = selects(info, 'total')
    return {}
  }
  const result = execute({ schema, document: parse(source), rootValue: { page } })
  expect(result).not.toHaveProperty('errors')
  return seen as boolean
}

describe('selects', () => {
  it.each([
    ['asked for', '{ page { total } }'],
    ['asked for under another name', '{ page { count: total } }'],
    ['in an inline fragment', '{ page { ... { ... on Page { total } } } }'],
    ['in a named fragment, however deep', '{ page { ...A } } fragment A on Page { ...B } fragment B on Page { total }'],
    ['asked for by the second of two equal fields', '{ page { items { __typename } } page { total } }'],
  ])('sees a field that is %s', (_where, source) => {
    expect(seesTotal(source)).toBe(true)
  })

  it.each([
    ['not asked for', '{ page { items { __typename } } }'],
    ['asked for further below', '{ page { items { total } } }'],
    ['only the alias of another', '{ page { total: __typename } }'],
    ['in a fragment that is not spread here', '{ page { __typename } other: __typename } '],
  ])('does not see a field that is %s', (_where, source) => {
    expect(seesTotal(source)).toBe(false)
  })
})
