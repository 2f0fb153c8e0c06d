import { toError } from '../../domain/state/refusal.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { impactOn, verdicts, type Impact } from '../../domain/versions/impact.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { targetOf } from '../../engine/versions/target-version.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { livingIdsOf } from '../../store/instances/living-ids.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'

export type DefinitionImpact = { moves: number; breaks: number; stays: number; impacts: Impact[] }

const batchSize = 500
/** How many of each verdict are named; all are counted. */
const namedMax = 200

/**
 * What publishing this version would do to the living instances of its definition: who would follow it, who would want
 * to and does not fit (and at which JSON pointer), who stays. Also for a version that is published: what it has done, or
 * is about to do. Reads every living instance of the definition, a batch at a time.
 */
export async function checkDefinitionVersion(
  deps: RuntimeDeps,
  viewer: Viewer,
  definitionVersionId: string,
): Promise<DefinitionImpact> {
  const refusal = refuseInTenant(viewer, 'instance.write')
  if (refusal) throw toError(refusal)
  const version = await deps.definitions.candidate(viewer.tenantId, definitionVersionId)
  const target = await targetOf(deps, version, deps.facts.compile(version))
  const found = { MOVES: [] as Impact[], BREAKS: [] as Impact[], STAYS: [] as Impact[] }
  const counts = { MOVES: 0, BREAKS: 0, STAYS: 0 }
  for (let after = ''; ;) {
    const ids = await livingIdsOf(deps.pool, {
      tenantId: viewer.tenantId,
      definitionId: version.definitionId,
      after,
      limit: batchSize,
    })
    for (const state of (await loadStates(deps.pool, ids)).values()) {
      if (state.resolvedVersionId === null) continue
      const from =
        state.resolvedVersionId === version.id ? version : await deps.definitions.version(state.resolvedVersionId)
      const impact = impactOn(state, from.version, target)
      counts[impact.verdict]++
      if (found[impact.verdict].length < namedMax) found[impact.verdict].push(impact)
    }
    if (ids.length < batchSize) break
    after = ids.at(-1) as string
  }
  return {
    moves: counts.MOVES,
    breaks: counts.BREAKS,
    stays: counts.STAYS,
    impacts: verdicts.flatMap((verdict) => found[verdict]),
  }
}
