import { listedSql } from '../instances/listed.sql.ts'

/*
 * Walks over the tree of instances. Every step is a LATERAL probe of an index behind OFFSET 0, which keeps the planner
 * from joining the whole table instead: the work grows with what is walked, not with how many instances there are.
 */

/**
 * An instance and all below it.
 *
 * $1 text  id
 */
export const subtreeIdsSql = `
WITH RECURSIVE tree AS (
  SELECT i.id FROM runtime.instance i WHERE i.id = $1 AND i.deleted_at IS NULL
  UNION ALL
  SELECT c.id FROM tree t CROSS JOIN LATERAL (
    SELECT c.id FROM runtime.instance c WHERE c.parent_id = t.id AND c.deleted_at IS NULL OFFSET 0
  ) c
)
SELECT id FROM tree`

/**
 * The way up from each of several instances, themselves at distance 0.
 *
 * $1 text[]  ids
 */
export const chainsSql = `
WITH RECURSIVE chain AS (
  SELECT i.id AS origin, i.id, i.parent_id, 0 AS distance
  FROM runtime.instance i WHERE i.id = ANY($1::text[]) AND i.deleted_at IS NULL
  UNION ALL
  SELECT c.origin, p.id, p.parent_id, c.distance + 1
  FROM chain c CROSS JOIN LATERAL (
    SELECT p.id, p.parent_id FROM runtime.instance p WHERE p.id = c.parent_id AND p.deleted_at IS NULL OFFSET 0
  ) p
)
SELECT origin, id, distance FROM chain WHERE distance > 0`

/**
 * The window of each: its own timeslot, or that of the nearest ancestor that has one. Walks no further than there.
 *
 * $1 text[]  ids
 */
export const windowsSql = `
WITH RECURSIVE chain AS (
  SELECT i.id AS origin, i.parent_id, i.timeslot_start, i.timeslot_end
  FROM runtime.instance i WHERE i.id = ANY($1::text[]) AND i.deleted_at IS NULL
  UNION ALL
  SELECT c.origin, p.parent_id, p.timeslot_start, p.timeslot_end
  FROM chain c CROSS JOIN LATERAL (
    SELECT p.parent_id, p.timeslot_start, p.timeslot_end
    FROM runtime.instance p WHERE p.id = c.parent_id AND p.deleted_at IS NULL AND c.timeslot_start IS NULL OFFSET 0
  ) p
)
SELECT origin, timeslot_start AS start, timeslot_end AS "end" FROM chain WHERE timeslot_start IS NOT NULL`

/**
 * The nearest ancestor that is paused, and whose pause it is.
 *
 * $1 text  id of the instance above which to look
 */
export const pausedAboveSql = `
WITH RECURSIVE chain AS (
  SELECT i.id, i.parent_id, false AS paused, NULL::text AS cause FROM runtime.instance i WHERE i.id = $1 AND i.deleted_at IS NULL
  UNION ALL
  SELECT p.id, p.parent_id, p.lifecycle = 'PAUSED', COALESCE(p.paused_by_ancestor_id, p.id)
  FROM chain c CROSS JOIN LATERAL (
    SELECT p.id, p.parent_id, p.lifecycle, p.paused_by_ancestor_id
    FROM runtime.instance p WHERE p.id = c.parent_id AND p.deleted_at IS NULL AND NOT c.paused OFFSET 0
  ) p
)
SELECT cause FROM chain WHERE paused LIMIT 1`

/**
 * Pages of subtrees, parents before children and siblings by age: one index probe for each step down, aside or up,
 * from where the last page ended. A plain recursive query in that order would walk the whole tree for every page.
 * The row that is stood on knows its own order keys, so that a page goes on also when its instance is gone.
 *
 *   visit: the row was reached from above or from the side; next is its first child, else its next sibling, else up
 *   up:    its children are done; next is its next sibling, else further up
 *
 * Any number of such pages in one statement:
 *
 * $1 text[]         ids of the rows to begin at
 * $2 text[]         their parents
 * $3 timestamptz[]  their times
 * $4 int[]          their depths below the roots; a root has 0
 * $5 int[]          how deep to go
 * $6 bool[]         whether the row is to be shown itself; otherwise it ended the last page
 * $7 bool           all, or what is PUBLIC
 * $8 int[]          how many at most
 * $9 text[]         and what is at these nodes
 */
