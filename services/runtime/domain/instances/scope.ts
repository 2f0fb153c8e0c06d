import type { Scope } from '../../../../schema/enums.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { handsOn } from './delegation.ts'
import { kindOf } from './kinds.ts'
import { refuse, type Refusal } from '../state/refusal.ts'
import { withScopeDefaults } from './scope-config.ts'

/** How far an instance reaches: a child never reaches further than its parent (model R9). */
const ranks: Record<Scope, number> = { GLOBAL: 0, PROJECT: 1, ORCHESTRATION: 2 }

type Member = Pick<InstanceState, 'id' | 'kind' | 'scope' | 'projectId' | 'lifecycle'>
type Parent = Member & Pick<InstanceState, 'config'>

/** Why `child` cannot stand below `parent` (null: at the top); null when it can. */
export function refusePlace(child: Member, parent: Parent | null): Refusal | null {
  const { refusal } = parent === null ? alone(child) : (below(child, parent) ?? { refusal: null })
  return refusal
}

function alone(child: Member): { refusal: Refusal | null } {
  if (kindOf(child.kind).onDemand !== false) return { refusal: null }
  return refuse('BAD_USER_INPUT', `A ${child.kind} lives inside the part that it belongs to: give its parent.`, {
    problems: [{ pointer: '/parentId', message: 'is required' }],
  })
}

function below(child: Member, parent: Parent) {
  if (parent.lifecycle === 'ARCHIVED') {
    return refuse('INVALID_TRANSITION', 'What is archived takes no children.', {
      from: parent.lifecycle,
      event: 'ADOPT',
      allowed: [],
      parentId: parent.id,
    })
  }
  const children = kindOf(parent.kind).children
  if (children !== 'ANY' && !children.includes(child.kind)) {
    return refuse('SCOPE_VIOLATION', `A ${child.kind} cannot stand below a ${parent.kind}.`, {
      childKind: child.kind,
      parentKind: parent.kind,
      allowed: children,
    })
  }
  const fits =
    child.scope !== 'GLOBAL' &&
    rankOf(child.scope) >= rankOf(parent.scope) &&
    (parent.scope === 'GLOBAL' || parent.projectId === child.projectId)
  if (fits)
    return delegates(child, parent)
      ? null
      : refuse('SCOPE_VIOLATION', `${parent.id} hands no work on: its delegation is not enabled.`, {
          parentId: parent.id,
          setting: 'delegation.enabled',
          allowed: [parent.scope],
        })
  return refuse('SCOPE_VIOLATION', `A ${child.scope} instance cannot stand below this ${parent.scope} one.`, {
    child: child.scope,
    parent: parent.scope,
    allowed: (Object.keys(ranks) as Scope[]).filter(
      (scope) => scope !== 'GLOBAL' && rankOf(scope) >= rankOf(parent.scope),
    ),
    ...(parent.scope === 'GLOBAL' ? {} : { projectId: parent.projectId }),
  })
}

/** A HOPPER has narrower ones below it only while its config lets it hand work on. */
const delegates = (child: Member, parent: Parent): boolean =>
  parent.kind !== 'HOPPER' || child.kind !== 'HOPPER' || child.scope === parent.scope || handsOn(parent)

const rankOf = (scope: Scope) => ranks[scope]

/** How many living children this instance may have: limits.max_child_instances of its config. Null: any number. */
export function childrenMax({ kind, scope, config }: Pick<InstanceState, 'kind' | 'scope' | 'config'>): number | null {
  const { limits } = kind === 'HOPPER' ? withScopeDefaults(scope, config) : config
  const max = typeof limits === 'object' && limits !== null ? (limits as JsonObject)['max_child_instances'] : undefined
  return typeof max === 'number' && Number.isInteger(max) && max >= 0 ? max : null
}
