import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { isGreater } from '../../../../kit/pure/ids/semver.ts'
import type { DefinitionRow, DefinitionVersionRow } from '../../domain/definitions/definition.ts'
import { greatestOfLine, headOf } from '../../domain/definitions/version-status.ts'
import { nextStatus, refusedEvaluation } from '../../errors.ts'
import { changeHead, setVersionStatus, versionSummaries } from '../../store/definitions/definition-writes.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'
import { evaluate } from './evaluate-definition-version.ts'
import { lockedVersion } from './locked-version.ts'

export type ChangeVersion = { definitionVersionId: string; idempotencyKey?: string | null }

/**
 * Publishes a version for good. Throws IMMUTABLE when it is published already, BAD_USER_INPUT with `latest` unless
 * it is greater than every version of its major.minor line that was ever published, SCHEMA_VIOLATION or BAD_USER_INPUT with the checks of
 * its evaluation that fail. Answers the version's id.
 */
export function publishDefinitionVersion(deps: CatalogueDeps, viewer: Viewer, input: ChangeVersion): Promise<string> {
  return runChange(deps, viewer, { mutation: 'publishDefinitionVersion', input }, async (change) => {
    const { definition, version } = await lockedVersion(change, 'definition.publish', input.definitionVersionId)
    await publishLocked(change, definition, version)
    return version.id
  })
}

/** The same for a version whose definition the caller has locked. */
export async function publishLocked(
  change: Change,
  definition: DefinitionRow,
  version: DefinitionVersionRow,
): Promise<void> {
  const { tx, now } = change
  const status = nextStatus(`Version ${version.version}`, version.status, 'PUBLISH')
  const latest = greatestOfLine(await versionSummaries(tx, definition.id), version.version)
  if (latest !== null && !isGreater(version.version, latest.version)) {
    throw new AppError('BAD_USER_INPUT', {
      public: `Version ${version.version} is not greater than ${latest.version}, which is published: a fix needs the next number of its line.`,
      details: { latest: latest.version },
    })
  }
  const evaluation = await evaluate(change, definition, version)
  if (evaluation.status === 'FAILED') throw refusedEvaluation(`Version ${version.version}`, evaluation)
  await setVersionStatus(tx, version.id, { status, evaluation, publishedAt: now, updatedAt: now })
  await changeHead(tx, definition.id, { ...headOf(await versionSummaries(tx, definition.id)), updatedAt: now })
  await change.record({
    action: 'definition.published',
    resourceType: 'definition_version',
    resourceId: version.id,
    before: { status: version.status },
    after: { status, typeKey: definition.typeKey, version: version.version, contentHash: version.contentHash },
  })
}
