import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState, NamedSetMessage, Observation } from '../../../schema/events.ts'
import type { FeedSource } from '../reading/feed-source.ts'
import { ObservedScreens, type Observes } from '../feeds/observed-screens.ts'
import { searchAll, setSizeMax } from '../reading/search-all.ts'
import type { SetDispatcher, SetSubscriber, Verdict } from './set-dispatcher.ts'
import { setEvent, withoutDocuments, type SetEvent } from './set-event.ts'

export type SetListener = { event(event: SetEvent): void }

type Options = { dispatcher: SetDispatcher; source: FeedSource; viewer: Viewer; filter: unknown; observes?: Observes }

/** Whoever draws a zone edits it several times in a row, and each time everything is searched. */
const editsGatherMs = 300
const againMs = 1000

/**
 * A live query as this process follows it. The dispatcher says what became of the instances that changed and may
 * concern it; the whole set is read at the start, and where something may have been missed. `members` is what
 * listeners have been told: it makes the difference between ENTER and UPDATE, and is what a LEAVE tells of an instance
 * that is gone or no longer theirs to see.
 */
export class SetFeed implements SetSubscriber {
  readonly listeners = new Set<SetListener>()
  readonly viewer: Viewer
  readonly filter: unknown
  readonly #options: Options
  readonly #dispatcher: SetDispatcher
  readonly #members = new Map<string, InstanceState>()
  readonly #screens: ObservedScreens
  /** What is to be asked when the search that is under way has ended, with the change that led to it. */
  readonly #later = new Map<string, string | null>()
  /** Somebody has had a snapshot. */
  #isTold = false
  #isToRefresh = false
  #editsTimer: NodeJS.Timeout | undefined
  #working: Promise<void>
  #closed = false
  isSearching = false
  searches = 0
  epoch = ''

  /** Follows from here on; the first search waits until changes are heard of. */
  constructor(options: Options) {
    this.#options = options
    this.#dispatcher = options.dispatcher
    this.viewer = options.viewer
    this.filter = options.filter
    this.#screens = new ObservedScreens(options.observes)
    this.#working = this.#dispatcher.add(this)
  }

  /** Ids of what listeners follow now: what the sweep compares with the truth. */
  get memberIds(): IterableIterator<string> {
    return this.#members.keys()
  }

  /** Gives all that matches now, oldest first, then CAUGHT_UP, before anything newer is told. One search at a time. */
  snapshot(take: (events: SetEvent[]) => void): Promise<void> {
    const result = this.#working.then(() => this.#search(async () => take(await this.#readAll())))
    this.#working = result.catch(() => {})
    return result
  }

  /** Something may have been missed: compares everything with the truth and tells the difference. */
  refresh(): void {
    if (this.#closed || this.listeners.size === 0 || this.#isToRefresh) return
    this.#isToRefresh = true
    this.#working = this.#working.then(async () => {
      this.#isToRefresh = false
      if (this.#closed) return
      await this.#search(() => this.#compareAll()).catch(() => void setTimeout(() => this.refresh(), againMs).unref())
    })
  }

  /** The sweep found other revisions than we have told: newer ones, or (in another epoch) older ones. */
  stale(heads: ReadonlyMap<string, number>): void {
    for (const [id, { revision }] of this.#members) if (heads.get(id) !== revision) this.#dispatcher.ask(this, id)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#editsTimer)
    this.#dispatcher.remove(this)
    for (const id of this.#members.keys()) this.#dispatcher.release(id, this)
  }

  get isObserving(): boolean {
    return this.#screens.areAskedFor
  }

  /** Screens are what decides: who matches may have changed although no instance has. */
  get filtersByScreens(): boolean {
    return this.#screens.decide
  }

  /** A zone or a group is what decides: who matches may have changed although no instance has. */
  get filtersBySets(): boolean {
    const { zoneId = null, groupId = null } = this.filter as { zoneId?: unknown; groupId?: unknown }
    return zoneId !== null || groupId !== null
  }

  /** A group may be made of any zone and any other group: every edit may be one of it. */
  edited(edit: NamedSetMessage): void {
    const { zoneId, groupId = null } = this.filter as { zoneId?: unknown; groupId?: unknown }
    if (groupId === null && !('zoneId' in edit && edit.zoneId === zoneId)) return
    this.#editsTimer ??= setTimeout(() => {
      this.#editsTimer = undefined
      this.refresh()
    }, editsGatherMs)
  }

