import { renewSecrets } from '../../store/webhooks/renew-secrets.ts'
import type { Job, JobDeps } from '../job.ts'

/** Seals under the present secret of the installation what an earlier one has sealed, so that the earlier may go. */
export function renewSealed({ pool, secrets, log }: JobDeps): Job {
  return {
    name: 'renew-sealed',
    everyMs: 3_600_000,
    async run() {
      const renewed = await renewSecrets(pool, secrets)
      if (renewed > 0) log.info({ renewed }, 'sealed secrets anew under the present secret of the installation')
    },
  }
}
