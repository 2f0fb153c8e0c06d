import { afterEach, expect, it, vi } from 'vitest'
import { readCalendar } from './read-calendar.ts'

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n')
const dates = (text: string) => {
  const read = readCalendar(text, '2026-01-01', '2031-12-31')
  return 'dates' in read ? read.dates.map(({ date, name }) => `${date} ${name ?? ''}`) : read.problem
}

afterEach(() => vi.unstubAllEnvs())

it.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])('reads the days of all-day events, in %s too', (zone) => {
  vi.stubEnv('TZ', zone)
  const text = calendar(
    event('SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20271225', 'DTEND;VALUE=DATE:20271227'),
    event(
      'SUMMARY;LANGUAGE=de:Neujahr',
      'DTSTART;VALUE=DATE:20250101',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20290101',
    ).replace('UID:1', 'UID:2'),
    event('SUMMARY:Meeting', 'DTSTART:20271224T100000Z', 'DTEND:20271224T110000Z').replace('UID:1', 'UID:3'),
  )
  expect(dates(text)).toEqual([
    ...['2026-01-01 Neujahr', '2027-01-01 Neujahr', '2027-12-25 Christmas', '2027-12-26 Christmas'],
    ...['2028-01-01 Neujahr', '2030-01-01 Neujahr', '2031-01-01 Neujahr'],
  ])
})

it.each(['', 'garbage', calendar(), calendar(event('DTSTART:20271224T100000Z'))])('says what %j lacks', (text) => {
  expect(dates(text)).toMatch(/no all-day event|no iCalendar text/)
})
