/** What kind of principal somebody is. Locks of paths hold against AI. */
export type PrincipalKind = 'HUMAN' | 'SERVICE' | 'AI' | 'DISPLAY'

/** Who is asking. In the context of every request and every subscription from the first line of code on. */
export type Viewer = {
  tenantId: string
  /** Null for an anonymous viewer, and for a screen. */
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

/** Held by whoever has the key with this hash: the screen that a thing was given to. */
export const displayScope = (keyHash: string) => `display:${keyHash}`

export const mayRead = (viewer: Viewer, readers: readonly string[]) => readers.some((scope) => viewer.scopes.includes(scope))

export function anonymousViewer(tenantId: string): Viewer {
  return { tenantId, principalId: null, principalKind: null, isAdmin: false, scopes: [PUBLIC_SCOPE] }
}

/** A screen: nobody's account, and nothing but what names its key. */
export function displayViewer(tenantId: string, keyHash: string): Viewer {
  return { tenantId, principalId: null, principalKind: 'DISPLAY', isAdmin: false, scopes: [PUBLIC_SCOPE, displayScope(keyHash)] }
}

export function adminViewer(tenantId: string, principalId: string): Viewer {
  return { tenantId, principalId, principalKind: 'HUMAN', isAdmin: true, scopes: [PUBLIC_SCOPE, tenantScope(tenantId)] }
}
