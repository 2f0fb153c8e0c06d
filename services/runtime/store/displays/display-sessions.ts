import type { Presence } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { presenceLimits, presenceOf, type SessionPresence } from '../../domain/displays/presence.ts'
import { toInstanceState, type InstanceRow } from '../instances/instance-row.ts'
import { recordReportsSql } from './record-reports.sql.ts'

/** What a screen says of itself. */
export type DisplayReport = {
  tenantId: string
  instanceId: string
  /** What the instance must name as its key's hash; null where whoever reports may speak for any. */
  keyHash: string | null
  device: string
  revision: number
  error: string | null
}

/** What is observed of an instance's screens. */
export type Observation = { presence: Presence; shownRevision: number | null }

/** What a report led to: its instance, and what is observed of that one's screens before and after, if it was recorded. */
export type Recorded = { state: InstanceState; before: Observation; after: Observation }

type SeenColumns = {
  presences_before: SessionPresence[] | null
  shown_before: number | null
  presences: SessionPresence[] | null
  shown: number | null
}

/** In the order of the reports; null where there is no such instance. At most one report of a screen at a time. */
export async function recordReports(sql: Sql, reports: readonly DisplayReport[]): Promise<(Recorded | null)[]> {
  const { rows } = await sql.query<(InstanceRow | { id: null }) & SeenColumns>({
    name: 'record-reports',
    text: recordReportsSql,
    values: [
      reports.map(({ instanceId }) => instanceId),
      reports.map(({ tenantId }) => tenantId),
      reports.map(({ device }) => device),
      reports.map(({ revision }) => revision),
      reports.map(({ error }) => error),
      reports.map(({ keyHash }) => keyHash),
    ],
  })
  return rows.map((row) => {
    if (row.id === null) return null
    const before = { presence: presenceOf(row.presences_before ?? []), shownRevision: row.shown_before }
    const after = { presence: presenceOf(row.presences ?? []), shownRevision: row.shown }
    return { state: toInstanceState(row), before, after }
  })
}

/** In the order of `ids`. */
export async function observations(sql: Sql, ids: readonly string[]): Promise<Observation[]> {
  const { rows } = await sql.query<{ id: string; presences: SessionPresence[]; shown: number | null }>({
    name: 'observations',
    text: `SELECT instance_id AS id, array_agg(presence) AS presences, max(applied_revision) AS shown
           FROM runtime.display_session WHERE instance_id = ANY($1::text[]) GROUP BY instance_id`,
    values: [ids],
  })
  const found = new Map(
    rows.map(({ id, presences, shown }) => [id, { presence: presenceOf(presences), shownRevision: shown }]),
  )
  return ids.map((id) => found.get(id) ?? { presence: 'NEVER', shownRevision: null })
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
