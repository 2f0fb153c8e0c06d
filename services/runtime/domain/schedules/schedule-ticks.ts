import { parseCron } from '../../../../kit/pure/time/cron.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { instantsAt, isTimezone, wallClock } from '../../../../kit/pure/time/time-zone.ts'

export type ScheduleType = 'CRON' | 'INTERVAL' | 'ONCE'

/**
 * GAP: the time that the expression names does not exist on that day, and the tick comes at the first instant behind
 * the gap. FOLD: the clocks show `local` twice on that day; a second tick with the same `local` is the second time.
 */
export type Tick = { at: string; local: string; dst: 'NONE' | 'GAP' | 'FOLD' }

/** An expression that was read. Made by `readRecurrence` only. */
export type Recurrence = {
  type: ScheduleType
  zone: string
  /** Instants in order; newest first from `before`. Neither holds the given instant. */
  after(instant: number, count: number): number[]
  before(instant: number, count: number): number[]
  /** Whether the tick at this instant stands for a time that did not exist. */
  isMoved(instant: number, wall: number): boolean
}

const expressionCharactersMax = 200
const intervalMs = { min: 1000, max: 366 * 86_400_000 }

/** What `expression` may be, for whoever wrote something else. */
export const scheduleNotations = [
  '5-field cron, such as "0 6 * * 1-5"',
  '@hourly, @daily, @weekly, @monthly or @yearly',
  'an ISO 8601 duration, such as "PT15M", counted from 1970-01-01T00:00:00Z, or from a start: "R/2027-01-01T06:00:00Z/PT15M"',
  'a date and time for once, such as "2027-01-01T06:00:00Z", or "2027-01-01T06:00:00" in the zone',
]

type Read = { ok: true; recurrence: Recurrence } | { ok: false; problems: Problem[] }

const kept = new Map<string, Read>()
const keptMax = 5000

/** Reads an expression and its zone; every problem with its pointer. Keeps what it read: thousands of schedules share few expressions. */
export function readRecurrence(expression: string, zone: string): Read {
  const key = `${zone} ${expression}`
  let read = kept.get(key)
  if (read) return read
  read = readNew(expression, zone)
  if (kept.size >= keptMax) kept.clear()
  if (read.ok) kept.set(key, read)
  return read
}

function readNew(expression: string, zone: string): Read {
  if (!isTimezone(zone))
    return refuse({ pointer: '/timezone', message: 'must be an IANA time zone, such as "Europe/Paris" or "UTC"' })
  const text = expression.trim()
  if (text.length > expressionCharactersMax)
    return refuse(problem(`must have at most ${expressionCharactersMax} characters`))
  if (/^(P|R\/)/i.test(text)) return readInterval(text, zone)
  if (/^\d{4}-/.test(text)) return readOnce(text, zone)
  const cron = parseCron(text, zone)
  if ('problem' in cron) return refuse(problem(cron.problem))
  const { after, before, names } = cron.ticks
  return { ok: true, recurrence: { type: 'CRON', zone, after, before, isMoved: (_, wall) => !names(wall) } }
}

/** The ticks that follow on `after` (an RFC 3339 instant), which is not one of them. The scheduler fires these. */
export function ticksAfter(recurrence: Recurrence, after: string, count: number): Tick[] {
  return recurrence.after(Date.parse(after), count).map((instant) => toTick(recurrence, instant))
}

/** The newest ticks up to and including `until`, oldest first. */
export function ticksUntil(recurrence: Recurrence, until: string, count: number): Tick[] {
  return recurrence
    .before(Date.parse(until) + 1, count)
    .reverse()
    .map((instant) => toTick(recurrence, instant))
}

function toTick({ zone, isMoved }: Recurrence, instant: number): Tick {
  const wall = wallClock(zone, instant)
  const isTwice = instantsAt(zone, wall).instants.length > 1
  return {
    at: new Date(instant).toISOString(),
    local: new Date(wall).toISOString().slice(0, 19),
    dst: isMoved(instant, wall) ? 'GAP' : isTwice ? 'FOLD' : 'NONE',
  }
}

/** Every so many seconds of real time, which no clock change touches. Months and years are cron's: they differ in length. */
function readInterval(text: string, zone: string): Read {
  const match = /^(?:R\/([^/]+)\/)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text)
  if (!match) return refuse(problem('must be a duration of weeks, days, hours, minutes and seconds, such as "PT15M"'))
  const [, startText, ...parts] = match
  const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000]
  const step = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] as number), 0)
  if (step < intervalMs.min || step > intervalMs.max)
    return refuse(problem('must be a duration of 1 second to 366 days'))
  const start = startText === undefined ? 0 : parseInstant(startText, zone)
  if (start === null) return refuse(problem('must start at a date and time, such as "R/2027-01-01T06:00:00Z/PT15M"'))
  const firstBehind = (instant: number) => Math.max(0, Math.floor((instant - start) / step) + 1)
  const lastBefore = (instant: number) => Math.ceil((instant - start) / step) - 1
  const at = (index: number) => start + index * step
  return {
    ok: true,
    recurrence: {
      type: 'INTERVAL',
      zone,
      after: (instant, count) => Array.from({ length: count }, (_, index) => at(firstBehind(instant) + index)),
      before: (instant, count) =>
        Array.from({ length: count }, (_, index) => lastBefore(instant) - index)
          .filter((index) => index >= 0)
          .map(at),
      isMoved: () => false,
    },
  }
}

/** One tick. A time without offset is meant in the zone: the first of two, and behind the gap where there is none. */
function readOnce(text: string, zone: string): Read {
  const instant = parseInstant(text, zone)
  if (instant === null) return refuse(problem('must be a date and time that exists, such as "2027-01-01T06:00:00Z"'))
  const wanted = wallOf(text)
  return {
    ok: true,
    recurrence: {
      type: 'ONCE',
      zone,
      after: (from, count) => (count > 0 && instant > from ? [instant] : []),
      before: (until, count) => (count > 0 && instant < until ? [instant] : []),
      isMoved: (_, wall) => wanted !== null && wall !== wanted,
    },
  }
}

const dateTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/

function parseInstant(text: string, zone: string): number | null {
  const wall = wallOf(text)
  const offset = dateTime.exec(text)?.[2]
  if (offset !== undefined) {
    const isReal = !Number.isNaN(Date.parse(text)) && asUtc(dateTime.exec(text)?.[1] as string) !== null
    return isReal ? Date.parse(text) : null
  }
  if (wall === null) return null
  const { instants, after } = instantsAt(zone, wall)
  return instants[0] ?? after
}

/** The time that a text without offset names, as wallClock counts; null for every other text. */
function wallOf(text: string): number | null {
  const [, local, offset] = dateTime.exec(text) ?? []
  return local === undefined || offset !== undefined ? null : asUtc(local)
}

/** Null for a 30th of February, which Date takes for the 2nd of March. */
function asUtc(local: string): number | null {
  const instant = Date.parse(`${local}Z`)
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 16) !== local.slice(0, 16) ? null : instant
}

const problem = (message: string): Problem => ({ pointer: '/expression', message })
const refuse = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
