import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryBus } from '../../../kit/bus/memory-bus.ts'
import { adminViewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { Presence } from '../../../schema/enums.ts'
import { headsTopic, namedSetsTopic, observationsTopic, type PlaceFacts } from '../../../schema/events.ts'
import { FeedReader } from '../reading/feed-reader.ts'
import { MatchReader } from '../reading/match-reader.ts'
import { SetDispatcher } from './set-dispatcher.ts'
import { SetFeed } from './set-feed.ts'
import { TestLog, type Part } from '../testing/test-log.ts'
import { anonymous } from '../testing/test-reader.ts'

const ids = ['inst-0000000a', 'inst-0000000b', 'inst-0000000c', 'inst-0000000d']
const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 0 })
const tag = ['x', 'y', 'z']
const presences: Presence[] = ['NEVER', 'ONLINE', 'STALE', 'OFFLINE']

/** Everything that a filter can name, over so few values that most filters match something sometimes. */
const members = {
  ids: some(...ids),
  kinds: some('DISPLAY', 'DATASET'),
  definitionTypeKey: fc.constantFrom('d1', 'd2'),
  ownerId: fc.constantFrom('p1', 'p2'),
  projectId: fc.constantFrom('j1', 'j2'),
  scopes: some('GLOBAL', 'PROJECT'),
  lifecycles: some('CREATED', 'ACTIVE', 'PAUSED'),
  readiness: some('READY', 'BROKEN'),
  presence: some(...presences),
  parentId: fc.constantFrom(...ids),
  name: fc.constantFrom('abc', ' abc', 'ab'),
  nameContains: fc.constantFrom('a', 'BC', ''),
  propsContain: fc.constantFrom({ n: 1 }, { n: 2, s: 'x' }, { deep: { a: [1] } }, {}, { deep: { a: [2] }, n: 1 }),
  location: fc.constantFrom('Quay', 'Gate'),
  device: fc.constantFrom('v1', 'v2'),
  tags: fc.record({ all: some(...tag), any: fc.option(some(...tag)), none: some(...tag) }, { requiredKeys: [] }),
  near: fc.record({
    lat: fc.constantFrom(0, 10),
    lng: fc.constantFrom(0, 10),
    radiusMeters: fc.constantFrom(1000, 200_000, 5_000_000),
  }),
  within: fc.constantFrom(
    { south: -1, west: -1, north: 1, east: 1 },
    { south: 5, west: 5, north: 11, east: 11 },
    { south: -80, west: -170, north: 80, east: 170 },
  ),
  zoneId: fc.constantFrom('zone-1', 'zone-2', 'zone-none'),
  groupId: fc.constantFrom('group-1', 'group-2', 'group-none'),
}
const names = Object.keys(members) as (keyof typeof members)[]
const filter = fc.oneof(
  ...names.map((name) => members[name].map((value) => ({ [name]: value }) as object)),
  fc
    .subarray(names, { minLength: 2, maxLength: 3 })
    .chain((of) => fc.record(Object.fromEntries(of.map((name) => [name, members[name] as fc.Arbitrary<unknown>])))),
  fc.constant({}),
)

