import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import type { BindingMatch, Known } from '../../domain/bindings/binding-commands.ts'
import { boundInstances } from '../../store/bindings/bound-instances.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { newChangeId, type ChangeRequest } from '../changes/change-request.ts'
import { commitBatchSize, commitMany, type CommitDeps } from '../changes/commit-many.ts'

export type News = {
  tenantId: string
  match: BindingMatch
  known: Known
  /** Who caused it; nobody where it came from outside. */
  actorId?: string | null
  writerKind?: PrincipalKind | null
  changeId?: string
  reason?: string | null
  /** Called before each batch; false stops. */
  goOn?: () => Promise<boolean>
}

/**
 * Tells every instance that has such a binding what its source says now. One changeId, a revision for each that it
 * changes; those that know it already are read and left alone. False: it was stopped in between.
 */
export async function propagate(deps: CommitDeps, news: News): Promise<boolean> {
  const { tenantId, match, known, changeId = newChangeId() } = news
  const at = new Date().toISOString()
  const request = (instanceId: string): ChangeRequest => ({
    tenantId,
    instanceId,
    actorId: news.actorId ?? null,
    writerKind: news.writerKind ?? null,
    // Whoever changed the source was asked for it there.
    asker: null,
    command:
      'error' in known
        ? { type: 'BINDING_FAILED', match, error: known.error, at }
        : { type: 'BINDING_RESOLVED', match, value: known.value, at },
    changeId,
    action: null,
    reason: news.reason ?? null,
    expectedRevision: null,
    key: null,
  })
  const ids = await boundInstances(deps.pool, tenantId, match)
  for (let from = 0; from < ids.length; from += commitBatchSize) {
    if (news.goOn && !(await news.goOn())) return false
    const states = await loadStates(deps.pool, ids.slice(from, from + commitBatchSize))
    await commitMany(deps, [...states.values()], request)
  }
  return true
}
