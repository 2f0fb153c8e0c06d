import { AppError } from '../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../kit/graphql/viewer.ts'
import { isGreater } from '../../../kit/pure/semver.ts'
import { greatestEverPublished, headOf } from '../domain/version-status.ts'
import { nextStatus } from '../errors.ts'
import { changeHead, setVersionStatus, versionSummaries } from '../store/definition-writes.ts'
import { runChange, type CatalogueDeps } from './deps.ts'
import { lockedVersion } from './locked-version.ts'

export type ChangeVersion = { definitionVersionId: string; idempotencyKey?: string | null }

/**
 * Publishes a version for good. Throws IMMUTABLE when it is published already, BAD_USER_INPUT with `latest` unless
 * it is greater than every version that was ever published. Answers the version's id.
 */
export function publishDefinitionVersion(deps: CatalogueDeps, viewer: Viewer, input: ChangeVersion): Promise<string> {
  return runChange(deps, viewer, { operation: 'publishDefinitionVersion', input }, async (change) => {
    const { tx, now } = change
    const { definition, version } = await lockedVersion(change, input.definitionVersionId)
    const status = nextStatus(`Version ${version.version}`, version.status, 'PUBLISH')
    const latest = greatestEverPublished(await versionSummaries(tx, definition.id))
    if (latest !== null && !isGreater(version.version, latest.version)) {
      throw new AppError('BAD_USER_INPUT', {
        public: `Version ${version.version} is not greater than ${latest.version}, which is published.`,
        details: { latest: latest.version },
      })
    }
    await setVersionStatus(tx, version.id, { status, publishedAt: now, updatedAt: now })
    await changeHead(tx, definition.id, { ...headOf(await versionSummaries(tx, definition.id)), updatedAt: now })
    await change.record({
      action: 'definition.published',
      resourceType: 'definition_version',
      resourceId: version.id,
      before: { status: version.status },
      after: { status, typeKey: definition.typeKey, version: version.version, contentHash: version.contentHash },
    })
    return version.id
  })
}
