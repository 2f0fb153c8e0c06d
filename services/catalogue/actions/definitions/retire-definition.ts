import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { nextStatus, notFound } from '../../errors.ts'
import {
  changeHead,
  lockDefinition,
  retireVersions,
  versionSummaries,
} from '../../store/definitions/definition-writes.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { pathOf } from './write-version.ts'

export type RetireDefinition = { definitionId: string; reason?: string | null; idempotencyKey?: string | null }

/** The definition and all its versions take no new instances; those that live go on. Answers the definition's id. */
export function retireDefinition(deps: CatalogueDeps, viewer: Viewer, input: RetireDefinition): Promise<string> {
  return runChange(deps, viewer, { mutation: 'retireDefinition', input }, async (change) => {
    const { tx, sql, tenantId, now } = change
    const definition = await lockDefinition(tx, sql, tenantId, input.definitionId)
    if (definition === null) throw notFound('definition')
    const isPublic = (await versionSummaries(tx, definition.id)).some(({ publishedAt }) => publishedAt !== null)
    change.assertAt('definition.publish', pathOf(definition), 'definition', { isPublic })
    const status = nextStatus(`The definition ${definition.typeKey}`, definition.status, 'RETIRE')
    const living = (await versionSummaries(tx, definition.id)).filter((version) => version.status !== 'RETIRED')
    await retireVersions(
      tx,
      living.map(({ id }) => id),
      now,
    )
    await changeHead(tx, definition.id, { status, latestVersionId: null, updatedAt: now })
    await change.record({
      action: 'definition.retired',
      resourceType: 'definition',
      resourceId: definition.id,
      before: { status: definition.status },
      after: {
        status,
        versions: living.map(({ version }) => version),
        ...(input.reason == null ? {} : { reason: input.reason }),
      },
    })
    return definition.id
  })
}
