import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import type { RolloutStatus } from '../../../../schema/enums.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { findRollout, listRollouts, moveRollout, type RolloutRow } from '../../store/rollouts/rollouts.ts'
import { guardMutation, keyOf } from '../changes/guards.ts'

export type RolloutInput = { id: string; reason?: string | null; idempotencyKey?: string | null }
type Verb = Extract<MutationName, 'pauseRollout' | 'resumeRollout' | 'abortRollout'>

const moves: Record<Verb, { from: readonly RolloutStatus[]; to: RolloutStatus; action: string }> = {
  pauseRollout: { from: ['RUNNING'], to: 'PAUSED', action: 'rollout.paused' },
  resumeRollout: { from: ['PAUSED'], to: 'RUNNING', action: 'rollout.resumed' },
  abortRollout: { from: ['RUNNING', 'PAUSED'], to: 'ABORTING', action: 'rollout.aborted' },
}

/** Whoever writes instances in the whole tenant sees all rollouts; others those that they started. */
const mayManage = (viewer: Viewer, { actorId }: Pick<RolloutRow, 'actorId'>) =>
  refuseInTenant(viewer, 'instance.write') === null || (actorId !== null && actorId === viewer.principalId)

/** Null where there is none, or the viewer may not see it. */
export async function readRollout(deps: RuntimeDeps, viewer: Viewer, id: string): Promise<RolloutRow | null> {
  guardMutation(viewer, 'startRollout', {})
  const rollout = await findRollout(deps.pool, viewer.tenantId, id)
  return rollout && mayManage(viewer, rollout) ? rollout : null
}

export async function readRollouts(
  deps: RuntimeDeps,
  viewer: Viewer,
  {
    filter,
    ...page
  }: {
    filter: { status?: RolloutStatus | null; definitionTypeKey?: string | null }
    first: number
    after: readonly [createdAt: string, id: string] | null
  },
): Promise<RolloutRow[]> {
  guardMutation(viewer, 'startRollout', {})
  return await listRollouts(deps.pool, {
    tenantId: viewer.tenantId,
    actorId: refuseInTenant(viewer, 'instance.write') === null ? null : viewer.principalId,
    status: filter.status ?? null,
    typeKey: filter.definitionTypeKey ?? null,
    ...page,
  })
}

/**
 * Pauses, resumes or aborts; the worker does the rest. One that stands there already stays as it is. INVALID_TRANSITION
 * for one that is over or on its way back.
 */
export async function changeRollout(
  deps: RuntimeDeps,
  viewer: Viewer,
  verb: Verb,
  input: RolloutInput,
): Promise<RolloutRow> {
  guardMutation(viewer, verb, { idempotencyKey: input.idempotencyKey ?? null })
  const key = keyOf(verb, input)
  const { tenantId } = viewer
  const { from, to, action } = moves[verb]
  return await withTransaction(deps.pool, async (tx) => {
    const rollout = await findRollout(tx, tenantId, input.id)
    if (!rollout || !mayManage(viewer, rollout))
      throw new AppError('NOT_FOUND', { public: `There is no rollout ${input.id}.` })
    if (key && (await findStoredResult(tx, tenantId, key))) return rollout
    if (rollout.status === to) return rollout
    if (!from.includes(rollout.status))
      throw new AppError('INVALID_TRANSITION', {
        public: `A rollout that is ${rollout.status} cannot become ${to}.`,
        details: {
          from: rollout.status,
          allowed: Object.values(moves)
            .filter((move) => move.from.includes(rollout.status))
            .map((move) => move.to),
        },
      })
    const changeId = newChangeId()
    if (key && !(await rememberResult(tx, tenantId, key, { instanceId: rollout.id, revision: 0, changeId })))
      throw mismatch()
    // The worker moved it on between reading and writing.
    if (!(await moveRollout(tx, rollout, { status: to, reason: input.reason ?? null })))
      throw new AppError('CONFLICT', { public: 'The rollout has just moved on. Read it and try again.' })
    await recordActivity(tx, {
      tenantId,
      actorId: viewer.principalId,
      action,
      resourceType: 'Rollout',
      resourceId: rollout.id,
      before: { status: rollout.status },
      after: { status: to, reason: input.reason ?? null },
      changeId,
    })
    return (await findRollout(tx, tenantId, rollout.id)) as RolloutRow
  })
}
