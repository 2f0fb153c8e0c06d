import { deepEqualJson, isJsonObject, pointerToken, type JsonValue } from '../../../../kit/pure/json/json.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** An edit that the way back could not keep: where it stood, and what it said there; null where it removed something. */
export type RollBackConflict = { pointer: string; value: JsonValue }

export type RolledBack = { props: JsonObject; conflicts: RollBackConflict[] }

/**
 * The props that an instance returns to: those from before the upgrade, with the edits that were made since. A three-way
 * merge by pointer. Where the upgrade itself changed a place (a migration renamed it, say) an edit of that place is a
 * conflict: what was there before comes back, and the edit is named. `problemsOf` judges the result by the version that
 * it returns to: an edit that does not fit there is a conflict as well.
 */
export function rollBack(
  before: JsonObject,
  after: JsonObject,
  current: JsonObject,
  problemsOf: (props: JsonObject) => Problem[],
): RolledBack {
  const conflicts: RollBackConflict[] = []
  const merged = (merge(before, after, current, '', conflicts) ?? before) as JsonObject
  const members = new Set(problemsOf(merged).map(({ pointer }) => pointer.split('/')[1] ?? ''))
  if (members.size === 0) return { props: merged, conflicts }
  const mended = withMembersOf(merged, before, (token) => members.has(token.slice(1)))
  const fits = problemsOf(mended.props).length === 0
  const { props, given } = fits ? mended : withMembersOf(merged, before, () => true)
  return { props, conflicts: [...conflicts, ...given] }
}

function merge(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  current: JsonValue | undefined,
  pointer: string,
  conflicts: RollBackConflict[],
): JsonValue | undefined {
  if (deepEqualJson(after, current)) return before
  if (deepEqualJson(before, after)) return current
  if (deepEqualJson(before, current)) return before
  if (!isJsonObject(before) || !isJsonObject(after) || !isJsonObject(current)) {
    conflicts.push({ pointer, value: current ?? null })
    return before
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(current)])
  const own = (object: JsonObject, key: string) => (Object.hasOwn(object, key) ? object[key] : undefined)
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const at = pointer + pointerToken(key)
      const value = merge(own(before, key), own(after, key), own(current, key), at, conflicts)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** `props` with the members of `before` where `which` says so; `given`: the edits that this gives up. */
function withMembersOf(
  props: JsonObject,
  before: JsonObject,
  which: (token: string) => boolean,
): { props: JsonObject; given: RollBackConflict[] } {
  const given: RollBackConflict[] = []
  const entries = [...new Set([...Object.keys(props), ...Object.keys(before)])].flatMap(
    (key): [string, JsonValue][] => {
      const [value, old] = [
        Object.hasOwn(props, key) ? props[key] : undefined,
        Object.hasOwn(before, key) ? before[key] : undefined,
      ]
      if (!which(pointerToken(key)) || deepEqualJson(value, old)) return value === undefined ? [] : [[key, value]]
      given.push({ pointer: pointerToken(key), value: value ?? null })
      return old === undefined ? [] : [[key, old]]
    },
  )
  return { props: Object.fromEntries(entries), given }
}
