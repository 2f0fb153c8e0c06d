import type { Bus, Unsubscribe } from '../../kit/bus/bus.ts'
import { mayRead, type Viewer } from '../../kit/graphql/viewer.ts'
import {
  headsTopic, namedSetsTopic, observationsTopic,
  type HeadsMessage, type InstanceState, type NamedSetMessage, type Observation, type ObservationsMessage,
} from '../../schema/events.ts' // prettier-ignore
import type { FeedReader } from './feed-reader.ts'
import type { FeedSource } from './feed-source.ts'
import { RetryingSubscription } from './retrying-subscription.ts'
import type { MatchReader } from './match-reader.ts'
import { mayMatch } from './may-match.ts'
import { ObservedScreens, type Observes } from './observed-screens.ts'
import { searchAll, setSizeMax } from './search-all.ts'
import { setEvent, withoutDocuments, type SetEvent } from './set-event.ts'
import { parseOwnJson } from '../../kit/pure/parse-json.ts'

export type SetListener = { event(event: SetEvent): void }

type Options = { bus: Bus; source: FeedSource; reader: FeedReader; matches: MatchReader; viewer: Viewer; filter: unknown; observes?: Observes }

const gatherMs = 40
/** Whoever draws a zone edits it several times in a row, and each time everything is searched. */
const editsGatherMs = 300
const lookedMax = 20_000
/** A revision that must be asked for: newer than anything told. */
const unknown = Number.MAX_SAFE_INTEGER

/**
 * A live query as this process follows it. The bus says which instances changed (one message per commit); what they
 * are now and whether they match is asked of the runtime, once per burst and query, so that any filter works, also one
 * on places and tags. `members` is what listeners have been told: it makes the difference between ENTER and UPDATE,
 * and is what a LEAVE tells of an instance that is gone or no longer theirs to see.
 */
export class SetFeed {
  readonly listeners = new Set<SetListener>()
  readonly #options: Options
  readonly #members = new Map<string, InstanceState>()
  /** What changed since the last burst: the newest revision heard of, and the change that led to it where it is known. */
  readonly #dirty = new Map<string, { revision: number; changeId: string | null }>()
  readonly #screens: ObservedScreens
  readonly #looked = new Map<string, number>()
  /** Somebody has had a snapshot. */
  #isTold = false
  #timer: NodeJS.Timeout | undefined
  #editsTimer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()
  readonly #subscriptions: RetryingSubscription[] = []
  #closed = false
  epoch = ''

  constructor(options: Options) {
    this.#options = options
    this.#screens = new ObservedScreens(options.observes)
  }

  /** Ids of what listeners follow now: what the sweep compares with the truth. */
  get memberIds(): IterableIterator<string> {
    return this.#members.keys()
  }

  /** Resolves when it hears of changes, or is to hear of them once the bus is there. */
  async open(): Promise<void> {
    const { bus, viewer } = this.#options
    if (this.isObserving) {
      const message = (payload: string) => {
        for (const one of (parseOwnJson(payload) as ObservationsMessage).observed) this.observed(...one)
      }
      await this.#follow(() => bus.subscribe(observationsTopic(viewer.tenantId), { message, onResync: () => this.#lookAtScreens() }))
    }
    if (this.filtersBySets) {
      const message = (payload: string) => this.#edited(parseOwnJson(payload) as NamedSetMessage)
      // A bus that comes back says so on the topic of heads as well, where everything is compared.
      await this.#follow(() => bus.subscribe(namedSetsTopic(viewer.tenantId), { message, onResync: () => {} }))
    }
    const message = (payload: string) => this.#heads(parseOwnJson(payload) as HeadsMessage)
    await this.#follow(() => bus.subscribe(headsTopic(viewer.tenantId), { message, onResync: () => this.refresh() }))
  }