const part = fc.record(
  {
    kind: fc.constantFrom('DISPLAY', 'DATASET'),
    definitionTypeKey: fc.constantFrom('d1', 'd2', null),
    ownerId: fc.constantFrom('p1', 'p2'),
    projectId: fc.constantFrom('j1', 'j2', null),
    scope: fc.constantFrom('GLOBAL', 'PROJECT'),
    lifecycle: fc.constantFrom('CREATED', 'ACTIVE', 'PAUSED'),
    readiness: fc.constantFrom('READY', 'BROKEN', null),
    parentId: fc.constantFrom(...ids, null),
    visibility: fc.constantFrom('PUBLIC', 'PUBLIC', 'PRIVATE'),
    name: fc.constantFrom('abc', 'xyz', null),
    effectiveProps: fc.constantFrom({}, { n: 1 }, { n: 2, s: 'x' }, { n: 1, deep: { a: [1, 2] } }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Part>

const coordinates = fc.constantFrom([0, 0], [0.5, 0.5], [10, 10], [60, -100], [null, null]) as fc.Arbitrary<
  [number, number]
>
const place: fc.Arbitrary<PlaceFacts> = fc
  .tuple(fc.constantFrom('Quay', 'Gate', null), fc.constantFrom('v1', 'v2', null), coordinates, some(...tag))
  .map(([location, deviceId, [lat, lng], tags]) => ({ location, deviceId, lat, lng, tags }))

const id = fc.constantFrom(...ids)
/** A zone is a matter of place alone; a group may be whatever a filter says. */
const zone = fc.oneof(
  members.within.map((within) => ({ within })),
  members.near.map((near) => ({ near })),
)
const group = fc.oneof(
  some(...ids),
  fc.constantFrom({ lifecycles: ['ACTIVE'] }, { tags: { any: ['x'] } }, { propsContain: { n: 1 } }),
)
const edit = fc.constant('edit' as const)
const step = fc.oneof(
  // Most patches touch the props alone: who asks for nothing of them is left out.
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('write' as const), id, part, says: fc.constantFrom(true, true, false) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write, lost by the bus' as const), id, part }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      id,
      part: fc.constantFrom<Part[]>(
        { effectiveProps: { n: 1 } },
        { effectiveProps: { n: 2 } },
        { lifecycle: 'ACTIVE' },
        { lifecycle: 'PAUSED' },
      ),
      says: fc.constant(true),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('place' as const), id, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('see' as const), id, presence: fc.constantFrom(...presences) }) },
  { weight: 1, arbitrary: fc.record({ do: edit, set: zone, name: fc.constantFrom('zone-1', 'zone-2') }) },
  { weight: 1, arbitrary: fc.record({ do: edit, set: group, name: fc.constantFrom('group-1', 'group-2') }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'fail a question' as const }, { do: 'be quiet' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('follow' as const), filter, isAdmin: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(10) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 5, 39, 41, 60, 100, 250, 600, 600, 1500),
    }),
  },
)
const story = fc.record({
  answerMs: fc.constantFrom(0, 2, 10, 100),
  /** Of large sets: longer than a burst takes. */
  searchMs: fc.constantFrom(0, 300, 1000),
  filters: fc.array(filter, { minLength: 3, maxLength: 8 }),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
})
type Story = {
  answerMs: number
  searchMs: number
  filters: object[]
  steps: (typeof step extends fc.Arbitrary<infer One> ? One : never)[]
}

/** One tenant with many live queries, on a bus that loses nothing unnoticed; nothing is swept between checks. */
class World {
  readonly log = new TestLog()
  readonly bus = createMemoryBus()
  readonly dispatcher: SetDispatcher
  readonly queries: { feed: SetFeed; rows: Map<string, number>; filter: object; viewer: typeof anonymous }[] = []
  finds = 0

  constructor() {
    const source = this.log
    this.dispatcher = new SetDispatcher({
      tenantId: 't1',
      bus: this.bus,
      source,
      reader: new FeedReader(source),
      matches: new MatchReader(source),
    })
  }

  follow(filter: object, isAdmin: boolean): void {
    const viewer = isAdmin ? adminViewer('t1', 'p1') : anonymous
    const observes = { inFilter: 'presence' in filter, presence: false, shownRevision: false, problems: false }
    const feed = new SetFeed({ dispatcher: this.dispatcher, source: this.log, viewer, filter, observes })
    const rows = new Map<string, number>()
    feed.listeners.add({
      event: ({ change, state }) => {
        this.finds++
        if (change === 'RESYNC') rows.clear()
        if (state && change === 'LEAVE') rows.delete(state.id)
        else if (state) rows.set(state.id, state.revision)
      },
    })
    const query = { feed, rows, filter, viewer }
    const read = (): Promise<void> =>
      feed
        .snapshot((events) => events.forEach(({ state }) => state && rows.set(state.id, state.revision)))
        .catch(() => (this.queries.includes(query) ? read() : undefined))
    this.queries.push(query)
    void read()
  }

