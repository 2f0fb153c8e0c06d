import { heldAt } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { isKnownAt, type Path } from '../../domain/access/access.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { notFound } from '../../errors.ts'
import { definitionById } from '../../store/definitions/definition-reads.ts'
import { hasNode } from '../../store/organisation/organisation-writes.ts'
import type { CatalogueDeps } from '../deps.ts'

/** Names of the permissions that the viewer holds on a thing, in order. NOT_FOUND for what is not there for them. */
export async function permissionsOn(deps: CatalogueDeps, viewer: Viewer, id: string): Promise<string[]> {
  return heldAt(viewer.access, await pathFor(deps, viewer, id))
}

async function pathFor(deps: CatalogueDeps, viewer: Viewer, id: string): Promise<Path> {
  const { tenantId, access } = viewer
  if (id === tenantRootOf(tenantId) && viewer.principalId !== null) return []
  if (matchesId('inst', 8, id)) {
    const node = await deps.instances.nodeOf(viewer, id)
    if (node === null) throw notFound('instance')
    return [node.projectId, id]
  }
  if (id.startsWith('def-')) {
    const definition = await definitionById(deps.db, tenantId, id)
    const path = definition && [definition.projectId, id]
    if (path && (definition.latestVersionId !== null || isKnownAt(access, path))) return path
    throw notFound('definition')
  }
  if (isKnownAt(access, [id])) {
    const types = ['SPACE', 'SUBSPACE', 'PROJECT'] as const
    for (const type of types) if (await hasNode(deps.db, tenantId, type, id)) return [id]
  }
  throw notFound('thing')
}
