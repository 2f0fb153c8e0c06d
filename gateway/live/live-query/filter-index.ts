import {
  isPlaceKey,
  keysOfFilter,
  keysOfInstance,
  membersAsked,
  propNameOf,
  type Facts,
  type Filter,
} from './filter-keys.ts'

/** Subscribers whose filters look at the same members of a state, by the keys that they are found by. */
type Shelf<Subscriber> = {
  members: ReadonlySet<string> | null
  found: Map<string, Set<Subscriber>>
  byPlace: Set<Subscriber>
}

type Entry<Subscriber> = { name: string; shelf: Shelf<Subscriber>; keys: string[] }

/**
 * Finds, for an instance that changed, the subscribers whose filters it might match now, without a look at the others.
 * Each filter is kept under the most selective condition it has (see filter-keys.ts). Whoever is not found does
 * certainly not match; whoever is found has to be asked about.
 */
export class FilterIndex<Subscriber> {
  readonly #shelves = new Map<string, Shelf<Subscriber>>()
  readonly #entries = new Map<Subscriber, Entry<Subscriber>>()
  /** Props that filters ask for, with how many keys name them. */
  readonly #propNames = new Map<string, number>()

  /** Somebody may be found by where an instance is, where these members of it changed. */
  needsPlace(changed: ReadonlySet<string> | null): boolean {
    return [...this.#shelves.values()].some(({ members, byPlace }) => byPlace.size > 0 && mayDecide(members, changed))
  }

  add(subscriber: Subscriber, filter: Filter): void {
    const members = membersAsked(filter)
    const name = members === null ? '*' : [...members].sort().join(' ')
    const shelf = this.#shelves.get(name) ?? {
      members,
      found: new Map<string, Set<Subscriber>>(),
      byPlace: new Set<Subscriber>(),
    }
    this.#shelves.set(name, shelf)
    const keys = keysOfFilter(filter, (key) => shelf.found.get(key)?.size ?? 0)
    for (const key of keys) {
      const bucket = shelf.found.get(key)
      if (bucket) bucket.add(subscriber)
      else shelf.found.set(key, new Set([subscriber]))
      this.#countProp(key, 1)
    }
    if (keys.some(isPlaceKey)) shelf.byPlace.add(subscriber)
    this.#entries.set(subscriber, { name, shelf, keys })
  }

  remove(subscriber: Subscriber): void {
    const entry = this.#entries.get(subscriber)
    if (!entry) return
    const { name, shelf, keys } = entry
    for (const key of keys) {
      const bucket = shelf.found.get(key)
      bucket?.delete(subscriber)
      if (bucket?.size === 0) shelf.found.delete(key)
      this.#countProp(key, -1)
    }
    shelf.byPlace.delete(subscriber)
    if (shelf.found.size === 0) this.#shelves.delete(name)
    this.#entries.delete(subscriber)
  }

  /** Who may match the instance now and did not before, where only these members of it changed (null: any may have). */
  candidates(facts: Facts, changed: ReadonlySet<string> | null): Set<Subscriber> {
    const found = new Set<Subscriber>()
    const shelves = [...this.#shelves.values()].filter(({ members }) => mayDecide(members, changed))
    if (shelves.length === 0) return found
    const keys = keysOfInstance(facts, this.#propNames)
    for (const shelf of shelves) {
      for (const key of keys) for (const subscriber of shelf.found.get(key) ?? []) found.add(subscriber)
      if (facts.place === 'unknown') for (const subscriber of shelf.byPlace) found.add(subscriber)
    }
    return found
  }

  #countProp(key: string, by: number): void {
    const name = propNameOf(key)
    if (name === null) return
    const count = (this.#propNames.get(name) ?? 0) + by
    if (count === 0) this.#propNames.delete(name)
    else this.#propNames.set(name, count)
  }
}

function mayDecide(members: ReadonlySet<string> | null, changed: ReadonlySet<string> | null): boolean {
  if (changed === null) return true
  if (changed.size === 0) return false
  return members === null || [...changed].some((member) => members.has(member))
}
