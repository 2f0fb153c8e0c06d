import type { FastifyRequest } from 'fastify'
import { getNamedType, getNullableType, isListType, type GraphQLInputType } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import { defaultLimits, jsonBounds } from '../../kit/limits.ts'
import { isJsonObject, pointerToken } from '../../kit/pure/json/json.ts'
import { parseJson } from '../../kit/pure/json/parse-json.ts'
import { bind, refused, type Problem, type Variables } from '../trusted/bind.ts'
import type { CompiledEndpoint } from './endpoint.ts'
import { revisionIn } from './etag.ts'

/** The variables of the operation: from path, query, body and headers. Throws BAD_USER_INPUT with a pointer for each problem. */
export function variablesOf(endpoint: CompiledEndpoint, request: FastifyRequest): Variables {
  const given = new Map<string, unknown>(Object.entries(request.params as Record<string, string>))
  const problems: Problem[] = []
  readQuery(endpoint, request.query as Record<string, string | string[]>, given, problems)
  readBody(endpoint, request.body, given, problems)
  if (problems.length > 0) throw refused(problems)
  const pointerTo = (name: string) => (name === endpoint.body ? '' : pointerToken(name))
  const variables = bind(endpoint.operation, given, pointerTo)
  Object.assign((variables['input'] ?? {}) as object, headerMembers(endpoint, request))
  return variables
}

function readQuery(
  { parameters }: CompiledEndpoint,
  query: Readonly<Record<string, string | string[]>>,
  given: Map<string, unknown>,
  problems: Problem[],
): void {
  for (const [name, text] of Object.entries(query)) {
    const pointer = pointerToken(name)
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name)
    if (!parameter) problems.push({ pointer, message: 'is no parameter of this address (see /api/openapi.json).' })
    else {
      const value = valueOf(parameter.type, [text].flat())
      if (value === undefined) problems.push({ pointer, message: `must be ${wanted(parameter.type)}.` })
      else given.set(name, value)
    }
  }
}

/** Texts of a query string as a value of the type; undefined for what is none. Lists have commas, or come several times. */
function valueOf(type: GraphQLInputType, texts: readonly string[]): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    const items = texts.flatMap((text) => text.split(',')).map((text) => valueOf(nullable.ofType, [text]))
    return items.includes(undefined) ? undefined : items
  }
  const [text = ''] = texts
  if (texts.length !== 1 || text === '') return undefined
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'JSON':
    case 'JSONObject': {
      const parsed = parseJson(text, jsonBounds(defaultLimits, defaultLimits.headerBytes))
      return parsed.ok ? parsed.value : undefined
    }
    default:
      return text
  }
}

function wanted(type: GraphQLInputType): string {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return `a list with commas; each ${wanted(nullable.ofType)}`
  const { name } = getNamedType(type)
  const words: Record<string, string> = { Int: 'a whole number', Float: 'a number', Boolean: 'true or false' }
  return `${words[name] ?? (name.startsWith('JSON') ? 'JSON text' : 'a text that is not empty')}, given once`
}

function readBody(
  { parameters, body: whole }: CompiledEndpoint,
  body: unknown,
  given: Map<string, unknown>,
  problems: Problem[],
): void {
  if (whole !== undefined) {
    if (body === undefined) problems.push({ pointer: '', message: 'A JSON body is required.' })
    given.set(whole, body)
    return
  }
  if (body === undefined) return
  const known = parameters.flatMap((each) => (each.in === 'body' ? [each.name] : []))
  if (!isJsonObject(body)) return void problems.push({ pointer: '', message: 'The body must be a JSON object.' })
  for (const [name, value] of Object.entries(body)) {
    if (known.includes(name)) given.set(name, value)
    else
      problems.push({
        pointer: pointerToken(name),
        message: 'is no member of this body (see /api/openapi.json).',
      })
  }
}

function headerMembers({ takes, at }: CompiledEndpoint, { method, headers }: FastifyRequest): Variables {
  const members: Variables = {}
  const isRead = method === 'GET' || method === 'HEAD'
  const key = headers['idempotency-key']
  if (key !== undefined && !isRead) {
    if (!takes.idempotencyKey) throw notTaken('Idempotency-Key', at)
    // The draft writes it as a structured string, in quotes; everybody else without.
    members['idempotencyKey'] = String(key).replace(/^"(.*)"$/, '$1')
  }
  const match = headers['if-match']
  if (match !== undefined && !isRead && match.trim() !== '*') {
    if (!takes.expectedRevision) throw notTaken('If-Match', at)
    members['expectedRevision'] = revisionIn(match)
  }
  if (headers['if-none-match'] !== undefined && !isRead) throw notTaken('If-None-Match', at)
  return members
}

/** To pass it over would promise what is not kept. */
const notTaken = (header: string, at: string) =>
  new AppError('BAD_REQUEST', { public: `${at} does not take the header ${header}: leave it out.` })
