import type { Sql } from '../../../../kit/db/pool.ts'
import type { ScreenState } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { behindAfterMs, observationOf, type ScreenGroup } from '../../domain/displays/observation.ts'
import { presenceLimits, type SessionPresence } from '../../domain/displays/presence.ts'
import { toInstanceState, type InstanceRow } from '../instances/instance-row.ts'
import { recordReportsSql } from './record-reports.sql.ts'
import { screenGroups } from './screen-columns.ts'

/** What a screen says of itself. */
export type DisplayReport = {
  tenantId: string
  instanceId: string
  /** What the instance must name as its key's hash; null where whoever reports may speak for any. */
  keyHash: string | null
  device: string
  revision: number | null
  receivedRevision: number | null
  state: ScreenState
  error: string | null
  clockOffsetMs: number | null
  userAgent: string | null
}

/** What is observed of an instance's screens. */
export type Observation = ReturnType<typeof observationOf>

/** What a report led to: its instance, and what is observed of that one's screens before and after, if it was recorded. */
export type Recorded = { state: InstanceState; before: Observation; after: Observation }

type SeenColumns = { screens_before: ScreenGroup[] | null; screens_after: ScreenGroup[] | null }

/** In the order of the reports; null where there is no such instance. At most one report of a screen at a time. */
export async function recordReports(sql: Sql, reports: readonly DisplayReport[]): Promise<(Recorded | null)[]> {
  const column = <Name extends keyof DisplayReport>(name: Name) => reports.map((report) => report[name])
  const { rows } = await sql.query<(InstanceRow | { id: null }) & SeenColumns>({
    name: 'record-reports',
    text: recordReportsSql,
    values: [
      ...[column('instanceId'), column('tenantId'), column('device'), column('revision'), column('error')],
      ...[column('keyHash'), column('receivedRevision'), column('state')],
      ...[column('clockOffsetMs'), column('userAgent')],
    ],
  })
  return rows.map((row) => {
    if (row.id === null) return null
    const before = observationOf(row.screens_before ?? [])
    return { state: toInstanceState(row), before, after: observationOf(row.screens_after ?? []) }
  })
}

/** In the order of `ids`. */
export async function observations(sql: Sql, ids: readonly string[]): Promise<Observation[]> {
  const { rows } = await sql.query<{ id: string; screens: ScreenGroup[] }>({
    name: 'observations',
    text: `SELECT instance_id AS id, jsonb_agg(screens) AS screens
           FROM (${screenGroups('instance_id', '(SELECT * FROM runtime.display_session WHERE instance_id = ANY($1::text[])) s')}) grouped
           GROUP BY instance_id`,
    values: [ids],
  })
  const found = new Map(rows.map(({ id, screens }) => [id, observationOf(screens)]))
  return ids.map((id) => found.get(id) ?? observationOf([]))
}

/** One screen of an instance. */
export type DisplayRow = {
  device: string
  presence: SessionPresence
  state: ScreenState
  stateSince: string
  since: string
  lastSeenAt: string
  receivedRevision: number | null
  shownRevision: number | null
  versionId: string | null
  behindSince: string | null
  error: string | null
  clockOffsetMs: number | null
  userAgent: string | null
}

export type DisplaysQuery = { instanceId: string; first: number }

/** The screens of each instance, those that were heard of last first, in the order of the queries. */
export async function displaysOf(sql: Sql, queries: readonly DisplaysQuery[]): Promise<DisplayRow[][]> {
  const { rows } = await sql.query<DisplayRow & { query: number }>({
    name: 'displays-of',
    text: `SELECT q.position::int4 AS query, s.* FROM unnest($1::text[], $2::int4[]) WITH ORDINALITY AS q(id, first, position)
           CROSS JOIN LATERAL (
             SELECT device_id AS device, presence, state, state_since AS "stateSince",
               COALESCE(connected_at, last_seen_at) AS since, last_seen_at AS "lastSeenAt",
               received_revision AS "receivedRevision", applied_revision AS "shownRevision", version_id AS "versionId",
               behind_since AS "behindSince", error, clock_offset_ms AS "clockOffsetMs", user_agent AS "userAgent"
             FROM runtime.display_session WHERE instance_id = q.id ORDER BY last_seen_at DESC, device_id LIMIT q.first) s`,
    values: [queries.map(({ instanceId }) => instanceId), queries.map(({ first }) => first)],
  })
  const byQuery = Map.groupBy(rows, ({ query }) => query)
  return queries.map((_, index) => byQuery.get(index + 1) ?? [])
}

