import type { Presence } from '../../../schema/enums.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import {
  headsTopic,
  namedSetsTopic,
  observationsTopic,
  type ChangeEvent,
  type NamedSetMessage,
  type ObservationsMessage,
} from '../../../schema/events.ts'
import { FeedReader } from '../reading/feed-reader.ts'
import { MatchReader } from '../reading/match-reader.ts'
import type { Membership } from '../feed/sink.ts'
import type { Observes } from '../feeds/observed-screens.ts'
import type { SetEvent } from '../live-query/set-event.ts'
import { SetDispatcher } from '../live-query/set-dispatcher.ts'
import { SetFeed } from '../live-query/set-feed.ts'
import { QueryGroup } from '../live-query/query-group.ts'
import { TestLog } from './test-log.ts'
import { anonymous, breakableBus, formatted, planOf, rendererOf, TestReader } from './test-reader.ts'

/** What the tests' live queries ask for. */
export type SetFrame = {
  change: SetEvent['change']
  changeId: string | null
  instance: { id: string; revision: number; lifecycle: string; effectiveProps: object; placement?: null } | null
}

const query = (fetched: string) =>
  `subscription { instancesChanged(filter: {}) { change changeId instance { id revision lifecycle effectiveProps ${fetched} } } }`

export type SetJoined = { reader: TestReader<SetFrame>; membership: Membership }

/** A live query over a log and a bus, and a group of readers, as a process has it for as long as somebody reads. */
export class LiveQuery {
  readonly log = new TestLog()
  readonly bus = breakableBus()
  readonly joined: SetJoined[] = []
  readonly viewer: Viewer
  readonly filter: object
  readonly #fetchMs: number | null
  readonly #heldMax: number | undefined
  readonly #observes: Observes | undefined
  #running: { dispatcher: SetDispatcher; feed: SetFeed; group: QueryGroup } | null = null

  constructor(
    options: { filter?: object; fetchMs?: number; viewer?: Viewer; heldMax?: number; observes?: Observes } = {},
  ) {
    this.filter = options.filter ?? { lifecycle: 'ACTIVE' }
    this.viewer = options.viewer ?? anonymous
    this.#fetchMs = options.fetchMs ?? null
    this.#heldMax = options.heldMax
    this.#observes = options.observes
  }

  get feed(): SetFeed | null {
    return this.#running?.feed ?? null
  }

  get dispatcher(): SetDispatcher | null {
    return this.#running?.dispatcher ?? null
  }

  tell(...changes: ChangeEvent[]): void {
    const payloads = changes.map(({ instanceId, revision, changeId }) =>
      JSON.stringify({ heads: [[instanceId, revision, changeId]] }),
    )
    void this.bus.publish(payloads.map((payload) => ({ topic: headsTopic('t1'), payload })))
  }

  /** Screens of an instance are seen otherwise, and it is told. */
  see(id: string, presence: Presence, shownRevision: number | null = null): void {
    const observation = { presence, shownRevision }
    const isPresenceNew = this.log.observations.get(id)?.presence !== presence
    this.log.observations.set(id, observation)
    const message: ObservationsMessage = { observed: [[id, observation, isPresenceNew]] }
    void this.bus.publish([{ topic: observationsTopic('t1'), payload: JSON.stringify(message) }])
  }

  /** A zone or a group is another now, and it is told. */
  edit(edited: NamedSetMessage, members: readonly string[]): void {
    this.log.sets.set('zoneId' in edited ? edited.zoneId : edited.groupId, members)
    void this.bus.publish([{ topic: namedSetsTopic('t1'), payload: JSON.stringify(edited) }])
  }

  join(resync = false): SetJoined {
    const reader = new TestReader<SetFrame>()
    const joined = {
      reader,
      membership: this.#group().join(reader, resync ? { epoch: this.log.epoch, position: 0 } : null),
    }
    this.joined.push(joined)
    return joined
  }

  /** What matches in truth: revisions by id. */
  get truth(): Map<string, number> {
    return new Map(this.log.matching(this.viewer, this.filter).map(({ id, revision }) => [id, revision]))
  }

  #group(): QueryGroup {
    if (this.#running) return this.#running.group
    const { bus, log: source, viewer, filter } = this
    const dispatcher = new SetDispatcher({
      tenantId: 't1',
      bus,
      source,
      reader: new FeedReader(source),
      matches: new MatchReader(source),
    })
    const feed = new SetFeed({ dispatcher, source, viewer, filter, observes: this.#observes })
    const onEmpty = () => {
      this.#running = null
      feed.close()
      dispatcher.close()
    }
    const renderer = rendererOf<SetEvent>(
      planOf(query(this.#fetchMs === null ? '' : 'placement { tags }')),
      ({ state }) => state?.id ?? null,
      this.#fetchMs ?? 0,
    )
    const group = new QueryGroup({ feed, renderer, format: formatted, onEmpty, heldMax: this.#heldMax })
    this.#running = { dispatcher, feed, group }
    return group
  }
}

export const shownSet = (frames: readonly SetFrame[]) =>
  frames.map(({ change, instance }) => (instance ? `${change} ${instance.id}@${instance.revision}` : change))

/**
 * The set that a reader has who believes every frame. Throws where one makes no sense: an ENTER of what is there, an
 * UPDATE of what is not, an older revision after a newer one (but after RESYNC). A LEAVE of what is not there is harmless: the snapshot
 * may have been read after it left.
 */
export function setOf(frames: readonly SetFrame[]): Map<string, number> {
  const set = new Map<string, number>()
  frames.forEach(({ change, instance }, index) => {
    if (change === 'RESYNC') set.clear()
    const known = instance ? set.get(instance.id) : undefined
    const isWrong =
      (change === 'ENTER' && known !== undefined) ||
      (change === 'UPDATE' && known === undefined) ||
      (instance !== null && change !== 'LEAVE' && known !== undefined && instance.revision <= known)
    if (isWrong) throw new Error(`makes no sense: ${shownSet(frames.slice(0, index + 1)).join(', ')}`)
    if (instance && change === 'LEAVE') set.delete(instance.id)
    else if (instance) set.set(instance.id, instance.revision)
  })
  return set
}