  tell(id: string, part: Part | { placement: PlaceFacts }, says = true): void {
    const { revision, changeId } = this.log.write(id, 'placement' in part ? {} : part)
    const payload = JSON.stringify({ heads: [[id, revision, changeId, ...(says ? [Object.keys(part)] : [])]] })
    void this.bus.publish([{ topic: headsTopic('t1'), payload }])
  }

  see(id: string, presence: Presence): void {
    const isPresenceNew = (this.log.observations.get(id)?.presence ?? 'NEVER') !== presence
    const observation = { presence, shownRevision: null }
    this.log.observations.set(id, observation)
    void this.bus.publish([
      { topic: observationsTopic('t1'), payload: JSON.stringify({ observed: [[id, observation, isPresenceNew]] }) },
    ])
  }

  edit(name: string, set: readonly string[] | object): void {
    this.log.sets.set(name, set)
    const payload = JSON.stringify(name.startsWith('zone') ? { zoneId: name } : { groupId: name })
    void this.bus.publish([{ topic: namedSetsTopic('t1'), payload }])
  }

  /** When nothing is under way any more, all have what matches, and a sweep of everything finds nothing. */
  async check(): Promise<void> {
    this.log.failures = 0
    await vi.advanceTimersByTimeAsync(15_000)
    const shown = this.queries.map(({ filter, rows }) => [filter, [...rows].sort()])
    expect(shown).toEqual(
      this.queries.map(({ filter, viewer }) => [
        filter,
        this.log
          .matching(viewer, filter)
          .map(({ id, revision }) => [id, revision])
          .sort(),
      ]),
    )
    this.finds = 0
    const heads = await Promise.all([this.log.heads(ids), vi.advanceTimersByTimeAsync(1000)])
    for (const { feed } of this.queries) {
      feed.stale(heads[0])
      feed.refresh()
    }
    await vi.advanceTimersByTimeAsync(8000)
    expect(this.finds).toBe(0)
  }
}

async function play({ answerMs, searchMs, filters, steps }: Story): Promise<void> {
  const world = new World()
  world.log.answerMs = answerMs
  world.log.searchMs = searchMs
  for (const one of ids.slice(0, 2)) world.log.write(one, {})
  filters.forEach((one, index) => world.follow(one, index % 2 === 0))
  for (const one of steps) {
    if (one.do === 'write') world.tell(one.id, one.part, one.says)
    else if (one.do === 'write, lost by the bus') {
      world.log.write(one.id, one.part)
      // The next one is heard of, and after a gap it may have been anything.
      world.tell(one.id, { effectiveProps: { n: 1 } })
    } else if (one.do === 'place') {
      world.log.placements.set(one.id, one.place)
      world.tell(one.id, { placement: one.place })
    } else if (one.do === 'see') world.see(one.id, one.presence)
    else if (one.do === 'edit') world.edit(one.name, one.set)
    else if (one.do === 'fail a question') world.log.failures = 1
    else if (one.do === 'be quiet') await world.check()
    else if (one.do === 'follow') world.follow(one.filter, one.isAdmin)
    else if (one.do === 'leave') world.queries.splice(one.who, 1).forEach(({ feed }) => feed.close())
    else await vi.advanceTimersByTimeAsync(one.ms)
  }
  await world.check()
  for (const { feed } of world.queries) feed.close()
  expect([world.dispatcher.size, ids.flatMap((one) => [...world.dispatcher.holders(one)])]).toEqual([0, []])
  world.dispatcher.close()
}

describe('whatever a filter names, whatever changes, also while its answer is being read', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it(
    'each live query of a tenant has at every quiet moment what matches, and the sweep finds nothing',
    { timeout: 120_000 },
    async () => {
      await fc.assert(fc.asyncProperty(story, play), { numRuns: 300 })
    },
  )
})
