import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { FeedRequest, FeedSlice, InstanceState, Observation, PlaceFacts } from '../../../schema/events.ts'

export type MatchQuestion = { viewer: Viewer; filter: unknown; ids: readonly string[] }

/** What the live hub asks of the runtime, in process or over HTTP. Everything is asked for many instances at once. */
export type FeedSource = {
  /** Present states and what the log holds since; answers in the order of the requests. */
  readFeeds(requests: readonly FeedRequest[]): Promise<FeedSlice[]>
  /** Newest revisions of those that exist. */
  heads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** What is observed of the screens of those that have any. */
  observed(ids: readonly string[]): Promise<ReadonlyMap<string, Observation>>
  /** Where those stand that have a placement in the tenant. */
  places(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceFacts>>
  /** Which of `ids` match the filter and may be listed by the viewer; answers in the order of the questions. */
  matchAmong(questions: readonly MatchQuestion[]): Promise<ReadonlySet<string>[]>
  /** A page of all that match, oldest first; `cursors` go into `after`. */
  search(
    viewer: Viewer,
    filter: unknown,
    page: { first: number; after: string | null },
  ): Promise<{ rows: InstanceState[]; cursors: string[]; epoch: string }>
}
