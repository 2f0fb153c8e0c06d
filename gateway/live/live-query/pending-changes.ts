/** What is known of an instance that is to be looked at. */
export type PendingChange<Subscriber> = {
  /** The newest one heard of; 0 where none has been, and only `askedBy` or `members` say why it is looked at. */
  revision: number
  /** The change that led to it, where it is known. */
  changeId: string | null
  /** Members of its state that changed since it was looked at last. Null where any may have. */
  members: Set<string> | null
  /** Who is to be told how it is, whatever changed. */
  askedBy: Set<Subscriber>
}

const lookedMax = 20_000

/** Gathers what changes between two bursts: one entry for each instance, with all that happened to it. */
export class PendingChanges<Subscriber> {
  #waiting = new Map<string, PendingChange<Subscriber>>()
  #working = new Map<string, PendingChange<Subscriber>>()
  /** The newest revisions looked at lately: the next one says all that changed since; after a gap anything may have. */
  readonly #looked = new Map<string, number>()

  changed(
    id: string,
    { revision, changeId, members }: { revision: number; changeId: string | null; members: readonly string[] | null },
  ): void {
    const change = this.#entry(id)
    const before = change.revision > 0 ? change.revision : this.#looked.get(id)
    if (members === null || before === undefined || (revision !== before + 1 && revision !== change.revision))
      change.members = null
    else for (const member of members) change.members?.add(member)
    if (revision > change.revision || change.changeId === null) change.changeId = changeId
    change.revision = Math.max(revision, change.revision)
  }

  /** The same for what was heard of a second time; false where it has been looked at. */
  relayed(id: string, revision: number): boolean {
    if (revision <= Math.max(this.#looked.get(id) ?? 0, this.#waiting.get(id)?.revision ?? 0)) return false
    this.changed(id, { revision, changeId: null, members: null })
    return true
  }

  /** Something beside its revisions changed that filters ask for. */
  decided(id: string, member: string): void {
    this.#entry(id).members?.add(member)
  }

  ask(id: string, subscriber: Subscriber, changeId: string | null): void {
    const change = this.#entry(id)
    change.askedBy.add(subscriber)
    change.changeId ??= changeId
  }

  changeOf(id: string): string | null {
    return this.#waiting.get(id)?.changeId ?? this.#working.get(id)?.changeId ?? null
  }

  /** All that waits, to be worked on until `done` or `putBack`. */
  take(): ReadonlyMap<string, PendingChange<Subscriber>> {
    this.#working = this.#waiting
    this.#waiting = new Map()
    for (const [id, { revision }] of this.#working) if (revision > 0) this.#remember(id, revision)
    return this.#working
  }

  done(): void {
    this.#working = new Map()
  }

  /** What was taken could not be worked on. */
  putBack(): void {
    for (const [id, taken] of this.#working) {
      const change = this.#waiting.get(id)
      if (!change) this.#waiting.set(id, { ...taken, members: taken.revision > 0 ? null : taken.members })
      else {
        if (taken.revision > 0 || taken.members === null) change.members = null
        else for (const member of taken.members) change.members?.add(member)
        for (const subscriber of taken.askedBy) change.askedBy.add(subscriber)
        change.revision = Math.max(change.revision, taken.revision)
        change.changeId ??= taken.changeId
      }
    }
    this.#working = new Map()
  }

  forgetRevisions(): void {
    this.#looked.clear()
  }

  #entry(id: string): PendingChange<Subscriber> {
    let change = this.#waiting.get(id)
    if (!change)
      this.#waiting.set(id, (change = { revision: 0, changeId: null, members: new Set(), askedBy: new Set() }))
    return change
  }

  #remember(id: string, revision: number): void {
    const newest = Math.max(revision, this.#looked.get(id) ?? 0)
    this.#looked.delete(id)
    this.#looked.set(id, newest)
    if (this.#looked.size > lookedMax) this.#looked.delete(this.#looked.keys().next().value as string)
  }
}
