import { ExecutorError } from '../executor-error.ts'
import { findDateColumn } from './dates.ts'
import { identifier, literal, type Column, type DuckDb } from './duckdb.ts'

/** The part of a dataset's config that says which rows it wants and how they are told apart. */
export type RefreshConfig = {
  mode?: 'append' | 'replace'
  key?: string[]
  dateColumn?: string
  dateFormat?: string
  symbols?: string[]
  symbolColumn?: string
  start_date?: string
  lookback_days?: number
}

/** Makes the table `source` of the rows that a dataset wants; answers the column that says when a row was. */
export async function readWanted(db: DuckDb, config: RefreshConfig, from: string): Promise<string | null> {
  await read(db, from)
  const dateColumn = await findDateColumn(db, 'source', config)
  await keepWanted(db, config, dateColumn)
  return dateColumn
}

async function read(db: DuckDb, from: string): Promise<void> {
  try {
    await db.run(`CREATE TEMP TABLE source AS SELECT * FROM ${from}`)
  } catch (cause) {
    // The first line says what is wrong, the others which of DuckDB's settings would make it blind to it.
    const [said = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new ExecutorError('SOURCE_FAILED', `The source cannot be read as rows: ${said}`, { cause })
  }
  const columns = await db.columns('source')
  const taken = columns.find(({ name }) => name.toLowerCase() === '_part')
  if (taken) throw new ExecutorError('SOURCE_FAILED', `A column cannot be called ${taken.name}.`)
}

/** `symbols`, `start_date` and `lookback_days` of the config; days are counted back from the source's youngest date. */
async function keepWanted(db: DuckDb, config: RefreshConfig, dateColumn: string | null): Promise<void> {
  const conditions: string[] = []
  if (config.symbols?.length) {
    const column = config.symbolColumn ?? 'symbol'
    requireColumns(await db.columns('source'), [column])
    conditions.push(`CAST(${identifier(column)} AS VARCHAR) NOT IN (${config.symbols.map(literal).join(', ')}) OR ${identifier(column)} IS NULL`)
  }
  if ((config.start_date !== undefined || config.lookback_days !== undefined) && dateColumn === null) {
    throw new ExecutorError('BAD_CONFIG', 'The rows have no date: give dateColumn, or no start_date and lookback_days.')
  }
  const date = identifier(dateColumn ?? '')
  if (config.start_date !== undefined) conditions.push(`${date} < CAST(${literal(config.start_date)} AS TIMESTAMP)`)
  if (config.lookback_days !== undefined) {
    conditions.push(`${date} < (SELECT max(${date}) FROM source) - INTERVAL ${Math.floor(config.lookback_days)} DAY`)
  }
  if (conditions.length > 0) await db.run(`DELETE FROM source WHERE ${conditions.map((condition) => `(${condition})`).join(' OR ')}`)
}

export function requireColumns(columns: readonly Column[], wanted: readonly string[]): void {
  const missing = wanted.filter((name) => !columns.some((column) => column.name === name))
  if (missing.length === 0) return
  throw new ExecutorError('BAD_CONFIG', `The rows have no column ${missing.join(', ')}.`, { details: { missing, columns: columns.map(({ name }) => name) } })
}

export const count = async (db: DuckDb, table: string): Promise<number> => Number((await db.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.['n'])

/** As text that sorts as the dates do. */
export async function youngest(db: DuckDb, table: string, column: string): Promise<string | null> {
  const [row] = await db.rows(`SELECT CAST(max(${identifier(column)}) AS VARCHAR) AS last FROM ${table}`)
  return typeof row?.['last'] === 'string' ? row['last'] : null
}

/** Dates and times without a zone are taken as UTC. */
export const toInstant = (date: string): string => new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? date : `${date.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString()
