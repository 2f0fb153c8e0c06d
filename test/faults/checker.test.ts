import { describe, expect, it } from 'vitest'
import { checkAtRest, checkRevisions, checkScreen, checkWrites, newMemory, type LogRow, type Write } from './checker.ts'
import type { ScreenEntry } from './screen-log.ts'

const truth = new Map([['inst-a', ['h1', 'h2', 'h3', 'h4', 'h5']]])
const display = { instanceId: 'inst-a', feed: 'displayChanged' } as const
const instance = { instanceId: 'inst-a', feed: 'instanceChanged' } as const

const subscribed = (since: number | null, operation = '1/1'): ScreenEntry => ({ type: 'subscribed', operation, since })
const frame = (event: string, revision: number, operation = '1/1'): ScreenEntry => ({
  type: 'frame',
  operation,
  event,
  revision,
  hash: event === 'RESYNC' ? null : `h${revision}`,
})
const shown = (revision: number, hash = `h${revision}`): ScreenEntry => ({ type: 'shown', revision, hash })
const wrongsOf = (screen: typeof display | typeof instance, ...entries: ScreenEntry[]) =>
  checkScreen(screen, newMemory, entries, truth).wrongs

describe('what a screen may see', () => {
  it('a snapshot, then every revision in order', () => {
    expect(
      wrongsOf(
        instance,
        subscribed(null),
        frame('SNAPSHOT', 2),
        shown(2),
        frame('PROPS', 3),
        shown(3),
        frame('PROPS', 4),
        shown(4),
      ),
    ).toEqual([])
  })

  it('after a break, exactly what follows its cursor', () => {
    expect(wrongsOf(instance, subscribed(2, '2/1'), frame('PROPS', 3, '2/1'), frame('PROPS', 4, '2/1'))).toEqual([])
    expect(wrongsOf(instance, subscribed(2, '2/1'), frame('PROPS', 4, '2/1'))).toEqual([
      expect.stringContaining('lies between is lost'),
    ])
    expect(wrongsOf(instance, subscribed(2, '2/1'), frame('PROPS', 2, '2/1'))).toEqual([
      expect.stringContaining('again'),
    ])
  })

  it('a leap only by a snapshot, which instanceChanged has to announce', () => {
    expect(wrongsOf(display, subscribed(null), frame('SNAPSHOT', 1), frame('SNAPSHOT', 4))).toEqual([])
    expect(
      wrongsOf(instance, subscribed(null), frame('SNAPSHOT', 1), frame('RESYNC', 4), frame('SNAPSHOT', 4)),
    ).toEqual([])
    expect(wrongsOf(instance, subscribed(null), frame('SNAPSHOT', 1), frame('SNAPSHOT', 4))).toEqual([
      expect.stringContaining('without RESYNC'),
    ])
    expect(wrongsOf(display, subscribed(null), frame('SNAPSHOT', 1), frame('PROPS', 4))).toEqual([
      expect.stringContaining('lost'),
    ])
  })

  it('never an older revision, neither on the wire nor on the glass', () => {
    expect(wrongsOf(display, subscribed(null), frame('SNAPSHOT', 4), frame('SNAPSHOT', 3))).toEqual([
      expect.stringContaining('snapshot of revision 3 after'),
    ])
    expect(wrongsOf(display, shown(4), shown(3))).toEqual(['went back from revision 4 to 3'])
  })

  it('no content that its revision never had, and no revision that the log does not know', () => {
    expect(wrongsOf(display, shown(3, 'h2'))).toEqual(['shows a content that revision 3 never had'])
    expect(wrongsOf(display, shown(6))).toEqual([expect.stringContaining('not in the log')])
  })

  it('late frames of an operation that was left are judged by that operation', () => {
    expect(
      wrongsOf(
        instance,
        subscribed(null),
        frame('SNAPSHOT', 1),
        subscribed(1, '2/1'),
        frame('PROPS', 2, '2/1'),
        frame('PROPS', 2),
      ),
    ).toEqual([])
  })

  it('what was seen before the last check still counts', () => {
    const { memory } = checkScreen(instance, newMemory, [subscribed(null), frame('SNAPSHOT', 2), shown(2)], truth)
    expect(checkScreen(instance, memory, [frame('PROPS', 4)], truth).wrongs).toHaveLength(1)
    expect(checkScreen(instance, memory, [shown(1)], truth).wrongs).toHaveLength(1)
    expect(checkScreen(instance, memory, [frame('PROPS', 3), shown(3)], truth).wrongs).toEqual([])
  })

  it('no end of its feed', () => {
    expect(wrongsOf(display, { type: 'ended', code: 'NOT_FOUND' })).toEqual(['was ended by NOT_FOUND'])
  })
})

