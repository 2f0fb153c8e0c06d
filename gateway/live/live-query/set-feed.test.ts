import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { adminViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { LiveQuery, setOf, shownSet } from '../testing/test-live-query.ts'

const [a, b] = ['inst-0000000a', 'inst-0000000b']
const settle = () => vi.advanceTimersByTimeAsync(500)

/** A reader that has caught up with a query over active instances, of which there is one. */
async function following(options: ConstructorParameters<typeof LiveQuery>[0] = {}) {
  const query = new LiveQuery(options)
  query.log.write(a, { lifecycle: 'ACTIVE', effectiveProps: { secret: 1 } })
  query.log.write(b, { lifecycle: 'CREATED' })
  const { reader } = query.join()
  await settle()
  reader.frames = []
  return { query, log: query.log, reader, shown: () => shownSet(reader.frames) }
}

describe('SetFeed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells ENTER, UPDATE and LEAVE as instances come, change and go', async () => {
    const { query, log, shown } = await following()
    query.tell(log.write(b, { lifecycle: 'ACTIVE' }))
    await settle()
    query.tell(log.write(b, { name: 'x' }))
    await settle()
    query.tell(log.write(b, { lifecycle: 'PAUSED' }))
    await settle()
    expect(shown()).toEqual([`ENTER ${b}@2`, `UPDATE ${b}@3`, `LEAVE ${b}@4`])
  })

  it('asks once for a burst, and tells the newest state with the change that led to it', async () => {
    const { query, log, shown, reader } = await following()
    const before = log.questions
    query.tell(...Array.from({ length: 50 }, (_, index) => log.write(a, { name: String(index) })))
    await settle()
    expect(shown()).toEqual([`UPDATE ${a}@51`])
    expect(reader.frames[0]?.changeId).toBe('chg-51')
    expect(log.questions - before).toBe(2)
  })

  it('drops what it has told before', async () => {
    const { query, log, shown } = await following()
    const change = log.write(a, { name: 'x' })
    query.tell(change, change)
    await settle()
    query.tell(change)
    query.dispatcher?.relayed([[a, 2, 't1']])
    await settle()
    expect(shown()).toEqual([`UPDATE ${a}@2`])
  })

  it('finds what the bus lost when told to look again, by the sweep, and by the relay', async () => {
    const { query, log, shown } = await following()
    log.write(b, { lifecycle: 'ACTIVE' })
    query.bus.onResync()
    await settle()
    log.write(b, { name: 'x' })
    query.feed?.stale(await log.heads([a, b]))
    await settle()
    log.write('inst-0000000c', { lifecycle: 'ACTIVE' })
    query.dispatcher?.relayed([
      ['inst-0000000c', 1, 't1'],
      ['inst-0000000d', 1, 'another tenant'],
    ])
    await settle()
    expect(shown()).toEqual([`ENTER ${b}@2`, `UPDATE ${b}@3`, 'ENTER inst-0000000c@1'])
  })

  it('says which change it was also where only the sweep has found it', async () => {
    const { query, log, shown, reader } = await following()
    log.write(a, { name: 'x' })
    const { changeId } = log.write(a, { name: 'y' })
    query.feed?.stale(await log.heads([a]))
    await settle()
    expect([shown(), reader.frames[0]?.changeId]).toEqual([[`UPDATE ${a}@3`], changeId])
  })

  it('judges again what changes while it asks, so that nothing stays that no longer matches', async () => {
    for (const waitMs of [0, 41, 45, 51, 55, 61]) {
      const { query, log, reader } = await following()
      log.answerMs = 10
      query.tell(log.write(b, { lifecycle: 'ACTIVE' }))
      await vi.advanceTimersByTimeAsync(waitMs)
      query.tell(log.write(b, { lifecycle: 'PAUSED' }))
      await settle()
      expect(setOf(reader.frames).has(b)).toBe(false)
    }
  })

  it('says which instance left that is gone', async () => {
    const { query, log, shown } = await following()
    log.remove(a)
    query.feed?.stale(new Map())
    await settle()
    expect(shown()).toEqual([`LEAVE ${a}@1`])
  })

  it('shows nothing of an instance to a viewer from whom it was taken', async () => {
    const { query, log, reader } = await following()
    query.tell(log.write(a, { visibility: 'PRIVATE', lifecycle: 'PAUSED', effectiveProps: { secret: 2 } }))
    await settle()
    expect(reader.frames).toEqual([
      { change: 'LEAVE', changeId: 'chg-2', instance: { id: a, revision: 1, lifecycle: 'ACTIVE', effectiveProps: {} } },
    ])
  })

  it('goes on showing it to those who may read the tenant', async () => {
    const { query, log, shown } = await following({ viewer: adminViewer('t1', 'p1') })
    query.tell(log.write(a, { visibility: 'PRIVATE' }))
    await settle()
    expect(shown()).toEqual([`UPDATE ${a}@2`])
  })

  it('finds everything again when the runtime was away for longer than one attempt', async () => {
    const { query, log, shown } = await following()
    log.failures = 3
    query.tell(log.write(b, { lifecycle: 'ACTIVE' }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shown()).toEqual([`ENTER ${b}@2`])
  })

  it('starts over with RESYNC when the epoch changes, and follows from there', async () => {
    const { query, log, shown } = await following()
    for (let count = 0; count < 4; count++) query.tell(log.write(a, { name: String(count) }))
    await settle()
    log.restore('e2', 3)
    query.feed?.stale(await log.heads([a, b]))
    await settle()
    query.tell(log.write(a, { name: 'after' }))
    await settle()
    expect(shown().slice(1)).toEqual(['RESYNC', `SNAPSHOT ${a}@2`, 'CAUGHT_UP', `UPDATE ${a}@3`])
  })

  it('reads a large set page by page, each instance once', async () => {
    const query = new LiveQuery({ filter: {} })
    for (let index = 0; index < 450; index++) query.log.write(`inst-${index.toString(36).padStart(8, '0')}`, {})
    const { reader } = query.join()
    await settle()
    expect(reader.frames.length).toBe(451)
    expect(setOf(reader.frames)).toEqual(query.truth)
  })

  describe('about screens', () => {
    const filters = { inFilter: true, presence: false, shownRevision: false, problems: false }
    const shows = (part: object) => ({
      inFilter: false,
      presence: false,
      shownRevision: false,
      problems: false,
      ...part,
    })

    it('lets instances enter and leave as they come and go, although nothing of the instance changes', async () => {
      const { query, reader, shown } = await following({ filter: { presence: ['ONLINE'] }, observes: filters })
      query.see(b, 'ONLINE')
      await settle()
      query.see(b, 'ONLINE', 1)
      await settle()
      query.see(b, 'STALE', 1)
      await settle()
      expect(shown()).toEqual([`ENTER ${b}@1`, `LEAVE ${b}@1`])
      expect(reader.frames.map(({ changeId }) => changeId)).toEqual([null, null])
    })

    it('is told to those who ask for it, each of what they ask for', async () => {
      const updates = async (observes: Parameters<typeof following>[0]) => {
        const { query, shown } = await following(observes)
        for (const [presence, revision] of [
          ['ONLINE', 1],
          ['ONLINE', 2],
          ['STALE', 2],
          ['STALE', 2],
        ] as const) {
          query.see(a, presence, revision)
          await settle()
        }
        query.see(b, 'ONLINE', 1)
        await settle()
        return shown()
      }
      const update = `UPDATE ${a}@1`
      expect(await updates({})).toEqual([])
      expect(await updates({ observes: shows({ presence: true }) })).toEqual([update, update])
      expect(await updates({ observes: shows({ shownRevision: true }) })).toEqual([update, update, update])
    })

    it('finds what the bus lost when told to look again, and by the sweep', async () => {
      const { query, log, shown } = await following({ filter: { presence: ['ONLINE'] }, observes: filters })
      log.observations.set(b, { presence: 'ONLINE', shownRevision: 1 })
      query.bus.onResync()
      await settle()
      log.observations.set(b, { presence: 'OFFLINE', shownRevision: 1 })
      query.feed?.refresh()
      await settle()
      expect(shown()).toEqual([`ENTER ${b}@1`, `LEAVE ${b}@1`])
      const asking = await following({ observes: shows({ presence: true }) })
      asking.query.feed?.compareScreens(a, { presence: 'ONLINE', shownRevision: 1 })
      await settle()
      expect(asking.shown()).toEqual([])
      asking.query.feed?.compareScreens(a, { presence: 'STALE', shownRevision: 1 })
      await settle()
      expect(asking.shown()).toEqual([`UPDATE ${a}@1`])
    })
  })

  describe('a zone or a group in the filter', () => {
    it('lets instances enter and leave as it is edited, although nothing of the instance changes', async () => {
      const { query, shown } = await following({ filter: { zoneId: 'z' } })
      query.edit({ zoneId: 'z' }, [a])
      await settle()
      query.edit({ zoneId: 'z' }, [b])
      await settle()
      expect(shown()).toEqual([`ENTER ${a}@1`, `LEAVE ${a}@1`, `ENTER ${b}@1`])
    })

    it('is searched once for several edits, and not for those of another zone', async () => {
      const { query, log, shown } = await following({ filter: { zoneId: 'z' } })
      const before = log.questions
      query.edit({ zoneId: 'y' }, [a])
      query.edit({ groupId: 'z' }, [])
      await settle()
      expect(log.questions).toBe(before)
      for (const members of [[b], [], [a, b], [a]]) query.edit({ zoneId: 'z' }, members)
      await settle()
      expect(shown()).toEqual([`ENTER ${a}@1`])
      expect(log.questions - before).toBe(3)
    })

    it('may be part of a group, which is searched whatever was edited', async () => {
      const { query, log, shown } = await following({ filter: { groupId: 'g' } })
      log.sets.set('g', [a])
      query.edit({ zoneId: 'z' }, [])
      await settle()
      log.sets.set('g', [])
      query.edit({ groupId: 'h' }, [])
      await settle()
      expect(shown()).toEqual([`ENTER ${a}@1`, `LEAVE ${a}@1`])
    })

    it('is found edited by the sweep where the bus lost it', async () => {
      const { query, log, shown } = await following({ filter: { zoneId: 'z' } })
      log.sets.set('z', [a])
      expect(query.feed?.filtersBySets).toBe(true)
      query.feed?.refresh()
      await settle()
      expect(shown()).toEqual([`ENTER ${a}@1`])
    })
  })

  it('is silent after it was closed', async () => {
    const { query, log } = await following()
    const feed = query.feed
    query.joined[0]?.membership.stop()
    const before = log.questions
    query.tell(log.write(a, { name: 'x' }))
    query.bus.onResync()
    feed?.refresh()
    await settle()
    expect(log.questions).toBe(before)
  })
})
