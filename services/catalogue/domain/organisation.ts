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
