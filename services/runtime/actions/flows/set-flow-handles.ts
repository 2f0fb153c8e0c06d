import { withTransaction } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { chooseFlow } from '../../domain/flows/choose-flow.ts'
import { tooLarge } from '../../domain/state/payload-size.ts'
import { toError } from '../../domain/state/refusal.ts'
import { newChangeId, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { flowsOfInstances } from '../../store/flows/flow-reads.ts'
import { putHandles } from '../../store/flows/flow-writes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { guardMutation, permitted } from '../changes/guards.ts'

export type SetFlowHandlesInput = { id: string; flow?: string | null; handles: Record<string, unknown> }

const handlesBytesMax = 16 * 1024

/**
 * Notes what providers outside call a flow (S0-07): a deployment, an experiment, a dashboard. They name it; they are no
 * part of the instance's state, and so make no revision.
 */
export async function setFlowHandles(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SetFlowHandlesInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'setFlowHandles', {})
  const changeId = newChangeId()
  return await withTransaction(deps.pool, async (tx) => {
    const states = await loadStates(tx, [input.id], { forUpdate: true })
    const state = permitted(viewer, 'setFlowHandles', input.id, states.get(input.id))
    const chosen = chooseFlow((await flowsOfInstances(tx, [state.id])).get(state.id) ?? [], input.flow)
    if (!chosen.ok) throw toError(chosen.refusal)
    const { id: flowId, handles: before } = chosen.flow
    const handles = applyMergePatch(before, input.handles as JsonObject)
    const large = tooLarge('handles', handles, handlesBytesMax)
    if (large) throw toError(large.refusal)
    const outcome = { state, revision: state.revision, changeId, changed: false }
    if (handles === before) return outcome
    await putHandles(tx, flowId, handles)
    const activity = {
      action: 'flow.handles-set',
      resourceType: 'Flow',
      resourceId: flowId,
      before: { handles: before },
      after: { handles },
    }
    await recordActivity(tx, { tenantId: viewer.tenantId, actorId: viewer.principalId, ...activity, changeId })
    return outcome
  })
}
