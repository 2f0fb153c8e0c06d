import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject, LoggedRunEvent, RunEventType, RunState } from '../../../../schema/events.ts'
import { runColumns, toRunState, type RunRow } from './run-row.ts'

/** A run that is about to be. Its times are the database's (domain words: `now`), so that no process's clock matters. */
export type NewRun = RunState

/**
 * Makes runs, many at a time. One whose tick already has its run, or whose predecessor is already tried again, is left
 * out: those that were made are returned.
 */
export async function insertRuns(tx: Sql, runs: readonly NewRun[]): Promise<RunState[]> {
  if (runs.length === 0) return []
  const { rows } = await tx.query<RunRow>({
    name: 'insert-runs',
    text: insertSql,
    values: [JSON.stringify(runs.map(toColumns))],
  })
  const made = new Set(rows.map(({ id }) => id))
  return runs.filter(({ id }) => made.has(id))
}

const insertSql = `
INSERT INTO runtime.run AS r (id, tenant_id, instance_id, flow_id, kind, status, trigger, scheduled_for, created_at, queued_at, run_at,
  ended_at, actor_id, reason, parameters, code_ref, blocked_by, attempt, max_attempts, retry_of_id)
SELECT g.id, g.tenant_id, g.instance_id, g.flow_id, g.kind, g.status, g.trigger, g.scheduled_for, g.created_at, g.queued_at, g.run_at,
  g.ended_at, g.actor_id, g.reason, g.parameters, g.code_ref, g.blocked_by, g.attempt, g.max_attempts, g.retry_of_id
FROM jsonb_populate_recordset(NULL::runtime.run, $1::jsonb) AS g
ON CONFLICT DO NOTHING
RETURNING r.id`

const toColumns = (run: NewRun) => ({
  id: run.id,
  tenant_id: run.tenantId,
  instance_id: run.instanceId,
  flow_id: run.flowId,
  kind: run.kind,
  status: run.status,
  trigger: run.trigger,
  scheduled_for: run.scheduledFor,
  created_at: run.createdAt,
  queued_at: run.queuedAt,
  run_at: run.runAt,
  ended_at: run.endedAt,
  actor_id: run.actorId,
  reason: run.reason,
  parameters: run.parameters,
  code_ref: run.codeRef,
  blocked_by: run.blockedBy,
  attempt: run.attempt,
  max_attempts: run.maxAttempts,
  retry_of_id: run.retryOfId,
})

/** What a run's row holds besides what everybody may know of it. */
export type RunSecrets = { config?: JsonObject; lease?: string; leaseExpiresAt?: string; heartbeatAt?: string }

export type RunUpdate = { before: RunState; after: RunState; secrets: RunSecrets }

/** Brings rows that the caller has locked to their next state. */
export async function updateRuns(tx: Sql, updates: readonly RunUpdate[]): Promise<void> {
  if (updates.length === 0) return
  const changes = updates.map(({ before, after, secrets }) => ({
    id: after.id,
    set: changedColumns(before, after, secrets),
  }))
  await tx.query({ name: 'update-runs', text: updateSql, values: [JSON.stringify(changes)] })
}

const mutable: [keyof RunState, string][] = [
  ['status', 'status'],
  ['queuedAt', 'queued_at'],
  ['runAt', 'run_at'],
  ['startedAt', 'started_at'],
  ['endedAt', 'ended_at'],
  ['reason', 'reason'],
  ['codeRef', 'code_ref'],
  ['definitionVersionId', 'definition_version_id'],
  ['configHash', 'config_hash'],
  ['propsRevision', 'props_revision'],
  ['upstreamRunIds', 'upstream_run_ids'],
  ['worker', 'worker'],
  ['progress', 'progress'],
  ['outputs', 'outputs'],
  ['metrics', 'metrics'],
  ['error', 'error'],
  ['blockedBy', 'blocked_by'],
  ['cancelRequestedAt', 'cancel_requested_at'],
]

function changedColumns(
  before: RunState,
  after: RunState,
  { config, lease, leaseExpiresAt, heartbeatAt }: RunSecrets,
): JsonObject {
  const set: JsonObject = {}
  for (const [member, column] of mutable) if (before[member] !== after[member]) set[column] = after[member]
  if (config) set['config'] = config
  if (lease) set['lease'] = lease
  if (leaseExpiresAt) set['lease_expires_at'] = leaseExpiresAt
  if (heartbeatAt) set['heartbeat_at'] = heartbeatAt
  return set
}

const updateSql = `
UPDATE runtime.run r SET
  (status, queued_at, run_at, started_at, ended_at, reason, code_ref, definition_version_id, config_hash, props_revision,
   upstream_run_ids, worker, progress, outputs, metrics, error, blocked_by, cancel_requested_at, config, lease, lease_expires_at,
   heartbeat_at) =
  (SELECT n.status, n.queued_at, n.run_at, n.started_at, n.ended_at, n.reason, n.code_ref, n.definition_version_id, n.config_hash,
     n.props_revision, n.upstream_run_ids, n.worker, n.progress, n.outputs, n.metrics, n.error, n.blocked_by, n.cancel_requested_at,
     n.config, n.lease, n.lease_expires_at, n.heartbeat_at
   FROM jsonb_populate_record(r, c.set) n)
FROM jsonb_to_recordset($1::jsonb) AS c(id text, set jsonb)
WHERE r.id = c.id`

