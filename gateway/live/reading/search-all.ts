import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../schema/events.ts'
import type { FeedSource } from './feed-source.ts'

const pageSize = 200
export const setSizeMax = 10_000

/** All that matches, oldest first, up to `setSizeMax`, page by page; and the epoch that the first page was read in. */
export async function searchAll({
  source,
  viewer,
  filter,
}: {
  source: FeedSource
  viewer: Viewer
  filter: unknown
}): Promise<{ states: InstanceState[]; epoch: string }> {
  const states: InstanceState[] = []
  let epoch: string | null = null
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<FeedSource['search']>> = await source.search(viewer, filter, {
      first: pageSize,
      after,
    })
    epoch ??= page.epoch
    states.push(...page.rows.slice(0, pageSize))
    after = page.rows.length > pageSize ? (page.cursors[pageSize - 1] as string) : null
  } while (after !== null && states.length < setSizeMax)
  return { states, epoch }
}
