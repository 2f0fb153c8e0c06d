import type { Sql } from '../../../../kit/db/pool.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import type { PlannedFlow } from '../../domain/flows/flow-plan.ts'
import { flowColumns, toFlow, type FlowRecord, type FlowRow } from './flow-row.ts'
import { instanceColumns, toInstanceState, type InstanceRow } from '../instances/instance-row.ts'

/** A flow that is planned, and what the provider of its runs calls it. */
export type PairedFlow = PlannedFlow & { handles: JsonObject }

/**
 * Gives an instance the flows that are planned and takes away those that are not; one that comes back is the one it was,
 * with its runs. What was taken away runs no more: its open runs are to be cancelled. The caller has locked the instance.
 */
export async function putFlows(
  tx: Sql,
  { id, tenantId }: Pick<InstanceState, 'id' | 'tenantId'>,
  flows: readonly PairedFlow[],
): Promise<void> {
  const rows = flows.map(
    (
      { handles, name, runKind, codeRef, schedulable, freshnessSlaSeconds, timeoutSeconds, memoryMb, network },
      position,
    ) => ({
      id: newId('flow', 8),
      handles,
      name,
      run_kind: runKind,
      code_ref: codeRef,
      schedulable,
      freshness_sla_seconds: freshnessSlaSeconds,
      position,
      timeout_seconds: timeoutSeconds ?? null,
      memory_mb: memoryMb ?? null,
      network: network ?? false,
    }),
  )
  await tx.query({
    name: 'put-flows',
    text: putSql,
    values: [id, tenantId, JSON.stringify(rows), flows.map(({ name }) => name)],
  })
}

const putSql = `
WITH gone AS (
  UPDATE runtime.flow SET removed_at = now(), updated_at = now()
  WHERE instance_id = $1 AND removed_at IS NULL AND NOT name = ANY($4::text[]) RETURNING id
), unscheduled AS (
  DELETE FROM runtime.schedule s USING gone WHERE s.flow_id = gone.id
), ending AS (
  UPDATE runtime.run r SET cancel_requested_at = now() FROM gone
  WHERE r.flow_id = gone.id AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') AND r.cancel_requested_at IS NULL
)
INSERT INTO runtime.flow AS f (id, instance_id, tenant_id, name, run_kind, code_ref, schedulable, freshness_sla_seconds, timeout_seconds, memory_mb, network, position, handles, status, stale_reason, stale_since)
SELECT p.id, $1, $2, p.name, p.run_kind, p.code_ref, p.schedulable, p.freshness_sla_seconds, p.timeout_seconds, p.memory_mb, p.network, p.position, p.handles, 'STALE', 'NEVER_RUN', now()
FROM jsonb_to_recordset($3::jsonb) AS p(
  id text, name text, run_kind text, code_ref text, schedulable boolean, freshness_sla_seconds int, timeout_seconds int, memory_mb int, network boolean, position int, handles jsonb)
ON CONFLICT (instance_id, name) DO UPDATE SET
  run_kind = excluded.run_kind, code_ref = excluded.code_ref, schedulable = excluded.schedulable,
  freshness_sla_seconds = excluded.freshness_sla_seconds, timeout_seconds = excluded.timeout_seconds, memory_mb = excluded.memory_mb, network = excluded.network,
  position = excluded.position, handles = f.handles || excluded.handles, removed_at = NULL, updated_at = now()`

/** Takes all flows of instances away: they are gone, and nothing of theirs runs any more. */
export async function removeFlows(tx: Sql, instanceIds: readonly string[]): Promise<void> {
  await tx.query({ name: 'remove-flows', text: removeSql, values: [instanceIds] })
}

const removeSql = `
WITH gone AS (
  UPDATE runtime.flow SET removed_at = now(), updated_at = now() WHERE instance_id = ANY($1::text[]) AND removed_at IS NULL RETURNING id
), unscheduled AS (
  DELETE FROM runtime.schedule s USING gone WHERE s.flow_id = gone.id
), unbound AS (
  DELETE FROM runtime.upstream_ref u USING gone WHERE u.flow_id = gone.id
)
UPDATE runtime.run r SET cancel_requested_at = now()
WHERE r.flow_id IN (SELECT id FROM gone) AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') AND r.cancel_requested_at IS NULL`

/** What has not ended of instances that ended is to be cancelled. */
export async function endRunsOf(tx: Sql, instanceIds: readonly string[]): Promise<void> {
  await tx.query({
    name: 'end-runs-of-instances',
    text: `UPDATE runtime.run r SET cancel_requested_at = now() FROM runtime.flow f
      WHERE f.instance_id = ANY($1::text[]) AND r.flow_id = f.id
        AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING') AND r.cancel_requested_at IS NULL`,
    values: [instanceIds],
  })
}

