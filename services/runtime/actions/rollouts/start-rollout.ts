import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { parseInstanceFilter } from '../../domain/instances/instance-filter.ts'
import { assignWaves, checkWaves, type Wave } from '../../domain/rollouts/waves.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, rememberResult } from '../../store/changes/stored-results.ts'
import { matchingIds } from '../../store/instances/instance-search.ts'
import { findRollout, insertRollout, type RolloutRow } from '../../store/rollouts/rollouts.ts'
import { guardMutation, keyOf } from '../changes/guards.ts'
import { countVerdicts, planUpgrade } from './plan-upgrade.ts'

export type StartRolloutInput = {
  definitionTypeKey: string
  toVersion: string
  filter?: unknown
  waves?: readonly Wave[] | null
  abortWhen?: { failedPercent: number } | null
  waveTimeoutSeconds?: number | null
  includePinned?: boolean | null
  idempotencyKey?: string | null
}

/**
 * Begins to bring a version to those instances that the plan calls OK, and to pinned ones unless they are left out. The
 * set is fixed now. UPGRADE_BLOCKED, with the counts of the plan, where none can move.
 */
export async function startRollout(deps: RuntimeDeps, viewer: Viewer, input: StartRolloutInput): Promise<RolloutRow> {
  guardMutation(viewer, 'startRollout', { idempotencyKey: input.idempotencyKey ?? null })
  const { waves, failedPercent, waveTimeoutSeconds } = checkedWaves(deps, input)
  const key = keyOf('startRollout', input)
  const { tenantId } = viewer
  const known = key && (await findStoredResult(deps.pool, tenantId, key))
  if (known) return (await findRollout(deps.pool, tenantId, known.instanceId)) as RolloutRow

  const { version, instances } = await planUpgrade(deps, viewer, input)
  const moving = instances.filter(
    ({ verdict }) => verdict === 'OK' || (verdict === 'PINNED' && input.includePinned !== false),
  )
  if (moving.length === 0)
    throw new AppError('UPGRADE_BLOCKED', {
      public: `No instance can move to ${input.toVersion}: planUpgrade says why.`,
      details: { targetVersion: version.version, counts: countVerdicts(instances) },
    })
  const ids = moving.map(({ id }) => id)
  const tagged = await carriersOf(deps, viewer, version.definitionId, waves)
  const assigned = assignWaves(ids, waves, (tag) => tagged.get(tag) ?? new Set())
  if (ids.length > 1) deps.rates.take('Writes', { viewer, address: null }, ids.length - 1)

  const rollout = {
    id: newId('roll', 8),
    tenantId,
    definitionId: version.definitionId,
    definitionTypeKey: version.typeKey,
    toVersionId: version.id,
    toVersion: version.version,
    filter: (input.filter ?? {}) as JsonObject,
    failedPercent,
    waveTimeoutSeconds,
    waveCount: assigned.length,
    actorId: viewer.principalId,
    writerKind: viewer.principalKind,
    changeId: newChangeId(),
    backChangeId: newChangeId(),
  }
  const started = await withTransaction(deps.pool, async (tx) => {
    if (
      key &&
      !(await rememberResult(tx, tenantId, key, { instanceId: rollout.id, revision: 0, changeId: rollout.changeId }))
    )
      return false
    const taken = await insertRollout(tx, rollout, assigned)
    // Another rollout was faster with some of them: who starts again plans without those.
    if (taken < ids.length)
      throw new AppError('CONFLICT', {
        public: 'Some of the instances have just come into another rollout. Start again.',
      })
    await recordActivity(tx, {
      tenantId,
      actorId: viewer.principalId,
      action: 'rollout.started',
      resourceType: 'Rollout',
      resourceId: rollout.id,
      after: {
        definitionTypeKey: rollout.definitionTypeKey,
        toVersion: rollout.toVersion,
        filter: rollout.filter,
        instances: ids.length,
        waves: assigned.map((wave) => wave.length),
      },
      changeId: rollout.changeId,
    })
    return true
  })
  // A racing request with the same key was first: its rollout is the answer.
  if (!started) return await startRollout(deps, viewer, input)
  return (await findRollout(deps.pool, tenantId, rollout.id)) as RolloutRow
}

function checkedWaves(deps: RuntimeDeps, input: StartRolloutInput) {
  const waves = input.waves ?? []
  const failedPercent = input.abortWhen?.failedPercent ?? null
  const waveTimeoutSeconds = input.waveTimeoutSeconds ?? 300
  const problems = checkWaves(waves, { failedPercent, waveTimeoutSeconds }, deps.rolloutLimits.rolloutWaves)
  if (problems.length > 0)
    throw new AppError('BAD_USER_INPUT', { public: 'The rollout is not well formed.', details: { problems } })
  return { waves, failedPercent, waveTimeoutSeconds }
}

/** Who carries each of the tags that the waves name. */
async function carriersOf(
  deps: RuntimeDeps,
  viewer: Viewer,
  definitionId: string,
  waves: readonly Wave[],
): Promise<Map<string, Set<string>>> {
  const tags = [...new Set(waves.flatMap(({ tag }) => (tag == null ? [] : [tag])))]
  const permission = permissionOf('startRollout')
  return new Map(
    await Promise.all(
      tags.map(async (tag): Promise<[string, Set<string>]> => {
        const filter = parseInstanceFilter({ tags: { any: [tag] } })
        const limit = deps.rolloutLimits.rolloutInstances
        return [tag, new Set(await matchingIds(deps.pool, { viewer, permission, filter, definitionId, limit }))]
      }),
    ),
  )
}
