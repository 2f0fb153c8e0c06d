import { describe, expect, it } from 'vitest'
import { observationOf, type ScreenGroup } from './observation.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()
const screen = (part: Partial<ScreenGroup> = {}): ScreenGroup => ({
  ...{ presence: 'ONLINE', state: 'SHOWN', count: 1, stateSince: at(0), lastSeenAt: at(0) },
  ...{ shownRevision: 5, lastShownRevision: part.shownRevision ?? 5, behindSince: null, error: null },
  ...part,
})

describe('observationOf', () => {
  it('says of no screens that there never was one', () => {
    expect(observationOf([])).toEqual({ presence: 'NEVER', shownRevision: null, problems: [] })
  })

  it.each([
    ['the least that the living show', [screen({ shownRevision: 7 }), screen()], 5],
    ['nothing while one of them shows nothing', [screen(), screen({ shownRevision: null })], null],
    ['not what a screen showed that is given up', [screen(), screen({ presence: 'OFFLINE', shownRevision: 1 })], 5],
    [
      'what was seen last where all are given up',
      [
        screen({ presence: 'OFFLINE', shownRevision: 1 }),
        screen({ presence: 'OFFLINE', shownRevision: 9, lastSeenAt: at(9) }),
      ],
      9,
    ],
  ])('shows %s', (_name, screens, shown) => {
    expect(observationOf(screens).shownRevision).toBe(shown)
  })

  it('names each kind of problem once, since it began first, and on how many of the living screens', () => {
    const { problems } = observationOf([
      screen({ state: 'FAILED', error: 'later', stateSince: at(9) }),
      screen({ error: 'HDMI unplugged', stateSince: at(4), count: 2 }),
      screen({ state: 'STUCK', stateSince: at(5), behindSince: at(6) }),
      screen({ presence: 'OFFLINE', state: 'STUCK', stateSince: at(1) }),
    ])
    expect(problems.map(({ type, since, message }) => [type, since, message])).toEqual([
      ['ScreenStuck', at(5), 'The component does not answer. (1 of 4 screens)'],
      ['ScreenError', at(4), 'HDMI unplugged (3 of 4 screens)'],
      ['ScreenBehind', at(6), 'The newest revision is not shown yet. (1 of 4 screens)'],
    ])
  })

  it('leaves the count away where there is one screen', () => {
    expect(observationOf([screen({ state: 'FAILED', error: 'no' })]).problems).toMatchObject([{ message: 'no' }])
  })
})
