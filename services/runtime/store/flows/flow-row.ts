import type { Readiness, StaleReason } from '../../../../schema/enums.ts'
import type { FlowState, JsonObject } from '../../../../schema/events.ts'

/** A flow, and what its status is derived from. */
export type FlowRecord = FlowState & {
  lastSuccessRunId: string | null
  successVersionId: string | null
  successConfigHash: string | null
  /** The upstream runs that the last success worked on, by flow. */
  successUpstreams: JsonObject
  lastRunId: string | null
  lastOutcome: string | null
  removedAt: string | null
}

/** A row of `SELECT ${flowColumns} FROM runtime.flow f`, read by the types of kit/db/pool.ts. */
export type FlowRow = {
  id: string
  tenant_id: string
  instance_id: string
  name: string
  run_kind: string
  code_ref: string | null
  schedulable: boolean
  freshness_sla_seconds: number | null
  timeout_seconds: number | null
  memory_mb: number | null
  network: boolean
  status: Readiness
  handles: JsonObject
  last_success_at: string | null
  last_success_run_id: string | null
  success_version_id: string | null
  success_config_hash: string | null
  success_upstreams: JsonObject
  data_time: string | null
  stale_since: string | null
  stale_reason: StaleReason | null
  stale_at: string | null
  last_run_id: string | null
  last_outcome: string | null
  removed_at: string | null
}

const columnNames = [
  'id',
  'tenant_id',
  'instance_id',
  'name',
  'run_kind',
  'code_ref',
  'schedulable',
  'freshness_sla_seconds',
  'timeout_seconds',
  'memory_mb',
  'network',
  'status',
  'handles',
  'last_success_at',
  'last_success_run_id',
  'success_version_id',
  'success_config_hash',
  'success_upstreams',
  'data_time',
  'stale_since',
  'stale_reason',
  'stale_at',
  'last_run_id',
  'last_outcome',
  'removed_at',
] as const satisfies (keyof FlowRow)[]

/** The select list of a flow; the table's alias is `f`. */
export const flowColumns = columnNames.map((column) => `f.${column}`).join(', ')

/** Other columns of the row are left out. */
export function toFlow(row: FlowRow): FlowRecord {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    instanceId: row.instance_id,
    name: row.name,
    runKind: row.run_kind,
    codeRef: row.code_ref,
    schedulable: row.schedulable,
    freshnessSlaSeconds: row.freshness_sla_seconds,
    timeoutSeconds: row.timeout_seconds,
    memoryMb: row.memory_mb,
    network: row.network,
    status: row.status,
    handles: row.handles,
    lastSuccessAt: row.last_success_at,
    dataTime: row.data_time,
    staleSince: row.stale_since,
    staleReason: row.stale_reason,
    staleAt: row.stale_at,
    lastSuccessRunId: row.last_success_run_id,
    successVersionId: row.success_version_id,
    successConfigHash: row.success_config_hash,
    successUpstreams: row.success_upstreams,
    lastRunId: row.last_run_id,
    lastOutcome: row.last_outcome,
    removedAt: row.removed_at,
  }
}
