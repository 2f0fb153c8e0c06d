import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { busContract, createReader, isUnavailable, roundTrip } from '../../../kit/bus/bus.contract.ts'
import { untilReady, type Bus } from '../../../kit/bus/bus.ts'
import { createRedisBus, type RedisBusOptions } from '../../../kit/bus/redis-bus.ts'

// These tests kill and freeze their server, so they start one of their own instead of using the suite's. Without one
// they are skipped with a loud line; in CI that is a failure.
const skipped = spawnSync('redis-server', ['--version']).error !== undefined && process.env['CI'] !== 'true'
if (skipped) process.stderr.write('\nSKIPPED: the tests of the Redis bus need redis-server on the PATH\n\n')

const folder = mkdtempSync(join(tmpdir(), 'marquee-redis-bus-'))
let port: number
let server: ChildProcess
let admin: Redis
const url = () => `redis://127.0.0.1:${port}`

describe.skipIf(skipped)('redis', () => {
  beforeAll(async () => {
    port = await freePort()
    await startServer()
    admin = new Redis(url(), { retryStrategy: () => 50 })
    admin.on('error', () => {})
  })
  afterAll(async () => {
    admin.disconnect()
    await stopServer()
    rmSync(folder, { recursive: true, force: true })
  })

  busContract('redis bus', {
    open: async (log) => ({ near: createRedisBus({ url: url(), log }), far: createRedisBus({ url: url(), log }) }),
    breakConnections: async () => {
      await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
      await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    },
  })

  describe('redis bus in trouble', () => {
    const open: Bus[] = []
    const createBus = (options: Partial<RedisBusOptions> = {}) => {
      const bus = createRedisBus({ url: url(), ...options })
      open.push(bus)
      return bus
    }
    afterEach(async () => {
      await Promise.all(open.splice(0).map((bus) => bus.close()))
    })

    it('rejects a publish at once while Redis is away, and delivers again when it is back', async () => {
      const warnings: string[] = []
      const bus = createBus({ log: { warn: (_, message) => warnings.push(message) } })
      const reader = createReader()
      await bus.subscribe('a', reader)
      await stopServer()
      await vi.waitFor(() => expect(bus.ready()).toBe(false))
      const startedAt = performance.now()
      const tries = Array.from({ length: 1000 }, () => bus.publish([{ topic: 'a', payload: 'lost' }]))
      const outcomes = await Promise.allSettled(tries)
      expect(performance.now() - startedAt).toBeLessThan(1000)
      expect(outcomes.every((outcome) => outcome.status === 'rejected' && isUnavailable(outcome.reason))).toBe(true)
      await startServer()
      await reader.looked(1)
      expect(await untilReady(bus, 5000)).toBe(true)
      await bus.publish([{ topic: 'a', payload: 'again' }])
      await reader.received(1)
      expect(reader.payloads).toEqual(['again'])
      expect(warnings.filter((text) => text === 'the bus lost Redis').length).toBeLessThanOrEqual(2)
    })

    it('makes a subscription that was asked for while Redis was away live as soon as it is back', async () => {
      await stopServer()
      const bus = createBus()
      const reader = createReader()
      const subscribed = bus.subscribe('early', reader)
      await startServer()
      await subscribed
      expect(await untilReady(bus, 5000)).toBe(true)
      await bus.publish([{ topic: 'early', payload: '1' }])
      await reader.received(1)
      expect(reader.looks).toBe(0)
    })

    it('gives up on a subscription in time, and forgets its listener', async () => {
      await stopServer()
      const bus = createBus({ subscribeTimeoutMs: 100 })
      const reader = createReader()
      await expect(bus.subscribe('never', reader)).rejects.toSatisfy(isUnavailable)
      await startServer()
      expect(await untilReady(bus, 5000)).toBe(true)
      await roundTrip(bus, bus)
      expect(await admin.pubsub('CHANNELS', 'marquee:never')).toEqual([])
    })

    it('answers within a second while Redis is frozen, and recovers', async () => {
      const bus = createBus({ heartbeatMs: 300 })
      const reader = createReader()
      await bus.subscribe('frozen', reader)
      expect(await untilReady(bus, 5000)).toBe(true)
      server.kill('SIGSTOP')
      const startedAt = performance.now()
      await expect(bus.publish([{ topic: 'frozen', payload: 'perhaps' }])).rejects.toSatisfy(isUnavailable)
      expect(performance.now() - startedAt).toBeLessThan(1000)
      await vi.waitFor(() => expect(bus.ready()).toBe(false), { timeout: 3000 })
      server.kill('SIGCONT')
      await reader.looked(1)
      expect(await untilReady(bus, 5000)).toBe(true)
      await bus.publish([{ topic: 'frozen', payload: 'thawed' }])
      await vi.waitFor(() => expect(reader.payloads.at(-1)).toBe('thawed'))
    })

    it('notices a connection whose other end vanished without a word', async () => {
      await using wire = await openWire(port)
      const bus = createBus({ url: `redis://127.0.0.1:${wire.port}`, heartbeatMs: 200 })
      const elsewhere = createBus()
      const reader = createReader()
      await bus.subscribe('b', reader)
      expect(await untilReady(elsewhere, 5000)).toBe(true)
      wire.goDead()
      await elsewhere.publish([{ topic: 'b', payload: 'into the void' }])
      await vi.waitFor(() => expect(bus.ready()).toBe(false), { timeout: 3000 })
      await sleep(500)
      wire.heal()
      await reader.looked(1)
      await elsewhere.publish([{ topic: 'b', payload: 'heard' }])
      await reader.received(1)
      expect(reader.payloads).toEqual(['heard'])
    })

    it('loses no topic when connections break while topics come and go', async () => {
      const bus = createBus()
      const readers = Array.from({ length: 200 }, createReader)
      for (let round = 0; round < 5; round++) {
        const passing = Array.from({ length: 200 }, (_, index) => bus.subscribe(`churn-${index}`, createReader()))
        const staying = readers.slice(round * 40, round * 40 + 40)
        const subscribed = staying.map((reader, index) => bus.subscribe(`churn-${round * 40 + index}`, reader))
        await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
        const leaves = await Promise.all(passing)
        await Promise.all(leaves.map((leave) => leave()))
        await Promise.all(subscribed)
      }
      expect(await untilReady(bus, 5000)).toBe(true)
      await roundTrip(bus, bus)
      await bus.publish(readers.map((_, index) => ({ topic: `churn-${index}`, payload: `${index}` })))
      await Promise.all(readers.map((reader) => reader.received(1)))
      expect(readers.map((reader) => reader.payloads)).toEqual(readers.map((_, index) => [`${index}`]))
    })

    it('closes promptly at whatever moment of losing and finding Redis', async () => {
      const reader = createReader()
      for (let round = 0; round < 12; round++) {
        const bus = createBus({ heartbeatMs: 50 })
        const subscribed = bus.subscribe('closing', reader).catch(isUnavailable)
        if (round % 3 > 0) await untilReady(bus, 5000)
        if (round % 2 > 0) await stopServer()
        await sleep(round * 10)
        const startedAt = performance.now()
        await bus.close()
        await subscribed
        expect(performance.now() - startedAt).toBeLessThan(1000)
        if (round % 2 > 0) await startServer()
      }
    })

    it('leaves nothing behind in Redis: no topic when the last listener left, no connection after close', async () => {
      const bus = createBus()
      const leaves = [await bus.subscribe('left', createReader()), await bus.subscribe('left', createReader())]
      expect(await admin.pubsub('CHANNELS', 'marquee:left')).toEqual(['marquee:left'])
      for (const leave of leaves) await leave()
      await vi.waitFor(async () => expect(await admin.pubsub('CHANNELS', 'marquee:*')).toEqual([]))
      await bus.close()
      await vi.waitFor(async () => expect(await admin.client('LIST')).not.toContain('marquee-bus'))
    })
  })
})

async function startServer(): Promise<void> {
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  server = spawn('redis-server', args, { stdio: 'ignore' })
  await vi.waitFor(async () => await reach(port), { timeout: 5000, interval: 20 })
}

async function stopServer(): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
}

async function reach(target: number): Promise<void> {
  const socket = connect(target, '127.0.0.1')
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.destroy()
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}

/** A TCP proxy that can swallow everything, also on new connections, without closing anything. */
async function openWire(target: number) {
  let dead = false
  const sockets = new Set<Socket>()
  const proxy = createServer((inside) => {
    const outside = connect(target, '127.0.0.1')
    for (const [from, to] of [[inside, outside] as const, [outside, inside] as const]) {
      sockets.add(from)
      const bornDead = dead
      from.on('data', (bytes) => void (dead || bornDead || to.write(bytes)))
      from.on('error', () => {})
      from.on('close', () => void (dead || bornDead || to.destroy()))
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => proxy.once('listening', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    goDead: () => void (dead = true),
    heal: () => void (dead = false),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
