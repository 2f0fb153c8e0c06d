/** What kind of principal somebody is. Locks of paths hold against AI. */
export type PrincipalKind = 'HUMAN' | 'SERVICE' | 'AI' | 'DISPLAY'

/** Who is asking. In the context of every request and every subscription from the first line of code on. */
export type Viewer = {
  tenantId: string
  /** Null for an anonymous viewer. */
  principalId: string | null
  /** Null for an anonymous viewer. */
  principalKind: PrincipalKind | null
  isAdmin: boolean
  /** What the viewer may read: a thing is readable by whoever holds one of its reader scopes. */
  scopes: readonly string[]
}

/** Held by everybody, with or without a key. */
export const PUBLIC_SCOPE = 'public'

/** Held by those who may read everything of a tenant. */
export const tenantScope = (tenantId: string) => `tenant:${tenantId}`

export const mayRead = (viewer: Viewer, readers: readonly string[]) => readers.some((scope) => viewer.scopes.includes(scope))

export function anonymousViewer(tenantId: string): Viewer {
  return { tenantId, principalId: null, principalKind: null, isAdmin: false, scopes: [PUBLIC_SCOPE] }
}

export function adminViewer(tenantId: string, principalId: string): Viewer {
  return { tenantId, principalId, principalKind: 'HUMAN', isAdmin: true, scopes: [PUBLIC_SCOPE, tenantScope(tenantId)] }
}
