import { Cron } from 'croner'
import { instantsAt, wallClock } from './time-zone.ts'
import { ownMember } from '../json/json.ts'

/** A cron expression in a zone. Both directions leave out the instant itself, and are empty where nothing comes. */
export type CronTicks = {
  after(instant: number, count: number): number[]
  /** Newest first. */
  before(instant: number, count: number): number[]
  /** Whether a clock that shows `wall` (as wallClock counts) is one the expression names. */
  names(wall: number): boolean
}

const nicknames: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

/**
 * Reads a cron expression of five fields, or a nickname such as @daily; says what is wrong with any other text. Besides
 * `*`, lists, ranges, steps and names (MON, JAN) there are croner's `L` (last day), `15W` (nearest weekday), `MON#2`
 * and `FRI#L`, and `+` before the weekday: the day of the month AND the weekday instead of either. The zone must exist
 * (isTimezone).
 *
 * When clocks are put forward or back, Vixie cron's rule holds:
 *  - an expression whose minute and hour are named (no `*`, no step) means times of the day. One that does not exist
 *    on a day (the gap) comes at the first instant behind the gap, several that meet there come once; one that exists
 *    twice (the fold) comes once, the first time.
 *  - any other means "every so often". What would lie in the gap does not come, and the repeated hour has its ticks
 *    twice, so that an hourly tick comes every hour of real time.
 */
export function parseCron(expression: string, zone: string): { ticks: CronTicks } | { problem: string } {
  const text = ownMember(nicknames, expression.toLowerCase()) ?? expression
  const fields = text.split(/\s+/)
  if (fields.length !== 5)
    return { problem: 'must have 5 fields (minute hour day month weekday), such as "0 6 * * 1-5"' }
  const options = { mode: '5-part', fixedTimeRule: 'no-wildcard', paused: true } as const
  try {
    const zoned = new Cron(text, { ...options, timezone: zone })
    const plain = new Cron(text, { ...options, timezone: 'UTC' })
    const names = (wall: number) => plain.match(new Date(wall))
    if (!/[*?/]/.test(`${fields[0]}${fields[1]}`)) return { ticks: { ...timesOfDay(plain, zone), names } }
    return {
      ticks: {
        after: (instant, count) => zoned.nextRuns(count, new Date(instant)).map(Number),
        before: (instant, count) => zoned.previousRuns(count, new Date(instant)).map(Number),
        names,
      },
    }
  } catch (error) {
    return {
      problem: `is not a cron expression: ${error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error)}`,
    }
  }
}

/**
 * By the clocks on the wall: croner lists their times, and each is looked up in the zone. Its own lookup keeps a moved
 * time within its day, and so loses the day's tick where the gap ends at midnight (Scoresbysund, every March).
 */
function timesOfDay(plain: Cron, zone: string): Pick<CronTicks, 'after' | 'before'> {
  const instantOf = (wall: number) => {
    const { instants, after } = instantsAt(zone, wall)
    return instants[0] ?? (after as number)
  }
  const collect = (
    from: number,
    count: number,
    step: (wall: number) => Date | null | undefined,
    fits: (instant: number) => boolean,
  ) => {
    const found: number[] = []
    for (let wall = step(from); wall && found.length < count; wall = step(wall.getTime())) {
      const instant = instantOf(wall.getTime())
      if (fits(instant) && instant !== found.at(-1)) found.push(instant)
    }
    return found
  }
  return {
    after: (instant, count) =>
      collect(
        wallClock(zone, instant),
        count,
        (wall) => plain.nextRun(new Date(wall)),
        (found) => found > instant,
      ),
    before: (instant, count) => {
      // In the second pass of a repeated hour, times that the clock is yet to show again have been.
      const furthest = Math.max(wallClock(zone, instant), wallClock(zone, instant - dayMs) + dayMs)
      return collect(
        furthest + 1,
        count,
        (wall) => plain.previousRuns(1, new Date(wall))[0],
        (found) => found < instant,
      )
    },
  }
}

const dayMs = 86_400_000
