import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import {
  notFound,
  toCommit,
  evaluateRequest,
  type ChangeOutcome,
  type ChangeRequest,
} from '../../engine/changes/change-request.ts'
import { commitAll, publishCommitted } from '../../engine/lifecycle/lifecycle-change.ts'
import type { Published } from '../../engine/changes/publisher.ts'
import { requireStay } from '../../engine/tree/required-children.ts'
import { ancestorIds, pausedAbove, subtreeIds } from '../../store/tree/hierarchy-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { assertParentAllows, assertChildRoleFree } from './check-parent.ts'
import { permitted } from '../changes/guards.ts'
import { requestOf } from '../lifecycle/transition-instance.ts'

export type MoveInstanceInput = {
  id: string
  parentId?: string | null
  expectedRevision?: number | null
  idempotencyKey?: string | null
}

/**
 * Puts an instance, with all below it, under another parent or at the top. It changes nobody's lifecycle; a pause that
 * came from an ancestor which is no longer above becomes that of the nearest paused one, or the sleeper's own.
 */
export async function moveInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: MoveInstanceInput,
): Promise<ChangeOutcome> {
  const request = { ...requestOf(viewer, 'moveInstance', input), action: 'instance.moved' }
  const parentId = input.parentId ?? null
  const { outcome, published } = await withTransaction(
    deps.pool,
    async (tx): Promise<{ outcome: ChangeOutcome; published: Published[] }> => {
      // Only moves can close a ring, and two that each look right can close one together: one at a time in a tenant.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`move:${viewer.tenantId}`])
      // Only moves change it.
      const before = (await loadStates(tx, [input.id])).get(input.id)?.parentId ?? null
      const ids = [...new Set([input.id, parentId, before].filter((id) => id !== null))]
      const states = await loadStates(tx, ids, { forUpdate: true })
      const state = states.get(input.id)
      permitted(viewer, 'moveInstance', input.id, state)
      if (!state) throw notFound(input.id)
      if (parentId !== null) permitted(viewer, 'moveInstance', parentId, states.get(parentId))
      const stored = request.key && (await findStoredResult(tx, viewer.tenantId, request.key))
      if (stored)
        return {
          outcome: { state, revision: stored.revision, changeId: stored.changeId, changed: false },
          published: [],
        }

      const moved = await placesAfter(tx, state, parentId)
      if (parentId !== before)
        await requireStay(tx, deps.facts, state, (before !== null && states.get(before)) || null, 'MOVE')
      const changes: Published[] = []
      for (const { from, pausedByAncestorId } of moved) {
        const isRoot = from.id === state.id
        const follower = {
          ...request,
          instanceId: from.id,
          action: null,
          key: null,
          expectedRevision: null,
          asker: null,
        }
        const command = { type: 'MOVE', parentId: isRoot ? parentId : from.parentId, pausedByAncestorId } as const
        changes.push(...(await commitMove(deps, tx, from, { ...(isRoot ? request : follower), command })))
      }
      if (parentId !== state.parentId)
        await assertChildRoleFree(tx, deps.facts, states.get(parentId ?? '') ?? null, state.id)
      const first = changes.find(({ instanceId }) => instanceId === state.id)
      const { changeId, key } = request
      if (first)
        return {
          outcome: { state: first.state, revision: first.revision, changeId, changed: true },
          published: changes,
        }
      if (
        key &&
        !(await rememberResult(tx, viewer.tenantId, key, { instanceId: state.id, revision: state.revision, changeId }))
      )
        throw mismatch()
      return { outcome: { state, revision: state.revision, changeId, changed: false }, published: [] }
    },
  )
  publishCommitted(deps, published)
  return outcome
}

async function commitMove(
  deps: RuntimeDeps,
  tx: Sql,
  before: InstanceState,
  request: ChangeRequest,
): Promise<Published[]> {
  const tried = evaluateRequest(before, request, await deps.facts.get(before.resolvedVersionId))
  if (!tried.ok) throw tried.error
  return tried.next === null
    ? []
    : await commitAll(tx, [toCommit(before, [{ request, event: tried.event, before, after: tried.next }])])
}

type Placed = { from: InstanceState; pausedByAncestorId: string | null }

/** The instance and those below it whose pause came from above it, each with whose pause it is at the new place. */
async function placesAfter(tx: Sql, state: InstanceState, parentId: string | null): Promise<Placed[]> {
  const { pausedByAncestorId } = state
  if (parentId === state.parentId) return [{ from: state, pausedByAncestorId }]
  await refuseRing(tx, state.id, parentId)
  const parent = await assertParentAllows(tx, state, parentId)
  const below = new Set(await subtreeIds(tx, state.id))
  const sleepers = [...(await lockSleepers(tx, [...below])).values()].filter(
    (sleeper) => !below.has(sleeper.pausedByAncestorId as string),
  )
  if (sleepers.length === 0) return [{ from: state, pausedByAncestorId }]
  const cause =
    parent &&
    (parent.lifecycle === 'PAUSED' ? (parent.pausedByAncestorId ?? parent.id) : await pausedAbove(tx, parent.id))
  const others = sleepers.filter(({ id }) => id !== state.id)
  const own = others.length < sleepers.length ? cause : pausedByAncestorId
  return [{ from: state, pausedByAncestorId: own }, ...others.map((from) => ({ from, pausedByAncestorId: cause }))]
}

async function refuseRing(tx: Sql, id: string, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const above = [parentId, ...((await ancestorIds(tx, [parentId])).get(parentId) ?? [])]
  const at = above.indexOf(id)
  if (at < 0) return
  throw new AppError('CYCLE', {
    public:
      at === 0 ? 'An instance cannot be its own parent.' : `${parentId} stands below ${id}: it cannot be its parent.`,
    details: {
      id,
      parentId,
      path: above
        .slice(0, at + 1)
        .toReversed()
        .slice(0, 50),
    },
  })
}

async function lockSleepers(tx: Sql, ids: readonly string[]): Promise<Map<string, InstanceState>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'inherited-pauses',
    text: 'SELECT id FROM runtime.instance WHERE id = ANY($1::text[]) AND paused_by_ancestor_id IS NOT NULL',
    values: [ids],
  })
  return await loadStates(
    tx,
    rows.map(({ id }) => id),
    { forUpdate: true },
  )
}