export const treePagesSql = `
SELECT q.ordinal::int AS ordinal, w.id, w.parent_id, w.created_at, w.depth
FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[], $5::int[], $6::bool[], $8::int[])
  WITH ORDINALITY AS q(id, parent_id, created_at, depth, max_depth, is_shown, first, ordinal)
CROSS JOIN LATERAL (
  WITH RECURSIVE walk AS (
    SELECT q.id, q.parent_id, q.created_at, q.depth, true AS visit, 1 AS step,
      q.is_shown AND EXISTS (SELECT FROM runtime.instance r WHERE r.id = q.id AND ${listedSql('r', '$7', '$9')}) AS shown
    UNION ALL
    SELECT n.id, n.parent_id, n.created_at, n.depth, n.visit, w.step + 1, n.visit AND ${listedSql('n', '$7', '$9')}
    FROM walk w
    LEFT JOIN LATERAL (
      SELECT c.id, c.parent_id, c.created_at, c.visibility, c.project_id FROM runtime.instance c
      WHERE w.visit AND w.depth < q.max_depth AND c.parent_id = w.id AND c.deleted_at IS NULL
      ORDER BY c.created_at, c.id LIMIT 1
    ) child ON true
    LEFT JOIN LATERAL (
      SELECT s.id, s.parent_id, s.created_at, s.visibility, s.project_id FROM runtime.instance s
      WHERE child.id IS NULL AND w.depth > 0 AND s.parent_id = w.parent_id AND (s.created_at, s.id) > (w.created_at, w.id)
        AND s.deleted_at IS NULL
      ORDER BY s.created_at, s.id LIMIT 1
    ) sibling ON true
    LEFT JOIN LATERAL (
      SELECT p.id, p.parent_id, p.created_at, p.visibility FROM runtime.instance p
      WHERE child.id IS NULL AND sibling.id IS NULL AND w.depth > 1 AND p.id = w.parent_id LIMIT 1
    ) parent ON true
    CROSS JOIN LATERAL (
      SELECT COALESCE(child.id, sibling.id, parent.id) AS id, COALESCE(child.parent_id, sibling.parent_id, parent.parent_id) AS parent_id,
        COALESCE(child.created_at, sibling.created_at, parent.created_at) AS created_at, COALESCE(child.visibility, sibling.visibility) AS visibility,
        COALESCE(child.project_id, sibling.project_id) AS project_id,
        CASE WHEN child.id IS NOT NULL THEN w.depth + 1 WHEN sibling.id IS NOT NULL THEN w.depth ELSE w.depth - 1 END AS depth,
        child.id IS NOT NULL OR sibling.id IS NOT NULL AS visit
    ) n
    WHERE n.id IS NOT NULL
  )
  SELECT id, parent_id, created_at, depth, step FROM walk WHERE shown LIMIT q.first
) w
ORDER BY q.ordinal, w.step`

/**
 * How many are in each of several subtrees, the roots not counted.
 *
 * $1 text[]  ids of the roots
 * $2 int[]   how deep to go
 * $3 bool    all, or what is PUBLIC
 * $4 text[]  and what is at these nodes
 */
export const treeSizesSql = `
SELECT q.ordinal::int AS ordinal, s.size
FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS q(id, max_depth, ordinal)
CROSS JOIN LATERAL (
  WITH RECURSIVE tree AS (
    SELECT q.id, 0 AS depth, '' AS visibility, '' AS project_id
    UNION ALL
    SELECT c.id, t.depth + 1, c.visibility, c.project_id FROM tree t CROSS JOIN LATERAL (
      SELECT c.id, c.visibility, c.project_id FROM runtime.instance c
      WHERE t.depth < q.max_depth AND c.parent_id = t.id AND c.deleted_at IS NULL OFFSET 0
    ) c
  )
  SELECT count(*)::int AS size FROM tree t WHERE depth > 0 AND ${listedSql('t', '$3', '$4')}
) s
ORDER BY q.ordinal`

/**
 * The first children of each of several instances, by age, and one more than `$2` where there are more.
 *
 * $1 text[]       ids of the parents
 * $2 int          how many of each
 * $3 bool         all, or what is PUBLIC
 * $4 text[]       and what is at these nodes
 * $5 timestamptz  with `isFollowing`: only those after this time
 * $6 text         and this id
 */
export const childrenSql = (isFollowing: boolean) => `
SELECT p.id AS parent_id, c.id FROM unnest($1::text[]) WITH ORDINALITY AS p(id, position) CROSS JOIN LATERAL (
  SELECT c.id, c.created_at FROM runtime.instance c
  WHERE c.parent_id = p.id AND c.deleted_at IS NULL AND ${listedSql('c', '$3', '$4')}
    ${isFollowing ? 'AND (c.created_at, c.id) > ($5::timestamptz, $6::text)' : ''}
  ORDER BY c.created_at, c.id LIMIT $2::int + 1
) c ORDER BY p.position, c.created_at, c.id`

/**
 * How many children each of several instances has.
 *
 * $1 text[]  ids of the parents
 * $2 bool    all, or what is PUBLIC
 * $3 text[]  and what is at these nodes
 */
export const childCountsSql = `
SELECT p.id, c.count FROM unnest($1::text[]) AS p(id) CROSS JOIN LATERAL (
  SELECT count(*)::int AS count FROM runtime.instance c
  WHERE c.parent_id = p.id AND c.deleted_at IS NULL AND ${listedSql('c', '$2', '$3')}
) c`
