import type { Limits } from '../../kit/limits.ts'
import type { Rate } from '../../kit/pure/token-bucket.ts'

export type SocketLimits = {
  socketsMax: number
  operationsPerSocketMax: number
  messageBytesMax: number
  /** New sockets of the process; one too many is told to come back by 503 and Retry-After. */
  sockets: Rate
  /** What one socket says; one that says more is closed with 4429. */
  messages: Rate
  /** From the opening of the socket to connection_init. */
  initTimeoutMs: number
  /** A socket that answers no ping for two of these is gone. */
  pingMs: number
}

export const socketLimits = (limits: Limits): SocketLimits => ({
  socketsMax: limits.socketsPerProcess,
  operationsPerSocketMax: limits.operationsPerSocket,
  messageBytesMax: limits.messageBytes,
  // All screens of a process coming back at once are welcome; a client that reconnects in a loop is not.
  sockets: { perSecond: 2000, burst: 10_000 },
  // Room for all operations of a socket to be begun and ended at once.
  messages: { perSecond: 200, burst: 4000 },
  initTimeoutMs: 5000,
  pingMs: 20_000,
})
