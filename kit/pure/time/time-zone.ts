/**
 * Whether the text names an IANA time zone. Intl also takes offsets such as "+02:00", which know nothing of summer
 * time and are refused here.
 */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9+\-_/]{0,63}$/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/**
 * What the clocks on the wall show at `instant`, as milliseconds since 1970 of a clock that knows no zone: the same
 * number that Date.UTC would give for the shown date and time.
 */
export function wallClock(zone: string, instant: number): number {
  // The formatter has whole seconds and rounds down; what is below them is the same in every zone.
  const seconds = Math.floor(instant / 1000) * 1000
  const [month, day, year, hour, minute, second] = formatterOf(zone).format(seconds).match(/\d+/g) as string[]
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    (instant - seconds)
  )
}

/**
 * The instants at which the clocks show `wall`, in order: one as a rule, two where clocks were put back, none where
 * they were put forward. `after` is then the first instant behind the gap, and null otherwise.
 */
export function instantsAt(zone: string, wall: number): { instants: number[]; after: number | null } {
  // No zone is further than 14 hours from UTC, and none changes its mind twice within two days.
  const [before, behind] = [wall - dayMs, wall + dayMs].map((instant) => wallClock(zone, instant) - instant) as [
    number,
    number,
  ]
  const instants = [...new Set([wall - before, wall - behind])].filter((instant) => wallClock(zone, instant) === wall)
  if (instants.length > 0) return { instants: instants.sort((a, b) => a - b), after: null }
  return { instants, after: firstAfter(zone, wall, wall - behind, wall - before) }
}

const dayMs = 86_400_000

/** Within `low` (clocks show less than `wall`) and `high` (they show more): where they jump over it. */
function firstAfter(zone: string, wall: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallClock(zone, middle) < wall) low = middle
    else high = middle
  }
  return high
}

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Zones have some 600 names; who spells them in ever new cases must not fill the memory. */
const formattersMax = 1000

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    if (formatters.size >= formattersMax) formatters.clear()
    const digits = '2-digit' as const
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    })
    formatters.set(zone, formatter)
  }
  return formatter
}
