import type pg from 'pg'
import type { Bus } from '../../../../kit/bus/bus.ts'
import { inputHash, withIdempotency } from '../../../../kit/db/idempotency.ts'
import { withTransaction, type Tx } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Logger } from '../../../../kit/log.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { namedSetsTopic, type NamedSetMessage } from '../../../../schema/events.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import { refuseInTenant } from '../../domain/access/may-write.ts'
import type { ActivityRecord, ActivitySink, InstanceService } from '../../ports.ts'
import { lockNamedSets } from '../../store/named-sets/lock-named-sets.sql.ts'
import { pruneIdempotency } from '../../store/prune-idempotency.sql.ts'
import { assertMay } from '../refuse.ts'

export type NamedSetDeps = {
  pool: pg.Pool
  bus: Bus
  log: Logger
  activities: ActivitySink
  instances: InstanceService
}

/** What a change leaves: null where there was nothing to change. */
type Trace = Pick<ActivityRecord, 'action' | 'resourceType' | 'resourceId' | 'before' | 'after'> | null

/**
 * One change of a zone or a group: one transaction, at most once per idempotency key, one activity. After commit the bus
 * hears which one it was, so that live queries that filter by it search again; who misses that is found by their sweep.
 * `work` answers plain JSON, and a repeat with the same key gets that back.
 */
export async function changeNamedSet<Result>(
  { pool, bus, log, activities }: NamedSetDeps,
  viewer: Viewer,
  request: { mutation: MutationName; input: { idempotencyKey?: string | null | undefined }; named: NamedSetMessage },
  work: (tx: Tx) => Promise<{ result: Result; trace: Trace }>,
): Promise<{ result: Result; changeId: string }> {
  assertMay(refuseInTenant(viewer, request.mutation))
  const { tenantId, principalId: actorId } = viewer
  const { idempotencyKey: key, ...input } = request.input
  let isChanged = false
  const done = await withTransaction(pool, async (tx) => {
    isChanged = false
    await lockNamedSets(tx, tenantId)
    if (key) await pruneIdempotency(tx, tenantId)
    return withIdempotency(
      tx,
      'placement.idempotency',
      { tenantId, key, inputHash: inputHash(request.mutation, input) },
      async () => {
        const changeId = newId('chg', 16)
        const { result, trace } = await work(tx)
        if (trace) await activities.record(tx, { tenantId, actorId, changeId, ...trace })
        isChanged = trace !== null
        return { result, changeId }
      },
    )
  })
  if (isChanged) {
    const payload = JSON.stringify(request.named)
    void bus
      .publish([{ topic: namedSetsTopic(tenantId), payload }])
      .catch((error: unknown) => log.warn({ err: error }, 'nobody was told of an edited zone or group'))
  }
  return done
}
