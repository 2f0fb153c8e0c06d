import type { Verdict } from './display-state.ts'
import type { InstanceChangedSubscription } from '../generated.ts'

export type InstanceEvent = InstanceChangedSubscription['instanceChanged']

/** The newest known state of one instance and the event that led to it. */
export type InstanceFeedState = {
  revision: number
  cursor: string
  instance: InstanceEvent['instance']
  event: InstanceEvent
}

/** Every revision once and in order; only a snapshot may leap. Never answers a lower revision than the known one. */
export function applyInstanceEvent(known: InstanceFeedState | null, event: InstanceEvent): Verdict<InstanceFeedState> {
  if (event.type === 'RESYNC') return { type: 'reset' }
  if (known) {
    // Presence is an observation, not a change: it comes with the revision of the moment.
    const observed = event.type === 'PRESENCE' && event.revision === known.revision
    if (event.revision <= known.revision && !observed) return { type: 'ignored' }
    if (event.revision > known.revision + 1 && event.type !== 'SNAPSHOT') return { type: 'gap' }
  }
  return {
    type: 'changed',
    state: { revision: event.revision, cursor: event.cursor, instance: event.instance, event },
  }
}
