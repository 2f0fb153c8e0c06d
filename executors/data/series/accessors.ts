import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { pointerToken, type JsonObject, type JsonValue, ownMember } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import { bounded, equals, refuse } from './conditions.ts'
import { identifier, type Column, type DuckDb } from '../stores/duckdb.ts'
import { filesFolder } from '../stores/session.ts'
import { storeOf } from '../stores/stores.ts'
import type { Version } from '../stores/version.ts'
import { loadVirtual, virtualStore } from '../stores/virtual-store.ts'

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
  const accessor = ownMember(accessors, codeRef)
  if (accessor === undefined)
    throw new ExecutorError('UNKNOWN_CODE_REF', `There is no accessor ${codeRef}.`, {
      details: { codeRef, allowed: Object.keys(accessors) },
    })
  accessor.check(request)
}

/** A version with where its rows are. */
export type Stored = { version: Version; folder: string; filesDir: string | null }

/** What a database must be allowed to read for these. */
export const foldersOf = (all: readonly Stored[]): string[] =>
  all.flatMap(({ version, folder, filesDir }) =>
    version.store === virtualStore ? [folder, ...filesFolder({ filesDir })] : [folder],
  )

/**
 * Makes the table `name` of the rows that are asked for, oldest first. Of several rows with the same key the one that
 * was learnt last counts, among those known at `asOf`.
 */
export async function accessRows(
  db: DuckDb,
  asked: Stored & { request: AccessRequest; name: string; tempDir: string },
): Promise<void> {
  const { request, name } = asked
  const { columns, dateColumn } = await loadRows(db, asked)
  const present = new Map(columns.map((column) => [column.name, column]))
  const required = (pointer: string, column: string): Column => {
    const found = present.get(column)
    if (found) return found
    throw new ExecutorError('BAD_CONFIG', `${pointer} names ${column}, which is no column.`, {
      details: { pointer, allowed: [...present.keys()] },
    })
  }
  const shown = request.columns ?? [...present.keys()]
  for (const [index, column] of shown.entries()) required(`/columns/${index}`, column)
  const conditions = Object.entries(request.where ?? {}).map(([column, value]) =>
    equals(required(`/where${pointerToken(column)}`, column), value),
  )
  for (const field of ['from', 'to'] as const) {
    const bound = request[field]
    if (bound === undefined) continue
    if (dateColumn === null) throw refuse(`/${field}`, 'needs rows with a date')
    conditions.push(bounded(field, bound, dateColumn))
  }
  const { key } = asked.version
  const list = (dateColumn === null || shown.includes(dateColumn) ? shown : [dateColumn, ...shown]).map(identifier)
  const newest =
    key.length === 0
      ? ''
      : `QUALIFY row_number() OVER (PARTITION BY ${key.map(identifier).join(', ')} ORDER BY _part DESC) = 1`
  // By everything else too: whoever reads page by page must find rows of the same date in the same order.
  const others = shown.filter((column) => column !== dateColumn).map(identifier)
  const order = dateColumn === null ? '' : `ORDER BY ${[identifier(dateColumn), ...others].join(', ')}`
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`
  // The key decides before the conditions do: a row that was restated must not come back because its old value fits.
  await db.run(
    `CREATE TEMP TABLE ${name} AS SELECT ${list.length === 0 ? 'NULL AS nothing' : list.join(', ')} FROM (SELECT * FROM ${name}_parts ${newest}) ${where} ${order}`,
  )
}

/** Makes the table `name`_parts of the rows that were known at `asOf`; a later `_part` counts more. */
async function loadRows(
  db: DuckDb,
  {
    version,
    folder,
    filesDir,
    request,
    name,
    tempDir,
  }: Stored & { request: AccessRequest; name: string; tempDir: string },
): Promise<{ columns: readonly Column[]; dateColumn: string | null }> {
  const asOf = request.asOf === undefined ? null : new Date(request.asOf).toISOString()
  const table = `${name}_parts`
  if (version.store === virtualStore) {
    if (asOf !== null) throw refuse('/asOf', 'needs a store that keeps rows: this one remembers nothing')
    return await loadVirtual(db, { version, table, filesDir, tempDir: await mkdtemp(path.join(tempDir, 'file-')) })
  }
  const { columns } = version
  const parts = version.parts.filter(({ knownAt }) => asOf === null || knownAt <= asOf)
  if (parts.length > 0) await storeOf(version.store).load(db, { folder, parts, table, columns, tempDir })
  else
    await db.run(
      `CREATE TEMP TABLE ${table} AS SELECT ${columns.map((column) => `NULL::${column.type} AS ${identifier(column.name)}, `).join('')}0 AS _part WHERE false`,
    )
  return version
}

/** Reads a request that came as JSON; what is not of the right type is refused with its pointer. */
export function readRequest(given: JsonObject): AccessRequest {
  const { columns, where, from, to, asOf } = given
  const isTexts = (value: JsonValue | undefined) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (columns != null && !isTexts(columns)) throw refuse('/columns', 'must be a list of names')
  if (where != null && (typeof where !== 'object' || Array.isArray(where)))
    throw refuse('/where', 'must be an object of columns and values')
  for (const [pointer, value] of [
    ['/from', from],
    ['/to', to],
    ['/asOf', asOf],
  ] as const) {
    if (value != null && typeof value !== 'string') throw refuse(pointer, 'must be a date')
  }
  return Object.fromEntries(
    Object.entries({ columns, where, from, to, asOf }).filter(([, value]) => value != null),
  ) as AccessRequest
}
