import type { Sql } from '../../../../kit/db/pool.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { expireAfterHours, type Outgoing } from '../../domain/webhooks/webhooks.ts'

/**
 * Puts messages on their way, in the caller's transaction: what is told and what happened are committed together. Sent
 * by the job deliver-webhooks, in this order for each instance, event and origin.
 */
export async function putOutgoing(tx: Sql, outgoing: readonly Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return
  const rows = outgoing.map(
    ({ tenantId, instanceId, signerId = instanceId, event, url, body, dedupeKey }, position) => ({
      position,
      id: newId('msg', 16),
      tenant_id: tenantId,
      instance_id: instanceId,
      signer_id: signerId,
      event,
      url,
      origin: new URL(url).origin,
      body,
      dedupe_key: dedupeKey === undefined ? null : sha256Hex(dedupeKey),
    }),
  )
  await tx.query({ name: 'put-outgoing', text: putSql, values: [JSON.stringify(rows), expireAfterHours] })
}

/** An endpoint that is known already is not touched: writers of one origin must not wait for each other. */
const putSql = `
WITH given AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(
    position int, id text, tenant_id text, instance_id text, signer_id text, event text, url text, origin text, body jsonb, dedupe_key text)
), endpoints AS (
  INSERT INTO runtime.webhook_endpoint (tenant_id, origin)
  SELECT DISTINCT g.tenant_id, g.origin FROM given g
  WHERE NOT EXISTS (SELECT 1 FROM runtime.webhook_endpoint e WHERE e.tenant_id = g.tenant_id AND e.origin = g.origin)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING
)
INSERT INTO runtime.webhook_delivery (id, tenant_id, instance_id, signer_id, event, url, origin, body, dedupe_key, next_attempt_at, expires_at)
SELECT g.id, g.tenant_id, g.instance_id, g.signer_id, g.event, g.url, g.origin, g.body, g.dedupe_key, now(), now() + make_interval(hours => $2::int)
FROM given g ORDER BY g.position
ON CONFLICT (instance_id, dedupe_key) DO NOTHING`
