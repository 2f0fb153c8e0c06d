/** A value as JSON.parse returns it. Treat as read-only: results share their unchanged parts with their inputs. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
export type JsonObject = { [member: string]: JsonValue }

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own members only: `value['__proto__']` and `value['constructor']` would read what no JSON text contained. */
export function ownMember<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Plain assignment to `__proto__` would change the prototype instead of adding a member. */
export function setMember(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    object[key] = value
  }
}

/** One reference token of a JSON pointer (RFC 6901). */
export function pointerToken(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Equality of JSON values: the order of members does not matter, the order of items does. */
export function deepEqualJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => deepEqualJson(item, b[index]))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && deepEqualJson(a[key], b[key]))
}

/**
 * How deep arrays and objects are nested, looking no further than `max`: an answer above `max` means "deeper than
 * that". Iterative, so that a text of 100,000 brackets cannot overflow the stack that the check is there to protect.
 */
export function jsonDepth(value: unknown, max: number): number {
  let depth = 0
  let level = [value].filter(isContainer)
  while (level.length > 0) {
    depth += 1
    if (depth > max) return depth
    level = level.flatMap((node) => Object.values(node).filter(isContainer))
  }
  return depth
}

/** How many values there are, containers included, counting no further than just above `max`. */
export function countJsonNodes(value: unknown, max: number): number {
  const stack = [value]
  let count = 0
  while (stack.length > 0 && count <= max) {
    const node = stack.pop()
    count++
    if (isContainer(node)) for (const child of Object.values(node)) stack.push(child)
  }
  return count
}

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The JSON pointer of the first member named `__proto__`, `constructor` or `prototype`, or null. Our own code treats
 * such members as plain data, but values travel into component code that may not: refuse them at the edge.
 */
export function findUnsafeKey(value: unknown): string | null {
  const stack = isContainer(value) ? [{ node: value, pointer: '' }] : []
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, pointer } = entry
    for (const [key, child] of Object.entries(node)) {
      if (!Array.isArray(node) && unsafeKeys.has(key)) return pointer + pointerToken(key)
      if (isContainer(child)) stack.push({ node: child, pointer: pointer + pointerToken(key) })
    }
  }
  return null
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
