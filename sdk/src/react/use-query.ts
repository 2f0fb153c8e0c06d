import { useCallback, useState } from 'react'
import type { TypedDocument } from '../typed-document.ts'
import { isMarqueeError, type MarqueeError } from '../marquee-error.ts'
import { useMarquee } from './provider.ts'
import { useFollowed } from './use-followed.ts'

export type QueryState<R> = {
  /** The last answer to these variables, kept while it is asked for again. */
  data: R | undefined
  error: MarqueeError | undefined
  loading: boolean
}

export type QueryOptions<R> = {
  /** What a server has already read: shown at once, and not asked for again before `refetch`. */
  initial?: R | undefined
  /** Asks for nothing while true. */
  skip?: boolean | undefined
}

/** Reads once for each new value of the variables, and again when `refetch` is called. Not live: see useLiveQuery. */
export function useQuery<R, V>(
  document: TypedDocument<R, V>,
  variables: V,
  { initial, skip = false }: QueryOptions<R> = {},
): QueryState<R> & { refetch: () => void } {
  const { client } = useMarquee()
  const [round, setRound] = useState(0)
  const asked = JSON.stringify([document.toString(), variables])
  const known = initial !== undefined && round === 0
  const first: QueryState<R> = { data: initial, error: undefined, loading: !known && !skip }
  // The round is no part of the key: what is shown stays until the next answer is here.
  const [last, setLast] = useState<{ asked: string; data: R } | null>(null)
  const state = useFollowed<QueryState<R>>(`${asked} ${round} ${skip}`, first, (report) => {
    if (known || skip) return () => undefined
    const stop = new AbortController()
    client.query<R, unknown>(document as TypedDocument<R, unknown>, variables, { signal: stop.signal }).then(
      (data) => {
        setLast({ asked, data })
        report(() => ({ data, error: undefined, loading: false }))
      },
      (error: unknown) => {
        if (isMarqueeError(error)) report((before) => ({ ...before, error, loading: false }))
        else if (!stop.signal.aborted) throw error
      },
    )
    return () => stop.abort()
  })
  const refetch = useCallback(() => setRound((before) => before + 1), [])
  const data = state.data ?? (last?.asked === asked ? last.data : undefined)
  return { ...state, data, refetch }
}
