import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { jsonRefused } from '../errors/require-json.ts'
import { defaultLimits, jsonBounds } from '../limits.ts'
import { isJsonObject } from '../pure/json/json.ts'
import { parseJson } from '../pure/json/parse-json.ts'

/** The parameters of GraphQL over HTTP; what was not given, or given as null, is null. */
export type HttpParams = {
  query: string | null
  operationName: string | null
  variables: Record<string, unknown> | null
  extensions: Record<string, unknown> | null
}

/** From the body of a POST or the search of a GET. Throws BAD_REQUEST that names the parameter. */
export function readParams({ method, query: search, body }: FastifyRequest): HttpParams {
  const given = method === 'GET' ? fromSearch(search as Record<string, unknown>) : body
  if (!isJsonObject(given))
    throw badRequest(
      'The body of a POST is a JSON object with `query`, as GraphQL over HTTP has it; batches are not taken.',
    )
  return {
    query: text(given, 'query'),
    operationName: text(given, 'operationName'),
    variables: object(given, 'variables'),
    extensions: object(given, 'extensions'),
  }
}

export const badRequest = (message: string) => new AppError('BAD_REQUEST', { public: message })

/** A search is no longer than the headers may be. */
const bounds = jsonBounds(defaultLimits, 1_048_576)

function fromSearch(search: Record<string, unknown>): Record<string, unknown> {
  const read = (name: string): unknown => {
    const value = search[name]
    if (typeof value !== 'string' || value === '') return undefined
    const parsed = parseJson(value, bounds)
    if (parsed.ok) return parsed.value
    if (parsed.refusal.reason === 'SYNTAX') throw badRequest(`The parameter \`${name}\` is not JSON.`)
    throw jsonRefused(parsed.refusal, bounds, `The parameter \`${name}\``)
  }
  return { ...search, variables: read('variables'), extensions: read('extensions') }
}

function text(given: Record<string, unknown>, name: string): string | null {
  const value = given[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw badRequest(`The parameter \`${name}\` must be a string.`)
}

function object(given: Record<string, unknown>, name: string): Record<string, unknown> | null {
  const value = given[name] ?? null
  if (value === null || isJsonObject(value)) return value as Record<string, unknown> | null
  throw badRequest(`The parameter \`${name}\` must be an object.`)
}
