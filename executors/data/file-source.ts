import path from 'node:path'
import { ExecutorError } from '../executor-error.ts'
import { literal } from './duckdb.ts'
import { sourceFile } from './source-files.ts'

/** A file of rows as a config names it. */
export type FileConfig = { path?: unknown; format?: unknown; delimiter?: string }

const readers: Readonly<Record<string, (file: string, config: FileConfig) => string>> = {
  csv: (file, { delimiter }) => `read_csv(${file}${delimiter === undefined ? '' : `, delim = ${literal(delimiter)}`})`,
  json: (file) => `read_json(${file}, maximum_object_size = 16777216)`,
  parquet: (file) => `read_parquet(${file})`,
}

/** What DuckDB reads such a file with, and the folder that it must be allowed for it. */
export async function fileSource(filesDir: string | null, config: FileConfig): Promise<{ from: string; folder: string }> {
  if (typeof config.path !== 'string') throw new ExecutorError('BAD_CONFIG', '/path is missing: which file is it?', { details: { pointer: '/path' } })
  const file = await sourceFile(filesDir, config.path)
  const format = typeof config.format === 'string' ? config.format : path.extname(file).slice(1).toLowerCase()
  const reader = Object.hasOwn(readers, format) ? readers[format] : undefined
  if (reader === undefined) {
    throw new ExecutorError('BAD_CONFIG', `/format must be one of ${Object.keys(readers).join(', ')}.`, { details: { pointer: '/format', allowed: Object.keys(readers) } })
  }
  return { from: reader(literal(file), config), folder: path.dirname(file) }
}
