import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { execute } from 'graphql'
import { WebSocket, type ClientOptions } from 'ws'
import { createAccessTokens } from '../../../kit/graphql/viewer/access-token.ts'
import { createAuthenticate } from '../../../kit/graphql/viewer/authenticate.ts'
import { formatError, formatErrors } from '../../../kit/graphql/format-error.ts'
import { AllowedOrigins } from '../../../kit/http/request/allowed-origins.ts'
import { ClientAddress } from '../../../kit/http/request/client-address.ts'
import { defaultLimits, type Limits } from '../../../kit/limits.ts'
import { createLogger } from '../../../kit/log.ts'
import { ViewerRates } from '../../../kit/rates/viewer-rates.ts'
import { writeChange } from '../../../schema/change-message.ts'
import { instanceTopic } from '../../../schema/events.ts'
import { DocumentCache } from '../../document-cache.ts'
import { guardedGraph } from '../../documents/guarded-graph.ts'
import { Holdings } from '../sockets/holdings.ts'
import { LiveHub } from '../hub.ts'
import { SocketServer } from '../sockets/socket-server.ts'
import { TestLog } from './test-log.ts'
import { breakableBus } from './test-reader.ts'
import { graphSchema } from './test-schema.ts'

const adminKey = 'a-key-of-the-test'
const tokens = createAccessTokens({ secrets: [adminKey], tenantId: 't1' })
/** Everybody is an operator of the tenant. */
const known = { kind: 'SERVICE' as const, access: { tenant: ['instance.read'], nodes: {} }, revoked: [] }
const authenticate = createAuthenticate({
  adminKeys: [adminKey],
  tenantId: 't1',
  adminPrincipalId: 'prin-admin',
  tokens,
  principals: { find: () => known },
  readPermission: 'instance.read',
})

export const adminAuthorization = `Bearer ${adminKey}`

/** The authorization of a principal; a token counts in whole seconds. */
export const tokenOf = (principalId: string, expiresAt: Date) =>
  `Bearer ${tokens.issue({ id: `tok-${principalId}`, tenantId: 't1', principalId, principalKind: 'SERVICE', scope: null }, expiresAt)}`

export type LogLine = {
  level: string
  msg: string
  requestId?: string
  code?: number | string
  err?: { message: string }
}

export type LiveServerOptions = {
  limits?: Partial<Limits>
  allowedOrigins?: string[]
  trustedProxies?: string[]
  /** What the graph answers at its roots, by field; functions are called for every answer. */
  roots?: Record<string, unknown>
}

/** A server of sockets in the test's own process, with a hub over a log and a bus in memory. */
export class LiveServer {
  readonly log = new TestLog()
  readonly lines: LogLine[] = []
  readonly hub: LiveHub
  readonly sockets: SocketServer
  readonly #bus = breakableBus()
  readonly #http: Server
  readonly #clients: (WebSocket | Socket)[] = []

