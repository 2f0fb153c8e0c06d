import {
  DuckDBArrayType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
  type DuckDBType,
} from '@duckdb/node-api'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../kit/pure/json/json.ts'

const integers: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
])

/**
 * A value as JSON, from what DuckDB writes, which is text wherever a JavaScript number may not hold it: a number where
 * it holds it exactly, else its digits as text; what is not finite is null. Values inside of lists and records are
 * treated as those outside.
 */
export function toJson(value: JsonValue, type: DuckDBType): JsonValue {
  if (value === null) return null
  if (typeof value === 'string') {
    if (type.alias === 'JSON') return parseExact(value)
    if (type.typeId === DuckDBTypeId.DOUBLE || type.typeId === DuckDBTypeId.FLOAT) return null
    if (integers.has(type.typeId)) return Number.isSafeInteger(Number(value)) ? Number(value) : value
    if (type.typeId === DuckDBTypeId.DECIMAL) return exactDecimal(value)
    return value
  }
  if (Array.isArray(value)) {
    if (type instanceof DuckDBListType || type instanceof DuckDBArrayType)
      return value.map((item) => toJson(item, type.valueType))
    if (type instanceof DuckDBMapType) return value.map((entry) => ofEntry(entry as JsonObject, type))
  }
  if (isJsonObject(value) && type instanceof DuckDBStructType) {
    return Object.fromEntries(
      type.entryNames.map((name, index) => [name, toJson(value[name] ?? null, type.entryTypes[index] as DuckDBType)]),
    )
  }
  return value
}

const ofEntry = ({ key = null, value = null }: JsonObject, { keyType, valueType }: DuckDBMapType): JsonObject => ({
  key: toJson(key, keyType),
  value: toJson(value, valueType),
})

/** 15 digits survive the way into a double and back. */
const exactDecimal = (text: string): JsonValue =>
  text
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '')
    .replace(/0+$/, '').length <= 15
    ? Number(text)
    : text

/** JSON whose numbers stay what they are: whole numbers that a JavaScript number cannot hold come as text. */
export function parseExact(text: string): JsonValue {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    context?.source !== undefined &&
    /^-?\d+$/.test(context.source)
      ? context.source
      : value,
  ) as JsonValue
}
