import { nodesWith } from '../../../../kit/graphql/viewer/access.ts'
import {
  displayScope,
  nodeScope,
  PUBLIC_SCOPE,
  tenantScope,
  type Viewer,
} from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { keyHashesOf } from '../displays/display-keys.ts'
import { READ, type Permission } from '../../../../schema/access/permissions.ts'

type Readable = Pick<InstanceState, 'visibility' | 'tenantId' | 'projectId' | 'id'> &
  Partial<Pick<InstanceState, 'displayKeyHash'>>

/** Reader scopes of one instance: whoever holds one of them may read it when they know its id. */
export function readersOf({ id, projectId, visibility, tenantId, displayKeyHash = null }: Readable): string[] {
  // Anything but the two words that open it is private: a value from the future must not leak.
  const open = visibility === 'PUBLIC' || visibility === 'UNLISTED'
  return [
    ...(open ? [PUBLIC_SCOPE] : []),
    tenantScope(tenantId),
    ...(projectId === null ? [] : [nodeScope(projectId)]),
    nodeScope(id),
    ...keyHashesOf({ displayKeyHash }).map(displayScope),
  ]
}

/**
 * Which instances of their tenant a viewer finds in lists, counts and searches. Narrower than readersOf: an UNLISTED
 * one is readable by everybody who knows its id, and listed only for those who hold the permission to read it.
 */
export type Listed = {
  all: boolean
  /** Besides those that are PUBLIC: those in these projects, and those with these ids. A node is one or the other. */
  nodes: string[]
}

export function listedFor(viewer: Pick<Viewer, 'access'>, permission: Permission = READ): Listed {
  const nodes = nodesWith(viewer.access, permission)
  return nodes === 'ALL' ? { all: true, nodes: [] } : { all: false, nodes }
}
