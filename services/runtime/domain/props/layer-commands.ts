import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, PathLock, PropOverride } from '../../../../schema/events.ts'
import type { Decision } from '../state/decision.ts'
import { fitProps, propsProblems, withEffective } from './fit-props.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { effectivePropsOf } from './layer-props.ts'
import { hasExpired } from './locks.ts'
import { pathProblem, valueProblem } from './prop-path.ts'
import { refuse } from '../state/refusal.ts'

/** Changes of what lies on top of an instance's props: overrides, and locks that keep some writers away. */
export type LayerCommand =
  | { type: 'SET_OVERRIDE'; override: PropOverride }
  | { type: 'CLEAR_OVERRIDE'; path: string }
  | { type: 'LOCK_PATH'; lock: PathLock }
  | { type: 'UNLOCK_PATH'; path: string }
  /** Takes away what has run out by `now`. Never refused: see withoutExpired. */
  | { type: 'EXPIRE_LAYERS'; now: string }

/** Overrides that one instance may have, and locks. */
export const layersMax = 100

export function decideLayers(state: InstanceState, command: LayerCommand, facts: InstanceFacts): Decision {
  switch (command.type) {
    case 'SET_OVERRIDE':
      return setOverride(state, command.override, facts)
    case 'CLEAR_OVERRIDE': {
      const overrides = state.overrides.filter(({ path }) => path !== command.path)
      return overrides.length === state.overrides.length
        ? equal(state)
        : fitProps({ ...state, overrides }, facts, 'PROPS')
    }
    case 'LOCK_PATH':
      return lockPath(state, command.lock)
    case 'UNLOCK_PATH': {
      const locks = state.locks.filter(({ path }) => path !== command.path)
      return locks.length === state.locks.length
        ? equal(state)
        : { ok: true, next: { ...state, locks }, event: 'PROPS' }
    }
    case 'EXPIRE_LAYERS':
      return withoutExpired(state, command.now, facts)
  }
}

const equal = (state: InstanceState): Decision => ({ ok: true, next: state, event: 'PROPS' })

/** Set again it replaces the one at that path, and is the highest of all: the last writer is the one who is shown. */
function setOverride(state: InstanceState, given: PropOverride, facts: InstanceFacts): Decision {
  const problem = pathProblem(given.path)
  if (problem !== null) return badPath(problem)
  const wrong = valueProblem(given.value)
  if (wrong !== null)
    return refuse('BAD_USER_INPUT', `The value ${wrong}.`, { problems: [{ pointer: '/value', message: wrong }] })
  const override = { ...given, value: stripNullMembers(given.value) }
  const present = state.overrides.find(({ path }) => path === override.path)
  if (present && present === state.overrides.at(-1) && sameButSince(present, override)) return equal(state)
  const others = state.overrides.filter((other) => other !== present)
  if (others.length >= layersMax) return limitReached('overrides')
  const decision = fitProps({ ...state, overrides: [...others, override] }, facts, 'PROPS')
  if (decision.ok && !deepEqualJson(valueAtPointer(decision.next.effectiveProps, override.path), override.value)) {
    return badPath('leads to an item that the list does not have')
  }
  return decision
}

function lockPath(state: InstanceState, lock: PathLock): Decision {
  const problem = pathProblem(lock.path)
  if (problem !== null) return badPath(problem)
  const present = state.locks.find(({ path }) => path === lock.path)
  if (present && sameButSince(present, lock)) return equal(state)
  const others = state.locks.filter((other) => other !== present)
  if (others.length >= layersMax) return limitReached('locks')
  return { ok: true, next: { ...state, locks: [...others, lock] }, event: 'PROPS' }
}

/**
 * An override must leave when its time is over, so what remains cannot be a reason to keep it. Where the overrides that
 * remain fit the definition only together with it, they leave too, the newest first: what lies below them always fits.
 */
function withoutExpired(state: InstanceState, now: string, facts: InstanceFacts): Decision {
  const overrides = state.overrides.filter((override) => !hasExpired(override, now))
  const locks = state.locks.filter((lock) => !hasExpired(lock, now))
  if (overrides.length === state.overrides.length && locks.length === state.locks.length) return equal(state)
  let next: InstanceState = {
    ...state,
    overrides: overrides.length === state.overrides.length ? state.overrides : overrides,
    locks,
  }
  if (next.overrides !== state.overrides) {
    while (next.overrides.length > 0 && propsProblems(next, facts).length > 0)
      next = { ...next, overrides: next.overrides.slice(0, -1) }
    next = withEffective(next, effectivePropsOf(next, facts.defaultProps))
  }
  return { ok: true, next, event: 'PROPS' }
}

/** When it was set is no difference: who sets the same again has changed nothing. */
function sameButSince(a: PropOverride | PathLock, b: PropOverride | PathLock): boolean {
  return deepEqualJson({ ...a, since: '' }, { ...b, since: '' })
}

const badPath = (problem: string) =>
  refuse('BAD_USER_INPUT', `The path ${problem}.`, { problems: [{ pointer: '/path', message: problem }] })

const limitReached = (what: string) =>
  refuse('LIMIT_REACHED', `An instance has at most ${layersMax} ${what}: clear one first.`, { limit: layersMax })
