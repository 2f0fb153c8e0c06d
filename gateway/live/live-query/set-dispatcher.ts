import type { Bus, Unsubscribe } from '../../../kit/bus/bus.ts'
import { mayRead, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'
import {
  headsTopic,
  namedSetsTopic,
  observationsTopic,
  type FeedSlice,
  type HeadsMessage,
  type InstanceState,
  type NamedSetMessage,
  type Observation,
  type ObservationsMessage,
} from '../../../schema/events.ts'
import type { FeedReader } from '../reading/feed-reader.ts'
import type { FeedSource } from '../reading/feed-source.ts'
import { FilterIndex } from './filter-index.ts'
import type { Facts, Filter } from './filter-keys.ts'
import type { MatchReader } from '../reading/match-reader.ts'
import { mayMatch } from './may-match.ts'
import { PendingChanges, type PendingChange } from './pending-changes.ts'
import { RetryingSubscription } from '../reading/retrying-subscription.ts'

/** What is found of an instance for one subscriber: `visible` is its state, where the subscriber may read it. */
export type Verdict = {
  instanceId: string
  epoch: string
  visible: InstanceState | null
  isMatching: boolean
  changeId: string | null
  foundChangeId: string | null
}

/** A live query, as the dispatcher sees it. */
export type SetSubscriber = {
  readonly viewer: Viewer
  readonly filter: unknown
  readonly epoch: string
  readonly isSearching: boolean
  /** How many searches have ended. */
  readonly searches: number
  readonly isObserving: boolean
  readonly filtersByScreens: boolean
  readonly filtersBySets: boolean
  /** The newest revision that its listeners know; 0 where they do not have the instance. */
  told(id: string): number
  judge(verdict: Verdict): void
  /** Something happened to it while the whole set is being read: to be asked about when that is done. */
  later(id: string, changeId: string | null): void
  observed(id: string, observation: Observation, isPresenceNew: boolean): void
  compareScreens(id: string, observation: Observation): void
  edited(edit: NamedSetMessage): void
  lookAtScreens(): void
  refresh(): void
}

const gatherMs = 40
const againMs = 1000

export type SetDispatcherOptions = {
  tenantId: string
  bus: Bus
  source: Pick<FeedSource, 'places'>
  reader: FeedReader
  matches: MatchReader
}

/**
 * Hears for all live queries of a tenant what changed, and asks for each change only those whom it may concern: who has
 * the instance (`#holders`), whose filter it may match now (`#index`), and who asked for it. Each burst is read once,
 * whatever the number of subscribers, and the next one waits until it was told.
 *
 * A subscriber that is reading its whole set has to be asked afterwards: its search may have seen the instance before
 * the change. Until then `#heard` keeps what changed, for what the search has found besides.
 */
export class SetDispatcher {
  readonly #options: SetDispatcherOptions
  readonly #index = new FilterIndex<SetSubscriber>()
  readonly #subscribers = new Set<SetSubscriber>()
  readonly #holders = new Map<string, Set<SetSubscriber>>()
  readonly #pending = new PendingChanges<SetSubscriber>()
  readonly #topics = new Map<string, RetryingSubscription>()
  readonly #heard = new Map<string, { number: number; revision: number; changeId: string | null }>()
  #heardCount = 0
  /** How many filter by the presence of screens. */
  #byScreens = 0
  #searching = 0
  #epoch = ''
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: SetDispatcherOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#subscribers.size
  }

  /** Resolves when the subscriber hears of changes, or is to hear of them once the bus is there. */
  async add(subscriber: SetSubscriber): Promise<void> {
    this.#subscribers.add(subscriber)
    this.#index.add(subscriber, subscriber.filter as Filter)
    if (subscriber.filtersByScreens) this.#byScreens++
    const { tenantId } = this.#options
    const topics = [
      this.#follow(
        headsTopic(tenantId),
        (message) => this.#changed(message as HeadsMessage),
        (each) => each.refresh(),
      ),
    ]
    if (subscriber.isObserving) {
      topics.push(
        this.#follow(
          observationsTopic(tenantId),
          (message) => this.#observed(message as ObservationsMessage),
          (each) => each.lookAtScreens(),
        ),
      )
    }
    if (subscriber.filtersBySets) {
      // A bus that comes back says so on the topic of heads as well, where everything is compared.
      topics.push(
        this.#follow(
          namedSetsTopic(tenantId),
          (message) => this.#edited(message as NamedSetMessage),
          () => {},
        ),
      )
    }
    await Promise.all(topics)
  }

  remove(subscriber: SetSubscriber): void {
    if (!this.#subscribers.delete(subscriber)) return
    this.#index.remove(subscriber)
    if (subscriber.filtersByScreens) this.#byScreens--
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const topic of this.#topics.values()) topic.close()
  }

  hold(id: string, subscriber: SetSubscriber): void {
    const holders = this.#holders.get(id)
    if (holders) holders.add(subscriber)
    else this.#holders.set(id, new Set([subscriber]))
  }

  release(id: string, subscriber: SetSubscriber): void {
    const holders = this.#holders.get(id)
    holders?.delete(subscriber)
    if (holders?.size === 0) this.#holders.delete(id)
  }

  holders(id: string): Iterable<SetSubscriber> {
    return this.#holders.get(id) ?? []
  }

  /** A subscriber wants to be told how an instance is now, whatever changed. */
  ask(subscriber: SetSubscriber, id: string, changeId: string | null = null): void {
    this.#pending.ask(id, subscriber, changeId)
    this.#soon()
  }

  /** The change that led to the newest revision heard of, where one is being worked on. */
  changeOf(id: string): string | null {
    return this.#pending.changeOf(id) ?? this.#heard.get(id)?.changeId ?? null
  }

  /** What the relay tells: only what has not been looked at. */
  relayed(heads: readonly (readonly [instanceId: string, revision: number, tenantId: string])[]): void {
    for (const [id, revision, tenantId] of heads) {
      if (tenantId === this.#options.tenantId && this.#subscribers.size > 0 && this.#pending.relayed(id, revision))
        this.#soon()
    }
  }

  /** A subscriber begins to read its whole set. Returns where what it may miss begins. */
  searchBegins(): number {
    this.#searching++
    return this.#heardCount
  }

  searchEnds(): void {
    if (--this.#searching === 0) this.#heard.clear()
  }

  /** What happened to an instance while a search was under way, where that is newer than `revision`. */
  heardSince(begin: number, id: string, revision: number): { changeId: string | null } | null {
    const heard = this.#heard.get(id)
    return heard && heard.number > begin && heard.revision > revision ? heard : null
  }

  #follow(
    topic: string,
    take: (message: unknown) => void,
    lookAgain: (subscriber: SetSubscriber) => void,
  ): Promise<void> {
    const again = () => this.#subscribers.forEach(lookAgain)
    const open = (): Promise<Unsubscribe> =>
      this.#options.bus.subscribe(topic, {
        message: (payload) => this.#subscribers.size > 0 && take(parseOwnJson(payload)),
        onResync: again,
      })
    const subscription = this.#topics.get(topic) ?? new RetryingSubscription(open, again)
    this.#topics.set(topic, subscription)
    return subscription.tried
  }

  #changed({ heads }: HeadsMessage): void {
    for (const [id, revision, changeId, members] of heads)
      this.#pending.changed(id, { revision, changeId, members: members ?? null })
    this.#soon()
  }

  #observed({ observed }: ObservationsMessage): void {
    for (const [id, observation, isPresenceNew] of observed) {
      for (const holder of this.holders(id)) if (holder.isObserving) holder.observed(id, observation, isPresenceNew)
      if (!isPresenceNew || this.#byScreens === 0) continue
      this.#pending.decided(id, 'presence')
      this.#soon()
    }
  }

  #edited(edit: NamedSetMessage): void {
    for (const subscriber of this.#subscribers) if (subscriber.filtersBySets) subscriber.edited(edit)
  }

  #soon(ms = gatherMs): void {
    if (this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#working = this.#working.then(() => this.#dispatch())
    }, ms)
  }

  async #dispatch(): Promise<void> {
    const changes = this.#pending.take()
    try {
      if (this.#subscribers.size > 0 && changes.size > 0) await this.#tell(changes)
      this.#pending.done()
    } catch {
      // The runtime could not be asked. Nobody has been told wrong; everything in this burst is asked for again.
      this.#pending.putBack()
      this.#soon(againMs)
    }
  }

  /**
   * States first and the filters second: what changes in between is then judged too new for its state, and the burst
   * that its change brings sets it right. The other way round a state could hide a change that nobody has judged.
   */
  async #tell(changes: ReadonlyMap<string, PendingChange<SetSubscriber>>): Promise<void> {
    const { reader } = this.#options
    const reads = [...changes].map(([instanceId, change]) =>
      reader.read({ instanceId, since: this.#since(instanceId, change) }),
    )
    const [placeOf, ...slices] = await Promise.all([this.#places(changes), ...reads])
    this.#compareEpochs(slices)
    const asked = new Map<SetSubscriber, FeedSlice[]>()
    for (const slice of slices) {
      const change = changes.get(slice.instanceId) as PendingChange<SetSubscriber>
      if (this.#searching > 0) this.#hear(slice, change)
      for (const subscriber of this.#concerned(slice, change, placeOf(slice.instanceId))) {
        if (!this.#subscribers.has(subscriber)) continue
        if (subscriber.isSearching) subscriber.later(slice.instanceId, change.changeId)
        else {
          const of = asked.get(subscriber)
          if (of) of.push(slice)
          else asked.set(subscriber, [slice])
        }
      }
    }
    await Promise.all([...asked].map(([subscriber, of]) => this.#judge(subscriber, of, { changes, placeOf })))
  }

  #concerned(slice: FeedSlice, change: PendingChange<SetSubscriber>, place: Facts['place']): Set<SetSubscriber> {
    const { head, instanceId } = slice
    const found = new Set(change.askedBy)
    if (change.revision > 0) for (const holder of this.holders(instanceId)) found.add(holder)
    if (!head || head.state.tenantId !== this.#options.tenantId) return found
    for (const candidate of this.#index.candidates({ state: head.state, place }, change.members)) {
      // Who does not have it and cannot come to have it need not be asked.
      if (mayRead(candidate.viewer, head.readers) && mayMatch(candidate.filter, { state: head.state, place }))
        found.add(candidate)
    }
    return found
  }

  async #judge(
    subscriber: SetSubscriber,
    slices: readonly FeedSlice[],
    {
      changes,
      placeOf,
    }: { changes: ReadonlyMap<string, PendingChange<SetSubscriber>>; placeOf: (id: string) => Facts['place'] },
  ): Promise<void> {
    const { viewer, filter, searches } = subscriber
    const open = slices.flatMap(({ instanceId, head }) =>
      head && mayRead(viewer, head.readers) && mayMatch(filter, { state: head.state, place: placeOf(instanceId) })
        ? [instanceId]
        : [],
    )
    const matching: ReadonlySet<string> =
      open.length === 0 ? new Set() : await this.#options.matches.read({ viewer, filter, ids: open })
    for (const { instanceId, epoch, head, changes: logged } of slices) {
      const { changeId } = changes.get(instanceId) as PendingChange<SetSubscriber>
      // A search that began meanwhile knows newer things than this.
      if (subscriber.isSearching || subscriber.searches !== searches) subscriber.later(instanceId, changeId)
      else {
        const visible = head && mayRead(viewer, head.readers) ? head.state : null
        subscriber.judge({
          instanceId,
          epoch,
          visible,
          isMatching: matching.has(instanceId),
          changeId,
          foundChangeId: logged.at(-1)?.changeId ?? null,
        })
      }
    }
  }

  /** Who has the instance is told by which change it came to be as it is, also where only the sweep has found it: the log knows. */
  #since(id: string, { changeId, askedBy }: PendingChange<SetSubscriber>): { epoch: string; revision: number } | null {
    if (changeId !== null) return null
    const known = [...askedBy, ...this.holders(id)].filter((subscriber) => subscriber.told(id) > 0)
    const [first] = known
    return first ? { epoch: first.epoch, revision: Math.min(...known.map((subscriber) => subscriber.told(id))) } : null
  }

  /** Where those are whose candidates depend on it. A runtime that cannot say it costs more questions, and no answer. */
  async #places(changes: ReadonlyMap<string, PendingChange<SetSubscriber>>): Promise<(id: string) => Facts['place']> {
    const asked = new Set([...changes].flatMap(([id, { members }]) => (this.#index.needsPlace(members) ? [id] : [])))
    if (asked.size === 0) return () => 'unknown'
    const places = await this.#options.source.places(this.#options.tenantId, [...asked]).catch(() => null)
    return (id) => (places && asked.has(id) ? (places.get(id) ?? null) : 'unknown')
  }

  /** Another epoch: revisions count anew, and all who were told of the old one start over. */
  #compareEpochs(slices: readonly FeedSlice[]): void {
    for (const { epoch } of slices) {
      if (epoch === this.#epoch) continue
      this.#epoch = epoch
      this.#pending.forgetRevisions()
      for (const subscriber of this.#subscribers)
        if (subscriber.epoch !== '' && subscriber.epoch !== epoch) subscriber.refresh()
    }
  }

  #hear({ instanceId, head }: FeedSlice, { changeId }: PendingChange<SetSubscriber>): void {
    this.#heard.set(instanceId, { number: ++this.#heardCount, revision: head?.state.revision ?? Infinity, changeId })
  }
}
