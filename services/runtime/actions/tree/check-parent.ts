import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { refuseRoles } from '../../domain/tree/child-requirements.ts'
import { toError } from '../../domain/state/refusal.ts'
import { childrenMax, refusePlace } from '../../domain/instances/scope.ts'
import { notFound } from '../../engine/changes/change-request.ts'
import type { DefinitionRulesCache } from '../../engine/versions/definition-rules.ts'
import { livingChildren } from '../../store/tree/hierarchy-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { countRoles } from '../../store/tree/role-counts.ts'

/**
 * Throws LIMIT_REACHED where the child, which by now stands below the parent, fills a role of the parent's definition
 * that has enough. Asked after the child was written, in the same transaction and under the parent's lock.
 */
export async function assertChildRoleFree(
  tx: Sql,
  facts: DefinitionRulesCache,
  parent: InstanceState | null,
  childId: string,
): Promise<void> {
  if (parent === null) return
  const { childRequirements } = await facts.get(parent.resolvedVersionId)
  const refusal = refuseRoles(parent, childRequirements, await countRoles(tx, parent.id, childRequirements, childId))
  if (refusal) throw toError(refusal)
}

/**
 * Throws unless `child` may be a new child of that parent (null: stand at the top): SCOPE_VIOLATION, LIMIT_REACHED,
 * NOT_FOUND, or what else domain/scope.ts refuses. The parent's row stays locked until the transaction ends, so that
 * neither its scope nor the number of its children changes before the child is there.
 */
export async function assertParentAllows(
  tx: Sql,
  child: InstanceState,
  parentId: string | null,
): Promise<InstanceState | null> {
  const parent =
    parentId === null ? null : ((await loadStates(tx, [parentId], { forUpdate: true })).get(parentId) ?? null)
  if (parentId !== null && parent?.tenantId !== child.tenantId) throw notFound(parentId)
  const refusal = refusePlace(child, parent)
  if (refusal) throw toError(refusal)
  const limit = parent && childrenMax(parent)
  if (parent && limit !== null && (await livingChildren(tx, parent.id, limit)) >= limit) {
    throw new AppError('LIMIT_REACHED', {
      public: `${parent.id} may have at most ${limit} living children.`,
      details: { limit, parentId: parent.id, setting: 'limits.max_child_instances' },
    })
  }
  return parent
}
