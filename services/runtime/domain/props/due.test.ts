import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../schema/events.ts'
import { dueMove } from './due.ts'
import { everyMove, readLifecycleTemplate } from '../lifecycle/lifecycle.ts'

const [early, start, between, end, late] = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
  string,
  string,
]
const state = (fields: Partial<InstanceState>) =>
  ({
    lifecycle: 'CREATED',
    persistence: 'PERSISTENT',
    timeslotStart: null,
    timeslotEnd: null,
    pausedByAncestorId: null,
    ...fields,
    desiredLifecycle: fields.desiredLifecycle ?? fields.lifecycle ?? 'CREATED',
  }) as InstanceState
const timed = (fields: Partial<InstanceState> = {}) => state({ timeslotStart: start, timeslotEnd: end, ...fields })
const event = (given: InstanceState, now: string, rules = everyMove) => dueMove(given, now, rules)?.event ?? null

describe('what an instance does by itself', () => {
  it.each([
    ['waits before its timeslot', timed(), early, null],
    ['starts when it begins', timed(), start, 'START'],
    ['starts late when nobody looked in time', timed(), between, 'START'],
    ['does not start when it is over', timed(), end, null],
    ['stops when it ends', timed({ lifecycle: 'ACTIVE' }), end, 'STOP'],
    ['stops from a pause too', timed({ lifecycle: 'PAUSED', pausedByAncestorId: 'inst-00000000' }), late, 'STOP'],
    ['is left alone in between', timed({ lifecycle: 'ACTIVE' }), between, null],
    ['stays stopped when its owner stopped it', timed({ lifecycle: 'STOPPED' }), between, null],
    ['stays stopped after its end unless EPHEMERAL', timed({ lifecycle: 'STOPPED' }), late, null],
    [
      'EPHEMERAL archives itself after its end',
      timed({ lifecycle: 'STOPPED', persistence: 'EPHEMERAL' }),
      late,
      'ARCHIVE',
    ],
    ['EPHEMERAL stops first', timed({ lifecycle: 'ACTIVE', persistence: 'EPHEMERAL' }), late, 'STOP'],
    ['EPHEMERAL that never ran goes the whole way', timed({ persistence: 'EPHEMERAL' }), late, 'START'],
    ['goes to what is desired', state({ lifecycle: 'ACTIVE', desiredLifecycle: 'ARCHIVED' }), late, 'STOP'],
    ['its end comes before its wish', timed({ lifecycle: 'PAUSED', desiredLifecycle: 'ACTIVE' }), late, 'STOP'],
    [
      'cannot wake from a pause that is not its own',
      state({ lifecycle: 'PAUSED', desiredLifecycle: 'ACTIVE', pausedByAncestorId: 'inst-00000000' }),
      late,
      null,
    ],
    ['gives up what no allowed move leads to', state({ lifecycle: 'STOPPED', desiredLifecycle: 'ACTIVE' }), late, null],
  ] as const)('%s (S2-17, S2-19)', (_title, given, now, wanted) => {
    expect(event(given, now)).toBe(wanted)
  })

  it('ends after its last run when it is EPHEMERAL, and only then (S3-03)', () => {
    const after = (fields: Partial<InstanceState>) =>
      dueMove(state(fields), between, everyMove, { hasRunItsLast: true })
    expect(after({ lifecycle: 'ACTIVE', persistence: 'EPHEMERAL' })).toEqual({
      event: 'STOP',
      reason: 'the last run has ended',
    })
    expect(after({ lifecycle: 'STOPPED', persistence: 'EPHEMERAL' })?.event).toBe('ARCHIVE')
    expect(after({ lifecycle: 'ARCHIVED', persistence: 'EPHEMERAL' })).toBeNull()
    expect(after({ lifecycle: 'ACTIVE' })).toBeNull()
  })

  it('does nothing that its definition forbids', () => {
    const rules = readLifecycleTemplate({ forbid: ['START'] })
    expect(event(timed(), between, rules)).toBeNull()
  })
})
