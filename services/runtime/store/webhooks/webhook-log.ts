import type { Sql } from '../../../../kit/db/pool.ts'
import type { Condition, JsonObject } from '../../../../schema/events.ts'

const readerName = 'webhooks'

/** A row of the log of an instance that wants to be told of something. */
export type ReportableChange = {
  xid: string
  instanceId: string
  revision: number
  changeId: string
  actorId: string | null
  at: string
  patch: JsonObject
  conditionsBefore: Condition[] | null
  tenantId: string
  definitionTypeKey: string | null
  webhooks: JsonObject
}

type Position = { epoch: string; xid: string; instance_id: string; revision: number }
type Row = { next: string; epoch: string; instanceId: string | null } & ReportableChange

/** So many transactions that were of no interest are passed over before that is noted: idling writes nothing. */
const idleTransactions = 1000n

/**
 * The next rows of the log that may be worth telling, and the reader moved behind them, in the caller's transaction.
 * Null while another worker reads. The log is read by transaction, below the oldest one that still runs, so that
 * nothing that commits late is skipped; within a transaction by instance and revision, so that one of any size can be
 * read in parts. `complete` says that there was no more for now.
 */
export async function readForWebhooks(
  tx: Sql,
  limit: number,
): Promise<{ epoch: string; changes: ReportableChange[]; complete: boolean } | null> {
  const { rows: locks } = await tx.query<{ mine: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
    [`log-reader:${readerName}`],
  )
  if (locks[0]?.mine !== true) return null
  const { rows: positions } = await tx.query<Position>({
    name: 'webhook-log-position',
    text: 'SELECT epoch, xid::text AS xid, instance_id, revision FROM runtime.log_reader WHERE name = $1',
    values: [readerName],
  })
  const position = positions[0] as Position
  const { rows } = await tx.query<Row>({
    name: 'webhook-log',
    text: readSql,
    values: [position.xid, position.instance_id, position.revision, position.epoch, limit],
  })
  const { next, epoch } = rows[0] as Row
  const changes = rows.filter((row) => row.instanceId !== null)
  const complete = changes.length < limit
  const behind = complete ? { xid: next, instanceId: '', revision: 0 } : (changes.at(-1) as ReportableChange)
  const passedOver = BigInt(behind.xid) - BigInt(position.xid)
  // Less than none: the database was restored into another server, whose transactions count from elsewhere.
  if (changes.length > 0 || epoch !== position.epoch || passedOver > idleTransactions || passedOver < 0n) {
    await tx.query({
      name: 'webhook-log-move',
      text: 'UPDATE runtime.log_reader SET epoch = $2, xid = $3::xid8, instance_id = $4, revision = $5 WHERE name = $1',
      values: [readerName, epoch, behind.xid, behind.instanceId, behind.revision],
    })
  }
  return { epoch, changes, complete }
}

/** Transaction numbers of another epoch mean nothing: then reading begins now. */
const readSql = `
WITH bounds AS MATERIALIZED (
  SELECT pg_snapshot_xmin(pg_current_snapshot()) AS next, f.epoch FROM (SELECT epoch FROM runtime.feed_epoch LIMIT 1) f
)
SELECT b.next::text AS next, b.epoch, c.* FROM bounds b LEFT JOIN LATERAL (
  SELECT e.xid::text AS xid, e.instance_id AS "instanceId", e.revision, e.change_id AS "changeId", e.actor_id AS "actorId", e.at, e.patch,
    e.undo -> 'conditions' AS "conditionsBefore", i.tenant_id AS "tenantId", i.definition_type_key AS "definitionTypeKey", i.webhooks
  FROM runtime.instance_event e JOIN runtime.instance i ON i.id = e.instance_id AND i.webhooks <> '{}'
  WHERE e.xid >= $1::xid8 AND e.xid < b.next AND (e.xid, e.instance_id, e.revision) > ($1::xid8, $2::text, $3::bigint)
    AND (e.patch ?| ARRAY['effectiveProps', 'conditions'] OR e.patch ->> 'readiness' = 'ERROR')
  ORDER BY e.xid, e.instance_id, e.revision LIMIT $5
) c ON b.epoch = $4`
