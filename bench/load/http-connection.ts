import net from 'node:net'

const headerEnd = Buffer.from('\r\n\r\n')

/**
 * One kept-alive HTTP/1.1 connection that POSTs JSON, one request at a time. Reads as little of an answer as it can:
 * the status and the length.
 */
export class HttpConnection {
  readonly #socket: net.Socket
  readonly #head: string
  #received: Buffer[] = []
  #bytes = 0
  #expected = -1
  #answer: { resolve(body: Buffer): void; reject(error: Error): void } | undefined

  constructor({ port, path, authorization }: { port: number; path: string; authorization?: string | undefined }) {
    this.#head =
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
      `${authorization === undefined ? '' : `authorization: ${authorization}\r\n`}content-length: `
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#socket.on('error', (error) => this.#answer?.reject(error))
    this.#socket.on('close', () => this.#answer?.reject(new Error('the server closed the connection')))
  }

  post(body: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject }
      this.#socket.write(`${this.#head}${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.#answer = undefined
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.#received.push(chunk)
    this.#bytes += chunk.length
    if (this.#expected < 0) {
      const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
      const end = all.indexOf(headerEnd)
      if (end < 0) return
      const length = /content-length: (\d+)/i.exec(all.subarray(0, end).toString('latin1'))?.[1]
      if (length === undefined)
        return this.#answer?.reject(new Error(`an answer without a length: ${all.subarray(0, end).toString('latin1')}`))
      this.#expected = end + 4 + Number(length)
    }
    if (this.#bytes < this.#expected) return
    const answer = this.#received.length === 1 ? this.#received[0]! : Buffer.concat(this.#received)
    this.#received = []
    this.#bytes = 0
    this.#expected = -1
    // "HTTP/1.1 200": anything else ends the bench, a figure of refusals is none.
    if (answer[9] === 0x32) this.#answer?.resolve(answer)
    else this.#answer?.reject(new Error(answer.toString().slice(0, 500)))
  }
}