/**
 * Marks the screens that have not painted the revision after theirs for too long, since it was made. A report that
 * brings another revision takes the mark away. Answers the instances whose screens those are, by tenant.
 */
export async function markBehind(sql: Sql, limit: number): Promise<{ instanceId: string; tenantId: string }[]> {
  const { rows } = await sql.query<{ instanceId: string; tenantId: string }>({
    name: 'mark-behind',
    text: `UPDATE runtime.display_session s SET behind_since = b.since
           FROM (
             SELECT s.instance_id, s.device_id, s.applied_revision, i.tenant_id, COALESCE(e.at, i.updated_at) AS since
             FROM runtime.display_session s
             JOIN runtime.instance i ON i.id = s.instance_id AND i.revision > s.applied_revision AND i.deleted_at IS NULL
             LEFT JOIN runtime.instance_event e ON e.instance_id = i.id AND e.revision = s.applied_revision + 1
             WHERE s.presence <> 'OFFLINE' AND s.behind_since IS NULL
               AND COALESCE(e.at, i.updated_at) < now() - interval '${behindAfterMs} milliseconds'
             LIMIT $1
           ) b
           WHERE s.instance_id = b.instance_id AND s.device_id = b.device_id AND s.applied_revision = b.applied_revision
           RETURNING s.instance_id AS "instanceId", b.tenant_id AS "tenantId"`,
    values: [limit],
  })
  return rows
}

export type SilentSession = {
  instanceId: string
  deviceId: string
  presence: SessionPresence
  lastSeenAt: string
  silenceMs: number
}

/** Sessions that were not heard of for a while and are not given up yet, the most silent first. */
export async function silentSessions(sql: Sql, limit: number): Promise<SilentSession[]> {
  const { rows } = await sql.query<SilentSession>({
    name: 'silent-sessions',
    text: `SELECT instance_id AS "instanceId", device_id AS "deviceId", presence, last_seen_at AS "lastSeenAt",
             (extract(epoch FROM now() - last_seen_at) * 1000)::float8 AS "silenceMs"
           FROM runtime.display_session
           WHERE presence <> 'OFFLINE' AND last_seen_at < now() - interval '${presenceLimits.staleAfterMs} milliseconds'
           ORDER BY last_seen_at LIMIT $1`,
    values: [limit],
  })
  return rows
}

/**
 * Changes the presence of sessions that are still as they were read; one that was heard of meanwhile is left alone.
 * Answers the instances whose screens those are, by tenant.
 */
export async function setPresences(
  sql: Sql,
  sessions: readonly (SilentSession & { next: SessionPresence })[],
): Promise<{ instanceId: string; tenantId: string }[]> {
  const { rows } = await sql.query<{ instanceId: string; tenantId: string }>({
    name: 'set-presences',
    text: `UPDATE runtime.display_session s SET presence = c.next
           FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS c(instance_id, device_id, next, seen)
           JOIN runtime.instance i ON i.id = c.instance_id
           WHERE s.instance_id = c.instance_id AND s.device_id = c.device_id AND s.last_seen_at = c.seen
           RETURNING s.instance_id AS "instanceId", i.tenant_id AS "tenantId"`,
    values: [
      sessions.map(({ instanceId }) => instanceId),
      sessions.map(({ deviceId }) => deviceId),
      sessions.map(({ next }) => next),
      sessions.map(({ lastSeenAt }) => lastSeenAt),
    ],
  })
  return rows
}
