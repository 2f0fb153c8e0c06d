import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { countsOnChildren, refuseLeave, type Leaving } from '../../domain/tree/child-requirements.ts'
import { toError } from '../../domain/state/refusal.ts'
import { lockSubtree } from '../../store/tree/hierarchy-reads.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { countRoles } from '../../store/tree/role-counts.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'

export type LockedTree = { root: InstanceState; descendants: InstanceState[]; parent: InstanceState | null }

/**
 * The instance and all below it, locked, and with them its parent where that counts on its children: in one order, so
 * that nobody waits in a circle, and before they are counted, so that two who take the last two away do not both see one left.
 */
export async function lockWithParent(tx: Sql, facts: DefinitionRulesCache, rootId: string): Promise<LockedTree | null> {
  for (;;) {
    const parentId = (await loadStates(tx, [rootId])).get(rootId)?.parentId ?? null
    const parent = parentId === null ? undefined : (await loadStates(tx, [parentId])).get(parentId)
    const asked =
      parent && countsOnChildren(parent, (await facts.get(parent.resolvedVersionId)).childRequirements)
        ? parent.id
        : null
    const tree = await lockSubtree(tx, rootId, asked)
    // It may have been moved before it was locked.
    if (tree === null || tree.root.parentId === parentId) return tree
  }
}

/** Throws INVALID_TRANSITION where the parent, locked and not ended, would have fewer than it must without the child. */
export async function requireStay(
  tx: Sql,
  facts: DefinitionRulesCache,
  child: InstanceState,
  parent: InstanceState | null,
  event: Leaving,
): Promise<void> {
  if (parent === null) return
  const { childRequirements } = await facts.get(parent.resolvedVersionId)
  if (!countsOnChildren(parent, childRequirements)) return
  const counts = await countRoles(tx, parent.id, childRequirements, child.id)
  const refusal = refuseLeave(
    { parent, child, event },
    childRequirements,
    counts,
    (await facts.get(child.resolvedVersionId)).lifecycle,
  )
  if (refusal) throw toError(refusal)
}
