import { isAppError } from '../../../../kit/errors/app-error.ts'
import { checkJson } from '../../../../kit/graphql/json-value.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonValue } from '../../../../kit/pure/json/json.ts'
import { readManifest, type ContentPackage, type PackagedVersion } from '../../domain/content/content-package.ts'
import type { SyncStatus } from '../../domain/definitions/definition.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { assertMay, refusedSubmission } from '../../errors.ts'
import type { ContentFiles } from '../../ports.ts'
import { markSynced, markSyncing } from '../../store/content/mark-sync.sql.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { syncVersion } from './sync-version.ts'

export type SyncDefinitionContent = { package: string; projectId?: string | null }

export type SyncResult = {
  typeKey: string
  version: string
  outcome: 'PUBLISHED' | 'UNCHANGED' | 'FAILED'
  problems: Problem[]
  /** Null where there is none. */
  definitionVersionId: string | null
}

export type ContentSync = { package: string; packageVersion: string; status: SyncStatus; results: SyncResult[] }

/**
 * Publishes what is new in a content package. Every version is a transaction of its own, so one that is wrong keeps
 * no other back, and a sync that was interrupted goes on where it was when it is asked for again. Throws BAD_USER_INPUT
 * for a manifest that cannot be read, NOT_FOUND for no package.
 */
export async function syncDefinitionContent(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: SyncDefinitionContent,
): Promise<ContentSync> {
  // Before any file is read: who may not change anything does not learn what lies there either.
  assertMay(refuseInTenant(viewer, 'content.sync'))
  const files = await deps.content.open(input.package)
  const content = await loadPackage(files, input.package)
  const versionsOf = Map.groupBy(content.definitions, ({ typeKey }) => typeKey)
  const owner = { tenantId: viewer.tenantId, name: content.name }
  const mutation = 'syncDefinitionContent'
  await runChange(deps, viewer, { mutation, input: {} }, async ({ sql }) => {
    await markSyncing(sql, owner, [...versionsOf.keys()])
    return content.name
  })

  const results: SyncResult[] = []
  for (const [typeKey, versions] of versionsOf) {
    const own: SyncResult[] = []
    for (const version of versions)
      own.push(
        await attempt(version, () =>
          syncVersion(deps, viewer, { content, files, version, projectId: input.projectId }),
        ),
      )
    results.push(...own)
    const status = statusOf(own)
    const reported = own.map(({ version, outcome, problems }) => ({ version, outcome, problems }))
    await runChange(deps, viewer, { mutation, input: {} }, async ({ sql, now, record }) => {
      const report = {
        package: content.name,
        packageVersion: content.version,
        at: now.toISOString(),
        versions: reported,
      }
      const id = await markSynced(sql, owner, { typeKey, status, report })
      if (id !== null && own.some(({ outcome }) => outcome !== 'UNCHANGED')) {
        const action = status === 'SYNCED' ? 'definition.synced' : 'definition.sync_failed'
        await record({ action, resourceType: 'definition', resourceId: id, after: report })
      }
      return typeKey
    })
  }
  const status = statusOf(results)
  await runChange(deps, viewer, { mutation, input: {} }, async ({ record }) => {
    const count = (outcome: SyncResult['outcome']) => results.filter((result) => result.outcome === outcome).length
    const after = {
      version: content.version,
      status,
      published: count('PUBLISHED'),
      unchanged: count('UNCHANGED'),
      failed: count('FAILED'),
    }
    await record({ action: 'content.synced', resourceType: 'content_package', resourceId: content.name, after })
    return content.name
  })
  return { package: content.name, packageVersion: content.version, status, results }
}

async function loadPackage(files: ContentFiles, name: string): Promise<ContentPackage> {
  const manifest = await files.manifest()
  // Files are held to what the scalars demand of JSON that comes over the wire.
  checkJson(manifest)
  const verdict = readManifest(name, manifest as JsonValue)
  if (!verdict.ok) throw refusedSubmission(verdict.problems, false)
  return verdict.content
}

/** A refusal is a result; what may succeed when it is tried again (a database that is away) ends the sync. */
async function attempt(
  { typeKey, version }: PackagedVersion,
  work: () => Promise<Pick<SyncResult, 'outcome' | 'definitionVersionId'>>,
): Promise<SyncResult> {
  try {
    return { typeKey, version, problems: [], ...(await work()) }
  } catch (error) {
    if (!isAppError(error) || error.retryable) throw error
    const given = error.details?.['problems'] as Problem[] | undefined
    const problems = (given ?? [{ pointer: '', message: error.message }]).map(({ pointer, message }) => ({
      pointer,
      message,
    }))
    return { typeKey, version, outcome: 'FAILED', problems, definitionVersionId: null }
  }
}

const statusOf = (results: readonly SyncResult[]): SyncStatus =>
  results.some(({ outcome }) => outcome === 'FAILED') ? 'SYNC_FAILED' : 'SYNCED'
