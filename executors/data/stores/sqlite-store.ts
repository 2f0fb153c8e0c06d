import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { JsonValue } from '../../../kit/pure/json/json.ts'
import type { DatasetStore } from './dataset-store.ts'
import { identifier, literal, pathLiteral, type Column } from './duckdb.ts'
import type { Part } from './version.ts'

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
      file.exec('BEGIN IMMEDIATE')
      file.exec(
        'CREATE TABLE IF NOT EXISTS rows (_part TEXT NOT NULL); CREATE INDEX IF NOT EXISTS rows_of_part ON rows (_part)',
      )
      const known = new Set(withoutAffinity(file).map((name) => name.toLowerCase()))
      for (const { name } of columns) {
        if (!known.has(name.toLowerCase())) file.exec(`ALTER TABLE rows ADD COLUMN ${identifier(name)}`)
      }
      const names = columns.map(({ name }) => identifier(name)).join(', ')
      const insert = file.prepare(`INSERT INTO rows (_part, ${names}) VALUES (?${', ?'.repeat(columns.length)})`)
      for (let offset = 0; ; offset += batchRows) {
        const rows = await db.rows(
          `SELECT ${columns.map(({ name, type }) => `${exact(identifier(name), type)} AS ${identifier(name)}`).join(', ')} FROM ${table} LIMIT ${batchRows} OFFSET ${offset}`,
        )
        for (const row of rows) insert.run(part, ...columns.map(({ name, type }) => toSqlite(row[name], type)))
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
    const typed = [...columns, { name: '_part', type: 'INTEGER' }].map(
      ({ name, type }) => `${identifier(name)}: ${literal(type)}`,
    )
    await db.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT * FROM read_json(${pathLiteral(json)}, format = 'newline_delimited', columns = {${typed.join(', ')}})`,
    )
    await rm(json)
  },

  async parts(folder) {
    if (!existsSync(fileOf(folder))) return []
    const file = open(folder)
    try {
      return file
        .prepare(partsSql)
        .all()
        .map(({ part }) => String(part))
    } finally {
      file.close()
    }
  },

  async remove(folder, parts) {
    if (parts.length === 0 || !existsSync(fileOf(folder))) return
    const file = open(folder)
    try {
      const remove = file.prepare(
        `DELETE FROM rows WHERE rowid IN (SELECT rowid FROM rows WHERE _part = ? LIMIT ${removedAtOnce})`,
      )
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

function* lines(file: DatabaseSync, parts: readonly Part[], columns: readonly Column[]): Generator<string> {
  const known = new Set(columnsOf(file).map(({ name }) => name.toLowerCase()))
  const names = columns
    .map(({ name }) => (known.has(name.toLowerCase()) ? identifier(name) : `NULL AS ${identifier(name)}`))
    .join(', ')
  const select = file.prepare(`SELECT ${names} FROM rows WHERE _part = ? ORDER BY rowid`)
  select.setReadBigInts(true)
  for (const [index, { id, columns: own }] of parts.entries()) {
    const before = new Map((own ?? columns).map(({ name, type }) => [name.toLowerCase(), type]))
    // JSON is kept as its text; what was no JSON when it was written is a value of its own.
    const json = columns.flatMap(({ name, type }) =>
      /\]$|^(?:JSON$|(?:STRUCT|MAP|UNION)\()/.test(type)
        ? [{ name, wasJson: before.get(name.toLowerCase()) === type }]
        : [],
    )
    for (const row of select.iterate(id)) {
      const raw = json.flatMap(({ name, wasJson }) => {
        const value = row[name]
        delete row[name]
        return value === null
          ? []
          : [
              `${JSON.stringify(name)}:${wasJson && typeof value === 'string' ? value : JSON.stringify(typeof value === 'bigint' ? Number(value) : value)}`,
            ]
      })
      const plain = JSON.stringify({ ...row, _part: index }, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      yield `${raw.length === 0 ? plain : `${plain.slice(0, -1)},${raw.join(',')}}`}\n`
    }
  }
}

const columnsOf = (file: DatabaseSync): { name: string; type: string }[] =>
  file
    .prepare('SELECT name, type FROM pragma_table_info(?)')
    .all('rows')
    .map(({ name, type }) => ({ name: String(name), type: String(type) }))

/**
 * The names of the columns, none of which has a type: SQLite would turn the text 007 into 7 in a column of numbers, and
 * a column may become text. Files from before this was so are written anew.
 */
function withoutAffinity(file: DatabaseSync): string[] {
  const columns = columnsOf(file)
  const names = columns.map(({ name }) => name)
  if (columns.every(({ name, type }) => name === '_part' || type === '')) return names
  const own = names.filter((name) => name !== '_part').map(identifier)
  file.exec(`CREATE TABLE untyped (_part TEXT NOT NULL, ${own.join(', ')});
    INSERT INTO untyped (_part, ${own.join(', ')}) SELECT _part, ${own.join(', ')} FROM rows ORDER BY rowid;
    DROP TABLE rows; ALTER TABLE untyped RENAME TO rows; CREATE INDEX rows_of_part ON rows (_part)`)
  return names
}

/** What has more digits than a number of ours goes as text. */
const exact = (column: string, type: string): string =>
  /^(?:DECIMAL|JSON|DATE|TIME)/.test(type) ? `CAST(${column} AS VARCHAR)` : column

function toSqlite(value: JsonValue | undefined, type: string): SQLInputValue {
  if (value === undefined || value === null) return null
  if (type === 'BIGINT') return BigInt(value as string | number)
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}
