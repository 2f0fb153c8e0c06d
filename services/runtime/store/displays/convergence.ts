import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { Params, searchFrom } from '../instances/search-conditions.sql.ts'

/** How far a change has come on the screens of the instances that it changed. */
export type Convergence = {
  targeted: number
  delivered: number
  shown: number
  failed: number
  unreachable: number
  p50Ms: number | null
  p95Ms: number | null
}

export type ChangeQuery = { viewer: Viewer; changeId: string }

/**
 * How each row of `target` (instance_id, revision, at) stands on the living screens of its instance. A screen has failed
 * at a revision that it has received; what it complained of before is another matter.
 */
export const judgedSql = `
    SELECT t.instance_id, count(s.device_id) > 0 AS is_reached,
      COALESCE(bool_and(s.received_revision >= t.revision), false) AS is_delivered,
      COALESCE(bool_and(COALESCE(s.applied_revision >= t.revision, false)), false) AND count(s.device_id) > 0 AS is_shown,
      COALESCE(bool_or(s.state IN ('FAILED', 'STUCK') AND s.received_revision >= t.revision), false) AS has_failed,
      (array_agg(s.error ORDER BY s.state_since) FILTER (WHERE s.state IN ('FAILED', 'STUCK')))[1] AS error,
      max(painted.at) - t.at AS took
    FROM target t
    LEFT JOIN runtime.display_session s ON s.instance_id = t.instance_id AND s.presence <> 'OFFLINE'
    LEFT JOIN LATERAL (
      SELECT min(p.at) AS at FROM unnest(s.shown_revisions, s.shown_times) AS p(revision, at) WHERE p.revision >= t.revision
    ) painted ON true
    GROUP BY t.instance_id, t.revision, t.at`

/**
 * One row for each instance that the change gave a revision, as far as the viewer may list it, with what its living
 * screens say. How long it took is known of the newest revisions that a screen has painted, and is the slowest screen's.
 */
function targets(params: Params, { viewer, changeId }: ChangeQuery): string {
  return `WITH target AS (
    SELECT e.instance_id, max(e.revision) AS revision, max(e.at) AS at FROM runtime.instance_event e
    WHERE e.change_id = ${params.add(changeId, 'text')} AND e.tenant_id = ${params.add(viewer.tenantId, 'text')}
      AND e.instance_id IN (SELECT i.id ${searchFrom(params, { viewer, filter: {} })})
    GROUP BY e.instance_id
  ), judged AS (${judgedSql})`
}

/** Null where the viewer may see nothing that it changed. */
export async function convergenceOf(sql: Sql, query: ChangeQuery): Promise<Convergence | null> {
  const params = new Params()
  const text = `${targets(params, query)}
  SELECT count(*)::int AS targeted,
    count(*) FILTER (WHERE is_delivered)::int AS delivered,
    count(*) FILTER (WHERE is_shown)::int AS shown,
    count(*) FILTER (WHERE has_failed AND NOT is_shown)::int AS failed,
    count(*) FILTER (WHERE NOT is_reached)::int AS unreachable,
    (extract(epoch FROM percentile_disc(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE is_shown)) * 1000)::int AS "p50Ms",
    (extract(epoch FROM percentile_disc(0.95) WITHIN GROUP (ORDER BY took) FILTER (WHERE is_shown)) * 1000)::int AS "p95Ms"
  FROM judged`
  const { rows } = await sql.query<Convergence>(text, params.values)
  const [found] = rows as [Convergence]
  return found.targeted === 0 ? null : found
}

/** Ids of those that none of whose screens reports, in id order. */
export async function unreachedBy(sql: Sql, query: ChangeQuery & { first: number }): Promise<string[]> {
  const params = new Params()
  const text = `${targets(params, query)}
  SELECT instance_id AS id FROM judged WHERE NOT is_reached ORDER BY 1 LIMIT ${params.add(query.first, 'int4')}`
  const { rows } = await sql.query<{ id: string }>(text, params.values)
  return rows.map(({ id }) => id)
}
