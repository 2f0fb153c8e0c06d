import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { EventType, InstanceState } from '../../../../schema/events.ts'
import type { Decision } from '../state/decision.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { effectivePropsOf } from './layer-props.ts'
import { tooLarge } from '../state/payload-size.ts'
import { refuse } from '../state/refusal.ts'

/**
 * `next` with what its layers now show, if that fits the definition. What lies below the overrides must fit as well:
 * an override leaves by itself, at a time when nobody is there to be told that the rest is wrong. A programme is never
 * in the way: see settleProgramme, which `decide` asks afterwards.
 */
export function fitProps(next: InstanceState, facts: InstanceFacts, event: EventType): Decision {
  const effectiveProps = effectivePropsOf({ ...next, programme: null }, facts.defaultProps)
  const large = tooLarge('props', effectiveProps, facts.bytesMax)
  if (large) return large
  const problems = propsProblems(next, facts)
  if (problems.length > 0) return refuse('SCHEMA_VIOLATION', 'The props do not fit the definition.', { problems })
  return { ok: true, next: withEffective(next, effectiveProps), event }
}

/**
 * Where the props of `state`, with or without its overrides, do not fit: '/props/…', whichever layer or mutation is to
 * blame; its programme left out.
 */
export const propsProblems = (state: InstanceState, facts: InstanceFacts): Problem[] =>
  shownProblems({ ...state, programme: null }, facts)

/** The same with its programme. */
export function shownProblems(state: InstanceState, facts: InstanceFacts): Problem[] {
  const problemsOf = (shown: InstanceState) =>
    facts
      .checkProps(effectivePropsOf(shown, facts.defaultProps))
      .map((problem) => ({ ...problem, pointer: `/props${problem.pointer}` }))
  const problems = problemsOf(state)
  if (problems.length > 0 || state.overrides.length === 0) return problems
  return problemsOf({ ...state, overrides: [] }).map((problem) => ({
    ...problem,
    message: `${problem.message} (below the override)`,
  }))
}

/** Keeps the reference where nothing that is shown changes, so that the column is not written for nothing. */
export function withEffective(state: InstanceState, effectiveProps: InstanceState['effectiveProps']): InstanceState {
  return deepEqualJson(state.effectiveProps, effectiveProps) ? state : { ...state, effectiveProps }
}
