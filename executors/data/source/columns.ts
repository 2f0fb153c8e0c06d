import { identifier, type Column } from '../stores/duckdb.ts'
import { valueOf, type Reading } from './readings.ts'

/** A column of a dataset, with what must be known to bring further rows to it. */
export type StoredColumn = Column & {
  /** How its dates are written in the source. */
  format?: string
  /** As what it was read before it became text. */
  was?: Reading[]
  /** No value of it has been seen, so nothing is known of its type. */
  isEmpty?: true
}

export type SchemaChange = { column: string; change: 'ADDED' | 'MISSING' | 'WIDENED'; from?: string; to?: string }

const isDecimal = (type: string) => type.startsWith('DECIMAL')
const isNumeric = (type: string) => type === 'BIGINT' || type === 'DOUBLE' || isDecimal(type) || /INT|FLOAT/.test(type)

/** Of two types the one that holds the values of both. `isExact`: all whole numbers of the column fit into doubles. */
function wider(before: string, now: string, isExact: boolean): string {
  if (before === now) return before
  if (isNumeric(before) && isNumeric(now)) {
    if (before === 'DOUBLE' || now === 'DOUBLE' || /FLOAT/.test(before))
      return isDecimal(before) || isDecimal(now) || !isExact ? 'VARCHAR' : 'DOUBLE'
    return isDecimal(before) || isDecimal(now) ? widerDecimal(before, now) : 'BIGINT'
  }
  if (before === 'JSON' || now === 'JSON') return 'JSON'
  return [before, now].every((type) => type === 'DATE' || type === 'TIMESTAMP') ? 'TIMESTAMP' : 'VARCHAR'
}

function widerDecimal(before: string, now: string): string {
  const [a, b] = [before, now].map((type) => {
    const [, precision = 19, scale = 0] = /\((\d+),\s*(\d+)\)/.exec(type) ?? []
    return { whole: Number(precision) - Number(scale), scale: Number(scale) }
  }) as [{ whole: number; scale: number }, { whole: number; scale: number }]
  const [whole, scale] = [Math.max(a.whole, b.whole), Math.max(a.scale, b.scale)]
  return whole + scale > 38 ? 'VARCHAR' : `DECIMAL(${whole + scale},${scale})`
}

/** Whether merging would ask a double to hold whole numbers: then it must be known whether it can. */
export const asksForDoubles = (before: StoredColumn | undefined, now: StoredColumn): boolean =>
  before !== undefined &&
  before.type !== now.type &&
  [before.type, now.type].includes('DOUBLE') &&
  [before.type, now.type].some((type) => /INT/.test(type))

/** The columns of rows of two shapes together, and what changed by it: what only one has stays, null in the other's rows. */
export function mergeColumns(
  before: readonly StoredColumn[],
  now: readonly StoredColumn[],
  inexact: ReadonlySet<string>,
): { columns: StoredColumn[]; changes: SchemaChange[] } {
  const changes: SchemaChange[] = []
  const fresh = new Map(now.map((column) => [column.name.toLowerCase(), column]))
  const columns = before.map((column): StoredColumn => {
    const other = fresh.get(column.name.toLowerCase())
    fresh.delete(column.name.toLowerCase())
    if (other === undefined) changes.push({ column: column.name, change: 'MISSING' })
    if (other === undefined || other.isEmpty) return column
    if (column.isEmpty) return { ...other, name: column.name }
    const type = wider(column.type, other.type, !inexact.has(column.name))
    if (type !== column.type) changes.push({ column: column.name, change: 'WIDENED', from: column.type, to: type })
    const { was = [], format = other.format } = column
    const isNew = type === 'VARCHAR' && column.type !== 'VARCHAR'
    const readings = isNew
      ? [...was, { type: column.type, ...(column.format === undefined ? {} : { format: column.format }) }]
      : was
    return {
      name: column.name,
      type,
      ...(format === undefined || type === 'VARCHAR' ? {} : { format }),
      ...(readings.length === 0 ? {} : { was: readings }),
    }
  })
  const added = [...fresh.values()]
  if (before.length > 0)
    changes.push(...added.map(({ name, type }): SchemaChange => ({ column: name, change: 'ADDED', to: type })))
  return { columns: [...columns, ...added], changes }
}

/** SQL of a value of one type in a wider one. */
export function castTo(value: string, from: string, to: string): string {
  if (to === 'JSON') return from === 'JSON' ? `CAST(${value} AS JSON)` : `to_json(${value})`
  return `CAST(${value} AS ${to})`
}

/** The select list that gives `wanted` from a table of another shape: null for what it does not have. */
export function select(wanted: readonly Column[], present: readonly Column[]): string {
  const types = new Map(present.map(({ name, type }) => [name, type]))
  return wanted
    .map(({ name, type }) => {
      const from = types.get(name)
      return `${from === undefined ? `CAST(NULL AS ${type})` : castTo(identifier(name), from, type)} AS ${identifier(name)}`
    })
    .join(', ')
}

/**
 * SQL of what a column's values are compared by. A number that was stored as one and stands as text in the file now, since
 * the column became text, is still the same number.
 */
export function comparable({ name, type, was = [] }: StoredColumn, decimal: string): string {
  const value = identifier(name)
  if (type !== 'VARCHAR' || was.length === 0) return type === 'JSON' ? `CAST(${value} AS VARCHAR)` : value
  return `coalesce(${[...was.map((reading) => `CAST(${valueOf(value, reading, decimal)} AS VARCHAR)`), value].join(', ')})`
}
