import type { Viewer } from '../../../kit/graphql/viewer.ts'
import type { Refusal } from './refusal.ts'

/** Who may change instances: whoever holds the admin key. Null means yes. */
export function refuseWriter(viewer: Viewer): Refusal | null {
  if (viewer.isAdmin) return null
  return viewer.principalId === null
    ? { code: 'UNAUTHENTICATED', public: 'Changing things needs a key: send it as authorization: Bearer.' }
    : { code: 'FORBIDDEN', public: 'You may not change this.' }
}
