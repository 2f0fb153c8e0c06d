import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAppError } from '../errors/app-error.ts'
import { untilReady, type Bus, type BusLog } from './bus.ts'

export type BusHarness = {
  /** Two ends of one bus: of a process with itself, or of two processes. */
  open(log: BusLog): Promise<{ near: Bus; far: Bus }>
  /** Cuts every connection of both ends; they may come back at once. Absent where nothing can break. */
  breakConnections?(): Promise<void>
}

/** What every adapter promises. Run over the memory bus in *.test.ts and over Redis in test/integration. */
export function busContract(name: string, harness: BusHarness): void {
  describe(name, () => {
    let near: Bus
    let far: Bus
    let warnings: object[]

    beforeEach(async () => {
      warnings = []
      const ends = await harness.open({ warn: (details) => warnings.push(details) })
      near = ends.near
      far = ends.far
      expect(await untilReady(near, 5000)).toBe(true)
      expect(await untilReady(far, 5000)).toBe(true)
    })
    afterEach(async () => {
      await near.close()
      await far.close()
    })

    it('delivers what is published right after subscribe resolved', async () => {
      for (let round = 0; round < 50; round++) {
        const reader = createReader()
        await near.subscribe(`topic-${round}`, reader)
        await far.publish([{ topic: `topic-${round}`, payload: `${round}` }])
        await reader.received(1)
        expect(reader.payloads).toEqual([`${round}`])
      }
    })

    it('hands payloads over unchanged, whatever characters they hold', async () => {
      const short = ['', '\0', 'a\r\nb', '*1\r\n$4\r\nPING', '🚌 “Haltestelle” é', '{"x":null}']
      const payloads = [...short, 'y'.repeat(300_000)]
      const reader = createReader()
      await near.subscribe('a:b c/ü', reader)
      for (const payload of payloads) await far.publish([{ topic: 'a:b c/ü', payload }])
      await reader.received(payloads.length)
      expect(reader.payloads).toEqual(payloads)
    })

    it('gives a message to every listener of its topic and to nobody else', async () => {
      const readers = [createReader(), createReader(), createReader()]
      const other = createReader()
      for (const reader of readers) await near.subscribe('shared', reader)
      await near.subscribe('shared-too', other)
      await far.publish([{ topic: 'shared', payload: '1' }])
      await Promise.all(readers.map((reader) => reader.received(1)))
      await far.publish([{ topic: 'shared-too', payload: 'end' }])
      await other.received(1)
      expect(readers.map((reader) => reader.payloads)).toEqual([['1'], ['1'], ['1']])
      expect(other.payloads).toEqual(['end'])
    })

    it('keeps a topic alive when one of its listeners leaves', async () => {
      const [leaver, stayer] = [createReader(), createReader()]
      const leave = await near.subscribe('shared', leaver)
      await near.subscribe('shared', stayer)
      await leave()
      await leave()
      await roundTrip(near, far)
      await far.publish([{ topic: 'shared', payload: 'still here' }])
      await stayer.received(1)
      expect(leaver.payloads).toEqual([])
    })

    it('counts one listener subscribed twice as two', async () => {
      const reader = createReader()
      const leave = await near.subscribe('twice', reader)
      await near.subscribe('twice', reader)
      await far.publish([{ topic: 'twice', payload: 'a' }])
      await reader.received(2)
      await leave()
      await far.publish([{ topic: 'twice', payload: 'b' }])
      await reader.received(3)
      await roundTrip(near, far)
      expect(reader.payloads).toEqual(['a', 'a', 'b'])
    })

    it('survives leaving and joining the same topic in every order', async () => {
      for (let round = 0; round < 30; round++) {
        const first = createReader()
        const second = createReader()
        const leave = await near.subscribe('flicker', first)
        const left = leave()
        if (round % 3 === 1) await left
        if (round % 3 === 2) await new Promise((resolve) => setImmediate(resolve))
        const leaveSecond = await near.subscribe('flicker', second)
        await far.publish([{ topic: 'flicker', payload: `${round}` }])
        await second.received(1)
        expect(first.payloads).toEqual([])
        await leaveSecond()
      }
    })

    it('is silent for a listener from the moment it leaves', async () => {
      const reader = createReader()
      const leave = await near.subscribe('quiet', reader)
      const published = near.publish([{ topic: 'quiet', payload: 'too late' }])
      const left = leave()
      await Promise.all([published, left])
      await roundTrip(near, far)
      expect(reader.payloads).toEqual([])
    })

    it('keeps the order of publishing within a topic', async () => {
      const reader = createReader()
      await near.subscribe('ordered', reader)
      const expected = Array.from({ length: 3000 }, (_, index) => `${index}`)
      const published: Promise<void>[] = []
      for (let index = 0; index < 3000; index += index % 2 === 0 ? 1 : 5) {
        const size = index % 2 === 0 ? 1 : 5
        const messages = expected.slice(index, index + size).map((payload) => ({ topic: 'ordered', payload }))
        published.push(far.publish(messages))
      }
      await Promise.all(published)
      await reader.received(3000)
      expect(reader.payloads).toEqual(expected)
    })

    it('carries 10,000 topics, all in one publish', { timeout: 20_000 }, async () => {
      const reader = createReader()
      const topics = Array.from({ length: 10_000 }, (_, index) => `many-${index}`)
      const leaves = await Promise.all(topics.map((topic) => near.subscribe(topic, reader)))
      await far.publish(topics.map((topic) => ({ topic, payload: topic })))
      await reader.received(10_000)
      expect(new Set(reader.payloads)).toEqual(new Set(topics))
      await Promise.all(leaves.map((leave) => leave()))
      await roundTrip(near, far)
      await far.publish([{ topic: 'many-7', payload: 'nobody is there' }])
      await roundTrip(near, far)
      expect(reader.payloads).toHaveLength(10_000)
    })

    it('lets no listener that throws harm another', async () => {
      const reader = createReader()
      const thrower = {
        message: () => {
          throw new Error('a bug in a listener')
        },
        onResync: () => {},
      }
      await near.subscribe('risky', thrower)
      await near.subscribe('risky', reader)
      await far.publish([
        { topic: 'risky', payload: '1' },
        { topic: 'risky', payload: '2' },
      ])
      await reader.received(2)
      expect(warnings).toHaveLength(2)
    })

    it('never calls a listener from inside publish or subscribe', async () => {
      const reader = createReader()
      await near.subscribe('later', reader)
      const published = near.publish([{ topic: 'later', payload: '1' }])
      expect(reader.payloads).toEqual([])
      await published
      const nested = createReader()
      const echo = {
        message: (payload: string) => {
          void near.publish([{ topic: 'echo', payload }])
          expect(nested.payloads).toEqual([])
        },
        onResync: () => {},
      }
      await near.subscribe('echo', nested)
      await near.subscribe('later', echo)
      await near.publish([{ topic: 'later', payload: '2' }])
      await nested.received(1)
      expect(warnings).toEqual([])
    })

    it('has nothing to say about an empty publish', async () => {
      await expect(near.publish([])).resolves.toBeUndefined()
    })

    it('ends everything at close', async () => {
      const reader = createReader()
      await near.subscribe('over', reader)
      await near.close()
      await near.close()
      expect(near.ready()).toBe(false)
      await expect(near.subscribe('over', reader)).rejects.toSatisfy(isUnavailable)
      await expect(near.publish([{ topic: 'over', payload: '1' }])).rejects.toSatisfy(isUnavailable)
      if (far !== near) {
        await far.publish([{ topic: 'over', payload: '2' }])
        await roundTrip(far, far)
      }
      expect(reader.payloads).toEqual([])
      expect(reader.looks).toBe(0)
    })

    const breakConnections = harness.breakConnections
    it.runIf(breakConnections)('tells every listener to look again after a break, and goes on', async () => {
      const readers = Array.from({ length: 2500 }, createReader)
      await Promise.all(readers.map((reader, index) => near.subscribe(`after-${index}`, reader)))
      await breakConnections?.()
      await Promise.all(readers.map((reader) => reader.looked(1)))
      expect(await untilReady(far, 5000)).toBe(true)
      expect(await untilReady(near, 5000)).toBe(true)
      await far.publish(readers.map((_, index) => ({ topic: `after-${index}`, payload: 'again' })))
      await Promise.all(readers.map((reader) => reader.received(1)))
      expect(readers.every((reader) => reader.looks === 1)).toBe(true)
    })
  })
}

export function isUnavailable(error: unknown): boolean {
  return isAppError(error) && error.code === 'UNAVAILABLE'
}

/** A listener that remembers, and promises that resolve at the n-th call. */
export function createReader() {
  const waiting = new Set<() => boolean>()
  const settle = () => {
    for (const check of waiting) if (check()) waiting.delete(check)
  }
  const when = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (condition()) resolve()
        return condition()
      }
      if (!check()) waiting.add(check)
    })
  const reader = {
    payloads: [] as string[],
    looks: 0,
    message: (payload: string) => {
      reader.payloads.push(payload)
      settle()
    },
    onResync: () => {
      reader.looks += 1
      settle()
    },
    received: (count: number) => when(() => reader.payloads.length >= count),
    looked: (count: number) => when(() => reader.looks >= count),
  }
  return reader
}

let trips = 0

/** Everything that `from` published before has reached `to` when this is done. */
export async function roundTrip(to: Bus, from: Bus): Promise<void> {
  const reader = createReader()
  const topic = `round-trip-${(trips += 1)}`
  const leave = await to.subscribe(topic, reader)
  await from.publish([{ topic, payload: '' }])
  await reader.received(1)
  await leave()
}
