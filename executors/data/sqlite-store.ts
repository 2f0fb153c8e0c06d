import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { JsonValue } from '../../kit/pure/json.ts'
import type { DatasetStore } from './dataset-store.ts'
import { identifier, literal, type Column } from './duckdb.ts'

const batchRows = 10_000
/** Whoever writes at the same time waits for one such transaction. */
const removedAtOnce = 5000
const fileOf = (folder: string) => path.join(folder, 'data.sqlite')

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

  async parts(folder) {
    if (!existsSync(fileOf(folder))) return []
    const file = open(folder)
    try {
      return file.prepare(partsSql).all().map(({ part }) => String(part))
    } finally {
      file.close()
    }
  },

  async remove(folder, parts) {
    if (parts.length === 0 || !existsSync(fileOf(folder))) return
    const file = open(folder)
    try {
      const remove = file.prepare(`DELETE FROM rows WHERE rowid IN (SELECT rowid FROM rows WHERE _part = ? LIMIT ${removedAtOnce})`)
      for (const part of parts) while (Number(remove.run(part).changes) > 0);
    } finally {
      file.close()
    }
  },
}

/** From one part to the next by the index, however many rows each has. */
const partsSql = `
WITH RECURSIVE each (part) AS (
  SELECT min(_part) FROM rows
  UNION ALL SELECT (SELECT min(_part) FROM rows WHERE _part > each.part) FROM each WHERE each.part IS NOT NULL
) SELECT part FROM each WHERE part IS NOT NULL`

function open(folder: string): DatabaseSync {
  // Runs of one dataset may meet here when a worker is slow to notice that it has lost its lease.
  return new DatabaseSync(fileOf(folder), { timeout: 10_000 })
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
