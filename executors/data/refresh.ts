import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json.ts'
import type { ExecutorInput, ExecutorResult } from '../executor.ts'
import { identifier, type DuckDb } from './duckdb.ts'
import { mergeColumns, select } from './columns.ts'
import { withDuckDb } from './session.ts'
import { componentOf, storeOf } from './stores.ts'
import { newPartId, readVersion, rowsOf, writeVersion, type Version } from './version.ts'
import { count, readWanted, requireColumns, toInstant, youngest, type RefreshConfig } from './wanted-rows.ts'

/** What a refresh answers, whatever it reads from (S1-16). */
export const refreshOutputs: JsonObject = {
  type: 'object',
  properties: {
    rows_added: { type: 'integer', minimum: 0 },
    rows_total: { type: 'integer', minimum: 0 },
    last_date: { type: ['string', 'null'], description: 'The youngest date in the stored rows.' },
    schema: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, type: { type: 'string' } }, required: ['name', 'type'] } },
    ref: { type: 'string', description: 'Names the stored rows as they were after this run.' },
  },
  required: ['rows_added', 'rows_total', 'last_date', 'schema', 'ref'],
}

/**
 * Brings the dataset up to its source. `from` is what DuckDB reads it with. Only rows that the last version does not
 * hold are added (rows are compared whole, and counted: two equal rows are two), so it does not matter where in the
 * source they stand. A row that left the source stays in the store, unless `mode` is "replace".
 */
export async function refreshDataset(input: ExecutorInput, config: RefreshConfig, from: string, folders: readonly string[]): Promise<ExecutorResult> {
  const ownDir = path.join(input.dataDir, input.run.instanceId)
  return await withDuckDb(input, [...folders, ownDir], async (db, tempDir) => {
    const dateColumn = await readWanted(db, config, from)
    input.progress(0.4)
    return await addFresh(input, config, { db, tempDir, ownDir, dateColumn })
  })
}

type Source = { db: DuckDb; tempDir: string; ownDir: string; dateColumn: string | null }

/** Compares the table `source` with what is stored, and stores what is new. */
async function addFresh(input: ExecutorInput, config: RefreshConfig, { db, tempDir, ownDir, dateColumn }: Source): Promise<ExecutorResult> {
  const { dataDir, run, log } = input
  const storeRef = componentOf(input.components, 'STORE', 'store.parquet')
  const store = storeOf(storeRef)
  const knownAt = new Date().toISOString()
  // A dataset whose last version was lost with a disk begins anew by it.
  const last = input.previous === null || config.mode === 'replace' ? null : (await readVersion(dataDir, input.previous)).version
  // Another store begins anew: its first version holds everything that the source has.
  const base = last !== null && last.store === storeRef ? last : null
  const present = await db.columns('source')
  const columns = mergeColumns(base?.columns ?? [], present)
  requireColumns(columns, config.key ?? [])
  if (base !== null && base.parts.length > 0) {
    await store.load(db, { folder: ownDir, parts: base.parts.map(({ id }) => id), table: 'stored', columns: base.columns, tempDir })
  } else {
    await db.run('CREATE TEMP TABLE stored AS SELECT * FROM source WHERE false')
  }
  const stored = base !== null && base.parts.length > 0 ? base.columns : present
  const order = dateColumn === null ? '' : `ORDER BY ${identifier(dateColumn)}`
  await db.run(
    `CREATE TEMP TABLE fresh AS SELECT * FROM (SELECT ${select(columns, present)} FROM source
     EXCEPT ALL SELECT ${select(columns, stored)} FROM stored) ${order}`,
  )
  input.progress(0.7)

  const added = await count(db, 'fresh')
  const part = newPartId(run.id)
  if (added > 0) await store.write(db, { folder: ownDir, part, table: 'fresh', columns })
  const version: Version = {
    store: storeRef,
    columns,
    dateColumn,
    key: config.key ?? [],
    parts: [...(base?.parts ?? []), ...(added > 0 ? [{ id: part, rows: added, knownAt }] : [])],
    lastDate: later(base?.lastDate ?? null, dateColumn === null ? null : await youngest(db, 'fresh', dateColumn)),
  }
  const ref = await writeVersion(dataDir, run.instanceId, part, version)
  log(`${added} rows added, ${rowsOf(version)} in all, up to ${version.lastDate ?? 'no date'}`)
  return {
    outputs: { rows_added: added, rows_total: rowsOf(version), last_date: version.lastDate, schema: columns, ref },
    metrics: { parts: version.parts.length },
    ...(version.lastDate === null ? {} : { dataTime: toInstant(version.lastDate) }),
  }
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)
