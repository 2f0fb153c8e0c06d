import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const pattern = /^[\w.:-]{1,100}$/

/** What log lines and answers name a request by: the caller's own id if it is a sane one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && pattern.test(given) ? given : randomUUID()
}
