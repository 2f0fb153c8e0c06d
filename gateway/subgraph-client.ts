import { Pool } from 'undici'
import { AppError } from '../kit/errors/app-error.ts'
import { parseOwnJson } from '../kit/pure/json/parse-json.ts'

const timeoutMs = 15_000
const connectTimeoutMs = 3000
const readyWithinMs = 2000
/** Requests that one gateway has under way at one address; more of them wait for a connection. */
const connectionsMax = 128

/**
 * One subgraph's processes: requests go round them. An address that does not answer is skipped in favour of the next
 * one only where nothing was sent; a request that may have arrived is not sent twice.
 *
 * Every patch of five processes comes through here, so it is undici's own request over kept connections: `fetch` with
 * its streams and signals costs the gateway several times as much.
 */
export class SubgraphClient {
  readonly #name: string
  readonly #processes: readonly Pool[]
  readonly #urls: readonly string[]
  readonly #headers: () => Record<string, string>
  #next = 0

  /** `headers`: what every request carries besides. */
  constructor(name: string, urls: readonly string[], headers: () => Record<string, string> = () => ({})) {
    this.#name = name
    this.#headers = headers
    this.#urls = urls
    this.#processes = urls.map((url) => {
      const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: connectTimeoutMs } }
      return new Pool(url, { ...timeouts, connections: connectionsMax })
    })
  }

  /** POSTs JSON and returns the JSON answer. UNAVAILABLE where no process answers. */
  async post(path: string, body: string, headers: Record<string, string>): Promise<unknown> {
    let failure: unknown
    for (let tried = 0; tried < this.#processes.length; tried++) {
      const process = this.#processes[this.#next++ % this.#processes.length] as Pool
      try {
        const answer = await process.request({
          method: 'POST',
          path,
          body,
          headers: { 'content-type': 'application/json', ...this.#headers(), ...headers },
        })
        // GraphQL answers carry their errors inside; anything else without a JSON body is a part that is down.
        return parseOwnJson(await answer.body.text())
      } catch (error) {
        failure = error
        if (!nothingWasSent(error)) break
      }
    }
    throw new AppError('UNAVAILABLE', {
      public: 'A part of the graph is away. Try again in a moment.',
      internal: `${this.#name} does not answer at ${this.#urls.join(', ')}`,
      cause: failure,
    })
  }

  async ready(): Promise<boolean> {
    const answers = await Promise.all(this.#processes.map(isReady))
    return answers.includes(true)
  }

  /** Ends its connections at once; what is under way fails. */
  async close(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.destroy()))
  }
}

async function isReady(process: Pool): Promise<boolean> {
  try {
    const { statusCode, body } = await process.request({
      method: 'GET',
      path: '/readyz',
      signal: AbortSignal.timeout(readyWithinMs),
    })
    await body.dump()
    return statusCode === 200
  } catch {
    return false
  }
}

const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

function nothingWasSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unsent.has(String(error.code))
}
