import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isJsonObject, type JsonObject } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { StoredColumn } from '../source/columns.ts'
import type { Column } from './duckdb.ts'
import { isBelow } from '../source/source-files.ts'

/** Rows that one run added. A part never changes once a version names it. */
export type Part = {
  id: string
  rows: number
  knownAt: string
  /** The columns that it was written with, where those of the version have changed since; null: its file says. */
  columns?: Column[] | null
}

/**
 * What a dataset holds after one run: the parts of all runs so far, oldest first. A version is a small file of its
 * own; later runs write new ones. So what a run's outputs refer to stays as it was, however often the dataset is
 * refreshed, and a run that dies leaves nothing that any version names.
 */
export type Version = {
  store: string
  columns: StoredColumn[]
  dateColumn: string | null
  /** What identifies a row: of several with the same key the youngest counts. Empty: every row stands for itself. */
  key: string[]
  parts: Part[]
  lastDate: string | null
  /** Tells one series from another; undefined in versions from before this was kept. */
  symbolColumn?: string | null
  /** How the rows are read where the store keeps none. */
  source?: JsonObject
}

/** What is added to the file name of a version that is being deleted. */
export const goneEnding = '.gone'

/** The column that tells its series apart. */
export const symbolColumnOfVersion = ({
  symbolColumn,
  columns,
}: Pick<Version, 'symbolColumn' | 'columns'>): string | null =>
  symbolColumn === undefined ? (columns.find(({ name }) => name === 'symbol')?.name ?? null) : symbolColumn

export const rowsOf = (version: Pick<Version, 'parts'>): number =>
  version.parts.reduce((sum, { rows }) => sum + rows, 0)

/** A name that no other run, and no other attempt of this one, ever has. */
export const newPartId = (runId: string): string =>
  `${runId.replaceAll(/[^A-Za-z0-9-]/g, '')}-${randomBytes(4).toString('hex')}`

/** Writes a version and answers the reference to it, which goes into the run's outputs. */
export async function writeVersion(dataDir: string, instanceId: string, id: string, version: Version): Promise<string> {
  const reference = path.posix.join(instanceId, 'versions', `${id}.json`)
  const file = path.join(dataDir, reference)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(version))
  await rename(`${file}.new`, file)
  return reference
}

/** The version that a run's outputs refer to, with the folder that its parts are in. */
export async function readVersion(dataDir: string, outputs: JsonObject): Promise<{ version: Version; folder: string }> {
  const { ref } = outputs
  const refused = new ExecutorError('BAD_CONFIG', 'The outputs refer to no stored rows.', {
    details: { pointer: '/ref' },
  })
  if (typeof ref !== 'string' || !/^[A-Za-z0-9-]+\/versions\/[A-Za-z0-9-]+\.json$/.test(ref)) throw refused
  const root = await realpath(dataDir).catch(() => dataDir)
  const file = await realpath(path.join(root, ref)).catch(() => null)
  if (file === null) throw await missing(root, ref)
  if (!isBelow(root, file)) throw refused
  const version: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isJsonObject(version) || !Array.isArray(version['parts'])) throw refused
  return { version: version as unknown as Version, folder: path.dirname(path.dirname(file)) }
}

/** Younger versions beside it tell that it was deleted in good order; where there are none, its place is another machine's, or lost. */
async function missing(root: string, ref: string): Promise<ExecutorError> {
  const beside = await readdir(path.dirname(path.join(root, ref))).catch(() => [])
  if (beside.length === 0)
    return new ExecutorError('SOURCE_FAILED', `The rows at ${ref} are not on this machine any more.`)
  return new ExecutorError(
    'ROWS_DELETED',
    `The rows at ${ref} were deleted: of each dataset only the newest versions are kept.`,
    { details: { ref } },
  )
}
