import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import { decodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { headsTopic, namedSetsTopic } from '../../../schema/events.ts'
import { OpenQueries } from '../live-query/open-queries.ts'
import { FeedReader } from '../reading/feed-reader.ts'
import { TestLog } from '../testing/test-log.ts'
import { anonymous, breakableBus, formatted, planOf, rendererOf, TestReader } from '../testing/test-reader.ts'
import type { Subscription } from './definition.ts'
import { ZONE_FEED, zoneChanged } from './zone.ts'

const [a, b] = ['inst-0000000a', 'inst-0000000b']
const plan = planOf('subscription { zoneChanged(zoneId: "z") { type cursor changeId instance { id } } }')

type Frame = { type: string; cursor: string; changeId: string | null; instance: { id: string } | null }

/** Zone z over a log of two instances, in one process. */
class Zone {
  readonly log = new TestLog()
  readonly bus = breakableBus()
  readonly limits: { zoneEvents: number; zoneResumeMs: number }
  #definition: ReturnType<typeof zoneChanged>
  #groups = new Map<string, ReturnType<ReturnType<typeof zoneChanged>['open']>>()

  constructor(limits = { zoneEvents: 10, zoneResumeMs: 10_000 }) {
    this.limits = limits
    this.#definition = this.#inAnotherProcess()
    for (const id of [a, b]) {
      this.log.write(id, {})
      this.log.placements.set(id, { location: null, deviceId: null, lat: 1, lng: 1, tags: [] })
    }
    this.log.sets.set('z', [])
  }

  /** What comes after a restart: nothing of the past is known. */
  restart(): void {
    this.#definition = this.#inAnotherProcess()
    this.#groups.clear()
  }

  #inAnotherProcess() {
    const { bus, log: source } = this
    return zoneChanged(new OpenQueries({ bus, source, reader: new FeedReader(source) }), this.limits)
  }

  join(since: FeedPosition | null = null, viewer = anonymous) {
    const reader = new TestReader<Frame>()
    const name = viewer.scopes.join(' ')
    const onEmpty = () => void this.#groups.delete(name)
    const renderer: Subscription['renderer'] = (subjectId) => rendererOf(plan, subjectId)
    const group =
      this.#groups.get(name) ??
      this.#definition.open({ plan, viewer, renderer, onEmpty, format: formatted, args: { zoneId: 'z' } })
    this.#groups.set(name, group)
    return { reader, membership: group.join(reader, since) }
  }

  /** The zone is drawn around these. */
  async edit(ids: string[]): Promise<void> {
    this.log.sets.set('z', ids)
    await this.bus.publish([{ topic: namedSetsTopic('t1'), payload: JSON.stringify({ zoneId: 'z' }) }])
    await settle()
  }

  /** An instance is written, and where it stands with it. */
  async write(id: string, ids: string[], part: object = {}): Promise<void> {
    this.log.sets.set('z', ids)
    const { revision, changeId } = this.log.write(id, part)
    await this.bus.publish([
      { topic: headsTopic('t1'), payload: JSON.stringify({ heads: [[id, revision, changeId]] }) },
    ])
    await settle()
  }
}

const settle = () => vi.advanceTimersByTimeAsync(1000)
const shown = ({ frames }: { frames: Frame[] }) =>
  frames.map(({ type, instance }) => (instance ? `${type} ${instance.id.at(-1)}` : type))
const lastOf = ({ frames }: { frames: Frame[] }) =>
  decodeCursor(frames.at(-1)?.cursor ?? '', { kind: ZONE_FEED }) as FeedPosition

describe('zoneChanged', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells who is there, then who comes and goes, and not what happens within', async () => {
    const zone = new Zone()
    await zone.edit([a])
    const { reader } = zone.join()
    await settle()
    await zone.write(b, [a, b])
    await zone.write(b, [a, b], { name: 'moved within' })
    await zone.write(a, [b])
    expect(shown(reader)).toEqual(['SNAPSHOT a', 'CAUGHT_UP', 'ENTERED b', 'LEFT a'])
    expect(reader.frames.slice(2).map(({ changeId }) => changeId)).toEqual(['chg-2', 'chg-2'])
  })

  it('tells of all that an edit of the zone takes in and leaves out', async () => {
    const zone = new Zone()
    const { reader } = zone.join()
    await settle()
    await zone.edit([a])
    await zone.edit([b])
    expect(shown(reader).toSorted()).toEqual(['CAUGHT_UP', 'ENTERED a', 'ENTERED b', 'LEFT a'])
  })

  it('hides what the viewer may not see, and tells of it once they may', async () => {
    const zone = new Zone()
    await zone.write(a, [a], { visibility: 'PRIVATE' })
    const stranger = zone.join()
    const member = zone.join(null, { ...anonymous, scopes: [...anonymous.scopes, 'tenant:t1'] })
    await settle()
    expect(shown(stranger.reader)).toEqual(['CAUGHT_UP'])
    await zone.write(a, [a], { visibility: 'PUBLIC' })
    await zone.write(a, [a], { visibility: 'PRIVATE' })
    expect(shown(stranger.reader)).toEqual(['CAUGHT_UP', 'ENTERED a', 'LEFT a'])
    expect(shown(member.reader)).toEqual(['SNAPSHOT a', 'CAUGHT_UP'])
  })

  it('resumes after what was told last, also where everybody had left meanwhile', async () => {
    const zone = new Zone()
    const first = zone.join()
    await settle()
    await zone.write(a, [a])
    first.membership.stop()
    await zone.write(b, [a, b])
    const { reader } = zone.join(lastOf(first.reader))
    await settle()
    await zone.write(a, [b])
    expect(shown(reader)).toEqual(['ENTERED b', 'LEFT a'])
  })

  it.each([
    ['after a restart', (zone: Zone) => Promise.resolve(zone.restart())],
    [
      'where more has happened than is kept',
      async (zone: Zone) => {
        for (let turn = 0; turn < 6; turn++) await zone.edit(turn % 2 ? [a] : [])
        await zone.edit([a])
      },
    ],
    ['where everybody had left for too long', () => vi.advanceTimersByTimeAsync(11_000)],
    [
      'in another history of the database',
      async (zone: Zone) => {
        zone.log.restore('e2', 0)
        await zone.write(a, [a])
      },
    ],
  ])('answers RESYNC and the present %s', async (_, between) => {
    const zone = new Zone({ zoneEvents: 4, zoneResumeMs: 10_000 })
    const first = zone.join()
    await settle()
    await zone.write(a, [a])
    expect(shown(first.reader)).toEqual(['CAUGHT_UP', 'ENTERED a'])
    first.membership.stop()
    await between(zone)
    const { reader } = zone.join(lastOf(first.reader))
    await settle()
    expect(shown(reader)).toEqual(['RESYNC', 'SNAPSHOT a', 'CAUGHT_UP'])
  })

  it('gives a slow subscriber what it missed, in order', async () => {
    const zone = new Zone()
    const { reader, membership } = zone.join()
    await settle()
    reader.slow = true
    await zone.write(a, [a])
    await zone.write(a, [])
    reader.slow = false
    membership.drained()
    await settle()
    expect(shown(reader)).toEqual(['CAUGHT_UP', 'ENTERED a', 'LEFT a'])
  })
})
