import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Limits } from '../../kit/limits.ts'
import type { Logger } from '../../kit/log.ts'
import { Tally } from '../../kit/pure/tally.ts'
import type { AccessWatch } from '../live/sockets/access-watch.ts'
import type { Release } from '../live/sockets/holdings.ts'
import type { Sender } from '../trusted/run.ts'
import type { Backend } from './backend.ts'
import type * as SessionServer from './session-server.ts'

export type McpLimits = Pick<
  Limits,
  'mcpSessionsPerProcess' | 'mcpSessionsPerPrincipal' | 'mcpSessionIdleMs' | 'mcpSubscriptionsPerSession'
>

export type SessionsOptions = {
  backend: Backend<Sender>
  access: Pick<AccessWatch, 'watch'>
  limits: McpLimits
  log: Logger
}

type SessionLibrary = typeof SessionServer

/** A client that asks now, and what it sent with this request. */
export type McpSender = Sender & { principalId: string }

const retryAfterMs = 5000
/** How often idle sessions are looked for. */
const sweepMs = 1000
/** What setTimeout can wait for. */
const timeoutMsMax = 2 ** 31 - 1

/**
 * The MCP sessions of this process. A session belongs to the principal that opened it, and ends when its client deletes
 * it, when nothing was asked for too long, when what its principal may do changes, when its token expires, and when the
 * process leaves; its client then opens another one, as the protocol has it.
 */
export class McpSessions {
  readonly #options: SessionsOptions
  readonly #sessions = new Map<string, McpSession>()
  readonly #principals = new Tally()
  readonly #sweep: NodeJS.Timeout
  #isLeaving = false

  constructor(options: SessionsOptions) {
    this.#options = options
    this.#sweep = setInterval(
      () => {
        for (const session of this.#sessions.values())
          if (session.idleMs() > options.limits.mcpSessionIdleMs) session.close()
      },
      Math.min(sweepMs, options.limits.mcpSessionIdleMs),
    )
    this.#sweep.unref()
  }

  get size(): number {
    return this.#sessions.size
  }

  /** Throws NOT_FOUND for a session that there is not, or that is another principal's. */
  find(id: string, { principalId }: McpSender): McpSession {
    const session = this.#sessions.get(id)
    if (session?.principalId === principalId) return session
    throw new AppError('NOT_FOUND', { public: 'There is no such session: initialize a new one.' })
  }

  /** Throws UNAVAILABLE where there is no room in the process, RATE_LIMITED where its principal has all it may. */
  async open(sender: McpSender): Promise<McpSession> {
    const { limits, access } = this.#options
    // Most installations never open one: the protocol's library is loaded with the first.
    const { createMcpServer, StreamableHTTPServerTransport } = await import('./session-server.ts')
    if (this.#isLeaving || this.#sessions.size >= limits.mcpSessionsPerProcess)
      throw new AppError('UNAVAILABLE', {
        public: 'This process takes no more MCP sessions now. Try again in a moment.',
        details: { retryAfterMs },
      })
    if (!this.#principals.take(sender.principalId, limits.mcpSessionsPerPrincipal))
      throw new AppError('RATE_LIMITED', {
        public: `One principal has at most ${limits.mcpSessionsPerPrincipal} MCP sessions: end one with DELETE.`,
        details: { retryAfterMs },
      })
    const id = randomUUID()
    const releases: Release[] = []
    const session = new McpSession(
      id,
      sender,
      this.#options,
      { createMcpServer, StreamableHTTPServerTransport },
      () => {
        if (!this.#sessions.delete(id)) return
        this.#principals.release(sender.principalId)
        for (const release of releases) release()
      },
    )
    this.#sessions.set(id, session)
    releases.push(access.watch(sender.caller, () => session.close()))
    const { expiresAt } = sender.caller.viewer
    if (expiresAt) {
      const timer = setTimeout(
        () => session.close(),
        Math.max(0, Math.min(expiresAt.getTime() - Date.now(), timeoutMsMax)),
      )
      timer.unref()
      releases.push(() => clearTimeout(timer))
    }
    await session.start()
    return session
  }

  stop(): void {
    this.#isLeaving = true
    clearInterval(this.#sweep)
    for (const session of this.#sessions.values()) session.close()
  }
}

/** One client's session: its server, and the responses that are open for it. */
export class McpSession {
  readonly principalId: string
  readonly transport: StreamableHTTPServerTransport
  readonly #start: () => Promise<void>
  readonly #log: Logger
  readonly #open = new Set<ServerResponse>()
  /** The response that carries notifications, while there is one. */
  #notified: ServerResponse | null = null
  readonly #held = new Map<string, () => Promise<void>>()
  #lastAskedAt = performance.now()

  constructor(
    id: string,
    sender: McpSender,
    { backend, limits, log }: SessionsOptions,
    { createMcpServer, StreamableHTTPServerTransport: Transport }: SessionLibrary,
    onClose: () => void,
  ) {
    this.principalId = sender.principalId
    this.#log = log
    this.transport = new Transport({ sessionIdGenerator: () => id })
    const mcp = createMcpServer<Sender>({
      backend,
      senderOf: ({ authInfo }) => authInfo?.extra as Sender,
      subscriptionsMax: limits.mcpSubscriptionsPerSession,
      notify: (uri, send) => this.#notify(uri, send),
    })
    this.#start = async () => {
      await mcp.connect(this.transport)
      const { onclose } = this.transport
      this.transport.onclose = () => {
        onclose?.()
        onClose()
      }
    }
  }

  start(): Promise<void> {
    return this.#start()
  }

  /** Since its client last asked; 0 while something is on its way to it. */
  idleMs(): number {
    return this.#open.size > 0 ? 0 : performance.now() - this.#lastAskedAt
  }

  /** A response is written for this session, until it closes. */
  opened(response: ServerResponse, carriesNotifications: boolean): void {
    this.#lastAskedAt = performance.now()
    this.#open.add(response)
    if (carriesNotifications && this.#notified === null) {
      this.#notified = response
      response.on('drain', () => this.#flush())
      onHeaders(response, () => this.#flush())
    }
    response.once('close', () => {
      this.#lastAskedAt = performance.now()
      this.#open.delete(response)
      if (this.#notified === response) this.#notified = null
    })
  }

  close(): void {
    this.transport.close().catch((error: unknown) => this.#log.debug({ err: error }, 'an MCP session broke'))
  }

  /**
   * One notice for each resource waits for a client that does not read, or whose stream is not open: it says to look
   * again, so one is enough.
   */
  #notify(uri: string, send: () => Promise<void>): void {
    this.#held.set(uri, send)
    this.#flush()
  }

  /** The transport drops what it is given while no stream is open. */
  #flush(): void {
    for (const [uri, send] of this.#held) {
      if (!this.#notified?.headersSent || this.#notified.writableNeedDrain) return
      this.#held.delete(uri)
      send().catch((error: unknown) => this.#log.debug({ err: error }, 'an MCP client was not told'))
    }
  }
}

/** Calls back when the headers of a response have been written; Node has no event for it. */
function onHeaders(response: ServerResponse, written: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const same = writeHead(...args)
    process.nextTick(written)
    return same
  }
}
