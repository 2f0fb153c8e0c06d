import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { GeoPoint } from '../../../../kit/pure/geo.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { InstanceFilterSpec } from '../../domain/instances/instance-filter.ts'
import type { NamedSets } from '../../domain/instances/named-sets.ts'
import { instanceColumns, toInstanceState } from './instance-row.ts'
import { namedSets } from './named-sets.ts'
import { listedFor } from '../../domain/access/reader-scopes.ts'
import { chordSql, distanceSql, matchedSql, Params, searchFrom, type Search } from './search-conditions.sql.ts'
import { ordering, type InstanceOrder, type PageRow } from './search-order.sql.ts'

export type { InstanceOrder } from './search-order.sql.ts'

export type InstanceQuery = {
  viewer: Viewer
  filter: InstanceFilterSpec
  /** Default: DISTANCE_ASC with filter.near, else CREATED_DESC. */
  orderBy?: InstanceOrder | null
  first: number
  after?: string | null
  definitionId?: string | undefined
  /** Has to hold as well. */
  also?: InstanceFilterSpec | undefined
}

/** Counting reads all that match, a page alone only the page: `withTotal: false` where nobody looks at the total. */
type Counted = { withTotal?: true }
type Uncounted = { withTotal: false }

export type InstancePage = {
  /** One more than `first` where there is a next page, with the cursor of each. */
  rows: InstanceState[]
  cursors: string[]
}

/*
 * None of these statements has a name. Which index to begin with depends on the values (how rare the tag, how wide the
 * circle), and a prepared statement forgets them after its fifth run. Medians over 100,000 instances, first page without
 * total: with a name a circle of 3,000 km took 174 ms instead of 27 and one of 300 m 73 instead of 37; the other filters
 * gained 0.1 to 1 ms. Besides, every combination of members would stay prepared on every connection.
 */

/** One page and its total in one statement. BAD_USER_INPUT for a bad cursor, and for DISTANCE_ASC without near. */
export async function searchInstances(
  sql: Sql,
  query: InstanceQuery & Counted,
): Promise<InstancePage & { totalCount: number }>
export async function searchInstances(
  sql: Sql,
  query: InstanceQuery & Uncounted,
): Promise<InstancePage & { totalCount: null }>
export async function searchInstances(
  sql: Sql,
  query: InstanceQuery & (Counted | Uncounted),
): Promise<InstancePage & { totalCount: number | null }> {
  const sets = await namedSets(sql, query.viewer.tenantId, [query.filter, query.also ?? {}])
  const { text, values, cursorOf } = pageStatement(query, sets)
  const { rows } = await sql.query<{ total: number } & (PageRow | { id: null })>({ text, values })
  const found = rows.filter((row) => row.id !== null)
  return {
    rows: found.map(toInstanceState),
    cursors: found.map(cursorOf),
    totalCount: query.withTotal === false ? null : (rows[0]?.total ?? 0),
  }
}

/** The statement of searchInstances, for those who want to see its plan. */
export function pageStatement(
  query: InstanceQuery & (Counted | Uncounted),
  sets: NamedSets | null = null,
): { text: string; values: unknown[]; cursorOf(row: PageRow): string } {
  const { viewer, filter, also, first, after, definitionId, withTotal = true } = query
  const params = new Params()
  const order = ordering(params, query.orderBy ?? (filter.near ? 'DISTANCE_ASC' : 'CREATED_DESC'), filter.near)
  const from = searchFrom(params, { viewer, filter, also, sets, definitionId })
  const limit = params.add(first + 1, 'int')
  const pages = (after === undefined || after === null ? ['true'] : order.after(after)).map(
    (condition) => `SELECT ${instanceColumns}${order.columns}
  ${from}
    AND ${condition}
  ORDER BY ${order.by} LIMIT ${limit}`,
  )
  const page =
    pages.length === 1
      ? (pages[0] as string)
      : `SELECT * FROM (${pages.map((part) => `(${part})`).join('\nUNION ALL\n')}) r ORDER BY ${order.byRow} LIMIT ${limit}`
  // The total stands beside every row, and in a row of its own where the page is empty.
  const text = withTotal
    ? `SELECT t.total, r.* FROM (SELECT count(*) AS total ${from}) t LEFT JOIN (${page}) r ON true ORDER BY ${order.byRow}`
    : page
  return { text, values: params.values, cursorOf: order.cursorOf }
}

