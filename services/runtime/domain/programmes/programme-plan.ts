import type { JsonObject, ProgrammeLayer } from '../../../../schema/events.ts'
import { readRecurrenceRule } from '../../../../kit/pure/time/recurrence-rule.ts'
import { instantsAt, wallClock } from '../../../../kit/pure/time/time-zone.ts'
import { playlistSteps } from './playlist.ts'
import { dateOf, wallOf, type CalendarDates, type Programme, type ProgrammeEntry } from './programme.ts'

/** How a change of the clocks touches a window's start or end: it does not exist that day, or comes twice. */
export type WindowDst = 'GAP' | 'FOLD'

/** Why an entry is shown and not another that has its window at the same time. */
export type Reason = 'ONLY' | 'INTERRUPT' | 'PRIORITY' | 'LATER_START' | 'ORDER'

export type Shown = {
  programme: Programme
  entry: ProgrammeEntry
  /** Of a playlist: which item. */
  item: number | null
  props: JsonObject
}

/** What an instance shows between two instants; `shown` is null where no entry has its window. */
export type Segment = { from: number; to: number; shown: Shown | null; dst: WindowDst | null }

/** What the programmes of one instance are planned with; `zone` is that of its place. */
export type PlanInput = { programmes: readonly Programme[]; calendars: CalendarDates; zone: string | null }

type Occurrence = {
  programme: Programme
  entry: ProgrammeEntry
  start: number
  end: number
  dst: WindowDst | null
  /** Where programme and entry stand among all. */
  position: number
}

/** What somebody sees change: neighbours that show the same are one segment. */
const isSame = (a: Segment, b: Segment) =>
  a.shown?.programme.id === b.shown?.programme.id &&
  a.shown?.entry.name === b.shown?.entry.name &&
  a.shown?.item === b.shown?.item

/**
 * What the programmes show from `from` to `to`, in order and without gaps; the first and the last segment are cut
 * there. The worker and the preview both ask this, and nothing else decides. Of entries whose windows overlap the
 * winner is: one that interrupts, then the higher priority, then the later start, then the order of programmes (by
 * id) and entries.
 */
export function* segments(input: PlanInput, from: number, to: number): Generator<Segment, void, undefined> {
  const occurrences = occurrencesOf(input, from, to)
  const inside = occurrences.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to)
  const bounds = [from, ...[...new Set(inside)].sort((a, b) => a - b), to]
  let open: Segment | null = null
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [begin, end] = [bounds[index] as number, bounds[index + 1] as number]
    for (const piece of pieces(ranked(occurrences, begin)[0], begin, end)) {
      if (open && isSame(open, piece)) {
        const { from, shown, dst }: Segment = open
        open = { from, to: piece.to, shown, dst: dst ?? piece.dst }
      } else {
        if (open) yield open
        open = piece
      }
    }
  }
  if (open) yield open
}

/** What is shown at `at` and when that changes; null for `until`: not within a month, when one should look again. */
export function planAt(
  input: PlanInput,
  at: number,
): { shown: Shown | null; until: number | null; lookAgainAt: number } {
  for (const days of horizonDays) {
    const horizon = at + days * 86_400_000
    const [first] = segments(input, at, horizon)
    if (first && first.to < horizon) return { shown: first.shown, until: first.to, lookAgainAt: first.to }
    if (days === horizonDays.at(-1)) return { shown: first?.shown ?? null, until: null, lookAgainAt: horizon }
  }
  throw new Error('there is a last horizon')
}

/** What is shown as a layer of the instance's props, from `now` on. */
export const layerOf = ({ programme, entry, item, props }: Shown, now: string): Omit<ProgrammeLayer, 'blocked'> => ({
  programmeId: programme.id,
  programme: programme.name,
  entry: entry.name,
  item,
  props,
  since: now,
  byAi: entry.byAi,
})

/** Most windows are of a day: a look at the first is enough as a rule. */
const horizonDays = [2, 32]

