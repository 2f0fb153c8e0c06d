import type { Lifecycle } from '../../../../schema/enums.ts'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { allowedEvents } from '../../domain/lifecycle/lifecycle.ts'
import { activityOf, conflictOf, notFound } from '../../engine/changes/change-request.ts'
import type { Published } from '../../engine/changes/publisher.ts'
import { lockWithParent, requireStay } from '../../engine/tree/required-children.ts'
import { deleteInstances } from '../../store/instances/delete-instances.ts'
import { removeFlows } from '../../store/flows/flow-writes.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { permitted } from '../changes/guards.ts'
import { requestOf, type TransitionInput } from '../lifecycle/transition-instance.ts'

type Deleted = { id: string; changeId: string }

/**
 * Takes an instance and all below it out of every list and feed (R11): only one that is ARCHIVED or EPHEMERAL, because
 * archiving is the normal end. The rows become tombstones; log and activities keep saying what they were.
 */
export async function deleteInstance(deps: RuntimeDeps, viewer: Viewer, input: TransitionInput): Promise<Deleted> {
  const { changeId, reason, actorId, key, ...request } = requestOf(viewer, 'deleteInstance', input)
  const { published, answer } = await withTransaction(deps.pool, async (tx) => {
    const tree = await lockWithParent(tx, deps.facts, input.id)
    // A repeated request finds nothing but its own result.
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored) return { published: [], answer: { id: stored.instanceId, changeId: stored.changeId } }
    if (!tree) throw notFound(input.id)
    permitted(viewer, 'deleteInstance', input.id, tree.root)
    const { root, descendants } = tree
    const conflict = conflictOf(root, request.expectedRevision)
    if (conflict) throw conflict
    await requireEnded(deps, root)
    await requireStay(tx, deps.facts, root, tree.parent, 'DELETE')
    const all = [root, ...descendants]
    const { kind, name, definitionTypeKey, resolvedVersionId, lifecycle } = root
    const activity = activityOf(root, 'instance.deleted', actorId, changeId, {
      undo: { kind, name, definitionTypeKey, resolvedVersionId, lifecycle },
      patch: { deleted: all.length },
    })
    if (
      key &&
      !(await rememberResult(tx, viewer.tenantId, key, { instanceId: root.id, revision: root.revision + 1, changeId }))
    )
      throw mismatch()
    const at = await deleteInstances(tx, { ids: all.map(({ id }) => id), actorId, reason, changeId, activity })
    await removeFlows(
      tx,
      all.map(({ id }) => id),
    )
    return {
      published: all.map((state) => deletion(state, { at, changeId, actorId, reason })),
      answer: { id: root.id, changeId },
    }
  })
  for (const { instanceId } of published) deps.cache.delete(instanceId)
  deps.publisher.publish(published)
  return answer
}

function deletion(
  state: InstanceState,
  change: { at: string; changeId: string; actorId: string | null; reason: string | null },
): Published {
  const revision = state.revision + 1
  return {
    instanceId: state.id,
    revision,
    type: 'DELETED',
    patch: null,
    ...change,
    state: { ...state, revision, updatedAt: change.at },
  }
}

async function requireEnded(
  deps: RuntimeDeps,
  { id, lifecycle, persistence, resolvedVersionId }: InstanceState,
): Promise<void> {
  if (lifecycle === 'ARCHIVED' || persistence === 'EPHEMERAL') return
  const { lifecycle: rules } = await deps.facts.get(resolvedVersionId)
  throw new AppError('INVALID_TRANSITION', {
    public: `An instance that is ${lifecycle} cannot be deleted: archive it first.`,
    details: {
      instanceId: id,
      from: lifecycle,
      event: 'DELETE',
      to: null,
      allowed: allowedEvents(lifecycle as Lifecycle, rules),
    },
  })
}
