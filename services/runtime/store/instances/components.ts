import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../schema/events.ts'

export type ComponentRow = { role: string; componentId: string }

export type FoundComponent = ComponentRow & { versionId: string | null; config: JsonObject }

/** The parts of instances in the order of their roles (PIPELINE, STORE, ACCESSOR); also such as were deleted, whose rows stay where they are. */
export async function componentsOf(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, FoundComponent[]>> {
  const { rows } = await sql.query<FoundComponent & { instanceId: string }>({
    name: 'components-of',
    text: `SELECT c.instance_id AS "instanceId", c.role, c.component_id AS "componentId", i.resolved_version_id AS "versionId", i.config
      FROM runtime.instance_component c JOIN runtime.instance i ON i.id = c.component_id
      WHERE c.instance_id = ANY($1::text[]) ORDER BY c.instance_id, array_position(ARRAY['PIPELINE', 'STORE', 'ACCESSOR'], c.role)`,
    values: [instanceIds],
  })
  const found = new Map<string, FoundComponent[]>()
  for (const { instanceId, ...component } of rows) found.set(instanceId, [...(found.get(instanceId) ?? []), component])
  return found
}

export async function insertComponents(
  tx: Sql,
  instanceId: string,
  components: readonly ComponentRow[],
): Promise<void> {
  await tx.query({
    name: 'insert-components',
    text: `INSERT INTO runtime.instance_component (instance_id, role, component_id)
      SELECT $1, c.role, c."componentId" FROM jsonb_to_recordset($2::jsonb) AS c(role text, "componentId" text)`,
    values: [instanceId, JSON.stringify(components)],
  })
}

/** Where an instance comes from, by kind of origin. */
export async function insertLineage(
  tx: Sql,
  edge: { instanceId: string; originId: string; type: 'PROMOTED_FROM'; tenantId: string },
): Promise<void> {
  await tx.query({
    name: 'insert-instance-lineage',
    text: 'INSERT INTO runtime.instance_lineage (instance_id, origin_id, type, tenant_id) VALUES ($1, $2, $3, $4)',
    values: [edge.instanceId, edge.originId, edge.type, edge.tenantId],
  })
}

/** The instances that these were promoted from, by the promoted one. */
export async function originsOf(sql: Sql, instanceIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ instance_id: string; origin_id: string }>({
    name: 'origins-of',
    text: `SELECT instance_id, origin_id FROM runtime.instance_lineage WHERE instance_id = ANY($1::text[]) AND type = 'PROMOTED_FROM'`,
    values: [instanceIds],
  })
  return new Map(rows.map((row) => [row.instance_id, row.origin_id]))
}
