import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import type { ExecutorInput, ExecutorResult } from '../executor.ts'
import { comparable, select, type StoredColumn } from './source/columns.ts'
import { toInstant, youngest } from './dates.ts'
import { count, type DuckDb } from './stores/duckdb.ts'
import { noticed } from './notices.ts'
import type { SourceFile } from './source/raw.ts'
import { filesFolder, withDuckDb } from './stores/session.ts'
import { readSource, requireColumns, symbolColumnOf, type Known, type Source } from './source/source.ts'
import type { SourceConfig } from './source/source-config.ts'
import { componentOf, storeOf } from './stores/stores.ts'
import { newPartId, readVersion, rowsOf, writeVersion, type Part, type Version } from './stores/version.ts'

/** What a refresh answers, whatever it reads from (S1-16). */
export const refreshOutputs: JsonObject = {
  type: 'object',
  properties: {
    rows_added: { type: 'integer', minimum: 0 },
    rows_total: { type: 'integer', minimum: 0 },
    last_date: { type: ['string', 'null'], description: 'The youngest date in the stored rows.' },
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, type: { type: 'string' } },
        required: ['name', 'type'],
      },
    },
    ref: { type: 'string', description: 'Names the stored rows as they were after this run.' },
    rows_rejected: { type: 'integer', minimum: 0, description: 'Rows of the source that could not be read.' },
    rejected: { type: 'array', description: 'The first of them: line (or row), column, value, and what is wrong.' },
    schema_changes: {
      type: 'array',
      description: 'Columns that are new, missing, or have become wider than they were.',
    },
    warnings: { type: 'array', items: { type: 'string' } },
    symbols: {
      type: ['array', 'null'],
      description: 'The symbols that the rows speak of; null where they have none, or too many.',
    },
  },
  required: ['rows_added', 'rows_total', 'last_date', 'schema', 'ref'],
}

/**
 * Brings the dataset up to its source; `stage` says where that is. Without a key only rows that the last version does
 * not hold are added (rows are compared whole, and counted: two equal rows are two), so it does not matter where in the
 * source they stand. With one, the last row of each key in the source counts, and is added where it differs from the one
 * that counts now. A row that left the source stays in the store, unless `mode` is "replace".
 */
export async function refreshDataset(
  input: ExecutorInput,
  config: SourceConfig,
  stage: (tempDir: string) => Promise<SourceFile>,
): Promise<ExecutorResult> {
  const ownDir = path.join(input.dataDir, input.run.instanceId)
  return await withDuckDb(input, [ownDir, ...filesFolder(input)], async (db, tempDir) => {
    const storeRef = componentOf(input.components, 'STORE', 'store.parquet')
    const store = storeOf(storeRef)
    // A dataset whose last version was lost with a disk begins anew by it.
    const last =
      input.previous === null || config.mode === 'replace'
        ? null
        : (await readVersion(input.dataDir, input.previous)).version
    // Another store begins anew: its first version holds everything that the source has.
    const base = last !== null && last.store === storeRef ? last : null
    const hasRows = base !== null && base.parts.length > 0
    if (hasRows)
      await store.load(db, { folder: ownDir, parts: base.parts, table: 'stored', columns: base.columns, tempDir })
    const known: Known | null =
      base === null ? null : { columns: base.columns, dateColumn: base.dateColumn, table: hasRows ? 'stored' : null }
    const source = await readSource(db, await stage(tempDir), config, known)
    input.progress(0.5)
    await findFresh(db, source, config, hasRows ? base : null)
    input.progress(0.7)
    return await keepFresh(input, config, { db, ownDir, storeRef, source, base })
  })
}

/** Makes the table `fresh` of the rows of `source` that are not stored, in the order of the source. */
async function findFresh(
  db: DuckDb,
  { columns }: Source,
  { key = [], decimal = '.' }: SourceConfig,
  base: Version | null,
): Promise<void> {
  requireColumns(
    columns.map(({ name }) => name),
    key,
    '/key',
  )
  // Names of ours only: a column may be called anything.
  const compared = columns.map((column, index) => `, ${comparable(column, decimal)} AS c${index}`).join('')
  const all = columns.map((_, index) => `c${index}`)
  const keys = columns.flatMap(({ name }, index) => (key.includes(name) ? [`c${index}`] : []))
  const lastOf = (order: string) =>
    keys.length === 0 ? '' : `QUALIFY row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY ${order}) = 1`
  // Of equal rows each is told by its number, so that the second is fresh where one is stored.
  const numbered = keys.length > 0 || columns.length === 0 ? '1' : `row_number() OVER (PARTITION BY ${all.join(', ')})`
  const given = `SELECT *, ${numbered} AS n FROM (SELECT _row${compared} FROM source) ${lastOf('_row DESC')}`
  const stored = `SELECT *, ${numbered} AS n FROM (SELECT _part${compared} FROM (SELECT ${select(columns, base?.columns ?? [])}, _part FROM stored)) ${lastOf('_part DESC')}`
  const same = [...all, 'n'].map((column) => `g.${column} IS NOT DISTINCT FROM s.${column}`).join(' AND ')
  const wanted = `SELECT _row FROM (${given}) g ${base === null ? '' : `ANTI JOIN (${stored}) s ON ${same}`}`
  await db.run(
    `CREATE TEMP TABLE fresh AS SELECT * FROM source WHERE ${columns.length === 0 ? 'false' : `_row IN (${wanted})`} ORDER BY _row`,
  )
}

type Kept = { db: DuckDb; ownDir: string; storeRef: string; source: Source; base: Version | null }

async function keepFresh(
  { dataDir, run, log }: ExecutorInput,
  config: SourceConfig,
  { db, ownDir, storeRef, source, base }: Kept,
): Promise<ExecutorResult> {
  const { columns, dateColumn } = source
  const knownAt = new Date().toISOString()
  const added = await count(db, 'fresh')
  const id = newPartId(run.id)
  if (added > 0) await storeOf(storeRef).write(db, { folder: ownDir, part: id, table: 'fresh', columns })
  const symbolColumn = columns.length === 0 ? null : await symbolColumnOf(db, config)
  const isReshaped = base !== null && plain(base.columns) !== plain(columns)
  const before = (base?.parts ?? []).map((part): Part => {
    if (part.columns !== undefined) return part
    // Versions from before shapes were kept: their files say what they hold.
    if (base?.symbolColumn === undefined) return { ...part, columns: null }
    return isReshaped ? { ...part, columns: bare(base.columns) } : part
  })
  const version: Version = {
    store: storeRef,
    columns,
    dateColumn,
    key: config.key ?? [],
    parts: [...before, ...(added > 0 ? [{ id, rows: added, knownAt }] : [])],
    lastDate: later(base?.lastDate ?? null, dateColumn === null ? null : await youngest(db, 'fresh', dateColumn)),
    symbolColumn,
  }
  const ref = await writeVersion(dataDir, run.instanceId, id, version)
  log(`${added} rows added, ${rowsOf(version)} in all, up to ${version.lastDate ?? 'no date'}`)
  return {
    outputs: {
      rows_added: added,
      rows_total: rowsOf(version),
      last_date: version.lastDate,
      schema: bare(columns),
      ref,
      ...(await noticed(db, source, { symbolColumn, log })),
    },
    metrics: { parts: version.parts.length, rejected: source.rejectedCount },
    ...(version.lastDate === null ? {} : { dataTime: toInstant(version.lastDate) }),
  }
}

const bare = (columns: readonly StoredColumn[]) => columns.map(({ name, type }) => ({ name, type }))
const plain = (columns: readonly StoredColumn[]): string => JSON.stringify(bare(columns))

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)
