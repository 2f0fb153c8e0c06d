import type { Lifecycle } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { pathTo, type LifecycleEvent, type LifecycleRules } from '../lifecycle/lifecycle.ts'

/**
 * Which descendants follow when their ancestor is told to do `event`, and what each of them is told (model R12).
 * `root` is the ancestor before its move.
 *
 *   START    nobody: each begins by itself
 *   PAUSE    those that are ACTIVE; they remember whose pause it is
 *   RESUME   those that this ancestor's pause put to sleep, and no others
 *   STOP     those that are ACTIVE or PAUSED
 *   ARCHIVE  all that are not ARCHIVED yet, each along its allowed moves; one that has no way gets the plain event,
 *            which its rules refuse
 *
 * An ancestor that makes an inherited pause its own takes over those below it that sleep for the same reason.
 */
export function followers<State extends InstanceState>(
  root: InstanceState,
  event: LifecycleEvent,
  descendants: readonly State[],
  rulesOf: (state: State) => LifecycleRules,
): { state: State; events: LifecycleEvent[] }[] {
  const told = (state: State, ...events: LifecycleEvent[]) => ({ state, events })
  switch (event) {
    case 'START':
      return []
    case 'PAUSE': {
      const takesOver = root.lifecycle === 'PAUSED'
      const follows = (state: State) =>
        takesOver
          ? state.pausedByAncestorId !== null && state.pausedByAncestorId === root.pausedByAncestorId
          : state.lifecycle === 'ACTIVE'
      return descendants.filter(follows).map((state) => told(state, 'PAUSE'))
    }
    case 'RESUME':
      return descendants.filter((state) => state.pausedByAncestorId === root.id).map((state) => told(state, 'RESUME'))
    case 'STOP':
      return descendants
        .filter(({ lifecycle }) => lifecycle === 'ACTIVE' || lifecycle === 'PAUSED')
        .map((state) => told(state, 'STOP'))
    case 'ARCHIVE':
      return descendants
        .filter(({ lifecycle }) => lifecycle !== 'ARCHIVED')
        .map((state) =>
          told(state, ...(pathTo(state.lifecycle as Lifecycle, 'ARCHIVED', rulesOf(state)) ?? ['ARCHIVE'])),
        )
  }
}