/** Ids of all that match, in id order, `limit` at most. */
export async function matchingIds(sql: Sql, search: Search & { limit: number }): Promise<string[]> {
  const sets = await namedSets(sql, search.viewer.tenantId, [search.filter])
  const params = new Params()
  const from = searchFrom(params, { ...search, sets })
  const text = `SELECT i.id ${from}\n  ORDER BY i.id LIMIT ${params.add(search.limit, 'int')}`
  const { rows } = await sql.query<{ id: string }>({ text, values: params.values })
  return rows.map(({ id }) => id)
}

/** What a live query asks after a change: which of `ids` match its filter now and may be listed by its viewer. */
export type MatchQuestion = { viewer: Viewer; filter: InstanceFilterSpec; ids: readonly string[] }

/** Filters of one statement: a filter has some twenty values at most, a statement 65,535. */
const filtersAtOnce = 200

/**
 * Answers in the order of the questions. All questions whose viewers may list the same are one statement (and one more
 * where they name zones or groups), so that a change costs no statement per live query.
 */
export async function matchAmong(sql: Sql, questions: readonly MatchQuestion[]): Promise<Set<string>[]> {
  const answers = questions.map(() => new Set<string>())
  const asked = [...questions.keys()].filter((index) => (questions[index] as MatchQuestion).ids.length > 0)
  const alike = Map.groupBy(
    asked,
    (index) =>
      `${questions[index]?.viewer.tenantId} ${JSON.stringify(listedFor((questions[index] as MatchQuestion).viewer))}`,
  )
  for (const indexes of alike.values()) {
    for (let from = 0; from < indexes.length; from += filtersAtOnce) {
      const part = indexes.slice(from, from + filtersAtOnce)
      const { viewer } = questions[part[0] as number] as MatchQuestion
      const filters = new Map(part.map((index) => [String(index), (questions[index] as MatchQuestion).filter]))
      const ids = [...new Set(part.flatMap((index) => (questions[index] as MatchQuestion).ids))]
      const sets = (await namedSets(sql, viewer.tenantId, [...filters.values()])) ?? {
        zones: new Map(),
        groups: new Map(),
      }
      const params = new Params()
      const text = matchedSql(params, viewer, ids, filters, sets)
      const { rows } = await sql.query<{ id: string; keys: string[] }>({ text, values: params.values })
      for (const { id, keys } of rows) for (const key of keys) answers[Number(key)]?.add(id)
    }
  }
  return answers.map((found, index) => new Set((questions[index] as MatchQuestion).ids.filter((id) => found.has(id))))
}

/** Nearest first; a `radiusMeters` of null looks over the whole earth. Only instances whose place is known. */
export async function nearestInstances(
  sql: Sql,
  query: GeoPoint & { viewer: Viewer; filter: InstanceFilterSpec; radiusMeters: number | null; first: number },
): Promise<{ instanceId: string; distanceMeters: number }[]> {
  const { viewer, filter, lat, lng, radiusMeters, first } = query
  const sets = await namedSets(sql, viewer.tenantId, [filter])
  const params = new Params()
  const chord = chordSql(params, { lat, lng })
  const from = searchFrom(params, { viewer, filter, sets, around: { lat, lng, radiusMeters } })
  const text = `SELECT i.id, ${distanceSql(chord)} AS distance
  ${from}
  ORDER BY ${chord}, i.id LIMIT ${params.add(first, 'int')}`
  const { rows } = await sql.query<{ id: string; distance: number }>({ text, values: params.values })
  return rows.map(({ id, distance }) => ({ instanceId: id, distanceMeters: distance }))
}

/** Tags of the instances that the viewer may list, most used first, then by tag in code point order. */
export async function tagCounts(
  sql: Sql,
  viewer: Viewer,
  prefix: string | null,
  first: number,
): Promise<{ tag: string; count: number }[]> {
  // No stored text has a NUL, and Postgres refuses to compare with one.
  if (prefix?.includes('\0')) return []
  const params = new Params()
  const from = searchFrom(params, { viewer, filter: {} }, { placed: true })
  const text = `SELECT t.tag, count(*) AS count
  FROM (SELECT p.tags ${from}) s CROSS JOIN unnest(s.tags) AS t(tag)
  WHERE starts_with(t.tag, ${params.add(prefix ?? '', 'text')})
  GROUP BY t.tag ORDER BY count(*) DESC, t.tag COLLATE "C" LIMIT ${params.add(first, 'int')}`
  const { rows } = await sql.query<{ tag: string; count: number }>({ text, values: params.values })
  return rows
}
