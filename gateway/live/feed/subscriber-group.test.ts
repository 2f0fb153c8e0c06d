import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Delivery, ID, propsOf, shown } from '../testing/test-delivery.ts'

const settle = () => vi.advanceTimersByTimeAsync(500)

describe('SubscriberGroup', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends the present state first, then every change', async () => {
    const delivery = new Delivery()
    delivery.write({})
    const { reader } = delivery.join()
    await settle()
    delivery.tell(delivery.write({}), delivery.write({}))
    await settle()
    expect(shown(reader.frames)).toEqual(['SNAPSHOT 2', 'PROPS 3', 'PROPS 4'])
  })

  it('resumes after `since` without a snapshot', async () => {
    const delivery = new Delivery()
    for (let count = 0; count < 3; count++) delivery.write({})
    const { reader } = delivery.join({ epoch: 'e1', position: 2 })
    await settle()
    expect(shown(reader.frames)).toEqual(['PROPS 3', 'PROPS 4'])
  })

  it('misses nothing that happens while a reader that is up to date is starting', async () => {
    const delivery = new Delivery()
    delivery.log.answerMs = 10
    delivery.join()
    await settle()
    const { reader } = delivery.join({ epoch: 'e1', position: 1 })
    // The log has been read for it at 5 ms and answers at 10.
    await vi.advanceTimersByTimeAsync(6)
    delivery.tell(delivery.write({}))
    await settle()
    expect(shown(reader.frames)).toEqual(['PROPS 2'])
  })

  it('answers RESYNC and a snapshot to `since` of another epoch, and to one that the log no longer reaches', async () => {
    const delivery = new Delivery()
    for (let count = 0; count < 3; count++) delivery.write({})
    delivery.log.prune(ID)
    const readers = [delivery.join({ epoch: 'e0', position: 2 }), delivery.join({ epoch: 'e1', position: 2 })]
    await settle()
    for (const { reader } of readers) expect(shown(reader.frames)).toEqual(['RESYNC 4', 'SNAPSHOT 4'])
  })

  it('starts everybody over when the epoch changes, also those who were up to date when somebody else noticed', async () => {
    const delivery = new Delivery()
    delivery.write({})
    const first = delivery.join()
    await settle()
    delivery.log.restore('e2', 1)
    const second = delivery.join()
    await settle()
    expect(shown(first.reader.frames)).toEqual(['SNAPSHOT 2', 'RESYNC 1', 'SNAPSHOT 1'])
    delivery.tell(delivery.write({}))
    await settle()
    expect(shown(first.reader.frames).at(-1)).toBe('PROPS 2')
    expect(shown(second.reader.frames).at(-1)).toBe('PROPS 2')
  })

  it('gives a slow reader what it missed, in order, once it has drained, and the others no less meanwhile', async () => {
    const delivery = new Delivery()
    const [slow, quick] = [delivery.join(), delivery.join()]
    await settle()
    slow.reader.slow = true
    delivery.tell(delivery.write({}), delivery.write({}))
    await settle()
    expect(shown(quick.reader.frames)).toEqual(['SNAPSHOT 1', 'PROPS 2', 'PROPS 3'])
    expect(shown(slow.reader.frames)).toEqual(['SNAPSHOT 1'])
    slow.reader.slow = false
    slow.membership.drained()
    await settle()
    expect(shown(slow.reader.frames)).toEqual(['SNAPSHOT 1', 'PROPS 2', 'PROPS 3'])
  })

  it('gives a slow display the newest state only, and RESYNC first where that is of another epoch', async () => {
    const delivery = new Delivery({ conflates: true })
    delivery.write({})
    const { reader, membership } = delivery.join()
    await settle()
    const drain = async () => {
      reader.slow = false
      membership.drained()
      await settle()
    }
    reader.slow = true
    for (let count = 0; count < 5; count++) delivery.tell(delivery.write({}))
    await settle()
    await drain()
    expect(shown(reader.frames)).toEqual(['SNAPSHOT 2', 'SNAPSHOT 7'])
    reader.slow = true
    delivery.tell(delivery.write({}))
    await settle()
    delivery.log.restore('e2', 5)
    await drain()
    expect(shown(reader.frames).slice(2, 4)).toEqual(['RESYNC 3', 'SNAPSHOT 3'])
    expect(propsOf(reader.frames.at(-1))).toEqual({ n: 3 })
  })

  it('keeps changes in order while what they ask of the graph is fetched', async () => {
    const delivery = new Delivery({ fetchMs: 50 })
    const { reader } = delivery.join()
    await settle()
    for (let count = 0; count < 10; count++) delivery.tell(delivery.write({}))
    await settle()
    expect(shown(reader.frames)).toEqual([
      'SNAPSHOT 1',
      ...Array.from({ length: 10 }, (_, index) => `PROPS ${index + 2}`),
    ])
  })

  it('loses nothing when changes come faster than they can be fetched', async () => {
    const delivery = new Delivery({ fetchMs: 50 })
    const { reader } = delivery.join()
    await settle()
    for (let count = 0; count < 200; count++) delivery.tell(delivery.write({}))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(shown(reader.frames)).toEqual([
      'SNAPSHOT 1',
      ...Array.from({ length: 200 }, (_, index) => `PROPS ${index + 2}`),
    ])
  })

  it('sends nothing to a reader that left while it was starting, and forgets the instance with the last one', async () => {
    const delivery = new Delivery()
    const { reader, membership } = delivery.join()
    membership.stop()
    expect(delivery.isFollowing).toBe(false)
    delivery.tell(delivery.write({}))
    await settle()
    expect([reader.frames, reader.ended]).toEqual([[], 'no'])
    membership.stop()
    membership.drained()
  })

  it('ends with NOT_FOUND where there is nothing, or nothing for this viewer', async () => {
    const missing = new Delivery()
    missing.log.remove(ID)
    const hidden = new Delivery()
    hidden.write({ visibility: 'PRIVATE' })
    for (const delivery of [missing, hidden]) {
      const { reader } = delivery.join()
      await settle()
      expect([reader.frames, reader.ended]).toEqual([
        [],
        [{ message: 'There is no such instance, or it is not yours to see.' }],
      ])
      expect(delivery.isFollowing).toBe(false)
    }
  })

  it('ends without showing the change that took the instance from the viewer', async () => {
    const delivery = new Delivery()
    const { reader } = delivery.join()
    await settle()
    delivery.tell(delivery.write({ visibility: 'PRIVATE' }))
    await settle()
    expect(shown(reader.frames)).toEqual(['SNAPSHOT 1'])
    expect(reader.ended).toEqual([{ message: 'There is no such instance, or it is not yours to see.' }])
  })

  it('completes after DELETED, also where its answer had to be fetched', async () => {
    for (const fetchMs of [null, 20]) {
      const delivery = new Delivery({ fetchMs })
      const { reader } = delivery.join()
      await settle()
      delivery.tell(delivery.log.write(ID, { effectiveProps: { n: 2 } }, 'DELETED'))
      await settle()
      expect([shown(reader.frames), reader.ended]).toEqual([['SNAPSHOT 1', 'DELETED 2'], 'complete'])
      expect(delivery.isFollowing).toBe(false)
    }
  })

  it('ends a reader whose start could not be read from the log, with the reason', async () => {
    const delivery = new Delivery()
    delivery.log.failures = 1
    const { reader } = delivery.join()
    await settle()
    expect(reader.ended).toEqual([{ message: 'the log cannot be read' }])
  })
})
