import type { Clock } from '../../../kit/clock.ts'
import { inputHash, withIdempotency } from '../../../kit/db/idempotency.ts'
import type { Sql } from '../../../kit/db/pool.ts'
import type { AccessTokens } from '../../../kit/graphql/viewer/access-token.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { permissionOf, type MutationName } from '../../../schema/access/mutations.ts'
import type { Permission } from '../../../schema/access/permissions.ts'
import { newId } from '../../../kit/pure/ids/id-format.ts'
import type { RunLimitsMax } from '../domain/definitions/check-submission.ts'
import { refuseAt, refuseInTenant, refuseMutation, type Path } from '../domain/access/access.ts'
import { assertMay } from '../errors.ts'
import type { ActivityRecord, ActivitySink, ContentFolder, DisplayKeys, InstanceNodes } from '../ports.ts'
import { inTransaction, type CatalogueDb, type CatalogueTx } from '../store/client.ts'

export type CatalogueDeps = {
  db: CatalogueDb
  sql: Sql
  clock: Clock
  activities: ActivitySink
  content: ContentFolder
  tokens: AccessTokens | null
  runLimits: RunLimitsMax
  bundleBytesMax: number
  /** Tells every process of principals whose access has changed; null: of all. Never rejects. */
  tellAccess(tenantId: string, principalIds: readonly string[] | null): Promise<void>
  instances: InstanceNodes
  displayKeys: DisplayKeys
}

/** What one change works with; everything it does has to go through here. */
export type Change = {
  tx: CatalogueTx
  sql: Sql
  tenantId: string
  actorId: string | null
  viewer: Viewer
  now: Date
  /** Throws unless the viewer holds this on a thing; see domain/access refuseAt. */
  assertAt(permission: Permission, path: Path, what: string, options?: { isPublic: boolean }): void
  /** What these principals may do is another thing once this is committed; null: what all may. */
  accessChanges(principalIds: readonly string[] | null): void
  /** At least once per change, and once for everything that it makes (S1-24, S1-59). */
  record(activity: Pick<ActivityRecord, 'action' | 'resourceType' | 'resourceId' | 'before' | 'after'>): Promise<void>
}

/**
 * One mutation: one transaction, at most once per idempotency key. Refused at once for a viewer who may do such a thing
 * nowhere, or not in the tenant where it belongs to the tenant; on what else it depends `work` asks. `work` answers
 * plain JSON, as a rule the id of what it changed, and a repeat gets that back.
 */
export async function runChange<Result = string>(
  deps: CatalogueDeps,
  viewer: Viewer,
  request: { mutation: MutationName; input: { idempotencyKey?: string | null }; inTenant?: boolean },
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  const { mutation } = request
  assertMay(refuseMutation(viewer, mutation))
  if (request.inTenant) assertMay(refuseInTenant(viewer, permissionOf(mutation)))
  const { tenantId, principalId: actorId } = viewer
  const { idempotencyKey: key, ...input } = request.input
  const changeId = newId('chg', 16)
  let changed: readonly string[] | null = []
  const result = await inTransaction(deps.db, (tx, sql) => {
    changed = []
    return withIdempotency(sql, 'catalogue.idempotency', { tenantId, key, inputHash: inputHash(mutation, input) }, () =>
      work({
        tx,
        sql,
        tenantId,
        actorId,
        viewer,
        assertAt: (permission, path, what, options) => assertMay(refuseAt(viewer, permission, path, options), what),
        accessChanges: (ids) => {
          changed = ids === null || changed === null ? null : [...changed, ...ids]
        },
        now: deps.clock.now(),
        record: (activity) => deps.activities.record(sql, { tenantId, actorId, changeId, ...activity }),
      }),
    )
  })
  if (changed === null || changed.length > 0) await deps.tellAccess(tenantId, changed)
  return result
}
