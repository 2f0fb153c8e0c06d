import ical, { type VEvent } from 'node-ical'

export type CalendarDate = { date: string; name: string | null }

/**
 * The days of the all-day events of an iCalendar text (RFC 5545) that are within two dates, in order and each once;
 * events that recur are expanded. Events with a time of day are no days, and are left out. Says what is wrong with a
 * text that has no such event.
 */
export function readCalendar(text: string, from: string, to: string): { dates: CalendarDate[] } | { problem: string } {
  const dates = new Map<string, string | null>()
  try {
    const range = { from: localDay(from), to: localDay(to) }
    for (const event of Object.values(ical.sync.parseICS(text))) {
      if (event?.type !== 'VEVENT' || event.datetype !== 'date') continue
      for (const { start, end } of ical.expandRecurringEvent(event, range)) {
        for (let day = dayOf(start); day < Math.max(dayOf(end), dayOf(start) + dayMs); day += dayMs) {
          const date = new Date(day).toISOString().slice(0, 10)
          if (date >= from && date <= to && !dates.has(date)) dates.set(date, nameOf(event))
        }
      }
    }
  } catch (error) {
    return { problem: `is no iCalendar text: ${error instanceof Error ? error.message : String(error)}` }
  }
  if (dates.size === 0) return { problem: `has no all-day event from ${from} to ${to}` }
  return { dates: [...dates].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

const dayMs = 86_400_000

/** The library gives days as midnight of this process's own zone. */
const dayOf = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())

function localDay(date: string): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, day)
}

/** A text with parameters (LANGUAGE=de) comes as an object. */
function nameOf({ summary }: VEvent): string | null {
  const text: unknown = typeof summary === 'object' && summary !== null ? (summary as { val: unknown }).val : summary
  return typeof text === 'string' && text !== '' ? text.slice(0, 200) : null
}
