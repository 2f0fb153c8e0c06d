import { randomBytes } from 'node:crypto'
import net from 'node:net'

/** What one screen says to the server; null messages are not sent. */
export type ScreenScript = {
  port: number
  path: string
  subprotocol: string | null
  /** Sent first; the answer to it is not counted. */
  init: string | null
  /** Sent when the first answer has come (or at once, without `init`). */
  subscribe: string | null
}

export type ScreenEvents = { opened(): void; frame(screen: Screen): void; broken(reason: string): void }

const received = Buffer.allocUnsafe(256 * 1024)
const headerEnd = Buffer.from('\r\n\r\n')
const revisionMark = Buffer.from('"revision":')
const errorMark = Buffer.from('"type":"error"')
const graphqlErrors = Buffer.from('"payload":{"errors"')

/**
 * A WebSocket client that does next to nothing: it counts frames and remembers the revision of the newest one. All
 * screens of the process read into one buffer, so that thousands cost the client less than the server they measure.
 *
 *   connecting --101--> greeting --first answer--> live
 */
export class Screen {
  frames = 0
  revision = -1
  readonly #script: ScreenScript
  readonly #events: ScreenEvents
  readonly #socket: net.Socket
  #state: 'connecting' | 'greeting' | 'live' = 'connecting'
  #partial: Buffer | null = null
  #last: Buffer | null = null
  /** Keeps the bytes of its newest frame, to look at. */
  keepsLast = false

  constructor(script: ScreenScript, events: ScreenEvents) {
    this.#script = script
    this.#events = events
    this.#socket = net.connect({
      port: script.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: received, callback: (bytes) => this.#read(bytes) },
    })
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(script)))
    this.#socket.on('error', (error) => events.broken(error.message))
    this.#socket.on('close', () => events.broken('closed by the server'))
  }

  get last(): string {
    return this.#last?.toString() ?? ''
  }

  /** Stops reading, as a screen that hangs does, or goes on. */
  stall(stalled: boolean): void {
    if (stalled) this.#socket.pause()
    else this.#socket.resume()
  }

  close(): void {
    this.#socket
      .removeAllListeners('close')
      .removeAllListeners('error')
      .on('error', () => {})
    this.#socket.destroy()
  }

  #read(bytes: number): boolean {
    let data: Buffer = received
    let end = bytes
    if (this.#partial) {
      data = Buffer.concat([this.#partial, received.subarray(0, bytes)])
      end = data.length
      this.#partial = null
    }
    let at = 0
    if (this.#state === 'connecting') {
      const head = data.subarray(0, end)
      at = head.indexOf(headerEnd) + 4
      if (at < 4) return this.#keep(data, 0, end)
      if (data[9] !== 0x31) this.#events.broken(head.toString())
      this.#greet()
    }
    while (end - at >= 2) {
      let header = 2
      let length = data[at + 1]! & 127
      if (length === 126) {
        if (end - at < 4) break
        header = 4
        length = data.readUInt16BE(at + 2)
      } else if (length === 127) {
        if (end - at < 10) break
        header = 10
        length = Number(data.readBigUInt64BE(at + 2))
      }
      if (end - at < header + length) break
      this.#frame(data[at]! & 15, data, at + header, at + header + length)
      at += header + length
    }
    return at < end ? this.#keep(data, at, end) : true
  }

  #keep(data: Buffer, from: number, to: number): true {
    this.#partial = Buffer.from(data.subarray(from, to))
    return true
  }

  #greet(): void {
    const { init, subscribe } = this.#script
    this.#state = init === null ? 'live' : 'greeting'
    if (init !== null) this.#send(1, init)
    else if (subscribe !== null) this.#send(1, subscribe)
    if (this.#state === 'live') this.#events.opened()
  }

  #frame(opcode: number, data: Buffer, from: number, to: number): void {
    if (opcode === 1) return this.#text(data, from, to)
    if (opcode === 9) this.#send(10, data.subarray(from, to))
    if (opcode !== 8) return
    // As the protocol has it: whoever is told goodbye says so too, and is let go.
    this.#send(8, data.subarray(from, from + 2))
    const code = to - from >= 2 ? data.readUInt16BE(from) : 1005
    this.#events.broken(`closed with ${code}: ${data.subarray(from + 2, to).toString()}`)
  }

  #text(data: Buffer, from: number, to: number): void {
    if (this.#state === 'greeting') {
      this.#state = 'live'
      if (this.#script.subscribe !== null) this.#send(1, this.#script.subscribe)
      return this.#events.opened()
    }
    if (this.frames === 0) {
      const text = data.subarray(from, to)
      if (text.includes(errorMark) || text.includes(graphqlErrors)) return this.#events.broken(text.toString())
    }
    this.frames++
    this.revision = readRevision(data, from, to)
    if (this.keepsLast) this.#last = Buffer.from(data.subarray(from, to))
    this.#events.frame(this)
  }

  #send(opcode: number, payload: string | Buffer): void {
    this.#socket.write(maskedFrame(opcode, Buffer.from(payload)))
  }
}

/** The number after the frame's first "revision":, without parsing the frame. -1 where there is none. */
function readRevision(data: Buffer, from: number, to: number): number {
  const at = data.indexOf(revisionMark, from)
  if (at < 0 || at >= to) return -1
  let value = 0
  for (let index = at + revisionMark.length; index < to; index++) {
    const digit = data[index]! - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  return value
}

function upgradeRequest({ port, path, subprotocol }: ScreenScript): string {
  const protocol = subprotocol === null ? '' : `sec-websocket-protocol: ${subprotocol}\r\n`
  return (
    `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nupgrade: websocket\r\nconnection: upgrade\r\n` +
    `sec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n${protocol}\r\n`
  )
}

/** Clients must mask; a mask of zeros leaves the payload as it is. */
function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const header = payload.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8)
  header[0] = 0x80 | opcode
  if (payload.length < 126) header[1] = 0x80 | payload.length
  else {
    header[1] = 0x80 | 126
    header.writeUInt16BE(payload.length, 2)
  }
  return Buffer.concat([header, payload])
}
