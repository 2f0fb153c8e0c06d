import { realpathSync } from 'node:fs'
import type { JsonObject, JsonValue } from '../../kit/pure/json.ts'
import { ExecutorError } from '../executor-error.ts'
import { identifier, literal, type DuckDb } from './duckdb.ts'
import { storeOf } from './stores.ts'
import type { Version } from './version.ts'
import { loadVirtual, virtualStore } from './virtual-store.ts'

/** What is asked of a dataset's rows. Everything is optional. */
export type AccessRequest = {
  columns?: string[]
  /** Equal to these values, column by column. */
  where?: Record<string, JsonValue>
  from?: string
  to?: string
  asOf?: string
}

type Accessor = {
  /** Refuses what this way of reading does not offer. */
  check(request: AccessRequest): void
}

const refuse = (pointer: string, message: string) => new ExecutorError('BAD_CONFIG', `${pointer} ${message}.`, { details: { pointer } })

/** The accessors by the codeRef of their definitions (S1-10): ways to read the same rows. */
const accessors: Readonly<Record<string, Accessor>> = {
  /** The rows as they are now. */
  'accessor.simple': {
    check({ asOf, columns }) {
      if (asOf !== undefined) throw refuse('/asOf', 'needs a point-in-time accessor (data/pit)')
      if (columns !== undefined) throw refuse('/columns', 'needs a field accessor (data/field)')
    },
  },
  /** The rows as they were known at a moment: what was learnt later is not there, and restated values have their old ones. */
  'accessor.pit': {
    check({ asOf, columns }) {
      if (asOf === undefined) throw refuse('/asOf', 'is missing: as of which moment?')
      if (Number.isNaN(Date.parse(asOf))) throw refuse('/asOf', 'is no date and time')
      if (columns !== undefined) throw refuse('/columns', 'needs a field accessor (data/field)')
    },
  },
  /** Some columns of the rows as they are now, the date always among them. */
  'accessor.field': {
    check({ asOf, columns }) {
      if (asOf !== undefined) throw refuse('/asOf', 'needs a point-in-time accessor (data/pit)')
      if (columns === undefined || columns.length === 0) throw refuse('/columns', 'is missing: which columns?')
    },
  },
}

export function checkRequest(codeRef: string, request: AccessRequest): void {
  const accessor = Object.hasOwn(accessors, codeRef) ? accessors[codeRef] : undefined
  if (accessor === undefined) throw new ExecutorError('UNKNOWN_CODE_REF', `There is no accessor ${codeRef}.`, { details: { codeRef, allowed: Object.keys(accessors) } })
  accessor.check(request)
}

/** A version with where its rows are. */
export type Stored = { version: Version; folder: string; filesDir: string | null }

/** What a database must be allowed to read for these. */
export const foldersOf = (all: readonly Stored[]): string[] =>
  all.flatMap(({ version, folder, filesDir }) => (version.store === virtualStore && filesDir !== null ? [folder, realpathSync(filesDir)] : [folder]))

/**
 * Makes the table `name` of the rows that are asked for, oldest first. Of several rows with the same key the one that
 * was learnt last counts, among those known at `asOf`.
 */
export async function accessRows(
  db: DuckDb,
  { version, folder, filesDir, request, name, tempDir }: Stored & { request: AccessRequest; name: string; tempDir: string },
): Promise<void> {
  const { columns, dateColumn, key } = version
  const present = new Map(columns.map((column) => [column.name, column.type]))
  const required = (pointer: string, column: string) => {
    if (!present.has(column)) throw new ExecutorError('BAD_CONFIG', `${pointer} names ${column}, which is no column.`, { details: { pointer, allowed: [...present.keys()] } })
  }
  const shown = request.columns ?? [...present.keys()]
  for (const [index, column] of shown.entries()) required(`/columns/${index}`, column)
  const conditions = Object.entries(request.where ?? {}).map(([column, value]) => {
    required(`/where/${column}`, column)
    if (value === null) return `${identifier(column)} IS NULL`
    if (typeof value === 'object') throw refuse(`/where/${column}`, 'must be a text, a number or a truth value')
    return `CAST(${identifier(column)} AS VARCHAR) = CAST(CAST(${literal(String(value))} AS ${present.get(column)}) AS VARCHAR)`
  })
  for (const [field, sign] of [['from', '>='], ['to', '<=']] as const) {
    const bound = request[field]
    if (bound === undefined) continue
    if (dateColumn === null) throw refuse(`/${field}`, 'needs rows with a date')
    if (Number.isNaN(Date.parse(bound))) throw refuse(`/${field}`, 'is no date')
    conditions.push(`${identifier(dateColumn)} ${sign} CAST(${literal(bound)} AS ${present.get(dateColumn)})`)
  }

  const asOf = request.asOf === undefined ? null : new Date(request.asOf).toISOString()
  const parts = version.parts.filter(({ knownAt }) => asOf === null || knownAt <= asOf).map(({ id }) => id)
  const list = (dateColumn === null || shown.includes(dateColumn) ? shown : [dateColumn, ...shown]).map(identifier).join(', ')
  if (parts.length === 0) {
    await db.run(`CREATE TEMP TABLE ${name} AS SELECT ${columns.map((column) => `NULL::${column.type} AS ${identifier(column.name)}`).join(', ')} WHERE false`)
    return
  }
  if (version.store === virtualStore) {
    if (asOf !== null) throw refuse('/asOf', 'needs a store that keeps rows: this one remembers nothing')
    await loadVirtual(db, { version, table: `${name}_parts`, filesDir })
  } else {
    await storeOf(version.store).load(db, { folder, parts, table: `${name}_parts`, columns, tempDir })
  }
  const newest = key.length === 0 ? '' : `QUALIFY row_number() OVER (PARTITION BY ${key.map(identifier).join(', ')} ORDER BY _part DESC) = 1`
  const order = dateColumn === null ? '' : `ORDER BY ${identifier(dateColumn)}`
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`
  // The key decides before the conditions do: a row that was restated must not come back because its old value fits.
  await db.run(`CREATE TEMP TABLE ${name} AS SELECT ${list} FROM (SELECT * FROM ${name}_parts ${newest}) ${where} ${order}`)
}

/** Reads a request that came as JSON; what is not of the right type is refused with its pointer. */
export function readRequest(given: JsonObject): AccessRequest {
  const { columns, where, from, to, asOf } = given
  const isTexts = (value: JsonValue | undefined) => Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (columns != null && !isTexts(columns)) throw refuse('/columns', 'must be a list of names')
  if (where != null && (typeof where !== 'object' || Array.isArray(where))) throw refuse('/where', 'must be an object of columns and values')
  for (const [pointer, value] of [['/from', from], ['/to', to], ['/asOf', asOf]] as const) {
    if (value != null && typeof value !== 'string') throw refuse(pointer, 'must be a date')
  }
  return Object.fromEntries(Object.entries({ columns, where, from, to, asOf }).filter(([, value]) => value != null)) as AccessRequest
}
