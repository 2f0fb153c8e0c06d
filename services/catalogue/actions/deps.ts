import type { Clock } from '../../../kit/clock.ts'
import { inputHash, withIdempotency } from '../../../kit/db/idempotency.ts'
import type { Sql } from '../../../kit/db/pool.ts'
import type { AccessTokens } from '../../../kit/graphql/viewer/access-token.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../kit/pure/ids/id-format.ts'
import type { RunLimitsMax } from '../domain/definitions/check-submission.ts'
import { assertMay } from '../errors.ts'
import type { ActivityRecord, ActivitySink, ContentFolder } from '../ports.ts'
import { inTransaction, type CatalogueDb, type CatalogueTx } from '../store/client.ts'

export type CatalogueDeps = {
  db: CatalogueDb
  clock: Clock
  activities: ActivitySink
  content: ContentFolder
  tokens: AccessTokens | null
  runLimits: RunLimitsMax
  bundleBytesMax: number
}

/** What one change works with; everything it does has to go through here. */
export type Change = {
  tx: CatalogueTx
  sql: Sql
  tenantId: string
  actorId: string | null
  now: Date
  /** At least once per change, and once for everything that it makes (S1-24, S1-59). */
  record(activity: Pick<ActivityRecord, 'action' | 'resourceType' | 'resourceId' | 'before' | 'after'>): Promise<void>
}

/**
 * One mutation: allowed to administrators only, one transaction, at most once per idempotency key. `work` answers
 * plain JSON, as a rule the id of what it changed, and a repeat gets that back.
 */
export function runChange<Result = string>(
  deps: CatalogueDeps,
  viewer: Viewer,
  request: { operation: string; input: { idempotencyKey?: string | null } },
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  assertMay(viewer, 'change')
  const { tenantId, principalId: actorId } = viewer
  const { idempotencyKey: key, ...input } = request.input
  const changeId = newId('chg', 16)
  return inTransaction(deps.db, (tx, sql) =>
    withIdempotency(
      sql,
      'catalogue.idempotency',
      { tenantId, key, inputHash: inputHash(request.operation, input) },
      () =>
        work({
          tx,
          sql,
          tenantId,
          actorId,
          now: deps.clock.now(),
          record: (activity) => deps.activities.record(sql, { tenantId, actorId, changeId, ...activity }),
        }),
    ),
  )
}
