import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { JsonValue } from '../../kit/pure/json.ts'
import type { DatasetStore } from './dataset-store.ts'
import { identifier, literal, type Column } from './duckdb.ts'

const batchRows = 10_000

/**
 * One SQLite file for a dataset; a part is the rows that carry its name, added in one transaction. DuckDB's own SQLite
 * extension is not in its npm package and would have to be downloaded, so rows pass through node:sqlite here.
 */
export const sqliteStore: DatasetStore = {
  async write(db, { folder, part, table, columns }) {
    await mkdir(folder, { recursive: true })
    const file = open(folder)
    try {
      file.exec('CREATE TABLE IF NOT EXISTS rows (_part TEXT NOT NULL); CREATE INDEX IF NOT EXISTS rows_of_part ON rows (_part)')
      const known = new Set(file.prepare('SELECT name FROM pragma_table_info(?)').all('rows').map(({ name }) => String(name)))
      file.exec('BEGIN IMMEDIATE')
      for (const { name, type } of columns) {
        if (!known.has(name)) file.exec(`ALTER TABLE rows ADD COLUMN ${identifier(name)} ${affinity(type)}`)
      }
      const names = columns.map(({ name }) => identifier(name)).join(', ')
      const insert = file.prepare(`INSERT INTO rows (_part, ${names}) VALUES (?${', ?'.repeat(columns.length)})`)
      for (let offset = 0; ; offset += batchRows) {
        const rows = await db.rows(`SELECT * FROM ${table} LIMIT ${batchRows} OFFSET ${offset}`)
        for (const row of rows) insert.run(part, ...columns.map(({ name }) => toSqlite(row[name])))
        if (rows.length < batchRows) break
      }
      file.exec('COMMIT')
    } finally {
      // Closing without a commit takes the rows back.
      file.close()
    }
  },

  async load(db, { folder, parts, table, columns, tempDir }) {
    const json = path.join(tempDir, `${table}.jsonl`)
    const file = open(folder)
    try {
      await pipeline(Readable.from(lines(file, parts, columns)), createWriteStream(json))
    } finally {
      file.close()
    }
    const typed = [...columns, { name: '_part', type: 'INTEGER' }].map(({ name, type }) => `${identifier(name)}: ${literal(type)}`)
    await db.run(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT * FROM read_json(${literal(json)}, format = 'newline_delimited', columns = {${typed.join(', ')}})`)
    await rm(json)
  },
}

function open(folder: string): DatabaseSync {
  // Runs of one dataset may meet here when a worker is slow to notice that it has lost its lease.
  return new DatabaseSync(path.join(folder, 'data.sqlite'), { timeout: 10_000 })
}

function* lines(file: DatabaseSync, parts: readonly string[], columns: readonly Column[]): Generator<string> {
  const names = columns.map(({ name }) => identifier(name)).join(', ')
  const select = file.prepare(`SELECT ${names} FROM rows WHERE _part = ? ORDER BY rowid`)
  select.setReadBigInts(true)
  // Lists and records are kept as JSON text.
  const nested = columns.filter(({ type }) => /\]$|^(?:STRUCT|MAP|UNION)\(/.test(type)).map(({ name }) => name)
  for (const [index, part] of parts.entries()) {
    for (const row of select.iterate(part)) {
      const values: Record<string, JsonValue> = {}
      for (const name of nested) if (typeof row[name] === 'string') values[name] = JSON.parse(row[name]) as JsonValue
      yield `${JSON.stringify({ ...row, ...values, _part: index }, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}\n`
    }
  }
}

function affinity(type: string): string {
  if (/INT/.test(type)) return 'INTEGER'
  return type === 'DOUBLE' || type === 'FLOAT' || type.startsWith('DECIMAL') ? 'REAL' : 'TEXT'
}

function toSqlite(value: JsonValue | undefined): SQLInputValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}
