import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Logger } from '../../kit/log.ts'
import { TokenBucket } from '../../kit/pure/token-bucket.ts'
import { LiveConnection, type ConnectionDeps } from './live-connection.ts'
import type { SocketLimits } from './socket-limits.ts'

const subprotocol = 'graphql-transport-ws'

/**
 * The graphql-transport-ws endpoint of this process. Frames are never compressed: one encoded frame serves every
 * reader, and deflate would cost each its own window.
 */
export class SocketServer {
  readonly #deps: ConnectionDeps
  readonly #limits: SocketLimits
  readonly #log: Logger
  readonly #server: WebSocketServer
  readonly #connections = new Set<LiveConnection>()
  readonly #openings: TokenBucket
  readonly #pinger: NodeJS.Timeout
  #isStopping = false

  constructor(deps: ConnectionDeps, log: Logger, limits: SocketLimits) {
    this.#deps = deps
    this.#log = log
    this.#limits = limits
    this.#openings = new TokenBucket(limits.sockets, performance.now())
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.messageBytesMax,
      handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
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

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#isStopping || this.#connections.size >= this.#limits.socketsMax || !this.#openings.take(performance.now())) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (websocket) => this.#accept(websocket, socket, request))
  }

  #accept(websocket: WebSocket, socket: Duplex, request: IncomingMessage): void {
    if (websocket.protocol !== subprotocol) {
      websocket.close(4406, 'Subprotocol not acceptable')
      return
    }
    const connection = new LiveConnection(websocket, socket, request.headers.authorization ?? null, this.#deps, this.#limits)
    this.#connections.add(connection)
    websocket.on('close', () => {
      this.#connections.delete(connection)
      connection.closed()
    })
    // A message that breaks the WebSocket protocol itself: ws closes with the right code.
    websocket.on('error', (error) => this.#log.debug({ err: error }, 'a socket broke'))
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
