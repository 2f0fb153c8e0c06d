import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLogger } from './log.ts'
import { createShutdown, EXIT_BUG } from './shutdown.ts'
import { Stops } from './stops.ts'

function setUp({ deadlineMs = 60_000 } = {}) {
  const exits: number[] = []
  const lines: { level: string; err?: { message: string } }[] = []
  const host = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) })
  const log = createLogger({
    level: 'error',
    name: 'test',
    destination: { write: (line: string) => lines.push(JSON.parse(line)) },
  })
  const stops = new Stops(log)
  const clock = { now: 0 }
  const shutdown = createShutdown({ log, stops, deadlineMs, host, now: () => clock.now })
  const exited = () => expect.poll(() => exits.length).toBe(1)
  return { exits, exited, lines, host, stops, clock, shutdown }
}
const hang = () => new Promise<void>(() => {})

describe('createShutdown', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('stops everything on %s and ends with 0', async (signal) => {
    const { exits, exited, host, stops } = setUp()
    let how: unknown
    stops.add('part', (given) => (how = given))
    host.emit(signal)
    await exited()
    expect([how, exits]).toEqual([{ hurried: false }, [0]])
  })

  it('ends with 1 where a part did not stop cleanly, and with the given code where there is one', async () => {
    for (const [given, expected] of [
      [0, 1],
      [70, 70],
    ] as const) {
      const { exits, stops, shutdown } = setUp()
      stops.add('throws', () => Promise.reject(new Error('no')))
      await shutdown.run('test', given)
      expect(exits).toEqual([expected])
    }
  })

  it('takes Ctrl-C from the terminal and from npm for one wish, and ends at once when it is asked again', () => {
    const { exits, host, stops, clock } = setUp()
    let abandoned = 0
    stops.add('hangs', hang, { abandon: () => abandoned++ })
    host.emit('SIGINT')
    host.emit('SIGINT')
    expect(exits).toEqual([])
    clock.now = 1500
    host.emit('SIGINT')
    expect([exits, abandoned]).toEqual([[130], 1])
  })

  it('ends at its deadline, and abandons what would outlive it', async () => {
    const { exits, exited, host, stops } = setUp({ deadlineMs: 20 })
    let abandoned = 0
    stops.add('hangs', hang, { abandon: () => abandoned++ })
    host.emit('SIGTERM')
    await exited()
    expect([exits, abandoned]).toEqual([[1], 1])
  })

  it('takes an error that nobody caught for a bug: said once, with its cause, in a hurry, and another code', async () => {
    const { exits, exited, lines, host, stops } = setUp()
    let how: unknown
    stops.add('part', (given) => (how = given))
    host.emit('uncaughtException', new Error('the bug', { cause: new Error('the cause') }), 'unhandledRejection')
    host.emit('uncaughtException', new Error('its echo'), 'uncaughtException')
    await exited()
    expect([how, exits]).toEqual([{ hurried: true }, [EXIT_BUG]])
    expect(lines.filter(({ level }) => level === 'fatal')).toEqual([
      expect.objectContaining({
        err: expect.objectContaining({ message: expect.stringContaining('the bug: the cause') }),
      }),
    ])
  })
})
