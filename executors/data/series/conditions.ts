import { pointerToken, type JsonValue } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import { isDate } from '../dates.ts'
import { identifier, literal, type Column } from '../stores/duckdb.ts'

export const refuse = (pointer: string, message: string) =>
  new ExecutorError('BAD_CONFIG', `${pointer} ${message}.`, { details: { pointer } })

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const moment = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?$/i
/** Of the right shape, and a day that there is. */
const isMoment = (text: string): boolean => moment.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
/** Without a zone it is UTC. */
const momentOf = (text: string): string => `CAST(CAST(${literal(text)} AS TIMESTAMPTZ) AS TIMESTAMP)`

/** SQL of "the column has this value"; what is none of its values is refused here, not by the database. */
export function equals({ name, type }: Column, value: JsonValue): string {
  const pointer = `/where${pointerToken(name)}`
  const column = identifier(name)
  if (value === null) return `${column} IS NULL`
  if (typeof value === 'object' || type === 'JSON')
    throw refuse(
      pointer,
      type === 'JSON'
        ? 'names a column of JSON, which cannot be compared'
        : 'must be a text, a number or a truth value',
    )
  const text = String(value)
  const wrong = () => refuse(pointer, `must be a value of the column's type, ${type}: ${JSON.stringify(value)} is none`)
  if (/INT|DOUBLE|FLOAT|DECIMAL/.test(type)) {
    if (!number.test(text) || !Number.isFinite(Number(text))) throw wrong()
    return /^[+-]?\d{1,18}$/.test(text) && !/DOUBLE|FLOAT/.test(type)
      ? `${column} = ${BigInt(text)}`
      : `CAST(${column} AS DOUBLE) = CAST(${literal(text)} AS DOUBLE)`
  }
  if (type === 'BOOLEAN') {
    if (!/^(?:true|false)$/i.test(text)) throw wrong()
    return `${column} = ${text}`
  }
  if (isDate({ type })) {
    if (!isMoment(text)) throw wrong()
    return `CAST(${column} AS TIMESTAMP) = ${momentOf(text)}`
  }
  return `CAST(${column} AS VARCHAR) = ${literal(text)}`
}

/** SQL of a bound of time. A day means all of it: `to` includes what happened at its end, whatever the type of the column. */
export function bounded(field: 'from' | 'to', bound: string, dateColumn: string): string {
  if (!isMoment(bound)) throw refuse(`/${field}`, 'must be a date (2026-01-31) or a time (2026-01-31T15:30:00Z)')
  const column = `CAST(${identifier(dateColumn)} AS TIMESTAMP)`
  if (field === 'from') return `${column} >= ${momentOf(bound)}`
  return bound.length === 10 ? `${column} < DATE ${literal(bound)} + INTERVAL 1 DAY` : `${column} <= ${momentOf(bound)}`
}
