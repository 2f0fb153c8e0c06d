/**
 * The one statement that changes instances: it locks the rows in id order, keeps those that still are at the revision
 * the change was decided on, writes log rows, activities and idempotency keys, and the new state. All or nothing per
 * target; a target that moved on meanwhile is left alone and missing from the result.
 *
 * One statement, so that a single patch is one round trip and one commit, and 500 targets are one too.
 * `set` holds the changed columns only: jsonb_populate_record lays them over the row. What its owner asks for (config,
 * desired lifecycle) counts as a generation, which is observed once the lifecycle is the desired one. Ids come as an
 * array beside the JSON because the planner then knows that few rows are meant and takes the primary key, also under a
 * generic plan.
 *
 * $1 text[]  ids
 * $2 jsonb   targets [{ id, base, steps, set, tenant_id, idem_key, idem_hash, idem_result }]
 * $3 jsonb   events [{ id, revision, tenant_id, type, patch, undo, actor_id, reason, change_id }]
 * $4 jsonb   activities [{ target, id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id }]
 */
export const commitChangesSql = `
WITH target AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS t(
    id text, base bigint, steps int, set jsonb, tenant_id text, idem_key text, idem_hash text, idem_result jsonb)
), locked AS MATERIALIZED (
  SELECT i.id, i.revision FROM runtime.instance i
  WHERE i.id = ANY($1::text[]) AND i.deleted_at IS NULL ORDER BY i.id FOR UPDATE
), ready AS MATERIALIZED (
  SELECT t.* FROM target t JOIN locked l ON l.id = t.id AND l.revision = t.base
), keyed AS (
  INSERT INTO runtime.idempotency (tenant_id, key, input_hash, result)
  SELECT tenant_id, idem_key, idem_hash, idem_result FROM ready WHERE idem_key IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING result ->> 'instanceId' AS id
), fresh AS MATERIALIZED (
  SELECT r.* FROM ready r
  WHERE r.idem_key IS NULL OR r.id IN (SELECT k.id FROM keyed k)
), logged AS (
  INSERT INTO runtime.instance_event (instance_id, revision, tenant_id, type, patch, undo, actor_id, reason, change_id)
  SELECT e.id, e.revision, e.tenant_id, e.type, e.patch, e.undo, e.actor_id, e.reason, e.change_id
  FROM jsonb_to_recordset($3::jsonb) AS e(
    id text, revision bigint, tenant_id text, type text, patch jsonb, undo jsonb, actor_id text, reason text, change_id text)
  WHERE e.id IN (SELECT id FROM fresh)
), recorded AS (
  INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, before, after, change_id)
  SELECT a.id, a.tenant_id, a.actor_id, a.action, a.resource_type, a.resource_id, a.before, a.after, a.change_id
  FROM jsonb_to_recordset($4::jsonb) AS a(
    target text, id text, tenant_id text, actor_id text, action text, resource_type text, resource_id text,
    before jsonb, after jsonb, change_id text)
  WHERE a.target IN (SELECT id FROM fresh)
)
UPDATE runtime.instance i SET
  (name, visibility, lifecycle, desired_lifecycle, readiness, presence, conditions, config, metadata, props,
   effective_props, webhooks, resolved_version_id, bundle_url, upgrade_strategy, max_version, parent_id,
   timeslot_start, timeslot_end, paused_by_ancestor_id, inherited_props, bindings, programme, overrides, locks, started_at,
   stopped_at, archived_at, runtime_type, display_key_hash, generation, observed_generation) =
  (SELECT n.name, n.visibility, n.lifecycle, n.desired_lifecycle, n.readiness, n.presence, n.conditions, n.config,
     n.metadata, n.props, n.effective_props, n.webhooks, n.resolved_version_id, n.bundle_url, n.upgrade_strategy,
     n.max_version, n.parent_id, n.timeslot_start, n.timeslot_end, n.paused_by_ancestor_id, n.inherited_props, n.bindings, n.programme, n.overrides,
     n.locks, n.started_at, n.stopped_at, n.archived_at, n.runtime_type, n.display_key_hash, g.generation,
     CASE WHEN n.lifecycle = n.desired_lifecycle THEN g.generation ELSE i.observed_generation END
   FROM jsonb_populate_record(i, f.set) n
   CROSS JOIN (SELECT i.generation + (f.set ?| ARRAY['config', 'desired_lifecycle'])::int AS generation) g),
  revision = f.base + f.steps,
  updated_at = now()
FROM fresh f
WHERE i.id = f.id AND i.id = ANY($1::text[])
RETURNING i.id, i.revision, i.updated_at`
