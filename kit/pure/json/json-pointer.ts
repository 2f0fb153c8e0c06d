import type { JsonObject, JsonValue as Json } from './json.ts'

/** The tokens of a JSON pointer (RFC 6901) into an object; null for anything that is not one, the root included. */
export function pointerTokens(pointer: string): string[] | null {
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands at the pointer, the whole for the empty one; undefined where there is nothing. */
export function valueAtPointer(value: Json, pointer: string): Json | undefined {
  let present: Json | undefined = value
  const tokens = pointer === '' ? [] : pointerTokens(pointer)
  if (tokens === null) return undefined
  for (const token of tokens) {
    if (typeof present !== 'object' || present === null) return undefined
    present = Array.isArray(present)
      ? present[indexOf(token)]
      : Object.hasOwn(present, token)
        ? present[token]
        : undefined
  }
  return present
}

/**
 * A copy with `value` at the pointer; objects that are missing on the way are made. Arrays are entered, not grown.
 * The object itself for what is no pointer into one: the root stays an object.
 */
export function setAtPointer(object: JsonObject, pointer: string, value: Json): JsonObject {
  const tokens = pointerTokens(pointer)
  return tokens === null ? object : (setTokens(object, tokens, value) as JsonObject)
}

function setTokens(present: Json | undefined, tokens: readonly string[], value: Json): Json {
  const [token, ...rest] = tokens
  if (token === undefined) return value
  if (Array.isArray(present)) {
    const index = indexOf(token)
    return index < present.length ? present.with(index, setTokens(present[index], rest, value)) : present
  }
  const object = typeof present === 'object' && present !== null ? present : {}
  return { ...object, [token]: setTokens(Object.hasOwn(object, token) ? object[token] : undefined, rest, value) }
}

const indexOf = (token: string) => (/^(0|[1-9]\d*)$/.test(token) ? Number(token) : Number.MAX_SAFE_INTEGER)
