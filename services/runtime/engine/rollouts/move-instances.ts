import { isAppError } from '../../../../kit/errors/app-error.ts'
import { rollBack } from '../../domain/rollouts/roll-back.ts'
import { propsProblems } from '../../domain/props/fit-props.ts'
import { historyPages } from '../../store/changes/history-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import {
  isInLog,
  movedUnnoted,
  noteInstance,
  type RolloutInstanceRow,
  type Side,
} from '../../store/rollouts/rollout-instances.ts'
import type { RolloutRow } from '../../store/rollouts/rollouts.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { RuntimeDeps } from '../runtime-deps.ts'
import type { ChangeRequest } from '../changes/change-request.ts'
import { targetOf } from '../versions/target-version.ts'

export type RolloutDeps = Pick<RuntimeDeps, 'pool' | 'queue' | 'facts' | 'definitions' | 'historyPageBytes'>

const historyAtOnce = 10

/** Moves those of a wave whose turn it is; what is refused has failed, what is there already or gone is skipped. */
export async function upgradeInstances(
  deps: RolloutDeps,
  rollout: RolloutRow,
  waiting: readonly RolloutInstanceRow[],
): Promise<void> {
  const command = { type: 'UPGRADE' as const, target: await targetById(deps, rollout.toVersionId) }
  const results = await Promise.allSettled(
    waiting.map(async ({ instanceId }) => {
      const outcome = await deps.queue.submit(requestOf(rollout, instanceId, command, rollout.changeId)).catch(refusal)
      if (typeof outcome === 'string') {
        const [state] = (await loadStates(deps.pool, [instanceId])).values()
        const isGone = !state || state.lifecycle === 'ARCHIVED'
        await noteInstance(deps.pool, rollout, { instanceId, status: isGone ? 'SKIPPED' : 'FAILED', error: outcome })
      } else if (!outcome.changed) await noteInstance(deps.pool, rollout, { instanceId, status: 'SKIPPED' })
    }),
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** Notes of those that the log says were moved what they were before and after, which the way back needs. */
export async function noteMoved(deps: RolloutDeps, rollout: RolloutRow): Promise<void> {
  const moved = await movedUnnoted(deps.pool, rollout)
  for (let from = 0; from < moved.length; from += historyAtOnce) {
    await Promise.all(
      moved.slice(from, from + historyAtOnce).map(async ({ instanceId, revision }) => {
        const query = { instanceId, first: 2, beforeRevision: revision + 1 }
        const [page] = await historyPages(deps.pool, [query], deps.historyPageBytes)
        // One that was deleted meanwhile has no history: nothing can be returned.
        if (!page || page instanceof Error || page.changes.length < 2)
          return await noteInstance(deps.pool, rollout, { instanceId, status: 'SKIPPED', error: 'It was deleted.' })
        const [after, before] = page.changes.map(({ state }) => sideOf(state)) as [Side, Side]
        await noteInstance(deps.pool, rollout, { instanceId, status: 'UPGRADED', revision, before, after })
      }),
    )
  }
}

const sideOf = ({ resolvedVersionId, props }: InstanceState): Side => ({
  versionId: resolvedVersionId as string,
  props,
})

/**
 * Brings one instance back to its version and props, in one revision, with the edits made since; conflicts are noted
 * before it is done, so that none is lost. One that was moved to yet another version by hand stays there.
 */
export async function returnInstance(
  deps: RolloutDeps,
  rollout: RolloutRow,
  { instanceId, before, after }: RolloutInstanceRow,
): Promise<void> {
  const note = (more: object) => noteInstance(deps.pool, rollout, { instanceId, ...more })
  if (!before || !after) return await note({ status: 'SKIPPED' })
  const { tenantId, backChangeId: changeId } = rollout
  if (await isInLog(deps.pool, { tenantId, instanceId, changeId })) return await note({ status: 'RETURNED' })
  const state = (await loadStates(deps.pool, [instanceId])).get(instanceId)
  if (!state) return await note({ status: 'KEPT', error: 'It was deleted.' })
  if (state.resolvedVersionId !== after.versionId)
    return await note({ status: 'KEPT', error: 'It was moved to another version meanwhile.' })
  const target = await targetById(deps, before.versionId)
  const { props, conflicts } = rollBack(before.props, after.props, state.props, (props) =>
    propsProblems({ ...state, props }, target.facts).map(({ pointer, ...problem }) => ({
      ...problem,
      pointer: pointer.slice('/props'.length),
    })),
  )
  await note({ conflicts })
  const request = requestOf(rollout, instanceId, { type: 'UPGRADE', target, props }, changeId)
  const outcome = await deps.queue.submit({ ...request, expectedRevision: state.revision }).catch((error: unknown) => {
    // It was edited this moment: the next step merges that, too.
    if (isAppError(error) && error.code === 'CONFLICT') return null
    return refusal(error)
  })
  if (typeof outcome === 'string') await note({ status: 'KEPT', error: outcome })
  else if (outcome) await note({ status: 'RETURNED' })
}

async function targetById(deps: RolloutDeps, versionId: string) {
  const version = await deps.definitions.version(versionId)
  return await targetOf(deps, version, deps.facts.learn(version))
}

/** Why an instance stays as it is. What may go away by itself is thrown: the job comes again. */
function refusal(error: unknown): string {
  if (isAppError(error) && !error.retryable) return error.message
  throw error
}

const requestOf = (
  rollout: RolloutRow,
  instanceId: string,
  command: ChangeRequest['command'],
  changeId: string,
): ChangeRequest => ({
  tenantId: rollout.tenantId,
  instanceId,
  command,
  changeId,
  actorId: rollout.actorId,
  writerKind: rollout.writerKind,
  asker: null,
  // The activity of the rollout speaks for it.
  action: null,
  reason: `rollout ${rollout.id}`,
  expectedRevision: null,
  key: null,
})
