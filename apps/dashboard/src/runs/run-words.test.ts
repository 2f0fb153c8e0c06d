import { describe, expect, it } from 'vitest'
import { shortDuration } from '../ui/format.ts'
import { barHeights, durationMs, runSummary } from './run-words.ts'

describe('runs on the dashboard', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1000, '1.0 s'],
    [59_949, '59.9 s'],
    [60_000, '1 min 0 s'],
    [245_000, '4 min 5 s'],
    [7_980_000, '2 h 13 min'],
    [187_200_000, '2 d 4 h'],
  ])('say %i ms as %s', (ms, text) => {
    expect(shortDuration(ms)).toBe(text)
  })

  it('have bars by how long they took, and one even where that is nothing', () => {
    expect(barHeights([0, 50, 100])).toEqual([6, 50, 100])
    expect(barHeights([0, 0])).toEqual([6, 6])
    expect(barHeights([])).toEqual([])
  })

  it('take time from their start to their end, or to now', () => {
    const startedAt = '2026-11-21T12:00:00.000Z'
    const now = Date.parse('2026-11-21T12:00:09.000Z')
    expect(durationMs({ startedAt: null, endedAt: null }, now)).toBe(0)
    expect(durationMs({ startedAt, endedAt: null }, now)).toBe(9000)
    expect(durationMs({ startedAt, endedAt: '2026-11-21T12:00:02.500Z' }, now)).toBe(2500)
  })

  it('tell in one line how it went', () => {
    const run = {
      status: 'RUNNING' as const,
      trigger: 'SCHEDULE' as const,
      attempt: 2,
      startedAt: '2026-11-21T12:00:00.000Z',
      endedAt: null,
      progress: 0.426,
      error: null,
      blockedBy: [],
    }
    const now = Date.parse('2026-11-21T12:00:03.000Z')
    expect(runSummary(run, now)).toBe('running, schedule, attempt 2, 3.0 s, 43 %')
    expect(
      runSummary(
        {
          ...run,
          status: 'FAILED',
          attempt: 1,
          endedAt: '2026-11-21T12:00:01.000Z',
          error: { message: 'no such file' },
        },
        now,
      ),
    ).toBe('failed, schedule, 1.0 s, no such file')
    expect(
      runSummary(
        { ...run, status: 'BLOCKED', attempt: 1, startedAt: null, progress: null, blockedBy: [{ name: 'refresh' }] },
        now,
      ),
    ).toBe('blocked, schedule, waits for refresh')
  })
})
