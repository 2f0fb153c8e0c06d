import type { Sql } from '../../../../kit/db/pool.ts'
import {
  attemptsMax,
  breakerFailures,
  expireAfterHours,
  type WebhookBody,
  type WebhookEvent,
} from '../../domain/webhooks/webhooks.ts'

/** One message that a worker is to send now. */
export type DueDelivery = {
  id: string
  tenantId: string
  instanceId: string
  signerId: string
  event: WebhookEvent
  url: string
  origin: string
  body: WebhookBody
  attempts: number
}

/** Longer than an attempt takes: who has not said what came of it by then is dead. */
export const deliveryLeaseSeconds = 20

/**
 * Takes up to `limit` messages that are due, at most `perOrigin` of one origin; nobody else gets them until the lease is
 * over or given back. Only the oldest of an instance's messages of one event to one origin is ever due: the next waits
 * until it is delivered or dead. An origin whose breaker is open gets nothing, and when its pause is over one message,
 * by whichever worker is first. `full` are origins ('tenant origin') that the caller has enough of.
 */
export async function takeDueDeliveries(
  sql: Sql,
  holder: string,
  { limit, perOrigin, full }: { limit: number; perOrigin: number; full: readonly string[] },
): Promise<DueDelivery[]> {
  const { rows } = await sql.query<DueDelivery>({
    name: 'take-due-deliveries',
    text: takeSql,
    values: [holder, limit, perOrigin, full, deliveryLeaseSeconds],
  })
  return rows
}

const dueAt = (endpoint: string, limit: string) => `
  SELECT d.id FROM runtime.webhook_delivery d
  WHERE d.tenant_id = ${endpoint}.tenant_id AND d.origin = ${endpoint}.origin AND d.state = 'PENDING'
    AND d.next_attempt_at <= now() AND (d.leased_until IS NULL OR d.leased_until <= now())
    AND NOT EXISTS (SELECT 1 FROM runtime.webhook_delivery e
      WHERE e.instance_id = d.instance_id AND e.event = d.event AND e.origin = d.origin AND e.state = 'PENDING' AND e.seq < d.seq)
  ORDER BY d.next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`

const takeSql = `
WITH probed AS (
  UPDATE runtime.webhook_endpoint o SET open_until = now() + make_interval(secs => $5)
  WHERE o.failures >= ${breakerFailures} AND o.open_until <= now()
  RETURNING o.tenant_id, o.origin
), closed AS MATERIALIZED (
  SELECT o.tenant_id, o.origin FROM runtime.webhook_endpoint o
  WHERE o.failures < ${breakerFailures} AND NOT (o.tenant_id || ' ' || o.origin) = ANY($4::text[]) ORDER BY random()
), due AS MATERIALIZED (
  SELECT d.id FROM probed o CROSS JOIN LATERAL (${dueAt('o', '1')}) d
  UNION ALL
  (SELECT d.id FROM closed o CROSS JOIN LATERAL (${dueAt('o', '$3')}) d LIMIT $2)
)
UPDATE runtime.webhook_delivery d SET holder = $1, leased_until = now() + make_interval(secs => $5)
FROM due WHERE d.id = due.id
RETURNING d.id, d.tenant_id AS "tenantId", d.instance_id AS "instanceId", d.signer_id AS "signerId", d.event, d.url, d.origin, d.body, d.attempts`

export type DeliveryOutcome = {
  result: 'delivered' | 'failed' | 'refused'
  status: number | null
  error: string | null
  countsAgainstOrigin: boolean
  retryInMs: number
}

/**
 * Notes what came of an attempt, at the message and at its origin's breaker. The state that it led to; null when the
 * lease was lost meanwhile, and the message is somebody else's.
 */
export async function recordAttempt(
  sql: Sql,
  { id, tenantId, origin }: DueDelivery,
  holder: string,
  outcome: DeliveryOutcome,
): Promise<'PENDING' | 'DELIVERED' | 'DEAD' | null> {
  const { rows } = await sql.query<{ state: 'PENDING' | 'DELIVERED' | 'DEAD' }>({
    name: 'record-attempt',
    text: recordSql,
    values: [
      id,
      holder,
      outcome.result,
      outcome.status,
      outcome.error,
      outcome.retryInMs,
      tenantId,
      origin,
      outcome.countsAgainstOrigin,
    ],
  })
  return rows[0]?.state ?? null
}

