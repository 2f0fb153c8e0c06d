import { Validator, type Schema } from '@cfworker/json-schema'
import type { Problem } from './use-action.ts'

export type JsonSchema = Record<string, unknown>

const validators = new WeakMap<object, Validator | null>()

/**
 * What is wrong with a value, by JSON pointer. It interprets the schema (our pages allow no `eval`, which compiled
 * validators need). The server has the last word: what this does not see, a refused write says.
 */
export function problemsIn(schema: JsonSchema, value: unknown): Problem[] {
  const validator = validatorOf(schema)
  if (!validator) return []
  const problems: Problem[] = []
  for (const { keyword, error, instanceLocation } of validator.validate(value).errors) {
    // These only say that something below is wrong, which has its own line.
    if (
      ['properties', 'items', 'prefixItems', '$ref', 'allOf', 'additionalProperties'].includes(keyword) &&
      /does not match|not match schema|did not match/i.test(error) &&
      !isUnknownMember(error)
    )
      continue
    problems.push({ pointer: decodeURIComponent(instanceLocation.replace(/^#/, '')), message: plain(error) })
  }
  return problems
}

const isUnknownMember = (error: string): boolean => /additional properties schema/.test(error) && /false/i.test(error)

function plain(error: string): string {
  return error
    .replace(/^Instance type "(\w+)" is invalid\. Expected "(.+)"\.$/, 'It is a $1; it must be of type $2.')
    .replace(/^String is too long \((\d+) chars > max (\d+)\)\.$/, 'It has $1 characters; at most $2 fit.')
    .replace(/^Instance does not have required property "(.+)"\.$/, '$1 is missing.')
    .replace(/^Instance does not match any of (.+)\.$/, 'It must be one of $1.')
}

function validatorOf(schema: JsonSchema): Validator | null {
  if (!validators.has(schema)) {
    try {
      validators.set(schema, new Validator(schema as Schema, '2020-12', false))
    } catch {
      validators.set(schema, null)
    }
  }
  return validators.get(schema) ?? null
}

/** A pointer into a value, taken apart and put together. */
export const tokensOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
export const pointerOf = (tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export function valueAt(root: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>(
    (value, token) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[token] : undefined,
    root,
  )
}

/** All members of the props that the schema names or the value has, as pointers; arrays are one member each. */
export function pointersOf(schema: JsonSchema | null, value: unknown): string[] {
  const found: string[] = []
  const walk = (at: JsonSchema | null, part: unknown, tokens: string[], depth: number): void => {
    const members = new Set([...Object.keys(membersOf(at)), ...(isObject(part) ? Object.keys(part) : [])])
    if (tokens.length > 0) found.push(pointerOf(tokens))
    if (depth > 6 || (!isObject(part) && Object.keys(membersOf(at)).length === 0)) return
    for (const name of members)
      walk(membersOf(at)[name] ?? null, isObject(part) ? part[name] : undefined, [...tokens, name], depth + 1)
  }
  walk(schema, value, [], 0)
  return found
}

export const membersOf = (schema: JsonSchema | null): Record<string, JsonSchema> =>
  (schema?.['properties'] as Record<string, JsonSchema> | undefined) ?? {}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
