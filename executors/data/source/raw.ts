import { open } from 'node:fs/promises'
import type { Rejected } from './csv-scan.ts'
import type { Candidates } from './infer.ts'

export type Format = 'csv' | 'json' | 'parquet'
/** A file as stageFile gives it; what is made of it on the way goes to `tempDir`. */
export type SourceFile = { file: string; format: Format; tempDir: string }

/**
 * The table `raw`: `_row`, the number of a row in its source, from 1, and its columns as text (CSV, JSON) or as the
 * file types them (Parquet). `lineOf` says where a row begins.
 */
export type Raw = {
  columns: Map<string, Candidates>
  /** Types that the file itself states. */
  stated: Map<string, string>
  rejected: Rejected[]
  rejectedCount: number
  lineOf(rows: readonly number[]): Promise<Map<number, number>>
}

/** Of the rejected rows as many are shown. */
export const rejectedShown = 20
/** A file with more has its data in its header. */
export const columnsMax = 2000
export const noLines = async (): Promise<Map<number, number>> => new Map()

/** The beginning of a text file. */
export async function headOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 ** 20), 0, 2 ** 20, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