  async #follow(open: () => Promise<Unsubscribe>): Promise<void> {
    const subscription = new RetryingSubscription(open, () => this.refresh())
    this.#subscriptions.push(subscription)
    await subscription.tried
  }

  /** All that matches now, oldest first, then CAUGHT_UP. In turn with bursts, so that no change falls between. */
  snapshot(): Promise<SetEvent[]> {
    const result = this.#working.then(() => this.#readAll())
    this.#working = result.then(
      () => {},
      () => {},
    )
    return result
  }

  /** Something may have been missed: compares everything with the truth and tells the difference. */
  refresh(): void {
    if (this.#closed || this.listeners.size === 0) return
    this.#working = this.#working.then(() => this.#compareAll()).catch(() => this.#retry())
  }

  /** The sweep found other revisions than we have told: newer ones, or (in another epoch) older ones. */
  stale(heads: ReadonlyMap<string, number>): void {
    for (const [id, { revision }] of this.#members) {
      const head = heads.get(id)
      if (head !== revision) this.#mark(id, head !== undefined && head > revision ? head : unknown)
    }
  }

  /** What the relay tells: only what no burst has looked at yet. */
  relayed(heads: readonly (readonly [instanceId: string, revision: number, tenantId: string])[]): void {
    const { tenantId } = this.#options.viewer
    for (const [id, revision, tenant] of heads) if (tenant === tenantId && revision > (this.#looked.get(id) ?? 0)) this.#mark(id, revision)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#editsTimer)
    for (const subscription of this.#subscriptions) subscription.close()
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
    const { zoneId = null, groupId = null } = this.#options.filter as { zoneId?: unknown; groupId?: unknown }
    return zoneId !== null || groupId !== null
  }

  /** A group may be made of any zone and any other group: every edit may be one of it. */
  #edited(edit: NamedSetMessage): void {
    const { zoneId, groupId = null } = this.#options.filter as { zoneId?: unknown; groupId?: unknown }
    if (groupId === null && !('zoneId' in edit && edit.zoneId === zoneId)) return
    this.#editsTimer ??= setTimeout(() => {
      this.#editsTimer = undefined
      this.refresh()
    }, editsGatherMs)
  }

  /** What is observed of an instance's screens now. */
  observed(id: string, observation: Observation, isPresenceNew: boolean): void {
    if (this.#screens.observed(id, observation, { isPresenceNew, isMember: this.#members.has(id) })) this.#burstSoon()
  }

  /** The same by the sweep. */
  compareScreens(id: string, observation: Observation): void {
    if (this.#members.has(id) && this.#screens.compare(id, observation)) this.#burstSoon()
  }

  /** The bus may have lost what was observed. */
  #lookAtScreens(): void {
    this.#screens.doubt(this.#members.keys())
    this.#burstSoon()
    this.refresh()
  }

  #heads({ heads }: HeadsMessage): void {
    for (const [id, revision, changeId] of heads) this.#mark(id, revision, changeId)
  }

  #mark(id: string, revision: number, changeId: string | null = null): void {
    const known = this.#dirty.get(id)
    if (!known || revision > known.revision || (known.changeId === null && changeId !== null)) {
      this.#dirty.set(id, { revision: Math.max(revision, known?.revision ?? 0), changeId })
    }
    this.#burstSoon()
  }

  #burstSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#working = this.#working.then(() => this.#burst()).catch(() => this.#retry())
    }, gatherMs)
  }

  /** Newest revisions looked at lately, members or not. */
  #remember(id: string, revision: number): void {
    this.#looked.delete(id)
    this.#looked.set(id, revision)
    if (this.#looked.size > lookedMax) this.#looked.delete(this.#looked.keys().next().value as string)
  }

  /** The runtime could not be asked: everything is doubtful until it can. */
  #retry(): void {
    if (!this.#closed) setTimeout(() => (this.isObserving ? this.#lookAtScreens() : this.refresh()), 1000).unref()
  }

  async #burst(): Promise<void> {
    const dirty = new Map([...this.#dirty].filter(([id, { revision }]) => revision > this.#told(id)))
    for (const [id, { revision }] of this.#dirty) if (revision !== unknown) this.#remember(id, revision)
    const screens = this.#screens.take()
    this.#dirty.clear()
    const ids = new Set([...dirty.keys(), ...screens])
    // What only the sweep has found: the log knows by which change.
    const unnamed = new Set([...dirty].flatMap(([id, { changeId }]) => (changeId === null ? [id] : [])))
    if (ids.size > 0) await this.#tell([...ids], (id) => dirty.get(id)?.changeId ?? null, { screens, unnamed })
  }

  /** The newest revision that listeners know of it. */
  #told(id: string): number {
    return this.#members.get(id)?.revision ?? 0
  }

  /**
   * States first and the filter second: what changes in between is then judged too new for its state, and the burst
   * that its change brings sets it right. The other way round a state could hide a change that nobody has judged.
   */
  async #tell(ids: readonly string[], changeId: (id: string) => string | null, { screens, unnamed }: { screens?: ReadonlySet<string>; unnamed?: ReadonlySet<string> } = {}): Promise<void> {
    const { matches, viewer, filter, reader } = this.#options
    const slices = await Promise.all(
      ids.map((instanceId) => {
        const known = unnamed?.has(instanceId) ? this.#members.get(instanceId) : undefined
        return reader.read({ instanceId, since: known ? { epoch: this.epoch, revision: known.revision } : null })
      }),
    )
    // What certainly does not match need not be asked about: most changes are none of this query's.
    const open = slices.flatMap(({ instanceId, head }) => (head && mayRead(viewer, head.readers) && mayMatch(filter, head.state) ? [instanceId] : []))
    const matching: ReadonlySet<string> = open.length === 0 ? new Set() : await matches.read({ viewer, filter, ids: open })
    if (slices.some(({ epoch }) => epoch !== this.epoch)) return this.#compareAll()
    for (const { instanceId, head, changes } of slices) {
      const known = this.#members.get(instanceId)
      const cause = changeId(instanceId) ?? changes.at(-1)?.changeId ?? null
      const visible = head && mayRead(viewer, head.readers) ? head.state : null
      if (visible && matching.has(instanceId)) {
        if (known?.revision === visible.revision && !screens?.has(instanceId)) continue
        this.#keep(visible)
        this.#emit(known ? 'UPDATE' : 'ENTER', visible, cause)
      } else if (known) {
        this.#forget(instanceId)
        this.#emit('LEAVE', visible ?? known, cause)
      }
    }
  }

  #keep(state: InstanceState): void {
    this.#members.set(state.id, withoutDocuments(state))
  }

  #forget(id: string): void {
    this.#members.delete(id)
    this.#screens.forget(id)
  }

  async #readAll(): Promise<SetEvent[]> {
    const states = await this.#searchAll()
    if (this.#isTold) this.#tellFound(states)
    this.#isTold = true
    for (const state of states) this.#keep(state)
    return [...states.map((state) => setEvent('SNAPSHOT', this.epoch, state, null)), setEvent('CAUGHT_UP', this.epoch, null, null)]
  }

  /** What somebody's snapshot found, for those who follow already: from here on all know the same. */
  #tellFound(states: readonly InstanceState[]): void {
    const found = new Set(states.map(({ id }) => id))
    const changeId = (id: string) => this.#dirty.get(id)?.changeId ?? null
    for (const [id, known] of states.length < setSizeMax ? this.#members : []) {
      if (found.has(id)) continue
      this.#forget(id)
      this.#emit('LEAVE', known, changeId(id))
    }
    for (const state of states) {
      if (this.#told(state.id) < state.revision) this.#emit(this.#members.has(state.id) ? 'UPDATE' : 'ENTER', state, changeId(state.id))
    }
  }

  async #compareAll(): Promise<void> {
    const states = await this.#searchAll()
    const present = new Map(states.map((state) => [state.id, state]))
    const gone = [...this.#members.keys()].filter((id) => !present.has(id))
    const newer = states.filter(({ id, revision }) => revision > this.#told(id)).map(({ id }) => id)
    if (gone.length + newer.length > 0) await this.#tell([...gone, ...newer], () => null)
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
    this.#members.clear()
    this.#screens.forgetAll()
    this.#looked.clear()
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
