import type { Lifecycle } from '../../../../schema/enums.ts'
import type { InstanceState, Json } from '../../../../schema/events.ts'
import { withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { allowedEvents, moves, pathTo, reachable, type LifecycleEvent, type LifecycleRules } from './lifecycle.ts'
import { refuse } from '../state/refusal.ts'

/** Changes of where an instance is in its life, and of where it stands. */
export type LifecycleCommand =
  | {
      type: 'TRANSITION'
      event: LifecycleEvent
      now: string
      /** The ancestor whose move this one follows; null for the one that was asked to move. */
      inheritedFrom: string | null
      /** The nearest ancestor that is paused: what is below it neither starts nor resumes. */
      pausedAncestorId: string | null
      /** Asked for by somebody, whose wish it now is; otherwise an earlier wish stays while it can be reached. */
      isWish: boolean
    }
  | { type: 'SET_DESIRED'; lifecycle: Lifecycle }
  /** A move that nobody asked for was refused by a hook: noted until it moves, or is to stay where it is. */
  | { type: 'HOOK_REFUSED'; message: string; details: Json; now: string }
  /** Whether the two fit is asked before (domain/scope.ts): only there both are known. */
  | { type: 'MOVE'; parentId: string | null; pausedByAncestorId: string | null }

export const HOOK_REFUSING = 'HookRefusing'

export function decideLifecycle(state: InstanceState, command: LifecycleCommand, facts: InstanceFacts): Decision {
  switch (command.type) {
    case 'TRANSITION':
      return transition(state, command, facts.lifecycle)
    case 'SET_DESIRED':
      return setDesired(state, command.lifecycle, facts.lifecycle)
    case 'HOOK_REFUSED': {
      const { message, details, now } = command
      const conditions = withCondition(state.conditions, { type: HOOK_REFUSING, message, since: now, details })
      return { ok: true, next: conditions === state.conditions ? state : { ...state, conditions }, event: 'CONDITION' }
    }
    case 'MOVE': {
      const { parentId, pausedByAncestorId } = command
      const stays = parentId === state.parentId && pausedByAncestorId === state.pausedByAncestorId
      return {
        ok: true,
        next: stays ? state : { ...state, parentId, pausedByAncestorId },
        event: parentId === state.parentId ? 'LIFECYCLE' : 'CONFIG',
      }
    }
  }
}

type Transition = Extract<LifecycleCommand, { type: 'TRANSITION' }>

function transition(state: InstanceState, command: Transition, rules: LifecycleRules): Decision {
  const { event, now, inheritedFrom, pausedAncestorId, isWish } = command
  if (!rules.ok) return unreadable(state, rules.problems)
  const from = state.lifecycle as Lifecycle
  // A pause that came from above can be made one's own: the ancestor's resume then no longer ends it.
  if (event === 'PAUSE' && from === 'PAUSED' && state.pausedByAncestorId !== null && !rules.forbidden.has('PAUSE')) {
    return { ok: true, next: { ...state, pausedByAncestorId: inheritedFrom }, event: 'LIFECYCLE' }
  }
  const to = moves[from][event]
  const allowed = allowedEvents(from, rules)
  if (to === null || rules.forbidden.has(event)) {
    const why =
      to === null ? `An instance that is ${from}` : `By its definition's lifecycle template an instance that is ${from}`
    return refuse('INVALID_TRANSITION', `${why} cannot be told to ${event}.`, {
      instanceId: state.id,
      from,
      event,
      to,
      allowed,
    })
  }
  if (event === 'RESUME' && state.pausedByAncestorId !== inheritedFrom)
    return pausedAbove(state, event, state.pausedByAncestorId, allowed)
  if (to === 'ACTIVE' && pausedAncestorId !== null) return pausedAbove(state, event, pausedAncestorId, allowed)
  const wish = state.desiredLifecycle as Lifecycle
  const keepsWish = !isWish && wish !== from && pathTo(to, wish, rules) !== null
  return {
    ok: true,
    event: 'LIFECYCLE',
    next: {
      ...state,
      lifecycle: to,
      desiredLifecycle: keepsWish ? wish : to,
      conditions: withoutCondition(state.conditions, HOOK_REFUSING),
      pausedByAncestorId: to === 'PAUSED' ? inheritedFrom : null,
      startedAt: event === 'START' ? now : state.startedAt,
      stoppedAt: event === 'STOP' ? now : state.stoppedAt,
      archivedAt: event === 'ARCHIVE' ? now : state.archivedAt,
    },
  }
}

function pausedAbove(
  state: InstanceState,
  event: LifecycleEvent,
  ancestorId: string | null,
  allowed: LifecycleEvent[],
): Decision {
  return refuse(
    'INVALID_TRANSITION',
    `${ancestorId ?? 'An ancestor'} above it is paused: nothing below it can be told to ${event}.`,
    {
      instanceId: state.id,
      from: state.lifecycle,
      event,
      to: 'ACTIVE',
      pausedAncestorId: ancestorId,
      allowed: allowed.filter((other) => other !== event),
    },
  )
}

function setDesired(state: InstanceState, to: Lifecycle, rules: LifecycleRules): Decision {
  if (!rules.ok) return unreadable(state, rules.problems)
  const from = state.lifecycle as Lifecycle
  if (pathTo(from, to, rules) === null) {
    const allowed = reachable(from, rules)
    return refuse('INVALID_TRANSITION', `From ${from} no allowed moves lead to ${to}.`, {
      instanceId: state.id,
      from,
      to,
      allowed,
    })
  }
  if (to === state.desiredLifecycle) return { ok: true, next: state, event: 'LIFECYCLE' }
  const conditions = to === from ? withoutCondition(state.conditions, HOOK_REFUSING) : state.conditions
  return { ok: true, next: { ...state, desiredLifecycle: to, conditions }, event: 'LIFECYCLE' }
}

const unreadable = (state: InstanceState, problems: { pointer: string; message: string }[]) =>
  refuse('SCHEMA_VIOLATION', 'The lifecycle template of the definition cannot be read.', {
    instanceId: state.id,
    versionId: state.resolvedVersionId,
    problems: problems.map((problem) => ({ ...problem, pointer: `/lifecycleTemplate${problem.pointer}` })),
  })
