import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { reference, type BaseContext, type Reference, type Subgraph } from '../kit/graphql/subgraph.ts'
import { anonymousViewer } from '../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../kit/log.ts'
import { mergedGraph } from './merged-graph.ts'

const sdl = `
  scalar JSON scalar JSONObject scalar DateTime scalar SemVer scalar Cursor
  type Query { shelf: Shelf books: [Book!]! newest: Book lost: Book }
  type Shelf { id: ID! favourite: Book books: [Book] later: Book }
  type Book { id: ID! title: String author: Author copies: Int! viewer: String }
  type Author { id: ID! name: String! }`

type Row = { id: string; title: string }
const rows = new Map<string, Row>(['b-1', 'b-2'].map((id) => [id, { id, title: `Title of ${id}` }]))

/** Two services: one owns books and authors, the other knows books by their ids only. */
function library() {
  const asked: string[] = []
  const load = async ({ id }: Reference) => {
    asked.push(id)
    return rows.get(id) ?? null
  }
  const books: Subgraph = {
    name: 'books',
    resolvers: {
      Query: { books: () => [...rows.values()], newest: () => rows.get('b-2'), lost: () => reference('Book', 'b-9') },
      Book: {
        author: () => reference('Author', 'a-1'),
        viewer: (_: unknown, __: unknown, { viewer }: BaseContext) => viewer.tenantId,
      },
    },
    entities: { Book: load, Author: async ({ id }) => (asked.push(id), { id, name: 'Jane' }) },
    context: () => ({}),
  }
  const shelves: Subgraph = {
    name: 'shelves',
    resolvers: {
      Query: { shelf: () => ({ id: 's-1', favourite: reference('Book', 'b-1') }) },
      Shelf: {
        books: () => [reference('Book', 'b-2'), null, reference('Book', 'b-1')],
        later: () => Promise.resolve(reference('Book', 'b-2')),
      },
      Book: {
        copies: ({ id }: { id: string }, _: unknown, context: { perBook: number }) => id.length * context.perBook,
      },
    },
    entities: {},
    context: () => ({ perBook: 10 }),
  }
  const graph = mergedGraph([books, shelves], sdl, createLogger({ level: 'silent', name: 'test' }))
  const ask = async (source: string) => {
    const caller = { viewer: anonymousViewer('t1'), authorization: null, requestId: 'r' }
    return JSON.parse(JSON.stringify(await graph.execute({ document: parse(source), caller })))
  }
  return { ask, asked }
}

describe('mergedGraph', () => {
  it('answers fields of several services on one thing, each with its own context', async () => {
    const { ask, asked } = library()
    expect(await ask('{ newest { title copies viewer } }')).toEqual({
      data: { newest: { title: 'Title of b-2', copies: 30, viewer: 't1' } },
    })
    expect(asked).toEqual([])
  })

  it('follows references into the service that owns them: in properties, in promises, in lists with gaps', async () => {
    const { ask, asked } = library()
    const answer = await ask('{ shelf { favourite { title author { name } } later { title } books { id title } } }')
    expect(answer).toEqual({
      data: {
        shelf: {
          favourite: { title: 'Title of b-1', author: { name: 'Jane' } },
          later: { title: 'Title of b-2' },
          books: [{ id: 'b-2', title: 'Title of b-2' }, null, { id: 'b-1', title: 'Title of b-1' }],
        },
      },
    })
    expect(asked.toSorted()).toEqual(['a-1', 'b-1', 'b-1', 'b-2', 'b-2'])
  })

  it('asks nobody where the key is all that is wanted, also through fragments', async () => {
    const { ask, asked } = library()
    const answer = await ask(
      '{ shelf { favourite { id __typename ...Key } books { ... on Book { id } } } } fragment Key on Book { key: id }',
    )
    expect(answer).toEqual({
      data: {
        shelf: {
          favourite: { id: 'b-1', __typename: 'Book', key: 'b-1' },
          books: [{ id: 'b-2' }, null, { id: 'b-1' }],
        },
      },
    })
    expect(asked).toEqual([])
  })

  it('follows where one of two equal fields wants more than the key', async () => {
    const { ask } = library()
    expect(await ask('{ shelf { favourite { id } } shelf { favourite { title } } }')).toEqual({
      data: { shelf: { favourite: { id: 'b-1', title: 'Title of b-1' } } },
    })
  })

  it('answers null for the fields of a reference that leads nowhere, and what others know of it by its key', async () => {
    const { ask } = library()
    expect(await ask('{ lost { id title copies } }')).toEqual({
      data: { lost: { id: 'b-9', title: null, copies: 30 } },
    })
  })
})
