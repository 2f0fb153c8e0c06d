import type { FeedRequest, FeedSlice } from '../../../schema/events.ts'
import { BatchedReads } from './batched-reads.ts'
import type { FeedSource } from './feed-source.ts'

/** Reads feeds of instances back for whoever needs them. */
export class FeedReader extends BatchedReads<FeedRequest, FeedSlice> {
  constructor(source: Pick<FeedSource, 'readFeeds'>) {
    super(
      (requests) => source.readFeeds(requests),
      ({ instanceId, since }) => (since === null ? instanceId : `${instanceId} ${since.epoch} ${since.revision}`),
    )
  }
}
