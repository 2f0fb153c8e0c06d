import { describe, expect, test } from 'vitest'
import { readRecurrence, ticksAfter, ticksUntil, type Tick } from './schedule-ticks.ts'

function next(expression: string, zone: string, after: string, count = 3): Tick[] {
  const read = readRecurrence(expression, zone)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return ticksAfter(read.recurrence, after, count)
}
const shown = (ticks: Tick[]) => ticks.map(({ at, local, dst }) => `${at.slice(0, 16)} = ${local.slice(0, 16)} ${dst}`)

describe('times of the day', () => {
  test('follow the zone through summer and winter (S0-09)', () => {
    expect(shown(next('0 6 * * 1-5', 'America/New_York', '2027-03-12T00:00:00Z'))).toEqual([
      '2027-03-12T11:00 = 2027-03-12T06:00 NONE',
      '2027-03-15T10:00 = 2027-03-15T06:00 NONE',
      '2027-03-16T10:00 = 2027-03-16T06:00 NONE',
    ])
  })

  test('that a day does not have come at the first instant behind the gap, once for all of them', () => {
    const gap = ['2027-03-14T07:00 = 2027-03-14T03:00 GAP', '2027-03-15T06:30 = 2027-03-15T02:30 NONE']
    expect(shown(next('30 2 * * *', 'America/New_York', '2027-03-14T00:00:00Z', 2))).toEqual(gap)
    expect(shown(next('15,30 2 * * *', 'America/New_York', '2027-03-14T00:00:00Z', 1))).toEqual(gap.slice(0, 1))
    expect(shown(next('30 2,14 * * *', 'America/New_York', '2027-03-14T00:00:00Z', 2))[1]).toBe(
      '2027-03-14T18:30 = 2027-03-14T14:30 NONE',
    )
    // The clocks go from 23:00 to 00:00 there: the day's tick comes with the next day.
    expect(shown(next('30 23 * * *', 'America/Scoresbysund', '2027-03-27T12:00:00Z', 2))).toEqual([
      '2027-03-28T01:00 = 2027-03-28T00:00 GAP',
      '2027-03-29T00:30 = 2027-03-28T23:30 NONE',
    ])
  })

  test('that a day has twice come the first time only', () => {
    expect(shown(next('30 1 * * *', 'America/New_York', '2026-11-01T00:00:00Z', 2))).toEqual([
      '2026-11-01T05:30 = 2026-11-01T01:30 FOLD',
      '2026-11-02T06:30 = 2026-11-02T01:30 NONE',
    ])
  })
})

test('every so often means real time: no tick for what is skipped, two for what is repeated', () => {
  expect(shown(next('30 * * * *', 'America/New_York', '2026-11-01T05:00:00Z'))).toEqual([
    '2026-11-01T05:30 = 2026-11-01T01:30 FOLD',
    '2026-11-01T06:30 = 2026-11-01T01:30 FOLD',
    '2026-11-01T07:30 = 2026-11-01T02:30 NONE',
  ])
  expect(shown(next('*/30 2 * * *', 'America/New_York', '2027-03-14T00:00:00Z', 1))).toEqual([
    '2027-03-15T06:00 = 2027-03-15T02:00 NONE',
  ])
})

test('an interval counts from 1970, or from the start that it names, whatever the clocks do', () => {
  expect(shown(next('PT15M', 'Asia/Kathmandu', '2026-11-21T13:50:00Z', 2))).toEqual([
    '2026-11-21T14:00 = 2026-11-21T19:45 NONE',
    '2026-11-21T14:15 = 2026-11-21T20:00 NONE',
  ])
  expect(shown(next('R/2026-11-30T08:05:00Z/P1DT12H', 'UTC', '2026-11-21T13:50:00Z', 2))).toEqual([
    '2026-11-30T08:05 = 2026-11-30T08:05 NONE',
    '2026-12-01T20:05 = 2026-12-01T20:05 NONE',
  ])
})

test('once is one tick: an instant, or a time in the zone', () => {
  expect(shown(next('2026-12-24T18:00:00+01:00', 'UTC', '2026-11-21T00:00:00Z'))).toEqual([
    '2026-12-24T17:00 = 2026-12-24T17:00 NONE',
  ])
  expect(shown(next('2027-03-28T02:30', 'Europe/Berlin', '2026-11-21T00:00:00Z'))).toEqual([
    '2027-03-28T01:00 = 2027-03-28T03:00 GAP',
  ])
  expect(next('2026-12-24T18:00:00Z', 'UTC', '2026-12-24T18:00:00Z')).toEqual([])
})

test('the ticks up to an instant include it, and end where the interval begins', () => {
  const back = (expression: string, until: string, count: number) => {
    const read = readRecurrence(expression, 'UTC')
    return read.ok ? ticksUntil(read.recurrence, until, count).map(({ at }) => at.slice(11, 16)) : []
  }
  expect(back('0 * * * *', '2026-11-21T14:00:00.000Z', 2)).toEqual(['13:00', '14:00'])
  expect(back('0 * * * *', '2026-11-21T13:59:59.999Z', 2)).toEqual(['12:00', '13:00'])
  expect(back('R/2026-11-21T13:00:00Z/PT30M', '2026-11-21T13:40:00.000Z', 5)).toEqual(['13:00', '13:30'])
})

test.each([
  ['0 0 6 * * *', 'UTC', '/expression', '5 fields'],
  ['0 6 * *', 'UTC', '/expression', '5 fields'],
  ['61 6 * * *', 'UTC', '/expression', 'minute: 61'],
  ['@reboot', 'UTC', '/expression', '5 fields'],
  ['', 'UTC', '/expression', '5 fields'],
  [`${'1,'.repeat(120)}1 * * * *`, 'UTC', '/expression', 'at most 200'],
  ['P1M', 'UTC', '/expression', 'duration'],
  ['PT0S', 'UTC', '/expression', '1 second'],
  ['R/soon/PT1H', 'UTC', '/expression', 'must start'],
  ['2027-02-30T06:00:00Z', 'UTC', '/expression', 'exists'],
  ['2027-02-28T25:00:00', 'UTC', '/expression', 'exists'],
  ['0 6 * * *', 'Mars/Phobos', '/timezone', 'IANA'],
  ['0 6 * * *', '+02:00', '/timezone', 'IANA'],
])('refuses %j in %j', (expression, zone, pointer, message) => {
  const read = readRecurrence(expression, zone)
  expect(read).toMatchObject({
    ok: false,
    problems: [{ pointer, message: expect.stringContaining(message) as string }],
  })
})

test('an expression that never comes has no ticks, soon', () => {
  expect(next('0 0 30 2 *', 'Europe/Paris', '2026-11-21T00:00:00Z')).toEqual([])
})

describe('texts that objects have as members', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '@constructor'])('%s: is refused', (text) => {
    expect(readRecurrence(text, 'UTC')).toMatchObject({ ok: false, problems: [{ pointer: '/expression' }] })
    expect(readRecurrence('0 6 * * *', text)).toMatchObject({ ok: false, problems: [{ pointer: '/timezone' }] })
  })
})
