import { deepEqualJson, isJsonObject, ownMember, setMember, type JsonObject, type JsonValue } from './json.ts'

/**
 * RFC 7396: members of an object patch are merged, null removes, everything else (arrays too) replaces.
 * Never mutates; parts that do not change are the same references as in `target`, and a patch that changes nothing
 * returns `target` itself, so `result === target` is the test for an equal write. New parts are shared with `patch`.
 * Recursive: bound the depth first (jsonDepth).
 */
export function applyMergePatch(target: JsonObject, patch: JsonObject): JsonObject
export function applyMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue
export function applyMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return target !== undefined && deepEqualJson(target, patch) ? target : patch
  if (!isJsonObject(target)) return stripNullMembers(patch)
  let result = target
  const edit = () => (result === target ? (result = { ...target }) : result)
  for (const key of Object.keys(patch)) {
    const change = patch[key] as JsonValue
    const present = ownMember(target, key)
    if (change === null) {
      if (present !== undefined) delete edit()[key]
      continue
    }
    const next = applyMergePatch(present, change)
    if (next !== present) setMember(edit(), key, next)
  }
  return result
}

/**
 * The smallest merge patch that leads from `before` to `after`, or undefined when they are equal. Exact when `after`
 * has no null members outside arrays (see stripNullMembers): a merge patch cannot say "this member is null".
 */
export function diffMergePatch(before: JsonObject, after: JsonObject): JsonObject | undefined
export function diffMergePatch(before: JsonValue | undefined, after: JsonValue): JsonValue | undefined
export function diffMergePatch(before: JsonValue | undefined, after: JsonValue): JsonValue | undefined {
  if (before === after) return undefined
  if (!isJsonObject(before) || !isJsonObject(after)) return deepEqualJson(before, after) ? undefined : after
  let patch: JsonObject | undefined
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) setMember((patch ??= {}), key, null)
  }
  for (const key of Object.keys(after)) {
    const change = diffMergePatch(ownMember(before, key), after[key] as JsonValue)
    if (change !== undefined) setMember((patch ??= {}), key, change)
  }
  return patch
}

/**
 * Without members whose value is null: for us null means absent, so that every change between two values can be
 * written as a merge patch. Arrays are kept as they are, as RFC 7396 does. Returns `value` itself if there are none.
 */
export function stripNullMembers(value: JsonObject): JsonObject
export function stripNullMembers(value: JsonValue): JsonValue
export function stripNullMembers(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  let changed = false
  const result: JsonObject = {}
  for (const key of Object.keys(value)) {
    const member = value[key] as JsonValue
    const kept = member === null ? null : stripNullMembers(member)
    changed ||= kept !== member || member === null
    if (kept !== null) setMember(result, key, kept)
  }
  return changed ? result : value
}
