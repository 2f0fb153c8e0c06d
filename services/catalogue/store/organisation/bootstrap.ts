import { defaultPermissions, roles } from '../../../../schema/access/permissions.ts'
import {
  SYSTEM_OFFICIAL_SUBSPACE_ID,
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_PROJECT_ID,
  SYSTEM_SPACE_ID,
  SYSTEM_STAGING_SUBSPACE_ID,
  SYSTEM_TENANT_ID,
  SYSTEM_TENANT_ROOT_ID,
} from '../../domain/organisation/system-ids.ts'
import { inTransaction, type CatalogueDb } from '../client.ts'

const tenantId = SYSTEM_TENANT_ID
const owned = { principalId: SYSTEM_PRINCIPAL_ID, tenantId, role: 'OWNER' }

/**
 * What every installation needs before its first request (S1-52 to S1-54). Adds what is missing and touches nothing
 * that is there, so it may run at every start and in several processes at once: all insert in this order, the later
 * one waits for the earlier and then finds its rows.
 */
export async function bootstrap(db: CatalogueDb): Promise<void> {
  const skipDuplicates = true
  await inTransaction(db, async (tx) => {
    await tx.tenant.createMany({ data: [{ id: tenantId, name: 'System' }], skipDuplicates })
    const admin = {
      id: SYSTEM_PRINCIPAL_ID,
      tenantId,
      kind: 'HUMAN',
      displayName: 'Administrator',
      email: 'admin@optaic.local',
    }
    await tx.principal.createMany({ data: [admin], skipDuplicates })
    const space = {
      id: SYSTEM_SPACE_ID,
      tenantId,
      kind: 'SYSTEM',
      name: 'System',
      ownerPrincipalId: SYSTEM_PRINCIPAL_ID,
    }
    await tx.space.createMany({ data: [space], skipDuplicates })
    const subspace = { tenantId, spaceId: SYSTEM_SPACE_ID }
    const subspaces = [
      { ...subspace, id: SYSTEM_OFFICIAL_SUBSPACE_ID, kind: 'OFFICIAL', name: 'Official' },
      { ...subspace, id: SYSTEM_STAGING_SUBSPACE_ID, kind: 'STAGING', name: 'Staging' },
    ]
    await tx.subspace.createMany({ data: subspaces, skipDuplicates })
    const project = { id: SYSTEM_PROJECT_ID, tenantId, subspaceId: SYSTEM_OFFICIAL_SUBSPACE_ID, name: 'Definitions' }
    await tx.project.createMany({ data: [project], skipDuplicates })
    const grants = [
      { ...owned, nodeType: 'TENANT', nodeId: SYSTEM_TENANT_ROOT_ID },
      { ...owned, nodeType: 'SPACE', nodeId: SYSTEM_SPACE_ID },
    ]
    await tx.roleGrant.createMany({ data: grants, skipDuplicates })
    const permissions = roles.flatMap((role) =>
      defaultPermissions[role].map((permission) => ({ role: role as string, permission: permission as string })),
    )
    // Once: what an installation takes away from a role must not come back with the next start.
    if ((await tx.rolePermission.count()) === 0)
      await tx.rolePermission.createMany({ data: permissions, skipDuplicates })
  })
}
