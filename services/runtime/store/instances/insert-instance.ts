import { errorCode } from '../../../../kit/errors/system-error.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { ActivityEntry } from '../changes/commit-changes.ts'

/**
 * A new instance with the first row of its log and the mutation's activity, in the caller's transaction. Returns the
 * time it was made. Refusals: SINGLETON_EXISTS (a living GLOBAL or SINGLETON), CONFLICT (a living namesake in its scope).
 */
export async function insertInstance(tx: Sql, state: InstanceState, activity: ActivityEntry): Promise<string> {
  try {
    const { rows } = await tx.query<{ created_at: string }>({
      name: 'insert-instance',
      text: insertSql,
      values: [
        JSON.stringify(row(state)),
        activity.changeId,
        activity.actorId,
        activity.id,
        activity.action,
        JSON.stringify(activity.after),
      ],
    })
    return (rows[0] as { created_at: string }).created_at
  } catch (error) {
    return refuseTaken(state, error)
  }
}

/** Throws the refusal that a broken unique index means (insertInstance names them), and any other error as it is. */
export function refuseTaken(state: InstanceState, error: unknown): never {
  throw errorCode(error) === '23505' ? taken(state, error) : error
}

const insertSql = `
WITH made AS (
  INSERT INTO runtime.instance
  -- In FROM it is evaluated once; as (…).* it would be once for each column.
  SELECT n.* FROM jsonb_populate_record(NULL::runtime.instance, $1::jsonb || jsonb_build_object(
    'created_at', now(), 'updated_at', now(), 'generation', 1, 'observed_generation', 1)) AS n
  RETURNING id, tenant_id, revision, created_at
), logged AS (
  INSERT INTO runtime.instance_event (instance_id, revision, tenant_id, type, patch, undo, actor_id, change_id)
  SELECT id, revision, tenant_id, 'CREATED', NULL, NULL, $3, $2 FROM made
), recorded AS (
  INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id)
  SELECT $4, tenant_id, $3, $5, 'Instance', id, NULL, $6::jsonb, $2 FROM made
)
SELECT created_at FROM made`

const row = (state: InstanceState) => ({
  id: state.id,
  tenant_id: state.tenantId,
  kind: state.kind,
  persistence: state.persistence,
  tier: state.tier,
  scope: state.scope,
  project_id: state.projectId,
  definition_id: state.definitionId,
  definition_type_key: state.definitionTypeKey,
  resolved_version_id: state.resolvedVersionId,
  bundle_url: state.bundleUrl,
  upgrade_strategy: state.upgradeStrategy,
  max_version: state.maxVersion,
  runtime_type: state.runtime,
  display_key_hash: state.displayKeyHash,
  name: state.name,
  owner_id: state.ownerId,
  visibility: state.visibility,
  parent_id: state.parentId,
  lifecycle: state.lifecycle,
  desired_lifecycle: state.desiredLifecycle,
  paused_by_ancestor_id: state.pausedByAncestorId,
  readiness: state.readiness,
  presence: state.presence,
  conditions: state.conditions,
  revision: state.revision,
  config: state.config,
  metadata: state.metadata,
  props: state.props,
  inherited_props: state.inheritedProps,
  bindings: state.bindings,
  overrides: state.overrides,
  locks: state.locks,
  effective_props: state.effectiveProps,
  webhooks: state.webhooks,
  timeslot_start: state.timeslotStart,
  timeslot_end: state.timeslotEnd,
})

/** Which instance is in the way is asked afterwards: the transaction that met it is over. */
function taken(state: InstanceState, cause: unknown): AppError {
  const constraint = (cause as { constraint?: string }).constraint
  if (constraint === 'instance_one_global') {
    return new AppError('SINGLETON_EXISTS', { public: 'The tenant already has its GLOBAL instance.', cause })
  }
  if (constraint === 'instance_one_singleton') {
    return new AppError('SINGLETON_EXISTS', {
      public: 'A living SINGLETON of this definition and project is already there.',
      cause,
    })
  }
  return new AppError('CONFLICT', {
    public: `A living instance with the name '${state.name}' is already there in this scope.`,
    details: { name: state.name },
    cause,
  })
}
