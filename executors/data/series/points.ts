import { accessRows, type AccessRequest, type Stored } from './accessors.ts'
import { count, identifier, type DuckDb } from '../stores/duckdb.ts'
import { symbolColumnOfVersion, type Version } from '../stores/version.ts'

export type Point = { date: string; symbol: string; value: number | null }
/** Stands for all symbols, in rows that name none. */
export const everySymbol = '*'

type Asked = {
  column: string
  request: Omit<AccessRequest, 'columns'>
  /** Whether rows are told apart by their symbol. */
  bySymbol: boolean
  /** Whether dates are days: so that a series of days meets one of times. */
  byDay: boolean
  max: number
  /** Says what is wrong, of whom. */
  fail(message: string): Error
}

/** Whether the rows of a dataset are of days rather than of moments. */
export const isDaily = ({ columns, dateColumn }: Version): boolean =>
  columns.find(({ name }) => name === dateColumn)?.type === 'DATE'

/**
 * Makes the table `<name>_points` (date, symbol, value) of one column of numbers by date, the one way from stored rows to numbers: for expressions and backtests
 * alike. Answers its name. Rows without a date are left out. Two values for one date, and symbol, are refused: one of them would be lost.
 */
export async function loadPoints(
  db: DuckDb,
  stored: Stored & { tempDir: string; name: string },
  { column, request, bySymbol, byDay, max, fail }: Asked,
): Promise<string> {
  const { version, name } = stored
  const { dateColumn, columns } = version
  if (dateColumn === null) throw fail('is of rows that have no date')
  const type = columns.find((each) => each.name === column)?.type
  if (type === undefined)
    throw fail(`needs a column ${column}; there are ${columns.map((each) => each.name).join(', ')}`)
  if (!/INT|DOUBLE|FLOAT|DECIMAL/.test(type))
    throw fail(`is the column ${column}, which holds something else than numbers (${type})`)
  const symbolColumn = bySymbol ? symbolColumnOfVersion(version) : null
  await accessRows(db, {
    ...stored,
    request: {
      ...request,
      columns: [column, ...(symbolColumn === null || symbolColumn === column ? [] : [symbolColumn])],
    },
  })
  const date = `CAST(CAST(${identifier(dateColumn)} AS ${byDay ? 'DATE' : 'TIMESTAMP'}) AS VARCHAR)`
  const symbol = symbolColumn === null ? `'${everySymbol}'` : `CAST(${identifier(symbolColumn)} AS VARCHAR)`
  const points = `${name}_points`
  await db.run(
    `CREATE TEMP TABLE ${points} AS SELECT ${date} AS date, ${symbol} AS symbol, CAST(${identifier(column)} AS DOUBLE) AS value FROM ${name} WHERE ${identifier(dateColumn)} IS NOT NULL`,
  )
  const [twice] = await db.rows(
    `SELECT date, symbol, list(value)[:2] AS values FROM ${points} GROUP BY date, symbol HAVING count(*) > 1 ORDER BY date LIMIT 1`,
  )
  if (twice) {
    const whose = symbolColumn === null ? '' : `${String(twice['symbol'])} on `
    const remedy =
      symbolColumn === null && bySymbol
        ? 'name the column of the symbols in symbolColumn of the dataset'
        : bySymbol
          ? 'say in the key of the dataset which rows are meant'
          : "say in 'where' which rows are meant, or that the input is a panel (bySymbol: true)"
    throw fail(
      `has several values for ${whose}${String(twice['date'])} (${(twice['values'] as unknown[]).map(String).join(', ')}): ${remedy}`,
    )
  }
  if ((await count(db, points)) > max) throw fail(`has more than ${max} values`)
  return points
}

/** The same as rows, oldest first. */
export async function readPoints(
  db: DuckDb,
  stored: Stored & { tempDir: string; name: string },
  asked: Asked,
): Promise<Point[]> {
  const rows = await db.rows(`SELECT * FROM ${await loadPoints(db, stored, asked)} ORDER BY date`)
  return rows.map((row) => ({
    date: String(row['date']),
    symbol: String(row['symbol']),
    value: typeof row['value'] === 'number' ? row['value'] : null,
  }))
}
