import { fromWireErrors, isRecord, type MarqueeError } from '../marquee-error.ts'
import { fullJitter } from '../retry.ts'
import { timing } from './connection-state.ts'
import type { Connection } from './connection.ts'

/** `offline` from the first failure until the server has answered again. */
export type FeedState = 'connecting' | 'live' | 'offline'

export type FeedHandlers = {
  onState?: ((state: FeedState) => void) | undefined
  /** The feed has ended: the server refused it, and would again. */
  onError?: ((error: MarqueeError) => void) | undefined
}

export type Feed = {
  readonly state: FeedState
  stop(): void
}

/** What to do after one answer: go on, or ask again from the cursor because something is missing. */
export type Answer = 'continue' | 'resume'

export type FeedOptions = FeedHandlers & {
  document: { toString(): string }
  variables: () => Record<string, unknown>
  onData: (data: Record<string, unknown>) => Answer
  /** Whether `variables` carries a cursor; forgetting it must make it carry none. */
  hasCursor?: () => boolean
  forgetCursor?: (because: 'refused' | 'fruitless') => void
  random: () => number
}

/** Codes after which a feed is over. Anything else (a server's bug too) may be different in a while. */
const finalCodes = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_EXPENSIVE',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PAYLOAD_TOO_LARGE',
])
const cursorCodes = new Set(['CURSOR_EXPIRED', 'BAD_USER_INPUT'])

/** Keeps one subscription standing until it is stopped or refused, whatever happens to connection and server. */
export function openFeed(connection: Connection, options: FeedOptions): Feed {
  let state: FeedState = 'connecting'
  let failures = 0
  /** Resumes since the last answer that brought us forward. */
  let fruitless = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function enter(next: FeedState): void {
    if (stopped || state === next) return
    state = next
    options.onState?.(next)
  }

  function end(error: MarqueeError): void {
    enter('offline')
    stop()
    options.onError?.(error)
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
    operation.remove()
  }

  function again(atLeastMs = 0): void {
    const wait = atLeastMs + fullJitter(failures, timing.backoff, options.random)
    failures += 1
    clearTimeout(timer)
    timer = setTimeout(() => operation.restart(), wait)
  }

  function failed(error: MarqueeError): void {
    if (options.hasCursor?.() && cursorCodes.has(error.code)) {
      options.forgetCursor?.('refused')
      return operation.restart()
    }
    if (finalCodes.has(error.code)) return end(error)
    enter('offline')
    again(error.retryAfterMs)
  }

  const operation = connection.add({
    request: () => ({ query: options.document.toString(), variables: options.variables() }),
    onNext({ data, errors }) {
      if (stopped) return
      const broken = errors !== undefined && errors.length > 0
      if (!isRecord(data) || (broken && Object.values(data).includes(null))) {
        operation.pause()
        return failed(fromWireErrors(errors ?? []))
      }
      if (options.onData(data) === 'continue') {
        failures = fruitless = 0
        return
      }
      fruitless += 1
      // Resuming did not close the gap: only a snapshot can.
      if (fruitless > 1) options.forgetCursor?.('fruitless')
      if (fruitless <= 2) return operation.restart()
      operation.pause()
      again()
    },
    onEnd(error) {
      if (stopped) return
      if (error) return failed(error)
      // The server has no more to say on this subscription, and the caller still wants to hear.
      again()
    },
    onLive() {
      clearTimeout(timer)
      enter('live')
    },
    onLost: () => enter('offline'),
    onFatal: end,
  })

  return {
    get state() {
      return state
    },
    stop,
  }
}
