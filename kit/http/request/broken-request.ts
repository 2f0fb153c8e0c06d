import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { STATUS_CODES } from 'node:http'
import { AppError } from '../../errors/app-error.ts'
import { formatError } from '../../graphql/format-error.ts'
import type { Limits } from '../../limits.ts'
import type { Logger } from '../../log.ts'
import { apiHeaders } from '../security-headers.ts'

/**
 * The answer to bytes that never became a request, or not in time: the HTTP parser gave up, so nobody else answers. The
 * connection ends, because where the next request would begin is unknown.
 */
export function answerBrokenRequest(
  error: Error & { code?: string },
  socket: Socket,
  options: { log: Logger; service: string; limits: Limits },
): void {
  // Its client is gone, or an answer is half written: nothing that we say would be read as what it is.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy(error)
  const requestId = randomUUID()
  const [status, refusal] = refusalOf(error, options.limits)
  const body = JSON.stringify({ errors: [formatError(refusal, { ...options, requestId })] })
  const headers = {
    ...apiHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    'cache-control': 'no-store',
    connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`, () => socket.destroy())
}

function refusalOf({ code }: { code?: string }, { headerBytes, headersMs, requestMs }: Limits): [number, AppError] {
  switch (code ?? '') {
    case 'HPE_HEADER_OVERFLOW':
      return [
        431,
        new AppError('PAYLOAD_TOO_LARGE', {
          public: `The headers of a request have at most ${headerBytes} bytes.`,
          details: { limitBytes: headerBytes },
        }),
      ]
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [
        408,
        new AppError('REQUEST_TIMEOUT', {
          public: `The headers of a request arrive within ${headersMs} ms, all of it within ${requestMs} ms.`,
        }),
      ]
    case 'CONNECT':
      return [405, new AppError('METHOD_NOT_ALLOWED', { public: 'This is no proxy: there is no CONNECT.' })]
    default:
      return [400, new AppError('BAD_REQUEST', { public: 'This is not HTTP/1.1.', internal: code })]
  }
}
