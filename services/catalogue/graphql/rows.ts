export type { DefinitionRow, DefinitionVersionRow } from '../domain/definitions/definition.ts'
export type { PrincipalRow, ProjectRow, SpaceRow, SubspaceRow } from '../domain/organisation/organisation.ts'

/** Who is asking, once it is known that they have a principal. */
export type ViewerRow = { principalId: string; tenantId: string }
