import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { UpgradeVerdict } from '../../../../schema/enums.ts'
import { parseInstanceFilter } from '../../domain/instances/instance-filter.ts'
import { lifecycles } from '../../domain/lifecycle/lifecycle.ts'
import { upgradeVerdict, type Judged } from '../../domain/rollouts/upgrade-verdict.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { targetOf } from '../../engine/versions/target-version.ts'
import type { VersionFacts } from '../../ports.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { matchingIds } from '../../store/instances/instance-search.ts'
import { openRollouts } from '../../store/rollouts/rollout-instances.ts'
import { guardMutation } from '../changes/guards.ts'

export type PlanInput = { definitionTypeKey: string; toVersion: string; filter?: unknown }
export type Plan = { version: VersionFacts; instances: ({ id: string } & Judged)[] }

const batchSize = 500
/** Of one instance. */
const problemsMax = 20
const living = lifecycles.filter((lifecycle) => lifecycle !== 'ARCHIVED')

/**
 * What a rollout would meet: every instance of the definition that matches and that the viewer may write, in id order,
 * with its verdict. Throws what forNewInstance throws for the version, LIMIT_REACHED for more than a rollout may have.
 */
export async function planUpgrade(deps: RuntimeDeps, viewer: Viewer, input: PlanInput): Promise<Plan> {
  guardMutation(viewer, 'startRollout', {})
  const filter = parseInstanceFilter(input.filter ?? {})
  const version = await deps.definitions.forNewInstance(viewer.tenantId, input.definitionTypeKey, input.toVersion)
  const target = await targetOf(deps, version, deps.facts.learn(version))
  const limit = deps.rolloutLimits.rolloutInstances
  const ids = await matchingIds(deps.pool, {
    viewer,
    permission: permissionOf('startRollout'),
    filter: { ...filter, lifecycles: filter.lifecycles ?? living },
    definitionId: version.definitionId,
    limit: limit + 1,
  })
  if (ids.length > limit)
    throw new AppError('LIMIT_REACHED', {
      public: `One rollout moves at most ${limit} instances: narrow the filter.`,
      details: { limit },
    })
  const writer = { kind: viewer.principalKind, now: new Date().toISOString() }
  const instances: Plan['instances'] = []
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize)
    const [states, open] = await Promise.all([
      loadStates(deps.pool, batch),
      openRollouts(deps.pool, viewer.tenantId, batch),
    ])
    for (const id of batch) {
      const state = states.get(id)
      if (!state || state.resolvedVersionId === null) continue
      const from = (await deps.definitions.version(state.resolvedVersionId)).version
      const judged = upgradeVerdict(state, { target, from, writer, rolloutId: open.get(id) ?? null })
      instances.push({ id, verdict: judged.verdict, problems: judged.problems.slice(0, problemsMax) })
    }
  }
  return { version, instances }
}

export function countVerdicts(instances: readonly Judged[]): Record<UpgradeVerdict, number> {
  const counts = { OK: 0, PINNED: 0, NEEDS_PATCH: 0, PROPS_INVALID: 0, BLOCKED_BY_POLICY: 0, LOCKED: 0, CURRENT: 0 }
  for (const { verdict } of instances) counts[verdict]++
  return counts
}
