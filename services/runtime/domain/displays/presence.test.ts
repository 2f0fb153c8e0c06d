import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterReport, afterSilence, presenceLimits, presenceOf, type SessionPresence } from './presence.ts'

const { onlineWithinMs, staleAfterMs, offlineAfterMs } = presenceLimits

describe('presence of one screen', () => {
  it.each<[SessionPresence, number, SessionPresence]>([
    ['ONLINE', 10_000, 'ONLINE'],
    ['ONLINE', staleAfterMs, 'ONLINE'],
    ['ONLINE', staleAfterMs + 1, 'STALE'],
    ['STALE', 10_000, 'STALE'],
    ['STALE', offlineAfterMs, 'STALE'],
    ['STALE', offlineAfterMs + 1, 'OFFLINE'],
    ['ONLINE', offlineAfterMs + 1, 'OFFLINE'],
    ['OFFLINE', 0, 'OFFLINE'],
  ])('%s after %i ms of silence is %s', (before, silence, after) => {
    expect(afterSilence(before, silence, false)).toBe(after)
  })

  it('is given up by nobody who has only just begun to look: a restart makes STALE, not OFFLINE', () => {
    expect(afterSilence('ONLINE', 10 * offlineAfterMs, true)).toBe('STALE')
    expect(afterSilence('STALE', 10 * offlineAfterMs, true)).toBe('STALE')
    expect(afterSilence('OFFLINE', 10 * offlineAfterMs, true)).toBe('OFFLINE')
  })

  it.each<[SessionPresence, number, SessionPresence]>([
    ['ONLINE', 200_000, 'ONLINE'],
    ['OFFLINE', 3_600_000, 'ONLINE'],
    ['STALE', onlineWithinMs, 'ONLINE'],
    ['STALE', onlineWithinMs + 1, 'STALE'],
  ])('%s with a report after %i ms is %s', (before, silence, after) => {
    expect(afterReport(before, silence)).toBe(after)
  })

  it('does not flicker for a screen that reports just too late again and again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: staleAfterMs + 1, max: offlineAfterMs }), { minLength: 2, maxLength: 20 }),
        (silences) => {
          let presence: SessionPresence = 'ONLINE'
          const seen = silences.map((silence) => {
            presence = afterSilence(presence, silence, false)
            return (presence = afterReport(presence, silence))
          })
          expect(new Set(seen)).toEqual(new Set(['STALE']))
        },
      ),
    )
  })
})

describe('presence of an instance', () => {
  it.each<[SessionPresence[], string]>([
    [[], 'NEVER'],
    [['OFFLINE'], 'OFFLINE'],
    [['OFFLINE', 'STALE'], 'STALE'],
    [['STALE', 'ONLINE', 'OFFLINE'], 'ONLINE'],
  ])('on screens that are %j is %s', (sessions, presence) => {
    expect(presenceOf(sessions)).toBe(presence)
  })
})
