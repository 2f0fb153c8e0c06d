import { AppError } from '../errors/app-error.ts'
import { withTimeout } from '../with-timeout.ts'
import type { Bus, BusListener, BusLog, BusMessage, Unsubscribe } from './bus.ts'
import { openConnection } from './redis-connection.ts'
import { RedisSubscriptions } from './redis-subscriptions.ts'

export type RedisBusOptions = {
  url: string
  log?: BusLog
  keyPrefix?: string
  publishTimeoutMs?: number
  subscribeTimeoutMs?: number
  heartbeatMs?: number
}

/** Beyond this Redis is not keeping up, and more of the same would only fill our memory. */
const inFlightBytesMax = 64 * 1024 * 1024

/**
 * The bus over Redis PUB/SUB: one connection that publishes and one that subscribes, for the whole process. Starts
 * connecting at once and keeps trying; `ready()` tells (see untilReady). A publish that takes longer than
 * `publishTimeoutMs` rejects although Redis may still deliver it: at worst a reader sees a revision twice.
 */
export function createRedisBus(options: RedisBusOptions): Bus {
  const { url, log, keyPrefix = 'marquee:', publishTimeoutMs = 900, subscribeTimeoutMs = 5000 } = options
  const { heartbeatMs = 2000 } = options
  const publishing = openConnection({ url, name: 'marquee-bus-publish', heartbeatMs, log })
  const subscribing = openConnection({ url, name: 'marquee-bus-subscribe', heartbeatMs, log })
  const publisher = publishing.redis
  const subscriptions = new RedisSubscriptions(subscribing.redis, { keyPrefix, timeoutMs: subscribeTimeoutMs, log })
  let inFlightBytes = 0
  let closed = false

  async function publish(messages: readonly BusMessage[]): Promise<void> {
    if (messages.length === 0) return
    if (closed) throw unavailable('the bus is closed')
    if (publisher.status !== 'ready') throw unavailable(`Redis is away (${publisher.status})`)
    const bytes = messages.reduce((sum, message) => sum + message.payload.length, 0)
    if (inFlightBytes > 0 && inFlightBytes + bytes > inFlightBytesMax) throw unavailable('Redis does not keep up')
    inFlightBytes += bytes
    const sent = send(messages).finally(() => (inFlightBytes -= bytes))
    await taken(sent, publishTimeoutMs)
  }

  async function send(messages: readonly BusMessage[]): Promise<void> {
    const [first] = messages
    if (first !== undefined && messages.length === 1) {
      await publisher.publish(keyPrefix + first.topic, first.payload)
      return
    }
    const pipeline = publisher.pipeline()
    for (const { topic, payload } of messages) pipeline.publish(keyPrefix + topic, payload)
    const failed = (await pipeline.exec())?.find(([error]) => error !== null)
    if (failed?.[0]) throw failed[0]
  }

  return {
    publish,
    async subscribe(topic: string, listener: BusListener): Promise<Unsubscribe> {
      if (closed) throw unavailable('the bus is closed')
      return await subscriptions.add(topic, listener)
    },
    ready: () => !closed && publisher.status === 'ready' && subscriptions.complete(),
    async close(): Promise<void> {
      if (closed) return
      closed = true
      subscriptions.close()
      await Promise.all([publishing.close(), subscribing.close()])
    },
  }
}

/** Resolves when Redis took it. Rejects with UNAVAILABLE, in time. */
async function taken(sent: Promise<void>, timeoutMs: number): Promise<void> {
  try {
    await withTimeout(sent, timeoutMs, () => unavailable(`no answer from Redis within ${timeoutMs} ms`))
  } catch (error) {
    throw error instanceof AppError ? error : unavailable('publishing failed', error)
  }
}

function unavailable(internal: string, cause?: unknown): AppError {
  return new AppError('UNAVAILABLE', { public: 'Live updates are not available at the moment.', internal, cause })
}
