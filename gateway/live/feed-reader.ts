import type { FeedRequest, FeedSlice } from '../../schema/events.ts'
import type { FeedSource } from './feed-source.ts'

type Waiting = { request: FeedRequest; answers: { resolve(slice: FeedSlice): void; reject(error: unknown): void }[] }

const batchMax = 2000
const pauseMs = 50
const stormPauseMs = 200

/**
 * Reads feeds back for whoever needs them, one question at a time: the first goes out at once, what is asked meanwhile
 * is gathered into the next, and equal questions are asked once. So 5,000 screens that come back together are a
 * handful of queries, and a lone one does not wait.
 */
export class FeedReader {
  readonly #source: Pick<FeedSource, 'readFeeds'>
  #waiting = new Map<string, Waiting>()
  #busy = false
  /** How many questions went out, for the metrics. */
  queries = 0

  constructor(source: Pick<FeedSource, 'readFeeds'>) {
    this.#source = source
  }

  read(request: FeedRequest): Promise<FeedSlice> {
    const { instanceId, since } = request
    const key = since === null ? instanceId : `${instanceId} ${since.epoch} ${since.revision}`
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
        const slices = await this.#source.readFeeds(batch.map(({ request }) => request))
        batch.forEach(({ answers }, index) => {
          for (const { resolve } of answers) resolve(slices[index] as FeedSlice)
        })
      } catch (error) {
        for (const { answers } of batch) for (const { reject } of answers) reject(error)
      }
      if (this.#waiting.size === 0) break
      await new Promise((resolve) => setTimeout(resolve, batch.length > 100 ? stormPauseMs : pauseMs))
    }
    this.#busy = false
  }

  #take(): Waiting[] {
    const batch: Waiting[] = []
    for (const [key, entry] of this.#waiting) {
      if (batch.length >= batchMax) break
      this.#waiting.delete(key)
      batch.push(entry)
    }
    return batch
  }
}
