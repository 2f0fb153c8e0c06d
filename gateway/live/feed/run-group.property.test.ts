import fc from 'fast-check'
import { buildSchema, getOperationAST, parse } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PUBLIC_SCOPE } from '../../../kit/graphql/viewer/viewer.ts'
import { decodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import {
  RUN_FEED,
  runTopic,
  type RunChange,
  type RunFeedRequest,
  type RunFeedSlice,
  type RunState,
} from '../../../schema/events.ts'
import { apiSdl } from '../../../schema/load.ts'
import type { Membership } from './sink.ts'
import { planSubscription } from '../rendering/plan.ts'
import { Renderer } from '../rendering/renderer.ts'
import type { RunLiveEvent } from '../feeds/run-event.ts'
import { createRunReader, RunLog, runRules, type RunTarget } from '../feeds/run.ts'
import { FeedPool } from './feed-pool.ts'
import type { SubscriberGroup } from './subscriber-group.ts'
import { anonymous, breakableBus, formatted, TestReader } from '../testing/test-reader.ts'

const INSTANCE = 'inst-0000000a'
const RUNS = ['run-a', 'run-b'] as const

type Frame = { type: string; cursor: string; run: { id: string; progress: number } }
type Since = RunFeedRequest['since']

/** The log of an instance's runs in memory. A run's progress is the position of its newest event, so that states can be told apart. */
class Runs {
  epoch = 'e1'
  answerMs = 0
  failures = 0
  kept = 1
  changes: RunChange[] = []

  get head(): number {
    return this.changes.length
  }

  write(id: string, type: RunChange['type'] = 'PROGRESS'): RunChange {
    const position = this.head + 1
    const change = {
      instanceId: INSTANCE,
      position,
      runId: id,
      type,
      at: '2026-01-01T00:00:00.000Z',
      body: {},
      epoch: this.epoch,
      readers: [PUBLIC_SCOPE],
      run: stateOf(id, position),
    }
    this.changes.push(change)
    return change
  }

  restore(epoch: string, lost: number): void {
    this.epoch = epoch
    this.changes = this.changes.slice(0, Math.max(2, this.head - lost)).map((change) => ({ ...change, epoch }))
    this.kept = this.head + 1
  }

  positions(id: string | null): number[] {
    return this.changes.filter(({ runId }) => id === null || runId === id).map(({ position }) => position)
  }

  async readRuns(requests: readonly RunFeedRequest[]): Promise<RunFeedSlice[]> {
    await pause(this.answerMs / 2)
    const answer = structuredClone(requests.map((request) => this.#slice(request)))
    const fails = this.failures > 0
    if (fails) this.failures--
    await pause(this.answerMs / 2)
    if (fails) throw new Error('the log cannot be read')
    return answer
  }

  #slice({ runId, since }: RunFeedRequest): RunFeedSlice {
    const slice = {
      instanceId: INSTANCE,
      epoch: this.epoch,
      position: this.head,
      readers: [PUBLIC_SCOPE],
      resync: false,
      runs: [] as RunState[],
      ended: false,
      changes: [] as RunChange[],
    }
    const resumes =
      since !== null &&
      since.epoch === this.epoch &&
      since.position <= this.head &&
      since.position + 1 >= Math.min(this.kept, this.head + 1)
    if (resumes)
      return {
        ...slice,
        changes: this.changes.filter(
          (change) => change.position > since.position && (runId === null || change.runId === runId),
        ),
      }
    const runs = RUNS.filter((id) => runId === null || id === runId).map((id) =>
      stateOf(id, this.positions(id).at(-1) as number),
    )
    return { ...slice, resync: since !== null, runs }
  }
}

const stateOf = (id: string, progress: number) =>
  ({ id, progress, createdAt: '2026-01-01T00:00:00.000Z', startedAt: null, endedAt: null }) as RunState
const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve())

const schema = buildSchema(apiSdl())
function rendererOf(fetchMs: number | null): Renderer<RunLiveEvent> {
  const document = parse(
    `subscription { runChanged(id: "x") { type cursor run { id progress ${fetchMs === null ? '' : 'flow { name }'} } } }`,
  )
  const plan = planSubscription(
    schema,
    document,
    getOperationAST(document) as NonNullable<ReturnType<typeof getOperationAST>>,
    {},
  )
  const fetcher =
    fetchMs === null
      ? null
      : { fetch: async () => (await pause(fetchMs), { value: { flow: { name: 'refresh' } }, errors: [] }) }
  return new Renderer<RunLiveEvent>({
    plan,
    fetcher: fetcher as never,
    subjectId: ({ run }) => run.id,
    format: formatted,
  })
}

type Step =
  | { do: 'write'; run: (typeof RUNS)[number]; told: 'once' | 'twice' | 'never' | 'later' }
  | { do: 'tell late' | 'tell late, reversed' | 'look again' | 'sweep' | 'prune' | 'fail a question' }
  | { do: 'restore'; lost: number }
  | { do: 'join'; back: number | null }
  | { do: 'leave' | 'slow' | 'drain'; who: number }
  | { do: 'wait'; ms: number }

const who = fc.nat(4)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      run: fc.constantFrom(...RUNS),
      told: fc.constantFrom('once', 'once', 'once', 'twice', 'never', 'later'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('tell late', 'tell late, reversed', 'look again', 'sweep', 'prune', 'fail a question'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), lost: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), back: fc.option(fc.nat(4)) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('leave', 'slow', 'slow', 'drain'), who }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 0, 1, 5, 20, 60, 300) }),
  },
)
const story = fc.record({
  answerMs: fc.constantFrom(0, 2, 10, 100),
  fetchMs: fc.constantFrom(null, 1, 30),
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
})
type Story = { answerMs: number; fetchMs: number | null; steps: Step[] }
type Joined = { reader: TestReader<Frame>; since: Since; membership: Membership }

