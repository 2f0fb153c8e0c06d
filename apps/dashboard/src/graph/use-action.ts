import { isMarqueeError, MarqueeError, type TypedDocument } from '@marquee/sdk'
import { useCallback, useState } from 'react'
import { useSession } from './session.ts'
import { changed } from './use-query.ts'

export type Action<R, V> = {
  /** Resolves with the answer, or null when it was refused: `error` says why. */
  run: (variables: V) => Promise<R | null>
  busy: boolean
  error: MarqueeError | null
  /** The error is about something that is not there any more. */
  forget: () => void
}

/** A write. Its error stays until the next attempt, to be shown beside what caused it. */
export function useAction<R, V>(document: TypedDocument<R, V>, topic?: string): Action<R, V> {
  const { client } = useSession()
  const [state, setState] = useState<{ busy: boolean; error: MarqueeError | null }>({ busy: false, error: null })
  const run = useCallback(
    async (variables: V): Promise<R | null> => {
      setState({ busy: true, error: null })
      try {
        const answer = await client.mutate(document, ...([variables] as never))
        setState({ busy: false, error: null })
        if (topic !== undefined) changed(topic)
        return answer
      } catch (error) {
        setState({ busy: false, error: asMarqueeError(error) })
        return null
      }
    },
    [client, document, topic],
  )
  const forget = useCallback(() => setState({ busy: false, error: null }), [])
  return { run, ...state, forget }
}

export const asMarqueeError = (error: unknown): MarqueeError =>
  isMarqueeError(error) ? error : new MarqueeError('INTERNAL_SERVER_ERROR', String(error))

/** A key under which a write is done once, however often it is sent. */
export const writeKey = (): string => `dash-${crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`}`

export type Problem = { pointer: string; message: string }

/** What a refused write says of single members: SCHEMA_VIOLATION and UPGRADE_BLOCKED name pointers, LOCKED_PATH one. */
export function problemsOf(error: MarqueeError | null): Problem[] {
  if (!error) return []
  const { problems, path } = error.details
  if (Array.isArray(problems))
    return problems.map((problem: Record<string, unknown>) => ({
      pointer: String(problem['pointer'] ?? problem['path'] ?? ''),
      message: String(problem['message'] ?? ''),
    }))
  return typeof path === 'string' ? [{ pointer: path, message: error.message }] : []
}
