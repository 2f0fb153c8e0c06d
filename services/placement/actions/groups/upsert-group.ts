import type { Tx } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import {
  checkGroup,
  GROUP_SIZE_MAX,
  GROUPS_MAX,
  type Group,
  type GroupFields,
} from '../../domain/groups/check-group.ts'
import { containsItself, largestSize } from '../../domain/groups/group-nesting.ts'
import type { Problem } from '../../domain/placements/placement.ts'
import type { InstanceService } from '../../ports.ts'
import { groupNesting } from '../../store/groups/group-nesting.sql.ts'
import { groupsOf } from '../../store/groups/groups-of.sql.ts'
import { putGroup } from '../../store/groups/put-group.sql.ts'
import { zonesOf } from '../../store/zones/zones-of.sql.ts'
import { changeNamedSet, type NamedSetDeps } from '../named-sets/change-named-set.ts'
import { refuseInTenant } from '../../domain/access/may-write.ts'
import { accept, assertMay, refuseProblems } from '../refuse.ts'

/**
 * Makes a group or replaces all that is known of it. An equal one is left alone and leaves no activity. Throws
 * EMPTY_SELECTOR where its selector lets everything through, CYCLE where it would contain itself, LIMIT_REACHED where
 * there are too many or too many in one.
 */
export async function upsertGroup(
  deps: NamedSetDeps,
  viewer: Viewer,
  input: GroupFields & { idempotencyKey?: string | null },
): Promise<{ group: Group; changeId: string }> {
  assertMay(refuseInTenant(viewer, 'upsertGroup'))
  const group = accept(checkGroup(input))
  judgeSelector(deps.instances, group)
  const { tenantId } = viewer
  // Asked beforehand: inside the transaction it would take a second connection from the pool while others wait with one.
  const unknown = await deps.instances.unknownAmong(viewer, group.memberIds)
  const request = { mutation: 'upsertGroup' as const, input, named: { groupId: group.id } }
  const { result, changeId } = await changeNamedSet(deps, viewer, request, async (tx) => {
    const before = (await groupsOf(tx, tenantId, [group.id])).get(group.id) ?? null
    if (before !== null && canonicalJson(before) === canonicalJson(group)) return { result: group, trace: null }
    await judgeNesting(tx, tenantId, group)
    // Those that were members before may be gone by now, and stay named: that is no reason to refuse another change.
    const known = new Set(before?.memberIds)
    const isWrong = (id: string) => unknown.has(id) && !known.has(id)
    refuseProblems(
      (input.memberIds ?? []).flatMap((id, index) =>
        isWrong(id) ? [{ pointer: `/memberIds/${index}`, message: 'must be the id of an instance' }] : [],
      ),
    )
    await putGroup(tx, tenantId, group)
    const action = before === null ? 'group.created' : 'group.changed'
    return { result: group, trace: { action, resourceType: 'group', resourceId: group.id, before, after: group } }
  })
  return { group: result, changeId }
}

/** A group that holds everything would let a bulk write through that its own selector would not. */
function judgeSelector(instances: InstanceService, { selector }: Group): void {
  if (selector === null) return
  const { problems, isEmpty } = instances.judgeFilter(selector)
  refuseProblems(problems.map(({ pointer, message }) => ({ pointer: `/selector${pointer}`, message })))
  if (isEmpty) throw new AppError('EMPTY_SELECTOR', { public: 'The selector of a group must narrow.' })
}

/** What the group says of zones and other groups, seen together with all there are. The lock keeps them as they are. */
async function judgeNesting(tx: Tx, tenantId: string, { id, parentId, selector }: Group): Promise<void> {
  const others = (await groupNesting(tx, tenantId)).filter((other) => other.id !== id)
  if (others.length >= GROUPS_MAX)
    throw new AppError('LIMIT_REACHED', {
      public: `There may be at most ${GROUPS_MAX} groups.`,
      details: { limit: GROUPS_MAX },
    })
  const [zoneId, selectedGroupId] = [textOf(selector?.['zoneId']), textOf(selector?.['groupId'])]
  const isGroup = (wanted: string) => wanted === id || others.some((other) => other.id === wanted)
  const problems: Problem[] = []
  if (parentId !== null && !isGroup(parentId))
    problems.push({ pointer: '/parentId', message: 'must be the id of a group' })
  if (selectedGroupId !== null && !isGroup(selectedGroupId))
    problems.push({ pointer: '/selector/groupId', message: 'must be the id of a group' })
  if (zoneId !== null && (await zonesOf(tx, tenantId, [zoneId])).size === 0)
    problems.push({ pointer: '/selector/zoneId', message: 'must be the id of a zone' })
  refuseProblems(problems)
  const nesting = [...others, { id, parentId, selectedGroupId }]
  if (containsItself(nesting, id)) throw new AppError('CYCLE', { public: `The group ${id} would contain itself.` })
  if (largestSize(nesting) > GROUP_SIZE_MAX) {
    throw new AppError('LIMIT_REACHED', {
      public: `A group may be put together from at most ${GROUP_SIZE_MAX} others.`,
      details: { limit: GROUP_SIZE_MAX },
    })
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
