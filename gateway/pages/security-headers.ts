import { policy } from '../../kit/http/security-headers.ts'

/**
 * Our own pages: code and style from this server only, and talk to this server only. Browsers differ on whether 'self'
 * covers WebSockets, so these are named with the host that the page was asked from.
 */
export function pagePolicy(host: string, more: Record<string, string> = {}): string {
  const sockets = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.test(host) ? ` ws://${host} wss://${host}` : ''
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': `'self'${sockets}`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
    ...more,
  })
}