export type LockedInstance = { state: InstanceState; deleted: boolean }

/**
 * The instances that these runs or flows belong to, locked in id order, deleted ones too, and the time it is for the
 * database. Whatever changes flows or the status of runs locks their instance first: so nobody waits in a circle.
 */
export async function lockInstancesOf(
  tx: Sql,
  { runIds = [], flowIds = [] }: { runIds?: readonly string[]; flowIds?: readonly string[] },
): Promise<{ instances: Map<string, LockedInstance>; now: string }> {
  const { rows } = await tx.query<InstanceRow & { is_deleted: boolean; now: string }>({
    name: 'lock-instances-of-runs',
    text: `SELECT ${instanceColumns}, i.deleted_at IS NOT NULL AS is_deleted, date_trunc('milliseconds', clock_timestamp()) AS now
      FROM runtime.instance i
      WHERE i.id IN (
        SELECT r.instance_id FROM runtime.run r WHERE r.id = ANY($1::text[])
        UNION SELECT f.instance_id FROM runtime.flow f WHERE f.id = ANY($2::text[]))
      ORDER BY i.id FOR UPDATE OF i`,
    values: [runIds, flowIds],
  })
  const instances = new Map(rows.map((row) => [row.id, { state: toInstanceState(row), deleted: row.is_deleted }]))
  // Each row says when it was locked: the last lock is the present.
  const now = rows.reduce((latest, row) => (row.now > latest ? row.now : latest), '')
  return { instances, now }
}

/** All flows of these instances, also such as were taken away. The caller has locked the instances. */
export async function allFlowsOf(tx: Sql, instanceIds: readonly string[]): Promise<FlowRecord[]> {
  const { rows } = await tx.query<FlowRow>({
    name: 'all-flows-of-instances',
    text: `SELECT ${flowColumns} FROM runtime.flow f WHERE f.instance_id = ANY($1::text[]) ORDER BY f.position, f.name`,
    values: [instanceIds],
  })
  return rows.map(toFlow)
}

/** Which of these flows have a run under way. */
export async function runningFlows(tx: Sql, flowIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ flow_id: string }>({
    name: 'running-flows',
    text: `SELECT DISTINCT r.flow_id FROM runtime.run r WHERE r.flow_id = ANY($1::text[]) AND r.status = 'RUNNING'`,
    values: [flowIds],
  })
  return new Set(rows.map((row) => row.flow_id))
}

/** Writes what is derived of flows that differ from what stands in their rows. */
export async function updateFlows(tx: Sql, flows: readonly FlowRecord[]): Promise<void> {
  if (flows.length === 0) return
  const rows = flows.map((flow) => ({
    id: flow.id,
    status: flow.status,
    last_success_at: flow.lastSuccessAt,
    last_success_run_id: flow.lastSuccessRunId,
    success_version_id: flow.successVersionId,
    success_config_hash: flow.successConfigHash,
    success_upstreams: flow.successUpstreams,
    data_time: flow.dataTime,
    stale_since: flow.staleSince,
    stale_reason: flow.staleReason,
    stale_at: flow.staleAt,
    last_run_id: flow.lastRunId,
    last_outcome: flow.lastOutcome,
  }))
  await tx.query({ name: 'update-flows', text: updateSql, values: [JSON.stringify(rows)] })
}

const updateSql = `
UPDATE runtime.flow f SET
  status = n.status, last_success_at = n.last_success_at, last_success_run_id = n.last_success_run_id,
  success_version_id = n.success_version_id, success_config_hash = n.success_config_hash, success_upstreams = n.success_upstreams, data_time = n.data_time,
  stale_since = n.stale_since, stale_reason = n.stale_reason, stale_at = n.stale_at, last_run_id = n.last_run_id,
  last_outcome = n.last_outcome, updated_at = now()
FROM jsonb_populate_recordset(NULL::runtime.flow, $1::jsonb) AS n
WHERE f.id = n.id`

/** Which flows work on these, by what they work on; asked after these were written, so that nobody is missed. */
export async function dependentsOf(tx: Sql, flowIds: readonly string[]): Promise<string[]> {
  if (flowIds.length === 0) return []
  const { rows } = await tx.query<{ flow_id: string }>({
    name: 'dependents-of-flows',
    text: 'SELECT DISTINCT u.flow_id FROM runtime.upstream_ref u WHERE u.upstream_flow_id = ANY($1::text[])',
    values: [flowIds],
  })
  return rows.map((row) => row.flow_id)
}

/** The caller has locked the instance. */
export async function putHandles(tx: Sql, flowId: string, handles: JsonObject): Promise<void> {
  await tx.query({
    name: 'put-flow-handles',
    text: 'UPDATE runtime.flow SET handles = $2::jsonb, updated_at = now() WHERE id = $1',
    values: [flowId, JSON.stringify(handles)],
  })
}
