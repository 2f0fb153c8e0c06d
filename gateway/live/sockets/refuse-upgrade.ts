import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GraphQLFormattedError } from 'graphql'

/** Answers a request for a WebSocket with HTTP, as the plain routes answer an error, and cuts the connection once it is sent. */
export function refuseUpgrade(
  socket: Duplex,
  status: number,
  error: GraphQLFormattedError,
  headers: Record<string, string>,
): void {
  const body = JSON.stringify({ errors: [error] })
  const lines = Object.entries({
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  socket.once('finish', () => socket.destroy())
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
}
