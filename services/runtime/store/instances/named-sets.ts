import type { Sql } from '../../../../kit/db/pool.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { parseInstanceFilter, type InstanceFilterSpec } from '../../domain/instances/instance-filter.ts'
import {
  groupClauses,
  groupsByInstance,
  type GroupRecord,
  type NamedSets,
  type ZoneArea,
} from '../../domain/instances/named-sets.ts'
import { allGroupsSql, namedSetsSql } from './named-sets.sql.ts'
import { matchedSql, Params } from './search-conditions.sql.ts'

type Row = { groups: GroupRecord[] | null; zones: (ZoneArea & { id: string })[] | null }

/** What the zones and groups of the filters stand for now; null, and no statement, where they name none. */
export async function namedSets(
  sql: Sql,
  tenantId: string,
  filters: readonly InstanceFilterSpec[],
): Promise<NamedSets | null> {
  const groupIds = filters.flatMap(({ groupId }) => groupId ?? [])
  const zoneIds = filters.flatMap(({ zoneId }) => zoneId ?? [])
  if (groupIds.length + zoneIds.length === 0) return null
  const { rows } = await sql.query<Row>({
    name: 'named-sets',
    text: namedSetsSql,
    values: [tenantId, groupIds, zoneIds],
  })
  const { zones, groups } = rows[0] as Row
  return { zones: byId(zones), groups: groupClauses(groups ?? []) }
}

/** The ids of the groups that each of the instances is in: two statements, however many there are of either. */
export async function groupsOfInstances(
  sql: Sql,
  viewer: Viewer,
  instanceIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql.query<Row>({
    name: 'all-groups',
    text: allGroupsSql,
    values: [viewer.tenantId, instanceIds],
  })
  const { zones, groups } = rows[0] as Row
  if (groups === null) return new Map()
  const own = new Map(groups.map(({ id, memberIds }) => [id, new Set(memberIds)]))
  const filters = new Map(
    groups.flatMap(({ id, selector }) => {
      if (selector === null) return []
      const { groupId: _selected, ...filter } = parseInstanceFilter(selector)
      return [[id, filter] as const]
    }),
  )
  if (filters.size > 0) {
    const params = new Params()
    const text = matchedSql(params, viewer, instanceIds, filters, { zones: byId(zones), groups: new Map() })
    const found = await sql.query<{ id: string; keys: string[] }>({ text, values: params.values })
    for (const { id, keys } of found.rows) for (const key of keys) own.get(key)?.add(id)
  }
  return groupsByInstance(groups, own)
}

const byId = (zones: Row['zones']) => new Map((zones ?? []).map(({ id, ...zone }) => [id, zone]))
