import type { Pool } from 'pg'
import { withTransaction, type Sql } from '../../../kit/db/pool.ts'
import type { InstanceState } from '../../../schema/events.ts'
import { followers } from '../domain/cascade.ts'
import { decide } from '../domain/decide.ts'
import type { InstanceFacts } from '../domain/instance-facts.ts'
import type { LifecycleEvent } from '../domain/lifecycle.ts'
import { toError } from '../domain/refusal.ts'
import { commitChanges, type Commit } from '../store/commit-changes.ts'
import { lockSubtree, pausedAbove } from '../store/hierarchy-reads.ts'
import { loadStates } from '../store/instance-reads.ts'
import { findStoredResult, mismatch } from '../store/stored-results.ts'
import { notFound, toCommit, toPublished, tryOn, type ChangeOutcome, type ChangeRequest } from './change-request.ts'
import type { FactsSource } from './facts.ts'
import type { Published, Publisher } from './publisher.ts'
import type { StateCache } from './state-cache.ts'

export type TreeDeps = { pool: Pool; facts: FactsSource; cache: StateCache; publisher: Publisher }

/** A move of an instance and of those below it that follow, as somebody or the reconciler asks for it. */
export type LifecycleRequest = Omit<ChangeRequest, 'command'> & { event: LifecycleEvent; isWish: boolean }

/** For who moves an instance unasked: `enter` before any row is locked, `stillWanted` once the state is certain. */
export type LifecycleGuard = { enter(tx: Sql): Promise<boolean>; stillWanted(state: InstanceState, facts: InstanceFacts): boolean }

/** What the activity of each move says. */
export const activityNames: Record<LifecycleEvent, string> = {
  START: 'instance.started',
  PAUSE: 'instance.paused',
  RESUME: 'instance.resumed',
  STOP: 'instance.stopped',
  ARCHIVE: 'instance.archived',
}

/** Rows of one statement; a larger cascade is several in the same transaction. */
const batchSize = 500

/**
 * Moves the instance and its followers (domain/cascade.ts) in one transaction with one changeId: all or none. One log
 * row for each that moves, one activity for the mutation. Null: the guard said no, and nothing happened.
 */
export async function changeLifecycle(
  deps: TreeDeps,
  request: LifecycleRequest,
  guard?: LifecycleGuard,
): Promise<ChangeOutcome | null> {
  const done = await withTransaction(deps.pool, async (tx) => {
    if (guard && !(await guard.enter(tx))) return { outcome: null }
    const tree = await lockTree(tx, request)
    if (!tree || tree.root.tenantId !== request.tenantId) throw notFound(request.instanceId)
    const { root } = tree
    const stored = request.key && (await findStoredResult(tx, request.tenantId, request.key))
    if (stored) return { outcome: { state: root, revision: stored.revision, changeId: stored.changeId, changed: false } }
    if (guard && !guard.stillWanted(root, await deps.facts.get(root.resolvedVersionId))) return { outcome: null }
    const commits = await planTree(deps, tx, request, tree)
    const published = await commitAll(tx, commits)
    const state = (published[0] as Published).state
    return { published, outcome: { state, revision: state.revision, changeId: request.changeId, changed: true } }
  })
  if (done.published) tell(deps, done.published)
  return done.outcome
}

/** To start concerns the one that starts; everything else may concern all below it. */
async function lockTree(tx: Sql, { instanceId, event }: LifecycleRequest): Promise<{ root: InstanceState; descendants: InstanceState[] } | null> {
  if (event !== 'START') return await lockSubtree(tx, instanceId)
  const root = (await loadStates(tx, [instanceId], { forUpdate: true })).get(instanceId)
  return root ? { root, descendants: [] } : null
}

type Tree = { root: InstanceState; descendants: InstanceState[] }

/** What each of the tree does; throws the first refusal. */
async function planTree(deps: TreeDeps, tx: Sql, request: LifecycleRequest, { root, descendants }: Tree): Promise<Commit[]> {
  const { event, isWish, ...change } = request
  const now = new Date().toISOString()
  const wakes = event === 'START' || event === 'RESUME'
  const pausedAncestorId = wakes ? await pausedAbove(tx, root.id) : null
  const command = { type: 'TRANSITION', event, now, inheritedFrom: null, pausedAncestorId, isWish } as const
  const tried = tryOn(root, { ...change, command }, await deps.facts.get(root.resolvedVersionId))
  if (!tried.ok) throw tried.error
  if (tried.next === null) throw new Error(`a transition of ${root.id} that changes nothing`)
  const commits = [toCommit(root, [{ request: { ...change, command }, event: tried.event, before: root, after: tried.next }])]

  const facts = new Map<string | null, InstanceFacts>()
  for (const { resolvedVersionId } of descendants) facts.set(resolvedVersionId, await deps.facts.get(resolvedVersionId))
  const factsOf = (state: InstanceState) => facts.get(state.resolvedVersionId) as InstanceFacts
  for (const { state, events } of followers(root, event, descendants, (state) => factsOf(state).lifecycle)) {
    commits.push(followerCommit(state, factsOf(state), { events, request: change, now, rootId: root.id }))
  }
  return commits
}

type Following = { events: LifecycleEvent[]; request: Omit<ChangeRequest, 'command'>; now: string; rootId: string }

function followerCommit(base: InstanceState, facts: InstanceFacts, { events, request, now, rootId }: Following): Commit {
  let before = base
  const changes = events.map((event) => {
    const command = { type: 'TRANSITION', event, now, inheritedFrom: rootId, pausedAncestorId: null, isWish: false } as const
    const decision = decide(before, command, facts)
    if (!decision.ok) throw toError(decision.refusal)
    const step = { request: { ...request, instanceId: base.id, action: null, key: null, command }, event: decision.event, before, after: decision.next }
    before = decision.next
    return step
  })
  return toCommit(base, changes)
}

/** Commits in the caller's transaction, whose locks the rows are under; the first commit's changes come first. */
export async function commitAll(tx: Sql, commits: readonly Commit[]): Promise<Published[]> {
  const published: Published[] = []
  for (let from = 0; from < commits.length; from += batchSize) {
    const batch = commits.slice(from, from + batchSize)
    const times = await commitChanges(tx, batch)
    for (const commit of batch) {
      const at = times.get(commit.base.id)
      // Locked and read under the lock: only a key that another instance's write has taken can be in the way.
      if (at === undefined) throw mismatch()
      published.push(...toPublished(commit, at))
    }
  }
  return published
}

/** After the commit: what is cached is made new, and the bus is told. */
export function tell({ cache, publisher }: TreeDeps, published: readonly Published[]): void {
  for (const { instanceId, state } of published) if (cache.get(instanceId)) cache.set(state)
  publisher.publish(published)
}
