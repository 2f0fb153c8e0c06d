/**
 * Children whose inherited props are not what their parent hands down: the members of what it shows that its
 * `config.inheritToChildren` (a list of names of top-level props) names; nothing where there is no such list, or no
 * such parent any more. Reads the children of parents that hand something down, and those that were handed something:
 * both by partial indexes, so that an installation that inherits nothing pays nothing.
 *
 * $1 bool  only below parents that changed within the last 15 seconds
 * $2 text  only ids after this one
 * $3 int   how many at most
 */
export const handedDownSql = `
WITH candidate AS (
  SELECT c.id FROM runtime.instance p JOIN runtime.instance c ON c.parent_id = p.id
  WHERE p.config ? 'inheritToChildren' AND p.deleted_at IS NULL
    AND (NOT $1::bool OR p.updated_at > now() - interval '15 seconds')
  UNION
  SELECT c.id FROM runtime.instance c
  WHERE c.inherited_props <> '{}' AND c.deleted_at IS NULL AND NOT $1::bool
)
SELECT c.id, c.tenant_id AS "tenantId", c.parent_id AS "parentId", w.props
FROM candidate d
JOIN runtime.instance c ON c.id = d.id
LEFT JOIN runtime.instance p ON p.id = c.parent_id AND p.deleted_at IS NULL
CROSS JOIN LATERAL (
  SELECT COALESCE(jsonb_object_agg(m.key, m.value), '{}') AS props
  FROM jsonb_each(p.effective_props) AS m
  WHERE jsonb_typeof(p.config -> 'inheritToChildren') = 'array' AND (p.config -> 'inheritToChildren') ? m.key
) w
WHERE c.deleted_at IS NULL AND c.lifecycle <> 'ARCHIVED' AND c.inherited_props <> w.props AND c.id > $2::text
ORDER BY c.id LIMIT $3::int`
