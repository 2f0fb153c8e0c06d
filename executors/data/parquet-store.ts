import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { DatasetStore } from './dataset-store.ts'
import { identifier, literal } from './duckdb.ts'

const fileOf = (folder: string, part: string) => path.join(folder, 'parts', `${part}.parquet`)

/** A Parquet file for each part. */
export const parquetStore: DatasetStore = {
  async write(db, { folder, part, table }) {
    const file = fileOf(folder, part)
    await mkdir(path.dirname(file), { recursive: true })
    await db.run(`COPY ${table} TO ${literal(`${file}.new`)} (FORMAT parquet, COMPRESSION zstd)`)
    await rename(`${file}.new`, file)
  },

  async load(db, { folder, parts, table, columns }) {
    const wanted = columns.map(({ name, type }) => `CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`).join(', ')
    const each = parts.map((part, index) => `SELECT *, ${index} AS _part FROM read_parquet(${literal(fileOf(folder, part))})`)
    // A column that only some parts have is null in the others.
    const none = `SELECT ${columns.map(({ name, type }) => `NULL::${type} AS ${identifier(name)}`).join(', ')}, 0 AS _part WHERE false`
    await db.run(`CREATE OR REPLACE TEMP VIEW ${table} AS SELECT ${wanted}, _part FROM (${[none, ...each].join(' UNION ALL BY NAME ')})`)
  },

  async parts(folder) {
    const names = await readdir(path.join(folder, 'parts')).catch(() => [])
    // One whose run died while it was written has another ending.
    return [...new Set(names.map((name) => name.replace(/\.parquet(\.new)?$/, '')))]
  },

  async remove(folder, parts) {
    for (const part of parts) {
      const file = fileOf(folder, part)
      for (const each of [file, `${file}.new`]) await rm(each, { force: true })
    }
  },
}
