import { sentences } from '../../../../kit/errors/app-error.ts'
import { holds, holdsSomewhere } from '../../../../kit/graphql/viewer/access.ts'
import { displayScope, mayRead, type Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { mutationRules, permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import type { Permission } from '../../../../schema/access/permissions.ts'
import type { Refusal } from '../state/refusal.ts'
import { readersOf } from './reader-scopes.ts'

/** Where an instance is in the tree. One without a project belongs to its tenant. */
export type Node = Pick<InstanceState, 'id' | 'tenantId' | 'projectId'>
type Readable = Node & Pick<InstanceState, 'visibility'> & Partial<Pick<InstanceState, 'displayKeyHash'>>

/** Whether a permission is held on an instance: on it, its project, or what that is in. */
export const mayOn = (viewer: Viewer, permission: Permission, { tenantId, projectId, id }: Node): boolean =>
  viewer.tenantId === tenantId && holds(viewer.access, permission, [projectId, id])

export const mayReadInstance = (viewer: Viewer, state: Readable): boolean =>
  viewer.tenantId === state.tenantId && mayRead(viewer, readersOf(state))

/**
 * Before anything is looked up: whether the viewer may do such a thing anywhere. Null means that it depends on what it
 * is done to.
 */
export function refuseMutation(viewer: Viewer, mutation: MutationName): Refusal | null {
  if (mutationRules[mutation] === 'ANYBODY') return null
  if (mutationRules[mutation] === 'SCREEN' && viewer.principalKind === 'DISPLAY') return null
  return holdsSomewhere(viewer.access, permissionOf(mutation)) ? null : refusalOf(viewer)
}

/** NOT_FOUND for what the viewer may not see, FORBIDDEN for what they see and may not do this to. Null means yes. */
export function refuseOn(viewer: Viewer, permission: Permission, state: Readable): Refusal | null {
  if (mayOn(viewer, permission, state)) return null
  if (!mayReadInstance(viewer, state)) return { code: 'NOT_FOUND', public: `There is no instance ${state.id}.` }
  return refusalOf(viewer)
}

/** What belongs to the tenant and to no instance. Null means yes. */
export const refuseInTenant = (viewer: Viewer, permission: Permission): Refusal | null =>
  holds(viewer.access, permission) ? null : refusalOf(viewer)

const refusalOf = (viewer: Viewer): Refusal =>
  viewer.principalKind === null
    ? { code: 'UNAUTHENTICATED', public: sentences.UNAUTHENTICATED }
    : { code: 'FORBIDDEN', public: sentences.FORBIDDEN }

/** The hash that an instance must name for this viewer to speak for its screen; null: any that they may write. */
export function keyHashOf({ principalKind, scopes }: Viewer): string | null {
  return principalKind === 'DISPLAY'
    ? (scopes.find((scope) => scope.startsWith(displayScope('')))?.slice(displayScope('').length) ?? '')
    : null
}
