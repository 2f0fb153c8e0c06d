export type SocketLimits = {
  socketsMax: number
  operationsPerSocketMax: number
  messageBytesMax: number
  /** From the opening of the socket to connection_init. */
  initTimeoutMs: number
  /** A socket that answers no ping for two of these is gone. */
  pingMs: number
}

export const defaultLimits: SocketLimits = {
  socketsMax: 50_000,
  operationsPerSocketMax: 1000,
  messageBytesMax: 1024 * 1024,
  initTimeoutMs: 5000,
  pingMs: 20_000,
}