/** An open breaker's pause: 15 s after the fifth failure in a row, twice as long each time, at most ten minutes, at least half of that. */
const recordSql = `
WITH told AS (
  UPDATE runtime.webhook_endpoint o SET
    failures = CASE WHEN $9::boolean THEN o.failures + 1 ELSE 0 END,
    open_until = CASE WHEN $9::boolean AND o.failures + 1 >= ${breakerFailures}
      THEN now() + make_interval(secs => LEAST(600, 15 * 2 ^ LEAST(o.failures + 1 - ${breakerFailures}, 10)) * (0.5 + 0.5 * random())) END,
    last_error = $5, used_at = now()
  WHERE o.tenant_id = $7 AND o.origin = $8 AND ($9::boolean OR o.failures > 0 OR o.used_at < now() - interval '1 hour')
)
UPDATE runtime.webhook_delivery d SET
  attempts = d.attempts + 1, holder = NULL, leased_until = NULL, last_status = $4, last_error = $5,
  delivered_at = CASE WHEN $3 = 'delivered' THEN now() END,
  state = CASE
    WHEN $3 = 'delivered' THEN 'DELIVERED'
    WHEN $3 = 'refused' OR d.attempts + 1 >= ${attemptsMax} OR d.expires_at <= now() THEN 'DEAD'
    ELSE 'PENDING' END,
  next_attempt_at = CASE
    WHEN $3 = 'failed' AND d.attempts + 1 < ${attemptsMax} AND d.expires_at > now() THEN now() + make_interval(secs => $6::float8 / 1000) END
WHERE d.id = $1 AND d.holder = $2 AND d.state = 'PENDING'
RETURNING d.state`

/** Gives messages back that were taken and not sent. */
export async function giveBackDeliveries(sql: Sql, holder: string): Promise<void> {
  await sql.query(
    `UPDATE runtime.webhook_delivery SET holder = NULL, leased_until = NULL WHERE holder = $1 AND state = 'PENDING'`,
    [holder],
  )
}

/**
 * Keeps the tables in order: what has waited for a day behind others or behind an open breaker is dead, what ended long
 * ago is forgotten, and every message on its way has an endpoint.
 */
export async function tidyDeliveries(sql: Sql, { keepDays }: { keepDays: number }): Promise<void> {
  await sql.query(
    `UPDATE runtime.webhook_delivery SET state = 'DEAD', next_attempt_at = NULL, holder = NULL, leased_until = NULL,
       last_error = COALESCE(last_error, 'waited for a day behind others that could not be delivered')
     WHERE state = 'PENDING' AND expires_at <= now() - interval '1 minute' AND (leased_until IS NULL OR leased_until <= now())`,
  )
  await forget(sql, 'DELIVERED', Math.min(keepDays, deliveredDays))
  await forget(sql, 'DEAD', keepDays)
  await sql.query(
    `DELETE FROM runtime.webhook_endpoint o WHERE o.used_at < now() - interval '30 days'
       AND NOT EXISTS (SELECT 1 FROM runtime.webhook_delivery d WHERE d.tenant_id = o.tenant_id AND d.origin = o.origin AND d.state = 'PENDING')`,
  )
  await sql.query(
    `INSERT INTO runtime.webhook_endpoint (tenant_id, origin)
     SELECT DISTINCT tenant_id, origin FROM runtime.webhook_delivery WHERE state = 'PENDING' ON CONFLICT DO NOTHING`,
  )
}

/** What was delivered is of interest while somebody looks for what went wrong lately. */
const deliveredDays = 3
const forgetRows = 5000

/** In bounded steps; another worker's rows are left to it. */
async function forget(sql: Sql, state: 'DELIVERED' | 'DEAD', days: number): Promise<void> {
  for (let gone = forgetRows; gone === forgetRows;) {
    const { rowCount } = await sql.query(
      `DELETE FROM runtime.webhook_delivery d USING (
         SELECT id FROM runtime.webhook_delivery WHERE state <> 'PENDING' AND state = $1 AND created_at < now() - make_interval(days => $2)
         ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED) old WHERE d.id = old.id`,
      [state, days, forgetRows],
    )
    gone = rowCount ?? 0
  }
}

