import { RRuleTemporal } from 'rrule-temporal'

/** A recurrence rule of RFC 5545 over a clock on the wall: it knows no zone, so screens in every zone share it. */
export type RecurrenceRule = {
  /** When it comes within [from, to], in order; times as wallClock counts them. */
  starts(from: number, to: number): number[]
}

type Read = { rule: RecurrenceRule } | { problem: string }

const frequencies = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
/** What `starts` expands at a time, and keeps. */
const spanMs = 32 * 86_400_000
const charactersMax = 500
const spansMax = 64

const kept = new Map<string, Read>()
const keptMax = 5000

/**
 * Reads an RRULE without its property name ('FREQ=WEEKLY;BYDAY=MO,FR') whose first time is `start`, as wallClock
 * counts. The time of day is the start's: BYHOUR, BYMINUTE and BYSECOND are refused, and so are frequencies below
 * HOURLY. UNTIL is a time on the same clock ('20271231T235959', or a date: to its end), so it has no Z.
 *
 * The library expands the rule in UTC, where no day has a gap; which instants its times are in a zone is instantsAt's
 * to say. Keeps what it expanded: thousands of instances share few rules.
 */
export function readRecurrenceRule(text: string, start: number): Read {
  const key = `${start} ${text}`
  let read = kept.get(key)
  if (read) return read
  read = readNew(text, start)
  if (kept.size >= keptMax) kept.clear()
  kept.set(key, read)
  return read
}

function readNew(text: string, start: number): Read {
  if (text.length > charactersMax) return { problem: `must have at most ${charactersMax} characters` }
  const parts = text.trim().toUpperCase().split(';')
  const names = parts.map((part) => part.split('=')[0] as string)
  const frequency = parts.find((part) => part.startsWith('FREQ='))?.slice('FREQ='.length)
  if (frequency === undefined || !frequencies.includes(frequency))
    return { problem: `must have a FREQ that is one of ${frequencies.join(', ')}, such as "FREQ=WEEKLY;BYDAY=MO,FR"` }
  const timeOfDay = names.find((name) => /^BY(HOUR|MINUTE|SECOND)$/.test(name))
  if (timeOfDay) return { problem: `must not have ${timeOfDay}: the time of day is that of the start` }
  if (names.some((name) => !/^[A-Z]+$/.test(name)) || new Set(names).size !== names.length)
    return { problem: 'must be NAME=VALUE pairs with semicolons between, each name once' }
  const until = parts.find((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length)
  if (until !== undefined && !/^\d{8}(T\d{6})?$/.test(until))
    return { problem: 'must have an UNTIL in local time, such as 20271231 or 20271231T180000, without Z' }
  const rule = parts
    .map((part) => (part.startsWith('UNTIL=') ? `${part}${until?.includes('T') ? '' : 'T235959'}Z` : part))
    .join(';')
  try {
    const first = new Date(start).toISOString().replace(/[-:]|\.\d+/g, '')
    const expanded = new RRuleTemporal({ rruleString: `DTSTART:${first}\nRRULE:${rule}`, strict: true })
    return { rule: inSpans(expanded) }
  } catch (error) {
    return {
      problem: `is not a recurrence rule of RFC 5545: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

function inSpans(rule: RRuleTemporal): RecurrenceRule {
  const spans = new Map<number, number[]>()
  const span = (index: number): number[] => {
    let found = spans.get(index)
    if (!found) {
      const [from, to] = [index * spanMs, (index + 1) * spanMs - 1]
      found = rule.between(new Date(from), new Date(to), true).map(({ epochMilliseconds }) => epochMilliseconds)
      if (spans.size >= spansMax) spans.clear()
      spans.set(index, found)
    }
    return found
  }
  return {
    starts(from, to) {
      const found: number[] = []
      for (let index = Math.floor(from / spanMs); index <= Math.floor(to / spanMs); index++)
        found.push(...span(index).filter((at) => at >= from && at <= to))
      return found
    },
  }
}
