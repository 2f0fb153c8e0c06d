import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveQuery, setOf, shownSet } from '../testing/test-live-query.ts'

const [a, b] = ['inst-0000000a', 'inst-0000000b']
const settle = () => vi.advanceTimersByTimeAsync(500)

/** A live query over active instances, of which there is one. */
function queryOfOne(options: ConstructorParameters<typeof LiveQuery>[0] = {}) {
  const query = new LiveQuery(options)
  query.log.write(a, { lifecycle: 'ACTIVE' })
  query.log.write(b, { lifecycle: 'CREATED' })
  return query
}

describe('SetGroup', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells a reader that starts all that matches, and where that ends; after RESYNC for one that comes back', async () => {
    const query = queryOfOne()
    const [first, again] = [query.join(), query.join(true)]
    await settle()
    expect(shownSet(first.reader.frames)).toEqual([`SNAPSHOT ${a}@1`, 'CAUGHT_UP'])
    expect(shownSet(again.reader.frames)).toEqual(['RESYNC', `SNAPSHOT ${a}@1`, 'CAUGHT_UP'])
  })

  it('tells those who follow of an instance that a newcomer saw first', async () => {
    const query = queryOfOne()
    const { reader } = query.join()
    await settle()
    query.tell(query.log.write(b, { lifecycle: 'ACTIVE' }))
    const newcomer = query.join()
    await settle()
    expect(shownSet(reader.frames)).toEqual([`SNAPSHOT ${a}@1`, 'CAUGHT_UP', `ENTER ${b}@2`])
    expect(shownSet(newcomer.reader.frames)).toEqual([`SNAPSHOT ${a}@1`, `SNAPSHOT ${b}@2`, 'CAUGHT_UP'])
  })

  it('does not tell a newcomer again, or older, what its snapshot holds, however long the answers take', async () => {
    const query = queryOfOne({ fetchMs: 200 })
    query.join()
    await vi.advanceTimersByTimeAsync(1000)
    query.tell(query.log.write(a, { name: 'x' }))
    await vi.advanceTimersByTimeAsync(60)
    query.log.write(a, { name: 'y' })
    const newcomer = query.join()
    await vi.advanceTimersByTimeAsync(2000)
    expect(shownSet(newcomer.reader.frames)).toEqual([`SNAPSHOT ${a}@3`, 'CAUGHT_UP'])
  })

  it('asks for what a snapshot does not carry for many instances at a time', async () => {
    const query = queryOfOne({ filter: {}, fetchMs: 200 })
    for (let index = 0; index < 100; index += 1) query.log.write(`inst-1${String(index).padStart(7, '0')}`, {})
    const { reader } = query.join()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(setOf(reader.frames)).toEqual(query.truth)
    expect(reader.frames).toHaveLength(103)
  })

  it('keeps for a slow reader the newest of each instance, as what first changed', async () => {
    const query = queryOfOne()
    const { reader, membership } = query.join()
    await settle()
    reader.slow = true
    for (const part of [{ name: 'x' }, { name: 'y' }, { name: 'z' }]) {
      query.tell(query.log.write(a, part), query.log.write(b, { ...part, lifecycle: 'ACTIVE' }))
      await settle()
    }
    reader.slow = false
    membership.drained()
    await settle()
    expect(shownSet(reader.frames.slice(2))).toEqual([`UPDATE ${a}@4`, `ENTER ${b}@4`])
  })

  it('tells a slow reader that something left and came back in that order', async () => {
    const query = queryOfOne()
    const { reader, membership } = query.join()
    await settle()
    reader.slow = true
    for (const lifecycle of ['ACTIVE', 'PAUSED', 'ACTIVE'] as const) {
      query.tell(query.log.write(a, { lifecycle }))
      await settle()
    }
    reader.slow = false
    membership.drained()
    await settle()
    expect(setOf(reader.frames)).toEqual(new Map([[a, 4]]))
  })

  it('ends a reader that does not keep up at all with SLOW_CONSUMER', async () => {
    const query = queryOfOne({ filter: {}, heldMax: 10 })
    const [slow, quick] = [query.join(), query.join()]
    await settle()
    slow.reader.slow = true
    query.tell(...Array.from({ length: 11 }, (_, index) => query.log.write(`inst-1000000${index.toString(36)}`, {})))
    await settle()
    expect(slow.reader.ended).toEqual([{ message: 'The reader does not keep up.' }])
    expect([setOf(quick.reader.frames), quick.reader.ended]).toEqual([query.truth, 'no'])
  })

  it('sends nothing to a reader that left while it was starting, and forgets the query with the last one', async () => {
    const query = queryOfOne()
    const { reader, membership } = query.join()
    membership.stop()
    expect(query.feed).toBeNull()
    await settle()
    expect([reader.frames, reader.ended]).toEqual([[], 'no'])
    membership.stop()
  })

  it('ends a reader whose snapshot could not be read, with the reason', async () => {
    const query = queryOfOne()
    query.log.failures = 1
    const { reader } = query.join()
    await settle()
    expect(reader.ended).toEqual([{ message: 'the log cannot be read' }])
  })
})
