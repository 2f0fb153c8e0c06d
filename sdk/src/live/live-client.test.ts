import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocketServer, type WebSocket as Peer } from 'ws'
import type { AddressInfo } from 'node:net'
import type { MarqueeError } from '../marquee-error.ts'
import type { DisplayState } from './display-state.ts'
import type { FeedState } from './feed.ts'
import { createLiveClient, type LiveClientOptions } from './live-client.ts'
import { timing } from './connection-state.ts'

type Frame = {
  id?: string
  type: string
  payload?: { variables?: Record<string, unknown>; query?: string; authorization?: string }
}

/** The other end of the wire, which says only what the test tells it to say. */
async function startPeer() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' })
  await new Promise((resolve) => server.once('listening', resolve))
  const frames: Frame[] = []
  let socket: Peer | undefined
  let mute = false
  let connections = 0
  server.on('connection', (peer) => {
    connections += 1
    socket = peer
    peer.on('message', (text) => {
      const frame = JSON.parse(String(text)) as Frame
      frames.push(frame)
      if (mute) return
      if (frame.type === 'connection_init') peer.send(JSON.stringify({ type: 'connection_ack' }))
      if (frame.type === 'ping') peer.send(JSON.stringify({ type: 'pong' }))
    })
  })
  const send = (message: object) => socket?.send(JSON.stringify(message))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    frames,
    get connections() {
      return connections
    },
    subscriptions: () => frames.filter(({ type }) => type === 'subscribe'),
    next: (id: string, event: object) => send({ id, type: 'next', payload: { data: { displayChanged: event } } }),
    send,
    mute: (on: boolean) => (mute = on),
    drop: (code = 1012) => socket?.close(code),
    cut: () => socket?.terminate(),
    stop: () => {
      for (const peer of server.clients) peer.terminate()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

const event = (revision: number, rest: object = {}) => ({
  type: 'PROPS',
  cursor: `c${revision}`,
  revision,
  at: '2026-01-01T00:00:00.000Z',
  effectiveProps: null,
  patch: null,
  lifecycle: 'ACTIVE',
  bundleUrl: null,
  ...rest,
})
const snapshot = (revision: number, props: object) => event(revision, { type: 'SNAPSHOT', effectiveProps: props })

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function setUp(options: Partial<LiveClientOptions> = {}) {
  const peer = await startPeer()
  cleanups.push(peer.stop)
  const client = createLiveClient({ url: peer.url, random: () => 0, ...options })
  cleanups.push(client.close)
  const states: FeedState[] = []
  const errors: MarqueeError[] = []
  const shown: DisplayState[] = []
  const follow = () =>
    client.display('inst-00000000', {
      onChange: (state) => shown.push(state),
      onState: (state) => states.push(state),
      onError: (error) => errors.push(error),
    })
  const until = (check: () => void) => vi.waitFor(check, { timeout: 3_000, interval: 5 })
  return { peer, client, follow, states, errors, shown, until }
}

describe('createLiveClient', () => {
  it('introduces itself with the key, shows the snapshot and follows the patches', async () => {
    const { peer, follow, shown, states, until } = await setUp({ key: 'secret' })
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    expect(peer.frames[0]).toEqual({ type: 'connection_init', payload: { authorization: 'Bearer secret' } })
    expect(peer.subscriptions()[0]!.payload!.variables).toEqual({ instanceId: 'inst-00000000', since: null })
    peer.next('1', snapshot(3, { a: 1, b: 2 }))
    peer.next('1', event(4, { patch: { b: null } }))
    await until(() => expect(shown.at(-1)).toMatchObject({ revision: 4, props: { a: 1 } }))
    expect(states).toEqual(['live'])
  })

  it('counts as live when the server has read the subscription, though nothing happens', async () => {
    const { follow, states, until } = await setUp()
    follow()
    await until(() => expect(states).toEqual(['live']))
  })

  it('comes back after a lost connection and resumes where it was', async () => {
    const { peer, follow, shown, states, until } = await setUp()
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    peer.next('1', snapshot(3, { a: 1 }))
    await until(() => expect(shown).toHaveLength(1))
    peer.cut()
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    expect(peer.subscriptions()[1]!.payload!.variables).toMatchObject({ since: 'c3' })
    peer.next('2', event(3, { effectiveProps: { a: 'old' } }))
    peer.next('2', event(4, { patch: { a: 2 } }))
    await until(() => expect(shown.map(({ props }) => props)).toEqual([{ a: 1 }, { a: 2 }]))
    expect(states).toEqual(['live', 'offline', 'live'])
  })

  it('begins with the state that the page came with, keeps it, and resumes from its cursor', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    }
    const { peer, client, shown, until } = await setUp({ storage })
    const initial = {
      revision: 3,
      cursor: 'c3',
      at: '2026-01-01T00:00:00.000Z',
      props: { a: 1 },
      lifecycle: 'ACTIVE',
      bundleUrl: null,
      deleted: false,
    }
    const feed = client.display('inst-00000000', { initial, onChange: (state) => shown.push(state) })
    expect(shown).toEqual([initial])
    await until(() =>
      expect(peer.subscriptions()[0]?.payload?.variables).toEqual({ instanceId: 'inst-00000000', since: 'c3' }),
    )
    feed.stop()
    expect([...kept.values()].map((text) => JSON.parse(text) as unknown)).toEqual([initial])
    client.display('inst-00000000', { initial: { revision: 'no state' }, onChange: (state) => shown.push(state) })
    expect(shown).toEqual([initial, initial])
  })

  it('asks for what is missing as soon as it sees a gap, and for everything when that does not help', async () => {
    const { peer, follow, shown, until } = await setUp()
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    peer.next('1', snapshot(3, { a: 1 }))
    peer.next('1', event(6, { patch: { a: 6 } }))
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    expect(peer.frames.some(({ id, type }) => id === '1' && type === 'complete')).toBe(true)
    expect(peer.subscriptions()[1]!.payload!.variables).toMatchObject({ since: 'c3' })
    peer.next('1', event(4, { patch: { a: 'from the feed that was left' } }))
    peer.next('2', event(6, { patch: { a: 6 } }))
    await until(() => expect(peer.subscriptions()).toHaveLength(3))
    expect(peer.subscriptions()[2]!.payload!.variables).toMatchObject({ since: null })
    peer.next('3', snapshot(6, { a: 6 }))
    await until(() => expect(shown.map(({ revision }) => revision)).toEqual([3, 6]))
  })

  it('subscribes again when the server ends the feed, and with the cursor when it was too slow', async () => {
    const { peer, follow, until } = await setUp()
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    peer.next('1', snapshot(3, {}))
    peer.send({ id: '1', type: 'complete' })
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    peer.send({
      id: '2',
      type: 'error',
      payload: [{ message: 'Slow.', extensions: { code: 'SLOW_CONSUMER', retryable: true } }],
    })
    await until(() => expect(peer.subscriptions()).toHaveLength(3))
    expect(peer.subscriptions()[2]!.payload!.variables).toMatchObject({ since: 'c3' })
  })

  it('starts again without a cursor that the server does not know', async () => {
    const { peer, follow, shown, until } = await setUp()
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    peer.next('1', snapshot(9, { a: 1 }))
    peer.cut()
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    peer.send({ id: '2', type: 'error', payload: [{ message: 'Old.', extensions: { code: 'CURSOR_EXPIRED' } }] })
    await until(() => expect(peer.subscriptions()).toHaveLength(3))
    expect(peer.subscriptions()[2]!.payload!.variables).toMatchObject({ since: null })
    peer.next('3', snapshot(2, { restored: true }))
    await until(() => expect(shown.at(-1)).toMatchObject({ revision: 2 }))
  })

  it('ends a feed that was refused and says why, while the others go on', async () => {
    const { peer, client, follow, errors, states, until } = await setUp()
    follow()
    client.display('inst-11111111', { onChange: () => undefined })
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    peer.send({
      id: '1',
      type: 'error',
      payload: [{ message: 'No such instance.', extensions: { code: 'NOT_FOUND' } }],
    })
    await until(() => expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]))
    expect(states.at(-1)).toBe('offline')
    peer.cut()
    await until(() => expect(peer.subscriptions()).toHaveLength(3))
    expect(peer.subscriptions()[2]!.payload!.variables).toMatchObject({ instanceId: 'inst-11111111' })
  })

  it('ends all feeds when the server closes for good, and asks for a new key when it expired', async () => {
    const keys = ['old', 'new']
    const asked: boolean[] = []
    const { peer, follow, errors, until } = await setUp({
      getKey: ({ refused }) => {
        asked.push(refused)
        return keys[asked.length - 1]
      },
    })
    follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    peer.drop(4403)
    await until(() => expect(peer.subscriptions()).toHaveLength(2))
    expect(asked).toEqual([false, true])
    expect(
      peer.frames.filter(({ type }) => type === 'connection_init').map(({ payload }) => payload!.authorization),
    ).toEqual(['Bearer old', 'Bearer new'])
    peer.drop(4401)
    await until(() => expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]))
    expect(peer.connections).toBe(2)
  })

  it('leaves a connection whose other end has gone silent', async () => {
    const before = { ...timing }
    Object.assign(timing, { pingEveryMs: 30, pongWithinMs: 30 })
    cleanups.push(() => Object.assign(timing, before))
    const { peer, follow, states, until } = await setUp()
    follow()
    await until(() => expect(states).toEqual(['live']))
    peer.mute(true)
    await until(() => expect(states).toEqual(['live', 'offline']))
    peer.mute(false)
    await until(() => expect(peer.connections).toBeGreaterThan(1))
  })

  it('starts from the kept state without network, and forgets it when it is not to be seen any more', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    }
    const first = await setUp({ storage })
    const feed = first.follow()
    await first.until(() => expect(first.peer.subscriptions()).toHaveLength(1))
    first.peer.next('1', snapshot(3, { a: 1 }))
    await first.until(() => expect(first.shown).toHaveLength(1))
    feed.stop()
    expect(kept.size).toBe(1)

    const second = await setUp({ storage })
    second.follow()
    expect(second.shown).toMatchObject([{ revision: 3, props: { a: 1 } }])
    await second.until(() => expect(second.peer.subscriptions()).toHaveLength(1))
    expect(second.peer.subscriptions()[0]!.payload!.variables).toMatchObject({ since: 'c3' })
    second.peer.send({ id: '1', type: 'error', payload: [{ message: 'No.', extensions: { code: 'NOT_FOUND' } }] })
    await second.until(() => expect(second.errors).toHaveLength(1))
    expect(kept.size).toBe(0)
  })

  it('hangs up after the last feed and opens again for the next', async () => {
    const { peer, follow, until } = await setUp()
    const feed = follow()
    await until(() => expect(peer.subscriptions()).toHaveLength(1))
    feed.stop()
    follow()
    await until(() => expect(peer.connections).toBe(2))
  })
})
