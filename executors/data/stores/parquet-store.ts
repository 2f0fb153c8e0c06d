import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { select } from '../source/columns.ts'
import type { DatasetStore } from './dataset-store.ts'
import { identifier, literal, pathLiteral } from './duckdb.ts'

const fileOf = (folder: string, part: string) => path.join(folder, 'parts', `${part}.parquet`)

/** A Parquet file for each part. */
export const parquetStore: DatasetStore = {
  async write(db, { folder, part, table, columns }) {
    const file = fileOf(folder, part)
    await mkdir(path.dirname(file), { recursive: true })
    await db.run(
      `COPY (SELECT ${columns.map(({ name }) => identifier(name)).join(', ')} FROM ${table}) TO ${literal(`${file}.new`)} (FORMAT parquet, COMPRESSION zstd)`,
    )
    await rename(`${file}.new`, file)
  },

  async load(db, { folder, parts, table, columns }) {
    const file = (id: string) => `read_parquet(${pathLiteral(fileOf(folder, id))})`
    const numbered = parts.map((part, index) => ({ part, index }))
    // Each part from its own types straight to those that are wanted: by way of a common one, true would become 1.
    const shaped = numbered.flatMap(({ part, index }) =>
      part.columns ? [`SELECT ${select(columns, part.columns)}, ${index} AS _part FROM ${file(part.id)}`] : [],
    )
    // A column that only some parts have is null in the others.
    const none = `SELECT ${columns.map(({ name, type }) => `NULL::${type} AS ${identifier(name)}, `).join('')}0 AS _part WHERE false`
    const others = [
      none,
      ...numbered.flatMap(({ part, index }) =>
        part.columns ? [] : [`SELECT *, ${index} AS _part FROM ${file(part.id)}`],
      ),
    ]
    const wanted = columns
      .map(({ name, type }) => `CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}, `)
      .join('')
    await db.run(
      `CREATE OR REPLACE TEMP VIEW ${table} AS ${[`SELECT ${wanted}_part FROM (${others.join(' UNION ALL BY NAME ')})`, ...shaped].join(' UNION ALL ')}`,
    )
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