  /** What is observed of a member's screens now. */
  observed(id: string, observation: Observation, isPresenceNew: boolean): void {
    if (this.#screens.observed(id, observation, isPresenceNew)) this.#dispatcher.ask(this, id)
  }

  /** The same by the sweep. */
  compareScreens(id: string, observation: Observation): void {
    if (this.#members.has(id) && this.#screens.compare(id, observation)) this.#dispatcher.ask(this, id)
  }

  /** The bus may have lost what was observed. */
  lookAtScreens(): void {
    this.#screens.doubt(this.#members.keys())
    for (const id of this.#members.keys()) this.#dispatcher.ask(this, id)
    this.refresh()
  }

  told(id: string): number {
    return this.#members.get(id)?.revision ?? 0
  }

  /** What an instance is now, and whether it matches. */
  judge({ instanceId, epoch, visible, isMatching, changeId, foundChangeId }: Verdict): void {
    // Who has had no snapshot yet will have one that is newer.
    if (this.#closed || !this.#isTold) return
    if (epoch !== this.epoch) return this.refresh()
    const known = this.#members.get(instanceId)
    const isNewer = known === undefined || (visible?.revision ?? Infinity) > known.revision
    const cause = changeId ?? (known && isNewer ? foundChangeId : null)
    if (visible && isMatching) {
      const areScreensNew = this.#screens.takes(instanceId)
      if (!isNewer && !areScreensNew) return
      this.#keep(visible)
      this.#emit(known ? 'UPDATE' : 'ENTER', visible, cause)
    } else if (known) {
      this.#forget(instanceId)
      this.#emit('LEAVE', visible ?? known, cause)
    }
  }

  later(id: string, changeId: string | null): void {
    if (this.isSearching) this.#later.set(id, changeId ?? this.#later.get(id) ?? null)
    else this.#dispatcher.ask(this, id, changeId)
  }

  /**
   * Reads the whole set. What happened meanwhile to what it found, and what could not be judged meanwhile, is asked
   * for afterwards: the search may have seen it before or after.
   */
  async #search(read: () => Promise<void>): Promise<void> {
    const begin = this.#dispatcher.searchBegins()
    this.isSearching = true
    try {
      await read()
    } finally {
      this.isSearching = false
      this.searches++
      for (const [id, { revision }] of this.#members) {
        const heard = this.#dispatcher.heardSince(begin, id, revision)
        if (heard) this.#dispatcher.ask(this, id, heard.changeId)
      }
      for (const [id, changeId] of this.#later) this.#dispatcher.ask(this, id, changeId)
      this.#later.clear()
      this.#dispatcher.searchEnds()
    }
  }

  #keep(state: InstanceState): void {
    if (this.#closed) return
    if (!this.#members.has(state.id)) this.#dispatcher.hold(state.id, this)
    this.#members.set(state.id, withoutDocuments(state))
  }

  #forget(id: string): void {
    this.#members.delete(id)
    this.#dispatcher.release(id, this)
    this.#screens.forget(id)
  }

  async #readAll(): Promise<SetEvent[]> {
    const states = await this.#searchAll()
    if (this.#isTold) this.#tellFound(states)
    this.#isTold = true
    for (const state of states) this.#keep(state)
    return [
      ...states.map((state) => setEvent('SNAPSHOT', this.epoch, state, null)),
      setEvent('CAUGHT_UP', this.epoch, null, null),
    ]
  }

  /** What somebody's snapshot found, for those who follow already: from here on all know the same. */
  #tellFound(states: readonly InstanceState[]): void {
    const found = new Set(states.map(({ id }) => id))
    const changeId = (id: string) => this.#dispatcher.changeOf(id)
    for (const [id, known] of states.length < setSizeMax ? this.#members : []) {
      if (found.has(id)) continue
      this.#forget(id)
      this.#emit('LEAVE', known, changeId(id))
    }
    for (const state of states) {
      if (this.told(state.id) < state.revision)
        this.#emit(this.#members.has(state.id) ? 'UPDATE' : 'ENTER', state, changeId(state.id))
    }
  }

  async #compareAll(): Promise<void> {
    const states = await this.#searchAll()
    const present = new Map(states.map((state) => [state.id, state]))
    const gone = [...this.#members.keys()].filter((id) => !present.has(id))
    const newer = states.filter(({ id, revision }) => revision > this.told(id)).map(({ id }) => id)
    for (const id of [...gone, ...newer]) this.#dispatcher.ask(this, id)
  }

  async #searchAll(): Promise<InstanceState[]> {
    const { states, epoch } = await searchAll(this.#options)
    const isRestart = this.#isTold && epoch !== this.epoch
    this.epoch = epoch
    if (isRestart) this.#startOver(states)
    return states
  }

  /** Another epoch: revisions count anew, so that nothing told before says what is old. */
  #startOver(states: readonly InstanceState[]): void {
    for (const id of [...this.#members.keys()]) this.#forget(id)
    this.#emit('RESYNC', null, null)
    for (const state of states) {
      this.#keep(state)
      this.#emit('SNAPSHOT', state, null)
    }
    this.#emit('CAUGHT_UP', null, null)
  }

  #emit(change: SetEvent['change'], state: InstanceState | null, changeId: string | null): void {
    const event = setEvent(change, this.epoch, state, changeId)
    for (const listener of [...this.listeners]) listener.event(event)
  }
}
