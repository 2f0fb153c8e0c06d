import type {
  PrincipalRow,
  RoleGrantRow,
  RoleNode,
  SpaceRow,
  SubspaceRow,
} from '../../domain/organisation/organisation.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { CatalogueTx } from '../client.ts'

/** All rows of one write: the tenant that they belong to, and when. */
type Made = { tenantId: string; now: Date }
const stamp = ({ tenantId, now }: Made) => ({ tenantId, createdAt: now, updatedAt: now })

/** False when somebody of the tenant has that address already. */
export async function insertPrincipal(tx: CatalogueTx, made: Made, row: PrincipalRow): Promise<boolean> {
  const { count } = await tx.principal.createMany({ data: [{ ...row, ...stamp(made) }], skipDuplicates: true })
  return count > 0
}

export async function insertSpace(tx: CatalogueTx, made: Made, row: SpaceRow): Promise<void> {
  await tx.space.create({ data: { ...row, ...stamp(made) } })
}

export async function insertSubspace(tx: CatalogueTx, made: Made, row: SubspaceRow): Promise<void> {
  await tx.subspace.create({ data: { ...row, ...stamp(made) } })
}

export async function insertProject(
  tx: CatalogueTx,
  made: Made,
  row: { id: string; subspaceId: string; name: string },
): Promise<void> {
  await tx.project.create({ data: { ...row, ...stamp(made) } })
}

/** False when the principal holds the role there already. */
export async function insertGrant(tx: CatalogueTx, made: Made, grant: RoleGrantRow): Promise<boolean> {
  const { count } = await tx.roleGrant.createMany({ data: [{ ...grant, ...stamp(made) }], skipDuplicates: true })
  return count > 0
}

/** False when the principal does not hold the role there. */
export async function deleteGrant(tx: CatalogueTx, tenantId: string, grant: RoleGrantRow): Promise<boolean> {
  const { count } = await tx.roleGrant.deleteMany({ where: { ...grant, tenantId } })
  return count > 0
}

/** Which of these principals the tenant has. */
export async function knownPrincipals(tx: CatalogueTx, tenantId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.principal.findMany({ where: { tenantId, id: { in: [...ids] } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** Whether the tenant has a node of that type and id among what the catalogue keeps. */
export async function hasNode(
  tx: CatalogueTx,
  tenantId: string,
  type: Exclude<RoleNode, 'TENANT'>,
  id: string,
): Promise<boolean> {
  const where = { tenantId, id }
  switch (type) {
    case 'SPACE':
      return (await tx.space.count({ where })) > 0
    case 'SUBSPACE':
      return (await tx.subspace.count({ where })) > 0
    case 'PROJECT':
      return (await tx.project.count({ where })) > 0
    case 'RESOURCE':
      return (await tx.definition.count({ where })) > 0
  }
}

/** Who owns the tenant and is not disabled; locked, so that nobody else stops owning it meanwhile. */
export async function lockOwners(tx: CatalogueTx, sql: Sql, tenantId: string, rootId: string): Promise<string[]> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS held', [`owners:${tenantId}`])
  const grants = await tx.roleGrant.findMany({
    where: { tenantId, nodeType: 'TENANT', nodeId: rootId, role: 'OWNER', principal: { disabledAt: null } },
    select: { principalId: true },
  })
  return grants.map(({ principalId }) => principalId)
}

/** Whether the principal was disabled before; null when the tenant has none of that id. */
export async function setDisabled(
  tx: CatalogueTx,
  tenantId: string,
  { principalId, disabledAt }: { principalId: string; disabledAt: Date | null },
): Promise<boolean | null> {
  const found = await tx.principal.findFirst({ where: { tenantId, id: principalId }, select: { disabledAt: true } })
  if (found === null) return null
  const before = found.disabledAt !== null
  if (before !== (disabledAt !== null)) await tx.principal.update({ where: { id: principalId }, data: { disabledAt } })
  return before
}
