import { AppError } from '../errors/app-error.ts'

export type PageInfo = {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}

export type Connection<Row, Total = number> = {
  edges: { node: Row; cursor: string }[]
  nodes: Row[]
  pageInfo: PageInfo
  totalCount: Total
}

/** The page size that was asked for; BAD_USER_INPUT outside 1 to `max` (200 unless given). */
export function pageSize(first: number | null | undefined, options: { max?: number; fallback: number }): number {
  const { max = 200, fallback } = options
  const size = first ?? fallback
  if (!Number.isInteger(size) || size < 1 || size > max) {
    throw new AppError('BAD_USER_INPUT', {
      public: `'first' must be between 1 and ${max}.`,
      details: { first: size, max },
    })
  }
  return size
}

/**
 * A Relay page. `rows` may hold one row more than `first`: that row is not shown, it says that there is a next page.
 * `hasPreviousPage` is only told when `after` is given: where a page begins after something, something came before it.
 */
export function connection<Row, Total = number>(
  rows: readonly Row[],
  options: { first: number; totalCount: Total; cursorOf: (row: Row) => string; after?: string | null },
): Connection<Row, Total> {
  const nodes = rows.slice(0, options.first)
  const edges = nodes.map((node) => ({ node, cursor: options.cursorOf(node) }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > options.first,
      hasPreviousPage: options.after !== undefined && options.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: options.totalCount,
  }
}
