import { displayKeysDue } from '../../store/displays/display-keys.sql.ts'
import { bySystem, submitAll } from '../changes/submit-all.ts'
import type { Job, JobDeps } from '../job.ts'

const batchSize = 250

/** Display keys whose time is over stop opening their instance; their screens are told with the revision that says so. */
export function expireDisplayKeys({ pool, queue, displayKeysMax: keysMax }: JobDeps): Job {
  return {
    name: 'expire-display-keys',
    everyMs: 1000,
    async run() {
      for (;;) {
        const due = await displayKeysDue(pool, batchSize)
        await submitAll(
          queue,
          due.map(({ keyHash, ...instance }) =>
            bySystem(
              instance,
              { type: 'DISPLAY_KEYS', add: null, remove: [keyHash], keysMax },
              { action: 'instance.display-key-expired', reason: 'expired' },
            ),
          ),
        )
        if (due.length < batchSize) return
      }
    },
  }
}
