import { endpoint } from './endpoint.ts'
import { fromWireErrors, isRecord, MarqueeError, type WireError } from './marquee-error.ts'
import { fullJitter, pause, type Backoff } from './retry.ts'
import type { TypedDocument } from './typed-document.ts'

export type ClientOptions = {
  /** The server's address, or that of its GraphQL endpoint. */
  url: string | URL
  key?: string | undefined
  fetch?: typeof fetch | undefined
  /**
   * `attemptsMax: 1` never tries again. `waitMsMax` (30 s) is the longest pause that a server may ask for
   * (RATE_LIMITED): where it asks for more, the error is thrown at once.
   */
  retry?: (Partial<Backoff> & { attemptsMax?: number | undefined; waitMsMax?: number | undefined }) | undefined
  timeoutMs?: number | undefined
  random?: (() => number) | undefined
}

export type RequestOptions = { signal?: AbortSignal | undefined }

/** Variables may be left out where the document needs none. */
type Rest<V> =
  Record<string, never> extends V ? [variables?: V, options?: RequestOptions] : [variables: V, options?: RequestOptions]

export type MarqueeClient = {
  /** Answers the document's data; throws a MarqueeError when there is any error in the answer. */
  query<R, V>(document: TypedDocument<R, V>, ...rest: Rest<V>): Promise<R>
  /** As `query`, but tried again only when that is harmless: with an `idempotencyKey`, or when it was never begun. */
  mutate<R, V>(document: TypedDocument<R, V>, ...rest: Rest<V>): Promise<R>
}

/** A client for queries and mutations, for browsers and Node. */
export function createClient(options: ClientOptions): MarqueeClient {
  const url = endpoint(options.url, 'http')
  const backoff = { baseMs: options.retry?.baseMs ?? 200, capMs: options.retry?.capMs ?? 5_000 }
  const attemptsMax = options.retry?.attemptsMax ?? 4
  const waitMsMax = options.retry?.waitMsMax ?? 30_000
  const random = options.random ?? Math.random
  // Called as a plain function, because a browser's fetch refuses any other `this`.
  const send = options.fetch ?? ((input, init) => fetch(input, init))
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
  }

  async function once(body: string, signal: AbortSignal | undefined): Promise<{ response: Response; answer: unknown }> {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000)
    let response: Response
    let answer: unknown
    try {
      response = await send(url, {
        method: 'POST',
        headers,
        body,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      answer = await response.json().catch((cause: unknown) => {
        if (timeout.aborted || signal?.aborted) throw cause
        return undefined
      })
    } catch (cause) {
      if (signal?.aborted) throw cause
      throw new MarqueeError(
        'UNAVAILABLE',
        timeout.aborted ? 'The server did not answer in time.' : 'The server cannot be reached.',
        { cause },
      )
    }
    return { response, answer }
  }

  async function run<R>(document: string, variables: unknown, repeatable: boolean, signal?: AbortSignal): Promise<R> {
    const body = JSON.stringify({ query: document, variables })
    for (let attempt = 0; ; attempt += 1) {
      /** Rates are counted before anything is carried out: what is refused whole is as if it had never been sent. */
      let neverBegun = false
      try {
        const { response, answer } = await once(body, signal)
        neverBegun = response.status === 429
        return read<R>(response, answer)
      } catch (error) {
        if (!(error instanceof MarqueeError) || attempt + 1 >= attemptsMax) throw error
        const { code, retryAfterMs } = error
        const again =
          code === 'RATE_LIMITED'
            ? (repeatable || neverBegun) && retryAfterMs !== undefined && retryAfterMs <= waitMsMax
            : code === 'UNAVAILABLE' && repeatable
        if (!again) throw error
        await pause((retryAfterMs ?? 0) + fullJitter(attempt, backoff, random), signal)
      }
    }
  }

  return {
    query: (document, ...[variables, { signal } = {}]) => run(document.toString(), variables, true, signal),
    mutate: (document, ...[variables, { signal } = {}]) =>
      run(document.toString(), variables, hasIdempotencyKey(variables), signal),
  }
}

function read<R>({ status, headers }: Response, answer: unknown): R {
  if (isRecord(answer)) {
    if (Array.isArray(answer.errors) && answer.errors.length > 0) {
      throw fromWireErrors(answer.errors as WireError[], answer.data)
    }
    if (isRecord(answer.data)) return answer.data as R
  }
  // Something between us and the server spoke: a proxy's error page is no GraphQL answer.
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    const details = seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {}
    throw new MarqueeError('RATE_LIMITED', 'Too many requests.', { retryable: true, details })
  }
  if (status === 401) throw new MarqueeError('UNAUTHENTICATED', 'Credentials are missing or wrong.')
  if (status === 403) throw new MarqueeError('FORBIDDEN', 'The server refused the request.')
  if (status === 413) throw new MarqueeError('PAYLOAD_TOO_LARGE', 'The request is too large.')
  if (status >= 500) throw new MarqueeError('UNAVAILABLE', `The server answered with status ${status}.`)
  throw new MarqueeError('INTERNAL_SERVER_ERROR', `The server answered with status ${status} and no GraphQL.`)
}

function hasIdempotencyKey(variables: unknown): boolean {
  if (!isRecord(variables)) return false
  const holders = [variables, ...Object.values(variables).filter(isRecord)]
  return holders.some((holder) => typeof holder.idempotencyKey === 'string' && holder.idempotencyKey !== '')
}
