import {
  markApplied,
  matchOf,
  recordOutcome,
  renewLease,
  type SharedSource,
  type Outcome,
} from '../../store/bindings/binding-sources.ts'
import type { CommitDeps } from '../changes/commit-many.ts'
import { propagate } from './propagate.ts'

/**
 * Stores what a source said and tells it to whoever is bound, if it is news. Stored first and noted as told last: a
 * worker that dies in between leaves the rest to the next one. Null: the lease was lost meanwhile.
 */
export async function recordResult(
  deps: CommitDeps,
  source: SharedSource,
  holder: string,
  outcome: Outcome,
): Promise<{ failures: number } | null> {
  const recorded = await recordOutcome(deps.pool, source.id, holder, outcome)
  if (recorded === null) return null
  const { applied, value, lastError, failures } = recorded
  if (applied) return { failures }
  const known = lastError === null ? { value } : { error: lastError }
  const told = await propagate(deps, {
    tenantId: source.tenantId,
    match: matchOf(source),
    known,
    reason: `${source.source} ${source.strategy}`,
    goOn: () => renewLease(deps.pool, source.id, holder),
  })
  if (!told) return null
  await markApplied(deps.pool, source.id, holder)
  return { failures }
}
