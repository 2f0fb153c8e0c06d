import type {
  InstanceKind,
  InstanceRuntime,
  Lifecycle,
  Persistence,
  Presence,
  Readiness,
  Scope,
  UpgradeStrategy,
  Visibility,
} from '../../../../schema/enums.ts'
import type {
  BindingState,
  Condition,
  InstanceState,
  JsonObject,
  PathLock,
  ProgrammeLayer,
  PropOverride,
  Tier,
} from '../../../../schema/events.ts'

/** A row of `SELECT ${instanceColumns} FROM runtime.instance i`, read by the types of kit/db/pool.ts. */
export type InstanceRow = {
  id: string
  tenant_id: string
  kind: InstanceKind
  persistence: Persistence
  tier: Tier
  scope: Scope
  project_id: string | null
  definition_id: string | null
  definition_type_key: string | null
  resolved_version_id: string | null
  bundle_url: string | null
  upgrade_strategy: UpgradeStrategy
  max_version: string | null
  runtime_type: InstanceRuntime
  display_key_hash: string | null
  name: string | null
  owner_id: string
  visibility: Visibility
  parent_id: string | null
  lifecycle: Lifecycle
  desired_lifecycle: Lifecycle
  paused_by_ancestor_id: string | null
  readiness: Readiness | null
  presence: Presence
  conditions: Condition[]
  config: JsonObject
  metadata: JsonObject
  props: JsonObject
  inherited_props: JsonObject
  bindings: BindingState[]
  programme: ProgrammeLayer | null
  overrides: PropOverride[]
  locks: PathLock[]
  effective_props: JsonObject
  webhooks: JsonObject
  timeslot_start: string | null
  timeslot_end: string | null
  started_at: string | null
  stopped_at: string | null
  archived_at: string | null
  created_at: string
  updated_at: string
  revision: number
}

const columnNames = [
  'id',
  'tenant_id',
  'kind',
  'persistence',
  'tier',
  'scope',
  'project_id',
  'definition_id',
  'definition_type_key',
  'resolved_version_id',
  'bundle_url',
  'upgrade_strategy',
  'max_version',
  'name',
  'owner_id',
  'visibility',
  'parent_id',
  'lifecycle',
  'desired_lifecycle',
  'readiness',
  'presence',
  'conditions',
  'config',
  'metadata',
  'props',
  'effective_props',
  'webhooks',
  'timeslot_start',
  'timeslot_end',
  'created_at',
  'updated_at',
  'revision',
  'paused_by_ancestor_id',
  'inherited_props',
  'bindings',
  'programme',
  'overrides',
  'locks',
  'started_at',
  'stopped_at',
  'archived_at',
  'runtime_type',
  'display_key_hash',
] as const satisfies (keyof InstanceRow)[]

/** The select list of an instance's state; the table's alias is `i`. */
export const instanceColumns = columnNames.map((column) => `i.${column}`).join(', ')

/** Other columns of the row are left out. */
export function toInstanceState(row: InstanceRow): InstanceState {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    kind: row.kind,
    persistence: row.persistence,
    tier: row.tier,
    scope: row.scope,
    projectId: row.project_id,
    definitionId: row.definition_id,
    definitionTypeKey: row.definition_type_key,
    resolvedVersionId: row.resolved_version_id,
    bundleUrl: row.bundle_url,
    upgradeStrategy: row.upgrade_strategy,
    maxVersion: row.max_version,
    runtime: row.runtime_type,
    displayKeyHash: row.display_key_hash,
    name: row.name,
    ownerId: row.owner_id,
    visibility: row.visibility,
    parentId: row.parent_id,
    lifecycle: row.lifecycle,
    desiredLifecycle: row.desired_lifecycle,
    pausedByAncestorId: row.paused_by_ancestor_id,
    readiness: row.readiness,
    presence: row.presence,
    conditions: row.conditions,
    config: row.config,
    metadata: row.metadata,
    props: row.props,
    inheritedProps: row.inherited_props,
    bindings: row.bindings,
    programme: row.programme,
    overrides: row.overrides,
    locks: row.locks,
    effectiveProps: row.effective_props,
    webhooks: row.webhooks,
    timeslotStart: row.timeslot_start,
    timeslotEnd: row.timeslot_end,
    startedAt: row.started_at,
    stoppedAt: row.stopped_at,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  }
}
