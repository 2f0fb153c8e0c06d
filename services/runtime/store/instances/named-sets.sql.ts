/*
 * What placement promises of zones and groups (its versioned views), as one JSON row each. A filter that names one costs
 * this statement more: what it says goes into the search as values, which is what the planner chooses its index by.
 */

const zoneJson = `json_build_object('id', z.id, 'outline', z.outline::text, 'radiusMeters', z.radius_meters,
    'center', CASE WHEN z.center_lat IS NOT NULL THEN json_build_object('lat', z.center_lat, 'lng', z.center_lng) END,
    'bbox', json_build_object('south', z.south, 'west', z.west, 'north', z.north, 'east', z.east))`

const answer = (zones: string, memberIds: string) => `
  SELECT (SELECT json_agg(json_build_object('id', g.id, 'parentId', g.parent_id, 'selector', g.selector, 'memberIds', ${memberIds})) FROM found g) AS groups,
         (SELECT json_agg(${zoneJson}) FROM placement.zone_v1 z WHERE z.tenant_id = $1 AND ${zones}) AS zones`

/** $1 tenant, $2 groups, $3 zones: the groups with all that they contain, and the zones that are named. */
export const namedSetsSql = `
  WITH RECURSIVE reached AS (
    SELECT g.id, g.selector->>'groupId' AS selected FROM placement.group_v1 g WHERE g.tenant_id = $1 AND g.id = ANY($2::text[])
    UNION
    SELECT g.id, g.selector->>'groupId' FROM reached r
      JOIN placement.group_v1 g ON g.tenant_id = $1 AND (g.parent_id = r.id OR g.id = r.selected)
  ), found AS (
    SELECT g.* FROM placement.group_v1 g WHERE g.tenant_id = $1 AND g.id IN (SELECT r.id FROM reached r)
  )${answer(`(z.id = ANY($3::text[]) OR z.id IN (SELECT f.selector->>'zoneId' FROM found f))`, `COALESCE(g.member_ids, '{}')`)}`

/** $1 tenant, $2 instances: all groups, of their lists what is among the instances, and the zones that selectors name. */
export const allGroupsSql = `
  WITH found AS (SELECT g.* FROM placement.group_v1 g WHERE g.tenant_id = $1)${answer(
    `z.id IN (SELECT f.selector->>'zoneId' FROM found f)`,
    `ARRAY(SELECT m FROM unnest(g.member_ids) m WHERE m = ANY($2::text[]))`,
  )}`
