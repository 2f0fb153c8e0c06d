import type { BindingSource, BindingStrategy } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { Json } from '../../../../schema/events.ts'
import type { BindingSpec } from '../../domain/bindings/binding-input.ts'
import type { BindingMatch, Known } from '../../domain/bindings/binding-commands.ts'

/** One address that is asked again and again, or listened to, for however many instances follow it. */
export type SharedSource = {
  id: string
  tenantId: string
  source: BindingSource
  address: string
  strategy: BindingStrategy
  intervalSeconds: number | null
  marker: string | null
  failures: number
}

/** What came of asking it. SAME: it said that nothing has changed since the marker. */
export type Outcome =
  | { type: 'VALUE'; value: Json; valueHash: string; marker: string | null }
  | { type: 'SAME' }
  | { type: 'ERROR'; error: string }

/** A worker that died gives its sources back after this long; one that lives says so more often. */
export const leaseSeconds = 20

/** Whether a binding's value comes by asking or listening, and not by being told. */
export const isAsked = ({ source, strategy }: Pick<BindingSpec, 'source' | 'strategy'>) =>
  strategy === 'POLL' || strategy === 'SSE' || (source === 'API' && strategy === 'STATIC')

export const sourceId = (tenantId: string, { source, address, strategy, intervalSeconds }: BindingSpec) =>
  sha256Hex(JSON.stringify([tenantId, source, address, strategy, intervalSeconds ?? 0]))

export const matchOf = ({ source, address, strategy, intervalSeconds }: SharedSource): BindingMatch =>
  strategy === 'POLL' ? { source, address, strategy, intervalSeconds } : { source, address, strategy }

/**
 * Sees to it that these are asked, and answers what they said last, by id, where that is still worth something. Takes
 * the rows' locks, in order, until the transaction ends: whoever asks stores what it learnt before it looks who is
 * bound, so a binding written meanwhile is either found then or has read the new value here.
 */
export async function wantSources(
  tx: Sql,
  tenantId: string,
  specs: readonly BindingSpec[],
): Promise<Map<string, Known>> {
  const rows = [...new Map(specs.map((spec) => [sourceId(tenantId, spec), spec])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  if (rows.length === 0) return new Map()
  const column = (read: (spec: BindingSpec) => unknown) => rows.map(([, spec]) => read(spec))
  const { rows: found } = await tx.query<{ id: string; value: Json; last_error: string | null; known: boolean }>({
    name: 'want-sources',
    text: wantSql,
    values: [
      tenantId,
      rows.map(([id]) => id),
      column((spec) => spec.source),
      column((spec) => spec.address),
      column((spec) => spec.strategy),
      column((spec) => spec.intervalSeconds ?? 0),
    ],
  })
  return new Map(
    found.flatMap(({ id, value, last_error, known }) =>
      known ? [[id, last_error === null ? { value } : { error: last_error }]] : [],
    ),
  )
}

/**
 * A value is known while it is at most two intervals (a minute at least) old, an error always. What is asked once per
 * write is due now; what keeps failing is tried again at once, because somebody may have mended it; never twice within
 * a second, whoever writes how often.
 */
const fresh = `s.asked_at > now() - make_interval(secs => GREATEST(2 * s.interval_seconds, 60))`
const wantSql = `
INSERT INTO runtime.binding_source AS s (id, tenant_id, source, address, strategy, interval_seconds, next_at, applied)
SELECT w.id, $1, w.source, w.address, w.strategy, w.interval_seconds, now(), false
FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) AS w(id, source, address, strategy, interval_seconds)
ORDER BY w.id
ON CONFLICT (id) DO UPDATE SET
  wanted_at = now(),
  applied = s.applied AND s.asked_at IS NOT NULL AND (s.last_error IS NOT NULL OR ${fresh}),
  next_at = CASE
    WHEN s.strategy = 'STATIC' OR s.failures > 0 OR NOT COALESCE(${fresh}, false)
    THEN LEAST(COALESCE(s.next_at, 'infinity'), GREATEST(now(), COALESCE(s.asked_at, now()) + interval '1 second'))
    ELSE s.next_at END
RETURNING s.id, s.value, s.last_error, s.asked_at IS NOT NULL AND (s.last_error IS NOT NULL OR ${fresh}) AS known`

/** Makes these due now, or a second after they were last asked; the answer of one that is a stream comes by itself. */
export async function askAgain(tx: Sql, tenantId: string, specs: readonly BindingSpec[]): Promise<void> {
  const ids = specs.filter(({ strategy }) => strategy !== 'SSE').map((spec) => sourceId(tenantId, spec))
  if (ids.length === 0) return
  await tx.query({
    name: 'ask-again',
    text: `UPDATE runtime.binding_source s
           SET next_at = LEAST(COALESCE(s.next_at, 'infinity'), GREATEST(now(), COALESCE(s.asked_at, now()) + interval '1 second'))
           WHERE s.id IN (SELECT id FROM runtime.binding_source WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE)`,
    values: [ids],
  })
}

/** Takes up to `limit` sources that are due. Nobody else gets them until the lease is over or given back. */
export async function takeDueSources(
  sql: Sql,
  holder: string,
  strategies: readonly string[],
  limit: number,
): Promise<SharedSource[]> {
  const { rows } = await sql.query<{
    id: string
    tenant_id: string
    source: BindingSource
    address: string
    strategy: BindingStrategy
    interval_seconds: number
    marker: string | null
    failures: number
  }>({
    name: 'take-due-sources',
    text: `WITH due AS MATERIALIZED (
             SELECT id FROM runtime.binding_source
             WHERE strategy = ANY($2::text[]) AND next_at <= now() AND (leased_until IS NULL OR leased_until <= now())
             ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED)
           UPDATE runtime.binding_source s SET holder = $1, leased_until = now() + make_interval(secs => $4)
           FROM due WHERE s.id = due.id
           RETURNING s.id, s.tenant_id, s.source, s.address, s.strategy, s.interval_seconds, s.marker, s.failures`,
    values: [holder, strategies, limit, leaseSeconds],
  })
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    source: row.source,
    address: row.address,
    strategy: row.strategy,
    intervalSeconds: row.interval_seconds === 0 ? null : row.interval_seconds,
    marker: row.marker,
    failures: row.failures,
  }))
}

