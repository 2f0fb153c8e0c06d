import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { refusedCondition, withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import { fitProps } from '../props/fit-props.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'

/** What comes down from `parentId`, whole. One that has another parent by now stays as it is until it is looked at again. */
export type InheritCommand = { type: 'INHERIT'; parentId: string | null; props: JsonObject; now: string }

const INHERITANCE_BLOCKED = 'InheritanceBlocked'

/** Props that do not fit the child stay above: it keeps what it had, and says so in a condition. Never refused. */
export function decideInherit(
  state: InstanceState,
  { parentId, props, now }: InheritCommand,
  facts: InstanceFacts,
): Decision {
  if (state.parentId !== parentId) return { ok: true, next: state, event: 'PROPS' }
  const conditions = withoutCondition(state.conditions, INHERITANCE_BLOCKED)
  if (deepEqualJson(state.inheritedProps, props)) {
    return { ok: true, next: conditions === state.conditions ? state : { ...state, conditions }, event: 'CONDITION' }
  }
  const decision = fitProps({ ...state, inheritedProps: props, conditions }, facts, 'PROPS')
  if (decision.ok) return decision
  const blocked = withCondition(
    state.conditions,
    refusedCondition(INHERITANCE_BLOCKED, decision.refusal, now, { parentId }),
  )
  return {
    ok: true,
    next: blocked === state.conditions ? state : { ...state, conditions: blocked },
    event: 'CONDITION',
  }
}
