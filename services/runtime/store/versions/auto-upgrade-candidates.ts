import type { UpgradeStrategy } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import { UPGRADE_BLOCKED } from '../../domain/versions/version-commands.ts'

/** Instances that stand at one version with one policy: they are led to the same version. */
export type FollowingGroup = {
  definitionId: string
  versionId: string
  strategy: UpgradeStrategy
  maxVersion: string | null
}

export type Follower = { id: string; tenantId: string; revision: number }

/** By instance_following_idx alone: as long as what follows, however large the table is. */
export async function followingGroups(sql: Sql): Promise<FollowingGroup[]> {
  const { rows } = await sql.query<FollowingGroup>({
    name: 'following-groups',
    text: `SELECT DISTINCT definition_id AS "definitionId", resolved_version_id AS "versionId",
             upgrade_strategy AS strategy, max_version AS "maxVersion"
           FROM runtime.instance
           WHERE upgrade_strategy <> 'PIN' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL
             AND definition_id IS NOT NULL AND resolved_version_id IS NOT NULL`,
  })
  return rows
}

/**
 * A page of a group, in id order. Who is in an open rollout is moved by that, and who was returned from the version by one
 * does not follow to it again by itself.
 */
export async function followersOf(
  sql: Sql,
  group: FollowingGroup,
  page: { toVersionId: string; after: string; limit: number },
): Promise<Follower[]> {
  const { rows } = await sql.query<Follower>({
    name: 'followers-of',
    text: `SELECT id, tenant_id AS "tenantId", revision FROM runtime.instance i
           WHERE upgrade_strategy <> 'PIN' AND lifecycle <> 'ARCHIVED' AND deleted_at IS NULL
             AND definition_id = $1 AND resolved_version_id = $2 AND upgrade_strategy = $3
             AND max_version IS NOT DISTINCT FROM $4 AND id > $5
             AND NOT EXISTS (SELECT 1 FROM runtime.rollout_instance r WHERE r.tenant_id = i.tenant_id AND r.instance_id = i.id
               AND (r.is_open OR (r.status = 'RETURNED' AND r.to_version_id = $7)))
           ORDER BY id LIMIT $6`,
    values: [
      group.definitionId,
      group.versionId,
      group.strategy,
      group.maxVersion,
      page.after,
      page.limit,
      page.toVersionId,
    ],
  })
  return rows
}

/** Instances that say they are blocked, with what they follow. */
export async function blockedFollowers(
  sql: Sql,
  page: { after: string; limit: number },
): Promise<(Follower & FollowingGroup)[]> {
  const { rows } = await sql.query<Follower & FollowingGroup>({
    name: 'blocked-followers',
    text: `SELECT id, tenant_id AS "tenantId", revision, definition_id AS "definitionId", resolved_version_id AS "versionId",
             upgrade_strategy AS strategy, max_version AS "maxVersion"
           FROM runtime.instance
           WHERE conditions <> '[]' AND conditions @> '[{"type":"${UPGRADE_BLOCKED}"}]' AND deleted_at IS NULL
             AND definition_id IS NOT NULL AND resolved_version_id IS NOT NULL AND id > $1
           ORDER BY id LIMIT $2`,
    values: [page.after, page.limit],
  })
  return rows
}
