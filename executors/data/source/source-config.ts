import type { JsonObject } from '../../../kit/pure/json/json.ts'

/** How a source is read, and which of its rows a dataset wants: the config of the seeded pipelines (schema/builtin-configs.ts). */
export type SourceConfig = {
  path?: string
  format?: 'csv' | 'json' | 'parquet'
  encoding?: string
  delimiter?: string
  quote?: string
  header?: boolean
  decimal?: '.' | ','
  nullValues?: string[]
  columns?: Record<string, string>
  dateColumn?: string
  dateFormat?: string
  rejectedMax?: number
  onSchemaChange?: 'widen' | 'refuse'
  allowEmpty?: boolean
  mode?: 'append' | 'replace'
  key?: string[]
  symbols?: string[]
  symbolColumn?: string
  start_date?: string
  lookback_days?: number
} & { [other: string]: JsonObject[string] | undefined }
