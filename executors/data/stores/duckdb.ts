import { DuckDBInstance, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api'
import type { JsonObject, JsonValue } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { SourceLimits } from '../source/source-limits.ts'
import { toJson } from '../source/cell-values.ts'

export type Column = { name: string; type: string }

/** A database in memory that reads and writes below the given folders, and nowhere else. */
export type DuckDb = {
  /** How large a source may be that is read into it. */
  readonly sources: SourceLimits
  run(sql: string): Promise<void>
  /** Rows as JSON: dates as ISO text, whole numbers as numbers where they fit, what is not finite as null. */
  rows(sql: string): Promise<JsonObject[]>
  /** Columns of numbers, one list for each, without a row object for every value; no nulls among them. */
  numbers(sql: string): Promise<number[][]>
  columns(table: string): Promise<Column[]>
  /** Ends the statement that runs, with an error. */
  interrupt(): void
  close(): void
}

/**
 * Opens it with bounded memory. Nothing is ever downloaded (extensions are off) and, once open, no statement can widen
 * what it may touch: statements hold names that users chose.
 */
export async function openDuckDb({
  folders,
  tempDir,
  memoryMb,
  sources,
}: {
  folders: readonly string[]
  tempDir: string
  memoryMb: number
  sources: SourceLimits
}): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', {
    // Half: what it allocates beside its buffers counts too, and beyond its limit it goes on in the temporary folder.
    memory_limit: `${Math.floor(memoryMb / 2)}MB`,
    threads: '2',
    temp_directory: tempDir,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const allowed = [...folders, tempDir].map((folder) => literal(folder.endsWith('/') ? folder : `${folder}/`))
  for (const sql of [
    // Given at the start it is told, but not held to.
    `SET max_temp_directory_size = '${Math.ceil(sources.tempBytesMax / 2 ** 20)}MiB'`,
    `SET allowed_directories = [${allowed.join(', ')}]`,
    'SET enable_external_access = false',
    "SET TimeZone = 'UTC'",
    'SET lock_configuration = true',
  ]) {
    await connection.run(sql)
  }
  return {
    sources,
    run: async (sql) => void (await inBounds(connection.run(sql), sources)),
    rows: (sql) => inBounds(readRows(connection, sql), sources),
    numbers: async (sql) => (await (await inBounds(connection.runAndReadAll(sql), sources)).getColumns()) as number[][],
    columns: async (table) =>
      (await readRows(connection, `DESCRIBE ${table}`)).map((row) => ({
        name: String(row['column_name']),
        type: String(row['column_type']),
      })),
    interrupt: () => connection.interrupt(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Rejects with OUT_OF_DISK where a statement asks for more room in the temporary folder than there may be. */
async function inBounds<Result>(statement: Promise<Result>, { tempBytesMax }: SourceLimits): Promise<Result> {
  try {
    return await statement
  } catch (cause) {
    if (!(cause instanceof Error) || !cause.message.includes('max_temp_directory_size')) throw cause
    throw new ExecutorError(
      'OUT_OF_DISK',
      `The run would keep more than ${tempBytesMax} bytes on the disk while it works. Give it more memory, or fewer rows.`,
      { cause },
    )
  }
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<JsonObject[]> {
  const reader = await connection.runAndReadAll(sql)
  const types = reader.columnTypes()
  const names = reader.deduplicatedColumnNames()
  return reader
    .getRowsJson()
    .map((row) =>
      Object.fromEntries(
        names.map((name, index) => [name, toJson(row[index] as JsonValue, types[index] as DuckDBType)]),
      ),
    )
}

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
/** A path as a literal that means this very file: DuckDB takes paths for patterns, so that g[1].csv would be g1.csv. */
export const pathLiteral = (file: string): string =>
  literal(/[*?[]/.test(file) ? file.replaceAll('\\', '\\\\').replaceAll(/[*?[]/g, '[$&]') : file)
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const count = async (db: DuckDb, table: string): Promise<number> =>
  Number((await db.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.['n'])
