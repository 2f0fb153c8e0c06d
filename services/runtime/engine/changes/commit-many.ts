import type { Pool } from 'pg'
import { isAppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { commitChanges } from '../../store/changes/commit-changes.ts'
import { toCommit, toPublished, evaluateRequest, type ChangeRequest } from './change-request.ts'
import type { ChangeQueue } from './change-queue.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import type { Publisher } from './publisher.ts'
import type { StateCache } from './state-cache.ts'

export type CommitDeps = {
  pool: Pool
  queue: ChangeQueue
  facts: DefinitionRulesCache
  cache: StateCache
  publisher: Publisher
}

/** Rows are locked for one such statement (some 30 ms), so a single write never waits longer. */
export const commitBatchSize = 250

/**
 * The same change on many instances, decided on the states given, in one statement; at most commitBatchSize of them.
 * Instances that refuse it or already are what it would make of them stay as they are. Throws when the database does
 * not take it: then some may be changed and others not, and the caller's repetition finishes it.
 */
export async function commitMany(
  deps: CommitDeps,
  states: readonly InstanceState[],
  request: (instanceId: string) => ChangeRequest,
): Promise<void> {
  await Promise.all(
    [...new Set(states.map((state) => state.resolvedVersionId))].map((version) => deps.facts.get(version)),
  )
  const commits = states.flatMap((before) => {
    const facts = deps.facts.peek(before.resolvedVersionId)
    const tried = facts && evaluateRequest(before, request(before.id), facts)
    return tried?.ok && tried.next
      ? [toCommit(before, [{ request: request(before.id), event: tried.event, before, after: tried.next }])]
      : []
  })
  if (commits.length === 0) return
  const times = await commitChanges(deps.pool, commits)
  const published = commits.flatMap((commit) => {
    const at = times.get(commit.base.id)
    return at === undefined ? [] : toPublished(commit, at)
  })
  // A cached state that is now old only costs its next writer a second look.
  for (const { instanceId, state } of published) if (deps.cache.get(instanceId)) deps.cache.set(state)
  deps.publisher.publish(published)
  // Those that moved on since they were read go the way of a single patch; one that no longer fits stays as it is.
  const moved = commits.filter((commit) => !times.has(commit.base.id))
  const settled = await Promise.allSettled(moved.map((commit) => deps.queue.submit(request(commit.base.id))))
  for (const result of settled) {
    if (result.status === 'rejected' && !(isAppError(result.reason) && !result.reason.retryable)) throw result.reason
  }
}
