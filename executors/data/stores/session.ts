import { existsSync, realpathSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ExecutorInput } from '../../executor.ts'
import { openDuckDb, type DuckDb } from './duckdb.ts'

/**
 * Works with a database and a temporary folder that are both gone afterwards. A cancellation
 * ends the statement that runs.
 */
export async function withDuckDb<Result>(
  {
    dataDir,
    run,
    memoryMb,
    sources,
    signal,
  }: Pick<ExecutorInput, 'dataDir' | 'run' | 'memoryMb' | 'sources' | 'signal'>,
  folders: readonly string[],
  work: (db: DuckDb, tempDir: string) => Promise<Result>,
): Promise<Result> {
  const ownDir = path.join(dataDir, run.instanceId)
  await clearLeftovers(ownDir)
  const tempDir = await mkdtemp(path.join(ownDir, 'tmp-'))
  const db = await openDuckDb({ folders, tempDir, memoryMb, sources })
  const interrupt = () => db.interrupt()
  signal.addEventListener('abort', interrupt, { once: true })
  try {
    signal.throwIfAborted()
    return await work(db, tempDir)
  } finally {
    signal.removeEventListener('abort', interrupt)
    db.close()
    await rm(tempDir, { recursive: true, force: true })
  }
}

/** The folder of files, for a database that is to read one of them. */
export const filesFolder = ({ filesDir }: Pick<ExecutorInput, 'filesDir'>): string[] =>
  filesDir !== null && existsSync(filesDir) ? [realpathSync(filesDir)] : []

/** Longer than any run may take (MARQUEE_RUN_TIMEOUT_SECONDS_MAX is a week at most). */
const leftoverMs = 8 * 24 * 3_600_000

/** What runs left behind whose process was killed. */
async function clearLeftovers(ownDir: string): Promise<void> {
  for (const name of await readdir(ownDir)) {
    if (!name.startsWith('tmp-')) continue
    const place = path.join(ownDir, name)
    const found = await stat(place).catch(() => null)
    if (found && Date.now() - found.mtimeMs > leftoverMs) await rm(place, { recursive: true, force: true })
  }
}
