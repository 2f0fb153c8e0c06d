import { AppError } from '../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../kit/graphql/viewer.ts'
import { newId } from '../../../kit/pure/id-format.ts'
import { BUNDLE_BYTES_MAX, inspectBundle } from '../domain/bundle.ts'
import { checkSubmission, type Submission } from '../domain/check-submission.ts'
import { contentHash } from '../domain/content-hash.ts'
import type { DefinitionRow, VersionContent } from '../domain/definition.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_PROJECT_ID } from '../domain/system-ids.ts'
import { headOf } from '../domain/version-status.ts'
import { assertMay, badInput, nextStatus, notFound, refusedSubmission } from '../errors.ts'
import {
  changeHead, insertVersion, keepBundle, lockOrMakeDefinition, replaceVersion, versionByNumber, versionSummaries,
} from '../store/definition-writes.ts'
import { projectsByIds } from '../store/organisation-reads.ts'
import { runChange, type CatalogueDeps, type Change } from './deps.ts'

export type SubmitDefinition = Submission & {
  projectId?: string | null
  bundle?: string | null
  idempotencyKey?: string | null
}

/**
 * A new version, DRAFT, and its definition if it is the first one; a DRAFT of the same number is replaced. Throws
 * BAD_USER_INPUT or SCHEMA_VIOLATION with every problem, PAYLOAD_TOO_LARGE, IMMUTABLE for a number that has been
 * published. Answers the version's id.
 */
export function submitDefinition(deps: CatalogueDeps, viewer: Viewer, input: SubmitDefinition): Promise<string> {
  // Before the input is looked at: an outsider is not helped to get it right.
  assertMay(viewer, 'change')
  const content = acceptContent(input)
  return runChange(deps, viewer, { operation: 'submitDefinition', input }, async (change) => {
    const { tx, now } = change
    const definition = await ownerOf(change, viewer, input)
    if (input.bundle && content.bundleHash) await keepBundle(tx, { hash: content.bundleHash, source: input.bundle, createdAt: now })

    const before = await versionByNumber(tx, definition.id, content.version)
    const hash = contentHash(definition.typeKey, definition.kind, content)
    const status = before === null ? 'DRAFT' : nextStatus(`Version ${before.version}`, before.status, 'REPLACE')
    const write = { status, contentHash: hash, content, now }
    const owner = { id: newId('defv', 8), tenantId: change.tenantId, definitionId: definition.id }
    const after = before === null ? await insertVersion(tx, owner, write) : await replaceVersion(tx, before.id, write)

    const texts = { ...(input.title == null ? {} : { title: input.title }), ...(input.description == null ? {} : { description: input.description }) }
    await changeHead(tx, definition.id, { ...texts, ...headOf(await versionSummaries(tx, definition.id)), updatedAt: now })
    const summary = ({ version, status, contentHash }: typeof after) => ({ typeKey: definition.typeKey, version, status, contentHash })
    await change.record({
      action: 'definition.submitted',
      resourceType: 'definition_version',
      resourceId: after.id,
      before: before === null ? null : summary(before),
      after: summary(after),
    })
    return after.id
  })
}

function acceptContent(input: SubmitDefinition): VersionContent {
  const verdict = checkSubmission(input)
  if (!verdict.ok) throw refusedSubmission(verdict.problems, verdict.wrongSchemas)
  return { ...verdict.content, bundleHash: acceptBundle(input) }
}

function acceptBundle({ bundle, kind }: SubmitDefinition): string | null {
  if (bundle === null || bundle === undefined) return null
  if (kind !== 'COMPONENT') throw badInput('/input/bundle', 'is for definitions of kind COMPONENT only')
  const verdict = inspectBundle(bundle)
  if (verdict.ok) return verdict.hash
  if (!verdict.tooLarge) throw badInput('/input/bundle', verdict.problem)
  const details = { limitBytes: BUNDLE_BYTES_MAX, pointer: '/input/bundle' }
  throw new AppError('PAYLOAD_TOO_LARGE', { public: `A bundle may have ${BUNDLE_BYTES_MAX} bytes.`, details })
}

/** The definition that the version belongs to, made if need be, locked, and fit for another version. */
async function ownerOf(change: Change, viewer: Viewer, input: SubmitDefinition): Promise<DefinitionRow> {
  const { tx, sql, tenantId, now } = change
  const projectId = input.projectId ?? SYSTEM_PROJECT_ID
  const [project] = await projectsByIds(tx, tenantId, [projectId])
  if (project === undefined) throw notFound('project')
  const definition = await lockOrMakeDefinition(tx, sql, {
    id: newId('def', 8),
    tenantId,
    projectId,
    typeKey: input.typeKey,
    kind: input.kind,
    title: input.title ?? null,
    description: input.description ?? null,
    ownerId: viewer.principalId ?? SYSTEM_PRINCIPAL_ID,
    createdAt: now,
  })
  if (definition.kind !== input.kind) throw badInput('/input/kind', `must be ${definition.kind}, as it is for ${input.typeKey}`)
  if (input.projectId != null && definition.projectId !== input.projectId) {
    throw badInput('/input/projectId', `must be ${definition.projectId}, where ${input.typeKey} lives`)
  }
  if (definition.status === 'RETIRED') {
    throw new AppError('INVALID_TRANSITION', {
      public: `${input.typeKey} is retired and takes no new versions.`,
      details: { from: definition.status, event: 'SUBMIT', allowed: [] },
    })
  }
  return definition
}