/** What happened to a run, and the run that it led to. */
export type Happened = { type: RunEventType; at: string; body: JsonObject; run: RunState }

/**
 * Writes what happened into the logs of the instances' runs, in the order given. The position comes from a counter that
 * the same statement takes: whoever is next waits for this transaction, so positions have no gaps and none overtakes.
 */
export async function logRunEvents(
  tx: Sql,
  happened: readonly Happened[],
): Promise<(LoggedRunEvent & { run: RunState })[]> {
  if (happened.length === 0) return []
  const events = happened.map(({ type, at, body, run }, ordinal) => ({
    ordinal,
    type,
    at,
    body,
    run: changing(run),
    run_id: run.id,
    instance_id: run.instanceId,
    tenant_id: run.tenantId,
  }))
  const { rows } = await tx.query<{ instance_id: string; run_id: string; position: number; ordinal: number }>({
    name: 'log-run-events',
    text: logSql,
    values: [JSON.stringify(events)],
  })
  const positions = new Map(rows.map(({ ordinal, position }) => [ordinal, position]))
  return happened.map(({ type, at, body, run }, ordinal) => ({
    instanceId: run.instanceId,
    position: positions.get(ordinal) as number,
    runId: run.id,
    type,
    at,
    body,
    run,
  }))
}

const logSql = `
WITH event AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
    ordinal int, type text, at timestamptz, body jsonb, run jsonb, run_id text, instance_id text, tenant_id text)
), counted AS MATERIALIZED (
  SELECT instance_id, count(*) AS events FROM event GROUP BY instance_id ORDER BY instance_id
), feed AS MATERIALIZED (
  INSERT INTO runtime.run_feed AS f (instance_id, position) SELECT instance_id, events FROM counted
  ON CONFLICT (instance_id) DO UPDATE SET position = f.position + excluded.position
  RETURNING f.instance_id, f.position
), numbered AS MATERIALIZED (
  SELECT e.*, f.position - c.events + row_number() OVER (PARTITION BY e.instance_id ORDER BY e.ordinal) AS position
  FROM event e JOIN counted c USING (instance_id) JOIN feed f USING (instance_id)
), logged AS (
  INSERT INTO runtime.run_event (instance_id, position, run_id, tenant_id, type, at, body, run)
  SELECT instance_id, position, run_id, tenant_id, type, at, body, run FROM numbered
)
SELECT ordinal, instance_id, run_id, position::bigint AS position FROM numbered`

/** The members of a run that change while it lives: what an event of its log keeps of it. */
const changing = ({
  status,
  queuedAt,
  runAt,
  startedAt,
  endedAt,
  reason,
  definitionVersionId,
  configHash,
  propsRevision,
  upstreamRunIds,
  worker,
  progress,
  error,
  blockedBy,
  cancelRequestedAt,
}: RunState) => ({
  status,
  queuedAt,
  runAt,
  startedAt,
  endedAt,
  reason,
  definitionVersionId,
  configHash,
  propsRevision,
  upstreamRunIds,
  worker,
  progress,
  error,
  blockedBy,
  cancelRequestedAt,
})

/** Outputs or metrics that are too large for a run's row; the caller has locked the run. */
export async function keepResults(
  tx: Sql,
  results: readonly { runId: string; name: 'outputs' | 'metrics'; body: JsonObject; bytes: number }[],
): Promise<void> {
  for (const { runId, name, body, bytes } of results) {
    await tx.query({
      name: 'keep-run-result',
      text: 'INSERT INTO runtime.run_result (run_id, name, bytes, body) VALUES ($1, $2, $3, $4::jsonb)',
      values: [runId, name, bytes, JSON.stringify(body)],
    })
  }
}

export type LockedRun = { run: RunState; lease: string | null; leaseExpiresAt: string | null }

/** Runs whose rows are locked until the transaction ends, with the lease under which somebody carries each out. */
export async function lockRuns(tx: Sql, ids: readonly string[]): Promise<Map<string, LockedRun>> {
  const { rows } = await tx.query<RunRow & { lease: string | null; lease_expires_at: string | null }>({
    name: 'lock-runs',
    text: `SELECT ${runColumns}, r.lease, r.lease_expires_at FROM runtime.run r WHERE r.id = ANY($1::text[]) ORDER BY r.id FOR NO KEY UPDATE`,
    values: [ids],
  })
  return new Map(
    rows.map((row) => [row.id, { run: toRunState(row), lease: row.lease, leaseExpiresAt: row.lease_expires_at }]),
  )
}
