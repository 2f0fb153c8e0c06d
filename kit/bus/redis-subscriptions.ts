import type { Redis } from 'ioredis'
import { AppError } from '../errors/app-error.ts'
import type { BusListener, BusLog, Unsubscribe } from './bus.ts'
import { Listeners } from './listeners.ts'

type Options = { keyPrefix: string; timeoutMs: number; log: BusLog | undefined }

/** `live` once the topic's SUBSCRIBE was acknowledged; until then `settle` is the promise of subscribe. */
type Subscription = BusListener & { live: boolean; settle: (error?: AppError) => void }

/** Topics per SUBSCRIBE: far below what Redis takes, large enough that 10,000 topics are a dozen commands. */
const topicsPerCommand = 1000

/**
 * Which topics the connection should have (`listeners`) and which it has (`held`). Nobody sends SUBSCRIBE or
 * UNSUBSCRIBE but `reconcile`, one round after the other: joins and leaves only mark their topic, and a round
 * compares wish and state when it starts. So a topic left and joined again, at whatever moment, ends up held, and
 * all topics marked in one turn of the event loop travel in one command.
 *
 * Connection: down -> (ready) held is empty, every topic is marked -> (round done) up. A listener that was live
 * before a break is told to look again when its topic is held again.
 */
export class RedisSubscriptions {
  private readonly redis: Redis
  private readonly options: Options
  private readonly listeners: Listeners<Subscription>
  private readonly held = new Set<string>()
  private readonly marked = new Set<string>()
  private reconciling = false
  private recovered = false
  private closed = false

  constructor(redis: Redis, options: Options) {
    this.redis = redis
    this.options = options
    this.listeners = new Listeners(options.log)
    const prefixLength = options.keyPrefix.length
    redis.on('message', (channel: string, payload: string) => {
      this.listeners.deliver(channel.slice(prefixLength), payload)
    })
    redis.on('ready', () => {
      this.marked.clear()
      const topics = this.listeners.topics()
      this.recovered = topics.length === 0
      for (const topic of topics) this.mark(topic)
    })
    redis.on('close', () => {
      this.recovered = false
      this.held.clear()
    })
  }

  /** Connected, and every topic that was asked for before the last break is held again. */
  complete(): boolean {
    return this.recovered
  }

  async add(topic: string, listener: BusListener): Promise<Unsubscribe> {
    const live = Promise.withResolvers<void>()
    const timer = setTimeout(() => {
      record.settle(unavailable(`no subscription to ${topic} within ${this.options.timeoutMs} ms`))
    }, this.options.timeoutMs)
    const record: Subscription = {
      live: false,
      message: (payload) => listener.message(payload),
      onResync: () => listener.onResync(),
      settle: (error) => {
        clearTimeout(timer)
        if (error === undefined) live.resolve()
        else live.reject(error)
      },
    }
    this.listeners.add(topic, record)
    if (this.held.has(topic)) this.goLive(topic, record)
    else this.mark(topic)
    try {
      await live.promise
    } catch (error) {
      this.remove(topic, record)
      throw error
    }
    return async () => this.remove(topic, record)
  }

  close(): void {
    this.closed = true
    for (const topic of this.listeners.topics()) {
      for (const record of this.listeners.of(topic)) record.settle(unavailable('the bus is closed'))
    }
    this.listeners.clear()
    this.marked.clear()
  }

  private remove(topic: string, record: Subscription): void {
    if (this.listeners.remove(topic, record)) this.mark(topic)
  }

  private mark(topic: string): void {
    if (this.closed) return
    this.marked.add(topic)
    this.wake()
  }

  private wake(): void {
    if (this.reconciling || this.marked.size === 0 || this.redis.status !== 'ready') return
    this.reconciling = true
    setImmediate(() => void this.reconcile())
  }

  private async reconcile(): Promise<void> {
    while (this.marked.size > 0 && this.redis.status === 'ready') {
      const topics = [...this.marked]
      this.marked.clear()
      const joining = topics.filter((topic) => this.listeners.has(topic) && !this.held.has(topic))
      const leaving = topics.filter((topic) => !this.listeners.has(topic) && this.held.has(topic))
      // Not held from the moment the command is sent: who joins meanwhile must ask again.
      for (const topic of leaving) this.held.delete(topic)
      try {
        await Promise.all([
          ...chunks(leaving).map((part) => this.redis.unsubscribe(...this.channels(part))),
          ...chunks(joining).map(async (part) => {
            await this.redis.subscribe(...this.channels(part))
            this.hold(part)
          }),
        ])
      } catch (error) {
        this.retryLater(topics, error)
        break
      }
      this.recovered ||= this.marked.size === 0 && this.redis.status === 'ready'
    }
    this.reconciling = false
    // After a round that failed there may be marks made while it was under way.
    this.wake()
  }

  /** The server answered. Newcomers go live; who was live before the connection broke may have missed something. */
  private hold(topics: string[]): void {
    for (const topic of topics) {
      this.held.add(topic)
      for (const record of [...this.listeners.of(topic)]) this.goLive(topic, record)
    }
  }

  private goLive(topic: string, record: Subscription): void {
    if (record.live) {
      this.listeners.onResync(topic, record)
    } else {
      record.live = true
      record.settle()
    }
  }

  /** A lost connection needs nothing here ('ready' marks every topic); a refusal by a living server does. */
  private retryLater(topics: string[], error: unknown): void {
    if (this.closed || this.redis.status !== 'ready') return
    this.options.log?.warn({ err: error, topics: topics.length }, 'Redis refused a subscription')
    setTimeout(() => topics.forEach((topic) => this.mark(topic)), 1000).unref()
  }

  private channels(topics: string[]): string[] {
    return topics.map((topic) => this.options.keyPrefix + topic)
  }
}

function chunks(topics: string[]): string[][] {
  const count = Math.ceil(topics.length / topicsPerCommand)
  return Array.from({ length: count }, (_, index) =>
    topics.slice(index * topicsPerCommand, (index + 1) * topicsPerCommand),
  )
}

function unavailable(internal: string): AppError {
  return new AppError('UNAVAILABLE', { public: 'Live updates are not available at the moment.', internal })
}
