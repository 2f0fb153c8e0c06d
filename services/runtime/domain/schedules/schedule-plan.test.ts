import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catchUpMax, planSchedule, waitingMax, type DueSchedule } from './schedule-plan.ts'

const hourly: DueSchedule = {
  expression: '0 * * * *',
  timezone: 'UTC',
  nextTickAt: '2026-11-21T10:00:00.000Z',
  catchUp: 'LATEST',
  concurrency: 'ALLOW',
}
const idle = { isActive: true, load: { open: 0, waiting: 0 } }
const busy = { isActive: true, load: { open: 1, waiting: 0 } }
const shown = ({ ticks }: ReturnType<typeof planSchedule>) =>
  ticks.map(({ scheduledFor, verdict }) => `${scheduledFor.slice(11, 16)} ${verdict}`)

describe('after a downtime of three ticks', () => {
  const now = '2026-11-21T12:30:00.000Z'
  test.each([
    ['NONE', []],
    ['LATEST', ['12:00 QUEUE']],
    ['ALL', ['10:00 QUEUE', '11:00 QUEUE', '12:00 QUEUE']],
  ] as const)('%s catches up what it says', (catchUp, expected) => {
    const plan = planSchedule({ ...hourly, catchUp }, now, idle)
    expect(shown(plan)).toEqual(expected)
    expect(plan.nextTickAt).toBe('2026-11-21T13:00:00.000Z')
  })

  test('a tick that is on time fires whatever the policy, and stands for those before it', () => {
    for (const catchUp of ['NONE', 'LATEST'] as const) {
      expect(shown(planSchedule({ ...hourly, catchUp }, '2026-11-21T12:00:20.000Z', idle))).toEqual(['12:00 QUEUE'])
    }
  })

  test('an instance that rests fires nothing, and catches up nothing when it goes on', () => {
    const plan = planSchedule({ ...hourly, catchUp: 'ALL' }, now, { ...idle, isActive: false })
    expect(plan).toEqual({ ticks: [], replaces: false, nextTickAt: '2026-11-21T13:00:00.000Z' })
  })
})

describe('a tick while a run goes on', () => {
  const now = '2026-11-21T10:00:01.000Z'
  test.each([
    ['ALLOW', ['10:00 QUEUE'], false],
    ['FORBID', ['10:00 SKIP'], false],
    ['REPLACE', ['10:00 QUEUE'], true],
    ['ENQUEUE', ['10:00 WAIT'], false],
  ] as const)('%s does what it says', (concurrency, expected, replaces) => {
    const plan = planSchedule({ ...hourly, concurrency }, now, busy)
    expect({ ticks: shown(plan), replaces: plan.replaces }).toEqual({ ticks: expected, replaces })
  })

  test('waits only while the queue is short', () => {
    const load = { open: 1, waiting: waitingMax }
    expect(shown(planSchedule({ ...hourly, concurrency: 'ENQUEUE' }, now, { isActive: true, load }))).toEqual([
      '10:00 SKIP',
    ])
  })

  test('of many ticks at once, each sees the one before it', () => {
    const late = '2026-11-21T12:00:01.000Z'
    const all = { ...hourly, catchUp: 'ALL' as const }
    expect(shown(planSchedule({ ...all, concurrency: 'FORBID' }, late, idle))).toEqual([
      '10:00 QUEUE',
      '11:00 SKIP',
      '12:00 SKIP',
    ])
    expect(shown(planSchedule({ ...all, concurrency: 'ENQUEUE' }, late, idle))).toEqual([
      '10:00 QUEUE',
      '11:00 WAIT',
      '12:00 WAIT',
    ])
    expect(shown(planSchedule({ ...all, concurrency: 'REPLACE' }, late, idle))).toEqual([
      '10:00 SKIP',
      '11:00 SKIP',
      '12:00 QUEUE',
    ])
  })
})

test('once fires once, and has no tick left then', () => {
  const once = { ...hourly, expression: '2026-11-21T10:00:00Z' }
  const plan = planSchedule(once, '2026-11-21T10:00:00.400Z', idle)
  expect({ ticks: shown(plan), next: plan.nextTickAt }).toEqual({ ticks: ['10:00 QUEUE'], next: null })
})

test('whenever it looks and whatever it missed, ticks come in order, once, within bounds, and the next one lies ahead', () => {
  const policies = fc.record({
    catchUp: fc.constantFrom('NONE' as const, 'LATEST' as const, 'ALL' as const),
    concurrency: fc.constantFrom('ALLOW' as const, 'FORBID' as const, 'REPLACE' as const, 'ENQUEUE' as const),
    expression: fc.constantFrom('* * * * *', '*/7 * * * *', 'PT10S', '0 6 * * *'),
  })
  const begin = Date.parse('2026-11-21T06:00:00Z')
  fc.assert(
    fc.property(
      policies,
      fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 1, maxLength: 5 }),
      (policy, pauses) => {
        let schedule = { ...hourly, ...policy, nextTickAt: new Date(begin).toISOString() }
        let at = begin
        let last = ''
        for (const pause of pauses) {
          at += pause * 1000
          const now = new Date(at).toISOString()
          const { ticks, nextTickAt } = planSchedule(schedule, now, idle)
          expect(ticks.length).toBeLessThanOrEqual(catchUpMax)
          for (const { scheduledFor } of ticks) {
            expect(scheduledFor > last && scheduledFor >= schedule.nextTickAt && scheduledFor <= now).toBe(true)
            last = scheduledFor
          }
          expect(nextTickAt !== null && nextTickAt > now).toBe(true)
          schedule = { ...schedule, nextTickAt: nextTickAt as string }
        }
      },
    ),
    { numRuns: 60 },
  )
})
