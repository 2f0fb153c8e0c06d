import type { ExecutorInput, ExecutorResult } from '../executor.ts'
import type { JsonObject } from '../../kit/pure/json.ts'
import type { DuckDb } from './duckdb.ts'
import { fileSource, type FileConfig } from './file-source.ts'
import { withDuckDb } from './session.ts'
import { newPartId, readVersion, rowsOf, writeVersion, type Version } from './version.ts'
import { count, readWanted, requireColumns, toInstant, youngest, type RefreshConfig } from './wanted-rows.ts'

/**
 * A store that keeps no rows (S1-09): whoever asks for them reads the file as it is then. For files that are large and
 * kept elsewhere anyway. It remembers nothing, so `ref` of an old run shows the present, and nobody can ask as of before.
 */
export const virtualStore = 'store.virtual'

/** Looks at the file and notes how to read it; rows_added is by how many it has grown. */
export async function refreshVirtual(input: ExecutorInput, config: RefreshConfig & FileConfig, { from, folder }: { from: string; folder: string }): Promise<ExecutorResult> {
  const { dataDir, run, previous } = input
  const before = previous === null ? null : (await readVersion(dataDir, previous)).version
  return await withDuckDb(input, [folder], async (db) => {
    const dateColumn = await readWanted(db, config, from)
    const columns = await db.columns('source')
    requireColumns(columns, config.key ?? [])
    const [id, rows] = [newPartId(run.id), await count(db, 'source')]
    const lastDate = dateColumn === null ? null : await youngest(db, 'source', dateColumn)
    const version: Version = {
      store: virtualStore, columns, dateColumn, key: config.key ?? [], lastDate,
      parts: [{ id, rows, knownAt: new Date().toISOString() }], source: config as JsonObject,
    } // prettier-ignore
    const added = Math.max(0, rows - (before?.store === virtualStore ? rowsOf(before) : 0))
    const ref = await writeVersion(dataDir, run.instanceId, id, version)
    return {
      outputs: { rows_added: added, rows_total: rows, last_date: lastDate, schema: columns, ref },
      ...(lastDate === null ? {} : { dataTime: toInstant(lastDate) }),
    }
  })
}

/** Makes the table of a version's rows as its file has them now. */
export async function loadVirtual(db: DuckDb, { version, table, filesDir }: { version: Version; table: string; filesDir: string | null }): Promise<void> {
  const config = version.source as RefreshConfig & FileConfig
  await readWanted(db, config, (await fileSource(filesDir, config)).from)
  await db.run(`CREATE TEMP TABLE ${table} AS SELECT *, 0 AS _part FROM source`)
  await db.run('DROP TABLE source')
}
