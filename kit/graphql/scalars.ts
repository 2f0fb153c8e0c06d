import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { isJsonObject } from '../pure/json/json.ts'
import { parseSemver } from '../pure/ids/semver.ts'
import { badInput } from './bad-input.ts'
import { checkJson, jsonFromLiteral } from './json-value.ts'

const passThrough = (value: unknown) => value

const json = new GraphQLScalarType({
  name: 'JSON',
  serialize: passThrough,
  parseValue: checkJson,
  parseLiteral: (node, variables) => checkJson(jsonFromLiteral(node, variables)),
})

const jsonObject = new GraphQLScalarType({
  name: 'JSONObject',
  serialize: passThrough,
  parseValue: toJsonObject,
  parseLiteral: (node, variables) => toJsonObject(jsonFromLiteral(node, variables)),
})

const dateTime = textScalar('DateTime', (text) => {
  const instant = toInstant(text)
  if (instant === null) throw badInput(`'${excerpt(text)}' is no RFC 3339 time, such as 2026-11-21T10:51:58.123Z.`)
  return instant
})

const semVer = textScalar('SemVer', (text) => {
  const version = parseSemver(text)
  if (version === null) throw badInput(`'${excerpt(text)}' is not a semantic version.`)
  return version
})

const cursor = textScalar('Cursor', (text) => text)

/** Ours, by name. A schema takes those that it declares. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  JSON: json,
  JSONObject: jsonObject,
  DateTime: dateTime,
  SemVer: semVer,
  Cursor: cursor,
}

/** Only what scalars do: given whole, they would replace the descriptions of the SDL by their own, which are empty. */
export const scalarResolvers = Object.fromEntries(
  Object.entries(scalars).map(([name, { serialize, parseValue, parseLiteral }]) => [
    name,
    { __serialize: serialize, __parseValue: parseValue, __parseLiteral: parseLiteral },
  ]),
)

/** A scalar that is text on the wire; `read` answers what resolvers get, or throws. */
function textScalar(name: string, read: (text: string) => string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    serialize: serializeText,
    parseValue: (value) => {
      if (typeof value !== 'string') throw badInput(`${name} must be a string.`)
      return read(value)
    },
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== Kind.STRING) throw badInput(`${name} must be a string.`)
      return read(node.value)
    },
  })
}

function serializeText(value: unknown): string {
  if (typeof value === 'string') return value
  // Rows that come through Prisma have dates; those that come through our own pool have this text already.
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`${typeof value} is not text`)
}

function toJsonObject(value: unknown): unknown {
  if (!isJsonObject(value)) throw badInput('A JSON object is needed here.')
  return checkJson(value)
}

const rfc3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

function toInstant(text: string): string | null {
  const match = rfc3339.exec(text)
  if (match === null) return null
  const [, year, month, day] = match.map(Number)
  // Date rolls the 30th of February over into March: RFC 3339 has no such day.
  const daysInMonth = new Date(Date.UTC(year!, month!, 0)).getUTCDate()
  if (month! < 1 || month! > 12 || day! < 1 || day! > daysInMonth) return null
  const time = new Date(text.toUpperCase())
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || time.getUTCFullYear() < 0
    ? null
    : time.toISOString()
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`
}
