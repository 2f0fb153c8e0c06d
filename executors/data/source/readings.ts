import { literal } from '../stores/duckdb.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

/** How a text becomes a value: the type it is to have, and how dates are written where it is not ISO 8601. */
export type Reading = { type: string; format?: string }

/** Seconds, milliseconds ... since 1970, as a format of dates. */
export const epochUnits: Readonly<Record<string, number>> = { epoch_s: 1e6, epoch_ms: 1e3, epoch_us: 1, epoch_ns: 1e-3 }

const zone = '( ?(Z|z|UTC|[+-][0-9]{2}(:?[0-9]{2})?))'
const shapes = {
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  time: '[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?',
  number: '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?',
  /** As a number is written by who means one: 007 is no number, but a code. */
  plainNumber: '[+-]?((0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?',
} as const
const timestamp = `${shapes.date}([T ]${shapes.time}${zone}?)?`
const notFinite = "lower(trim(%, '+-')) IN ('nan', 'inf', 'infinity')"

const matches = (text: string, shape: string): string => `regexp_full_match(${text}, ${literal(shape)})`

/**
 * SQL of a text's value in a type, NULL where it cannot be read as one. DuckDB's own casts take too much: '2020-01-01 xx'
 * for a date, an hour with an offset for that hour without it.
 */
export function valueOf(text: string, { type, format }: Reading, decimal = '.'): string {
  const number =
    decimal === '.'
      ? text
      : `CASE WHEN contains(${text}, '.') THEN NULL ELSE replace(${text}, ${literal(decimal)}, '.') END`
  if (type === 'VARCHAR') return text
  if (type === 'BOOLEAN') return `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`
  if (type === 'BIGINT') return `CASE WHEN ${matches(text, '[+-]?[0-9]+')} THEN TRY_CAST(${text} AS BIGINT) END`
  if (type === 'DOUBLE') {
    const cast = `TRY_CAST(${number} AS DOUBLE)`
    return `CASE WHEN ${matches(number, shapes.number)} AND isfinite(${cast}) THEN ${cast} WHEN ${notFinite.replace('%', text)} THEN 'NaN'::DOUBLE END`
  }
  if (type.startsWith('DECIMAL')) {
    const scale = Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0)
    return `CASE WHEN ${matches(number, `[+-]?[0-9]+([.][0-9]{0,${scale}}0*)?`)} THEN TRY_CAST(${number} AS ${type}) END`
  }
  if (type === 'TIME') return `CASE WHEN ${matches(text, shapes.time)} THEN TRY_CAST(${text} AS TIME) END`
  if (type === 'JSON') return `CASE WHEN json_valid(${text}) THEN CAST(${text} AS JSON) END`
  if (format === undefined) {
    if (type === 'DATE') return `CASE WHEN ${matches(text, shapes.date)} THEN TRY_CAST(${text} AS DATE) END`
    // With a zone it is that moment; the session's zone is UTC, and so is what says none.
    return `CASE WHEN ${matches(text, timestamp)} THEN CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AS TIMESTAMP) END`
  }
  const unit = ownMember(epochUnits, format)
  if (unit === undefined) return `CAST(TRY_STRPTIME(${text}, ${literal(format)}) AS ${type})`
  // Of another unit it would be some thousand years from now, or 1970.
  const micros = `TRY_CAST(${text} AS HUGEINT) ${unit >= 1 ? `* ${unit}` : '// 1000'}`
  return `CASE WHEN ${matches(text, '-?[0-9]{1,20}')} AND ${micros} BETWEEN -2208988800000000 AND 7258118400000000 THEN CAST(make_timestamp(CAST(${micros} AS BIGINT)) AS ${type}) END`
}

/** Whether a text is written as a value of a type is where nobody has said the type: stricter, so that nothing is lost. */
export function plainlyOf(text: string, type: string, decimal = '.'): string {
  if (type === 'BIGINT') return `CAST(TRY_CAST(${text} AS BIGINT) AS VARCHAR) = ${text}`
  if (type === 'DECIMAL(38,0)') return `CAST(TRY_CAST(${text} AS DECIMAL(38,0)) AS VARCHAR) = ${text}`
  if (type === 'DOUBLE') {
    const number =
      decimal === '.'
        ? text
        : `CASE WHEN contains(${text}, '.') THEN NULL ELSE replace(${text}, ${literal(decimal)}, '.') END`
    return `((${matches(number, shapes.plainNumber)} AND isfinite(TRY_CAST(${number} AS DOUBLE))) OR ${notFinite.replace('%', text)})`
  }
  return `(${valueOf(text, { type }, decimal)}) IS NOT NULL`
}

/** Whole numbers that a double would round. */
export const beyondDoubles = (text: string): string =>
  `${matches(text, '[+-]?[0-9]{16,}')} AND abs(TRY_CAST(${text} AS HUGEINT)) > 9007199254740992`
export const hasZone = (text: string): string => matches(text, `.*[0-9]${zone}`) + ` AND ${matches(text, `.*:.*`)}`

/** How dates are written that are not ISO 8601, where the whole column is. */
export const dateFormats = [
  '%b %d %Y',
  '%d %b %Y',
  '%B %d, %Y',
  '%Y/%m/%d',
  '%Y%m%d',
  '%m/%d/%Y',
  '%d/%m/%Y',
  '%d.%m.%Y',
  '%m/%d/%Y %H:%M',
  '%d/%m/%Y %H:%M',
  '%d.%m.%Y %H:%M',
] as const

export const typeOfFormat = (format: string): string =>
  format in epochUnits || /%[HIMSpfgcTXsz]/.test(format) ? 'TIMESTAMP' : 'DATE'
