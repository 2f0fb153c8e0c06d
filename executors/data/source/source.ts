import { ExecutorError } from '../../executor-error.ts'
import { asksForDoubles, castTo, mergeColumns, type SchemaChange, type StoredColumn } from './columns.ts'
import type { Rejected } from './csv-scan.ts'
import { findDateColumn, isDate } from '../dates.ts'
import { count, identifier, literal, type DuckDb } from '../stores/duckdb.ts'
import { inferTypes } from './infer.ts'
import { readCsv } from './raw-csv.ts'
import { readJson } from './raw-json.ts'
import { readParquet } from './raw-parquet.ts'
import { rejectedShown, type Raw, type SourceFile } from './raw.ts'
import { beyondDoubles, valueOf } from './readings.ts'
import type { SourceConfig } from './source-config.ts'

/** The rows that are stored: their shape, and the table that holds them where there are any. */
export type Known = { columns: readonly StoredColumn[]; dateColumn: string | null; table: string | null }

/** What is in the table `source`, whose `_row` keeps the order of the file, and what was noticed on the way. */
export type Source = {
  columns: StoredColumn[]
  dateColumn: string | null
  changes: SchemaChange[]
  rejected: Rejected[]
  rejectedCount: number
  warnings: string[]
}

/**
 * Makes the table `source` of a file's rows, in the types of those that are stored and wide enough for both. Types are
 * those that the config declares, else those that the whole file has. A row that cannot be read is rejected: counted,
 * shown with its place, and the run fails beyond `rejectedMax`. Throws SOURCE_FAILED with the reason.
 */
export async function readSource(
  db: DuckDb,
  file: SourceFile,
  config: SourceConfig,
  known: Known | null,
): Promise<Source> {
  const raw = await readRaw(db, file, config)
  await refuseEmpty(db, raw, config)
  const { columns: found, warnings } = await typesOf(db, raw, config)
  const date = await findDateColumn(db, found, config, known)
  const typed = found.map((column): StoredColumn =>
    column.name === date?.name
      ? { name: column.name, type: date.type, ...(date.format === undefined ? {} : { format: date.format }) }
      : column,
  )
  const rejected = await rejectUnreadable(db, raw, typed, config)
  const { columns, changes } = mergeColumns(known?.columns ?? [], typed, await inexactOf(db, known, typed))
  refuseChanges(changes, config, date?.name ?? null)
  warnings.push(...(await makeTable(db, raw, { typed, columns, config })))
  await db.run('DROP TABLE raw')
  const dateColumn = columns.find(({ name }) => name.toLowerCase() === date?.name.toLowerCase())?.name ?? null
  warnings.push(...(await keepWanted(db, config, dateColumn)))
  return { columns, dateColumn, changes, warnings, ...rejected }
}

