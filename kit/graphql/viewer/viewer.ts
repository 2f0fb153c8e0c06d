import { fullAccess, noAccess, nodesWith, type Access } from './access.ts'

/** What kind of principal somebody is. Locks of paths hold against AI. */
export type PrincipalKind = 'HUMAN' | 'SERVICE' | 'AI' | 'DISPLAY'

/** Who is asking. In the context of every request and every subscription from the first line of code on. */
export type Viewer = {
  tenantId: string
  /** Null for an anonymous viewer, and for a screen. */
  principalId: string | null
  /** Null for an anonymous viewer. */
  principalKind: PrincipalKind | null
  /** Holds every permission in the tenant. */
  isAdmin: boolean
  access: Access
  /** The only permissions that the credential may use; null: all that its principal holds. */
  credentialScope: readonly string[] | null
  /** When the credential ends; null: it does not. */
  expiresAt: Date | null
  /** What the viewer may read: a thing is readable by whoever holds one of its reader scopes. */
  scopes: readonly string[]
}

/** Held by everybody, with or without a key. */
export const PUBLIC_SCOPE = 'public'

/** Held by those who may read everything of a tenant. */
export const tenantScope = (tenantId: string) => `tenant:${tenantId}`

/** Held by those who may read what is at a node of the tree. */
export const nodeScope = (nodeId: string) => `node:${nodeId}`

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
    access: noAccess,
    credentialScope: null,
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
    access: noAccess,
    credentialScope: null,
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
    access: fullAccess,
    credentialScope: null,
    expiresAt: null,
    scopes: [PUBLIC_SCOPE, tenantScope(tenantId)],
  }
}

/** A principal with a credential. The scope of its own keeps what is asked with it apart: it ends with the credential. */
export function principalViewer(claims: {
  id: string
  tenantId: string
  principalId: string
  principalKind: PrincipalKind
  access: Access
  credentialScope: readonly string[] | null
  /** The permission that makes somebody a reader. */
  readPermission: string
  expiresAt: Date | null
}): Viewer {
  const { id, tenantId, principalId, principalKind, access, credentialScope, expiresAt } = claims
  return {
    tenantId,
    principalId,
    principalKind,
    isAdmin: access.tenant.includes('*'),
    access,
    credentialScope,
    expiresAt,
    scopes: [PUBLIC_SCOPE, ...readerScopes(tenantId, access, claims.readPermission), `token:${id}`],
  }
}

/** The reader scopes of whoever holds `permission` to read. */
function readerScopes(tenantId: string, access: Access, permission: string): string[] {
  const nodes = nodesWith(access, permission)
  return nodes === 'ALL' ? [tenantScope(tenantId)] : nodes.map(nodeScope)
}

const displayScopePrefix = displayScope('')

/** Whom budgets count a viewer as, wherever it connects from: its principal or its display key; null for an anonymous one. */
export function budgetHolder({ principalId, scopes }: Viewer): string | null {
  return principalId ?? scopes.find((scope) => scope.startsWith(displayScopePrefix)) ?? null
}
