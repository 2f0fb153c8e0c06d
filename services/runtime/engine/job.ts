import type { Limits } from '../../../kit/limits.ts'
import type { RuntimeDeps } from './runtime-deps.ts'

/**
 * Something that is due again and again. Any number of processes run it at the same time: a job finds what is due by a
 * query, takes it with a guarded write or a row lock, and may be killed anywhere.
 */
export type Job = {
  name: string
  everyMs: number
  run(): Promise<void>
  /** Ends what a run has left going on; called once, when no run will follow. */
  stop?(): Promise<void>
}

export type JobDeps = RuntimeDeps & {
  logRetentionDays: number
  /** 0: for ever. */
  activityRetentionDays: number
  datasets: DatasetRetention
  /** Of what screens say, how much stays of one instance. */
  screens: Pick<Limits, 'interactionsKept' | 'screensKept'>
  /** What came of an attempt to send a webhook, for the metrics. */
  countDelivery(event: string, result: 'delivered' | 'failed' | 'dead'): void
}

/** How much of the datasets' past stays on the disk. */
export type DatasetRetention = {
  /** Where runs keep what is large. */
  dataDir: string
  /** How many versions of each dataset. */
  versionsKept: number
  /** How long whoever reads without a run may take; a preview waits for its turn and then reads for some seconds. 15 minutes unless given. */
  graceSeconds?: number
  everyMs?: number
}
