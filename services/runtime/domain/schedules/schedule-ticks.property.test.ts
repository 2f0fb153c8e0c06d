import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecurrence, ticksAfter, ticksUntil, type Recurrence } from './schedule-ticks.ts'
import { zoneOracle, type OracleTick } from './test-cron-oracle.ts'

const begin = Date.parse('2026-11-01T00:00:00Z')
const end = Date.parse('2028-11-01T00:00:00Z')
const hour = 3_600_000
const iso = (instant: number) => new Date(instant).toISOString()

function read(expression: string, zone: string): Recurrence {
  const read = readRecurrence(expression, zone)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.recurrence
}

/** What ours says about (from, to], asked as the scheduler asks: one tick after the other. */
function ours(recurrence: Recurrence, from: number, to: number): OracleTick[] {
  const found: OracleTick[] = []
  for (let at = from; ;) {
    const [tick] = ticksAfter(recurrence, iso(at), 1)
    if (!tick || Date.parse(tick.at) > to) return found
    at = Date.parse(tick.at)
    found.push({ at, dst: tick.dst })
  }
}

const number = (min: number, max: number) => fc.integer({ min, max }).map(String)
const list = (min: number, max: number) =>
  fc
    .uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })
    .map((all) => all.sort((a, b) => a - b).join(','))
const range = (min: number, max: number) =>
  fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map((two) => `${Math.min(...two)}-${Math.max(...two)}`)
/** About weekly, so that two years are some hundred ticks. */
const seldom = fc
  .tuple(number(0, 59), number(0, 23), fc.constantFrom('*', '1', '31'), fc.constant('*'), number(0, 6))
  .map((fields) => fields.join(' '))
/** Several times an hour, or named times of the night; asked only around changes of the clock. */
const often = fc
  .tuple(
    fc.oneof(number(0, 59), list(0, 59), fc.constantFrom('*/15', '*/20', '0-59/25')),
    fc.oneof(fc.constantFrom('*', '*/2', '1-23/3'), list(0, 4), range(0, 23)),
  )
  .map(([minutes, hours]) => `${minutes} ${hours} * * *`)

describe('ticks against a naive calendar, in every IANA zone (S0-09)', () => {
  const zones = Intl.supportedValuesOf('timeZone')

  test('are the same over two years, and around every change of the clock', () => {
    expect(zones.length).toBeGreaterThan(400)
    const expressions = fc.sample(seldom, { numRuns: zones.length, seed: 20261101 })
    const dense = fc.sample(often, { numRuns: zones.length * 2, seed: 20261102 })
    let changes = 0
    zones.forEach((zone, index) => {
      const oracle = zoneOracle(zone, begin, end)
      const long = expressions[index] as string
      expect({ zone, expression: long, ticks: ours(read(long, zone), begin, end) }).toEqual({
        zone,
        expression: long,
        ticks: oracle.ticks(long, begin, end),
      })
      for (const change of oracle.changes) {
        for (const expression of dense.slice(index * 2, index * 2 + 2)) {
          const [from, to] = [change - 3 * hour - 1, change + 3 * hour]
          const recurrence = read(expression, zone)
          const expected = oracle.ticks(expression, from, to)
          expect({ zone, expression, ticks: ours(recurrence, from, to) }).toEqual({ zone, expression, ticks: expected })
          // Looking back finds the same: the scheduler asks so for what it missed.
          const back = ticksUntil(recurrence, iso(to), Math.min(expected.length, 4)).map(({ at }) => Date.parse(at))
          expect({ zone, expression, back }).toEqual({ zone, expression, back: expected.slice(-4).map(({ at }) => at) })
        }
        changes++
      }
    })
    expect(changes).toBeGreaterThan(400)
  }, 120_000)
})
