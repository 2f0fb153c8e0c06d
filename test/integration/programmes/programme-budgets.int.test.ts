import { afterAll, beforeAll, expect, it } from 'vitest'
import { Installation } from '../../support/installation.ts'
import { created, local, MenuBoards } from './programme-tests.ts'

const limits = {
  programmeEntries: 2,
  programmeItems: 2,
  programmeItemSeconds: 60,
  programmeSegments: 10,
  calendarDates: 2,
  calendarBytes: 1024,
}
let home: Installation
let boards: MenuBoards

beforeAll(async () => {
  home = await Installation.start({ limits })
  boards = new MenuBoards(home)
  await boards.publish()
}, 120_000)
afterAll(() => home.stop())

const entry = { name: 'lunch', start: '2026-01-01T00:00', props: { menu: 'Lunch' } }
const named = (count: number) => Array.from({ length: count }, (_, index) => ({ ...entry, name: `lunch ${index}` }))
const item = { props: { menu: 'A' }, seconds: limits.programmeItemSeconds }
const reel = (items: object[]) => [{ name: 'reel', start: entry.start, items }]
const refusedEntries = async (entries: object[]) => {
  const instanceId = await boards.board()
  return (await home.refusal(created, { input: { name: `over ${instanceId}`, instanceId, entries } })).code
}

it('entries of a programme: as many as there may be are taken, one more is refused', async () => {
  await boards.programme({ instanceId: await boards.board(), entries: named(limits.programmeEntries) })
  expect(await refusedEntries(named(limits.programmeEntries + 1))).toBe('LIMIT_REACHED')
})

it('items of a playlist: as many as there may be are taken, one more is refused, and a shorter one too', async () => {
  const items = Array.from({ length: limits.programmeItems }, () => item)
  await boards.programme({ instanceId: await boards.board(), entries: reel(items) })
  expect(await refusedEntries(reel([...items, item]))).toBe('LIMIT_REACHED')
  expect(await refusedEntries(reel([{ ...item, seconds: limits.programmeItemSeconds - 1 }]))).toBe('BAD_USER_INPUT')
})

it('segments of a preview: what fits is answered, more is refused', async () => {
  const id = await boards.board()
  const start = local('UTC', 3600)
  await boards.programme({ instanceId: id, entries: [{ ...entry, start, duration: 'PT10M', rrule: 'FREQ=HOURLY' }] })
  expect((await boards.preview(id, null, 3)).length).toBeLessThanOrEqual(limits.programmeSegments)
  const query = `query ($id: ID!) { programmePreview(instanceId: $id, hours: 24) { from } }`
  expect((await home.refusal(query, { id })).code).toBe('LIMIT_REACHED')
})

const createCalendar = 'mutation ($input: CreateCalendarInput!) { createCalendar(input: $input) { calendar { id } } }'
const days = (count: number) => Array.from({ length: count }, (_, index) => ({ date: `2027-12-0${index + 1}` }))

it('dates of a calendar: as many as there may be are taken, one more is refused', async () => {
  await home.ask(createCalendar, { input: { name: 'at the limit', dates: days(limits.calendarDates) } })
  const over = { input: { name: 'over it', dates: days(limits.calendarDates + 1) } }
  expect((await home.refusal(createCalendar, over)).code).toBe('LIMIT_REACHED')
})

it('bytes of an iCalendar text: so many are read, one more is refused', async () => {
  const year = new Date().getUTCFullYear()
  const text = (padding: number) =>
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${'x'.repeat(padding)}`, 'BEGIN:VEVENT', 'UID:1'],
      ...[`DTSTART;VALUE=DATE:${year}1225`, 'SUMMARY:Closed', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')
  const room = limits.calendarBytes - text(0).length
  await home.ask(createCalendar, { input: { name: 'ics at the limit', ics: text(room) } })
  const over = { input: { name: 'ics over it', ics: text(room + 1) } }
  expect((await home.refusal(createCalendar, over)).code).toBe('PAYLOAD_TOO_LARGE')
})
