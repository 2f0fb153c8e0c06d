import type { Sql } from '../../../../kit/db/pool.ts'
import type { KnownPrincipal } from '../../../../kit/graphql/viewer/principals.ts'
import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import { accessOf, type TreeNode } from '../../domain/access/access.ts'
import type { RoleGrantRow } from '../../domain/organisation/organisation.ts'

type GrantRow = Pick<RoleGrantRow, 'nodeType' | 'nodeId' | 'role'>
type PrincipalColumns = { id: string; kind: PrincipalKind; grants: GrantRow[]; revoked: string[] }

/**
 * What principals may do now. Three small statements, made when a process first meets a principal, when their access has
 * changed and every few seconds while they are active; never for each request.
 */
export async function readPrincipals(
  sql: Sql,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, KnownPrincipal>> {
  const { rows: principals } = await sql.query<PrincipalColumns>({
    name: 'principals-with-grants',
    text: `
      SELECT p.id, p.kind, COALESCE((
          SELECT json_agg(json_build_object('nodeType', g.node_type, 'nodeId', g.node_id, 'role', g.role))
          FROM catalogue.role_grant g WHERE g.tenant_id = p.tenant_id AND g.principal_id = p.id), '[]') AS grants,
        ARRAY(SELECT c.id FROM catalogue.credential c WHERE c.tenant_id = p.tenant_id AND c.principal_id = p.id
          AND c.revoked_at <= now() AND c.expires_at > now()) AS revoked
      FROM catalogue.principal p WHERE p.tenant_id = $1 AND p.id = ANY($2::text[]) AND p.disabled_at IS NULL`,
    values: [tenantId, ids],
  })
  const nodeIds = [...new Set(principals.flatMap(({ grants }) => grants.map(({ nodeId }) => nodeId)))]
  const [tree, permissions] = await Promise.all([treeAround(sql, tenantId, nodeIds), rolePermissions(sql)])
  return new Map(
    principals.map(({ id, kind, grants, revoked }) => [
      id,
      { kind, access: accessOf(grants, tree, (role) => permissions.get(role) ?? []), revoked },
    ]),
  )
}

/** What each role holds. */
export async function rolePermissions(sql: Sql): Promise<Map<string, string[]>> {
  const { rows } = await sql.query<{ role: string; permissions: string[] }>({
    name: 'role-permissions',
    text: 'SELECT role, array_agg(permission) AS permissions FROM catalogue.role_permission GROUP BY role',
  })
  return new Map(rows.map(({ role, permissions }) => [role, permissions]))
}

/** The spaces that the nodes are in or are, whole: spaces, subspaces and projects with their parents. */
async function treeAround(sql: Sql, tenantId: string, nodeIds: readonly string[]): Promise<TreeNode[]> {
  const { rows } = await sql.query<TreeNode>({
    name: 'tree-around',
    text: `
      WITH around AS MATERIALIZED (
        SELECT s.id FROM catalogue.space s WHERE s.tenant_id = $1 AND s.id = ANY($2::text[])
        UNION SELECT b.space_id FROM catalogue.subspace b WHERE b.tenant_id = $1 AND b.id = ANY($2::text[])
        UNION SELECT b.space_id FROM catalogue.project p JOIN catalogue.subspace b ON b.id = p.subspace_id
          WHERE p.tenant_id = $1 AND p.id = ANY($2::text[])
      )
      SELECT a.id, NULL AS "parentId" FROM around a
      UNION ALL SELECT b.id, b.space_id FROM around a JOIN catalogue.subspace b ON b.space_id = a.id
      UNION ALL SELECT p.id, p.subspace_id FROM around a JOIN catalogue.subspace b ON b.space_id = a.id
        JOIN catalogue.project p ON p.subspace_id = b.id`,
    values: [tenantId, nodeIds],
  })
  return rows
}
