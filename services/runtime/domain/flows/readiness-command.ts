import type { Readiness } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { Decision } from '../state/decision.ts'

/** What the flows make of the instance's readiness; the engine's alone to say. */
export type ReadinessCommand = { type: 'SET_READINESS'; readiness: Readiness | null }

export function decideReadiness(state: InstanceState, { readiness }: ReadinessCommand): Decision {
  return { ok: true, next: readiness === state.readiness ? state : { ...state, readiness }, event: 'READINESS' }
}
