import { ExecutorError } from '../executor-error.ts'
import { identifier, literal, type DuckDb } from './duckdb.ts'

/** How dates are written that DuckDB does not see by itself ('Jan 1 2000' is such a one). */
const formats = ['%b %d %Y', '%d %b %Y', '%B %d, %Y', '%Y/%m/%d', '%Y%m%d', '%m/%d/%Y', '%d.%m.%Y', '%Y-%m-%dT%H:%M:%SZ']
const sampleRows = 1000

/**
 * Which column of the table says when a row was, now of a type that sorts: the given one, else the first that is a
 * date or a time, else the first text that reads as dates throughout. Null where there is none.
 */
export async function findDateColumn(db: DuckDb, table: string, given: { dateColumn?: string; dateFormat?: string }): Promise<string | null> {
  const columns = await db.columns(table)
  if (given.dateColumn !== undefined && !columns.some(({ name }) => name === given.dateColumn)) {
    throw new ExecutorError('BAD_CONFIG', `The rows have no column ${given.dateColumn}.`, {
      details: { pointer: '/dateColumn', columns: columns.map(({ name }) => name) },
    })
  }
  const candidates = given.dateColumn === undefined ? columns : columns.filter(({ name }) => name === given.dateColumn)
  const ready = candidates.find(({ type }) => /^(?:DATE|TIMESTAMP)/.test(type))
  if (ready) return ready.name
  for (const { name } of candidates.filter(({ type }) => type === 'VARCHAR' || given.dateColumn !== undefined)) {
    const format = await formatOf(db, table, name, given.dateFormat === undefined ? formats : [given.dateFormat])
    if (format === null) continue
    const time = `strptime(CAST(${identifier(name)} AS VARCHAR), ${literal(format)})`
    const type = /%[HIMSp]/.test(format) ? 'TIMESTAMP' : 'DATE'
    await db.run(`ALTER TABLE ${table} ALTER COLUMN ${identifier(name)} SET DATA TYPE ${type} USING CAST(${time} AS ${type})`)
    return name
  }
  if (given.dateColumn === undefined) return null
  throw new ExecutorError('BAD_CONFIG', `The column ${given.dateColumn} holds no dates: say how they are written in dateFormat.`, {
    details: { pointer: '/dateFormat', tried: given.dateFormat === undefined ? formats : [given.dateFormat] },
  })
}

/** The first format that all values have; a sample rules most of them out at little cost. */
async function formatOf(db: DuckDb, table: string, column: string, tried: readonly string[]): Promise<string | null> {
  const name = identifier(column)
  const fits = async (from: string, format: string) => {
    const parsed = `try_strptime(CAST(${name} AS VARCHAR), ${literal(format)})`
    const [row] = await db.rows(`SELECT count(${name}) AS given, count(${parsed}) AS parsed FROM ${from}`)
    return Number(row?.['given']) > 0 && row?.['given'] === row?.['parsed']
  }
  for (const format of tried) {
    if ((await fits(`(SELECT ${name} FROM ${table} LIMIT ${sampleRows})`, format)) && (await fits(table, format))) return format
  }
  return null
}
