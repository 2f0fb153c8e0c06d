import type { JsonObject } from '../../kit/pure/json/json.ts'
import { identifier, type DuckDb } from './stores/duckdb.ts'
import { jumpsIn } from './series/price-jumps.ts'
import type { Source } from './source/source.ts'

/** Beyond so many they are not listed in the outputs. */
const symbolsShown = 2000

/** What a user should hear of: in the outputs, and in the log of the run. */
export async function noticed(
  db: DuckDb,
  source: Source,
  { symbolColumn, log }: { symbolColumn: string | null; log(line: string): void },
): Promise<JsonObject> {
  const { rejected, rejectedCount, changes } = source
  const warnings = [...source.warnings, ...(await jumpsIn(db, source, symbolColumn))]
  if (rejectedCount > 0) warnings.unshift(`${rejectedCount} rows were rejected.`)
  for (const { column, change, from, to } of changes)
    log(
      change === 'WIDENED'
        ? `The column ${column} was ${from} and is ${to} now.`
        : `The column ${column} is ${change === 'ADDED' ? 'new' : 'missing in the source'}.`,
    )
  for (const warning of warnings) log(warning)
  const symbols =
    symbolColumn === null
      ? []
      : await db.rows(
          `SELECT DISTINCT CAST(${identifier(symbolColumn)} AS VARCHAR) AS s FROM source WHERE ${identifier(symbolColumn)} IS NOT NULL ORDER BY s LIMIT ${symbolsShown + 1}`,
        )
  return {
    rows_rejected: rejectedCount,
    rejected: rejected as JsonObject[],
    schema_changes: changes as JsonObject[],
    warnings,
    symbols: symbolColumn === null || symbols.length > symbolsShown ? null : symbols.map(({ s }) => String(s)),
  }
}
