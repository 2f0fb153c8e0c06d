import type { Panel } from '../backtest/simulate.ts'
import { ExecutorError } from '../executor-error.ts'
import type { ExecutorInput, Upstream } from '../executor.ts'
import { accessRows, foldersOf } from './accessors.ts'
import { identifier } from './duckdb.ts'
import { withDuckDb } from './session.ts'
import { readVersion, type Version } from './version.ts'

/** Values by symbol and date, as they stand in one dataset. A dataset without symbols speaks of all of them. */
export type Table = { value(symbol: string, date: string): number | null; dates: ReadonlySet<string> }

const rowsMax = 2_000_000
const everySymbol = '*'

/** Reads what one column of an upstream dataset says between two dates; of the given names the first that it has. */
export async function readTable(
  input: ExecutorInput,
  upstream: Upstream,
  { names, from, to, symbols }: { names: readonly string[]; from?: string; to?: string; symbols: readonly string[] },
): Promise<Table> {
  const stored = { ...(await readVersion(input.dataDir, upstream.outputs)), filesDir: input.filesDir }
  const { column, symbolColumn, dateColumn } = columnsOf(stored.version, upstream.role, names)
  return await withDuckDb(input, foldersOf([stored]), async (db, tempDir) => {
    const request = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    await accessRows(db, { ...stored, request, name: 'asked', tempDir })
    const symbol = symbolColumn === null ? `'${everySymbol}'` : `CAST(${identifier(symbolColumn)} AS VARCHAR)`
    const rows = await db.rows(
      `SELECT CAST(${identifier(dateColumn)} AS VARCHAR) AS date, ${symbol} AS symbol, CAST(${identifier(column)} AS DOUBLE) AS value
       FROM asked WHERE ${identifier(dateColumn)} IS NOT NULL LIMIT ${rowsMax + 1}`,
    )
    if (rows.length > rowsMax) throw new ExecutorError('BAD_CONFIG', `The upstream '${upstream.role}' has more than ${rowsMax} rows in this time.`)
    const wanted = new Set([everySymbol, ...symbols])
    const values = new Map<string, Map<string, number>>()
    const dates = new Set<string>()
    for (const row of rows) {
      if (typeof row['value'] !== 'number' || !wanted.has(String(row['symbol']))) continue
      const date = String(row['date'])
      dates.add(date)
      values.set(String(row['symbol']), (values.get(String(row['symbol'])) ?? new Map<string, number>()).set(date, row['value']))
    }
    return { dates, value: (of, date) => (values.get(of) ?? values.get(everySymbol))?.get(date) ?? null }
  })
}

/** The values of some symbols over the same dates. */
export const panelOf = ({ value }: Table, symbols: readonly string[], dates: readonly string[]): Panel =>
  new Map(symbols.map((symbol) => [symbol, dates.map((date) => value(symbol, date))]))

function columnsOf({ columns, dateColumn }: Version, role: string, names: readonly string[]): { column: string; symbolColumn: string | null; dateColumn: string } {
  const has = (name: string) => columns.some((column) => column.name === name)
  const column = names.find(has)
  if (dateColumn === null) throw new ExecutorError('BAD_CONFIG', `The rows of the upstream '${role}' have no date.`)
  if (column === undefined) {
    throw new ExecutorError('BAD_CONFIG', `The upstream '${role}' has none of the columns ${names.join(', ')}.`, { details: { columns: columns.map(({ name }) => name) } })
  }
  return { column, symbolColumn: has('symbol') ? 'symbol' : null, dateColumn }
}
