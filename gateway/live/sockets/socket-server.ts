import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GraphQLFormattedError } from 'graphql'
import { WebSocketServer, type WebSocket } from 'ws'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { AllowedOrigins } from '../../../kit/http/request/allowed-origins.ts'
import type { ClientAddress } from '../../../kit/http/request/client-address.ts'
import { requestIdOf } from '../../../kit/http/request/request-id.ts'
import { TokenBucket } from '../../../kit/pure/time/token-bucket.ts'
import { LiveConnection, type ConnectionDeps } from './live-connection.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

export type SocketServerDeps = ConnectionDeps & { origins: AllowedOrigins; addresses: ClientAddress }

export const socketPath = '/graphql'
const subprotocol = 'graphql-transport-ws'
const retryAfterMs = 5000

/** A message of the largest size arrives in fewer pieces than this; more of them are there to cost memory. */
const piecesMax = 4096

/**
 * The graphql-transport-ws endpoint of this process. Frames are never compressed: one encoded frame serves every
 * reader, and deflate would cost each its own window.
 */
export class SocketServer {
  readonly #deps: SocketServerDeps
  readonly #server: WebSocketServer
  readonly #connections = new Set<LiveConnection>()
  readonly #openings: TokenBucket
  readonly #pinger: NodeJS.Timeout
  #isStopping = false

  constructor(deps: SocketServerDeps) {
    this.#deps = deps
    const { limits } = deps
    this.#openings = new TokenBucket(
      { perSecond: limits.socketsOpenedPerSecond, burst: limits.socketsOpenedAtOnce },
      performance.now(),
    )
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // Pongs obey the same back-pressure as everything else.
      autoPong: false,
      closeTimeout: limits.closeMs,
      maxPayload: limits.messageBytes,
      maxBufferedChunks: piecesMax,
      maxFragments: piecesMax,
      handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
    } as ConstructorParameters<typeof WebSocketServer>[0])
    this.#server.on('headers', (headers, request) => void headers.push(`x-request-id: ${requestIdOf(request.headers)}`))
    this.#server.on('wsClientError', ({ message }, socket, request) => {
      this.#refuse(request, socket, new AppError('BAD_USER_INPUT', { public: `${message}.` }), {
        'sec-websocket-version': '13',
      })
    })
    this.#pinger = setInterval(() => {
      for (const connection of this.#connections) connection.ping()
    }, limits.pingMs)
    this.#pinger.unref()
  }

  get size(): number {
    return this.#connections.size
  }

  get operations(): number {
    let sum = 0
    for (const connection of this.#connections) sum += connection.operationCount
    return sum
  }

  /** Takes over the socket of a request that asks for another protocol, whatever its path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Node has taken its own listener off, and an error that nobody hears ends the process.
    socket.on('error', (error) => this.#deps.log.debug({ err: error }, 'a socket broke'))
    // Whatever answers or logs from here on names the request alike.
    request.headers['x-request-id'] = requestIdOf(request.headers)
    try {
      this.#admit(request, socket, head)
    } catch (error) {
      this.#refuse(request, socket, error)
    }
  }

  #admit(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { limits, origins, addresses, holdings } = this.#deps
    if (request.url?.split('?')[0] !== socketPath)
      throw new AppError('NOT_FOUND', { public: `WebSockets are served at ${socketPath}.` })
    if (!origins.admits(request.headers)) {
      throw new AppError('FORBIDDEN', {
        public: 'Pages of this origin may not connect: the operator lists those that may in MARQUEE_ALLOWED_ORIGINS.',
      })
    }
    if (
      this.#isStopping ||
      this.#connections.size >= limits.socketsPerProcess ||
      !this.#openings.take(performance.now())
    ) {
      throw new AppError('UNAVAILABLE', {
        public: 'This process takes no more sockets now. Try again in a moment.',
        details: { retryAfterMs },
      })
    }
    const address = addresses.of(request)
    holdings.requireRoom(address)
    this.#server.handleUpgrade(request, socket, head, (websocket) => this.#accept(websocket, socket, request, address))
  }

  #refuse(request: IncomingMessage, socket: Duplex, error: unknown, headers: Record<string, string> = {}): void {
    const requestId = requestIdOf(request.headers)
    const [shown] = this.#deps.format([error], requestId)
    const status = error instanceof AppError ? error.httpStatus : 500
    const isTemporary = status === 429 || status === 503
    refuseUpgrade(socket, status, shown as GraphQLFormattedError, {
      'x-request-id': requestId,
      ...(isTemporary ? { 'retry-after': String(retryAfterMs / 1000) } : {}),
      ...headers,
    })
  }

  #accept(websocket: WebSocket, socket: Duplex, request: IncomingMessage, address: string): void {
    // Those whose subprotocol is refused count too, until they are gone.
    websocket.on('close', this.#deps.holdings.connection(address))
    // A message that breaks the WebSocket protocol itself: ws closes with the right code.
    websocket.on('error', (error) =>
      this.#deps.log.info(
        { err: error, requestId: requestIdOf(request.headers), address },
        'socket broke the protocol',
      ),
    )
    if (websocket.protocol !== subprotocol) {
      websocket.close(4406, 'Subprotocol not acceptable')
      return
    }
    const peer = {
      authorization: request.headers.authorization ?? null,
      address,
      requestId: requestIdOf(request.headers),
    }
    const connection = new LiveConnection(websocket, socket, peer, this.#deps)
    this.#connections.add(connection)
    websocket.on('error', () => connection.closed())
    websocket.on('close', () => {
      this.#connections.delete(connection)
      connection.closed()
    })
  }

  /** Lets nobody in, tells every reader to come back (to another process), then cuts those that do not go. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#pinger)
    for (const connection of this.#connections) connection.close(1012, 'Service restart')
    const deadline = Date.now() + 1000
    while (this.#connections.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
    for (const connection of this.#connections) connection.terminate()
    this.#server.close()
  }
}
