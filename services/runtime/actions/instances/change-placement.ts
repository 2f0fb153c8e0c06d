import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { diffMergePatch, stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import { activityOf, conflictOf, newChangeId, toPublished } from '../../engine/changes/change-request.ts'
import { commitChanges, type Commit } from '../../store/changes/commit-changes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { wakeProgrammes } from '../../engine/programmes/wake-programmes.ts'
import { markInstancesDue } from '../../store/programmes/programme-targets.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'

export type PlacementChange = {
  instanceId: string
  mutation: MutationName
  input: unknown
  guard: { expectedRevision?: number | null; idempotencyKey?: string | null }
}

type PlacementStates = { before: JsonObject | null; after: JsonObject | null }

/**
 * The door through which placement changes where an instance stands: `write` changes placement's tables inside the
 * transaction that holds the instance's row and counts the revision. The patch of such a change has one member,
 * `placement`; the state document itself does not hold it.
 */
export async function changePlacement(
  deps: RuntimeDeps,
  viewer: Viewer,
  change: PlacementChange,
  write: (tx: Sql, tenantId: string) => Promise<PlacementStates>,
): Promise<{ instanceId: string; revision: number; changeId: string }> {
  const { mutation } = change
  guardMutation(viewer, mutation, change.guard)
  const key = keyOf(mutation, { ...(change.input as object), idempotencyKey: change.guard.idempotencyKey })
  const changeId = newChangeId()
  const { result, commit, at } = await withTransaction(deps.pool, async (tx) => {
    const states = await loadStates(tx, [change.instanceId], { forUpdate: true })
    const state = permitted(viewer, mutation, change.instanceId, states.get(change.instanceId))
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored) return { result: stored }
    const conflict = conflictOf(state, change.guard.expectedRevision ?? null)
    if (conflict) throw conflict
    const { before, after } = await write(tx, viewer.tenantId)
    const diff = placementDiff(before, after)
    const result = { instanceId: state.id, revision: state.revision + (diff ? 1 : 0), changeId }
    if (!diff) {
      if (key && !(await rememberResult(tx, viewer.tenantId, key, result))) throw mismatch()
      return { result }
    }
    const activity = activityOf(state, 'instance.placed', viewer.principalId, changeId, diff)
    const step = {
      type: 'PLACEMENT' as const,
      ...diff,
      after: state,
      actorId: viewer.principalId,
      reason: null,
      changeId,
      activity,
    }
    const commit: Commit = { base: state, next: state, steps: [step], key: key && { ...key, result } }
    const at = (await commitChanges(tx, [commit])).get(state.id)
    if (at === undefined) throw mismatch()
    // Its clocks may show another time there.
    await markInstancesDue(tx, [state.id])
    return { result, commit, at }
  })
  if (commit && at !== undefined) {
    deps.cache.delete(change.instanceId)
    deps.publisher.publish(toPublished(commit, at))
    wakeProgrammes(deps)
  }
  return result
}

function placementDiff(
  before: JsonObject | null,
  after: JsonObject | null,
): { patch: JsonObject; undo: JsonObject } | null {
  const [from, to] = [before, after].map((doc) => (doc ? { placement: stripNullMembers(doc) } : {})) as [
    JsonObject,
    JsonObject,
  ]
  const patch = diffMergePatch(from, to)
  const undo = diffMergePatch(to, from)
  return patch && undo ? { patch, undo } : null
}
