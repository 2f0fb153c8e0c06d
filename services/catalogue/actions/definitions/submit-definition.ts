import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Submission } from '../../domain/definitions/check-submission.ts'
import type { DefinitionVersionRow } from '../../domain/definitions/definition.ts'
import { refuseMutation } from '../../domain/access/access.ts'
import { assertMay } from '../../errors.ts'
import { acceptContent } from '../content/accept-content.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'
import { lockedOwner, writeVersion } from './write-version.ts'

export type SubmitDefinition = Submission & {
  projectId?: string | null
  bundle?: string | null
  authorizationPolicyId?: string | null
  idempotencyKey?: string | null
}

/**
 * A new version, DRAFT, and its definition if it is the first one; a DRAFT of the same number is replaced. Throws
 * BAD_USER_INPUT or SCHEMA_VIOLATION with every problem, PAYLOAD_TOO_LARGE, IMMUTABLE for a number that has been
 * published. Answers the version's id.
 */
export function submitDefinition(deps: CatalogueDeps, viewer: Viewer, input: SubmitDefinition): Promise<string> {
  // Before the input is looked at: an outsider is not helped to get it right.
  assertMay(refuseMutation(viewer, 'submitDefinition'))
  const content = acceptContent(input, deps)
  return runChange(deps, viewer, { mutation: 'submitDefinition', input }, async (change) => {
    const { definition } = await lockedOwner(change, input, { provisioningSource: 'PLUGIN' })
    const written = await writeVersion(change, definition, { head: input, content, bundle: input.bundle ?? null })
    await recordSubmission(change, definition.typeKey, written)
    return written.after.id
  })
}

export async function recordSubmission(
  change: Change,
  typeKey: string,
  { before, after }: { before: DefinitionVersionRow | null; after: DefinitionVersionRow },
): Promise<void> {
  const summary = ({ version, status, contentHash }: DefinitionVersionRow) => ({
    typeKey,
    version,
    status,
    contentHash,
  })
  await change.record({
    action: 'definition.submitted',
    resourceType: 'definition_version',
    resourceId: after.id,
    before: before === null ? null : summary(before),
    after: summary(after),
  })
}
