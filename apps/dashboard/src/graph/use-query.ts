import { isMarqueeError, type MarqueeClient, type MarqueeError, type TypedDocument } from '@marquee/sdk'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sessionEnded, setCutOff } from './connection.ts'
import { useSession } from './session.ts'

export type Answer<R> = {
  data: R | undefined
  /** Why there is no newer answer; what was read before stays beside it. */
  error: MarqueeError | null
  loading: boolean
  refresh: () => void
}

export type QueryOptions = {
  /** Not asked while true. */
  pause?: boolean
  /** Asked again so often, in milliseconds, while the page is visible. */
  every?: number
  /** Asked again when something with this name has changed: the id of an instance, of a run. */
  topic?: string | undefined
}

const answers = new WeakMap<MarqueeClient, Map<string, unknown>>()
const listeners = new Map<string, Set<() => void>>()
const keptAnswers = 200
const retryMs = 2_000

/** Says that `topic` has changed: what shows it reads it again. */
export function changed(topic: string): void {
  for (const listener of [...(listeners.get(topic) ?? [])]) listener()
}

/** Answers what was read last at once, so that Back shows it without a wait, and then what the server says now. */
export function useQuery<R, V>(document: TypedDocument<R, V>, variables: V, options: QueryOptions = {}): Answer<R> {
  const { client } = useSession()
  const { pause = false, every, topic } = options
  const key = useMemo(() => JSON.stringify([document.toString(), variables]), [document, variables])
  const [, render] = useState(0)
  const state = useRef<{ client: MarqueeClient; key: string; data: R | undefined; error: MarqueeError | null }>(null)
  if (state.current === null || state.current.key !== key || state.current.client !== client)
    state.current = { client, key, data: answersOf(client).get(key) as R | undefined, error: null }
  const [busy, setBusy] = useState(!pause)
  const [turn, setTurn] = useState(0)
  const refresh = useCallback(() => setTurn((last) => last + 1), [])

  useEffect(() => {
    if (pause) return
    const stop = new AbortController()
    const who = {}
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      setBusy(true)
      try {
        const [, sent] = JSON.parse(key) as [string, V]
        const data = await client.query(document, ...([sent, { signal: stop.signal }] as never))
        if (stop.signal.aborted) return
        keepAnswer(client, key, data)
        if (state.current?.key === key) state.current = { client, key, data, error: null }
        setCutOff(who, false)
        if (every !== undefined) timer = setTimeout(again, every)
      } catch (error) {
        if (stop.signal.aborted || !isMarqueeError(error)) return
        const isAway = error.code === 'UNAVAILABLE' || error.code === 'RATE_LIMITED'
        if (error.code === 'UNAUTHENTICATED') sessionEnded.set(true)
        setCutOff(who, error.code === 'UNAVAILABLE')
        if (state.current?.key === key) state.current = { ...state.current, error }
        if (isAway) timer = setTimeout(again, retryMs)
      }
      setBusy(false)
      render((count) => count + 1)
    }
    const again = (): void => {
      if (globalThis.document.visibilityState === 'visible') void ask()
      else timer = setTimeout(again, retryMs)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
      setCutOff(who, false)
    }
  }, [client, document, key, pause, every, turn])
  useTopic(topic, refresh)
  return { data: state.current.data, error: state.current.error, loading: busy, refresh }
}

/** Calls `onChange` a moment after `topic` has changed, once for a burst. */
function useTopic(topic: string | undefined, onChange: () => void): void {
  useEffect(() => {
    if (topic === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const listener = (): void => {
      clearTimeout(timer)
      timer = setTimeout(onChange, 120)
    }
    const known = listeners.get(topic) ?? new Set()
    listeners.set(topic, known.add(listener))
    return () => {
      clearTimeout(timer)
      known.delete(listener)
      if (known.size === 0) listeners.delete(topic)
    }
  }, [topic, onChange])
}

function answersOf(client: MarqueeClient): Map<string, unknown> {
  const known = answers.get(client) ?? new Map<string, unknown>()
  answers.set(client, known)
  return known
}

function keepAnswer(client: MarqueeClient, key: string, data: unknown): void {
  const known = answersOf(client)
  known.delete(key)
  known.set(key, data)
  for (const oldest of known.keys()) {
    if (known.size <= keptAnswers) return
    known.delete(oldest)
  }
}
