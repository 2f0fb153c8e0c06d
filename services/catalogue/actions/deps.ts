import type { Clock } from '../../../kit/clock.ts'
import { inputHash, withIdempotency } from '../../../kit/db/idempotency.ts'
import type { Sql } from '../../../kit/db/pool.ts'
import type { Viewer } from '../../../kit/graphql/viewer.ts'
import { newId } from '../../../kit/pure/id-format.ts'
import { assertMay } from '../errors.ts'
import type { ActivityRecord, ActivitySink } from '../ports.ts'
import { inTransaction, type CatalogueDb, type CatalogueTx } from '../store/client.ts'

export type CatalogueDeps = { db: CatalogueDb; clock: Clock; activities: ActivitySink }

/** What one change works with; everything it does has to go through here. */
export type Change = {
  tx: CatalogueTx
  sql: Sql
  tenantId: string
  now: Date
  /** Once per change (S1-24). */
  record(activity: Pick<ActivityRecord, 'action' | 'resourceType' | 'resourceId' | 'before' | 'after'>): Promise<void>
}

/**
 * One mutation: allowed to administrators only, one transaction, at most once per idempotency key. `work` answers
 * the id of what it changed, and a repeat gets that id back.
 */
export function runChange(
  deps: CatalogueDeps,
  viewer: Viewer,
  request: { operation: string; input: { idempotencyKey?: string | null } },
  work: (change: Change) => Promise<string>,
): Promise<string> {
  assertMay(viewer, 'change')
  const { tenantId, principalId: actorId } = viewer
  const { idempotencyKey: key, ...input } = request.input
  return inTransaction(deps.db, (tx, sql) =>
    withIdempotency(sql, 'catalogue.idempotency', { tenantId, key, inputHash: inputHash(request.operation, input) }, () =>
      work({
        tx,
        sql,
        tenantId,
        now: deps.clock.now(),
        record: (activity) => deps.activities.record(sql, { tenantId, actorId, changeId: newId('chg', 16), ...activity }),
      }),
    ),
  )
}
