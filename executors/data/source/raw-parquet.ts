import { ExecutorError } from '../../executor-error.ts'
import { identifier, pathLiteral, type DuckDb } from '../stores/duckdb.ts'
import { refuseDoubled } from './infer.ts'
import { columnsMax, noLines, type Raw, type SourceFile } from './raw.ts'
import { tooManyBytes, tooManyRows } from './source-limits.ts'

/** A Parquet file says its types; they become those that a dataset has. */
export async function readParquet(db: DuckDb, { file }: SourceFile): Promise<Raw> {
  await refuseTooLarge(db, file)
  const from = `read_parquet(${pathLiteral(file)})`
  const present = await db.columns(`(SELECT * FROM ${from})`)
  if (present.length > columnsMax)
    throw new ExecutorError('SOURCE_FAILED', `The file has ${present.length} columns, more than ${columnsMax}.`)
  refuseDoubled(
    present.map(({ name }) => name),
    'the file',
  )
  const wide = present.filter(({ type }) => /^(?:U?BIGINT|U?HUGEINT|TIMESTAMP_NS)$/.test(type) && type !== 'BIGINT')
  const fits = new Map<string, boolean>()
  if (wide.length > 0) {
    const tests = wide.map(({ name, type }, index) => {
      const column = identifier(name)
      return `bool_and(${type === 'TIMESTAMP_NS' ? `CAST(CAST(${column} AS TIMESTAMP) AS TIMESTAMP_NS) = ${column}` : `TRY_CAST(${column} AS BIGINT) IS NOT NULL OR ${column} IS NULL`}) AS f${index}`
    })
    const [row = {}] = await db.rows(`SELECT ${tests.join(', ')} FROM ${from}`)
    for (const [index, { name }] of wide.entries()) fits.set(name, row[`f${index}`] !== false)
  }
  const stated = new Map(present.map(({ name, type }) => [name, storedType(type, fits.get(name) ?? true)]))
  const columns = present.map(({ name }) => {
    const type = stated.get(name) as string
    return `${type === 'JSON' ? `to_json(${identifier(name)})` : `CAST(${identifier(name)} AS ${type})`} AS ${identifier(name)}`
  })
  await db.run(`CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS _row, ${columns.join(', ')} FROM ${from}`)
  return {
    columns: new Map(present.map(({ name }) => [name, 'STATED'])),
    stated,
    rejected: [],
    rejectedCount: 0,
    lineOf: noLines,
  }
}

/** By what the file says of itself, before any of it is unpacked: a page of it may be a thousand times what it packs to. */
async function refuseTooLarge(db: DuckDb, file: string): Promise<void> {
  const [rows] = await db.rows(`SELECT num_rows AS n FROM parquet_file_metadata(${pathLiteral(file)})`)
  if (Number(rows?.['n']) > db.sources.rowsMax) throw tooManyRows(db.sources)
  const [bytes] = await db.rows(
    `SELECT CAST(sum(total_uncompressed_size) AS DOUBLE) AS n FROM parquet_metadata(${pathLiteral(file)})`,
  )
  if (Number(bytes?.['n']) > db.sources.bytesMax) throw tooManyBytes(db.sources)
}

/** The type that a column is kept in. Parquet itself would keep a HUGEINT as a double, so it is a decimal. */
function storedType(type: string, isExact: boolean): string {
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return isExact ? 'BIGINT' : 'DECIMAL(38,0)'
  if (type === 'FLOAT' || type === 'DOUBLE') return 'DOUBLE'
  if (type === 'TIMESTAMP_NS') return isExact ? 'TIMESTAMP' : 'VARCHAR'
  if (type.startsWith('TIMESTAMP')) return 'TIMESTAMP'
  if (type === 'JSON' || /\]$|^(?:STRUCT|MAP|UNION)\(/.test(type)) return 'JSON'
  return /^(?:BOOLEAN|DATE|TIME|DECIMAL\(.*\))$/.test(type) ? type : 'VARCHAR'
}
