import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { refusedCondition, withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import { propsProblems, withEffective } from '../props/fit-props.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { effectivePropsOf } from '../props/layer-props.ts'
import { tooLarge } from '../state/payload-size.ts'
import { refuse } from '../state/refusal.ts'
import { refuseOtherParts } from '../instances/components.ts'
import { stateDiff } from '../state/state-document.ts'
import { migrateProps, type PropsMigration } from './migrate-props.ts'
import { configOf, configProblems } from '../instances/scope-config.ts'
import type { UpgradePolicy } from './upgrade-policy.ts'

/** A version of the definition that an instance follows, and what it asks of props and config. */
export type TargetVersion = {
  id: string
  definitionId: string
  version: string
  bundleUrl: string | null
  facts: InstanceFacts
  /** Of the versions up to this one, itself included. */
  migrations: readonly PropsMigration[]
}

/**
 * What is changed in the same revision: a merge patch over the migrated props or other props in their place, and another
 * config.
 */
export type WithVersion = { propsPatch?: JsonObject | null; props?: JsonObject | null; config?: JsonObject | null }

/** Changes of the definition version that an instance follows. */
export type VersionCommand =
  /** By hand: to any version, back too. */
  | ({ type: 'UPGRADE'; target: TargetVersion } & WithVersion)
  /**
   * By policy, which was weighed for an instance that stood at `from` with `policy`: one that has changed since stays as
   * it is until it is looked at again. `target` null: there is nothing to follow, so nothing can be blocked either.
   */
  | { type: 'AUTO_UPGRADE'; from: string; policy: UpgradePolicy; target: TargetVersion | null; now: string }

export const UPGRADE_BLOCKED = 'UpgradeBlocked'

/** `from`: the number of the version that the instance stands at. */
export function decideVersion(state: InstanceState, command: VersionCommand, from: string | null): Decision {
  return command.type === 'UPGRADE' ? upgrade(state, command.target, from, command) : autoUpgrade(state, command, from)
}

function upgrade(
  state: InstanceState,
  target: TargetVersion,
  from: string | null,
  content: WithVersion = {},
): Decision {
  if (state.definitionId !== target.definitionId) {
    return refuse('BAD_USER_INPUT', 'The version belongs to another definition.', { definitionId: state.definitionId })
  }
  const moved = withContent(state, migrateFor(state, target, from), content)
  const isMove = state.resolvedVersionId !== target.id
  if (!isMove && stateDiff(state, moved) === null) return { ok: true, next: state, event: 'VERSION' }
  const fixed = moved.config === state.config ? null : refuseOtherParts(state, moved.config)
  if (fixed) return { ok: false, refusal: fixed }
  const large =
    tooLarge(
      'props',
      effectivePropsOf({ ...moved, programme: null }, target.facts.defaultProps),
      target.facts.bytesMax,
    ) ?? (content.config ? tooLarge('config', content.config, target.facts.bytesMax) : null)
  if (large) return large
  const problems = contentProblems(moved, target.facts)
  if (problems.length > 0) {
    return refuse('UPGRADE_BLOCKED', `Props or config do not fit version ${target.version}.`, {
      targetVersion: target.version,
      problems,
    })
  }
  return { ok: true, next: upgraded(moved, target), event: 'VERSION' }
}

const migrateFor = ({ props }: InstanceState, { version, migrations }: TargetVersion, from: string | null) =>
  migrateProps(props, from, version, migrations)

function withContent(state: InstanceState, migrated: JsonObject, content: WithVersion): InstanceState {
  const { propsPatch, config } = content
  const props = content.props ?? (propsPatch ? applyMergePatch(migrated, propsPatch) : migrated)
  return {
    ...(props === state.props ? state : { ...state, props }),
    ...(config ? { config: configOf(state, config) } : {}),
  }
}

/** Where the instance, its props migrated, would not fit the version. None: it may move. */
export const upgradeProblems = (state: InstanceState, target: TargetVersion, from: string | null): Problem[] =>
  contentProblems(withContent(state, migrateFor(state, target, from), {}), target.facts)

const contentProblems = (state: InstanceState, facts: InstanceFacts): Problem[] => [
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
  number: string | null,
): Decision {
  const stays: Decision = { ok: true, next: state, event: 'CONDITION' }
  const isAsWeighed =
    state.resolvedVersionId === from &&
    state.upgradeStrategy === policy.strategy &&
    state.maxVersion === policy.maxVersion
  if (!isAsWeighed || state.lifecycle === 'ARCHIVED') return stays
  const decision = target && upgrade(state, target, number)
  if (decision?.ok) return decision
  const conditions = decision
    ? withCondition(state.conditions, refusedCondition(UPGRADE_BLOCKED, decision.refusal, now))
    : withoutCondition(state.conditions, UPGRADE_BLOCKED)
  return conditions === state.conditions ? stays : { ok: true, next: { ...state, conditions }, event: 'CONDITION' }
}
