import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { notFound } from '../../errors.ts'
import { hasNode, insertProject } from '../../store/organisation/organisation-writes.ts'
import { requireName } from './create-space.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'

export type CreateProject = { subspaceId: string; name: string; idempotencyKey?: string | null }

/** Answers the project's id. */
export function createProject(deps: CatalogueDeps, viewer: Viewer, input: CreateProject): Promise<string> {
  return runChange(deps, viewer, { mutation: 'createProject', input }, async (change) => {
    const { subspaceId, name } = input
    requireName('/name', name)
    if (!(await hasNode(change.tx, change.tenantId, 'SUBSPACE', subspaceId))) throw notFound('subspace')
    change.assertAt('project.create', [subspaceId], 'subspace')
    const id = newId('project', 8)
    await insertProject(change.tx, change, { id, subspaceId, name })
    await change.record({
      action: 'project.created',
      resourceType: 'project',
      resourceId: id,
      after: { name, subspaceId },
    })
    change.accessChanges(null)
    return id
  })
}
