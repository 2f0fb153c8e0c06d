import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { GraphQLError, getOperationAST, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import type { RawData, WebSocket } from 'ws'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Viewer } from '../../kit/graphql/viewer.ts'
import { TokenBucket } from '../../kit/pure/token-bucket.ts'
import type { DocumentCache } from '../document-cache.ts'
import type { Caller, GraphRequest } from '../graph.ts'
import type { LiveHub } from './hub.ts'
import type { Membership, Sink } from './member.ts'
import { readMessage, type ClientMessage, type SubscribeMessage } from './protocol.ts'
import { frameTail, type SharedPayload } from './shared-payload.ts'
import type { SocketLimits } from './socket-limits.ts'

export type ConnectionDeps = {
  hub: Pick<LiveHub, 'subscribe'>
  documents: DocumentCache
  /** Queries and mutations, which may come over a socket too. */
  execute(request: GraphRequest): Promise<ExecutionResult>
  /** Null: the credential is not known. */
  authenticate(authorization: string | null): Viewer | null
  format(error: unknown, requestId: string): GraphQLFormattedError
}

/** What setTimeout can wait for; a socket that old is closed, and comes back. */
const timeoutMsMax = 2 ** 31 - 1

/** An operation under way; `membership` is null for a query or mutation, and until the hub has taken a subscription. */
type Operation = { tail: Buffer; membership: Membership | null; lagging: boolean }

/**
 * One socket speaking graphql-transport-ws.
 *
 *   open --connection_init--> acknowledged --subscribe--> operations come and go --> closed
 *
 * It closes with the protocol's codes: 4400 bad message, 4401 subscribe before the acknowledgement, 4403 unknown
 * or expired credential, 4408 no connection_init in time, 4409 operation id in use, 4429 a second connection_init
 * or too many messages.
 */
export class LiveConnection {
  readonly #websocket: WebSocket
  readonly #socket: Duplex
  readonly #deps: ConnectionDeps
  readonly #limits: SocketLimits
  readonly #operations = new Map<string, Operation>()
  readonly #messages: TokenBucket
  #authorization: string | null
  #viewer: Viewer | null = null
  #state: 'open' | 'acknowledged' | 'closed' = 'open'
  #initTimer: NodeJS.Timeout | undefined
  #expiryTimer: NodeJS.Timeout | undefined
  #unanswered = 0
  #waitsForDrain = false

