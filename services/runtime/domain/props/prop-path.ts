import { jsonDepth } from '../../../../kit/pure/json/json.ts'
import type { Json } from '../../../../schema/events.ts'
import { pointerTokens } from '../../../../kit/pure/json/json-pointer.ts'

const charactersMax = 500
const tokensMax = 32
const unsafeTokens = new Set(['__proto__', 'constructor', 'prototype'])

/** Why `path` cannot name a place in props, as a sentence's end; null for a good one. */
export function pathProblem(path: string): string | null {
  if (path.length > charactersMax) return `has more than ${charactersMax} characters`
  const tokens = pointerTokens(path)
  if (tokens === null) return "is not a JSON pointer into the props, such as '/alert/message'"
  if (tokens.length > tokensMax) return `has more than ${tokensMax} steps`
  if (tokens.some((token) => unsafeTokens.has(token))) return 'leads through a name that props cannot have'
  return path.isWellFormed() && !path.includes('\0') ? null : 'has characters that no stored text can have'
}

/** What an override may hold besides fitting the schema. */
export function valueProblem(value: Json): string | null {
  if (value === null) return 'must not be null: clear the override instead'
  return jsonDepth(value, tokensMax) > tokensMax ? `is nested deeper than ${tokensMax} levels` : null
}

/** The steps from `above` down to `path`; null where `path` is neither that place nor below it. */
export function stepsBelow(above: string, path: string): string[] | null {
  const [upper, lower] = [pointerTokens(above) ?? [], pointerTokens(path) ?? []]
  return upper.length <= lower.length && upper.every((token, index) => token === lower[index])
    ? lower.slice(upper.length)
    : null
}

/** Whether one of two places contains the other. */
export const overlap = (a: string, b: string) => stepsBelow(a, b) !== null || stepsBelow(b, a) !== null
