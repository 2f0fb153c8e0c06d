import { randomUUID } from 'node:crypto'
import { FetchFailure } from '../../../../kit/http/fetch/guarded-fetch.ts'
import { createEventStreamReader, StreamTooLarge, type StreamMessage } from '../../../../kit/pure/event-stream.ts'
import { isAnyBound } from '../../store/bindings/bound-instances.ts'
import {
  dropSource,
  leaseSeconds,
  matchOf,
  releaseSource,
  renewLease,
  takeDueSources,
  type SharedSource,
  type Outcome,
} from '../../store/bindings/binding-sources.ts'
import type { Job, JobDeps } from '../job.ts'
import { answerBytesMax, askTimeoutMs, parseAnswer } from './read-source.ts'
import { recordResult } from './record-result.ts'
import { pauseSeconds } from './poll-bindings.ts'

const streamsMax = 200
/** A stream that says nothing at all for so long, not even a comment, is taken for dead. */
const silenceMs = 120_000
const renewMs = (leaseSeconds * 1000) / 3
const reconnectSeconds = { base: 1, max: 60 }

/**
 * Listens to the event streams that bindings follow (strategy SSE), one connection for each address over all
 * instances and workers: whoever holds the lease listens, and says every few seconds that it lives. The data of a
 * message is the value, as JSON. While one value is being told, newer ones replace each other: the last counts.
 */
export function streamBindings(deps: JobDeps): Job {
  const { pool, log } = deps
  const holder = randomUUID()
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()

  async function follow(source: SharedSource): Promise<void> {
    const lost = new AbortController()
    const renewing = setInterval(() => {
      void holdOn(source).then(
        (held) => (held ? undefined : lost.abort()),
        () => {},
      )
    }, renewMs)
    try {
      if (!(await isAnyBound(pool, source.tenantId, matchOf(source)))) return await dropSource(pool, source.id, holder)
      const ended = await listen(deps, source, holder, AbortSignal.any([stopping.signal, lost.signal]))
      if (stopping.signal.aborted) return await releaseSource(pool, source.id, holder, 0)
      if (lost.signal.aborted) return
      const failures =
        ended.error === null
          ? 0
          : ((await recordResult(deps, source, holder, { type: 'ERROR', error: ended.error }))?.failures ?? 1)
      await releaseSource(pool, source.id, holder, failures === 0 ? ended.retrySeconds : pauseSeconds(source, failures))
    } finally {
      clearInterval(renewing)
    }
  }

  /** False when the lease is gone, or nobody follows the stream any more. */
  async function holdOn(source: SharedSource): Promise<boolean> {
    if (!(await renewLease(pool, source.id, holder))) return false
    if (await isAnyBound(pool, source.tenantId, matchOf(source))) return true
    await dropSource(pool, source.id, holder)
    return false
  }

  return {
    name: 'stream-bindings',
    everyMs: 500,
    async run() {
      const free = streamsMax - running.size
      if (free === 0) return
      for (const source of await takeDueSources(pool, holder, ['SSE'], free)) {
        const work = follow(source).catch((error: unknown) =>
          log.warn({ err: error, address: source.address }, 'a stream could not be followed'),
        )
        running.add(work)
        void work.finally(() => running.delete(work))
      }
    },
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

type Ended = { error: string | null; retrySeconds: number }

/** Until the stream ends. A stream that was cut after it had said something is no failure: it is opened again. */
async function listen(deps: JobDeps, source: SharedSource, holder: string, signal: AbortSignal): Promise<Ended> {
  const broken = new AbortController()
  const newest = new Newest(
    (message: StreamMessage) => tellMessage(deps, source, holder, message),
    () => broken.abort(),
  )
  let retrySeconds = reconnectSeconds.base
  let heard = false
  let error: string | null = 'ends without a message'
  try {
    const headers: Record<string, string> = {
      accept: 'text/event-stream',
      ...(source.marker === null ? {} : { 'last-event-id': source.marker }),
    }
    const stream = await deps.http.stream({
      url: source.address,
      headers,
      signal: AbortSignal.any([signal, broken.signal]),
      timeoutMs: silenceMs,
      headTimeoutMs: askTimeoutMs,
    })
    const refused = refuseHead(stream)
    if (refused !== null) {
      stream.close()
      return { error: refused, retrySeconds }
    }
    const reader = createEventStreamReader(answerBytesMax)
    const decoder = new TextDecoder()
    for await (const chunk of stream.chunks) {
      for (const message of reader.push(decoder.decode(chunk, { stream: true }))) {
        heard = true
        if (message.retryMs !== null)
          retrySeconds = Math.min(Math.max(message.retryMs / 1000, reconnectSeconds.base), reconnectSeconds.max)
        newest.put(message)
      }
    }
  } catch (failure) {
    if (failure instanceof FetchFailure) error = failure.message
    else if (failure instanceof StreamTooLarge)
      ({ error, heard } = { error: `sends a message with more than ${answerBytesMax} characters`, heard: false })
  }
  await newest.settled()
  return { error: heard ? null : error, retrySeconds }
}

function refuseHead(stream: { status: number; header(name: string): string | null }): string | null {
  if (stream.status !== 200) return `answers with status ${stream.status}`
  return stream.header('content-type')?.startsWith('text/event-stream')
    ? null
    : 'answers with something that is not an event stream'
}

async function tellMessage(deps: JobDeps, source: SharedSource, holder: string, message: StreamMessage): Promise<void> {
  const outcome: Outcome = parseAnswer(message.data, message.id)
  await recordResult(deps, source, holder, outcome)
}

/** Handles one value at a time; of those that come meanwhile only the last. Ends with the first that fails. */
class Newest<T> {
  readonly #handle: (value: T) => Promise<void>
  readonly #failed: () => void
  #next: { value: T } | null = null
  #running: Promise<void> | null = null

  constructor(handle: (value: T) => Promise<void>, failed: () => void) {
    this.#handle = handle
    this.#failed = failed
  }

  put(value: T): void {
    this.#next = { value }
    if (this.#running) return
    this.#running = this.#run()
    this.#running.catch(() => this.#failed())
  }

  /** Resolves when the last value has been handled; rejects if that failed. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    for (let next = this.#next; next; next = this.#next) {
      this.#next = null
      await this.#handle(next.value)
    }
    this.#running = null
  }
}
