import { describe, expect, it } from 'vitest'
import { readRecurrenceRule } from '../../../../kit/pure/time/recurrence-rule.ts'
import { playlistSteps } from './playlist.ts'
import type { Programme, ProgrammeEntry } from './programme.ts'
import { planAt, reasonAt, segments, type PlanInput } from './programme-plan.ts'

const entry = (part: Partial<ProgrammeEntry>): ProgrammeEntry => ({
  name: 'lunch',
  start: '2027-01-04T11:00:00',
  end: null,
  rrule: null,
  duration: null,
  durationMs: null,
  priority: 0,
  interrupt: false,
  props: { menu: 'lunch' },
  items: null,
  order: 'FIXED',
  seed: 1,
  exceptDates: [],
  exceptCalendarIds: [],
  byAi: false,
  ...part,
})
const daypart = (name: string, time: string, hours: number, more: Partial<ProgrammeEntry> = {}) =>
  entry({
    name,
    start: `2027-01-04T${time}:00`,
    rrule: 'FREQ=DAILY',
    durationMs: hours * 3_600_000,
    props: { menu: name },
    ...more,
  })
const programme = (...entries: ProgrammeEntry[]): Programme => ({ id: 'prog-1', name: 'Menu', timezone: null, entries })
const input = (zone: string, ...entries: ProgrammeEntry[]): PlanInput => ({
  programmes: [programme(...entries)],
  calendars: new Map([['cal-1', new Set(['2027-12-25'])]]),
  zone,
})
const shown = (plan: PlanInput, from: string, to: string) =>
  [...segments(plan, Date.parse(from), Date.parse(to))].map(({ from, shown, dst }) => [
    new Date(from).toISOString().slice(5, 16),
    shown?.entry.name ?? null,
    dst,
  ])

describe('the plan of programmes', () => {
  it('moves the start of a window that the clocks skip behind the gap, where the next one meets it', () => {
    const plan = input('Europe/Berlin', daypart('night', '00:00', 2.5), daypart('early', '02:30', 3))
    expect(shown(plan, '2027-03-27T23:00Z', '2027-03-28T05:00Z')).toEqual([
      ['03-27T23:00', 'night', 'GAP'],
      ['03-28T01:00', 'early', 'GAP'],
      ['03-28T03:30', null, null],
    ])
  })

  it('takes the first of two times where the clocks are put back', () => {
    const plan = input('Europe/Berlin', daypart('night', '00:00', 2.5), daypart('early', '02:30', 3))
    expect(shown(plan, '2027-10-30T22:00Z', '2027-10-31T05:00Z')).toEqual([
      ['10-30T22:00', 'night', 'FOLD'],
      ['10-31T00:30', 'early', 'FOLD'],
      ['10-31T04:30', null, null],
    ])
  })

  it('lets an interrupt beat every priority, and says why the winner won', () => {
    const alarm = entry({
      name: 'alarm',
      start: '2027-05-01T12:00:00',
      end: '2027-05-01T12:30:00',
      interrupt: true,
    })
    const plan = input('UTC', daypart('lunch', '11:00', 3, { priority: 9 }), daypart('day', '06:00', 12), alarm)
    expect(shown(plan, '2027-05-01T10:00Z', '2027-05-01T15:00Z').map(([from, name]) => [from, name])).toEqual([
      ['05-01T10:00', 'day'],
      ['05-01T11:00', 'lunch'],
      ['05-01T12:00', 'alarm'],
      ['05-01T12:30', 'lunch'],
      ['05-01T14:00', 'day'],
    ])
    const reasons = ['10:30', '11:30', '12:15', '20:00'].map((time) =>
      reasonAt(plan, Date.parse(`2027-05-01T${time}Z`)),
    )
    expect(reasons).toEqual(['ONLY', 'PRIORITY', 'INTERRUPT', null])
  })

  it('leaves out the dates of exceptions and of calendars', () => {
    const plan = input(
      'UTC',
      daypart('lunch', '11:00', 3, { exceptDates: ['2027-12-24'], exceptCalendarIds: ['cal-1'] }),
    )
    const days = shown(plan, '2027-12-23T00:00Z', '2027-12-27T00:00Z').filter(([, name]) => name !== null)
    expect(days.map(([from]) => from)).toEqual(['12-23T11:00', '12-26T11:00'])
  })

  it('shows an entry without end until further notice', () => {
    const plan = input('UTC', entry({ name: 'default' }))
    expect(planAt(plan, Date.parse('2030-01-01T00:00Z'))).toMatchObject({ shown: { item: null }, until: null })
  })

  it.each([
    ['FREQ=MONTHLY;BYDAY=-1FR', ['2027-01-29', '2027-02-26', '2027-03-26']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['2027-01-31', '2027-03-31']],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=2', ['2027-01-04', '2027-01-11']],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270118', ['2027-01-04', '2027-01-11', '2027-01-18']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
  ])('reads %s as RFC 5545 does', (rrule, dates) => {
    const read = readRecurrenceRule(rrule, Date.parse('2027-01-04T11:00Z'))
    if ('problem' in read) throw new Error(read.problem)
    const starts = read.rule.starts(Date.parse('2027-01-04T00:00Z'), Date.parse('2027-04-10T00:00Z'))
    expect(starts.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(dates)
  })

  it.each([
    '',
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY;BYDAY=XX',
    'FREQ=DAILY;UNTIL=20270118T000000Z',
    'FREQ=DAILY\nDTSTART:20200101T000000Z',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;COUNT=1;UNTIL=20270118',
  ])('refuses %j with a reason', (rrule) => {
    expect(readRecurrenceRule(rrule, 0)).toEqual({ problem: expect.any(String) })
  })
})

describe('a shuffled playlist', () => {
  const items = [10, 20, 30, 40].map((seconds) => ({ props: {}, seconds }))
  const steps = (seed: number, from: number, to: number) => [
    ...playlistSteps({ items, order: 'SHUFFLE', seed }, 0, from, to),
  ]

  it('shows each item once a round, in an order that follows from the seed', () => {
    const rounds = Array.from({ length: 20 }, (_, round) =>
      steps(7, round * 100_000, (round + 1) * 100_000).map(({ item }) => item),
    )
    for (const round of rounds) expect(round.toSorted()).toEqual([0, 1, 2, 3])
    expect(new Set(rounds.map(String)).size).toBeGreaterThan(5)
    expect(steps(7, 0, 100_000)).toEqual(steps(7, 0, 100_000))
    expect(steps(8, 0, 2_000_000)).not.toEqual(steps(7, 0, 2_000_000))
  })

  it('is at the same item wherever one begins to look', () => {
    const whole = steps(7, 0, 1_000_000)
    for (let at = 0; at < 1_000_000; at += 7_000) {
      const expected = whole.find(({ from, to }) => from <= at && at < to)
      expect(steps(7, at, at + 1)[0]?.item).toBe(expected?.item)
    }
  })
})
