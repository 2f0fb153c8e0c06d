import { AppError } from '../kit/errors/app-error.ts'

const timeoutMs = 15_000

/**
 * One subgraph's processes: requests go round them. An address that does not answer is skipped in favour of the next
 * one only where nothing was sent; a request that may have arrived is not sent twice.
 */
export class SubgraphClient {
  readonly #name: string
  readonly #urls: readonly string[]
  #next = 0

  constructor(name: string, urls: readonly string[]) {
    this.#name = name
    this.#urls = urls
  }

  /** POSTs JSON and returns the JSON answer. UNAVAILABLE where no process answers. */
  async post(path: string, body: string, headers: Record<string, string>): Promise<unknown> {
    let failure: unknown
    for (let tried = 0; tried < this.#urls.length; tried++) {
      const url = this.#urls[this.#next++ % this.#urls.length] as string
      try {
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
          signal: AbortSignal.timeout(timeoutMs),
        })
        // GraphQL answers carry their errors inside; anything else without a JSON body is a part that is down.
        return await response.json()
      } catch (error) {
        failure = error
        if (!isRefused(error)) break
      }
    }
    throw new AppError('UNAVAILABLE', {
      public: 'A part of the graph is away. Try again in a moment.',
      internal: `${this.#name} does not answer at ${this.#urls.join(', ')}`,
      cause: failure,
    })
  }

  async ready(): Promise<boolean> {
    const answers = await Promise.allSettled(
      this.#urls.map(async (url) => (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).ok),
    )
    return answers.some((answer) => answer.status === 'fulfilled' && answer.value)
  }
}

const isRefused = (error: unknown) =>
  error instanceof TypeError && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.test(String((error.cause as { code?: string })?.code))
