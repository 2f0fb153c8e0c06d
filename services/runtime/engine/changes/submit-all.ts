import { isAppError } from '../../../../kit/errors/app-error.ts'
import type { ChangeQueue } from './change-queue.ts'
import { newChangeId, type ChangeRequest } from './change-request.ts'

/**
 * What a job found to do. An instance that is gone by now, or that a rule keeps as it is, settles itself; anything else
 * that goes wrong is thrown once all have been tried, so that the job says so and comes again.
 */
export async function submitAll(queue: ChangeQueue, requests: readonly ChangeRequest[]): Promise<void> {
  const results = await Promise.allSettled(requests.map((request) => queue.submit(request)))
  for (const result of results) {
    if (result.status === 'rejected' && !(isAppError(result.reason) && !result.reason.retryable)) throw result.reason
  }
}

/** A change that nobody asked for: it was due. */
export function bySystem(
  instance: { tenantId: string; instanceId: string },
  command: ChangeRequest['command'],
  { action, reason, changeId = newChangeId() }: { action: string; reason: string; changeId?: string },
): ChangeRequest {
  return {
    ...instance,
    command,
    action,
    reason,
    changeId,
    actorId: null,
    writerKind: null,
    asker: null,
    expectedRevision: null,
    key: null,
  }
}
