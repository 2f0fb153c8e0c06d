import {
  InstancesDocument,
  type Feed,
  type InstanceFieldsFragment,
  type InstanceFilter,
  type LiveClient,
  type MarqueeClient,
  type MarqueeError,
} from '@marquee/sdk'

export type Row = InstanceFieldsFragment
export type Search = { text: string; tag: string }
export type Page = { rows: Row[]; total: number; first: number; hasNext: boolean; hasPrevious: boolean }

export type ListHandlers = {
  onPage: (page: Page) => void
  onRow: (row: Row) => void
  onLive: (live: boolean) => void
  onError: (error: MarqueeError) => void
}

export const pageSize = 50

/** One page of the instances that match, followed live. Only what is listed is followed, however many match. */
export function createInstanceList(client: MarqueeClient, live: LiveClient, handlers: ListHandlers) {
  let search: Search = { text: '', tag: '' }
  /** The cursors that led to this page: the last is its own. */
  let trail: (string | null)[] = [null]
  let next: string | null = null
  let rows = new Map<string, Row>()
  let feeds: Feed[] = []
  let request: AbortController | null = null

  async function load(): Promise<void> {
    request?.abort()
    const mine = (request = new AbortController())
    try {
      const variables = {
        filter: filterOf(search),
        orderBy: 'NAME_ASC' as const,
        first: pageSize,
        after: trail.at(-1) ?? null,
      }
      const { instances } = await client.query(InstancesDocument, variables, { signal: mine.signal })
      if (mine.signal.aborted) return
      next = instances.pageInfo.hasNextPage ? instances.pageInfo.endCursor : null
      rows = new Map(instances.nodes.map((row) => [row.id, row]))
      const first = (trail.length - 1) * pageSize + 1
      handlers.onPage({
        rows: instances.nodes,
        total: instances.totalCount,
        first,
        hasNext: next !== null,
        hasPrevious: trail.length > 1,
      })
      follow()
    } catch (error) {
      if (!mine.signal.aborted) handlers.onError(error as MarqueeError)
    }
  }

  function follow(): void {
    stopFollowing()
    const ids = [...rows.keys()]
    if (ids.length === 0) return handlers.onLive(true)
    feeds = [
      live.instances(
        { ids },
        {
          onChange: (_set, { instance, change }) => {
            if (instance && change !== 'LEAVE') take(instance)
          },
          onState: (state) => handlers.onLive(state === 'live'),
          onError: () => followEach(ids),
        },
      ),
    ]
  }

  /** For a server without feeds over many instances: one for each row, over the same socket. */
  function followEach(ids: string[]): void {
    stopFollowing()
    feeds = ids.map((id, index) =>
      live.instance(id, {
        onChange: ({ instance }) => {
          const known = rows.get(id)
          if (known) take({ ...known, ...instance })
        },
        ...(index === 0 ? { onState: (state) => handlers.onLive(state === 'live') } : {}),
      }),
    )
  }

  function take(row: Row): void {
    const known = rows.get(row.id)
    if (!known || row.revision < known.revision) return
    rows.set(row.id, row)
    if (row.revision > known.revision || row.presence !== known.presence) handlers.onRow(row)
  }

  function stopFollowing(): void {
    for (const feed of feeds.splice(0)) feed.stop()
  }

  return {
    find(wanted: Search): void {
      search = wanted
      trail = [null]
      void load()
    },
    reload: () => void load(),
    forward(): void {
      if (next === null) return
      trail.push(next)
      void load()
    },
    back(): void {
      if (trail.length === 1) return
      trail.pop()
      void load()
    },
    get: (id: string) => rows.get(id),
    take,
    stop(): void {
      request?.abort()
      stopFollowing()
    },
  }
}

export type InstanceList = ReturnType<typeof createInstanceList>

function filterOf({ text, tag }: Search): InstanceFilter {
  return {
    ...(text === '' ? {} : { nameContains: text }),
    ...(tag === '' ? {} : { tags: { all: tag.split(/[\s,]+/).filter(Boolean) } }),
  }
}
