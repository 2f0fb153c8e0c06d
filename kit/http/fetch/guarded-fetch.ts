import type { Agent, Dispatcher } from 'undici'
import { AddressRefused, guardedLookup, hostAndPort, refuseUrl } from './address-guard.ts'

export type GuardedRequest = {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For everything: names, redirects and the last byte. */
  timeoutMs: number
  bytesMax: number
  signal?: AbortSignal
}

export type GuardedResponse = { status: number; header(name: string): string | null; body: string }

export type GuardedStream = {
  status: number
  header(name: string): string | null
  chunks: AsyncIterable<Uint8Array>
  close(): void
}

/** Why there is no answer. The message completes "The address ..." and says nothing of what is behind the wall. */
export class FetchFailure extends Error {
  override name = 'FetchFailure'
}

const redirectsMax = 3
const redirectStatuses = new Set([301, 302, 303, 307, 308])
/** What may follow a redirect to another origin; anything else could be meant for the first one's eyes only. */
const harmlessHeaders = new Set(['accept', 'accept-encoding', 'user-agent'])

export type GuardedFetch = ReturnType<typeof createGuardedFetch>

/**
 * HTTP for addresses that strangers choose. Only http and https, only public addresses (checked on the literal and on
 * what a name resolves to, at the moment of connecting), every redirect checked again, at most three of them, none
 * from https to http; no proxy from the environment, no cookies, no compression; bounded in time and size.
 * `allow` lists exceptions as host:port, for development and tests.
 */
export function createGuardedFetch({
  allow,
  resolve,
}: {
  allow: Iterable<string>
  resolve?: Parameters<typeof guardedLookup>[0]
}) {
  const allowed = new Set(allow)
  const common = { connections: 16, keepAliveTimeout: 4000, headersTimeout: 30_000, maxHeaderSize: 16_384 }
  let agents: Promise<{ open: Agent; guarded: Agent }> | undefined

  /** Loaded when it is first needed: 0.1 s of a core, which a process that fetches nothing does not spend. */
  async function makeAgents() {
    const { Agent } = await import('undici')
    const connect = { timeout: 5000 }
    return {
      open: new Agent({ ...common, connect }),
      guarded: new Agent({ ...common, connect: { ...connect, lookup: guardedLookup(resolve) } }),
    }
  }

  async function send(
    request: GuardedRequest,
    signal: AbortSignal,
    bodyTimeout: number,
  ): Promise<Dispatcher.ResponseData> {
    const { open, guarded } = await (agents ??= makeAgents())
    let url = parse(request.url)
    let headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'Marquee', ...request.headers }
    for (let hop = 0; ; hop++) {
      const refused = refuseUrl(url, allowed)
      if (refused !== null) throw new FetchFailure(refused)
      const dispatcher = allowed.has(hostAndPort(url)) ? open : guarded
      const response = await dispatcher.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method ?? 'GET',
        headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        signal,
        bodyTimeout,
      })
      const location = response.headers['location']
      if (request.method === 'POST' || !redirectStatuses.has(response.statusCode) || typeof location !== 'string')
        return response
      discard(response)
      if (hop >= redirectsMax) throw new FetchFailure(`redirects more than ${redirectsMax} times`)
      const next = parse(location, url)
      if (url.protocol === 'https:' && next.protocol === 'http:') throw new FetchFailure('redirects from https to http')
      if (next.origin !== url.origin)
        headers = Object.fromEntries(
          Object.entries(headers).filter(([name]) => harmlessHeaders.has(name.toLowerCase())),
        )
      url = next
    }
  }

  return {
    /** Why this URL would not be asked, as far as it can be told without resolving its name. Null: nothing speaks against it. */
    refuse(url: string): string | null {
      const parsed = URL.parse(url)
      return parsed === null ? 'must be an http or https URL' : refuseUrl(parsed, allowed)
    },

    /** The whole answer, whatever its status. Throws a FetchFailure. */
    async request(request: GuardedRequest): Promise<GuardedResponse> {
      const deadline = AbortSignal.timeout(request.timeoutMs)
      const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
      try {
        const response = await send(request, signal, request.timeoutMs)
        return { ...head(response), body: await readText(response, request.bytesMax) }
      } catch (error) {
        throw toFailure(error, request.timeoutMs)
      }
    },

    /** An answer without end; `timeoutMs` is how long its head may take and how long it may then be silent. */
    async stream(
      request: Omit<GuardedRequest, 'bytesMax' | 'method' | 'body'> & { signal: AbortSignal; headTimeoutMs: number },
    ): Promise<GuardedStream> {
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), request.headTimeoutMs)
      const signal = AbortSignal.any([late.signal, request.signal])
      try {
        const response = await send({ ...request, bytesMax: 0 }, signal, request.timeoutMs)
        refuseEncoding(response)
        return { ...head(response), chunks: response.body, close: () => discard(response) }
      } catch (error) {
        throw toFailure(error, request.headTimeoutMs)
      } finally {
        clearTimeout(timer)
      }
    },

    /** Cuts what is under way. */
    async close(): Promise<void> {
      const { open, guarded } = (await agents) ?? {}
      await Promise.all([open?.destroy(), guarded?.destroy()])
    },
  }
}

function parse(text: string, base?: URL): URL {
  const url = URL.parse(text, base)
  if (url === null) throw new FetchFailure('must be an http or https URL')
  return url
}

const head = ({ statusCode: status, headers }: Dispatcher.ResponseData) => ({
  status,
  header(name: string): string | null {
    const value = headers[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  },
})

async function readText(response: Dispatcher.ResponseData, bytesMax: number): Promise<string> {
  refuseEncoding(response)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > bytesMax) {
      discard(response)
      throw new FetchFailure(`answers with more than ${bytesMax} bytes`)
    }
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new FetchFailure('answers with bytes that are not UTF-8')
  }
}

/** We ask for none: a few bytes that unpack to gigabytes are an old trick. */
function refuseEncoding(response: Dispatcher.ResponseData): void {
  const encoding = head(response).header('content-encoding')
  if (encoding === null || encoding === 'identity') return
  discard(response)
  throw new FetchFailure('answers compressed, which was not asked for')
}

function discard({ body }: Dispatcher.ResponseData): void {
  // What is cut off reports so; nobody is interested any more.
  body.on('error', () => {})
  body.destroy()
}

function toFailure(error: unknown, timeoutMs: number): FetchFailure {
  if (error instanceof FetchFailure) return error
  const { name, code } = error as { name?: string; code?: string }
  if (error instanceof AddressRefused) return new FetchFailure(error.message, { cause: error })
  if (name === 'TimeoutError' || code?.endsWith('_TIMEOUT'))
    return new FetchFailure(`does not answer within ${timeoutMs} ms`, { cause: error })
  return new FetchFailure('cannot be reached', { cause: error })
}
