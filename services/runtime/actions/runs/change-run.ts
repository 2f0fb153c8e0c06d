import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { RunState } from '../../../../schema/events.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { applyRunRequests, type RunOutcome, type RunRequest } from '../../engine/runs/run-changes.ts'
import { tellRuns } from '../../engine/runs/run-command-batcher.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { isReadable, permitted } from '../changes/guards.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { loadRuns } from '../../store/runs/run-reads.ts'

export const noRun = (id: string) => new AppError('NOT_FOUND', { public: `There is no run ${id}.` })

/** The run, where the viewer may do this to its instance; NOT_FOUND where they may not even read that. */
export async function requireRun(sql: Sql, viewer: Viewer, mutation: MutationName, id: string): Promise<RunState> {
  const run = matchesId('run', 12, id) ? (await loadRuns(sql, [id])).get(id) : undefined
  if (!run || run.tenantId !== viewer.tenantId) throw noRun(id)
  // Who holds it in the whole tenant need not be looked up.
  if (refuseInTenant(viewer, permissionOf(mutation)) === null) return run
  const state = (await loadStates(sql, [run.instanceId])).get(run.instanceId)
  if (!isReadable(viewer, state)) throw noRun(id)
  permitted(viewer, mutation, run.instanceId, state)
  return run
}

/** What somebody makes of a run, with its activity if it changes anything. */
export async function changeRun(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  request: RunRequest,
  action: string,
): Promise<RunOutcome> {
  await requireRun(deps.pool, viewer, mutation, request.runId)
  const { outcome, effects } = await withTransaction(deps.pool, async (tx) => {
    const { outcomes, effects } = await applyRunRequests(deps, tx, [request])
    const outcome = outcomes.get(request.runId)
    if (!outcome) throw noRun(request.runId)
    if (outcome.changed) await recordRun(tx, viewer, action, outcome.run, { status: outcome.run.status })
    return { outcome, effects }
  })
  tellRuns(deps, effects)
  return outcome
}

/** The one activity of a mutation of a run. */
export async function recordRun(
  tx: Sql,
  { tenantId, principalId: actorId }: Viewer,
  action: string,
  run: RunState,
  after: Record<string, unknown>,
): Promise<void> {
  await recordActivity(tx, {
    tenantId,
    actorId,
    action,
    resourceType: 'Run',
    resourceId: run.id,
    after: { instanceId: run.instanceId, flowId: run.flowId, ...after },
    changeId: newChangeId(),
  })
}

/** Refuses input with every problem at its pointer. */
export function refuseProblems(problems: readonly { pointer: string; message: string }[]): void {
  if (problems.length === 0) return
  throw new AppError('BAD_USER_INPUT', {
    public: `${problems[0]?.pointer} ${problems[0]?.message}.`,
    details: { problems },
  })
}

export const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')