/** Plays a story to its end: sockets drained, every loss found by the sweep. */
async function play(
  { answerMs, fetchMs, steps }: Story,
  runId: string | null,
): Promise<{ runs: Runs; joined: Joined[]; histories: Map<string, number[]> }> {
  const runs = new Runs()
  const bus = breakableBus()
  const joined: Joined[] = []
  const histories = new Map<string, number[]>()
  let running: SubscriberGroup<RunLiveEvent> | null = null
  let late: RunChange[] = []
  let epochs = 1
  const pool = new FeedPool<RunLiveEvent>()
  const target: RunTarget = { instanceId: runId === null ? INSTANCE : null, runId }
  const group = () =>
    (running ??= pool.group('runs', () => new RunLog(target, bus, createRunReader(runs)), {
      ...{ rules: runRules(target), renderer: rendererOf(fetchMs), viewer: anonymous, format: formatted },
      onEmpty: () => {
        running = null
      },
    }))
  const join = (since: Since) => {
    const reader = new TestReader<Frame>()
    joined.push({ reader, since, membership: group().join(reader, since) })
  }
  const tell = (...changes: RunChange[]) =>
    void bus.publish(changes.map((change) => ({ topic: runTopic(INSTANCE), payload: JSON.stringify(change) })))
  const sweep = () => pool.compare(new Map([[INSTANCE, runs.head]]))
  const drain = (index: number) => {
    const one = joined[index]
    if (!one?.reader.slow) return
    one.reader.slow = false
    one.membership.drained()
  }
  for (const id of RUNS) runs.write(id, 'QUEUED')
  runs.answerMs = answerMs
  join(null)
  for (const one of steps) {
    if (one.do === 'write') {
      const change = runs.write(one.run)
      if (one.told === 'later') late.push(change)
      else if (one.told !== 'never') tell(...(one.told === 'twice' ? [change, change] : [change]))
    } else if (one.do === 'tell late' || one.do === 'tell late, reversed') {
      tell(...(one.do === 'tell late' ? late : late.toReversed()))
      late = []
    } else if (one.do === 'look again') bus.onResync()
    else if (one.do === 'sweep') sweep()
    else if (one.do === 'prune') runs.kept = runs.head + 1
    else if (one.do === 'fail a question') runs.failures = 1
    else if (one.do === 'restore') {
      histories.set(runs.epoch, runs.positions(runId))
      runs.restore(`e${++epochs}`, one.lost)
    } else if (one.do === 'join')
      join(one.back === null ? null : { epoch: runs.epoch, position: Math.max(0, runs.head - one.back) })
    else if (one.do === 'leave') joined[one.who]?.membership.stop()
    else if (one.do === 'slow') {
      const reader = joined[one.who]?.reader
      if (reader) reader.slow = true
    } else if (one.do === 'drain') drain(one.who)
    else if ('ms' in one) await vi.advanceTimersByTimeAsync(one.ms)
  }
  runs.failures = 0
  for (let round = 0; round < 3; round++) {
    for (const index of joined.keys()) drain(index)
    await vi.advanceTimersByTimeAsync(3000)
    bus.onResync()
    sweep()
    await vi.advanceTimersByTimeAsync(3000)
  }
  histories.set(runs.epoch, runs.positions(runId))
  return { runs, joined, histories }
}

