import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { ExecutorError } from '../../executor-error.ts'
import { CsvFault, firstRecord, scanCsv, type Dialect } from './csv-scan.ts'
import { literal, pathLiteral, type DuckDb } from '../stores/duckdb.ts'
import { refuseDoubled } from './infer.ts'
import { columnsMax, headOf, rejectedShown, type Raw, type SourceFile } from './raw.ts'
import type { SourceConfig } from './source-config.ts'

/** Every field as text; what cannot be one row is rejected with its line. */
export async function readCsv(db: DuckDb, { file, tempDir }: SourceFile, config: SourceConfig): Promise<Raw> {
  const { header = true, nullValues = [], columns: declared = {} } = config
  const head = await headOf(file)
  if (head === '')
    throw new ExecutorError('SOURCE_FAILED', 'The file is empty.', { retryable: true, details: { reason: 'EMPTY' } })
  const quote = config.quote === '' ? null : (config.quote ?? '"')
  const dialect: Dialect = { delimiter: config.delimiter ?? delimiterOf(head, quote), quote }
  const first = firstRecord(head, dialect)
  const names = header ? first : Object.keys(declared)
  if (!header && names.length !== first.length) {
    throw new ExecutorError(
      'BAD_CONFIG',
      `/columns must name all ${first.length} columns, in their order, of a file without a header.`,
      { details: { pointer: '/columns' } },
    )
  }
  refuseDoubled(names, 'the header')
  if (names.length > columnsMax)
    throw new ExecutorError('SOURCE_FAILED', `The file has ${names.length} columns, more than ${columnsMax}.`)
  const options = {
    ...dialect,
    columns: names,
    shownMax: rejectedShown,
    limits: db.sources,
    hasHeader: header,
  }
  const scan = await scanCsv(file, options).catch((cause: unknown) => {
    throw cause instanceof CsvFault
      ? new ExecutorError('SOURCE_FAILED', `${cause.message} If the file has no quotes, say quote: "".`, {
          details: { pointer: '/quote' },
          cause,
        })
      : cause
  })
  const clean = scan.isRegular ? file : await cleaned(file, tempDir, options)
  const text = (value: string) => literal(value)
  await db.run(`CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS _row, * FROM read_csv(${pathLiteral(clean)}, auto_detect = false, header = ${header},
    delim = ${text(dialect.delimiter)}, quote = ${text(quote ?? '')}, escape = ${text(quote ?? '')}, comment = '', new_line = ${text(scan.isRegular ? scan.newLine.replace('\r', '\\r').replace('\n', '\\n') : '\\n')},
    nullstr = [${['', ...nullValues].map(text).join(', ')}], allow_quoted_nulls = false, max_line_size = ${Math.max(2 ** 20, scan.longest + 2)}, buffer_size = ${Math.max(2 ** 23, scan.longest * 2)},
    columns = {${names.map((name) => `${text(name)}: 'VARCHAR'`).join(', ')}})`)
  const [counted] = await db.rows('SELECT count(*) AS n FROM raw')
  const expected = scan.records - (header ? 1 : 0)
  if (Number(counted?.['n']) !== expected)
    throw new ExecutorError(
      'SOURCE_FAILED',
      `The file has ${expected} rows, of which DuckDB reads ${String(counted?.['n'])}.`,
    )
  const lineOf = async (rows: readonly number[]) => {
    const [wanted, lines] = [new Set(rows), new Map<number, number>()]
    const skipped = header ? 0 : 1
    if (wanted.size > 0)
      await scanCsv(file, {
        ...options,
        onRecord: (index, line) => void (wanted.has(index + skipped) && lines.set(index + skipped, line)),
      })
    return lines
  }
  return {
    columns: new Map(names.map((name) => [name, 'ANY'])),
    stated: new Map(),
    rejected: scan.rejected,
    rejectedCount: scan.rejectedCount,
    lineOf,
  }
}

async function cleaned(file: string, tempDir: string, options: Parameters<typeof scanCsv>[1]): Promise<string> {
  const clean = path.join(tempDir, 'clean.csv')
  const copyTo = createWriteStream(clean)
  // `finished` below rejects with it, however early it comes.
  copyTo.on('error', () => {})
  const written = finished(copyTo)
  written.catch(() => {})
  await scanCsv(file, { ...options, copyTo })
  copyTo.end()
  await written
  return clean
}

/** The one that stands in the header; where several do, nobody but the user knows. */
function delimiterOf(head: string, quote: string | null): string {
  const found = [',', ';', '\t', '|'].filter((delimiter) => firstRecord(head, { delimiter, quote }).length > 1)
  if (found.length <= 1) return found[0] ?? ','
  throw new ExecutorError(
    'BAD_CONFIG',
    `/delimiter is missing: the header has ${found.map((each) => JSON.stringify(each)).join(' and ')}. Say which one separates the fields.`,
    {
      details: { pointer: '/delimiter', allowed: found },
    },
  )
}
