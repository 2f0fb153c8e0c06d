import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { ModelStage } from '../../../../schema/enums.ts'
import { promotionProblems } from '../../domain/flows/promotion.ts'
import { isReference } from '../../domain/runs/run-results.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import {
  modelVersionsOfRuns,
  stageVersion,
  versionInStage,
  type ModelVersionRow,
} from '../../store/flows/model-versions.ts'
import { dependentsOf } from '../../store/flows/flow-writes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { runResults } from '../../store/runs/run-reads.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'
import { requireRun } from '../runs/change-run.ts'

export type PromoteModelInput = {
  runId: string
  stage?: ModelStage | null
  idempotencyKey?: string | null
}

/**
 * Moves a model version to a stage and takes out the version that held it. Flows with the training flow as an upstream
 * then use the PRODUCTION version, or the newest if there is none. Throws CONDITION_FAILED with the metrics that break
 * the bounds in `config.promotion`; taking a version out of its stage is never refused.
 */
export async function promoteModel(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: PromoteModelInput,
): Promise<ModelVersionRow> {
  guardMutation(viewer, 'promoteModel', input)
  const key = keyOf('promoteModel', input)
  const stage = input.stage ?? null
  return await withTransaction(deps.pool, async (tx) => {
    const run = await requireRun(tx, viewer, 'promoteModel', input.runId)
    const states = await loadStates(tx, [run.instanceId], { forUpdate: true })
    const state = permitted(viewer, 'promoteModel', run.instanceId, states.get(run.instanceId))
    const present = async () => (await modelVersionsOfRuns(tx, [run.id])).get(run.id) ?? noVersion(run.id)
    const version = await present()
    if (key && (await findStoredResult(tx, viewer.tenantId, key))) return version
    const changeId = newChangeId()
    const { id: instanceId, revision } = state
    if (key && !(await rememberResult(tx, viewer.tenantId, key, { instanceId, revision, changeId }))) throw mismatch()
    if (version.stage === stage) return version
    if (stage !== null) {
      const metrics = run.metrics ?? {}
      const whole = isReference(metrics) ? ((await runResults(tx, [run.id], 'metrics')).get(run.id) ?? {}) : metrics
      const problems = promotionProblems(state.config, whole)
      if (problems.length > 0)
        throw new AppError('CONDITION_FAILED', {
          public: `Version ${version.number} may not be promoted: ${problems[0]?.message}.`,
          details: { rule: 'config.promotion', problems },
        })
    }
    const replaced = stage && (await versionInStage(tx, version.flowId, stage))
    await stageVersion(tx, { id: version.id, flowId: version.flowId, stage, at: new Date(), by: viewer.principalId })
    await recordActivity(tx, {
      tenantId: viewer.tenantId,
      actorId: viewer.principalId,
      action: stage === null ? 'model.unstaged' : 'model.promoted',
      resourceType: 'Instance',
      resourceId: state.id,
      before: { stage: version.stage, number: version.number, ...(replaced ? { replaced: replaced.number } : {}) },
      after: { stage, number: version.number, runId: version.runId },
      changeId,
    })
    // What those who work on it have used is another one now.
    const dependents = await dependentsOf(tx, [version.flowId])
    if (dependents.length > 0) await deps.engine.enqueue(tx, [{ type: 'flows', flowIds: dependents }])
    return await present()
  })
}

function noVersion(runId: string): never {
  throw new AppError('NOT_FOUND', {
    public: `No model version was made by ${runId}: only a training run that succeeded makes one.`,
  })
}
