import type { ServerResponse } from 'node:http'
import type { GraphQLFormattedError } from 'graphql'
import type { Membership, Sink } from '../feed/sink.ts'
import type { SharedPayload } from '../rendering/shared-payload.ts'
import { shared, type StreamFormat } from './stream-format.ts'

/** A client that has read nothing for so many heartbeats is gone. */
const heartbeatsUnreadMax = 3

/**
 * One subscription in the body of one HTTP response.
 *
 *   open --the feed ends, the client leaves, the process leaves--> ended
 *
 * It obeys the hub as a socket does: what the client has not read yet holds back the next, and the hub decides what a
 * slow client misses.
 */
export class StreamConnection implements Sink {
  readonly #response: ServerResponse
  readonly #format: StreamFormat
  #membership: Membership | null = null
  #isLagging = false
  #hasEnded = false
  #unread = 0

  /** `response` has its head already. `onEnd` is called once, when nothing more is sent. */
  constructor(response: ServerResponse, format: StreamFormat, onEnd: () => void) {
    this.#response = response
    this.#format = format
    // The stream has a heartbeat of its own to tell when the client is gone.
    response.socket?.setTimeout(0)
    response.on('drain', () => this.#drained())
    response.on('error', () => response.destroy())
    response.on('close', () => {
      this.#hasEnded = true
      this.#membership?.stop()
      onEnd()
    })
    response.write(format.opening)
  }

  /** The hub has taken the subscription. */
  follow(membership: Membership): void {
    this.#membership = membership
    if (this.#hasEnded) membership.stop()
  }

  send(payload: SharedPayload): boolean {
    if (this.#hasEnded) return true
    if (this.#response.writableNeedDrain) {
      this.#isLagging = true
      return false
    }
    this.#response.write(shared(this.#format, payload))
    return true
  }

  end(errors?: readonly GraphQLFormattedError[]): void {
    this.#finish(this.#format.end(errors))
  }

  /** The process leaves; the client is to come back, to another one. */
  restart(): void {
    this.#membership?.stop()
    this.#finish(this.#format.restart)
  }

  heartbeat(): void {
    if (this.#hasEnded) return
    if (!this.#response.writableNeedDrain) {
      this.#unread = 0
      this.#response.write(this.#format.heartbeat)
    } else if (++this.#unread >= heartbeatsUnreadMax) this.#response.destroy()
  }

  destroy(): void {
    this.#response.destroy()
  }

  #finish(last: Buffer): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#response.end(last)
  }

  #drained(): void {
    this.#unread = 0
    if (!this.#isLagging || this.#hasEnded) return
    this.#isLagging = false
    this.#membership?.drained()
  }
}
