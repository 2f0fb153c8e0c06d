import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { contentHash } from '../../domain/definitions/content-hash.ts'
import type { ContentPackage, PackagedVersion } from '../../domain/content/content-package.ts'
import { badInput } from '../../errors.ts'
import type { ContentFiles } from '../../ports.ts'
import { versionByNumber } from '../../store/definitions/definition-writes.ts'
import { acceptContent } from './accept-content.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { publishLocked } from '../definitions/publish-definition-version.ts'
import { recordSubmission } from '../definitions/submit-definition.ts'
import { lockedOwner, writeVersion } from '../definitions/write-version.ts'

type Outcome = { outcome: 'PUBLISHED' | 'UNCHANGED'; definitionVersionId: string }

/**
 * One version of a content package, submitted and published in one transaction, unless it is there with the same
 * content. Throws what submitting and publishing throw; IMMUTABLE when it is published with other content.
 */
export async function syncVersion(
  deps: CatalogueDeps,
  viewer: Viewer,
  {
    content,
    files,
    version,
    projectId = null,
  }: { content: ContentPackage; files: ContentFiles; version: PackagedVersion; projectId?: string | null | undefined },
): Promise<Outcome> {
  const bundle = version.bundleFile == null ? null : await files.text(version.bundleFile)
  const submission = { ...version, bundle }
  const accepted = acceptContent(submission, deps)
  const { typeKey, kind, title, description } = version
  const head = { typeKey, kind, title, description, projectId }
  let outcome: Outcome['outcome'] = 'PUBLISHED'
  const definitionVersionId = await runChange(
    deps,
    viewer,
    { mutation: 'syncDefinitionContent', input: {}, inTenant: true },
    async (change) => {
      const { definition } = await lockedOwner(change, head, {
        provisioningSource: 'CONTENT_PACKAGE',
        contentPackage: content.name,
      })
      if (definition.contentPackage !== content.name) {
        throw badInput(
          '/typeKey',
          `is taken by a definition that ${definition.contentPackage === null ? 'no package brought' : `the package ${definition.contentPackage} brought`}`,
        )
      }
      const present = await versionByNumber(change.tx, definition.id, accepted.version)
      if (present !== null && present.publishedAt !== null) {
        if (present.contentHash !== contentHash(typeKey, kind, accepted)) {
          throw new AppError('IMMUTABLE', {
            public: `Version ${present.version} is published with other content: give the new content a greater version.`,
            details: {
              problems: [
                {
                  pointer: '/version',
                  message: `is published with other content: it must be greater than ${present.version}`,
                },
              ],
            },
          })
        }
        outcome = 'UNCHANGED'
        return present.id
      }
      const written = await writeVersion(change, definition, { head, content: accepted, bundle })
      await recordSubmission(change, typeKey, written)
      await publishLocked(change, definition, written.after)
      return written.after.id
    },
  )
  return { outcome, definitionVersionId }
}
