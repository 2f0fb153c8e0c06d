import type { InstanceRuntime, Presence } from '../../../schema/enums.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeEvent } from '../../../schema/events.ts'
import { Delivery, firstFault, ID, positionOf, propsOf } from '../testing/test-delivery.ts'

/** What may happen, in any order and with any pause in between. */
type Step =
  | { do: 'write'; told: 'once' | 'twice' | 'never' | 'later' }
  | { do: 'tell late' | 'tell late, reversed' | 'look again' | 'sweep' | 'prune' | 'fail a question' }
  | { do: 'restore'; lost: number }
  | { do: 'see'; presence: Presence; told: boolean }
  | { do: 'join'; back: number | null }
  | { do: 'leave' | 'slow' | 'drain'; who: number }
  | { do: 'wait'; ms: number }

const who = fc.nat(4)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
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
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('see' as const),
      presence: fc.constantFrom<Presence[]>('ONLINE', 'STALE', 'OFFLINE'),
      told: fc.boolean(),
    }),
  },
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

/** Plays a story to its end: sockets drained, every loss found by the sweep. */
async function play(
  { answerMs, fetchMs, steps }: { answerMs: number; fetchMs: number | null; steps: Step[] },
  conflates: boolean,
  runtime: InstanceRuntime = 'EDGE',
): Promise<Delivery> {
  const delivery = new Delivery({ conflates, fetchMs: conflates ? null : fetchMs, runtime })
  const { log } = delivery
  log.answerMs = answerMs
  let late: ChangeEvent[] = []
  let epochs = 1
  delivery.join()
  for (const one of steps) {
    switch (one.do) {
      case 'write': {
        const change = delivery.write({})
        if (one.told === 'later') late.push(change)
        else if (one.told !== 'never') delivery.tell(...(one.told === 'twice' ? [change, change] : [change]))
        break
      }
      case 'tell late':
      case 'tell late, reversed':
        delivery.tell(...(one.do === 'tell late' ? late : late.toReversed()))
        late = []
        break
      case 'look again':
        delivery.bus.onResync()
        break
      case 'sweep':
        void delivery.sweep().catch(() => {})
        break
      case 'prune':
        log.prune(ID)
        break
      case 'fail a question':
        log.failures = 1
        break
      case 'see':
        delivery.see(one.presence, one.told)
        break
      case 'restore':
        log.restore(`e${++epochs}`, one.lost)
        break
      case 'join': {
        const { revision } = delivery.head
        delivery.join(one.back === null ? null : { epoch: log.epoch, position: Math.max(1, revision - one.back) })
        break
      }
      case 'leave':
        delivery.joined[one.who]?.membership.stop()
        break
      case 'slow': {
        const reader = delivery.joined[one.who]?.reader
        if (reader) reader.slow = true
        break
      }
      case 'drain':
        drain(delivery, one.who)
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(one.ms)
    }
  }
  log.failures = 0
  for (let round = 0; round < 3; round++) {
    for (const index of delivery.joined.keys()) drain(delivery, index)
    await vi.advanceTimersByTimeAsync(3000)
    // What the hub's sweep finds by number it finds by epoch on the next change.
    delivery.bus.onResync()
    void delivery.sweep()
    await vi.advanceTimersByTimeAsync(3000)
  }
  return delivery
}

function drain(delivery: Delivery, who: number): void {
  const joined = delivery.joined[who]
  if (!joined?.reader.slow) return
  joined.reader.slow = false
  joined.membership.drained()
}

/** Those who were neither told to end nor left. */
const stayed = (delivery: Delivery, steps: readonly Step[]) => {
  const left = new Set(steps.flatMap((one) => (one.do === 'leave' ? [one.who] : [])))
  return delivery.joined.filter(({ reader }, index) => !left.has(index) && reader.ended === 'no')
}

describe('whatever the bus loses, doubles or reorders, whoever is slow, joins or leaves', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it(
    'a reader of instanceChanged gets every revision once and in order, or RESYNC and a snapshot',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          const delivery = await play(told, false)
          for (const { reader, since } of delivery.joined) expect(firstFault(reader.frames, since, false)).toBeNull()
          for (const { reader, since } of stayed(delivery, told.steps)) {
            const last = reader.frames.at(-1)
            const position = last ? positionOf(last) : since
            expect(position).toEqual({ epoch: delivery.log.epoch, position: delivery.head.revision })
            const seen = delivery.log.observations.get(ID)?.presence
            if (seen !== undefined && told.fetchMs !== null) expect(last?.instance?.presence).toBe(seen)
          }
        }),
        { numRuns: 200 },
      )
    },
  )

  it(
    'a screen of a DURABLE instance gets every revision once and in order, however slow it was (S4-30)',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          const delivery = await play(told, true, 'DURABLE')
          for (const { reader, since } of delivery.joined) expect(firstFault(reader.frames, since, false)).toBeNull()
          for (const { reader, since } of stayed(delivery, told.steps)) {
            expect(reader.frames.at(-1)?.revision ?? since?.position).toBe(delivery.head.revision)
          }
        }),
        { numRuns: 200 },
      )
    },
  )

  it('a reader of displayChanged never goes back, and ends on the newest state', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const delivery = await play(told, true)
        for (const { reader, since } of delivery.joined) expect(firstFault(reader.frames, since, true)).toBeNull()
        for (const { reader, since } of stayed(delivery, told.steps)) {
          const last = reader.frames.at(-1)
          expect(last?.revision ?? since?.position).toBe(delivery.head.revision)
          expect(propsOf(last) ?? delivery.head.effectiveProps).toEqual(delivery.head.effectiveProps)
        }
      }),
      { numRuns: 200 },
    )
  })
})
