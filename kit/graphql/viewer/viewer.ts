/** What kind of principal somebody is. Locks of paths hold against AI. */
export type PrincipalKind = 'HUMAN' | 'SERVICE' | 'AI' | 'DISPLAY'

/** What a principal may do in their tenant (model R40): all; write, start and stop; read; read and audit. */
export type Role = 'OWNER' | 'OPERATOR' | 'VIEWER' | 'AUDITOR'

/** Who is asking. In the context of every request and every subscription from the first line of code on. */
export type Viewer = {
  tenantId: string
  /** Null for an anonymous viewer, and for a screen. */
  principalId: string | null
  /** Null for an anonymous viewer. */
  principalKind: PrincipalKind | null
  isAdmin: boolean
  /** Null for whoever is no principal. */
  role: Role | null
  /** When the credential ends; null: it does not. */
  expiresAt: Date | null
  /** What the viewer may read: a thing is readable by whoever holds one of its reader scopes. */
  scopes: readonly string[]
}

/** Held by everybody, with or without a key. */
export const PUBLIC_SCOPE = 'public'

/** Held by those who may read everything of a tenant. */
export const tenantScope = (tenantId: string) => `tenant:${tenantId}`

/** Held by whoever has the key with this hash: the screen that a thing was given to. */
export const displayScope = (keyHash: string) => `display:${keyHash}`

export const mayRead = (viewer: Viewer, readers: readonly string[]) =>
  readers.some((scope) => viewer.scopes.includes(scope))

export function anonymousViewer(tenantId: string): Viewer {
  return {
    tenantId,
    principalId: null,
    principalKind: null,
    isAdmin: false,
    role: null,
    expiresAt: null,
    scopes: [PUBLIC_SCOPE],
  }
}

/** A screen: nobody's account, and nothing but what names its key. */
export function displayViewer(tenantId: string, keyHash: string): Viewer {
  return {
    tenantId,
    principalId: null,
    principalKind: 'DISPLAY',
    isAdmin: false,
    role: null,
    expiresAt: null,
    scopes: [PUBLIC_SCOPE, displayScope(keyHash)],
  }
}

export function adminViewer(tenantId: string, principalId: string): Viewer {
  return {
    tenantId,
    principalId,
    principalKind: 'HUMAN',
    isAdmin: true,
    role: 'OWNER',
    expiresAt: null,
    scopes: [PUBLIC_SCOPE, tenantScope(tenantId)],
  }
}

/** A principal with a token. The scope of its own keeps what is asked with it apart: it ends with the token. */
export function tokenViewer(claims: {
  id: string
  tenantId: string
  principalId: string
  principalKind: PrincipalKind
  role: Role
  expiresAt: Date
}): Viewer {
  const { id, tenantId, principalId, principalKind, role, expiresAt } = claims
  return {
    tenantId,
    principalId,
    principalKind,
    isAdmin: role === 'OWNER',
    role,
    expiresAt,
    scopes: [PUBLIC_SCOPE, tenantScope(tenantId), `token:${id}`],
  }
}

/** Whether the viewer may change instances and what belongs to them. */
export const mayOperate = ({ isAdmin, role }: Pick<Viewer, 'isAdmin' | 'role'>): boolean =>
  isAdmin || role === 'OPERATOR'

const displayScopePrefix = displayScope('')

/** Whom budgets count a viewer as, wherever it connects from: its principal or its display key; null for an anonymous one. */
export function budgetHolder({ principalId, scopes }: Viewer): string | null {
  return principalId ?? scopes.find((scope) => scope.startsWith(displayScopePrefix)) ?? null
}