/** What is wrong with what a reader got; null where every event follows on the one before or starts over. */
function firstFault(frames: readonly Frame[], since: Since, histories: ReadonlyMap<string, number[]>): string | null {
  let at: Since = since
  let announced = false
  for (const [index, frame] of frames.entries()) {
    const fault = (what: string) =>
      `${what}: ${JSON.stringify(frames.slice(0, index + 1))} since ${JSON.stringify(since)}`
    const next = decodeCursor(frame.cursor, { kind: RUN_FEED })
    if (!next) return fault('not a cursor')
    if (frame.type === 'RESYNC') announced = true
    else if (frame.type === 'SNAPSHOT') {
      if (index > 0 && !announced && frames[index - 1]?.type !== 'SNAPSHOT')
        return fault('a snapshot that nothing announced')
      if (next.epoch !== 'snapshot') [at, announced] = [next, false]
    } else {
      const from = at
      if (announced || from === null) return fault('an event before the snapshots')
      const wanted = histories.get(from.epoch)?.find((position) => position > from.position)
      if (next.epoch !== from.epoch || next.position !== wanted) return fault(`not the next event, which is ${wanted}`)
      if (frame.run.progress !== next.position) return fault('the run of another event')
      at = next
    }
  }
  return null
}

describe('whatever the bus loses, doubles or reorders, whoever is slow, joins or leaves', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('a reader that has begun on a restored history is told nothing of the one before, however late it comes', async () => {
    const steps: Step[] = [
      { do: 'wait', ms: 300 },
      { do: 'join', back: null },
      { do: 'write', run: 'run-a', told: 'later' },
      { do: 'restore', lost: 0 },
      { do: 'wait', ms: 60 },
      { do: 'fail a question' },
      { do: 'wait', ms: 300 },
      { do: 'tell late' },
      { do: 'wait', ms: 0 },
    ]
    const { joined, histories } = await play({ answerMs: 100, fetchMs: null, steps }, null)
    for (const { reader, since } of joined) expect(firstFault(reader.frames, since, histories)).toBeNull()
  })

  it.each([
    ['the runs of an instance', null],
    ['one run', 'run-b'],
  ])(
    'a reader of %s gets every event once and in order, or RESYNC and snapshots',
    async (_, runId) => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          const { runs, joined, histories } = await play(told, runId)
          const left = new Set(told.steps.flatMap((one) => (one.do === 'leave' ? [one.who] : [])))
          for (const [index, { reader, since }] of joined.entries()) {
            expect(firstFault(reader.frames, since, histories)).toBeNull()
            if (left.has(index) || reader.ended !== 'no') continue
            const newest = runs.positions(runId).at(-1)
            const last = reader.frames.at(-1)
            // One that joined with `since` and missed nothing was sent nothing.
            if (last)
              expect(Math.max(decodeCursor(last.cursor, { kind: RUN_FEED })?.position ?? 0, newest ?? 0)).toBe(
                last.type === 'SNAPSHOT' ? decodeCursor(last.cursor, { kind: RUN_FEED })?.position : newest,
              )
            else expect(newest === undefined || newest <= (since?.position ?? -1)).toBe(true)
          }
        }),
        { numRuns: 200 },
      )
    },
    60_000,
  )
})
