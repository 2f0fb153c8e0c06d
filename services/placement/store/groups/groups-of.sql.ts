import type { Sql } from '../../../../kit/db/pool.ts'
import type { Group } from '../../domain/groups/check-group.ts'
import { groupColumns, toGroup, type GroupColumns } from './group-columns.ts'

/** Those of the groups that exist, by name. */
export async function groupsOf(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, Group>> {
  const { rows } = await sql.query<GroupColumns>({
    name: 'placement.groups-of',
    text: `SELECT ${groupColumns} FROM placement.instance_group g WHERE g.tenant_id = $1 AND g.id = ANY($2::text[]) ORDER BY g.name, g.id`,
    values: [tenantId, ids],
  })
  return new Map(rows.map((row) => [row.id, toGroup(row)]))
}
