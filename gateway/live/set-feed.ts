import { encodeCursor } from '../../kit/pure/feed-cursor.ts'
import type { Bus, Unsubscribe } from '../../kit/bus/bus.ts'
import type { Viewer } from '../../kit/graphql/viewer.ts'
import { headsTopic, INSTANCE_FEED, SET_FEED, type HeadsMessage, type InstanceState } from '../../schema/events.ts'
import type { FeedReader } from './feed-reader.ts'
import type { FeedSource } from './feed-source.ts'

/** An event of a live query, as selections read it. */
export type SetEvent = {
  change: 'SNAPSHOT' | 'ENTER' | 'UPDATE' | 'LEAVE' | 'CAUGHT_UP' | 'RESYNC'
  cursor: string
  changeId: string | null
  at: string
  state: InstanceState | null
  instanceCursor: string | null
}

export type SetListener = { event(event: SetEvent): void }

const gatherMs = 40
const pageSize = 200
const lookedMax = 20_000
export const setSizeMax = 10_000

/**
 * A live query as this process follows it. The bus says which instances changed (one message per commit); what they
 * are now and whether they match is asked of the runtime, once per burst and query, so that any filter works, also one
 * on places and tags. `members` is what listeners have been told: it makes the difference between ENTER and UPDATE.
 */
export class SetFeed {
  readonly listeners = new Set<SetListener>()
  readonly #options: { bus: Bus; source: FeedSource; reader: FeedReader; viewer: Viewer; filter: unknown }
  readonly #members = new Map<string, number>()
  readonly #dirty = new Map<string, number>()
  readonly #looked = new Map<string, number>()
  #changeId: string | null = null
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()
  #unsubscribe: Unsubscribe | undefined
  #closed = false
  epoch = ''

  constructor(options: { bus: Bus; source: FeedSource; reader: FeedReader; viewer: Viewer; filter: unknown }) {
    this.#options = options
  }

  /** Ids of what listeners follow now: what the sweep compares with the truth. */
  get memberIds(): IterableIterator<string> {
    return this.#members.keys()
  }

  async open(): Promise<void> {
    const { bus, viewer } = this.#options
    try {
      const unsubscribe = await bus.subscribe(headsTopic(viewer.tenantId), {
        message: (payload) => this.#heads(JSON.parse(payload) as HeadsMessage),
        lookAgain: () => this.refresh(),
      })
      if (this.#closed) await unsubscribe()
      else this.#unsubscribe = unsubscribe
    } catch {
      if (!this.#closed) setTimeout(() => void this.open().then(() => this.refresh()), 1000).unref()
    }
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
    this.#working = this.#working.then(() => this.#compareAll()).catch(() => {})
  }

  /** The sweep found newer revisions than we have told. */
  stale(heads: ReadonlyMap<string, number>): void {
    for (const [id, known] of this.#members) {
      const head = heads.get(id)
      if (head === undefined || head > known) this.#mark(id, head ?? Number.MAX_SAFE_INTEGER)
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
    void this.#unsubscribe?.().catch(() => {})
  }

  #heads({ heads, changeId }: HeadsMessage): void {
    this.#changeId = changeId
    for (const [id, revision] of heads) this.#mark(id, revision)
  }

  #mark(id: string, revision: number): void {
    this.#dirty.set(id, Math.max(revision, this.#dirty.get(id) ?? 0))
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
    if (!this.#closed) setTimeout(() => this.refresh(), 1000).unref()
  }

  async #burst(): Promise<void> {
    const dirty = [...this.#dirty].filter(([id, revision]) => revision > (this.#members.get(id) ?? 0)).map(([id]) => id)
    for (const [id, revision] of this.#dirty) this.#remember(id, revision)
    this.#dirty.clear()
    if (dirty.length > 0) await this.#tell(dirty, this.#changeId)
  }

  async #tell(ids: readonly string[], changeId: string | null): Promise<void> {
    const { source, viewer, filter, reader } = this.#options
    const matching = await source.filterAmong(viewer, filter, ids)
    const slices = await Promise.all(ids.map((instanceId) => reader.read({ instanceId, since: null })))
    for (const { instanceId, head, epoch } of slices) {
      this.epoch = epoch
      const isMember = this.#members.has(instanceId)
      if (head && matching.has(instanceId)) {
        this.#members.set(instanceId, head.state.revision)
        this.#emit(isMember ? 'UPDATE' : 'ENTER', head.state, changeId)
      } else if (isMember) {
        this.#members.delete(instanceId)
        this.#emit('LEAVE', head?.state ?? null, changeId)
      }
    }
  }

  async #readAll(): Promise<SetEvent[]> {
    const events: SetEvent[] = []
    for (const state of await this.#searchAll()) {
      // A newer revision than the others were told will come to all as an UPDATE; here it is simply the present state.
      if (!this.#members.has(state.id)) this.#members.set(state.id, state.revision)
      events.push(this.#event('SNAPSHOT', state, null))
    }
    return [...events, this.#event('CAUGHT_UP', null, null)]
  }

  async #compareAll(): Promise<void> {
    const states = await this.#searchAll()
    const present = new Map(states.map((state) => [state.id, state]))
    const gone = [...this.#members.keys()].filter((id) => !present.has(id))
    const newer = states.filter(({ id, revision }) => revision > (this.#members.get(id) ?? 0)).map(({ id }) => id)
    if (gone.length + newer.length > 0) await this.#tell([...gone, ...newer], null)
  }

  async #searchAll(): Promise<InstanceState[]> {
    const { source, viewer, filter } = this.#options
    const states: InstanceState[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<FeedSource['search']>> = await source.search(viewer, filter, { first: pageSize, after })
      const { rows, cursors } = page
      this.epoch = page.epoch
      states.push(...rows.slice(0, pageSize))
      after = rows.length > pageSize ? (cursors[pageSize - 1] as string) : null
    } while (after !== null && states.length < setSizeMax)
    return states
  }

  #emit(change: SetEvent['change'], state: InstanceState | null, changeId: string | null): void {
    const event = this.#event(change, state, changeId)
    for (const listener of [...this.listeners]) listener.event(event)
  }

  #event(change: SetEvent['change'], state: InstanceState | null, changeId: string | null): SetEvent {
    return {
      change,
      state,
      changeId,
      cursor: encodeCursor({ kind: SET_FEED, epoch: this.epoch, position: 0 }),
      at: state?.updatedAt ?? new Date().toISOString(),
      instanceCursor: state && encodeCursor({ kind: INSTANCE_FEED, epoch: this.epoch, position: state.revision }),
    }
  }
}
