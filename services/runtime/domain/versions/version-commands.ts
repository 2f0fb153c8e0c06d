import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { refusedCondition, withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import { propsProblems, withEffective } from '../props/fit-props.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { effectivePropsOf } from '../props/layer-props.ts'
import { tooLarge } from '../state/payload-size.ts'
import { refuse } from '../state/refusal.ts'
import { configProblems } from '../instances/scope-config.ts'
import type { UpgradePolicy } from './upgrade-policy.ts'

/** A version of the definition that an instance follows, and what it asks of props and config. */
export type TargetVersion = {
  id: string
  definitionId: string
  version: string
  bundleUrl: string | null
  facts: InstanceFacts
}

/** Changes of the definition version that an instance follows. */
export type VersionCommand =
  /** By hand: to any version, back too. */
  | { type: 'UPGRADE'; target: TargetVersion }
  /**
   * By policy, which was weighed for an instance that stood at `from` with `policy`: one that has changed since stays as
   * it is until it is looked at again. `target` null: there is nothing to follow, so nothing can be blocked either.
   */
  | { type: 'AUTO_UPGRADE'; from: string; policy: UpgradePolicy; target: TargetVersion | null; now: string }

export const UPGRADE_BLOCKED = 'UpgradeBlocked'

export function decideVersion(state: InstanceState, command: VersionCommand): Decision {
  return command.type === 'UPGRADE' ? upgrade(state, command.target) : autoUpgrade(state, command)
}

function upgrade(state: InstanceState, target: TargetVersion): Decision {
  if (state.definitionId !== target.definitionId) {
    return refuse('BAD_USER_INPUT', 'The version belongs to another definition.', { definitionId: state.definitionId })
  }
  if (state.resolvedVersionId === target.id) return { ok: true, next: state, event: 'VERSION' }
  const large = tooLarge(
    'props',
    effectivePropsOf({ ...state, programme: null }, target.facts.defaultProps),
    target.facts.bytesMax,
  )
  if (large) return large
  const problems = upgradeProblems(state, target.facts)
  if (problems.length > 0) {
    return refuse('UPGRADE_BLOCKED', `Props or config do not fit version ${target.version}.`, {
      targetVersion: target.version,
      problems,
    })
  }
  return { ok: true, next: upgraded(state, target), event: 'VERSION' }
}

/** Where the instance would not fit the version. None: it may move. */
export const upgradeProblems = (state: InstanceState, facts: InstanceFacts): Problem[] => [
  ...propsProblems(state, facts),
  ...configProblems(state, state.config, facts),
]

function upgraded(state: InstanceState, { id, bundleUrl, facts }: TargetVersion): InstanceState {
  const next = {
    ...state,
    resolvedVersionId: id,
    bundleUrl,
    conditions: withoutCondition(state.conditions, UPGRADE_BLOCKED),
  }
  return withEffective(next, effectivePropsOf(next, facts.defaultProps))
}

/** Moves the instance if it fits, and otherwise says in a condition why it stays (model R15). Never refused. */
function autoUpgrade(
  state: InstanceState,
  { from, policy, target, now }: VersionCommand & { type: 'AUTO_UPGRADE' },
): Decision {
  const stays: Decision = { ok: true, next: state, event: 'CONDITION' }
  const isAsWeighed =
    state.resolvedVersionId === from &&
    state.upgradeStrategy === policy.strategy &&
    state.maxVersion === policy.maxVersion
  if (!isAsWeighed || state.lifecycle === 'ARCHIVED') return stays
  const decision = target && upgrade(state, target)
  if (decision?.ok) return decision
  const conditions = decision
    ? withCondition(state.conditions, refusedCondition(UPGRADE_BLOCKED, decision.refusal, now))
    : withoutCondition(state.conditions, UPGRADE_BLOCKED)
  return conditions === state.conditions ? stays : { ok: true, next: { ...state, conditions }, event: 'CONDITION' }
}
