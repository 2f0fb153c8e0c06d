import { Redis } from 'ioredis'
import { fullJitter } from '../pure/time/backoff.ts'
import type { BusLog } from './bus.ts'

export type ConnectionOptions = {
  url: string
  name: string
  /** What it is for, as the log says it. */
  purpose?: string
  /** A connection that answers no PING within this time is dead, whatever TCP believes. */
  heartbeatMs: number
  log: BusLog | undefined
}

/** `close` resolves when the socket is gone, so that nothing outlives it. */
export type RedisConnection = { redis: Redis; close(): Promise<void> }

/**
 * An ioredis client that never queues for later: what cannot be sent now fails now, and a lost connection fails what
 * was under way. Reconnects for ever with full jitter between 50 ms and 2 s.
 *
 * What it hides: a connection whose other end vanished without a word (a NAT entry, a pulled cable) would look alive
 * for 15 minutes, hence the PING, which RESP3 keeps apart from the messages of a subscription; ioredis bounds the TCP
 * connect but not the handshake after it; errors are logged once per outage, not once per try.
 */
export function openConnection({
  url,
  name,
  purpose = 'the bus',
  heartbeatMs,
  log,
}: ConnectionOptions): RedisConnection {
  let failing = false
  let lastError: Error | undefined
  const redis = new Redis(url, {
    connectionName: name,
    enableOfflineQueue: false,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    // How long a broken socket may linger before it is destroyed: nothing new can start until it is gone.
    disconnectTimeout: 200,
    retryStrategy: (attempt) => 50 + fullJitter(attempt, { baseMs: 50, capMs: 2000 }),
  })
  redis.on('error', (error: Error) => {
    lastError = error
  })
  redis.on('reconnecting', () => {
    if (!failing) log?.warn({ err: lastError, connection: name }, `${purpose} lost Redis`)
    failing = true
  })
  redis.on('ready', () => {
    if (failing) log?.warn({ connection: name }, `${purpose} has Redis again`)
    failing = false
    lastError = undefined
  })
  const stopHeartbeat = startHeartbeat(redis, heartbeatMs)
  const close = async () => {
    stopHeartbeat()
    // Between two tries there is no socket, and ioredis emits no 'end' for the try that it will not make.
    const socketless = redis.status === 'reconnecting' || redis.status === 'end'
    const ended = new Promise<void>((resolve) => redis.once('end', resolve))
    redis.disconnect()
    if (!socketless) await ended
  }
  return { redis, close }
}

function startHeartbeat(redis: Redis, heartbeatMs: number): () => void {
  let waitingForPong = false
  let shakingHands = false
  const timer = setInterval(() => {
    const dead = (redis.status === 'ready' && waitingForPong) || (redis.status === 'connect' && shakingHands)
    shakingHands = redis.status === 'connect' && !dead
    waitingForPong = redis.status === 'ready' && !dead
    if (dead) redis.disconnect(true)
    else if (waitingForPong) void redis.ping().then(answered, answered)
  }, heartbeatMs)
  const answered = () => {
    waitingForPong = false
  }
  timer.unref()
  return () => clearInterval(timer)
}
