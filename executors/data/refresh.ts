import path from 'node:path'
import type { JsonObject } from '../../kit/pure/json.ts'
import { ExecutorError } from '../executor-error.ts'
import type { ExecutorInput, ExecutorResult } from '../executor.ts'
import { findDateColumn } from './dates.ts'
import { identifier, literal, type Column, type DuckDb } from './duckdb.ts'
import { mergeColumns, select } from './columns.ts'
import { withDuckDb } from './session.ts'
import { componentOf, storeOf } from './stores.ts'
import { newPartId, readVersion, rowsOf, writeVersion, type Version } from './version.ts'

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

/** The part of a dataset's config that says which rows it wants and how they are told apart. */
export type RefreshConfig = {
  mode?: 'append' | 'replace'
  key?: string[]
  dateColumn?: string
  dateFormat?: string
  symbols?: string[]
  symbolColumn?: string
  start_date?: string
  lookback_days?: number
}

/**
 * Brings the dataset up to its source. `from` is what DuckDB reads it with. Only rows that the last version does not
 * hold are added (rows are compared whole, and counted: two equal rows are two), so it does not matter where in the
 * source they stand. A row that left the source stays in the store, unless `mode` is "replace".
 */
export async function refreshDataset(input: ExecutorInput, config: RefreshConfig, from: string, folders: readonly string[]): Promise<ExecutorResult> {
  const ownDir = path.join(input.dataDir, input.run.instanceId)
  return await withDuckDb(input, [...folders, ownDir], async (db, tempDir) => {
    await read(db, from)
    const dateColumn = await findDateColumn(db, 'source', config)
    await keepWanted(db, config, dateColumn)
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
  const last = input.previous === null ? null : (await readVersion(dataDir, input.previous)).version
  // Another store begins anew: its first version holds everything that the source has.
  const base = last !== null && last.store === storeRef && config.mode !== 'replace' ? last : null
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
    lastDate: later(base?.lastDate ?? null, dateColumn === null ? null : await youngest(db, dateColumn)),
  }
  const ref = await writeVersion(dataDir, run.instanceId, part, version)
  log(`${added} rows added, ${rowsOf(version)} in all, up to ${version.lastDate ?? 'no date'}`)
  return {
    outputs: { rows_added: added, rows_total: rowsOf(version), last_date: version.lastDate, schema: columns, ref },
    metrics: { parts: version.parts.length },
    ...(version.lastDate === null ? {} : { dataTime: toInstant(version.lastDate) }),
  }
}

async function read(db: DuckDb, from: string): Promise<void> {
  try {
    await db.run(`CREATE TEMP TABLE source AS SELECT * FROM ${from}`)
  } catch (cause) {
    // The first line says what is wrong, the others which of DuckDB's settings would make it blind to it.
    const [said = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new ExecutorError('SOURCE_FAILED', `The source cannot be read as rows: ${said}`, { cause })
  }
  const columns = await db.columns('source')
  const taken = columns.find(({ name }) => name.toLowerCase() === '_part')
  if (taken) throw new ExecutorError('SOURCE_FAILED', `A column cannot be called ${taken.name}.`)
}

/** `symbols`, `start_date` and `lookback_days` of the config; days are counted back from the source's youngest date. */
async function keepWanted(db: DuckDb, config: RefreshConfig, dateColumn: string | null): Promise<void> {
  const conditions: string[] = []
  if (config.symbols?.length) {
    const column = config.symbolColumn ?? 'symbol'
    requireColumns(await db.columns('source'), [column])
    conditions.push(`CAST(${identifier(column)} AS VARCHAR) NOT IN (${config.symbols.map(literal).join(', ')}) OR ${identifier(column)} IS NULL`)
  }
  if ((config.start_date !== undefined || config.lookback_days !== undefined) && dateColumn === null) {
    throw new ExecutorError('BAD_CONFIG', 'The rows have no date: give dateColumn, or no start_date and lookback_days.')
  }
  const date = identifier(dateColumn ?? '')
  if (config.start_date !== undefined) conditions.push(`${date} < CAST(${literal(config.start_date)} AS TIMESTAMP)`)
  if (config.lookback_days !== undefined) {
    conditions.push(`${date} < (SELECT max(${date}) FROM source) - INTERVAL ${Math.floor(config.lookback_days)} DAY`)
  }
  if (conditions.length > 0) await db.run(`DELETE FROM source WHERE ${conditions.map((condition) => `(${condition})`).join(' OR ')}`)
}

function requireColumns(columns: readonly Column[], wanted: readonly string[]): void {
  const missing = wanted.filter((name) => !columns.some((column) => column.name === name))
  if (missing.length === 0) return
  throw new ExecutorError('BAD_CONFIG', `The rows have no column ${missing.join(', ')}.`, { details: { missing, columns: columns.map(({ name }) => name) } })
}

const count = async (db: DuckDb, table: string): Promise<number> => Number((await db.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.['n'])

/** As text that sorts as the dates do. */
async function youngest(db: DuckDb, column: string): Promise<string | null> {
  const [row] = await db.rows(`SELECT CAST(max(${identifier(column)}) AS VARCHAR) AS last FROM fresh`)
  return typeof row?.['last'] === 'string' ? row['last'] : null
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

/** Dates and times without a zone are taken as UTC. */
const toInstant = (date: string): string => new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? date : `${date.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString()
