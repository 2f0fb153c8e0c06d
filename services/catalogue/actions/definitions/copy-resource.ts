import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { isTypeKey } from '../../domain/definitions/check-submission.ts'
import { contentOf } from '../../domain/definitions/definition.ts'
import { greatest } from '../../domain/definitions/version-status.ts'
import { badInput, notFound } from '../../errors.ts'
import { definitionById } from '../../store/definitions/definition-reads.ts'
import { insertLineage, versionById, versionSummaries } from '../../store/definitions/definition-writes.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { lockedOwner, pathOf, writeVersion } from './write-version.ts'

export type CopyResource = {
  resourceId: string
  targetProjectId: string
  typeKey: string
  title?: string | null
  idempotencyKey?: string | null
}

/**
 * A definition of the viewer's own with the content of another's latest version (the greatest of all where none is
 * published), as a DRAFT: it may be changed before it is published, and has to pass an evaluation of its own. Leaves
 * a lineage edge to the original (S1-62, S1-63). Answers the new definition's id.
 */
export function copyResource(deps: CatalogueDeps, viewer: Viewer, input: CopyResource): Promise<string> {
  return runChange(deps, viewer, { mutation: 'copyResource', input }, async (change) => {
    const { tx, tenantId, now } = change
    if (!isTypeKey(input.typeKey)) throw badInput('/typeKey', "must be lower-case words joined by '-' and '/'")
    const original = await definitionById(tx, tenantId, input.resourceId)
    if (original === null) throw notFound('definition')
    const versionId = original.latestVersionId ?? greatest(await versionSummaries(tx, original.id))?.id
    const version = versionId === undefined ? null : await versionById(tx, tenantId, versionId)
    if (version === null) throw notFound('version of this definition')
    if (version.publishedAt === null) change.assertAt('definition.read', pathOf(original), 'definition')

    const { typeKey, targetProjectId: projectId } = input
    const head = {
      typeKey,
      projectId,
      kind: original.kind,
      title: input.title ?? original.title,
      description: original.description,
    }
    const { definition, isNew } = await lockedOwner(change, head, {
      provisioningSource: 'COPY',
      derivedFromId: original.id,
    })
    if (!isNew) throw badInput('/typeKey', `is taken by ${definition.id}`)
    const { after } = await writeVersion(change, definition, { head, content: contentOf(version), bundle: null })
    await insertLineage(tx, {
      fromId: definition.id,
      toId: original.id,
      type: 'DERIVED_FROM',
      tenantId,
      createdAt: now,
    })
    await change.record({
      action: 'resource.copied',
      resourceType: 'definition',
      resourceId: definition.id,
      after: { typeKey, from: original.id, version: version.version, definitionVersionId: after.id, projectId },
    })
    return definition.id
  })
}
