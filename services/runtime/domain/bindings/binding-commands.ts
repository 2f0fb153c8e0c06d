import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { BindingState, InstanceState, Json } from '../../../../schema/events.ts'
import type { BindingSpec } from './binding-input.ts'
import { pickValue } from './binding-value.ts'
import { withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import { fitProps } from '../props/fit-props.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { tooLarge } from '../state/payload-size.ts'

/** What is known of a source at the moment a binding to it is written: what it says, or why it says nothing. */
export type Known = { value: Json } | { error: string }

/** Which of an instance's bindings are meant: those that have all these members. */
export type BindingMatch = Partial<Pick<BindingState, 'key' | 'source' | 'address' | 'strategy' | 'intervalSeconds'>>

export type BindingCommand =
  | { type: 'SET_BINDINGS'; bindings: readonly { spec: BindingSpec; known: Known | null }[]; at: string }
  /** `value` is what the source says; each binding takes its part of it. */
  | { type: 'BINDING_RESOLVED'; match: BindingMatch; value: Json; at: string }
  | { type: 'BINDING_FAILED'; match: BindingMatch; error: string; at: string }

export const BINDING_FAILING = 'BindingFailing'

/**
 * Bindings change an instance only here. PENDING until the source has said something, then OK with its value, or
 * FAILING with the last good one: a source that fails, or says what the definition does not allow, changes nothing on
 * the screen. A value that is there already is an equal write.
 */
export function decideBindings(state: InstanceState, command: BindingCommand, facts: InstanceFacts): Decision {
  const { at } = command
  if (command.type === 'SET_BINDINGS') return setBindings(state, command, facts)
  // What ended shows its last state; feeds that still come in are of no interest.
  if (state.lifecycle === 'ARCHIVED') return unchanged(state)
  const learnt = command.type === 'BINDING_RESOLVED' ? { value: command.value } : { error: command.error }
  return settle(
    state,
    state,
    state.bindings.map((binding) => (matches(binding, command.match) ? learnt : null)),
    facts,
    at,
  )
}

function setBindings(
  state: InstanceState,
  { bindings, at }: Extract<BindingCommand, { type: 'SET_BINDINGS' }>,
  facts: InstanceFacts,
): Decision {
  const next = bindings.map(({ spec }): BindingState => {
    const present = state.bindings.find((binding) => isSame(binding, spec))
    return present ?? { ...spec, state: 'PENDING', value: null, lastResolvedAt: null, lastError: null }
  })
  const known = bindings.map(({ known }) => known)
  // All at once, because two values may only fit together; if they do not, one by one, so that only the wrong one fails.
  const together = next.map((binding, index) => learn(binding, known[index] ?? null, at))
  const whole = withBindings(state, together, facts, at)
  if (whole.ok) return isEqual(state, whole.next) ? unchanged(state) : whole
  const bare = withBindings(state, next, facts, at)
  return bare.ok ? settle(state, bare.next, known, facts, at) : bare
}

/** `base` with what was learnt of its bindings, one after the other; equal to `state` where that changes nothing. */
function settle(
  state: InstanceState,
  base: InstanceState,
  learnt: readonly (Known | null)[],
  facts: InstanceFacts,
  at: string,
): Decision {
  let next = base
  for (const [index, known] of learnt.entries()) {
    const binding = next.bindings[index] as BindingState
    const after = learn(binding, known, at)
    if (after === binding) continue
    const decision = withBindings(next, next.bindings.with(index, after), facts, at)
    next = decision.ok ? decision.next : withFailure(next, index, failed(binding, reasonOf(decision.refusal)), at)
  }
  return isEqual(state, next) ? unchanged(state) : { ok: true, next, event: 'BINDINGS' }
}

function learn(binding: BindingState, known: Known | null, at: string): BindingState {
  if (known === null) return binding
  if ('error' in known) return failed(binding, known.error)
  const picked = pickValue(binding, known.value)
  if ('problem' in picked) return failed(binding, picked.problem)
  if (binding.state === 'OK' && deepEqualJson(binding.value, picked.value)) return binding
  return { ...binding, state: 'OK', value: picked.value, lastResolvedAt: at, lastError: null }
}

const errorCharactersMax = 300

function failed(binding: BindingState, reason: string): BindingState {
  const lastError = reason.slice(0, errorCharactersMax).toWellFormed()
  return binding.state === 'FAILING' && binding.lastError === lastError
    ? binding
    : { ...binding, state: 'FAILING', lastError }
}

/** The state with these bindings, if what is then shown fits the definition. */
function withBindings(state: InstanceState, bindings: BindingState[], facts: InstanceFacts, at: string): Decision {
  const large = tooLarge('bindings', bindings, facts.bytesMax)
  return large ?? fitProps({ ...state, bindings, conditions: conditionsOf(state, bindings, at) }, facts, 'BINDINGS')
}

/** A binding that only notes why it fails shows what it showed before: nothing to check. */
function withFailure(state: InstanceState, index: number, binding: BindingState, at: string): InstanceState {
  const bindings = state.bindings.with(index, binding)
  return { ...state, bindings, conditions: conditionsOf(state, bindings, at) }
}

function conditionsOf(
  { conditions }: InstanceState,
  bindings: readonly BindingState[],
  since: string,
): InstanceState['conditions'] {
  const failing = bindings.filter((binding) => binding.state === 'FAILING')
  if (failing.length === 0) return withoutCondition(conditions, BINDING_FAILING)
  const details = { bindings: failing.map(({ key, lastError }) => ({ key, error: lastError })) }
  const earlier = conditions.find(({ type }) => type === BINDING_FAILING)?.since
  const message = `What these follow cannot be had, and their last good value is shown: ${failing.map(({ key }) => key).join(', ')}.`
  return withCondition(conditions, { type: BINDING_FAILING, message, since: earlier ?? since, details })
}

function reasonOf({ public: message, details }: Extract<Decision, { ok: false }>['refusal']): string {
  const [problem] = (details?.['problems'] ?? []) as { pointer: string; message: string }[]
  return problem ? `does not fit the definition: ${problem.pointer} ${problem.message}` : message
}

const matches = (binding: BindingState, match: BindingMatch) =>
  Object.entries(match).every(([member, value]) => binding[member as keyof BindingMatch] === value)

const isSame = (binding: BindingState, spec: BindingSpec) =>
  (Object.keys(spec) as (keyof BindingSpec)[]).every((member) => binding[member] === spec[member])

const unchanged = (state: InstanceState): Decision => ({ ok: true, next: state, event: 'BINDINGS' })

const isEqual = (a: InstanceState, b: InstanceState) =>
  a.bindings.length === b.bindings.length &&
  a.bindings.every((binding, index) => binding === b.bindings[index]) &&
  a.effectiveProps === b.effectiveProps &&
  a.conditions === b.conditions
