import type { Sql } from '../../../../kit/db/pool.ts'
import type { RolloutInstanceStatus } from '../../../../schema/enums.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import type { RollBackConflict } from '../../domain/rollouts/roll-back.ts'
import { judgedSql } from '../displays/convergence.ts'
import type { RolloutRow } from './rollouts.ts'

/** What an instance was on one side of its upgrade. */
export type Side = { versionId: string; props: JsonObject }

export type RolloutInstanceRow = {
  rolloutId: string
  instanceId: string
  wave: number
  status: RolloutInstanceStatus
  revision: number | null
  before: Side | null
  after: Side | null
  error: string | null
  conflicts: RollBackConflict[]
}

type Which = Pick<RolloutRow, 'tenantId' | 'id'>

const columns = `rollout_id AS "rolloutId", instance_id AS "instanceId", wave, status, revision, before, after, error, conflicts`

/** A page in id order; one more than `first` where there are more. */
export async function instancesOf(
  sql: Sql,
  { tenantId, id }: Which,
  query: { statuses: readonly RolloutInstanceStatus[] | null; wave?: number; first: number; after: string | null },
): Promise<RolloutInstanceRow[]> {
  const { rows } = await sql.query<RolloutInstanceRow>(
    `SELECT ${columns} FROM runtime.rollout_instance
     WHERE tenant_id = $1 AND rollout_id = $2 AND ($3::text[] IS NULL OR status = ANY($3)) AND ($4::int4 IS NULL OR wave = $4)
       AND ($5::text IS NULL OR instance_id > $5)
     ORDER BY instance_id LIMIT $6`,
    [tenantId, id, query.statuses, query.wave ?? null, query.after, query.first],
  )
  return rows
}

/** Those that wait although the log says that this rollout has moved them: the worker died, or is about to note it. */
export async function movedUnnoted(
  sql: Sql,
  { tenantId, id, changeId }: Which & Pick<RolloutRow, 'changeId'>,
): Promise<{ instanceId: string; revision: number }[]> {
  const { rows } = await sql.query<{ instanceId: string; revision: number }>(
    `SELECT r.instance_id AS "instanceId", max(e.revision) AS revision
     FROM runtime.instance_event e
     JOIN runtime.rollout_instance r ON r.tenant_id = $1 AND r.rollout_id = $2 AND r.instance_id = e.instance_id
     WHERE e.change_id = $3 AND e.tenant_id = $1 AND r.status = 'WAITING'
     GROUP BY r.instance_id`,
    [tenantId, id, changeId],
  )
  return rows
}

/** Whether the log has a revision of the change, of that instance. */
export async function isInLog(
  sql: Sql,
  query: { tenantId: string; instanceId: string; changeId: string },
): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT 1 FROM runtime.instance_event WHERE change_id = $3 AND tenant_id = $1 AND instance_id = $2 LIMIT 1`,
    [query.tenantId, query.instanceId, query.changeId],
  )
  return rows.length > 0
}

export type InstanceNote = {
  instanceId: string
  status?: RolloutInstanceStatus
  revision?: number
  before?: Side
  after?: Side
  error?: string | null
  conflicts?: RollBackConflict[]
}

/** Notes how one instance stands; what is not said stays. */
export async function noteInstance(sql: Sql, { tenantId, id }: Which, note: InstanceNote): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await sql.query(
    `UPDATE runtime.rollout_instance SET status = COALESCE($4, status), revision = COALESCE($5, revision),
       upgraded_at = CASE WHEN $5::int8 IS NULL THEN upgraded_at ELSE now() END,
       before = COALESCE($6::jsonb, before), after = COALESCE($7::jsonb, after), error = COALESCE($8, error),
       conflicts = COALESCE($9::jsonb, conflicts), updated_at = now()
     WHERE tenant_id = $1 AND rollout_id = $2 AND instance_id = $3`,
    [
      ...[tenantId, id, note.instanceId, note.status ?? null, note.revision ?? null],
      ...[json(note.before), json(note.after), note.error ?? null, json(note.conflicts)],
    ],
  )
}

/** Of an aborted rollout, those that were not moved: their turn does not come. */
export async function skipWaiting(sql: Sql, { tenantId, id }: Which): Promise<void> {
  await sql.query(
    `UPDATE runtime.rollout_instance SET status = 'SKIPPED', updated_at = now()
     WHERE tenant_id = $1 AND rollout_id = $2 AND status = 'WAITING'`,
    [tenantId, id],
  )
}

/**
 * Judges the moved instances of a wave by what their screens say: FAILED where a screen that has received the version
 * cannot show it, also after it did for a while; SHOWN where all living screens have painted it, or where there never was
 * a screen; TIMED_OUT for the rest once the wave's time is over.
 */
export async function judgeScreens(sql: Sql, { tenantId, id, wave, waveTimeoutSeconds }: RolloutRow): Promise<void> {
  await sql.query({
    name: 'judge-rollout-screens',
    text: `WITH target AS (
       SELECT r.instance_id, r.revision, r.upgraded_at AS at FROM runtime.rollout_instance r
       WHERE r.tenant_id = $1 AND r.rollout_id = $2 AND r.wave = $3 AND r.status IN ('UPGRADED', 'SHOWN')
     ), judged AS (${judgedSql}), verdict AS (
       SELECT j.instance_id, CASE
           WHEN j.has_failed THEN 'FAILED'
           WHEN j.is_shown OR NOT EXISTS (SELECT 1 FROM runtime.display_session s WHERE s.instance_id = j.instance_id)
             THEN 'SHOWN'
           WHEN now() > o.wave_started_at + make_interval(secs => $4) THEN 'TIMED_OUT'
         END AS status, j.error
       FROM judged j JOIN runtime.rollout o ON o.tenant_id = $1 AND o.id = $2
     )
     UPDATE runtime.rollout_instance r SET status = v.status, updated_at = now(),
       error = CASE v.status WHEN 'FAILED' THEN v.error
         WHEN 'TIMED_OUT' THEN 'Its screens did not show the version in time.' ELSE r.error END
     FROM verdict v
     WHERE r.tenant_id = $1 AND r.rollout_id = $2 AND r.instance_id = v.instance_id
       AND v.status IS NOT NULL AND v.status <> r.status AND NOT (r.status = 'SHOWN' AND v.status = 'TIMED_OUT')`,
    values: [tenantId, id, wave, waveTimeoutSeconds],
  })
}

/** The open rollout of those instances that are in one. */
export async function openRollouts(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ instanceId: string; rolloutId: string }>({
    name: 'open-rollouts',
    text: `SELECT instance_id AS "instanceId", rollout_id AS "rolloutId" FROM runtime.rollout_instance
           WHERE tenant_id = $1 AND instance_id = ANY($2::text[]) AND is_open`,
    values: [tenantId, ids],
  })
  return new Map(rows.map(({ instanceId, rolloutId }) => [instanceId, rolloutId]))
}
