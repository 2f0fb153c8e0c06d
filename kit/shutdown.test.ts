import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLogger } from './log.ts'
import { createShutdown } from './shutdown.ts'

function setUp() {
  const exits: number[] = []
  const signals = new EventEmitter()
  const host = Object.assign(signals, { exit: (code: number) => void exits.push(code) })
  const log = createLogger({ level: 'silent', name: 'test' })
  return { exits, signals, shutdown: createShutdown(log, host) }
}

describe('createShutdown', () => {
  it('stops parts in reverse order, each after the one before has finished, then ends with 0', async () => {
    const { exits, signals, shutdown } = setUp()
    const seen: string[] = []
    for (const name of ['database', 'bus', 'http']) {
      shutdown.add(name, async () => {
        seen.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(`${name} ends`)
      })
    }
    signals.emit('SIGTERM')
    await shutdown.run('again')
    expect(seen).toEqual(['http begins', 'http ends', 'bus begins', 'bus ends', 'database begins', 'database ends'])
    expect(exits).toEqual([0])
  })

  it('goes on to the next part when one throws or hangs, and ends with 1', async () => {
    const { exits, shutdown } = setUp()
    const seen: string[] = []
    shutdown.add('last', () => seen.push('last'))
    shutdown.add('hangs', () => new Promise(() => {}), 10)
    shutdown.add('throws', () => {
      throw new Error('no')
    })
    await shutdown.run('test')
    expect(seen).toEqual(['last'])
    expect(exits).toEqual([1])
  })

  it('ends at once on a second signal', () => {
    const { exits, signals, shutdown } = setUp()
    shutdown.add('hangs', () => new Promise(() => {}))
    signals.emit('SIGINT')
    expect(exits).toEqual([])
    signals.emit('SIGINT')
    expect(exits).toEqual([130])
  })

  it('stops a part that was still starting when the signal came', async () => {
    const { signals, shutdown } = setUp()
    let stopped = false
    signals.emit('SIGTERM')
    shutdown.add('late', () => (stopped = true))
    await shutdown.run('again')
    expect(stopped).toBe(true)
  })

  it('stops each part once however often it is asked', async () => {
    const { shutdown, exits } = setUp()
    let count = 0
    shutdown.add('part', () => count++)
    await Promise.all([shutdown.run('a'), shutdown.run('b')])
    expect(count).toBe(1)
    expect(exits).toEqual([0])
  })
})
