import type { RunStatus, RunTrigger } from '../../../../schema/enums.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'

/** A row of `SELECT ${runColumns} FROM runtime.run r`, read by the types of kit/db/pool.ts. */
export type RunRow = {
  id: string
  tenant_id: string
  instance_id: string
  flow_id: string
  kind: string
  status: RunStatus
  trigger: RunTrigger
  scheduled_for: string | null
  created_at: string
  queued_at: string | null
  run_at: string | null
  started_at: string | null
  ended_at: string | null
  actor_id: string | null
  reason: string | null
  parameters: JsonObject
  code_ref: string | null
  definition_version_id: string | null
  config_hash: string | null
  props_revision: number | null
  upstream_run_ids: JsonObject
  worker: string | null
  progress: number | null
  outputs: JsonObject | null
  metrics: JsonObject | null
  error: JsonObject | null
  blocked_by: JsonObject[]
  attempt: number
  max_attempts: number
  retry_of_id: string | null
  cancel_requested_at: string | null
}

const columnNames = [
  'id',
  'tenant_id',
  'instance_id',
  'flow_id',
  'kind',
  'status',
  'trigger',
  'scheduled_for',
  'created_at',
  'queued_at',
  'run_at',
  'started_at',
  'ended_at',
  'actor_id',
  'reason',
  'parameters',
  'code_ref',
  'definition_version_id',
  'config_hash',
  'props_revision',
  'upstream_run_ids',
  'worker',
  'progress',
  'outputs',
  'metrics',
  'error',
  'blocked_by',
  'attempt',
  'max_attempts',
  'retry_of_id',
  'cancel_requested_at',
] as const satisfies (keyof RunRow)[]

/** The select list of a run; the table's alias is `r`. */
export const runColumns = columnNames.map((column) => `r.${column}`).join(', ')

/** Other columns of the row are left out. */
export function toRunState(row: RunRow): RunState {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    instanceId: row.instance_id,
    flowId: row.flow_id,
    kind: row.kind,
    status: row.status,
    trigger: row.trigger,
    scheduledFor: row.scheduled_for,
    createdAt: row.created_at,
    queuedAt: row.queued_at,
    runAt: row.run_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    actorId: row.actor_id,
    reason: row.reason,
    parameters: row.parameters,
    codeRef: row.code_ref,
    definitionVersionId: row.definition_version_id,
    configHash: row.config_hash,
    propsRevision: row.props_revision,
    upstreamRunIds: row.upstream_run_ids,
    worker: row.worker,
    progress: row.progress,
    outputs: row.outputs,
    metrics: row.metrics,
    error: row.error,
    blockedBy: row.blocked_by,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    retryOfId: row.retry_of_id,
    cancelRequestedAt: row.cancel_requested_at,
  }
}
