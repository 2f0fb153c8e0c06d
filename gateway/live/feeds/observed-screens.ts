import { sameObservation, sameProblems, type Observation } from '../../../schema/events.ts'

/** What a live query asks of screens: to filter by their presence, to see how they are, or nothing. */
export type Observes = { inFilter: boolean; presence: boolean; shownRevision: boolean; problems: boolean }

/** What listeners of a live query know of the screens of its members, and whose are to be told anew. */
export class ObservedScreens {
  readonly #observes: Observes | undefined
  readonly #known = new Map<string, Observation>()
  readonly #dirty = new Set<string>()

  constructor(observes: Observes | undefined) {
    this.#observes = observes
  }

  /** Somebody asks about screens. */
  get areAskedFor(): boolean {
    const observes = this.#observes
    return (
      observes !== undefined && (observes.inFilter || observes.presence || observes.shownRevision || observes.problems)
    )
  }

  /** Screens are what decides: who matches may have changed although no instance has. */
  get decide(): boolean {
    return this.#observes?.inFilter === true
  }

  /** Takes in what is observed now of a member; true where listeners are to be told. */
  observed(id: string, observation: Observation, isPresenceNew: boolean): boolean {
    const known = this.#known.get(id)
    if (known && sameObservation(known, observation)) return false
    this.#known.set(id, observation)
    // Who asks only who is there is not told of every revision that a screen has come to show.
    const isTold =
      (isPresenceNew && known?.presence !== observation.presence) ||
      this.#observes?.shownRevision === true ||
      (this.#observes?.problems === true && !(known && sameProblems(known, observation)))
    if (!isTold) return false
    this.#dirty.add(id)
    return true
  }

  /** The same for what the sweep finds of a member: what is not known is taken to be what listeners were told with the instance. */
  compare(id: string, observation: Observation): boolean {
    if (this.#known.has(id)) return this.observed(id, observation, true)
    this.#known.set(id, observation)
    return false
  }

  /** The bus may have lost what was observed of these. */
  doubt(ids: Iterable<string>): void {
    for (const id of ids) this.#dirty.add(id)
  }

  /** Whether listeners are to be told anew of these; from here on they have been. */
  takes(id: string): boolean {
    return this.#dirty.delete(id)
  }

  forget(id: string): void {
    this.#known.delete(id)
    this.#dirty.delete(id)
  }
}
