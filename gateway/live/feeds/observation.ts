import type { Observation } from '../../../schema/events.ts'

/** The fields of Instance that tell of its screens: observed beside the instance, and never part of its revisions. */
export const observedFields: ReadonlySet<string> = new Set(['presence', 'shownRevision'])

export const sameObservation = (a: Observation, b: Observation) =>
  a.presence === b.presence && a.shownRevision === b.shownRevision
