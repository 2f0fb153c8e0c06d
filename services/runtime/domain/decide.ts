import type { InstanceRuntime, UpgradeStrategy, Visibility } from '../../../schema/enums.ts'
import { assertNever } from '../../../kit/pure/assert-never.ts'
import { applyMergePatch, diffMergePatch, stripNullMembers } from '../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../schema/events.ts'
import { decideBindings, type BindingCommand } from './bindings/binding-commands.ts'
import { decideDisplayKeys, type DisplayKeyCommand } from './displays/display-keys.ts'
import { decideLayers, type LayerCommand } from './props/layer-commands.ts'
import { decideLifecycle, type LifecycleCommand } from './lifecycle/lifecycle-commands.ts'
import { decideInherit, type InheritCommand } from './tree/inherit-command.ts'
import { decideReadiness, type ReadinessCommand } from './flows/readiness-command.ts'
import { decideProgramme, settleProgramme, type ProgrammeCommand } from './programmes/programme-layer.ts'
import { decideVersion, type VersionCommand } from './versions/version-commands.ts'
import { refuseOtherParts } from './instances/components.ts'
import type { Decision } from './state/decision.ts'
import { fitProps } from './props/fit-props.ts'
import type { InstanceFacts } from './state/instance-facts.ts'
import { tooLarge } from './state/payload-size.ts'
import { refuse } from './state/refusal.ts'
import { configOf, configProblems } from './instances/scope-config.ts'
import { stateDiff } from './state/state-document.ts'

/** A change that somebody asks of one living instance. */
export type Command =
  | { type: 'PATCH_PROPS'; patch: JsonObject }
  | { type: 'REPLACE_PROPS'; props: JsonObject }
  | { type: 'UPDATE'; fields: UpdateFields }
  | BindingCommand
  | LayerCommand
  | LifecycleCommand
  | VersionCommand
  | ReadinessCommand
  | InheritCommand
  | DisplayKeyCommand
  | ProgrammeCommand

/** Absent: stays. Null: cleared, where the field may be. JSON values hold no null members (see stripNullMembers). */
export type UpdateFields = {
  name?: string | null
  visibility?: Visibility
  config?: JsonObject
  metadata?: JsonObject
  webhooks?: JsonObject
  upgradeStrategy?: UpgradeStrategy
  maxVersion?: string | null
  runtime?: InstanceRuntime
}

/** What `command` makes of `state`, or why it may not. Pure; the revision is the writer's to assign. */
export function decide(state: InstanceState, command: Command, facts: InstanceFacts): Decision {
  const decision = decideCommand(state, command, facts)
  if (!decision.ok || decision.next === state) return decision
  const { next } = decision
  if (!next.programme && !state.programme) return decision
  const target = 'target' in command ? command.target : null
  const isMoved = next.resolvedVersionId !== state.resolvedVersionId
  return { ...decision, next: settleProgramme(next, isMoved && target ? target.facts : facts) }
}

function decideCommand(state: InstanceState, command: Command, facts: InstanceFacts): Decision {
  if (state.lifecycle === 'ARCHIVED' && changesContent(command)) {
    return refuse('INVALID_TRANSITION', 'An ARCHIVED instance stays as it was archived.', {
      from: state.lifecycle,
      allowed: [],
    })
  }
  switch (command.type) {
    case 'PATCH_PROPS':
      return withProps(state, applyMergePatch(state.props, command.patch), facts)
    case 'REPLACE_PROPS': {
      const props = stripNullMembers(command.props)
      return withProps(state, diffMergePatch(state.props, props) === undefined ? state.props : props, facts)
    }
    case 'UPDATE':
      return update(state, command.fields, facts)
    case 'SET_BINDINGS':
    case 'BINDING_RESOLVED':
    case 'BINDING_FAILED':
      return decideBindings(state, command, facts)
    case 'SET_OVERRIDE':
    case 'CLEAR_OVERRIDE':
    case 'LOCK_PATH':
    case 'UNLOCK_PATH':
    case 'EXPIRE_LAYERS':
      return decideLayers(state, command, facts)
    case 'UPGRADE':
    case 'AUTO_UPGRADE':
      return decideVersion(state, command, facts.version)
    case 'SET_READINESS':
      return decideReadiness(state, command)
    case 'INHERIT':
      return decideInherit(state, command, facts)
    case 'SET_PROGRAMME':
      return decideProgramme(state, command)
    case 'TRANSITION':
    case 'SET_DESIRED':
    case 'HOOK_REFUSED':
    case 'MOVE':
      return decideLifecycle(state, command, facts)
    case 'DISPLAY_KEYS':
      return decideDisplayKeys(state, command)
    default:
      return assertNever(command)
  }
}

/** Whether somebody asks for another content. Who may see it, and screens' keys, can be changed until it is deleted. */
function changesContent(command: Command): boolean {
  switch (command.type) {
    case 'PATCH_PROPS':
    case 'REPLACE_PROPS':
    case 'SET_BINDINGS':
    case 'SET_OVERRIDE':
    case 'LOCK_PATH':
    case 'UPGRADE':
      return true
    case 'UPDATE':
      return Object.entries(command.fields).some(([field, value]) => value !== undefined && field !== 'visibility')
    case 'BINDING_RESOLVED':
    case 'BINDING_FAILED':
    case 'CLEAR_OVERRIDE':
    case 'UNLOCK_PATH':
    case 'EXPIRE_LAYERS':
    case 'AUTO_UPGRADE':
    case 'SET_READINESS':
    case 'INHERIT':
    case 'SET_PROGRAMME':
    case 'TRANSITION':
    case 'SET_DESIRED':
    case 'HOOK_REFUSED':
    case 'MOVE':
    case 'DISPLAY_KEYS':
      return false
    default:
      return assertNever(command)
  }
}

function withProps(state: InstanceState, props: JsonObject, facts: InstanceFacts): Decision {
  return props === state.props
    ? { ok: true, next: state, event: 'PROPS' }
    : fitProps({ ...state, props }, facts, 'PROPS')
}

function update(state: InstanceState, fields: UpdateFields, facts: InstanceFacts): Decision {
  for (const what of ['config', 'metadata', 'webhooks'] as const) {
    const large = fields[what] && tooLarge(what, fields[what], facts.bytesMax)
    if (large) return large
  }
  const config = fields.config && configOf(state, fields.config)
  const fixed = config && refuseOtherParts(state, config)
  if (fixed) return { ok: false, refusal: fixed }
  const problems = config ? configProblems(state, config, facts) : []
  if (problems.length > 0) return refuse('SCHEMA_VIOLATION', 'The config does not fit the definition.', { problems })
  const given = Object.fromEntries(Object.entries({ ...fields, config }).filter(([, value]) => value !== undefined))
  const next = { ...state, ...given }
  return { ok: true, next: stateDiff(state, next) === null ? state : next, event: 'CONFIG' }
}
