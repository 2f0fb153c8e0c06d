import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { isJsonObject, type JsonObject, type JsonValue } from '../../kit/pure/json.ts'

export type Column = { name: string; type: string }

/** A database in memory that reads and writes below the given folders, and nowhere else. */
export type DuckDb = {
  run(sql: string): Promise<void>
  /** Rows as JSON: dates as ISO text, whole numbers as numbers where they fit, what is not finite as null. */
  rows(sql: string): Promise<JsonObject[]>
  columns(table: string): Promise<Column[]>
  /** Ends the statement that runs, with an error. */
  interrupt(): void
  close(): void
}

/**
 * Opens it with bounded memory. Nothing is ever downloaded (extensions are off) and, once open, no statement can widen
 * what it may touch: statements hold names that users chose.
 */
export async function openDuckDb({ folders, tempDir, memoryMb }: { folders: readonly string[]; tempDir: string; memoryMb: number }): Promise<DuckDb> {
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
  for (const sql of [`SET allowed_directories = [${allowed.join(', ')}]`, 'SET enable_external_access = false', "SET TimeZone = 'UTC'", 'SET lock_configuration = true']) {
    await connection.run(sql)
  }
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql) => readRows(connection, sql),
    columns: async (table) =>
      (await readRows(connection, `DESCRIBE ${table}`)).map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) })),
    interrupt: () => connection.interrupt(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<JsonObject[]> {
  const reader = await connection.runAndReadAll(sql)
  const types = new Map(reader.columnNames().map((name, index) => [name, String(reader.columnType(index))]))
  return reader.getRowObjectsJson().map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value as JsonValue, types.get(name) ?? '')])),
  )
}

const wholeNumber = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/

/** DuckDB writes what JavaScript's numbers may not hold as text. */
function plain(value: JsonValue, type: string): JsonValue {
  if (typeof value === 'string') {
    if (type === 'DOUBLE' || type === 'FLOAT') return null
    if (type.startsWith('DECIMAL')) return Number(value)
    if (wholeNumber.test(type)) return Number.isSafeInteger(Number(value)) ? Number(value) : value
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, type.endsWith('[]') ? type.slice(0, -2) : ''))
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, '')])) : value
}

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