/** Why the winner at `at` won; null where nothing is shown. */
export function reasonAt(input: PlanInput, at: number): Reason | null {
  const [winner, second] = ranked(occurrencesOf(input, at, at + 1), at)
  if (!winner) return null
  if (!second) return 'ONLY'
  if (winner.entry.interrupt !== second.entry.interrupt) return 'INTERRUPT'
  if (winner.entry.priority !== second.entry.priority) return 'PRIORITY'
  return winner.start === second.start ? 'ORDER' : 'LATER_START'
}

/** Those whose window it is, the winner first. */
function ranked(occurrences: readonly Occurrence[], at: number): Occurrence[] {
  return occurrences
    .filter(({ start, end }) => start <= at && at < end)
    .sort(
      (a, b) =>
        Number(b.entry.interrupt) - Number(a.entry.interrupt) ||
        b.entry.priority - a.entry.priority ||
        b.start - a.start ||
        a.position - b.position,
    )
}

function* pieces(winner: Occurrence | undefined, from: number, to: number): Generator<Segment> {
  if (!winner) return yield { from, to, shown: null, dst: null }
  const { programme, entry, start, dst } = winner
  if (!entry.items) return yield { from, to, shown: { programme, entry, item: null, props: entry.props ?? {} }, dst }
  const { items, order, seed } = entry
  for (const step of playlistSteps({ items, order, seed }, start, from, to)) {
    const props = items[step.item]?.props ?? {}
    yield { from: step.from, to: step.to, shown: { programme, entry, item: step.item, props }, dst }
  }
}

/** All windows that have a part in [from, to). */
function occurrencesOf({ programmes, calendars, zone }: PlanInput, from: number, to: number): Occurrence[] {
  const sorted = programmes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const entries = sorted.flatMap((programme) => programme.entries.map((entry) => ({ programme, entry })))
  return entries.flatMap(({ programme, entry }, position) =>
    windowsOf(entry, calendars, zone ?? programme.timezone ?? 'UTC', from, to).map((window) => ({
      ...window,
      programme,
      entry,
      position,
    })),
  )
}

const dayMs = 86_400_000

function windowsOf(entry: ProgrammeEntry, calendars: CalendarDates, zone: string, from: number, to: number) {
  const start = wallOf(entry.start)
  if (start === null) return []
  const isLeftOut = (wall: number) => {
    const date = dateOf(wall)
    return entry.exceptDates.includes(date) || entry.exceptCalendarIds.some((id) => calendars.get(id)?.has(date))
  }
  return wallWindows(entry, start, from, to, zone)
    .filter((window) => !isLeftOut(window.start))
    .map((window) => {
      const [begins, ends] = [instantOf(zone, window.start), window.end === null ? null : instantOf(zone, window.end)]
      const touched = [begins.dst, ends?.dst ?? null]
      const dst = touched.includes('GAP') ? ('GAP' as const) : touched.includes('FOLD') ? ('FOLD' as const) : null
      return { start: begins.at, end: ends?.at ?? Infinity, dst }
    })
    .filter((window) => window.start < window.end && window.end > from && window.start < to)
}

function wallWindows(
  { end, rrule, durationMs }: ProgrammeEntry,
  start: number,
  from: number,
  to: number,
  zone: string,
): { start: number; end: number | null }[] {
  if (rrule === null) return [{ start, end: end === null ? null : wallOf(end) }]
  const read = readRecurrenceRule(rrule, start)
  // What was accepted once is readable.
  if ('problem' in read || durationMs === null) return []
  // A day on both sides: clocks that change in between move instants by less.
  const earliest = wallClock(zone, from) - durationMs - dayMs
  return read.rule
    .starts(earliest, wallClock(zone, to) + dayMs)
    .map((begins) => ({ start: begins, end: begins + durationMs }))
}

/** RFC 5545 takes the first of two; a time in the gap is the first instant behind it, as for schedules. */
function instantOf(zone: string, wall: number): { at: number; dst: WindowDst | null } {
  const { instants, after } = instantsAt(zone, wall)
  const [first] = instants
  if (first === undefined) return { at: after as number, dst: 'GAP' }
  return { at: first, dst: instants.length > 1 ? 'FOLD' : null }
}
