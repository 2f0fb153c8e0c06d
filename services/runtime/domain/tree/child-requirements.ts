import type { Lifecycle } from '../../../../schema/enums.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { allowedEvents, type LifecycleRules } from '../lifecycle/lifecycle.ts'
import { refuse, type Refusal } from '../state/refusal.ts'

/** A role among the children of an instance: which children fill it, and how many may and must. */
export type ChildRequirement = {
  role: string
  kind: string
  selector: { definitionTypeKey?: string; nameContains?: string; propsContain?: JsonObject }
  min: number
  /** Null: any number. */
  max: number | null
}

/**
 * How many living children fill the role of the same place in the list, how many of them are not STOPPED for good, and
 * whether the one in question fills it.
 */
export type RoleCount = { count: number; working: number; isFilledBy: boolean }

/** As published: the catalogue has seen to their shape. */
export const readChildRequirements = (given: readonly JsonObject[]): ChildRequirement[] =>
  given.map(({ role, kind, selector, min, max }) => ({
    role: String(role),
    kind: String(kind),
    selector: (selector ?? {}) as ChildRequirement['selector'],
    min: typeof min === 'number' ? min : 0,
    max: typeof max === 'number' ? max : null,
  }))

const none: RoleCount = { count: 0, working: 0, isFilledBy: false }

/**
 * Why a child that now stands below `parent` cannot stay: it fills a role that has as many as it may. One that fills no
 * role is nobody's business here; `counts` has the child in it.
 */
export function refuseRoles(
  parent: Pick<InstanceState, 'id'>,
  requirements: readonly ChildRequirement[],
  counts: readonly RoleCount[],
): Refusal | null {
  for (const [index, { role, max }] of requirements.entries()) {
    const { count, isFilledBy } = counts[index] ?? none
    if (max === null || !isFilledBy || count <= max) continue
    return refuse('LIMIT_REACHED', `${parent.id} has all it may have in the role of ${role}: ${max}.`, {
      limit: max,
      role,
      parentId: parent.id,
      setting: 'childRequirements',
    }).refusal
  }
  return null
}

/** Why an instance cannot start yet: roles that have fewer than they must, all of them named. */
export function refuseStart(
  state: InstanceState,
  requirements: readonly ChildRequirement[],
  counts: readonly RoleCount[],
  rules: LifecycleRules,
): Refusal | null {
  const missing = requirements.flatMap(({ role, kind, selector, min }, index) => {
    const present = counts[index]?.working ?? 0
    return present < min ? [{ role, kind, selector, min, present }] : []
  })
  if (missing.length === 0) return null
  const from = state.lifecycle as Lifecycle
  const names = missing.map(({ role, min, present }) => `${role} (${present} of ${min})`).join(', ')
  return refuse(
    'INVALID_TRANSITION',
    `${state.id} cannot start without the children that its definition requires: ${names}.`,
    {
      instanceId: state.id,
      from,
      event: 'START',
      to: 'ACTIVE',
      allowed: allowedEvents(from, rules).filter((event) => event !== 'START'),
      missing,
    },
  ).refusal
}

/** Ways in which a child leaves its parent with one less. */
export type Leaving = 'STOP' | 'ARCHIVE' | 'DELETE' | 'MOVE'

/** Whether it matters to an instance that its children stay: some role has a minimum, and it has not ended. */
export const countsOnChildren = (
  { lifecycle }: Pick<InstanceState, 'lifecycle'>,
  requirements: readonly ChildRequirement[],
): boolean => lifecycle !== 'STOPPED' && lifecycle !== 'ARCHIVED' && requirements.some(({ min }) => min > 0)

/**
 * Why a child cannot leave: its parent is at work and would have fewer in a role than it must. What is STOPPED already
 * is missed by nobody. `counts` has the child in it.
 */
export function refuseLeave(
  { parent, child, event }: { parent: InstanceState; child: InstanceState; event: Leaving },
  requirements: readonly ChildRequirement[],
  counts: readonly RoleCount[],
  rules: LifecycleRules,
): Refusal | null {
  const isAtWork = parent.lifecycle === 'ACTIVE' || parent.lifecycle === 'PAUSED'
  if (!isAtWork || child.lifecycle === 'STOPPED' || child.lifecycle === 'ARCHIVED') return null
  const missing = requirements.flatMap(({ role, kind, selector, min }, index) => {
    const { working, isFilledBy } = counts[index] ?? none
    return isFilledBy && working - 1 < min ? [{ role, kind, selector, min, present: working - 1 }] : []
  })
  if (missing.length === 0) return null
  const from = child.lifecycle as Lifecycle
  const names = missing.map(({ role, min, present }) => `${role} (${present} of ${min})`).join(', ')
  return refuse(
    'INVALID_TRANSITION',
    `${parent.id} is ${parent.lifecycle} and would be without children that its definition requires: ${names}. Give it another, or stop it first.`,
    {
      instanceId: child.id,
      parentId: parent.id,
      from,
      event,
      allowed: allowedEvents(from, rules).filter((other) => other !== 'STOP' && other !== 'ARCHIVE'),
      missing,
    },
  ).refusal
}
