import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

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
  port: number
  trouble(trouble: Trouble): void
  heal(): void
  close(): Promise<void>
}

type Direction = 'up' | 'down'
type Piece = { bytes: Buffer | null; at: number }
type Lane = { from: Socket; to: Socket; direction: Direction; queue: Piece[]; timer: NodeJS.Timeout | undefined; lost: boolean }

const queuedMax = 1024 * 1024

/**
 * A TCP proxy on 127.0.0.1 in front of `target`. A direction that has once swallowed bytes never speaks again, not even
 * after `heal`: a stream with a hole in it would be garbage, which no network hands over. What was closed meanwhile is
 * then closed at the other end too; what both ends still believe in stays, deaf.
 */
export async function openProxy(target: { port: number }): Promise<Proxy> {
  const lanes = new Set<Lane>()
  let trouble: Trouble | null = null

  const swallows = (direction: Direction) =>
    trouble?.type === 'swallow' && (trouble.direction === 'both' || trouble.direction === direction)

  function enqueue(lane: Lane, bytes: Buffer | null): void {
    if (swallows(lane.direction)) lane.lost = true
    if (lane.lost && bytes !== null) return
    const { type } = trouble ?? { type: null }
    // The end of a stream that lost bytes is not told while the link is broken.
    const waits = type === 'stall' || (lane.lost && type === 'swallow')
    lane.queue.push({ bytes, at: waits ? Infinity : performance.now() + (trouble?.type === 'delay' ? trouble.ms : 0) })
    if (lane.queue.reduce((sum, piece) => sum + (piece.bytes?.length ?? 0), 0) > queuedMax) lane.from.pause()
    pump(lane)
  }

  function pump(lane: Lane): void {
    clearTimeout(lane.timer)
    lane.timer = undefined
    for (let [next] = lane.queue; next; [next] = lane.queue) {
      const wait = next.at - performance.now()
      if (wait > 0) {
        if (wait !== Infinity) lane.timer = setTimeout(() => pump(lane), wait)
        return
      }
      if (next.bytes !== null && lane.to.writableNeedDrain) return
      lane.queue.shift()
      if (next.bytes === null) lane.to.end()
      else lane.to.write(next.bytes)
    }
    lane.from.resume()
  }

  function join(from: Socket, to: Socket, direction: Direction): void {
    const lane: Lane = { from, to, direction, queue: [], timer: undefined, lost: false }
    lanes.add(lane)
    from.on('data', (bytes) => enqueue(lane, bytes))
    from.on('end', () => enqueue(lane, null))
    to.on('drain', () => pump(lane))
    from.on('error', () => {})
    from.on('close', (hadError) => {
      lanes.delete(lane)
      const isTold = !lane.lost && trouble?.type !== 'stall' && !swallows(direction)
      if (hadError && isTold) to.resetAndDestroy()
      else if (isTold && lane.queue.length === 0) to.end()
      else lane.queue.push({ bytes: null, at: Infinity })
      if (!to.destroyed && !isTold) orphans.add(lane)
      else if (!to.destroyed) pump(lane)
    })
  }
  const orphans = new Set<Lane>()

  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (trouble?.type === 'cut') {
      client.on('error', () => {})
      client.resetAndDestroy()
      return
    }
    const upstream = connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    join(client, upstream, 'up')
    join(upstream, client, 'down')
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))

  const resetAll = () => {
    for (const { from, to } of [...lanes, ...orphans]) {
      if (!from.destroyed) from.resetAndDestroy()
      if (!to.destroyed) to.resetAndDestroy()
    }
    orphans.clear()
  }

  return {
    port: (server.address() as AddressInfo).port,
    trouble(next) {
      trouble = next
      if (next.type === 'cut') resetAll()
    },
    heal() {
      trouble = null
      for (const lane of lanes) {
        for (const piece of lane.queue) piece.at = Math.min(piece.at, 0)
        pump(lane)
      }
      for (const { to, queue, lost } of orphans) {
        for (const { bytes } of lost ? [] : queue) if (bytes !== null) to.write(bytes)
        to.end()
      }
      orphans.clear()
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      resetAll()
      await closed
    },
  }
}
