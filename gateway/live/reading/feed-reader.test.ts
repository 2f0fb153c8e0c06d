import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FeedRequest } from '../../../schema/events.ts'
import { FeedReader } from './feed-reader.ts'
import { TestLog } from '../testing/test-log.ts'

const idOf = (index: number) => `inst-${index.toString(36).padStart(8, '0')}`

/** A log of so many instances that writes down what it was asked. */
function logOf(count: number) {
  const log = new TestLog()
  for (let index = 0; index < count; index++) log.write(idOf(index), {})
  const asked: FeedRequest[][] = []
  const reader = new FeedReader({
    readFeeds: (requests) => {
      asked.push([...requests])
      return log.readFeeds(requests)
    },
  })
  const snapshot = (index: number) => reader.read({ instanceId: idOf(index), since: null })
  return { log, asked, reader, snapshot }
}

describe('FeedReader', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks at once for a reader that is alone', async () => {
    const { asked, snapshot } = logOf(1)
    const slice = snapshot(0)
    await vi.advanceTimersByTimeAsync(0)
    expect((await slice).head?.state.id).toBe(idOf(0))
    expect(asked).toHaveLength(1)
  })

  it('makes one question of what is asked in one turn, and gives each its own answer', async () => {
    const { asked, reader, snapshot } = logOf(100)
    const slices = Promise.all(Array.from({ length: 100 }, (_, index) => snapshot(index)))
    await vi.advanceTimersByTimeAsync(0)
    expect((await slices).map(({ instanceId, head }) => [instanceId, head?.state.id])).toEqual(
      Array.from({ length: 100 }, (_, i) => [idOf(i), idOf(i)]),
    )
    expect(asked).toHaveLength(1)
    expect(reader.queries).toBe(1)
  })

  it('asks equal questions once, and those with another `since` each', async () => {
    const { asked, reader } = logOf(1)
    const since = (revision: number, epoch = 'e1') => reader.read({ instanceId: idOf(0), since: { epoch, revision } })
    const slices = Promise.all([since(1), since(1), since(1, 'e0'), reader.read({ instanceId: idOf(0), since: null })])
    await vi.advanceTimersByTimeAsync(0)
    expect((await slices).map(({ resync }) => resync)).toEqual([false, false, true, false])
    expect(asked.map((requests) => requests.length)).toEqual([3])
  })

  it('gathers what is asked while a question is under way: 5,000 that come back together are a handful of questions', async () => {
    const { log, asked, snapshot } = logOf(5000)
    log.answerMs = 100
    const slices = Array.from({ length: 5000 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index / 10))
      return snapshot(index)
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await Promise.all(slices)).every(({ head }, index) => head?.state.id === idOf(index))).toBe(true)
    expect(asked.length).toBeLessThan(10)
    expect(Math.max(...asked.map((requests) => requests.length))).toBeLessThanOrEqual(2000)
  })

  it('never answers with what was read before the question', async () => {
    const { log, snapshot } = logOf(1)
    log.answerMs = 20
    const early = snapshot(0)
    await vi.advanceTimersByTimeAsync(15)
    log.write(idOf(0), {})
    const late = snapshot(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect([(await early).head?.state.revision, (await late).head?.state.revision]).toEqual([1, 2])
  })

  it('tells all who wait for a question that fails, and asks anew for those who come after', async () => {
    const { log, snapshot } = logOf(2)
    log.failures = 1
    const failed = Promise.allSettled([snapshot(0), snapshot(1)])
    await vi.advanceTimersByTimeAsync(0)
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const again = snapshot(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect((await again).head?.state.id).toBe(idOf(0))
  })
})
