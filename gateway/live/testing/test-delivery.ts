import type { InstanceRuntime, Presence } from '../../../schema/enums.ts'
import { defaultLimits } from '../../../kit/limits.ts'
import { decodeCursor, type FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import { writeChange } from '../../../schema/change-message.ts'
import { INSTANCE_FEED, instanceTopic, observationTopic, type ChangeEvent } from '../../../schema/events.ts'
import { instanceFeeds } from '../feeds/instance.ts'
import type { FeedDefinition, Feeds } from '../feeds/definition.ts'
import type { RunSource } from '../reading/run-source.ts'
import { FeedReader } from '../reading/feed-reader.ts'
import type { Membership } from '../feed/sink.ts'
import { TestLog, type Part } from './test-log.ts'
import { anonymous, breakableBus, formatted, planOf, rendererOf, TestReader } from './test-reader.ts'

export const ID = 'inst-0000000a'

/** What the tests' subscriptions ask for. */
export type Frame = {
  type: string
  revision: number
  cursor: string
  props?: Props
  instance?: { props: Props; placement: null; presence?: string }
}
type Props = { n?: number }

export const propsOf = (frame: Frame | undefined) => frame?.props ?? frame?.instance?.props

const instanceFeed = (fetched: string) =>
  `subscription { instanceChanged(id: "${ID}") { type revision cursor instance { props: effectiveProps ${fetched} } } }`
const displayFeed = `subscription { displayChanged(instanceId: "${ID}") { type revision cursor props: effectiveProps } }`

type Since = FeedPosition | null
/** For tests of what does not follow runs. */
export const noRuns: RunSource = { readRuns: () => Promise.resolve([]), runHeads: () => Promise.resolve(new Map()) }

export type Joined = { reader: TestReader<Frame>; since: Since; membership: Membership }

/** One instance, its log, a bus, and a group of readers: what a process has for it as long as somebody reads. */
export class Delivery {
  readonly log = new TestLog()
  readonly bus = breakableBus()
  readonly joined: Joined[] = []
  readonly #conflates: boolean
  readonly #fetchMs: number | null
  readonly #feeds: Feeds
  #group: ReturnType<FeedDefinition['open']> | null = null

  /** With `fetchMs` the subscription also asks for what no event carries, which takes that long. */
  constructor({ conflates = false, fetchMs = null as number | null, runtime = 'EDGE' as InstanceRuntime } = {}) {
    this.#conflates = conflates
    this.#fetchMs = fetchMs
    const source = Object.assign(this.log, noRuns)
    this.#feeds = instanceFeeds({ bus: this.bus, source, reader: new FeedReader(source), limits: defaultLimits })
    this.write({ runtime })
  }

  /** Whether anything is followed: nothing is while nobody reads. */
  get isFollowing(): boolean {
    return this.#feeds.followed.size > 0
  }

  get head() {
    const head = this.log.head(ID)
    if (!head) throw new Error('there is no instance')
    return head
  }

  /** A change nobody is told of yet; it counts on in `n`. */
  write(part: Part): ChangeEvent {
    const n = (this.log.head(ID)?.revision ?? 0) + 1
    return this.log.write(ID, { effectiveProps: { n }, ...part })
  }

  tell(...changes: ChangeEvent[]): void {
    void this.bus.publish(changes.map((change) => ({ topic: instanceTopic(ID), payload: writeChange(change) })))
  }

  /** Screens are seen otherwise; the process that saw it tells it, or not. */
  see(presence: Presence, told: boolean): void {
    const observation = { presence, shownRevision: null }
    this.log.observations.set(ID, observation)
    if (told) void this.bus.publish([{ topic: observationTopic(ID), payload: JSON.stringify(observation) }])
  }

  join(since: Since = null): Joined {
    const reader = new TestReader<Frame>()
    const joined = { reader, since, membership: this.#open().join(reader, since) }
    this.joined.push(joined)
    return joined
  }

  /** What the hub does every few seconds. */
  async sweep(): Promise<void> {
    const { followed } = this.#feeds
    followed.compare(await this.log.heads([...followed.ids()]))
  }

  #open(): ReturnType<FeedDefinition['open']> {
    const [instanceChanged, displayChanged] = this.#feeds.definitions as [FeedDefinition, FeedDefinition]
    const plan = planOf(
      this.#conflates ? displayFeed : instanceFeed(this.#fetchMs === null ? '' : 'placement { tags } presence'),
    )
    const fetched = () => ({ placement: null, presence: this.log.observations.get(ID)?.presence ?? 'NEVER' })
    return (this.#group ??= (this.#conflates ? displayChanged : instanceChanged).open({
      ...{ plan, viewer: anonymous, format: formatted, args: { id: ID, instanceId: ID } },
      renderer: (subjectId) => rendererOf(plan, subjectId, this.#fetchMs ?? 0, fetched),
      onEmpty: () => {
        this.#group = null
      },
    }))
  }
}

export const shown = (frames: readonly Frame[]) => frames.map(({ type, revision }) => `${type} ${revision}`)

export function positionOf(frame: Frame): FeedPosition {
  const position = decodeCursor(frame.cursor, { kind: INSTANCE_FEED, subject: ID })
  if (!position) throw new Error(`not a cursor: ${frame.cursor}`)
  return position
}

/**
 * What is wrong with what a reader got: the first frame that neither follows on the one before nor starts over. A
 * reader without `since` starts with a snapshot. `conflates`: snapshots may come at any time, but never older ones.
 */
export function firstFault(frames: readonly Frame[], since: Since, conflates: boolean): string | null {
  let position = since
  let announced = false
  for (const [index, frame] of frames.entries()) {
    const next = positionOf(frame)
    const fault = (what: string) => `${what}: ${shown(frames.slice(0, index + 1)).join(', ')}`
    if (next.position !== frame.revision) return fault('the cursor is of another revision')
    if (frame.type === 'RESYNC') {
      announced = true
      continue
    }
    const newer = position === null || (position.epoch === next.epoch && position.position <= next.position)
    if (frame.type === 'SNAPSHOT') {
      if (!announced && position !== null && !(conflates && newer)) return fault('a snapshot that nothing announced')
    } else if (announced) return fault('RESYNC without a snapshot')
    else if (frame.type === 'PRESENCE') {
      if (conflates) return fault('screens are not told of screens')
      if (position?.epoch !== next.epoch || position.position !== next.position)
        return fault('presence that is not of the present')
    } else if (position?.epoch !== next.epoch || position.position + 1 !== next.position)
      return fault('not the next revision')
    if (propsOf(frame)?.n !== frame.revision) return fault('the state of another revision')
    announced = false
    position = next
  }
  return null
}
