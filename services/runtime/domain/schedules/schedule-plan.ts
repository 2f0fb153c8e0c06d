import type { Lifecycle } from '../../../../schema/enums.ts'
import { readRecurrence, type Recurrence } from './schedule-ticks.ts'

export type CatchUp = 'NONE' | 'LATEST' | 'ALL'
export type Concurrency = 'ALLOW' | 'FORBID' | 'REPLACE' | 'ENQUEUE'

/** A schedule whose time has come. `nextTickAt` is its oldest tick that nobody has dealt with. */
export type DueSchedule = {
  expression: string
  timezone: string
  nextTickAt: string
  catchUp: CatchUp
  concurrency: Concurrency
}

/** What its flow has going on: runs that have not ended, and how many of them came from ticks and wait. */
export type FlowLoad = { open: number; waiting: number }

/**
 * QUEUE: a run that may start at once. WAIT: a run that starts when the one before it has ended. SKIP: a run that is
 * SKIPPED from the start, so that the tick is seen to have come to nothing.
 */
export type PlannedTick = { scheduledFor: string; verdict: 'QUEUE' | 'WAIT' | 'SKIP' }

export type SchedulePlan = {
  ticks: PlannedTick[]
  /** The first of `ticks` that is queued takes the place of everything that is going on. */
  replaces: boolean
  /** Null: no tick is left, the schedule has done its work. */
  nextTickAt: string | null
}

/** A tick that is no later than this is on time: schedulers look once a second, and restart within this. */
export const onTimeMs = 60_000
/** Of what was missed, the newest so many are caught up at most; the older ones are gone. */
export const catchUpMax = 100
/** So many ticks wait behind a run that does not end; further ones are skipped. */
export const waitingMax = 100

/**
 * What becomes of a due schedule at `now`, the database's time. A tick that is on time always counts. Of those that
 * were missed while no scheduler was running, NONE gives up all, LATEST takes the newest if nothing is on time, ALL the
 * newest hundred, in order. An instance that rests (`isActive` false) fires nothing: its ticks are let go.
 *
 * While the flow has a run that has not ended, FORBID skips a tick, ENQUEUE lets it wait for its turn, REPLACE cancels
 * that run in favour of the newest tick, and ALLOW does not care. REPLACE of several ticks at once keeps the newest.
 */
export function planSchedule(
  schedule: DueSchedule,
  now: string,
  { isActive, load }: { isActive: boolean; load: FlowLoad },
): SchedulePlan {
  const read = readRecurrence(schedule.expression, schedule.timezone)
  // What was accepted once is readable, unless a zone has left the system since.
  if (!read.ok) return { ticks: [], replaces: false, nextTickAt: null }
  const next = read.recurrence.after(Date.parse(now), 1)[0]
  const nextTickAt = next === undefined ? null : iso(next)
  const due = isActive ? dueTicks(read.recurrence, schedule, Date.parse(now)).map(iso) : []
  if (schedule.concurrency === 'REPLACE') {
    const ticks = due.map((scheduledFor, index) => ({
      scheduledFor,
      verdict: index === due.length - 1 ? ('QUEUE' as const) : ('SKIP' as const),
    }))
    return { ticks, replaces: ticks.length > 0 && load.open > 0, nextTickAt }
  }
  let { open, waiting } = load
  const ticks = due.map((scheduledFor): PlannedTick => {
    const isFree = schedule.concurrency === 'ALLOW' || open === 0
    const mayWait = schedule.concurrency === 'ENQUEUE' && waiting < waitingMax
    if (!isFree && !mayWait) return { scheduledFor, verdict: 'SKIP' }
    open++
    if (!isFree) waiting++
    return { scheduledFor, verdict: isFree ? 'QUEUE' : 'WAIT' }
  })
  return { ticks, replaces: false, nextTickAt }
}

/** Why an enabled schedule fires nothing while its instance is in this lifecycle; null where it fires. */
export const suspensionOf = (lifecycle: Lifecycle): string | null =>
  lifecycle === 'ACTIVE' ? null : `The instance is ${lifecycle}: its schedule fires while it is ACTIVE.`

/** The ticks to deal with, oldest first. The usual one, alone and on time, costs no look into the past. */
function dueTicks(recurrence: Recurrence, { nextTickAt, catchUp }: DueSchedule, now: number): number[] {
  const oldest = Date.parse(nextTickAt)
  const onTime = forward(recurrence, Math.max(oldest, now - onTimeMs), now)
  if (oldest >= now - onTimeMs || catchUp === 'NONE' || (catchUp === 'LATEST' && onTime.length > 0)) return onTime
  const missed = recurrence.before(now + 1, catchUp === 'ALL' ? catchUpMax : 1)
  return missed.filter((at) => at >= oldest).reverse()
}

function forward(recurrence: Recurrence, from: number, to: number): number[] {
  const found: number[] = []
  for (let [at] = recurrence.after(from - 1, 1); at !== undefined && at <= to; [at] = recurrence.after(at, 1))
    found.push(at)
  return found
}

const iso = (instant: number) => new Date(instant).toISOString()
