import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallClock } from '../../../../kit/pure/time/time-zone.ts'
import type { Programme, ProgrammeEntry } from './programme.ts'
import { planAt, segments, type PlanInput } from './programme-plan.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** Zones with the day before one of their changes of the clocks: by an hour, by half an hour, at midnight, none. */
const places = [
  ['Europe/Berlin', '2027-03-27'],
  ['Europe/Berlin', '2027-10-30'],
  ['America/New_York', '2027-03-13'],
  ['America/New_York', '2027-11-06'],
  ['Australia/Lord_Howe', '2027-04-03'],
  ['Australia/Lord_Howe', '2027-10-02'],
  ['Africa/Cairo', '2027-04-29'],
  ['Asia/Kolkata', '2027-06-01'],
] as const

const text = (wall: number) => new Date(wall).toISOString().slice(0, 19)

type Drawn = Pick<ProgrammeEntry, 'priority' | 'interrupt' | 'items' | 'exceptDates'> & {
  /** Minutes after local midnight of the day before the change of the clocks, and how long. */
  startMinute: number
  minutes: number
  rule: null | { frequency: 'DAILY' | 'WEEKLY'; interval: number; weekday: number; startDaysBefore: number }
}

const drawnEntry: fc.Arbitrary<Drawn> = fc.record({
  priority: fc.integer({ min: 0, max: 2 }),
  interrupt: fc.boolean(),
  items: fc.option(
    fc.array(fc.record({ props: fc.constant({}), seconds: fc.constantFrom(60, 120, 300) }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  exceptDates: fc.subarray(places.map(([, date]) => text(Date.parse(date) + dayMs).slice(0, 10))),
  startMinute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 30 * 60 })),
  rule: fc.option(
    fc.record({
      frequency: fc.constantFrom('DAILY' as const, 'WEEKLY' as const),
      interval: fc.integer({ min: 1, max: 3 }),
      weekday: fc.integer({ min: 0, max: 6 }),
      startDaysBefore: fc.integer({ min: 0, max: 40 }),
    }),
  ),
})

function entryOf(drawn: Drawn, name: string, midnight: number): ProgrammeEntry {
  const { rule, startMinute, minutes, ...rest } = drawn
  const start = midnight + startMinute * minuteMs - (rule?.startDaysBefore ?? 0) * dayMs
  const byDay = rule?.frequency === 'WEEKLY' ? `;BYDAY=${weekdays[rule.weekday]}` : ''
  return {
    ...rest,
    name,
    start: text(start),
    end: rule ? null : text(start + minutes * minuteMs),
    rrule: rule && `FREQ=${rule.frequency};INTERVAL=${rule.interval}${byDay}`,
    duration: rule && `PT${minutes}M`,
    durationMs: rule && minutes * minuteMs,
    props: rest.items ? null : { name },
    order: 'FIXED',
    seed: 0,
    exceptCalendarIds: [],
    byAi: false,
  }
}

/** The windows of an entry on the clock, by counting days. */
function windowsByDays(drawn: Drawn, entry: ProgrammeEntry): { start: number; end: number }[] {
  const first = Date.parse(`${entry.start}Z`)
  const { rule } = drawn
  const starts: number[] = []
  if (!rule) starts.push(first)
  // A week of the rule begins on Monday.
  const weekOf = (wall: number) => Math.floor((Math.floor(wall / dayMs) + 3) / 7)
  for (let day = 0; rule && day < 60; day++) {
    const at = first + day * dayMs
    if (
      rule.frequency === 'DAILY'
        ? day % rule.interval === 0
        : new Date(at).getUTCDay() === rule.weekday && (weekOf(at) - weekOf(first)) % rule.interval === 0
    )
      starts.push(at)
  }
  return starts
    .filter((start) => !drawn.exceptDates.includes(text(start).slice(0, 10)))
    .map((start) => ({ start, end: start + drawn.minutes * minuteMs }))
}

/**
 * What a clock on the wall of the zone sees that walks on minute by minute: a window opens when it first shows the
 * window's start or a later time, and closes when it first shows its end or a later one.
 */
function walk(zone: string, drawn: readonly Drawn[], entries: readonly ProgrammeEntry[], from: number, to: number) {
  const windows = entries.flatMap((entry, index) =>
    windowsByDays(drawn[index] as Drawn, entry).map((window) => ({
      ...window,
      entry,
      position: index,
      opened: null as number | null,
      closed: false,
    })),
  )
  const seen: (string | null)[] = []
  // Long enough before, so that every window that is open at `from` was seen to open.
  for (let at = from - 4 * dayMs; at < to; at += minuteMs) {
    const wall = wallClock(zone, at)
    for (const window of windows) {
      if (window.opened === null && wall >= window.start) window.opened = at
      if (wall >= window.end) window.closed = true
    }
    if (at < from) continue
    const [winner] = windows
      .filter(({ opened, closed }) => opened !== null && !closed)
      .sort(
        (a, b) =>
          Number(b.entry.interrupt) - Number(a.entry.interrupt) ||
          b.entry.priority - a.entry.priority ||
          (b.opened as number) - (a.opened as number) ||
          a.position - b.position,
      )
    seen.push(winner ? labelOf(winner.entry, at - (winner.opened as number)) : null)
  }
  return seen
}

function labelOf({ name, items }: ProgrammeEntry, sinceMs: number): string {
  if (!items) return name
  const slots = items.flatMap(({ seconds }, item) => Array.from({ length: seconds / 60 }, () => item))
  return `${name} ${slots[(sinceMs / minuteMs) % slots.length]}`
}

const drawnPlan = fc.record({
  place: fc.constantFrom(...places),
  drawn: fc.array(drawnEntry, { minLength: 1, maxLength: 5 }),
})

function planOf(place: (typeof places)[number], drawn: readonly Drawn[]) {
  const [zone, date] = place
  const midnight = Date.parse(date)
  const entries = drawn.map((one, index) => entryOf(one, `e${index}`, midnight))
  const programme: Programme = { id: 'prog-1', name: 'P', timezone: null, entries }
  const input: PlanInput = { programmes: [programme], calendars: new Map(), zone }
  return { zone, entries, input, from: midnight, to: midnight + 3 * dayMs }
}

describe('the plan of programmes', () => {
  it('is what a clock sees that walks on minute by minute, across changes of the clocks', () => {
    fc.assert(
      fc.property(drawnPlan, ({ place, drawn }) => {
        const { zone, entries, input, from, to } = planOf(place, drawn)
        const planned: (string | null)[] = []
        let at = from
        for (const segment of segments(input, from, to)) {
          expect(segment.from).toBe(at)
          const { shown } = segment
          const label = shown && (shown.item === null ? shown.entry.name : `${shown.entry.name} ${shown.item}`)
          for (; at < segment.to; at += minuteMs) planned.push(label)
        }
        expect(at).toBe(to)
        expect(planned).toEqual(walk(zone, drawn, entries, from, to))
      }),
      { numRuns: 60 },
    )
  })

  it('names at each moment the segment it is in and its end', () => {
    fc.assert(
      fc.property(drawnPlan, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ place, drawn }, part) => {
        const { input, from, to } = planOf(place, drawn)
        const at = Math.floor(from + part * (to - from))
        const { shown, until } = planAt(input, at)
        const segment = [...segments(input, from, to + 40 * dayMs)].find((one) => one.from <= at && at < one.to)
        expect(shown?.entry.name).toBe(segment?.shown?.entry.name)
        expect(shown?.item).toBe(segment?.shown?.item)
        if (until !== null) expect(until).toBe(segment?.to)
      }),
      { numRuns: 60 },
    )
  })
})
