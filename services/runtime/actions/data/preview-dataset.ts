import type { Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { isComposed } from '../../domain/instances/components.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { componentInputs, outputsOf } from '../../engine/runs/run-input.ts'
import { flowsOfInstances } from '../../store/flows/flow-reads.ts'
import { loadRuns } from '../../store/runs/run-reads.ts'

/** What the last successful run of a flow of this instance gave that stored rows; null before there is one. */
export async function storedRows(
  sql: Sql,
  instanceId: string,
): Promise<{ flowId: string; runId: string; outputs: JsonObject } | null> {
  const flows = (await flowsOfInstances(sql, [instanceId])).get(instanceId) ?? []
  const outputs = await outputsOf(
    sql,
    flows.flatMap(({ lastSuccessRunId }) => lastSuccessRunId ?? []),
  )
  for (const { id: flowId, lastSuccessRunId: runId } of flows) {
    const found = runId === null ? undefined : outputs.get(runId)
    if (runId !== null && found && typeof found['ref'] === 'string') return { flowId, runId, outputs: found }
  }
  return null
}

/**
 * Some rows of a dataset through its accessor (S1-41). The caller has seen that the viewer may read it. Throws
 * BAD_USER_INPUT for what is no dataset or no request, CONDITION_FAILED while it has no rows or when they were deleted.
 */
export async function previewDataset(
  deps: RuntimeDeps,
  state: InstanceState,
  request: JsonObject,
): Promise<JsonObject> {
  if (!isComposed(state.kind)) {
    throw new AppError('BAD_USER_INPUT', {
      public: `A ${state.kind} has no rows to show.`,
      details: { problems: [{ pointer: '/id', message: 'must be a DATASET or a SIGNAL' }] },
    })
  }
  const { runId, ...asked } = request
  const stored =
    typeof runId === 'string' ? await rowsOfRun(deps.pool, state.id, runId) : await storedRows(deps.pool, state.id)
  if (stored === null)
    throw new AppError('CONDITION_FAILED', {
      public: 'There are no rows yet: no refresh has succeeded.',
      details: { instanceId: state.id },
    })
  const components = (await componentInputs(deps, [state.id])).get(state.id) ?? []
  return await deps.executorQueries.ask(
    { codeRef: 'dataset.preview', instanceId: state.id, components, previous: stored.outputs, parameters: asked },
    '/request',
  )
}

/** What a run of this instance stored. Throws BAD_USER_INPUT for one that is none of its, or stored nothing. */
async function rowsOfRun(sql: Sql, instanceId: string, runId: string): Promise<{ outputs: JsonObject }> {
  const run = (await loadRuns(sql, [runId])).get(runId)
  const outputs = run?.instanceId === instanceId ? (await outputsOf(sql, [runId])).get(runId) : undefined
  if (outputs && typeof outputs['ref'] === 'string') return { outputs }
  const problems = [{ pointer: '/request/runId', message: 'must be a run of this instance that has stored rows' }]
  throw new AppError('BAD_USER_INPUT', {
    public: `The run ${runId} is none that stored rows of this instance.`,
    details: { problems },
  })
}
