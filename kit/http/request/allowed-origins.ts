import type { IncomingHttpHeaders } from 'node:http'

/**
 * Which web pages may talk to this server, for HTTP and WebSockets alike: pages of this server itself, and those of
 * the listed origins (`*`: of every origin). What sends no Origin is no page and not bound by this: browsers add the
 * header, other programs have no need to lie about it.
 */
export class AllowedOrigins {
  readonly #listed: ReadonlySet<string>

  /** Origins as browsers write them, `https://host[:port]`, or `*`. */
  constructor(listed: readonly string[]) {
    this.#listed = new Set(listed)
  }

  /** Whether the sender of these headers may be served. */
  admits(headers: IncomingHttpHeaders): boolean {
    const { origin } = headers
    return origin === undefined || this.#isListed(origin) || isSameOrigin(origin, headers)
  }

  /** The value of Access-Control-Allow-Origin; null where the browser needs none, or must not have it. */
  crossOrigin({ origin }: IncomingHttpHeaders): string | null {
    if (origin === undefined || !this.#isListed(origin)) return null
    return this.#listed.has('*') ? '*' : origin
  }

  #isListed(origin: string): boolean {
    return this.#listed.has('*') || this.#listed.has(origin)
  }
}

/**
 * By the host alone, because TLS often ends in front of us. A proxy may replace Host: then the browser's own word
 * (Sec-Fetch-Site) or the proxy's (X-Forwarded-Host) count, neither of which a page can set without a preflight.
 */
function isSameOrigin(origin: string, headers: IncomingHttpHeaders): boolean {
  if (headers['sec-fetch-site'] === 'same-origin') return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host !== '' && (host === headers.host?.toLowerCase() || host === headers['x-forwarded-host'])
}
