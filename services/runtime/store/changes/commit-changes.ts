import type { Sql } from '../../../../kit/db/pool.ts'
import type { EventType, InstanceState, JsonObject } from '../../../../schema/events.ts'
import { commitChangesSql } from './commit-changes.sql.ts'

export type ActivityEntry = {
  id: string
  tenantId: string
  actorId: string | null
  action: string
  resourceType: string
  resourceId: string
  before: JsonObject | null
  after: JsonObject | null
  changeId: string
}

export type IdempotencyEntry = { key: string; inputHash: string; result: JsonObject }

/** Consecutive revisions of one instance, decided on `base`. A keyed change has exactly one step. */
export type Commit = {
  base: InstanceState
  next: InstanceState
  /** Each one revision to be. */
  steps: {
    type: EventType
    patch: JsonObject
    undo: JsonObject
    /** The state it leads to. */
    after: InstanceState
    actorId: string | null
    reason: string | null
    changeId: string
    /** Absent where the activity of a larger mutation speaks for it (a bulk write has one). */
    activity: ActivityEntry | null
  }[]
  key: IdempotencyEntry | null
}

/** What really changed, as columns. `next` differs from `base` by reference wherever it differs by value. */
function changedColumns(base: InstanceState, next: InstanceState): JsonObject {
  const set: JsonObject = {}
  for (const [member, column] of mutableColumns) {
    if (base[member] !== next[member]) set[column] = next[member] as JsonObject
  }
  return set
}

const mutableColumns: [keyof InstanceState, string][] = [
  ['name', 'name'],
  ['visibility', 'visibility'],
  ['lifecycle', 'lifecycle'],
  ['desiredLifecycle', 'desired_lifecycle'],
  ['readiness', 'readiness'],
  ['presence', 'presence'],
  ['conditions', 'conditions'],
  ['config', 'config'],
  ['metadata', 'metadata'],
  ['props', 'props'],
  ['effectiveProps', 'effective_props'],
  ['webhooks', 'webhooks'],
  ['resolvedVersionId', 'resolved_version_id'],
  ['bundleUrl', 'bundle_url'],
  ['upgradeStrategy', 'upgrade_strategy'],
  ['maxVersion', 'max_version'],
  ['parentId', 'parent_id'],
  ['timeslotStart', 'timeslot_start'],
  ['timeslotEnd', 'timeslot_end'],
  ['pausedByAncestorId', 'paused_by_ancestor_id'],
  ['inheritedProps', 'inherited_props'],
  ['bindings', 'bindings'],
  ['programme', 'programme'],
  ['overrides', 'overrides'],
  ['locks', 'locks'],
  ['startedAt', 'started_at'],
  ['stoppedAt', 'stopped_at'],
  ['archivedAt', 'archived_at'],
  ['runtime', 'runtime_type'],
  ['displayKeyHash', 'display_key_hash'],
]

/**
 * A prepared statement forgets how many rows are meant: from its sixth run on 500 took 280 ms of the server's time
 * instead of 60, every row compared with every other. A few gain from not being planned again.
 */
const namedMax = 64

/**
 * Writes changes of different instances in one statement. Returns the time of each that was committed, by id; one
 * that is missing was not: its row has moved on, is gone, or its idempotency key is taken.
 */
export async function commitChanges(sql: Sql, commits: readonly Commit[]): Promise<Map<string, string>> {
  const targets = commits.map(({ base, next, steps, key }) => ({
    id: base.id,
    base: base.revision,
    steps: steps.length,
    set: changedColumns(base, next),
    tenant_id: base.tenantId,
    idem_key: key?.key ?? null,
    idem_hash: key?.inputHash ?? null,
    idem_result: key?.result ?? null,
  }))
  const events = commits.flatMap(({ base, steps }) =>
    steps.map((step, index) => ({
      id: base.id,
      revision: base.revision + index + 1,
      tenant_id: base.tenantId,
      type: step.type,
      patch: step.patch,
      undo: step.undo,
      actor_id: step.actorId,
      reason: step.reason,
      change_id: step.changeId,
    })),
  )
  const activities = commits.flatMap(({ base, steps }) =>
    steps.flatMap(({ activity }) => (activity ? [activityRow(base.id, activity)] : [])),
  )
  const { rows } = await sql.query<{ id: string; updated_at: string }>({
    ...(targets.length <= namedMax ? { name: 'commit-changes' } : {}),
    text: commitChangesSql,
    values: [targets.map(({ id }) => id), JSON.stringify(targets), JSON.stringify(events), JSON.stringify(activities)],
  })
  return new Map(rows.map((row) => [row.id, row.updated_at]))
}

const activityRow = (target: string, entry: ActivityEntry) => ({
  target,
  id: entry.id,
  tenant_id: entry.tenantId,
  actor_id: entry.actorId,
  action: entry.action,
  resource_type: entry.resourceType,
  resource_id: entry.resourceId,
  before: entry.before,
  after: entry.after,
  change_id: entry.changeId,
})
