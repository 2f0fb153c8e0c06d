import type { Role } from '../../../../schema/access/permissions.ts'

/** The tree space > subspace > project (S1-56 to S1-58), and those who act in it. */
export type PrincipalRow = {
  id: string
  kind: 'HUMAN' | 'SERVICE' | 'AI' | 'DISPLAY'
  displayName: string
  email: string | null
}

export type SpaceRow = { id: string; kind: 'PERSONAL' | 'TEAM' | 'SYSTEM'; name: string; ownerPrincipalId: string }

export type SubspaceRow = { id: string; kind: 'OFFICIAL' | 'STAGING' | 'CUSTOM'; name: string; spaceId: string }

export type ProjectRow = { id: string; name: string; subspaceId: string }

export type RoleNode = 'TENANT' | 'SPACE' | 'SUBSPACE' | 'PROJECT' | 'RESOURCE'

export type RoleGrantRow = { principalId: string; nodeType: RoleNode; nodeId: string; role: Role }

const nameLengthMax = 120

/** What is wrong with the name of a space, a project, a person; null when nothing is. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'must not be empty'
  return name.length > nameLengthMax ? `is longer than ${nameLengthMax} characters` : null
}

/** The address as it is kept, so that one person is one principal however they write it; null for what is none. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null
}
