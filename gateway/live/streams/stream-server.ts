import type { FastifyReply } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { AccessWatch } from '../sockets/access-watch.ts'
import type { Holdings, Release } from '../sockets/holdings.ts'
import type { LiveHub, SubscribeRequest } from '../hub.ts'
import { StreamConnection } from './stream-connection.ts'
import type { StreamFormat } from './stream-format.ts'

export type StreamServerOptions = {
  hub: Pick<LiveHub, 'subscribe'>
  format(error: unknown, requestId: string): GraphQLFormattedError
  /** Whether this process has as many connections as it may; sockets count too. */
  isFull(): boolean
  /** Counts streams as sockets are counted: by address and principal, and their subscriptions by viewer. */
  holdings: Holdings
  /** Ends streams whose access changes. */
  access: Pick<AccessWatch, 'watch'>
  heartbeatMs: number
}

/** What setTimeout can wait for; a stream that old is ended, and comes back. */
const timeoutMsMax = 2 ** 31 - 1
const retryAfterMs = 5000

/** Subscriptions over HTTP of this process, for clients behind proxies that let no WebSocket through: the same hub, groups and bounds. */
export class StreamServer {
  readonly #options: StreamServerOptions
  readonly #connections = new Set<StreamConnection>()
  readonly #heart: NodeJS.Timeout
  #isLeaving = false

  constructor(options: StreamServerOptions) {
    this.#options = options
    this.#heart = setInterval(() => {
      for (const connection of this.#connections) connection.heartbeat()
    }, options.heartbeatMs)
    this.#heart.unref()
  }

  get size(): number {
    return this.#connections.size
  }

  /** Answers with the feed, for as long as both sides want. Throws UNAVAILABLE where there is no room for it, and while the process leaves; RATE_LIMITED or LIMIT_REACHED where its client has all it may. */
  open(request: SubscribeRequest & { address: string }, reply: FastifyReply, streamFormat: StreamFormat): void {
    const { hub, format, isFull } = this.#options
    if (this.#isLeaving)
      throw new AppError('UNAVAILABLE', {
        public: 'The server restarts. Try again in a moment.',
        details: { retryAfterMs },
      })
    if (isFull())
      throw new AppError('UNAVAILABLE', {
        public: 'This process has as many connections as it may. Try again in a moment.',
        details: { retryAfterMs },
      })
    const release = this.#counted(request)
    const headers = reply.getHeaders() as Record<string, string>
    reply.hijack()
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': streamFormat.contentType,
      'cache-control': 'no-store',
      // For nginx, which would keep it to itself until there is enough of it.
      'x-accel-buffering': 'no',
    })
    const timers: NodeJS.Timeout[] = []
    let unwatch: Release = () => {}
    const connection = new StreamConnection(reply.raw, streamFormat, () => {
      this.#connections.delete(connection)
      release()
      unwatch()
      for (const timer of timers) clearTimeout(timer)
    })
    this.#connections.add(connection)
    const { requestId, viewer } = request.caller
    const fail = (error: unknown) => connection.end([format(error, requestId)])
    unwatch = this.#options.access.watch(request.caller, () =>
      fail(new AppError('UNAUTHENTICATED', { public: 'Access has changed: connect again.' })),
    )
    if (viewer.expiresAt) {
      const expire = () => fail(new AppError('UNAUTHENTICATED', { public: 'The token has expired.' }))
      timers.push(setTimeout(expire, Math.min(viewer.expiresAt.getTime() - Date.now(), timeoutMsMax)))
    }
    try {
      connection.follow(hub.subscribe(request, connection))
    } catch (error) {
      fail(error)
    }
  }

  #counted({ caller: { viewer }, address }: SubscribeRequest & { address: string }): Release {
    const { holdings } = this.#options
    holdings.requireRoom(address)
    const subscription = holdings.subscription(viewer, address)
    const principal = holdings.principal(viewer)
    if (principal === null) {
      subscription()
      throw new AppError('RATE_LIMITED', {
        public: 'The principal has as many connections open as it may.',
        details: { retryAfterMs },
      })
    }
    const connection = holdings.connection(address)
    return () => [connection, principal, subscription].forEach((release) => release())
  }

  /** Tells every client to come back (to another process), then cuts those that do not read it. */
  async stop(): Promise<void> {
    this.#isLeaving = true
    clearInterval(this.#heart)
    for (const connection of this.#connections) connection.restart()
    const deadline = Date.now() + 1000
    while (this.#connections.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
    for (const connection of this.#connections) connection.destroy()
  }
}