/** As GraphQL shows it. */
export type WebhookDeliveryRow = {
  id: string
  seq: number
  instanceId: string
  event: WebhookEvent
  url: string
  body: WebhookBody
  state: 'PENDING' | 'DELIVERED' | 'DEAD'
  attempts: number
  nextAttemptAt: string | null
  lastStatus: number | null
  lastError: string | null
  createdAt: string
  deliveredAt: string | null
}

export type DeliveryFilter = {
  ids?: readonly string[] | null
  instanceId?: string | null
  states?: readonly string[] | null
  events?: readonly string[] | null
}

const filterSql = `d.tenant_id = $1 AND ($2::text[] IS NULL OR d.id = ANY($2)) AND ($3::text IS NULL OR d.instance_id = $3)
  AND ($4::text[] IS NULL OR d.state = ANY($4)) AND ($5::text[] IS NULL OR d.event = ANY($5))`
const filterValues = (tenantId: string, filter: DeliveryFilter) => [
  tenantId,
  filter.ids ?? null,
  filter.instanceId ?? null,
  filter.states ?? null,
  filter.events ?? null,
]

const shownColumns = `d.id, d.seq, d.instance_id AS "instanceId", d.event, d.url, d.body, d.state, d.attempts, d.next_attempt_at AS "nextAttemptAt",
  d.last_status AS "lastStatus", d.last_error AS "lastError", d.created_at AS "createdAt", d.delivered_at AS "deliveredAt"`

/** Newest first. */
export async function listDeliveries(
  sql: Sql,
  tenantId: string,
  filter: DeliveryFilter,
  page: { first: number; beforeSeq: number | null },
): Promise<WebhookDeliveryRow[]> {
  const { rows } = await sql.query<WebhookDeliveryRow>(
    `SELECT ${shownColumns} FROM runtime.webhook_delivery d WHERE ${filterSql} AND ($6::bigint IS NULL OR d.seq < $6) ORDER BY d.seq DESC LIMIT $7`,
    [...filterValues(tenantId, filter), page.beforeSeq, page.first],
  )
  return rows
}

export async function countDeliveries(sql: Sql, tenantId: string, filter: DeliveryFilter): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(
    `SELECT count(*) AS total FROM runtime.webhook_delivery d WHERE ${filterSql}`,
    filterValues(tenantId, filter),
  )
  return (rows[0] as { total: number }).total
}

export async function findDelivery(
  tx: Sql,
  tenantId: string,
  id: string,
  { forUpdate = false } = {},
): Promise<WebhookDeliveryRow | null> {
  const { rows } = await tx.query<WebhookDeliveryRow>(
    `SELECT ${shownColumns} FROM runtime.webhook_delivery d WHERE d.tenant_id = $1 AND d.id = $2${forUpdate ? ' FOR UPDATE' : ''}`,
    [tenantId, id],
  )
  return rows[0] ?? null
}

/** On its way again, with all its attempts before it; its origin is asked at once, whatever its breaker says. */
export async function resendDelivery(tx: Sql, tenantId: string, id: string): Promise<WebhookDeliveryRow> {
  const { rows } = await tx.query<WebhookDeliveryRow>(
    `WITH reopened AS (
       INSERT INTO runtime.webhook_endpoint AS o (tenant_id, origin)
       SELECT tenant_id, origin FROM runtime.webhook_delivery WHERE tenant_id = $1 AND id = $2
       ON CONFLICT (tenant_id, origin) DO UPDATE SET failures = 0, open_until = NULL)
     UPDATE runtime.webhook_delivery d SET state = 'PENDING', attempts = 0, next_attempt_at = now(), delivered_at = NULL,
       expires_at = now() + make_interval(hours => ${expireAfterHours}), holder = NULL, leased_until = NULL
     WHERE d.tenant_id = $1 AND d.id = $2 RETURNING ${shownColumns}`,
    [tenantId, id],
  )
  return rows[0] as WebhookDeliveryRow
}
