import { sentences } from '../../../../kit/errors/app-error.ts'
import { displayScope, mayOperate, type Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Refusal } from '../state/refusal.ts'

/**
 * Who may speak for a screen: the administrator, or a screen with a key, which is then held to the instance that names
 * the key. Null means yes.
 */
export const refuseScreen = (viewer: Viewer): Refusal | null =>
  viewer.principalKind === 'DISPLAY' ? null : refuseWriter(viewer)

/** The hash that an instance must name for this viewer to speak for its screen; null: any instance of the tenant. */
export function keyHashOf({ principalKind, scopes }: Viewer): string | null {
  return principalKind === 'DISPLAY'
    ? (scopes.find((scope) => scope.startsWith(displayScope('')))?.slice(displayScope('').length) ?? '')
    : null
}

/** Who may change instances: OWNER and OPERATOR (R40). Null means yes. */
export function refuseWriter(viewer: Viewer): Refusal | null {
  if (mayOperate(viewer)) return null
  return viewer.principalKind === null
    ? { code: 'UNAUTHENTICATED', public: sentences.UNAUTHENTICATED }
    : { code: 'FORBIDDEN', public: sentences.FORBIDDEN }
}

/** Who may read what everybody did: OWNER and AUDITOR (R40). Null means yes. */
export function refuseAuditor(viewer: Viewer): Refusal | null {
  if (viewer.isAdmin || viewer.role === 'AUDITOR') return null
  return viewer.principalKind === null
    ? { code: 'UNAUTHENTICATED', public: sentences.UNAUTHENTICATED }
    : { code: 'FORBIDDEN', public: sentences.FORBIDDEN }
}