  constructor(websocket: WebSocket, socket: Duplex, authorization: string | null, deps: ConnectionDeps, limits: SocketLimits) {
    this.#websocket = websocket
    this.#socket = socket
    this.#authorization = authorization
    this.#deps = deps
    this.#limits = limits
    this.#messages = new TokenBucket(limits.messages, performance.now())
    this.#initTimer = setTimeout(() => this.close(4408, 'Connection initialisation timeout'), limits.initTimeoutMs)
    websocket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    websocket.on('pong', () => (this.#unanswered = 0))
  }

  get operationCount(): number {
    return this.#operations.size
  }

  /** A peer that has answered none of the last two pings is gone, whatever its socket says. */
  ping(): void {
    if (this.#unanswered >= 2) return this.terminate()
    this.#unanswered++
    this.#websocket.ping()
  }

  close(code: number, reason: string): void {
    this.#websocket.close(code, reason)
  }

  terminate(): void {
    this.#websocket.terminate()
  }

  /** The socket is gone: everything that ran on it ends. */
  closed(): void {
    this.#state = 'closed'
    clearTimeout(this.#initTimer)
    clearTimeout(this.#expiryTimer)
    for (const { membership } of this.#operations.values()) membership?.stop()
    this.#operations.clear()
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#unanswered = 0
    if (!this.#messages.take(performance.now())) return this.close(4429, 'Too many messages')
    const read = isBinary ? null : readMessage((data as Buffer).toString())
    if (read === null) return this.close(4400, 'Invalid message')
    this.#handle(read)
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        return this.#init(message.payload)
      case 'ping':
        return this.#send({ type: 'pong', ...(message.payload ? { payload: message.payload } : {}) })
      case 'pong':
        return
      case 'subscribe':
        return this.#subscribe(message)
      case 'complete':
        this.#operations.get(message.id)?.membership?.stop()
        this.#operations.delete(message.id)
    }
  }

  #init(payload: Record<string, unknown> | undefined): void {
    if (this.#state !== 'open' || this.#initTimer === undefined) return this.close(4429, 'Too many initialisation requests')
    clearTimeout(this.#initTimer)
    this.#initTimer = undefined
    const given = payload?.['authorization'] ?? payload?.['Authorization']
    if (typeof given === 'string') this.#authorization = given
    this.#viewer = this.#deps.authenticate(this.#authorization)
    if (this.#viewer === null) return this.close(4403, 'Forbidden')
    this.#state = 'acknowledged'
    const { expiresAt } = this.#viewer
    if (expiresAt) this.#expiryTimer = setTimeout(() => this.close(4403, 'Token expired'), Math.min(expiresAt.getTime() - Date.now(), timeoutMsMax))
    this.#send({ type: 'connection_ack' })
  }

  #subscribe({ id, payload }: SubscribeMessage): void {
    if (this.#state !== 'acknowledged' || this.#viewer === null) return this.close(4401, 'Unauthorized')
    if (this.#operations.has(id)) return this.close(4409, `Subscriber for ${id} already exists`)
    const caller: Caller = { viewer: this.#viewer, authorization: this.#authorization, requestId: randomUUID() }
    const refuse = (errors: readonly unknown[]) => {
      this.#operations.delete(id)
      this.#send({ id, type: 'error', payload: errors.map((error) => this.#deps.format(error, caller.requestId)) })
    }
    if (this.#operations.size >= this.#limits.operationsPerSocketMax) return refuse([limitReached(this.#limits.operationsPerSocketMax)])
    const checked = this.#deps.documents.check(payload.query)
    if (!checked.ok) return refuse(checked.errors)
    const node = getOperationAST(checked.document, payload.operationName)
    if (!node) return refuse([noOperation()])
    const operation: Operation = { tail: frameTail(id), membership: null, lagging: false }
    this.#operations.set(id, operation)
    const request = { document: checked.document, operationName: payload.operationName, variables: payload.variables, caller }
    if (node.operation !== 'subscription') return void this.#executeOnce(id, operation, request)
    try {
      operation.membership = this.#deps.hub.subscribe(request, this.#sinkOf(id, operation))
    } catch (error) {
      refuse([error])
    }
  }

  #sinkOf(id: string, operation: Operation): Sink {
    return {
      send: (payload) => this.#write(operation, payload),
      end: (errors) => {
        if (this.#operations.get(id) !== operation) return
        this.#operations.delete(id)
        this.#send(errors ? { id, type: 'error', payload: errors } : { id, type: 'complete' })
      },
    }
  }

  async #executeOnce(id: string, operation: Operation, request: GraphRequest): Promise<void> {
    const { requestId } = request.caller
    let payload: object
    try {
      const { errors, data } = await this.#deps.execute(request)
      payload = { ...(errors ? { errors: errors.map((error) => this.#deps.format(error, requestId)) } : {}), ...(data === undefined ? {} : { data }) }
    } catch (error) {
      payload = { errors: [this.#deps.format(error, requestId)] }
    }
    // The caller may have completed it meanwhile, and used the id again.
    if (this.#operations.get(id) !== operation) return
    this.#operations.delete(id)
    this.#send({ id, type: 'next', payload })
    this.#send({ id, type: 'complete' })
  }

  /**
   * A frame that others get too. False when what was written before has not left: nothing more is queued then, the
   * hub is told when the socket has drained.
   */
  #write(operation: Operation, payload: SharedPayload): boolean {
    const socket = this.#socket
    if (socket.writableNeedDrain) {
      operation.lagging = true
      if (!this.#waitsForDrain) {
        this.#waitsForDrain = true
        socket.once('drain', () => this.#drained())
      }
      return false
    }
    if (socket.destroyed || this.#websocket.readyState !== this.#websocket.OPEN) return true
    payload.writeTo(socket, operation.tail)
    return true
  }

  #drained(): void {
    this.#waitsForDrain = false
    for (const operation of [...this.#operations.values()]) {
      if (!operation.lagging) continue
      operation.lagging = false
      operation.membership?.drained()
    }
  }

  #send(message: object): void {
    if (this.#websocket.readyState === this.#websocket.OPEN) this.#websocket.send(JSON.stringify(message))
  }
}

const limitReached = (limit: number) =>
  new AppError('LIMIT_REACHED', { public: `One socket carries at most ${limit} operations.`, details: { limit } })

const noOperation = () =>
  new GraphQLError('The document has no such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })
