import type { RunFeedRequest, RunFeedSlice } from '../../../schema/events.ts'

/** What the live hub asks of the runtime about runs, in process or over HTTP. */
export type RunSource = {
  /** Present states and what the log holds since; answers in the order of the requests. */
  readRuns(requests: readonly RunFeedRequest[]): Promise<RunFeedSlice[]>
  /** Positions of the newest events of the instances that have any. */
  runHeads(instanceIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}
