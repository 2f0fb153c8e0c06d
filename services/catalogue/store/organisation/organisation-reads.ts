import type {
  PrincipalRow,
  ProjectRow,
  RoleGrantRow,
  SpaceRow,
  SubspaceRow,
} from '../../domain/organisation/organisation.ts'
import type { CatalogueDb, CatalogueTx } from '../client.ts'

type Ids = readonly string[]
const byId = (tenantId: string, ids: Ids) => ({ tenantId, id: { in: [...ids] } })
/** Oldest first, as one makes them; the id decides between things made in the same millisecond. */
const oldestFirst = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]
const spaceFields = { id: true, kind: true, name: true, ownerPrincipalId: true } as const
const subspaceFields = { id: true, kind: true, name: true, spaceId: true } as const
const projectFields = { id: true, name: true, subspaceId: true } as const

export async function principalsByIds(db: CatalogueTx, tenantId: string, ids: Ids): Promise<PrincipalRow[]> {
  const rows = await db.principal.findMany({
    where: byId(tenantId, ids),
    select: { id: true, kind: true, displayName: true, email: true },
  })
  return rows.map((row) => ({ ...row, kind: row.kind as PrincipalRow['kind'] }))
}

/** The roles that principals hold anywhere in the tenant, each once, in alphabetical order. */
export async function rolesOf(db: CatalogueDb, tenantId: string, principalIds: Ids): Promise<Map<string, string[]>> {
  const grants = await db.roleGrant.findMany({
    where: { tenantId, principalId: { in: [...principalIds] } },
    distinct: ['principalId', 'role'],
    orderBy: [{ principalId: 'asc' }, { role: 'asc' }],
    select: { principalId: true, role: true },
  })
  return new Map(
    principalIds.map((id) => [id, grants.filter((grant) => grant.principalId === id).map(({ role }) => role)]),
  )
}

/** The roles that a principal holds on one node itself. */
export async function rolesOn(
  db: CatalogueTx,
  tenantId: string,
  { principalId, nodeType, nodeId }: Omit<RoleGrantRow, 'role'>,
): Promise<string[]> {
  const grants = await db.roleGrant.findMany({
    where: { tenantId, principalId, nodeType, nodeId },
    select: { role: true },
  })
  return grants.map(({ role }) => role)
}

export async function projectsByIds(db: CatalogueTx, tenantId: string, ids: Ids): Promise<ProjectRow[]> {
  return db.project.findMany({ where: byId(tenantId, ids), select: projectFields })
}

export async function projectsOfSubspaces(db: CatalogueDb, tenantId: string, subspaceIds: Ids): Promise<ProjectRow[]> {
  const where = { tenantId, subspaceId: { in: [...subspaceIds] } }
  return db.project.findMany({ where, select: projectFields, orderBy: oldestFirst })
}

export async function subspacesByIds(db: CatalogueDb, tenantId: string, ids: Ids): Promise<SubspaceRow[]> {
  const rows = await db.subspace.findMany({ where: byId(tenantId, ids), select: subspaceFields })
  return rows.map((row) => ({ ...row, kind: row.kind as SubspaceRow['kind'] }))
}

export async function subspacesOfSpaces(db: CatalogueDb, tenantId: string, spaceIds: Ids): Promise<SubspaceRow[]> {
  const where = { tenantId, spaceId: { in: [...spaceIds] } }
  const rows = await db.subspace.findMany({ where, select: subspaceFields, orderBy: oldestFirst })
  return rows.map((row) => ({ ...row, kind: row.kind as SubspaceRow['kind'] }))
}

export async function spacesByIds(db: CatalogueDb, tenantId: string, ids: Ids): Promise<SpaceRow[]> {
  const rows = await db.space.findMany({ where: byId(tenantId, ids), select: spaceFields })
  return rows.map((row) => ({ ...row, kind: row.kind as SpaceRow['kind'] }))
}

export async function spacesOfTenant(db: CatalogueDb, tenantId: string): Promise<SpaceRow[]> {
  const rows = await db.space.findMany({ where: { tenantId }, select: spaceFields, orderBy: oldestFirst })
  return rows.map((row) => ({ ...row, kind: row.kind as SpaceRow['kind'] }))
}
