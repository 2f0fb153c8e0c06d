import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bus } from '../../../kit/bus/bus.ts'
import { writeChange } from '../../../schema/change-message.ts'
import { instanceTopic, type ChangeEvent } from '../../../schema/events.ts'
import { FeedReader } from '../reading/feed-reader.ts'
import { instanceLog } from '../feeds/instance-log.ts'
import type { LiveEvent } from '../feeds/live-event.ts'
import { Feed } from './feed.ts'
import { breakableBus } from '../testing/test-reader.ts'
import { TestLog } from '../testing/test-log.ts'

const ID = 'inst-0000000a'

const feedOf = (log: TestLog, bus: Bus) => new Feed(instanceLog({ bus, reader: new FeedReader(log) }, ID))

/** A feed that somebody's snapshot has brought to the present revision. */
async function following(bus: Bus & { onResync(): void } = breakableBus()) {
  const log = new TestLog()
  log.write(ID, {})
  const feed = feedOf(log, bus)
  const passed: LiveEvent[] = []
  let [gone, restarts] = [0, 0]
  feed.listeners.add({ event: (event) => passed.push(event), restart: () => restarts++, gone: () => gone++ })
  await feed.ready
  feed.known({ epoch: 'e1', position: 1 })
  return {
    ...{ log, bus, feed },
    passed: () => passed.map(({ type, position }) => `${type} ${position}`),
    gone: () => gone,
    restarts: () => restarts,
    tell: async (...changes: ChangeEvent[]) => {
      await bus.publish(changes.map((change) => ({ topic: instanceTopic(ID), payload: writeChange(change) })))
      await settle()
    },
  }
}

const settle = () => vi.advanceTimersByTimeAsync(500)

describe('Feed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('passes on what follows without asking the log', async () => {
    const { log, passed, tell } = await following()
    await tell(log.write(ID, {}), log.write(ID, {}))
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3'])
    expect(log.questions).toBe(0)
  })

  it('drops what it has passed on before', async () => {
    const { log, passed, tell } = await following()
    const [second, third] = [log.write(ID, {}), log.write(ID, {})]
    await tell(second, third, second, third)
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3'])
  })

  it('reads from the log what a gap leaves out, once', async () => {
    const { log, passed, tell } = await following()
    log.write(ID, {})
    log.write(ID, {})
    await tell(log.write(ID, {}), log.write(ID, {}))
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3', 'PROPS 4', 'PROPS 5'])
    expect(log.questions).toBeLessThanOrEqual(2)
  })

  it('sets messages right that come in the wrong order', async () => {
    const { log, passed, tell } = await following()
    await tell(...[log.write(ID, {}), log.write(ID, {}), log.write(ID, {})].toReversed())
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3', 'PROPS 4'])
  })

  it('looks at the log when the bus says that it may have lost something', async () => {
    const { log, bus, passed } = await following()
    log.write(ID, {})
    bus.onResync()
    await settle()
    expect(passed()).toEqual(['PROPS 2'])
  })

  it('looks once more when it is told to while it reads', async () => {
    const { log, feed, passed } = await following()
    log.answerMs = 20
    log.write(ID, {})
    void feed.catchUp()
    // Read at 10 ms, answered at 20.
    await vi.advanceTimersByTimeAsync(15)
    log.write(ID, {})
    void feed.catchUp()
    await settle()
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3'])
  })

  it('has everybody start over when a message is of another epoch, and goes on from there', async () => {
    const { log, passed, restarts, tell } = await following()
    log.write(ID, {})
    log.restore('e2', 1)
    await tell(log.write(ID, {}))
    expect([passed(), restarts()]).toEqual([[], 1])
    await tell(log.write(ID, {}))
    expect([passed(), restarts()]).toEqual([['PROPS 3'], 1])
  })

  it('says that the instance is gone when the log has none', async () => {
    const { log, feed, gone } = await following()
    log.remove(ID)
    void feed.catchUp()
    await settle()
    expect(gone()).toBe(1)
  })

  it('survives a log that cannot be read, and catches up when asked again', async () => {
    const { log, feed, passed } = await following()
    log.write(ID, {})
    log.failures = 1
    void feed.catchUp()
    await settle()
    expect(passed()).toEqual([])
    void feed.catchUp()
    await settle()
    expect(passed()).toEqual(['PROPS 2'])
  })

  it('goes on without a bus, tries again, and then reads what it missed', async () => {
    const working = breakableBus()
    let refusals = 2
    const bus = {
      ...working,
      subscribe: (...args: Parameters<Bus['subscribe']>) =>
        refusals-- > 0 ? Promise.reject(new Error('no broker')) : working.subscribe(...args),
    }
    const { log, passed, tell } = await following(bus)
    await tell(log.write(ID, {}))
    expect(passed()).toEqual([])
    await vi.advanceTimersByTimeAsync(2500)
    expect(passed()).toEqual(['PROPS 2'])
    await tell(log.write(ID, {}))
    expect(passed()).toEqual(['PROPS 2', 'PROPS 3'])
  })

  it('hears of changes before anybody has a state, and reads what the first state does not hold', async () => {
    const bus = breakableBus()
    const log = new TestLog()
    log.write(ID, {})
    const feed = feedOf(log, bus)
    const passed: LiveEvent[] = []
    feed.listeners.add({ event: (event) => passed.push(event), restart: () => {}, gone: () => {} })
    await feed.ready
    await bus.publish([{ topic: instanceTopic(ID), payload: writeChange(log.write(ID, {})) }])
    await settle()
    feed.known({ epoch: 'e1', position: 1 })
    await settle()
    expect(passed.map(({ position }) => position)).toEqual([2])
  })

  it('keeps for those who start what passes meanwhile, and nothing of another epoch', async () => {
    const { log, feed, restarts, tell } = await following()
    const held = feed.hold()
    const shown = (epoch: string, position: number) =>
      held.since({ epoch, position }).map((event) => `${event.type} ${event.epoch} ${event.position}`)
    await tell(log.write(ID, {}), log.write(ID, {}))
    expect(shown('e1', 2)).toEqual(['PROPS e1 3'])
    log.restore('e2', 2)
    await tell(log.write(ID, {}))
    expect([shown('e1', 3), shown('e2', 2), restarts()]).toEqual([[], [], 1])
    await tell(log.write(ID, {}))
    expect([shown('e1', 3), shown('e2', 2)]).toEqual([[], ['PROPS e2 3']])
    held.release()
    expect(shown('e1', 1)).toEqual([])
  })

  it('is silent after it was closed, also when it was still opening', async () => {
    const { log, feed, passed, tell } = await following()
    feed.close()
    await tell(log.write(ID, {}))
    await feed.catchUp()
    expect(passed()).toEqual([])
    const early = feedOf(log, breakableBus())
    early.close()
    await early.ready
  })
})
