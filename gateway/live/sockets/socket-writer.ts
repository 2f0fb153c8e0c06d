import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Limits } from '../../../kit/limits.ts'
import type { SharedPayload } from '../rendering/shared-payload.ts'

export type WriterLimits = Pick<Limits, 'unreadBytes' | 'unreadMs'>

/**
 * Everything that is written to one socket, under one rule of back-pressure.
 *
 *   reading --a write that fills the socket--> waiting --drained--> reading
 *
 * While it waits nothing is read from the socket, so that a client causes no more answers than it takes, and feeds are
 * held back. What was asked before still answers. Past `unreadBytes`, or after `unreadMs` of waiting, `onUnread` is
 * called and the owner closes the socket.
 */
export class SocketWriter {
  readonly #websocket: WebSocket
  readonly #socket: Duplex
  readonly #limits: WriterLimits
  readonly #onDrained: () => void
  readonly #onUnread: () => void
  #isWaiting = false
  #timer: NodeJS.Timeout | undefined
  readonly #drained = () => {
    this.#stopWaiting()
    this.#onDrained()
  }

  constructor(
    websocket: WebSocket,
    socket: Duplex,
    limits: WriterLimits,
    on: { drained: () => void; unread: () => void },
  ) {
    this.#websocket = websocket
    this.#socket = socket
    this.#limits = limits
    this.#onDrained = on.drained
    this.#onUnread = on.unread
  }

  /** The client has not taken what was written to it. */
  get isWaiting(): boolean {
    return this.#isWaiting
  }

  /** A message to this client alone. */
  send(message: object): void {
    if (!this.#isOpen) return
    const frame = Buffer.from(JSON.stringify(message))
    if (!this.#hasRoom(frame.length)) return
    this.#websocket.send(frame, { binary: false })
    this.#written()
  }

  /** A frame that others get too. False, and nothing is written, while the client has not taken what was before. */
  share(payload: SharedPayload, tail: Buffer): boolean {
    if (this.#socket.writableNeedDrain) return false
    if (!this.#isOpen || this.#socket.destroyed) return true
    payload.writeTo(this.#socket, tail)
    this.#written()
    return true
  }

  ping(): void {
    if (!this.#isOpen) return
    this.#websocket.ping()
    this.#written()
  }

  pong(data: Buffer): void {
    if (!this.#isOpen || !this.#hasRoom(data.length)) return
    this.#websocket.pong(data)
    this.#written()
  }

  /** Nothing is written any more; the socket is read again, for the client's answer to our close frame. */
  stop(): void {
    this.#stopWaiting()
  }

  get #isOpen(): boolean {
    return this.#websocket.readyState === this.#websocket.OPEN
  }

  /** One answer may be larger than the budget, if nothing waits before it. */
  #hasRoom(bytes: number): boolean {
    const unread = this.#socket.writableLength
    if (unread === 0 || unread + bytes <= this.#limits.unreadBytes) return true
    this.#onUnread()
    return false
  }

  #written(): void {
    if (this.#isWaiting || !this.#socket.writableNeedDrain) return
    this.#isWaiting = true
    this.#websocket.pause()
    this.#timer = setTimeout(this.#onUnread, this.#limits.unreadMs)
    this.#socket.once('drain', this.#drained)
  }

  #stopWaiting(): void {
    if (!this.#isWaiting) return
    this.#isWaiting = false
    clearTimeout(this.#timer)
    this.#socket.off('drain', this.#drained)
    this.#websocket.resume()
  }
}
