import path from 'node:path'
import { literal } from '../data/duckdb.ts'
import { refreshDataset, refreshOutputs, type RefreshConfig } from '../data/refresh.ts'
import { sourceFile } from '../data/source-files.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor } from '../executor.ts'

type Config = RefreshConfig & { path?: unknown; format?: unknown; delimiter?: string }

const readers: Readonly<Record<string, (file: string, config: Config) => string>> = {
  csv: (file, { delimiter }) => `read_csv(${file}${delimiter === undefined ? '' : `, delim = ${literal(delimiter)}`})`,
  json: (file) => `read_json(${file}, maximum_object_size = 16777216)`,
  parquet: (file) => `read_parquet(${file})`,
}

/** Brings the rows of a file into the dataset's store: what is new in it since the last successful run. */
export const executor: Executor = {
  codeRef: 'dataset.refresh',
  outputsSchema: refreshOutputs,
  async run(input) {
    const config = input.config as Config
    if (typeof config.path !== 'string') throw new ExecutorError('BAD_CONFIG', '/path is missing: which file is it?', { details: { pointer: '/path' } })
    const file = await sourceFile(input.filesDir, config.path)
    const format = typeof config.format === 'string' ? config.format : path.extname(file).slice(1).toLowerCase()
    const reader = Object.hasOwn(readers, format) ? readers[format] : undefined
    if (reader === undefined) {
      throw new ExecutorError('BAD_CONFIG', `/format must be one of ${Object.keys(readers).join(', ')}.`, { details: { pointer: '/format', allowed: Object.keys(readers) } })
    }
    return await refreshDataset(input, config, reader(literal(file), config), [path.dirname(file)])
  },
}
