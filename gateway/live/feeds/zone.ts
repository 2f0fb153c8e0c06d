import { randomUUID } from 'node:crypto'
import type { Limits } from '../../../kit/limits.ts'
import { encodeCursor, type FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../schema/events.ts'
import { FeedPool } from '../feed/feed-pool.ts'
import type { Log, LogEvent, LogListener, Slice } from '../feed/log.ts'
import type { OpenQueries } from '../live-query/open-queries.ts'
import type { SetEvent } from '../live-query/set-event.ts'
import type { FeedDefinition } from './definition.ts'

export const ZONE_FEED = 'z'

/** An event of a zone, as selections read it. */
export type ZoneEvent = LogEvent & {
  type: 'SNAPSHOT' | 'ENTERED' | 'LEFT' | 'CAUGHT_UP' | 'RESYNC'
  cursor: string
  changeId: string | null
  at: string
  state: InstanceState | null
  instanceCursor: string | null
}

const types = { ENTER: 'ENTERED', LEAVE: 'LEFT', SNAPSHOT: 'SNAPSHOT', CAUGHT_UP: 'CAUGHT_UP' } as const

/**
 * `zoneChanged`: who comes into a zone and who leaves it, as far as the viewer may see them. It is a live query with a
 * memory: the last `zoneEvents` are kept here, and for `zoneResumeMs` after the last subscriber has left. Whoever
 * resumes in another process, or later, is told RESYNC and the present.
 */
export function zoneChanged(queries: OpenQueries, limits: Pick<Limits, 'zoneEvents' | 'zoneResumeMs'>): FeedDefinition {
  const pool = new FeedPool<ZoneEvent>({ lingerMs: limits.zoneResumeMs })
  return {
    field: 'zoneChanged',
    cursorKind: ZONE_FEED,
    open({ args, viewer, renderer, format, onEmpty }) {
      const zoneId = args['zoneId'] as string
      const name = JSON.stringify([viewer.tenantId, viewer.scopes, zoneId])
      return pool.group(name, () => new ZoneLog(queries, viewer, zoneId, limits.zoneEvents), {
        rules: { notFound: 'There is no such zone, or it is not yours to see.' },
        ...{ viewer, format, onEmpty, renderer: renderer<ZoneEvent>(({ state }) => state?.id ?? null) },
      })
    },
  }
}

/** Positions count what this process has seen happen; another process, or another start, is another epoch. */
class ZoneLog implements Log<ZoneEvent> {
  readonly id = null
  readonly #query: ReturnType<OpenQueries['open']>
  readonly #readers: readonly string[]
  readonly #eventsMax: number
  #events: ZoneEvent[] = []
  #epoch = randomUUID()
  #position = 0

  constructor(queries: OpenQueries, viewer: Viewer, zoneId: string, eventsMax: number) {
    const observes = { inFilter: false, presence: false, shownRevision: false, problems: false }
    this.#query = queries.open({ viewer, filter: { zoneId }, observes })
    this.#readers = viewer.scopes
    this.#eventsMax = eventsMax
  }

  follow(listener: LogListener<ZoneEvent>) {
    const { feed, release } = this.#query
    const follower = { event: (event: SetEvent) => this.#heard(event, listener) }
    feed.listeners.add(follower)
    return Promise.resolve(() => {
      feed.listeners.delete(follower)
      release()
      return Promise.resolve()
    })
  }

  async read(since: FeedPosition | null): Promise<Slice<ZoneEvent>> {
    const oldest = this.#position - this.#events.length
    const resumes = since?.epoch === this.#epoch && since.position >= oldest && since.position <= this.#position
    let restart: ZoneEvent[] = []
    const changes = resumes ? this.#events.slice(since.position - oldest) : []
    if (!resumes) await this.#query.feed.snapshot((events) => (restart = this.#restartOf(events)))
    const { epoch, position } = restart[0] ?? { epoch: this.#epoch, position: this.#position }
    return {
      ...{ epoch, position, readers: this.#readers, changes, restart, hasEnded: false },
      resync: since !== null && !resumes,
    }
  }

  #heard(event: SetEvent, listener: LogListener<ZoneEvent>): void {
    if (event.change === 'RESYNC') {
      // A backup has come back: what was told before says nothing of what is now.
      this.#epoch = randomUUID()
      this.#events = []
      this.#position = 0
      listener.onResync()
    } else if (event.change === 'ENTER' || event.change === 'LEAVE') {
      this.#position++
      const own = this.#event(types[event.change], event)
      this.#events.push(own)
      if (this.#events.length > this.#eventsMax) this.#events.shift()
      listener.event(own)
    }
  }

  #restartOf(events: readonly SetEvent[]): ZoneEvent[] {
    const resync = this.#event('RESYNC', { ...(events.at(-1) as SetEvent), state: null, instanceCursor: null })
    return [resync, ...events.map((event) => this.#event(types[event.change as keyof typeof types], event))]
  }

  #event(type: ZoneEvent['type'], { changeId, at, state, instanceCursor }: SetEvent): ZoneEvent {
    const [epoch, position] = [this.#epoch, this.#position]
    // Whoever is cut off among snapshots starts over.
    const isResumable = type !== 'SNAPSHOT' && type !== 'RESYNC'
    const cursor = encodeCursor({ kind: ZONE_FEED, epoch: isResumable ? epoch : 'snapshot', position })
    return { type, epoch, position, cursor, changeId, at, state, instanceCursor, readers: this.#readers }
  }
}
