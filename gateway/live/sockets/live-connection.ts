import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { GraphQLError, getOperationAST, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import type { RawData, WebSocket } from 'ws'
import type { Authenticate } from '../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../../kit/limits.ts'
import type { Logger } from '../../../kit/log.ts'
import { TokenBucket } from '../../../kit/pure/time/token-bucket.ts'
import type { DocumentCache } from '../../document-cache.ts'
import type { Admitted, GuardedGraph } from '../../documents/guarded-graph.ts'
import type { Caller } from '../../graph.ts'
import type { AccessWatch } from './access-watch.ts'
import type { Holdings, Release } from './holdings.ts'
import type { LiveHub } from '../hub.ts'
import {
  closeReason,
  credentialIn,
  idInUse,
  readMessage,
  type ClientMessage,
  type SubscribeMessage,
} from '../protocol/protocol.ts'
import { SocketOperations } from './socket-operations.ts'
import { SocketWriter } from './socket-writer.ts'

export type ConnectionDeps = {
  hub: Pick<LiveHub, 'subscribe'>
  documents: Pick<DocumentCache, 'check'>
  /** Also executes queries and mutations, which may come over a socket too. */
  graph: Pick<GuardedGraph, 'admit' | 'execute'>
  /** Null: the credential is not known. */
  authenticate: Authenticate
  /** Ends connections whose access changes. */
  access: Pick<AccessWatch, 'watch'>
  /** The errors of one answer as the client may see them; they are in the log afterwards. */
  format(errors: readonly unknown[], requestId: string): GraphQLFormattedError[]
  holdings: Holdings
  limits: Limits
  log: Logger
}

/** Who is at the other end, as far as the upgrade says. `requestId` names the connection in the log. */
export type Peer = { authorization: string | null; address: string; requestId: string }

/** What setTimeout can wait for; a socket that old is closed, and comes back. */
const timeoutMsMax = 2 ** 31 - 1

/**
 * One socket speaking graphql-transport-ws.
 *
 *   open --connection_init--> acknowledged --subscribe--> operations come and go --> closed
 *
 * It closes with the protocol's codes: 4400 bad message, 4401 subscribe before the acknowledgement, 4403 unknown
 * or expired credential or other access than before, 4408 no connection_init in time, 4409 operation id in use, 4429 a second connection_init
 * or too many messages or sockets, 4500 a fault of ours, 1001 idle, 1013 a client that does not read. From its close
 * frame on nothing that arrives is looked at and every operation has ended; ws cuts the socket after `closeMs`.
 *
 * Whatever is thrown in here ends in `#failed`, whoever called: one client's input closes one client's socket.
 */
export class LiveConnection {
  readonly #websocket: WebSocket
  readonly #writer: SocketWriter
  readonly #deps: ConnectionDeps
  readonly #peer: Peer
  readonly #operations: SocketOperations
  readonly #messages: TokenBucket
  #authorization: string | null
  #viewer: Viewer | null = null
  /** Takes this connection off those of its principal, and of those whose access is watched. */
  #release: Release | null = null
  #state: 'open' | 'acknowledged' | 'closed' = 'open'
  #initTimer: NodeJS.Timeout | undefined
  #expiryTimer: NodeJS.Timeout | undefined
  #unanswered = 0

  constructor(websocket: WebSocket, socket: Duplex, peer: Peer, deps: ConnectionDeps) {
    const { limits } = deps
    this.#websocket = websocket
    this.#peer = peer
    this.#authorization = peer.authorization
    this.#deps = deps
    this.#writer = new SocketWriter(websocket, socket, limits, {
      drained: () => this.#fenced(() => this.#operations.drained()),
      unread: () => this.#refuse(1013, 'Messages are not being read'),
    })
    this.#operations = new SocketOperations({
      writer: this.#writer,
      limits,
      failed: (error) => this.#failed(error),
    })
    this.#messages = new TokenBucket(
      { perSecond: limits.messagesPerSecond, burst: limits.messagesAtOnce },
      performance.now(),
    )
    this.#initTimer = setTimeout(() => this.#refuse(4408, 'Connection initialisation timeout'), limits.connectionInitMs)
    websocket.on('message', (data, isBinary) => this.#fenced(() => this.#receive(data, isBinary)))
    websocket.on('ping', (data) => this.#fenced(() => this.#hears() && this.#writer.pong(data)))
    websocket.on('pong', () => this.#fenced(() => this.#hears()))
  }

  get operationCount(): number {
    return this.#operations.size
  }

  /** A peer that has answered none of the last two pings is gone, whatever its socket says. */
  ping(): void {
    // One that does not read answers no ping either; the writer's own time runs.
    if (this.#writer.isWaiting) return
    if (this.#unanswered >= 2) return this.terminate()
    if (
      this.#state === 'acknowledged' &&
      this.#operations.size === 0 &&
      performance.now() - this.#operations.idleSince > this.#deps.limits.idleMs
    ) {
      return this.#refuse(1001, 'Idle')
    }
    this.#unanswered++
    this.#writer.ping()
  }

  /** Ends everything that runs on the socket, then closes it. */
  close(code: number, reason: string): void {
    this.closed()
    this.#websocket.close(code, closeReason(reason))
  }

  terminate(): void {
    this.#websocket.terminate()
  }

  /** The socket is gone, or closing: everything that ran on it ends. */
  closed(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    clearTimeout(this.#initTimer)
    clearTimeout(this.#expiryTimer)
    this.#operations.endAll()
    this.#writer.stop()
    this.#release?.()
  }

  /** The one place where what was thrown on behalf of this client ends. */
  #fenced(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    this.#deps.log.error({ err: error, requestId: this.#peer.requestId }, 'unexpected error on a socket')
    if (this.#state !== 'closed') this.close(4500, 'Internal server error')
  }

  /** Closes for a reason that lies with the client. */
  #refuse(code: number, reason: string): void {
    if (this.#state === 'closed') return
    const { requestId, address } = this.#peer
    this.#deps.log.info({ requestId, address, code, reason }, 'socket refused')
    this.close(code, reason)
  }

  /** False where what has arrived is not looked at. */
  #hears(): boolean {
    if (this.#state === 'closed') return false
    this.#unanswered = 0
    if (this.#messages.take(performance.now())) return true
    this.#refuse(4429, 'Too many messages')
    return false
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.#hears()) return
    if (isBinary) return this.#refuse(4400, 'Invalid message: must be text')
    const read = readMessage((data as Buffer).toString(), this.#deps.limits)
    if (read.type === 'invalid') return this.#refuse(4400, read.reason)
    this.#handle(read)
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        return this.#init(message.payload)
      case 'ping':
        return this.#writer.send({ type: 'pong', ...(message.payload ? { payload: message.payload } : {}) })
      case 'pong':
        return
      case 'subscribe':
        return this.#subscribe(message)
      case 'complete':
        return this.#operations.complete(message.id)
    }
  }

  #init(payload: Record<string, unknown> | undefined): void {
    if (this.#state !== 'open' || this.#initTimer === undefined)
      return this.#refuse(4429, 'Too many initialisation requests')
    clearTimeout(this.#initTimer)
    this.#initTimer = undefined
    const given = credentialIn(payload)
    if (typeof given === 'string') this.#authorization = given
    const found = given === undefined || typeof given === 'string' ? this.#deps.authenticate(this.#authorization) : null
    if (!(found instanceof Promise)) return this.#acknowledge(found)
    found.then(
      (viewer) => this.#fenced(() => this.#acknowledge(viewer)),
      () => this.#fenced(() => this.#refuse(1013, 'Try again later')),
    )
  }

  #acknowledge(viewer: Viewer | null): void {
    // It may have gone while its principal was looked up.
    if (this.#state !== 'open') return
    if (viewer === null) return this.#refuse(4403, 'Forbidden')
    this.#viewer = viewer
    const counted = this.#deps.holdings.principal(viewer)
    if (counted === null) return this.#refuse(4429, 'Too many connections of this principal')
    const watched = this.#deps.access.watch({ viewer, authorization: this.#authorization }, () =>
      this.#refuse(4403, 'Access changed'),
    )
    this.#release = () => (counted(), watched())
    this.#state = 'acknowledged'
    const { expiresAt } = this.#viewer
    if (expiresAt)
      this.#expiryTimer = setTimeout(
        () => this.#refuse(4403, 'Token expired'),
        Math.min(expiresAt.getTime() - Date.now(), timeoutMsMax),
      )
    this.#writer.send({ type: 'connection_ack' })
  }

  #subscribe({ id, payload, refusal }: SubscribeMessage): void {
    if (this.#state !== 'acknowledged' || this.#viewer === null) return this.#refuse(4401, 'Unauthorized')
    if (this.#operations.has(id)) return this.#refuse(4409, idInUse(id))
    const caller: Caller = { viewer: this.#viewer, authorization: this.#authorization, requestId: randomUUID() }
    try {
      if (refusal) throw refusal
      this.#operations.requireRoom()
      const checked = this.#deps.documents.check(payload.query)
      if (!checked.ok) return this.#refuseOperation(id, checked.errors, caller)
      const { operationName, variables, extensions } = payload
      const node = getOperationAST(checked.document, operationName)
      if (!node) throw noOperation()
      const { address } = this.#peer
      const admitted = this.#deps.graph.admit({
        document: checked.document,
        operationName,
        variables,
        extensions,
        caller,
        address,
      })
      if (node.operation === 'subscription') {
        const counted = this.#deps.holdings.subscription(caller.viewer, address)
        this.#operations.follow(id, counted, (sink) => this.#deps.hub.subscribe(admitted.request, sink))
      } else this.#operations.answer(id, () => this.#execute(admitted))
    } catch (error) {
      this.#refuseOperation(id, [error], caller)
    }
  }

  #refuseOperation(id: string, errors: readonly unknown[], { requestId }: Caller): void {
    this.#writer.send({ id, type: 'error', payload: this.#deps.format(errors, requestId) })
  }

  async #execute(admitted: Admitted): Promise<ExecutionResult | { errors: GraphQLFormattedError[] }> {
    const format = (errors: readonly unknown[]) => this.#deps.format(errors, admitted.request.caller.requestId)
    try {
      const { errors, ...answer } = await this.#deps.graph.execute(admitted)
      return { ...(errors ? { errors: format(errors) } : {}), ...answer } as ExecutionResult
    } catch (error) {
      return { errors: format([error]) }
    }
  }
}

const noOperation = () =>
  new GraphQLError('The document has no such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })
