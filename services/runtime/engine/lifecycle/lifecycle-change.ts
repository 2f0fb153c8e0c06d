import type { Lifecycle } from '../../../../schema/enums.ts'
import type { Pool } from 'pg'
import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { followers } from '../../domain/tree/cascade.ts'
import { refuseStart } from '../../domain/tree/child-requirements.ts'
import { decide } from '../../domain/decide.ts'
import { outgoingOfMove, type Move } from '../../domain/lifecycle/hooks.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import { allowedEvents, type LifecycleEvent } from '../../domain/lifecycle/lifecycle.ts'
import { toError } from '../../domain/state/refusal.ts'
import { commitChanges, type Commit } from '../../store/changes/commit-changes.ts'
import { endRunsOf } from '../../store/flows/flow-writes.ts'
import { lockSubtree, pausedAbove } from '../../store/tree/hierarchy-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { countRoles } from '../../store/tree/role-counts.ts'
import { findStoredResult, mismatch } from '../../store/changes/stored-results.ts'
import { putOutgoing } from '../../store/webhooks/webhook-outbox.ts'
import {
  notFound,
  toCommit,
  toPublished,
  evaluateRequest,
  refuseAsker,
  type ChangeOutcome,
  type ChangeRequest,
} from '../changes/change-request.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import type { FlowEngine } from '../flows/flow-engine.ts'
import type { Published, Publisher } from '../changes/publisher.ts'
import { lockWithParent, requireStay, type LockedTree } from '../tree/required-children.ts'
import type { StateCache } from '../changes/state-cache.ts'
import type { CallBeforeHooks, HookQuestion } from '../webhooks/call-before-hooks.ts'

export type TreeDeps = {
  pool: Pool
  facts: DefinitionRulesCache
  cache: StateCache
  publisher: Publisher
  callBeforeHooks: CallBeforeHooks
  engine: FlowEngine
}

/** A move of an instance and of those below it that follow, as somebody or the reconciler asks for it. */
export type LifecycleRequest = Omit<ChangeRequest, 'command'> & { event: LifecycleEvent; isWish: boolean }

/** For who moves an instance unasked: `enter` before any row is locked, `stillWanted` once the state is certain. */
export type LifecycleGuard = {
  enter(tx: Sql): Promise<boolean>
  stillWanted(state: InstanceState, facts: InstanceFacts): boolean
}

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

/** So many times those below may change while hooks are asked. */
const roundsMax = 5

/**
 * Moves the instance and its followers (domain/cascade.ts) in one transaction with one changeId: all or none. One log
 * row for each that moves, one activity for the mutation. Null: the guard said no, and nothing happened.
 *
 * Before hooks are asked with no row locked, so a move that has some is planned under the locks, given up, asked for
 * and planned again; who has joined below meanwhile is asked in the next round. After hooks are put on their way in
 * the transaction that moves.
 */
export async function changeLifecycle(
  deps: TreeDeps,
  request: LifecycleRequest,
  guard?: LifecycleGuard,
): Promise<ChangeOutcome | null> {
  const asked = new Set<string>()
  for (let round = 0; round < roundsMax; round++) {
    const done = await tryToMove(deps, request, { guard, asked })
    if (!done.unasked) {
      if (done.published) publishCommitted(deps, done.published)
      return done.outcome
    }
    await deps.callBeforeHooks(done.unasked, request)
    for (const { move } of done.unasked) asked.add(moveName(move))
  }
  throw new AppError('CONFLICT', {
    public: `What is below ${request.instanceId} keeps changing: its hooks cannot be asked.`,
  })
}

type MoveAttempt =
  { outcome: ChangeOutcome | null; published?: Published[]; unasked?: undefined } | { unasked: HookQuestion[] }

const moveName = ({ state, event }: Move) => `${state.id} ${event}`

async function tryToMove(
  deps: TreeDeps,
  request: LifecycleRequest,
  { guard, asked }: { guard: LifecycleGuard | undefined; asked: ReadonlySet<string> },
): Promise<MoveAttempt> {
  return await withTransaction(deps.pool, async (tx): Promise<MoveAttempt> => {
    if (guard && !(await guard.enter(tx))) return { outcome: null }
    const tree = await lockTree(deps, tx, request)
    if (!tree || tree.root.tenantId !== request.tenantId) throw notFound(request.instanceId)
    const refused = refuseAsker(tree.root, request)
    if (refused) throw refused
    const { root } = tree
    const stored = request.key && (await findStoredResult(tx, request.tenantId, request.key))
    if (stored)
      return { outcome: { state: root, revision: stored.revision, changeId: stored.changeId, changed: false } }
    if (guard && !guard.stillWanted(root, await deps.facts.get(root.resolvedVersionId))) return { outcome: null }
    const { commits, moves } = await planTree(deps, tx, request, tree)
    if (request.event === 'STOP' || request.event === 'ARCHIVE')
      await requireStay(tx, deps.facts, root, tree.parent, request.event)
    const unasked = moves.flatMap(({ move, facts: { hooks, lifecycle } }) => {
      const hook = hooks.before[move.event]
      const allowed = allowedEvents(move.from as Lifecycle, lifecycle).filter((event) => event !== move.event)
      return hook && !asked.has(moveName(move)) ? [{ move, hook, allowed }] : []
    })
    if (unasked.length > 0) return { unasked }
    const published = await commitAll(tx, commits)
    await cancelOrWakeRuns(deps, tx, request.event, published)
    const at = (published[0] as Published).at
    await putOutgoing(
      tx,
      moves.flatMap(
        ({ move, after, facts }) => outgoingOfMove(facts.hooks, { ...move, state: after }, request, at) ?? [],
      ),
    )
    const state = (published[0] as Published).state
    return { published, outcome: { state, revision: state.revision, changeId: request.changeId, changed: true } }
  })
}

/** What ended runs nothing any more; what is awake again may have runs that waited for it. */
async function cancelOrWakeRuns(
  { engine }: TreeDeps,
  tx: Sql,
  event: LifecycleEvent,
  published: readonly Published[],
): Promise<void> {
  const instanceIds = [
    ...new Set(published.filter(({ state }) => state.readiness !== null).map(({ instanceId }) => instanceId)),
  ]
  if (instanceIds.length === 0) return
  if (event === 'STOP' || event === 'ARCHIVE') await endRunsOf(tx, instanceIds)
  if (event === 'RESUME') await engine.enqueue(tx, [{ type: 'instances', instanceIds }])
}

/** To start concerns the one that starts; everything else may concern all below it, and to end its parent too. */
async function lockTree(
  { facts }: TreeDeps,
  tx: Sql,
  { instanceId, event }: LifecycleRequest,
): Promise<LockedTree | null> {
  if (event === 'STOP' || event === 'ARCHIVE') return await lockWithParent(tx, facts, instanceId)
  if (event !== 'START') return await lockSubtree(tx, instanceId)
  const root = (await loadStates(tx, [instanceId], { forUpdate: true })).get(instanceId)
  return root ? { root, descendants: [], parent: null } : null
}

/** Throws INVALID_TRANSITION while a role that the definition requires is not filled. */
async function requireChildren(
  tx: Sql,
  root: InstanceState,
  { childRequirements, lifecycle }: InstanceFacts,
): Promise<void> {
  if (!childRequirements.some(({ min }) => min > 0)) return
  const refusal = refuseStart(root, childRequirements, await countRoles(tx, root.id, childRequirements), lifecycle)
  if (refusal) throw toError(refusal)
}

/** One step of a commit as its hooks see it. A pause that only changes whose it is is no move. */
type PlannedMove = { move: Move; after: InstanceState; facts: InstanceFacts }
type Plan = { commits: Commit[]; moves: PlannedMove[] }

/** What each of the tree does; throws the first refusal. */
async function planTree(
  deps: TreeDeps,
  tx: Sql,
  request: LifecycleRequest,
  { root, descendants }: LockedTree,
): Promise<Plan> {
  const { event, isWish, ...change } = request
  const now = new Date().toISOString()
  const wakes = event === 'START' || event === 'RESUME'
  const pausedAncestorId = wakes ? await pausedAbove(tx, root.id) : null
  const command = { type: 'TRANSITION', event, now, inheritedFrom: null, pausedAncestorId, isWish } as const
  const rootFacts = await deps.facts.get(root.resolvedVersionId)
  const tried = evaluateRequest(root, { ...change, command }, rootFacts)
  if (!tried.ok) throw tried.error
  if (tried.next === null) throw new Error(`a transition of ${root.id} that changes nothing`)
  if (event === 'START') await requireChildren(tx, root, rootFacts)
  const commits = [
    toCommit(root, [{ request: { ...change, command }, event: tried.event, before: root, after: tried.next }]),
  ]
  const moves = movesOf([{ event, before: root, after: tried.next }], rootFacts)

  const facts = new Map<string | null, InstanceFacts>()
  for (const { resolvedVersionId } of descendants) facts.set(resolvedVersionId, await deps.facts.get(resolvedVersionId))
  const factsOf = (state: InstanceState) => facts.get(state.resolvedVersionId) as InstanceFacts
  for (const { state, events } of followers(root, event, descendants, (state) => factsOf(state).lifecycle)) {
    const { commit, steps } = followerCommit(state, factsOf(state), { events, request: change, now, rootId: root.id })
    commits.push(commit)
    moves.push(...movesOf(steps, factsOf(state)))
  }
  return { commits, moves }
}

type MovingStep = { event: LifecycleEvent; before: InstanceState; after: InstanceState }

const movesOf = (steps: readonly MovingStep[], facts: InstanceFacts): PlannedMove[] =>
  steps
    .filter(({ before, after }) => before.lifecycle !== after.lifecycle)
    .map(({ event, before, after }) => ({
      move: { state: before, event, from: before.lifecycle, to: after.lifecycle },
      after,
      facts,
    }))

type Following = { events: LifecycleEvent[]; request: Omit<ChangeRequest, 'command'>; now: string; rootId: string }

function followerCommit(
  base: InstanceState,
  facts: InstanceFacts,
  { events, request, now, rootId }: Following,
): { commit: Commit; steps: MovingStep[] } {
  let before = base
  const steps: MovingStep[] = []
  const changes = events.map((event) => {
    const command = {
      type: 'TRANSITION',
      event,
      now,
      inheritedFrom: rootId,
      pausedAncestorId: null,
      isWish: false,
    } as const
    const decision = decide(before, command, facts)
    if (!decision.ok) throw toError(decision.refusal)
    const step = {
      request: { ...request, instanceId: base.id, action: null, key: null, command },
      event: decision.event,
      before,
      after: decision.next,
    }
    steps.push({ event, before, after: decision.next })
    before = decision.next
    return step
  })
  return { commit: toCommit(base, changes), steps }
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
export function publishCommitted(
  { cache, publisher }: Pick<TreeDeps, 'cache' | 'publisher'>,
  published: readonly Published[],
): void {
  for (const { instanceId, state } of published) if (cache.get(instanceId)) cache.set(state)
  publisher.publish(published)
}