describe('a screen at rest', () => {
  it('shows the newest revision and its content', () => {
    expect(checkAtRest(display, { revision: 5, hash: 'h5' }, truth)).toBeNull()
    expect(checkAtRest(display, { revision: 4, hash: 'h4' }, truth)).toContain('lost: shows revision 4')
    expect(checkAtRest(display, { revision: 5, hash: 'h4' }, truth)).toContain('lost: shows another content')
    expect(checkAtRest(display, null, truth)).toContain('lost: shows nothing')
  })
})

describe('writes', () => {
  const row = (revision: number, changeId: string, instanceId = 'inst-a'): LogRow => ({
    instanceId,
    revision,
    changeId,
    writeId: 'w1',
  })
  const write = (outcome: Write['outcome'], key: string | null = null): Write => ({
    id: 'w1',
    instanceIds: ['inst-a'],
    key,
    outcome,
  })
  const acknowledged = { type: 'acknowledged', changeId: 'chg-1', revision: 2 } as const
  const check = (one: Write, rows: LogRow[], keys: [string, string][] = []) =>
    checkWrites([one], new Map([['w1', rows]]), new Map(keys))

  it('an acknowledged one is in the log once, as it was told', () => {
    expect(check(write(acknowledged), [row(2, 'chg-1')])).toEqual([])
    expect(check(write(acknowledged), [])).toEqual([expect.stringContaining('not in the log')])
    expect(check(write(acknowledged), [row(2, 'chg-1'), row(3, 'chg-2')])).toEqual([expect.stringContaining('2 times')])
    expect(check(write(acknowledged), [row(2, 'chg-9')])).toEqual([expect.stringContaining('chg-9')])
    expect(check(write(acknowledged), [row(3, 'chg-1')])).toEqual([expect.stringContaining('revision 3')])
  })

  it('a key stands for the change that was acknowledged', () => {
    expect(check(write(acknowledged, 'k'), [row(2, 'chg-1')], [['k', 'chg-1']])).toEqual([])
    expect(check(write(acknowledged, 'k'), [row(2, 'chg-1')], [['k', 'chg-2']])).toEqual([
      expect.stringContaining('chg-2'),
    ])
    expect(check(write(acknowledged, 'k'), [row(2, 'chg-1')])).toEqual([expect.stringContaining('nothing')])
  })

  it('one of unknown fate is there at most once', () => {
    expect(check(write({ type: 'unknown' }), [])).toEqual([])
    expect(check(write({ type: 'unknown' }), [row(2, 'chg-1')])).toEqual([])
    expect(check(write({ type: 'unknown' }), [row(2, 'chg-1'), row(3, 'chg-2')])).toHaveLength(1)
  })

  it('one that was refused is nowhere', () => {
    expect(check(write({ type: 'refused', code: 'CONFLICT' }), [row(2, 'chg-1')])).toEqual([
      'write w1 was answered with CONFLICT and is in the log',
    ])
  })

  it('one that meant another instance is found', () => {
    expect(check(write(acknowledged), [row(2, 'chg-1'), row(2, 'chg-1', 'inst-b')])).toEqual([
      expect.stringContaining('inst-b'),
    ])
  })
})

it('revisions have no gaps', () => {
  const rows = [4, 5, 7].map((revision): LogRow => ({ instanceId: 'inst-a', revision, changeId: 'c', writeId: null }))
  expect(checkRevisions(3, rows.slice(0, 2))).toEqual([])
  expect(checkRevisions(3, rows)).toEqual(['the log of inst-a has revision 7 where 6 belongs'])
})
