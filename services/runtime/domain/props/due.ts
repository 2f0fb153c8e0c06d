import type { Lifecycle } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { pathTo, type LifecycleEvent, type LifecycleRules } from '../lifecycle/lifecycle.ts'

export type Due = { event: LifecycleEvent; reason: string }

/**
 * The next move that an instance makes by itself at `now`, or null: what its timeslot demands comes before what its
 * owner wishes, or a wish could keep it alive after its end. Pure, and asked again under the row's lock, so that it
 * does not matter how many workers look at the same instance. An EPHEMERAL one also ends when it `hasRunItsLast`.
 */
export function dueMove(
  state: InstanceState,
  now: string,
  rules: LifecycleRules,
  { hasRunItsLast = false } = {},
): Due | null {
  const from = state.lifecycle as Lifecycle
  const { timeslotStart: start, timeslotEnd: end, persistence } = state
  const hasEnded = end !== null && end <= now
  if (hasEnded && persistence === 'EPHEMERAL') return first(pathTo(from, 'ARCHIVED', rules), 'the timeslot has ended')
  if (hasRunItsLast && persistence === 'EPHEMERAL')
    return first(pathTo(from, 'ARCHIVED', rules), 'the last run has ended')
  if (hasEnded && (from === 'ACTIVE' || from === 'PAUSED'))
    return first(pathTo(from, 'STOPPED', rules), 'the timeslot has ended')
  const wished = first(pathTo(from, state.desiredLifecycle as Lifecycle, rules), 'the desired lifecycle')
  if (wished) return wished.event === 'RESUME' && state.pausedByAncestorId !== null ? null : wished
  if (from === 'CREATED' && start !== null && start <= now && !hasEnded)
    return first(pathTo(from, 'ACTIVE', rules), 'the timeslot has begun')
  return null
}

function first(way: LifecycleEvent[] | null, reason: string): Due | null {
  const [event] = way ?? []
  return event ? { event, reason } : null
}
