type Waiting<Request, Answer> = {
  request: Request
  answers: { resolve(answer: Answer): void; reject(error: unknown): void }[]
}

const batchMax = 2000
const pauseMs = 50
/** So many that asked within one pause are a storm: they wait a little longer, in fewer questions. */
const stormBatch = 20
const stormPauseMs = 200

/**
 * Asks for many readers, one question at a time: the first goes out at once, what is asked meanwhile is gathered into
 * the next, and equal questions are asked once. So 5,000 screens that come back together are a handful of queries, and
 * a lone one does not wait.
 */
export class BatchedReads<Request, Answer> {
  readonly #ask: (requests: Request[]) => Promise<Answer[]>
  readonly #keyOf: (request: Request) => string
  #waiting = new Map<string, Waiting<Request, Answer>>()
  #busy = false
  /** How many questions went out, for the metrics. */
  queries = 0

  constructor(ask: (requests: Request[]) => Promise<Answer[]>, keyOf: (request: Request) => string) {
    this.#ask = ask
    this.#keyOf = keyOf
  }

  read(request: Request): Promise<Answer> {
    const key = this.#keyOf(request)
    return new Promise((resolve, reject) => {
      const entry = this.#waiting.get(key)
      if (entry) entry.answers.push({ resolve, reject })
      else this.#waiting.set(key, { request, answers: [{ resolve, reject }] })
      if (!this.#busy) {
        this.#busy = true
        // After this tick, so that what arrives together goes together.
        setImmediate(() => void this.#drain())
      }
    })
  }

  async #drain(): Promise<void> {
    while (this.#waiting.size > 0) {
      const batch = this.#take()
      this.queries++
      try {
        const answers = await this.#ask(batch.map(({ request }) => request))
        batch.forEach((entry, index) => {
          for (const { resolve } of entry.answers) resolve(answers[index] as Answer)
        })
      } catch (error) {
        for (const { answers } of batch) for (const { reject } of answers) reject(error)
      }
      if (this.#waiting.size === 0) break
      await new Promise((resolve) => setTimeout(resolve, batch.length > stormBatch ? stormPauseMs : pauseMs))
    }
    this.#busy = false
  }

  #take(): Waiting<Request, Answer>[] {
    const batch: Waiting<Request, Answer>[] = []
    for (const [key, entry] of this.#waiting) {
      if (batch.length >= batchMax) break
      this.#waiting.delete(key)
      batch.push(entry)
    }
    return batch
  }
}
