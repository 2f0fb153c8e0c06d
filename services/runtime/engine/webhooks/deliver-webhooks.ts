import { randomUUID } from 'node:crypto'
import { fullJitter } from '../../../../kit/pure/time/backoff.ts'
import { judgeAttempt } from '../../domain/webhooks/webhooks.ts'
import {
  deliveryLeaseSeconds,
  giveBackDeliveries,
  recordAttempt,
  takeDueDeliveries,
  tidyDeliveries,
  type DueDelivery,
} from '../../store/webhooks/webhook-deliveries.ts'
import { postSigned } from './post-signed.ts'
import type { Job, JobDeps } from '../job.ts'

const concurrent = 32
/** One slow receiver may not take all of them. */
const perOrigin = 4
const timeoutMs = (deliveryLeaseSeconds - 5) * 1000
const tidyEveryMs = 60_000

/**
 * Full jitter below 2 s after the first failure, then four times as much each time, at most eight hours: ten attempts
 * are spread over most of a day.
 */
export const retryDelayMs = (attempts: number, random?: () => number) =>
  fullJitter(2 * attempts, { baseMs: 2000, capMs: 8 * 3_600_000 }, random)

/**
 * Sends the webhooks that are due: any number of workers, each message by one of them at a time (a lease). One that dies
 * after it has sent and before it could say so leaves the lease to run out, and the message is sent again with the same
 * webhook-id: at least once. A receiver that is slow takes few of the slots, and one that is away is left alone for a
 * while (store/webhook-deliveries.ts), so that it delays nobody else.
 */
export function deliverWebhooks(
  deps: Pick<JobDeps, 'pool' | 'log' | 'http' | 'secrets' | 'logRetentionDays' | 'countDelivery'>,
): Job {
  const { pool, log } = deps
  const holder = randomUUID()
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const inFlight = new Map<string, number>()
  let taking: Promise<void> | null = null
  let again = false
  let tidiedAt = 0

  async function deliver(delivery: DueDelivery): Promise<void> {
    const { signerId, url, id: messageId, body, attempts, event } = delivery
    const answer = await postSigned(deps, { signerId, url, messageId, body, timeoutMs, signal: stopping.signal })
    // Cut off by our own end: that says nothing about the receiver, and another worker sends it again.
    if (stopping.signal.aborted && 'error' in answer) return
    const judged = judgeAttempt(answer)
    const state = await recordAttempt(pool, delivery, holder, { ...judged, retryInMs: retryDelayMs(attempts) })
    if (state !== null)
      deps.countDelivery(event, state === 'DELIVERED' ? 'delivered' : state === 'DEAD' ? 'dead' : 'failed')
  }

  function start(delivery: DueDelivery): void {
    const origin = `${delivery.tenantId} ${delivery.origin}`
    inFlight.set(origin, (inFlight.get(origin) ?? 0) + 1)
    // What fails here is our database: the lease runs out, and the message is due again.
    const work = deliver(delivery).catch((error: unknown) =>
      log.warn({ err: error, delivery: delivery.id }, 'a webhook could not be handled'),
    )
    running.add(work)
    void work.finally(() => {
      running.delete(work)
      const left = (inFlight.get(origin) ?? 1) - 1
      if (left > 0) inFlight.set(origin, left)
      else inFlight.delete(origin)
      // The next of its row is due now; a failure to look is found by the next turn.
      void take().catch(() => {})
    })
  }

  /** Takes what is due until there is nothing or no room; who comes meanwhile is served by one more look. */
  function take(): Promise<void> {
    again = true
    taking ??= (async () => {
      while (again && !stopping.signal.aborted) {
        again = false
        const free = concurrent - running.size
        if (free <= 0) return
        const full = [...inFlight].filter(([, count]) => count >= perOrigin).map(([origin]) => origin)
        const due = await takeDueDeliveries(pool, holder, { limit: free, perOrigin, full })
        due.forEach(start)
      }
    })().finally(() => (taking = null))
    return taking
  }

  return {
    name: 'deliver-webhooks',
    everyMs: 250,
    async run() {
      await take()
      if (Date.now() - tidiedAt < tidyEveryMs) return
      tidiedAt = Date.now()
      await tidyDeliveries(pool, { keepDays: deps.logRetentionDays })
    },
    async stop() {
      stopping.abort()
      await taking?.catch(() => {})
      await Promise.all(running)
      await giveBackDeliveries(pool, holder)
    },
  }
}
