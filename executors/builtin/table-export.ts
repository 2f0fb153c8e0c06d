import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { accessRows, foldersOf } from '../data/series/accessors.ts'
import { pathLiteral } from '../data/stores/duckdb.ts'
import { withDuckDb } from '../data/stores/session.ts'
import { newPartId, readVersion } from '../data/stores/version.ts'
import { checked } from '../checked.ts'
import type { Executor } from '../executor.ts'

const formats = {
  parquet: { ending: 'parquet', options: 'FORMAT parquet, COMPRESSION zstd' },
  csv: { ending: 'csv', options: 'FORMAT csv, HEADER true' },
  ndjson: { ending: 'ndjson', options: 'FORMAT json, ARRAY false' },
  json: { ending: 'json', options: 'FORMAT json, ARRAY true' },
} as const
type Format = keyof typeof formats

const parametersOf = checked<{ format: Format }>({
  type: 'object',
  properties: { format: { enum: Object.keys(formats) } },
  required: ['format'],
  additionalProperties: false,
})

/** A file that nobody has asked for in so long is made again for whoever asks next. */
const exportsKeptMs = 24 * 3_600_000

/**
 * Writes the rows that `previous` refers to as one file of a format, for whoever fetches them. A version never changes,
 * so a file that is there is the right one.
 */
export const executor: Executor = {
  codeRef: 'table.export',
  outputsSchema: {
    type: 'object',
    properties: { file: { type: 'string' }, bytes: { type: 'integer' } },
    required: ['file', 'bytes'],
  },
  async run(input) {
    const { ending, options } = formats[parametersOf(input.parameters).format]
    const { previous, dataDir, run } = input
    const stored = { ...(await readVersion(dataDir, previous ?? {})), filesDir: input.filesDir }
    const id = path.basename(String(previous?.['ref']), '.json')
    const file = path.posix.join(run.instanceId, 'exports', `${id}.${ending}`)
    const place = path.join(dataDir, file)
    await mkdir(path.dirname(place), { recursive: true })
    await clearOld(path.dirname(place), path.basename(place))
    const found = await stat(place).catch(() => null)
    if (found === null) {
      const unfinished = path.join(path.dirname(place), `${newPartId('new')}.tmp`)
      await withDuckDb(input, [...foldersOf([stored]), path.dirname(place)], async (db, tempDir) => {
        await accessRows(db, { ...stored, request: {}, name: 'asked', tempDir })
        await db.run(`COPY (SELECT * FROM asked) TO ${pathLiteral(unfinished)} (${options})`)
      })
      await rename(unfinished, place)
    }
    return { outputs: { file, bytes: (await stat(place)).size } }
  },
}

async function clearOld(folder: string, wanted: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === wanted) continue
    const place = path.join(folder, name)
    const found = await stat(place).catch(() => null)
    if (found && Date.now() - found.mtimeMs > exportsKeptMs) await rm(place, { force: true })
  }
}
