import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { headOf } from '../../domain/definitions/version-status.ts'
import { nextStatus } from '../../errors.ts'
import { changeHead, setVersionStatus, versionSummaries } from '../../store/definitions/definition-writes.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { lockedVersion } from './locked-version.ts'
import type { ChangeVersion } from './publish-definition-version.ts'

/** From here on, only who asks for the version by number gets it. INVALID_TRANSITION unless it is PUBLISHED. */
export function deprecateDefinitionVersion(deps: CatalogueDeps, viewer: Viewer, input: ChangeVersion): Promise<string> {
  return runChange(deps, viewer, { mutation: 'deprecateDefinitionVersion', input }, async (change) => {
    const { tx, now } = change
    const { definition, version } = await lockedVersion(change, 'definition.publish', input.definitionVersionId)
    const status = nextStatus(`Version ${version.version}`, version.status, 'DEPRECATE')
    await setVersionStatus(tx, version.id, { status, updatedAt: now })
    await changeHead(tx, definition.id, { ...headOf(await versionSummaries(tx, definition.id)), updatedAt: now })
    await change.record({
      action: 'definition.deprecated',
      resourceType: 'definition_version',
      resourceId: version.id,
      before: { status: version.status },
      after: { status },
    })
    return version.id
  })
}
