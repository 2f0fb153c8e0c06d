import type { Sql } from '../../../../kit/db/pool.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import type { JsonObject, PathLock, ProgrammeLayer } from '../../../../schema/events.ts'
import { programmesById, type ProgrammeRecord } from './programmes.ts'

/** The programmes of instances that have any, by instance. */
export async function programmesOf(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, ProgrammeRecord[]>> {
  const { rows } = await sql.query<{ instance_id: string; programme_id: string }>({
    name: 'programmes-of-instances',
    text: `SELECT t.instance_id, t.programme_id FROM runtime.programme_target t
      WHERE t.instance_id = ANY($1::text[]) ORDER BY 1, 2`,
    values: [instanceIds],
  })
  const programmes = await programmesById(sql, [...new Set(rows.map(({ programme_id }) => programme_id))])
  const found = new Map<string, ProgrammeRecord[]>()
  for (const { instance_id, programme_id } of rows) {
    const programme = programmes.get(programme_id)
    if (programme) found.set(instance_id, [...(found.get(instance_id) ?? []), programme])
  }
  return found
}

/** How many instances each has. */
export async function targetCounts(sql: Sql, programmeIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ programme_id: string; count: number }>({
    name: 'programme-target-counts',
    text: `SELECT t.programme_id, count(*)::int AS count FROM runtime.programme_target t
      WHERE t.programme_id = ANY($1::text[]) GROUP BY 1`,
    values: [programmeIds],
  })
  return new Map(rows.map(({ programme_id, count }) => [programme_id, count]))
}

/** All targets of these programmes are decided on again, at once. In id order: writers that meet must not wait in a circle. */
export async function markTargetsDue(tx: Sql, programmeIds: readonly string[]): Promise<void> {
  await tx.query({
    name: 'mark-programme-targets-due',
    text: `INSERT INTO runtime.programme_due (instance_id, tenant_id, due_at)
      SELECT DISTINCT t.instance_id, p.tenant_id, now()
      FROM runtime.programme_target t JOIN runtime.programme p ON p.id = t.programme_id
      WHERE t.programme_id = ANY($1::text[]) ORDER BY 1
      ON CONFLICT (instance_id) DO UPDATE SET due_at = EXCLUDED.due_at`,
    values: [programmeIds],
  })
}

/** The same for instances that have a programme: where they stand, or what they have, is another now. */
export async function markInstancesDue(tx: Sql, instanceIds: readonly string[]): Promise<void> {
  await tx.query({
    name: 'mark-programmed-instances-due',
    text: `INSERT INTO runtime.programme_due (instance_id, tenant_id, due_at)
      SELECT DISTINCT t.instance_id, p.tenant_id, now()
      FROM runtime.programme_target t JOIN runtime.programme p ON p.id = t.programme_id
      WHERE t.instance_id = ANY($1::text[]) ORDER BY 1
      ON CONFLICT (instance_id) DO UPDATE SET due_at = EXCLUDED.due_at`,
    values: [instanceIds],
  })
}

/**
 * Makes `instanceIds` the targets of a programme, of all it has or of those among `looked` only. Those that come and
 * go are decided on at once. Answers whether there were any.
 */
export async function setTargets(
  tx: Sql,
  programme: { id: string; tenantId: string },
  instanceIds: readonly string[],
  looked: readonly string[] | null = null,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'set-programme-targets',
    text: `
      WITH gone AS (
        DELETE FROM runtime.programme_target t
        WHERE t.programme_id = $1 AND t.instance_id <> ALL($3::text[]) AND ($4::text[] IS NULL OR t.instance_id = ANY($4))
        RETURNING t.instance_id
      ), come AS (
        INSERT INTO runtime.programme_target (programme_id, instance_id)
        SELECT $1, n.id FROM unnest($3::text[]) AS n(id)
        WHERE NOT EXISTS (SELECT FROM runtime.programme_target t WHERE t.programme_id = $1 AND t.instance_id = n.id)
        ORDER BY 2 ON CONFLICT DO NOTHING RETURNING instance_id
      )
      INSERT INTO runtime.programme_due (instance_id, tenant_id, due_at)
      SELECT c.instance_id, $2, now() FROM (SELECT * FROM gone UNION SELECT * FROM come) c ORDER BY 1
      ON CONFLICT (instance_id) DO UPDATE SET due_at = EXCLUDED.due_at`,
    values: [programme.id, programme.tenantId, instanceIds, looked],
  })
  return (rowCount ?? 0) > 0
}

