import type { Sql } from '../../../kit/db/pool.ts'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { InstanceState, JsonObject } from '../../../schema/events.ts'
import { isComposed } from '../domain/components.ts'
import type { RuntimeDeps } from '../engine/runtime-deps.ts'
import { componentInputs, outputsOf } from '../engine/run-input.ts'
import { flowsOfInstances } from '../store/flow-reads.ts'

/** What the last successful run of a flow of this instance gave that stored rows; null before there is one. */
export async function storedRows(sql: Sql, instanceId: string): Promise<{ flowId: string; runId: string; outputs: JsonObject } | null> {
  const flows = (await flowsOfInstances(sql, [instanceId])).get(instanceId) ?? []
  const outputs = await outputsOf(sql, flows.flatMap(({ lastSuccessRunId }) => lastSuccessRunId ?? []))
  for (const { id: flowId, lastSuccessRunId: runId } of flows) {
    const found = runId === null ? undefined : outputs.get(runId)
    if (runId !== null && found && typeof found['ref'] === 'string') return { flowId, runId, outputs: found }
  }
  return null
}

/**
 * Some rows of a dataset through its accessor (S1-41). The caller has seen that the viewer may read it. Throws
 * BAD_USER_INPUT for what is no dataset or no request, CONDITION_FAILED while it has no rows.
 */
export async function previewDataset(deps: RuntimeDeps, state: InstanceState, request: JsonObject): Promise<JsonObject> {
  if (!isComposed(state.kind)) {
    throw new AppError('BAD_USER_INPUT', {
      public: `A ${state.kind} has no rows to show.`,
      details: { problems: [{ pointer: '/id', message: 'must be a DATASET or a SIGNAL' }] },
    })
  }
  const stored = await storedRows(deps.pool, state.id)
  if (stored === null) throw new AppError('CONDITION_FAILED', { public: 'There are no rows yet: no refresh has succeeded.', details: { instanceId: state.id } })
  const components = await componentInputs(deps, state.id)
  return await deps.asking.ask({ codeRef: 'dataset.preview', instanceId: state.id, components, previous: stored.outputs, parameters: request }, '/request')
}
