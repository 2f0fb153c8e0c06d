import type { Sql } from '../../kit/db/pool.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { MutationName } from '../../schema/access/mutations.ts'
import type { JsonObject } from '../../schema/events.ts'
import type { Problem } from './domain/placements/placement.ts'

/** What a write on an instance carries besides its body. */
export type WriteGuard = { expectedRevision?: number | null; idempotencyKey?: string | null }

export type WriteResult = { instanceId: string; revision: number; changeId: string }

/** The runtime, in placement's words. */
export type InstanceService = {
  /**
   * A change of an instance's placement, counted as one revision of the instance. Opens a transaction, locks the
   * instance's row, refuses (NOT_FOUND, FORBIDDEN, CONFLICT, IDEMPOTENCY_MISMATCH), then calls `write` with that
   * transaction; `write` changes placement's own tables and returns the placement before and after as GraphQL shows
   * it. Equal ones make no revision. Log row, activity and event are the door's matter.
   */
  changePlacement(
    viewer: Viewer,
    change: { instanceId: string; mutation: MutationName; input: unknown; guard: WriteGuard },
    write: (tx: Sql, tenantId: string) => Promise<{ before: JsonObject | null; after: JsonObject | null }>,
  ): Promise<WriteResult>

  /** Ids that the viewer may list and that match, nearest first. `filter` is the GraphQL input, unchecked. */
  nearest(
    viewer: Viewer,
    query: { lat: number; lng: number; radiusMeters: number | null; filter: unknown; first: number },
  ): Promise<{ instanceId: string; distanceMeters: number }[]>

  /** Tags of the instances that the viewer may list, most used first. */
  tagCounts(viewer: Viewer, prefix: string | null, first: number): Promise<{ tag: string; count: number }[]>

  /** Everything wrong with an InstanceFilter, with pointers from the filter on; and whether it lets everything through. */
  judgeFilter(filter: unknown): { problems: Problem[]; isEmpty: boolean }

  /** Those of the ids that no instance of the viewer's tenant has. */
  unknownAmong(viewer: Viewer, ids: readonly string[]): Promise<Set<string>>

  /** Ids of the groups that each instance is in. */
  groupsOf(viewer: Viewer, instanceIds: readonly string[]): Promise<Map<string, string[]>>
}

export type ActivityRecord = {
  tenantId: string
  actorId: string | null
  /** Past tense with its subject: 'location.changed'. */
  action: string
  resourceType: string
  resourceId: string
  before?: unknown
  after?: unknown
  changeId: string
}

/** Where a mutation that changes no instance leaves its one activity, in the mutation's own transaction. */
export type ActivitySink = { record(tx: Sql, activity: ActivityRecord): Promise<void> }
