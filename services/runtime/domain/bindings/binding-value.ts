import { searchJmesPath } from '../../../../kit/pure/json/jmes-path.ts'
import { findUnsafeKey, jsonDepth } from '../../../../kit/pure/json/json.ts'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { BindingState, Json } from '../../../../schema/events.ts'
import { parseJson, type JsonBounds } from '../../../../kit/pure/json/parse-json.ts'
import { splitPath } from './binding-path.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'

/** As deep as any JSON that comes in may be. */
export const JSON_DEPTH = 32

/** Of a value that a source says; whoever reads it from outside bounds its bytes. */
export const valueBounds: JsonBounds = { depth: JSON_DEPTH, nodes: 200_000, bytes: 1024 * 1024 }

/** Why a value from outside cannot be kept, as a sentence's end; null for a good one. */
export function refuseValue(value: Json): string | null {
  if (jsonDepth(value, JSON_DEPTH) > JSON_DEPTH) return `is nested deeper than ${JSON_DEPTH} levels`
  const unsafe = findUnsafeKey(value)
  if (unsafe !== null) return `has a member whose name is not allowed: ${unsafe}`
  return isStorable(value) ? null : 'has text that cannot be stored'
}

function isStorable(value: Json): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (Array.isArray(value)) return value.every(isStorable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, child]) => isStorable(key) && isStorable(child))
}

/** The value of a JSON text from outside; undefined for one that is no JSON, or not JSON that we keep. */
export function parseLiteral(text: string): Json | undefined {
  const parsed = parseJson(text, valueBounds)
  return parsed.ok && refuseValue(parsed.value) === null ? parsed.value : undefined
}

/**
 * What a binding takes out of what its source says. Null is "nothing", and lets the layer below show. Where the
 * pointer leads nowhere, a key or an instance simply does not have it now; an answer from outside is not what was
 * agreed on, and `problem` says so. An expression is a question: nothing is an answer to it like any other.
 */
export function pickValue(
  binding: Pick<BindingState, 'source' | 'path'>,
  raw: Json,
): { value: Json } | { problem: string } {
  const { pointer, expression } = binding.source === 'STATIC' ? { pointer: '' } : splitPath(binding.path)
  if (expression !== undefined) {
    const searched = searchJmesPath(expression, raw)
    if ('problem' in searched) return { problem: `has a JMESPath expression that ${searched.problem}` }
    const refused = refuseValue(searched.value)
    return refused === null ? { value: stripNullMembers(searched.value) } : { problem: `gives a value that ${refused}` }
  }
  const found = pointer ? valueAtPointer(raw, pointer) : raw
  if (found === undefined) return binding.source === 'API' ? { problem: `has nothing at ${pointer}` } : { value: null }
  return { value: stripNullMembers(found) }
}