/** An instance that shows an entry of this programme, which a person wrote, at a place that is locked; and that place. */
export async function lockedShowing(
  tx: Sql,
  tenantId: string,
  programmeId: string,
): Promise<{ instanceId: string; lock: PathLock } | null> {
  const { rows } = await tx.query<{ id: string; programme: ProgrammeLayer; locks: PathLock[] }>({
    name: 'locked-showing-programme',
    text: `SELECT i.id, i.programme, i.locks FROM runtime.programme_target t JOIN runtime.instance i ON i.id = t.instance_id
      WHERE t.programme_id = $1 AND i.tenant_id = $2 AND i.locks <> '[]' AND i.programme ->> 'programmeId' = $1 AND i.programme ->> 'byAi' = 'false'
      ORDER BY i.id`,
    values: [programmeId, tenantId],
  })
  for (const { id, programme, locks } of rows) {
    const lock = locks.find(({ path }) => valueAtPointer(programme.props, path) !== undefined)
    if (lock) return { instanceId: id, lock }
  }
  return null
}

export type DueInstance = { instanceId: string; tenantId: string }

/**
 * Takes instances whose next boundary has come, oldest first, until the transaction ends. What another worker holds is
 * passed over. `now` is the database's.
 */
export async function takeDueInstances(tx: Sql, limit: number): Promise<{ due: DueInstance[]; now: string }> {
  const { rows } = await tx.query<DueInstance & { now: string }>({
    name: 'take-due-programmes',
    text: `SELECT d.instance_id AS "instanceId", d.tenant_id AS "tenantId", date_trunc('milliseconds', clock_timestamp()) AS now
      FROM runtime.programme_due d WHERE d.due_at <= now()
      ORDER BY d.due_at, d.instance_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    values: [limit],
  })
  return { due: rows, now: rows[0]?.now ?? '' }
}

/** When each is decided on again; null: not before somebody changes something. */
export async function setNextDue(
  tx: Sql,
  next: readonly { instanceId: string; dueAt: string | null }[],
): Promise<void> {
  await tx.query({
    name: 'set-next-programme-due',
    text: `
      WITH next AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::timestamptz[]) AS n(id, due_at)),
      done AS (DELETE FROM runtime.programme_due d USING next n WHERE d.instance_id = n.id AND n.due_at IS NULL)
      UPDATE runtime.programme_due d SET due_at = n.due_at FROM next n WHERE d.instance_id = n.id AND n.due_at IS NOT NULL`,
    values: [next.map(({ instanceId }) => instanceId), next.map(({ dueAt }) => dueAt)],
  })
}

/** Milliseconds until the next boundary of all, by the database's clock; negative for one that is due, null for none. */
export async function untilNextDue(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ ms: number | null }>({
    name: 'until-next-programme-due',
    text: `SELECT (extract(epoch FROM ((SELECT min(d.due_at) FROM runtime.programme_due d) - clock_timestamp())) * 1000)::float8 AS ms`,
  })
  return rows[0]?.ms ?? null
}

export type FilterProgramme = { id: string; tenantId: string; filter: JsonObject; nodes: string[] | null }

const filterColumns = `p.id, p.tenant_id AS "tenantId", p.filter, CASE WHEN p.whole_tenant THEN NULL ELSE p.nodes END AS nodes`

/** All that have a filter. */
export async function filterProgrammes(sql: Sql): Promise<FilterProgramme[]> {
  const { rows } = await sql.query<FilterProgramme>({
    name: 'filter-programmes',
    text: `SELECT ${filterColumns} FROM runtime.programme p WHERE p.filter IS NOT NULL`,
  })
  return rows
}

/** Takes one whose filter nobody has looked up for so long, until the transaction ends. */
export async function takeUnmatched(tx: Sql, seconds: number): Promise<FilterProgramme | null> {
  const { rows } = await tx.query<FilterProgramme>({
    name: 'take-unmatched-programme',
    text: `UPDATE runtime.programme u SET matched_at = now() WHERE u.id = (
        SELECT p.id FROM runtime.programme p
        WHERE p.filter IS NOT NULL AND p.matched_at < now() - make_interval(secs => $1::int)
        ORDER BY p.matched_at LIMIT 1 FOR UPDATE SKIP LOCKED
      ) RETURNING ${filterColumns.replaceAll('p.', 'u.')}`,
    values: [seconds],
  })
  return rows[0] ?? null
}

/** Filters of a tenant are looked up again at once: all, or those that name a zone or a group. */
export async function forgetMatches(sql: Sql, tenantId: string, which: 'ALL' | 'NAMED_SETS'): Promise<void> {
  await sql.query({
    name: 'forget-programme-matches',
    text: `UPDATE runtime.programme p SET matched_at = '1970-01-01'
      WHERE p.tenant_id = $1 AND ($2 = 'ALL' OR p.filter ?| ARRAY['zoneId', 'groupId'])`,
    values: [tenantId, which],
  })
}
