import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import { contentOf } from '../../domain/definitions/definition.ts'
import { notFound } from '../../errors.ts'
import { insertLineage, versionById } from '../../store/definitions/definition-writes.ts'
import { acceptContent } from '../content/accept-content.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { publishLocked } from './publish-definition-version.ts'
import { recordSubmission } from './submit-definition.ts'
import { lockedOwner, pathOf, writeVersion } from './write-version.ts'

export type MacroToSave = {
  typeKey: string
  version: string
  title: string | null
  description: string | null
  projectId: string | null
  /** The version of the operator that evaluates it. */
  fromVersionId: string
  expression: string
  inputs: JsonObject
  idempotencyKey: string | null
}

/**
 * An expression of somebody's as a definition of its own (S1-12), published at once: everything of the operator that it
 * was tried with, and the expression as default props. Leaves a lineage edge to that operator. Throws what
 * submitDefinition and publishDefinitionVersion throw. Answers the version's id.
 */
export function saveMacro(deps: CatalogueDeps, viewer: Viewer, input: MacroToSave): Promise<string> {
  return runChange(deps, viewer, { mutation: 'saveExperimentAsMacro', input }, async (change) => {
    const { tx, tenantId, now } = change
    const operator = await versionById(tx, tenantId, input.fromVersionId)
    if (operator === null) throw notFound('version of the operator')
    const { typeKey, version, title, description, projectId, expression, inputs } = input
    const head = { typeKey, kind: 'OP_MACRO' as const, projectId, title, description }
    const content = acceptContent(
      { ...contentOf(operator), ...head, version, defaultProps: { expression, inputs }, tests: [] },
      deps,
    )
    const { definition, isNew } = await lockedOwner(change, head, { provisioningSource: 'PLUGIN' })
    change.assertAt('definition.publish', pathOf(definition), 'project')
    const written = await writeVersion(change, definition, { head, content, bundle: null })
    await recordSubmission(change, typeKey, written)
    await publishLocked(change, definition, written.after)
    if (isNew)
      await insertLineage(tx, {
        fromId: definition.id,
        toId: operator.definitionId,
        type: 'DERIVED_FROM',
        tenantId,
        createdAt: now,
      })
    return written.after.id
  })
}
