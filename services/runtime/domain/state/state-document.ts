import { diffMergePatch, stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'

/** What a log row's patch and undo are merge patches over: the state less what the row itself carries. */
export function stateDocument(state: InstanceState): JsonObject {
  const { revision: _revision, updatedAt: _updatedAt, ...document } = state
  return stripNullMembers(document as unknown as JsonObject)
}

/** The way there and the way back between two states; null where nothing but the revision would change. */
export function stateDiff(before: InstanceState, after: InstanceState): { patch: JsonObject; undo: JsonObject } | null {
  const [from, to] = [stateDocument(before), stateDocument(after)]
  const patch = diffMergePatch(from, to)
  const undo = diffMergePatch(to, from)
  return patch === undefined || undo === undefined ? null : { patch, undo }
}
