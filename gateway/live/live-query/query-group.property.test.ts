import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeEvent } from '../../../schema/events.ts'
import { LiveQuery, setOf } from '../testing/test-live-query.ts'
import type { Part } from '../testing/test-log.ts'

type Step =
  | { do: 'write'; id: string; part: Part; told: 'once' | 'twice' | 'never' | 'later' }
  | { do: 'remove'; id: string }
  | { do: 'restore'; lost: number }
  | {
      do:
        | 'tell late'
        | 'tell late, reversed'
        | 'look again'
        | 'relay'
        | 'sweep'
        | 'fail a question'
        | 'join'
        | 'join again'
    }
  | { do: 'leave' | 'slow' | 'drain'; who: number }
  | { do: 'wait'; ms: number }

const id = fc.constantFrom('inst-0000000a', 'inst-0000000b', 'inst-0000000c')
const part: fc.Arbitrary<Part> = fc.constantFrom<Part[]>(
  { lifecycle: 'ACTIVE' },
  { lifecycle: 'ACTIVE' },
  { lifecycle: 'PAUSED' },
  { visibility: 'PRIVATE' },
  { visibility: 'PUBLIC' },
  { name: 'x' },
)
const told = fc.constantFrom('once' as const, 'once' as const, 'twice' as const, 'never' as const, 'later' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), id, part, told }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), lost: fc.nat(3) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'tell late',
        'tell late, reversed',
        'look again',
        'relay',
        'sweep',
        'fail a question',
        'join',
        'join',
        'join again',
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('leave', 'slow', 'slow', 'drain'), who: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 5, 20, 45, 100, 1500) }),
  },
)
const story = fc.record({
  answerMs: fc.constantFrom(0, 2, 10, 100),
  fetchMs: fc.constantFrom(null, 1, 30, 200),
  steps: fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }),
})

async function play({
  answerMs,
  fetchMs,
  steps,
}: {
  answerMs: number
  fetchMs: number | null
  steps: Step[]
}): Promise<LiveQuery> {
  const query = new LiveQuery({ fetchMs: fetchMs ?? undefined })
  const { log } = query
  log.answerMs = answerMs
  let late: ChangeEvent[] = []
  let epochs = 1
  const removed = new Set<string>()
  query.join()
  for (const one of steps) {
    switch (one.do) {
      case 'write': {
        // Ids are not used twice.
        if (removed.has(one.id)) break
        const change = log.write(one.id, one.part)
        if (one.told === 'later') late.push(change)
        else if (one.told !== 'never') query.tell(...(one.told === 'twice' ? [change, change] : [change]))
        break
      }
      case 'remove':
        log.remove(one.id)
        removed.add(one.id)
        break
      case 'restore':
        log.restore(`e${++epochs}`, one.lost)
        break
      case 'tell late':
      case 'tell late, reversed':
        query.tell(...(one.do === 'tell late' ? late : late.toReversed()))
        late = []
        break
      case 'look again':
        query.bus.onResync()
        break
      case 'relay':
        query.dispatcher?.relayed(log.states.map(({ id, revision }) => [id, revision, 't1'] as const))
        break
      case 'sweep':
        query.feed?.stale(new Map(log.states.map(({ id, revision }) => [id, revision])))
        break
      case 'fail a question':
        log.failures = 1
        break
      case 'join':
      case 'join again':
        query.join(one.do === 'join again')
        break
      case 'leave':
        query.joined[one.who]?.membership.stop()
        break
      case 'slow': {
        const reader = query.joined[one.who]?.reader
        if (reader) reader.slow = true
        break
      }
      case 'drain':
        drain(query, one.who)
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(one.ms)
    }
  }
  log.failures = 0
  for (const index of query.joined.keys()) drain(query, index)
  await vi.advanceTimersByTimeAsync(5000)
  query.bus.onResync()
  await vi.advanceTimersByTimeAsync(5000)
  return query
}

function drain(query: LiveQuery, who: number): void {
  const joined = query.joined[who]
  if (!joined?.reader.slow) return
  joined.reader.slow = false
  joined.membership.drained()
}

describe('whatever the bus loses, doubles or reorders, whoever is slow, joins or leaves', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it(
    'a reader of a live query never sees a change that makes no sense, and ends with what matches',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          const query = await play(told)
          const left = new Set(told.steps.flatMap((one) => (one.do === 'leave' ? [one.who] : [])))
          query.joined.forEach(({ reader }, index) => {
            const set = setOf(reader.frames)
            if (!left.has(index) && reader.ended === 'no') expect(set).toEqual(query.truth)
          })
        }),
        { numRuns: 200 },
      )
    },
  )
})
