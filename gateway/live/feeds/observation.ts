import type { Plan } from '../rendering/plan.ts'

/** The fields of Instance that tell of its screens: observed beside the instance, and never part of its revisions. */
const observedFields: ReadonlySet<string> = new Set(['presence', 'shownRevision', 'conditions', 'health', 'displays'])

/** Which of them a selection asks for. */
export function observedIn({ fetch }: Plan): ReadonlySet<string> {
  return new Set((fetch?.nodes ?? []).flatMap(({ name }) => (observedFields.has(name.value) ? [name.value] : [])))
}