async function readRaw(db: DuckDb, source: SourceFile, config: SourceConfig): Promise<Raw> {
  try {
    return await { csv: readCsv, json: readJson, parquet: readParquet }[source.format](db, source, config)
  } catch (cause) {
    if (cause instanceof ExecutorError) throw cause
    // The first line says what is wrong, the others which of DuckDB's settings would make it blind to it.
    const [said = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new ExecutorError(
      'SOURCE_FAILED',
      `The source cannot be read as ${source.format}: ${said.replaceAll(source.file, 'the file')}`,
      { cause },
    )
  }
}

/** A file that has lost its rows is more often half written than meant. */
async function refuseEmpty(db: DuckDb, { rejectedCount }: Raw, { allowEmpty = false }: SourceConfig): Promise<void> {
  if (allowEmpty || rejectedCount > 0 || (await count(db, 'raw')) > 0) return
  throw new ExecutorError(
    'SOURCE_FAILED',
    'The source has no rows. What was read before stays as it is; if it may be empty, say allowEmpty: true.',
    {
      retryable: true,
      details: { reason: 'EMPTY', pointer: '/allowEmpty' },
    },
  )
}

async function typesOf(
  db: DuckDb,
  { columns, stated }: Raw,
  { columns: declared = {}, decimal = '.', dateFormat }: SourceConfig,
): Promise<{ columns: StoredColumn[]; warnings: string[] }> {
  for (const name of Object.keys(declared)) {
    if (!columns.has(name))
      throw new ExecutorError('BAD_CONFIG', `/columns/${name} is no column of the source.`, {
        details: { pointer: `/columns/${name}`, allowed: [...columns.keys()] },
      })
  }
  const open = new Map([...columns].filter(([name]) => !Object.hasOwn(declared, name) && !stated.has(name)))
  const inferred = await inferTypes(db, open, decimal)
  const warnings: string[] = []
  const all = [...columns.keys()].map((name): StoredColumn => {
    const type = Object.hasOwn(declared, name) ? declared[name] : stated.get(name)
    if (type !== undefined)
      return {
        name,
        type,
        ...(dateFormat !== undefined && stated.get(name) !== type && isDate({ type }) ? { format: dateFormat } : {}),
      }
    const { warning, ...reading } = inferred.get(name) as { type: string; isEmpty?: true; warning?: string }
    if (warning !== undefined) warnings.push(warning)
    return { name, ...reading }
  })
  return { columns: all, warnings }
}

/** SQL of a column of `raw` as a value of a type. */
function read(raw: Raw, { name, type, format }: StoredColumn, { decimal = '.' }: SourceConfig): string {
  const value = identifier(name)
  const stated = raw.stated.get(name)
  if (stated === type) return value
  const text = stated === undefined ? value : `CAST(${value} AS VARCHAR)`
  if (type === 'VARCHAR') return text
  return valueOf(text, { type, ...(format === undefined ? {} : { format }) }, decimal)
}

/** Takes the rows out of `raw` that have a value which cannot be read in its column's type. */
async function rejectUnreadable(
  db: DuckDb,
  raw: Raw,
  columns: readonly StoredColumn[],
  config: SourceConfig,
): Promise<Pick<Source, 'rejected' | 'rejectedCount'>> {
  const { columns: declared = {}, rejectedMax = 0 } = config
  const checked = columns.filter(
    ({ name, type, format }) => type !== 'VARCHAR' && (Object.hasOwn(declared, name) || format !== undefined),
  )
  const rejected = [...raw.rejected]
  let { rejectedCount } = raw
  if (checked.length > 0) {
    const unreadable = checked.map((column) => {
      const text = `CAST(${identifier(column.name)} AS VARCHAR)`
      return { column, text, condition: `(${text} <> '' AND (${read(raw, column, config)}) IS NULL)` }
    })
    const any = unreadable.map(({ condition }) => condition).join(' OR ')
    const rows = await db.rows(
      `SELECT _row, ${unreadable.flatMap(({ condition, text }, index) => [`${condition} AS u${index}`, `${text}[:200] AS v${index}`]).join(', ')} FROM raw WHERE ${any} ORDER BY _row LIMIT ${rejectedShown}`,
    )
    const lines = await raw.lineOf(rows.map((row) => Number(row['_row'])))
    for (const row of rows) {
      const index = unreadable.findIndex((_each, at) => row[`u${at}`] === true)
      const { name, type, format } = (unreadable[index] as (typeof unreadable)[number]).column
      const at = Number(row['_row'])
      rejected.push({
        line: lines.get(at) ?? null,
        row: at,
        column: name,
        value: String(row[`v${index}`]),
        message: `is no ${type}${format === undefined ? '' : ` written as ${format}`}`,
      })
    }
    rejectedCount += Number((await db.rows(`SELECT count(*) AS n FROM raw WHERE ${any}`))[0]?.['n'])
    await db.run(`DELETE FROM raw WHERE ${any}`)
  }
  rejected.sort((a, b) => (a.line ?? a.row ?? 0) - (b.line ?? b.row ?? 0)).splice(rejectedShown)
  if (rejectedCount <= rejectedMax) return { rejected, rejectedCount }
  const shown = rejected
    .slice(0, 3)
    .map(
      ({ line, row, column, value, message }) =>
        `${line === null ? `row ${row}` : `line ${line}`}${column === null ? '' : `, column ${column}`}: ${JSON.stringify(value)} ${message}`,
    )
  throw new ExecutorError(
    'SOURCE_FAILED',
    `${rejectedCount} rows cannot be read, and rejectedMax allows ${rejectedMax}. ${shown.join('; ')}. Mend the file, or say in columns, nullValues or dateFormat how it is written.`,
    {
      details: { reason: 'REJECTED', pointer: '/rejectedMax', rejected: rejectedCount, rows: rejected },
    },
  )
}

/** Columns whose whole numbers a double would round: of those that are to become doubles. */
async function inexactOf(db: DuckDb, known: Known | null, typed: readonly StoredColumn[]): Promise<Set<string>> {
  const inexact = new Set<string>()
  for (const before of known?.columns ?? []) {
    const now = typed.find(({ name }) => name.toLowerCase() === before.name.toLowerCase())
    if (now === undefined || !asksForDoubles(before, now)) continue
    const from = before.type === 'DOUBLE' ? 'raw' : known?.table
    if (from == null) continue
    const [row] = await db.rows(
      `SELECT count(*) AS n FROM ${from} WHERE ${beyondDoubles(`CAST(${identifier(before.name)} AS VARCHAR)`)}`,
    )
    if (Number(row?.['n']) > 0) inexact.add(before.name)
  }
  return inexact
}

function refuseChanges(
  changes: readonly SchemaChange[],
  { onSchemaChange = 'widen' }: SourceConfig,
  dateColumn: string | null,
): void {
  const said = changes.map(({ column, change, from, to }) =>
    change === 'WIDENED'
      ? `${column} was ${from} and would be ${to}`
      : change === 'ADDED'
        ? `${column} is new`
        : `${column} is missing`,
  )
  const lost = changes.find(
    ({ column, change, to }) => change === 'WIDENED' && column === dateColumn && to === 'VARCHAR',
  )
  if (changes.length === 0 || (onSchemaChange === 'widen' && !lost)) return
  throw new ExecutorError(
    'SOURCE_FAILED',
    `The columns changed: ${said.join('; ')}. What was read before stays on offer. ${lost ? 'The rows need their dates: mend the file or dateFormat' : 'Say onSchemaChange: "widen" to take the new shape'}.`,
    {
      details: { reason: 'SCHEMA_CHANGED', pointer: '/onSchemaChange', changes: changes as never },
    },
  )
}

/** The table `source`, in the merged types. A number that is not finite is none. */
async function makeTable(
  db: DuckDb,
  raw: Raw,
  {
    typed,
    columns,
    config,
  }: { typed: readonly StoredColumn[]; columns: readonly StoredColumn[]; config: SourceConfig },
): Promise<string[]> {
  const list = columns.map((column) => {
    const found = typed.find(({ name }) => name.toLowerCase() === column.name.toLowerCase())
    const at = identifier(column.name)
    if (found === undefined) return `CAST(NULL AS ${column.type}) AS ${at}`
    // What becomes text keeps the text that it is, not that of the number it could be.
    const value =
      column.type === 'VARCHAR'
        ? read(raw, { name: found.name, type: 'VARCHAR' }, config)
        : castTo(read(raw, found, config), found.type, column.type)
    return `${column.type === 'DOUBLE' ? `CASE WHEN isfinite(${value}) THEN ${value} END` : value} AS ${at}`
  })
  await db.run(`CREATE TEMP TABLE source AS SELECT _row${list.map((each) => `, ${each}`).join('')} FROM raw`)
  const doubles = typed.filter(
    ({ name, type }) =>
      type === 'DOUBLE' &&
      columns.some((column) => column.type === 'DOUBLE' && column.name.toLowerCase() === name.toLowerCase()),
  )
  if (doubles.length === 0) return []
  const lost = doubles.map(
    ({ name }, index) =>
      `count(*) FILTER (WHERE lower(trim(CAST(${identifier(name)} AS VARCHAR), '+-')) IN ('nan', 'inf', 'infinity')) AS n${index}`,
  )
  const [row = {}] = await db.rows(`SELECT ${lost.join(', ')} FROM raw`)
  return doubles.flatMap(({ name }, index) =>
    Number(row[`n${index}`]) > 0
      ? [`The column ${name} has ${Number(row[`n${index}`])} values that are no finite number: they are null.`]
      : [],
  )
}

/** `symbols`, `start_date` and `lookback_days` of the config; days are counted back from the source's youngest date. */
async function keepWanted(db: DuckDb, config: SourceConfig, dateColumn: string | null): Promise<string[]> {
  const conditions: string[] = []
  const warnings: string[] = []
  const { symbols = [], start_date, lookback_days } = config
  const symbolColumn = await symbolColumnOf(db, config)
  if (symbols.length > 0) {
    const column = symbolColumn ?? 'symbol'
    requireColumns(
      (await db.columns('source')).map(({ name }) => name),
      [column],
      '/symbolColumn',
    )
    const symbol = `CAST(${identifier(column)} AS VARCHAR)`
    const present = await db.rows(
      `SELECT DISTINCT ${symbol} AS symbol FROM source WHERE ${symbol} IN (${symbols.map(literal).join(', ')})`,
    )
    const missing = symbols.filter((each) => !present.some(({ symbol }) => symbol === each))
    if (missing.length > 0) warnings.push(`The source has no rows of ${missing.join(', ')}.`)
    conditions.push(`${symbol} NOT IN (${symbols.map(literal).join(', ')}) OR ${symbol} IS NULL`)
  }
  if ((start_date !== undefined || lookback_days !== undefined) && dateColumn === null) {
    const pointer = start_date === undefined ? '/lookback_days' : '/start_date'
    throw new ExecutorError('BAD_CONFIG', `${pointer} needs rows with a date: give dateColumn.`, {
      details: { pointer },
    })
  }
  const date = identifier(dateColumn ?? '')
  if (start_date !== undefined) conditions.push(`${date} < CAST(${literal(start_date)} AS TIMESTAMP)`)
  if (lookback_days !== undefined)
    conditions.push(`${date} < (SELECT max(${date}) FROM source) - INTERVAL ${Math.floor(lookback_days)} DAY`)
  if (conditions.length > 0)
    await db.run(`DELETE FROM source WHERE ${conditions.map((condition) => `(${condition})`).join(' OR ')}`)
  return warnings
}

/** The column that tells one series from another: what the config says, else one that is called symbol. */
export async function symbolColumnOf(db: DuckDb, { symbolColumn }: SourceConfig): Promise<string | null> {
  const names = (await db.columns('source')).map(({ name }) => name)
  if (symbolColumn !== undefined) requireColumns(names, [symbolColumn], '/symbolColumn')
  return symbolColumn ?? names.find((name) => name.toLowerCase() === 'symbol') ?? null
}

export function requireColumns(columns: readonly string[], wanted: readonly string[], pointer: string): void {
  const missing = wanted.filter((name) => !columns.includes(name))
  if (missing.length === 0) return
  throw new ExecutorError('BAD_CONFIG', `The rows have no column ${missing.join(', ')}.`, {
    details: { pointer, missing, columns: [...columns] },
  })
}
