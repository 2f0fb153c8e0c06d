// The same in every installation (S1-52), so that content made in one fits another.
export const SYSTEM_TENANT_ID = '00000000-0000-0000-0000-000000000001'
export const SYSTEM_SPACE_ID = '00000000-0000-0000-0000-000000000002'
export const SYSTEM_PRINCIPAL_ID = '00000000-0000-0000-0000-000000000003'
export const SYSTEM_TENANT_ROOT_ID = '00000000-0000-0000-0000-000000000010'
export const SYSTEM_OFFICIAL_SUBSPACE_ID = '00000000-0000-0000-0000-000000000011'
export const SYSTEM_STAGING_SUBSPACE_ID = '00000000-0000-0000-0000-000000000012'
/** The node on which a role is held for a whole tenant. */
export const tenantRootOf = (tenantId: string) => (tenantId === SYSTEM_TENANT_ID ? SYSTEM_TENANT_ROOT_ID : tenantId)
export const SYSTEM_PROJECT_ID = '00000000-0000-0000-0000-000000000013'
