import { graphql } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../log.ts'
import { buildSubgraph } from './build-schema.ts'
import { isReference, reference, type Subgraph } from './subgraph.ts'
import { anonymousViewer } from './viewer/viewer.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'
const sdl = `${link}
  scalar SemVer
  type Query { book(edition: SemVer): Book }
  type Book @key(fields: "id") { id: ID! title: String! author: Author! isRow: Boolean! }
  type Author @key(fields: "id") { id: ID! books: Int! }`

type Row = { id: string; title: string }
const rows = new Map<string, Row>([['b-1', Object.freeze({ id: 'b-1', title: 'Emma' })]])

const library: Subgraph = {
  name: 'library',
  resolvers: {
    Query: { book: (_: unknown, { edition }: { edition: string }) => ({ id: 'b-2', title: edition }) },
    Book: { author: () => reference('Author', 'a-1'), isRow: (row: object) => !isReference(row) },
    Author: { books: ({ id }: { id: string }) => id.length },
  },
  entities: { Book: async ({ id }) => rows.get(id) ?? null },
  context: () => ({}),
}

const ask = (source: string) => {
  const base = { viewer: anonymousViewer('t'), requestId: 'r', log: createLogger({ level: 'silent', name: 'test' }) }
  return graphql({ schema: buildSubgraph(library, sdl), source, contextValue: base }).then((answer) =>
    JSON.parse(JSON.stringify(answer)),
  )
}

const entities = (representations: string, selection: string) =>
  ask(`{ _entities(representations: ${representations}) { __typename ${selection} } }`)

describe('buildSubgraph', () => {
  it('loads the rows of its own types, in order, and leaves them as they are', async () => {
    const books =
      '[{ __typename: "Book", id: "b-1" }, { __typename: "Book", id: "none" }, { __typename: "Book", id: "b-1" }]'
    const book = { __typename: 'Book', title: 'Emma', isRow: true, author: { id: 'a-1', books: 3 } }
    expect(await entities(books, '... on Book { title isRow author { id books } }')).toEqual({
      data: { _entities: [book, null, book] },
    })
    expect(isReference(rows.get('b-1'))).toBe(false)
  })

  it('hands references to foreign types through to the fields that it adds', async () => {
    expect(await entities('[{ __typename: "Author", id: "a-12" }]', '... on Author { books }')).toEqual({
      data: { _entities: [{ __typename: 'Author', books: 4 }] },
    })
  })

  it('refuses representations that are none, each alone', async () => {
    const wrong = [
      '{ __typename: "Book" }',
      '{ __typename: "Nothing", id: "b-1" }',
      '{ __typename: "Query", id: "b-1" }',
      '{ __typename: "constructor", id: "b-1" }',
      '{ __typename: { length: 1 }, id: "b-1" }',
      '{ __typename: 5, id: "b-1" }',
      '{ id: "b-1" }',
      '{ __typename: "Book", id: 5 }',
      '{ __typename: "Book", id: "a\\u0000" }',
      '5',
    ]
    const { data, errors } = await entities(
      `[${wrong.map((one) => `${one}, { __typename: "Book", id: "b-1" }`).join(', ')}]`,
      '... on Book { title }',
    )
    expect(errors.map(({ path }: { path: unknown[] }) => path)).toEqual(
      wrong.map((_, index) => ['_entities', 2 * index]),
    )
    expect(data._entities).toEqual(wrong.flatMap(() => [null, { __typename: 'Book', title: 'Emma' }]))
  })

  it('gives its scalars their meaning, and publishes its SDL', async () => {
    expect(await ask('{ book(edition: "v2") { title } }')).toEqual({ data: { book: { title: '2.0.0' } } })
    expect((await ask('{ _service { sdl } }')).data._service.sdl).toContain('type Book @key(fields: "id")')
  })

  it('does not start with a scalar that nobody gave a meaning to', () => {
    expect(() => buildSubgraph(library, sdl.replaceAll('SemVer', 'Money'))).toThrow('Money')
  })
})
