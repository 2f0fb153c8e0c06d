import type { Sql } from '../../kit/db/pool.ts'
import { newId } from '../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../schema/events.ts'
import { commitChanges, type Commit } from '../../services/runtime/store/changes/commit-changes.ts'

/**
 * What one patchProps does to the database, with the statement that the product itself uses and nothing around it.
 * `states` are what the caller knows, which is right as long as nobody else writes. The new revision.
 */
export async function barePatch(
  sql: Sql,
  states: Map<string, InstanceState>,
  id: string,
  destination: string,
): Promise<number> {
  const base = states.get(id)
  if (!base) throw new Error(`no instance ${id}`)
  const change: JsonObject = { destination }
  const props = { ...base.props, ...change }
  const next = { ...base, props, effectiveProps: { ...base.effectiveProps, ...change }, revision: base.revision + 1 }
  const undo: JsonObject = { destination: base.props['destination'] ?? null }
  const changeId = newId('chg', 16)
  const steps: Commit['steps'] = [
    {
      type: 'PROPS',
      patch: { props: change, effectiveProps: change },
      undo: { props: undo, effectiveProps: undo },
      after: next,
      actorId: base.ownerId,
      reason: null,
      changeId,
      activity: {
        id: newId('act', 16),
        tenantId: base.tenantId,
        actorId: base.ownerId,
        action: 'instance.props-patched',
        resourceType: 'Instance',
        resourceId: id,
        before: { props: undo, effectiveProps: undo },
        after: { props: change, effectiveProps: change },
        changeId,
      },
    },
  ]
  const times = await commitChanges(sql, [{ base, next, steps, key: null }])
  if (!times.has(id)) throw new Error(`${id} has moved on: somebody else writes to it`)
  states.set(id, next)
  return next.revision
}
