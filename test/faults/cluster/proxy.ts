import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * What a link does to the bytes on it.
 *
 *   delay    every chunk arrives `ms` later, in order
 *   cut      connections are reset, new ones too
 *   stall    nothing passes, nothing is lost: it arrives when the link is whole again (a network that was away)
 *   swallow  bytes of one direction, or of both, vanish, and nobody is told (a middlebox that forgot the connection)
 */
export type Trouble =
  | { type: 'delay'; ms: number }
  | { type: 'cut' }
  | { type: 'stall' }
  | { type: 'swallow'; direction: 'both' | 'up' | 'down' }

export type Proxy = {
  readonly port: number
  trouble(trouble: Trouble): void
  heal(): void
  close(): Promise<void>
}

type Lane = {
  from: Socket
  to: Socket
  queue: { bytes: Buffer; at: number }[]
  queued: number
  timer: NodeJS.Timeout | undefined
  lost: boolean
}
type Pair = { up: Lane; down: Lane; over: 'no' | 'ended' | 'reset' }

const queuedMax = 1024 * 1024

/**
 * A TCP proxy on 127.0.0.1 in front of a port. A direction that has once swallowed bytes never speaks again, not even
 * after `heal`: a stream with a hole in it would be garbage, which no network hands over. While a link is stalled or
 * swallows, no end learns that the other has closed; it does when the link is whole.
 */
export async function openProxy(target: { port: number }): Promise<Proxy> {
  const pairs = new Set<Pair>()
  let trouble: Trouble | null = null

  function receive(lane: Lane, direction: 'up' | 'down', bytes: Buffer): void {
    if (trouble?.type === 'swallow' && (trouble.direction === 'both' || trouble.direction === direction))
      lane.lost = true
    if (lane.lost) return
    lane.queue.push({ bytes, at: performance.now() + (trouble?.type === 'delay' ? trouble.ms : 0) })
    lane.queued += bytes.length
    if (lane.queued > queuedMax) lane.from.pause()
    pump(lane)
  }

  function pump(lane: Lane): void {
    clearTimeout(lane.timer)
    if (trouble?.type === 'stall') return
    for (let [next] = lane.queue; next; [next] = lane.queue) {
      const wait = next.at - performance.now()
      if (wait > 0) {
        lane.timer = setTimeout(() => pump(lane), wait)
        return
      }
      if (lane.to.writableNeedDrain) return
      lane.queue.shift()
      lane.queued -= next.bytes.length
      if (!lane.to.destroyed) lane.to.write(next.bytes)
    }
    lane.from.resume()
  }

  function closed(pair: Pair, hadError: boolean): void {
    if (pair.over === 'no') pair.over = hadError ? 'reset' : 'ended'
    if (trouble?.type !== 'stall' && trouble?.type !== 'swallow') finish(pair)
  }

  function finish(pair: Pair): void {
    pairs.delete(pair)
    for (const lane of [pair.up, pair.down]) {
      clearTimeout(lane.timer)
      if (lane.to.destroyed) continue
      if (pair.over === 'reset') lane.to.resetAndDestroy()
      else lane.to.end(Buffer.concat(lane.queue.map(({ bytes }) => bytes)))
    }
  }

  const makeLane = (from: Socket, to: Socket): Lane => ({
    from,
    to,
    queue: [],
    queued: 0,
    timer: undefined,
    lost: false,
  })
  const server = createServer({ noDelay: true }, (client) => {
    client.on('error', () => {})
    if (trouble?.type === 'cut') return void client.resetAndDestroy()
    const upstream = connect({ port: target.port, host: '127.0.0.1', noDelay: true })
    upstream.on('error', () => {})
    const pair: Pair = { up: makeLane(client, upstream), down: makeLane(upstream, client), over: 'no' }
    pairs.add(pair)
    for (const direction of ['up', 'down'] as const) {
      const lane = pair[direction]
      lane.from.on('data', (bytes) => receive(lane, direction, bytes))
      lane.to.on('drain', () => pump(lane))
      lane.from.on('close', (hadError) => closed(pair, hadError))
    }
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))

  const resetAll = () => {
    for (const pair of [...pairs]) {
      pair.over = 'reset'
      finish(pair)
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    trouble(next) {
      trouble = next
      if (next.type === 'cut') resetAll()
    },
    heal() {
      trouble = null
      for (const pair of [...pairs]) {
        pump(pair.up)
        pump(pair.down)
        if (pair.over !== 'no') finish(pair)
      }
    },
    async close() {
      const isClosed = new Promise((resolve) => server.close(resolve))
      resetAll()
      await isClosed
    },
  }
}
