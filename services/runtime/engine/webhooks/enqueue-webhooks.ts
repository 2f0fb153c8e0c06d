import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { outgoingOfChange } from '../../domain/webhooks/webhooks.ts'
import { eventsSince } from '../../store/changes/event-reads.ts'
import { readForWebhooks, type ReportableChange } from '../../store/webhooks/webhook-log.ts'
import { putOutgoing } from '../../store/webhooks/webhook-outbox.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { Job, JobDeps } from '../job.ts'

const pageRows = 500

/**
 * Reads the log and puts on their way the webhooks that its changes mean (S4-33). What is put and how far has been read
 * are one transaction, so a worker that dies has done both or nothing; one reads at a time, whichever is first. Where
 * to send it is what the instance said when it changed; one that has no webhook at all any more is left alone.
 */
export function tellWebhooks({ pool }: Pick<JobDeps, 'pool'>): Job {
  return {
    name: 'tell-webhooks',
    everyMs: 500,
    async run() {
      while (await withTransaction(pool, readPage)) continue
    },
  }
}

/** True while there is more. */
async function readPage(tx: Sql): Promise<boolean> {
  const page = await readForWebhooks(tx, pageRows)
  if (page === null || page.changes.length === 0) return false
  const states = await statesAfter(tx, page.epoch, page.changes)
  const changes = page.changes.toSorted((a, b) =>
    a.instanceId < b.instanceId ? -1 : a.instanceId > b.instanceId ? 1 : a.revision - b.revision,
  )
  await putOutgoing(
    tx,
    changes.flatMap((change) => {
      const state = states.get(keyOf(change))
      const subject = { ...change, id: change.instanceId, webhooks: state?.webhooks ?? change.webhooks }
      return outgoingOfChange(subject, { ...change, effectiveProps: state?.effectiveProps ?? null })
    }),
  )
  return !page.complete
}

const keyOf = ({ instanceId, revision }: Pick<ReportableChange, 'instanceId' | 'revision'>) =>
  `${instanceId} ${revision}`

/** What each change led to; nothing for what is deleted by now, or has changed a thousand times since. */
async function statesAfter(
  tx: Sql,
  epoch: string,
  changes: readonly ReportableChange[],
): Promise<Map<string, InstanceState>> {
  const first = new Map<string, number>()
  for (const { instanceId, revision } of changes)
    first.set(instanceId, Math.min(first.get(instanceId) ?? revision, revision))
  const slices = await eventsSince(
    tx,
    [...first].map(([instanceId, revision]) => ({ instanceId, since: { epoch, revision: revision - 1 } })),
  )
  return new Map(slices.flatMap(({ changes }) => changes.map((change) => [keyOf(change), change.state] as const)))
}
