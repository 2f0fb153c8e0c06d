import type { Sql } from '../../../../kit/db/pool.ts'
import type { ChildRequirement, RoleCount } from '../../domain/tree/child-requirements.ts'

/**
 * How many living children of an instance fill each role, in the order of the requirements, how many of them are not
 * STOPPED, and whether `childId` is among them. A selector means what it means in an InstanceFilter.
 */
export async function countRoles(
  sql: Sql,
  parentId: string,
  requirements: readonly ChildRequirement[],
  childId: string | null = null,
): Promise<RoleCount[]> {
  if (requirements.length === 0) return []
  const wanted = requirements.map(({ kind, selector }, position) => ({
    position,
    kind,
    type_key: selector.definitionTypeKey ?? null,
    name_part: selector.nameContains ?? null,
    props: selector.propsContain ?? null,
  }))
  const { rows } = await sql.query<RoleCount>({
    name: 'count-roles',
    text: `SELECT count(i.id)::int AS count, (count(i.id) FILTER (WHERE i.lifecycle <> 'STOPPED'))::int AS working, COALESCE(bool_or(i.id = $3), false) AS "isFilledBy"
           FROM jsonb_to_recordset($2::jsonb) AS r(position int, kind text, type_key text, name_part text, props jsonb)
           LEFT JOIN runtime.instance i ON i.parent_id = $1 AND i.deleted_at IS NULL AND i.lifecycle <> 'ARCHIVED' AND i.kind = r.kind
             AND (r.type_key IS NULL OR i.definition_type_key = r.type_key)
             AND (r.name_part IS NULL OR strpos(lower(i.name), lower(r.name_part)) > 0)
             AND (r.props IS NULL OR i.effective_props @> r.props)
           GROUP BY r.position ORDER BY r.position`,
    values: [parentId, JSON.stringify(wanted), childId],
  })
  return rows
}
