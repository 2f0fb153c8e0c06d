import type { TypedDocument } from '@marquee/sdk'
import { useEffect, useState } from 'react'
import { useSession } from '../graph/session.ts'
import { asMarqueeError } from '../graph/use-action.ts'
import { useQuery, type Answer, type QueryOptions } from '../graph/use-query.ts'
import { Button } from './controls.tsx'
import { count } from './format.ts'

type Connection<N> = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  nodes: readonly N[]
}

export type Pages<N> = Pick<Answer<unknown>, 'error' | 'loading' | 'refresh'> & {
  nodes: readonly N[]
  total: number | null
  more: (() => void) | null
}

/** A list that grows at its end. Its first page is read again when its topic changes; later pages follow its cursors. */
export function usePages<R, V extends { after?: string | null | undefined }, N extends { [key: string]: unknown }>(
  document: TypedDocument<R, V>,
  variables: V,
  read: (answer: R) => Connection<N> | null | undefined,
  keyOf: (node: N) => string,
  options: QueryOptions = {},
): Pages<N> {
  const { client } = useSession()
  const { data, error, loading, refresh } = useQuery(document, variables, options)
  const [rest, setRest] = useState<Connection<N> | null>(null)
  const [failed, setFailed] = useState<Answer<R>['error']>(null)
  const key = JSON.stringify(variables)
  useEffect(() => setRest(null), [key])
  const first = data ? read(data) : null
  const last = rest ?? first
  const known = new Set(first?.nodes.map(keyOf))
  const more = async (): Promise<void> => {
    try {
      setFailed(null)
      const answer = read(
        await client.query(document, ...([{ ...variables, after: last?.pageInfo.endCursor }] as never)),
      )
      if (answer) setRest((before) => ({ ...answer, nodes: [...(before?.nodes ?? []), ...answer.nodes] }))
    } catch (reason) {
      setFailed(asMarqueeError(reason))
    }
  }
  return {
    nodes: [...(first?.nodes ?? []), ...(rest?.nodes.filter((node) => !known.has(keyOf(node))) ?? [])],
    total: first?.totalCount ?? null,
    more: last?.pageInfo.hasNextPage ? () => void more() : null,
    error: error ?? failed,
    loading,
    refresh,
  }
}

export function More({ pages }: { pages: Pages<never> | Pages<{ [key: string]: unknown }> }) {
  return (
    <p className="more">
      {pages.total !== null && (
        <span className="soft">
          {count(pages.nodes.length)} of {count(pages.total)}
        </span>
      )}
      {pages.more && <Button onClick={pages.more}>Show more</Button>}
    </p>
  )
}
