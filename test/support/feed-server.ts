import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sha256Hex } from '../../kit/pure/ids/hash.ts'

export type Asked = { path: string; headers: IncomingMessage['headers'] }

/** Somebody else's server: JSON documents with ETags, and event streams, as bindings follow them. */
export class FeedServer {
  readonly asked: Asked[] = []
  readonly #documents = new Map<string, { status: number; body: string }>()
  readonly #streams = new Map<string, Set<ServerResponse>>()
  readonly #server = createServer((request, response) => this.#answer(request, response))

  static async start(): Promise<FeedServer> {
    const feed = new FeedServer()
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve))
    return feed
  }

  /** host:port, as MARQUEE_FETCH_ALLOW takes it. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  url(path: string): string {
    return `http://${this.host}${path}`
  }

  /** What stands at the path from now on. */
  put(path: string, value: unknown, status = 200): void {
    this.#documents.set(path, { status, body: typeof value === 'string' ? value : JSON.stringify(value) })
  }

  /** Sends a message to all who listen at the path. */
  emit(path: string, value: unknown): void {
    for (const listener of this.listeners(path)) listener.write(`data: ${JSON.stringify(value)}\n\n`)
  }

  /** Those who listen at the path, which is an event stream from the first call on. */
  listeners(path: string): Set<ServerResponse> {
    const set = this.#streams.get(path) ?? new Set()
    this.#streams.set(path, set)
    return set
  }

  /** How often the path was asked for. */
  hits(path: string): number {
    return this.asked.filter((request) => request.path === path).length
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/'
    this.asked.push({ path, headers: request.headers })
    const stream = this.#streams.get(path)
    if (stream) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': welcome\n\n')
      stream.add(response)
      response.on('close', () => stream.delete(response))
      return
    }
    const document = this.#documents.get(path) ?? { status: 404, body: 'null' }
    const etag = `"${sha256Hex(document.body).slice(0, 12)}"`
    if (document.status === 200 && request.headers['if-none-match'] === etag)
      return void response.writeHead(304, { etag }).end()
    response.writeHead(document.status, { 'content-type': 'application/json', etag }).end(document.body)
  }
}
