import type { Panel } from '../../backtest/setting.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { ExecutorInput, Upstream } from '../../executor.ts'
import { foldersOf, type Stored } from './accessors.ts'
import { identifier } from '../stores/duckdb.ts'
import { everySymbol, isDaily, readPoints } from './points.ts'
import { withDuckDb } from '../stores/session.ts'
import { readVersion, symbolColumnOfVersion, type Version } from '../stores/version.ts'

/** Values by symbol and date, as they stand in one dataset. `symbols`: all that it speaks of, at whatever time; null: it names none. */
export type Table = {
  column: string
  symbols: ReadonlySet<string> | null
  value(symbol: string, date: string): number | null
  dates: ReadonlySet<string>
}

const rowsMax = 2_000_000
const failWith = (role: string) => (message: string) =>
  new ExecutorError('BAD_CONFIG', `The upstream '${role}' ${message}.`, { details: { pointer: `/upstreams/${role}` } })

/** Upstreams with where their rows are; `byDay` says whether dates are days in all of them. */
export type Tables = { stored: ReadonlyMap<Upstream, Stored>; byDay: boolean }

export async function openTables(input: ExecutorInput, upstreams: readonly Upstream[]): Promise<Tables> {
  const stored = new Map<Upstream, Stored>()
  for (const upstream of upstreams)
    stored.set(upstream, { ...(await readVersion(input.dataDir, upstream.outputs)), filesDir: input.filesDir })
  return { stored, byDay: [...stored.values()].some(({ version }) => isDaily(version)) }
}

/** Reads what one column of an upstream dataset says between two dates; of the given names the first that it has. */
export async function readTable(
  input: ExecutorInput,
  { stored: all, byDay }: Tables,
  upstream: Upstream,
  {
    names,
    from,
    to,
    wanted,
  }: { names: readonly string[]; from?: string; to?: string; wanted: readonly string[] | null },
): Promise<Table> {
  const stored = all.get(upstream) as Stored
  const fail = failWith(upstream.role)
  const column = columnOf(stored.version, names, fail)
  const symbolColumn = symbolColumnOfVersion(stored.version)
  return await withDuckDb(input, foldersOf([stored]), async (db, tempDir) => {
    const request = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    const points = await readPoints(
      db,
      { ...stored, name: 'asked', tempDir },
      { column, request, bySymbol: true, byDay, max: rowsMax, fail },
    )
    const symbols =
      symbolColumn === null
        ? null
        : new Set(
            (
              await db.rows(
                `SELECT DISTINCT CAST(${identifier(symbolColumn)} AS VARCHAR) AS s FROM asked_parts WHERE ${identifier(symbolColumn)} IS NOT NULL ORDER BY s`,
              )
            ).map(({ s }) => String(s)),
          )
    const relevant = wanted === null ? null : new Set([everySymbol, ...wanted])
    const values = new Map<string, Map<string, number>>()
    const dates = new Set<string>()
    for (const { date, symbol, value } of points) {
      if (value === null || relevant?.has(symbol) === false) continue
      dates.add(date)
      values.set(symbol, (values.get(symbol) ?? new Map<string, number>()).set(date, value))
    }
    return {
      column,
      symbols,
      dates,
      value: (of, date) => (symbols === null ? values.get(everySymbol) : values.get(of))?.get(date) ?? null,
    }
  })
}

/**
 * The values of some symbols over the given dates, which are sorted. What the table says on a day that is none of them
 * (weights of a month's last day, which was a Sunday) holds from the next of them on; of several the last one counts.
 */
export function panelOf({ value, dates: own }: Table, symbols: readonly string[], dates: readonly string[]): Panel {
  const known = new Set(dates)
  const between = [...own].filter((date) => !known.has(date)).sort()
  const sources: string[][] = dates.map((date) => [date])
  let at = 0
  for (const date of between) {
    while (at < dates.length && (dates[at] as string) < date) at++
    sources[at]?.splice(-1, 0, date)
  }
  const newest = (symbol: string, from: readonly string[]) => {
    const last = from.findLast((date) => symbols.some((each) => value(each, date) !== null))
    return last === undefined ? null : value(symbol, last)
  }
  return new Map(
    symbols.map((symbol) => [
      symbol,
      sources.map((from) => (from.length === 1 ? value(symbol, from[0] as string) : newest(symbol, from))),
    ]),
  )
}

function columnOf({ columns }: Version, names: readonly string[], fail: (message: string) => Error): string {
  const column = names.find((name) => columns.some((each) => each.name === name))
  if (column === undefined)
    throw fail(`has none of the columns ${names.join(', ')}: it has ${columns.map(({ name }) => name).join(', ')}`)
  return column
}
