import { commonSplits, splitDaysMax, splitTolerance } from '../../backtest/splits.ts'
import { identifier, type DuckDb } from '../stores/duckdb.ts'
import type { Source } from '../source/source.ts'

/** Columns that hold the price of a share. */
export const priceColumns = ['price', 'close', 'adj_close'] as const

const shownMax = 5

/**
 * Prices that look like a split: 110 one day, 55 the next. A return over it is wrong unless the rows are adjusted or the
 * split is declared, and nothing in the rows tells it from a bad day: so it is said, not mended.
 */
export async function jumpsIn(
  db: DuckDb,
  { columns, dateColumn }: Pick<Source, 'columns' | 'dateColumn'>,
  symbolColumn: string | null,
): Promise<string[]> {
  const price = columns.find(
    ({ name, type }) =>
      (priceColumns as readonly string[]).includes(name.toLowerCase()) && /INT|DOUBLE|FLOAT|DECIMAL/.test(type),
  )
  if (price === undefined || dateColumn === null) return []
  const symbol = symbolColumn === null ? "''" : `CAST(${identifier(symbolColumn)} AS VARCHAR)`
  const [value, date] = [`CAST(${identifier(price.name)} AS DOUBLE)`, identifier(dateColumn)]
  const ratio = 'ln(before / now)'
  const rows = await db.rows(
    `SELECT symbol, CAST(date AS VARCHAR) AS date, before, now, count(*) OVER () AS n FROM (
       SELECT ${symbol} AS symbol, ${date} AS date, ${value} AS now, lag(${value}) OVER (PARTITION BY ${symbol} ORDER BY ${date}) AS before,
              ${date} AS day, lag(${date}) OVER (PARTITION BY ${symbol} ORDER BY ${date}) AS previous FROM source WHERE ${value} > 0 AND ${date} IS NOT NULL
     ) WHERE before > 0 AND date_diff('day', previous, day) <= ${splitDaysMax} AND (${commonSplits.map((by) => `abs(abs(${ratio}) - ${Math.log(by)}) < ${splitTolerance}`).join(' OR ')}) ORDER BY date, symbol LIMIT ${shownMax}`,
  )
  if (rows.length === 0) return []
  const said = rows.map(
    (row) =>
      `${symbolColumn === null ? '' : `${String(row['symbol'])} `}on ${String(row['date'])} (${String(row['before'])} to ${String(row['now'])})`,
  )
  const more = Number(rows[0]?.['n']) - rows.length
  return [
    `The column ${price.name} jumps as in a stock split: ${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Adjust the prices in the source, or declare the splits in the backtest that uses them.`,
  ]
}
