import type { Sql } from '../../../../kit/db/pool.ts'
import type { UpstreamSpec } from '../../domain/flows/upstream-input.ts'

/** Who edits upstreams edits them alone in the tenant: two edits that each look right could close a ring together. */
export async function lockUpstreams(tx: Sql, tenantId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`upstreams:${tenantId}`])
}

export async function putUpstreams(
  tx: Sql,
  { flowId, tenantId }: { flowId: string; tenantId: string },
  specs: readonly UpstreamSpec[],
): Promise<void> {
  await tx.query({
    name: 'clear-upstreams',
    text: 'DELETE FROM runtime.upstream_ref WHERE flow_id = $1',
    values: [flowId],
  })
  await tx.query({
    name: 'put-upstreams',
    text: `INSERT INTO runtime.upstream_ref (flow_id, upstream_flow_id, role, tenant_id, position)
      SELECT $1, s.upstream_flow_id, s.role, $2, s.position
      FROM jsonb_to_recordset($3::jsonb) AS s(upstream_flow_id text, role text, position int)`,
    values: [
      flowId,
      tenantId,
      JSON.stringify(
        specs.map(({ upstreamFlowId, role }, position) => ({ upstream_flow_id: upstreamFlowId, role, position })),
      ),
    ],
  })
}

/**
 * A way from one of `from` against the data to `flowId`, that flow first: what would become a ring if it worked on them.
 * Null where there is none.
 */
export async function wayBetween(tx: Sql, flowId: string, from: readonly string[]): Promise<string[] | null> {
  const { rows } = await tx.query<{ way: string[] }>({
    name: 'way-between-flows',
    text: `
      WITH RECURSIVE above AS (
        SELECT id AS flow_id, ARRAY[id] AS way FROM unnest($2::text[]) AS id
        UNION ALL
        SELECT u.upstream_flow_id, above.way || u.upstream_flow_id
        FROM above JOIN runtime.upstream_ref u ON u.flow_id = above.flow_id
        WHERE above.flow_id <> $1 AND cardinality(above.way) < 200
      ) CYCLE flow_id SET is_ring USING path
      SELECT way FROM above WHERE flow_id = $1 AND NOT is_ring ORDER BY cardinality(way) LIMIT 1`,
    values: [flowId, from],
  })
  return rows[0]?.way.toReversed() ?? null
}
