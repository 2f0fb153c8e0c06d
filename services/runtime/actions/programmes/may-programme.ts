import { holds, nodesWith } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import { READ } from '../../../../schema/access/permissions.ts'
import type { ProgrammeRecord } from '../../store/programmes/programmes.ts'

type Reach = Pick<ProgrammeRecord, 'tenantId' | 'nodes'>

/** Whoever may read anything at a place that it reaches. */
export function mayReadProgramme(viewer: Viewer, { tenantId, nodes }: Reach): boolean {
  if (viewer.tenantId !== tenantId) return false
  return nodes ? nodes.some((node) => holds(viewer.access, READ, [node])) : holds(viewer.access, READ)
}

/** Whoever may patch props everywhere that it reaches. */
export function mayWriteProgramme(viewer: Viewer, { tenantId, nodes }: Reach): boolean {
  const permission = permissionOf('updateProgramme')
  if (viewer.tenantId !== tenantId) return false
  return nodes ? nodes.every((node) => holds(viewer.access, permission, [node])) : holds(viewer.access, permission)
}

/** The nodes whose programmes the viewer finds in lists; null: all. */
export function listedNodes(viewer: Viewer): string[] | null {
  const nodes = nodesWith(viewer.access, READ)
  return nodes === 'ALL' ? null : nodes
}
