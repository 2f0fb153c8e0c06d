import { displayScope, PUBLIC_SCOPE, tenantScope, type Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'

type Readable = Pick<InstanceState, 'visibility' | 'tenantId'> & Partial<Pick<InstanceState, 'displayKeyHash'>>

/** Reader scopes of one instance: whoever holds one of them may read it when they know its id. */
export function readersOf({ visibility, tenantId, displayKeyHash = null }: Readable): string[] {
  // Anything but the two words that open it is private: a value from the future must not leak.
  const open = visibility === 'PUBLIC' || visibility === 'UNLISTED'
  return [
    ...(open ? [PUBLIC_SCOPE] : []),
    tenantScope(tenantId),
    ...(displayKeyHash === null ? [] : [displayScope(displayKeyHash)]),
  ]
}

/**
 * Which instances of their tenant a viewer finds in lists, counts and searches. Narrower than readersOf: an UNLISTED
 * one is readable by everybody who knows its id, and listed only for those who may read the whole tenant.
 */
export function listedFor({ tenantId, scopes }: Pick<Viewer, 'tenantId' | 'scopes'>): 'ALL' | 'PUBLIC' | 'NONE' {
  if (scopes.includes(tenantScope(tenantId))) return 'ALL'
  return scopes.includes(PUBLIC_SCOPE) ? 'PUBLIC' : 'NONE'
}
