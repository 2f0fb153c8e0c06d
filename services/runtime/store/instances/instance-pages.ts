import type { Sql } from '../../../../kit/db/pool.ts'
import { instanceColumns, toInstanceState } from './instance-row.ts'
import { searchInstances, type InstancePage, type InstanceQuery } from './instance-search.ts'
import { namedSets } from './named-sets.ts'
import { Params, searchFrom } from './search-conditions.sql.ts'
import { ordering, type PageRow } from './search-order.sql.ts'

export type PageQuery = InstanceQuery & { withTotal: boolean }
export type CountedPage = InstancePage & { totalCount: number | null }

/**
 * A page for each query, all of one viewer, in one statement: the instances of every definition, zone or group of a
 * list. Queries that differ in the definition only are one lateral probe each of one plan; each zone or group has
 * conditions of its own and is a branch of the union. An Error in place of a page whose cursor or order is refused.
 */
export async function searchPages(sql: Sql, queries: readonly PageQuery[]): Promise<(CountedPage | Error)[]> {
  const refused = queries.map(refusal)
  const pages = await pagesOf(
    sql,
    queries.filter((_query, index) => refused[index] === null),
  )
  return refused.map((error) => error ?? (pages.shift() as CountedPage))
}

/** What is wrong with its order or cursor, which one statement for all would otherwise tell everybody. */
function refusal({ orderBy, filter, after }: PageQuery): Error | null {
  try {
    const order = orderOf(new Params(), { orderBy, filter })
    if (after !== undefined && after !== null) order.after(after)
    return null
  } catch (error) {
    return error as Error
  }
}

const orderOf = (params: Params, { orderBy, filter }: Pick<PageQuery, 'orderBy' | 'filter'>) =>
  ordering(params, orderBy ?? (filter.near ? 'DISTANCE_ASC' : 'CREATED_DESC'), filter.near)

async function pagesOf(sql: Sql, queries: readonly PageQuery[]): Promise<CountedPage[]> {
  const [only, ...more] = queries
  if (!only) return []
  // By itself a query is planned for its own values.
  if (more.length === 0)
    return [
      await (only.withTotal
        ? searchInstances(sql, { ...only, withTotal: true })
        : searchInstances(sql, { ...only, withTotal: false })),
    ]
  const sets = await namedSets(
    sql,
    only.viewer.tenantId,
    queries.flatMap(({ filter, also = {} }) => [filter, also]),
  )
  const params = new Params()
  const cursors = new Map<number, (row: PageRow) => string>()
  const shapes = Map.groupBy(queries.keys(), (index) => shapeOf(queries[index] as PageQuery))
  const branches = [...shapes.values()].map((indices) => {
    const { viewer, filter, also, first, after, orderBy, definitionId, withTotal } = queries[
      indices[0] as number
    ] as PageQuery
    const order = orderOf(params, { orderBy, filter })
    const definition = definitionId === undefined ? {} : { definitionSql: 'q.definition_id' }
    const from = searchFrom(params, { viewer, filter, also, sets, ...definition })
    const limit = params.add(first + 1, 'int')
    const parts = (after === undefined || after === null ? ['true'] : order.after(after)).map(
      (condition) =>
        `(SELECT ${instanceColumns}${order.columns || ', NULL::float8 AS chord'}\n  ${from}\n    AND ${condition}\n  ORDER BY ${order.by} LIMIT ${limit})`,
    )
    for (const index of indices) cursors.set(index, order.cursorOf)
    const asked = `unnest(${params.add(indices, 'int[]')}, ${params.add(
      indices.map((index) => queries[index]?.definitionId ?? null),
      'text[]',
    )}) AS q(query, definition_id)`
    const total = withTotal
      ? `CROSS JOIN LATERAL (SELECT count(*) AS total ${from}) t`
      : 'CROSS JOIN (SELECT 0::int8 AS total) t'
    return `SELECT q.query, t.total, r.* FROM ${asked} ${total} LEFT JOIN LATERAL (
      SELECT r.*, row_number() OVER (ORDER BY ${order.byRow}) AS place
      FROM (SELECT * FROM (${parts.join('\nUNION ALL\n')}) r ORDER BY ${order.byRow} LIMIT ${limit}) r
    ) r ON true`
  })
  const text = `SELECT * FROM (${branches.join('\nUNION ALL\n')}) answers ORDER BY query, place`
  const { rows } = await sql.query<{ query: number; total: number } & (PageRow | { id: null })>({
    text,
    values: params.values,
  })
  const found = Map.groupBy(rows, ({ query }) => query)
  return queries.map((query, index) => {
    const page = found.get(index) ?? []
    const shown = page.filter((row) => row.id !== null)
    const totalCount = query.withTotal ? (page[0]?.total ?? 0) : null
    return {
      rows: shown.map(toInstanceState),
      cursors: shown.map(cursors.get(index) as (row: PageRow) => string),
      totalCount,
    }
  })
}

/** Equal for queries of which one differs from the other in its definition at most. */
const shapeOf = ({ viewer: _viewer, definitionId, ...query }: PageQuery): string =>
  JSON.stringify([definitionId === undefined, query])
