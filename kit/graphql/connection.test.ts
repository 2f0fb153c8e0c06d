import { describe, expect, it } from 'vitest'
import { connection, pageSize } from './connection.ts'

describe('pageSize', () => {
  it('falls back, and takes the bounds themselves', () => {
    expect(pageSize(null, { fallback: 50 })).toBe(50)
    expect(pageSize(undefined, { fallback: 50 })).toBe(50)
    expect(pageSize(1, { fallback: 50 })).toBe(1)
    expect(pageSize(200, { fallback: 50 })).toBe(200)
  })

  it.each([0, -1, 201, 10_000])('refuses %d', (first) => {
    expect(() => pageSize(first, { fallback: 50 })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
  })
})

describe('connection', () => {
  const options = { first: 2, totalCount: 9, cursorOf: (row: string) => `at-${row}` }

  it('does not show the row that says there is more', () => {
    expect(connection(['a', 'b', 'c'], options)).toEqual({
      edges: [
        { node: 'a', cursor: 'at-a' },
        { node: 'b', cursor: 'at-b' },
      ],
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'at-a', endCursor: 'at-b' },
      totalCount: 9,
    })
  })

  it('has no cursors when it is empty', () => {
    expect(connection([], { ...options, after: 'x' }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    })
  })
})
