import { pruneInteractions, pruneSessions } from '../../store/displays/prune-screens.sql.ts'
import type { Job, JobDeps } from '../job.ts'

/** Of those that spoke since the last turn, and a while before: clocks and transactions take their time. */
const overlapMs = 60_000

/** Whoever holds a screen's key may write as long as they like: of what they write so much stays, and no more. */
export function pruneScreens({ pool, logRetentionDays, screens }: JobDeps): Job {
  /** The first turn looks at everything: nobody may have looked for a while. */
  let since = new Date(0)
  return {
    name: 'prune-screens',
    everyMs: 60_000,
    async run() {
      const now = Date.now()
      await pruneInteractions(pool, { keepDays: logRetentionDays, kept: screens.interactionsKept, since })
      await pruneSessions(pool, { keepDays: logRetentionDays, kept: screens.screensKept })
      since = new Date(now - overlapMs)
    },
  }
}
