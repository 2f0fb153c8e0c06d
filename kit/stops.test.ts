import { describe, expect, it } from 'vitest'
import { createLogger } from './log.ts'
import { Stopped, Stops } from './stops.ts'

const setUp = () => new Stops(createLogger({ level: 'silent', name: 'test' }))

describe('Stops', () => {
  it('stops parts in reverse order, each after the one before has finished', async () => {
    const stops = setUp()
    const seen: string[] = []
    for (const name of ['database', 'bus', 'http']) {
      stops.add(name, async () => {
        seen.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(`${name} ends`)
      })
    }
    expect(await stops.stop()).toBe(true)
    expect(seen).toEqual(['http begins', 'http ends', 'bus begins', 'bus ends', 'database begins', 'database ends'])
  })

  it('goes on to the next part when one throws or hangs, and says that it was not clean', async () => {
    const stops = setUp()
    const seen: string[] = []
    stops.add('last', () => seen.push('last'))
    stops.add('hangs', () => new Promise(() => {}), { limitMs: 10 })
    stops.add('throws', () => {
      throw new Error('no')
    })
    expect(await stops.stop()).toBe(false)
    expect(seen).toEqual(['last'])
  })

  it('interrupts what is being started, waits for it, and stops what it had started by then', async () => {
    const stops = setUp()
    const seen: string[] = []
    const start = async () => {
      const interrupted = new Promise<void>((resolve) => stops.signal.addEventListener('abort', () => resolve()))
      stops.add('first', () => seen.push('first'))
      await interrupted
      stops.add('second', () => seen.push('second'))
      await stops.unlessStopped(new Promise(() => {}))
    }
    const starting = stops.during(start())
    const stopped = stops.stop()
    await expect(starting).rejects.toThrow(Stopped)
    expect(await stopped).toBe(true)
    expect(seen).toEqual(['second', 'first'])
  })

  it('stops each part once however often it is asked, and one that comes too late as well', async () => {
    const stops = setUp()
    let count = 0
    stops.add('part', () => count++)
    await Promise.all([stops.stop(), stops.stop()])
    stops.add('late', () => count++)
    expect(count).toBe(2)
  })

  it('abandons what has not stopped, the part that is being stopped included', async () => {
    const stops = setUp()
    const abandoned: string[] = []
    for (const name of ['never reached', 'hangs', 'stopped']) {
      stops.add(name, () => (name === 'hangs' ? new Promise(() => {}) : null), { abandon: () => abandoned.push(name) })
    }
    void stops.stop()
    await new Promise((resolve) => setImmediate(resolve))
    stops.abandon()
    expect(abandoned.toSorted()).toEqual(['hangs', 'never reached'])
  })
})
