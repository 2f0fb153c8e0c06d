import { assertNever } from '../../../kit/pure/assert-never.ts'
import { applyMergePatch, diffMergePatch, stripNullMembers } from '../../../kit/pure/merge-patch.ts'
import type { EventType, InstanceState, JsonObject } from '../../../schema/events.ts'
import type { InstanceFacts } from './instance-facts.ts'
import { effectivePropsOf } from './layer-props.ts'
import { refuse, type Refusal } from './refusal.ts'
import { stateDiff } from './state-document.ts'

/** A change that somebody asks of one living instance. */
export type Command =
  | { type: 'PATCH_PROPS'; patch: JsonObject }
  | { type: 'REPLACE_PROPS'; props: JsonObject }
  | { type: 'UPDATE'; fields: UpdateFields }

/** Absent: stays. Null: cleared, where the field may be. JSON values hold no null members (see stripNullMembers). */
export type UpdateFields = {
  name?: string | null
  visibility?: string
  config?: JsonObject
  metadata?: JsonObject
  webhooks?: JsonObject
  upgradeStrategy?: string
  maxVersion?: string | null
}

/** `next === state` (the same reference): an equal write, which makes no revision and no event. */
export type Decision = { ok: true; next: InstanceState; event: EventType } | { ok: false; refusal: Refusal }

/** What `command` makes of `state`, or why it may not. Pure; the revision is the writer's to assign. */
export function decide(state: InstanceState, command: Command, facts: InstanceFacts): Decision {
  switch (command.type) {
    case 'PATCH_PROPS':
      return withProps(state, applyMergePatch(state.props, command.patch), facts)
    case 'REPLACE_PROPS': {
      const props = stripNullMembers(command.props)
      return withProps(state, diffMergePatch(state.props, props) === undefined ? state.props : props, facts)
    }
    case 'UPDATE':
      return update(state, command.fields, facts)
    default:
      return assertNever(command)
  }
}

/** Bytes of `value` as JSON, for the limit that keeps an event small enough for the bus. */
export const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

export function tooLarge(what: string, value: unknown, bytesMax: number): { ok: false; refusal: Refusal } | null {
  const bytes = jsonBytes(value)
  return bytes <= bytesMax
    ? null
    : refuse('PAYLOAD_TOO_LARGE', `The ${what} would have ${bytes} bytes; at most ${bytesMax} are allowed.`, { bytes, bytesMax })
}

function withProps(state: InstanceState, props: JsonObject, facts: InstanceFacts): Decision {
  if (props === state.props) return { ok: true, next: state, event: 'PROPS' }
  const effectiveProps = effectivePropsOf({ ...state, props }, facts.defaultProps)
  const large = tooLarge('props', effectiveProps, facts.bytesMax)
  if (large) return large
  const problems = facts.checkProps(effectiveProps)
  if (problems.length > 0) return refuse('SCHEMA_VIOLATION', 'The props do not fit the definition.', { problems })
  return { ok: true, next: { ...state, props, effectiveProps }, event: 'PROPS' }
}

function update(state: InstanceState, fields: UpdateFields, facts: InstanceFacts): Decision {
  for (const what of ['config', 'metadata', 'webhooks'] as const) {
    const large = fields[what] && tooLarge(what, fields[what], facts.bytesMax)
    if (large) return large
  }
  const problems = fields.config ? facts.checkConfig(fields.config) : []
  if (problems.length > 0) return refuse('SCHEMA_VIOLATION', 'The config does not fit the definition.', { problems })
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const next = { ...state, ...given }
  return { ok: true, next: stateDiff(state, next) === null ? state : next, event: 'CONFIG' }
}