/** Says that the holder lives. False: the lease is somebody else's by now. */
export async function renewLease(sql: Sql, id: string, holder: string): Promise<boolean> {
  const { rowCount } = await sql.query({
    name: 'renew-source-lease',
    text: 'UPDATE runtime.binding_source SET leased_until = now() + make_interval(secs => $3) WHERE id = $1 AND holder = $2',
    values: [id, holder, leaseSeconds],
  })
  return rowCount === 1
}

/**
 * Stores what was learnt. `applied` is false where the bound instances are still to be told, because it is news or
 * because somebody died while telling them. Null: the lease was lost, and another one does it all.
 */
export async function recordOutcome(
  sql: Sql,
  id: string,
  holder: string,
  outcome: Outcome,
): Promise<{ applied: boolean; value: Json; lastError: string | null; failures: number } | null> {
  const value = outcome.type === 'VALUE' ? JSON.stringify(outcome.value) : null
  const [hash, marker] = outcome.type === 'VALUE' ? [outcome.valueHash, outcome.marker] : [null, null]
  const { rows } = await sql.query<{ applied: boolean; value: Json; last_error: string | null; failures: number }>({
    name: 'record-source-outcome',
    text: `UPDATE runtime.binding_source s SET
             value = CASE WHEN $3 = 'VALUE' AND s.value_hash IS DISTINCT FROM $5 THEN $4::jsonb ELSE s.value END,
             value_hash = COALESCE($5, s.value_hash),
             marker = CASE WHEN $3 = 'VALUE' THEN $6 ELSE s.marker END,
             applied = s.applied AND s.last_error IS NOT DISTINCT FROM $7 AND ($3 <> 'VALUE' OR s.value_hash IS NOT DISTINCT FROM $5),
             failures = CASE WHEN $3 = 'ERROR' THEN s.failures + 1 ELSE 0 END,
             last_error = $7, asked_at = clock_timestamp(), leased_until = now() + make_interval(secs => $8)
           WHERE s.id = $1 AND s.holder = $2
           RETURNING s.applied, s.value, s.last_error, s.failures`,
    values: [
      id,
      holder,
      outcome.type,
      value,
      hash,
      marker,
      outcome.type === 'ERROR' ? outcome.error : null,
      leaseSeconds,
    ],
  })
  const [row] = rows
  return row ? { applied: row.applied, value: row.value, lastError: row.last_error, failures: row.failures } : null
}

/** Notes that all bound instances know, and keeps the lease. */
export async function markApplied(sql: Sql, id: string, holder: string): Promise<void> {
  await sql.query('UPDATE runtime.binding_source SET applied = true WHERE id = $1 AND holder = $2', [id, holder])
}

/** Gives the lease back; due again after `seconds`, or never by itself. */
export async function releaseSource(sql: Sql, id: string, holder: string, seconds: number | null): Promise<void> {
  await sql.query({
    name: 'release-source',
    text: `UPDATE runtime.binding_source SET holder = NULL, leased_until = NULL, next_at = now() + make_interval(secs => $3::float8)
           WHERE id = $1 AND holder = $2`,
    values: [id, holder, seconds],
  })
}

/** Forgets a source that nobody follows any more, unless somebody has just asked for it. */
export async function dropSource(sql: Sql, id: string, holder: string): Promise<void> {
  const { rowCount } = await sql.query(
    `DELETE FROM runtime.binding_source WHERE id = $1 AND holder = $2 AND wanted_at < now() - interval '1 minute'`,
    [id, holder],
  )
  if (rowCount === 0) await releaseSource(sql, id, holder, 10)
}
