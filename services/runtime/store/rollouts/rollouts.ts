import type { Sql } from '../../../../kit/db/pool.ts'
import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import type { RolloutInstanceStatus, RolloutStatus } from '../../../../schema/enums.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** One version on its way to a fixed set of instances. */
export type RolloutRow = {
  id: string
  tenantId: string
  definitionId: string
  definitionTypeKey: string
  toVersionId: string
  toVersion: string
  filter: JsonObject
  failedPercent: number | null
  waveTimeoutSeconds: number
  status: RolloutStatus
  /** From 0. */
  wave: number
  waveCount: number
  waveStartedAt: string
  reason: string | null
  actorId: string | null
  writerKind: PrincipalKind | null
  changeId: string
  backChangeId: string
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

export type NewRollout = Omit<
  RolloutRow,
  'status' | 'wave' | 'waveStartedAt' | 'reason' | 'createdAt' | 'updatedAt' | 'endedAt'
>

const columns = `id, tenant_id AS "tenantId", definition_id AS "definitionId", definition_type_key AS "definitionTypeKey",
  to_version_id AS "toVersionId", to_version AS "toVersion", filter, failed_percent AS "failedPercent",
  wave_timeout_seconds AS "waveTimeoutSeconds", status, wave, wave_count AS "waveCount",
  wave_started_at AS "waveStartedAt", reason, actor_id AS "actorId", writer_kind AS "writerKind",
  change_id AS "changeId", back_change_id AS "backChangeId", created_at AS "createdAt", updated_at AS "updatedAt",
  ended_at AS "endedAt"`

/**
 * Notes a rollout with its instances, by wave. An instance that another open rollout has is left out: answers how many
 * were taken.
 */
export async function insertRollout(
  tx: Sql,
  rollout: NewRollout,
  waves: readonly (readonly string[])[],
): Promise<number> {
  await tx.query(
    `INSERT INTO runtime.rollout (id, tenant_id, definition_id, definition_type_key, to_version_id, to_version, filter,
       failed_percent, wave_timeout_seconds, status, wave_count, actor_id, writer_kind, change_id, back_change_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, 'RUNNING', $10, $11, $12, $13, $14)`,
    [
      ...[rollout.id, rollout.tenantId, rollout.definitionId, rollout.definitionTypeKey, rollout.toVersionId],
      ...[rollout.toVersion, JSON.stringify(rollout.filter), rollout.failedPercent, rollout.waveTimeoutSeconds],
      ...[rollout.waveCount, rollout.actorId, rollout.writerKind, rollout.changeId, rollout.backChangeId],
    ],
  )
  const { rowCount } = await tx.query(
    `INSERT INTO runtime.rollout_instance (rollout_id, tenant_id, to_version_id, instance_id, wave)
     SELECT $1, $2, $3, u.id, u.wave FROM unnest($4::text[], $5::int4[]) AS u(id, wave)
     ON CONFLICT (instance_id) WHERE is_open DO NOTHING`,
    [
      ...[rollout.id, rollout.tenantId, rollout.toVersionId],
      ...[waves.flat(), waves.flatMap((ids, wave) => ids.map(() => wave))],
    ],
  )
  return rowCount ?? 0
}

export async function findRollout(sql: Sql, tenantId: string, id: string): Promise<RolloutRow | null> {
  const { rows } = await sql.query<RolloutRow>({
    name: 'find-rollout',
    text: `SELECT ${columns} FROM runtime.rollout WHERE tenant_id = $1 AND id = $2`,
    values: [tenantId, id],
  })
  return rows[0] ?? null
}

/** Newest first; `actorId`: only that principal's. */
export async function listRollouts(
  sql: Sql,
  query: {
    tenantId: string
    actorId: string | null
    status: RolloutStatus | null
    typeKey: string | null
    first: number
    after: readonly [createdAt: string, id: string] | null
  },
): Promise<RolloutRow[]> {
  const { rows } = await sql.query<RolloutRow>(
    `SELECT ${columns} FROM runtime.rollout
     WHERE tenant_id = $1 AND ($2::text IS NULL OR actor_id = $2) AND ($3::text IS NULL OR status = $3)
       AND ($4::text IS NULL OR definition_type_key = $4)
       AND ($5::timestamptz IS NULL OR (created_at, id) < ($5::timestamptz, $6::text))
     ORDER BY created_at DESC, id DESC LIMIT $7`,
    [
      ...[query.tenantId, query.actorId, query.status, query.typeKey],
      ...[query.after?.[0] ?? null, query.after?.[1] ?? null, query.first],
    ],
  )
  return rows
}

/** Rollouts that a worker has to carry on. */
export async function goingRollouts(sql: Sql): Promise<{ id: string; tenantId: string }[]> {
  const { rows } = await sql.query<{ id: string; tenantId: string }>({
    name: 'going-rollouts',
    text: `SELECT id, tenant_id AS "tenantId" FROM runtime.rollout WHERE status IN ('RUNNING', 'ABORTING') ORDER BY id`,
  })
  return rows
}

/**
 * Moves a rollout on, if it still stands as it was read. DONE and ABORTED end it, and free its instances; RUNNING begins a
 * wave, the next one or the same one again.
 */
export async function moveRollout(
  sql: Sql,
  { tenantId, id, status, wave }: Pick<RolloutRow, 'tenantId' | 'id' | 'status' | 'wave'>,
  to: { status: RolloutStatus; wave?: number; reason?: string | null },
): Promise<boolean> {
  const isEnd = to.status === 'DONE' || to.status === 'ABORTED'
  const { rowCount } = await sql.query(
    `WITH moved AS (
       UPDATE runtime.rollout SET status = $5, wave = $6, reason = COALESCE($7, reason), updated_at = now(),
         wave_started_at = CASE WHEN $5 = 'RUNNING' THEN now() ELSE wave_started_at END,
         ended_at = CASE WHEN $8 THEN now() END
       WHERE tenant_id = $1 AND id = $2 AND status = $3 AND wave = $4 RETURNING id
     ), freed AS (
       UPDATE runtime.rollout_instance i SET is_open = false FROM moved
       WHERE $8 AND i.tenant_id = $1 AND i.rollout_id = moved.id
     ) SELECT id FROM moved`,
    [tenantId, id, status, wave, to.status, to.wave ?? wave, to.reason ?? null, isEnd],
  )
  return rowCount === 1
}

export type StatusCount = { wave: number; status: RolloutInstanceStatus; count: number }

/** How many instances of each wave stand how. */
export async function countsOf(
  sql: Sql,
  { tenantId, id }: Pick<RolloutRow, 'tenantId' | 'id'>,
): Promise<StatusCount[]> {
  const { rows } = await sql.query<StatusCount>({
    name: 'rollout-counts',
    text: `SELECT wave, status, count(*)::int4 AS count FROM runtime.rollout_instance
           WHERE tenant_id = $1 AND rollout_id = $2 GROUP BY wave, status ORDER BY wave, status`,
    values: [tenantId, id],
  })
  return rows
}
