import { ExecutorError } from '../executor-error.ts'
import type { StoredColumn } from './source/columns.ts'
import { identifier, literal, type DuckDb } from './stores/duckdb.ts'
import { dateFormats, epochUnits, typeOfFormat, valueOf, type Reading } from './source/readings.ts'
import type { SourceConfig } from './source/source-config.ts'

const sampleRows = 1000
export const isDate = ({ type }: Reading) => type === 'DATE' || type === 'TIMESTAMP'

type Known = { dateColumn: string | null; columns: readonly StoredColumn[] }

/**
 * Which column says when a row was, and how it is read: the one that the config names, else that of the rows that are
 * stored, else the first that is a date or a time, else the first text that reads as dates throughout. Null where there
 * is none. Throws BAD_CONFIG where dates can be read in two ways.
 */
export async function findDateColumn(
  db: DuckDb,
  columns: readonly StoredColumn[],
  { dateColumn, dateFormat, columns: declared = {} }: SourceConfig,
  known: Known | null,
): Promise<(Reading & { name: string }) | null> {
  if (dateFormat !== undefined) await checkFormat(db, dateFormat)
  const at = (name: string) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
  const given = dateColumn ?? known?.dateColumn ?? undefined
  const named = given === undefined ? undefined : at(given)
  if (given !== undefined && named === undefined) {
    throw new ExecutorError('BAD_CONFIG', `The rows have no column ${given}.`, {
      details: { pointer: '/dateColumn', columns: columns.map(({ name }) => name) },
    })
  }
  if (dateFormat !== undefined) {
    const reading = { type: typeOfFormat(dateFormat), format: dateFormat }
    // What cannot be read by it is rejected, row by row.
    if (named) {
      const { given, fitting } = await countRead(db, named, reading, 'raw')
      return given > 0 && fitting === 0
        ? refuseFormat(await firstOf(db, named), named.name, dateFormat)
        : { name: named.name, ...reading }
    }
    const said = columns.find(({ format }) => format === dateFormat)
    if (said) return { name: said.name, type: said.type, format: dateFormat }
    for (const column of columns)
      if (!isDate(column) && column.type !== 'BOOLEAN' && (await fits(db, column, reading)))
        return { name: column.name, ...reading }
    throw new ExecutorError('BAD_CONFIG', `/dateFormat fits no column throughout. Name the column in dateColumn.`, {
      details: { pointer: '/dateFormat' },
    })
  }
  const candidates = named ? [named] : columns
  const ready = candidates.find(isDate)
  if (ready) return { name: ready.name, type: ready.type }
  for (const column of candidates.filter(
    ({ name, type }) => (type === 'VARCHAR' && !Object.hasOwn(declared, name)) || named !== undefined,
  )) {
    const stored = known?.columns.find(({ name }) => name === column.name)
    const reading =
      stored && isDate(stored) && stored.format !== undefined && (await fits(db, column, stored))
        ? { type: stored.type, format: stored.format }
        : await formatOf(db, column)
    if (reading !== null) return { name: column.name, ...reading }
  }
  if (named === undefined) return null
  const first = await firstOf(db, named)
  // Without a value there is nothing to be wrong: it stays what it was.
  const stored = known?.columns.find(({ name }) => name === named.name)
  if (first === null) return stored && isDate(stored) ? stored : { name: named.name, type: 'DATE' }
  return refuseFormat(first, named.name)
}

function refuseFormat(value: unknown, column: string, format?: string): never {
  const way =
    format === undefined
      ? 'Say in dateFormat how its dates are written'
      : `It is not written as ${format}: mend dateFormat`
  throw new ExecutorError('BAD_CONFIG', `The column ${column} holds no dates, but ${JSON.stringify(value)}. ${way}.`, {
    details: { pointer: '/dateFormat', tried: format === undefined ? [...dateFormats] : [format] },
  })
}

async function firstOf(db: DuckDb, { name }: StoredColumn): Promise<unknown> {
  const column = identifier(name)
  return (
    (
      await db.rows(
        `SELECT CAST(${column} AS VARCHAR) AS value FROM raw WHERE ${column} IS NOT NULL ORDER BY _row LIMIT 1`,
      )
    )[0]?.['value'] ?? null
  )
}

async function checkFormat(db: DuckDb, format: string): Promise<void> {
  if (format in epochUnits) return
  try {
    await db.rows(
      `SELECT strptime(strftime(TIMESTAMP '2001-02-03 04:05:06', ${literal(format)}), ${literal(format)}) AS at`,
    )
  } catch (cause) {
    throw new ExecutorError(
      'BAD_CONFIG',
      `/dateFormat is neither a format of strptime nor one of ${Object.keys(epochUnits).join(', ')}.`,
      { details: { pointer: '/dateFormat' }, cause },
    )
  }
}

/** The one format that all values have; a sample rules most of them out at little cost. */
async function formatOf(db: DuckDb, column: StoredColumn): Promise<Reading | null> {
  const found: Reading[] = []
  for (const format of dateFormats) {
    const reading = { type: typeOfFormat(format), format }
    if (await fits(db, column, reading)) found.push(reading)
  }
  if (found.length <= 1) return found[0] ?? null
  const formats = found.map(({ format }) => format as string)
  throw new ExecutorError(
    'BAD_CONFIG',
    `/dateFormat is missing: ${JSON.stringify(await firstOf(db, column))} in the column ${column.name} may be read as ${formats.join(' or as ')}. Say which, or declare the column VARCHAR in columns.`,
    {
      details: { pointer: '/dateFormat', allowed: formats },
    },
  )
}

/** Whether a text reads so throughout. */
async function fits(db: DuckDb, column: StoredColumn, reading: Reading): Promise<boolean> {
  for (const from of [`(SELECT * FROM raw ORDER BY _row LIMIT ${sampleRows})`, 'raw']) {
    const { given, fitting } = await countRead(db, column, reading, from)
    if (given === 0 || given !== fitting) return false
  }
  return true
}

async function countRead(
  db: DuckDb,
  { name }: StoredColumn,
  reading: Reading,
  from: string,
): Promise<{ given: number; fitting: number }> {
  const text = `CAST(${identifier(name)} AS VARCHAR)`
  const [row] = await db.rows(
    `SELECT count(*) FILTER (WHERE ${text} <> '') AS given, count(${valueOf(text, reading)}) AS fitting FROM ${from}`,
  )
  return { given: Number(row?.['given']), fitting: Number(row?.['fitting']) }
}

/** As text that sorts as the dates do. */
export async function youngest(db: DuckDb, table: string, column: string): Promise<string | null> {
  const [row] = await db.rows(`SELECT CAST(max(${identifier(column)}) AS VARCHAR) AS last FROM ${table}`)
  return typeof row?.['last'] === 'string' ? row['last'] : null
}

/** Dates and times without a zone are taken as UTC. */
export const toInstant = (date: string): string =>
  new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? date : `${date.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString()
