import type { Logger } from './log.ts'
import { withTimeout } from './with-timeout.ts'

export type StopOptions = {
  /** How long it may take before the next part is stopped. */
  limitMs?: number
  /** What is done at once, and not waited for, where the process has no time left to stop it. */
  abandon?: () => void
}

type Part = StopOptions & { name: string; stop: (how: How) => unknown }
/** `hurried`: the process must end soon, so nothing waits for others. */
export type How = { hurried: boolean }

const defaultLimitMs = 10_000

/**
 * What was started, in the order in which it was: stopped in reverse, each part within its limit. It may be stopped while
 * something is still being started: `signal` aborts, what runs under `during` is waited for, and what is added from then
 * on is stopped straight away.
 */
export class Stops {
  readonly #log: Logger
  readonly #parts: Part[] = []
  readonly #starting = new Set<Promise<unknown>>()
  readonly #stopping = new AbortController()
  #run: Promise<boolean> | null = null
  #how: How = { hurried: false }
  #current: Part | null = null
  #isClean = true
  #isDone = false

  constructor(log: Logger) {
    this.#log = log
  }

  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  add(name: string, stop: (how: How) => unknown, options: StopOptions = {}): void {
    const part = { name, stop, ...options }
    // While parts are being stopped, the last of the list is the next one.
    if (this.#isDone) void this.#stopOne(part)
    else this.#parts.push(part)
  }

  /** What `work` comes to. It is waited for before anything is stopped, so it must look at `signal`. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#starting.add(work)
    try {
      return await work
    } finally {
      this.#starting.delete(work)
    }
  }

  /** What `work` comes to, or a rejection as soon as everything is stopped; for work that may be left where it is. */
  async unlessStopped<T>(work: Promise<T>): Promise<T> {
    const { signal } = this
    // Where it is left, nobody hears of how it ends.
    work.catch(() => {})
    signal.throwIfAborted()
    const aborted = Promise.withResolvers<never>()
    const abort = () => aborted.reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    try {
      return await Promise.race([work, aborted.promise])
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  /** Stops everything; true when every part stopped without an error and in time. Called again, the same promise. */
  stop(how: How = { hurried: false }): Promise<boolean> {
    if (this.#run === null) {
      this.#how = how
      this.#stopping.abort(new Stopped())
      this.#run = this.#stopAll()
    }
    return this.#run
  }

  /** For a process that ends now: parts that outlive it are told to end, and nothing is waited for. */
  abandon(): void {
    for (const part of [this.#current, ...this.#parts]) part?.abandon?.()
  }

  async #stopAll(): Promise<boolean> {
    await withTimeout(Promise.allSettled([...this.#starting]), defaultLimitMs, () => new Error('late')).catch(() => {
      this.#log.error('what was being started did not come to its end')
    })
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) {
      this.#current = part
      await this.#stopOne(part)
      this.#current = null
    }
    this.#isDone = true
    return this.#isClean
  }

  async #stopOne({ name, stop, limitMs = defaultLimitMs }: Part): Promise<void> {
    try {
      // Inside an async function, so that a stop that throws at once counts like one that rejects.
      await withTimeout(
        (async () => await stop(this.#how))(),
        limitMs,
        () => new Error(`not stopped within ${limitMs} ms`),
      )
    } catch (error) {
      this.#isClean = false
      this.#log.error({ err: error, part: name }, 'a part did not stop cleanly')
    }
  }
}

/** Why a start that was interrupted by a stop was not finished. */
export class Stopped extends Error {
  override name = 'Stopped'
  override message = 'Everything is being stopped.'
}
