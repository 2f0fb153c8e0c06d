import { withTransaction } from '../../../../kit/db/pool.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { readInstances, attachBindings } from '../../engine/bindings/attach.ts'
import {
  newChangeId,
  toCommit,
  evaluateRequest,
  type ChangeOutcome,
  type ChangeRequest,
} from '../../engine/changes/change-request.ts'
import { commitAll, publishCommitted } from '../../engine/lifecycle/lifecycle-change.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { askAgain, isAsked } from '../../store/bindings/binding-sources.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'

export type RefreshBindingsInput = { id: string; idempotencyKey?: string | null }

/**
 * Reads the sources of all bindings of an instance again, as if they had been written anew: keys, instances and
 * literals show what they say now, in this revision; addresses that are polled or asked once are due now (never twice
 * within a second, whoever asks), and what they say comes as usual, to all who follow them. Changes nothing where
 * nothing is new, and is recorded as an activity all the same.
 */
export async function refreshBindings(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: RefreshBindingsInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'refreshBindings', input)
  const { tenantId, principalId: actorId } = viewer
  const key = keyOf('refreshBindings', input)
  const changeId = newChangeId()
  // Only to know whom it reads, so that all rows are locked in order; what counts is read under the locks.
  const before = (await loadStates(deps.pool, [input.id])).get(input.id)
  const { outcome, published } = await withTransaction(deps.pool, async (tx) => {
    const states = await loadStates(tx, [input.id, ...readInstances(before?.bindings ?? [])], { forUpdate: true })
    const state = permitted(viewer, 'refreshBindings', input.id, states.get(input.id))
    const stored = key && (await findStoredResult(tx, tenantId, key))
    if (stored)
      return { outcome: { state, revision: stored.revision, changeId: stored.changeId, changed: false }, published: [] }
    const bindings = await attachBindings(tx, tenantId, state.bindings, states)
    await askAgain(tx, tenantId, state.bindings.filter(isAsked))
    const request: ChangeRequest = {
      tenantId,
      instanceId: state.id,
      actorId,
      writerKind: viewer.principalKind,
      asker: { viewer, permission: permissionOf('refreshBindings') },
      command: { type: 'SET_BINDINGS', bindings, at: new Date().toISOString() },
      changeId,
      action: null,
      reason: 'bindings refreshed',
      expectedRevision: null,
      key: null,
    }
    const tried = evaluateRequest(state, request, await deps.facts.get(state.resolvedVersionId))
    if (!tried.ok) throw tried.error
    const revision = state.revision + (tried.next === null ? 0 : 1)
    if (key && !(await rememberResult(tx, tenantId, key, { instanceId: state.id, revision, changeId })))
      throw mismatch()
    await recordActivity(tx, {
      tenantId,
      actorId,
      action: 'instance.bindings-refreshed',
      resourceType: 'Instance',
      resourceId: state.id,
      changeId,
    })
    if (tried.next === null) return { outcome: { state, revision, changeId, changed: false }, published: [] }
    const published = await commitAll(tx, [
      toCommit(state, [{ request, event: tried.event, before: state, after: tried.next }]),
    ])
    return { outcome: { state: published[0]?.state ?? state, revision, changeId, changed: true }, published }
  })
  publishCommitted(deps, published)
  return outcome
}
