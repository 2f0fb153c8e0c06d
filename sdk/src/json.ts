import { isRecord } from './marquee-error.ts'

export type JsonObject = Record<string, unknown>

/**
 * RFC 7396: members are merged, null removes, everything else (arrays too) replaces. Never mutates, and parts that do
 * not change are the same references as before, so that a renderer can compare by identity.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return sameJson(target, patch) ? target : patch
  const before = isRecord(target) ? target : {}
  let result = isRecord(target) ? target : {}
  for (const [key, change] of Object.entries(patch)) {
    const present = Object.hasOwn(before, key) ? before[key] : undefined
    const next = change === null ? undefined : mergePatch(present, change)
    if (next === present) continue
    if (result === before) result = { ...before }
    if (next === undefined) delete result[key]
    // Plain assignment to `__proto__` would change the prototype instead of adding a member.
    else Object.defineProperty(result, key, { value: next, enumerable: true, configurable: true, writable: true })
  }
  return result
}

/** Equality of JSON values: the order of members does not matter, the order of items does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}
