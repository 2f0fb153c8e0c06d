import type { Job, JobDeps } from '../job.ts'
import { untoldKeys } from '../../store/bindings/kv.ts'

/** Longer than a writer takes that tells everybody itself. */
const olderThanSeconds = 5

/** Finishes what a writer of a key began and did not end: it wrote the key and died before all who follow it knew. */
export function notifyKv({ pool, kvNotifier }: JobDeps): Job {
  return {
    name: 'tell-kv',
    everyMs: 2000,
    async run() {
      for (const { tenantId, key } of await untoldKeys(pool, olderThanSeconds)) await kvNotifier.tell(tenantId, key)
    },
  }
}
