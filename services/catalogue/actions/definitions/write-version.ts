import { AppError } from '../../../../kit/errors/app-error.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { contentHash } from '../../domain/definitions/content-hash.ts'
import type {
  DefinitionKind,
  DefinitionRow,
  DefinitionVersionRow,
  ProvisioningSource,
  VersionContent,
} from '../../domain/definitions/definition.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_PROJECT_ID } from '../../domain/organisation/system-ids.ts'
import { headOf } from '../../domain/definitions/version-status.ts'
import { badInput, nextStatus, notFound } from '../../errors.ts'
import { isPolicy } from '../../store/config/config-resources.ts'
import {
  changeHead,
  insertVersion,
  keepBundle,
  lockOrMakeDefinition,
  replaceVersion,
  versionByNumber,
  versionSummaries,
} from '../../store/definitions/definition-writes.ts'
import { projectsByIds } from '../../store/organisation/organisation-reads.ts'
import type { Change } from '../deps.ts'

/** The definition that a version is for, as whoever brings the version knows it. */
export type Head = {
  typeKey: string
  kind: DefinitionKind
  projectId?: string | null
  title?: string | null
  description?: string | null
  authorizationPolicyId?: string | null
}

/** Where a definition comes from if this is its first version. */
export type Origin =
  | { provisioningSource: Exclude<ProvisioningSource, 'COPY' | 'CONTENT_PACKAGE'> }
  | { provisioningSource: 'COPY'; derivedFromId: string }
  | { provisioningSource: 'CONTENT_PACKAGE'; contentPackage: string }

/** Where a definition is in the tree of access. */
export const pathOf = ({ projectId, id }: Pick<DefinitionRow, 'projectId' | 'id'>) => [projectId, id]

/** The definition that the version belongs to, made if need be, and locked. */
export async function lockedOwner(
  change: Change,
  head: Head,
  origin: Origin,
): Promise<{ definition: DefinitionRow; isNew: boolean }> {
  const { tx, sql, tenantId, now } = change
  const projectId = head.projectId ?? SYSTEM_PROJECT_ID
  const [project] = await projectsByIds(tx, tenantId, [projectId])
  if (project === undefined) throw notFound('project')
  // Asked before whether there is such a definition: its name would be a way to learn of what is hidden.
  if (head.projectId != null) change.assertAt('definition.write', [projectId], 'project')
  const id = newId('def', 8)
  const definition = await lockOrMakeDefinition(tx, sql, {
    derivedFromId: null,
    contentPackage: null,
    ...origin,
    syncStatus: origin.provisioningSource === 'CONTENT_PACKAGE' ? 'SYNCING' : null,
    id,
    tenantId,
    projectId,
    typeKey: head.typeKey,
    kind: head.kind,
    title: head.title ?? null,
    description: head.description ?? null,
    ownerId: change.actorId ?? SYSTEM_PRINCIPAL_ID,
    createdAt: now,
  })
  const isPublic = definition.latestVersionId !== null || definition.id === id
  change.assertAt('definition.write', pathOf(definition), 'definition', { isPublic })
  if (definition.kind !== head.kind) throw badInput('/kind', `must be ${definition.kind}, as it is for ${head.typeKey}`)
  if (head.projectId != null && definition.projectId !== head.projectId) {
    throw badInput('/projectId', `must be ${definition.projectId}, where ${head.typeKey} lives`)
  }
  return { definition, isNew: definition.id === id }
}

/**
 * Writes a version as a DRAFT, in the place of one of the same number. Throws IMMUTABLE if that one has been published,
 * INVALID_TRANSITION if the definition is retired.
 */
export async function writeVersion(
  change: Change,
  definition: DefinitionRow,
  { head, content, bundle }: { head: Head; content: VersionContent; bundle: string | null },
): Promise<{ before: DefinitionVersionRow | null; after: DefinitionVersionRow }> {
  const { tx, now, tenantId } = change
  if (definition.status === 'RETIRED') {
    throw new AppError('INVALID_TRANSITION', {
      public: `${definition.typeKey} is retired and takes no new versions.`,
      details: { from: definition.status, event: 'SUBMIT', allowed: [] },
    })
  }
  if (bundle !== null && content.bundleHash)
    await keepBundle(tx, { hash: content.bundleHash, source: bundle, createdAt: now })
  const before = await versionByNumber(tx, definition.id, content.version)
  const status = before === null ? 'DRAFT' : nextStatus(`Version ${before.version}`, before.status, 'REPLACE')
  const write = { status, contentHash: contentHash(definition.typeKey, definition.kind, content), content, now }
  const owner = { id: newId('defv', 8), tenantId, definitionId: definition.id }
  const after = before === null ? await insertVersion(tx, owner, write) : await replaceVersion(tx, before.id, write)
  await changeHead(tx, definition.id, {
    ...(await headTexts(change, head)),
    ...headOf(await versionSummaries(tx, definition.id)),
    updatedAt: now,
  })
  return { before, after }
}

/** What a submission says about the definition rather than about the version; what it does not say stays. */
async function headTexts({ tx, tenantId }: Change, { title, description, authorizationPolicyId }: Head) {
  if (authorizationPolicyId != null && !(await isPolicy(tx, tenantId, authorizationPolicyId))) {
    throw badInput('/authorizationPolicyId', 'must be the id of a config resource of kind AUTHORIZATION_POLICY')
  }
  return {
    ...(title == null ? {} : { title }),
    ...(description == null ? {} : { description }),
    ...(authorizationPolicyId == null ? {} : { authorizationPolicyId }),
  }
}