  private constructor({ limits = {}, allowedOrigins = [], trustedProxies = [], roots = {} }: LiveServerOptions) {
    const log = createLogger({
      level: 'info',
      name: 'test',
      destination: { write: (line) => void this.lines.push(JSON.parse(line) as LogLine) },
    })
    const format = (error: unknown, requestId: string) => formatError(error, { service: 'gateway', log, requestId })
    const graph = {
      schema: graphSchema,
      execute: async ({
        document,
        operationName,
        variables,
      }: {
        document: Parameters<typeof execute>[0]['document']
        operationName?: string | null
        variables?: Record<string, unknown> | null
      }) =>
        await execute({ schema: graphSchema, document, operationName, variableValues: variables, rootValue: roots }),
      ready: () => Promise.resolve(true),
      stop: () => Promise.resolve(),
    }
    const source = Object.assign(this.log, {
      readRuns: () => Promise.resolve([]),
      runHeads: () => Promise.resolve(new Map<string, number>()),
    })
    const allLimits = { ...defaultLimits, ...limits }
    this.hub = new LiveHub({ graph, bus: this.#bus, source, log, format, limits: allLimits })
    this.sockets = new SocketServer({
      hub: this.hub,
      documents: new DocumentCache(graphSchema, allLimits),
      graph: guardedGraph(graph, allLimits, new ViewerRates(allLimits)),
      authenticate,
      format: (errors, requestId) => formatErrors(errors, { service: 'gateway', log, requestId }),
      limits: allLimits,
      holdings: new Holdings(allLimits),
      log,
      origins: new AllowedOrigins(allowedOrigins),
      addresses: new ClientAddress(trustedProxies),
      access: { watch: () => () => {} },
    })
    const http = createServer((_request, response) => response.writeHead(404).end())
    http.on('error', (error) => {
      throw error
    })
    http.on('upgrade', (request, socket, head) => this.sockets.upgrade(request, socket, head))
    this.#http = http
  }

  static async start(options: LiveServerOptions = {}): Promise<LiveServer> {
    const server = new LiveServer(options)
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port
  }

  /** A change of an instance (the first makes it), told. */
  change(id: string): void {
    const n = (this.log.head(id)?.revision ?? 0) + 1
    const change = this.log.write(id, { effectiveProps: { n } })
    void this.#bus.publish([{ topic: instanceTopic(id), payload: writeChange(change) }])
  }

  /** A client that speaks WebSocket as it should. Rejects where the upgrade is refused. */
  async open({
    protocols = ['graphql-transport-ws'],
    ...options
  }: ClientOptions & { protocols?: string[] } = {}): Promise<TestClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.port}/graphql`, protocols, options)
    this.#clients.push(socket)
    const client = new TestClient(socket)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return client
  }

  /** One that has said who it is; nobody, by default. */
  async acknowledged(payload: object = {}): Promise<TestClient> {
    const client = await this.open()
    client.send({ type: 'connection_init', payload })
    await client.next((message) => message['type'] === 'connection_ack')
    return client
  }

  /** The bytes are the test's own. Resolves when it is connected; what comes back is collected. */
  async raw(): Promise<RawClient> {
    const socket = connect(this.port, '127.0.0.1')
    // A reset is what many tests are about.
    socket.on('error', () => {})
    this.#clients.push(socket)
    const client = new RawClient(socket)
    await new Promise((resolve) => socket.once('connect', resolve))
    return client
  }

  async stop(): Promise<void> {
    for (const client of this.#clients)
      if (client instanceof WebSocket) client.terminate()
      else client.destroy()
    await this.sockets.stop()
    this.hub.stop()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }
}

export type Message = Record<string, unknown>
export type Closed = { code: number; reason: string }

export class TestClient {
  readonly messages: Message[] = []
  readonly closed: Promise<Closed>
  readonly socket: WebSocket
  #wake: (() => void)[] = []

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()) as Message)
      for (const wake of this.#wake.splice(0)) wake()
    })
    this.closed = new Promise((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    )
    socket.on('error', () => {})
  }

  /** Text and bytes as they are, anything else as JSON. */
  send(message: unknown): void {
    this.socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ type: 'subscribe', id, payload: { query, ...(variables ? { variables } : {}) } })
  }

  /** The first message that fits, of those that have come or will; it and those before it are taken. */
  async next(fits: (message: Message) => boolean = () => true): Promise<Message> {
    for (;;) {
      const at = this.messages.findIndex(fits)
      if (at >= 0) return this.messages.splice(0, at + 1).at(-1) as Message
      const isOver = await Promise.race([
        this.closed.then(() => true),
        new Promise<false>((resolve) => this.#wake.push(() => resolve(false))),
      ])
      if (isOver) throw new Error(`closed: ${JSON.stringify(await this.closed)}`)
    }
  }
}

export class RawClient {
  received = Buffer.alloc(0)
  readonly closed: Promise<void>
  readonly socket: Socket

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk) => (this.received = Buffer.concat([this.received, chunk])))
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()))
  }

  /** Asks for a WebSocket; `headers` replace those of an honest client. */
  upgrade(path = '/graphql', headers: Record<string, string> = {}): void {
    const all = {
      Host: 'test',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol': 'graphql-transport-ws',
      ...headers,
    }
    this.socket.write(
      `GET ${path} HTTP/1.1\r\n${Object.entries(all)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
  }

  /** The answer to the upgrade, once `takeHead` has cut it off. */
  head = ''

  takeHead(): void {
    const end = this.received.indexOf('\r\n\r\n') + 4
    this.head = this.received.subarray(0, end).toString()
    this.received = this.received.subarray(end)
  }

  /** Sends messages in one packet; text as it is. */
  say(...messages: (Message | string)[]): void {
    this.socket.write(
      Buffer.concat(
        messages.map((message) => clientFrame(typeof message === 'string' ? message : JSON.stringify(message))),
      ),
    )
  }

  sayClose(code: number): void {
    this.socket.write(clientFrame(Buffer.from([code >> 8, code & 0xff]), 8))
  }

  /** The next message. Throws where the server closes. */
  async hear(): Promise<Message> {
    const { opcode, payload } = await this.#frame()
    if (opcode !== 1) throw new Error(`not a message: ${opcode} ${payload.toString()}`)
    return JSON.parse(payload.toString()) as Message
  }

  /** The server's close frame; what it says before is passed over. */
  async closeFrame(): Promise<Closed> {
    let frame = await this.#frame()
    while (frame.opcode !== 8) frame = await this.#frame()
    return { code: frame.payload.readUInt16BE(0), reason: frame.payload.subarray(2).toString() }
  }

  async #frame(): Promise<{ opcode: number; payload: Buffer }> {
    for (;;) {
      const frame = serverFrame(this.received)
      if (frame) {
        this.received = this.received.subarray(frame.bytes)
        return frame
      }
      await this.#more()
    }
  }

  async #more(): Promise<void> {
    if (this.socket.destroyed) throw new Error(`closed after ${this.received.toString('latin1')}`)
    await new Promise((resolve) => {
      this.socket.once('data', resolve)
      this.socket.once('close', resolve)
    })
  }

  /** Resolves once what came back contains the text. */
  async until(text: string): Promise<void> {
    while (!this.received.includes(text)) await this.#more()
  }
}

/** The first whole frame of what a server sent: never masked, never in pieces. */
export function serverFrame(data: Buffer): { opcode: number; payload: Buffer; bytes: number } | null {
  if (data.length < 2) return null
  const short = (data[1] as number) & 0x7f
  const from = short < 126 ? 2 : short === 126 ? 4 : 10
  if (data.length < from) return null
  const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2))
  if (data.length < from + length) return null
  return { opcode: (data[0] as number) & 0xf, payload: data.subarray(from, from + length), bytes: from + length }
}

/** A frame as a client sends it, masked with zeros; what is written over it stands in the bytes. */
export function clientFrame(payload: Buffer | string, opcode = 1): Buffer {
  const body = Buffer.from(payload)
  const length = Buffer.alloc(body.length < 126 ? 1 : body.length < 65_536 ? 3 : 9)
  if (length.length === 1) length[0] = 0x80 | body.length
  else if (length.length === 3) length.writeUInt16BE(body.length, 1)
  else length.writeBigUInt64BE(BigInt(body.length), 1)
  if (length.length > 1) length[0] = 0x80 | (length.length === 3 ? 126 : 127)
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), body])
}
