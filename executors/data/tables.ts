import { open } from 'node:fs/promises'
import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import type { ExecutorInput } from '../executor.ts'
import { identifier, literal, pathLiteral, type Column } from './stores/duckdb.ts'
import { parquetStore } from './stores/parquet-store.ts'
import { withDuckDb } from './stores/session.ts'
import { newPartId, writeVersion } from './stores/version.ts'

/** A table of a run's results: kept as a version of its own, as the rows of a dataset are, so that it is read, fetched and swept like one. */
export type KeptTable = { ref: string; rows: number; columns: Column[] }

export type NewTable = {
  columns: readonly Column[]
  rows: Iterable<JsonObject>
  /** Which column says when a row was, and which tells series apart; null: none does. */
  dateColumn: string | null
  symbolColumn?: string | null
}

/** JSON Schema of `tables` in the outputs of a run: by name, where each is and how many rows it has. */
export const tablesSchema: JsonObject = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: { ref: { type: 'string' }, rows: { type: 'integer' }, columns: { type: 'array' } },
    required: ['ref', 'rows', 'columns'],
  },
}

/** Keeps tables of a run whole, each in a Parquet file that never changes. A run is the owner of what it keeps: nobody adds to it. */
export async function keepTables<Name extends string>(
  input: ExecutorInput,
  tables: Readonly<Record<Name, NewTable>>,
): Promise<Record<Name, KeptTable>> {
  const ownDir = path.join(input.dataDir, input.run.instanceId)
  return await withDuckDb(input, [ownDir], async (db, tempDir) => {
    const kept: [string, KeptTable][] = []
    for (const [index, [name, table]] of (Object.entries(tables) as [Name, NewTable][]).entries()) {
      const columns = table.columns.map((column) => ({ ...column }))
      const file = path.join(tempDir, `table-${index}.jsonl`)
      const rows = await writeLines(file, table.rows)
      const shape = columns.map((column) => `${identifier(column.name)}: ${literal(column.type)}`).join(', ')
      await db.run(
        `CREATE TEMP TABLE kept_${index} AS SELECT * FROM read_json(${pathLiteral(file)}, format = 'newline_delimited', maximum_object_size = 16777216, columns = {${shape}})`,
      )
      const part = newPartId(input.run.id)
      if (rows > 0) await parquetStore.write(db, { folder: ownDir, part, table: `kept_${index}`, columns })
      const ref = await writeVersion(input.dataDir, input.run.instanceId, part, {
        store: 'store.parquet',
        columns,
        dateColumn: table.dateColumn,
        key: [],
        parts: rows > 0 ? [{ id: part, rows, knownAt: new Date().toISOString(), columns }] : [],
        lastDate: null,
        symbolColumn: table.symbolColumn ?? null,
      })
      kept.push([name, { ref, rows, columns }])
    }
    return Object.fromEntries(kept) as Record<Name, KeptTable>
  })
}

const linesAtOnce = 10_000

/** A line of JSON for each row; answers how many there were. Never all of them in memory as text. */
async function writeLines(file: string, rows: Iterable<JsonObject>): Promise<number> {
  const handle = await open(file, 'w')
  try {
    let count = 0
    let lines: string[] = []
    for (const row of rows) {
      count += 1
      if (lines.push(`${JSON.stringify(row)}\n`) < linesAtOnce) continue
      await handle.write(lines.join(''))
      lines = []
    }
    await handle.write(lines.join(''))
    return count
  } finally {
    await handle.close()
  }
}

/** The type of a column of dates that are written alike: days, or moments. */
export const dateType = (dates: readonly string[]): 'DATE' | 'TIMESTAMP' =>
  dates.every((date) => date.length === 10) ? 'DATE' : 'TIMESTAMP'
