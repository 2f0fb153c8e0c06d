import type { JsonObject } from '../../../kit/pure/json/json.ts'
import type { ExecutorInput, ExecutorResult } from '../../executor.ts'
import { toInstant, youngest } from '../dates.ts'
import { count, type Column, type DuckDb } from './duckdb.ts'
import { noticed } from '../notices.ts'
import { filesFolder, withDuckDb } from './session.ts'
import { readSource, requireColumns, symbolColumnOf } from '../source/source.ts'
import type { SourceConfig } from '../source/source-config.ts'
import { stageSource } from '../source/stage-source.ts'
import { newPartId, readVersion, rowsOf, writeVersion, type Version } from './version.ts'

/**
 * A store that keeps no rows (S1-09): whoever asks for them reads the file as it is then. For files that are large and
 * kept elsewhere anyway. It remembers nothing, so `ref` of an old run shows the present, and nobody can ask as of before.
 */
export const virtualStore = 'store.virtual'

/** Looks at the file and notes how to read it; rows_added is by how many it has grown. */
export async function refreshVirtual(input: ExecutorInput, config: SourceConfig): Promise<ExecutorResult> {
  const { dataDir, run, previous } = input
  const before = previous === null ? null : (await readVersion(dataDir, previous)).version
  return await withDuckDb(input, filesFolder(input), async (db, tempDir) => {
    const source = await readSource(
      db,
      await stageSource(input.filesDir, config, { tempDir, limits: db.sources }),
      config,
      null,
    )
    const columns = source.columns.map(({ name, type }) => ({ name, type }))
    requireColumns(
      columns.map(({ name }) => name),
      config.key ?? [],
      '/key',
    )
    const [id, rows] = [newPartId(run.id), await count(db, 'source')]
    const lastDate = source.dateColumn === null ? null : await youngest(db, 'source', source.dateColumn)
    const symbolColumn = await symbolColumnOf(db, config)
    const version: Version = {
      store: virtualStore,
      columns,
      dateColumn: source.dateColumn,
      key: config.key ?? [],
      lastDate,
      symbolColumn,
      parts: [{ id, rows, knownAt: new Date().toISOString() }],
      source: config as JsonObject,
    }
    const added = Math.max(0, rows - (before?.store === virtualStore ? rowsOf(before) : 0))
    const ref = await writeVersion(dataDir, run.instanceId, id, version)
    return {
      outputs: {
        rows_added: added,
        rows_total: rows,
        last_date: lastDate,
        schema: columns,
        ref,
        ...(await noticed(db, source, { symbolColumn, log: input.log })),
      },
      ...(lastDate === null ? {} : { dataTime: toInstant(lastDate) }),
    }
  })
}

/** Makes the table of a version's rows as its file has them now, in the order of the file. */
export async function loadVirtual(
  db: DuckDb,
  { version, table, filesDir, tempDir }: { version: Version; table: string; filesDir: string | null; tempDir: string },
): Promise<{ columns: Column[]; dateColumn: string | null }> {
  const config = version.source as SourceConfig
  const { columns, dateColumn } = await readSource(
    db,
    await stageSource(filesDir, config, { tempDir, limits: db.sources }),
    config,
    null,
  )
  // One file, read at once: its rows follow each other as those of parts do.
  await db.run(`CREATE TEMP TABLE ${table} AS SELECT * EXCLUDE (_row), _row AS _part FROM source`)
  await db.run('DROP TABLE source')
  return { columns, dateColumn }
}
